//! Moments are said to a clerk in the time of the PC, by the minute.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod desk;

use desk::{Desk, PAPER, text};
use serde_json::Value;

#[test]
fn moments_are_printed_by_the_minute_in_the_time_of_this_pc_and_read_as_they_are_printed() {
    let desk = Desk::new();
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    let number = desk.json(&["orders"])["orders"][0]["number"].as_str().unwrap().to_owned();
    desk.run(&["revoke", &number, "--why", "误发"]);
    let here = |arguments: &[&str]| {
        let output = desk.command(arguments).env("TZ", "Asia/Shanghai").output().unwrap();
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        String::from_utf8(output.stdout).unwrap()
    };
    let at = desk.json(&["journal"])["acts"][2]["at"].as_str().unwrap().to_owned();
    let hour: u32 = at[11..13].parse().unwrap();
    let minute = format!("{:02}{}", (hour + 8) % 24, &at[13..16]);
    let printed = here(&["journal"]);
    let said = printed.lines().last().unwrap();
    assert!(said[10..].trim_start().starts_with(&minute), "eight hours before Greenwich: {said} for {at}");
    for arguments in [&["order", &number][..], &["journal"], &["verify"], &["verify", "--head"]] {
        let printed = here(arguments);
        assert!(printed.contains(&minute), "{arguments:?}: {printed}");
        assert!(!printed.contains(&at[10..19]), "no moment of the machine: {arguments:?}: {printed}");
    }
    let known = here(&["--json", "orders", "--known-at", &said[..16]]);
    let known: Value = serde_json::from_str(&known).unwrap();
    assert_eq!(known["orders"][0]["state"], "revoked", "a minute means its end");
}
