//! Characters placed on a page, put together again: into lines by their height, into the order of reading, and into
//! paragraphs where a line only ended because the page did. Shared by the forms that place text (PDF, OFD).

mod flow;
mod line;

use self::flow::{Edges, edges, indents, joint};
use self::line::{Line, Piece, gutter, lines_of};
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
                    text.push_str(joint(above, margins, &line, &edges, indents));
                }
                text.push_str(&line.text);
                before = Some((line, edges));
            }
        }
        text
    }
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
    fn names_in_columns_and_lines_with_labels_end_where_they_end() {
        let spaced = |names: &[&'static str], y: f64| {
            let mut x = 0.0;
            let mut row = Vec::new();
            for name in names {
                row.push((*name, x, y));
                x += name.chars().count() as f64 * 10.0 + 12.0;
            }
            row
        };
        let mut rows = spaced(&["苏文谦", "韩磊", "欧阳澄（女，回族）", "于海"], 0.0);
        rows.extend(spaced(&["贺启明", "闻人静", "申屠远", "白鹿", "何田田"], 20.0));
        rows.push(("（女）", 0.0, 40.0));
        rows.extend(spaced(&["江一帆", "江二帆", "江三帆"], 60.0));
        assert_eq!(
            text(&rows),
            "苏文谦 韩磊 欧阳澄（女，回族） 于海\n贺启明 闻人静 申屠远 白鹿 何田田（女）\n江一帆 江二帆 江三帆"
        );
        let rows = [("水利局办公室主任兼机关党委书记：韩磊", 0.0, 0.0), ("人事科科长：苏文谦", 0.0, 20.0)];
        assert_eq!(text(&rows), "水利局办公室主任兼机关党委书记：韩磊\n人事科科长：苏文谦");
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
