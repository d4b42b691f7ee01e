//! Each fault planted alone, and what is found; and what is usual and must not be found.

use renmian_domain::say::{Language, has};
use renmian_domain::{ConcernKind, DocumentNumber, Facts, OrderState, OrganisationRecord, PostRecord};

use super::selfcheck;
use crate::sample::{add, day, exact, organisation, person, post};
use crate::tenure::derive;

fn county() -> Facts {
    Facts {
        persons: vec![person(1, "周青"), person(2, "李和"), person(3, "陈川")],
        organisations: vec![
            organisation(1, "县财政局"),
            organisation(2, "县审计局"),
            OrganisationRecord { ended_on: Some(day("2019-03")), ..organisation(3, "县旅游局") },
        ],
        posts: vec![
            PostRecord { headship: true, authorised: Some(1), ..post(1, 1, "局长") },
            PostRecord { headship: true, ..post(2, 2, "局长") },
            post(3, 3, "副局长"),
            PostRecord { headship: true, ..post(4, 1, "党组书记") },
            PostRecord { authorised: Some(2), ..post(5, 1, "副局长") },
        ],
        ..Facts::default()
    }
}

/// What is found on the day: kind, persons, posts.
fn found(facts: &Facts, on: &str) -> Vec<String> {
    selfcheck(facts, &derive(facts), &[], exact(on))
        .iter()
        .map(|concern| {
            let persons: Vec<i64> = concern.persons.iter().map(|id| id.0).collect();
            let posts: Vec<i64> = concern.posts.iter().map(|id| id.0).collect();
            format!("{} {persons:?} {posts:?}", concern.kind.key())
        })
        .collect()
}

