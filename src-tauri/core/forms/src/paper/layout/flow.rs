//! Whether a line goes on in the next one: it only ended because it met the margin.

use super::line::Line;

/// Where the long lines of a page begin and end.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edges {
    pub left: f64,
    pub right: f64,
}

pub(super) fn edges<'l>(lines: impl Iterator<Item = &'l Line>) -> Option<Edges> {
    // Rows of a drawn table have edges of their own.
    lines.filter(|line| line.text.chars().count() >= 12 && !line.pieces.is_empty()).fold(
        None,
        |edges: Option<Edges>, line| {
            let edges = edges.unwrap_or(Edges { left: line.left, right: line.right });
            Some(Edges { left: edges.left.min(line.left), right: edges.right.max(line.right) })
        },
    )
}

/// What stands between two lines in the text: nothing or a blank where the line above only ended because it met the
/// margin, else the end of a line.
pub(super) fn joint(above: &Line, margins: &Edges, below: &Line, edges: &Edges, indents: bool) -> &'static str {
    if !runs_on(above, margins, below, edges, indents) || is_labelled(&above.text) && is_labelled(&below.text) {
        return "\n";
    }
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if word(above.text.chars().next_back()) && word(below.text.chars().next()) {
        return " ";
    }
    // Names in columns end where the margin is, row for row; a name too many stands alone on the next line.
    match (gaps(above), gaps(below)) {
        _ if below.text.starts_with(['（', '(']) => "",
        (2.., 2..) => "\n",
        (2.., _) => " ",
        _ => "",
    }
}

/// The gaps of a line that lists words without a mark between them; marks in brackets say nothing of the line.
fn gaps(line: &Line) -> usize {
    let mut depth = 0_usize;
    let running = line.text.chars().any(|c| {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && "，。；、".contains(c)
    });
    if running { 0 } else { line.pieces.len().saturating_sub(1) }
}

/// Whether the line begins with a label, as 办公室主任：汪凯.
fn is_labelled(line: &str) -> bool {
    const LABEL: usize = 20;
    let before = line.chars().take(LABEL).take_while(|c| !"，。；、".contains(*c));
    before.into_iter().any(|c| matches!(c, '：' | ':'))
}

/// Whether the line above met the margin, and the line below takes it up.
fn runs_on(above: &Line, margins: &Edges, below: &Line, edges: &Edges, indents: bool) -> bool {
    let size = above.size.max(below.size);
    let near = below.y < above.y || below.y - above.y < size * 3.2;
    let long = above.text.chars().count() >= 10;
    let same_type = (above.size - below.size).abs() < size * 0.15;
    let is_row = above.text.contains('\t') || below.text.contains('\t');
    // A number or a word is not broken, and an opening bracket not left alone: what did not fit leaves places open.
    let mut unbroken =
        below.text.chars().take_while(|c| c.is_ascii_alphanumeric() || ".%-".contains(*c)).count() as f64;
    if below.text.starts_with(['（', '《', '“', '〔', '(']) {
        unbroken += 4.0;
    }
    let open = size * (2.6 + unbroken * 0.55);
    // A line set to the right, or in the middle, is none that ran full.
    let full = above.right > margins.right - open && above.left < margins.left + size * 4.5;
    let takes_up = below.left < edges.left + size * 0.8;
    // Where paragraphs are not indented, a full line that ends a sentence may end its paragraph; what is counted
    // begins one, and after a colon a new line does no harm.
    let end = above.text.trim_end().chars().next_back();
    let ended = end.is_some_and(|c| "。；：！？:;".contains(c));
    let may_go_on = !ended || indents && !matches!(end, Some('：' | ':')) && !is_counted(&below.text);
    near && long && same_type && !is_row && full && takes_up && may_go_on
}

/// Whether the line begins with a number of a list: 一、 （一） 1. ①.
fn is_counted(line: &str) -> bool {
    let plain = line.trim_start_matches(['（', '(']);
    let rest = plain.trim_start_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c));
    let counted = rest.len() < plain.len() && rest.starts_with(['、', '.', '．', '）', ')']);
    counted || line.starts_with(|c| ('①'..='⑳').contains(&c))
}

/// Whether the paragraphs of the text begin two places in, as official papers set them.
pub(super) fn indents(pages: &[Vec<Line>], left: f64) -> bool {
    let inward = |line: &&Line| !line.pieces.is_empty() && (1.4..2.7).contains(&((line.left - left) / line.size));
    pages.iter().flatten().filter(|line| line.text.chars().count() >= 10).filter(inward).count() >= 2
}
