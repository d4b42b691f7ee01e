//! From the text of a paper to what it says.
//!
//! Pure: no file, no clock, no database. Text comes in as characters, papers go out with every item and finding at
//! its place in that text.

mod account;
mod body;
mod broken;
mod check;
mod clause;
mod columns;
mod date;
mod dateline;
mod doubt;
mod frame_lines;
mod groups;
mod head;
mod heading;
mod known;
mod label;
mod layout;
mod learnt;
mod lexicon;
mod list;
mod marks;
mod matrix;
mod name;
mod noise;
mod own_posts;
mod paper;
mod paragraph;
mod post;
mod prose;
mod report;
mod rolls;
mod sections;
mod sheet;
mod spread;
mod subject;
mod table;
mod unit_lines;
mod work;
mod wrap;

use renmian_domain::{Paper, Post};

pub use known::Known;

/// What a reading may be told beforehand.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Read leading groups that are set up inside plans and other papers too.
    pub groups: bool,
    /// Names and units of the register: they settle splits that the text leaves open, and the item says so.
    pub known: Option<Known>,
}

/// A post that stands alone, outside any clause: in a cell of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandingPost {
    /// Unit and title.
    pub post: Post,
    /// 兼.
    pub concurrent: bool,
    /// 代.
    pub acting: bool,
    /// 挂职.
    pub secondment: bool,
}

/// Reads a list of posts that stands alone (县财政局党组成员、副局长). `unit` is the unit of the first, where it is
/// known beforehand. Nothing where a part of the list is no post.
pub fn posts(unit: Option<&str>, text: &str) -> Vec<StandingPost> {
    let run = |text: &str| layout::lines(text).first().map(|line| layout::glyphs(text, line)).unwrap_or_default();
    let mut before = unit.map(|unit| post::Before::unit(&run(unit))).unwrap_or_default();
    let seats = post::posts(&run(text), &mut before).unwrap_or_default();
    let standing = seats.into_iter().map(|seat| StandingPost {
        post: Post { organisation: seat.unit, title: seat.title },
        concurrent: seat.marks.concurrent,
        acting: seat.marks.acting,
        secondment: seat.marks.secondment,
    });
    standing.collect()
}

/// Reads every order in a text: none, one, or a whole gazette's. Spans count the characters of `text`.
pub fn read(text: &str, options: &Options) -> Vec<Paper> {
    read_while(text, options, &|_| true).unwrap_or_default()
}

/// The same for a long text, as long as whoever waits for it says so: `go_on` is told up to which character the text is
/// read, every sentence or so, and answers whether to go on. `None` where it was called off.
pub fn read_while(text: &str, options: &Options, go_on: &dyn Fn(usize) -> bool) -> Option<Vec<Paper>> {
    paper::papers(text, &work::Work::new(options, go_on))
}
