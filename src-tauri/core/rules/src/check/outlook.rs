//! The history as it will be once the draft is registered: its items are put among the facts and the pairs that they
//! touch are derived again, by the same rules as everything else.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use renmian_domain::{
    ActId, Draft, DraftItem, Effect, EndingRecord, EntryRef, Facts, ItemId, ItemKind, Meant, OpeningId, OpeningRecord,
    OrderHead, OrderId, OrderState, PartialDate, PersonId, PostId, PostRecord, RecordedItem, Tenure,
};

use super::Desk;
use crate::tenure::derive;

/// What one pair of person and post looks like before and after.
pub(super) struct Pair {
    pub before: Vec<Tenure>,
    pub after: Vec<Tenure>,
}

/// What the draft will do.
pub(super) struct Outlook {
    /// One for each item.
    pub effects: Vec<Effect>,
    /// Who and which post each item speaks of; rows that do not exist yet have ids below zero.
    pub of_item: Vec<(PersonId, PostId)>,
    /// The touched pairs.
    pub pairs: BTreeMap<(PersonId, PostId), Pair>,
}

/// The entry that the item will be.
pub(super) fn entry_of(index: usize) -> EntryRef {
    EntryRef::Item(ItemId(-1 - index as i64))
}

/// The item of the draft that an entry of the outlook is; `None` for what is recorded already.
pub(super) fn index_of(entry: EntryRef) -> Option<usize> {
    match entry {
        EntryRef::Item(ItemId(id)) if id < 0 => usize::try_from(-1 - id).ok(),
        EntryRef::Item(_)
        | EntryRef::Opening(_)
        | EntryRef::Ending(_)
        | EntryRef::OrganisationEvent(_)
        | EntryRef::PostEvent(_) => None,
    }
}

/// What the clerk's "held since" records for an ending: the post was held on the day before it, since then. `None`
/// where the item ends nothing, has no day, or the clerk said nothing.
pub fn held_before(draft: &Draft, item: &DraftItem) -> Option<(NaiveDate, PartialDate)> {
    let since = item.held_since.filter(|_| item.item.kind.closes())?;
    let day = draft.counts_from(&item.item)?;
    Some((day.earliest().pred_opt()?, since))
}

impl Outlook {
    pub(super) fn of(desk: &Desk<'_>) -> Self {
        let draft = desk.draft;
        let of_item = pairs_of(desk);
        let mut facts = Facts { probation_from: desk.register.facts.probation_from, ..Facts::default() };
        let mut pairs: BTreeMap<(PersonId, PostId), Pair> =
            of_item.iter().map(|pair| (*pair, Pair { before: Vec::new(), after: Vec::new() })).collect();
        for tenure in &desk.history.tenures {
            if let Some(pair) = pairs.get_mut(&(tenure.person, tenure.post)) {
                pair.before.push(tenure.clone());
            }
        }
        let known = desk.register.facts;
        facts.items.extend(known.items.iter().filter(|item| pairs.contains_key(&(item.person, item.post))).cloned());
        let openings = known.openings.iter().filter(|opening| pairs.contains_key(&(opening.person, opening.post)));
        facts.openings.extend(openings.cloned());
        let heads: HashMap<OrderId, &OrderHead> = known.orders.iter().map(|head| (head.id, head)).collect();
        let mut needed: Vec<OrderId> = facts.items.iter().map(|item| item.order).collect();
        needed.sort();
        needed.dedup();
        facts.orders.extend(needed.iter().filter_map(|id| heads.get(id)).map(|head| (*head).clone()));
        beside_papers(&mut facts, desk, &of_item);
        add_draft(&mut facts, draft, &of_item);
        for tenure in derive(&facts).tenures {
            if let Some(pair) = pairs.get_mut(&(tenure.person, tenure.post)) {
                pair.after.push(tenure);
            }
        }
        let effects = draft
            .items
            .iter()
            .enumerate()
            .map(|(index, item)| effect(item.item.kind, entry_of(index), &pairs[&of_item[index]].after))
            .collect();
        Self { effects, of_item, pairs }
    }
}

