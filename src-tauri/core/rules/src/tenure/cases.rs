//! The hard cases of one person and one post, each with its right answer written out.
//!
//! An entry is a line: `4/2 2019-03-15 appoint acting` is the second item of order no. 4 of that day; `held
//! 2020-12-31 since 2018-05` is an opening entry. A tenure is written `start[entry] – end[entry cause] what else`; a start that is only
//! known to be no later than a day is `≤day`. Beside the papers: `ends 2020-05 retired [this]` is the clerk's ending of
//! all or of this post, `unit 2019-03-31 abolish end` an event of the unit, `post …` one of the post.

use renmian_domain::record::ProbationFrom;
use renmian_domain::{EndCause, EntryRef, Facts, Tenure};

use crate::sample::{self, facts_of};

/// The tenures that follow from the entries, as lines.
fn history(entries: &[&str], from: ProbationFrom) -> Vec<String> {
    let facts = Facts { probation_from: from, ..facts_of(entries) };
    super::derive(&facts).tenures.iter().map(|tenure| line(&facts, tenure)).collect()
}

fn line(facts: &Facts, tenure: &Tenure) -> String {
    let day = |day: Option<_>| day.map_or("?".to_owned(), |day: renmian_domain::PartialDate| day.to_string());
    let by = |by: Option<EntryRef>| by.map_or(String::new(), |by| format!("[{}]", sample::entry_name(facts, by)));
    let start = match tenure.no_later_than {
        Some(held) => format!("≤{held}"),
        None => day(tenure.start),
    };
    let mut line = format!("{start}{} –", by(tenure.start_by));
    if tenure.ended {
        let cause = tenure.end_cause.map_or("no cause", EndCause::key);
        line += &format!(" {}{} {cause}", day(tenure.end), by(tenure.end_by));
    }
    for (flag, word) in
        [(tenure.concurrent, "concurrent"), (tenure.acting, "acting"), (tenure.secondment, "secondment")]
    {
        if flag {
            line += &format!(" {word}");
        }
    }
    if let Some(ends) = tenure.probation_ends {
        line += &format!(" probation {ends}");
    }
    if let Some(ends) = tenure.term_ends {
        line += &format!(" term {ends}");
    }
    if tenure.confirmed_by.is_some() {
        line += &format!(" confirmed {}{}", day(tenure.confirmed_on), by(tenure.confirmed_by));
    }
    line
}

