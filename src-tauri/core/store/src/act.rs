//! One act under way: which rows an operation writes, and what is refused because the register would contradict itself.

use renmian_domain::{ActId, Facts, OrganisationId, PostId};
use rusqlite::Connection;

use crate::names::{self, Named, OrganisationState, PostState};
use crate::operation::{Operation, Recorded};
use crate::setting::Setting;
use crate::{Begin, StoreError, setting, standing, superseded};

/// One act under way: its id, and the facts before it.
pub(crate) struct Act<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) id: i64,
    pub(crate) facts: &'a Facts,
}

impl Act<'_> {
    pub(crate) fn apply(&self, operation: &Operation) -> Result<Recorded, StoreError> {
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

/// A reason that says something.
fn given(why: &str) -> Result<(), StoreError> {
    if why.trim().is_empty() { Err(StoreError::WhyMissing) } else { Ok(()) }
}
