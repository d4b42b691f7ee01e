//! Rosters: who holds what, as a table that goes out to .xlsx and .csv, and as one that comes in from a clerk's file.
//! What the rows mean to the register is the api's business; here they are cells with names.

mod columns;
mod csv;
mod entries;
mod grid;
mod table;
mod xlsx;

pub use columns::RosterColumn;
pub use csv::to_csv;
pub use entries::{DateDoubt, RosterEntries, RosterEntry, RowRefusal, UnusedRow, first_of_each};
pub use table::{Table, TableRow, Workbook, read_table};
pub use xlsx::to_xlsx;

/// How the cells of a column are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnKind {
    /// 序号: counts the rows by itself; what stands in its cells is not looked at.
    Serial,
    /// 单位: takes each row's unit, one cell over all rows of the unit that follow each other.
    Unit,
    /// Short words and dates, set in the middle.
    Centred,
    /// Longer text, set from the left.
    Text,
}

/// A column of a roster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// What the header row says.
    pub title: String,
    /// How its cells are laid out.
    pub kind: ColumnKind,
    /// The most half-width characters a line of it takes; `None` leaves it to its kind.
    pub width: Option<u16>,
}

impl Column {
    /// A column as wide as its cells ask for.
    pub fn new(title: impl Into<String>, kind: ColumnKind) -> Self {
        Self { title: title.into(), kind, width: None }
    }
}

/// A row of a roster: one person in one post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterRow {
    /// The unit that the row stands under.
    pub unit: String,
    /// One string under each column of the sheet; missing ones are empty. Those under 序号 and 单位 are not looked at.
    pub cells: Vec<String>,
}

/// A roster as it goes out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterSheet {
    /// The title: 青云县干部花名册.
    pub heading: String,
    /// The line below it: 截至2023年3月31日.
    pub as_of: String,
    /// The columns from the left.
    pub columns: Vec<Column>,
    /// The rows in their standing order.
    pub rows: Vec<RosterRow>,
}

impl RosterSheet {
    /// The text under a column in a row counted from 0, serial numbers and units put in.
    fn cell(&self, row: usize, column: usize) -> String {
        let (Some(line), Some(kind)) = (self.rows.get(row), self.columns.get(column).map(|column| column.kind)) else {
            return String::new();
        };
        match kind {
            ColumnKind::Serial => (row + 1).to_string(),
            ColumnKind::Unit => line.unit.clone(),
            ColumnKind::Centred | ColumnKind::Text => line.cells.get(column).cloned().unwrap_or_default(),
        }
    }
}

/// The width of a text in half-width characters: a Chinese one takes two.
fn width_of(text: &str) -> usize {
    text.chars().map(|c| if (c as u32) < 0x1100 { 1 } else { 2 }).sum()
}
