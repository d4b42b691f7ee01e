//! The document of Word 97 to 2003, and of WPS in the same container: its pieces put together in order, fields by
//! their results, deleted and hidden text left out, table rows on one line. The container is a compound file.

mod bytes;
mod properties;

use std::collections::HashMap;
use std::io::{Cursor, Read};

use self::bytes::{i32_at, u16_at, u32_at};
use self::properties::{CharacterRuns, ParagraphRuns};
use super::numbering::Numbering;
use super::rows::Rows;
use super::{PaperForm, PaperNote, PaperText};
use crate::error::FormError;
use crate::guard::fenced;
use crate::limits::Limits;

/// The first four bytes of every compound file.
pub(super) const CONTAINER: &[u8] = b"\xD0\xCF\x11\xE0";

/// Versions before Word 97 place everything elsewhere.
const WORD_97: u16 = 0x00C1;

// Places in the file information block of Word 97, as [MS-DOC] gives them.
const FLAGS: usize = 0x0A;
const TEXT_COUNTS: usize = 0x4C;
const CHARACTER_RUNS: usize = 0xFA;
const PARAGRAPH_RUNS: usize = 0x102;
const SHAPES: usize = 0x1DA;
const PIECES: usize = 0x1A2;
const BOXES: usize = 0x25A;
const LISTS: usize = 0x2E2;
const LIST_NUMBERS: usize = 0x2EA;

/// The text of the document in the container.
pub(super) fn text(file: &[u8], limits: &Limits) -> Result<PaperText, FormError> {
    Document::open(&fenced(|| streams(file))?, limits)?.read()
}

/// The streams of the container that a document's text is put together from.
struct Streams {
    main: Vec<u8>,
    table: Vec<u8>,
    /// Properties too long for their page; few documents have any.
    data: Vec<u8>,
}

fn streams(file: &[u8]) -> Result<Streams, FormError> {
    let mut container = cfb::CompoundFile::open(Cursor::new(file)).map_err(|_| FormError::Damaged)?;
    if container.exists("/EncryptedPackage") {
        return Err(FormError::Encrypted);
    }
    if !container.exists("/WordDocument") {
        return Err(FormError::FormUnknown);
    }
    let mut stream = |name: &str| -> Result<Vec<u8>, FormError> {
        let opened = container.open_stream(name).map_err(|_| FormError::Damaged)?;
        let mut bytes = Vec::new();
        // No stream is longer than the file that holds it, whatever it says.
        opened.take(file.len() as u64).read_to_end(&mut bytes).map_err(|_| FormError::Damaged)?;
        Ok(bytes)
    };
    let main = stream("/WordDocument")?;
    let flags = u16_at(&main, FLAGS).ok_or(FormError::Damaged)?;
    if u16_at(&main, 0) != Some(0xA5EC) || u16_at(&main, 2).is_none_or(|version| version < WORD_97) {
        return Err(FormError::FormUnknown);
    }
    if flags & 0x0100 != 0 {
        return Err(FormError::Encrypted);
    }
    let table = stream(if flags & 0x0200 != 0 { "/1Table" } else { "/0Table" })?;
    let data = stream("/Data").unwrap_or_default();
    Ok(Streams { main, table, data })
}

/// A stretch of the text that lies in one place of the main stream.
struct Piece {
    /// The characters of the text that it holds.
    start: u32,
    end: u32,
    /// Where it begins in the stream, in bytes.
    offset: u32,
    /// One byte a character, else two.
    narrow: bool,
}

/// A character with its place in the main stream, which its properties are found by.
#[derive(Clone, Copy)]
struct Placed {
    character: char,
    offset: u32,
}

struct Document {
    characters: Vec<Placed>,
    /// Characters of the main text, of footnotes, headers, macros, comments, endnotes and text boxes, in this order.
    counts: [u32; 7],
    runs: CharacterRuns,
    paragraphs: ParagraphRuns,
    numbering: Numbering,
    /// Which text box (by its range in the box text) hangs at which character of the main text.
    boxes: HashMap<usize, (usize, usize)>,
}

