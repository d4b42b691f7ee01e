//! What an act changes in the history: which tenures appear, vanish or move, and whose present posts change. Shown
//! before anything is corrected, revoked or taken back, and told of each act afterwards.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use renmian_domain::{Facts, History, ItemId, OpeningId, OrderId, PersonId, PostId, Tenure};

use crate::roster::held_on;
use crate::tenure::derive;

/// What differs between two histories.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Tenures that were not there.
    pub appear: Vec<Tenure>,
    /// Tenures that are no longer there.
    pub vanish: Vec<Tenure>,
    /// Tenures whose start, end or terms differ: as it was, as it is.
    pub moved: Vec<(Tenure, Tenure)>,
    /// Whose posts of the day differ.
    pub present: Vec<PresentChange>,
}

/// A person whose posts of the day differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PresentChange {
    /// Who.
    pub person: PersonId,
    /// What the person held.
    pub before: Vec<PostId>,
    /// What the person holds.
    pub after: Vec<PostId>,
}

impl Changes {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        self.appear.is_empty() && self.vanish.is_empty() && self.moved.is_empty() && self.present.is_empty()
    }
}

type Pairs<'a> = BTreeMap<(PersonId, PostId), Vec<&'a Tenure>>;

/// What differs between two histories, with the posts held on the given day. That another entry is cited for the same
/// start or end is no difference: an entry that is corrected in its number alone moves nobody.
pub fn changes(before: &History, after: &History, day: NaiveDate) -> Changes {
    let (old, new) = (by_pair(before), by_pair(after));
    let pairs: BTreeSet<_> = old.keys().chain(new.keys()).copied().collect();
    let mut found = Changes::default();
    let mut touched = BTreeSet::new();
    for pair in pairs {
        let (was, is) = (old.get(&pair).cloned().unwrap_or_default(), new.get(&pair).cloned().unwrap_or_default());
        if compare(was, is, &mut found) {
            touched.insert(pair.0);
        }
    }
    for person in touched {
        let (was, is) = (held(&old, person, day), held(&new, person, day));
        if was != is {
            found.present.push(PresentChange { person, before: was, after: is });
        }
    }
    found
}

fn by_pair(history: &History) -> Pairs<'_> {
    let mut pairs = Pairs::new();
    for tenure in &history.tenures {
        pairs.entry((tenure.person, tenure.post)).or_default().push(tenure);
    }
    pairs
}

/// Puts aside what is the same, matches what moved, and tells the rest. Whether anything differs.
fn compare(mut was: Vec<&Tenure>, mut is: Vec<&Tenure>, found: &mut Changes) -> bool {
    was.retain(|tenure| match is.iter().position(|other| same_statement(other, tenure)) {
        Some(place) => {
            is.remove(place);
            false
        }
        None => true,
    });
    let differs = !was.is_empty() || !is.is_empty();
    // The likeliest first: begun on one day, then ended on one day, then known in the same stretch of time.
    let likely: [fn(&Tenure, &Tenure) -> bool; 3] =
        [|a, b| a.start.is_some() && a.start == b.start, |a, b| a.ended && b.ended && a.end == b.end, meet];
    for same in likely {
        was.retain(|tenure| match is.iter().position(|other| same(tenure, other)) {
            Some(place) => {
                found.moved.push(((*tenure).clone(), is.remove(place).clone()));
                false
            }
            None => true,
        });
    }
    found.vanish.extend(was.into_iter().cloned());
    found.appear.extend(is.into_iter().cloned());
    differs
}

/// Whether both say the same of a tenure, whatever entries they rest on.
pub fn same_statement(a: &Tenure, b: &Tenure) -> bool {
    let untold = |tenure: &Tenure| Tenure { start_by: None, end_by: None, confirmed_by: None, ..tenure.clone() };
    untold(a) == untold(b)
}

/// Whether two tenures can have a day in common.
fn meet(a: &Tenure, b: &Tenure) -> bool {
    let before = |one: &Tenure, other: &Tenure| match (one.ended, one.end, other.start) {
        (true, Some(end), Some(start)) => end.latest() <= start.earliest(),
        _ => false,
    };
    !before(a, b) && !before(b, a)
}

fn held(pairs: &Pairs<'_>, person: PersonId, day: NaiveDate) -> Vec<PostId> {
    let of_person = pairs.range((person, PostId(i64::MIN))..=(person, PostId(i64::MAX)));
    let held = |tenures: &Vec<&Tenure>| !held_on(tenures.iter().copied(), day).is_empty();
    of_person.filter(|(_, tenures)| held(tenures)).map(|((_, post), _)| *post).collect()
}

