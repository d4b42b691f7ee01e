//! Rich text (.rtf) to text: groups, control words and characters in any code page. Destinations that hold no text
//! of the paper (fonts, pictures, headers) are passed over; list numbers stand in the file as they print.

use std::collections::HashMap;

use encoding_rs::{BIG5, EUC_KR, Encoding, GB18030, SHIFT_JIS, UTF_8, WINDOWS_1252};

use super::rows::Rows;
use super::{PaperForm, PaperNote, PaperText};
use crate::error::FormError;
use crate::limits::Limits;

/// Destinations without a star whose inside is no text of the paper.
const PASSED_OVER: [&str; 24] = [
    "fonttbl",
    "colortbl",
    "stylesheet",
    "info",
    "pict",
    "object",
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "fldinst",
    "listtable",
    "listoverridetable",
    "rsidtbl",
    "annotation",
    "nonshppict",
    "shprslt",
    "xmlnstbl",
    "bkmkstart",
    "bkmkend",
];

/// Destinations with a star whose inside is read all the same.
const READ_ANYWAY: [&str; 4] = ["shpinst", "shppict", "shptxt", "upr"];

/// The text of the file.
pub(super) fn text(bytes: &[u8], limits: &Limits) -> Result<PaperText, FormError> {
    let mut reader = Reader::new(bytes, limits);
    reader.read()?;
    let Reader { rows, footnotes, mut notes, .. } = reader;
    let mut text = rows.finish();
    if !footnotes.trim().is_empty() {
        text.push('\n');
        text.push_str(footnotes.trim_end());
        notes.push(PaperNote::FootnotesAppended);
    }
    Ok(PaperText { text, form: PaperForm::Rtf, encoding: None, notes })
}

#[derive(Debug, Clone, Copy)]
struct Group {
    /// Its text is no text of the paper.
    passed_over: bool,
    /// It is the table of fonts.
    fonts: bool,
    footnote: bool,
    /// The number of a list, as it prints.
    number: bool,
    deleted: bool,
    hidden: bool,
    encoding: &'static Encoding,
    /// Characters that stand behind each \u for programs without Unicode.
    fallback: usize,
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
    limits: &'a Limits,
    group: Group,
    groups: Vec<Group>,
    /// A group began just now: a control word decides what it is.
    fresh: bool,
    starred: bool,
    fonts: HashMap<i32, &'static Encoding>,
    font: i32,
    /// Bytes whose characters are not complete.
    bytes_held: Vec<u8>,
    /// The first half of a character beyond the first plane.
    high: Option<u16>,
    /// Fallback characters still to be passed over.
    passing: usize,
    line: String,
    in_table: bool,
    /// Which cells of the row's definition are the going on of those above, and how many cells it has.
    going_on: (u64, u32),
    rows: Rows,
    footnotes: String,
    chars: usize,
    notes: Vec<PaperNote>,
}

impl<'a> Reader<'a> {
    fn new(bytes: &'a [u8], limits: &'a Limits) -> Self {
        let group = Group {
            passed_over: false,
            fonts: false,
            footnote: false,
            number: false,
            deleted: false,
            hidden: false,
            encoding: WINDOWS_1252,
            fallback: 1,
        };
        Self {
            bytes,
            at: 0,
            limits,
            group,
            groups: Vec::new(),
            fresh: false,
            starred: false,
            fonts: HashMap::new(),
            font: 0,
            bytes_held: Vec::new(),
            high: None,
            passing: 0,
            line: String::new(),
            in_table: false,
            going_on: (0, 0),
            rows: Rows::default(),
            footnotes: String::new(),
            chars: 0,
            notes: Vec::new(),
        }
    }

