//! Nothing recorded is overwritten, what another hand changes is found and named, and copies are whole.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use std::fs;

use renmian_store::{Access, Fault, OpenError, Register, restore};
use rusqlite::Connection;
use support::{draft, full, record, small};

const RECORDED: &[&str] = &[
    "journal",
    "seal",
    "setting",
    "organisation",
    "organisation_state",
    "post",
    "post_state",
    "person",
    "person_state",
    "other_name",
    "document",
    "item",
    "opening",
    "accepted_finding",
    "original",
    "document_file",
    "document_state",
    "withdrawal",
    "organisation_event",
    "post_event",
    "ending",
    "person_merge",
    "person_split",
];

#[test]
fn the_file_itself_refuses_to_change_or_delete_what_is_recorded() {
    let desk = full();
    drop(desk.register);
    let raw = Connection::open(&desk.path).unwrap();
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    let tables: Vec<String> = raw
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .map(Result::unwrap)
        .filter(|name: &String| !["tenure", "draft", "draft_file"].contains(&name.as_str()))
        .collect();
    assert_eq!(tables.len(), RECORDED.len(), "every table but the derived and the desk is recorded: {tables:?}");
    for &table in RECORDED {
        assert!(tables.iter().any(|name| name == table), "{table}");
        let rows: i64 = raw.query_row(&format!("SELECT COUNT(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        assert!(rows > 0, "{table} has rows to try it on");
        let column = if table == "journal" { "at" } else { "act" };
        for sql in [format!("UPDATE {table} SET {column} = {column}"), format!("DELETE FROM {table}")] {
            let refused = raw.execute(&sql, []).expect_err(&sql).to_string();
            assert!(refused.contains("recorded rows are never changed"), "{sql}: {refused}");
        }
    }
}

/// The triggers of a table taken away, something done, and the triggers put back: as a skilled hand would.
fn tamper(path: &std::path::Path, table: &str, sql: &str) {
    let raw = Connection::open(path).unwrap();
    raw.pragma_update(None, "foreign_keys", false).unwrap();
    let triggers: Vec<(String, String)> = raw
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ?1")
        .unwrap()
        .query_map([table], |row| Ok((row.get(0)?, row.get(1)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    for (name, _) in &triggers {
        raw.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
    }
    raw.execute_batch(sql).unwrap();
    for (_, text) in &triggers {
        raw.execute_batch(text).unwrap();
    }
}

#[test]
fn what_another_hand_changes_is_found_and_named() {
    let named = |table: &str, row: i64, act: i64| (table.to_owned(), row, act);
    let changed = |(table, row, act)| Fault::Changed { table, row, act };
    let gone = |(table, row, act)| Fault::Gone { table, row, act };
    let added = |(table, row, act)| Fault::Added { table, row, act };
    for (table, sql, first) in [
        ("item", "UPDATE item SET kind = 'dismiss' WHERE id = 2", changed(named("item", 2, 2))),
        ("item", "UPDATE item SET person = 2 WHERE id = 3", changed(named("item", 3, 3))),
        ("document", "UPDATE document SET issued_on = '2021-03-06' WHERE id = 1", changed(named("document", 1, 2))),
        ("document", "UPDATE document SET decided_on = '2021' WHERE id = 2", changed(named("document", 2, 3))),
        ("item", "DELETE FROM item WHERE id = 4", gone(named("item", 4, 3))),
        ("setting", "UPDATE setting SET value = '云青县' WHERE key = 'place'", changed(named("setting", 1, 1))),
        (
            "opening",
            "INSERT INTO opening (act, person, post, held_on, concurrent, acting, secondment)
             VALUES (2, 1, 1, '2020-01-01', 0, 0, 0)",
            added(named("opening", 1, 2)),
        ),
        ("item", "UPDATE item SET act = 2 WHERE id = 3", added(named("item", 3, 2))),
        ("seal", "UPDATE seal SET digest = zeroblob(32) WHERE relation = 'item' AND row = 1", Fault::Chain { act: 2 }),
        ("journal", "UPDATE journal SET actor = '别人' WHERE id = 2", Fault::Chain { act: 2 }),
        ("journal", "UPDATE journal SET at = '2020-01-01T00:00:00.000Z' WHERE id = 3", Fault::Chain { act: 3 }),
        ("journal", "UPDATE journal SET why = '改' WHERE id = 1", Fault::Chain { act: 1 }),
    ] {
        let desk = small();
        assert!(desk.register.verify().unwrap().is_sound(), "sound before {sql}");
        drop(desk.register);
        tamper(&desk.path, table, sql);
        let register = Register::open(&desk.path, Access::Look).unwrap();
        let verification = register.verify().unwrap();
        assert_eq!(verification.faults.first(), Some(&first), "{sql}: {:?}", verification.faults);
    }
}

#[test]
fn acts_cut_off_and_triggers_taken_away_are_found() {
    let desk = small();
    drop(desk.register);
    for (table, row) in [("item", "act = 3"), ("document", "act = 3"), ("seal", "act = 3"), ("journal", "id = 3")] {
        tamper(&desk.path, table, &format!("DELETE FROM {table} WHERE {row}"));
    }
    let faults = Register::open(&desk.path, Access::Look).unwrap().verify().unwrap().faults;
    assert!(faults.contains(&Fault::ActGone { act: 3 }), "{faults:?}");

    let desk = small();
    drop(desk.register);
    Connection::open(&desk.path).unwrap().execute_batch("DROP TRIGGER item_no_update").unwrap();
    let faults = Register::open(&desk.path, Access::Look).unwrap().verify().unwrap().faults;
    assert_eq!(faults, [Fault::Schema { object: "trigger item_no_update".to_owned() }]);
}

#[test]
fn a_copy_made_while_the_register_is_open_is_whole() {
    let mut desk = small();
    let copy = desk.folder.path().join("copy.renmian");
    desk.register.backup(&copy, false).unwrap();
    let head = desk.register.head().unwrap();
    record(&mut desk.register, draft("青政人〔2024〕1号", "2024-01-01", &[]), 3).unwrap();

    let opened = Register::open(&copy, Access::Look).unwrap();
    assert_eq!(opened.head().unwrap(), head);
    assert!(opened.verify().unwrap().is_sound());
    drop(opened);

    assert!(matches!(desk.register.backup(&copy, false), Err(OpenError::Exists(_))), "a copy is not replaced unasked");
    assert!(matches!(desk.register.backup(&desk.path, true), Err(OpenError::Exists(_))), "nor the register itself");
    desk.register.backup(&copy, true).unwrap();
    assert_eq!(Register::open(&copy, Access::Look).unwrap().head().unwrap(), desk.register.head().unwrap());
    assert!(!desk.folder.path().join("copy.renmian-part").exists());
}

#[test]
fn a_copy_is_put_back_and_what_it_replaces_is_kept() {
    let mut desk = small();
    let copy = desk.folder.path().join("copy.renmian");
    desk.register.backup(&copy, false).unwrap();
    let head = desk.register.head().unwrap();
    record(&mut desk.register, draft("青政人〔2024〕1号", "2024-01-01", &[]), 3).unwrap();
    assert!(matches!(restore(&copy, &desk.path), Err(OpenError::Locked(_))), "an open register is not replaced");
    let later = desk.register.head().unwrap();
    drop(desk.register);

    let kept = restore(&copy, &desk.path).unwrap().kept.expect("the replaced register is kept");
    assert_eq!(Register::open(&desk.path, Access::Write).unwrap().head().unwrap(), head);
    assert_eq!(Register::open(&kept, Access::Look).unwrap().head().unwrap(), later);

    fs::write(&desk.path, b"scratched").unwrap();
    let second = restore(&copy, &desk.path).unwrap().kept.unwrap();
    assert_ne!(second, kept);
    assert_eq!(fs::read(second).unwrap(), b"scratched");

    tamper(&copy, "item", "UPDATE item SET kind = 'dismiss' WHERE id = 2");
    assert!(matches!(restore(&copy, &desk.path), Err(OpenError::Unsound(_))));
    assert_eq!(Register::open(&desk.path, Access::Write).unwrap().head().unwrap(), head, "nothing was replaced");
    let new = desk.folder.path().join("new.renmian");
    assert_eq!(restore(&kept, &new).unwrap().kept, None);
    assert_eq!(Register::open(&new, Access::Write).unwrap().head().unwrap(), later);
}

#[test]
fn derived_rows_that_do_not_follow_are_found_and_do_not_outlive_the_next_opening() {
    let desk = small();
    let before = desk.register.history(None).unwrap();
    assert_eq!(before.tenures.len(), 3);
    drop(desk.register);
    for (sql, missing, surplus) in [
        ("DELETE FROM tenure", 3, 0),
        ("UPDATE tenure SET started = '2011-01-01' WHERE id = (SELECT MIN(id) FROM tenure)", 1, 1),
        ("INSERT INTO tenure (person, post, ended, concurrent, acting, secondment) VALUES (2, 3, 0, 0, 0, 0)", 0, 1),
    ] {
        Connection::open(&desk.path).unwrap().execute_batch(sql).unwrap();
        let look = Register::open(&desk.path, Access::Look).unwrap();
        assert_eq!(look.verify().unwrap().faults, [Fault::Tenures { missing, surplus }], "{sql}");
        drop(look);
        let mut register = Register::open(&desk.path, Access::Write).unwrap();
        assert_eq!(*register.history(None).unwrap(), *before, "{sql}");
        assert!(register.verify().unwrap().is_sound());
        register.rederive().unwrap();
        assert_eq!(*register.history(None).unwrap(), *before, "derived again");
    }
}
