//! Units and posts live, and people leave: events and endings as acts, and what the records show of them.

#![allow(clippy::unwrap_used)] // what a test prepares holds, or the test fails

mod support;

use proptest::prelude::*;
use renmian_domain::{
    EndCause, EventPaper, ItemKind, OrganisationChange, OrganisationId, PersonId, PostChange, TenureChoice, UnitMeant,
};
use renmian_store::{Found, Operation, PostState, Register, StoreError};
use support::{CLERK, Desk, at, desk, draft, record};

fn paper(on: &str) -> EventPaper {
    EventPaper { on: on.parse().unwrap(), by: None, by_text: Some("青编发〔2019〕2号".to_owned()), why: None }
}

fn change(register: &mut Register, change: OrganisationChange, on: &str) -> Result<(), StoreError> {
    register.transact(Operation::ChangeOrganisation { change, paper: paper(on) }, at(9), CLERK).map(|_| ())
}

fn rename(id: OrganisationId, former: Option<&str>, name: &str, tenures: TenureChoice) -> OrganisationChange {
    OrganisationChange::Rename { organisation: id, former: former.map(str::to_owned), name: name.to_owned(), tenures }
}

fn unit(register: &Register, name: &str) -> OrganisationId {
    let facts = register.facts(None).unwrap();
    facts.organisations.iter().find(|unit| unit.name == name).unwrap_or_else(|| panic!("{name}")).id
}

/// 周青 appointed in 2015 to the tourism bureau and 吕青 to the audit bureau; neither has left.
fn county() -> Desk {
    let mut desk = desk();
    let lines = [("周青", ItemKind::Appoint, "县旅游局", "局长"), ("吕青", ItemKind::Appoint, "县审计局", "副局长")];
    record(&mut desk.register, draft("青政人〔2015〕1号", "2015-03-01", &lines), 1).unwrap();
    desk
}

fn told(register: &Register) -> Vec<String> {
    let (facts, history) = (register.facts(None).unwrap(), register.history(None).unwrap());
    let line = |tenure: &renmian_domain::Tenure| {
        let person = facts.persons.iter().find(|person| person.id == tenure.person).unwrap();
        let post = facts.posts.iter().find(|post| post.id == tenure.post).unwrap();
        let unit = facts.organisations.iter().find(|unit| Some(unit.id) == post.organisation).unwrap();
        let day = renmian_rules::naming_day(tenure, "2025-01-01".parse().unwrap());
        let end = tenure.end.map_or(String::new(), |end| format!("{end} {}", tenure.end_cause.unwrap().key()));
        let (unit, title) = (renmian_rules::name_on(unit, day), renmian_rules::title_on(post, day));
        format!("{} {unit}{title} {}–{end}", person.name, tenure.start.unwrap())
    };
    let mut lines: Vec<String> = history.tenures.iter().map(line).collect();
    lines.sort();
    lines
}

#[test]
fn a_renamed_unit_keeps_its_history_and_is_found_by_both_names() {
    let mut desk = county();
    let id = unit(&desk.register, "县旅游局");
    change(&mut desk.register, rename(id, None, "县文化和旅游局", TenureChoice::RunOn), "2019-03-31").unwrap();
    let leaves = [("周青", ItemKind::Dismiss, "县文化和旅游局", "局长")];
    record(&mut desk.register, draft("青政人〔2022〕1号", "2022-01-05", &leaves), 10).unwrap();
    assert_eq!(
        told(&desk.register),
        ["吕青 县审计局副局长 2015-03-01–", "周青 县文化和旅游局局长 2015-03-01–2022-01-05 dismissed"],
        "appointed under one name, dismissed under another: one tenure"
    );
    for words in ["县旅游局", "县文化和旅游局"] {
        let found = desk.register.search(words, 9, None, None).unwrap();
        assert!(found.iter().any(|hit| hit.found == Found::Organisation(id)), "{words} finds the unit");
    }
    // 周青 was its head from 2015 to 2022: through the post the person is found on the days on which it was held.
    let through = |on: &str| {
        let found = desk.register.search("县旅游局局长", 9, on.parse().ok(), None).unwrap();
        found.iter().any(|hit| matches!(hit.found, Found::Person(_)))
    };
    assert_eq!(["2014-12-31", "2015-03-01", "2022-01-04", "2022-01-05"].map(through), [false, true, true, false]);
    let papers = |on: &str| {
        let found = desk.register.search("青政人〔2022〕1号", 9, on.parse().ok(), None).unwrap();
        found.iter().filter(|hit| matches!(hit.found, Found::Order(_))).count()
    };
    assert_eq!(["2022-01-04", "2022-01-05", "2024-01-01"].map(papers), [0, 1, 1], "issued on 2022-01-05");
    let desk = desk.reopen();
    let facts = desk.register.facts(None).unwrap();
    let unit = facts.organisations.iter().find(|unit| unit.id == id).unwrap();
    assert_eq!((unit.former[0].name.as_str(), unit.former[0].until.to_string().as_str()), ("县旅游局", "2019-03-31"));
    assert!(desk.register.verify().unwrap().is_sound());
}

