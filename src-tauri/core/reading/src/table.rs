//! Tables: rows of cells parted by tabs, bars or columns of blanks, or one cell a line. The header row says what each
//! column is.

use std::borrow::Cow;

use renmian_domain::ItemKind;

use crate::layout::{Glyph, find, is_blank, plain, printed, span, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Words, words};
use crate::marks::Marks;
use crate::paragraph::Paragraph;
use crate::post::{Before, Seat, posts};
use crate::sheet::Sheet;
use crate::spread::{close_names, name_alone, odd_name};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Serial,
    Name,
    Gender,
    Ethnicity,
    Appointed,
    Dismissed,
    Post,
    Unit,
    Day,
    Probation,
    Note,
    /// Who holds the post of the row from now on: 现任, 新任.
    Comes,
    /// Who held it until now: 原任.
    Goes,
    Other,
}

fn column(header: &[Glyph]) -> Column {
    let has = |words: &Words| words.within(header);
    let comes = words!["现任", "新任", "接任", "接任人", "现任人员", "新任人员", "接任人员", "调整后"];
    let goes = words!["原任", "前任", "离任", "离任人", "原任人员", "离任人员", "调整前"];
    match () {
        () if comes.are(header) => Column::Comes,
        () if goes.are(header) => Column::Goes,
        () if has(words!["序号", "编号"]) => Column::Serial,
        () if has(words!["姓名", "人员名单"]) => Column::Name,
        () if has(words!["性别"]) => Column::Gender,
        () if has(words!["民族"]) => Column::Ethnicity,
        () if has(words!["出生", "学历", "电话", "身份证", "籍贯", "政治面貌", "年龄", "入党", "参加工作"]) => {
            Column::Other
        }
        () if has(words![
            "派出单位",
            "原单位",
            "现单位",
            "原职务",
            "原任职务",
            "现任职务",
            "现职务",
            "现职级",
            "原职级",
            "工作单位",
            "所在单位",
        ]) =>
        {
            Column::Other
        }
        () if has(words!["试用期"]) => Column::Probation,
        () if has(words!["任职时间", "任职日期", "起算", "聘期", "任期"]) => Column::Day,
        () if has(words!["备注", "说明"]) => Column::Note,
        () if has(words!["免", "解聘", "不再担任"]) => Column::Dismissed,
        () if has(words!["任职单位", "单位", "部门", "派驻村", "派驻", "机构", "科室", "院系", "处室", "学校"])
            && !has(words!["职务"]) =>
        {
            Column::Unit
        }
        () if has(words!["任", "聘", "新职务", "拟定职务", "当选", "晋升", "新职级"]) => {
            Column::Appointed
        }
        () if has(words!["职务", "岗位", "职级"]) => Column::Post,
        () => Column::Other,
    }
}

/// Reads the table that begins with this paragraph. Gives how many paragraphs it took.
pub(crate) fn table(body: &[&Paragraph], at: usize, verb: Verb, sheet: &mut Sheet) -> Option<usize> {
    // A header names the column of names; nothing else is looked at twice.
    let run = &body.get(at)?.run;
    if let Some(taken) = crate::matrix::matrix(body, at, verb, sheet) {
        return Some(taken);
    }
    let heads = run.len() <= 200 && words!["姓", "序", "人员", "名", "现任", "新任", "调整后"].within(run);
    let table = heads.then(|| rows(body, at, verb, sheet)).flatten();
    table.or_else(|| cell_lines(body, at, verb, sheet))
}

fn split_row(run: &[Glyph]) -> Vec<Vec<Glyph>> {
    if run.iter().any(|glyph| matches!(glyph.c, '\t' | '|')) {
        let mut cells: Vec<Vec<Glyph>> =
            run.split(|glyph| matches!(glyph.c, '\t' | '|')).map(|cell| tight(cell).into_owned()).collect();
        if run.iter().any(|glyph| glyph.c == '|') {
            cells.retain({
                let mut first = true;
                move |cell: &Vec<Glyph>| !(std::mem::take(&mut first) && cell.is_empty())
            });
        }
        return cells;
    }
    let closed = close_names(run);
    closed.split(|glyph| is_blank(glyph.c)).filter(|cell| !cell.is_empty()).flat_map(parted).collect()
}

