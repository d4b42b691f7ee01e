//! Lines of text and rows of tables put together, the same way for every form that has tables.

use std::collections::HashMap;

/// A cell with more lines than this lays out a page; its row is no row of a table.
const TABLE_CELL_LINES: usize = 8;

/// The lines that a row of cells gives: one, its cells joined by tabs. A row of one cell is a frame around text, and
/// one with a long cell lays out a page; both give their lines as they are.
pub(super) fn row_lines(cells: Vec<Vec<String>>) -> Vec<String> {
    let full = |lines: &[String]| lines.iter().filter(|line| !line.trim().is_empty()).count();
    if cells.len() == 1 || cells.iter().any(|lines| full(lines) > TABLE_CELL_LINES) {
        return cells.into_iter().flatten().collect();
    }
    if cells.is_empty() {
        return Vec::new();
    }
    vec![cells.iter().map(|lines| one_line(lines)).collect::<Vec<_>>().join("\t")]
}

/// The lines of a cell in one: tabs and line ends inside it would break the row.
fn one_line(lines: &[String]) -> String {
    let parts: Vec<&str> =
        lines.iter().flat_map(|line| line.split(['\n', '\t'])).map(str::trim).filter(|part| !part.is_empty()).collect();
    parts.join(" ")
}

/// Rows whose ends alone are marked in the flow of the text (.doc, .rtf).
#[derive(Debug, Default)]
pub(super) struct Rows {
    lines: Vec<String>,
    /// Cells of the row that is open.
    cells: Vec<Vec<String>>,
    /// Lines of the cell that is open.
    cell: Vec<String>,
    /// Cells of the row above, where a table goes on.
    above: Vec<Vec<String>>,
    said_again: usize,
}

impl Rows {
    /// A line outside a table, or inside the open cell.
    pub fn line(&mut self, text: String, in_cell: bool) {
        if in_cell {
            // An empty line of a cell says nothing.
            if !text.is_empty() {
                self.cell.push(text);
            }
        } else {
            self.lines.push(text);
            self.above.clear();
        }
    }

    /// The open cell ends.
    pub fn end_cell(&mut self) {
        let cell = std::mem::take(&mut self.cell);
        let full = self.cells.len() >= COLUMNS;
        match self.cells.last_mut().filter(|_| full) {
            Some(last) => last.extend(cell),
            None => self.cells.push(cell),
        }
    }

    /// The open row ends. Bit 0 of `going_on` is set where its first cell is the going on of the one above, and so on:
    /// what a cell says for several rows is said in each of them.
    pub fn end_row(&mut self, going_on: u64) {
        let mut cells = std::mem::take(&mut self.cells);
        if !self.cell.is_empty() {
            cells.push(std::mem::take(&mut self.cell));
        }
        if cells.len() == self.above.len() {
            for (at, (cell, above)) in cells.iter_mut().zip(&self.above).enumerate().take(64) {
                let length: usize = above.iter().map(|line| line.len() + 1).sum();
                if going_on & (1 << at) != 0 && self.said_again + length <= SAID_AGAIN {
                    self.said_again += length;
                    cell.clone_from(above);
                }
            }
        }
        self.above.clone_from(&cells);
        self.lines.extend(row_lines(cells));
    }

    /// The whole text; rows and cells that were left open are closed.
    pub fn finish(mut self) -> String {
        self.end_row(0);
        self.lines.join("\n")
    }
}

/// Tables whose cells are opened and closed, one inside another (.docx, .html). Lines go to the innermost cell.
#[derive(Debug)]
pub(super) struct Nest {
    /// The page, and every cell and box that is open.
    holders: Vec<Vec<String>>,
    rows: Vec<Row>,
    tables: Vec<Table>,
    /// Characters that cells above may still be said again with.
    said_again: usize,
}

#[derive(Debug, Default)]
struct Row {
    cells: Vec<Vec<String>>,
    /// The column of the table at which the next cell begins.
    column: usize,
    dropped: bool,
}

/// What cells above hold for the rows below, by column.
#[derive(Debug, Default)]
struct Table {
    above: HashMap<usize, Vec<String>>,
    /// For how many more rows a cell above runs on, by column.
    runs_on: HashMap<usize, usize>,
}

