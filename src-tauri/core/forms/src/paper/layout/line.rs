//! Glyphs gathered into lines by their height, and what a gap between two of them means.

use super::Glyph;

/// A stretch of a line without a gap in it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Piece {
    pub text: String,
    pub left: f64,
    pub right: f64,
    /// The gap before it parts columns.
    pub parted: bool,
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub text: String,
    pub pieces: Vec<Piece>,
    pub left: f64,
    pub right: f64,
    pub y: f64,
    pub size: f64,
}

/// Gaps, in type sizes: more than the first is a blank, more than the second parts columns.
const BLANK: f64 = 0.3;
const BLANK_BESIDE_HANZI: f64 = 0.75;
/// A closing bracket fills the left half of its place, which many programs set as half a place.
const BLANK_BEHIND_BRACKET: f64 = 0.4;
const COLUMN: f64 = 2.4;

/// Columns of running text have at least so many lines beside each other.
const COLUMN_LINES: usize = 10;

/// The lines of one column, from the top.
pub(super) fn lines_of(mut glyphs: Vec<Glyph>) -> Vec<Line> {
    glyphs.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut groups: Vec<Vec<Glyph>> = Vec::new();
    let mut level = (f64::MIN, 0.0_f64);
    for glyph in glyphs {
        // Raised figures and mixed types of one line stand at slightly different heights.
        let near = (glyph.y - level.0).abs() <= 0.45 * level.1.min(glyph.size).max(level.1 * 0.5);
        match groups.last_mut().filter(|_| near) {
            Some(group) => {
                if glyph.size > level.1 {
                    level.1 = glyph.size;
                }
                group.push(glyph);
            }
            None => {
                level = (glyph.y, glyph.size);
                groups.push(vec![glyph]);
            }
        }
    }
    groups.into_iter().filter_map(line).collect()
}

fn line(mut glyphs: Vec<Glyph>) -> Option<Line> {
    glyphs.sort_by(|a, b| a.x.total_cmp(&b.x));
    glyphs.dedup_by(|next, kept| {
        next.text == kept.text && (next.x - kept.x).abs() < kept.size * 0.2 && (next.y - kept.y).abs() < kept.size * 0.2
    });
    let size = glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()).map(|glyph| glyph.size).fold(0.0, f64::max);
    let mut pieces: Vec<Piece> = Vec::new();
    for glyph in glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty()) {
        let (text, end) = (glyph.text.trim(), glyph.x + glyph.width);
        if let Some(piece) = pieces.last_mut() {
            let gap = (glyph.x - piece.right) / size;
            let hanzi = |c: Option<char>| c.is_some_and(|c| !c.is_ascii());
            let beside = hanzi(piece.text.chars().next_back()) || hanzi(text.chars().next());
            let blank = match piece.text.chars().next_back() {
                Some('）' | '〕' | '】') => BLANK_BEHIND_BRACKET,
                _ if beside => BLANK_BESIDE_HANZI,
                _ => BLANK,
            };
            if gap <= blank {
                piece.text.push_str(text);
                piece.right = piece.right.max(end);
                continue;
            }
            let parted = gap > COLUMN;
            pieces.push(Piece { text: text.to_owned(), left: glyph.x, right: end, parted });
        } else {
            pieces.push(Piece { text: text.to_owned(), left: glyph.x, right: end, parted: false });
        }
    }
    let mut text = String::new();
    for (at, piece) in pieces.iter().enumerate() {
        if at > 0 {
            text.push(if piece.parted { '\t' } else { ' ' });
        }
        text.push_str(&piece.text);
    }
    let y = glyphs.iter().find(|glyph| !glyph.text.trim().is_empty())?.y;
    Some(Line { left: pieces.first()?.left, right: pieces.last()?.right, y, size, text, pieces })
}

/// The middle of the empty stripe between two columns of running text, where the page has them. The columns of a
/// table are none: their cells are short.
pub(super) fn gutter(glyphs: &[Glyph]) -> Option<f64> {
    let lines = lines_of(glyphs.to_vec());
    let split: Vec<(usize, usize)> = lines
        .iter()
        .filter_map(|line| {
            let (left, right) = line.text.split_once('\t')?;
            Some((left.chars().count(), right.chars().count()))
        })
        .collect();
    let running = split.iter().filter(|(left, right)| *left >= 12 && *right >= 6).count();
    if running < COLUMN_LINES || running * 10 < lines.len() * 6 {
        return None;
    }
    let edges = glyphs.iter().map(|glyph| glyph.x + glyph.width).fold(f64::MIN, f64::max);
    let start = glyphs.iter().map(|glyph| glyph.x).fold(f64::MAX, f64::min);
    let size = glyphs.iter().map(|glyph| glyph.size).fold(0.0, f64::max);
    // The stripe near the middle that the fewest glyphs lie over.
    let middle = (start + edges) / 2.0;
    let reach = (edges - start) * 0.12;
    let steps = 40;
    let candidate = (0..=steps)
        .map(|step| middle - reach + 2.0 * reach * f64::from(step) / f64::from(steps))
        .map(|x| (glyphs.iter().filter(|g| g.x < x + size * 0.3 && g.x + g.width > x - size * 0.3).count(), x))
        .min_by(|a, b| a.0.cmp(&b.0).then((a.1 - middle).abs().total_cmp(&(b.1 - middle).abs())))?;
    // Headings may lie over the stripe, the text may not.
    (candidate.0 * 50 < glyphs.len()).then_some(candidate.1)
}
