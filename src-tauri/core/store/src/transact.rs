//! The one way in which the register changes: an operation is applied, history derived, rows sealed, the act written
//! down, all in one transaction or not at all.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use renmian_domain::{
    ActId, Draft, DraftId, DraftItem, Facts, Finding, History, Meant, OrderId, OrganisationId, PartialDate, PersonId,
    PostId, Resolution,
};
use rusqlite::Connection;

use crate::facts;
use crate::journal::Entry;
use crate::names::{self, Named, OrganisationState, PersonState, PostState};
use crate::opening::{self, OpeningEntry};
use crate::operation::{Operation, Recorded};
use crate::original::Original;
use crate::present::Present;
use crate::setting::Setting;
use crate::{
    Begin, Register, StoreError, document, draft, item, journal, original, seal, setting, standing, superseded, tenure,
};

impl Register {
    /// Records one act: all of it, or nothing. `at` is the moment of recording, `actor` who records.
    pub fn transact(&mut self, operation: Operation, at: DateTime<Utc>, actor: &str) -> Result<Recorded, StoreError> {
        self.together(|register| register.record(&operation, at, actor))
    }

    /// Does a piece of work of several acts, each with its own row in the journal, and keeps all of them or, where the
    /// work fails, none. The file is made durable once, so that a thousand acts take a second and not a minute.
    /// An act that is refused within it is undone by itself; whether the work goes on is its own choice.
    pub fn together<T, E: From<StoreError>>(&mut self, work: impl FnOnce(&mut Self) -> Result<T, E>) -> Result<T, E> {
        self.may_write()?;
        if !self.connection.is_autocommit() {
            return work(self);
        }
        let whole = Whole::begin(self)?;
        let done = work(whole.register)?;
        whole.keep()?;
        Ok(done)
    }

    /// What the register would say after an act, which is not kept: facts and history as they would be.
    pub fn preview(
        &mut self,
        operation: &Operation,
        at: DateTime<Utc>,
        actor: &str,
    ) -> Result<(Arc<Facts>, Arc<History>), StoreError> {
        self.may_write()?;
        let before = self.present()?;
        if !self.connection.is_autocommit() {
            return Err(StoreError::Misfit);
        }
        let whole = Whole::begin(self)?;
        whole.register.record(operation, at, actor)?;
        let after = whole.register.present()?;
        drop(whole);
        // What it was is known; it need not be read again.
        self.present.replace(Some(before));
        Ok((after.facts, after.history))
    }

    fn record(&mut self, operation: &Operation, at: DateTime<Utc>, actor: &str) -> Result<Recorded, StoreError> {
        let before = self.present()?;
        let transaction = self.connection.savepoint()?;
        let act = journal::next_act(&transaction)?;
        let recorded = Act { connection: &transaction, id: act, facts: &before.facts }.apply(operation)?;
        let words = operation.words(&before.facts);

        // Taken out of memory, so that the facts are changed in place and not copied; on failure they are read again.
        drop(before);
        let Some(Present { act: last, mut facts, mut history }) = self.present.take() else {
            return Err(StoreError::Damaged);
        };
        let touched = facts::merge(&transaction, Arc::make_mut(&mut facts), last, act)?;
        if touched.all {
            history = Arc::new(tenure::rewrite_changed(&transaction, &facts, &history)?);
        } else if !touched.pairs.is_empty() {
            tenure::rewrite_pairs(&transaction, &facts, Arc::make_mut(&mut history), &touched.pairs)?;
        }
        let digest = seal::seal(&transaction, act)?;
        let (name, why) = (operation.name(), operation.why());
        journal::write(&transaction, Entry { act, at, actor, name, why, words }, digest)?;
        transaction.commit()?;
        self.present.replace(Some(Present { act, facts, history }));
        Ok(recorded)
    }

    /// Sees to it that the derived rows follow from what is recorded by the rules of this program: a later one may
    /// know more, and another hand may have changed them.
    pub(crate) fn follow(&mut self) -> Result<(), StoreError> {
        let present = self.present()?;
        if tenure::derive(&present.facts) == *present.history { Ok(()) } else { self.rederive() }
    }

    /// Deletes every derived row and derives it again. Nothing recorded changes, so the journal has no row of it.
    pub fn rederive(&mut self) -> Result<(), StoreError> {
        self.may_write()?;
        let present = self.present()?;
        let transaction = self.connection.savepoint()?;
        let history = tenure::rewrite(&transaction, &present.facts)?;
        transaction.commit()?;
        self.present.replace(Some(Present { history: Arc::new(history), ..present }));
        Ok(())
    }
}

/// A transaction under way. Left without being kept, by an error or a panic, it leaves nothing.
struct Whole<'a> {
    register: &'a mut Register,
    kept: bool,
}

