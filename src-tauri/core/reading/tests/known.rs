//! Names and units of the register settle splits that the text leaves open, and the item says so.

use renmian_reading::{Known, Options, read};

const OPEN: &str = "云台县教育局\n关于刘红等同志免职的通知\n\n云教〔2021〕7号\n\n各学校：\n    局党组决定：\n    免去刘红教研室副主任职务。\n\n云台县教育局\n2021年6月1日\n";

#[test]
fn without_a_register_an_open_split_is_a_guess() {
    let papers = read(OPEN, &Options::default());
    assert!(papers[0].items.iter().all(|item| !item.certain), "nothing in the text parts 刘红 and 教研室");
    assert!(papers[0].items.iter().all(|item| item.basis.is_none()));
}

#[test]
fn the_register_settles_it_and_the_item_says_so() {
    let known = Known::new(["刘红".to_owned()], ["教研室".to_owned()]);
    let papers = read(OPEN, &Options { groups: false, known: Some(known) });
    let item = &papers[0].items[0];
    assert_eq!((item.person.name.as_str(), item.post.organisation.as_deref()), ("刘红", Some("教研室")));
    assert_eq!(item.basis.as_deref(), Some("basis-register"));
}