impl Document {
    fn open(streams: &Streams, limits: &Limits) -> Result<Self, FormError> {
        let Streams { main, table, data } = streams;
        let part = |place: usize| -> &[u8] {
            let (from, length) = (u32_at(main, place).unwrap_or(0), u32_at(main, place + 4).unwrap_or(0));
            table.get(from as usize..(from as usize).saturating_add(length as usize)).unwrap_or_default()
        };
        let mut counts = [0_u32; 7];
        for (count, at) in counts.iter_mut().zip((TEXT_COUNTS..).step_by(4)) {
            *count = u32::try_from(i32_at(main, at).ok_or(FormError::Damaged)?).map_err(|_| FormError::Damaged)?;
        }
        let pieces = pieces(part(PIECES))?;
        let characters = characters(main, &pieces, limits)?;
        let boxes = boxes(part(SHAPES), part(BOXES));
        Ok(Self {
            characters,
            counts,
            runs: CharacterRuns::read(main, part(CHARACTER_RUNS)),
            paragraphs: ParagraphRuns::read(main, part(PARAGRAPH_RUNS), data),
            numbering: properties::numbering(part(LISTS), part(LIST_NUMBERS), table, main),
            boxes,
        })
    }

    /// The characters of one story, by its place among the counts.
    fn story(&self, at: usize) -> (usize, usize) {
        let start: usize = self.counts[..at].iter().map(|count| *count as usize).sum();
        let end = start + self.counts[at] as usize;
        (start.min(self.characters.len()), end.min(self.characters.len()))
    }

    fn read(mut self) -> Result<PaperText, FormError> {
        let mut notes = Vec::new();
        let mut rows = Rows::default();
        let main = self.story(0);
        self.read_story(main, &mut rows, &mut notes, true);
        let (from, to) = self.story(1);
        let footnotes =
            self.characters[from..to].iter().any(|c| !c.character.is_whitespace() && !c.character.is_control());
        if footnotes {
            self.read_story((from, to), &mut rows, &mut notes, false);
            notes.push(PaperNote::FootnotesAppended);
        }
        let text = rows.finish();
        Ok(PaperText { text, form: PaperForm::Doc, encoding: None, notes })
    }

    fn read_story(&mut self, (from, to): (usize, usize), rows: &mut Rows, notes: &mut Vec<PaperNote>, anchors: bool) {
        let mut note = |note| {
            if !notes.contains(&note) {
                notes.push(note);
            }
        };
        let mut line = String::new();
        let mut fields: Vec<bool> = Vec::new();
        let mut hung: Vec<(usize, usize)> = Vec::new();
        for at in from..to {
            let Placed { character, offset } = self.characters[at];
            // Marks of fields and objects are looked at before the run is dropped: they must stay paired.
            match character {
                '\u{13}' => fields.push(true),
                '\u{14}' => fields.last_mut().into_iter().for_each(|in_code| *in_code = false),
                '\u{15}' => drop(fields.pop()),
                '\u{8}' | '\u{1}' if anchors => hung.extend(self.boxes.get(&(at - from)).copied()),
                _ => {}
            }
            if fields.contains(&true) {
                continue;
            }
            let run = self.runs.at(offset);
            if run.deleted || run.inserted {
                note(PaperNote::ChangesAccepted);
            }
            if run.hidden {
                note(PaperNote::HiddenLeftOut);
            }
            if run.deleted || (run.hidden && !matches!(character, '\r' | '\u{7}')) {
                continue;
            }
            match character {
                '\r' | '\u{7}' | '\u{C}' => {
                    let paragraph = self.paragraphs.at(offset);
                    let text = std::mem::take(&mut line);
                    for (from, to) in hung.drain(..) {
                        let shift = self.story(5).1;
                        let words = self.characters.get(shift + from..shift + to).unwrap_or_default();
                        let words: String = words.iter().map(|placed| placed.character).collect();
                        for part in words.split('\r').map(|part| part.replace(|c: char| c.is_control(), "")) {
                            if !part.trim().is_empty() {
                                rows.line(part, paragraph.in_table);
                            }
                        }
                    }
                    if character == '\u{7}' && paragraph.row_end {
                        rows.end_row(paragraph.going_on);
                        continue;
                    }
                    let numbered = (!text.trim().is_empty()).then_some(paragraph.number).flatten();
                    let number =
                        numbered.and_then(|(list, level)| self.numbering.next(&list.to_string(), level.into()));
                    let in_cell = paragraph.in_table || character == '\u{7}';
                    // A break of page between paragraphs is no line of its own.
                    if character != '\u{C}' || !text.is_empty() {
                        rows.line(number.unwrap_or_default() + &text, in_cell);
                    }
                    if character == '\u{7}' {
                        rows.end_cell();
                    }
                }
                '\u{B}' => line.push('\n'),
                '\u{1E}' => line.push('-'),
                '\t' => line.push('\t'),
                '\u{A0}' => line.push(' '),
                other if other.is_control() => {}
                other => line.push(other),
            }
        }
        if !line.is_empty() {
            rows.line(line, false);
        }
    }
}