impl<'a> Whole<'a> {
    fn begin(register: &'a mut Register) -> Result<Self, StoreError> {
        register.connection.execute_batch("BEGIN IMMEDIATE")?;
        Ok(Self { register, kept: false })
    }

    fn keep(mut self) -> Result<(), StoreError> {
        self.register.connection.execute_batch("COMMIT")?;
        self.kept = true;
        Ok(())
    }
}

impl Drop for Whole<'_> {
    fn drop(&mut self) {
        if self.kept {
            return;
        }
        // A full disk makes the engine roll back by itself; then there is nothing left to roll back.
        if !self.register.connection.is_autocommit() {
            let _ = self.register.connection.execute_batch("ROLLBACK");
        }
        // What is in memory may be of acts that are no more.
        self.register.present.take();
        self.register.keys.take();
    }
}

/// One act under way: its id, and the facts before it.
pub(crate) struct Act<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) id: i64,
    pub(crate) facts: &'a Facts,
}

/// The rows that were made for what a resolution calls new.
struct Made {
    persons: Vec<PersonId>,
    organisations: Vec<OrganisationId>,
    posts: Vec<PostId>,
}

impl Act<'_> {
    fn apply(&self, operation: &Operation) -> Result<Recorded, StoreError> {
        let mut recorded = Recorded {
            act: ActId(self.id),
            order: None,
            persons: Vec::new(),
            organisations: Vec::new(),
            posts: Vec::new(),
        };
        match operation {
            Operation::Begin(Begin { place, unit }) => {
                setting::insert(self.connection, self.id, &Setting::Place(place.clone()))?;
                setting::insert(self.connection, self.id, &Setting::Unit(unit.clone()))?;
            }
            Operation::RecordOrder { draft, resolution, findings, originals, desk } => {
                self.record_order(&mut recorded, None, draft, resolution, findings, originals)?;
                self.take_off(*desk)?;
            }
            Operation::CorrectOrder { order, draft, resolution, findings, originals, desk, why } => {
                given(why)?;
                superseded::in_force(self.connection, *order)?;
                let by = self.record_order(&mut recorded, Some(*order), draft, resolution, findings, originals)?;
                superseded::correct(self.connection, self.id, *order, by, why)?;
                self.take_off(*desk)?;
            }
            Operation::RevokeOrder { order, by, by_text, why } => {
                given(why)?;
                superseded::revoke(self.connection, self.id, *order, (*by, by_text.as_deref()), why)?;
                recorded.order = Some(*order);
            }
            Operation::ReinstateOrder { order, why } => {
                given(why)?;
                superseded::reinstate(self.connection, self.id, *order, why)?;
                recorded.order = Some(*order);
            }
            Operation::RecordOpenings { entries, resolution } => {
                self.record_openings(&mut recorded, entries, resolution)?;
            }
            Operation::DescribePerson { person, state, why: _ } => {
                self.person(*person)?;
                names::describe_person(self.connection, self.id, *person, state)?;
            }
            Operation::DescribeOrganisation { organisation, state, why: _ } => {
                self.no_such_unit(state, Some(*organisation))?;
                self.leads_upwards(*organisation, state.parent)?;
                names::describe_organisation(self.connection, self.id, *organisation, state)?;
            }
            Operation::DescribePost { post, state, why: _ } => {
                self.no_such_post(state, Some(*post))?;
                names::describe_post(self.connection, self.id, *post, state)?;
            }
            Operation::AddOrganisation(state) => {
                self.no_such_unit(state, None)?;
                recorded.organisations.push(names::new_organisation(self.connection, self.id, state)?);
            }
            Operation::AddPost(state) => {
                self.no_such_post(state, None)?;
                recorded.posts.push(names::new_post(self.connection, self.id, state)?);
            }
            Operation::RememberName { of, name } => {
                self.no_such_name(*of, name.trim())?;
                names::remember(self.connection, self.id, *of, name)?;
            }
            Operation::MergePersons { person, into, why } => {
                given(why)?;
                self.merge_persons(*person, *into)?;
            }
            Operation::SplitPerson { person, entries, to, why } => {
                given(why)?;
                self.split_person(&mut recorded, *person, entries, to)?;
            }
            Operation::Set(chosen) => setting::insert(self.connection, self.id, chosen)?,
            Operation::ChangeOrganisation { change, paper } => {
                self.change_organisation(&mut recorded, change, paper)?;
            }
            Operation::ChangePost { change, paper } => self.change_post(change, paper)?,
            Operation::EndTenures { person, posts, cause, paper } => {
                self.end_tenures(*person, posts, *cause, paper)?;
            }
            Operation::Arrange { organisations, posts } => self.arrange(organisations, posts)?,
            Operation::TakeBack { act, why } => {
                given(why)?;
                if !standing::may_be_withdrawn(self.connection, *act)? {
                    return Err(StoreError::NotLast);
                }
                standing::withdraw(self.connection, self.id, *act)?;
            }
        }
        Ok(recorded)
    }

    fn record_order(
        &self,
        recorded: &mut Recorded,
        in_place_of: Option<OrderId>,
        draft: &Draft,
        resolution: &Resolution,
        findings: &[Finding],
        originals: &[Original],
    ) -> Result<OrderId, StoreError> {
        if draft.items.len() != resolution.items.len() {
            return Err(StoreError::Misfit);
        }
        if let Some(known) = document::known(self.connection, draft, in_place_of)? {
            return Err(StoreError::Known(known.id));
        }
        let made = self.make_new(resolution)?;
        let order = document::insert(self.connection, self.id, draft)?;
        for (position, entry) in draft.items.iter().enumerate() {
            let meant = self.meant_by(&made, resolution, position)?;
            item::insert(self.connection, self.id, (order, position), meant, &entry.item)?;
            if let Some(since) = entry.held_since {
                opening::insert(self.connection, self.id, meant, &held_before(draft, entry, since, position)?)?;
            }
        }
        document::insert_findings(self.connection, self.id, order, findings)?;
        for file in originals {
            original::insert(self.connection, self.id, order, file)?;
        }
        recorded.order = Some(order);
        made.tell(recorded);
        Ok(order)
    }

    /// Takes the paper off the desk from which it was recorded.
    fn take_off(&self, desk: Option<DraftId>) -> Result<(), StoreError> {
        if let Some(desk) = desk {
            draft::take(self.connection, desk)?;
        }
        Ok(())
    }

    fn record_openings(
        &self,
        recorded: &mut Recorded,
        entries: &[OpeningEntry],
        resolution: &Resolution,
    ) -> Result<(), StoreError> {
        if entries.len() != resolution.items.len() {
            return Err(StoreError::Misfit);
        }
        let made = self.make_new(resolution)?;
        for (position, entry) in entries.iter().enumerate() {
            if entry.since.is_some_and(|since| since.earliest() > entry.held_on) {
                return Err(StoreError::Backwards(position));
            }
            opening::insert(self.connection, self.id, self.meant_by(&made, resolution, position)?, entry)?;
        }
        made.tell(recorded);
        Ok(())
    }

    /// The person and post of an item. A record that was merged after somebody chose it stands for the one that goes on.
    fn meant_by(
        &self,
        made: &Made,
        resolution: &Resolution,
        position: usize,
    ) -> Result<(PersonId, PostId), StoreError> {
        let (person, post) = made.meant(resolution, position)?;
        Ok((self.facts.person_meant(person), post))
    }

    fn make_new(&self, resolution: &Resolution) -> Result<Made, StoreError> {
        let mut made = Made { persons: Vec::new(), organisations: Vec::new(), posts: Vec::new() };
        for new in &resolution.new_persons {
            let state = PersonState {
                name: new.name.clone(),
                gender: new.gender,
                ethnicity: new.ethnicity.clone(),
                birth: new.birth,
                note: None,
            };
            made.persons.push(names::new_person(self.connection, self.id, &state)?);
        }
        for new in &resolution.new_organisations {
            let state = OrganisationState {
                name: new.name.clone(),
                parent: new.parent,
                kind: None,
                standing: None,
                ended_on: None,
            };
            made.organisations.push(names::new_organisation(self.connection, self.id, &state)?);
        }
        for new in &resolution.new_posts {
            let organisation = match &new.organisation {
                None => None,
                Some(meant) => Some(one(meant, &made.organisations).ok_or(StoreError::Misfit)?),
            };
            let state = PostState {
                organisation,
                title: new.title.clone(),
                authorised: None,
                headship: renmian_rules::is_headship(&new.title),
                rank: renmian_rules::is_rank(&new.title),
                standing: 0,
            };
            made.posts.push(names::new_post(self.connection, self.id, &state)?);
        }
        Ok(made)
    }

    /// Two units of one name under one parent could not be told apart by any paper.
    pub(crate) fn no_such_unit(
        &self,
        state: &OrganisationState,
        but: Option<OrganisationId>,
    ) -> Result<(), StoreError> {
        let twice = self.facts.organisations.iter().any(|known| {
            Some(known.id) != but
                && known.name == state.name.trim()
                && known.parent == state.parent
                && known.ended_on.is_none()
                && state.ended_on.is_none()
        });
        if twice { Err(StoreError::Twice) } else { Ok(()) }
    }

    pub(crate) fn no_such_post(&self, state: &PostState, but: Option<PostId>) -> Result<(), StoreError> {
        let twice = self.facts.posts.iter().any(|known| {
            Some(known.id) != but
                && known.title == state.title.trim()
                && known.organisation == state.organisation
                && known.ended_on.is_none()
        });
        if twice { Err(StoreError::Twice) } else { Ok(()) }
    }

    fn no_such_name(&self, of: Named, name: &str) -> Result<(), StoreError> {
        let known = match of {
            Named::Person(id) => {
                let person = self.person(id)?;
                person.name == name || person.other_names.iter().any(|other| other == name)
            }
            Named::Organisation(id) => {
                let units = &self.facts.organisations;
                let unit = units.iter().find(|unit| unit.id == id).ok_or(StoreError::Unknown)?;
                unit.name == name || unit.other_names.iter().any(|other| other == name)
            }
        };
        if known { Err(StoreError::Twice) } else { Ok(()) }
    }

    /// The units above a unit end somewhere.
    pub(crate) fn leads_upwards(&self, unit: OrganisationId, parent: Option<OrganisationId>) -> Result<(), StoreError> {
        let mut above = parent;
        for _ in 0..=self.facts.organisations.len() {
            match above {
                None => return Ok(()),
                Some(id) if id == unit => return Err(StoreError::Loop),
                Some(id) => {
                    above = self.facts.organisations.iter().find(|known| known.id == id).and_then(|known| known.parent);
                }
            }
        }
        Err(StoreError::Loop)
    }
}

