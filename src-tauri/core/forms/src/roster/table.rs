//! A clerk's table as it stands in the file: heading lines, titles, rows with their numbers. Recognising what a row
//! says is left to the entries.

use renmian_domain::PartialDate;

use super::columns::{RosterColumn, header_of, titles_at};
use super::grid::{Cell, Grid, GridRow, of_text, of_workbook};
use crate::error::FormError;
use crate::limits::Limits;

/// A row below the titles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TableRow {
    /// The row's number as the spreadsheet program shows it, counted from 1.
    pub number: u32,
    pub(super) cells: Vec<Cell>,
}

impl TableRow {
    /// The text under a column counted from 0; empty where there is none.
    pub fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |cell| cell.text.as_str())
    }
}

/// A table with its head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// The sheet's name; empty for .csv.
    pub sheet: String,
    /// The row of the titles, counted from 1; `None` where there are none.
    pub header: Option<u32>,
    /// The lines above the titles: heading, unit, as-of date.
    pub heading: Vec<String>,
    /// The titles from the left.
    pub titles: Vec<String>,
    /// The rows below, without empty ones and without the titles repeated for print.
    pub rows: Vec<TableRow>,
    /// The day that the heading states: 截至2023年3月31日.
    pub as_of: Option<PartialDate>,
}

/// The first table in a workbook or a .csv whose titles name persons and posts.
pub fn read_table(name: &str, bytes: &[u8], limits: &Limits) -> Result<Table, FormError> {
    let workbook = Workbook::open(name, bytes, limits)?;
    workbook.known_table().map(|(_, table)| table).ok_or(FormError::TableHeadMissing)
}

/// A workbook or a .csv of which nothing is known but its cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workbook {
    grids: Vec<Grid>,
}

impl Workbook {
    /// Reads the cells of a file. `name` is the file's name, and only helps to tell an old workbook from other files.
    pub fn open(name: &str, bytes: &[u8], limits: &Limits) -> Result<Self, FormError> {
        Ok(Self { grids: grids(name, bytes, limits)? })
    }

    /// The names of the sheets; one empty name for a .csv.
    pub fn sheets(&self) -> Vec<&str> {
        self.grids.iter().map(|grid| grid.name.as_str()).collect()
    }

    /// The first table whose titles name persons and posts, and its sheet, counted from 0.
    pub fn known_table(&self) -> Option<(usize, Table)> {
        self.grids.iter().enumerate().find_map(|(sheet, grid)| Some((sheet, table(grid)?)))
    }

    /// The table of a sheet as the clerk says: under the titles of this row, or all rows where there are no titles.
    pub fn table_at(&self, sheet: usize, header: Option<u32>) -> Option<Table> {
        let grid = self.grids.get(sheet)?;
        let Some(header) = header else {
            return Some(whole(grid, 0, 0, Vec::new()));
        };
        let at = grid.rows.iter().position(|row| row.number == header)?;
        let (taken, titles) = titles_at(&grid.rows, at);
        Some(whole(grid, at, taken, titles))
    }

    /// The row that most looks like titles, where none names persons and posts: two of its cells at least are titles.
    pub fn likely_header(&self, sheet: usize) -> Option<u32> {
        let titles = |row: &GridRow| row.cells.iter().filter(|c| RosterColumn::of_title(&c.text).is_some()).count();
        let rows = self.grids.get(sheet)?.rows.iter().take(40).map(|row| (titles(row), row.number));
        rows.filter(|(titles, _)| *titles >= 2)
            .max_by_key(|(titles, row)| (*titles, u32::MAX - row))
            .map(|(_, row)| row)
    }

    /// The first rows of a sheet as they stand: the number of each, and its cells.
    pub fn first_rows(&self, sheet: usize, count: usize) -> Vec<(u32, Vec<String>)> {
        let rows = self.grids.get(sheet).map_or(&[][..], |grid| &grid.rows);
        // A merged cell is shown where it begins.
        let shown = |cell: &Cell| if cell.filled { String::new() } else { cell.text.clone() };
        rows.iter().take(count).map(|row| (row.number, row.cells.iter().map(shown).collect())).collect()
    }

