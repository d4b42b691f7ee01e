//! What follows from what, by the customer's rules 1 to 13. Pure: no file, no clock, no database.
//!
//! Facts go in; tenures, what a draft means, findings, seats and due days come out. What is recorded is never
//! changed here.

pub mod changes;
pub mod check;
pub mod establishment;
pub mod lanes;
pub mod names;
pub mod posts;
pub mod probation;
pub mod reconcile;
pub mod register;
pub mod resolve;
pub mod roster;
pub mod selfcheck;
pub mod tenure;
pub mod titles;
pub mod told;

#[cfg(test)]
mod sample;

pub use changes::{Changes, PresentChange, changes, without};
pub use check::{check, held_before};
pub use establishment::{Establishment, establishment};
pub use lanes::{Holders, holders};
pub use names::{authorised_on, given_up, name_on, naming_day, parent_on, title_on};
pub use posts::{PrintedPost, posts_of_text};
pub use probation::{Due, DueKind, due, due_after};
pub use reconcile::{Difference, Reconciliation, RosterLine, reconcile};
pub use register::{Register, names_of, names_of_person, similar_organisations, similar_posts};
pub use resolve::resolve;
pub use roster::{StandingOrder, held_on, on, runs_on};
pub use selfcheck::selfcheck;
pub use tenure::{derive, derive_entries, derive_pair};
pub use titles::{is_headship, is_rank, title_seniority};
pub use told::{Told, told};
