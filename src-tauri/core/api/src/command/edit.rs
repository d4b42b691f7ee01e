//! What the clerk says of persons, units and posts beside the papers.

use renmian_store::{Named, Operation, OrganisationState, PersonState, PostState, Setting};

use crate::ApiError;
use crate::session::Session;
use crate::types::*;

impl Session {
    pub fn describe_person(&self, request: DescribePerson) -> Result<PersonPage, ApiError> {
        let name = named(&request.name)?;
        let before = self.person(PersonQuery { id: request.id, at: At::default() })?;
        let person = before.id;
        // 曾用名: a name that was given up stays one that papers have used, and still leads here.
        let former = (before.name != name).then_some(before.name);
        let mut others: Vec<String> = Vec::new();
        for other in former.into_iter().chain(request.other_names).filter_map(|other| filled(Some(other))) {
            if other != name && !before.other_names.contains(&other) && !others.contains(&other) {
                others.push(other);
            }
        }
        let describe = Operation::DescribePerson {
            person,
            state: PersonState {
                name,
                gender: request.gender,
                ethnicity: filled(request.ethnicity),
                birth: request.birth,
                note: filled(request.note),
            },
            why: None,
        };
        let moment = self.now().moment;
        self.with(|open| {
            open.register.together(|register| {
                register.transact(describe, moment, self.actor())?;
                for name in others {
                    let of = Named::Person(person);
                    register.transact(Operation::RememberName { of, name }, moment, self.actor())?;
                }
                Ok::<_, ApiError>(())
            })
        })?;
        self.person(PersonQuery { id: person, at: At::default() })
    }

    pub fn describe_organisation(&self, request: DescribeOrganisation) -> Result<OrganisationPage, ApiError> {
        let name = named(&request.name)?;
        let ended_on = self.at(&At::default(), |view, _| {
            // A unit below itself would have no place in the standing order.
            let below = view.with_below(request.id, None);
            match request.parent.filter(|parent| below.contains(parent)) {
                Some(_) => Err(ApiError::refused("organisation-below-itself")),
                None => Ok(view.organisation(request.id)?.ended_on),
            }
        })?;
        let before = self.organisation(OrganisationQuery { id: request.id, at: At::default() })?.other_names;
        self.remember(Named::Organisation(request.id), &before, request.other_names)?;
        self.act(Operation::DescribeOrganisation {
            organisation: request.id,
            state: OrganisationState {
                name,
                parent: request.parent,
                kind: filled(request.kind),
                standing: Some(request.standing),
                ended_on,
            },
            why: None,
        })?;
        self.organisation(OrganisationQuery { id: request.id, at: At::default() })
    }

    pub fn describe_post(&self, request: DescribePost) -> Result<PostPage, ApiError> {
        let title = named(&request.title)?;
        let (organisation, rank) = self.at(&At::default(), |view, _| {
            let post = view.post(request.id)?;
            Ok((post.organisation, post.rank))
        })?;
        self.act(Operation::DescribePost {
            post: request.id,
            state: PostState {
                organisation,
                title,
                authorised: request.authorised,
                headship: request.headship,
                rank,
                standing: request.standing,
            },
            why: None,
        })?;
        self.post(PostQuery { id: request.id, at: At::default() })
    }

    pub fn settings(&self, _: Nothing) -> Result<Settings, ApiError> {
        self.with(|open| {
            let view = open.view(None)?;
            Ok(Settings {
                place: view.facts.place.clone(),
                keeper: open.register.unit()?,
                probation_from: view.facts.probation_from,
            })
        })
    }

    pub fn set_settings(&self, request: Settings) -> Result<Settings, ApiError> {
        let before = self.settings(Nothing {})?;
        let mut changes = Vec::new();
        if before.place != request.place {
            changes.push(Setting::Place(request.place.trim().to_owned()));
        }
        if before.keeper != request.keeper {
            changes.push(Setting::Unit(request.keeper.trim().to_owned()));
        }
        if before.probation_from != request.probation_from {
            changes.push(Setting::ProbationFrom(request.probation_from));
        }
        for change in changes {
            self.act(Operation::Set(change))?;
        }
        self.settings(Nothing {})
    }

    /// Keeps the other names that are not kept yet. A name once kept stays: a paper has used it.
    fn remember(&self, of: Named, before: &[String], names: Vec<String>) -> Result<(), ApiError> {
        let new = names.into_iter().filter_map(|name| filled(Some(name))).filter(|name| !before.contains(name));
        for name in new {
            self.act(Operation::RememberName { of, name })?;
        }
        Ok(())
    }

    fn act(&self, operation: Operation) -> Result<(), ApiError> {
        let moment = self.now().moment;
        self.with(|open| Ok(open.register.transact(operation, moment, self.actor())?))?;
        Ok(())
    }
}

fn named(name: &str) -> Result<String, ApiError> {
    let name = name.trim();
    if name.is_empty() { Err(ApiError::refused("name-empty")) } else { Ok(name.to_owned()) }
}

fn filled(text: Option<String>) -> Option<String> {
    text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty())
}