/// What the case is, its entries, its tenures.
type Case = (&'static str, &'static [&'static str], &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "rule 4: an appointment opens, a dismissal closes",
        &["1 2019-03-15 appoint", "2 2022-05-01 dismiss"],
        &["2019-03-15[1] – 2022-05-01[2] dismissed"],
    ),
    (
        "rule 1: the dismissal was typed before the appointment",
        &["2 2022-05-01 dismiss", "1 2019-03-15 appoint"],
        &["2019-03-15[1] – 2022-05-01[2] dismissed"],
    ),
    (
        "rule 4: a resignation accepted and a removal close as well",
        &["1 2015-01-08 elect", "2 2017-02-01 resign", "3 2018-01-01 appoint", "4 2019-06-30 remove"],
        &["2015-01-08[1] – 2017-02-01[2] resigned", "2018-01-01[3] – 2019-06-30[4] removed"],
    ),
    (
        "rule 5: a dismissal without a tenure shows one whose start is unknown",
        &["1 2022-05-01 dismiss concurrent"],
        &["? – 2022-05-01[1] dismissed concurrent"],
    ),
    (
        "rule 5: the earlier order, typed in later, fills the start",
        &["7 2022-05-01 dismiss", "3 2018-11-20 appoint"],
        &["2018-11-20[3] – 2022-05-01[7] dismissed"],
    ),
    (
        "rule 5: an opening entry fills the start",
        &["7 2022-05-01 dismiss", "held 2020-12-31 since 2018-05"],
        &["2018-05[held 1] – 2022-05-01[7] dismissed"],
    ),
    (
        "the post is held again after years",
        &["1 2010-01-01 appoint", "2 2013-01-01 dismiss", "3 2016-01-01 appoint"],
        &["2010-01-01[1] – 2013-01-01[2] dismissed", "2016-01-01[3] –"],
    ),
    (
        "rule 5: dismissed twice, years apart, with one appointment known: the second has its own unknown start",
        &["1 2010-01-01 appoint", "2 2013-01-01 dismiss", "3 2016-01-01 dismiss"],
        &["? – 2016-01-01[3] dismissed", "2010-01-01[1] – 2013-01-01[2] dismissed"],
    ),
    (
        "Party committee and government dismiss by papers of one day: one ending",
        &["1 2010-01-01 appoint", "2 2013-01-01 dismiss", "3 2013-01-01 dismiss"],
        &["2010-01-01[1] – 2013-01-01[2] dismissed"],
    ),
    (
        "rules 6 and 13: dismissed from and appointed to the same post in one paper, a handover to oneself",
        &["1 2010-01-01 appoint", "2/1 2013-01-01 appoint", "2/2 2013-01-01 dismiss"],
        &["2010-01-01[1] – 2013-01-01[2/2] dismissed", "2013-01-01[2/1] –"],
    ),
    (
        "rule 6 over two papers of one day: what is taken comes before what is given, whatever the numbers",
        &["1 2010-01-01 appoint", "5 2013-01-01 appoint", "6 2013-01-01 dismiss"],
        &["2010-01-01[1] – 2013-01-01[6] dismissed", "2013-01-01[5] –"],
    ),
    (
        "appointed and dismissed on one day, nothing before: no tenure of no day, the dismissal speaks of an earlier one",
        &["5 2013-01-01 appoint", "6 2013-01-01 dismiss"],
        &["? – 2013-01-01[6] dismissed", "2013-01-01[5] –"],
    ),
    (
        "rule 8: an appointment to a post that is held opens no second tenure",
        &["1 2010-01-01 appoint", "2 2011-01-01 appoint concurrent", "3 2013-01-01 dismiss"],
        &["2010-01-01[1] – 2013-01-01[3] dismissed"],
    ),
    (
        "rule 8: elected to what one was appointed to already",
        &["1 2010-01-01 appoint", "2 2010-03-01 elect"],
        &["2010-01-01[1] –"],
    ),
    (
        "two papers of one day appoint: the lower number opens, 9 before 10",
        &["10 2010-01-01 appoint", "9 2010-01-01 appoint"],
        &["2010-01-01[9] –"],
    ),
    ("nomination changes nothing", &["1 2010-01-01 nominate"], &[]),
    (
        "acting, then in full: the acting tenure ends that day",
        &["1 2020-01-10 appoint acting", "2 2020-03-02 elect term60"],
        &["2020-01-10[1] – 2020-03-02[2] regularised acting", "2020-03-02[2] – term 2025-03-02"],
    ),
    (
        "acting, then in full, with the acting post dismissed in the same paper",
        &["1 2020-01-10 appoint acting", "2/1 2020-03-02 appoint", "2/2 2020-03-02 dismiss acting"],
        &["2020-01-10[1] – 2020-03-02[2/2] dismissed acting", "2020-03-02[2/1] –"],
    ),
    (
        "acting and in full on one day: in full from the start",
        &["1 2020-01-10 appoint acting", "2 2020-01-10 elect"],
        &["2020-01-10[2] –"],
    ),
    (
        "acting after in full opens nothing",
        &["1 2020-01-10 appoint", "2 2020-03-02 appoint acting"],
        &["2020-01-10[1] –"],
    ),
    (
        "an acting post of unknown start, then in full",
        &["held 2019-12-31 acting", "2 2020-03-02 appoint"],
        &["≤2019-12-31[held 1] – 2020-03-02[2] regularised acting", "2020-03-02[2] –"],
    ),
    (
        "a dismissal of an acting post closes whatever is open",
        &["1 2020-01-10 appoint", "2 2020-03-02 dismiss acting"],
        &["2020-01-10[1] – 2020-03-02[2] dismissed"],
    ),
    ("opening entry alone", &["held 2020-12-31 since 2018-05 concurrent"], &["2018-05[held 1] – concurrent"]),
    ("opening entry without a start: no later than its day", &["held 2020-12-31"], &["≤2020-12-31[held 1] –"]),
    (
        "opening entry, then the earlier order is typed: the order's start and paper",
        &["held 2020-12-31 since 2018-05", "3 2018-05-14 appoint probation12"],
        &["2018-05-14[3] – probation 2019-05-14"],
    ),
    (
        "an order before the opening entry gives the start even where the roster says another",
        &["held 2020-12-31 since 2017", "3 2018-05-14 appoint"],
        &["2018-05-14[3] –"],
    ),
    (
        "opening entry made between decision and paper: the paper's exact date wins within the roster's month",
        &["held 2018-05-10 since 2018-05", "3 2018-05-14 appoint"],
        &["2018-05-14[3] –"],
    ),
    ("opening entry on the day of the order", &["held 2018-05-14", "3 2018-05-14 appoint"], &["2018-05-14[3] –"]),
    (
        "an order after the opening entry does not move the start",
        &["held 2018-04-30 since 2015", "3 2018-05-14 appoint"],
        &["2015[held 1] –"],
    ),
    (
        "a dismissal on the day of the opening entry ends what the entry shows",
        &["held 2020-12-31 since 2018-05", "3 2020-12-31 dismiss"],
        &["2018-05[held 1] – 2020-12-31[3] dismissed"],
    ),
    (
        "a dismissal before the opening entry ends an earlier tenure; a start before it is not believed",
        &["3 2019-01-01 dismiss", "held 2020-12-31 since 2018-05"],
        &["? – 2019-01-01[3] dismissed", "≤2020-12-31[held 1] –"],
    ),
    (
        "a dismissal in the month of the opening entry's start is no contradiction",
        &["1 2015-02-02 appoint", "3 2018-05-03 dismiss", "held 2020-12-31 since 2018-05"],
        &["2015-02-02[1] – 2018-05-03[3] dismissed", "2018-05[held 1] –"],
    ),
    ("an opening entry whose start lies after it", &["held 2020-12-31 since 2021-05"], &["≤2020-12-31[held 1] –"]),
    (
        "a start that leaves no day before the end",
        &["held 2020-12-01 since 2020-12-01", "3 2020-12-01 dismiss"],
        &["≤2020-12-01[held 1] – 2020-12-01[3] dismissed"],
    ),
    (
        "two opening entries: the later fills the start of the first, a rough one does not replace an exact one",
        &["held 2019-12-31", "held 2020-12-31 since 2018-05-14", "held 2021-12-31 since 2018-05"],
        &["2018-05-14[held 2] –"],
    ),
    (
        "two opening entries: the more exact wins within the rough",
        &["held 2019-12-31 since 2018", "held 2020-12-31 since 2018-05-14"],
        &["2018-05-14[held 2] –"],
    ),
    (
        "rule 9: a start by the month keeps its precision, and so do the days that follow from it",
        &["1 2019-03 appoint probation12 term36", "2 2023 dismiss"],
        &["2019-03[1] – 2023[2] dismissed probation 2020-03 term 2022-03"],
    ),
    (
        "rule 10: probation that starts on 29 February ends on the 28th",
        &["1 2024-02-29 appoint probation12"],
        &["2024-02-29[1] – probation 2025-02-28"],
    ),
    (
        "rule 10: six months from the 31st",
        &["1 2023-08-31 appoint probation6"],
        &["2023-08-31[1] – probation 2024-02-29"],
    ),
    (
        "rule 3: the item's own day before the decision's, the decision's before the paper's",
        &[
            "1 2019-03-15 appoint probation12 decided2019-03-01 from2019-04-01",
            "2 2021-03-15 dismiss decided2021-03-01",
        ],
        &["2019-04-01[1] – 2021-03-01[2] dismissed probation 2020-04-01"],
    ),
    (
        "rule 3: an order counts from its decision, so an older number may count later",
        &["1 2019-03-15 appoint", "9 2019-04-20 dismiss decided2019-03-01"],
        &["? – 2019-03-01[9] dismissed", "2019-03-15[1] –"],
    ),
    (
        "confirm settles the probation and opens nothing",
        &["1 2019-03-15 appoint probation12", "2 2020-04-02 confirm"],
        &["2019-03-15[1] – probation 2020-03-15 confirmed 2020-04-02[2]"],
    ),
    (
        "a confirmation that names the start of what it confirms is settled by its paper",
        &["1 2019-03-15 appoint probation12", "2 2020-04-02 confirm from2019-03"],
        &["2019-03-15[1] – probation 2020-03-15 confirmed 2020-04-02[2]"],
    ),
    (
        "confirmed twice: the first settles",
        &["1 2019-03-15 appoint probation12", "2 2020-04-02 confirm", "3 2020-05-02 confirm"],
        &["2019-03-15[1] – probation 2020-03-15 confirmed 2020-04-02[2]"],
    ),
    (
        "confirmed on the day of leaving",
        &["1 2019-03-15 appoint probation12", "2/1 2020-04-02 dismiss", "2/2 2020-04-02 confirm"],
        &["2019-03-15[1] – 2020-04-02[2/1] dismissed probation 2020-03-15 confirmed 2020-04-02[2/2]"],
    ),
    (
        "confirmed on the day of leaving and coming back: the old tenure's probation",
        &["1 2019-03-15 appoint", "2/1 2020-04-02 dismiss", "2/2 2020-04-02 appoint", "2/3 2020-04-02 confirm"],
        &["2019-03-15[1] – 2020-04-02[2/1] dismissed confirmed 2020-04-02[2/3]", "2020-04-02[2/2] –"],
    ),
    (
        "confirm without a tenure proves one whose start is unknown",
        &["2 2020-04-02 confirm"],
        &["≤2020-04-02 – confirmed 2020-04-02[2]"],
    ),
    (
        "the appointment typed after its confirmation fills the start",
        &["2 2020-04-02 confirm", "1 2019-03-15 appoint probation12"],
        &["2019-03-15[1] – probation 2020-03-15 confirmed 2020-04-02[2]"],
    ),
    (
        "an opening entry fills the start of what a confirmation proved",
        &["2 2020-04-02 confirm", "held 2020-12-31 since 2019-03"],
        &["2019-03[held 1] – confirmed 2020-04-02[2]"],
    ),
    (
        "an opening entry that starts after the confirmation is not believed",
        &["2 2020-04-02 confirm", "held 2020-12-31 since 2020-06"],
        &["≤2020-04-02 – confirmed 2020-04-02[2]"],
    ),
    (
        "a dismissal without any day ends without a day",
        &["1 2019-03-15 appoint", "2 ? dismiss"],
        &["2019-03-15[1] – ?[2] dismissed"],
    ),
    ("papers without a day follow each other by number", &["4 ? dismiss", "3 ? appoint"], &["?[3] – ?[4] dismissed"]),
    (
        "appointed again for another term: the tenure runs on, its term is the new one",
        &["1 2016-01-10 elect term60", "2 2021-02-01 elect term60", "3 2022-01-01 appoint"],
        &["2016-01-10[1] – term 2026-02-01"],
    ),
    (
        "rule 9: a dismissal known to the month closes an exact appointment earlier in that month",
        &["1 2019-03-15 appoint", "2 2019-03 dismiss"],
        &["2019-03-15[1] – 2019-03[2] dismissed"],
    ),
    (
        "rule 9: so does one known to the year; what began after is another tenure",
        &["1 2019-03-15 appoint", "2 2019 dismiss", "3 2019-09-01 appoint"],
        &["2019-03-15[1] – 2019[2] dismissed", "2019-09-01[3] –"],
    ),
    (
        "rule 9: a dismissal by the month ends what ran before the month; what begins in it is a return to the post",
        &["1 2015-01-10 appoint", "2 2019-03 dismiss", "3 2019-03-15 appoint"],
        &["2015-01-10[1] – 2019-03[2] dismissed", "2019-03-15[3] –"],
    ),
    (
        "rule 9: appointed on the month's last day: the dismissal of that month speaks of an earlier tenure",
        &["1 2019-03-31 appoint", "2 2019-03 dismiss"],
        &["? – 2019-03[2] dismissed", "2019-03-31[1] –"],
    ),
    (
        "rule 6 by the month: dismissed and appointed in one month, no day known of either, is a handover to oneself",
        &["1 2019-03 appoint", "2 2019-03 dismiss"],
        &["? – 2019-03[2] dismissed", "2019-03[1] –"],
    ),
    (
        "rule 9: two papers dismiss in one month: one ending",
        &["2 2019-03 dismiss", "3 2019-03 dismiss"],
        &["? – 2019-03[2] dismissed"],
    ),
    (
        "rule 9: one paper dismisses by the month, another by a day of it: one ending, and the day is known",
        &["2 2019-03 dismiss", "3 2019-03-20 dismiss"],
        &["? – 2019-03-20[3] dismissed"],
    ),
    (
        "rule 9: so where the appointment is known",
        &["1 2015-01-10 appoint", "2 2019-03-01 dismiss", "3 2019-03 dismiss"],
        &["2015-01-10[1] – 2019-03-01[2] dismissed"],
    ),
    (
        "rule 9: dismissed on a day, back within the month, and dismissed in that month: the month speaks of the return",
        &["2 2019-03-01 dismiss", "3 2019-03-10 appoint", "4 2019-03 dismiss"],
        &["? – 2019-03-01[2] dismissed", "2019-03-10[3] – 2019-03[4] dismissed"],
    ),
    (
        "rule 9: appointed and dismissed in one year, and a roster after it says since an earlier day: the papers are right",
        &["held 2020-02-29 since 2019-01-31", "1 2019-03-15 appoint", "2 2019 dismiss"],
        &["≤2020-02-29[held 1] –", "2019-03-15[1] – 2019[2] dismissed"],
    ),
    (
        "rule 9: a roster of the year of the dismissal shows the same tenure, not another",
        &["1 2019-03-15 appoint", "held 2019-06-30", "2 2019 dismiss"],
        &["2019-03-15[1] – 2019[2] dismissed"],
    ),
    (
        "rule 9: so where the post was held before the year",
        &["1 2015-01-10 appoint", "held 2019-06-30 since 2015", "2 2019 dismiss"],
        &["2015-01-10[1] – 2019[2] dismissed"],
    ),
    (
        "rule 9: shown by a roster, appointed, and dismissed in one year: who is appointed has left before",
        &["held 2019-01-31 since 2019-01-31", "1 2019-03-15 appoint", "2 2019 dismiss"],
        &["2019-01-31[held 1] – 2019[2] dismissed", "2019-03-15[1] –"],
    ),
    (
        "rules 8 and 9: Party committee and government appoint by papers of one day, and dismiss in that year",
        &["1 2019-03-15 appoint", "2 2019-03-15 appoint", "3 2019 dismiss"],
        &["2019-03-15[1] – 2019[3] dismissed"],
    ),
    (
        "rules 8 and 9: acting and in full on one day, dismissed in that month",
        &["1 2019-03-15 appoint acting", "2 2019-03-15 appoint", "3 2019-03 dismiss"],
        &["2019-03-15[2] – 2019-03[3] dismissed"],
    ),
    (
        "rule 9: the paper of the start that a roster knew by the month, dismissed in that year",
        &["held 2019-03-10 since 2019-03", "1 2019-03-15 appoint", "2 2019 dismiss"],
        &["2019-03-15[1] – 2019[2] dismissed"],
    ),
    (
        "rule 9: confirmed in the year of the dismissal",
        &["1 2019-03-15 appoint probation6", "2 2019-09-16 confirm", "3 2019 dismiss"],
        &["2019-03-15[1] – 2019[3] dismissed probation 2019-09-15 confirmed 2019-09-16[2]"],
    ),
    (
        "rule 9: dismissed by the year and by a day of it: one ending, and the day is known",
        &["1 2019-03-15 appoint", "2 2019 dismiss", "3 2019-06-01 dismiss"],
        &["2019-03-15[1] – 2019-06-01[3] dismissed"],
    ),
    (
        "rule 9: so where the post was held before the year, and a month is known between",
        &["1 2015-01-10 appoint", "2 2019 dismiss", "3 2019-06 resign", "4 2019-06-01 dismiss"],
        &["2015-01-10[1] – 2019-06-01[4] dismissed"],
    ),
    (
        "rule 9: dismissed by the first month and by its year: one ending, and the month is known",
        &["1 2019-12-31 appoint", "2 2020-01 dismiss", "3 2020 dismiss"],
        &["2019-12-31[1] – 2020-01[2] dismissed"],
    ),
    (
        "rule 9: so where the appointment is not known",
        &["2 2020-01 dismiss", "3 2020 dismiss"],
        &["? – 2020-01[2] dismissed"],
    ),
    (
        "rule 9: died in a month, and dismissed in that year: the same ending",
        &["1 2020-05-06 appoint", "ends 2020-05 died", "2 2020 dismiss"],
        &["2020-05-06[1] – 2020-05[ends 1] died"],
    ),
    (
        "rule 9: so on another day of the month",
        &["2 2019-03-02 dismiss", "3 2019-03-10 appoint", "4 2019-03 dismiss"],
        &["? – 2019-03-02[2] dismissed", "2019-03-10[3] – 2019-03[4] dismissed"],
    ),
    (
        "rule 9: so where the first appointment is known, and where the year is all that is known of the second dismissal",
        &["1 2015-01-10 appoint", "2 2019-03-02 dismiss", "3 2019-09-01 appoint", "4 2019 dismiss"],
        &["2015-01-10[1] – 2019-03-02[2] dismissed", "2019-09-01[3] – 2019[4] dismissed"],
    ),
    (
        "rule 9: so where the month is known of the first dismissal, the year of the second",
        &["1 2015-01-10 appoint", "2 2019-03 dismiss", "3 2019-09-01 appoint", "4 2019 dismiss"],
        &["2015-01-10[1] – 2019-03[2] dismissed", "2019-09-01[3] – 2019[4] dismissed"],
    ),
    (
        "rule 9: confirmed and dismissed in one month, no day known of either: one tenure",
        &["1/1 2019-03 confirm", "1/2 2019-03 dismiss"],
        &["? – 2019-03[1/2] dismissed confirmed 2019-03[1/1]"],
    ),
    (
        "rule 9: acting since a month, in full from a day of it, dismissed in that year: the dismissal speaks of the full one",
        &["1 2019-03 appoint acting", "2 2019-03-15 appoint", "3 2019 dismiss"],
        &["2019-03[1] – 2019-03-15[2] regularised acting", "2019-03-15[2] – 2019[3] dismissed"],
    ),
    (
        "rule 9: and one who is back on a day of that month holds the post again",
        &["1/1 2019-03 confirm", "1/2 2019-03 dismiss", "2 2019-03-15 appoint"],
        &["? – 2019-03[1/2] dismissed confirmed 2019-03[1/1]", "2019-03-15[2] –"],
    ),
    (
        "an opening entry proves the post in the month of the dismissal",
        &["held 2019-03-20", "2 2019-03 dismiss"],
        &["≤2019-03-20[held 1] – 2019-03[2] dismissed"],
    ),
    (
        "rule 7: retirement ends what is open",
        &["1 2010-01-01 appoint", "ends 2020-05-31 retired"],
        &["2010-01-01[1] – 2020-05-31[ends 1] retired"],
    ),
    (
        "retirement without a tenure shows none: an ending is no proof of a post",
        &["ends 2020-05-31 retired", "1 2010-01-01 nominate"],
        &[],
    ),
    (
        "the paper that dismisses who has retired speaks of the same ending",
        &["1 2010-01-01 appoint", "ends 2020-05-31 retired", "2 2020-06-15 dismiss"],
        &["2010-01-01[1] – 2020-05-31[ends 1] retired"],
    ),
    (
        "dismissed by the paper of the day of retirement: the paper is the cause",
        &["1 2010-01-01 appoint", "ends 2020-05-31 retired", "2 2020-05-31 dismiss"],
        &["2010-01-01[1] – 2020-05-31[2] dismissed"],
    ),
    (
        "dismissed before retiring: nothing is left to end",
        &["1 2010-01-01 appoint", "2 2020-05-15 dismiss", "ends 2020-05-31 retired"],
        &["2010-01-01[1] – 2020-05-15[2] dismissed"],
    ),
    (
        "called back after retirement",
        &["1 2010-01-01 appoint", "ends 2020-05-31 retired", "2 2020-09-01 appoint term12"],
        &["2010-01-01[1] – 2020-05-31[ends 1] retired", "2020-09-01[2] – term 2021-09-01"],
    ),
    (
        "died in a month: the post held since a day of that month as well",
        &["1 2020-05-06 appoint", "ends 2020-05 died"],
        &["2020-05-06[1] – 2020-05[ends 1] died"],
    ),
    (
        "failed probation ends the trial post",
        &["1 2020-01-01 appoint probation12", "ends 2021-01-01 probation_failed this"],
        &["2020-01-01[1] – 2021-01-01[ends 1] probation_failed probation 2021-01-01"],
    ),
    (
        "a term run out, entered before the appointment was typed",
        &["ends 2021-02-01 term_over this", "1 2016-02-01 elect term60"],
        &["2016-02-01[1] – 2021-02-01[ends 1] term_over term 2021-02-01"],
    ),
    (
        "rule 11: the unit is abolished and tenures end by themselves",
        &["1 2010-01-01 appoint", "unit 2019-03-31 abolish end"],
        &["2010-01-01[1] – 2019-03-31[unit 1] organisation_ended"],
    ),
    (
        "rule 11: the unit is abolished and tenures wait for a dismissal",
        &["1 2010-01-01 appoint", "unit 2019-03-31 abolish wait", "2 2019-05-06 dismiss"],
        &["2010-01-01[1] – 2019-05-06[2] dismissed"],
    ),
    (
        "dismissed after the unit was abolished: the same ending, said again",
        &["1 2010-01-01 appoint", "unit 2019-03-31 abolish end", "2 2019-05-06 dismiss"],
        &["2010-01-01[1] – 2019-03-31[unit 1] organisation_ended"],
    ),
    (
        "rule 11: renamed between appointment and dismissal, running on: one tenure",
        &["1 2010-01-01 appoint", "unit 2019-03-31 rename run_on", "2 2022-01-01 dismiss"],
        &["2010-01-01[1] – 2022-01-01[2] dismissed"],
    ),
    (
        "rule 11: renamed and appointed anew: two tenures, a handover to oneself",
        &["1 2010-01-01 appoint", "unit 2019-03-31 rename reappoint", "2 2019-03-31 appoint", "3 2022-01-01 dismiss"],
        &["2010-01-01[1] – 2019-03-31[unit 1] reappointed", "2019-03-31[2] – 2022-01-01[3] dismissed"],
    ),
    (
        "renamed in a month, appointed anew on a day of it: the appointment is to the new name",
        &["unit 2019-03 rename reappoint", "2 2019-03-20 appoint"],
        &["2019-03-20[2] –"],
    ),
    (
        "held by an opening entry before the unit was abolished",
        &["held 2018-12-31", "unit 2019-03-31 abolish end"],
        &["≤2018-12-31[held 1] – 2019-03-31[unit 1] organisation_ended"],
    ),
    (
        "the post is abolished: it lapses",
        &["1 2010-01-01 appoint", "post 2019-03-31 abolish end"],
        &["2010-01-01[1] – 2019-03-31[post 1] lapsed"],
    ),
    (
        "the post is renamed or its seats change: the tenure runs on",
        &["1 2010-01-01 appoint", "post 2019-03-31 rename run_on", "post 2020-01-01 seats run_on"],
        &["2010-01-01[1] –"],
    ),
    (
        "secondment and its term",
        &["1 2021-09-01 appoint secondment term24"],
        &["2021-09-01[1] – secondment term 2023-09-01"],
    ),
];