/// 海涛（回族）骨科主任: the bracket of a name fills its column, and no blank is left before the post.
fn parted(cell: &[Glyph]) -> Vec<Vec<Glyph>> {
    let cut = (2..=4).find_map(|name| {
        let (inside, next) = crate::marks::bracket_at(cell, name)?;
        let of_person = Marks::bracket(inside).says_of_person() && name_alone(&cell[..next]).is_some();
        (of_person && next < cell.len() && crate::post::is_post(&cell[next..])).then_some(next)
    });
    match cut {
        Some(cut) => vec![cell[..cut].to_vec(), cell[cut..].to_vec()],
        None => vec![cell.to_vec()],
    }
}

fn header(cells: &[Vec<Glyph>]) -> Option<Vec<Column>> {
    let columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let succeeded = columns.contains(&Column::Comes) && columns.contains(&Column::Goes);
    let named = columns.contains(&Column::Name) || succeeded;
    let decides = columns.iter().any(|column| matches!(column, Column::Appointed | Column::Dismissed | Column::Post));
    let short = cells.iter().all(|cell| cell.len() <= 14);
    (named && decides && short).then_some(columns)
}

fn rows(body: &[&Paragraph], at: usize, verb: Verb, sheet: &mut Sheet) -> Option<usize> {
    let cells = split_row(&body.get(at)?.run);
    if cells.len() < 2 {
        return None;
    }
    let columns = header(&cells)?;
    let tabbed = body[at].run.iter().any(|glyph| matches!(glyph.c, '\t' | '|'));
    let mut taken = 1;
    // A unit that is printed once stands for the rows below it.
    let unit_column = columns.iter().position(|column| *column == Column::Unit);
    let mut unit: Vec<Glyph> = Vec::new();
    for paragraph in &body[at + 1..] {
        let cells = split_row(&paragraph.run);
        let ruled = plain(&paragraph.run).chars().all(is_rule);
        let again = header(&cells).is_some();
        if !(ruled || again) {
            if cells.len() < 2 || (tabbed && !paragraph.run.iter().any(|glyph| matches!(glyph.c, '\t' | '|'))) {
                break;
            }
            let cells = if tabbed { Some(cells) } else { in_places(&body[at].run, &columns, &paragraph.run) };
            match cells {
                Some(mut cells) => {
                    if let Some(cell) = unit_column.and_then(|column| cells.get_mut(column)) {
                        if cell.is_empty() { cell.clone_from(&unit) } else { unit.clone_from(cell) }
                    }
                    row(&columns, &cells, &paragraph.run, verb, sheet);
                }
                None => sheet.not_understood(&paragraph.run),
            }
        }
        taken += 1;
    }
    Some(taken)
}

/// The cells of a row that blanks part, each below its header. A row with a cell for every column needs no measure.
fn in_places(header: &[Glyph], columns: &[Column], run: &[Glyph]) -> Option<Vec<Vec<Glyph>>> {
    let cells = split_row(run);
    if cells.len() == columns.len() {
        return Some(cells);
    }
    // 甲　乙 in the last column: several persons.
    if cells.len() > columns.len() {
        let (fixed, names) = cells.split_at(columns.len() - 1);
        let several = columns.last() == Some(&Column::Name) && names.iter().all(|cell| name_alone(cell).is_some());
        let mark = |at: usize| Glyph { c: '、', printed: '、', at };
        let joined = names.iter().flat_map(|cell| {
            let at = cell.first().map_or(0, |glyph| glyph.at);
            std::iter::once(mark(at)).chain(cell.iter().copied())
        });
        return several.then(|| fixed.iter().cloned().chain([joined.skip(1).collect()]).collect());
    }
    let starts = starts(header);
    if starts.len() != columns.len() {
        return None;
    }
    let mut out = vec![Vec::new(); columns.len()];
    let mut least = 0;
    for (cell, start) in cells.into_iter().zip(self::starts(run)) {
        let nearest = (least..starts.len()).min_by_key(|column| starts[*column].abs_diff(start))?;
        if starts[nearest].abs_diff(start) > 3 {
            return None;
        }
        out[nearest] = cell;
        least = nearest + 1;
    }
    Some(out)
}