    fn read(&mut self) -> Result<(), FormError> {
        while let Some(byte) = self.next() {
            match byte {
                b'{' => {
                    self.flush()?;
                    if self.groups.len() >= self.limits.depth {
                        return Err(FormError::BeyondLimits);
                    }
                    self.groups.push(self.group);
                    self.fresh = true;
                    self.starred = false;
                    continue;
                }
                b'}' => {
                    self.flush()?;
                    let Some(outer) = self.groups.pop() else {
                        break;
                    };
                    if self.group.footnote && !outer.footnote {
                        self.footnotes.push('\n');
                    }
                    if self.group.number && !outer.number {
                        self.end_number();
                    }
                    self.group = outer;
                    self.passing = 0;
                    if self.groups.is_empty() {
                        break;
                    }
                }
                b'\\' => {
                    self.control()?;
                    continue;
                }
                b'\r' | b'\n' => continue,
                other => self.byte(other),
            }
            self.fresh = false;
        }
        self.flush()?;
        if !self.line.is_empty() {
            self.end_line();
        }
        Ok(())
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied();
        self.at += 1;
        byte
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// A byte of text, in the code page of its font.
    fn byte(&mut self, byte: u8) {
        if self.passing > 0 {
            self.passing -= 1;
        } else if self.group.fonts || self.group.passed_over {
            // Names of fonts and the insides of passed-over destinations.
        } else {
            self.bytes_held.push(byte);
        }
    }

    /// Decodes the bytes that are held.
    fn flush(&mut self) -> Result<(), FormError> {
        if self.bytes_held.is_empty() {
            return Ok(());
        }
        let held = std::mem::take(&mut self.bytes_held);
        let (text, _) = self.group.encoding.decode_without_bom_handling(&held);
        self.put(&text)
    }

    fn put(&mut self, text: &str) -> Result<(), FormError> {
        if self.group.passed_over {
            return Ok(());
        }
        let left_out = match (self.group.deleted, self.group.hidden) {
            (true, _) => Some(PaperNote::ChangesAccepted),
            (false, true) => Some(PaperNote::HiddenLeftOut),
            (false, false) => None,
        };
        if let Some(note) = left_out {
            self.note(note);
            return Ok(());
        }
        self.chars += text.chars().count();
        if self.chars > self.limits.text_chars {
            return Err(FormError::BeyondLimits);
        }
        if self.group.footnote {
            self.footnotes.push_str(text)
        } else {
            self.line.push_str(text)
        }
        Ok(())
    }

    fn note(&mut self, note: PaperNote) {
        if !self.notes.contains(&note) {
            self.notes.push(note);
        }
    }

    fn control(&mut self) -> Result<(), FormError> {
        let Some(first) = self.next() else {
            return Ok(());
        };
        if !first.is_ascii_alphabetic() {
            return self.symbol(first);
        }
        let start = self.at - 1;
        while self.peek().is_some_and(|byte| byte.is_ascii_alphabetic()) && self.at - start < 32 {
            self.at += 1;
        }
        let word = std::str::from_utf8(&self.bytes[start..self.at]).unwrap_or_default();
        let digits = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        while self.peek().is_some_and(|byte| byte.is_ascii_digit()) && self.at - digits < 12 {
            self.at += 1;
        }
        let number: Option<i32> = std::str::from_utf8(&self.bytes[digits..self.at]).ok().and_then(|n| n.parse().ok());
        if self.peek() == Some(b' ') {
            self.at += 1;
        }
        let fresh = std::mem::take(&mut self.fresh);
        self.word(word, number, fresh)
    }

    fn symbol(&mut self, symbol: u8) -> Result<(), FormError> {
        let fresh = std::mem::take(&mut self.fresh);
        match symbol {
            b'\'' => {
                let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
                let value = digit(self.peek()).zip(digit(self.bytes.get(self.at + 1).copied()));
                if let Some((high, low)) = value {
                    self.at += 2;
                    self.byte((high * 16 + low) as u8);
                }
            }
            b'*' => {
                self.starred = true;
                self.fresh = fresh;
            }
            b'\\' | b'{' | b'}' => self.byte(symbol),
            b'~' => self.byte(b' '),
            b'_' => self.byte(b'-'),
            b'\r' | b'\n' => self.end_paragraph()?,
            b'\t' => self.character("\t")?,
            _ => {}
        }
        Ok(())
    }

    fn word(&mut self, word: &str, number: Option<i32>, fresh: bool) -> Result<(), FormError> {
        let on = number != Some(0);
        match word {
            // What a control word means for the text stands before the question what its group is.
            "u" => return self.unicode(number.unwrap_or(0)),
            "bin" => {
                self.at = self.at.saturating_add(usize::try_from(number.unwrap_or(0)).unwrap_or(0));
                return Ok(());
            }
            "uc" => self.group.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(16),
            "ansicpg" => {
                self.flush()?;
                self.group.encoding = code_page(number.unwrap_or(1252));
                self.fonts.insert(i32::MIN, self.group.encoding);
            }
            "f" if self.group.fonts => self.font = number.unwrap_or(0),
            "fcharset" if self.group.fonts => {
                if let Some(encoding) = charset(number.unwrap_or(1)) {
                    self.fonts.insert(self.font, encoding);
                }
            }
            "f" => {
                self.flush()?;
                let known = self.fonts.get(&number.unwrap_or(0)).or(self.fonts.get(&i32::MIN));
                self.group.encoding = known.copied().unwrap_or(WINDOWS_1252);
            }
            "plain" => {
                self.flush()?;
                self.group.deleted = false;
                self.group.hidden = false;
            }
            "deleted" => {
                self.flush()?;
                self.group.deleted = on;
            }
            "v" => {
                self.flush()?;
                self.group.hidden = on;
            }
            "revised" if on => self.note(PaperNote::ChangesAccepted),
            "par" | "sect" | "page" => self.end_paragraph()?,
            "line" | "softline" => self.character("\n")?,
            "tab" => self.character("\t")?,
            "emdash" => self.character("—")?,
            "endash" => self.character("–")?,
            "lquote" => self.character("‘")?,
            "rquote" => self.character("’")?,
            "ldblquote" => self.character("“")?,
            "rdblquote" => self.character("”")?,
            "bullet" => self.character("•")?,
            "emspace" => self.character("\u{3000}")?,
            "enspace" | "qmspace" => self.character(" ")?,
            "pard" => self.in_table = false,
            "intbl" => self.in_table = true,
            "cell" | "nestcell" => {
                self.flush()?;
                if !self.group.passed_over {
                    self.in_table = true;
                    self.end_line();
                    self.rows.end_cell();
                }
            }
            "trowd" => self.going_on = (0, 0),
            "clvmrg" if self.going_on.1 < 64 => self.going_on.0 |= 1 << self.going_on.1,
            "cellx" => self.going_on.1 = self.going_on.1.saturating_add(1),
            "row" | "nestrow" => {
                self.flush()?;
                if !self.group.passed_over {
                    self.rows.end_row(self.going_on.0);
                    self.in_table = false;
                }
            }
            "fonttbl" if fresh => self.group.fonts = true,
            "listtext" | "pntext" if fresh => self.group.number = true,
            "footnote" if fresh => self.group.footnote = true,
            // The text of a shape stands inside a destination that is otherwise passed over.
            "shptxt" if fresh => {
                self.flush()?;
                self.group.passed_over = false;
            }
            "sp" if fresh => self.group.passed_over = true,
            _ if fresh && (self.starred && !READ_ANYWAY.contains(&word) || PASSED_OVER.contains(&word)) => {
                self.group.passed_over = true;
            }
            _ => {}
        }
        self.starred = false;
        Ok(())
    }

    fn unicode(&mut self, number: i32) -> Result<(), FormError> {
        self.flush()?;
        // Units above 32767 are written as negative numbers.
        let unit = (number & 0xFFFF) as u16;
        self.passing = self.group.fallback;
        match (self.high.take(), unit) {
            (_, 0xD800..0xDC00) => self.high = Some(unit),
            (Some(high), 0xDC00..0xE000) => {
                let whole = char::decode_utf16([high, unit]).next().and_then(Result::ok);
                self.put_character(whole)?;
            }
            (_, _) => self.put_character(char::from_u32(unit.into()))?,
        }
        Ok(())
    }

    fn put_character(&mut self, character: Option<char>) -> Result<(), FormError> {
        let character = character.filter(|c| !c.is_control()).unwrap_or('\u{FFFD}');
        self.put(character.encode_utf8(&mut [0; 4]))
    }

    fn character(&mut self, text: &str) -> Result<(), FormError> {
        self.flush()?;
        if self.passing > 0 {
            self.passing -= 1;
            return Ok(());
        }
        self.put(text)
    }

    fn end_paragraph(&mut self) -> Result<(), FormError> {
        self.flush()?;
        if self.group.passed_over || self.group.deleted {
            return Ok(());
        }
        if self.group.footnote {
            self.footnotes.push('\n');
        } else {
            self.end_line();
        }
        Ok(())
    }

    /// The number stands before its text without the tab that follows it in print; signs of symbol fonts are no number.
    fn end_number(&mut self) {
        let plain = self.line.replace(|c: char| ('\u{E000}'..='\u{F8FF}').contains(&c) || c == '•' || c == '·', "");
        self.line = plain.trim().to_owned();
        if self.line.ends_with(|c: char| c.is_ascii_alphanumeric() || c == '.') {
            self.line.push(' ');
        }
    }

    fn end_line(&mut self) {
        let line = std::mem::take(&mut self.line);
        self.rows.line(line, self.in_table);
    }
}

fn charset(number: i32) -> Option<&'static Encoding> {
    match number {
        134 => Some(GB18030),
        136 => Some(BIG5),
        128 => Some(SHIFT_JIS),
        129 => Some(EUC_KR),
        _ => None,
    }
}

fn code_page(number: i32) -> &'static Encoding {
    match number {
        936 | 54936 => GB18030,
        950 => BIG5,
        932 => SHIFT_JIS,
        949 => EUC_KR,
        65001 => UTF_8,
        _ => WINDOWS_1252,
    }
}
