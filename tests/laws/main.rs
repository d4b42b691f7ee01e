//! Laws of a register, over any deeds of a clerk: orders, openings, corrections, revocations, undo, events of units
//! and posts, endings, records of persons merged and split. Where one fails, the deeds that break it are printed, a line each.

mod any;
mod naive;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock, Mutex};

use chrono::NaiveDate;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use renmian_domain::{Facts, History, PersonId, PostId, Tenure};
use renmian_store::StoreError;
use renmian_tests::clerk::{Clerk, at};
use renmian_tests::told::{tenures, told};

use any::{EXACT, POSTS, ROUGH, deeds, entries, paper};

/// A clerk who knows the posts and has met the people: what a deed needs is there in whatever order deeds come.
static BEGUN: LazyLock<Mutex<Clerk>> = LazyLock::new(|| {
    let mut clerk = Clerk::knowing(&POSTS);
    clerk.enters(&["unit 2000-01-01 found 县政府办"]);
    for who in any::PEOPLE {
        clerk.enters(&[&format!("held 2000-01-01 {who} 县政府办 科员")]);
    }
    clerk.begins();
    Mutex::new(clerk)
});

fn clerk() -> Clerk {
    BEGUN.lock().expect("the first register").again()
}

/// So many cases in the everyday run, always the same; as many as `PROPTEST_CASES` says, and others each time, where it
/// says so.
fn cases(usual: u32) -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let given = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { given } else { ProptestConfig { cases: usual, rng_seed: RngSeed::Fixed(1), ..given } }
}

/// Enters the deeds in this order. Gives those that were recorded; the others were refused as a clerk would be.
fn enter(clerk: &mut Clerk, deeds: &[String]) -> Vec<String> {
    let mut recorded = Vec::new();
    for deed in deeds {
        match clerk.enter(deed) {
            Ok(_) => recorded.push(deed.clone()),
            Err(
                StoreError::Twice
                | StoreError::Ended
                | StoreError::NamesBroken
                | StoreError::Unknown
                | StoreError::NotLast
                | StoreError::NotInForce
                | StoreError::NotRevoked
                | StoreError::Misfit
                | StoreError::Loop
                | StoreError::SamePerson
                | StoreError::NothingChosen
                | StoreError::Known(_)
                | StoreError::Backwards(_),
            ) => {}
            Err(other) => panic!("{deed}: {other}"),
        }
    }
    recorded
}

type State = (Arc<Facts>, Arc<History>);

fn state(clerk: &Clerk) -> State {
    (clerk.register.facts(None).expect("facts"), clerk.register.history(None).expect("a history"))
}

fn says(clerk: &Clerk) -> Vec<String> {
    let (facts, history) = state(clerk);
    told(&facts, &history)
}

/// Days on and around which something happens.
fn days() -> Vec<NaiveDate> {
    let days = [
        "2018-01-01",
        "2018-06-01",
        "2019-01-30",
        "2019-01-31",
        "2019-03-01",
        "2019-03-14",
        "2019-03-15",
        "2019-03-16",
        "2019-03-30",
        "2019-03-31",
        "2019-12-01",
        "2020-02-28",
        "2020-02-29",
        "2020-06-01",
        "2021-05-05",
        "2021-05-06",
    ];
    days.map(|day| day.parse().expect("a day")).to_vec()
}

/// The list of a day by the register: as the roster has it.
fn listed((facts, history): &State, on: NaiveDate) -> BTreeSet<String> {
    let row = |tenure: &Tenure| {
        let person = facts.persons.iter().find(|person| person.id == tenure.person).expect("a person");
        let post = facts.posts.iter().find(|post| post.id == tenure.post).expect("a post");
        let unit = facts.organisations.iter().find(|unit| Some(unit.id) == post.organisation).expect("a unit");
        let (unit, title) = (renmian_rules::name_on(unit, on), renmian_rules::title_on(post, on));
        format!("{} {unit}{title} {:?}", person.name, tenure.start)
    };
    renmian_rules::on(history, on).map(row).filter(|row| !row.contains("县政府办科员")).collect()
}

