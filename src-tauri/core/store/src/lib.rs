//! The only SQL of the register: one opener for its file, its schema, a module a table, and its journal.
//!
//! Never here: a rule of history (that is `renmian-rules`), a system clock, a window. No table is written outside
//! [`Register::transact`], save the desk's drafts and the derived tenures.

mod act;
mod backup;
mod change;
mod coded;
mod document;
mod draft;
mod error;
mod facts;
mod item;
mod journal;
mod life;
mod lock;
mod names;
mod opening;
mod operation;
mod original;
mod person;
mod present;
mod recording;
mod register;
mod schema;
mod seal;
mod search;
mod setting;
mod spelling;
mod standing;
mod superseded;
mod tenure;
mod told;
mod touched;
mod transact;
mod verify;

pub use backup::{Restored, restore};
pub use document::{OrderListing, TEXT_LIMIT};
pub use draft::DraftHead;
pub use error::{OpenError, StoreError};
pub use journal::JournalRow;
pub use names::{Named, OrganisationState, PersonState, PostState};
pub use opening::OpeningEntry;
pub use operation::{Operation, Recorded};
pub use original::{ORIGINAL_LIMIT, Original, OriginalHead, OriginalId};
pub use register::{Access, Begin, Register};
pub use search::{Found, Hit};
pub use setting::Setting;
pub use spelling::spelled;
pub use superseded::StateChange;
pub use told::Moments;
pub use verify::{Fault, Verification};
