//! What holds for every register: laws of the derivation as properties.

use std::collections::{BTreeMap, HashMap};

use proptest::prelude::*;
use renmian_domain::{EntryRef, Facts, History, ItemKind, PartialDate, Tenure};

use super::{derive, derive_pair};
use crate::sample::{add, entry_name};

/// Entries of a few persons and posts, with days close together so that they meet. Every paper has its own number
/// and one day, every item its own place.
fn lines() -> impl Strategy<Value = Vec<(String, i64, i64)>> {
    let days = prop::sample::select(vec![
        "2019-12-31",
        "2020-01-01",
        "2020-01-02",
        "2020-01",
        "2020-02-29",
        "2020-03",
        "2020",
        "2021-05-06",
        "2021",
        "?",
    ]);
    let orders = prop::collection::vec(days, 8);
    let kind = prop::sample::select(vec![
        "appoint",
        "appoint",
        "appoint acting",
        "elect",
        "dismiss",
        "dismiss",
        "resign",
        "remove",
        "confirm",
        "nominate",
        "appoint probation12",
        "appoint secondment term24",
        "dismiss concurrent",
    ]);
    let entry = prop_oneof![
        6 => (0..8usize, kind, 1..3i64, 1..3i64).prop_map(|(order, kind, who, post)| (Some((order, kind)), "", who, post)),
        1 => (
            prop::sample::select(vec![
                "held 2020-01-01", "held 2020-01-15 since 2020-01", "held 2020-12-31 since 2019",
                "held 2021-12-31 since 2020-01-02", "held 2021-12-31 since 2019-12-31", "held 2020-02-29","held 2021-12-31 acting", "held 2020-01-02 since 2021",
            ]), 1..3i64, 1..3i64)
            .prop_map(|(held, who, post)| (None, held, who, post)),
        2 => (
            prop::sample::select(vec![
                "ends 2020-01-02 retired", "ends 2020-01 died", "ends 2020 term_over this",
                "ends 2020-03-01 probation_failed this", "unit 2020-01-01 abolish end", "unit 2020-01-02 rename reappoint",
                "unit 2020-03 merge end", "unit 2020-01 rename reappoint", "unit 2020-02-29 abolish wait",
                "unit 2020-02-29 rename run_on", "post 2020-01-02 abolish end", "post 2020 rename reappoint",
            ]), 1..3i64, 1..3i64)
            .prop_map(|(beside, who, post)| (None, beside, who, post)),
    ];
    (orders, prop::collection::vec(entry, 0..14)).prop_map(|(orders, entries)| {
        entries
            .into_iter()
            .enumerate()
            .map(|(place, (item, held, who, post))| match item {
                Some((order, kind)) => (format!("{order}/{} {} {kind}", place + 1, orders[order]), who, post),
                None => (held.to_owned(), who, post),
            })
            .collect()
    })
}

fn facts_of(lines: &[(String, i64, i64)]) -> Facts {
    let mut facts = Facts::default();
    for (line, person, post) in lines {
        add(&mut facts, line, *person, *post);
    }
    facts
}

/// A history with its entries named by what they say, so that two orders of typing can be compared.
fn named(facts: &Facts, history: &History) -> Vec<String> {
    let name = |by: Option<EntryRef>| match by {
        None => "-".to_owned(),
        Some(EntryRef::Opening(id)) => {
            let opening = facts.openings.iter().find(|opening| opening.id == id).unwrap();
            format!("held {} {:?} {}", opening.held_on, opening.since, opening.acting)
        }
        Some(EntryRef::Ending(id)) => {
            let ending = facts.endings.iter().find(|ending| ending.id == id).unwrap();
            format!("{:?} {:?} {}", ending.cause, ending.post, ending.on)
        }
        Some(EntryRef::OrganisationEvent(id)) => {
            let event = facts.organisation_events.iter().find(|event| event.id == id).unwrap();
            format!("{:?} {:?} {}", event.kind, event.organisation, event.on)
        }
        Some(EntryRef::PostEvent(id)) => {
            let event = facts.post_events.iter().find(|event| event.id == id).unwrap();
            format!("{:?} {:?} {}", event.kind, event.post, event.on)
        }
        Some(item @ EntryRef::Item(id)) => {
            let position = facts.items.iter().find(|item| item.id == id).unwrap().position;
            format!("{}@{position}", entry_name(facts, item))
        }
    };
    let line = |tenure: &Tenure| {
        let bare = Tenure { start_by: None, end_by: None, confirmed_by: None, ..tenure.clone() };
        format!("{bare:?} {} {} {}", name(tenure.start_by), name(tenure.end_by), name(tenure.confirmed_by))
    };
    let mut lines: Vec<String> = history.tenures.iter().map(line).collect();
    // Of two tenures with unknown starts and no ends the ids of their entries would otherwise decide.
    lines.sort();
    lines
}

