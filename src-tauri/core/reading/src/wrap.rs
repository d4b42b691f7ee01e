//! Hard wraps: whether the layout broke the lines of a section at one width, and which of them are full. A full line
//! that ends at no mark was broken in the middle of what it says.

use crate::layout::Line;
use crate::noise::is_noisy;

/// Narrowest text that is set in lines, in characters.
const LEAST: usize = 16;

/// Lines at the head that may be longer than the measure.
const TITLE: usize = 4;

/// How far short of the measure a full line may end: a mark that must not begin a line takes a character with it.
const RAGGED: usize = 2;

/// Blanks before a line that is set at the right or in the middle: a signature, a day.
const SET_RIGHT: usize = 10;

/// The width at which a section was broken, in characters and in columns; one of the two is what the layout counted.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Wrap {
    characters: Option<usize>,
    columns: Option<usize>,
    /// Single blanks say nothing: the text was scanned.
    pub noisy: bool,
}

/// A line as it stands in the source, its indent included.
fn measure(source: &str) -> (usize, usize) {
    let source = source.trim_end();
    (source.chars().count(), source.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum())
}

impl Wrap {
    pub fn of(text: &str, lines: &[Line]) -> Self {
        let sources: Vec<&str> = lines
            .iter()
            .map(|line| text.get(line.bytes.clone()).unwrap_or_default())
            .filter(|source| is_text(source))
            .collect();
        let open: Vec<bool> = sources.iter().map(|source| !closes(source)).collect();
        let measures: Vec<(usize, usize)> = sources.iter().map(|source| measure(source)).collect();
        let characters: Vec<usize> = measures.iter().map(|measure| measure.0).collect();
        let columns: Vec<usize> = measures.iter().map(|measure| measure.1).collect();
        Self {
            characters: width(&characters, &open, RAGGED),
            columns: width(&columns, &open, 2 * RAGGED - 1),
            noisy: is_noisy(text, lines),
        }
    }

    /// Whether the line reaches the measure.
    pub fn fills(&self, source: &str) -> bool {
        let (characters, columns) = measure(source);
        let near = |width: Option<usize>, length: usize, ragged: usize| {
            width.is_some_and(|width| (width.saturating_sub(ragged)..=width + 1).contains(&length))
        };
        near(self.characters, characters, RAGGED) || near(self.columns, columns, 2 * RAGGED - 1)
    }
}

/// Whether the line is set as text is: neither at the right nor in columns.
fn is_text(source: &str) -> bool {
    let blank = |c: &char| c.is_whitespace();
    let inside = source.trim();
    let columns = inside.contains(['\t', '|', '│']) || inside.contains("  ") || inside.contains("\u{3000}\u{3000}");
    !inside.is_empty() && !columns && source.chars().take_while(blank).count() < SET_RIGHT
}

/// Whether the line ends at a mark, so that its length says nothing.
fn closes(source: &str) -> bool {
    source.trim_end().ends_with(['。', '；', '：', '！', '？', ';', ':']) || source.trim().is_empty()
}

/// The greatest length that several lines share of which most end at no mark. A line or two above them may be longer:
/// the title.
fn width(lengths: &[usize], open: &[bool], ragged: usize) -> Option<usize> {
    let mut sorted: Vec<usize> = lengths.to_vec();
    sorted.sort_unstable_by(|one, other| other.cmp(one));
    let longest = sorted.iter().take(3).copied().filter(|length| *length >= LEAST);
    longest.into_iter().find(|width| {
        let near = |length: usize| (width.saturating_sub(ragged)..=*width).contains(&length);
        let full = lengths.iter().filter(|length| near(**length)).count();
        let broken = lengths.iter().zip(open).filter(|(length, open)| near(**length) && **open).count();
        let longer = lengths.iter().enumerate().filter(|(_, length)| **length > *width);
        let first = lengths.iter().position(|length| near(*length)).unwrap_or(0);
        full >= if *width >= 18 { 2 } else { 3 }
            && broken * 2 >= full
            && longer.into_iter().all(|(place, _)| place < first.min(TITLE))
    })
}
