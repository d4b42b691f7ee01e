//! 任免事项: one person, one post, one effect, as a paper says it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{PartialDate, Span};

/// What an item does to a tenure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ItemKind {
    /// 任、任命、聘任: opens a tenure.
    Appoint,
    /// 免去、解聘、不再担任: closes a tenure.
    Dismiss,
    /// 选举、当选、补选: opens a tenure by vote.
    Elect,
    /// 提名: changes nothing by itself.
    Nominate,
    /// 接受…辞去: closes a tenure.
    AcceptResignation,
    /// 撤销…职务、罢免: closes a tenure.
    Remove,
    /// 试用期满正式任职、按期转正: settles the probation of a tenure and opens none.
    Confirm,
}

impl ItemKind {
    /// Whether the item opens a tenure.
    pub fn opens(self) -> bool {
        matches!(self, Self::Appoint | Self::Elect)
    }

    /// Whether the item closes a tenure.
    pub fn closes(self) -> bool {
        matches!(self, Self::Dismiss | Self::AcceptResignation | Self::Remove)
    }
}

/// 性别.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// 女
    Female,
    /// 男
    Male,
}

/// The person as the paper names them.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Person {
    /// As printed, without the blanks that only lay out a two-character name.
    pub name: String,
    /// From a bracket behind the name.
    pub gender: Option<Gender>,
    /// From a bracket behind the name: `回族`.
    pub ethnicity: Option<String>,
}

/// The post as the paper names it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct Post {
    /// The longest part that names a body; `None` only where the paper gives none.
    pub organisation: Option<String>,
    /// 职务 or 职级.
    pub title: String,
}

/// One person, one post, one effect, with the clause it was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Item {
    /// Who.
    pub person: Person,
    /// What it does.
    pub kind: ItemKind,
    /// Which post.
    pub post: Post,
    /// 兼、兼任.
    pub concurrent: bool,
    /// 代、代理.
    pub acting: bool,
    /// 挂职.
    pub secondment: bool,
    /// 试用期, months.
    pub probation_months: Option<u32>,
    /// 任期、聘期, months.
    pub term_months: Option<u32>,
    /// The day from which the item itself says that it counts.
    pub effective_on: Option<PartialDate>,
    /// What else the paper says of it and no field holds: a level in brackets, the members' own posts of a group.
    pub note: Option<String>,
    /// False where the reading was a guess. Earned by a full parse of the clause.
    pub certain: bool,
    /// What the reading rests on, as a code for a sentence of the catalogue (`basis-…`); `None` for the plain form.
    pub basis: Option<String>,
    /// The clause from which it was read.
    pub source: Span,
}
