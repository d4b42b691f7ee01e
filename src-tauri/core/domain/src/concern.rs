//! Concerns: what the standing self-check of a register finds, and what each speaks of.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{OrderId, OrganisationId, PersonId, PostId};

/// What kind of thing was found. Its sentence stands in the catalogue under `concern.<kind>`, its name under
/// `concern.<kind>.name`, what would settle it under `concern.<kind>.settle`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum ConcernKind {
    /// 止在始前: a tenure's end lies before its start.
    EndBeforeStart,
    /// 重复任职: one person is put into one post twice at once.
    Overlap,
    /// 两个正职: two headships without 兼.
    SecondHeadship,
    /// 超配: more holders than seats.
    OverSeats,
    /// 疑为同一人: two records under one name in one unit.
    SamePerson,
    /// 单位已撤: a tenure runs in a unit that is no more.
    EndedUnit,
    /// 职务已撤: a tenure of a post that is no more runs in a unit that is.
    EndedPost,
    /// 人员已退休、去世: a tenure runs of a person who has retired or died.
    EndedPerson,
    /// 试用期满未办: a probation has run out and nothing has settled it.
    ProbationOverdue,
    /// 缺号: serials that a year's series lacks.
    NumberGap,
    /// 重号: one number on several papers.
    NumberTwice,
    /// 有免无任: a dismissal without the tenure that it ended.
    DismissalWithoutTenure,
}

impl ConcernKind {
    /// All kinds, in the order in which they are listed: what contradicts itself first, what is only missing last.
    pub const ALL: [Self; 12] = [
        Self::EndBeforeStart,
        Self::Overlap,
        Self::SecondHeadship,
        Self::OverSeats,
        Self::SamePerson,
        Self::EndedUnit,
        Self::EndedPost,
        Self::EndedPerson,
        Self::ProbationOverdue,
        Self::NumberGap,
        Self::NumberTwice,
        Self::DismissalWithoutTenure,
    ];

    /// The kind as it is written in JSON and as a key of the catalogue.
    pub fn key(self) -> String {
        // A unit variant always serialises to its name.
        serde_json::to_value(self).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// One thing that was found, and all that it speaks of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Concern {
    /// What kind.
    pub kind: ConcernKind,
    /// Whose tenure; several where they sit in one post.
    pub persons: Vec<PersonId>,
    /// Of which posts.
    pub posts: Vec<PostId>,
    /// In which unit.
    pub organisation: Option<OrganisationId>,
    /// By which papers.
    pub orders: Vec<OrderId>,
    /// The words for its sentence.
    pub words: BTreeMap<String, String>,
}

impl Concern {
    /// A concern that speaks of nothing yet.
    pub fn new(kind: ConcernKind) -> Self {
        Self {
            kind,
            persons: Vec::new(),
            posts: Vec::new(),
            organisation: None,
            orders: Vec::new(),
            words: BTreeMap::new(),
        }
    }

    /// With a word for its sentence.
    pub fn with(mut self, key: &str, value: impl Into<String>) -> Self {
        self.words.insert(key.to_owned(), value.into());
        self
    }
}
