//! Laws of reconciling, over random registers: their own roster differs in nothing, and an edited one in exactly what
//! was edited.

use std::collections::BTreeSet;

use proptest::prelude::*;
use proptest::sample::Index;
use renmian_domain::{Facts, History, Tenure};

use super::{RosterLine, reconcile};
use crate::posts::posts_of_text;
use crate::register::Register;
use crate::roster::on;
use crate::sample::{add, county, exact};
use crate::tenure::derive;

const DAY: &str = "2022-06-30";

/// Entries of the county's six people in its nine posts.
fn register() -> impl Strategy<Value = Facts> {
    let days =
        prop::sample::select(vec!["2018-03-01", "2019-05", "2020", "2020-01-02", "2021-07-15", "2022-07-01", "?"]);
    let kinds = prop::sample::select(vec!["appoint", "appoint", "appoint", "appoint concurrent", "elect", "dismiss"]);
    let held =
        prop::sample::select(vec!["held 2021-12-31", "held 2021-12-31 since 2019", "held 2022-01-31 since 2021-07"]);
    let entry = prop_oneof![
        4 => (days, kinds, 1..7i64, 1..10i64).prop_map(|(day, kind, who, post)| (format!("{day} {kind}"), false, who, post)),
        1 => (held, 1..7i64, 1..10i64).prop_map(|(held, who, post)| (held.to_owned(), true, who, post)),
    ];
    prop::collection::vec(entry, 1..20).prop_map(|entries| {
        let mut facts = county();
        for (at, (text, held, person, post)) in entries.iter().enumerate() {
            let line = if *held { text.clone() } else { format!("{} {text}", at + 1) };
            add(&mut facts, &line, *person, *post);
        }
        facts
    })
}

/// The register's own roster, its names written as papers may write them.
fn own(facts: &Facts, history: &History, written: &[Index]) -> Vec<RosterLine> {
    let register = Register::of(facts);
    let line = |(at, tenure): (usize, &Tenure)| {
        let person = facts.persons.iter().find(|person| person.id == tenure.person).unwrap();
        let post = facts.posts.iter().find(|post| post.id == tenure.post).unwrap();
        let unit = facts.organisations.iter().find(|unit| Some(unit.id) == post.organisation).unwrap();
        let mut names = vec![person.name.clone()];
        names.extend(person.other_names.iter().cloned());
        names.push(person.name.chars().flat_map(|c| [c, '　']).collect());
        let mut units = vec![unit.name.clone()];
        units.extend(unit.other_names.iter().cloned());
        units.extend(unit.name.strip_prefix('县').map(|rest| format!("青云县{rest}")));
        let choose = |from: &[String]| written[at % written.len()].get(from).clone();
        let joined = written[at % written.len()].index(3) == 0;
        let unit = choose(&units);
        RosterLine {
            row: at as u32 + 4,
            name: choose(&names),
            gender: person.gender,
            birth: person.birth,
            posts: if joined {
                posts_of_text(&register, None, &format!("{unit}{}", post.title), None)
            } else {
                posts_of_text(&register, Some(&unit), &post.title, None)
            },
            since: tenure.start,
        }
    };
    on(history, exact(DAY)).enumerate().map(line).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn its_own_roster_differs_in_nothing(
        (facts, written, seed) in (register(), prop::collection::vec(any::<Index>(), 1..12), any::<u64>())
    ) {
        let history = derive(&facts);
        let mut lines = own(&facts, &history, &written);
        lines.sort_by_key(|line| (u64::from(line.row) ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        let found = reconcile(&facts, &history, &lines, exact(DAY));
        prop_assert!(found.differences.is_empty(), "{:?}", found.differences);
        prop_assert_eq!(found.same, lines.len());
    }

    #[test]
    fn an_edited_roster_differs_in_what_was_edited(
        (facts, written, edits) in (
            register(),
            prop::collection::vec(any::<Index>(), 1..12),
            prop::collection::vec((any::<Index>(), 0..4u8), 0..4),
        )
    ) {
        let history = derive(&facts);
        let mut lines: Vec<Option<RosterLine>> = own(&facts, &history, &written).into_iter().map(Some).collect();
        let tenures: Vec<&Tenure> = on(&history, exact(DAY)).collect();
        let mut expected = BTreeSet::new();
        // Namesakes cannot be told apart by a row; ranks are left out of a roster without any.
        let mut touched = BTreeSet::from([3, 4]);
        for (at, (place, edit)) in edits.iter().enumerate() {
            if lines.is_empty() {
                break;
            }
            let index = place.index(lines.len());
            let rank = tenures.get(index).is_none_or(|tenure| tenure.post.0 == 7);
            if rank || !touched.insert(tenures[index].person.0) {
                continue;
            }
            let tenure = tenures[index];
            let Some(line) = lines[index].clone() else { continue };
            let told = |kind: &str, row: u32| format!("{kind} {} {row} {}", tenure.person.0, tenure.post.0);
            match edit {
                0 => {
                    expected.insert(told("only_here", 0));
                    lines[index] = None;
                }
                1 => {
                    expected.insert(told("different_post", line.row));
                    lines[index] = Some(RosterLine { posts: posts_of_text(&Register::of(&facts), Some("县水利局"), "局长", None), ..line });
                }
                2 => {
                    expected.insert(told("different_date", line.row));
                    lines[index] = Some(RosterLine { since: Some("2001-09".parse().unwrap()), ..line });
                }
                _ => {
                    let row = 100 + at as u32;
                    expected.insert(format!("only_there 新人{at} {row}"));
                    lines.push(Some(RosterLine { row, name: format!("新人{at}"), ..line }));
                }
            }
        }
        let lines: Vec<RosterLine> = lines.into_iter().flatten().collect();
        let found: BTreeSet<String> = reconcile(&facts, &history, &lines, exact(DAY))
            .differences
            .iter()
            .map(|found| match found.here {
                Some(tenure) => {
                    format!("{} {} {} {}", found.kind.key(), tenure.person.0, found.row.unwrap_or(0), tenure.post.0)
                }
                None => format!("{} {} {}", found.kind.key(), found.name, found.row.unwrap_or(0)),
            })
            .collect();
        prop_assert_eq!(found, expected);
    }
}
