//! Every change of the register by its name. What is not here cannot be done to it.

use std::collections::BTreeMap;

use renmian_domain::{
    ActId, Draft, DraftId, EndCause, EntryRef, EventPaper, Facts, Finding, OrderId, OrganisationChange, OrganisationId,
    PersonId, PersonMeant, PostChange, PostId, Resolution, UnitMeant,
};

use crate::Begin;
use crate::names::{Named, OrganisationState, PersonState, PostState};
use crate::opening::OpeningEntry;
use crate::original::Original;
use crate::setting::Setting;

/// One act of the clerk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Operation {
    /// The register is begun.
    Begin(Begin),
    /// A paper is registered, with what is meant by its names and what the clerk let stand.
    RecordOrder {
        /// The paper.
        draft: Box<Draft>,
        /// Whom and which posts it means, as `renmian_rules::resolve` says.
        resolution: Resolution,
        /// What the clerk was shown and let stand.
        findings: Vec<Finding>,
        /// Its files.
        originals: Vec<Original>,
        /// Its place on the desk, which it leaves by the same act.
        desk: Option<DraftId>,
    },
    /// The entry of an order was wrong: the paper read anew comes in its place.
    CorrectOrder {
        /// The entry that was wrong.
        order: OrderId,
        /// The paper.
        draft: Box<Draft>,
        /// Whom and which posts it means.
        resolution: Resolution,
        /// What the clerk was shown and let stand.
        findings: Vec<Finding>,
        /// Its files.
        originals: Vec<Original>,
        /// Its place on the desk, which it leaves by the same act.
        desk: Option<DraftId>,
        /// Why.
        why: String,
    },
    /// An order was withdrawn by a later paper.
    RevokeOrder {
        /// The order.
        order: OrderId,
        /// The paper that withdrew it, where it is in the register.
        by: Option<OrderId>,
        /// The paper that withdrew it, in words.
        by_text: Option<String>,
        /// Why.
        why: String,
    },
    /// A revocation was recorded wrongly: the order is in force again.
    ReinstateOrder {
        /// The order.
        order: OrderId,
        /// Why.
        why: String,
    },
    /// Tenures are entered that ran already when the register was begun. The resolution has an item for each.
    RecordOpenings {
        /// The entries.
        entries: Vec<OpeningEntry>,
        /// Whom and which posts they mean.
        resolution: Resolution,
    },
    /// What is known of a person is said anew.
    DescribePerson {
        /// Who.
        person: PersonId,
        /// What is known now.
        state: PersonState,
        /// Why it is said anew.
        why: Option<String>,
    },
    /// What is known of an organisation is said anew.
    DescribeOrganisation {
        /// Which.
        organisation: OrganisationId,
        /// What is known now.
        state: OrganisationState,
        /// Why it is said anew.
        why: Option<String>,
    },
    /// What is known of a post is said anew.
    DescribePost {
        /// Which.
        post: PostId,
        /// What is known now.
        state: PostState,
        /// Why it is said anew.
        why: Option<String>,
    },
    /// An organisation is added that no paper has named yet.
    AddOrganisation(OrganisationState),
    /// A post is added that no paper has named yet.
    AddPost(PostState),
    /// A former name, a short name or another way of writing is kept.
    RememberName {
        /// Whose.
        of: Named,
        /// The name.
        name: String,
    },
    /// 人员合并: two records are found to be of one person.
    MergePersons {
        /// The record that goes on no longer.
        person: PersonId,
        /// The record that goes on.
        into: PersonId,
        /// Why.
        why: String,
    },
    /// 人员拆分: a record is found to be of two persons.
    SplitPerson {
        /// The record.
        person: PersonId,
        /// Which of its items, opening entries and endings are of the other.
        entries: Vec<EntryRef>,
        /// The other.
        to: PersonMeant,
        /// Why.
        why: String,
    },
    /// A setting is chosen.
    Set(Setting),
    /// 机构沿革: a unit is founded, renamed, moved, merged, split or abolished.
    ChangeOrganisation {
        /// What happens.
        change: OrganisationChange,
        /// The day and the paper.
        paper: EventPaper,
    },
    /// 职务沿革: a post is renamed, has other seats, or is abolished.
    ChangePost {
        /// What happens.
        change: PostChange,
        /// The day and the paper.
        paper: EventPaper,
    },
    /// 离任: tenures end by what no order says.
    EndTenures {
        /// Whose.
        person: PersonId,
        /// Of which posts; empty for all that is open.
        posts: Vec<PostId>,
        /// Why.
        cause: EndCause,
        /// The day and the paper.
        paper: EventPaper,
    },
    /// 排序: units or posts that stand beside each other stand in this order from now on.
    Arrange {
        /// Units.
        organisations: Vec<OrganisationId>,
        /// Posts of one unit.
        posts: Vec<PostId>,
    },
    /// An act is taken back: the last that stands, or one that took another back.
    TakeBack {
        /// Which.
        act: ActId,
        /// Why.
        why: String,
    },
}

