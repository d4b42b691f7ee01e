//! The hard cases seen in practice, each with the right answer written out: what a clerk enters, line by line, then
//! the tenures that follow and who is listed on a day. Names are understood by the register's own rules, as from a
//! paper. `1/2` is the second item of order 1; `≤` a start known to be no later; `?` a day that is not known.
//! Of one person and one post there are more cases beside the rules themselves (`rules/src/tenure/cases.rs`).

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::collections::BTreeSet;

use chrono::NaiveDate;
use renmian_domain::Tenure;
use renmian_tests::clerk::{Clerk, at};
use renmian_tests::told::tenures;

struct Case {
    what: &'static str,
    deeds: &'static [&'static str],
    tenures: &'static [&'static str],
    /// Who holds what on a day, under the names of that day.
    lists: &'static [(&'static str, &'static [&'static str])],
}

const CASES: &[Case] = &[
    Case {
        what: "a handover by two papers of one day, the newcomer's with the lower number",
        deeds: &[
            "order 1 2019-03-15 | 周青 appoint 县财政局 局长",
            "order 7 2022-05-01 | 吕和 appoint 县财政局 局长",
            "order 8 2022-05-01 | 周青 dismiss 县财政局 局长",
        ],
        tenures: &[
            "吕和 县财政局局长 2022-05-01[7/1] –",
            "周青 县财政局局长 2019-03-15[1/1] – 2022-05-01[8/1] dismissed",
        ],
        lists: &[("2022-04-30", &["周青 县财政局局长"]), ("2022-05-01", &["吕和 县财政局局长"])],
    },
    Case {
        what: "moved by one paper within one bureau: no gap and no overlap",
        deeds: &[
            "order 1 2019-03-15 | 周青 appoint 县财政局 副局长",
            "order 2 2022-05-01 | 周青 appoint 县财政局 局长 | 周青 dismiss 县财政局 副局长",
        ],
        tenures: &[
            "周青 县财政局副局长 2019-03-15[1/1] – 2022-05-01[2/2] dismissed",
            "周青 县财政局局长 2022-05-01[2/1] –",
        ],
        lists: &[("2022-04-30", &["周青 县财政局副局长"]), ("2022-05-01", &["周青 县财政局局长"])],
    },
    Case {
        what: "a new holder ends nobody: two hold the post until a paper says otherwise",
        deeds: &["order 1 2019-03-15 | 周青 appoint 县财政局 局长", "order 2 2022-05-01 | 吕和 appoint 县财政局 局长"],
        tenures: &["吕和 县财政局局长 2022-05-01[2/1] –", "周青 县财政局局长 2019-03-15[1/1] –"],
        lists: &[("2022-05-01", &["吕和 县财政局局长", "周青 县财政局局长"])],
    },
    Case {
        what: "back in a former post after years elsewhere",
        deeds: &[
            "order 1 2010-01-01 | 周青 appoint 县财政局 副局长",
            "order 2 2013-01-01 | 周青 dismiss 县财政局 副局长 | 周青 appoint 县审计局 副局长",
            "order 3 2016-01-01 | 周青 dismiss 县审计局 副局长 | 周青 appoint 县财政局 副局长",
        ],
        tenures: &[
            "周青 县审计局副局长 2013-01-01[2/2] – 2016-01-01[3/1] dismissed",
            "周青 县财政局副局长 2010-01-01[1/1] – 2013-01-01[2/1] dismissed",
            "周青 县财政局副局长 2016-01-01[3/2] –",
        ],
        lists: &[("2014-06-01", &["周青 县审计局副局长"]), ("2016-01-01", &["周青 县财政局副局长"])],
    },
    Case {
        what: "two orders on one day: Party committee and government dismiss, each by its own paper, from one post",
        deeds: &[
            "order 1 2010-01-01 | 周青 appoint 县财政局 局长",
            "order 2 2013-01-01 | 周青 dismiss 县财政局 局长",
            "order 3 2013-01-01 | 周青 dismiss 县财政局 局长",
        ],
        tenures: &["周青 县财政局局长 2010-01-01[1/1] – 2013-01-01[2/1] dismissed"],
        lists: &[("2013-01-01", &[])],
    },
    Case {
        what: "a confirmation that counts from before its paper, and names the day of the appointment",
        deeds: &[
            "order 1 2019-03-15 | 周青 appoint 县财政局 局长 probation12",
            "order 2 2020-05-20 decided2020-03-20 | 周青 confirm 县财政局 局长 from2019-03-15",
        ],
        tenures: &["周青 县财政局局长 2019-03-15[1/1] – probation 2020-03-15 confirmed 2020-03-20[2/1]"],
        lists: &[("2020-03-16", &["周青 县财政局局长"])],
    },
    Case {
        what: "the dismissal was typed before the appointment",
        deeds: &["order 2 2022-05-01 | 周青 dismiss 县财政局 局长", "order 1 2019-03-15 | 周青 appoint 县财政局 局长"],
        tenures: &["周青 县财政局局长 2019-03-15[1/1] – 2022-05-01[2/1] dismissed"],
        lists: &[("2019-03-14", &[]), ("2019-03-15", &["周青 县财政局局长"])],
    },
    Case {
        what: "renamed between appointment and dismissal: one tenure, each day under its own name",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县旅游局 局长",
            "unit 2019-03-31 rename 县旅游局 县文化和旅游局 run_on",
            "order 2 2022-01-05 | 周青 dismiss 县文化和旅游局 局长",
        ],
        tenures: &["周青 县文化和旅游局局长 2015-03-01[1/1] – 2022-01-05[2/1] dismissed"],
        lists: &[
            ("2019-03-30", &["周青 县旅游局局长"]),
            ("2019-03-31", &["周青 县文化和旅游局局长"]),
            ("2022-01-05", &[]),
        ],
    },
    Case {
        what: "a paper from before the renaming, typed after it, means the same unit",
        deeds: &[
            "order 2 2022-01-05 | 周青 dismiss 县文化和旅游局 局长",
            "unit 2019-03-31 rename 县旅游局 县文化和旅游局 run_on",
            "order 1 2015-03-01 | 周青 appoint 县旅游局 局长",
        ],
        tenures: &["周青 县文化和旅游局局长 2015-03-01[1/1] – 2022-01-05[2/1] dismissed"],
        lists: &[("2018-01-01", &["周青 县旅游局局长"])],
    },
    Case {
        what: "renamed, and everybody appointed anew: two tenures that meet",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县旅游局 局长 | 吕和 appoint 县旅游局 副局长",
            "unit 2019-03-31 rename 县旅游局 县文化和旅游局 reappoint",
            "order 2 2019-03-31 | 周青 appoint 县文化和旅游局 局长",
        ],
        tenures: &[
            "吕和 县文化和旅游局副局长 2015-03-01[1/2] – 2019-03-31[unit 2019-03-31] reappointed",
            "周青 县文化和旅游局局长 2015-03-01[1/1] – 2019-03-31[unit 2019-03-31] reappointed",
            "周青 县文化和旅游局局长 2019-03-31[2/1] –",
        ],
        lists: &[
            ("2019-03-30", &["吕和 县旅游局副局长", "周青 县旅游局局长"]),
            ("2019-03-31", &["周青 县文化和旅游局局长"]),
        ],
    },
    Case {
        what: "one order corrects another's name: nothing is left of the person whom nobody meant",
        deeds: &[
            "order 1 2019-03-15 | 李阳 appoint 县财政局 副局长 | 吕和 appoint 县审计局 副局长",
            "correct 1 2019-03-15 | 李洋 appoint 县财政局 副局长 | 吕和 appoint 县审计局 副局长",
        ],
        tenures: &["吕和 县审计局副局长 2019-03-15[1/2] –", "李洋 县财政局副局长 2019-03-15[1/1] –"],
        lists: &[("2020-01-01", &["吕和 县审计局副局长", "李洋 县财政局副局长"])],
    },
    Case {
        what: "a start by the month and a dismissal by the day: neither says more than it knows",
        deeds: &[
            "order 1 2019-04-02 | 周青 appoint 县财政局 局长 from2019-03",
            "order 2 2022-05-01 | 周青 dismiss 县财政局 局长",
        ],
        tenures: &["周青 县财政局局长 2019-03[1/1] – 2022-05-01[2/1] dismissed"],
        lists: &[("2019-02-28", &[]), ("2019-03-01", &["周青 县财政局局长"])],
    },
    Case {
        what: "a start by the month, left within that month",
        deeds: &[
            "order 1 2019-04-02 | 周青 appoint 县财政局 局长 from2019-03",
            "order 2 2019-03-20 | 周青 dismiss 县财政局 局长",
        ],
        tenures: &["周青 县财政局局长 2019-03[1/1] – 2019-03-20[2/1] dismissed"],
        lists: &[("2019-03-19", &["周青 县财政局局长"]), ("2019-03-20", &[])],
    },
    Case {
        what: "a dismissal without a tenure, its start filled by an opening entry later",
        deeds: &["order 9 2022-05-01 | 周青 dismiss 县财政局 局长", "held 2018-12-31 周青 县财政局 局长 since2015-03"],
        tenures: &["周青 县财政局局长 2015-03[held 2018-12-31 Some(2015-03)] – 2022-05-01[9/1] dismissed"],
        lists: &[("2015-02-28", &[]), ("2015-03-01", &["周青 县财政局局长"])],
    },
    Case {
        what: "an opening entry without a start proves its day alone, and the order typed later fills it",
        deeds: &["held 2018-12-31 周青 县财政局 局长", "order 1 2015-03-09 | 周青 appoint 县财政局 局长"],
        tenures: &["周青 县财政局局长 2015-03-09[1/1] –"],
        lists: &[("2015-03-08", &[])],
    },
    Case {
        what: "probation over the end of a month: it ends on the month's last day",
        deeds: &[
            "order 1 2023-01-31 | 周青 appoint 县财政局 局长 probation1",
            "order 2 2024-01-31 | 吕和 appoint 县审计局 局长 probation1",
            "order 3 2023-08-31 | 施敏 appoint 县统计局 局长 probation6",
            "order 4 2024-02-29 | 韩川 appoint 县民政局 局长 probation12",
        ],
        tenures: &[
            "吕和 县审计局局长 2024-01-31[2/1] – probation 2024-02-29",
            "周青 县财政局局长 2023-01-31[1/1] – probation 2023-02-28",
            "施敏 县统计局局长 2023-08-31[3/1] – probation 2024-02-29",
            "韩川 县民政局局长 2024-02-29[4/1] – probation 2025-02-28",
        ],
        lists: &[],
    },
    Case {
        what: "two bureaus become one: the one that goes on is renamed with 续任, the other's people wait for their papers",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县旅游局 局长 | 吕和 appoint 县文化局 局长 | 施敏 appoint 县文化局 副局长",
            "unit 2019-03-31 rename 县旅游局 县文化和旅游局 run_on",
            "unit 2019-03-31 merge 县文化局 into 县文化和旅游局 wait",
            "order 2 2019-04-20 | 吕和 dismiss 县文化局 局长 | 吕和 appoint 县文化和旅游局 副局长",
        ],
        tenures: &[
            "吕和 县文化和旅游局副局长 2019-04-20[2/2] –",
            "吕和 县文化局局长 2015-03-01[1/2] – 2019-04-20[2/1] dismissed",
            "周青 县文化和旅游局局长 2015-03-01[1/1] –",
            "施敏 县文化局副局长 2015-03-01[1/3] –",
        ],
        lists: &[
            ("2019-04-01", &["吕和 县文化局局长", "周青 县文化和旅游局局长", "施敏 县文化局副局长"]),
            ("2019-04-20", &["吕和 县文化和旅游局副局长", "周青 县文化和旅游局局长", "施敏 县文化局副局长"]),
        ],
    },
    Case {
        what: "abolished, 自行终止: tenures end that day, and the dismissal that follows says the same again",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县物价局 局长",
            "unit 2019-03-31 abolish 县物价局 end",
            "order 2 2019-05-06 | 周青 dismiss 县物价局 局长",
        ],
        tenures: &["周青 县物价局局长 2015-03-01[1/1] – 2019-03-31[unit 2019-03-31] organisation_ended"],
        lists: &[("2019-03-30", &["周青 县物价局局长"]), ("2019-03-31", &[])],
    },
    Case {
        what: "abolished, 待免: tenures run on until the dismissal",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县物价局 局长",
            "unit 2019-03-31 abolish 县物价局 wait",
            "order 2 2019-05-06 | 周青 dismiss 县物价局 局长",
        ],
        tenures: &["周青 县物价局局长 2015-03-01[1/1] – 2019-05-06[2/1] dismissed"],
        lists: &[("2019-05-05", &["周青 县物价局局长"]), ("2019-05-06", &[])],
    },
    Case {
        what: "a post is abolished and later set up again: two posts of one title, each with its own people",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县财政局 总会计师",
            "post 2018-01-01 abolish 县财政局 总会计师 end",
            "order 3 2020-01-01 | 吕和 appoint 县财政局 总会计师 new",
            "order 4 2022-01-01 | 吕和 dismiss 县财政局 总会计师",
            "order 2 2017-01-01 | 施敏 appoint 县财政局 总会计师 acting",
        ],
        tenures: &[
            "吕和 县财政局总会计师 2020-01-01[3/1] – 2022-01-01[4/1] dismissed",
            "周青 县财政局总会计师 2015-03-01[1/1] – 2018-01-01[post 2018-01-01] lapsed",
            "施敏 县财政局总会计师 2017-01-01[2/1] – 2018-01-01[post 2018-01-01] lapsed 代",
        ],
        lists: &[("2018-01-01", &[]), ("2020-01-01", &["吕和 县财政局总会计师"])],
    },
    Case {
        what: "head of one unit, and of another 兼: both are held, each ends by its own paper",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县财政局 局长",
            "order 2 2017-03-01 | 周青 appoint 县国资局 局长 concurrent",
            "order 3 2019-03-01 | 周青 dismiss 县国资局 局长 concurrent",
        ],
        tenures: &[
            "周青 县国资局局长 2017-03-01[2/1] – 2019-03-01[3/1] dismissed 兼",
            "周青 县财政局局长 2015-03-01[1/1] –",
        ],
        lists: &[("2018-01-01", &["周青 县国资局局长", "周青 县财政局局长"]), ("2019-03-01", &["周青 县财政局局长"])],
    },
    Case {
        what: "retirement closes all that is open, and nothing that had ended; a paper afterwards says it again",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县财政局 局长 | 周青 appoint 县国资局 局长 concurrent",
            "order 2 2016-03-01 | 周青 appoint 县审计局 局长 concurrent",
            "order 3 2018-03-01 | 周青 dismiss 县审计局 局长",
            "ends 2020-05 周青 retired",
            "order 4 2020-06-15 | 周青 dismiss 县财政局 局长",
        ],
        tenures: &[
            "周青 县国资局局长 2015-03-01[1/2] – 2020-05[ends 2020-05] retired 兼",
            "周青 县审计局局长 2016-03-01[2/1] – 2018-03-01[3/1] dismissed 兼",
            "周青 县财政局局长 2015-03-01[1/1] – 2020-05[ends 2020-05] retired",
        ],
        lists: &[("2020-04-30", &["周青 县国资局局长", "周青 县财政局局长"]), ("2020-05-31", &[])],
    },
    Case {
        what: "a date corrected: the tenure moves before the dismissal, which now ends it",
        deeds: &[
            "order 1 2021-03-15 | 周青 appoint 县财政局 局长",
            "order 2 2020-05-01 | 周青 dismiss 县财政局 局长",
            "correct 1 2018-03-15 | 周青 appoint 县财政局 局长",
        ],
        tenures: &["周青 县财政局局长 2018-03-15[1/1] – 2020-05-01[2/1] dismissed"],
        lists: &[("2018-03-15", &["周青 县财政局局长"]), ("2021-03-15", &[])],
    },
    Case {
        what: "a date corrected: of two tenures the one that came first comes second",
        deeds: &[
            "order 1 2016-01-01 | 周青 appoint 县财政局 局长",
            "order 2 2017-01-01 | 周青 dismiss 县财政局 局长",
            "order 3 2018-01-01 | 周青 appoint 县财政局 局长",
            "order 4 2019-01-01 | 周青 dismiss 县财政局 局长",
            "correct 1 2021-01-01 | 周青 appoint 县财政局 局长",
        ],
        tenures: &[
            "周青 县财政局局长 2018-01-01[3/1] – 2019-01-01[4/1] dismissed",
            "周青 县财政局局长 2021-01-01[1/1] –",
            "周青 县财政局局长 ?[-] – 2017-01-01[2/1] dismissed",
        ],
        lists: &[("2018-06-01", &["周青 县财政局局长"]), ("2020-01-01", &[]), ("2021-01-01", &["周青 县财政局局长"])],
    },
    Case {
        what: "the order that dismissed is revoked: the tenure runs again as if it had never ended",
        deeds: &[
            "order 1 2015-03-01 | 周青 appoint 县财政局 局长",
            "order 2 2019-03-01 | 周青 dismiss 县财政局 局长 | 吕和 appoint 县财政局 局长",
            "revoke 2",
        ],
        tenures: &["周青 县财政局局长 2015-03-01[1/1] –"],
        lists: &[("2020-01-01", &["周青 县财政局局长"])],
    },
    Case {
        what: "acting, then elected in full by a later paper: two tenures that meet",
        deeds: &[
            "order 1 2020-01-10 | 周青 appoint 青云县 县长 acting",
            "order 2 2020-03-02 | 周青 elect 青云县 县长 term60",
        ],
        tenures: &[
            "周青 青云县县长 2020-01-10[1/1] – 2020-03-02[2/1] regularised 代",
            "周青 青云县县长 2020-03-02[2/1] – term 2025-03-02",
        ],
        lists: &[("2020-03-01", &["周青 青云县县长"]), ("2020-03-02", &["周青 青云县县长"])],
    },
];

