//! 机构沿革、职务沿革、离任、排序.

use renmian_domain::{
    EventPaper, OrganisationChange, OrganisationId, PartialDate, PersonId, PostChange, PostId, UnitMeant,
};
use renmian_store::{Operation, Recorded};

use crate::ApiError;
use crate::session::Session;
use crate::types::*;
use crate::view::View;

impl Session {
    pub fn change_organisation(&self, request: ChangeOrganisation) -> Result<OrganisationPage, ApiError> {
        let named = match &request.what {
            OrganisationChange::Found { unit: UnitMeant::Known { id } } => Some(*id),
            OrganisationChange::Found { unit: UnitMeant::New { .. } } => None,
            OrganisationChange::Rename { organisation, .. }
            | OrganisationChange::Move { organisation, .. }
            | OrganisationChange::Split { organisation, .. }
            | OrganisationChange::Abolish { organisation, .. } => Some(*organisation),
            OrganisationChange::Merge { organisations, .. } => organisations.first().copied(),
        };
        let recorded = self.life(Operation::ChangeOrganisation { change: request.what, paper: request.paper })?;
        let id = named.or(recorded.organisations.first().copied());
        let id = id.ok_or_else(|| ApiError::refused("organisation-unknown"))?;
        self.organisation(OrganisationQuery { id, at: At::default() })
    }

    pub fn change_post(&self, request: ChangePost) -> Result<PostPage, ApiError> {
        let id = match &request.what {
            PostChange::Rename { post, .. } | PostChange::Seats { post, .. } | PostChange::Abolish { post, .. } => {
                *post
            }
        };
        self.life(Operation::ChangePost { change: request.what, paper: request.paper })?;
        self.post(PostQuery { id, at: At::default() })
    }

    pub fn end_tenures(&self, request: EndTenures) -> Result<PersonPage, ApiError> {
        let EndTenures { person, posts, cause, paper } = request;
        self.life(Operation::EndTenures { person, posts, cause, paper })?;
        self.person(PersonQuery { id: person, at: At::default() })
    }

    pub fn arrange(&self, request: Arrange) -> Result<Nothing, ApiError> {
        self.life(Operation::Arrange { organisations: request.organisations, posts: request.posts })?;
        Ok(Nothing {})
    }

    pub fn plan(&self, request: Plan) -> Result<PlanAnswer, ApiError> {
        let now = self.now();
        let on = match &request {
            Plan::Organisation { on, .. } | Plan::Post { on, .. } | Plan::Ending { on, .. } => *on,
        };
        let paper = EventPaper { on, by: None, by_text: None, why: None };
        let operation = match request {
            Plan::Organisation { what: change, .. } => Operation::ChangeOrganisation { change, paper },
            Plan::Post { what: change, .. } => Operation::ChangePost { change, paper },
            Plan::Ending { person, posts, cause, .. } => Operation::EndTenures { person, posts, cause, paper },
        };
        self.with(|open| {
            let before = open.view(None)?;
            let (facts, history) = open.register.preview(&operation, now.moment, self.actor())?;
            Ok(crate::life::outcome(&before, &View::new(facts, history), on, now.today))
        })
    }

    /// The unit that a name means on a day, for the command line.
    pub fn unit_named(&self, name: &str, on: PartialDate) -> Result<Option<OrganisationId>, ApiError> {
        self.at(&At::default(), |view, _| {
            let names = renmian_rules::Register::of(&view.facts);
            Ok(names.organisations_named(name, Some(on)).first().map(|unit| unit.id))
        })
    }

    /// The persons of that name, for the command line.
    pub fn person_ids_named(&self, name: &str) -> Result<Vec<PersonId>, ApiError> {
        self.at(&At::default(), |view, _| {
            let names = renmian_rules::Register::of(&view.facts);
            Ok(names.persons_named(name).iter().map(|person| person.id).collect())
        })
    }

    /// The post of that title in the unit of that name, as both were called on a day, for the command line.
    pub fn post_id_named(&self, organisation: &str, title: &str, on: Option<PartialDate>) -> Result<PostId, ApiError> {
        self.at(&At::default(), |view, _| post_titled(view, organisation, title, on))
    }

    fn life(&self, operation: Operation) -> Result<Recorded, ApiError> {
        let moment = self.now().moment;
        self.with(|open| Ok(open.register.transact(operation, moment, self.actor())?))
    }
}

pub(super) fn post_titled(
    view: &View,
    organisation: &str,
    title: &str,
    on: Option<PartialDate>,
) -> Result<PostId, ApiError> {
    let names = renmian_rules::Register::of(&view.facts);
    let units = names.organisations_named(organisation, on);
    let post = units.iter().find_map(|unit| names.posts_titled_on(Some(unit.id), title, on).first().copied());
    post.map(|post| post.id).ok_or_else(|| ApiError::refused("post-unknown"))
}
