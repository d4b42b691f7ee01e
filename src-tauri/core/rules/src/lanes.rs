//! A post's holders from first to last: seats side by side as lanes, vacancies between them, overlaps beyond the
//! seats. Rule 13: where one tenure ends and the next begins on one day there is neither gap nor overlap.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use renmian_domain::{Facts, History, PartialDate, PersonId, PostId, PostRecord, Tenure};

use crate::names::authorised_on;

/// A post's holders over time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holders<'a> {
    /// 核定职数; `None` where it is not known.
    pub authorised: Option<u32>,
    /// Seats to count with: as authorised, else one for a headship, else not known.
    pub seats: Option<u32>,
    /// The tenures, first to last, each with its lane.
    pub tenures: Vec<Holding<'a>>,
    /// Stretches in which a seat was held before and was not yet held again.
    pub vacancies: Vec<Vacancy>,
    /// Stretches in which more people held the post than it has seats. Empty where the seats are not known.
    pub overlaps: Vec<Overlap>,
}

/// One tenure in its lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding<'a> {
    /// The tenure.
    pub tenure: &'a Tenure,
    /// Its lane, from 0: tenures of one lane follow each other.
    pub lane: usize,
}

/// A seat between two holders, or after its last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vacancy {
    /// The lane that is empty.
    pub lane: usize,
    /// The day on which it was left.
    pub from: PartialDate,
    /// The day on which it was taken again; `None` while it is vacant.
    pub to: Option<PartialDate>,
}

impl Vacancy {
    /// The days that it lasted, where both its days are exact.
    pub fn days(&self) -> Option<i64> {
        Some((self.to?.exact()? - self.from.exact()?).num_days())
    }
}

/// Too many holders at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlap {
    /// The first day, as far as known: what begins in a month is sure from its last day, and shown as the month.
    pub from: PartialDate,
    /// The day after the last, as far as known; `None` while it lasts.
    pub to: Option<PartialDate>,
    /// Who holds it then.
    pub persons: Vec<PersonId>,
}

/// The holders of a post, first to last.
pub fn holders<'a>(facts: &Facts, history: &'a History, post: PostId) -> Holders<'a> {
    let record = facts.posts.iter().find(|known| known.id == post);
    let authorised = record.and_then(|record| record.authorised);
    let seats = authorised.or_else(|| record.filter(|record| record.headship).map(|_| 1));
    let mut tenures: Vec<&Tenure> = history.tenures.iter().filter(|tenure| tenure.post == post).collect();
    tenures.sort_by_key(|tenure| (anchor(tenure), tenure.start.is_none(), tenure.start, tenure.person));
    // Secondments take no seat, so their lanes stand beside those of the seats.
    let (seconded, seated): (Vec<&Tenure>, Vec<&Tenure>) = tenures.into_iter().partition(|tenure| tenure.secondment);
    let mut tenures = in_lanes(seated, 0);
    let lanes = tenures.iter().map(|holding| holding.lane + 1).max().unwrap_or(0);
    tenures.extend(in_lanes(seconded, lanes));
    tenures.sort_by_key(|holding| {
        (anchor(holding.tenure), holding.tenure.start.is_none(), holding.tenure.start, holding.tenure.person)
    });
    let ended = record.and_then(|record| ended_on(facts, record));
    let vacancies = vacancies(&tenures, seats).into_iter().filter_map(|vacancy| up_to(vacancy, ended)).collect();
    let overlaps = record.map_or_else(Vec::new, |record| overlaps(&tenures, record));
    Holders { authorised, seats, tenures, vacancies, overlaps }
}

/// The day on which the post was abolished, or its unit: nothing is vacant after it.
fn ended_on(facts: &Facts, post: &PostRecord) -> Option<PartialDate> {
    let unit = facts.organisations.iter().find(|unit| Some(unit.id) == post.organisation);
    [post.ended_on, unit.and_then(|unit| unit.ended_on)].into_iter().flatten().min()
}

fn up_to(vacancy: Vacancy, ended: Option<PartialDate>) -> Option<Vacancy> {
    match ended {
        Some(ended) if vacancy.from.earliest() >= ended.earliest() => None,
        Some(ended) if vacancy.to.is_none() => Some(Vacancy { to: Some(ended), ..vacancy }),
        Some(_) | None => Some(vacancy),
    }
}

