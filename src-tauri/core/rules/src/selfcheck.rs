//! The standing self-check (自检): what in a register contradicts itself or is missing, as of a day.
//!
//! It rests on what is recorded and says nothing of what nobody knows: an unknown start is no overlap, a month is past
//! only when its last day is. A family of checks a module.

mod numbers;
mod persons;
mod posts;
mod tenures;

#[cfg(test)]
mod cases;

use std::collections::HashMap;

use chrono::NaiveDate;
use renmian_domain::{
    Concern, ConcernKind, EntryRef, Facts, History, ItemId, OpeningId, OpeningRecord, OrderHead, OrderId, PartialDate,
    PostId, RecordedItem, Tenure,
};

use crate::names::{name_on, title_on};
use crate::register::Register;

/// Everything that the register should be asked about as of the day, by kind, in each kind by person, post and number.
///
/// `history` is what follows from `facts`. `superseded` are the heads of orders that were corrected or revoked: they
/// are not among the facts, and their numbers are no gaps.
pub fn selfcheck(facts: &Facts, history: &History, superseded: &[OrderHead], on: NaiveDate) -> Vec<Concern> {
    let desk = Desk::of(facts, history, on);
    let mut found = tenures::concerns(&desk);
    found.extend(posts::concerns(&desk));
    found.extend(persons::concerns(&desk));
    found.extend(numbers::concerns(facts, superseded, on));
    // Each check gives its own in a fixed order already; a stable sort keeps it.
    found.sort_by_key(|concern| (concern.kind, concern.persons.first().copied(), concern.posts.first().copied()));
    found
}

/// What every check looks at.
struct Desk<'a> {
    facts: &'a Facts,
    history: &'a History,
    on: NaiveDate,
    register: Register<'a>,
    items: HashMap<ItemId, &'a RecordedItem>,
    openings: HashMap<OpeningId, &'a OpeningRecord>,
    orders: HashMap<OrderId, &'a OrderHead>,
}

impl<'a> Desk<'a> {
    fn of(facts: &'a Facts, history: &'a History, on: NaiveDate) -> Self {
        Self {
            facts,
            history,
            on,
            register: Register::of(facts),
            items: facts.items.iter().map(|item| (item.id, item)).collect(),
            openings: facts.openings.iter().map(|opening| (opening.id, opening)).collect(),
            orders: facts.orders.iter().map(|head| (head.id, head)).collect(),
        }
    }

    /// A concern of one tenure: its person, its post and the papers that it rests on.
    fn of_tenure(&self, kind: ConcernKind, tenure: &Tenure) -> Concern {
        let mut concern = Concern::new(kind).with("name", self.name(tenure)).with("post", self.post(tenure));
        concern.persons.push(tenure.person);
        concern.posts.push(tenure.post);
        concern.organisation = self.register.post(tenure.post).and_then(|post| post.organisation);
        for paper in [self.paper(tenure.end_by), self.paper(tenure.start_by)].into_iter().flatten() {
            if !concern.orders.contains(&paper) {
                concern.orders.push(paper);
            }
        }
        concern
    }

    fn name(&self, tenure: &Tenure) -> String {
        self.register.person(tenure.person).map_or_else(String::new, |person| person.name.clone())
    }

    fn post(&self, tenure: &Tenure) -> String {
        self.post_called(tenure.post)
    }

    /// A post as it was called on the day, its unit before it.
    fn post_called(&self, id: PostId) -> String {
        let Some(post) = self.register.post(id) else { return String::new() };
        let unit = post.organisation.and_then(|id| self.register.organisation(id));
        format!("{}{}", unit.map_or("", |unit| name_on(unit, self.on)), title_on(post, self.on))
    }

    fn item(&self, entry: Option<EntryRef>) -> Option<&'a RecordedItem> {
        let EntryRef::Item(id) = entry? else { return None };
        self.items.get(&id).copied()
    }

    fn opening(&self, entry: Option<EntryRef>) -> Option<&'a OpeningRecord> {
        let EntryRef::Opening(id) = entry? else { return None };
        self.openings.get(&id).copied()
    }

    fn paper(&self, entry: Option<EntryRef>) -> Option<OrderId> {
        self.item(entry).map(|item| item.order)
    }

    fn issued(&self, entry: Option<EntryRef>) -> Option<PartialDate> {
        self.orders.get(&self.paper(entry)?)?.issued_on
    }

    /// The day from which an item counts (rule 3).
    fn counts_from(&self, item: &RecordedItem) -> Option<PartialDate> {
        let head = self.orders.get(&item.order);
        item.item.effective_on.or(head.and_then(|head| head.decided_on.or(head.issued_on)))
    }
}

/// A date as a sentence of the catalogue takes it.
fn dotted(date: Option<PartialDate>) -> String {
    date.map_or_else(|| "word.unknown".to_owned(), PartialDate::dotted)
}
