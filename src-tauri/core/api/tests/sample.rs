//! The sample register looks like one that is kept well: a first self-check finds a handful of things to learn from.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

use renmian_api::types::*;
use renmian_api::{Home, Session};

#[test]
fn a_first_self_check_finds_a_handful_of_three_kinds_and_little_is_overdue() {
    let folder = tempfile::tempdir().unwrap();
    let session = Session::new(Home::at(folder.path()));
    let path = folder.path().join("sample.renmian").display().to_string();
    session.create_sample(CreateSample { path, task: None }).unwrap();
    // After its last paper, and years later, since nobody keeps it on.
    for on in ["2024-01-01", "2028-01-01"] {
        let at = At { on: Some(on.parse().unwrap()), known_at: None };
        let check = session.self_check(SelfCheckQuery { at: at.clone() }).unwrap();
        assert!((3..=4).contains(&check.groups.len()), "on {on}: {} kinds", check.groups.len());
        assert!(check.count <= 9, "on {on}: {} found", check.count);
        let due = session.due(DueQuery { at, within: None }).unwrap();
        let overdue = due.rows.iter().filter(|line| line.overdue).count();
        assert_eq!(overdue, 1, "on {on}: the probation that was forgotten");
    }
    let people = session.people(PeopleQuery { query: String::new(), at: At::default(), limit: 0 }).unwrap();
    assert!(people.count > 300);
}