/// Where a tenure stands in time: by its start; else just before its end; one that runs since an unknown day last,
/// for it is only known to run now.
fn anchor(tenure: &Tenure) -> (NaiveDate, bool) {
    match (tenure.start, tenure.end) {
        (Some(start), _) => (start.earliest(), true),
        (None, Some(end)) => (end.earliest(), false),
        (None, None) if tenure.ended => (NaiveDate::MIN, false),
        (None, None) => (NaiveDate::MAX, true),
    }
}

/// Each tenure goes into the lane that was left last before it began, so that a handover stays in one lane.
fn in_lanes(tenures: Vec<&Tenure>, first: usize) -> Vec<Holding<'_>> {
    let mut last_of: Vec<&Tenure> = Vec::new();
    let mut placed = Vec::with_capacity(tenures.len());
    for tenure in tenures {
        let free = last_of
            .iter()
            .enumerate()
            .filter(|(_, last)| follows(last, tenure))
            .max_by_key(|(lane, last)| (last.end.map(PartialDate::earliest), std::cmp::Reverse(*lane)));
        let lane = match free {
            Some((lane, _)) => {
                last_of[lane] = tenure;
                lane
            }
            None => {
                last_of.push(tenure);
                last_of.len() - 1
            }
        };
        placed.push(Holding { tenure, lane: first + lane });
    }
    placed
}

/// Whether the next may have begun no earlier than the last had ended.
fn follows(last: &Tenure, next: &Tenure) -> bool {
    match (last.ended, last.end) {
        (false, _) => false,
        // Ended, nobody knows when: nothing speaks against a handover.
        (true, None) => true,
        (true, Some(end)) => match (next.start, next.end) {
            (Some(start), _) => start.latest() >= end.earliest(),
            (None, Some(next_end)) => next_end.latest() > end.earliest(),
            (None, None) => true,
        },
    }
}

