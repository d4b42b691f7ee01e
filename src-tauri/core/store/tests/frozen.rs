//! The versions as they were when they were frozen: their schemas, and a register of version 1 with rows.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use std::path::Path;

use renmian_domain::{ItemId, OpeningId, PersonId};
use renmian_store::{Access, Operation, Register};
use rusqlite::Connection;
use support::{draft, record, small};

const SCHEMA: &str = include_str!("frozen/v1.sql");
const STEP_TO_2: &str = include_str!("frozen/v2.sql");
const STEP_TO_3: &str = include_str!("frozen/v3.sql");
const ROWS: &str = include_str!("frozen/v1-rows.sql");
const ROWS_OF_2: &str = include_str!("frozen/v2-rows.sql");
const HEAD: &str = "0780c7680ed44aae18dc81151727979ffb7daf250b30255b6a8254411cd09fdb";
const HEAD_OF_2: &str = "d04e432704c980d1fd828b232cbdceae37c53f072455f9272a3e3b7a3b2242a0";

fn objects(connection: &Connection) -> Vec<(String, String)> {
    let mut statement =
        connection.prepare("SELECT type || ' ' || name, COALESCE(sql, '') FROM sqlite_schema ORDER BY 1").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn a_register_of_an_earlier_version_is_upgraded_to_what_a_fresh_one_is() {
    let desk = small();
    drop(desk.register);
    for (name, thaw) in [("frozen-1", thaw as fn(&Path)), ("frozen-2", thaw_2)] {
        let frozen = desk.folder.path().join(name);
        thaw(&frozen);
        assert!(objects(&Connection::open(&frozen).unwrap()).len() > 50, "the frozen schema has its objects");
        drop(Register::open(&frozen, Access::Write).unwrap());
        let (frozen, fresh) = (Connection::open(&frozen).unwrap(), Connection::open(&desk.path).unwrap());
        let version =
            |of: &Connection| -> i32 { of.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap() };
        assert_eq!(version(&frozen), version(&fresh));
        let (frozen, fresh) = (objects(&frozen), objects(&fresh));
        for (a, b) in frozen.iter().zip(&fresh) {
            assert_eq!(a, b, "{name}");
        }
        assert_eq!(frozen.len(), fresh.len());
    }
}

#[test]
fn a_register_made_anew_has_the_schema_of_the_last_frozen_version() {
    let desk = small();
    drop(desk.register);
    let frozen = Connection::open_in_memory().unwrap();
    frozen.execute_batch(SCHEMA).unwrap();
    frozen.execute_batch(STEP_TO_2).unwrap();
    frozen.execute_batch(STEP_TO_3).unwrap();
    let fresh = Connection::open(&desk.path).unwrap();
    assert_eq!(
        objects(&frozen),
        objects(&fresh),
        "a step that was shipped is never edited: the next change is a new one"
    );
}

fn thaw(path: &Path) {
    let raw = Connection::open(path).unwrap();
    raw.execute_batch("PRAGMA application_id = 0x524D545A; PRAGMA user_version = 1").unwrap();
    raw.execute_batch(SCHEMA).unwrap();
    raw.execute_batch(ROWS).unwrap();
}

fn thaw_2(path: &Path) {
    let raw = Connection::open(path).unwrap();
    raw.execute_batch("PRAGMA application_id = 0x524D545A; PRAGMA user_version = 2").unwrap();
    raw.execute_batch(SCHEMA).unwrap();
    raw.execute_batch(STEP_TO_2).unwrap();
    raw.execute_batch(ROWS_OF_2).unwrap();
}

#[test]
fn a_register_of_version_2_still_verifies_says_what_it_said_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register");
    thaw_2(&path);
    let mut register = Register::open(&path, Access::Write).unwrap();
    let verification = register.verify().unwrap();
    assert_eq!(verification.faults, []);
    assert_eq!((verification.acts, verification.head.as_str()), (10, HEAD_OF_2), "what is digested has not changed");
    let facts = register.facts(None).unwrap();
    assert_eq!((facts.orders.len(), facts.superseded.len(), facts.endings.len(), facts.merged.len()), (2, 1, 1, 0));
    assert!(facts.persons.iter().all(|person| person.other_names.is_empty()), "the name was taken back");
    let (first, second) = (PersonId(1), PersonId(2));
    let held: Vec<_> =
        register.history(None).unwrap().tenures.iter().map(|tenure| (tenure.person, tenure.ended)).collect();
    assert_eq!(held, [(first, true), (first, false), (second, true)]);

    let merge = Operation::MergePersons { person: second, into: first, why: "同一人".to_owned() };
    register.transact(merge, support::at(30), support::CLERK).unwrap();
    assert!(register.verify().unwrap().is_sound());
}

#[test]
fn a_register_of_version_1_still_verifies_says_what_it_said_and_goes_on() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("register");
    thaw(&path);
    let mut register = Register::open(&path, Access::Write).unwrap();
    let verification = register.verify().unwrap();
    assert_eq!(verification.faults, []);
    assert_eq!((verification.acts, verification.head.as_str()), (9, HEAD), "what is digested has not changed");

    let facts = register.facts(None).unwrap();
    assert_eq!((facts.persons.len(), facts.organisations.len(), facts.posts.len()), (3, 2, 4));
    assert_eq!((facts.orders.len(), facts.items.len(), facts.openings.len()), (3, 7, 1));
    let last = facts.items.iter().find(|item| item.id == ItemId(7)).unwrap();
    assert_eq!((last.item.probation_months, last.item.note.as_deref()), (Some(12), Some("正科级")));
    assert_eq!(facts.openings[0].id, OpeningId(1));
    assert_eq!(facts.persons[0].birth.unwrap().to_string(), "1980-03");
    let held: Vec<_> =
        register.history(None).unwrap().tenures.iter().map(|tenure| (tenure.person, tenure.ended)).collect();
    let (first, second, third) = (PersonId(1), PersonId(2), PersonId(3));
    assert_eq!(held, [(first, true), (first, false), (second, true), (third, true), (third, false)]);
    assert_eq!(register.drafts().unwrap().len(), 1);

    record(&mut register, draft("青政人〔2024〕3号", "2024-06-01", &[]), 20).unwrap();
    assert!(register.verify().unwrap().is_sound());
}
