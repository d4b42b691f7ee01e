//! The standing self-check on whole registers: each thing that it should find, planted alone by what a clerk enters,
//! is found and nothing beside it; and the same with what would settle it is in order.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use renmian_tests::clerk::Clerk;

struct Planted {
    what: &'static str,
    deeds: &'static [&'static str],
    on: &'static str,
    /// The kind and the people whom it names.
    found: &'static [&'static str],
    /// What settles it.
    then: &'static [&'static str],
}

const PLANTED: &[Planted] = &[
    Planted {
        what: "the end lies before the start: a later paper dismisses from a day before the appointment",
        deeds: &[
            "order 1 2020-05-01 | 周青 appoint 县财政局 局长",
            "order 2 2021-01-01 | 周青 dismiss 县财政局 局长 from2019-01-01",
        ],
        on: "2023-01-01",
        found: &["end-before-start 周青"],
        then: &["correct 2 2021-01-01 | 周青 dismiss 县财政局 局长"],
    },
    Planted {
        what: "one person twice in one post",
        deeds: &["order 1 2020-01-01 | 周青 appoint 县财政局 局长", "order 2 2022-01-01 | 周青 appoint 县财政局 局长"],
        on: "2023-01-01",
        found: &["overlap 周青"],
        then: &["correct 2 2022-01-01 | 吕和 appoint 县审计局 局长"],
    },
    Planted {
        what: "two headships without 兼",
        deeds: &["order 1 2020-01-01 | 周青 appoint 县财政局 局长", "order 2 2022-01-01 | 周青 appoint 县审计局 局长"],
        on: "2023-01-01",
        found: &["second-headship 周青"],
        then: &["correct 2 2022-01-01 | 周青 appoint 县审计局 局长 concurrent"],
    },
    Planted {
        what: "more holders than seats",
        deeds: &[
            "order 1 2020-01-01 | 周青 appoint 县财政局 副局长 | 吕和 appoint 县财政局 副局长",
            "post 2019-01-01 seats 县财政局 副局长 1",
        ],
        on: "2023-01-01",
        found: &["over-seats 周青、吕和"],
        then: &["post 2019-06-01 seats 县财政局 副局长 2"],
    },
    Planted {
        what: "one person under two names in one unit, entered as two",
        deeds: &[
            "order 1 2020-01-01 | 周青 appoint 县财政局 局长",
            "order 2 2021-01-01 | 周清 appoint 县财政局 副局长",
            "called 周清 周青",
        ],
        on: "2023-01-01",
        found: &["same-person 周青、周清"],
        then: &["merge 周清 into 周青"],
    },
    Planted {
        what: "open in an abolished unit, 待免",
        deeds: &["order 1 2015-01-01 | 周青 appoint 县物价局 局长", "unit 2019-03-31 abolish 县物价局 wait"],
        on: "2019-04-01",
        found: &["ended-unit 周青"],
        then: &["order 2 2019-03-31 | 周青 dismiss 县物价局 局长"],
    },
    Planted {
        what: "open in an abolished post, 待免",
        deeds: &[
            "order 1 2015-01-01 | 周青 appoint 县财政局 总会计师",
            "post 2019-03-31 abolish 县财政局 总会计师 wait",
        ],
        on: "2019-04-01",
        found: &["ended-post 周青"],
        then: &["ends 2019-03-31 周青 lapsed 县财政局 总会计师"],
    },
    Planted {
        what: "a post given to somebody who has died",
        deeds: &[
            "order 1 2015-01-01 | 周青 appoint 县财政局 局长",
            "ends 2019-03-31 周青 died",
            "order 2 2019-06-01 | 周青 appoint 县审计局 局长",
        ],
        on: "2023-01-01",
        found: &["ended-person 周青"],
        then: &["correct 2 2019-06-01 | 吕和 appoint 县审计局 局长"],
    },
    Planted {
        what: "a probation that ran out on the last day of a month",
        deeds: &["order 1 2023-01-31 | 周青 appoint 县财政局 局长 probation1"],
        on: "2023-02-28",
        found: &["probation-overdue 周青"],
        then: &["order 2 2023-02-28 | 周青 confirm 县财政局 局长"],
    },
    Planted {
        what: "a number missing in a year's series",
        deeds: &["order 1 2020-01-01 | 周青 appoint 县财政局 局长", "order 3 2020-03-01 | 吕和 appoint 县审计局 局长"],
        on: "2023-01-01",
        found: &["number-gap "],
        then: &["order 2 2020-02-01 | 施敏 appoint 县统计局 局长"],
    },
    Planted {
        what: "one number on two papers",
        deeds: &["order 1 2020-01-01 | 周青 appoint 县财政局 局长", "order 1 2020-03-01 | 吕和 appoint 县审计局 局长"],
        on: "2023-01-01",
        found: &["number-twice "],
        then: &["undo", "order 2 2020-03-01 | 吕和 appoint 县审计局 局长"],
    },
    Planted {
        what: "a dismissal without a tenure",
        deeds: &["order 1 2020-01-01 | 周青 dismiss 县财政局 局长"],
        on: "2023-01-01",
        found: &["dismissal-without-tenure 周青"],
        then: &["held 2019-12-31 周青 县财政局 局长 since2015-03"],
    },
];

fn found(clerk: &Clerk, on: &str) -> Vec<String> {
    let (facts, history) = (clerk.register.facts(None).unwrap(), clerk.register.history(None).unwrap());
    let name = |id: &renmian_domain::PersonId| {
        facts.persons.iter().find(|person| person.id == *id).map_or("", |person| &person.name).to_owned()
    };
    renmian_rules::selfcheck(&facts, &history, &facts.superseded, on.parse().unwrap())
        .iter()
        .map(|concern| {
            let names: Vec<String> = concern.persons.iter().map(name).collect();
            format!("{} {}", concern.kind.key(), names.join("、"))
        })
        .collect()
}

#[test]
fn each_thing_planted_is_found_alone_and_gone_once_it_is_settled() {
    let kinds: std::collections::BTreeSet<String> = PLANTED
        .iter()
        .flat_map(|planted| planted.found)
        .filter_map(|found| found.split(' ').next().map(str::to_owned))
        .collect();
    for kind in renmian_domain::ConcernKind::ALL {
        assert!(kinds.contains(&kind.key()), "{kind:?} is planted");
    }
    for Planted { what, deeds, on, found: right, then } in PLANTED {
        let mut clerk = Clerk::new();
        clerk.enters(deeds);
        assert_eq!(found(&clerk, on), *right, "{what}");
        clerk.enters(then);
        assert_eq!(found(&clerk, on), [""; 0], "settled: {what}");
    }
}

#[test]
fn the_seats_and_names_of_the_day_count() {
    let mut clerk = Clerk::new();
    clerk.enters(&[
        "order 1 2018-01-01 | 周青 appoint 县财政局 副局长 | 吕和 appoint 县财政局 副局长",
        "post 2017-01-01 seats 县财政局 副局长 1",
        "post 2019-01-01 seats 县财政局 副局长 2",
        "unit 2020-01-01 rename 县财政局 县财务局 run_on",
    ]);
    assert_eq!(found(&clerk, "2018-12-31"), ["over-seats 周青、吕和"], "one seat then");
    assert_eq!(found(&clerk, "2019-01-01"), [""; 0], "two seats from that day");
    let (facts, history) = (clerk.register.facts(None).unwrap(), clerk.register.history(None).unwrap());
    let concerns = renmian_rules::selfcheck(&facts, &history, &[], "2018-12-31".parse().unwrap());
    assert_eq!(concerns[0].words["post"], "县财政局副局长", "under the name of the day");
}