#[test]
fn renamings_may_be_entered_in_any_order_and_must_follow_each_other() {
    let mut desk = county();
    let id = unit(&desk.register, "县旅游局");
    let run_on = TenureChoice::RunOn;
    change(&mut desk.register, rename(id, None, "县文化和旅游局", run_on), "2019-03-31").unwrap();
    let broken = change(&mut desk.register, rename(id, Some("县旅游处"), "县旅行局", run_on), "2010-05");
    assert!(matches!(broken, Err(StoreError::NamesBroken)));
    change(&mut desk.register, rename(id, Some("县旅游处"), "县旅游局", run_on), "2010-05").unwrap();
    let facts = desk.register.facts(None).unwrap();
    let unit = facts.organisations.iter().find(|unit| unit.id == id).unwrap();
    for (day, name) in [("2010-04-30", "县旅游处"), ("2010-05-01", "县旅游局"), ("2019-03-31", "县文化和旅游局")]
    {
        assert_eq!(renmian_rules::name_on(unit, day.parse().unwrap()), name, "on {day}");
    }
    assert_eq!(unit.name, "县文化和旅游局", "an earlier renaming leaves the present name");
    let same = change(&mut desk.register, rename(id, None, "县文化和旅游局", run_on), "2023-01-01");
    assert!(matches!(same, Err(StoreError::Twice)));
}

#[test]
fn a_register_begun_under_the_later_name_is_told_the_earlier_one() {
    let mut desk = county();
    let id = unit(&desk.register, "县旅游局");
    change(&mut desk.register, rename(id, Some("县旅游处"), "县旅游局", TenureChoice::RunOn), "2016-05").unwrap();
    let facts = desk.register.facts(None).unwrap();
    let unit = facts.organisations.iter().find(|unit| unit.id == id).unwrap();
    let names = ["2016-04-30", "2016-05-01"].map(|day| renmian_rules::name_on(unit, day.parse().unwrap()));
    assert_eq!(names, ["县旅游处", "县旅游局"]);
    assert_eq!(told(&desk.register)[1], "周青 县旅游局局长 2015-03-01–", "the tenure runs on under the present name");
    let post = facts.posts[0].id;
    let tenures = TenureChoice::RunOn;
    let retitled = PostChange::Rename { post, former: Some("处长".to_owned()), title: "局长".to_owned(), tenures };
    let operation = Operation::ChangePost { change: retitled, paper: paper("2016-05") };
    desk.register.transact(operation, at(9), CLERK).unwrap();
    let facts = desk.register.facts(None).unwrap();
    let titles = ["2016-04-30", "2016-05-01"].map(|day| renmian_rules::title_on(&facts.posts[0], day.parse().unwrap()));
    assert_eq!(titles, ["处长", "局长"]);
    assert!(desk.reopen().register.verify().unwrap().is_sound());
}