/// What ends the touched tenures beside the papers: endings of these persons, events of these posts and their units.
fn beside_papers(facts: &mut Facts, desk: &Desk<'_>, of_item: &[(PersonId, PostId)]) {
    let known = desk.register.facts;
    let touched: BTreeSet<(PersonId, PostId)> = of_item.iter().copied().collect();
    let of_person = |ending: &&EndingRecord| touched.iter().any(|(person, _)| *person == ending.person);
    facts.endings = known.endings.iter().filter(of_person).cloned().collect();
    facts.organisation_events.clone_from(&known.organisation_events);
    facts.post_events.clone_from(&known.post_events);
    let posts: BTreeSet<PostId> = touched.iter().map(|(_, post)| *post).collect();
    for (index, (_, id)) in of_item.iter().enumerate() {
        let unit = desk.resolution.items.get(index).and_then(|resolved| resolved.organisation.as_ref());
        // A post that begins by this paper stands in a unit that may have a history.
        if let (Some(Meant::Known(organisation)), None) = (unit, desk.register.post(*id)) {
            facts.posts.push(PostRecord { id: *id, organisation: Some(*organisation), ..PostRecord::default() });
        }
    }
    facts.posts.extend(posts.into_iter().filter_map(|id| desk.register.post(id)).cloned());
}

/// Rows that do not exist yet get ids below zero; so does each name that is not settled, for nobody's history may
/// speak for it.
fn pairs_of(desk: &Desk<'_>) -> Vec<(PersonId, PostId)> {
    let below = |at: usize| -1 - at as i64;
    let new_persons = desk.resolution.new_persons.len();
    let new_posts = desk.resolution.new_posts.len();
    (0..desk.draft.items.len())
        .map(|index| {
            let resolved = desk.resolution.items.get(index);
            let person = match resolved.map(|resolved| &resolved.person) {
                Some(Meant::Known(id)) => *id,
                Some(Meant::New(at)) => PersonId(below(*at)),
                Some(Meant::Unclear(ids)) => {
                    let first = desk
                        .resolution
                        .items
                        .iter()
                        .position(|other| matches!(&other.person, Meant::Unclear(others) if others == ids));
                    PersonId(below(new_persons + first.unwrap_or(index)))
                }
                None => PersonId(below(new_persons + index)),
            };
            let post = match resolved.map(|resolved| &resolved.post) {
                Some(Meant::Known(id)) => *id,
                Some(Meant::New(at)) => PostId(below(*at)),
                Some(Meant::Unclear(_)) | None => PostId(below(new_posts + index)),
            };
            (person, post)
        })
        .collect()
}

fn add_draft(facts: &mut Facts, draft: &Draft, of_item: &[(PersonId, PostId)]) {
    let order = OrderId(-1);
    facts.orders.push(OrderHead {
        id: order,
        act: ActId(-1),
        number: draft.number.clone(),
        title: draft.title.clone(),
        issuer: draft.issuer.clone(),
        issued_on: draft.issued_on,
        decided_by: draft.decided_by.clone(),
        decided_on: draft.decided_on,
        subject: draft.subject,
        state: OrderState::Recorded,
    });
    for (index, (item, (person, post))) in draft.items.iter().zip(of_item).enumerate() {
        facts.items.push(RecordedItem {
            id: ItemId(-1 - index as i64),
            order,
            position: index as u32,
            person: *person,
            post: *post,
            item: item.item.clone(),
        });
        if let Some((held_on, since)) = held_before(draft, item) {
            facts.openings.push(OpeningRecord {
                id: OpeningId(-1 - index as i64),
                act: ActId(-1),
                person: *person,
                post: *post,
                held_on,
                since: Some(since),
                by: None,
                concurrent: item.item.concurrent,
                acting: item.item.acting,
                secondment: item.item.secondment,
            });
        }
    }
}

fn effect(kind: ItemKind, by: EntryRef, tenures: &[Tenure]) -> Effect {
    let by = Some(by);
    match kind {
        ItemKind::Nominate => Effect::Nothing,
        ItemKind::Appoint | ItemKind::Elect => match tenures.iter().any(|tenure| tenure.start_by == by) {
            true => Effect::Opens,
            false => Effect::Nothing,
        },
        ItemKind::Dismiss | ItemKind::AcceptResignation | ItemKind::Remove => {
            match tenures.iter().find(|tenure| tenure.end_by == by) {
                Some(tenure) if tenure.start_by.is_none() && tenure.confirmed_by.is_none() => Effect::ClosesUnknown,
                Some(tenure) => Effect::Closes { since: tenure.start },
                None => Effect::Nothing,
            }
        }
        ItemKind::Confirm => match tenures.iter().find(|tenure| tenure.confirmed_by == by) {
            Some(tenure) => Effect::Confirms { since: tenure.start },
            None => Effect::Nothing,
        },
    }
}