/// Where on its line each cell begins, full characters counting two.
fn starts(run: &[Glyph]) -> Vec<usize> {
    let closed = close_names(run);
    let first = run.first().map_or(0, |glyph| glyph.at);
    let (mut wide, mut place, mut out, mut inside) = (0, 0, Vec::new(), false);
    for glyph in closed.iter() {
        // Blanks that were taken out of a name still fill the line.
        let skipped = glyph.at.saturating_sub(first + place);
        wide += skipped;
        place = glyph.at - first + 1;
        let blank = is_blank(glyph.c);
        if !blank && !inside {
            out.push(wide);
        }
        inside = !blank;
        wide += if glyph.printed.is_ascii() { 1 } else { 2 };
    }
    out
}

/// One cell a line, as some programs copy a table out: the header words, then rows of as many lines.
fn cell_lines(body: &[&Paragraph], at: usize, verb: Verb, sheet: &mut Sheet) -> Option<usize> {
    let word = |place: usize| body.get(place).filter(|line| line.run.len() <= 60).map(|line| tight(&line.run));
    let first = column(&word(at)?);
    if body[at].run.len() > 14 || matches!(first, Column::Other | Column::Appointed | Column::Dismissed) {
        return None;
    }
    let numbered = first == Column::Serial;
    let mut cells = Vec::new();
    let mut place = at;
    while let Some(cell) = word(place) {
        let known = column(&cell) != Column::Other && cell.len() <= 6 || numbered && cells.len() < 2;
        if cell.len() > 14 || (numbered && plain(&cell) == "1") || !known && !numbered || cells.len() > 12 {
            break;
        }
        cells.push(cell.into_owned());
        place += 1;
    }
    let columns = header(&cells)?;
    let mut serial = 1;
    while place + columns.len() <= body.len() {
        let row_cells: Vec<Vec<Glyph>> =
            (0..columns.len()).filter_map(|column| word(place + column).map(Cow::into_owned)).collect();
        if row_cells.len() < columns.len() || numbered && plain(&row_cells[0]) != serial.to_string() {
            break;
        }
        if !numbered && !fills(&columns, &row_cells) {
            break;
        }
        let whole: Vec<Glyph> = row_cells.iter().flatten().copied().collect();
        row(&columns, &row_cells, &whole, verb, sheet);
        place += columns.len();
        serial += 1;
    }
    (serial > 1).then_some(place - at)
}

/// Whether the lines hold what the header promises: a name where one stands, a title where one does.
fn fills(columns: &[Column], cells: &[Vec<Glyph>]) -> bool {
    columns.iter().zip(cells).all(|(column, cell)| {
        if *column == Column::Name {
            return name_alone(cell).or_else(|| odd_name(cell)).is_some();
        }
        let titled = matches!(column, Column::Post | Column::Appointed | Column::Dismissed);
        if titled { is_empty(cell) || crate::post::is_post(cell) } else { cell.len() <= 30 }
    })
}

/// A character of the lines between rows.
fn is_rule(c: char) -> bool {
    matches!(c, '-' | '+' | '|' | ':' | '：' | '=' | '\u{2500}'..='\u{257f}')
}

fn is_empty(cell: &[Glyph]) -> bool {
    cell.iter().all(|glyph| matches!(glyph.c, '-' | '/' | '无' | '—' | '－' | '*'))
}

/// A row that names the post, who takes it and who leaves it.
fn handover(columns: &[Column], cells: &[Vec<Glyph>], whole: &[Glyph], verb: Verb, sheet: &mut Sheet) {
    let cell = |wanted: Column| {
        columns.iter().zip(cells).find(|(column, cell)| **column == wanted && !is_empty(cell)).map(|(_, cell)| cell)
    };
    let group = sheet.group.clone();
    let mut before = cell(Column::Unit).or(group.as_ref()).map(|unit| Before::unit(unit)).unwrap_or_default();
    let Some(seats) = cell(Column::Post).and_then(|post| posts(post, &mut before)) else {
        return sheet.not_understood(whole);
    };
    let source = span(whole);
    for (column, kind) in [(Column::Comes, ItemKind::Appoint), (Column::Goes, ItemKind::Dismiss)] {
        let Some(cell) = cell(column) else { continue };
        let cell = tight(&close_names(cell)).into_owned();
        for name in crate::list::split_outside(&cell) {
            let Some(who) = name_alone(name).or_else(|| odd_name(name)) else {
                sheet.not_understood(whole);
                continue;
            };
            for seat in &seats {
                let mut marks = seat.marks.clone();
                marks.take(&sheet.ahead.clone());
                let verb = Verb { kind, ..verb };
                sheet.push(&who, seat, verb, marks, source, seat.unit.is_some(), None);
            }
        }
    }
}

