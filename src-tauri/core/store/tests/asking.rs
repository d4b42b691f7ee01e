//! What the register answers: orders by number, year and words, a paper by its content, any moment of the past, and one
//! search over everything.

mod support;

use renmian_domain::{Gender, ItemKind, OrderId, PersonId};
use renmian_store::{Access, Found, Operation, PersonState, Register, StoreError};
use support::{CLERK, at, draft, record, small};

#[test]
fn orders_are_found_by_number_year_and_words() {
    let desk = small();
    let numbers = |year, words| -> Vec<String> {
        let orders = desk.register.orders(year, words, None).unwrap();
        orders.into_iter().map(|order| order.head.number.unwrap().text).collect()
    };
    assert_eq!(numbers(None, None), ["青政人〔2023〕4号", "青政人〔2021〕1号"]);
    assert_eq!(numbers(Some(2021), None), ["青政人〔2021〕1号"]);
    assert_eq!(numbers(None, Some("审计局")), ["青政人〔2023〕4号"]);
    assert_eq!(numbers(None, Some("青政人(2021)1号")), ["青政人〔2021〕1号"]);
    assert_eq!(numbers(Some(2021), Some("审计局")), [""; 0]);
    assert_eq!(desk.register.order_years().unwrap(), [2023, 2021]);
    let listed = desk.register.orders(Some(2021), None, None).unwrap();
    assert_eq!((listed[0].items, listed[0].findings), (2, 0));

    let found = desk.register.orders_by_number("青政人【2023】4号", None).unwrap();
    assert_eq!(found.len(), 1, "other brackets find the same number");
    assert!(desk.register.orders_by_number("青政人〔2023〕5号", None).unwrap().is_empty());
}

#[test]
fn a_paper_is_known_again_by_its_content_whatever_its_layout() {
    let mut desk = small();
    let lines = [("李洋", ItemKind::Dismiss, "县财政局", "总会计师"), ("李洋", ItemKind::Appoint, "县审计局", "局长")];
    let mut again = draft("青政人〔2023〕4号", "2023-02-28", &lines);
    again.text = again.text.replace('〔', "[").replace('〕', "]").replace(' ', "　\n").replace("李洋", "**李 洋**");
    again.number = None;
    let known = desk.register.known_order(&again).unwrap().expect("the same paper in another layout");
    assert_eq!(known.number.unwrap().text, "青政人〔2023〕4号");
    let refused = record(&mut desk.register, again, 3);
    assert!(matches!(refused, Err(StoreError::Known(OrderId(2)))), "{refused:?}");

    let other = draft("青政人〔2023〕4号", "2023-02-28", &lines[..1]);
    assert_eq!(desk.register.known_order(&other).unwrap(), None, "another paper of the same number is another paper");
    record(&mut desk.register, other, 4).unwrap();
    assert_eq!(desk.register.orders_by_number("青政人〔2023〕4号", None).unwrap().len(), 2);

    let by_hand = |serial: u32, title: &'static str| {
        let mut by_hand = draft(
            &format!("青政人〔2024〕{serial}号"),
            "2024-01-02",
            &[("李洋", ItemKind::Dismiss, "县审计局", title)],
        );
        by_hand.text.clear();
        by_hand
    };
    record(&mut desk.register, by_hand(1, "局长"), 5).unwrap();
    record(&mut desk.register, by_hand(2, "局长"), 6).unwrap();
    assert!(matches!(record(&mut desk.register, by_hand(1, "局长"), 7), Err(StoreError::Known(_))));
}

#[test]
fn the_register_answers_as_it_stood_at_any_moment() {
    let mut desk = small();
    let state =
        PersonState { name: "李扬".to_owned(), gender: Some(Gender::Male), ethnicity: None, birth: None, note: None };
    desk.register.transact(Operation::DescribePerson { person: PersonId(1), state, why: None }, at(3), CLERK).unwrap();
    let known = |minute| desk.register.facts(Some(at(minute))).unwrap();
    assert!(known(-1).persons.is_empty() && known(-1).place.is_empty());
    assert_eq!(known(0).place, "青云县");
    assert_eq!((known(1).orders.len(), known(2).orders.len()), (1, 2));
    assert_eq!((known(1).items.len(), known(2).items.len()), (2, 4));
    assert_eq!((known(2).persons[0].name.as_str(), known(3).persons[0].name.as_str()), ("李洋", "李扬"));
    assert_eq!(*known(99), *desk.register.facts(None).unwrap());
    assert_eq!(*desk.register.history(Some(at(99))).unwrap(), *desk.register.history(None).unwrap());
}

#[test]
fn one_search_finds_persons_units_posts_and_orders() {
    let desk = small();
    let names = |words: &str| -> Vec<String> {
        let hits = desk.register.search(words, 10, None, None).unwrap();
        hits.into_iter()
            .map(|hit| {
                let kind = match hit.found {
                    Found::Person(_) => "人",
                    Found::Organisation(_) => "单位",
                    Found::Post(_) => "职务",
                    Found::Order(_) => "文件",
                };
                format!("{kind}:{}", hit.by)
            })
            .collect()
    };
    assert_eq!(names("ly"), ["人:李洋"]);
    assert_eq!(names("liyang"), ["人:李洋"]);
    assert_eq!(names("李洋")[0], "人:李洋");
    assert_eq!(names("李洋").len(), 3, "and the two papers that name the person");
    assert_eq!(names("shanxiong"), ["人:单雄"], "a surname's own reading");
    let treasury = names("xcz");
    assert_eq!(treasury, ["单位:县财政局", "职务:县财政局总会计师", "职务:县财政局副局长", "人:县财政局副局长"]);
    assert_eq!(names("青政人[2023]4号"), ["文件:青政人〔2023〕4号"]);
    assert_eq!(names("青云县财政局")[0], "单位:青云县财政局", "the unit's name in full");
    assert_eq!(names("财政 单"), ["人:县财政局副局长"], "who holds a post there and has the name");
    assert_eq!(names("shan xiong"), ["人:单雄"]);
    assert_eq!(names("  "), [""; 0]);
    assert_eq!(names("没有这样的"), [""; 0]);
    let look = Register::open(&desk.path, Access::Look).unwrap();
    assert_eq!(look.search("ly", 10, None, None).unwrap(), desk.register.search("ly", 10, None, None).unwrap());
}
