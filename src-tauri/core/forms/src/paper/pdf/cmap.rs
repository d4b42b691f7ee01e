//! From the bytes of a string to characters: ToUnicode maps inside the file, and the predefined ones for Chinese,
//! which are Unicode or a Chinese code page by another name.

use std::collections::HashMap;

use encoding_rs::{BIG5, Encoding, GB18030, SHIFT_JIS, UTF_8, UTF_16BE};

use super::object::{Object, Parser};

/// Entries of one map; a font has at most 65 536 codes of two bytes.
const ENTRIES: usize = 200_000;

/// Codes of a string and what they mean, as the file's own map has it.
#[derive(Debug, Default)]
pub(super) struct CMap {
    /// Lengths in bytes, with the lowest and the highest code of each.
    spaces: Vec<(usize, u32, u32)>,
    /// Characters by code (and its length).
    characters: HashMap<(usize, u32), String>,
    /// Ranges of codes that count up from a character.
    ranges: Vec<(usize, u32, u32, u32)>,
    /// Ranges of codes that count up from a glyph number.
    glyphs: Vec<(usize, u32, u32, u32)>,
}

impl CMap {
    pub fn read(bytes: &[u8]) -> Self {
        let mut map = Self::default();
        let mut parser = Parser::new(bytes, 0, 8);
        let mut operands: Vec<Object> = Vec::new();
        let mut left = ENTRIES;
        while let Some(object) = parser.object() {
            parser.refresh();
            let Object::Word(word) = object else {
                operands.push(object);
                if operands.len() > ENTRIES {
                    break;
                }
                continue;
            };
            let width = match word.as_slice() {
                b"endcodespacerange" | b"endbfchar" | b"endcidchar" => 2,
                b"endbfrange" | b"endcidrange" => 3,
                b"begincodespacerange" | b"beginbfchar" | b"beginbfrange" | b"begincidchar" | b"begincidrange" => {
                    operands.clear();
                    continue;
                }
                _ => continue,
            };
            for entry in operands.chunks_exact(width) {
                let Some(rest) = left.checked_sub(1) else {
                    return map;
                };
                left = rest;
                map.entry(&word, entry);
            }
            operands.clear();
        }
        map.ranges.sort_unstable_by_key(|(length, low, ..)| (*length, *low));
        map.glyphs.sort_unstable_by_key(|(length, low, ..)| (*length, *low));
        map
    }

    fn entry(&mut self, kind: &[u8], entry: &[Object]) {
        let code = |at: usize| entry.get(at).and_then(Object::bytes).filter(|code| (1..=4).contains(&code.len()));
        let Some(low) = code(0) else {
            return;
        };
        let (length, first) = (low.len(), value(low));
        match kind {
            b"endcodespacerange" => {
                if let Some(high) = code(1) {
                    self.spaces.push((length, first, value(high)));
                }
            }
            b"endbfchar" => {
                if let Some(text) = entry[1].bytes() {
                    self.characters.insert((length, first), utf16(text));
                }
            }
            b"endbfrange" => {
                let Some(last) = code(1).map(value) else {
                    return;
                };
                match &entry[2] {
                    Object::String(text) => {
                        let whole = utf16(text);
                        let mut characters = whole.chars();
                        match (characters.next(), characters.next()) {
                            (Some(only), None) => self.ranges.push((length, first, last, only as u32)),
                            // Several characters: the last one counts up.
                            _ => self.spell_out(length, first, last, &whole),
                        }
                    }
                    Object::Array(texts) => {
                        for (code, text) in (first..=last).zip(texts).take(ENTRIES - self.characters.len().min(ENTRIES))
                        {
                            if let Some(text) = text.bytes() {
                                self.characters.insert((length, code), utf16(text));
                            }
                        }
                    }
                    _ => {}
                }
            }
            b"endcidchar" => {
                if let Some(glyph) = entry[1].number() {
                    self.glyphs.push((length, first, first, glyph as u32));
                }
            }
            b"endcidrange" => {
                if let (Some(last), Some(glyph)) = (code(1).map(value), entry[2].number()) {
                    self.glyphs.push((length, first, last, glyph as u32));
                }
            }
            _ => {}
        }
    }

    fn spell_out(&mut self, length: usize, first: u32, last: u32, whole: &str) {
        let Some(end) = whole.chars().next_back() else {
            return;
        };
        let begin: String = whole.chars().take(whole.chars().count() - 1).collect();
        for (step, code) in (first..=last).take(256).enumerate() {
            if let Some(c) = char::from_u32(end as u32 + step as u32) {
                self.characters.insert((length, code), format!("{begin}{c}"));
            }
        }
    }