impl Table {
    /// What the cell above says, while there is room to say it again.
    fn again(&self, column: usize, room: &mut usize) -> Vec<String> {
        let lines = self.above.get(&column).map(Vec::as_slice).unwrap_or_default();
        let length: usize = lines.iter().map(|line| line.len() + 1).sum();
        let left = room.checked_sub(length);
        *room = left.unwrap_or(*room);
        if left.is_some() { lines.to_vec() } else { Vec::new() }
    }

    /// Puts in the cells that run on from rows above, up to the next cell of this row's own.
    fn fill(&mut self, row: &mut Row, room: &mut usize) {
        while row.column < COLUMNS
            && let Some(left) = self.runs_on.get_mut(&row.column).filter(|left| **left > 0)
        {
            *left -= 1;
            row.cells.push(self.again(row.column, room));
            row.column += 1;
        }
    }
}

/// How a cell stands in its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Spans {
    /// Columns that it takes.
    pub columns: usize,
    /// Rows below into which it runs on.
    pub rows_below: usize,
    /// It is the going on of the cell above.
    pub continues: bool,
}

impl Default for Spans {
    fn default() -> Self {
        Self { columns: 1, rows_below: 0, continues: false }
    }
}

/// Characters that cells above are said again with in one file, at most: a long cell over a thousand rows would be a
/// bomb. Beyond it the cells stay blank.
const SAID_AGAIN: usize = 4_000_000;

/// Columns beyond this are not told apart.
const COLUMNS: usize = 1000;

impl Nest {
    pub fn new() -> Self {
        Self { holders: vec![Vec::new()], rows: Vec::new(), tables: Vec::new(), said_again: SAID_AGAIN }
    }

    /// Lines for the innermost holder.
    pub fn emit(&mut self, lines: Vec<String>) {
        if let Some(holder) = self.holders.last_mut() {
            holder.extend(lines);
        }
    }

    pub fn open_table(&mut self) {
        self.tables.push(Table::default());
    }

    pub fn close_table(&mut self) {
        self.tables.pop();
    }

    pub fn open_row(&mut self) {
        self.rows.push(Row::default());
    }

    /// The open row is not to be read.
    pub fn drop_row(&mut self) {
        if let Some(row) = self.rows.last_mut() {
            row.dropped = true;
        }
    }

    /// A holder of lines begins: a cell, or a box of text.
    pub fn open_holder(&mut self) {
        self.holders.push(Vec::new());
    }

    /// The lines of the innermost holder; the page stays.
    pub fn close_holder(&mut self) -> Vec<String> {
        if self.holders.len() > 1 { self.holders.pop().unwrap_or_default() } else { Vec::new() }
    }

    /// The open cell ends. What a cell above says for several rows is said in each of them.
    pub fn close_cell(&mut self, spans: Spans) {
        let mut lines = self.close_holder();
        let (Some(row), Some(table)) = (self.rows.last_mut(), self.tables.last_mut()) else {
            self.emit(lines);
            return;
        };
        table.fill(row, &mut self.said_again);
        if spans.continues {
            lines = table.again(row.column, &mut self.said_again);
        } else if row.column < COLUMNS {
            table.above.insert(row.column, lines.clone());
            if spans.rows_below > 0 {
                table.runs_on.insert(row.column, spans.rows_below.min(COLUMNS));
            }
        }
        row.cells.push(lines);
        row.column = row.column.saturating_add(spans.columns.clamp(1, COLUMNS));
    }

    pub fn close_row(&mut self) {
        let Some(mut row) = self.rows.pop() else {
            return;
        };
        if let Some(table) = self.tables.last_mut() {
            table.fill(&mut row, &mut self.said_again);
        }
        if !row.dropped {
            self.emit(row_lines(row.cells));
        }
    }

    /// All lines of the page; what was left open is closed.
    pub fn finish(mut self) -> Vec<String> {
        while self.holders.len() > 1 {
            let lines = self.close_holder();
            self.emit(lines);
        }
        self.holders.pop().unwrap_or_default()
    }
}
