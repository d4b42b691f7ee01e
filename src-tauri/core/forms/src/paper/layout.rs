//! Characters placed on a page, put together again: into lines by their height, into the order of reading, and into
//! paragraphs where a line only ended because the page did. Shared by the forms that place text (PDF, OFD).

use super::is_page_number;
use super::ruling::{Rule, RuledRow, tables};

/// A piece of text at its place: lengths in any one unit of the page, down and to the right.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Glyph {
    pub text: String,
    pub x: f64,
    /// Where the line of writing lies.
    pub y: f64,
    pub width: f64,
    /// The size of the type.
    pub size: f64,
}

/// A stretch of a line without a gap in it.
#[derive(Debug, Clone, PartialEq)]
struct Piece {
    text: String,
    left: f64,
    right: f64,
    /// The gap before it parts columns.
    parted: bool,
}

/// A line of a page.
#[derive(Debug, Clone, PartialEq)]
struct Line {
    text: String,
    pieces: Vec<Piece>,
    left: f64,
    right: f64,
    y: f64,
    size: f64,
}

/// Gaps, in type sizes: more than the first is a blank, more than the second parts columns.
const BLANK: f64 = 0.3;
const BLANK_BESIDE_HANZI: f64 = 0.75;
const COLUMN: f64 = 2.4;

/// Columns of running text have at least so many lines beside each other.
const COLUMN_LINES: usize = 10;

/// Gathers pages into one text.
#[derive(Debug, Default)]
pub(super) struct Pages {
    pages: Vec<Vec<Line>>,
    /// The bare number at the edge of the last page that had one.
    number: Option<usize>,
}

impl Pages {
    /// Adds a page. Glyphs at the same place with the same text (shadows, bold by printing twice) count once.
    /// Lines that were drawn make tables of what stands between them.
    pub fn add(&mut self, mut glyphs: Vec<Glyph>, rules: &[Rule]) {
        glyphs.retain(|glyph| {
            glyph.x.is_finite()
                && glyph.y.is_finite()
                && glyph.width.is_finite()
                && glyph.size.is_finite()
                && glyph.size > 0.0
        });
        let rows = tables(&mut glyphs, rules);
        let mut lines = match gutter(&glyphs) {
            Some(middle) => {
                let (left, right): (Vec<_>, Vec<_>) = glyphs.into_iter().partition(|glyph| glyph.x < middle);
                let mut lines = lines_of(left);
                lines.extend(lines_of(right));
                lines
            }
            None => lines_of(glyphs),
        };
        if !rows.is_empty() {
            lines.extend(rows.into_iter().filter_map(ruled_line));
            lines.sort_by(|a, b| a.y.total_cmp(&b.y));
        }
        let last = lines.last().and_then(|line| self.number_of_page(line));
        let first = lines.first().and_then(|line| self.number_of_page(line));
        if let Some(number) = last {
            lines.pop();
            self.number = Some(number);
        } else if let Some(number) = first {
            lines.remove(0);
            self.number = Some(number);
        }
        lines.retain(|line| !is_page_number(&line.text));
        self.pages.push(lines);
    }

    /// The bare number of a line at the edge of a page, where it counts the pages; a number of something else stays.
    fn number_of_page(&self, line: &Line) -> Option<usize> {
        let number = line.text.trim().parse().ok().filter(|_| line.text.trim().len() <= 4)?;
        let follows = self.number.is_some_and(|before| number == before + 1);
        (follows || number == self.pages.len() + 1).then_some(number)
    }

    /// Whether no page has any text.
    pub fn is_empty(&self) -> bool {
        self.pages.iter().all(Vec::is_empty)
    }

    /// The number of pages without text.
    pub fn blank_pages(&self) -> usize {
        self.pages.iter().filter(|lines| lines.is_empty()).count()
    }

    /// The whole text, lines that the page broke joined again.
    pub fn text(self) -> String {
        let start = edges(self.pages.iter().flatten()).map(|edges| edges.left);
        let indents = start.is_some_and(|left| indents(&self.pages, left));
        let mut text = String::new();
        let mut before: Option<(Line, Edges)> = None;
        let mut known = None;
        for mut lines in self.pages {
            // A page of a few short lines has the margins of the one before it.
            known = edges(lines.iter()).or(known);
            let first = lines.first().map(|line| Edges { left: line.left, right: line.right });
            let Some(edges) = known.or(first) else {
                continue;
            };
            align_tables(&mut lines);
            for line in lines {
                if let Some((above, margins)) = &before {
                    if !runs_on(above, margins, &line, &edges, indents) {
                        text.push('\n');
                    } else if needs_blank(&text, &line.text) {
                        text.push(' ');
                    }
                }
                text.push_str(&line.text);
                before = Some((line, edges));
            }
        }
        text
    }
}

