//! Tables of which a program copied out every cell on a line of its own: the words of the header, then the cells row by
//! row. Empty cells are lost on the way, so a row may have fewer lines than the header.

use super::{Column, header, row};
use crate::frame_lines::{is_date_line, is_issuer};
use crate::layout::{Glyph, is_han, plain, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Words, words};
use crate::paragraph::Paragraph;
use crate::post::{is_post, is_unit};
use crate::sheet::Sheet;
use crate::spread::{close_names, name_alone, odd_name};

/// Longest cell, in glyphs.
const CELL: usize = 30;

/// Reads the cells below a header whose words stand one a line. Gives how many paragraphs it took.
pub(super) fn cell_lines(body: &[&Paragraph], at: usize, verb: Verb, sheet: &mut Sheet) -> Option<usize> {
    let named = body.get(at..)?.iter().take(12).take_while(|line| is_header_word(&tight(&line.run))).count();
    // 序号 heads a table whatever its other columns are called: the first row begins with 1.
    let first = body.get(at + 1..).filter(|_| named > 0 && matches!(plain(&body[at].run).as_str(), "序号" | "编号"));
    let numbered = first.and_then(|below| below.iter().take(12).position(|line| plain(&tight(&line.run)) == "1"));
    let named = numbered.map_or(named, |number| number + 1);
    let heads: Vec<Vec<Glyph>> = body[at..at + named].iter().map(|line| tight(&line.run).into_owned()).collect();
    let columns = header(&heads).filter(|columns| columns.len() >= 3)?;
    let cells: Vec<Vec<Glyph>> = body[at + named..]
        .iter()
        .map(|line| tight(&close_names(&line.run)).into_owned())
        .take_while(|cell| cell.len() <= CELL && is_cell(cell))
        .collect();
    let rows = rows(&columns, &cells);
    if rows.is_empty() && cells.len() < columns.len() {
        return None;
    }
    let mut place = 0;
    // Empty lines are the empty cells, where the table was copied with them.
    let gaps = body[at + named..].iter().take(cells.len()).skip(1).any(|line| line.gap);
    for cut in &rows {
        let width = cut.iter().filter(|column| column.is_some()).count();
        let whole: Vec<Glyph> = cells[place..place + width].iter().flatten().copied().collect();
        let filled: Vec<Vec<Glyph>> =
            cut.iter().map(|cell| cell.map(|cell| cells[place + cell].clone()).unwrap_or_default()).collect();
        let first = sheet.items.len();
        let told = one_post(&columns, cut, &body[at + named + place..], gaps);
        let filled = if told == Some(Column::Dismissed) { moved(&columns, filled) } else { filled };
        row(&columns, &with_unit(&columns, filled, &cells[..place], &rows), &whole, verb, sheet);
        if told == Some(Column::Other) {
            sheet.items[first..].iter_mut().for_each(|item| item.certain = false);
        }
        place += width;
    }
    // What is left of the cells was not read: nobody is lost with it.
    let left = cells[place..].iter().take_while(|cell| !is_issuer(cell) && !is_date_line(cell)).count();
    for cell in &cells[place..place + left] {
        sheet.not_understood(cell);
    }
    Some(named + place + left)
}

/// Of a row with one post where the table has two columns of posts, 任 and 免: which of them it is in, by the empty line
/// before it. `Column::Other` where nothing tells; `None` for every other row.
fn one_post(columns: &[Column], cut: &Cut, lines: &[&Paragraph], gaps: bool) -> Option<Column> {
    let place = |wanted: Column| columns.iter().position(|column| *column == wanted);
    let (appointed, dismissed) = (place(Column::Appointed)?, place(Column::Dismissed)?);
    let cell = cut[appointed].filter(|_| cut[dismissed].is_none())?;
    match lines.get(cell) {
        Some(line) if line.gap && appointed < dismissed => Some(Column::Dismissed),
        _ if gaps => Some(Column::Appointed),
        _ => Some(Column::Other),
    }
}

/// The post of the row in the column of dismissals.
fn moved(columns: &[Column], mut cells: Vec<Vec<Glyph>>) -> Vec<Vec<Glyph>> {
    let place = |wanted: Column| columns.iter().position(|column| *column == wanted);
    if let (Some(appointed), Some(dismissed)) = (place(Column::Appointed), place(Column::Dismissed)) {
        cells.swap(appointed, dismissed);
    }
    cells
}

/// Whether the line is no sentence: its marks stand in brackets.
fn is_cell(run: &[Glyph]) -> bool {
    let mut depth = 0;
    run.iter().all(|glyph| {
        depth += i32::from(glyph.c == '（') - i32::from(glyph.c == '）');
        depth > 0 || !matches!(glyph.c, '。' | '；' | '：' | '，')
    })
}

/// For each column of a row, which of its lines holds the cell.
type Cut = Vec<Option<usize>>;