#[test]
fn merged_split_and_abolished_units_end_their_tenures_as_the_clerk_chooses() {
    for (tenures, ended) in [(TenureChoice::End, "2019-03-31 organisation_ended"), (TenureChoice::Wait, "")] {
        let mut desk = county();
        let sources = vec![unit(&desk.register, "县旅游局"), unit(&desk.register, "县审计局")];
        let into = UnitMeant::New { name: "县文旅审计局".to_owned(), parent: None };
        let merge = OrganisationChange::Merge { organisations: sources.clone(), into, tenures };
        change(&mut desk.register, merge, "2019-03-31").unwrap();
        assert_eq!(
            told(&desk.register),
            [format!("吕青 县审计局副局长 2015-03-01–{ended}"), format!("周青 县旅游局局长 2015-03-01–{ended}")]
        );
        let facts = desk.register.facts(None).unwrap();
        let into = unit(&desk.register, "县文旅审计局");
        let of = |id| facts.organisations.iter().find(|unit| unit.id == id).unwrap();
        assert_eq!(of(into).founded_on, "2019-03-31".parse().ok());
        assert!(sources.iter().all(|id| of(*id).ended_on == "2019-03-31".parse().ok()));
        assert!(facts.organisation_events.iter().filter(|event| event.others == [into]).count() == 2, "its successor");
        let again = OrganisationChange::Abolish { organisation: sources[0], tenures };
        assert!(matches!(change(&mut desk.register, again, "2020-01-01"), Err(StoreError::Ended)));
        assert!(desk.reopen().register.verify().unwrap().is_sound());
    }
    let mut desk = county();
    let id = unit(&desk.register, "县旅游局");
    let into = ["县旅游局", "县文物局"].map(|name| match name {
        "县旅游局" => UnitMeant::Known { id },
        name => UnitMeant::New { name: name.to_owned(), parent: None },
    });
    let split = OrganisationChange::Split { organisation: id, into: into.to_vec(), tenures: TenureChoice::End };
    change(&mut desk.register, split, "2019-03-31").unwrap();
    assert_eq!(told(&desk.register)[1], "周青 县旅游局局长 2015-03-01–", "a unit that goes on keeps its people");
}

#[test]
fn retirement_and_death_close_what_is_open_and_taking_it_back_opens_it_again() {
    let mut desk = county();
    let before = told(&desk.register);
    let end =
        |cause, on: &str| Operation::EndTenures { person: PersonId(1), posts: Vec::new(), cause, paper: paper(on) };
    let act = desk.register.transact(end(EndCause::Retired, "2020-05"), at(2), CLERK).unwrap().act;
    assert_eq!(told(&desk.register)[1], "周青 县旅游局局长 2015-03-01–2020-05 retired");
    assert!(matches!(desk.register.transact(end(EndCause::Retired, "2020-05"), at(3), CLERK), Err(StoreError::Twice)));
    assert!(matches!(
        desk.register.transact(end(EndCause::Regularised, "2020-05"), at(3), CLERK),
        Err(StoreError::Misfit)
    ));
    desk.register.transact(Operation::TakeBack { act, why: "误记".to_owned() }, at(4), CLERK).unwrap();
    assert_eq!(told(&desk.register), before);
    assert!(desk.reopen().register.verify().unwrap().is_sound());
}

#[test]
fn posts_live_as_units_do() {
    let mut desk = county();
    let post = desk.register.facts(None).unwrap().posts[0].id;
    let change = |desk: &mut Desk, change, on: &str| {
        desk.register.transact(Operation::ChangePost { change, paper: paper(on) }, at(5), CLERK).map(|_| ())
    };
    change(&mut desk, PostChange::Seats { post, authorised: Some(1) }, "2016-01-01").unwrap();
    change(&mut desk, PostChange::Seats { post, authorised: Some(2) }, "2018-01-01").unwrap();
    let title = "局长（主任）".to_owned();
    let tenures = TenureChoice::RunOn;
    change(&mut desk, PostChange::Rename { post, former: None, title, tenures }, "2019-01-01").unwrap();
    change(&mut desk, PostChange::Abolish { post, tenures: TenureChoice::End }, "2021-01-01").unwrap();
    assert_eq!(told(&desk.register)[1], "周青 县旅游局局长（主任） 2015-03-01–2021-01-01 lapsed");
    let facts = desk.register.facts(None).unwrap();
    let seats = |day: &str| renmian_rules::authorised_on(&facts.posts[0], day.parse().unwrap());
    assert_eq!([seats("2015-12-31"), seats("2017-12-31"), seats("2018-01-01")], [None, Some(1), Some(2)]);
    assert_eq!(facts.posts[0].ended_on, "2021-01-01".parse().ok());
    for (on, earlier) in [("2022-01-01", "later"), ("2020-01-01", "earlier")] {
        let again = change(&mut desk, PostChange::Abolish { post, tenures: TenureChoice::End }, on);
        assert!(matches!(again, Err(StoreError::Ended)), "a post ends once: {earlier}");
    }
}