/// Where the long lines of a page begin and end.
#[derive(Debug, Clone, Copy)]
struct Edges {
    left: f64,
    right: f64,
}

fn edges<'l>(lines: impl Iterator<Item = &'l Line>) -> Option<Edges> {
    // Rows of a drawn table have edges of their own.
    lines.filter(|line| line.text.chars().count() >= 12 && !line.pieces.is_empty()).fold(
        None,
        |edges: Option<Edges>, line| {
            let edges = edges.unwrap_or(Edges { left: line.left, right: line.right });
            Some(Edges { left: edges.left.min(line.left), right: edges.right.max(line.right) })
        },
    )
}

/// Lines beside each other that have columns are rows of a table: their cells are put under each other, so that an
/// empty cell stays one.
fn align_tables(lines: &mut [Line]) {
    let mut at = 0;
    while at < lines.len() {
        let rows = lines[at..].iter().take_while(|line| line.pieces.iter().any(|piece| piece.parted)).count();
        if rows > 1 {
            align(&mut lines[at..at + rows]);
        }
        at += rows.max(1);
    }
}

fn align(rows: &mut [Line]) {
    let cells = |line: &Line| line.pieces.iter().filter(|piece| piece.parted).count() + 1;
    let Some(fullest) = rows.iter().max_by_key(|line| cells(line)) else {
        return;
    };
    let mut columns: Vec<(f64, f64)> = Vec::new();
    for piece in &fullest.pieces {
        match columns.last_mut().filter(|_| !piece.parted) {
            Some(column) => column.1 = piece.right,
            None => columns.push((piece.left, piece.right)),
        }
    }
    // Each piece widens the one column that it lies over; one over several, or over none, says nothing.
    for piece in rows.iter().flat_map(|row| &row.pieces) {
        let over: Vec<usize> = (0..columns.len()).filter(|n| lies_over(piece, columns[*n])).collect();
        if let [only] = over.as_slice() {
            let column = &mut columns[*only];
            *column = (column.0.min(piece.left), column.1.max(piece.right));
        }
    }
    for row in rows {
        let mut cells = vec![String::new(); columns.len()];
        let mut fits = true;
        for piece in &row.pieces {
            let over: Vec<usize> = (0..columns.len()).filter(|n| lies_over(piece, columns[*n])).collect();
            match over.as_slice() {
                [only] => {
                    let cell = &mut cells[*only];
                    if !cell.is_empty() {
                        cell.push(' ');
                    }
                    cell.push_str(&piece.text);
                }
                _ => fits = false,
            }
        }
        if fits {
            row.text = cells.join("\t");
        }
    }
}

fn lies_over(piece: &Piece, column: (f64, f64)) -> bool {
    piece.left < column.1 && piece.right > column.0
}

/// Whether the line above only ended because it met the margin, and the line below takes it up.
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
fn indents(pages: &[Vec<Line>], left: f64) -> bool {
    let inward = |line: &&Line| !line.pieces.is_empty() && (1.4..2.7).contains(&((line.left - left) / line.size));
    pages.iter().flatten().filter(|line| line.text.chars().count() >= 10).filter(inward).count() >= 2
}

/// A row of a ruled table in one line; `None` where it is empty.
fn ruled_line(row: RuledRow) -> Option<Line> {
    let mut size: f64 = 0.0;
    let cell = |(glyphs, edge): (Vec<Glyph>, f64)| {
        let mut text = String::new();
        for line in lines_of(glyphs) {
            text.push_str(&line.text.replace('\t', " "));
            size = size.max(line.size);
            // A line that ran to the edge of its cell goes on in the next one.
            if line.right < edge - line.size * 1.7 {
                text.push(' ');
            }
        }
        text.trim_end().to_owned()
    };
    let right = row.edges.last().copied().unwrap_or(0.0);
    let cells: Vec<String> = row.cells.into_iter().zip(row.edges).map(cell).collect();
    if cells.iter().all(String::is_empty) {
        return None;
    }
    Some(Line { text: cells.join("\t"), pieces: Vec::new(), left: 0.0, right, y: (row.top + row.bottom) / 2.0, size })
}

