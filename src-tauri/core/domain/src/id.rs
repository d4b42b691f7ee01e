//! An id for each table, so that one cannot stand where another is meant.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
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
    /// An ending that no order says (离任登记).
    EndingId,
    /// A registered item.
    ItemId,
    /// An opening entry (期初).
    OpeningId,
    /// A registered order.
    OrderId,
    /// An event of an organisation's life.
    OrganisationEventId,
    /// An organisation.
    OrganisationId,
    /// A person.
    PersonId,
    /// An event of a post's life.
    PostEventId,
    /// A post.
    PostId,
}
