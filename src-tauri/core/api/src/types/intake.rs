//! A roster kept elsewhere, on its way in: its sheets, which column holds what, the rows that are left out.

use renmian_domain::{Choice, PartialDate, PersonId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PersonCard;

/// A file with a roster.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterFile {
    /// The file's name.
    pub name: String,
    /// Its bytes in base64.
    pub content: String,
}

/// Looks into a roster's file before anything is done with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LookIntoRoster {
    /// The file.
    pub file: RosterFile,
    /// Which sheet and which row of titles the clerk chose; as recognised where `None`.
    pub place: Option<RosterPlace>,
}

/// Where a roster's table stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterPlace {
    /// The sheet, from 0.
    pub sheet: u32,
    /// The row of the titles as the spreadsheet program counts; `None` where there are none.
    pub header: Option<u32>,
}

/// What a column of a roster kept elsewhere holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum IntakeColumn {
    /// 单位
    Unit,
    /// 职务
    Post,
    /// 单位及职务 in one cell
    UnitAndPost,
    /// 姓名
    Name,
    /// 性别
    Gender,
    /// 民族
    Ethnicity,
    /// 出生年月
    Birth,
    /// 任现职时间
    Since,
    /// 任职文号
    Order,
    /// 备注
    Note,
}

/// Where the table stands, and what each of its columns holds from the left; `None` for what is not taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterLayout {
    /// Where it stands.
    pub place: RosterPlace,
    /// The columns.
    pub columns: Vec<Option<IntakeColumn>>,
}

/// What a roster's file holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RosterFileSheet {
    /// The names of the sheets; one empty name for a .csv.
    pub sheets: Vec<String>,
    /// Where the table stands.
    pub place: RosterPlace,
    /// Whether the titles were recognised; where not, the clerk says which row holds them.
    pub recognised: bool,
    /// The day that the heading states.
    pub as_of: Option<PartialDate>,
    /// The columns from the left.
    pub columns: Vec<FileColumn>,
    /// The first rows of the sheet as they stand.
    pub rows: Vec<FileRow>,
    /// How many rows of the sheet hold anything.
    pub total: u32,
}

/// A column of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileColumn {
    /// Its title; empty where it has none.
    pub title: String,
    /// What it holds, by its title or as the clerk said the last time; `None` where neither tells.
    pub holds: Option<IntakeColumn>,
    /// Whether the clerk said so the last time.
    pub remembered: bool,
}

/// A row of a file as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FileRow {
    /// Its number as the spreadsheet program counts.
    pub row: u32,
    /// Its cells from the left.
    pub cells: Vec<String>,
}

/// Reads opening entries (期初) from a roster kept elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportRoster {
    /// The file.
    pub file: RosterFile,
    /// Which column holds what, as the clerk says; as recognised where `None`. What the clerk says is remembered.
    pub layout: Option<RosterLayout>,
    /// Who is meant in which rows, as the clerk says.
    pub persons: Vec<RowPerson>,
    /// The day on which the roster held; taken from its heading where `None`, else today.
    pub held_on: Option<PartialDate>,
    /// Only say what would be recorded.
    pub try_only: bool,
}

/// Who is meant in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RowPerson {
    /// The row of the sheet.
    pub row: u32,
    /// Who.
    pub person: Choice<PersonId>,
}

/// What an import recorded, or would record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportAnswer {
    /// The day on which the roster held.
    pub held_on: PartialDate,
    /// Opening entries recorded.
    pub recorded: u32,
    /// Entries that the register held already.
    pub known: u32,
    /// People made for it.
    pub new_persons: u32,
    /// Units made for it.
    pub new_units: Vec<String>,
    /// Posts made for it.
    pub new_posts: u32,
    /// Rows left out.
    pub left: Vec<LeftRow>,
    /// Cells of recorded rows that were not taken.
    pub doubts: Vec<LeftRow>,
    /// Rows whose name the register has already, with who can be meant and who is taken.
    pub namesakes: Vec<NamesakeRow>,
}

/// A row that was left out, or a cell of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct LeftRow {
    /// The row of the sheet, from 1.
    pub row: u32,
    /// Why: a key of the catalogue, `roster-row.…` or `import.…`.
    pub reason: String,
    /// What stands in it, or the cell that it speaks of.
    pub cell: String,
}

/// A row whose name leaves open who is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct NamesakeRow {
    /// The row of the sheet.
    pub row: u32,
    /// 姓名.
    pub name: String,
    /// What the row says, in one line.
    pub says: String,
    /// Who is taken where the clerk says nothing: one of the candidates, or somebody new where `None`.
    pub taken: Option<PersonId>,
    /// Who can be meant.
    pub candidates: Vec<PersonCard>,
}
