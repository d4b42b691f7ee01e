//! How a unit's or a post's event is recorded: what it makes new, what the state says afterwards, and what is refused
//! because the register would contradict itself.

use renmian_domain::{
    EndCause, EventPaper, OrganisationChange, OrganisationEventKind, OrganisationId, OrganisationRecord, PartialDate,
    PersonId, PostChange, PostEventKind, PostId, PostRecord, TenureChoice, UnitMeant,
};

use crate::StoreError;
use crate::act::Act;
use crate::life::{self, OfPost, UnitEvent};
use crate::names::{self, OrganisationState, PostState};
use crate::operation::Recorded;

impl Act<'_> {
    pub(crate) fn change_organisation(
        &self,
        recorded: &mut Recorded,
        change: &OrganisationChange,
        paper: &EventPaper,
    ) -> Result<(), StoreError> {
        match change {
            OrganisationChange::Found { unit: UnitMeant::Known { id } } => {
                if self.unit(*id)?.founded_on.is_some() {
                    return Err(StoreError::Twice);
                }
                self.unit_event(&UnitEvent::of(*id, OrganisationEventKind::Found), paper)
            }
            OrganisationChange::Found { unit } => self.meant(recorded, unit, paper).map(|_| ()),
            OrganisationChange::Rename { organisation, former, name, tenures } => {
                fits(*tenures, &[TenureChoice::RunOn, TenureChoice::Reappoint])?;
                self.rename_unit(*organisation, (former.as_deref(), name), *tenures, paper)
            }
            OrganisationChange::Move { organisation, parent } => {
                let unit = self.living(*organisation, paper.on)?;
                let from = renmian_rules::parent_on(unit, paper.on.earliest());
                if from == *parent {
                    return Err(StoreError::Twice);
                }
                self.leads_upwards(unit.id, *parent)?;
                let moved = UnitEvent { from, other: *parent, ..UnitEvent::of(unit.id, OrganisationEventKind::Move) };
                self.unit_event(&moved, paper)?;
                let later = self.facts.organisation_events.iter().any(|event| {
                    event.organisation == unit.id && event.kind == OrganisationEventKind::Move && event.on > paper.on
                });
                if later {
                    Ok(())
                } else {
                    self.describe(OrganisationState { parent: *parent, ..state_of(unit) }, unit)
                }
            }
            OrganisationChange::Merge { organisations, into, tenures } => {
                fits(*tenures, &[TenureChoice::End, TenureChoice::Wait, TenureChoice::Reappoint])?;
                let into = self.meant(recorded, into, paper)?;
                let mut ending: Vec<OrganisationId> = organisations.iter().copied().filter(|id| *id != into).collect();
                ending.sort();
                ending.dedup();
                if ending.is_empty() {
                    return Err(StoreError::Misfit);
                }
                for id in ending {
                    let event = UnitEvent {
                        tenures: Some(*tenures),
                        other: Some(into),
                        ..UnitEvent::of(id, OrganisationEventKind::Merge)
                    };
                    self.end_unit(event, paper)?;
                }
                Ok(())
            }
            OrganisationChange::Split { organisation, into, tenures } => {
                fits(*tenures, &[TenureChoice::End, TenureChoice::Wait, TenureChoice::Reappoint])?;
                self.split_unit(recorded, *organisation, into, *tenures, paper)
            }
            OrganisationChange::Abolish { organisation, tenures } => {
                fits(*tenures, &[TenureChoice::End, TenureChoice::Wait])?;
                let event = UnitEvent {
                    tenures: Some(*tenures),
                    ..UnitEvent::of(*organisation, OrganisationEventKind::Abolish)
                };
                self.end_unit(event, paper)
            }
        }
    }

    fn rename_unit(
        &self,
        id: OrganisationId,
        (former, name): (Option<&str>, &str),
        tenures: TenureChoice,
        paper: &EventPaper,
    ) -> Result<(), StoreError> {
        let unit = self.living(id, paper.on)?;
        let name = filled(name)?;
        let known = renmian_rules::name_on(unit, paper.on.earliest());
        let former = former.map(str::trim).filter(|former| !former.is_empty()).unwrap_or(known);
        let (before, after): (Vec<_>, Vec<_>) = unit.former.iter().partition(|former| former.until <= paper.on);
        follows_on((before.is_empty(), known), after.first().map(|next| next.name.as_str()), (former, name))?;
        let renamed = UnitEvent {
            tenures: Some(tenures),
            names: Some((former, name)),
            ..UnitEvent::of(id, OrganisationEventKind::Rename)
        };
        self.unit_event(&renamed, paper)?;
        if !after.is_empty() || name == unit.name {
            return Ok(());
        }
        let state = OrganisationState { name: name.to_owned(), ..state_of(unit) };
        self.no_such_unit(&state, Some(id))?;
        self.describe(state, unit)
    }

    fn split_unit(
        &self,
        recorded: &mut Recorded,
        id: OrganisationId,
        into: &[UnitMeant],
        tenures: TenureChoice,
        paper: &EventPaper,
    ) -> Result<(), StoreError> {
        let unit = self.living(id, paper.on)?;
        let mut successors = Vec::new();
        for meant in into {
            successors.push(self.meant(recorded, meant, paper)?);
        }
        let goes_on = successors.contains(&id);
        successors.retain(|other| *other != id);
        if successors.is_empty() {
            return Err(StoreError::Misfit);
        }
        // Where the unit goes on, so do the tenures in it.
        let tenures = if goes_on { TenureChoice::RunOn } else { tenures };
        for other in successors {
            let event = UnitEvent {
                tenures: Some(tenures),
                other: Some(other),
                ..UnitEvent::of(id, OrganisationEventKind::Split)
            };
            self.unit_event(&event, paper)?;
        }
        if goes_on {
            Ok(())
        } else {
            self.describe(OrganisationState { ended_on: Some(paper.on), ..state_of(unit) }, unit)
        }
    }

    pub(crate) fn change_post(&self, change: &PostChange, paper: &EventPaper) -> Result<(), StoreError> {
        let later = |post: PostId, kind: PostEventKind| {
            self.facts.post_events.iter().any(|event| event.post == post && event.kind == kind && event.on > paper.on)
        };
        match change {
            PostChange::Rename { post, former, title, tenures } => {
                fits(*tenures, &[TenureChoice::RunOn, TenureChoice::Reappoint])?;
                let record = self.post(*post, paper.on)?;
                let title = filled(title)?;
                let known = renmian_rules::title_on(record, paper.on.earliest());
                let former = former.as_deref().map(str::trim).filter(|former| !former.is_empty()).unwrap_or(known);
                let (before, after): (Vec<_>, Vec<_>) =
                    record.former.iter().partition(|former| former.until <= paper.on);
                follows_on((before.is_empty(), known), after.first().map(|next| next.name.as_str()), (former, title))?;
                self.post_event(*post, Some(*tenures), &OfPost::Title(former, title), paper)?;
                if !after.is_empty() || title == record.title {
                    return Ok(());
                }
                let state = PostState { title: title.to_owned(), ..state_of_post(record) };
                self.no_such_post(&state, Some(*post))?;
                names::describe_post(self.connection, self.id, *post, &state)
            }
            PostChange::Seats { post, authorised } => {
                let record = self.post(*post, paper.on)?;
                let before = renmian_rules::authorised_on(record, paper.on.earliest());
                if before == *authorised {
                    return Err(StoreError::Twice);
                }
                self.post_event(*post, Some(TenureChoice::RunOn), &OfPost::Seats(before, *authorised), paper)?;
                if later(*post, PostEventKind::Seats) {
                    return Ok(());
                }
                let state = PostState { authorised: *authorised, ..state_of_post(record) };
                names::describe_post(self.connection, self.id, *post, &state)
            }
            PostChange::Abolish { post, tenures } => {
                fits(*tenures, &[TenureChoice::End, TenureChoice::Wait])?;
                if self.post(*post, paper.on)?.ended_on.is_some() {
                    return Err(StoreError::Ended);
                }
                self.post_event(*post, Some(*tenures), &OfPost::End, paper)
            }
        }
    }

    pub(crate) fn end_tenures(
        &self,
        person: PersonId,
        posts: &[PostId],
        cause: EndCause,
        paper: &EventPaper,
    ) -> Result<(), StoreError> {
        if !EndCause::ENTERED.contains(&cause) {
            return Err(StoreError::Misfit);
        }
        self.person(person)?;
        if posts.is_empty() {
            self.one_ending(person, None, cause, paper)?;
        }
        for post in posts {
            if !self.facts.posts.iter().any(|known| known.id == *post) {
                return Err(StoreError::Unknown);
            }
            self.one_ending(person, Some(*post), cause, paper)?;
        }
        Ok(())
    }

    fn one_ending(
        &self,
        person: PersonId,
        post: Option<PostId>,
        cause: EndCause,
        paper: &EventPaper,
    ) -> Result<(), StoreError> {
        let same = |ending: &renmian_domain::EndingRecord| {
            (ending.person, ending.post, ending.on, ending.cause) == (person, post, paper.on, cause)
        };
        if self.facts.endings.iter().any(same) {
            return Err(StoreError::Twice);
        }
        Ok(life::insert_ending(self.connection, self.id, (person, post), cause, paper)?)
    }

    /// 排序: each stands in the order given, among those that stand beside it.
    pub(crate) fn arrange(&self, units: &[OrganisationId], posts: &[PostId]) -> Result<(), StoreError> {
        let mut places: Vec<i64> = Vec::new();
        for id in units {
            places.push(self.unit(*id)?.standing);
        }
        places.sort_unstable();
        for (id, standing) in units.iter().zip(apart(places)) {
            let unit = self.unit(*id)?;
            if unit.standing != standing {
                self.describe(OrganisationState { standing: Some(standing), ..state_of(unit) }, unit)?;
            }
        }
        for (place, id) in posts.iter().enumerate() {
            let post = self.facts.posts.iter().find(|post| post.id == *id).ok_or(StoreError::Unknown)?;
            // Posts of one standing follow their titles; once arranged, each has its own.
            let standing = place as i64 + 1;
            if post.standing != standing {
                names::describe_post(self.connection, self.id, *id, &PostState { standing, ..state_of_post(post) })?;
            }
        }
        Ok(())
    }

    /// The unit that an event names; a new one is made, and begins with it.
    fn meant(
        &self,
        recorded: &mut Recorded,
        unit: &UnitMeant,
        paper: &EventPaper,
    ) -> Result<OrganisationId, StoreError> {
        match unit {
            UnitMeant::Known { id } => Ok(self.unit(*id)?.id),
            UnitMeant::New { name, parent } => {
                let state = OrganisationState {
                    name: filled(name)?.to_owned(),
                    parent: *parent,
                    kind: None,
                    standing: None,
                    ended_on: None,
                };
                self.no_such_unit(&state, None)?;
                let id = names::new_organisation(self.connection, self.id, &state)?;
                recorded.organisations.push(id);
                self.unit_event(&UnitEvent::of(id, OrganisationEventKind::Found), paper)?;
                Ok(id)
            }
        }
    }

    fn end_unit(&self, event: UnitEvent<'_>, paper: &EventPaper) -> Result<(), StoreError> {
        let unit = self.living(event.organisation, paper.on)?;
        if unit.ended_on.is_some() {
            return Err(StoreError::Ended);
        }
        self.unit_event(&event, paper)?;
        self.describe(OrganisationState { ended_on: Some(paper.on), ..state_of(unit) }, unit)
    }

    fn unit(&self, id: OrganisationId) -> Result<&OrganisationRecord, StoreError> {
        self.facts.organisations.iter().find(|unit| unit.id == id).ok_or(StoreError::Unknown)
    }

    /// A unit that has not ended by that day.
    fn living(&self, id: OrganisationId, on: PartialDate) -> Result<&OrganisationRecord, StoreError> {
        let unit = self.unit(id)?;
        let ended = unit.ended_on.is_some_and(|ended| ended.earliest() <= on.earliest());
        if ended { Err(StoreError::Ended) } else { Ok(unit) }
    }

    /// A post that has not ended by that day.
    fn post(&self, id: PostId, on: PartialDate) -> Result<&PostRecord, StoreError> {
        let post = self.facts.posts.iter().find(|post| post.id == id).ok_or(StoreError::Unknown)?;
        let ended = post.ended_on.is_some_and(|ended| ended.earliest() <= on.earliest());
        if ended { Err(StoreError::Ended) } else { Ok(post) }
    }

    fn unit_event(&self, event: &UnitEvent<'_>, paper: &EventPaper) -> Result<(), StoreError> {
        Ok(life::insert_unit_event(self.connection, self.id, event, paper)?)
    }

    fn post_event(
        &self,
        post: PostId,
        tenures: Option<TenureChoice>,
        event: &OfPost<'_>,
        paper: &EventPaper,
    ) -> Result<(), StoreError> {
        Ok(life::insert_post_event(self.connection, self.id, (post, tenures), event, paper)?)
    }

    fn describe(&self, state: OrganisationState, unit: &OrganisationRecord) -> Result<(), StoreError> {
        names::describe_organisation(self.connection, self.id, unit.id, &state)
    }
}