/// What an act has recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    /// Its row in the journal.
    pub act: ActId,
    /// The order.
    pub order: Option<OrderId>,
    /// Persons made by it.
    pub persons: Vec<PersonId>,
    /// Organisations made by it.
    pub organisations: Vec<OrganisationId>,
    /// Posts made by it.
    pub posts: Vec<PostId>,
}

impl Operation {
    /// Its name in the journal; its sentence stands in the catalogue under `act.<name>`.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Begin(_) => "begin",
            Self::RecordOrder { .. } => "record-order",
            Self::CorrectOrder { .. } => "correct-order",
            Self::RevokeOrder { .. } => "revoke-order",
            Self::ReinstateOrder { .. } => "reinstate-order",
            Self::RecordOpenings { .. } => "record-openings",
            Self::DescribePerson { .. } => "describe-person",
            Self::DescribeOrganisation { .. } => "describe-organisation",
            Self::DescribePost { .. } => "describe-post",
            Self::AddOrganisation(_) => "add-organisation",
            Self::AddPost(_) => "add-post",
            Self::RememberName { .. } => "remember-name",
            Self::MergePersons { .. } => "merge-persons",
            Self::SplitPerson { .. } => "split-person",
            Self::Set(_) => "set",
            Self::ChangeOrganisation { change, .. } => match change {
                OrganisationChange::Found { .. } => "organisation-found",
                OrganisationChange::Rename { .. } => "organisation-rename",
                OrganisationChange::Move { .. } => "organisation-move",
                OrganisationChange::Merge { .. } => "organisation-merge",
                OrganisationChange::Split { .. } => "organisation-split",
                OrganisationChange::Abolish { .. } => "organisation-abolish",
            },
            Self::ChangePost { change, .. } => match change {
                PostChange::Rename { .. } => "post-rename",
                PostChange::Seats { .. } => "post-seats",
                PostChange::Abolish { .. } => "post-abolish",
            },
            Self::EndTenures { .. } => "end-tenures",
            Self::Arrange { .. } => "arrange",
            Self::TakeBack { .. } => "take-back",
        }
    }

    /// Why, where the clerk says it.
    pub fn why(&self) -> Option<&str> {
        match self {
            Self::DescribePerson { why, .. }
            | Self::DescribeOrganisation { why, .. }
            | Self::DescribePost { why, .. } => why.as_deref(),
            Self::ChangeOrganisation { paper, .. }
            | Self::ChangePost { paper, .. }
            | Self::EndTenures { paper, .. } => paper.why.as_deref().map(str::trim).filter(|why| !why.is_empty()),
            Self::CorrectOrder { why, .. }
            | Self::RevokeOrder { why, .. }
            | Self::ReinstateOrder { why, .. }
            | Self::MergePersons { why, .. }
            | Self::SplitPerson { why, .. }
            | Self::TakeBack { why, .. } => Some(why.trim()),
            Self::Begin(_)
            | Self::RecordOrder { .. }
            | Self::RecordOpenings { .. }
            | Self::AddOrganisation(_)
            | Self::AddPost(_)
            | Self::RememberName { .. }
            | Self::Arrange { .. }
            | Self::Set(_) => None,
        }
    }

    /// The words for its sentence, names as the facts before it have them.
    pub(crate) fn words(&self, facts: &Facts) -> BTreeMap<String, String> {
        let words =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect();
        match self {
            Self::Begin(begin) => words(&[("place", &begin.place), ("unit", &begin.unit)]),
            Self::RevokeOrder { order, .. } | Self::ReinstateOrder { order, .. } => {
                let head = facts.orders.iter().chain(&facts.superseded).find(|head| head.id == *order);
                words(&[("number", head.map_or("", |head| head.called()))])
            }
            Self::RecordOrder { draft, .. } | Self::CorrectOrder { draft, .. } => {
                let number = draft.number.as_ref().map(|number| number.text.as_str());
                let called = number.or(draft.title.as_deref()).unwrap_or_default();
                words(&[("number", called), ("items", &draft.items.len().to_string())])
            }
            Self::RecordOpenings { entries, .. } => words(&[("entries", &entries.len().to_string())]),
            Self::DescribePerson { state, .. } => words(&[("name", &state.name)]),
            Self::DescribeOrganisation { state, .. } | Self::AddOrganisation(state) => words(&[("name", &state.name)]),
            Self::DescribePost { state, .. } | Self::AddPost(state) => words(&[("name", &state.title)]),
            Self::RememberName { name, .. } => words(&[("name", name)]),
            Self::MergePersons { person, into, .. } => {
                words(&[("name", person_called(facts, *person)), ("to", person_called(facts, *into))])
            }
            Self::SplitPerson { person, entries, to, .. } => {
                let to = match to {
                    PersonMeant::Known { id } => person_called(facts, *id),
                    PersonMeant::New { name, .. } => name.trim(),
                };
                let count = entries.len().to_string();
                words(&[("name", person_called(facts, *person)), ("to", to), ("entries", &count)])
            }
            Self::Set(Setting::RosterColumns(_)) => {
                words(&[("setting", "word.roster-columns"), ("value", "word.as-matched")])
            }
            Self::Set(setting) => words(&[("setting", setting.key()), ("value", &setting.value())]),
            Self::ChangeOrganisation { change, paper } => words_of_unit(facts, change, paper),
            Self::ChangePost { change, paper } => words_of_post(facts, change, paper),
            Self::EndTenures { person, posts, cause, paper } => {
                let name = person_called(facts, *person);
                let all = posts.iter().map(|id| post_called(facts, *id)).collect::<Vec<_>>().join("、");
                let of = if posts.is_empty() { "word.all-posts".to_owned() } else { all };
                let cause = format!("word.cause-{}", cause.key());
                words(&[("name", name), ("posts", &of), ("cause", &cause), ("on", &paper.on.dotted())])
            }
            Self::Arrange { organisations, posts } => {
                words(&[("count", &(organisations.len() + posts.len()).to_string())])
            }
            Self::TakeBack { act, .. } => words(&[("act", &act.0.to_string())]),
        }
    }
}