/// The rows into which the cells fall so that the most of them are taken.
fn rows(columns: &[Column], cells: &[Vec<Glyph>]) -> Vec<Cut> {
    let shapes = shapes(columns);
    // From the end: how many cells are taken from here on, and by which shape of the row that begins here.
    let mut best: Vec<(usize, Option<usize>)> = vec![(0, None); cells.len() + 1];
    for place in (0..cells.len()).rev() {
        for (number, shape) in shapes.iter().enumerate() {
            let width = shape.iter().flatten().count();
            let fitting = place + width <= cells.len()
                && columns
                    .iter()
                    .zip(shape)
                    .all(|(column, cell)| cell.is_none_or(|cell| fits(*column, &cells[place + cell])));
            if fitting && width + best[place + width].0 > best[place].0 {
                best[place] = (width + best[place + width].0, Some(number));
            }
        }
    }
    let (mut out, mut place) = (Vec::new(), 0);
    while let Some(shape) = best[place].1.map(|number| &shapes[number]) {
        place += shape.iter().flatten().count();
        out.push(shape.clone());
    }
    out
}

/// The full row, and those in which a cell that may be empty is.
fn shapes(columns: &[Column]) -> Vec<Cut> {
    let without = |left_out: &[usize]| {
        let mut next = 0;
        let cut = columns.iter().enumerate().map(|(place, _)| {
            let kept = !left_out.contains(&place);
            next += usize::from(kept);
            kept.then(|| next - 1)
        });
        cut.collect::<Cut>()
    };
    let open: Vec<usize> = columns
        .iter()
        .enumerate()
        .filter(|(_, column)| {
            !matches!(column, Column::Serial | Column::Name | Column::Post | Column::Appointed | Column::Comes)
        })
        .map(|(place, _)| place)
        .collect();
    let mut out = vec![without(&[])];
    out.extend(open.iter().map(|place| without(&[*place])));
    out.extend(
        open.iter().flat_map(|one| open.iter().filter(move |other| *other > one).map(|other| without(&[*one, *other]))),
    );
    out
}

fn fits(column: Column, cell: &[Glyph]) -> bool {
    let text = || plain(cell);
    match column {
        Column::Serial => cell.iter().all(|glyph| glyph.c.is_ascii_digit()),
        Column::Name | Column::Comes | Column::Goes => {
            (name_alone(cell).is_some() || odd_name(cell).is_some()) && !is_post(cell)
        }
        Column::Gender => matches!(text().as_str(), "男" | "女"),
        Column::Ethnicity => cell.len() <= 5 && cell.iter().all(|glyph| is_han(glyph.c)),
        Column::Post | Column::Appointed | Column::Dismissed | Column::Held | Column::Holds => is_post(cell),
        Column::Unit => {
            is_unit(cell) && !is_post(cell) || cell.len() >= 4 && name_alone(cell).is_none() && !is_post(cell)
        }
        Column::Day | Column::Probation => {
            cell.iter().any(|glyph| glyph.c.is_ascii_digit() || matches!(glyph.c, '年' | '月'))
        }
        Column::Note => !is_unit(cell) && !is_post(cell),
        Column::Other => true,
    }
}

/// A unit that is printed once stands for the rows below it.
fn with_unit(columns: &[Column], mut cells: Vec<Vec<Glyph>>, above: &[Vec<Glyph>], rows: &[Cut]) -> Vec<Vec<Glyph>> {
    let Some(unit) = columns.iter().position(|column| *column == Column::Unit) else { return cells };
    if !cells[unit].is_empty() {
        return cells;
    }
    let mut place = 0;
    for cut in rows {
        if place >= above.len() {
            break;
        }
        if let Some(cell) = cut[unit].and_then(|cell| above.get(place + cell)) {
            cells[unit].clone_from(cell);
        }
        place += cut.iter().flatten().count();
    }
    cells
}

/// Whether the line is a word that heads a column and nothing else.
pub(crate) fn is_header_word(run: &[Glyph]) -> bool {
    HEADER_WORDS.are(run)
        || words!["职务", "岗位", "职级", "职位", "单位", "部门", "科室", "处室", "时间", "日期"].end(run).is_some()
            && run.len() <= 6
            && KIND_OF_POST.at(run, 0).is_some()
}

static KIND_OF_POST: Words =
    Words::of(&["任", "拟任", "聘任", "新任", "原任", "现任", "担任", "所任", "免去", "原", "现", "新", "晋升"]);

static HEADER_WORDS: Words = Words::of(&[
    "任职单位",
    "所在单位",
    "工作单位",
    "派驻单位",
    "派驻村",
    "任职时间",
    "任职日期",
    "出生年月",
    "序号",
    "编号",
    "姓名",
    "性别",
    "民族",
    "单位",
    "部门",
    "处室",
    "科室",
    "学校",
    "机构",
    "院系",
    "岗位",
    "职务",
    "职级",
    "职位",
    "现任人员",
    "原任人员",
    "现任",
    "原任",
    "新任",
    "试用期",
    "聘期",
    "任期",
    "学历",
    "备注",
    "说明",
]);