type Case = (&'static str, &'static [(&'static str, i64, i64)], &'static str, &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "nothing is found in what is in order",
        &[("1 2020-01-01 appoint", 1, 1), ("2 2021-01-01 dismiss", 1, 1)],
        "2023-01-01",
        &[],
    ),
    (
        "a later paper ends the post before it began",
        &[("1 2020-05-01 appoint", 1, 1), ("2 2021-01-01 dismiss from2019-01-01", 1, 1)],
        "2023-01-01",
        &["end-before-start [1] [1]"],
    ),
    (
        "whoever returns to a post was dismissed from it before, by an earlier paper",
        &[("1 2019-01-01 dismiss", 1, 1), ("2 2021-01-01 appoint", 1, 1)],
        "2023-01-01",
        &["dismissal-without-tenure [1] [1]"],
    ),
    (
        "an opening entry begins after the dismissal",
        &[("held 2020-12-31 since 2020-06", 1, 1), ("1 2021-01-01 dismiss from2020-03-01", 1, 1)],
        "2023-01-01",
        &["end-before-start [1] [1]"],
    ),
    (
        "appointed twice to one post",
        &[("1 2020-01-01 appoint", 1, 1), ("2 2021-01-01 appoint", 1, 1)],
        "2023-01-01",
        &["overlap [1] [1]"],
    ),
    (
        "two bodies appoint to one post on one day, a term begins anew, a body elects again, the acting is made full",
        &[
            ("1 2020-01-01 appoint", 1, 1),
            ("2 2020-01-01 appoint", 1, 1),
            ("3 2021-01-01 appoint term36", 1, 1),
            ("4 2020-01-01 elect", 2, 2),
            ("5 2023-01-01 elect", 2, 2),
            ("6 2020-01-01 appoint acting", 3, 5),
            ("7 2021-01-01 appoint", 3, 5),
        ],
        "2023-01-01",
        &[],
    ),
    (
        "an opening entry says that the post was held all through a dismissal",
        &[("1 2018-01-01 appoint", 1, 1), ("2 2020-01-01 dismiss", 1, 1), ("held 2021-12-31 since 2018", 1, 1)],
        "2023-01-01",
        &["overlap [1] [1]"],
    ),
    (
        "an opening entry says since before the appointment, a dismissal of that year is known",
        &[("1 2019-03-15 appoint", 1, 1), ("2 2019 dismiss", 1, 1), ("held 2020-02-29 since 2019-01-31", 1, 1)],
        "2023-01-01",
        &["overlap [1] [1]"],
    ),
    (
        "two headships, neither of them 兼",
        &[("1 2020-01-01 appoint", 1, 1), ("2 2021-01-01 appoint", 1, 2)],
        "2023-01-01",
        &["second-headship [1] [1, 2]"],
    ),
    (
        "head and Party secretary of one unit; another unit 兼 or on secondment",
        &[
            ("1 2020-01-01 appoint", 1, 1),
            ("2 2020-01-01 appoint", 1, 4),
            ("3 2021-01-01 appoint concurrent", 1, 2),
            ("4 2021-01-01 appoint", 2, 2),
            ("5 2022-01-01 appoint secondment", 2, 1),
        ],
        "2023-01-01",
        &[],
    ),
    (
        "more holders than seats",
        &[("1 2020-01-01 appoint", 1, 1), ("2 2021-01-01 appoint", 2, 1)],
        "2023-01-01",
        &["over-seats [1, 2] [1]"],
    ),
    (
        "the day before the second came nobody was too many",
        &[("1 2020-01-01 appoint", 1, 1), ("2 2021-01-01 appoint", 2, 1)],
        "2020-12-31",
        &[],
    ),
    (
        "a handover is neither too many nor too few",
        &[("1 2020-01-01 appoint", 1, 1), ("2 2021-01-01 dismiss", 1, 1), ("2/2 2021-01-01 appoint", 2, 1)],
        "2021-01-01",
        &[],
    ),
    ("open in a unit that is no more", &[("1 2018-01-01 appoint", 1, 3)], "2019-03-31", &["ended-unit [1] [3]"]),
    ("the unit may still be there in its last month", &[("1 2018-01-01 appoint", 1, 3)], "2019-03-30", &[]),
    ("probation ran out", &[("1 2020-01-31 appoint probation1", 1, 1)], "2020-02-29", &["probation-overdue [1] [1]"]),
    ("probation runs", &[("1 2020-01-31 appoint probation1", 1, 1)], "2020-02-28", &[]),
    (
        "probation was settled, by a confirmation or by leaving",
        &[
            ("1 2020-01-31 appoint probation12", 1, 1),
            ("2 2021-02-01 confirm", 1, 1),
            ("3 2020-01-31 appoint probation12", 2, 2),
            ("4 2020-06-01 dismiss", 2, 2),
        ],
        "2023-01-01",
        &[],
    ),
    (
        "settled later than the day asked about",
        &[("1 2020-01-31 appoint probation12", 1, 1), ("2 2021-06-01 confirm", 1, 1)],
        "2021-03-01",
        &["probation-overdue [1] [1]"],
    ),
    (
        "a number is missing",
        &[("1 2020-01-01 appoint", 1, 1), ("3 2020-03-01 dismiss", 1, 1)],
        "2023-01-01",
        &["number-gap [] []"],
    ),
    (
        "not yet missing on a day before the later paper",
        &[("1 2020-01-01 appoint", 1, 1), ("3 2020-03-01 dismiss", 1, 1)],
        "2020-02-01",
        &[],
    ),
    (
        "dismissed, never appointed",
        &[("1 2020-01-01 dismiss", 1, 1)],
        "2023-01-01",
        &["dismissal-without-tenure [1] [1]"],
    ),
    (
        "an opening entry gave the start",
        &[("held 2019-12-31 since 2015", 1, 1), ("1 2020-01-01 dismiss", 1, 1)],
        "2023-01-01",
        &[],
    ),
];

#[test]
fn each_fault_is_found_and_what_is_usual_is_not() {
    for (what, lines, on, expected) in CASES {
        let mut facts = county();
        for (line, person, post) in *lines {
            add(&mut facts, line, *person, *post);
        }
        assert_eq!(found(&facts, on), *expected, "{what}");
    }
}

#[test]
fn a_series_begins_at_one_where_the_year_before_is_known_and_a_withdrawn_order_is_no_gap() {
    let mut facts = county();
    add(&mut facts, "4 2020-01-01 appoint", 1, 1);
    add(&mut facts, "7 2020-03-01 dismiss", 1, 1);
    facts.orders.push(renmian_domain::OrderHead {
        id: renmian_domain::OrderId(9),
        number: Some(DocumentNumber::parse("青政人〔2021〕3号")),
        issued_on: Some(day("2021-01-05")),
        ..facts.orders[0].clone()
    });
    let revoked = renmian_domain::OrderHead {
        id: renmian_domain::OrderId(10),
        number: Some(DocumentNumber::parse("青政人〔2020〕5号")),
        state: OrderState::Revoked,
        ..facts.orders[0].clone()
    };
    let missing = |superseded: &[_], facts: &Facts| -> Vec<String> {
        let found = selfcheck(facts, &derive(facts), superseded, exact("2023-01-01"));
        found.iter().map(|concern| format!("{} {}", concern.words["series"], concern.words["missing"])).collect()
    };
    assert_eq!(missing(&[], &facts), ["青政人〔2020〕 5–6", "青政人〔2021〕 1–2"]);
    assert_eq!(missing(&[revoked], &facts), ["青政人〔2020〕 6", "青政人〔2021〕 1–2"]);
}

#[test]
fn one_number_on_two_papers_is_found_whatever_its_brackets() {
    let mut facts = county();
    add(&mut facts, "1 2020-01-01 appoint", 1, 1);
    let head = facts.orders[0].clone();
    facts.orders.push(renmian_domain::OrderHead {
        id: renmian_domain::OrderId(2),
        number: Some(DocumentNumber::parse("青政人[2020]1号")),
        ..head
    });
    let concerns = selfcheck(&facts, &derive(&facts), &[], exact("2023-01-01"));
    assert_eq!(concerns.len(), 1);
    assert_eq!(concerns[0].kind, ConcernKind::NumberTwice);
    assert_eq!(concerns[0].orders.len(), 2);
}

#[test]
fn general_series_do_not_cry_over_papers_of_other_kinds() {
    let mut facts = county();
    for serial in [3, 40] {
        add(&mut facts, &format!("{serial} 2020-01-01 appoint"), 1, 1);
    }
    for head in &mut facts.orders {
        let serial = head.number.as_ref().and_then(|number| number.serial).unwrap();
        head.number = Some(DocumentNumber::parse(&format!("青政〔2020〕{serial}号")));
    }
    assert!(found(&facts, "2023-01-01").is_empty());
}

#[test]
fn two_records_of_one_name_in_one_unit_are_asked_about() {
    let planted = |change: &dyn Fn(&mut Facts)| {
        let mut facts = county();
        facts.persons[1].name = "周 青".to_owned();
        add(&mut facts, "1 2016-01-01 appoint", 1, 1);
        add(&mut facts, "2 2018-01-01 appoint", 2, 5);
        change(&mut facts);
        let all = found(&facts, "2018-06-01");
        all.into_iter().filter(|line| line.starts_with("same-person")).collect::<Vec<_>>()
    };
    assert_eq!(planted(&|_| {}), ["same-person [1, 2] []"]);
    let birth = |facts: &mut Facts, place: usize, text: &str| facts.persons[place].birth = Some(day(text));
    let births = |facts: &mut Facts, one: &str, other: &str| {
        birth(facts, 0, one);
        birth(facts, 1, other);
    };
    assert_eq!(planted(&|facts| birth(facts, 0, "1980")).len(), 1, "one birth alone tells nobody apart");
    assert_eq!(planted(&|facts| births(facts, "1980", "1980-03")).len(), 1, "a year and a month of it can be one");
    assert_eq!(planted(&|facts| births(facts, "1980-04", "1980-03")), [""; 0], "two births are two people");
    let elsewhere = |facts: &mut Facts| facts.items[1].post = renmian_domain::PostId(2);
    assert_eq!(planted(&|facts| elsewhere(facts)), [""; 0], "namesakes of two units are usual");
    let former = |facts: &mut Facts| {
        facts.persons[1].name = "周清".to_owned();
        facts.persons[1].other_names = vec!["周青".to_owned()];
    };
    assert_eq!(planted(&|facts| former(facts)).len(), 1, "a former name counts");
}

#[test]
fn every_kind_has_its_words_in_both_languages() {
    for kind in ConcernKind::ALL {
        for key in ["", ".name", ".settle"] {
            let key = format!("concern.{}{key}", kind.key());
            for language in [Language::Chinese, Language::English] {
                assert!(has(language, &key), "{key} has its words in {language:?}");
            }
        }
    }
}
