//! A roster's file made ready: its table by the columns that the clerk matched, its rows as persons in posts. What the
//! rows mean to the register is asked of the rules; nothing is recorded here.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use renmian_domain::PartialDate;
use renmian_forms::Limits;
use renmian_forms::roster::{
    RosterColumn as SourceColumn, RosterEntries, RosterEntry, Table, TableRow, Workbook, first_of_each,
};
use renmian_rules::{PrintedPost, Register, posts_of_text};

use crate::ApiError;
use crate::types::*;

/// Rows of a file that are shown before anything is done with it.
const SHOWN_ROWS: usize = 12;

/// What the clerk said of columns by their titles.
pub(crate) type Remembered = BTreeMap<String, Option<IntakeColumn>>;

/// A roster's rows.
pub(crate) struct Incoming {
    /// The day that the heading states.
    pub as_of: Option<PartialDate>,
    /// The rows that were understood.
    pub entries: Vec<RosterEntry>,
    /// Those that were not.
    pub left: Vec<LeftRow>,
    /// What the clerk says of the columns now, by their titles.
    pub said: Remembered,
}

/// Opens a file and finds its table.
pub(crate) fn look(request: &LookIntoRoster, remembered: &Remembered) -> Result<RosterFileSheet, ApiError> {
    let workbook = opened(&request.file)?;
    let known = workbook.known_table();
    let recognised = request.place.is_none() && known.is_some();
    let (place, table) = match (request.place, known) {
        (Some(place), _) => (place, workbook.table_at(place.sheet as usize, place.header)),
        (None, Some((sheet, table))) => (RosterPlace { sheet: sheet as u32, header: table.header }, Some(table)),
        (None, None) => {
            let header = workbook.likely_header(0);
            (RosterPlace { sheet: 0, header }, workbook.table_at(0, header))
        }
    };
    let table = table.ok_or_else(|| ApiError::usage("bad-request"))?;
    let rows = workbook.first_rows(place.sheet as usize, SHOWN_ROWS);
    let width = rows.iter().map(|(_, cells)| cells.len()).chain([table.titles.len()]).max().unwrap_or(0);
    let guessed = guess(&table.titles, remembered);
    let columns = (0..width).map(|at| {
        let title = table.titles.get(at).cloned().unwrap_or_default();
        let remembered = !title.is_empty() && remembered.contains_key(&title);
        FileColumn { holds: guessed.get(at).copied().flatten(), remembered, title }
    });
    Ok(RosterFileSheet {
        sheets: workbook.sheets().into_iter().map(str::to_owned).collect(),
        place,
        recognised,
        as_of: table.as_of,
        columns: columns.collect(),
        rows: rows.into_iter().map(|(row, cells)| FileRow { row, cells }).collect(),
        total: workbook.rows(place.sheet as usize) as u32,
    })
}

/// The rows of a file by the columns that the clerk matched, else as they are recognised.
pub(crate) fn rows(
    file: &RosterFile,
    layout: Option<&RosterLayout>,
    remembered: &Remembered,
) -> Result<Incoming, ApiError> {
    let workbook = opened(file)?;
    let (table, columns) = match layout {
        Some(layout) => {
            let table = workbook.table_at(layout.place.sheet as usize, layout.place.header);
            (table.ok_or_else(|| ApiError::usage("bad-request"))?, layout.columns.clone())
        }
        None => {
            let known = workbook.known_table().map(|(_, table)| table);
            let table = known.ok_or_else(|| ApiError::refused("table-head-missing"))?;
            let columns = guess(&table.titles, remembered);
            (table, columns)
        }
    };
    let held = |wanted| columns.contains(&Some(wanted));
    if !held(IntakeColumn::Name) || !(held(IntakeColumn::Post) || held(IntakeColumn::UnitAndPost)) {
        return Err(ApiError::refused("columns-missing"));
    }
    let titles = table.titles.iter().zip(&columns).filter(|(title, _)| !title.is_empty());
    let said = titles.map(|(title, column)| (title.clone(), *column)).collect();
    // Columns that the clerk does not take are not looked at, whatever their titles.
    let by: Vec<Option<SourceColumn>> = columns.iter().map(|column| column.map(source_of)).collect();
    let read = RosterEntries::by(&table, &by);
    let left = read.unused.iter().map(|row| LeftRow {
        row: row.row,
        reason: row.reason.key().to_owned(),
        cell: text_of(&table, row.row),
    });
    Ok(Incoming { as_of: read.as_of, left: left.collect(), said, entries: read.entries })
}

