//! The nouns of the register, shared by reading, rules, store, forms and hosts.
//!
//! Nothing here touches a file, a clock or a database. Field terms and their English names follow the
//! customer's glossary: 任免文件 order, 任免事项 item, 职务 post, 任职 tenure, 期初 opening entry.

pub mod concern;
pub mod date;
pub mod difference;
pub mod draft;
pub mod event;
pub mod finding;
pub mod history;
pub mod id;
pub mod item;
pub mod number;
pub mod paper;
pub mod person;
pub mod record;
pub mod resolution;
pub mod say;

pub use concern::{Concern, ConcernKind};
pub use date::PartialDate;
pub use difference::DifferenceKind;
pub use draft::{Choice, Correction, Cuts, Draft, DraftItem, Effect, FindingMark};
pub use event::{
    EndingRecord, EventPaper, OrganisationChange, OrganisationEvent, OrganisationEventKind, PostChange, PostEvent,
    PostEventKind, TenureChoice, UnitMeant,
};
pub use finding::{Finding, FindingCode, Weight};
pub use history::{EndCause, EntryRef, History, Tenure};
pub use id::{
    ActId, DraftId, EndingId, ItemId, OpeningId, OrderId, OrganisationEventId, OrganisationId, PersonId, PostEventId,
    PostId,
};
pub use item::{Gender, Item, ItemKind, Person, Post};
pub use number::DocumentNumber;
pub use paper::{Paper, Span, Subject};
pub use person::PersonMeant;
pub use record::{
    Facts, FormerName, FormerParent, FormerSeats, MergedPerson, OpeningRecord, OrderHead, OrderRecord, OrderState,
    OrganisationRecord, PersonRecord, PostRecord, ProbationFrom, RecordedItem,
};
pub use resolution::{Meant, NewOrganisation, NewPerson, NewPost, Resolution, ResolvedItem};
