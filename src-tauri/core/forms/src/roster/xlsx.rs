//! A roster to a workbook that prints as it is: heading, as-of line, header repeated on each page, unit cells over
//! their rows, A4 landscape. Every cell is text, so nothing in it can be taken for a formula.

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, IgnoreError, Workbook, Worksheet, XlsxError,
};

use super::{ColumnKind, RosterSheet, width_of};
use crate::error::FormError;

const A4: u8 = 9;
/// Rows above the first person: heading, as-of line, header.
const HEAD_ROWS: u32 = 3;
const HEADER_ROW: u32 = HEAD_ROWS - 1;
/// A cell holds no more characters than this in any spreadsheet program.
const CELL_CHARS: usize = 32_767;
/// Points that one line of body text takes.
const LINE_POINTS: f64 = 16.0;
const BODY_FONT: &str = "仿宋";
const HEAD_FONT: &str = "黑体";

/// The bytes of the workbook. The same sheet gives the same bytes: no time of making is written into it.
pub fn to_xlsx(sheet: &RosterSheet) -> Result<Vec<u8>, FormError> {
    write(sheet).map_err(|_| FormError::NotMade)
}

fn write(sheet: &RosterSheet) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The library would take the clock otherwise.
    let properties =
        DocProperties::new().set_title(&sheet.heading).set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?);
    workbook.set_properties(&properties);
    let page = workbook.add_worksheet();
    page.set_name("花名册")?;
    let widths = widths(sheet);
    set_page(page, sheet)?;
    write_head(page, sheet, &widths)?;
    write_rows(page, sheet, &widths)?;
    workbook.save_to_buffer()
}

/// The last row and column of the sheet, counted from 0.
fn last_cell(sheet: &RosterSheet) -> (u32, u16) {
    let rows = u32::try_from(sheet.rows.len()).unwrap_or(u32::MAX);
    let columns = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
    (HEADER_ROW.saturating_add(rows), columns.saturating_sub(1))
}

fn set_page(page: &mut Worksheet, sheet: &RosterSheet) -> Result<(), XlsxError> {
    let (last_row, last_column) = last_cell(sheet);
    page.set_paper_size(A4).set_landscape().set_print_fit_to_pages(1, 0);
    // Inches: left, right, top, bottom, header, footer.
    page.set_margins(0.5, 0.5, 0.7, 0.7, 0.3, 0.35).set_print_center_horizontally(true);
    page.set_footer("&C&\"仿宋\"&10第 &P 页　共 &N 页");
    page.set_repeat_rows(HEADER_ROW, HEADER_ROW)?;
    page.set_print_area(0, 0, last_row, last_column)?;
    page.set_freeze_panes(HEAD_ROWS, 0)?;
    // Dates and numbers stand as text on purpose; no green corners.
    page.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn write_head(page: &mut Worksheet, sheet: &RosterSheet, widths: &[usize]) -> Result<(), XlsxError> {
    let heading = Format::new()
        .set_font_name(HEAD_FONT)
        .set_font_size(20)
        .set_align(FormatAlign::Center)
        .set_align(FormatAlign::VerticalCenter);
    let as_of = Format::new()
        .set_font_name(BODY_FONT)
        .set_font_size(11)
        .set_align(FormatAlign::Right)
        .set_align(FormatAlign::VerticalCenter);
    let (_, last_column) = last_cell(sheet);
    for (row, text, format, height) in [(0, &sheet.heading, &heading, 36.0), (1, &sheet.as_of, &as_of, 20.0)] {
        if last_column > 0 {
            page.merge_range(row, 0, row, last_column, &bounded(text), format)?;
        } else {
            page.write_string_with_format(row, 0, bounded(text), format)?;
        }
        page.set_row_height(row, height)?;
    }
    let header = body(FormatAlign::Center).set_font_name(HEAD_FONT);
    page.set_row_height(HEADER_ROW, 28.0)?;
    for ((at, column), width) in (0_u16..).zip(&sheet.columns).zip(widths) {
        page.write_string_with_format(HEADER_ROW, at, bounded(&column.title), &header)?;
        // The type is set in 11 points, a little wider than the type in which widths are counted.
        page.set_column_width(at, (*width as f64 * 1.1 + 1.5).min(250.0))?;
    }
    Ok(())
}

fn write_rows(page: &mut Worksheet, sheet: &RosterSheet, widths: &[usize]) -> Result<(), XlsxError> {
    let (centred, text) = (body(FormatAlign::Center), body(FormatAlign::Left));
    for (row, at) in (HEAD_ROWS..).zip(0..sheet.rows.len()) {
        let mut lines = 1;
        for (place, (column, width)) in (0_u16..).zip(sheet.columns.iter().zip(widths)) {
            let cell = sheet.cell(at, place.into());
            let format = match column.kind {
                ColumnKind::Unit => continue,
                ColumnKind::Serial | ColumnKind::Centred => &centred,
                ColumnKind::Text => &text,
            };
            lines = lines.max(lines_of(&cell, *width));
            page.write_string_with_format(row, place, bounded(&cell), format)?;
        }
        // Wrapped rows get their height here: programs disagree on when they would find it themselves.
        page.set_row_height(row, (lines as f64 * LINE_POINTS + 8.0).min(400.0))?;
    }
    for (place, _) in (0_u16..).zip(&sheet.columns).filter(|(_, column)| column.kind == ColumnKind::Unit) {
        write_units(page, sheet, place, &centred)?;
    }
    Ok(())
}

/// Writes the unit column: one cell over the rows of a unit that follow each other.
fn write_units(page: &mut Worksheet, sheet: &RosterSheet, place: u16, format: &Format) -> Result<(), XlsxError> {
    let mut row = HEAD_ROWS;
    for block in sheet.rows.chunk_by(|above, below| above.unit == below.unit) {
        let next = row.saturating_add(u32::try_from(block.len()).unwrap_or(u32::MAX));
        let unit = bounded(&block[0].unit);
        if block.len() > 1 {
            page.merge_range(row, place, next - 1, place, &unit, format)?;
        } else {
            page.write_string_with_format(row, place, unit, format)?;
        }
        row = next;
    }
    Ok(())
}

fn body(align: FormatAlign) -> Format {
    Format::new()
        .set_font_name(BODY_FONT)
        .set_font_size(11)
        .set_align(align)
        .set_align(FormatAlign::VerticalCenter)
        .set_text_wrap()
        .set_border(FormatBorder::Thin)
        // Typed over later, 2023.10 stays 2023.10.
        .set_num_format("@")
}

fn bounded(text: &str) -> String {
    text.chars().take(CELL_CHARS).collect()
}

/// Half-width characters that each column takes: its longest line, between its title and its bound.
fn widths(sheet: &RosterSheet) -> Vec<usize> {
    let width = |(at, column): (usize, &super::Column)| {
        let bound = column.width.map_or(
            match column.kind {
                ColumnKind::Serial => 6,
                ColumnKind::Unit | ColumnKind::Centred => 24,
                ColumnKind::Text => 36,
            },
            usize::from,
        );
        let longest = (0..sheet.rows.len())
            .flat_map(|row| sheet.cell(row, at).lines().map(width_of).collect::<Vec<_>>())
            .max()
            .unwrap_or(0);
        let title = width_of(&column.title);
        longest.max(title).min(bound.max(title)).max(4)
    };
    sheet.columns.iter().enumerate().map(width).collect()
}

fn lines_of(text: &str, width: usize) -> usize {
    text.lines().map(|line| width_of(line).div_ceil(width.max(1)).max(1)).sum::<usize>().max(1)
}
