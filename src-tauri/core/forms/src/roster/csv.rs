//! A roster to comma-separated values: UTF-8 with its mark, so that Excel shows Chinese; CRLF; header first, one
//! person a line, the unit on each line. Cells that a spreadsheet would run as a formula are made text.

use super::RosterSheet;
use crate::error::FormError;

/// The bytes of the file.
pub fn to_csv(sheet: &RosterSheet) -> Result<Vec<u8>, FormError> {
    let mut writer = ::csv::WriterBuilder::new()
        .terminator(::csv::Terminator::CRLF)
        .quote_style(::csv::QuoteStyle::Necessary)
        .from_writer("\u{FEFF}".as_bytes().to_vec());
    let written = (|| -> Result<(), ::csv::Error> {
        writer.write_record(sheet.columns.iter().map(|column| harmless(&column.title)))?;
        for row in 0..sheet.rows.len() {
            writer.write_record((0..sheet.columns.len()).map(|column| harmless(&sheet.cell(row, column))))?;
        }
        Ok(())
    })();
    written.map_err(|_| FormError::NotMade)?;
    writer.into_inner().map_err(|_| FormError::NotMade)
}

/// Whether spreadsheet programs take a cell that begins so for a formula; East Asian ones take full-width signs too.
fn begins_formula(text: &str) -> bool {
    let mut characters = text.chars();
    match characters.next() {
        Some('=' | '@' | '＝' | '＠' | '\t' | '\r' | '\n') => true,
        // A dash alone says that there is nothing, and stays.
        Some('+' | '-' | '＋' | '－') => characters.next().is_some(),
        _ => false,
    }
}

/// The text with an apostrophe before it where it would be run: what every spreadsheet program shows as plain text.
fn harmless(text: &str) -> String {
    if begins_formula(text) { format!("'{text}") } else { text.to_owned() }
}

/// What [`harmless`] was given.
pub(super) fn original(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| begins_formula(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_become_text_and_come_back() {
        for (text, written) in [
            ("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")"),
            ("＝1+1", "'＝1+1"),
            ("-2+3", "'-2+3"),
            ("-", "-"),
            ("－", "－"),
            ("@a", "'@a"),
            ("李洋", "李洋"),
            ("'引文", "'引文"),
        ] {
            assert_eq!(harmless(text), written);
            assert_eq!(original(written), text);
        }
    }
}
