//! 自检: what the register should be asked about, each with where it can be settled.

use std::collections::BTreeMap;

use renmian_domain::{ConcernKind, PartialDate};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{At, HitTarget};

/// Asks for the standing self-check.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct SelfCheckQuery {
    /// The two kinds of time.
    pub at: At,
}

/// What the self-check found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SelfCheck {
    /// The day as of which it was asked.
    pub on: PartialDate,
    /// How many things were found.
    pub count: u32,
    /// By kind, what contradicts itself first; kinds of which nothing was found are left out.
    pub groups: Vec<ConcernGroup>,
    /// How many tenures were looked at.
    pub tenures: u32,
    /// How many orders were looked at.
    pub orders: u32,
}

/// All of one kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConcernGroup {
    /// The kind: its name, its sentence and what settles it stand in the catalogue under `concern.<kind>`.
    pub kind: ConcernKind,
    /// One line each.
    pub lines: Vec<ConcernLine>,
}

/// One thing that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConcernLine {
    /// The words of its sentence.
    pub words: BTreeMap<String, String>,
    /// Where it can be settled; the likeliest place first.
    pub places: Vec<ConcernPlace>,
}

/// A place where something can be settled.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ConcernPlace {
    /// Which.
    pub target: HitTarget,
    /// What it is called.
    pub name: String,
}
