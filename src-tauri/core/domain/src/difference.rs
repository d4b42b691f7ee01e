//! How a roster kept elsewhere can differ from the register.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One way of differing. Its name stands in the catalogue under `difference.<kind>`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// The person is in the post by the other roster only.
    OnlyThere,
    /// The person is in the post by the register only.
    OnlyHere,
    /// The person is in both, in different posts.
    DifferentPost,
    /// Person and post are in both, held since different days.
    DifferentDate,
}

impl DifferenceKind {
    /// All of them, in the order in which they are listed.
    pub const ALL: [Self; 4] = [Self::OnlyThere, Self::OnlyHere, Self::DifferentPost, Self::DifferentDate];

    /// The kind as it is written in JSON and as a key of the catalogue.
    pub fn key(self) -> &'static str {
        match self {
            Self::OnlyThere => "only_there",
            Self::OnlyHere => "only_here",
            Self::DifferentPost => "different_post",
            Self::DifferentDate => "different_date",
        }
    }
}
