//! Files in and out: the bytes of a paper to its text, rosters to tables and tables to rosters.
//!
//! Bytes in, bytes out: nothing here opens a file, looks at a clock, or knows the register. What the text says is
//! the reading's business. Every input counts as hostile and is held to [`Limits`].

pub mod error;
mod guard;
pub mod limits;
mod package;
pub mod paper;
pub mod roster;
pub mod scan;
mod xml;

pub use error::FormError;
pub use limits::Limits;
pub use paper::{PaperForm, PaperNote, PaperText, ending_of, text_of};
