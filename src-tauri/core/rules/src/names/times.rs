//! Names, titles and seats of their time: a unit keeps its history through its renamings, and each tenure shows the
//! name of its own time (rule 11).

use chrono::NaiveDate;
use renmian_domain::{FormerName, OrganisationId, OrganisationRecord, PostRecord, Tenure};

/// The name that an organisation bore on that day. A renaming known to the month counts from its first day, as
/// everywhere where one day must be compared with it.
pub fn name_on(organisation: &OrganisationRecord, day: NaiveDate) -> &str {
    borne_on(&organisation.former, &organisation.name, day)
}

/// The title that a post bore on that day.
pub fn title_on(post: &PostRecord, day: NaiveDate) -> &str {
    borne_on(&post.former, &post.title, day)
}

/// The unit above an organisation on that day. A move known to the month counts from its first day, as a renaming does.
pub fn parent_on(organisation: &OrganisationRecord, day: NaiveDate) -> Option<OrganisationId> {
    let former = organisation.former_parents.iter().find(|former| former.until.earliest() > day);
    former.map_or(organisation.parent, |former| former.parent)
}

/// 核定职数 on that day; `None` where it is not known.
pub fn authorised_on(post: &PostRecord, day: NaiveDate) -> Option<u32> {
    let former = post.former_seats.iter().find(|former| former.until.earliest() > day);
    former.map_or(post.authorised, |former| former.authorised)
}

/// The day whose names a tenure shows: its last while it is over by the day asked about, else that day.
pub fn naming_day(tenure: &Tenure, on: NaiveDate) -> NaiveDate {
    let last = tenure.end.filter(|_| tenure.ended).and_then(|end| end.earliest().pred_opt());
    let shown = last.map_or(on, |last| last.min(on));
    // What is known to have begun later than the month's ending seems to say still shows a name that it bore.
    tenure.start.map_or(shown, |start| shown.max(start.earliest()))
}

/// The names that were given up while the tenure ran, up to the day asked about. What is not known to have begun
/// before a renaming is not said to have lived through it.
pub fn given_up<'a>(former: &'a [FormerName], tenure: &Tenure, on: NaiveDate) -> Vec<&'a FormerName> {
    let Some(begun) = tenure.start.or(tenure.no_later_than) else { return Vec::new() };
    let last = naming_day(tenure, on);
    let within = |former: &&FormerName| begun.latest() < former.until.earliest() && former.until.earliest() <= last;
    former.iter().filter(within).collect()
}

fn borne_on<'a>(former: &'a [FormerName], present: &'a str, day: NaiveDate) -> &'a str {
    former.iter().find(|former| former.until.earliest() > day).map_or(present, |former| &former.name)
}

#[cfg(test)]
mod tests {
    use renmian_domain::{FormerParent, FormerSeats};

    use super::*;
    use crate::sample::{day, exact, facts_of, organisation, post};
    use crate::tenure::derive;

    fn former(name: &str, until: &str) -> FormerName {
        FormerName { name: name.to_owned(), until: day(until) }
    }

    #[test]
    fn each_day_has_its_name() {
        let unit = OrganisationRecord {
            former: vec![former("县旅游局", "2010-05-01"), former("县旅游发展局", "2019-03")],
            ..organisation(1, "县文化和旅游局")
        };
        for (on, name) in [
            ("2001-01-01", "县旅游局"),
            ("2010-04-30", "县旅游局"),
            ("2010-05-01", "县旅游发展局"),
            ("2019-02-28", "县旅游发展局"),
            ("2019-03-01", "县文化和旅游局"),
            ("2024-01-01", "县文化和旅游局"),
        ] {
            assert_eq!(name_on(&unit, exact(on)), name, "on {on}");
        }
        let seats = PostRecord {
            authorised: Some(3),
            former_seats: vec![FormerSeats { authorised: Some(2), until: day("2019-04-01") }],
            ..post(1, 1, "副局长")
        };
        assert_eq!(authorised_on(&seats, exact("2019-03-31")), Some(2));
        assert_eq!(authorised_on(&seats, exact("2019-04-01")), Some(3));
    }

    #[test]
    fn each_day_has_its_unit_above() {
        let under =
            |parent: Option<i64>, until: &str| FormerParent { parent: parent.map(OrganisationId), until: day(until) };
        let unit = OrganisationRecord {
            parent: Some(OrganisationId(3)),
            former_parents: vec![under(None, "2010-05-01"), under(Some(2), "2019-03")],
            ..organisation(1, "县粮食局")
        };
        for (on, parent) in [
            ("2001-01-01", None),
            ("2010-04-30", None),
            ("2010-05-01", Some(2)),
            ("2019-02-28", Some(2)),
            ("2019-03-01", Some(3)),
        ] {
            assert_eq!(parent_on(&unit, exact(on)).map(|id| id.0), parent, "on {on}");
        }
    }

    #[test]
    fn a_tenure_shows_the_name_of_its_end_and_tells_the_renamings_within() {
        let names = [former("县旅游局", "2010-05-01"), former("县旅游发展局", "2019-03-31")];
        for (entries, on, names_of, within) in [
            (&["1 2008-01-01 appoint", "2 2009-01-01 dismiss"][..], "2024-01-01", "2008-12-31", 0),
            (&["1 2008-01-01 appoint", "2 2010-05-01 dismiss"], "2024-01-01", "2010-04-30", 0),
            (&["1 2008-01-01 appoint", "2 2012-01-01 dismiss"], "2024-01-01", "2011-12-31", 1),
            (&["1 2008-01-01 appoint"], "2024-01-01", "2024-01-01", 2),
            (&["1 2008-01-01 appoint"], "2009-01-01", "2009-01-01", 0),
            (&["held 2012-01-01"], "2024-01-01", "2024-01-01", 1),
            (&["2 2020-01-01 dismiss"], "2024-01-01", "2019-12-31", 0),
            (&["1 2019-03-15 appoint", "2 2019-03 dismiss"], "2024-01-01", "2019-03-15", 0),
        ] {
            let history = derive(&facts_of(entries));
            let tenure = &history.tenures[0];
            assert_eq!(naming_day(tenure, exact(on)), exact(names_of), "{entries:?} on {on}");
            assert_eq!(given_up(&names, tenure, exact(on)).len(), within, "{entries:?} on {on}");
        }
    }
}
