//! What was known when of a person: the same as the register says of each moment, found from that person's rows alone.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use std::collections::BTreeSet;

use proptest::prelude::*;
use renmian_domain::{
    ActId, EndCause, EntryRef, EventPaper, History, ItemKind, OrderId, OrderState, OrganisationChange, PersonId,
    PersonMeant, Tenure, TenureChoice,
};
use renmian_store::{Operation, Register, Setting, StoreError};
use support::{CLERK, at, desk, draft, record, resolve, small};

/// What the register said after each act, asked of the whole of it, of all records that are of the person now.
fn slowly(register: &Register, person: PersonId, acts: i64) -> Vec<(ActId, History)> {
    let facts = register.facts(None).unwrap();
    let stands = facts.person_meant(person);
    let same = |id: PersonId| facts.person_meant(id) == stands;
    let mut moments: Vec<(ActId, History)> = Vec::new();
    for act in 1..=acts {
        let history = register.history(Some(at(act - 1))).unwrap();
        let mut tenures: Vec<Tenure> =
            history.tenures.iter().filter(|t| same(t.person)).map(|t| Tenure { person: stands, ..t.clone() }).collect();
        sort(&mut tenures);
        let before = moments.last().map(|(_, history)| history.tenures.as_slice()).unwrap_or_default();
        if before != tenures {
            moments.push((ActId(act), History { tenures }));
        }
    }
    moments
}

fn sort(tenures: &mut [Tenure]) {
    tenures.sort_by_key(|tenure| format!("{tenure:?}"));
}

/// Every act of a test is a minute after the one before, so that the moment of each is known.
fn agrees(register: &Register, acts: i64) {
    let persons: BTreeSet<PersonId> = register.facts(None).unwrap().persons.iter().map(|person| person.id).collect();
    for person in persons {
        let mut quick = register.moments_of(person, None).unwrap().after;
        for (_, history) in &mut quick {
            sort(&mut history.tenures);
        }
        assert_eq!(quick, slowly(register, person, acts), "person {person:?}");
    }
}

fn act(register: &mut Register, operation: Operation, minute: i64) -> Result<ActId, StoreError> {
    Ok(register.transact(operation, at(minute), CLERK)?.act)
}

#[test]
fn what_was_known_when_follows_corrections_revocations_and_undoing() {
    let mut desk = small();
    let register = &mut desk.register;
    let correction = draft("青政人〔2021〕1号", "2021-03-08", &[("李洋", ItemKind::Appoint, "县财政局", "总会计师")]);
    let resolution = resolve(&register.facts(None).unwrap(), &correction);
    let correct = Operation::CorrectOrder {
        order: OrderId(1),
        draft: Box::new(correction),
        resolution,
        findings: vec![],
        originals: vec![],
        desk: None,
        why: "日期录错".to_owned(),
    };
    act(register, correct, 3).unwrap();
    let why = || "撤销".to_owned();
    act(register, Operation::RevokeOrder { order: OrderId(2), by: None, by_text: None, why: why() }, 4).unwrap();
    act(register, Operation::TakeBack { act: ActId(5), why: why() }, 5).unwrap();
    let moments = register.moments_of(PersonId(1), None).unwrap();
    let told = renmian_rules::told(&moments.after);
    let lines: Vec<Vec<(i64, Option<String>)>> = told
        .iter()
        .map(|one| {
            let said = |tenure: &Tenure| {
                let word = |day: Option<renmian_domain::PartialDate>| day.map_or("?".to_owned(), |day| day.to_string());
                format!("{}–{}", word(tenure.start), if tenure.ended { word(tenure.end) } else { String::new() })
            };
            one.steps.iter().map(|(act, tenure)| (act.0, tenure.as_ref().map(said))).collect()
        })
        .collect();
    let say = |words: &str| Some(words.to_owned());
    assert_eq!(
        lines,
        [
            vec![
                (2, say("2021-03-05–")),
                (3, say("2021-03-05–2023-02-28")),
                (4, say("2021-03-08–2023-02-28")),
                (5, say("2021-03-08–")),
                (6, say("2021-03-08–2023-02-28")),
            ],
            vec![(3, say("2023-02-28–")), (5, None), (6, say("2023-02-28–"))],
        ]
    );
    assert_eq!(moments.posts[&told[1].last().unwrap().post], "县审计局局长");
    let then = register.moments_of(PersonId(1), Some(at(2))).unwrap();
    assert_eq!(then.after, moments.after[..2], "as known at a moment it ends there");
    agrees(register, 6);
}

#[derive(Debug, Clone)]
enum Step {
    Paper(usize, usize, bool),
    Revoke(usize),
    Undo,
    Merge(usize, usize),
    Unmerge(usize),
    Split(usize, usize),
    Retire(usize),
    Unit(bool),
    Probation(bool),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        5 => (0..3usize, 0..3usize, any::<bool>()).prop_map(|(who, post, leaves)| Step::Paper(who, post, leaves)),
        2 => (0..9usize).prop_map(Step::Revoke),
        2 => Just(Step::Undo),
        2 => (0..3usize, 0..3usize).prop_map(|(one, other)| Step::Merge(one, other)),
        1 => (0..3usize).prop_map(Step::Unmerge),
        2 => (0..3usize, 0..3usize).prop_map(|(one, other)| Step::Split(one, other)),
        1 => (0..3usize).prop_map(Step::Retire),
        1 => any::<bool>().prop_map(Step::Unit),
        1 => any::<bool>().prop_map(Step::Probation),
    ];
    prop::collection::vec(step, 1..14)
}