#[test]
fn a_title_means_the_post_that_bore_it_on_the_day_of_the_paper() {
    let mut desk = county();
    let old = desk.register.facts(None).unwrap().posts[0].id;
    let rename =
        PostChange::Rename { post: old, former: None, title: "一级局长".to_owned(), tenures: TenureChoice::RunOn };
    desk.register.transact(Operation::ChangePost { change: rename, paper: paper("2019-01-01") }, at(5), CLERK).unwrap();
    let organisation = Some(unit(&desk.register, "县旅游局"));
    let state = PostState {
        organisation,
        title: "局长".to_owned(),
        authorised: None,
        headship: false,
        rank: false,
        standing: 9,
    };
    let new = desk.register.transact(Operation::AddPost(state.clone()), at(6), CLERK).unwrap().posts[0];
    let item = |name, kind| [(name, kind, "县旅游局", "局长")];
    let later = draft("青政人〔2020〕1号", "2020-01-01", &item("吕青", ItemKind::Appoint));
    let earlier = draft("青政人〔2018〕1号", "2018-01-01", &item("周青", ItemKind::Dismiss));
    for draft in [later, earlier] {
        let resolution = renmian_rules::resolve(&desk.register.facts(None).unwrap(), &draft);
        let draft = Box::new(draft);
        let order = Operation::RecordOrder { draft, resolution, findings: vec![], originals: vec![], desk: None };
        desk.register.transact(order, at(7), CLERK).unwrap();
    }
    let history = desk.register.history(None).unwrap();
    let told: Vec<_> = history.tenures.iter().filter(|tenure| [old, new].contains(&tenure.post)).collect();
    assert_eq!(
        told.iter().map(|tenure| (tenure.person, tenure.post, tenure.ended)).collect::<Vec<_>>(),
        [(PersonId(1), old, true), (PersonId(2), new, false)],
        "each paper means the post that was called so on its day, in whatever order they are typed"
    );
    let abolish = PostChange::Abolish { post: new, tenures: TenureChoice::End };
    desk.register
        .transact(Operation::ChangePost { change: abolish, paper: paper("2021-01-01") }, at(9), CLERK)
        .unwrap();
    let again = desk.register.transact(Operation::AddPost(state), at(10), CLERK);
    assert!(again.is_ok(), "a post that was abolished may be set up again");
}

#[test]
fn units_stand_in_the_order_that_the_clerk_gives_them() {
    let mut desk = county();
    let (first, second) = (unit(&desk.register, "县旅游局"), unit(&desk.register, "县审计局"));
    let arrange = Operation::Arrange { organisations: vec![second, first], posts: Vec::new() };
    desk.register.transact(arrange, at(2), CLERK).unwrap();
    let facts = desk.register.facts(None).unwrap();
    let order = renmian_rules::StandingOrder::of(&facts);
    assert_eq!(order.organisations(), [second, first]);
}

/// Something that happens, on one of a few days.
fn happenings() -> impl Strategy<Value = Vec<(u8, usize)>> {
    prop::collection::vec((0..8u8, 0..4usize), 1..7)
}

const DAYS: [&str; 4] = ["2016-05-01", "2018-02", "2019-03-31", "2021"];

