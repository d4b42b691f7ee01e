//! Tables: rows of cells parted by tabs, bars or columns of blanks, or one cell a line. The header row says what each
//! column is.

mod cell_lines;
mod row;

use self::cell_lines::cell_lines;
pub(crate) use self::cell_lines::is_header_word;
use self::row::row;
use crate::layout::{Glyph, is_blank, plain, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Words, words};
use crate::marks::Marks;
use crate::paragraph::Paragraph;
use crate::sheet::Sheet;
use crate::spread::{close_names, name_alone};

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
    /// The post that the person of the row held until now: 原任职务.
    Held,
    /// The post that the person holds: before this paper where another column names a new one, else by it.
    Holds,
    Other,
}

/// Headers of columns of those who hold the post of the row from now on.
static COMES: Words = Words::of(&[
    "现任",
    "新任",
    "接任",
    "继任",
    "接任人",
    "现任人员",
    "新任人员",
    "接任人员",
    "现任人选",
    "任职人员",
    "调整后",
    "变更后",
    "现负责人",
    "新负责人",
]);

/// Headers of columns of those who held it until now.
static GOES: Words = Words::of(&[
    "原任",
    "前任",
    "离任",
    "离任人",
    "原任人员",
    "离任人员",
    "免职人员",
    "调整前",
    "变更前",
    "原负责人",
    "前负责人",
]);

fn column(header: &[Glyph]) -> Column {
    let has = |words: &Words| words.within(header);
    match () {
        () if COMES.are(header) => Column::Comes,
        () if GOES.are(header) => Column::Goes,
        () if has(words!["序号", "编号"]) => Column::Serial,
        () if has(words!["姓名", "人员名单"]) => Column::Name,
        () if has(words!["性别"]) => Column::Gender,
        () if has(words!["民族"]) => Column::Ethnicity,
        () if has(words!["出生", "学历", "电话", "身份证", "籍贯", "政治面貌", "年龄", "入党", "参加工作"]) => {
            Column::Other
        }
        () if has(words!["派出单位", "原单位", "现单位", "工作单位", "所在单位"]) => Column::Other,
        () if has(words!["原任单位", "原任职单位"]) => Column::Unit,
        () if has(words!["原职务", "原任", "原职级", "原聘", "原岗位"]) => Column::Held,
        () if has(words!["现任职务", "现职务", "现职级", "现任岗位", "现岗位", "现聘"]) => {
            Column::Holds
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
    let heads = run.len() <= 200 && words!["姓", "序", "人员", "名", "任", "调整", "变更", "负责"].within(run);
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
    if cells.iter().any(|cell| cell.len() > 14) {
        return None;
    }
    let mut columns: Vec<Column> = cells.iter().map(|cell| column(cell)).collect();
    let has = |columns: &[Column], wanted: &[Column]| wanted.iter().any(|column| columns.contains(column));
    let listed = columns.contains(&Column::Name);
    if listed {
        // 姓名　原任　现任: what each held and holds, not who.
        let given = has(&columns, &[Column::Appointed, Column::Dismissed, Column::Post]);
        let before = has(&columns, &[Column::Held, Column::Goes]);
        for column in &mut columns {
            *column = if *column == Column::Goes {
                Column::Held
            } else if *column == Column::Comes || *column == Column::Holds && before && !given {
                Column::Appointed
            } else if *column == Column::Holds {
                if given && !before { Column::Held } else { Column::Other }
            } else {
                *column
            };
        }
    }
    let succeeded = has(&columns, &[Column::Comes, Column::Goes]) && columns.contains(&Column::Post);
    let decides = has(&columns, &[Column::Appointed, Column::Dismissed, Column::Post]);
    ((listed || succeeded) && decides).then_some(columns)
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
        let mark = |at: usize| Glyph::of('、', at);
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

/// A character of the lines between rows.
fn is_rule(c: char) -> bool {
    matches!(c, '-' | '+' | '|' | ':' | '：' | '=' | '\u{2500}'..='\u{257f}')
}

fn is_empty(cell: &[Glyph]) -> bool {
    cell.iter().all(|glyph| matches!(glyph.c, '-' | '/' | '无' | '—' | '－' | '*' | '―' | '─'))
}
