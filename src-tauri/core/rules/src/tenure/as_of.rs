//! As-of lists against an independent, slow recomputation: who holds what on a day, said straight from the raw
//! entries by what holding means, without tenures, walks or orders of effect.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use renmian_domain::{Facts, ItemKind, PersonId, PostId};

use super::derive;
use crate::roster::on;
use crate::sample::{add, exact};

fn day_of(facts: &Facts, item: &renmian_domain::RecordedItem) -> NaiveDate {
    let order = facts.orders.iter().find(|order| order.id == item.order).unwrap();
    order.issued_on.unwrap().exact().unwrap()
}

/// What the raw entries say of one pair, by kind and day.
struct Raw {
    given: Vec<NaiveDate>,
    held: Vec<NaiveDate>,
    taken: Vec<NaiveDate>,
    /// Endings beside the papers.
    ended: Vec<NaiveDate>,
}

impl Raw {
    fn of(facts: &Facts, person: PersonId, post: PostId) -> Self {
        let items = || facts.items.iter().filter(move |item| item.person == person && item.post == post);
        let unit = facts.posts.iter().find(|known| known.id == post).and_then(|known| known.organisation);
        let endings = facts.endings.iter().filter(|ending| ending.person == person);
        let endings = endings.filter(|ending| ending.post.is_none() || ending.post == Some(post)).map(|row| row.on);
        let units = facts.organisation_events.iter().filter(|event| Some(event.organisation) == unit);
        let units = units.filter(|event| event.tenures.is_some_and(|choice| choice.ends().is_some()));
        let posts = facts.post_events.iter().filter(|event| event.post == post);
        let posts = posts.filter(|event| event.tenures.is_some_and(|choice| choice.ends().is_some()));
        let openings = facts.openings.iter().filter(|opening| opening.person == person && opening.post == post);
        Self {
            given: items().filter(|item| item.item.kind.opens()).map(|item| day_of(facts, item)).collect(),
            held: openings.map(|opening| opening.held_on).collect(),
            taken: items().filter(|item| item.item.kind.closes()).map(|item| day_of(facts, item)).collect(),
            ended: endings
                .chain(units.map(|event| event.on))
                .chain(posts.map(|event| event.on))
                .map(|on| on.exact().unwrap())
                .collect(),
        }
    }

    fn left(&self) -> impl Iterator<Item = NaiveDate> + '_ {
        self.taken.iter().chain(&self.ended).copied()
    }

    /// Something shows before the day that the post is held, and nothing since has taken it away.
    fn runs_before(&self, day: NaiveDate) -> bool {
        // What an opening entry shows can be taken away on its own day; what is given is given after all taking.
        let given = self.given.iter().any(|from| *from < day && !self.left().any(|left| left > *from && left < day));
        let held = self.held.iter().any(|from| *from < day && !self.left().any(|left| left >= *from && left < day));
        given || held
    }

    /// Whether a dismissal speaks of a tenure that nobody knows the beginning of (rule 5).
    fn is_ghost(&self, taken: NaiveDate) -> bool {
        !self.ended_something(taken) && !self.follows_ending(taken)
    }

    /// Whether something was there to end on that day.
    fn ended_something(&self, day: NaiveDate) -> bool {
        self.runs_before(day) || self.held.contains(&day)
    }

    /// Whether the last thing that really ended before that day ended beside the papers.
    fn follows_ending(&self, day: NaiveDate) -> bool {
        let endings = self.left().filter(|left| *left < day);
        let mut real: Vec<(NaiveDate, bool)> = endings
            .filter_map(|left| {
                let something = self.ended_something(left);
                if self.taken.contains(&left) {
                    // Papers end first; one that finds nothing shows a tenure of its own, unless it says an ending again.
                    let shows = something || !self.follows_ending(left);
                    shows.then_some((left, false))
                } else {
                    something.then_some((left, true))
                }
            })
            .collect();
        real.sort();
        real.last().is_some_and(|(_, beside)| *beside)
    }

    fn holds(&self, day: NaiveDate) -> bool {
        let given = self.given.iter().any(|from| *from <= day && !self.left().any(|left| left > *from && left <= day));
        // Since when is not known: a post that is shown to be held counts as held before.
        let shown = self.held.iter().any(|held| {
            // The order of that very day gives the start that the opening entry lacks.
            let dated = self.given.contains(held) && !self.left().any(|left| left == *held);
            let begins = !self.runs_before(*held) && !dated;
            let after = *held <= day && !self.left().any(|left| left >= *held && left <= day);
            after || (begins && day < *held && !self.ends_between(day, *held))
        });
        let ghost =
            self.taken.iter().any(|taken| day < *taken && self.is_ghost(*taken) && !self.ends_between(day, *taken));
        given || shown || ghost
    }

    /// Whether a tenure ends after the one day and before the other: what begins on a day that nobody knows begins
    /// after it.
    fn ends_between(&self, day: NaiveDate, before: NaiveDate) -> bool {
        self.left().any(|left| {
            let ends = self.ended_something(left) || (self.taken.contains(&left) && self.is_ghost(left));
            day < left && left < before && ends
        })
    }
}

