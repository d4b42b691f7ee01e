//! What the register said of a person, act by act: the same derivation over what stood after each act that may have
//! changed it. Of the one person only, so that it is asked in an instant of a register of any size.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use renmian_domain::{
    ActId, EntryRef, Facts, History, OrderId, OrderState, OrganisationId, PersonId, PostId, PostRecord, ProbationFrom,
    Tenure,
};
use rusqlite::Connection;

use crate::coded::Coded;
use crate::facts::{self, Acts};
use crate::person::{self, Meaning};
use crate::standing::{Standing, withdrawn};
use crate::{Register, StoreError, setting};

impl Register {
    /// Each act after which the register said something else of the person's tenures, first to last, with what followed
    /// then. What it said of records that were merged into this one since is said of this one.
    pub fn moments_of(&self, person: PersonId, known_at: Option<DateTime<Utc>>) -> Result<Moments, StoreError> {
        let _reading = self.reading()?;
        let connection = &self.connection;
        let now = Standing::at(connection, known_at)?;
        let recorded = Recorded::of(connection, &now, person)?;
        let mut moments: Vec<(ActId, History)> = Vec::new();
        for act in recorded.acts(connection, now.upto)? {
            let history = recorded.after(connection, act)?;
            let before = moments.last().map(|(_, history)| history);
            if before.map_or(!history.tenures.is_empty(), |before| *before != history) {
                moments.push((ActId(act), history));
            }
        }
        Ok(Moments { posts: recorded.posts(), after: moments })
    }
}

/// What the register said of a person through the acts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moments {
    /// The posts that are spoken of, unit and title each, those too that nothing speaks of any more.
    pub posts: BTreeMap<PostId, String>,
    /// Each act after which something else was said, with what followed then.
    pub after: Vec<(ActId, History)>,
}

/// Everything ever recorded that has to do with a person, whether it stands or not.
struct Recorded {
    /// The record that stands for the person.
    person: PersonId,
    /// It and those that were merged into it.
    same: BTreeSet<PersonId>,
    facts: Facts,
    states: Vec<(i64, OrderId, OrderState)>,
    splits: Vec<(i64, EntryRef, PersonId)>,
    probation: Vec<(i64, ProbationFrom)>,
}

impl Recorded {
    fn of(connection: &Connection, now: &Standing, person: PersonId) -> Result<Self, StoreError> {
        // Nothing is withdrawn here: what did not stand later did stand once.
        let all = Standing { upto: now.upto, withdrawn: "[]".into() };
        let acts = Acts { after: 0, standing: &all };
        let mut facts = Facts::default();
        facts::merge_rows(connection, &mut facts, acts)?;
        let meaning = Meaning::after(connection, now)?;
        let person = meaning.stands_for(person);
        let mut ever = BTreeSet::from([person]);
        // A record leads on through others: until no more are found.
        while let Some(more) =
            facts.merged.iter().find(|merged| ever.contains(&merged.person) != ever.contains(&merged.into))
        {
            ever.extend([more.person, more.into]);
        }
        let splits = person::splits(connection, acts)?;
        let came: BTreeSet<EntryRef> =
            splits.iter().filter(|(_, _, to)| ever.contains(to)).map(|(_, entry, _)| *entry).collect();
        let of = |entry: EntryRef, person: &PersonId| ever.contains(person) || came.contains(&entry);
        facts.items.retain(|item| of(EntryRef::Item(item.id), &item.person));
        facts.openings.retain(|opening| of(EntryRef::Opening(opening.id), &opening.person));
        facts.endings.retain(|ending| of(EntryRef::Ending(ending.id), &ending.person));
        let orders: BTreeSet<OrderId> = facts.items.iter().map(|item| item.order).collect();
        // The openings that go with an order fall with it, also where it has no item of this person.
        let paper_acts: BTreeSet<ActId> = facts.openings.iter().map(|opening| opening.act).collect();
        facts.orders.retain(|head| orders.contains(&head.id) || paper_acts.contains(&head.act));
        let items = facts.items.iter().map(|item| item.post);
        let posts: BTreeSet<PostId> = items.chain(facts.openings.iter().map(|opening| opening.post)).collect();
        facts.posts.retain(|post| posts.contains(&post.id));
        let units: BTreeSet<OrganisationId> = facts.posts.iter().filter_map(|post| post.organisation).collect();
        facts.organisation_events.retain(|event| units.contains(&event.organisation));
        facts.post_events.retain(|event| posts.contains(&event.post));
        facts.organisations.retain(|unit| units.contains(&unit.id));
        facts.persons.clear();
        let same = ever.iter().copied().filter(|id| meaning.stands_for(*id) == person).collect();
        Ok(Self {
            person,
            same,
            states: states(connection, now.upto)?
                .into_iter()
                .filter(|(_, id, _)| facts.orders.iter().any(|head| head.id == *id))
                .collect(),
            splits,
            probation: setting::rows_of(connection, "probation-from", now.upto)?,
            facts,
        })
    }