impl Made {
    /// The person and post of an item.
    fn meant(&self, resolution: &Resolution, position: usize) -> Result<(PersonId, PostId), StoreError> {
        let item = resolution.items.get(position).ok_or(StoreError::Misfit)?;
        let settled = |unclear: bool| if unclear { StoreError::Unclear(position) } else { StoreError::Misfit };
        let person =
            one(&item.person, &self.persons).ok_or_else(|| settled(matches!(item.person, Meant::Unclear(_))))?;
        let post = one(&item.post, &self.posts).ok_or_else(|| settled(matches!(item.post, Meant::Unclear(_))))?;
        Ok((person, post))
    }

    fn tell(self, recorded: &mut Recorded) {
        recorded.persons = self.persons;
        recorded.organisations = self.organisations;
        recorded.posts = self.posts;
    }
}

/// A reason that says something.
fn given(why: &str) -> Result<(), StoreError> {
    if why.trim().is_empty() { Err(StoreError::WhyMissing) } else { Ok(()) }
}

/// The one that is meant, if it is one.
fn one<Id: Copy>(meant: &Meant<Id>, made: &[Id]) -> Option<Id> {
    match meant {
        Meant::Known(id) => Some(*id),
        Meant::New(place) => made.get(*place).copied(),
        Meant::Unclear(_) => None,
    }
}

