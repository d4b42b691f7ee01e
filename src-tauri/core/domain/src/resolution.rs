//! Whom and which posts of the register a draft means, and what must be made new for it.

use crate::{Gender, OrganisationId, PartialDate, PersonId, PostId};

/// What a printed name means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meant<Id> {
    /// This one.
    Known(Id),
    /// A new one: its place in the list of the new.
    New(usize),
    /// One of these, and the name alone does not say which (rule 12).
    Unclear(Vec<Id>),
}

/// A person to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPerson {
    /// 姓名.
    pub name: String,
    /// 性别.
    pub gender: Option<Gender>,
    /// 民族.
    pub ethnicity: Option<String>,
    /// 出生年月, where a roster gives it; papers do not.
    pub birth: Option<PartialDate>,
}

/// An organisation to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOrganisation {
    /// 单位名称.
    pub name: String,
    /// Its parent, where the name tells it.
    pub parent: Option<OrganisationId>,
}

/// A post to be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPost {
    /// Its organisation; `None` for a rank printed without one.
    pub organisation: Option<Meant<OrganisationId>>,
    /// 职务名称.
    pub title: String,
}

/// What one item means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ResolvedItem {
    /// Who.
    pub person: Meant<PersonId>,
    /// Which organisation; `None` where the paper gives none.
    pub organisation: Option<Meant<OrganisationId>>,
    /// Which post.
    pub post: Meant<PostId>,
}

/// What a whole draft means, item by item.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Resolution {
    /// One for each item of the draft, in its order.
    pub items: Vec<ResolvedItem>,
    /// Persons to be made, each once.
    pub new_persons: Vec<NewPerson>,
    /// Organisations to be made, each once.
    pub new_organisations: Vec<NewOrganisation>,
    /// Posts to be made, each once.
    pub new_posts: Vec<NewPost>,
}