/// The table of pieces, behind the properties that a fast save left before it.
fn pieces(clx: &[u8]) -> Result<Vec<Piece>, FormError> {
    let mut at = 0;
    while clx.get(at) == Some(&1) {
        at += 3 + usize::from(u16_at(clx, at + 1).ok_or(FormError::Damaged)?);
    }
    if clx.get(at) != Some(&2) {
        return Err(FormError::Damaged);
    }
    let length = u32_at(clx, at + 1).ok_or(FormError::Damaged)? as usize;
    let plc = clx.get(at + 5..(at + 5).saturating_add(length)).ok_or(FormError::Damaged)?;
    let count = plc.len().saturating_sub(4) / 12;
    let piece = |n: usize| {
        let place = u32_at(plc, (count + 1) * 4 + n * 8 + 2)?;
        let narrow = place & 0x4000_0000 != 0;
        let offset = if narrow { (place & 0x3FFF_FFFF) / 2 } else { place & 0x3FFF_FFFF };
        Some(Piece { start: u32_at(plc, n * 4)?, end: u32_at(plc, n * 4 + 4)?, offset, narrow })
    };
    (0..count).map(|n| piece(n).filter(|p| p.start <= p.end).ok_or(FormError::Damaged)).collect()
}

fn characters(main: &[u8], pieces: &[Piece], limits: &Limits) -> Result<Vec<Placed>, FormError> {
    let mut characters: Vec<Placed> = Vec::new();
    for piece in pieces {
        let count = (piece.end - piece.start) as usize;
        let (from, width) = (piece.offset as usize, if piece.narrow { 1 } else { 2 });
        let bytes = main.get(from..from.saturating_add(count.saturating_mul(width))).ok_or(FormError::Damaged)?;
        if characters.len() + count > limits.text_chars {
            return Err(FormError::BeyondLimits);
        }
        let before = characters.len();
        if piece.narrow {
            narrow(bytes, piece.offset, &mut characters);
        } else {
            let mut units = bytes.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]])).peekable();
            let mut offset = piece.offset;
            while let Some(unit) = units.next() {
                let low = units.next_if(|low| (0xD800..0xDC00).contains(&unit) && (0xDC00..0xE000).contains(low));
                let character = char::decode_utf16([Some(unit), low].into_iter().flatten()).next();
                characters.push(Placed { character: character.and_then(Result::ok).unwrap_or('\u{FFFD}'), offset });
                offset += 2;
                if low.is_some() {
                    // Places in the text count both halves; the second one shows nothing.
                    characters.push(Placed { character: '\0', offset });
                    offset += 2;
                }
            }
        }
        // Every later place counts on it.
        characters.resize(before + count, Placed { character: '\0', offset: piece.offset });
    }
    Ok(characters)
}

