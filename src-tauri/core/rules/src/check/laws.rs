//! What holds for every register and every draft: laws of resolving and checking as properties.

use proptest::prelude::*;
use renmian_domain::{
    ActId, Choice, Draft, Effect, EntryRef, Facts, FindingCode, ItemId, Meant, OrderHead, OrderId, OrderState,
    OrganisationId, PersonId, PostId, RecordedItem, Resolution,
};

use super::{check, held_before};
use crate::resolve::resolve;
use crate::sample::{add, county, day, draft, person, post};
use crate::tenure::derive;

/// A few recorded entries of the county.
fn registers() -> impl Strategy<Value = Facts> {
    let entry = prop::sample::select(vec![
        "1 2019-03-01 appoint",
        "2 2020-05-06 appoint acting",
        "3 2021-01-01 dismiss",
        "4 2023-02-28 dismiss",
        "5 2024-01-01 appoint",
        "6 2024-06-01 dismiss",
        "7 2023-02-28 appoint",
        "8 2022 confirm",
        "held 2020-12-31 since 2018-05",
        "held 2023-02-28",
    ]);
    prop::collection::vec((entry, 1..7i64, 1..10i64), 0..8).prop_map(|entries| {
        let mut facts = county();
        for (at, (entry, person, post)) in entries.into_iter().enumerate() {
            // Each item has a place of its own in its paper.
            let entry = match entry.split_once(' ') {
                Some((serial, rest)) if serial != "held" => format!("{serial}/{} {rest}", at + 1),
                Some(_) | None => entry.to_owned(),
            };
            add(&mut facts, &entry, person, post);
        }
        facts
    })
}

fn drafts() -> impl Strategy<Value = Draft> {
    let name = prop::sample::select(vec!["周青", "杨盛", "李和", "陈小川", "王新", "买买提•艾力"]);
    let kind = prop::sample::select(vec![
        "appoint", "appoint", "dismiss", "dismiss", "elect", "resign", "remove", "confirm", "nominate",
    ]);
    let body = prop::sample::select(vec![
        "县财政局 局长",
        "青云县财政局 副局长",
        "县公安局 局长",
        "县公路建设养护中心 副主任",
        "县旅游局 局长",
        "县水利局 局长",
        "- 四级调研员",
        "县财政局 四级调研员",
        "县财政局 副局长（正科级）",
    ]);
    let flags = prop::sample::select(vec!["", " 女", " 苗族", " concurrent", " acting", " secondment", " from2020-05"]);
    let line = (name, kind, body, flags).prop_map(|(name, kind, body, flags)| format!("{name} {kind} {body}{flags}"));
    let choices = (0..4u8, 0..4u8, 0..4u8, any::<bool>());
    let dated = prop::sample::select(vec![Some("2023-02-28"), Some("2023-02"), Some("2024-01-01"), None]);
    (prop::collection::vec((line, choices), 0..7), dated).prop_map(|(items, dated)| {
        let lines: Vec<&str> = items.iter().map(|(line, _)| line.as_str()).collect();
        let mut draft = draft(&lines);
        draft.issued_on = dated.map(day);
        for (item, (_, (who, body, post, since))) in draft.items.iter_mut().zip(&items) {
            item.person = chosen(*who, PersonId(3), PersonId(99));
            item.organisation = chosen(*body, OrganisationId(4), OrganisationId(99));
            item.post = chosen(*post, PostId(2), PostId(99));
            item.held_since = since.then(|| day("2018-05"));
        }
        draft
    })
}

fn chosen<Id>(which: u8, known: Id, gone: Id) -> Choice<Id> {
    match which {
        0 => Choice::Known(known),
        1 => Choice::New,
        2 => Choice::Known(gone),
        _ => Choice::ByName,
    }
}

