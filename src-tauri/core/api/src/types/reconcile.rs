//! 对账: a roster kept elsewhere against the register.

use renmian_domain::{DifferenceKind, OrganisationId, PartialDate, PersonId, PostId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{LeftRow, PersonCard, RosterFile, RosterLayout, TenureLine};

/// Compares a roster with the register.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ReconcileRoster {
    /// The file.
    pub file: RosterFile,
    /// Which column holds what; as recognised where `None`.
    pub layout: Option<RosterLayout>,
    /// The day on which the roster held; taken from its heading where `None`, else today.
    pub on: Option<PartialDate>,
    /// The register as it stood then; as it stands where `None`.
    pub known_at: Option<String>,
}

/// Every difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Differences {
    /// The day as of which they were compared.
    pub on: PartialDate,
    /// Tenures in which both agree.
    pub same: u32,
    /// The differences in standing order.
    pub rows: Vec<DifferenceLine>,
    /// Rows that could not be compared.
    pub left: Vec<LeftRow>,
}

/// One difference.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct DifferenceLine {
    /// In which way; its name stands in the catalogue under `difference.<kind>`.
    pub kind: DifferenceKind,
    /// 姓名.
    pub name: String,
    /// The row of the other roster.
    pub row: Option<u32>,
    /// What the other roster says.
    pub there: Option<ThereLine>,
    /// What the register says.
    pub here: Option<TenureLine>,
    /// The person of the register, where that is certain.
    pub person_id: Option<PersonId>,
    /// The unit and post of the register where it can be settled.
    pub organisation_id: Option<OrganisationId>,
    /// The post of the register where it can be settled.
    pub post_id: Option<PostId>,
    /// Who of the register can be meant, where that is not certain.
    pub namesakes: Vec<PersonCard>,
    /// The other roster has nobody at all in the unit: it may not cover it.
    pub unit_absent: bool,
}

/// What a row of the other roster says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ThereLine {
    /// The unit as printed.
    pub organisation: Option<String>,
    /// The title as printed.
    pub title: String,
    /// Since when.
    pub since: Option<PartialDate>,
    /// Whether the register knows the unit.
    pub unit_known: bool,
    /// Whether the register knows the post.
    pub post_known: bool,
}
