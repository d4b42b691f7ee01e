//! An id for each table, so that one cannot stand where another is meant.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
        #[serde(transparent)]
        #[ts(type = "number")]
        pub struct $name(pub i64);
    )*};
}

ids! {
    /// A row of the journal: one recorded act.
    ActId,
    /// A paper on the clerk's desk, not yet registered.
    DraftId,
    /// A registered item.
    ItemId,
    /// An opening entry (期初).
    OpeningId,
    /// A registered order.
    OrderId,
    /// An organisation.
    OrganisationId,
    /// A person.
    PersonId,
    /// A post.
    PostId,
}