/// Rules 2, 8 and 9: whether the second can begin when the first has ended, each date read as late or as early as it
/// can be meant; the first has a day at least.
fn can_follow(first: &Tenure, second: &Tenure) -> bool {
    let has_a_day = first.start.and_then(|start| start.earliest().succ_opt());
    let free = first.end.map(PartialDate::earliest).max(has_a_day);
    second.start.zip(free).is_none_or(|(start, free)| start.latest() >= free)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn any_order_of_typing_gives_the_same_history((typed, again) in lines().prop_flat_map(|lines| {
        (Just(lines.clone()), Just(lines).prop_shuffle())
    })) {
        let (first, second) = (facts_of(&typed), facts_of(&again));
        prop_assert_eq!(named(&first, &derive(&first)), named(&second, &derive(&second)));
    }

    #[test]
    fn rows_in_any_order_give_the_same_history(lines in lines(), seed in any::<u64>()) {
        let facts = facts_of(&lines);
        let mut mixed = facts.clone();
        mixed.items.sort_by_key(|item| (item.id.0 as u64 ^ seed).wrapping_mul(0x9E37_79B9_7F4A_7C15));
        mixed.orders.reverse();
        mixed.openings.reverse();
        mixed.endings.reverse();
        mixed.organisation_events.reverse();
        mixed.post_events.reverse();
        mixed.posts.reverse();
        prop_assert_eq!(derive(&facts), derive(&mixed), "rows are a set, not a list");
        prop_assert_eq!(derive(&facts), derive(&facts), "deriving again gives the same");
    }

    #[test]
    fn a_pair_alone_gives_what_all_give(lines in lines()) {
        let facts = facts_of(&lines);
        let mut by_pair = BTreeMap::new();
        for item in &facts.items {
            by_pair.insert((item.person, item.post), ());
        }
        for opening in &facts.openings {
            by_pair.insert((opening.person, opening.post), ());
        }
        let mut tenures: Vec<Tenure> =
            by_pair.into_keys().flat_map(|(person, post)| derive_pair(&facts, person, post)).collect();
        super::sort(&mut tenures);
        prop_assert_eq!(derive(&facts).tenures, tenures);
    }

    #[test]
    fn tenures_are_sound(lines in lines()) {
        let facts = facts_of(&lines);
        let history = derive(&facts);
        let mut pairs: HashMap<_, Vec<&Tenure>> = HashMap::new();
        for tenure in &history.tenures {
            pairs.entry((tenure.person, tenure.post)).or_default().push(tenure);
            prop_assert_eq!(tenure.ended, tenure.end_by.is_some(), "rule 7: an ending names its entry");
            prop_assert_eq!(tenure.ended, tenure.end_cause.is_some(), "rule 7: an ending names its cause");
            prop_assert!(tenure.ended || tenure.end.is_none(), "what runs has no end");
            if let (Some(start), Some(end)) = (tenure.start, tenure.end) {
                prop_assert!(start.earliest() < end.latest(), "a tenure has at least one day: {:?}", tenure);
            }
            prop_assert!(
                tenure.start.is_none() || tenure.no_later_than.is_none(),
                "a start is known, or known to be no later than a day: {:?}", tenure
            );
            if let (Some(EntryRef::Opening(_)), None) = (tenure.start_by, tenure.start) {
                prop_assert!(tenure.no_later_than.is_some(), "an opening entry proves the post on its day: {:?}", tenure);
            }
            prop_assert!(
                tenure.start_by.is_some() || tenure.end_by.is_some() || tenure.confirmed_by.is_some(),
                "nothing is shown without an entry"
            );
        }
        for ((person, post), tenures) in &pairs {
            prop_assert!(tenures.iter().filter(|tenure| !tenure.ended).count() <= 1, "rule 8: one runs at most");
            let in_order = derive_pair(&facts, *person, *post);
            for two in in_order.windows(2) {
                prop_assert!(two[0].ended, "the next begins when the last has ended: {:?}", two);
                prop_assert!(can_follow(&two[0], &two[1]), "tenures of one person in one post do not overlap: {:?}", two);
            }
        }
        for item in facts.items.iter().filter(|item| item.item.kind.closes()) {
            let order = facts.orders.iter().find(|order| order.id == item.order).unwrap();
            let day = item.item.effective_on.or(order.decided_on).or(order.issued_on);
            let of_pair = || history.tenures.iter().filter(|t| t.person == item.person && t.post == item.post);
            let ended = of_pair().filter(|tenure| tenure.end_by == Some(EntryRef::Item(item.id))).count();
            let beside = |by| matches!(by, Some(EntryRef::Ending(_) | EntryRef::OrganisationEvent(_) | EntryRef::PostEvent(_)));
            let within = |exact: PartialDate, rough: PartialDate| {
                rough.earliest() <= exact.earliest() && exact.latest() <= rough.latest()
            };
            let same = |end: Option<PartialDate>| end == day || end.zip(day).is_some_and(|(end, day)| within(end, day));
            let said_again = of_pair().any(|tenure| tenure.ended && (same(tenure.end) || beside(tenure.end_by)));
            prop_assert!(ended == 1 || (ended == 0 && said_again), "rule 5: no ending is dropped");
        }
        for item in facts.items.iter().filter(|item| item.item.kind == ItemKind::Nominate) {
            let by = Some(EntryRef::Item(item.id));
            prop_assert!(
                history.tenures.iter().all(|t| t.start_by != by && t.end_by != by && t.confirmed_by != by),
                "a nomination changes nothing"
            );
        }
    }
}
