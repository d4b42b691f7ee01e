//! What a file has to be to be opened, and that a file which is refused is left byte for byte as it was.

mod support;

use std::fs;
use std::path::Path;

use renmian_store::{Access, Begin, OpenError, Register, StoreError};
use rusqlite::Connection;
use support::{CLERK, at, draft, record, small};

fn key(path: &Path, access: Access) -> &'static str {
    match Register::open(path, access) {
        Ok(_) => "opened",
        Err(error) => error.key(),
    }
}

#[test]
fn files_that_are_no_sound_register_are_refused_and_left_as_they_are() {
    let desk = small();
    let folder = desk.folder.path().to_owned();
    drop(desk.register);
    let sound = fs::read(&desk.path).unwrap();

    let newer = folder.join("newer");
    fs::copy(&desk.path, &newer).unwrap();
    Connection::open(&newer).unwrap().pragma_update(None, "user_version", 99).unwrap();
    let foreign = folder.join("foreign");
    Connection::open(&foreign).unwrap().execute_batch("CREATE TABLE t (a); PRAGMA user_version = 1").unwrap();

    let mut torn = sound.clone();
    torn.truncate(sound.len() / 2);
    let tableless = folder.join("tableless");
    fs::copy(&desk.path, &tableless).unwrap();
    let raw = Connection::open(&tableless).unwrap();
    raw.execute_batch("PRAGMA foreign_keys = OFF; DROP TABLE opening; DROP TABLE tenure").unwrap();
    drop(raw);
    let mut clipped = sound.clone();
    clipped.truncate(sound.len() - 1);
    let mut scratched = sound.clone();
    for page in 2..sound.len() / 4096 {
        scratched[page * 4096..page * 4096 + 200].fill(0xA5);
    }
    let mut unborn = sound.clone();
    unborn[60..64].fill(0);
    for (name, bytes, expected) in [
        ("empty", vec![], "error.register-foreign"),
        ("text", "任免台账".as_bytes().to_vec(), "error.register-foreign"),
        ("head-only", sound[..60].to_vec(), "error.register-damaged"),
        ("torn", torn, "error.register-damaged"),
        ("clipped", clipped, "error.register-damaged"),
        ("scratched", scratched, "error.register-damaged"),
        ("unborn", unborn, "error.register-damaged"),
        ("newer", fs::read(&newer).unwrap(), "error.register-newer"),
        ("tableless", fs::read(&tableless).unwrap(), "error.register-damaged"),
        ("foreign", fs::read(&foreign).unwrap(), "error.register-foreign"),
    ] {
        let path = folder.join(name);
        fs::write(&path, &bytes).unwrap();
        for access in [Access::Write, Access::Look] {
            assert_eq!(key(&path, access), expected, "{name}");
            assert!(fs::read(&path).unwrap() == bytes, "{name} was changed by being refused");
        }
    }
    assert_eq!(key(&folder.join("nowhere"), Access::Write), "error.register-missing");
    assert_eq!(key(&folder, Access::Look), "error.register-foreign");
    let left: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.contains('-') && name != "head-only")
        .collect();
    assert_eq!(left, [""; 0], "no lock, journal or copy is left beside refused files");
}

#[test]
fn a_second_writer_is_told_and_can_look() {
    let mut desk = small();
    assert_eq!(key(&desk.path, Access::Write), "error.register-locked");

    let mut look = Register::open(&desk.path, Access::Look).unwrap();
    assert_eq!(look.facts(None).unwrap().orders.len(), 2);
    let refused = record(&mut look, draft("青政人〔2023〕9号", "2023-09-01", &[]), 9);
    assert!(matches!(refused, Err(StoreError::LookOnly)), "{refused:?}");
    assert!(matches!(look.lay_draft(draft("x", "2023", &[]), at(9)), Err(StoreError::LookOnly)));

    record(&mut desk.register, draft("青政人〔2023〕9号", "2023-09-01", &[]), 9).unwrap();
    assert_eq!(look.facts(None).unwrap().orders.len(), 3, "a look sees what is recorded meanwhile");
    assert_eq!(look.facts(None).unwrap(), desk.register.facts(None).unwrap());
    assert_eq!(look.history(None).unwrap(), desk.register.history(None).unwrap());

    drop(desk.register);
    assert_eq!(key(&desk.path, Access::Write), "opened");
}

#[test]
fn the_register_is_one_file_when_it_is_closed() {
    let desk = small();
    drop(desk.register);
    let names: Vec<_> = fs::read_dir(desk.folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["台账.renmian"]);
}

#[test]
fn a_file_that_is_there_is_not_made_anew() {
    let desk = small();
    drop(desk.register);
    let before = fs::read(&desk.path).unwrap();
    let again = Register::create(&desk.path, Begin { place: String::new(), unit: String::new() }, at(9), CLERK);
    assert!(matches!(again, Err(OpenError::Exists(_))));
    assert!(fs::read(&desk.path).unwrap() == before, "the register that was there is untouched");
}

#[test]
fn a_lock_file_left_by_a_crash_locks_nothing() {
    let desk = small();
    drop(desk.register);
    fs::write(desk.folder.path().join("台账.renmian-lock"), b"").unwrap();
    assert_eq!(key(&desk.path, Access::Write), "opened");
}

#[test]
fn what_a_crash_left_unfinished_is_rolled_back_even_for_a_look() {
    let desk = small();
    let facts = desk.register.facts(None).unwrap();
    drop(desk.register);
    let raw = Connection::open(&desk.path).unwrap();
    // A cache of two pages makes the engine write into the file before the act is done.
    raw.execute_batch("PRAGMA cache_size = 2; PRAGMA foreign_keys = OFF; BEGIN IMMEDIATE").unwrap();
    for _ in 0..200 {
        raw.execute(
            "INSERT INTO opening (act, person, post, held_on, by_paper, concurrent, acting, secondment)
             VALUES (9, 1, 1, '2020-01-01', ?1, 0, 0, 0)",
            ["青".repeat(500)],
        )
        .unwrap();
    }
    let crashed = desk.folder.path().join("crashed");
    fs::copy(&desk.path, &crashed).unwrap();
    fs::copy(desk.folder.path().join("台账.renmian-journal"), desk.folder.path().join("crashed-journal")).unwrap();
    drop(raw);
    assert_ne!(fs::read(&crashed).unwrap(), fs::read(&desk.path).unwrap(), "the file was caught half written");

    let look = Register::open(&crashed, Access::Look).unwrap();
    assert_eq!(look.facts(None).unwrap(), facts);
    assert!(look.verify().unwrap().is_sound());
}
