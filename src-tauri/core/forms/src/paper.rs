//! The bytes of a paper to its text. The form is known by what the file holds; the ending of its name only decides
//! where the contents leave it open. What the text says is not this module's business.

mod doc;
mod docx;
mod html;
mod layout;
mod numbering;
mod ofd;
pub(crate) mod pdf;
mod plain;
mod radicals;
mod rows;
mod rtf;
mod ruling;

pub(crate) use plain::decode;

use renmian_domain::say::{Language, say};
use serde::Serialize;
use ts_rs::TS;

use crate::error::FormError;
use crate::limits::Limits;
use crate::package::Package;

/// The form of a file that holds a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum PaperForm {
    /// Text without form.
    Text,
    /// Word 2007 and later, WPS.
    Docx,
    /// Word 97 to 2003, WPS in the same container.
    Doc,
    /// A web page.
    Html,
    /// A web page with what belongs to it in one file.
    Mht,
    /// Rich text.
    Rtf,
    /// A PDF that holds text.
    Pdf,
    /// The national form of fixed layout.
    Ofd,
}

/// What the clerk should know about how the text was taken from the file.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, TS)]
#[serde(rename_all = "snake_case", tag = "code")]
pub enum PaperNote {
    /// The file holds changes that nobody accepted yet; they were read as accepted.
    ChangesAccepted,
    /// Text that is marked as hidden was left out.
    HiddenLeftOut,
    /// Footnotes stand at the end of the text.
    FootnotesAppended,
    /// Some bytes belong to no character and show as �.
    BytesReplaced {
        /// How many characters show as �.
        count: usize,
    },
    /// Some pages are pictures and were not read.
    PagesWithoutText {
        /// How many.
        count: usize,
    },
    /// The file carries signatures; whether they hold was not looked at.
    Signed,
}

impl PaperNote {
    /// The key of its sentence in the catalogue.
    pub fn key(&self) -> &'static str {
        match self {
            Self::ChangesAccepted => "paper-note.changes-accepted",
            Self::HiddenLeftOut => "paper-note.hidden-left-out",
            Self::FootnotesAppended => "paper-note.footnotes-appended",
            Self::BytesReplaced { .. } => "paper-note.bytes-replaced",
            Self::PagesWithoutText { .. } => "paper-note.pages-without-text",
            Self::Signed => "paper-note.signed",
        }
    }

    /// Its sentence.
    pub fn sentence(&self, language: Language) -> String {
        let words = match self {
            Self::BytesReplaced { count } | Self::PagesWithoutText { count } => {
                [("count".to_owned(), count.to_string())].into()
            }
            Self::ChangesAccepted | Self::HiddenLeftOut | Self::FootnotesAppended | Self::Signed => Default::default(),
        };
        say(language, self.key(), &words)
    }
}

/// The text of a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperText {
    /// The text: lines end with `\n`, cells of a table row are joined by tabs.
    pub text: String,
    /// The form it was read from.
    pub form: PaperForm,
    /// The encoding of plain text, by its usual name; `None` where the form settles it.
    pub encoding: Option<&'static str>,
    /// What the clerk should know about the taking.
    pub notes: Vec<PaperNote>,
}

/// The usual ending of a file that holds a paper, by what it holds and not by what it is called. `None` for what is read
/// nowhere here, and for web pages: a program that opens one does what it says.
pub fn ending_of(name: &str, bytes: &[u8], limits: &Limits) -> Option<&'static str> {
    if let Some(picture) = crate::scan::picture_ending(bytes) {
        return Some(picture);
    }
    match container_of(bytes) {
        Container::Zip => {
            let package = Package::open(bytes, limits).ok()?;
            if is_word(&package) { Some("docx") } else { package.has("OFD.xml").then_some("ofd") }
        }
        Container::Compound => Some("doc"),
        Container::RichText => Some("rtf"),
        Container::Pdf => Some("pdf"),
        Container::Other => None,
        Container::None if html::is_archive(bytes) || html::is_page(&name.to_ascii_lowercase(), bytes) => None,
        Container::None => plain::text(bytes).is_ok().then_some("txt"),
    }
}

