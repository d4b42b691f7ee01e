//! A row of a table, its cells under their columns: the items that it gives.

use renmian_domain::{ItemKind, Span};

use super::{Column, is_empty};
use crate::layout::{Glyph, find, printed, span, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::words;
use crate::marks::Marks;
use crate::name::Who;
use crate::post::{Before, Seat, posts};
use crate::sheet::Sheet;
use crate::spread::{close_names, name_alone, odd_name};

/// A row that names the post, who takes it and who leaves it.
fn handover(columns: &[Column], cells: &[Vec<Glyph>], whole: &[Glyph], verb: Verb, sheet: &mut Sheet) {
    let cell = |wanted: Column| {
        columns.iter().zip(cells).find(|(column, cell)| **column == wanted && !is_empty(cell)).map(|(_, cell)| cell)
    };
    sheet.gone |= columns.contains(&Column::Goes);
    let group = sheet.group.clone();
    let mut before = cell(Column::Unit).or(group.as_ref()).map(|unit| Before::unit(unit)).unwrap_or_default();
    let Some(seats) = cell(Column::Post).and_then(|post| posts(post, &mut before)) else {
        return sheet.not_understood(whole);
    };
    let source = span(whole);
    for (column, kind) in [(Column::Comes, ItemKind::Appoint), (Column::Goes, ItemKind::Dismiss)] {
        let Some(cell) = cell(column) else { continue };
        if words!["空缺", "暂缺", "新增", "新设", "缺", "待定"].at(bare(cell), 0).is_some() {
            continue;
        }
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

pub(super) fn row(columns: &[Column], cells: &[Vec<Glyph>], whole: &[Glyph], verb: Verb, sheet: &mut Sheet) {
    if !columns.contains(&Column::Name) {
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
                    full.push(Glyph::of('族', last.at));
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
    if let Some(held) = cell(Column::Held) {
        keep_held(&who, held, unit, source, verb, sheet);
    }
}

/// What the person held until now ends only where the paper says so: kept until it does.
fn keep_held(who: &Who, held: &[Glyph], unit: Option<&Vec<Glyph>>, source: Span, verb: Verb, sheet: &mut Sheet) {
    let mut before = unit.map(|unit| Before::unit(unit)).unwrap_or_default();
    let first = sheet.items.len();
    for seat in posts(held, &mut before).unwrap_or_default() {
        let verb = Verb { kind: ItemKind::Dismiss, ..verb };
        let sure = seat.unit.is_some();
        sheet.push(who, &seat, verb, seat.marks.clone(), source, sure, None);
    }
    let held = sheet.items.split_off(first);
    sheet.held.extend(held);
}

/// （空缺） without its bracket.
fn bare(cell: &[Glyph]) -> &[Glyph] {
    crate::marks::bracket_at(cell, 0).map_or(cell, |(inside, _)| inside)
}
