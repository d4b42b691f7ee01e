//! What falls due: probations, terms, secondments, as of a day.

use chrono::{Days, NaiveDate};
use renmian_domain::{PartialDate, Tenure};

use crate::types::*;
use crate::view::View;

/// How far ahead is looked where nothing is said, in days: a quarter is what an office plans for.
pub const AHEAD: u32 = 92;

/// What of the tenures that run on the day falls due within so many days, or is overdue; the earliest first.
pub fn due(view: &View, day: NaiveDate, within: u32) -> Vec<DueLine> {
    let until = day.checked_add_days(Days::new(within.into())).unwrap_or(day);
    let mut lines: Vec<DueLine> = renmian_rules::on(&view.history, day)
        .flat_map(|tenure| lines_of(view, tenure, day))
        .filter(|line| line.on.earliest() <= until)
        .collect();
    lines.sort_by(|a, b| (a.on, &a.name).cmp(&(b.on, &b.name)));
    lines
}

fn lines_of(view: &View, tenure: &Tenure, day: NaiveDate) -> Vec<DueLine> {
    let line = |what, on: PartialDate| DueLine {
        what,
        on,
        overdue: on.latest() < day,
        person_id: tenure.person,
        name: view.person(tenure.person).map(|row| row.name.clone()).unwrap_or_default(),
        post: view.post_name_on(tenure.post, day),
    };
    // What was confirmed later was still open on the day.
    let settled = tenure.confirmed_by.is_some() && tenure.confirmed_on.is_none_or(|on| on.earliest() <= day);
    let probation = tenure.probation_ends.filter(|_| !settled).map(|on| line(Due::Probation, on));
    let what = if tenure.secondment { Due::Secondment } else { Due::Term };
    let term = tenure.term_ends.map(|on| line(what, on));
    probation.into_iter().chain(term).collect()
}