/// The text of the paper in `bytes`. `name` is the file's name or its ending, and may be empty.
pub fn text_of(name: &str, bytes: &[u8], limits: &Limits) -> Result<PaperText, FormError> {
    if bytes.is_empty() {
        return Err(FormError::Empty);
    }
    if bytes.len() as u64 > limits.file_bytes {
        return Err(FormError::TooLarge { megabytes: limits.file_bytes >> 20 });
    }
    let name = name.to_ascii_lowercase();
    let mut paper = match container_of(bytes) {
        Container::Zip => of_package(bytes, limits)?,
        Container::Compound => doc::text(bytes, limits)?,
        Container::RichText => rtf::text(bytes, limits)?,
        Container::Pdf => pdf::text(bytes, limits)?,
        Container::Other => return Err(FormError::FormUnknown),
        Container::None if html::is_archive(bytes) => html::archive_text(bytes, limits)?,
        Container::None if html::is_page(&name, bytes) => html::page_text(bytes, None, limits)?,
        Container::None => plain::text(bytes)?,
    };
    tidy(&mut paper.text);
    if paper.text.chars().count() > limits.text_chars {
        return Err(FormError::BeyondLimits);
    }
    if paper.text.trim().is_empty() {
        return Err(FormError::Empty);
    }
    Ok(paper)
}

enum Container {
    Zip,
    Compound,
    RichText,
    Pdf,
    Other,
    None,
}

fn container_of(bytes: &[u8]) -> Container {
    const OTHER: [&[u8]; 8] =
        [b"\x89PNG", b"\xFF\xD8\xFF", b"GIF8", b"Rar!", b"7z\xBC\xAF", b"MZ", b"\x1F\x8B", b"SQLite format 3"];
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        Container::Zip
    } else if bytes.starts_with(doc::CONTAINER) {
        Container::Compound
    } else if bytes.starts_with(b"{\\rtf") {
        Container::RichText
    } else if pdf::is_pdf(bytes) {
        Container::Pdf
    } else if OTHER.iter().any(|mark| bytes.starts_with(mark)) {
        Container::Other
    } else {
        Container::None
    }
}

fn of_package(bytes: &[u8], limits: &Limits) -> Result<PaperText, FormError> {
    let package = Package::open(bytes, limits)?;
    if is_word(&package) {
        return docx::text(package, limits);
    }
    if package.has("OFD.xml") {
        return ofd::text(package, limits);
    }
    Err(FormError::FormUnknown)
}

fn is_word(package: &Package<'_>) -> bool {
    package.has("[Content_Types].xml") && package.names().any(|name| name.starts_with("word"))
}

/// Whether the line is the number of a page: 2, - 2 -, — 2 —, 第2页, 第 2 页 共 5 页.
pub(crate) fn is_page_number(line: &str) -> bool {
    let plain: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let dashed = plain.trim_matches(|c| "-—–－―─·.".contains(c));
    let paged = plain.replace(['第', '页', '共', '，', ',', '/'], "");
    let digits = |text: &str| !text.is_empty() && text.len() < 6 && text.bytes().all(|b| b.is_ascii_digit());
    (dashed.len() < plain.len() && digits(dashed)) || (plain.contains('页') && plain.contains('第') && digits(&paged))
}

/// Line ends become `\n`; what stands for nothing (a mark of order inside the text, a NUL, a soft hyphen) is dropped,
/// so that places in the text are places that the clerk sees.
fn tidy(text: &mut String) {
    let odd = |c: char| {
        matches!(
            c,
            '\r' | '\u{FEFF}' | '\0' | '\u{AD}' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{2E80}'
                ..='\u{2FD5}'
        )
    };
    if !text.contains(odd) {
        return;
    }
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\r' => {
                characters.next_if_eq(&'\n');
                out.push('\n');
            }
            '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\u{FEFF}' | '\0' | '\u{AD}' => {}
            other => out.push(radicals::plain(other)),
        }
    }
    *text = out;
}