/// The facts and their history as if an order had not been recorded: what a paper read anew in its place is checked
/// against. Whom and what the order has named stays known.
pub fn without(facts: &Facts, history: &History, order: OrderId) -> (Facts, History) {
    let mut rest = facts.clone();
    let act = rest.orders.iter().find(|head| head.id == order).map(|head| head.act);
    let mut touched: BTreeSet<(PersonId, PostId)> = BTreeSet::new();
    let (mut items, mut openings): (BTreeSet<ItemId>, BTreeSet<OpeningId>) = Default::default();
    for item in rest.items.iter().filter(|item| item.order == order) {
        items.insert(item.id);
        touched.insert((item.person, item.post));
    }
    for opening in rest.openings.iter().filter(|opening| Some(opening.act) == act) {
        openings.insert(opening.id);
        touched.insert((opening.person, opening.post));
    }
    rest.orders.retain(|head| head.id != order);
    rest.items.retain(|item| !items.contains(&item.id));
    rest.openings.retain(|opening| !openings.contains(&opening.id));
    if touched.is_empty() {
        return (rest, history.clone());
    }
    let derived = derive(&rest);
    (rest, derived)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::add;

    fn told(changes: &Changes) -> Vec<String> {
        let span = |tenure: &Tenure| {
            let word = |day: Option<renmian_domain::PartialDate>| day.map_or("?".to_owned(), |day| day.to_string());
            let end = if tenure.ended { word(tenure.end) } else { String::new() };
            format!("{}/{} {}–{end}", tenure.person.0, tenure.post.0, word(tenure.start))
        };
        let appear = changes.appear.iter().map(|tenure| format!("+ {}", span(tenure)));
        let vanish = changes.vanish.iter().map(|tenure| format!("- {}", span(tenure)));
        let moved = changes.moved.iter().map(|(was, is)| format!("{} → {}", span(was), span(is)));
        let present = changes.present.iter().map(|change| {
            let posts = |posts: &[PostId]| posts.iter().map(|post| post.0.to_string()).collect::<Vec<_>>().join(",");
            format!("{} now [{}] → [{}]", change.person.0, posts(&change.before), posts(&change.after))
        });
        appear.chain(vanish).chain(moved).chain(present).collect()
    }

    fn facts(lines: &[&str]) -> Facts {
        let mut facts = Facts::default();
        for line in lines {
            let (who, rest) = line.split_once(' ').unwrap();
            let (person, post) = who.split_once('/').unwrap();
            add(&mut facts, rest, person.parse().unwrap(), post.parse().unwrap());
        }
        facts
    }

    #[test]
    fn what_appears_vanishes_and_moves_is_told() {
        let today = "2024-06-01".parse().unwrap();
        let cases: &[(&[&str], &[&str], &[&str])] = &[
            (&["1/1 1/1 2020-01-01 appoint"], &["1/1 1/1 2020-01-01 appoint"], &[]),
            (&["1/1 1/1 2020-01-01 appoint"], &["1/1 2/1 2020-01-01 appoint"], &[]),
            (&[], &["1/1 1/1 2020-01-01 appoint"], &["+ 1/1 2020-01-01–", "1 now [] → [1]"]),
            (&["1/1 1/1 2020-01-01 appoint"], &[], &["- 1/1 2020-01-01–", "1 now [1] → []"]),
            (
                &["1/1 1/1 2020-01-01 appoint", "1/1 2/1 2021-01-01 dismiss"],
                &["1/1 1/1 2020-01-01 appoint"],
                &["1/1 2020-01-01–2021-01-01 → 1/1 2020-01-01–", "1 now [] → [1]"],
            ),
            (
                &["1/1 1/1 2020-01-01 appoint", "1/1 2/1 2021-01-01 dismiss"],
                &["1/1 1/1 2019-01-01 appoint", "1/1 2/1 2021-01-01 dismiss"],
                &["1/1 2020-01-01–2021-01-01 → 1/1 2019-01-01–2021-01-01"],
            ),
            (
                &["1/1 1/1 2020-01-01 appoint"],
                &["2/1 1/1 2020-01-01 appoint"],
                &["+ 2/1 2020-01-01–", "- 1/1 2020-01-01–", "1 now [1] → []", "2 now [] → [1]"],
            ),
            (&["1/1 1/1 2025-01-01 appoint"], &[], &["- 1/1 2025-01-01–"]),
        ];
        for (before, after, expected) in cases {
            let (before, after) = (derive(&facts(before)), derive(&facts(after)));
            assert_eq!(told(&changes(&before, &after, today)), *expected, "{before:?} → {after:?}");
        }
    }

    #[test]
    fn without_an_order_is_as_if_it_had_never_been_recorded() {
        let mut facts =
            facts(&["1/1 1/1 2020-01-01 appoint", "1/2 1/2 2020-01-01 appoint", "2/1 2/1 2021-01-01 dismiss"]);
        let before = (facts.clone(), derive(&facts));
        add(&mut facts, "3/1 2020-06-01 dismiss", 1, 1);
        let order = facts.items.last().unwrap().order;
        let (rest, history) = without(&facts, &derive(&facts), order);
        assert_eq!(history, before.1);
        assert_eq!((rest.items, rest.orders), (before.0.items, before.0.orders));
    }
}