fn state_of(unit: &OrganisationRecord) -> OrganisationState {
    OrganisationState {
        name: unit.name.clone(),
        parent: unit.parent,
        kind: unit.kind.clone(),
        standing: Some(unit.standing),
        ended_on: unit.ended_on,
    }
}

fn state_of_post(post: &PostRecord) -> PostState {
    PostState {
        organisation: post.organisation,
        title: post.title.clone(),
        authorised: post.authorised,
        headship: post.headship,
        rank: post.rank,
        standing: post.standing,
    }
}

/// The same places in the order, no two alike.
fn apart(places: Vec<i64>) -> Vec<i64> {
    let mut last = None;
    let step = |place: i64| {
        let next = last.map_or(place, |last: i64| place.max(last + 1));
        last = Some(next);
        next
    };
    places.into_iter().map(step).collect()
}

fn filled(name: &str) -> Result<&str, StoreError> {
    let name = name.trim();
    if name.is_empty() { Err(StoreError::Blank) } else { Ok(name) }
}

/// Whether the choice is one of those that the event has.
fn fits(tenures: TenureChoice, choices: &[TenureChoice]) -> Result<(), StoreError> {
    if choices.contains(&tenures) { Ok(()) } else { Err(StoreError::Misfit) }
}

/// A renaming begins with the name that the one before it left, and leaves the name that the next one begins with, or
/// the present one where the register was begun under it. Before the first of them nothing is known but what the clerk
/// says.
fn follows_on(
    (first, known): (bool, &str),
    next: Option<&str>,
    (former, name): (&str, &str),
) -> Result<(), StoreError> {
    if former == name {
        return Err(StoreError::Twice);
    }
    let begins = first || former == known;
    let leaves = match next {
        Some(next) => next == name,
        None => former == known || name == known,
    };
    if begins && leaves { Ok(()) } else { Err(StoreError::NamesBroken) }
}