    fn posts(&self) -> BTreeMap<PostId, String> {
        let unit = |id: Option<OrganisationId>| self.facts.organisations.iter().find(|unit| Some(unit.id) == id);
        let called = |post: &PostRecord| {
            format!("{}{}", unit(post.organisation).map_or("", |unit| unit.name.as_str()), post.title)
        };
        self.facts.posts.iter().map(|post| (post.id, called(post))).collect()
    }

    /// The acts that may have changed what is said, first to last.
    fn acts(&self, connection: &Connection, upto: i64) -> Result<BTreeSet<i64>, StoreError> {
        let facts = &self.facts;
        let of = |id: ActId| id.0;
        let mut acts: BTreeSet<i64> = facts.orders.iter().map(|head| of(head.act)).collect();
        acts.extend(facts.openings.iter().map(|row| of(row.act)));
        acts.extend(facts.endings.iter().map(|row| of(row.act)));
        acts.extend(facts.organisation_events.iter().map(|row| of(row.act)));
        acts.extend(facts.post_events.iter().map(|row| of(row.act)));
        acts.extend(facts.merged.iter().map(|row| of(row.act)));
        acts.extend(self.states.iter().map(|row| row.0));
        acts.extend(self.splits.iter().map(|row| row.0));
        acts.extend(self.probation.iter().map(|row| row.0));
        let mut taken = connection.prepare_cached("SELECT act FROM withdrawal WHERE act <= ?1")?;
        for act in taken.query_map([upto], |row| row.get(0))? {
            acts.insert(act?);
        }
        Ok(acts)
    }

    /// What followed after an act.
    fn after(&self, connection: &Connection, act: i64) -> Result<History, StoreError> {
        let gone = withdrawn(connection, act)?;
        let stood = |recorded: i64| recorded <= act && !gone.contains(&recorded);
        let meaning = Meaning::after(connection, &Standing::after(connection, act)?)?;
        let mut facts = Facts { posts: self.facts.posts.clone(), ..Facts::default() };
        let in_force = |id: OrderId| {
            let said = self.states.iter().rev().find(|(at, order, _)| *order == id && stood(*at));
            said.is_none_or(|(_, _, state)| *state == OrderState::Recorded)
        };
        let (orders, fallen): (Vec<_>, Vec<_>) =
            self.facts.orders.iter().filter(|head| stood(head.act.0)).cloned().partition(|head| in_force(head.id));
        let fallen: BTreeSet<ActId> = fallen.into_iter().map(|head| head.act).collect();
        let known: BTreeSet<OrderId> = orders.iter().map(|head| head.id).collect();
        facts.orders = orders;
        facts.items = self.facts.items.iter().filter(|item| known.contains(&item.order)).cloned().collect();
        let openings = self.facts.openings.iter().filter(|row| stood(row.act.0) && !fallen.contains(&row.act));
        facts.openings = openings.cloned().collect();
        facts.endings = self.facts.endings.iter().filter(|row| stood(row.act.0)).cloned().collect();
        let events = self.facts.organisation_events.iter().filter(|row| stood(row.act.0));
        facts.organisation_events = events.cloned().collect();
        facts.post_events = self.facts.post_events.iter().filter(|row| stood(row.act.0)).cloned().collect();
        let probation = self.probation.iter().rev().find(|(at, _)| stood(*at));
        facts.probation_from = probation.map(|(_, from)| *from).unwrap_or_default();
        meaning.settle(&mut facts);
        facts.items.retain(|item| self.same.contains(&item.person));
        facts.openings.retain(|opening| self.same.contains(&opening.person));
        let derived = renmian_rules::derive(&facts).tenures.into_iter();
        let mut tenures: Vec<Tenure> = derived.map(|tenure| Tenure { person: self.person, ..tenure }).collect();
        // Whose record they were then does not order them, so that a merging alone changes nothing.
        tenures.sort_by_key(|tenure| (tenure.post, tenure.start, tenure.end, tenure.start_by, tenure.end_by));
        Ok(History { tenures })
    }
}

fn states(connection: &Connection, upto: i64) -> rusqlite::Result<Vec<(i64, OrderId, OrderState)>> {
    connection
        .prepare_cached("SELECT act, document, state FROM document_state WHERE act <= ?1 ORDER BY id")?
        .query_map([upto], |row| Ok((row.get(0)?, OrderId(row.get(1)?), row.get::<_, Coded<_>>(2)?.0)))?
        .collect()
}
