//! 机构沿革、职务沿革、离任: what happens to units, posts and people beside orders, and what it would do.

use renmian_domain::{
    EndCause, EventPaper, OrderId, OrganisationChange, OrganisationEventKind, OrganisationId, PartialDate, PersonId,
    PostChange, PostEventKind, PostId, TenureChoice,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::TenureLine;

/// Records an event of a unit's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangeOrganisation {
    /// What happens.
    pub what: OrganisationChange,
    /// The day and the paper.
    pub paper: EventPaper,
}

/// Records an event of a post's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ChangePost {
    /// What happens.
    pub what: PostChange,
    /// The day and the paper.
    pub paper: EventPaper,
}

/// 离任登记.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EndTenures {
    /// Who.
    pub person: PersonId,
    /// Which posts; empty for all that is open.
    pub posts: Vec<PostId>,
    /// Why.
    pub cause: EndCause,
    /// The day and the paper.
    pub paper: EventPaper,
}

/// 排序: units, or the posts of one unit, in the order in which they shall stand.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct Arrange {
    /// Units that stand beside each other.
    pub organisations: Vec<OrganisationId>,
    /// Posts of one unit.
    pub posts: Vec<PostId>,
}

/// What is about to be recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "plan")]
pub enum Plan {
    /// An event of a unit's life.
    Organisation {
        /// What happens.
        what: OrganisationChange,
        /// The day.
        on: PartialDate,
    },
    /// An event of a post's life.
    Post {
        /// What happens.
        what: PostChange,
        /// The day.
        on: PartialDate,
    },
    /// An ending.
    Ending {
        /// Who.
        person: PersonId,
        /// Which posts; empty for all that is open.
        posts: Vec<PostId>,
        /// Why.
        cause: EndCause,
        /// The day.
        on: PartialDate,
    },
}

/// What it would do to tenures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PlanAnswer {
    /// Those that would end by it.
    pub ends: Vec<TenureLine>,
    /// Those that it concerns and that would run on.
    pub runs_on: Vec<TenureLine>,
}

/// A unit by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct UnitName {
    /// Which.
    pub id: OrganisationId,
    /// 单位名称.
    pub name: String,
}

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "of", content = "kind")]
pub enum LifeKind {
    /// To the unit.
    Organisation(OrganisationEventKind),
    /// To the post.
    Post(PostEventKind),
}

/// One event in the life of a unit or a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LifeLine {
    /// The day.
    pub on: PartialDate,
    /// What happened.
    pub kind: LifeKind,
    /// Whether it happened to another unit, of which this one is the successor.
    pub incoming: bool,
    /// The name or title before.
    pub former: Option<String>,
    /// The name or title after.
    pub name: Option<String>,
    /// 核定职数 before.
    pub seats_before: Option<u32>,
    /// 核定职数 after.
    pub seats: Option<u32>,
    /// The unit above before a move.
    pub from: Option<UnitName>,
    /// The unit above after a move; successors; of what is incoming the unit that it happened to.
    pub others: Vec<UnitName>,
    /// What it did to tenures.
    pub tenures: Option<TenureChoice>,
    /// The number of its paper, or the paper in words.
    pub paper: Option<String>,
    /// The order, where its paper is in the register.
    pub order_id: Option<OrderId>,
}
