//! An invented county and its papers, for the sample register and for the tests.
//!
//! Everything here follows from a seed: the same seed gives the same people, the same fifteen years of appointments
//! and the same papers, byte for byte. No real person, unit or paper is in it. Nothing here reads a paper: what the
//! right reading is, is known because the items came first.

pub mod any;
mod chance;
pub mod county;
pub mod message;
mod names;
mod page;
pub mod render;
pub mod style;

pub use any::any_paper;
pub use chance::Chance;
pub use county::{County, SampleOpening, SampleOrganisation, SamplePaper, SamplePerson, SamplePost, county};
pub use render::Rendered;
