//! Orders that were entered wrongly or withdrawn: both stay readable, and neither counts.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use renmian_domain::{ActId, Draft, ItemKind, OrderId, OrderState};
use renmian_store::{Found, Operation, Recorded, Register, StoreError};
use support::{CLERK, at, draft, record, resolve, small};

fn correct(register: &mut Register, order: OrderId, draft: Draft, minute: i64) -> Result<Recorded, StoreError> {
    let resolution = resolve(&*register.facts(None)?, &draft);
    let operation = Operation::CorrectOrder {
        order,
        draft: Box::new(draft),
        resolution,
        findings: vec![],
        originals: vec![],
        desk: None,
        why: "姓名登记有误".to_owned(),
    };
    register.transact(operation, at(minute), CLERK)
}

fn revoke(order: i64, by: Option<i64>) -> Operation {
    Operation::RevokeOrder {
        order: OrderId(order),
        by: by.map(OrderId),
        by_text: None,
        why: "县政府决定撤销".to_owned(),
    }
}

const FIRST: &str = "青政人〔2021〕1号";

#[test]
fn a_corrected_entry_gives_way_to_the_paper_read_anew_and_stays_readable() {
    let mut desk = small();
    let register = &mut desk.register;
    let lines =
        [("李样", ItemKind::Appoint, "县财政局", "总会计师"), ("单雄", ItemKind::Appoint, "县财政局", "副局长")];
    let was = register.facts(None).unwrap();
    let new = correct(register, OrderId(1), draft(FIRST, "2021-03-05", &lines), 3).unwrap().order.unwrap();
    let facts = register.facts(None).unwrap();
    assert_eq!(facts.orders.iter().map(|head| head.id).collect::<Vec<_>>(), [OrderId(2), new]);
    assert_eq!(facts.superseded[0].state, OrderState::Corrected);
    let starts = |register: &Register, name: &str| -> Vec<Option<String>> {
        let facts = register.facts(None).unwrap();
        let person = facts.persons.iter().find(|person| person.name == name).unwrap().id;
        let history = register.history(None).unwrap();
        history.tenures.iter().filter(|t| t.person == person).map(|t| t.start.map(|day| day.to_string())).collect()
    };
    assert_eq!(starts(register, "李样"), [Some("2021-03-05".to_owned())]);
    assert_eq!(starts(register, "李洋"), [None, Some("2023-02-28".to_owned())], "dismissed, since when is not known");
    assert_eq!(register.facts(Some(at(2))).unwrap(), was, "the past still shows it as it was");

    let old = register.order(OrderId(1), None).unwrap();
    assert_eq!((old.head.state, old.items.len()), (OrderState::Corrected, 2));
    assert_eq!(register.order(OrderId(1), Some(at(2))).unwrap().head.state, OrderState::Recorded);
    let told = register.state_changes(OrderId(1), None).unwrap();
    assert_eq!((told[0].by, told[0].why.as_deref(), told[0].act), (Some(new), Some("姓名登记有误"), ActId(4)));
    assert_eq!(register.superseded_by(new, None).unwrap()[0].0, OrderId(1), "and the new entry leads back");
    assert_eq!(register.orders_by_number(FIRST, None).unwrap()[0].id, new, "the one in force first");
    assert!(matches!(register.order(new, Some(at(2))), Err(StoreError::Unknown)), "not known then");

    let again = draft(FIRST, "2021-03-05", &[("李洋", ItemKind::Appoint, "县财政局", "总会计师")]);
    let refused = correct(register, OrderId(1), again.clone(), 4);
    assert!(matches!(refused, Err(StoreError::NotInForce)), "what was corrected is not corrected again");
    assert!(matches!(register.transact(revoke(1, None), at(4), CLERK), Err(StoreError::NotInForce)));
    let newest = correct(register, new, again, 5).unwrap().order.unwrap();
    assert_eq!(register.superseded_by(newest, None).unwrap()[0].0, new, "but its correction is");
    let row = register.journal(None, 9).unwrap().pop().unwrap();
    assert_eq!((row.act.as_str(), row.words["number"].as_str()), ("correct-order", FIRST));
    assert!(register.verify().unwrap().is_sound());
    let register = &desk.reopen().register;
    assert!(register.verify().unwrap().is_sound(), "read back");
}

#[test]
fn a_correction_may_be_the_very_same_paper_and_no_other() {
    let mut desk = small();
    let register = &mut desk.register;
    let lines = [("李洋", ItemKind::Dismiss, "县财政局", "总会计师"), ("李洋", ItemKind::Appoint, "县审计局", "局长")];
    let mut same = draft("青政人〔2023〕4号", "2023-02-28", &lines);
    assert!(register.known_order(&same).unwrap().is_some());
    same.correction = Some(renmian_domain::Correction { order: OrderId(2), why: String::new() });
    assert!(register.known_order(&same).unwrap().is_none());
    assert!(matches!(correct(register, OrderId(1), same.clone(), 3), Err(StoreError::Known(OrderId(2)))));
    same.items[1].item.effective_on = Some("2023-02-20".parse().unwrap());
    correct(register, OrderId(2), same, 3).unwrap();
    assert_eq!(register.facts(None).unwrap().orders.len(), 2);
}