fn needs_blank(text: &str, next: &str) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    word(text.chars().next_back()) && word(next.chars().next())
}

/// The lines of one column, from the top.
fn lines_of(mut glyphs: Vec<Glyph>) -> Vec<Line> {
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
            if gap <= if beside { BLANK_BESIDE_HANZI } else { BLANK } {
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
fn gutter(glyphs: &[Glyph]) -> Option<f64> {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, x: f64, y: f64) -> Vec<Glyph> {
        text.chars()
            .enumerate()
            .map(|(at, c)| Glyph { text: c.to_string(), x: x + at as f64 * 10.0, y, width: 10.0, size: 10.0 })
            .collect()
    }

    fn text(rows: &[(&str, f64, f64)]) -> String {
        let mut pages = Pages::default();
        pages.add(rows.iter().flat_map(|(text, x, y)| row(text, *x, *y)).collect(), &[]);
        pages.text()
    }

    #[test]
    fn lines_that_the_page_broke_are_joined() {
        let rows = [
            ("关于苏文谦等同志任免的通知", 60.0, 0.0),
            ("经县人民政府研究决定任命苏文谦", 20.0, 20.0),
            ("为水利局副局长，免去欧阳澄的水利局", 0.0, 40.0),
            ("副局长职务。", 0.0, 60.0),
            ("特此通知。", 20.0, 80.0),
        ];
        let joined = "关于苏文谦等同志任免的通知\n经县人民政府研究决定任命苏文谦为水利局副局长，免去欧阳澄的水利局副局长职务。\n特此通知。";
        assert_eq!(text(&rows), joined);
    }

    #[test]
    fn rows_of_a_table_keep_their_cells() {
        let rows = [
            ("苏文谦", 0.0, 0.0),
            ("副局长", 100.0, 0.0),
            ("欧阳澄", 0.0, 20.0),
            ("局长", 100.0, 21.0),
            ("韩", 0.0, 40.0),
            ("磊", 20.0, 40.0),
        ];
        assert_eq!(text(&rows), "苏文谦\t副局长\n欧阳澄\t局长\n韩 磊");
    }

    #[test]
    fn drawn_tables_keep_cells_of_several_lines_together() {
        let rule = |left: f64, top: f64, right: f64, bottom: f64| Rule { left, top, right, bottom };
        let across = [0.0, 20.0, 60.0, 80.0].map(|y| rule(0.0, y, 150.0, y + 0.5));
        let down = [0.0, 50.0, 100.0, 150.0].map(|x| rule(x, 0.0, x + 0.5, 80.0));
        let mut rules = [across, down].concat();
        // The unit's cell runs over the two lower rows.
        rules[2] = rule(50.0, 60.0, 150.0, 60.5);
        let words = [
            ("单位", 10.0, 14.0),
            ("姓名", 60.0, 14.0),
            ("职务", 110.0, 14.0),
            ("县水利局", 5.0, 44.0),
            ("苏文谦", 60.0, 40.0),
            ("党组成员", 105.0, 34.0),
            ("副局长", 105.0, 46.0),
            ("韩磊", 60.0, 74.0),
            ("股长", 105.0, 74.0),
            ("完", 0.0, 100.0),
        ];
        let mut pages = Pages::default();
        pages.add(words.iter().flat_map(|(text, x, y)| row(text, *x, *y)).collect(), &rules);
        let rows = "单位\t姓名\t职务\n县水利局\t苏文谦\t党组成员副局长\n县水利局\t韩磊\t股长\n完";
        assert_eq!(pages.text(), rows);
    }

    #[test]
    fn numbers_of_pages_are_dropped_and_doubled_print_counts_once() {
        let rows = [("任命苏文谦", 0.0, 0.0), ("任命苏文谦", 0.3, 0.2), ("—2—", 40.0, 90.0)];
        assert_eq!(text(&rows), "任命苏文谦");
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let left: Vec<(&str, f64, f64)> =
            (0..12).map(|n| ("左边一栏的文字一行一行排下来", 0.0, f64::from(n) * 20.0)).collect();
        let right: Vec<(&str, f64, f64)> =
            (0..12).map(|n| ("右边一栏的文字一行一行排下来", 180.0, f64::from(n) * 20.0)).collect();
        let read = text(&[left, right].concat());
        assert!(read.find('右') > read.rfind('左'), "{read}");
    }
}