/// The facts with the draft recorded; `None` while it is not settled who is meant.
fn recorded(facts: &Facts, draft: &Draft, resolution: &Resolution) -> Option<Facts> {
    let mut facts = facts.clone();
    let (persons, posts) = (1000, 2000);
    for (at, new) in resolution.new_persons.iter().enumerate() {
        facts.persons.push(person(persons + at as i64, &new.name));
    }
    for (at, new) in resolution.new_posts.iter().enumerate() {
        facts.posts.push(post(posts + at as i64, 1, &new.title));
    }
    let order = OrderId(500);
    facts.orders.push(OrderHead {
        id: order,
        act: ActId(9),
        number: draft.number.clone(),
        title: draft.title.clone(),
        issuer: draft.issuer.clone(),
        issued_on: draft.issued_on,
        decided_by: None,
        decided_on: draft.decided_on,
        subject: draft.subject,
        state: OrderState::Recorded,
    });
    for (at, (item, meant)) in draft.items.iter().zip(&resolution.items).enumerate() {
        let who = match &meant.person {
            Meant::Known(id) => *id,
            Meant::New(new) => PersonId(persons + *new as i64),
            Meant::Unclear(_) => return None,
        };
        let which = match &meant.post {
            Meant::Known(id) => *id,
            Meant::New(new) => PostId(posts + *new as i64),
            Meant::Unclear(_) => return None,
        };
        facts.items.push(RecordedItem {
            id: ItemId(5000 + at as i64),
            order,
            position: at as u32,
            person: who,
            post: which,
            item: item.item.clone(),
        });
        if let Some((held_on, since)) = held_before(draft, item) {
            add(&mut facts, &format!("held {held_on} since {since}"), who.0, which.0);
        }
    }
    Some(facts)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn every_item_is_answered_and_every_finding_points_into_the_draft(facts in registers(), draft in drafts()) {
        let resolution = resolve(&facts, &draft);
        prop_assert_eq!(resolution.items.len(), draft.items.len());
        prop_assert_eq!(&resolution, &resolve(&facts, &draft), "resolving again says the same");
        for item in &resolution.items {
            if let Meant::Known(id) = item.person {
                prop_assert!(facts.persons.iter().any(|person| person.id == id), "nobody is made up");
            }
            if let Meant::New(at) = item.person {
                prop_assert!(at < resolution.new_persons.len());
            }
            if let Meant::New(at) = item.post {
                prop_assert!(at < resolution.new_posts.len());
            }
        }
        let (findings, effects) = check(&facts, &derive(&facts), &draft, &resolution);
        prop_assert_eq!(effects.len(), draft.items.len());
        prop_assert!(findings.iter().all(|finding| finding.item.is_none_or(|item| item < draft.items.len())));
        let unsettled = resolution.items.iter().any(|item| matches!(item.person, Meant::Unclear(_)));
        let asked = findings.iter().any(|finding| finding.code == FindingCode::PersonNamesake);
        prop_assert_eq!(unsettled, asked, "rule 12: the clerk is asked whenever a name does not settle it");
    }

    #[test]
    fn once_recorded_each_item_has_done_what_was_foretold(facts in registers(), draft in drafts()) {
        let resolution = resolve(&facts, &draft);
        let (_, effects) = check(&facts, &derive(&facts), &draft, &resolution);
        let Some(after) = recorded(&facts, &draft, &resolution) else { return Ok(()) };
        let history = derive(&after);
        for (at, effect) in effects.iter().enumerate() {
            let by = Some(EntryRef::Item(ItemId(5000 + at as i64)));
            let opened = history.tenures.iter().any(|tenure| tenure.start_by == by);
            let ended = history.tenures.iter().find(|tenure| tenure.end_by == by);
            let confirmed = history.tenures.iter().find(|tenure| tenure.confirmed_by == by);
            let kind = draft.items[at].item.kind;
            let done = match effect {
                Effect::Opens => opened && kind.opens(),
                Effect::Closes { since } => ended.is_some_and(|tenure| tenure.start == *since),
                Effect::ClosesUnknown => ended.is_some_and(|tenure| tenure.start.is_none()),
                Effect::Confirms { since } => confirmed.is_some_and(|tenure| tenure.start == *since),
                Effect::Nothing => !opened && ended.is_none() && confirmed.is_none(),
            };
            prop_assert!(done, "item {} was to do {:?}: {:?}", at, effect, history.tenures);
        }
    }

    #[test]
    fn a_paper_that_is_recorded_is_known_again(facts in registers(), draft in drafts()) {
        let resolution = resolve(&facts, &draft);
        let Some(after) = recorded(&facts, &draft, &resolution) else { return Ok(()) };
        if draft.items.is_empty() {
            return Ok(());
        }
        let again = resolve(&after, &draft);
        let (findings, _) = check(&after, &derive(&after), &draft, &again);
        prop_assert!(findings.iter().any(|finding| finding.code == FindingCode::OrderKnown));
    }
}