/// One byte a character in the Western code page; some programs put Chinese in two of these bytes.
fn narrow(bytes: &[u8], offset: u32, characters: &mut Vec<Placed>) {
    // Accents and quotation marks stand alone or beside a plain letter; Chinese in GB 2312 is always two high bytes.
    let mut rest = bytes;
    let mut hanzi = 0;
    let is_chinese = loop {
        match rest {
            [] => break hanzi > 0,
            [0..=0x7F, after @ ..] => rest = after,
            [first @ 0xA1..=0xF7, 0xA1..=0xFE, after @ ..] => {
                hanzi += usize::from(*first >= 0xB0);
                rest = after;
            }
            _ => break false,
        }
    };
    if is_chinese {
        let (chinese, _) = encoding_rs::GBK.decode_without_bom_handling(bytes);
        let mut place = offset;
        for character in chinese.chars() {
            characters.push(Placed { character, offset: place });
            place += 1;
            if !character.is_ascii() {
                characters.push(Placed { character: '\0', offset: place });
                place += 1;
            }
        }
        return;
    }
    let (western, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
    characters.extend((offset..).zip(western.chars()).map(|(offset, character)| Placed { character, offset }));
}

/// Text boxes by the character of the main text that they hang at: shapes name their anchor, boxes their shape.
fn boxes(shapes: &[u8], boxes: &[u8]) -> HashMap<usize, (usize, usize)> {
    const SHAPE: usize = 26;
    const BOX: usize = 22;
    let count = shapes.len().saturating_sub(4) / (4 + SHAPE);
    let anchors: HashMap<u32, u32> = (0..count)
        .filter_map(|n| Some((u32_at(shapes, (count + 1) * 4 + n * SHAPE)?, u32_at(shapes, n * 4)?)))
        .collect();
    let count = boxes.len().saturating_sub(4) / (4 + BOX);
    (0..count)
        .filter_map(|n| {
            let shape = u32_at(boxes, (count + 1) * 4 + n * BOX + 14)?;
            let range = (u32_at(boxes, n * 4)? as usize, u32_at(boxes, n * 4 + 4)? as usize);
            Some((*anchors.get(&shape)? as usize, range)).filter(|(_, (from, to))| from <= to)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> (String, usize) {
        let mut characters = Vec::new();
        narrow(bytes, 100, &mut characters);
        (characters.iter().map(|placed| placed.character).filter(|c| *c != '\0').collect(), characters.len())
    }

    #[test]
    fn pieces_of_one_byte_are_western_or_chinese() {
        assert_eq!(text(b"2023.3 \x93A\x94\xB7"), ("2023.3 “A”·".to_owned(), 11));
        let (gbk, _, _) = encoding_rs::GBK.encode("任命苏文谦2023");
        assert_eq!(text(&gbk), ("任命苏文谦2023".to_owned(), gbk.len()), "every byte keeps its place");
        assert_eq!(text(b"caf\xE9"), ("café".to_owned(), 4));
    }

    #[test]
    fn the_table_of_pieces_follows_what_a_fast_save_left() {
        let mut clx = vec![1, 3, 0, 9, 9, 9, 2, 28, 0, 0, 0];
        for number in [0_u32, 4, 6] {
            clx.extend(number.to_le_bytes());
        }
        for place in [0x4000_0000_u32 | 2048, 4096] {
            clx.extend([0, 0]);
            clx.extend(place.to_le_bytes());
            clx.extend([0, 0]);
        }
        let read: Vec<(u32, u32, u32, bool)> =
            pieces(&clx).unwrap().iter().map(|p| (p.start, p.end, p.offset, p.narrow)).collect();
        assert_eq!(read, [(0, 4, 1024, true), (4, 6, 4096, false)]);
        assert_eq!(pieces(&clx[..10]).err(), Some(FormError::Damaged));
    }
}