/// What the clerk knows of a tenure that the paper ends, as an opening entry: held on the day before.
fn held_before(
    draft: &Draft,
    entry: &DraftItem,
    since: PartialDate,
    position: usize,
) -> Result<OpeningEntry, StoreError> {
    let day = draft.counts_from(&entry.item).ok_or(StoreError::DayUnknown(position))?;
    let held_on = day.earliest().pred_opt().ok_or(StoreError::DayUnknown(position))?;
    if since.earliest() > held_on {
        return Err(StoreError::Backwards(position));
    }
    Ok(OpeningEntry {
        held_on,
        since: Some(since),
        by: None,
        concurrent: entry.item.concurrent,
        acting: entry.item.acting,
        secondment: entry.item.secondment,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_leaves_nothing_of_the_act_and_the_register_goes_on() {
        let folder = tempfile::tempdir().unwrap();
        let begin = Begin { place: "青云县".to_owned(), unit: String::new() };
        let at = DateTime::UNIX_EPOCH;
        let mut register = Register::create(&folder.path().join("register"), begin, at, "王会").unwrap();
        let unit = |name: String| {
            let state = OrganisationState { name, parent: None, kind: None, standing: None, ended_on: None };
            Operation::AddOrganisation(state)
        };
        register.transact(unit("县财政局".to_owned()), at, "王会").unwrap();
        let (head, facts) = (register.head().unwrap(), register.facts(None).unwrap());
        let room = |register: &Register, pages: i64| {
            register.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
        };
        let pages: i64 = register.connection.pragma_query_value(None, "page_count", |row| row.get(0)).unwrap();
        room(&register, pages + 2);
        let full = register.together(|register| {
            register.transact(unit("县审计局".to_owned()), at, "王会")?;
            register.transact(unit("局".repeat(100_000)), at, "王会")
        });
        assert_eq!(full.unwrap_err().key(), "error.store-engine");
        assert_eq!(register.head().unwrap(), head);
        assert_eq!(register.facts(None).unwrap(), facts);

        room(&register, 1_000_000);
        register.transact(unit("县审计局".to_owned()), at, "王会").unwrap();
        assert_eq!(register.facts(None).unwrap().organisations.len(), 2);
        assert!(register.verify().unwrap().is_sound());
    }
}
