//! Every change of the register by its name. What is not here cannot be done to it.

use std::collections::BTreeMap;

use renmian_domain::{ActId, Draft, DraftId, Finding, OrderId, OrganisationId, PersonId, PostId, Resolution};

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
    /// A setting is chosen.
    Set(Setting),
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
            Self::RecordOpenings { .. } => "record-openings",
            Self::DescribePerson { .. } => "describe-person",
            Self::DescribeOrganisation { .. } => "describe-organisation",
            Self::DescribePost { .. } => "describe-post",
            Self::AddOrganisation(_) => "add-organisation",
            Self::AddPost(_) => "add-post",
            Self::RememberName { .. } => "remember-name",
            Self::Set(_) => "set",
            Self::TakeBack { .. } => "take-back",
        }
    }

    /// Why, where the clerk says it.
    pub fn why(&self) -> Option<&str> {
        match self {
            Self::DescribePerson { why, .. }
            | Self::DescribeOrganisation { why, .. }
            | Self::DescribePost { why, .. } => why.as_deref(),
            Self::TakeBack { why, .. } => Some(why),
            Self::Begin(_)
            | Self::RecordOrder { .. }
            | Self::RecordOpenings { .. }
            | Self::AddOrganisation(_)
            | Self::AddPost(_)
            | Self::RememberName { .. }
            | Self::Set(_) => None,
        }
    }

    /// The words for its sentence.
    pub(crate) fn words(&self) -> BTreeMap<String, String> {
        let words =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(key, word)| ((*key).to_owned(), (*word).to_owned())).collect();
        match self {
            Self::Begin(begin) => words(&[("place", &begin.place), ("unit", &begin.unit)]),
            Self::RecordOrder { draft, .. } => {
                let number = draft.number.as_ref().map(|number| number.text.as_str());
                let called = number.or(draft.title.as_deref()).unwrap_or_default();
                words(&[("number", called), ("items", &draft.items.len().to_string())])
            }
            Self::RecordOpenings { entries, .. } => words(&[("entries", &entries.len().to_string())]),
            Self::DescribePerson { state, .. } => words(&[("name", &state.name)]),
            Self::DescribeOrganisation { state, .. } | Self::AddOrganisation(state) => words(&[("name", &state.name)]),
            Self::DescribePost { state, .. } | Self::AddPost(state) => words(&[("name", &state.title)]),
            Self::RememberName { name, .. } => words(&[("name", name)]),
            Self::Set(Setting::RosterColumns(_)) => {
                words(&[("setting", "word.roster-columns"), ("value", "word.as-matched")])
            }
            Self::Set(setting) => words(&[("setting", setting.key()), ("value", &setting.value())]),
            Self::TakeBack { act, .. } => words(&[("act", &act.0.to_string())]),
        }
    }
}