/// Rules 7 and 8.
fn is_sound(history: &History) -> Result<(), TestCaseError> {
    let mut pairs: BTreeMap<(PersonId, PostId), Vec<&Tenure>> = BTreeMap::new();
    for tenure in &history.tenures {
        prop_assert_eq!(
            tenure.ended,
            tenure.end_cause.is_some() && tenure.end_by.is_some(),
            "no ending without a cause"
        );
        pairs.entry((tenure.person, tenure.post)).or_default().push(tenure);
    }
    for day in days() {
        let held: Vec<(PersonId, PostId)> =
            renmian_rules::on(history, day).map(|tenure| (tenure.person, tenure.post)).collect();
        let once: BTreeSet<_> = held.iter().collect();
        prop_assert_eq!(once.len(), held.len(), "nobody is listed twice in one post on {}", day);
    }
    for tenures in pairs.values() {
        let exact = |tenure: &&&Tenure| tenure.start.is_some_and(|start| start.exact().is_some());
        for first in tenures.iter().filter(exact) {
            let within = |other: &&&Tenure| {
                other.start.zip(first.start).is_some_and(|(start, from)| start > from)
                    && first.end.is_none_or(|end| other.start.is_some_and(|start| start.earliest() < end.earliest()))
            };
            let overlap = tenures.iter().filter(exact).find(within);
            prop_assert!(overlap.is_none(), "tenures of one person in one post do not overlap: {:?}", tenures);
        }
        prop_assert!(tenures.iter().filter(|tenure| !tenure.ended).count() <= 1, "one runs at most: {:?}", tenures);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn the_list_of_any_day_as_known_at_any_time_is_what_the_deeds_say(deeds in prop_oneof![deeds(14, EXACT), deeds(14, ROUGH)]) {
        let mut clerk = clerk();
        let begun = clerk.minute();
        let recorded = enter(&mut clerk, &deeds);
        for known in 0..=recorded.len() {
            let moment = Some(at(begun + known as i64));
            let state =
                (clerk.register.facts(moment).expect("facts"), clerk.register.history(moment).expect("a history"));
            for day in days() {
                let right = naive::list(&recorded[..known], &POSTS, day);
                prop_assert_eq!(listed(&state, day), right, "on {} as known after {:#?}", day, &recorded[..known]);
            }
        }
    }

    #[test]
    fn the_past_is_never_rewritten_and_everything_follows_from_what_is_recorded(deeds in deeds(14, ROUGH)) {
        let mut clerk = clerk();
        let mut kept = Vec::new();
        for deed in &deeds {
            enter(&mut clerk, std::slice::from_ref(deed));
            let now = state(&clerk);
            is_sound(&now.1)?;
            prop_assert_eq!(&renmian_rules::derive(&now.0), &*now.1, "derived at once is what was kept up, after {}", deed);
            kept.push((clerk.minute(), now));
        }
        for (minute, (facts, history)) in &kept {
            prop_assert_eq!(&clerk.register.facts(Some(at(*minute))).expect("facts"), facts, "facts at {}", minute);
            prop_assert_eq!(&clerk.register.history(Some(at(*minute))).expect("history"), history, "history at {}", minute);
        }
        clerk.register.rederive().expect("derived again");
        prop_assert_eq!(&state(&clerk), &kept.last().expect("a deed").1, "derived again is the same");
        let faults = clerk.register.verify().expect("verified").faults;
        prop_assert!(faults.is_empty(), "{:?}", faults);
    }

    #[test]
    fn any_order_of_entry_gives_the_same_register((entries, turned) in entries(9, ROUGH).prop_flat_map(|entries| {
        (Just(entries.clone()), Just(entries).prop_shuffle())
    })) {
        let mut registers = Vec::new();
        for entries in [entries, turned] {
            let mut clerk = clerk();
            let recorded: BTreeSet<String> = enter(&mut clerk, &entries).into_iter().collect();
            registers.push((recorded, says(&clerk)));
        }
        // What is refused may hang on the order; what is recorded gives one history.
        prop_assume!(registers[0].0 == registers[1].0);
        prop_assert_eq!(&registers[0].1, &registers[1].1);
    }

    #[test]
    fn a_corrected_entry_leaves_the_present_as_if_it_had_been_right_from_the_start(
        (before, wrong, right, after) in (entries(4, ROUGH), paper(ROUGH), paper(ROUGH), entries(4, ROUGH))
    ) {
        let after: Vec<String> = after.iter().map(|entry| renumbered(entry, 50)).collect();
        let wrong = wrong.replacen("周青", "韩川", 1);
        let mut at_once = clerk();
        let first = enter(&mut at_once, &before);
        at_once.enters(&[&format!("order 99 {right}")]);
        let rest = enter(&mut at_once, &after);

        let mut corrected = clerk();
        prop_assert_eq!(&enter(&mut corrected, &before), &first);
        corrected.enters(&[&format!("order 99 {wrong}")]);
        let later = enter(&mut corrected, &after);
        prop_assume!(later == rest);
        corrected.enters(&[&format!("correct 99 {right}")]);
        prop_assert_eq!(says(&corrected), says(&at_once));
    }

    #[test]
    fn what_is_taken_back_leaves_the_present_as_if_it_had_not_been_done(
        (before, deed, after) in (deeds(6, ROUGH), deeds(9, ROUGH).prop_map(|mut deeds| deeds.pop().unwrap_or_default()), entries(3, ROUGH))
    ) {
        let after: Vec<String> = after.iter().map(|entry| renumbered(entry, 50)).collect();
        prop_assume!(deed != "undo" && deed != "redo");
        let deed = renumbered(&deed, 70);
        let (mut never, mut taken_back) = (clerk(), clerk());
        enter(&mut never, &before);
        enter(&mut taken_back, &before);
        let was = says(&taken_back);
        prop_assume!(!enter(&mut taken_back, std::slice::from_ref(&deed)).is_empty());
        let with = says(&taken_back);
        taken_back.enters(&["undo"]);
        prop_assert_eq!(&says(&taken_back), &was, "taken back: {}", deed);
        taken_back.enters(&["redo"]);
        prop_assert_eq!(&says(&taken_back), &with, "the taking back is taken back: {}", deed);
        taken_back.enters(&["undo"]);
        let (rest, later) = (enter(&mut never, &after), enter(&mut taken_back, &after));
        prop_assert_eq!(rest, later, "what comes after is recorded or refused alike: {}", deed);
        prop_assert_eq!(says(&taken_back), says(&never), "taken back before {:?}: {}", after, deed);
        let (facts, history) = state(&taken_back);
        prop_assert!(!tenures(&facts, &history).is_empty());
    }
}

proptest! {
    // Each case enters six registers.
    #![proptest_config(cases(8))]

    #[test]
    fn a_revoked_order_leaves_the_present_as_if_it_had_never_been((before, paper, after) in (entries(5, ROUGH), paper(ROUGH), entries(5, ROUGH))) {
        let after: Vec<String> = after.iter().map(|entry| renumbered(entry, 50)).collect();
        let with_newcomer = paper.replacen("周青", "韩川", 1);
        for paper in [paper, with_newcomer] {
            let mut never = clerk();
            let first = enter(&mut never, &before);
            let rest = enter(&mut never, &after);

            let mut revoked = clerk();
            prop_assert_eq!(&enter(&mut revoked, &before), &first);
            revoked.enters(&[&format!("order 99 {paper}")]);
            let with = state(&revoked);
            let minute = revoked.minute();
            let later = enter(&mut revoked, &after);
            prop_assume!(later == rest);
            revoked.enters(&["revoke 99"]);
            prop_assert_eq!(says(&revoked), says(&never), "as if it had never been");
            let moment = Some(at(minute));
            let then = (revoked.register.facts(moment).expect("facts"), revoked.register.history(moment).expect("history"));
            prop_assert_eq!(then, with, "and the earlier moment is answered as before");

            revoked.enters(&["reinstate 99"]);
            let mut always = clerk();
            enter(&mut always, &before);
            always.enters(&[&format!("order 99 {paper}")]);
            enter(&mut always, &after);
            prop_assert_eq!(says(&revoked), says(&always), "in force again it is as if it had never been revoked");
        }
    }
}

/// The same deed with names and numbers that no other has.
fn renumbered(deed: &str, by: usize) -> String {
    let mut words: Vec<String> = deed.split(' ').map(str::to_owned).collect();
    if words[0] == "order" {
        words[1] = (by + words[1].parse::<usize>().expect("a serial")).to_string();
    }
    for word in &mut words {
        for new in ["县新", "县分", "县改", "新"] {
            if let Some(rest) = word.strip_prefix(new)
                && rest.starts_with(|c: char| c.is_ascii_digit())
            {
                *word = format!("{new}{by}{rest}");
                break;
            }
        }
    }
    words.join(" ")
}
