//! What follows from the facts: tenures.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{ItemId, OpeningId, PartialDate, PersonId, PostId};

/// The recorded entry that a start, an end or a settlement rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "by", content = "id")]
pub enum EntryRef {
    /// An item of an order.
    Item(ItemId),
    /// An opening entry.
    Opening(OpeningId),
}

/// Why a tenure ended. An ending needs a cause that is written down (rule 7).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum EndCause {
    /// 免职
    Dismissed,
    /// 辞职
    Resigned,
    /// 撤职、罢免
    Removed,
    /// 代理转正: appointed in full to the post that was held acting.
    Regularised,
}

/// 任职: one person's time in one post, `[start, end)`: on the end day the person no longer holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Tenure {
    /// Who.
    pub person: PersonId,
    /// Which post.
    pub post: PostId,
    /// First day, as far as known; never invented.
    pub start: Option<PartialDate>,
    /// The day from which it is no longer held.
    pub end: Option<PartialDate>,
    /// Whether it has ended. An ended tenure may have an end that is not known.
    pub ended: bool,
    /// What it began by; `None` where that is not in the register.
    pub start_by: Option<EntryRef>,
    /// What it ended by.
    pub end_by: Option<EntryRef>,
    /// Why it ended.
    pub end_cause: Option<EndCause>,
    /// 兼.
    pub concurrent: bool,
    /// 代.
    pub acting: bool,
    /// 挂职.
    pub secondment: bool,
    /// The day on which the probation ends, where there is one.
    pub probation_ends: Option<PartialDate>,
    /// The item that settled the probation, and its day.
    pub confirmed_by: Option<EntryRef>,
    /// The day from which the confirmation counts.
    pub confirmed_on: Option<PartialDate>,
    /// The day on which the term ends, where there is one.
    pub term_ends: Option<PartialDate>,
}

/// All tenures, sorted by person, then start (unknown first), then post.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct History {
    /// The tenures.
    pub tenures: Vec<Tenure>,
}
