//! Tenures from entries: the customer's rules 1 to 10 and 13, and opening entries (期初).
//!
//! The tenures of one person in one post depend on nothing but the entries of that pair, the endings of that person
//! and the events of that post and its unit, so a register may derive again only the pairs that an act has touched. Nothing here reads a clock: a tenure that nothing ended runs.

mod entry;
mod walk;

#[cfg(test)]
mod as_of;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod laws;

use std::collections::{BTreeMap, HashMap};

use renmian_domain::{
    EndingRecord, Facts, History, OrderHead, OrderId, OrganisationEvent, OrganisationId, PersonId, PostEvent, PostId,
    Tenure,
};

pub use entry::Entry;
pub(crate) use walk::free_from;

/// Derives every tenure from the facts. The same facts give the same history, in whatever order they were typed in
/// (rule 1). Facts that hold only the entries of some pairs give exactly the tenures of those pairs.
pub fn derive(facts: &Facts) -> History {
    let mut tenures: Vec<Tenure> =
        entries(facts).into_iter().flat_map(|((person, post), entries)| walk::walk(person, post, entries)).collect();
    sort(&mut tenures);
    History { tenures }
}

/// The tenures of one person in one post, earliest first.
pub fn derive_pair(facts: &Facts, person: PersonId, post: PostId) -> Vec<Tenure> {
    let heads = heads(facts);
    let items = facts.items.iter().filter(|item| item.person == person && item.post == post);
    let openings = facts.openings.iter().filter(|opening| opening.person == person && opening.post == post);
    let mut entries: Vec<Entry<'_>> = items
        .map(|item| Entry::of_item(item, heads.get(&item.order).copied(), facts.probation_from))
        .chain(openings.map(Entry::of_opening))
        .collect();
    Beside::of(facts).join(person, post, &mut entries);
    derive_entries(person, post, entries)
}

/// The tenures of one person in one post from the entries of that pair, earliest first. The order of the entries does
/// not matter.
pub fn derive_entries(person: PersonId, post: PostId, entries: Vec<Entry<'_>>) -> Vec<Tenure> {
    walk::walk(person, post, entries)
}

/// All entries of the facts by the pair that they speak of.
fn entries(facts: &Facts) -> BTreeMap<(PersonId, PostId), Vec<Entry<'_>>> {
    let heads = heads(facts);
    let mut pairs: BTreeMap<_, Vec<Entry<'_>>> = BTreeMap::new();
    for item in &facts.items {
        let head = heads.get(&item.order).copied();
        pairs.entry((item.person, item.post)).or_default().push(Entry::of_item(item, head, facts.probation_from));
    }
    for opening in &facts.openings {
        pairs.entry((opening.person, opening.post)).or_default().push(Entry::of_opening(opening));
    }
    let beside = Beside::of(facts);
    for ((person, post), entries) in &mut pairs {
        beside.join(*person, *post, entries);
    }
    pairs
}

/// What ends tenures beside the papers, by what it speaks of: a person, a unit, a post.
struct Beside<'a> {
    endings: HashMap<PersonId, Vec<&'a EndingRecord>>,
    of_organisation: HashMap<OrganisationId, Vec<&'a OrganisationEvent>>,
    of_post: HashMap<PostId, Vec<&'a PostEvent>>,
    organisations: HashMap<PostId, OrganisationId>,
}

impl<'a> Beside<'a> {
    fn of(facts: &'a Facts) -> Self {
        let mut beside = Self {
            endings: HashMap::new(),
            of_organisation: HashMap::new(),
            of_post: HashMap::new(),
            organisations: HashMap::new(),
        };
        for ending in &facts.endings {
            beside.endings.entry(ending.person).or_default().push(ending);
        }
        for event in &facts.organisation_events {
            beside.of_organisation.entry(event.organisation).or_default().push(event);
        }
        for event in &facts.post_events {
            beside.of_post.entry(event.post).or_default().push(event);
        }
        if !beside.of_organisation.is_empty() {
            beside.organisations = facts.posts.iter().filter_map(|post| Some((post.id, post.organisation?))).collect();
        }
        beside
    }

    /// Adds what concerns one pair to its entries.
    fn join(&self, person: PersonId, post: PostId, entries: &mut Vec<Entry<'a>>) {
        let endings = self.endings.get(&person).into_iter().flatten();
        let meant = endings.filter(|ending| ending.post.is_none_or(|only| only == post));
        entries.extend(meant.map(|ending| Entry::of_ending(ending)));
        let events = self.organisations.get(&post).and_then(|id| self.of_organisation.get(id)).into_iter().flatten();
        entries.extend(events.filter_map(|event| Entry::of_organisation_event(event)));
        let events = self.of_post.get(&post).into_iter().flatten();
        entries.extend(events.filter_map(|event| Entry::of_post_event(event)));
    }
}

fn heads(facts: &Facts) -> HashMap<OrderId, &OrderHead> {
    facts.orders.iter().map(|head| (head.id, head)).collect()
}

/// By person, then start (unknown first), then post; two of one pair with unknown starts by their ends.
fn sort(tenures: &mut [Tenure]) {
    tenures.sort_by_key(|tenure| {
        (tenure.person, tenure.start, tenure.post, !tenure.ended, tenure.end.is_none(), tenure.end, tenure.end_by)
    });
}