fn happen(register: &mut Register, (what, day): (u8, usize), serial: usize) {
    let on = DAYS[day];
    let unit = OrganisationId(1);
    let order = |kind| draft(&format!("青政人〔2020〕{}号", serial + 1), on, &[("周青", kind, "县旅游局", "局长")]);
    let done = match what {
        0 => record(register, order(ItemKind::Dismiss), 5).map(|_| ()),
        1 => record(register, order(ItemKind::Appoint), 5).map(|_| ()),
        2 => change(register, OrganisationChange::Abolish { organisation: unit, tenures: TenureChoice::End }, on),
        3 => {
            let post = register.facts(None).unwrap().posts[0].id;
            let change = PostChange::Abolish { post, tenures: TenureChoice::End };
            register.transact(Operation::ChangePost { change, paper: paper(on) }, at(5), CLERK).map(|_| ())
        }
        cause => {
            let cause = EndCause::ENTERED[usize::from(cause) - 4];
            let end = Operation::EndTenures { person: PersonId(1), posts: Vec::new(), cause, paper: paper(on) };
            register.transact(end, at(5), CLERK).map(|_| ())
        }
    };
    assert!(matches!(done, Ok(()) | Err(StoreError::Twice | StoreError::Ended | StoreError::Known(_))), "{done:?}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn what_is_kept_up_act_by_act_equals_what_is_derived_at_once(happenings in happenings()) {
        let mut desk = county();
        for (serial, happening) in happenings.iter().enumerate() {
            happen(&mut desk.register, *happening, serial);
        }
        let history = desk.register.history(None).unwrap();
        prop_assert!(desk.register.verify().unwrap().is_sound());
        prop_assert!(history.tenures.iter().all(|tenure| tenure.ended == tenure.end_cause.is_some()), "rule 7");
        let mut desk = desk.reopen();
        prop_assert_eq!(&*desk.register.history(None).unwrap(), &*history, "read back");
        desk.register.rederive().unwrap();
        prop_assert_eq!(&*desk.register.history(None).unwrap(), &*history, "derived again");
    }
}

#[test]
fn each_day_has_its_unit_above_in_whatever_order_the_moves_are_entered() {
    let moves = [("县委办公室", "2012-05-01"), ("县人民政府办公室", "2016"), ("", "2020-03")];
    let days = ["2012-04-30", "2012-05-01", "2015-12-31", "2016-01-01", "2020-02-29", "2020-03-01", "2024-01-01"];
    for order in [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2], [2, 0, 1], [0, 2, 1]] {
        let mut desk = county();
        let register = &mut desk.register;
        for name in ["县委办公室", "县人民政府办公室"] {
            change(
                register,
                OrganisationChange::Found { unit: UnitMeant::New { name: name.to_owned(), parent: None } },
                "2000-01-01",
            )
            .unwrap();
        }
        let id = unit(register, "县旅游局");
        for place in order {
            let (above, on) = moves[place];
            let parent = (!above.is_empty()).then(|| unit(register, above));
            let moved = change(register, OrganisationChange::Move { organisation: id, parent }, on);
            // What leaves a unit where the register has it on that day is no move.
            match (order, place) {
                ([2, ..], 2) => assert!(matches!(moved, Err(StoreError::Twice)), "it stands there already"),
                _ => moved.unwrap(),
            }
        }
        if order[0] == 2 {
            change(register, OrganisationChange::Move { organisation: id, parent: None }, "2020-03").unwrap();
        }
        let facts = register.facts(None).unwrap();
        let row = facts.organisations.iter().find(|row| row.id == id).unwrap();
        let above: Vec<&str> = days
            .iter()
            .map(|day| {
                let parent = renmian_rules::parent_on(row, day.parse().unwrap());
                facts.organisations.iter().find(|row| Some(row.id) == parent).map_or("", |row| row.name.as_str())
            })
            .collect();
        let (party, government) = ("县委办公室", "县人民政府办公室");
        assert_eq!(above, ["", party, party, government, government, "", ""], "entered {order:?}");
        assert_eq!(row.parent, None);
        assert_eq!(*desk.reopen().register.facts(None).unwrap(), *facts);
    }
}
