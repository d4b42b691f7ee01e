//! Undo: an act of its own, that leaves what it took back where it was.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use renmian_domain::{ActId, ItemKind};
use renmian_store::{Operation, Register, Setting, StoreError};
use support::{CLERK, at, draft, record, small};

fn take_back(register: &mut Register, act: i64, minute: i64) -> Result<ActId, StoreError> {
    let operation = Operation::TakeBack { act: ActId(act), why: "误登".to_owned() };
    Ok(register.transact(operation, at(minute), CLERK)?.act)
}

#[test]
fn an_act_that_is_taken_back_counts_no_more_and_the_past_still_shows_it() {
    let mut desk = small();
    let register = &mut desk.register;
    let before = (register.facts(None).unwrap(), register.history(None).unwrap());
    let lines = [("李洋", ItemKind::Dismiss, "县审计局", "局长"), ("新来", ItemKind::Appoint, "新局", "局长")];
    let paper = draft("青政人〔2024〕1号", "2024-01-01", &lines);
    record(register, paper.clone(), 3).unwrap();
    let with = (register.facts(None).unwrap(), register.history(None).unwrap());
    assert_eq!(register.last_standing().unwrap(), Some(ActId(4)));

    take_back(register, 4, 4).unwrap();
    assert_eq!((register.facts(None).unwrap(), register.history(None).unwrap()), before);
    assert_eq!((register.facts(Some(at(3))).unwrap(), register.history(Some(at(3))).unwrap()), with);
    assert!(register.known_order(&paper).unwrap().is_none(), "it may be recorded anew");
    assert!(register.search("新来", 9, None, None).unwrap().is_empty());
    assert_eq!(register.search("新来", 9, None, Some(at(3))).unwrap().len(), 2, "the person and the paper");
    assert_eq!(register.orders(None, None, None).unwrap().len(), 2);
    assert_eq!(register.orders(None, None, Some(at(3))).unwrap().len(), 3);
    assert!(register.orders_by_number("青政人〔2024〕1号", None).unwrap().is_empty());
    assert_eq!(register.order_years().unwrap(), [2023, 2021]);
    let row = register.journal(None, 9).unwrap().pop().unwrap();
    assert_eq!((row.act.as_str(), row.why.as_deref(), row.words["act"].as_str()), ("take-back", Some("误登"), "4"));
    assert!(register.verify().unwrap().is_sound());

    let desk = desk.reopen();
    assert_eq!((desk.register.facts(None).unwrap(), desk.register.history(None).unwrap()), before, "read back");
    assert!(desk.register.verify().unwrap().is_sound());
}

#[test]
fn undo_goes_back_step_by_step_to_the_beginning_and_forward_again() {
    let mut desk = small();
    let register = &mut desk.register;
    let all = register.facts(None).unwrap();
    take_back(register, 3, 3).unwrap();
    let first = register.facts(None).unwrap();
    assert_eq!((first.orders.len(), register.last_standing().unwrap()), (1, Some(ActId(2))));
    take_back(register, 2, 4).unwrap();
    assert!(register.facts(None).unwrap().orders.is_empty());
    assert_eq!(register.last_standing().unwrap(), None, "the beginning cannot be taken back");
    assert!(matches!(take_back(register, 1, 5), Err(StoreError::NotLast)));

    assert!(matches!(take_back(register, 4, 5), Err(StoreError::NotLast)), "the later order rests on the earlier");
    take_back(register, 5, 5).unwrap();
    assert_eq!(register.facts(None).unwrap(), first, "the taking back is taken back");
    take_back(register, 4, 6).unwrap();
    assert_eq!(register.facts(None).unwrap(), all);
    take_back(register, 7, 7).unwrap();
    assert_eq!(register.facts(None).unwrap(), first, "and that again");
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn only_the_last_act_that_stands_is_taken_back_and_never_without_a_reason() {
    let mut desk = small();
    let register = &mut desk.register;
    for act in [1, 2, 99] {
        assert!(matches!(take_back(register, act, 3), Err(StoreError::NotLast)), "act {act}");
    }
    let silent = Operation::TakeBack { act: ActId(3), why: " ".to_owned() };
    assert!(matches!(register.transact(silent, at(3), CLERK), Err(StoreError::WhyMissing)));
    take_back(register, 3, 3).unwrap();
    assert!(matches!(take_back(register, 3, 4), Err(StoreError::NotLast)), "not twice");

    let paper = draft("青政人〔2024〕1号", "2024-01-01", &[("单雄", ItemKind::Appoint, "县审计局", "局长")]);
    record(register, paper, 5).unwrap();
    assert!(matches!(take_back(register, 4, 6), Err(StoreError::NotLast)), "something else was recorded in its place");
    take_back(register, 5, 6).unwrap();
    take_back(register, 4, 7).unwrap();
    assert_eq!(register.facts(None).unwrap().orders.len(), 2, "with that gone it stands again");

    let unit = Operation::Set(Setting::Unit("青云县委组织部".to_owned()));
    let act = register.transact(unit, at(8), CLERK).unwrap().act;
    assert_eq!(register.unit().unwrap(), "青云县委组织部");
    take_back(register, act.0, 9).unwrap();
    assert_eq!(register.unit().unwrap(), "中共青云县委组织部");
    assert!(register.verify().unwrap().is_sound());
}
