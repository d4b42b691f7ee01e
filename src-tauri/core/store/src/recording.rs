//! How a paper, or a roster of what ran when the register was begun, is recorded: what is new is made first, then the
//! entries that refer to it.

use renmian_domain::{
    Draft, DraftId, DraftItem, Finding, Meant, OrderId, OrganisationId, PartialDate, PersonId, PostId, Resolution,
};

use crate::act::Act;
use crate::names::{self, OrganisationState, PersonState, PostState};
use crate::opening::{self, OpeningEntry};
use crate::operation::Recorded;
use crate::original::Original;
use crate::{StoreError, document, draft, item, original};

/// The rows that were made for what a resolution calls new.
struct Made {
    persons: Vec<PersonId>,
    organisations: Vec<OrganisationId>,
    posts: Vec<PostId>,
}

impl Act<'_> {
    pub(crate) fn record_order(
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
    pub(crate) fn take_off(&self, desk: Option<DraftId>) -> Result<(), StoreError> {
        if let Some(desk) = desk {
            draft::take(self.connection, desk)?;
        }
        Ok(())
    }

    pub(crate) fn record_openings(
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