fn row(columns: &[Column], cells: &[Vec<Glyph>], whole: &[Glyph], verb: Verb, sheet: &mut Sheet) {
    if columns.contains(&Column::Comes) && !columns.contains(&Column::Name) {
        return handover(columns, cells, whole, verb, sheet);
    }
    let cell = |wanted: Column| {
        columns.iter().zip(cells).find(|(column, cell)| **column == wanted && !is_empty(cell)).map(|(_, cell)| cell)
    };
    let listed = cell(Column::Name).map(|cell| tight(&close_names(cell)).into_owned()).unwrap_or_default();
    let several: Vec<&[Glyph]> = crate::list::split_outside(&listed);
    if several.len() > 1 && several.iter().all(|name| name_alone(name).is_some()) {
        for name in several {
            let one: Vec<Vec<Glyph>> = columns
                .iter()
                .zip(cells)
                .map(|(column, cell)| if *column == Column::Name { name.to_vec() } else { cell.clone() })
                .collect();
            row(columns, &one, whole, verb, sheet);
        }
        return;
    }
    let Some(mut who) = cell(Column::Name).map(|cell| tight(&close_names(cell)).into_owned()).and_then(|name| {
        // The header says that it is a name, whatever its characters are.
        name_alone(&name).or_else(|| odd_name(&name))
    }) else {
        if !cells.iter().all(|cell| is_empty(cell)) && find(whole, 0, "合计").is_none() {
            sheet.not_understood(whole);
        }
        return;
    };
    for wanted in [Column::Gender, Column::Ethnicity, Column::Note] {
        if let Some(cell) = cell(wanted) {
            let mut marks = Marks::bracket(cell);
            if wanted == Column::Ethnicity && marks.ethnicity.is_none() && cell.len() <= 4 {
                // 民族: 汉
                let mut full = cell.clone();
                if let Some(last) = full.last().copied() {
                    full.push(Glyph { c: '族', printed: '族', at: last.at });
                }
                let named = Marks::bracket(&full);
                if named.ethnicity.is_some() {
                    marks = named;
                }
            }
            who.marks.take(&marks);
        }
    }
    if let Some(cell) = cell(Column::Day) {
        let day = crate::date::find_date(cell, 0).map(|(day, _, _)| day);
        let term = crate::date::months_at(cell, 0).map(|(months, _)| months).filter(|_| day.is_none());
        who.marks.take(&Marks { effective: day, term, ..Marks::default() });
    }
    if let Some(cell) = cell(Column::Probation) {
        who.marks
            .take(&Marks { probation: crate::date::months_at(cell, 0).map(|(months, _)| months), ..Marks::default() });
    }
    let source = span(whole);
    // A bare title in the table of a leading group is the group's.
    let group = sheet.group.clone();
    let unit = cell(Column::Unit).or(group.as_ref());
    let mut any = false;
    for (column, kind) in
        [(Column::Appointed, ItemKind::Appoint), (Column::Dismissed, ItemKind::Dismiss), (Column::Post, verb.kind)]
    {
        let Some(held) = cell(column) else { continue };
        let mut before = unit.map(|unit| Before::unit(unit)).unwrap_or_default();
        let verb = if column == Column::Post { verb } else { Verb { kind, ..verb } };
        match posts(held, &mut before) {
            Some(seats) => {
                for seat in &seats {
                    let mut marks = seat.marks.clone();
                    marks.take(&sheet.ahead.clone());
                    // A rank is of the unit that the row names for it.
                    let own = cell(Column::Unit).filter(|_| seat.unit.is_none() && seat.sure);
                    let seat = Seat { unit: seat.unit.clone().or(own.map(|unit| printed(unit))), ..seat.clone() };
                    let sure = seat.unit.is_some();
                    let seat = Seat { sure: seat.sure || (unit.is_some() && sure), ..seat };
                    sheet.push(&who, &seat, verb, marks, source, sure, None);
                    any = true;
                }
            }
            None => sheet.not_understood(whole),
        }
    }
    if !any {
        sheet.not_understood(whole);
    }
}