fn person_called(facts: &Facts, id: PersonId) -> &str {
    facts.persons.iter().find(|known| known.id == id).map_or("", |known| &known.name)
}

fn unit_called(facts: &Facts, id: OrganisationId) -> &str {
    facts.organisations.iter().find(|unit| unit.id == id).map_or("", |unit| &unit.name)
}

fn post_called(facts: &Facts, id: PostId) -> String {
    let Some(post) = facts.posts.iter().find(|post| post.id == id) else { return String::new() };
    format!("{}{}", post.organisation.map_or("", |unit| unit_called(facts, unit)), post.title)
}

fn meant_called<'a>(facts: &'a Facts, unit: &'a UnitMeant) -> &'a str {
    match unit {
        UnitMeant::Known { id } => unit_called(facts, *id),
        UnitMeant::New { name, .. } => name.trim(),
    }
}

fn words_of_unit(facts: &Facts, change: &OrganisationChange, paper: &EventPaper) -> BTreeMap<String, String> {
    let called = |id: &OrganisationId| unit_called(facts, *id).to_owned();
    let (name, to) = match change {
        OrganisationChange::Found { unit } => (meant_called(facts, unit).to_owned(), String::new()),
        OrganisationChange::Rename { organisation, former, name, .. } => {
            (former.clone().unwrap_or_else(|| called(organisation)), name.trim().to_owned())
        }
        OrganisationChange::Move { organisation, parent } => {
            (called(organisation), parent.map_or_else(|| "word.no-parent".to_owned(), |id| called(&id)))
        }
        OrganisationChange::Merge { organisations, into, .. } => {
            let names: Vec<String> = organisations.iter().map(called).collect();
            (names.join("、"), meant_called(facts, into).to_owned())
        }
        OrganisationChange::Split { organisation, into, .. } => {
            let names: Vec<&str> = into.iter().map(|unit| meant_called(facts, unit)).collect();
            (called(organisation), names.join("、"))
        }
        OrganisationChange::Abolish { organisation, .. } => (called(organisation), String::new()),
    };
    BTreeMap::from([("name".to_owned(), name), ("to".to_owned(), to), ("on".to_owned(), paper.on.dotted())])
}

fn words_of_post(facts: &Facts, change: &PostChange, paper: &EventPaper) -> BTreeMap<String, String> {
    let (name, to) = match change {
        PostChange::Rename { post, title, .. } => (post_called(facts, *post), title.trim().to_owned()),
        PostChange::Seats { post, authorised } => {
            (post_called(facts, *post), authorised.map_or_else(|| "word.unknown".to_owned(), |seats| seats.to_string()))
        }
        PostChange::Abolish { post, .. } => (post_called(facts, *post), String::new()),
    };
    BTreeMap::from([("name".to_owned(), name), ("to".to_owned(), to), ("on".to_owned(), paper.on.dotted())])
}