fn lines(clerk: &Clerk) -> Vec<String> {
    let (facts, history) = (clerk.register.facts(None).unwrap(), clerk.register.history(None).unwrap());
    tenures(&facts, &history)
        .iter()
        .map(|line| line.replace("tenure ", "").replace("青政人〔2020〕", "").replace("号#", "/").trim_end().to_owned())
        .collect()
}

fn list(clerk: &Clerk, on: &str, known_at: Option<i64>) -> BTreeSet<String> {
    let moment = known_at.map(at);
    let (facts, history) = (clerk.register.facts(moment).unwrap(), clerk.register.history(moment).unwrap());
    let on: NaiveDate = on.parse().unwrap();
    let row = |tenure: &Tenure| {
        let person = facts.persons.iter().find(|person| person.id == tenure.person).unwrap();
        let post = facts.posts.iter().find(|post| post.id == tenure.post).unwrap();
        let unit = facts.organisations.iter().find(|unit| Some(unit.id) == post.organisation).unwrap();
        format!("{} {}{}", person.name, renmian_rules::name_on(unit, on), renmian_rules::title_on(post, on))
    };
    renmian_rules::on(&history, on).map(row).collect()
}

#[test]
fn hard_cases_have_their_right_answers() {
    let mut wrong = Vec::new();
    for case in CASES {
        let mut clerk = Clerk::new();
        clerk.enters(case.deeds);
        let (found, right) = (lines(&clerk), case.tenures.to_vec());
        if found != right {
            wrong.push(format!("{}\n  right {right:#?}\n  found {found:#?}", case.what));
        }
        for (on, rows) in case.lists {
            let (found, right) = (list(&clerk, on, None), rows.iter().map(|row| (*row).to_owned()).collect());
            if found != right {
                wrong.push(format!("{}\n  on {on} right {right:?}\n  found {found:?}", case.what));
            }
        }
        assert!(clerk.register.verify().unwrap().is_sound(), "{}", case.what);
    }
    assert!(wrong.is_empty(), "{} answers are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_was_corrected_or_revoked_is_still_answered_for_the_time_before() {
    for (deeds, on, before, after) in [
        (
            [
                "order 1 2019-03-15 | 李阳 appoint 县财政局 副局长",
                "correct 1 2019-03-15 | 李洋 appoint 县财政局 副局长",
            ],
            "2020-01-01",
            "李阳 县财政局副局长",
            "李洋 县财政局副局长",
        ),
        (
            ["order 1 2019-03-15 | 周青 appoint 县财政局 局长", "correct 1 2018-03-15 | 周青 appoint 县财政局 局长"],
            "2018-06-01",
            "",
            "周青 县财政局局长",
        ),
        (["order 1 2019-03-15 | 周青 appoint 县财政局 局长", "revoke 1"], "2020-01-01", "周青 县财政局局长", ""),
        (["order 1 2019-03-15 | 周青 appoint 县财政局 局长", "undo"], "2020-01-01", "周青 县财政局局长", ""),
    ] {
        let mut clerk = Clerk::new();
        clerk.enters(&deeds);
        let one = |row: &str| BTreeSet::from_iter(Some(row.to_owned()).filter(|row| !row.is_empty()));
        assert_eq!(list(&clerk, on, None), one(after), "now, after {}", deeds[1]);
        assert_eq!(list(&clerk, on, Some(1)), one(before), "as known before {}", deeds[1]);
    }
}