    /// Whether the map says anything about characters.
    pub fn has_characters(&self) -> bool {
        !self.characters.is_empty() || !self.ranges.is_empty()
    }

    /// What a code means.
    pub fn character(&self, length: usize, code: u32) -> Option<String> {
        if let Some(text) = self.characters.get(&(length, code)) {
            return Some(text.clone());
        }
        counted(&self.ranges, length, code).and_then(char::from_u32).map(String::from)
    }

    /// Which glyph a code stands for.
    pub fn glyph(&self, length: usize, code: u32) -> Option<u32> {
        counted(&self.glyphs, length, code)
    }

    /// How many bytes the next code of a string takes; `None` where the map does not say.
    pub fn code_length(&self, bytes: &[u8]) -> Option<usize> {
        (1..=4.min(bytes.len())).find(|length| {
            let code = value(&bytes[..*length]);
            self.spaces.iter().any(|(own, low, high)| own == length && inside(code, *low, *high, *length))
        })
    }
}

/// The value that a sorted range gives a code.
fn counted(ranges: &[(usize, u32, u32, u32)], length: usize, code: u32) -> Option<u32> {
    let after = ranges.partition_point(|(own, low, ..)| (*own, *low) <= (length, code));
    // Ranges may lie over each other; the few before are looked at.
    let near = &ranges[after.saturating_sub(4)..after];
    let (.., low, _, first) =
        near.iter().rev().find(|(own, low, high, _)| *own == length && (low..=high).contains(&&code))?;
    first.checked_add(code - low)
}

/// Each byte of a code lies between those of the bounds.
fn inside(code: u32, low: u32, high: u32, length: usize) -> bool {
    (0..length as u32).all(|byte| {
        let of = |value: u32| (value >> (8 * byte)) & 0xFF;
        (of(low)..=of(high)).contains(&of(code))
    })
}

pub(super) fn value(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |value, byte| (value << 8) | u32::from(*byte))
}

fn utf16(bytes: &[u8]) -> String {
    if let [byte] = bytes {
        return char::from(*byte).to_string();
    }
    UTF_16BE.decode_without_bom_handling(bytes).0.replace('\0', "")
}

/// How a predefined map writes characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Predefined {
    /// Two bytes a glyph number.
    Identity,
    /// Two bytes a character (and four beyond the first plane).
    Utf16,
    /// Another encoding of characters.
    Encoded(&'static Encoding),
}

impl Predefined {
    /// The map of this name, as the format lists them.
    pub fn of_name(name: &str) -> Option<Self> {
        let base = name.trim_end_matches("-H").trim_end_matches("-V");
        Some(match base {
            "Identity" => Self::Identity,
            _ if base.contains("UCS2") || base.contains("UTF16") => Self::Utf16,
            _ if base.contains("UTF8") => Self::Encoded(UTF_8),
            "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GB-EUC" | "GBpc-EUC" | "GBKp" => Self::Encoded(GB18030),
            "ETen-B5" | "B5pc" | "HKscs-B5" | "ETenms-B5" => Self::Encoded(BIG5),
            "90ms-RKSJ" | "90msp-RKSJ" | "90pv-RKSJ" | "83pv-RKSJ" => Self::Encoded(SHIFT_JIS),
            _ => return None,
        })
    }

    /// How many bytes the next code takes.
    pub fn code_length(self, bytes: &[u8]) -> usize {
        let first = bytes.first().copied().unwrap_or(0);
        let length = match self {
            Self::Identity => 2,
            Self::Utf16 if (0xD8..0xDC).contains(&first) => 4,
            Self::Utf16 => 2,
            Self::Encoded(encoding) if encoding == UTF_8 => match first {
                0..0xC0 => 1,
                0xC0..0xE0 => 2,
                0xE0..0xF0 => 3,
                _ => 4,
            },
            Self::Encoded(encoding) => match bytes {
                [0x81..=0xFE, 0x30..=0x39, ..] if encoding == GB18030 => 4,
                [0x81..=0xFE, ..] => 2,
                _ => 1,
            },
        };
        length.min(bytes.len()).max(1)
    }

