//! Checks of persons: two records that may be of one person.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use renmian_domain::{Concern, ConcernKind, OrganisationId, PersonId};

use super::Desk;
use crate::names::person_key;
use crate::register::names_of_person;
use crate::resolve::may_be_one;

/// Two records under one name that have both had to do with one unit, and that nothing known tells apart. Namesakes in
/// one unit are rare; one person entered twice is not.
pub(super) fn concerns(desk: &Desk<'_>) -> Vec<Concern> {
    let mut by_name: BTreeMap<String, BTreeSet<PersonId>> = BTreeMap::new();
    for person in &desk.facts.persons {
        for name in names_of_person(person) {
            by_name.entry(person_key(name)).or_default().insert(person.id);
        }
    }
    let several: Vec<Vec<PersonId>> =
        by_name.into_values().filter(|ids| ids.len() > 1).map(|ids| ids.into_iter().collect()).collect();
    let asked: BTreeSet<PersonId> = several.iter().flatten().copied().collect();
    let items = desk.facts.items.iter().map(|item| (item.person, item.post));
    let entries = items.chain(desk.facts.openings.iter().map(|opening| (opening.person, opening.post)));
    let mut units: HashMap<PersonId, BTreeSet<OrganisationId>> = HashMap::new();
    for (person, post) in entries.filter(|(person, _)| asked.contains(person)) {
        let unit = desk.register.post(post).and_then(|post| post.organisation);
        units.entry(person).or_default().extend(unit);
    }
    let mut found: BTreeMap<(PersonId, PersonId), Concern> = BTreeMap::new();
    for ids in &several {
        for (place, one) in ids.iter().enumerate() {
            for other in &ids[place + 1..] {
                if let Some(concern) = concern(desk, &units, *one, *other) {
                    found.insert((*one, *other), concern);
                }
            }
        }
    }
    found.into_values().collect()
}

fn concern(
    desk: &Desk<'_>,
    units: &HashMap<PersonId, BTreeSet<OrganisationId>>,
    one: PersonId,
    other: PersonId,
) -> Option<Concern> {
    let unit = *units.get(&one)?.intersection(units.get(&other)?).next()?;
    let (first, second) = (desk.register.person(one)?, desk.register.person(other)?);
    if !may_be_one(first, second) {
        return None;
    }
    let mut concern = Concern::new(ConcernKind::SamePerson)
        .with("name", first.name.clone())
        .with("other", second.name.clone())
        .with("unit", desk.register.organisation(unit)?.name.clone());
    concern.persons = vec![one, other];
    concern.organisation = Some(unit);
    Some(concern)
}
