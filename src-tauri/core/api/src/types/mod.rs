//! Requests and answers of every command. Plain values: no behaviour lives here.

pub mod check;
pub mod desk;
pub mod edit;
pub mod intake;
pub mod life;
pub mod lookup;
pub mod person;
pub mod reconcile;
pub mod register;
pub mod roster;
pub mod supersede;

pub use check::*;
pub use desk::*;
pub use edit::*;
pub use intake::*;
pub use life::*;
pub use lookup::*;
pub use person::*;
pub use reconcile::*;
pub use register::*;
pub use roster::*;
pub use supersede::*;

use renmian_domain::PartialDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A request or an answer without content.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// The two kinds of time on every list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct At {
    /// 截至: the day asked about; `None` for today.
    pub on: Option<PartialDate>,
    /// 按…时的台账: the moment (RFC 3339) at which the register is asked; `None` for now.
    pub known_at: Option<String>,
}

/// A file handed to the clerk: the host saves it where the clerk says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileAnswer {
    /// A name to suggest.
    pub name: String,
    /// The MIME type.
    pub media: String,
    /// The bytes in base64.
    pub content: String,
}