    /// How many rows of a sheet hold anything.
    pub fn rows(&self, sheet: usize) -> usize {
        self.grids.get(sheet).map_or(0, |grid| grid.rows.len())
    }
}

fn grids(name: &str, bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>, FormError> {
    if bytes.is_empty() {
        return Err(FormError::Empty);
    }
    if bytes.len() as u64 > limits.file_bytes {
        return Err(FormError::TooLarge { megabytes: limits.file_bytes >> 20 });
    }
    let grids = if bytes.starts_with(b"PK\x03\x04") {
        of_workbook(bytes, limits)?
    } else if bytes.starts_with(b"\xD0\xCF\x11\xE0") || name.to_ascii_lowercase().ends_with(".xls") {
        // The workbook of Excel 97, or an encrypted new one: both are saved anew as .xlsx.
        return Err(FormError::FormUnknown);
    } else {
        vec![of_text(bytes, limits)?]
    };
    if grids.iter().all(|grid| grid.rows.is_empty()) {
        return Err(FormError::Empty);
    }
    Ok(grids)
}

fn table(grid: &Grid) -> Option<Table> {
    let (at, taken, titles) = header_of(&grid.rows)?;
    Some(whole(grid, at, taken, titles))
}

fn whole(grid: &Grid, at: usize, taken: usize, titles: Vec<String>) -> Table {
    let heading: Vec<String> = grid.rows[..at].iter().map(|row| line(&row.cells)).filter(|l| !l.is_empty()).collect();
    let as_of = heading.iter().find_map(|line| as_of(line));
    let name_column = titles.iter().position(|title| RosterColumn::of_title(title) == Some(RosterColumn::Name));
    let rows = grid.rows.iter().skip(at + taken).filter_map(|row| {
        let empty = row.cells.iter().all(|cell| cell.text.is_empty());
        let under_name = name_column.and_then(|column| row.cells.get(column));
        // Titles typed again for each printed page.
        let repeated = under_name.is_some_and(|cell| RosterColumn::of_title(&cell.text) == Some(RosterColumn::Name));
        (!empty && !repeated).then(|| TableRow { number: row.number, cells: row.cells.clone() })
    });
    let header = grid.rows.get(at).filter(|_| taken > 0).map(|row| row.number);
    Table { sheet: grid.name.clone(), header, heading, titles, rows: rows.collect(), as_of }
}

/// The cells of a heading row in one line; a merged heading counts once.
fn line(cells: &[Cell]) -> String {
    let parts: Vec<&str> =
        cells.iter().filter(|cell| !cell.filled && !cell.text.is_empty()).map(|cell| cell.text.as_str()).collect();
    parts.join(" ")
}

/// The day that a heading line states. After 截至 any precision counts; elsewhere a year alone may belong to a title.
pub(super) fn as_of(line: &str) -> Option<PartialDate> {
    let plain: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let after = ["截至", "截止", "统计时间", "统计日期"]
        .into_iter()
        .find_map(|word| plain.split_once(word))
        .map(|(_, rest)| rest.trim_start_matches(['日', '期', '时', '间', '到', '：', ':']));
    if let Some(rest) = after {
        return date_at(rest);
    }
    let starts = plain.char_indices().filter(|(_, c)| c.is_ascii_digit()).map(|(at, _)| at);
    starts.filter_map(|at| date_at(&plain[at..])).find(|date| date.month().is_some())
}

fn date_at(text: &str) -> Option<PartialDate> {
    let part_of_date = |c: &char| c.is_ascii_digit() || ('０'..='９').contains(c) || "年月日号.．-－/／".contains(*c);
    let run: String = text.chars().take_while(part_of_date).take(16).collect();
    PartialDate::typed(&run).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heading_states_the_day() {
        for (line, day) in [
            ("青云县干部花名册（截至2023年3月31日）", Some("2023-03-31")),
            ("截止 2023.03", Some("2023-03")),
            ("截止日期：2023-3-31", Some("2023-03-31")),
            ("（2023年3月）", Some("2023-03")),
            ("青云县2023年干部花名册", None),
            ("截至2023年", Some("2023")),
            ("共120人", None),
        ] {
            assert_eq!(as_of(line).map(|d| d.to_string()).as_deref(), day, "{line}");
        }
    }
}