#[test]
fn a_revoked_order_leaves_nothing_in_the_present_and_can_be_reinstated() {
    let mut desk = small();
    let register = &mut desk.register;
    let before = (register.facts(None).unwrap(), register.history(None).unwrap());
    let mut paper = draft(
        "青政人〔2024〕1号",
        "2024-01-01",
        &[("仇明", ItemKind::Dismiss, "县水利局", "局长"), ("李洋", ItemKind::Appoint, "县水利局", "局长")],
    );
    paper.items[0].held_since = Some("2019-05".parse().unwrap());
    record(register, paper.clone(), 3).unwrap();
    let with = (register.facts(None).unwrap(), register.history(None).unwrap());
    let order = revoke(3, Some(2));
    register.transact(order, at(4), CLERK).unwrap();

    let mut now = (*register.facts(None).unwrap()).clone();
    assert_eq!(now.superseded.len(), 1);
    now.superseded.clear();
    assert_eq!(now, *before.0, "no person, unit, post or opening entry of it is left");
    assert_eq!(register.history(None).unwrap(), before.1);
    assert_eq!((register.facts(Some(at(3))).unwrap(), register.history(Some(at(3))).unwrap()), with);
    let found = register.search("仇明", 9, None, None).unwrap();
    assert_eq!(found.iter().map(|hit| hit.found).collect::<Vec<_>>(), [Found::Order(OrderId(3))], "only in its text");
    let row = register.journal(None, 9).unwrap().pop().unwrap();
    assert_eq!((row.act.as_str(), row.words["number"].as_str()), ("revoke-order", "青政人〔2024〕1号"));
    assert!(register.known_order(&paper).unwrap().is_none(), "the paper may be recorded anew");
    assert_eq!(register.former_order(&paper).unwrap().unwrap().id, OrderId(3), "and that it was here before is said");
    assert!(register.verify().unwrap().is_sound());

    let back = || Operation::ReinstateOrder { order: OrderId(3), why: "误登撤销".to_owned() };
    register.transact(back(), at(5), CLERK).unwrap();
    assert_eq!((register.facts(None).unwrap(), register.history(None).unwrap()), with, "as it was");
    assert!(matches!(register.transact(back(), at(6), CLERK), Err(StoreError::NotRevoked)));
    assert_eq!(register.state_changes(OrderId(3), None).unwrap().len(), 2, "all of it is kept");

    register.transact(revoke(3, None), at(7), CLERK).unwrap();
    record(register, paper, 8).unwrap();
    assert!(matches!(register.transact(back(), at(9), CLERK), Err(StoreError::Known(_))), "not twice in force");
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn what_others_rest_on_stays_when_an_order_goes() {
    let mut desk = small();
    let register = &mut desk.register;
    let first = draft("青政人〔2024〕1号", "2024-01-01", &[("仇明", ItemKind::Appoint, "县水利局", "局长")]);
    record(register, first, 3).unwrap();
    let second = draft("青政人〔2024〕2号", "2024-02-01", &[("仇明", ItemKind::Appoint, "县水利局", "党组书记")]);
    record(register, second, 4).unwrap();
    register.transact(revoke(3, None), at(5), CLERK).unwrap();
    let facts = register.facts(None).unwrap();
    assert!(facts.persons.iter().any(|person| person.name == "仇明"));
    let units: Vec<_> = facts.organisations.iter().filter(|unit| unit.name == "县水利局").collect();
    assert_eq!(units.len(), 1, "the unit of the post that stays");
    let titles: Vec<&str> = facts
        .posts
        .iter()
        .filter(|post| post.organisation == Some(units[0].id))
        .map(|post| post.title.as_str())
        .collect();
    assert_eq!(titles, ["党组书记"]);
}

#[test]
fn a_revocation_needs_a_reason_and_a_paper_in_force() {
    let mut desk = small();
    let register = &mut desk.register;
    let silent = Operation::RevokeOrder { order: OrderId(1), by: None, by_text: None, why: String::new() };
    assert!(matches!(register.transact(silent, at(3), CLERK), Err(StoreError::WhyMissing)));
    assert!(matches!(register.transact(revoke(1, Some(1)), at(3), CLERK), Err(StoreError::Misfit)));
    assert!(matches!(register.transact(revoke(1, Some(9)), at(3), CLERK), Err(StoreError::Unknown)));
    assert!(matches!(register.transact(revoke(9, None), at(3), CLERK), Err(StoreError::Unknown)));
    register.transact(revoke(2, None), at(3), CLERK).unwrap();
    assert!(matches!(register.transact(revoke(1, Some(2)), at(4), CLERK), Err(StoreError::NotInForce)));
    register.transact(Operation::TakeBack { act: ActId(4), why: "误登".to_owned() }, at(5), CLERK).unwrap();
    assert_eq!(register.order(OrderId(2), None).unwrap().head.state, OrderState::Recorded, "taken back as any act");
    assert!(register.state_changes(OrderId(2), None).unwrap().is_empty());
    register.transact(revoke(1, Some(2)), at(6), CLERK).unwrap();
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn a_preview_says_what_would_be_and_changes_nothing() {
    let mut desk = small();
    let register = &mut desk.register;
    let (head, before) = (register.head().unwrap(), (register.facts(None).unwrap(), register.history(None).unwrap()));
    let (facts, history) = register.preview(&revoke(2, None), at(3), CLERK).unwrap();
    assert_eq!((facts.orders.len(), facts.superseded.len()), (1, 1));
    let changes = renmian_rules::changes(&before.1, &history, "2024-01-01".parse().unwrap());
    assert_eq!((changes.appear.len(), changes.vanish.len(), changes.moved.len()), (0, 1, 1));
    assert_eq!(changes.present.len(), 1);
    assert_eq!(register.head().unwrap(), head);
    assert_eq!((register.facts(None).unwrap(), register.history(None).unwrap()), before);
    assert!(register.preview(&revoke(9, None), at(3), CLERK).is_err());
    assert_eq!((register.facts(None).unwrap(), register.history(None).unwrap()), before);
    register.transact(revoke(2, None), at(3), CLERK).unwrap();
    assert_eq!((register.facts(None).unwrap(), register.history(None).unwrap()), (facts, history), "as previewed");
}
