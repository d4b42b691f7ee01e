//! The commands of the list, by subject. Each is a few lines: what it asks of the register, and the answer.

// What each command is for stands once, in the list.
#![allow(missing_docs)]

mod check;
mod desk;
mod edit;
mod intake;
mod life;
mod lookup;
mod person;
mod reconcile;
mod register;
mod roster;
mod sample;
mod supersede;

pub use sample::sample_papers;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::types::FileAnswer;

fn file_answer(name: String, media: &str, bytes: &[u8]) -> FileAnswer {
    FileAnswer { name, media: media.to_owned(), content: STANDARD.encode(bytes) }
}
