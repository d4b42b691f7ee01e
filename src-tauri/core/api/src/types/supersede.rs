//! 更正, 撤销文件, 恢复 and taking back: what is asked, and what each would change.

use renmian_domain::{ActId, DraftId, OrderId, OrderState};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{MovedLine, PresentLine, TenureLine};

/// Lays the paper of an order on the desk again because its entry is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OpenCorrection {
    /// The order.
    pub order: OrderId,
    /// Read anew from its text; else with its items as they were recorded.
    pub anew: bool,
}

/// 撤销文件.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RevokeOrder {
    /// The order.
    pub order: OrderId,
    /// The order that withdrew it, where that is in the register.
    pub by: Option<OrderId>,
    /// The paper that withdrew it, in words.
    pub by_text: Option<String>,
    /// Why.
    pub why: String,
}

/// 恢复.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReinstateOrder {
    /// The order.
    pub order: OrderId,
    /// Why.
    pub why: String,
}

/// Takes back an act: the last that stands, or one that took another back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct TakeBack {
    /// Which, as the clerk saw it: another that came since is not taken back unseen.
    pub act: ActId,
    /// Why.
    pub why: String,
}

/// What is about to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "act")]
pub enum Preview {
    /// A draft is recorded, or comes in the place of the entry that it corrects.
    Record {
        /// Which.
        draft: DraftId,
    },
    /// An order is revoked.
    Revoke {
        /// Which.
        order: OrderId,
        /// The order that withdrew it.
        by: Option<OrderId>,
    },
    /// A revoked order is in force again.
    Reinstate {
        /// Which.
        order: OrderId,
    },
    /// An act is taken back.
    TakeBack {
        /// Which.
        taken: ActId,
    },
}

/// What would change.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct PreviewAnswer {
    /// Tenures that are not there now.
    pub appear: Vec<TenureLine>,
    /// Tenures that would no longer be there.
    pub vanish: Vec<TenureLine>,
    /// Tenures that would start or end otherwise, or under other terms.
    pub moved: Vec<MovedLine>,
    /// Whose posts of today would differ.
    pub present: Vec<PresentLine>,
}

/// An order by its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OrderName {
    /// Which.
    pub id: OrderId,
    /// Its number, else its title.
    pub name: String,
}

/// What an act said of an order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct StateLine {
    /// What the order became.
    pub state: OrderState,
    /// When it was said, RFC 3339.
    pub at: String,
    /// Who said it.
    pub actor: String,
    /// Why.
    pub why: Option<String>,
    /// The entry in its place, or the order that revoked it.
    pub by: Option<OrderName>,
    /// The paper that revoked it, in words.
    pub by_text: Option<String>,
}

/// An order that another one has corrected or revoked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SupersededLine {
    /// Which.
    pub order: OrderName,
    /// What it became.
    pub state: OrderState,
    /// When, RFC 3339.
    pub at: String,
    /// Who said it.
    pub actor: String,
    /// Why.
    pub why: Option<String>,
}
