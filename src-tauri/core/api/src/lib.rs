//! What a host (the window, the browser, the command line) may ask of the register.
//!
//! One list of commands, their requests and answers, and plain functions behind them. Knows no window and no
//! network; papers and rosters come and go as bytes.

mod command;
pub mod commands;
mod due;
mod enter;
pub mod error;
pub mod files;
mod home;
mod incoming;
mod journal;
mod laid_out;
mod life;
mod lookup;
mod moment;
mod person;
mod reopen;
mod roster;
mod selfcheck;
mod session;
mod sheet;
mod source;
mod supersede;
mod tasks;
pub mod types;
pub mod typescript;
mod view;

pub use command::sample_papers;
pub use enter::{Entered, LeftDraft, read_papers};
pub use error::{ApiError, Trouble};
pub use home::Home;
pub use moment::minute;
pub use session::{Now, Session, clock_of_this_pc};
pub use supersede::Superseded;
