//! What follows from the facts: tenures.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{EndingId, ItemId, OpeningId, OrganisationEventId, PartialDate, PersonId, PostEventId, PostId};

/// The recorded entry that a start, an end or a settlement rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "by", content = "id")]
pub enum EntryRef {
    /// An item of an order.
    Item(ItemId),
    /// An opening entry.
    Opening(OpeningId),
    /// An ending that no order says.
    Ending(EndingId),
    /// An event of the unit's life.
    OrganisationEvent(OrganisationEventId),
    /// An event of the post's life.
    PostEvent(PostEventId),
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
    /// 自然免除: lapsed by rule, or with the post.
    Lapsed,
    /// 自行终止: ended with the unit.
    OrganisationEnded,
    /// 机构变动重新任命: the unit changed and everybody was to be appointed anew.
    Reappointed,
    /// 试用不合格
    ProbationFailed,
    /// 退休
    Retired,
    /// 去世
    Died,
    /// 任期届满
    TermOver,
}

impl EndCause {
    /// The word as it stands in JSON and in the store; said by the catalogue under
    /// `word.cause-<word>`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Dismissed => "dismissed",
            Self::Resigned => "resigned",
            Self::Removed => "removed",
            Self::Regularised => "regularised",
            Self::Lapsed => "lapsed",
            Self::OrganisationEnded => "organisation_ended",
            Self::Reappointed => "reappointed",
            Self::ProbationFailed => "probation_failed",
            Self::Retired => "retired",
            Self::Died => "died",
            Self::TermOver => "term_over",
        }
    }

    /// The causes that a clerk may enter beside the papers, in the order in which they are offered. The others follow
    /// from an appointment or from a unit's end.
    pub const ENTERED: [Self; 8] = [
        Self::Retired,
        Self::Died,
        Self::TermOver,
        Self::ProbationFailed,
        Self::Lapsed,
        Self::Resigned,
        Self::Dismissed,
        Self::Removed,
    ];

    /// Whether the cause leaves the person nothing: all that is open ends.
    pub fn ends_all(self) -> bool {
        matches!(self, Self::Retired | Self::Died)
    }
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
    /// 不晚于: where the start is not known, the first day on which an entry shows that the post was held.
    pub no_later_than: Option<PartialDate>,
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