#[test]
fn hard_cases_have_their_right_answers() {
    let mut wrong = Vec::new();
    for (case, entries, tenures) in CASES {
        let found = history(entries, ProbationFrom::Decision);
        if found != *tenures {
            wrong.push(format!("{case}\n  entries {entries:?}\n  right   {tenures:?}\n  found   {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} cases are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_case_is_the_same_in_whatever_order_it_is_typed() {
    for (case, entries, _) in CASES {
        let mut typed = entries.to_vec();
        // Openings are named by their place, so only these stay in order.
        let forward = history(&typed, ProbationFrom::Decision);
        typed.sort_by_key(|entry| (!entry.starts_with("held"), std::cmp::Reverse(*entry)));
        typed.sort_by_key(|entry| !entry.starts_with("held"));
        let openings: Vec<&str> = entries.iter().copied().filter(|entry| entry.starts_with("held")).collect();
        typed.splice(..openings.len(), openings);
        assert_eq!(history(&typed, ProbationFrom::Decision), forward, "{case}");
    }
}

#[test]
fn probation_counts_from_the_paper_where_the_register_is_set_so() {
    let entries = ["1 2019-03-15 appoint probation12 decided2019-03-01", "2 2019-06-01 dismiss"];
    assert_eq!(
        history(&entries, ProbationFrom::Paper),
        ["2019-03-01[1] – 2019-06-01[2] dismissed probation 2020-03-15"],
        "the tenure counts from the decision, its probation from the paper"
    );
    let own = ["1 2019-03-15 appoint probation12 decided2019-03-01 from2019-01-01"];
    assert_eq!(history(&own, ProbationFrom::Paper), ["2019-01-01[1] – probation 2020-01-01"]);
}
