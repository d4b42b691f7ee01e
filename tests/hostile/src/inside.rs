//! Changes inside a file that is whole outside. A package whose bytes are changed blindly is refused for its sums
//! long before its XML is looked at; here the input is one part, and a sound file is built around it.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use crate::made;
use crate::seeds;

/// Where an input goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A part of the Word document, by its name.
    Docx(String),
    /// A part of the fixed-layout document.
    Ofd(String),
    /// A part of the workbook.
    Xlsx(String),
    /// A stream of the Word 97 document, by its path.
    Doc(String),
    /// The operators of a PDF's page.
    PdfPage,
    /// The map from codes to characters of a PDF's font.
    PdfMap,
}

impl Part {
    /// Whether the whole is a roster and not a paper.
    pub fn is_roster(&self) -> bool {
        matches!(self, Self::Xlsx(_))
    }
}

struct Whole {
    part: Part,
    seed: Vec<u8>,
}

static PARTS: LazyLock<Vec<Whole>> = LazyLock::new(|| {
    let mut all = Vec::new();
    let mut package = |part: fn(String) -> Part, bytes: &[u8]| {
        all.extend(entries(bytes).into_iter().map(|(name, seed)| Whole { part: part(name), seed }));
    };
    package(Part::Docx, &seeds::docx());
    package(Part::Ofd, &made::ofd());
    package(Part::Xlsx, &seeds::workbook());
    let streams = streams(seeds::DOC);
    all.extend(streams.into_iter().map(|(path, seed)| Whole { part: Part::Doc(path), seed }));
    all.push(Whole { part: Part::PdfPage, seed: seeds::PDF_PAGE.to_vec() });
    all.push(Whole { part: Part::PdfMap, seed: made::pdf::to_unicode().as_bytes().to_vec() });
    all
});

/// One input for each part there is: the byte that names it, then the part as it is in a sound file.
pub fn seeds() -> Vec<Vec<u8>> {
    (0..=u8::MAX).zip(PARTS.iter()).map(|(number, whole)| [&[number], whole.seed.as_slice()].concat()).collect()
}

/// The file around an input, and the part that it was put into; `None` for an empty input.
pub fn whole(input: &[u8]) -> Option<(Part, Vec<u8>)> {
    let (number, put) = input.split_first()?;
    let part = PARTS.get(usize::from(*number) % PARTS.len())?.part.clone();
    let bytes = match &part {
        Part::Docx(_) | Part::Ofd(_) | Part::Xlsx(_) => rebuilt(&part, put),
        Part::Doc(path) => with_stream(seeds::DOC, path, put)?,
        Part::PdfPage => made::pdf::page(&made::pdf::composite("Identity-H", "Identity", "/ToUnicode 6 0 R"), put),
        Part::PdfMap => mapped(put),
    };
    Some((part, bytes))
}

/// The package that `part` is of, with these bytes in its place.
fn rebuilt(part: &Part, put: &[u8]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = PARTS
        .iter()
        .filter_map(|other| {
            let name = match (&other.part, part) {
                (Part::Docx(name), Part::Docx(_))
                | (Part::Ofd(name), Part::Ofd(_))
                | (Part::Xlsx(name), Part::Xlsx(_)) => name,
                _ => return None,
            };
            Some((name.as_str(), if other.part == *part { put } else { &other.seed }))
        })
        .collect();
    made::package(&parts)
}

/// The parts of a package with their names.
fn entries(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let mut parts = Vec::new();
    for at in 0..archive.len() {
        let mut bytes = Vec::new();
        if let Ok(mut part) = archive.by_index(at)
            && part.read_to_end(&mut bytes).is_ok()
            && let Ok(name) = part.name()
        {
            parts.push((name.into_owned(), bytes));
        }
    }
    parts
}

/// The streams of a compound file with their paths.
fn streams(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let Ok(mut file) = cfb::CompoundFile::open(Cursor::new(bytes)) else {
        return Vec::new();
    };
    let paths: Vec<_> = file.walk().filter(cfb::Entry::is_stream).map(|entry| entry.path().to_owned()).collect();
    let mut streams = Vec::new();
    for path in paths {
        let mut bytes = Vec::new();
        if let Ok(mut stream) = file.open_stream(&path)
            && stream.read_to_end(&mut bytes).is_ok()
        {
            streams.push((path.to_string_lossy().into_owned(), bytes));
        }
    }
    streams
}

fn with_stream(bytes: &[u8], path: &str, put: &[u8]) -> Option<Vec<u8>> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes.to_vec())).ok()?;
    file.create_stream(path).ok()?.write_all(put).ok()?;
    file.flush().ok()?;
    Some(file.into_inner().into_inner())
}

/// A page whose font has this map.
fn mapped(map: &[u8]) -> Vec<u8> {
    use made::pdf::{composite, file, plain, stream};
    file(
        &[
            plain("<</Type/Catalog/Pages 2 0 R>>"),
            plain("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>"),
            plain("<</Type/Page/Parent 2 0 R/Contents 5 0 R/Resources<</Font<</F1 4 0 R>>>>>>"),
            plain(composite("Identity-H", "Identity", "/ToUnicode 6 0 R")),
            stream("", seeds::PDF_PAGE),
            stream("", map),
        ],
        "",
    )
}
