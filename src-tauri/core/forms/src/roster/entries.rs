//! The rows of a clerk's roster as persons in posts: each row understood, or listed with the reason why not. Nobody
//! is looked up in the register here.

use renmian_domain::{Gender, PartialDate};
use serde::Serialize;
use ts_rs::TS;

use super::columns::{RosterColumn, squeezed};
use super::table::{Table, TableRow};

/// Why a row gives no entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "kebab-case")]
pub enum RowRefusal {
    /// No name stands in it.
    NameMissing,
    /// The post stands empty: 空缺, 暂缺.
    Vacant,
    /// No post stands in it.
    PostMissing,
    /// No unit stands in it or above it.
    UnitMissing,
    /// 合计, 小计: a sum and no person.
    Sum,
    /// 注, 填表人: a remark below the table and no person.
    Remark,
}

/// A date that was left blank because it cannot be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DateDoubt {
    /// The title of the column.
    pub title: String,
    /// What stands in the cell.
    pub text: String,
}

/// One person in one post, as the row says it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntry {
    /// The row's number in the file, counted from 1.
    pub row: u32,
    /// The unit; `None` where the table has unit and post in one cell.
    pub unit: Option<String>,
    /// The post as it stands, perhaps several (党组成员、副局长), with its unit where `unit` is `None`.
    pub post: String,
    /// The name without the blanks that lay it out.
    pub name: String,
    /// The gender.
    pub gender: Option<Gender>,
    /// The ethnicity: 回族.
    pub ethnicity: Option<String>,
    /// The month of birth.
    pub birth: Option<PartialDate>,
    /// Since when the post is held.
    pub since: Option<PartialDate>,
    /// The number of the paper that appointed.
    pub order: Option<String>,
    /// The note.
    pub note: Option<String>,
    /// Everything else that stands in the row, by column title.
    pub others: Vec<(String, String)>,
    /// Dates that cannot be told.
    pub doubts: Vec<DateDoubt>,
}

/// A row that gave no entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct UnusedRow {
    /// The row's number in the file, counted from 1.
    pub row: u32,
    /// Why.
    pub reason: RowRefusal,
}

impl RowRefusal {
    /// The key of its sentence in the catalogue; the sentence takes the row's number as `row`.
    pub fn key(self) -> &'static str {
        match self {
            Self::NameMissing => "roster-row.name-missing",
            Self::Vacant => "roster-row.vacant",
            Self::PostMissing => "roster-row.post-missing",
            Self::UnitMissing => "roster-row.unit-missing",
            Self::Sum => "roster-row.sum",
            Self::Remark => "roster-row.remark",
        }
    }
}

/// All that the table says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RosterEntries {
    /// The day that the heading states.
    pub as_of: Option<PartialDate>,
    /// The rows that were understood, in their order.
    pub entries: Vec<RosterEntry>,
    /// The rows that were not, each with its reason.
    pub unused: Vec<UnusedRow>,
}

impl RosterEntries {
    /// Understands the rows of a table by the titles of its columns.
    pub fn of(table: &Table) -> Self {
        Self::by(table, &first_of_each(&table.titles))
    }

    /// Understands the rows of a table whose columns the clerk has named, from the left.
    pub fn by(table: &Table, columns: &[Option<RosterColumn>]) -> Self {
        let has_unit = columns.contains(&Some(RosterColumn::Unit));
        let mut known = Self { as_of: table.as_of, entries: Vec::new(), unused: Vec::new() };
        let mut unit_above: Option<String> = None;
        for row in &table.rows {
            if let Some(section) = section_of(row) {
                if is_remark(&section) {
                    known.unused.push(UnusedRow { row: row.number, reason: RowRefusal::Remark });
                    continue;
                }
                // A line over the whole table names the unit of the rows below it, where no column does.
                if !has_unit {
                    unit_above = Some(section);
                }
                continue;
            }
            match entry(row, table, columns, &mut unit_above) {
                Ok(entry) => known.entries.push(entry),
                Err(reason) => known.unused.push(UnusedRow { row: row.number, reason }),
            }
        }
        known
    }
}

/// The columns by their titles; of two of one kind the first counts, the other goes among the others.
pub fn first_of_each(titles: &[String]) -> Vec<Option<RosterColumn>> {
    let mut seen = std::collections::BTreeSet::new();
    titles.iter().map(|title| RosterColumn::of_title(title).filter(|column| seen.insert(*column))).collect()
}

/// The text of a row that is one merged cell or holds one cell only, at its left: 一、县委办公室.
fn section_of(row: &TableRow) -> Option<String> {
    let mut held = row.cells.iter().filter(|cell| !cell.text.is_empty());
    let first = held.next()?;
    let spans = row.cells.len() > 2 && held.all(|cell| cell.filled && cell.text == first.text);
    let merged = row.cells.iter().any(|cell| cell.filled);
    let at_left = row.cells.first().is_some_and(|cell| !cell.text.is_empty());
    let sum = matches!(squeezed(&first.text).as_str(), "合计" | "小计" | "总计" | "共计");
    if !spans || !merged || !at_left || sum {
        return None;
    }
    let text = squeezed(&first.text);
    let numbered = text.trim_start_matches(|c| "（(".contains(c));
    let digits = |c: char| c.is_ascii_digit() || "一二三四五六七八九十百".contains(c);
    let rest = numbered.trim_start_matches(digits);
    let unnumbered = rest.strip_prefix(['、', '.', '．', '）', ')']).map(|r| r.trim_start_matches('、'));
    Some(unnumbered.filter(|rest| !rest.is_empty()).unwrap_or(&text).to_owned())
}

