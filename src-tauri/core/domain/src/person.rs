//! Whom an act on persons names: somebody of the register, or somebody who begins by the act.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Gender, PartialDate, PersonId};

/// A person that an act names.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case", tag = "person")]
pub enum PersonMeant {
    /// One of the register.
    Known {
        /// Which.
        id: PersonId,
    },
    /// One whose record begins by the act.
    New {
        /// 姓名.
        name: String,
        /// 性别.
        gender: Option<Gender>,
        /// 民族.
        ethnicity: Option<String>,
        /// 出生年月.
        birth: Option<PartialDate>,
        /// What else tells the person apart, in the clerk's words.
        note: Option<String>,
    },
}
