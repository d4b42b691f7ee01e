//! What happens to units, to posts and to people beside orders: founded, renamed, merged, abolished; retired, died.
//! Each is recorded with its day and its paper; what follows for tenures is chosen by the clerk (rules 7 and 11).

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{
    ActId, EndCause, EndingId, OrderId, OrganisationEventId, OrganisationId, PartialDate, PersonId, PostEventId, PostId,
};

/// What happens in a unit's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum OrganisationEventKind {
    /// 设立
    Found,
    /// 更名
    Rename,
    /// 划转: stands under another unit from that day.
    Move,
    /// 合并: it goes into another.
    Merge,
    /// 分设: others come out of it.
    Split,
    /// 撤销
    Abolish,
}

/// What happens to a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PostEventKind {
    /// 改称
    Rename,
    /// 职数调整
    Seats,
    /// 撤销
    Abolish,
}

/// What an event does to the tenures that it meets. Provinces differ, so the clerk chooses (rule 11).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TenureChoice {
    /// 续任: tenures run on under the new name.
    RunOn,
    /// 重新任命: tenures end that day; who stays is appointed anew.
    Reappoint,
    /// 自行终止: tenures end by themselves that day.
    End,
    /// 待免: tenures wait for a dismissal.
    Wait,
}

impl TenureChoice {
    /// Why tenures end by it; `None` where they run on.
    pub fn ends(self) -> Option<EndCause> {
        match self {
            Self::Reappoint => Some(EndCause::Reappointed),
            Self::End => Some(EndCause::OrganisationEnded),
            Self::RunOn | Self::Wait => None,
        }
    }
}

/// One event of a unit's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationEvent {
    /// Its row.
    pub id: OrganisationEventId,
    /// The act that recorded it.
    pub act: ActId,
    /// Of which unit.
    pub organisation: OrganisationId,
    /// What happened.
    pub kind: OrganisationEventKind,
    /// The day.
    pub on: PartialDate,
    /// What it does to tenures.
    pub tenures: Option<TenureChoice>,
    /// The name before a renaming.
    pub former: Option<String>,
    /// The name after it.
    pub name: Option<String>,
    /// The unit above before a move.
    pub from: Option<OrganisationId>,
    /// The unit above after a move; the unit that it was merged into; the units that came out of it.
    pub others: Vec<OrganisationId>,
    /// By which order of the register.
    pub by: Option<OrderId>,
    /// By which paper, in words.
    pub by_text: Option<String>,
}

/// One event of a post's life.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostEvent {
    /// Its row.
    pub id: PostEventId,
    /// The act that recorded it.
    pub act: ActId,
    /// Of which post.
    pub post: PostId,
    /// What happened.
    pub kind: PostEventKind,
    /// The day.
    pub on: PartialDate,
    /// What it does to tenures.
    pub tenures: Option<TenureChoice>,
    /// The title before.
    pub former: Option<String>,
    /// The title after.
    pub title: Option<String>,
    /// 核定职数 before.
    pub seats_before: Option<u32>,
    /// 核定职数 after.
    pub seats: Option<u32>,
    /// By which order of the register.
    pub by: Option<OrderId>,
    /// By which paper, in words.
    pub by_text: Option<String>,
}

/// 离任: an ending that no item of an order says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EndingRecord {
    /// Its row.
    pub id: EndingId,
    /// The act that recorded it.
    pub act: ActId,
    /// Who.
    pub person: PersonId,
    /// Which post; `None` for all that is open.
    pub post: Option<PostId>,
    /// The day from which nothing of it is held.
    pub on: PartialDate,
    /// Why.
    pub cause: EndCause,
    /// By which order of the register.
    pub by: Option<OrderId>,
    /// By which paper, in words.
    pub by_text: Option<String>,
}

/// A unit that an event names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "unit")]
pub enum UnitMeant {
    /// One of the register.
    Known {
        /// Which.
        id: OrganisationId,
    },
    /// One that begins by the event.
    New {
        /// 单位名称.
        name: String,
        /// 上级单位.
        parent: Option<OrganisationId>,
    },
}

/// An event of a unit's life as the clerk enters it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum OrganisationChange {
    /// 设立. Of a unit that the register knows by its papers only the day is recorded.
    Found {
        /// Which.
        unit: UnitMeant,
    },
    /// 更名
    Rename {
        /// Which.
        organisation: OrganisationId,
        /// The name before; `None` for the one that the register knows of that day.
        former: Option<String>,
        /// The name from that day.
        name: String,
        /// 续任 or 重新任命.
        tenures: TenureChoice,
    },
    /// 划转
    Move {
        /// Which.
        organisation: OrganisationId,
        /// The unit above from that day.
        parent: Option<OrganisationId>,
    },
    /// 合并. One that goes on is named on both sides.
    Merge {
        /// Which.
        organisations: Vec<OrganisationId>,
        /// The successor.
        into: UnitMeant,
        /// 自行终止, 待免 or 重新任命.
        tenures: TenureChoice,
    },
    /// 分设. Where the unit itself goes on it is among its successors.
    Split {
        /// Which.
        organisation: OrganisationId,
        /// The successors.
        into: Vec<UnitMeant>,
        /// 自行终止, 待免 or 重新任命.
        tenures: TenureChoice,
    },
    /// 撤销
    Abolish {
        /// Which.
        organisation: OrganisationId,
        /// 自行终止 or 待免.
        tenures: TenureChoice,
    },
}

/// An event of a post's life as the clerk enters it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "change")]
pub enum PostChange {
    /// 改称
    Rename {
        /// Which.
        post: PostId,
        /// The title before; `None` for the one that the register knows of that day.
        former: Option<String>,
        /// The title from that day.
        title: String,
        /// 续任 or 重新任命.
        tenures: TenureChoice,
    },
    /// 职数调整
    Seats {
        /// Which.
        post: PostId,
        /// 核定职数 from that day; `None` where it is not known.
        authorised: Option<u32>,
    },
    /// 撤销
    Abolish {
        /// Which.
        post: PostId,
        /// 自行终止 or 待免.
        tenures: TenureChoice,
    },
}

/// The day of an event and the paper behind it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct EventPaper {
    /// The day.
    pub on: PartialDate,
    /// By which order of the register.
    pub by: Option<OrderId>,
    /// By which paper, in words.
    pub by_text: Option<String>,
    /// Why, in the clerk's words.
    pub why: Option<String>,
}