fn entry(
    row: &TableRow,
    table: &Table,
    columns: &[Option<RosterColumn>],
    unit_above: &mut Option<String>,
) -> Result<RosterEntry, RowRefusal> {
    let place = |wanted: RosterColumn| columns.iter().position(|column| *column == Some(wanted));
    let text = |wanted| place(wanted).map(|at| row.text(at).trim()).filter(|text| !text.is_empty() && !is_blank(text));
    let is_sum = |cell: &super::grid::Cell| matches!(squeezed(&cell.text).as_str(), "合计" | "小计" | "总计" | "共计");
    if row.cells.iter().any(is_sum) {
        return Err(RowRefusal::Sum);
    }
    if let Some(unit) = text(RosterColumn::Unit) {
        *unit_above = Some(squeezed(unit));
    }
    let joined = text(RosterColumn::UnitAndPost);
    // Unit cells run over their rows; unmerged, only the first row of a unit may carry it.
    let unit = unit_above.clone().filter(|_| joined.is_none() || place(RosterColumn::Unit).is_some());
    let name = text(RosterColumn::Name).filter(|name| !is_remark(name));
    let name = name.ok_or_else(|| if is_remark_row(row) { RowRefusal::Remark } else { RowRefusal::NameMissing })?;
    if ["空缺", "暂缺", "缺", "待配", "空"].contains(&squeezed(name).trim_matches(|c| "（）()".contains(c))) {
        return Err(RowRefusal::Vacant);
    }
    let post = text(RosterColumn::Post).or(joined).ok_or(RowRefusal::PostMissing)?;
    if unit.is_none() && joined.is_none() {
        return Err(RowRefusal::UnitMissing);
    }
    let mut entry = RosterEntry {
        row: row.number,
        unit,
        post: squeezed(post),
        name: String::new(),
        gender: text(RosterColumn::Gender).and_then(gender),
        ethnicity: text(RosterColumn::Ethnicity).map(|text| ethnicity(&squeezed(text))),
        birth: None,
        since: None,
        order: text(RosterColumn::Order).map(squeezed),
        note: text(RosterColumn::Note).map(str::to_owned),
        others: Vec::new(),
        doubts: Vec::new(),
    };
    take_name(&mut entry, &squeezed(name));
    for (wanted, which) in [(RosterColumn::Birth, 0), (RosterColumn::Since, 1)] {
        let Some((at, written)) = place(wanted).zip(text(wanted)) else {
            continue;
        };
        match date(written, row.cells[at].zero_lost) {
            Some(date) if which == 0 => entry.birth = Some(date),
            Some(date) => entry.since = Some(date),
            None => entry
                .doubts
                .push(DateDoubt { title: table.titles.get(at).cloned().unwrap_or_default(), text: written.to_owned() }),
        }
    }
    use RosterColumn as C;
    let used = [C::Serial, C::Unit, C::Post, C::UnitAndPost, C::Name, C::Gender, C::Ethnicity, C::Birth, C::Since];
    for (at, title) in table.titles.iter().enumerate() {
        let column = columns.get(at).copied().flatten();
        let taken = column.is_some_and(|c| used.contains(&c) || matches!(c, C::Order | C::Note));
        if !taken && !title.is_empty() && !is_blank(row.text(at)) {
            entry.others.push((title.clone(), row.text(at).to_owned()));
        }
    }
    if entry.name.is_empty() { Err(RowRefusal::NameMissing) } else { Ok(entry) }
}

/// A remark below the table: its first cell says so, and nobody is named under it.
fn is_remark_row(row: &TableRow) -> bool {
    row.cells.iter().find(|cell| !cell.text.is_empty()).is_some_and(|cell| is_remark(&cell.text))
}

fn is_remark(text: &str) -> bool {
    let text = squeezed(text);
    let plain = text.trim_start_matches(['（', '(', '※', '*']);
    ["注：", "注:", "备注：", "备注:", "说明：", "说明:", "填表", "制表", "审核", "联系电话", "联系人", "填报"]
        .iter()
        .any(|word| plain.starts_with(word))
}

/// Signs that say that there is nothing.
fn is_blank(text: &str) -> bool {
    text.chars().all(|c| "-－—–/／\\ 　".contains(c))
}

fn gender(text: &str) -> Option<Gender> {
    match squeezed(text).as_str() {
        "男" | "男性" => Some(Gender::Male),
        "女" | "女性" => Some(Gender::Female),
        _ => None,
    }
}

/// 回 and 回族 are one.
fn ethnicity(text: &str) -> String {
    if text.ends_with('族') { text.to_owned() } else { format!("{text}族") }
}

/// The name, and what stands in brackets behind it (女，回族).
fn take_name(entry: &mut RosterEntry, text: &str) {
    let Some((name, rest)) = text.split_once(['（', '(']) else {
        entry.name = text.to_owned();
        return;
    };
    entry.name = name.to_owned();
    for part in rest.trim_end_matches(['）', ')']).split(['，', ',', '、', '；', ';']).filter(|p| !p.is_empty()) {
        if let Some(read) = gender(part) {
            entry.gender = entry.gender.or(Some(read));
        } else if part.ends_with('族') {
            entry.ethnicity.get_or_insert_with(|| part.to_owned());
        } else {
            entry.note = Some(entry.note.take().map_or_else(|| part.to_owned(), |note| format!("{note}；{part}")));
        }
    }
}

/// A date as it stands in a cell. A number that ends in .1 may be January or an October that lost its zero: no date.
fn date(text: &str, zero_lost: bool) -> Option<PartialDate> {
    // An age or a remark behind the date is not part of it.
    let plain = text.split(['（', '(', '\n']).next().unwrap_or_default().trim();
    let plain = plain.trim_end_matches(['起', '—', '-', '至', '今']);
    if zero_lost && plain.len() == 6 && plain.ends_with(".1") {
        return None;
    }
    PartialDate::typed(plain).ok()
}
