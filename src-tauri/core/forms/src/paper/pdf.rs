//! A PDF with text to text. The file's own tables are not trusted: objects are found by walking through it, and
//! everything unpacked or drawn is counted. What the fonts do not say shows as �; pages without text are said.
#![allow(clippy::wildcard_enum_match_arm, reason = "an object of any kind but the one wanted is as good as none")]

mod cmap;
mod file;
mod filters;
mod font;
mod locked;
mod object;
mod page;
mod picture;

pub(crate) use self::picture::pictures;

use self::file::File;
use self::page::PageReader;
use super::layout::Pages;
use super::{PaperForm, PaperNote, PaperText};
use crate::error::FormError;
use crate::limits::Limits;

/// Of a hundred characters, so many may be unknown before the text counts as none: the page must be looked at.
const UNKNOWN_PER_CENT: usize = 30;

/// Whether the bytes are a PDF; some programs put a few bytes before its mark.
pub(crate) fn is_pdf(bytes: &[u8]) -> bool {
    bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-")
}

/// The text of the file.
pub(super) fn text(bytes: &[u8], limits: &Limits) -> Result<PaperText, FormError> {
    let file = File::open(bytes, limits)?;
    let pages = file.pages(limits.pages)?;
    if pages.is_empty() {
        return Err(FormError::Damaged);
    }
    let mut reader = PageReader::new(&file, limits.depth);
    let mut laid = Pages::default();
    let mut characters = 0;
    for page in &pages {
        let (glyphs, rules) = reader.read(page)?;
        characters += glyphs.len();
        if characters > limits.text_chars {
            return Err(FormError::BeyondLimits);
        }
        laid.add(glyphs, &rules);
    }
    if laid.is_empty() || reader.unknown * 100 > characters * UNKNOWN_PER_CENT {
        return Err(FormError::Scanned);
    }
    let mut notes = Vec::new();
    if reader.unknown > 0 {
        notes.push(PaperNote::BytesReplaced { count: reader.unknown });
    }
    if laid.blank_pages() > 0 && reader.pictures > 0 {
        notes.push(PaperNote::PagesWithoutText { count: laid.blank_pages() });
    }
    Ok(PaperText { text: laid.text(), form: PaperForm::Pdf, encoding: None, notes })
}