fn opened(file: &RosterFile) -> Result<Workbook, ApiError> {
    let bytes = STANDARD.decode(&file.content).map_err(|_| ApiError::usage("bad-request"))?;
    Ok(Workbook::open(&file.name, &bytes, &Limits::default())?)
}

/// What each column holds: as the clerk said of its title the last time, else by its title; each kind once.
fn guess(titles: &[String], remembered: &Remembered) -> Vec<Option<IntakeColumn>> {
    let by_title = first_of_each(titles);
    let said: Vec<Option<IntakeColumn>> = titles.iter().map(|title| remembered.get(title).copied().flatten()).collect();
    let guessed = titles.iter().enumerate().map(|(at, title)| match remembered.get(title) {
        Some(said) => *said,
        None => by_title[at].and_then(column_of).filter(|column| !said.contains(&Some(*column))),
    });
    guessed.collect()
}

/// What stands in a row, for the clerk to find it by.
fn text_of(table: &Table, number: u32) -> String {
    let row: Option<&TableRow> = table.rows.iter().find(|row| row.number == number);
    let mut cells: Vec<&str> = Vec::new();
    for at in 0..table.titles.len().max(8) {
        let text = row.map_or("", |row| row.text(at)).trim();
        if !text.is_empty() && cells.last() != Some(&text) {
            cells.push(text);
        }
    }
    cells.join("　").chars().take(80).collect()
}

fn source_of(column: IntakeColumn) -> SourceColumn {
    match column {
        IntakeColumn::Unit => SourceColumn::Unit,
        IntakeColumn::Post => SourceColumn::Post,
        IntakeColumn::UnitAndPost => SourceColumn::UnitAndPost,
        IntakeColumn::Name => SourceColumn::Name,
        IntakeColumn::Gender => SourceColumn::Gender,
        IntakeColumn::Ethnicity => SourceColumn::Ethnicity,
        IntakeColumn::Birth => SourceColumn::Birth,
        IntakeColumn::Since => SourceColumn::Since,
        IntakeColumn::Order => SourceColumn::Order,
        IntakeColumn::Note => SourceColumn::Note,
    }
}

fn column_of(column: SourceColumn) -> Option<IntakeColumn> {
    match column {
        SourceColumn::Unit => Some(IntakeColumn::Unit),
        SourceColumn::Post => Some(IntakeColumn::Post),
        SourceColumn::UnitAndPost => Some(IntakeColumn::UnitAndPost),
        SourceColumn::Name => Some(IntakeColumn::Name),
        SourceColumn::Gender => Some(IntakeColumn::Gender),
        SourceColumn::Ethnicity => Some(IntakeColumn::Ethnicity),
        SourceColumn::Birth => Some(IntakeColumn::Birth),
        SourceColumn::Since => Some(IntakeColumn::Since),
        SourceColumn::Order => Some(IntakeColumn::Order),
        SourceColumn::Note => Some(IntakeColumn::Note),
        SourceColumn::Serial
        | SourceColumn::NativePlace
        | SourceColumn::WorkSince
        | SourceColumn::PartySince
        | SourceColumn::Education
        | SourceColumn::Rank
        | SourceColumn::Probation
        | SourceColumn::IdentityNumber => None,
    }
}

/// The posts of a row: as the register knows them, else as a clause of a paper would be read.
pub(crate) fn posts_of(register: &Register<'_>, entry: &RosterEntry, day: PartialDate) -> Vec<PrintedPost> {
    let known = posts_of_text(register, entry.unit.as_deref(), &entry.post, Some(day));
    let whole = known.iter().all(|post| !post.posts.is_empty() || post.organisation.is_some());
    let uncut = known.len() == 1 && known.iter().all(|post| post.posts.is_empty());
    if whole && !(uncut && (entry.unit.is_none() || entry.post.contains(['、', '兼', '（', '代']))) {
        return known;
    }
    let read = renmian_reading::posts(entry.unit.as_deref(), &entry.post);
    if read.is_empty() {
        return known;
    }
    let as_printed = read.into_iter().map(|standing| {
        let unit = standing.post.organisation;
        let mut posts = posts_of_text(register, unit.as_deref(), &standing.post.title, Some(day));
        let found = if posts.len() == 1 { posts.pop() } else { None };
        let printed = found.unwrap_or_else(|| PrintedPost {
            organisation_id: unit
                .as_deref()
                .and_then(|unit| register.organisations_named(unit, Some(day)).first().map(|known| known.id)),
            organisation: unit,
            title: standing.post.title,
            posts: Vec::new(),
            concurrent: false,
            acting: false,
        });
        PrintedPost {
            concurrent: printed.concurrent || standing.concurrent,
            acting: printed.acting || standing.acting,
            ..printed
        }
    });
    as_printed.collect()
}