fn vacancies(tenures: &[Holding<'_>], seats: Option<u32>) -> Vec<Vacancy> {
    let mut found = Vec::new();
    let seated: Vec<&Holding<'_>> = tenures.iter().filter(|holding| !holding.tenure.secondment).collect();
    let lanes = seated.iter().map(|holding| holding.lane + 1).max().unwrap_or(0);
    let runs_now = seated.iter().any(|holding| !holding.tenure.ended);
    let seats_end = seats.map_or(lanes, |seats| lanes.min(seats as usize));
    for lane in 0..seats_end {
        let mut last: Option<&Tenure> = None;
        for holding in seated.iter().filter(|holding| holding.lane == lane) {
            if let (Some(from), Some(to)) = (last.and_then(|last| last.end), holding.tenure.start)
                && from.latest() < to.earliest()
            {
                found.push(Vacancy { lane, from, to: Some(to) });
            }
            last = Some(holding.tenure);
        }
        // Where the seats are not known, one that was left may have been given up, except the only one.
        let counted = seats.is_some() || (!runs_now && lane == 0);
        if let Some(from) = last.filter(|last| last.ended && counted).and_then(|last| last.end) {
            found.push(Vacancy { lane, from, to: None });
        }
    }
    found.sort_by_key(|vacancy| (vacancy.from, vacancy.lane));
    // Who came as one too many sits on the seat that another leaves.
    for beyond in seated.iter().filter(|holding| holding.lane >= seats_end) {
        found = seated_by(beyond.tenure, found);
    }
    found
}

/// The vacancies without the days on which this tenure fills one of them.
fn seated_by(tenure: &Tenure, vacancies: Vec<Vacancy>) -> Vec<Vacancy> {
    let start = tenure.start;
    let mut seat = None;
    let mut left = Vec::with_capacity(vacancies.len() + 1);
    for vacancy in vacancies {
        let begins_after = matches!((start, vacancy.to), (Some(start), Some(to)) if start.earliest() >= to.earliest());
        let ended_before = tenure.ended && tenure.end.is_none_or(|end| end.earliest() <= vacancy.from.earliest());
        if begins_after || ended_before || *seat.get_or_insert(vacancy.lane) != vacancy.lane {
            left.push(vacancy);
            continue;
        }
        if let Some(start) = start.filter(|start| vacancy.from.latest() < start.earliest()) {
            left.push(Vacancy { to: Some(start), ..vacancy.clone() });
        }
        if let Some(end) = tenure.end.filter(|end| vacancy.to.is_none_or(|to| end.latest() < to.earliest())) {
            left.push(Vacancy { from: end, ..vacancy });
        }
    }
    left
}

/// Days on which more hold the post than it has seats. Starts count from the last day and ends from the first that
/// they can mean: an overlap must not rest on what is not known. Secondments take no seat.
fn overlaps(tenures: &[Holding<'_>], post: &PostRecord) -> Vec<Overlap> {
    let of_headship = post.headship.then_some(1);
    let mut known: BTreeMap<NaiveDate, PartialDate> = BTreeMap::new();
    let mut from_known = |day: NaiveDate, date: PartialDate| {
        let kept = known.entry(day).or_insert(date);
        if date.exact().is_some() {
            *kept = date;
        }
    };
    let sure: Vec<(NaiveDate, NaiveDate, PersonId)> = tenures
        .iter()
        .map(|holding| holding.tenure)
        .filter(|tenure| !tenure.secondment)
        .filter_map(|tenure| {
            let (start, end) = (tenure.start?, if tenure.ended { Some(tenure.end?) } else { None });
            let sure = (start.latest(), end.map_or(NaiveDate::MAX, PartialDate::earliest), tenure.person);
            from_known(sure.0, start);
            if let Some(end) = end {
                from_known(sure.1, end);
            }
            Some(sure).filter(|(start, end, _)| start < end)
        })
        .collect();
    for former in &post.former_seats {
        from_known(former.until.earliest(), former.until);
    }
    let mut days: Vec<NaiveDate> = sure.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    days.extend(post.former_seats.iter().map(|former| former.until.earliest()));
    days.sort();
    days.dedup();
    let date = |day: NaiveDate| known.get(&day).copied().unwrap_or(PartialDate::day(day));
    let mut found: Vec<Overlap> = Vec::new();
    for stretch in days.windows(2) {
        let held = sure.iter().filter(|(start, end, _)| *start <= stretch[0] && *end >= stretch[1]);
        let persons: Vec<PersonId> = held.map(|(_, _, person)| *person).collect();
        // Where the seats of that time are not known, nobody is one too many.
        let seats = authorised_on(post, stretch[0]).or(of_headship);
        if seats.is_some_and(|seats| persons.len() > seats as usize) {
            let to = Some(stretch[1]).filter(|to| *to != NaiveDate::MAX).map(date);
            match found.last_mut() {
                Some(last) if last.to == Some(date(stretch[0])) && last.persons == persons => last.to = to,
                Some(_) | None => found.push(Overlap { from: date(stretch[0]), to, persons }),
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use renmian_domain::PostRecord;

    use super::*;
    use crate::sample::{add, organisation, post};
    use crate::tenure::derive;

    /// Lanes, vacancies and overlaps as text.
    fn shown(
        authorised: Option<u32>,
        headship: bool,
        entries: &[(&str, i64)],
    ) -> (Vec<String>, Vec<String>, Vec<String>) {
        let mut facts = Facts {
            organisations: vec![organisation(1, "县财政局")],
            posts: vec![PostRecord { authorised, headship, ..post(1, 1, "局长") }],
            ..Facts::default()
        };
        for (line, person) in entries {
            add(&mut facts, line, *person, 1);
        }
        let history = derive(&facts);
        let holders = holders(&facts, &history, PostId(1));
        let lanes = holders.tenures.iter().map(|holding| format!("{}:{}", holding.lane, holding.tenure.person.0));
        let vacancies = holders.vacancies.iter().map(|vacancy| {
            let to = vacancy.to.map_or("now".to_owned(), |to| to.to_string());
            let days = vacancy.days().map_or(String::new(), |days| format!(" {days} days"));
            format!("{}: {}..{to}{days}", vacancy.lane, vacancy.from)
        });
        let overlaps = holders.overlaps.iter().map(|overlap| {
            let to = overlap.to.map_or("now".to_owned(), |to| to.to_string());
            let persons: Vec<_> = overlap.persons.iter().map(|person| person.0.to_string()).collect();
            format!("{}..{to} {}", overlap.from, persons.join("+"))
        });
        (lanes.collect(), vacancies.collect(), overlaps.collect())
    }

    #[test]
    fn a_handover_is_neither_gap_nor_overlap() {
        let (lanes, vacancies, overlaps) = shown(
            Some(1),
            true,
            &[("1 2015-01-01 appoint", 1), ("2/1 2018-01-01 dismiss", 1), ("2/2 2018-01-01 appoint", 2)],
        );
        assert_eq!(lanes, ["0:1", "0:2"]);
        assert!(vacancies.is_empty() && overlaps.is_empty(), "{vacancies:?} {overlaps:?}");
    }

    #[test]
    fn a_gap_between_two_heads_is_a_vacancy_and_so_is_a_post_left() {
        let (lanes, vacancies, _) = shown(
            None,
            true,
            &[
                ("1 2015-01-01 appoint", 1),
                ("2 2018-01-01 dismiss", 1),
                ("3 2018-01-31 appoint", 2),
                ("4 2020-06 dismiss", 2),
            ],
        );
        assert_eq!(lanes, ["0:1", "0:2"]);
        assert_eq!(vacancies, ["0: 2018-01-01..2018-01-31 30 days", "0: 2020-06..now"]);
    }

    #[test]
    fn two_heads_at_once_overlap() {
        let (lanes, vacancies, overlaps) =
            shown(None, true, &[("1 2015-01-01 appoint", 1), ("2 2018-01-01 appoint", 2), ("3 2018-03-01 dismiss", 1)]);
        assert_eq!(lanes, ["0:1", "1:2"]);
        assert!(vacancies.is_empty(), "the seat is held: {vacancies:?}");
        assert_eq!(overlaps, ["2018-01-01..2018-03-01 1+2"]);
    }

    #[test]
    fn an_overlap_is_shown_by_the_month_where_only_the_month_is_known() {
        let entries = [("1 2015-01-01 appoint", 1), ("2 2018-01 appoint", 2), ("3 2018-03 dismiss", 1)];
        let (_, _, overlaps) = shown(None, true, &entries);
        assert_eq!(overlaps, ["2018-01..2018-03 1+2"]);
        let (_, _, overlaps) = shown(None, true, &[("1 2015-01-01 appoint", 1), ("2 2018-01 appoint", 2)]);
        assert_eq!(overlaps, ["2018-01..now 1+2"]);
        let close = [("1 2015-01-01 appoint", 1), ("2 2018-01 appoint", 2), ("3 2018-01-20 dismiss", 1)];
        assert!(shown(None, true, &close).2.is_empty(), "it may have been a handover");
    }

    #[test]
    fn several_deputies_have_lanes_and_overlap_only_beyond_their_seats() {
        let entries = [
            ("1/1 2015-01-01 appoint", 1),
            ("1/2 2015-01-01 appoint", 2),
            ("2/1 2018-01-01 dismiss", 1),
            ("2/2 2018-01-01 appoint", 3),
            ("3 2019-01-01 appoint", 4),
        ];
        let (lanes, _, overlaps) = shown(Some(2), false, &entries);
        assert_eq!(lanes, ["0:1", "1:2", "0:3", "2:4"], "who follows stands in the lane of whom he follows");
        assert_eq!(overlaps, ["2019-01-01..now 2+3+4"]);
        let (_, vacancies, overlaps) = shown(None, false, &entries);
        assert!(vacancies.is_empty() && overlaps.is_empty(), "seats that are not known are not counted");
    }

    #[test]
    fn what_is_not_known_makes_no_gap_and_no_overlap() {
        let (lanes, vacancies, overlaps) = shown(
            Some(1),
            true,
            &[
                ("1 2015-01-01 appoint", 1),
                ("2 2018-01-01 dismiss", 1),
                ("3 2020-05-01 dismiss", 2),
                ("4 2020-05 appoint", 3),
                ("5 2020-05-20 appoint secondment", 4),
            ],
        );
        assert_eq!(lanes, ["0:1", "0:2", "0:3", "1:4"]);
        assert!(vacancies.is_empty(), "an unknown start may be the handover: {vacancies:?}");
        assert!(overlaps.is_empty(), "a secondment takes no seat: {overlaps:?}");
    }
}
