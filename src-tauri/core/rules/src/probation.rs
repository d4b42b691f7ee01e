//! Days that fall due: the end of a probation, a term, a secondment (rule 10).

use chrono::NaiveDate;
use renmian_domain::{History, PartialDate, Tenure};

/// What falls due on a tenure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum DueKind {
    /// 试用期满
    Probation,
    /// 任期、聘期届满
    Term,
    /// 挂职期满
    Secondment,
}

/// Something that falls due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due<'a> {
    /// The day on which it falls due, in the precision of the start.
    pub on: PartialDate,
    /// What falls due.
    pub kind: DueKind,
    /// Of which tenure.
    pub tenure: &'a Tenure,
}

/// The day the given months after a start; a month that lacks the day ends on its last day (rule 10). `None` where
/// the start or the months are unknown, or where the day lies beyond the calendar.
pub fn due_after(start: Option<PartialDate>, months: Option<u32>) -> Option<PartialDate> {
    start?.plus_months(months?)
}

/// What has fallen due by `until` and is not settled, earliest first: probations of running tenures without a
/// confirmation, terms and secondments of running tenures. Regulations on selecting and appointing leading cadres,
/// chapter on taking office: a probation stays due until it is confirmed or the post is left.
pub fn due(history: &History, until: NaiveDate) -> Vec<Due<'_>> {
    let mut found = Vec::new();
    for tenure in history.tenures.iter().filter(|tenure| !tenure.ended) {
        let probation = tenure.probation_ends.filter(|_| tenure.confirmed_by.is_none());
        let term_kind = if tenure.secondment { DueKind::Secondment } else { DueKind::Term };
        for (kind, on) in [(DueKind::Probation, probation), (term_kind, tenure.term_ends)] {
            if let Some(on) = on.filter(|on| on.earliest() <= until) {
                found.push(Due { on, kind, tenure });
            }
        }
    }
    found.sort_by_key(|due| (due.on, due.kind, due.tenure.person, due.tenure.post));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{add, exact};
    use crate::tenure::derive;

    #[test]
    fn what_is_due_stays_due_until_it_is_settled() {
        let mut facts = renmian_domain::Facts::default();
        for (line, person) in [
            ("1/1 2022-02-28 appoint probation12", 1),
            ("1/2 2022-02-28 appoint probation12", 2),
            ("2/1 2023-03-01 confirm", 2),
            ("1/3 2022-02-28 appoint probation12", 3),
            ("2/2 2022-12-01 dismiss", 3),
            ("3 2022-02 appoint term36", 4),
            ("1/5 2022-02-28 appoint secondment term24", 5),
        ] {
            add(&mut facts, line, person, 1);
        }
        let history = derive(&facts);
        let on = |day: &str| -> Vec<(i64, DueKind, String)> {
            let due = due(&history, exact(day));
            due.iter().map(|due| (due.tenure.person.0, due.kind, due.on.to_string())).collect()
        };
        assert_eq!(on("2023-02-27"), []);
        assert_eq!(on("2023-02-28"), [(1, DueKind::Probation, "2023-02-28".to_owned())]);
        assert_eq!(
            on("2025-02-01"),
            [
                (1, DueKind::Probation, "2023-02-28".to_owned()),
                (5, DueKind::Secondment, "2024-02-28".to_owned()),
                (4, DueKind::Term, "2025-02".to_owned()),
            ],
            "the confirmed and the dismissed are settled; a month is due from its first day"
        );
    }
}
