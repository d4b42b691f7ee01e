//! What was known when: how the statement about each tenure of a person changed from act to act.

use renmian_domain::{ActId, History, Tenure};

use crate::changes::{changes, same_statement};

/// One tenure through the acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// Each act at which the statement changed, first to last, with what was said from then on; `None` where the tenure
    /// was said no more.
    pub steps: Vec<(ActId, Option<Tenure>)>,
}

impl Told {
    /// What is said of it last.
    pub fn now(&self) -> Option<&Tenure> {
        self.steps.last().and_then(|(_, said)| said.as_ref())
    }

    /// What was said of it last while anything was.
    pub fn last(&self) -> Option<&Tenure> {
        self.steps.iter().rev().find_map(|(_, said)| said.as_ref())
    }
}

/// Follows every tenure through the histories of one person as they followed after each act, first to last. That another
/// entry is cited for the same statement is no change of it.
pub fn told(moments: &[(ActId, History)]) -> Vec<Told> {
    let mut told: Vec<Told> = Vec::new();
    let nothing = History::default();
    let mut before = &nothing;
    for (act, after) in moments {
        // Whose posts of a day differ is not asked here, so any day will do.
        let found = changes(before, after, chrono::NaiveDate::MIN);
        let running = |told: &[Told], tenure: &Tenure| {
            let is = |one: &Told| {
                one.now().is_some_and(|said| said.post == tenure.post && same_statement(said, tenure))
                    && one.steps.last().is_some_and(|(at, _)| at != act)
            };
            told.iter().position(is)
        };
        for (was, is) in &found.moved {
            if let Some(place) = running(&told, was) {
                told[place].steps.push((*act, Some(is.clone())));
            }
        }
        for gone in &found.vanish {
            if let Some(place) = running(&told, gone) {
                told[place].steps.push((*act, None));
            }
        }
        for new in found.appear {
            // What was said before and taken back is said again.
            let again = |one: &Told| {
                one.now().is_none()
                    && one.last().is_some_and(|said| said.post == new.post && same_statement(said, &new))
            };
            match told.iter().position(again) {
                Some(place) => told[place].steps.push((*act, Some(new))),
                None => told.push(Told { steps: vec![(*act, Some(new))] }),
            }
        }
        before = after;
    }
    told
}

#[cfg(test)]
mod tests {
    use renmian_domain::PartialDate;

    use super::*;
    use crate::sample::facts_of;
    use crate::tenure::derive;

    fn lines(moments: &[&[&str]]) -> Vec<String> {
        let moments: Vec<(ActId, History)> = moments
            .iter()
            .enumerate()
            .map(|(act, entries)| (ActId(act as i64 + 1), derive(&facts_of(entries))))
            .collect();
        let word = |day: Option<PartialDate>| day.map_or("?".to_owned(), |day| day.to_string());
        let step = |(act, said): &(ActId, Option<Tenure>)| match said {
            Some(tenure) if tenure.ended => format!("{}: {}–{}", act.0, word(tenure.start), word(tenure.end)),
            Some(tenure) => format!("{}: {}–", act.0, word(tenure.start)),
            None => format!("{}: —", act.0),
        };
        told(&moments).iter().map(|one| one.steps.iter().map(step).collect::<Vec<_>>().join("; ")).collect()
    }

    #[test]
    fn each_tenure_is_followed_through_the_acts() {
        let appointed = &["1 2020-01-01 appoint"][..];
        let left = &["1 2020-01-01 appoint", "2 2022-01-01 dismiss"][..];
        let ghost = &["2 2022-01-01 dismiss"][..];
        let again = &["1 2020-01-01 appoint", "2 2022-01-01 dismiss", "3 2023-01-01 appoint"][..];
        let cases: &[(&[&[&str]], &[&str])] = &[
            (&[], &[]),
            (&[appointed], &["1: 2020-01-01–"]),
            (&[appointed, appointed], &["1: 2020-01-01–"]),
            (&[appointed, left], &["1: 2020-01-01–; 2: 2020-01-01–2022-01-01"]),
            (&[ghost, left], &["1: ?–2022-01-01; 2: 2020-01-01–2022-01-01"]),
            (&[appointed, &[], appointed], &["1: 2020-01-01–; 2: —; 3: 2020-01-01–"]),
            (&[left, again], &["1: 2020-01-01–2022-01-01", "2: 2023-01-01–"]),
            (&[again, left, &[]], &["1: 2020-01-01–2022-01-01; 3: —", "1: 2023-01-01–; 2: —"]),
        ];
        for (moments, expected) in cases {
            assert_eq!(lines(moments), *expected, "{moments:?}");
        }
    }
}
