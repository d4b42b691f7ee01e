//! Laws of the whole register: the history does not depend on the order of entry, and what is kept up act by act
//! equals what is derived from the beginning.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use std::collections::BTreeMap;

use proptest::prelude::*;
use renmian_domain::{Draft, EntryRef, ItemKind};
use renmian_store::{OpeningEntry, Operation, Register};
use support::{CLERK, at, desk, draft, record, resolve};

const NAMES: [&str; 3] = ["李洋", "单雄", "吕青"];
const POSTS: [(&str, &str); 3] = [("县财政局", "副局长"), ("县财政局", "局长"), ("县审计局", "局长")];
const KINDS: [ItemKind; 6] = [
    ItemKind::Appoint,
    ItemKind::Appoint,
    ItemKind::Dismiss,
    ItemKind::Dismiss,
    ItemKind::Confirm,
    ItemKind::AcceptResignation,
];
const DAYS: [&str; 5] = ["2019-03-05", "2020-06", "2020-06-15", "2021", "2022-11-30"];

/// Who, which post, what, on which day by the item itself, concurrent, with probation.
type Entry = (usize, usize, usize, Option<usize>, bool, bool);

fn papers() -> impl Strategy<Value = Vec<(usize, Vec<Entry>)>> {
    let entry = (0..3usize, 0..3usize, 0..6usize, prop::option::of(0..5usize), any::<bool>(), any::<bool>());
    prop::collection::vec((0..5usize, prop::collection::vec(entry, 1..4)), 1..6)
}

fn paper(serial: usize, (day, entries): &(usize, Vec<Entry>)) -> Draft {
    let lines: Vec<_> = entries
        .iter()
        .map(|(name, post, kind, ..)| (NAMES[*name], KINDS[*kind], POSTS[*post].0, POSTS[*post].1))
        .collect();
    let mut paper = draft(&format!("青政人〔2022〕{}号", serial + 1), DAYS[*day], &lines);
    for (entry, (.., own_day, concurrent, probation)) in paper.items.iter_mut().zip(entries) {
        entry.item.effective_on = own_day.map(|day| DAYS[day].parse().unwrap());
        entry.item.concurrent = *concurrent;
        entry.item.probation_months = probation.then_some(12);
    }
    paper
}

/// The history in words that do not depend on rows.
fn told(register: &Register) -> Vec<String> {
    let (facts, history) = (register.facts(None).unwrap(), register.history(None).unwrap());
    let numbers: BTreeMap<_, _> =
        facts.orders.iter().map(|head| (head.id, head.number.as_ref().unwrap().text.as_str())).collect();
    let by = |entry: Option<EntryRef>| match entry {
        Some(EntryRef::Item(id)) => {
            let item = facts.items.iter().find(|item| item.id == id).unwrap();
            format!("{}#{}", numbers[&item.order], item.position)
        }
        Some(EntryRef::Opening(_)) => "期初".to_owned(),
        Some(EntryRef::Ending(_)) => "离任".to_owned(),
        Some(EntryRef::OrganisationEvent(_) | EntryRef::PostEvent(_)) => "沿革".to_owned(),
        None => "—".to_owned(),
    };
    let mut lines: Vec<String> = history
        .tenures
        .iter()
        .map(|tenure| {
            let person = facts.persons.iter().find(|person| person.id == tenure.person).unwrap();
            let post = facts.posts.iter().find(|post| post.id == tenure.post).unwrap();
            let unit = facts.organisations.iter().find(|unit| Some(unit.id) == post.organisation).unwrap();
            format!(
                "{} {}{} {:?}–{:?} {} {:?} {} {} {} {:?} {:?} {} {:?}",
                person.name,
                unit.name,
                post.title,
                tenure.start,
                tenure.end,
                tenure.ended,
                tenure.end_cause,
                by(tenure.start_by),
                by(tenure.end_by),
                tenure.concurrent,
                tenure.probation_ends,
                tenure.confirmed_on,
                by(tenure.confirmed_by),
                tenure.term_ends,
            )
        })
        .collect();
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn papers_give_one_history_in_whatever_order_they_are_entered(papers in papers(), seed in any::<u64>()) {
        let mut turned: Vec<usize> = (0..papers.len()).collect();
        turned.sort_by_key(|place| (*place as u64 + 1).wrapping_mul(seed | 1) % 97);
        let mut told_by = Vec::new();
        for turn in [(0..papers.len()).collect::<Vec<_>>(), turned] {
            let mut desk = desk();
            let enter = |register: &mut Register| {
                let mut minutes = 1..;
                turn.iter().try_for_each(|place| {
                    let minute = minutes.next().unwrap_or_default();
                    record(register, paper(*place, &papers[*place]), minute).map(|_| ())
                })
            };
            desk.register.together(enter).unwrap();
            let history = told(&desk.register);
            let verification = desk.register.verify().unwrap();
            prop_assert!(verification.is_sound(), "kept up by act equals derived at once: {:?}", verification.faults);
            let mut desk = desk.reopen();
            prop_assert_eq!(&told(&desk.register), &history, "read back from the file");
            desk.register.rederive().unwrap();
            prop_assert_eq!(&told(&desk.register), &history, "derived again");
            told_by.push(history);
        }
        prop_assert!(!told_by[0].is_empty() || papers.iter().all(|(_, entries)| entries.iter().all(|e| e.2 == 4)));
        prop_assert_eq!(&told_by[0], &told_by[1]);
    }
}

#[test]
fn an_opening_entry_fills_the_start_of_what_a_dismissal_ended() {
    let mut desk = desk();
    let paper = draft("青政人〔2022〕1号", "2022-11-30", &[("李洋", ItemKind::Dismiss, "县审计局", "局长")]);
    record(&mut desk.register, paper.clone(), 1).unwrap();
    let start = |register: &Register| register.history(None).unwrap().tenures[0].start.map(|day| day.to_string());
    assert_eq!(start(&desk.register), None, "never an invented start");

    let entry = OpeningEntry {
        held_on: "2020-01-01".parse().unwrap(),
        since: Some("2018-07".parse().unwrap()),
        by: Some("青政人〔2018〕9号".to_owned()),
        concurrent: false,
        acting: false,
        secondment: false,
    };
    let resolution = resolve(&desk.register.facts(None).unwrap(), &paper);
    let openings = Operation::RecordOpenings { entries: vec![entry.clone()], resolution };
    let recorded = desk.register.transact(openings, at(2), CLERK).unwrap();
    assert!(recorded.persons.is_empty(), "the person is known by now");
    assert_eq!(start(&desk.register).as_deref(), Some("2018-07"));
    assert_eq!(desk.register.history(None).unwrap().tenures.len(), 1);
    let kept = desk.register.facts(None).unwrap().openings[0].clone();
    assert_eq!((kept.held_on, kept.since, kept.by), (entry.held_on, entry.since, entry.by));
    assert_eq!(desk.register.history(Some(at(1))).unwrap().tenures[0].start, None, "as the register said before");
    assert!(desk.register.verify().unwrap().is_sound());
}
