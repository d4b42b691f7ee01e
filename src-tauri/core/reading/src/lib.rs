//! From the text of a paper to what it says.
//!
//! Pure: no file, no clock, no database. Text comes in as characters, papers go out with every item and finding at
//! its place in that text.

mod account;
mod body;
mod check;
mod clause;
mod columns;
mod date;
mod doubt;
mod groups;
mod head;
mod heading;
mod known;
mod layout;
mod lexicon;
mod list;
mod marks;
mod name;
mod paper;
mod paragraph;
mod post;
mod prose;
mod report;
mod sections;
mod sheet;
mod spread;
mod subject;
mod table;

use renmian_domain::Paper;

pub use known::Known;

/// What a reading may be told beforehand.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Read leading groups that are set up inside plans and other papers too.
    pub groups: bool,
    /// Names and units of the register: they settle splits that the text leaves open, and the item says so.
    pub known: Option<Known>,
}

/// Reads every order in a text: none, one, or a whole gazette's. Spans count the characters of `text`.
pub fn read(text: &str, options: &Options) -> Vec<Paper> {
    paper::papers(text, options)
}