    /// What a code means; glyph numbers mean nothing by themselves.
    pub fn character(self, code: &[u8]) -> Option<String> {
        let encoding = match self {
            Self::Identity => return None,
            Self::Utf16 => UTF_16BE,
            Self::Encoded(encoding) => encoding,
        };
        let (text, broken) = encoding.decode_without_bom_handling(code);
        (!broken).then(|| text.into_owned())
    }
}

/// The character of a glyph number of the collection Adobe-GB1: its GB 2312 part counts row by row.
pub(super) fn adobe_gb1(glyph: u32) -> Option<String> {
    // First row, first cell, cells, first glyph; the numbers of the format's own GB-EUC map.
    const ROWS: [(u8, u8, u32, u32); 14] = [
        (0xA1, 0xA1, 94, 96),
        (0xA2, 0xB1, 50, 190),
        (0xA2, 0xE5, 10, 240),
        (0xA2, 0xF1, 12, 250),
        (0xA3, 0xA1, 94, 262),
        (0xA4, 0xA1, 83, 356),
        (0xA5, 0xA1, 86, 439),
        (0xA6, 0xA1, 24, 525),
        (0xA6, 0xC1, 24, 549),
        (0xA7, 0xA1, 33, 573),
        (0xA7, 0xD1, 33, 606),
        (0xA8, 0xA1, 26, 639),
        (0xA8, 0xC5, 37, 665),
        (0xA9, 0xA4, 76, 702),
    ];
    let hanzi = |row: u32, cell: u32| [0xA1_u32 + row - 1, 0xA1 + cell].map(|byte| byte as u8);
    let pair = match glyph {
        1..=95 => return char::from_u32(0x1F + glyph).map(String::from),
        814..=907 => return char::from_u32(0x20 + glyph - 814).map(String::from),
        // Level one ends five cells before its last row does.
        939..=4693 => hanzi((glyph - 939) / 94 + 16, (glyph - 939) % 94),
        4694..=7701 => hanzi((glyph - 4694) / 94 + 56, (glyph - 4694) % 94),
        _ => {
            let (row, cell, _, first) =
                ROWS.into_iter().find(|(.., count, first)| (*first..first + count).contains(&glyph))?;
            [row, cell + (glyph - first) as u8]
        }
    };
    let (text, broken) = GB18030.decode_without_bom_handling(&pair);
    (!broken).then(|| text.into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn maps_of_the_file_are_read() {
        let map = CMap::read(
            b"/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <FFFF> endcodespacerange
              2 beginbfchar <0003> <4EFB> <0004> <D842DFB7> endbfchar
              2 beginbfrange <0010> <0012> <514D> <0020> <0021> [<0041> <00420043>] endbfrange
              1 begincidrange <0100> <01ff> 500 endcidrange",
        );
        let text = |code| map.character(2, code);
        assert_eq!(text(3).as_deref(), Some("任"));
        assert_eq!(text(4).as_deref(), Some("𠮷"));
        assert_eq!(text(0x11).as_deref(), Some("兎"));
        assert_eq!(text(0x21).as_deref(), Some("BC"));
        assert_eq!(text(0x22), None);
        assert_eq!(map.glyph(2, 0x101), Some(501));
        assert_eq!(map.code_length(&[0, 3, 0]), Some(2));
    }

    #[test]
    fn predefined_maps_are_encodings_by_another_name() {
        let gbk = Predefined::of_name("GBK-EUC-H").unwrap();
        assert_eq!((gbk.code_length(&[0xC8, 0xCE]), gbk.character(&[0xC8, 0xCE]).as_deref()), (2, Some("任")));
        assert_eq!((gbk.code_length(b"2023"), gbk.character(b"2").as_deref()), (1, Some("2")));
        let unicode = Predefined::of_name("UniGB-UCS2-H").unwrap();
        assert_eq!(unicode.character(&[0x4E, 0xFB]).as_deref(), Some("任"));
        assert_eq!(Predefined::of_name("Identity-V"), Some(Predefined::Identity));
        assert_eq!(Predefined::of_name("Other"), None);
    }

    #[test]
    fn glyph_numbers_of_the_chinese_collection_are_known() {
        for (glyph, text) in [
            (18, "1"),
            (831, "1"),
            (96, "\u{3000}"),
            (97, "、"),
            (98, "。"),
            (939, "啊"),
            (4693, "座"),
            (4694, "亍"),
            (7701, "齄"),
        ] {
            assert_eq!(adobe_gb1(glyph).as_deref(), Some(text), "{glyph}");
        }
        assert_eq!(adobe_gb1(20_000), None);
    }
}
