//! Texts and files made to harm, for the fuzzers in `tests/fuzz` and for a quick walk in the ordinary tests.
//!
//! Seeds in every form, changes to them that follow from a number, and what must hold for whatever comes in. All
//! people and units in the seeds are invented.

pub mod change;
pub mod claims;
pub mod inside;
#[allow(clippy::unwrap_used)]
#[path = "../../../src-tauri/core/forms/tests/made/mod.rs"]
#[doc(hidden)]
pub mod made;
pub mod seeds;
pub mod words;
