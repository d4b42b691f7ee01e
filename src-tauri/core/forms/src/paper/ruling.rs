//! Tables drawn with lines on a page: the lines to a grid of cells, the characters into the cells. A cell over
//! several rows is said in each of them, as in every other form.

use super::layout::Glyph;

/// A straight line along a side of the page, or a bar that is as thin as one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Rule {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

/// Bars up to this thickness count as lines; lines that lie nearer to each other count as one. In type sizes.
const THIN: f64 = 0.3;
/// More lines than this draw a picture, no table.
const MOST: usize = 1500;
/// More cells than this are no table that a clerk would set.
const MOST_CELLS: usize = 20_000;

/// One line of the grid: where it lies, and from where to where it runs.
#[derive(Debug, Clone, Copy)]
struct Stretch {
    at: f64,
    from: f64,
    to: f64,
}

/// A row of a table as it reads.
pub(super) struct RuledRow {
    pub top: f64,
    pub bottom: f64,
    /// The characters of each cell from the left.
    pub cells: Vec<Vec<Glyph>>,
    /// The right edges of the cells.
    pub edges: Vec<f64>,
}

/// Takes the characters that stand in ruled tables out of `glyphs` and gives the tables' rows, from the top.
pub(super) fn tables(glyphs: &mut Vec<Glyph>, rules: &[Rule]) -> Vec<RuledRow> {
    let size = typical_size(glyphs);
    if rules.len() < 6 || rules.len() > MOST * 4 || size <= 0.0 {
        return Vec::new();
    }
    let thin = size * THIN;
    let across = joined(
        rules.iter().filter(|r| r.bottom - r.top <= thin && r.right - r.left > thin).map(|r| Stretch {
            at: (r.top + r.bottom) / 2.0,
            from: r.left,
            to: r.right,
        }),
        thin,
    );
    let down = joined(
        rules.iter().filter(|r| r.right - r.left <= thin && r.bottom - r.top > thin).map(|r| Stretch {
            at: (r.left + r.right) / 2.0,
            from: r.top,
            to: r.bottom,
        }),
        thin,
    );
    if across.len() > MOST || down.len() > MOST {
        return Vec::new();
    }
    let mut rows: Vec<RuledRow> = components(&across, &down, thin)
        .into_iter()
        .filter_map(|(across, down)| Grid::new(&across, &down, thin))
        .flat_map(|grid| grid.rows(glyphs))
        .collect();
    rows.sort_by(|a, b| a.top.total_cmp(&b.top));
    rows
}

fn typical_size(glyphs: &[Glyph]) -> f64 {
    let mut sizes: Vec<f64> = glyphs.iter().map(|glyph| glyph.size).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.get(sizes.len() / 2).copied().unwrap_or(0.0)
}

/// Lines that lie in one another or end where the next begins, as one.
fn joined(stretches: impl Iterator<Item = Stretch>, near: f64) -> Vec<Stretch> {
    let mut sorted: Vec<Stretch> = stretches.collect();
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    // Lines of almost one height are put on one, so that their ends can be compared.
    let mut level: Option<f64> = None;
    for stretch in &mut sorted {
        match level {
            Some(at) if stretch.at - at <= near => stretch.at = at,
            _ => level = Some(stretch.at),
        }
    }
    sorted.sort_by(|a, b| a.at.total_cmp(&b.at).then(a.from.total_cmp(&b.from)));
    let mut whole: Vec<Stretch> = Vec::new();
    for stretch in sorted {
        match whole.last_mut().filter(|last| last.at == stretch.at && stretch.from <= last.to + near) {
            Some(last) => last.to = last.to.max(stretch.to),
            None => whole.push(stretch),
        }
    }
    whole
}

