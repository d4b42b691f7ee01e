//! Tables whose rows are units and whose columns are titles: every cell names who holds the title in the unit.

use crate::layout::{Glyph, span, tight};
use crate::lexicon::verbs::Verb;
use crate::paragraph::Paragraph;
use crate::post::{Before, is_bare_title, is_unit, posts};
use crate::sheet::Sheet;
use crate::spread::close_names;
use crate::spread::name_alone;

/// Reads the table that begins with this paragraph, where its header holds one corner and bare titles behind it.
/// Gives how many paragraphs it took.
pub(crate) fn matrix(body: &[&Paragraph], at: usize, verb: Verb, sheet: &mut Sheet) -> Option<usize> {
    let titles = cells(&body.get(at)?.run)?;
    let (_, titles) = titles.split_first()?;
    if titles.is_empty() || !titles.iter().all(|title| is_bare_title(title)) {
        return None;
    }
    let mut taken = 1;
    for paragraph in &body[at + 1..] {
        let Some(row) = cells(&paragraph.run) else { break };
        let Some((unit, names)) = row.split_first() else { break };
        if unit.is_empty() || names.len() > titles.len() {
            sheet.not_understood(&paragraph.run);
            taken += 1;
            continue;
        }
        for (title, cell) in titles.iter().zip(names) {
            if !fill(unit, title, cell, verb, sheet) {
                sheet.not_understood(&paragraph.run);
            }
        }
        taken += 1;
    }
    (taken > 1).then_some(taken)
}

/// The cells of a row that tabs or bars part.
fn cells(run: &[Glyph]) -> Option<Vec<Vec<Glyph>>> {
    let ruled = |c: char| matches!(c, '\t' | '|');
    if run.len() > 200 || !run.iter().any(|glyph| ruled(glyph.c)) {
        return None;
    }
    let mut cells: Vec<Vec<Glyph>> =
        run.split(|glyph| ruled(glyph.c)).map(|cell| tight(&close_names(cell)).into_owned()).collect();
    // Bars stand at both edges as well.
    if run.first().is_some_and(|glyph| glyph.c == '|') {
        cells.remove(0);
    }
    if run.last().is_some_and(|glyph| glyph.c == '|') {
        cells.pop();
    }
    Some(cells)
}

/// Writes the items of one cell, which may be empty or name several. `false` where it was not understood.
fn fill(unit: &[Glyph], title: &[Glyph], cell: &[Glyph], verb: Verb, sheet: &mut Sheet) -> bool {
    if cell.iter().all(|glyph| matches!(glyph.c, '-' | '/' | '无' | '缺' | '暂' | '空' | ':')) {
        return true;
    }
    let mut persons = Vec::new();
    let (mut from, mut depth) = (0, 0);
    for (place, glyph) in cell.iter().enumerate() {
        depth += i32::from(glyph.c == '（') - i32::from(glyph.c == '）');
        if depth == 0 && matches!(glyph.c, '、' | '，') {
            persons.push(&cell[from..place]);
            from = place + 1;
        }
    }
    persons.push(&cell[from..]);
    let Some(persons) = persons.into_iter().map(name_alone).collect::<Option<Vec<_>>>() else { return false };
    let Some(seats) = posts(title, &mut Before::unit(unit)) else { return false };
    for who in &persons {
        for seat in &seats {
            let mut marks = seat.marks.clone();
            marks.take(&sheet.ahead.clone());
            sheet.push(who, seat, verb, marks, span(cell), is_unit(unit), None);
        }
    }
    true
}