const NAMES: [&str; 3] = ["李洋", "单雄", "吕青"];
const POSTS: [(&str, &str); 3] = [("县财政局", "副局长"), ("县财政局", "局长"), ("县审计局", "局长")];

/// The act that a step asks for; what makes no sense then is left out.
fn operation(register: &Register, step: &Step, serial: i64) -> Option<Operation> {
    let facts = register.facts(None).unwrap();
    let person = |place: usize| facts.persons.get(place % facts.persons.len().max(1)).map(|person| person.id);
    let why = || "试".to_owned();
    Some(match step {
        Step::Paper(who, post, leaves) => {
            let kind = if *leaves { ItemKind::Dismiss } else { ItemKind::Appoint };
            let (unit, title) = POSTS[*post];
            let day = format!("2020-{:02}-01", serial % 12 + 1);
            let mut paper = draft(&format!("青政人〔2020〕{serial}号"), &day, &[(NAMES[*who], kind, unit, title)]);
            paper.issued_on = Some(format!("2020-{:02}-20", serial % 12 + 1).parse().unwrap());
            paper.decided_on = Some(day.parse().unwrap());
            paper.items[0].item.probation_months = Some(12);
            if *leaves && serial % 2 == 0 {
                paper.items[0].held_since = Some("2019-05".parse().unwrap());
            }
            let resolution = resolve(&facts, &paper);
            let draft = Box::new(paper);
            Operation::RecordOrder { draft, resolution, findings: vec![], originals: vec![], desk: None }
        }
        Step::Revoke(place) => {
            let orders: Vec<_> = facts.orders.iter().filter(|head| head.state == OrderState::Recorded).collect();
            let order = orders.get(place % orders.len().max(1))?.id;
            Operation::RevokeOrder { order, by: None, by_text: None, why: why() }
        }
        Step::Undo => Operation::TakeBack { act: register.last_standing().unwrap()?, why: why() },
        Step::Merge(one, other) => Operation::MergePersons { person: person(*one)?, into: person(*other)?, why: why() },
        Step::Unmerge(place) => {
            let merged = facts.merged.get(place % facts.merged.len().max(1))?;
            Operation::TakeBack { act: merged.act, why: why() }
        }
        Step::Split(one, other) => {
            let from = person(*one)?;
            let item = facts.items.iter().rev().find(|item| item.person == from)?;
            let to = match person(*other)? {
                id if id == from => {
                    PersonMeant::New {
                        name: "新人".to_owned(), gender: None, ethnicity: None, birth: None, note: None
                    }
                }
                id => PersonMeant::Known { id },
            };
            Operation::SplitPerson { person: from, entries: vec![EntryRef::Item(item.id)], to, why: why() }
        }
        Step::Retire(who) => {
            let paper = EventPaper { on: "2020-07-01".parse().unwrap(), by: None, by_text: None, why: None };
            Operation::EndTenures { person: person(*who)?, posts: vec![], cause: EndCause::Retired, paper }
        }
        Step::Unit(reappoint) => {
            let tenures = if *reappoint { TenureChoice::Reappoint } else { TenureChoice::RunOn };
            let organisation = facts.organisations.first()?.id;
            let name = format!("县新局{serial}");
            let change = OrganisationChange::Rename { organisation, former: None, name, tenures };
            let paper = EventPaper { on: "2020-06-15".parse().unwrap(), by: None, by_text: None, why: None };
            Operation::ChangeOrganisation { change, paper }
        }
        Step::Probation(paper) => {
            use renmian_domain::ProbationFrom;
            let from = if *paper { ProbationFrom::Paper } else { ProbationFrom::Decision };
            Operation::Set(Setting::ProbationFrom(from))
        }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn what_was_known_when_is_what_the_register_said_then(steps in steps()) {
        let mut desk = desk();
        let register = &mut desk.register;
        let mut acts = 1;
        let work = |register: &mut Register| -> Result<(), StoreError> {
            for step in &steps {
                let Some(operation) = operation(register, step, acts) else { continue };
                if act(register, operation, acts).is_ok() {
                    acts += 1;
                }
            }
            Ok(())
        };
        register.together(work).unwrap();
        agrees(register, acts);
        prop_assert!(register.verify().unwrap().is_sound(), "kept up act by act equals derived at once");
        let before = (register.facts(None).unwrap(), register.history(None).unwrap());
        let desk = desk.reopen();
        prop_assert_eq!(&desk.register.facts(None).unwrap(), &before.0, "read back");
        prop_assert_eq!(&desk.register.history(None).unwrap(), &before.1);
    }
}

#[test]
fn nobody_is_told_of_nothing() {
    let mut desk = small();
    record(&mut desk.register, draft("青政人〔2024〕9号", "2024-01-01", &[]), 3).unwrap();
    assert!(desk.register.moments_of(PersonId(99), None).unwrap().after.is_empty());
}