fn registers() -> impl Strategy<Value = Facts> {
    let days = || 1..25u64;
    let entry = prop_oneof![
        5 => (days(), prop::sample::select(vec!["appoint", "elect"]), 1..3i64, 1..3i64)
            .prop_map(|(day, kind, who, post)| (day, kind.to_owned(), who, post)),
        5 => (days(), prop::sample::select(vec!["dismiss", "resign", "remove"]), 1..3i64, 1..3i64)
            .prop_map(|(day, kind, who, post)| (day, kind.to_owned(), who, post)),
        1 => (days(), 1..3i64, 1..3i64).prop_map(|(day, who, post)| (day, "held".to_owned(), who, post)),
        2 => (days(), prop::sample::select(vec!["ends retired", "ends died", "ends term_over this"]), 1..3i64, 1..3i64)
            .prop_map(|(day, kind, who, post)| (day, kind.to_owned(), who, post)),
        2 => (days(), prop::sample::select(vec![
                "unit abolish end", "unit rename reappoint", "unit rename run_on", "unit abolish wait", "post abolish end",
            ]), 1..3i64, 1..3i64)
            .prop_map(|(day, kind, who, post)| (day, kind.to_owned(), who, post)),
    ];
    prop::collection::vec(entry, 0..12).prop_map(|entries| {
        let mut facts = Facts::default();
        for (at, (day, kind, who, post)) in entries.into_iter().enumerate() {
            let date = exact("2020-01-01") + Days::new(day);
            let line = match kind.split_once(' ') {
                Some((what, rest)) => format!("{what} {date} {rest}"),
                None if kind == "held" => format!("held {date}"),
                None => format!("{} {date} {kind}", at + 1),
            };
            add(&mut facts, &line, who, post);
        }
        facts
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn the_list_of_a_day_is_what_the_raw_entries_say(facts in registers()) {
        prop_assert!(facts.items.iter().all(|item| item.item.kind != ItemKind::Confirm));
        let history = derive(&facts);
        let pairs: BTreeSet<(PersonId, PostId)> = facts
            .items
            .iter()
            .map(|item| (item.person, item.post))
            .chain(facts.openings.iter().map(|opening| (opening.person, opening.post)))
            .collect();
        for day in 0..27 {
            let day = exact("2020-01-01") + Days::new(day);
            let listed: BTreeSet<_> = on(&history, day).map(|tenure| (tenure.person, tenure.post)).collect();
            let said: BTreeSet<_> =
                pairs.iter().copied().filter(|(who, post)| Raw::of(&facts, *who, *post).holds(day)).collect();
            prop_assert_eq!(&listed, &said, "on {}", day);
        }
    }
}