/// Lines that meet, table by table.
fn components(across: &[Stretch], down: &[Stretch], near: f64) -> Vec<(Vec<Stretch>, Vec<Stretch>)> {
    let mut group: Vec<usize> = (0..across.len() + down.len()).collect();
    fn root(group: &mut [usize], mut at: usize) -> usize {
        while group[at] != at {
            group[at] = group[group[at]];
            at = group[at];
        }
        at
    }
    for (h, line) in across.iter().enumerate() {
        for (v, bar) in down.iter().enumerate() {
            let meets = |at: f64, run: &Stretch| at >= run.from - near && at <= run.to + near;
            if meets(bar.at, line) && meets(line.at, bar) {
                let (a, b) = (root(&mut group, h), root(&mut group, across.len() + v));
                group[a] = b;
            }
        }
    }
    let mut tables: std::collections::BTreeMap<usize, (Vec<Stretch>, Vec<Stretch>)> = Default::default();
    for (h, line) in across.iter().enumerate() {
        tables.entry(root(&mut group, h)).or_default().0.push(*line);
    }
    for (v, bar) in down.iter().enumerate() {
        tables.entry(root(&mut group, across.len() + v)).or_default().1.push(*bar);
    }
    tables.into_values().collect()
}

/// The grid of one table: its columns and rows, and which of the small cells belong together.
struct Grid {
    xs: Vec<f64>,
    ys: Vec<f64>,
    /// For each small cell, row by row, the first one of the cell that it belongs to.
    cells: Vec<usize>,
}

impl Grid {
    /// `None` where the lines make no table: a frame around text, an underline.
    fn new(across: &[Stretch], down: &[Stretch], near: f64) -> Option<Self> {
        let places = |lines: &[Stretch]| {
            let mut places: Vec<f64> = lines.iter().map(|line| line.at).collect();
            places.dedup_by(|next, kept| *next - *kept <= near);
            places
        };
        let (ys, xs) = (places(across), places(down));
        if xs.len() < 3 || ys.len() < 2 || (xs.len() - 1) * (ys.len() - 1) > MOST_CELLS {
            return None;
        }
        let (columns, rows) = (xs.len() - 1, ys.len() - 1);
        let parted = |lines: &[Stretch], at: f64, from: f64, to: f64| {
            let middle = (from + to) / 2.0;
            lines.iter().any(|line| (line.at - at).abs() <= near && line.from <= middle && line.to >= middle)
        };
        let mut cells: Vec<usize> = (0..columns * rows).collect();
        for row in 0..rows {
            for column in 0..columns {
                let at = row * columns + column;
                if column > 0 && !parted(down, xs[column], ys[row], ys[row + 1]) {
                    cells[at] = cells[at - 1];
                } else if row > 0 && !parted(across, ys[row], xs[column], xs[column + 1]) {
                    cells[at] = cells[at - columns];
                }
            }
        }
        Some(Self { xs, ys, cells })
    }

    /// The rows with their characters, which are taken out of `glyphs`.
    fn rows(&self, glyphs: &mut Vec<Glyph>) -> Vec<RuledRow> {
        let (columns, rows) = (self.xs.len() - 1, self.ys.len() - 1);
        let mut held: Vec<Vec<Glyph>> = vec![Vec::new(); self.cells.len()];
        let place = |lines: &[f64], at: f64| lines.partition_point(|line| *line <= at).checked_sub(1);
        glyphs.retain(|glyph| {
            // A little above its line of writing lies the middle of a character.
            let column = place(&self.xs, glyph.x + glyph.width / 2.0).filter(|column| *column < columns);
            let row = place(&self.ys, glyph.y - glyph.size * 0.35).filter(|row| *row < rows);
            if let Some((row, column)) = row.zip(column) {
                held[self.cells[row * columns + column]].push(glyph.clone());
                return false;
            }
            true
        });
        (0..rows)
            .map(|row| {
                let mut seen: Vec<usize> = Vec::new();
                let mut edges = Vec::new();
                for column in 0..columns {
                    let cell = self.cells[row * columns + column];
                    if seen.last() == Some(&cell) {
                        edges.pop();
                    } else {
                        seen.push(cell);
                    }
                    edges.push(self.xs[column + 1]);
                }
                let cells = seen.into_iter().map(|cell| held[cell].clone()).collect();
                RuledRow { top: self.ys[row], bottom: self.ys[row + 1], cells, edges }
            })
            .collect()
    }
}
