//! The cells of a file as text: the sheets of a workbook or the lines of a .csv, each row with its number in the
//! file, merged cells filled. What the cells mean is not asked here.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Reader, SheetVisible, Xlsx};

use crate::error::FormError;
use crate::guard::fenced;
use crate::limits::Limits;
use crate::package::Package;
use crate::paper::decode;

/// Cells that merged areas may fill in one file, so that areas laid over each other cost no more than a large sheet.
const FILLED_CELLS: usize = 4_000_000;

/// Visible sheets that are looked at.
const SHEETS: usize = 100;

/// One cell.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Cell {
    pub text: String,
    /// It was kept as a number, so a trailing zero may be lost: 1985.1 may have been typed as 1985.10.
    pub zero_lost: bool,
    /// It belongs to a merged area and stands in the area's first cell.
    pub filled: bool,
}

/// One row with its number in the file, counted from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct GridRow {
    pub number: u32,
    pub cells: Vec<Cell>,
}

/// One sheet: its name (empty for .csv) and its rows that hold anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    pub name: String,
    pub rows: Vec<GridRow>,
}

/// Every visible sheet of a workbook.
pub(super) fn of_workbook(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>, FormError> {
    // The library unpacks parts whole; this bounds what it will meet.
    Package::open(bytes, limits)?.measure()?;
    fenced(|| sheets(bytes, limits))
}

fn sheets(bytes: &[u8], limits: &Limits) -> Result<Vec<Grid>, FormError> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| FormError::Damaged)?;
    let visible: Vec<String> = workbook
        .sheets_metadata()
        .iter()
        .filter(|sheet| sheet.visible == SheetVisible::Visible)
        .map(|sheet| sheet.name.clone())
        .collect();
    // All sheets share one bound: many of them may stand on one part.
    let mut left = Left { rows: limits.table_rows, filled: FILLED_CELLS };
    visible.into_iter().take(SHEETS).map(|name| sheet(&mut workbook, name, limits, &mut left)).collect()
}

/// What the sheets of one workbook may still hold.
struct Left {
    rows: usize,
    filled: usize,
}

type Rows = BTreeMap<u32, BTreeMap<u32, Cell>>;

fn sheet(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: String,
    limits: &Limits,
    left: &mut Left,
) -> Result<Grid, FormError> {
    // Chart sheets and the like have no areas and no cells.
    let merged = workbook.merge_cells_by_sheet_name(&name).unwrap_or_default();
    let mut rows = Rows::new();
    if let Ok(mut reader) = workbook.worksheet_cells_reader(&name) {
        let styles: Vec<Option<String>> = reader
            .styles()
            .iter()
            .map(|style| style.number_format.as_ref().map(|format| format.format_code.to_string()))
            .collect();
        while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(|_| FormError::Damaged)? {
            let (row, column) = cell.get_position();
            let format = styles.get(style).and_then(Option::as_deref).unwrap_or("General");
            let read = read_cell(cell.get_value(), format);
            if read.text.is_empty() || column as usize >= limits.table_columns {
                continue;
            }
            rows.entry(row).or_default().insert(column, read);
            if rows.len() > left.rows {
                return Err(FormError::TableTooLong { rows: limits.table_rows });
            }
        }
    }
    left.rows -= rows.len();
    for area in merged {
        let (first, last) = (area.start, area.end);
        let Some(text) = rows.get(&first.0).and_then(|row| row.get(&first.1)).map(|cell| cell.text.clone()) else {
            continue;
        };
        // Rows that hold nothing else are left out: an area may run to the end of the sheet.
        for (row, cells) in rows.range_mut(first.0..=last.0.max(first.0)) {
            for column in first.1..=last.1.min(limits.table_columns as u32 - 1) {
                left.filled = left.filled.checked_sub(1).ok_or(FormError::BeyondLimits)?;
                if (*row, column) != first {
                    cells.insert(column, Cell { text: text.clone(), filled: true, ..Cell::default() });
                }
            }
        }
    }
    let rows = rows.into_iter().map(|(row, cells)| GridRow { number: row.saturating_add(1), cells: dense(cells) });
    Ok(Grid { name, rows: rows.collect() })
}

fn dense(cells: BTreeMap<u32, Cell>) -> Vec<Cell> {
    let mut row = Vec::new();
    for (column, cell) in cells {
        row.resize(column as usize, Cell::default());
        row.push(cell);
    }
    row
}

fn read_cell(value: &DataRef<'_>, format: &str) -> Cell {
    let mut zero_lost = false;
    let text = match value {
        DataRef::DateTime(date) => shown_date(date.as_f64(), date.to_ymd_hms_milli(), format),
        DataRef::Float(number) => {
            // Shown with two places, 1985.1 reads 1985.10 on the clerk's screen.
            let two_places = format.starts_with("0.00") && !format.starts_with("0.000");
            zero_lost = !two_places;
            if two_places { format!("{number:.2}") } else { Data::Float(*number).to_string() }
        }
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::DateTimeIso(text) => text.split('T').next().unwrap_or_default().to_owned(),
        DataRef::Bool(_) | DataRef::DurationIso(_) | DataRef::Error(_) | DataRef::Empty => String::new(),
    };
    Cell { text: text.trim().to_owned(), zero_lost, filled: false }
}

/// A date as the sheet shows it: a format without days keeps the month only, since the day behind it is the
/// program's and not the clerk's.
fn shown_date(days: f64, parts: (u16, u8, u8, u8, u8, u8, u16), format: &str) -> String {
    let (year, month, day, ..) = parts;
    let letters: String = format.to_ascii_lowercase().split('"').step_by(2).collect();
    if days < 1.0 {
        return String::new();
    }
    if letters.contains('d') || !letters.contains(['y', 'm', 'e']) {
        format!("{year:04}.{month:02}.{day:02}")
    } else if letters.contains('m') {
        format!("{year:04}.{month:02}")
    } else {
        format!("{year:04}")
    }
}

/// The rows of comma-, semicolon- or tab-separated text in any encoding that papers come in.
pub(super) fn of_text(bytes: &[u8], limits: &Limits) -> Result<Grid, FormError> {
    let (text, _, _) = decode(bytes).ok_or(FormError::NotText)?;
    let first = text.lines().take(10).collect::<String>();
    let count = |sign: char| first.chars().filter(|c| *c == sign).count();
    let delimiter = [(',', b','), ('\t', b'\t'), (';', b';')].into_iter().rev().max_by_key(|(sign, _)| count(*sign));
    let mut reader = ::csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter.map_or(b',', |(_, byte)| byte))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = ::csv::StringRecord::new();
    let (mut number, mut line) = (0_u32, reader.position().line());
    while reader.read_record(&mut record).map_err(|_| FormError::Damaged)? {
        // The row that a spreadsheet program shows: it counts the empty lines that the reader passes over, and a
        // cell of two lines is still one row.
        let own = 1 + record.iter().map(|cell| cell.matches('\n').count() as u64).sum::<u64>();
        let passed = (reader.position().line() - line).saturating_sub(own);
        line = reader.position().line();
        number = number.saturating_add(1).saturating_add(u32::try_from(passed).unwrap_or(0));
        let cells = record.iter().take(limits.table_columns).map(|cell| Cell {
            text: super::csv::original(cell.trim()).to_owned(),
            // A spreadsheet program that saved the file may have kept dates as numbers.
            zero_lost: true,
            filled: false,
        });
        rows.push(GridRow { number, cells: cells.collect() });
        if rows.len() > limits.table_rows {
            return Err(FormError::TableTooLong { rows: limits.table_rows });
        }
    }
    Ok(Grid { name: String::new(), rows })
}
