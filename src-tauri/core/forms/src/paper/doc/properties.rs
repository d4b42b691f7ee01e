//! What Word 97 keeps beside the text: which characters are deleted or hidden, which paragraphs stand in a table or
//! end a row, and which carry an automatic number. Only the properties that change the text are read.

use std::cell::Cell;

use super::bytes::{u16_at, u32_at};
use crate::paper::numbering::Numbering;

/// A page of properties; its last byte says how many runs it holds.
const PAGE: usize = 512;

// Single property modifiers, as [MS-DOC] numbers them.
const DELETED: u16 = 0x0800;
const INSERTED: u16 = 0x0801;
const HIDDEN: u16 = 0x083C;
const IN_TABLE: u16 = 0x2416;
const ROW_END: u16 = 0x2417;
const LIST_LEVEL: u16 = 0x260A;
const LIST: u16 = 0x460B;
const TABLE_DEFINITION: u16 = 0xD608;
/// The properties did not fit into their page: the operand says where in the data stream they stand.
const ELSEWHERE: u16 = 0x6646;
const ELSEWHERE_OLD: u16 = 0x6645;
const TABS: u16 = 0xC615;

/// What matters about a run of characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Run {
    pub deleted: bool,
    pub inserted: bool,
    pub hidden: bool,
}

/// What matters about a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    pub in_table: bool,
    pub row_end: bool,
    /// Of a row's end: which of its cells are the going on of those above, the first one in bit 0.
    pub going_on: u64,
    /// The list, counted from 1, and the level.
    pub number: Option<(u16, u8)>,
}

/// Stretches of the main stream with what holds for them, in the order of the stream.
#[derive(Debug)]
struct Stretches<T> {
    stretches: Vec<(u32, u32, T)>,
}

impl<T: Copy + Default + PartialEq> Stretches<T> {
    fn read(main: &[u8], pages: &[u8], entry: impl Fn(&[u8], usize, usize) -> Option<T>) -> Self {
        let count = pages.len().saturating_sub(4) / 8;
        let mut stretches = Vec::new();
        for n in 0..count {
            let number = u32_at(pages, (count + 1) * 4 + n * 4).unwrap_or(u32::MAX) & 0x003F_FFFF;
            let from = number as usize * PAGE;
            let Some(page) = main.get(from..from + PAGE) else {
                continue;
            };
            let runs = usize::from(page[PAGE - 1]);
            for run in 0..runs {
                let (Some(start), Some(end)) = (u32_at(page, run * 4), u32_at(page, run * 4 + 4)) else {
                    break;
                };
                let held = entry(page, runs, run).unwrap_or_default();
                if start < end && held != T::default() {
                    stretches.push((start, end, held));
                }
            }
        }
        stretches.sort_by_key(|(start, _, _)| *start);
        Self { stretches }
    }

    fn at(&self, offset: u32) -> T {
        let after = self.stretches.partition_point(|(start, _, _)| *start <= offset);
        let found = after.checked_sub(1).and_then(|at| self.stretches.get(at));
        found.filter(|(_, end, _)| offset < *end).map(|(_, _, held)| *held).unwrap_or_default()
    }
}

/// The runs of characters that are not plain.
#[derive(Debug)]
pub(super) struct CharacterRuns(Stretches<Run>);

impl CharacterRuns {
    pub fn read(main: &[u8], pages: &[u8]) -> Self {
        Self(Stretches::read(main, pages, |page, runs, run| {
            let place = usize::from(*page.get((runs + 1) * 4 + run)?) * 2;
            let length = usize::from(*page.get(place).filter(|_| place != 0)?);
            let mut held = Run::default();
            for (code, operand) in modifiers(page.get(place + 1..place + 1 + length)?) {
                // A property can be on, off, or follow its style; only the plain "on" counts.
                let on = operand.first() == Some(&1);
                match code {
                    DELETED => held.deleted = on,
                    INSERTED => held.inserted = on,
                    HIDDEN => held.hidden = on,
                    _ => {}
                }
            }
            Some(held)
        }))
    }

    pub fn at(&self, offset: u32) -> Run {
        self.0.at(offset)
    }
}

/// The paragraphs that are not plain.
#[derive(Debug)]
pub(super) struct ParagraphRuns(Stretches<Paragraph>);

impl ParagraphRuns {
    /// `data` is the stream that holds the properties too long for a page, as a row of many cells has them.
    pub fn read(main: &[u8], pages: &[u8], data: &[u8]) -> Self {
        let elsewhere = Elsewhere { data, left: Cell::new(data.len() * 2) };
        Self(Stretches::read(main, pages, |page, runs, run| {
            let place = usize::from(*page.get((runs + 1) * 4 + run * 13)?) * 2;
            let words = usize::from(*page.get(place).filter(|_| place != 0)?);
            let (from, length) = match words {
                0 => (place + 2, usize::from(*page.get(place + 1)?) * 2),
                _ => (place + 1, words * 2 - 1),
            };
            // The style's number stands first.
            let held = page.get(from + 2..(from + length).min(PAGE))?;
            let mut paragraph = Paragraph::default();
            let (mut list, mut level) = (0, 0);
            for (code, operand) in modifiers(held).flat_map(|modifier| elsewhere.resolved(modifier)) {
                match code {
                    IN_TABLE => paragraph.in_table = operand.first() == Some(&1),
                    ROW_END => paragraph.row_end = operand.first() == Some(&1),
                    TABLE_DEFINITION => paragraph.going_on = cells_going_on(operand).unwrap_or(0),
                    LIST => list = u16_at(operand, 0).unwrap_or(0),
                    LIST_LEVEL => level = operand.first().copied().unwrap_or(0),
                    _ => {}
                }
            }
            // 0 is no list, the highest ones say that an old form of number was taken away.
            paragraph.number = (1..0xF800).contains(&list).then_some((list, level));
            Some(paragraph)
        }))
    }

    pub fn at(&self, offset: u32) -> Paragraph {
        self.0.at(offset)
    }
}

/// The stream of the properties that were too long for their page.
struct Elsewhere<'a> {
    data: &'a [u8],
    /// How many more bytes are read from it: an honest document names a group once, one made to harm names a long one
    /// in every paragraph.
    left: Cell<usize>,
}

impl<'a> Elsewhere<'a> {
    /// The modifier itself, or those that it stands for.
    fn resolved(&self, modifier: (u16, &'a [u8])) -> impl Iterator<Item = (u16, &'a [u8])> + use<'a> {
        let (code, operand) = modifier;
        let elsewhere = matches!(code, ELSEWHERE | ELSEWHERE_OLD);
        let group = elsewhere.then(|| self.group(u32_at(operand, 0)?)).flatten().unwrap_or_default();
        (!elsewhere).then_some(modifier).into_iter().chain(modifiers(group))
    }

    /// A group of modifiers, which stands behind its length.
    fn group(&self, place: u32) -> Option<&'a [u8]> {
        let from = place as usize;
        let length = usize::from(u16_at(self.data, from)?);
        let group = self.data.get(from + 2..from + 2 + length)?;
        self.left.set(self.left.get().checked_sub(length + 2)?);
        Some(group)
    }
}

/// The modifiers in a group, each with its operand; ends where the group breaks off.
fn modifiers(group: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let code = u16_at(group, at)?;
        at += 2;
        let length = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            _ if code == TABLE_DEFINITION => usize::from(u16_at(group, at)?) + 1,
            // A length of 255 stands for one that must be reckoned; nothing behind it is needed here.
            _ if code == TABS && group.get(at) == Some(&255) => return None,
            _ => usize::from(*group.get(at)?) + 1,
        };
        let operand = group.get(at..at + length)?;
        at += length;
        Some((code, operand))
    })
}

/// The cells of a row's definition that are merged into those above: behind the edges of the columns, twenty bytes a
/// cell, whose first bits say how it is merged.
fn cells_going_on(definition: &[u8]) -> Option<u64> {
    const CELL: usize = 20;
    let count = usize::from(*definition.get(2)?);
    let cells = definition.get(3 + (count + 1) * 2..)?;
    let going_on = |cell: &[u8]| u16_at(cell, 0).is_some_and(|bits| (bits >> 5) & 0b11 == 0b01);
    Some(
        cells
            .chunks(CELL)
            .take(count.min(64))
            .enumerate()
            .fold(0, |all, (at, cell)| all | (u64::from(going_on(cell)) << at)),
    )
}

/// The lists of the document: how each level counts and what it prints.
pub(super) fn numbering(lists: &[u8], numbers: &[u8], table: &[u8], main: &[u8]) -> Numbering {
    read_lists(lists, numbers, table, main).unwrap_or_default()
}

fn read_lists(lists: &[u8], numbers: &[u8], table: &[u8], main: &[u8]) -> Option<Numbering> {
    const LIST_ENTRY: usize = 28;
    const NUMBER_ENTRY: usize = 16;
    let mut numbering = Numbering::default();
    let count = usize::from(u16_at(lists, 0)?);
    // The levels of all lists follow the table of lists, which does not count them in its own length.
    let start = u32_at(main, super::LISTS)? as usize;
    let mut at = start + lists.len();
    for n in 0..count {
        let entry = lists.get(2 + n * LIST_ENTRY..2 + (n + 1) * LIST_ENTRY)?;
        let id = u32_at(entry, 0)?.to_string();
        let levels = if entry[26] & 1 != 0 { 1 } else { 9 };
        for level in 0..levels {
            let head = table.get(at..at + 28)?;
            let (first, format, legal) = (u32_at(head, 0)?, head[4], head[5] & 0b100 != 0);
            at += 28 + usize::from(head[24]) + usize::from(head[25]);
            let length = usize::from(u16_at(table, at)?);
            let units = table.get(at + 2..at + 2 + length * 2)?;
            at += 2 + length * 2;
            let pattern = units.chunks_exact(2).map(|unit| u16::from_le_bytes([unit[0], unit[1]]));
            // The lowest characters stand for the counts of the levels: 0 is %1.
            let pattern: String = char::decode_utf16(pattern)
                .map(|c| match c.unwrap_or('\u{FFFD}') {
                    c @ '\0'..='\u{8}' => format!("%{}", c as u32 + 1),
                    c => c.to_string(),
                })
                .collect();
            numbering.define(&id, level, first, format_name(format), &pattern, legal);
        }
    }
    for n in 0..u32_at(numbers, 0)?.min(u16::MAX.into()) as usize {
        let list = u32_at(numbers, 4 + n * NUMBER_ENTRY)?;
        numbering.assign(&(n + 1).to_string(), &list.to_string());
    }
    Some(numbering)
}

/// Word's newer name of a number format of Word 97.
fn format_name(format: u8) -> &'static str {
    match format {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        10 | 11 | 35 | 37 | 39 => "chineseCountingThousand",
        14 | 19 => "decimalFullWidth",
        18 => "decimalEnclosedCircle",
        22 => "decimalZero",
        23 => "bullet",
        26 => "decimalEnclosedFullstop",
        27 => "decimalEnclosedParen",
        28 => "decimalEnclosedCircleChinese",
        29 | 33 | 34 | 36 => "chineseCounting",
        30 => "ideographTraditional",
        31 => "ideographZodiac",
        38 => "chineseLegalSimplified",
        255 => "none",
        _ => "decimal",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with one paragraph whose properties are the group.
    fn page_of(group: &[u8]) -> Vec<u8> {
        let mut page = vec![0; PAGE];
        page[4..8].copy_from_slice(&100_u32.to_le_bytes());
        page[8] = 32; // in words: the properties stand at byte 64
        page[64] = 0;
        page[65] = u8::try_from((group.len() + 2).div_ceil(2)).unwrap();
        page[68..68 + group.len()].copy_from_slice(group);
        page[PAGE - 1] = 1;
        page
    }

    /// The table that names the page as the first one of the stream.
    fn pages() -> Vec<u8> {
        [0_u32, 100, 0].iter().flat_map(|number| number.to_le_bytes()).collect()
    }

    #[test]
    fn a_row_whose_properties_stand_in_the_data_stream_ends() {
        let row_end = [0x16, 0x24, 1, 0x17, 0x24, 1];
        let mut data = vec![9, 9, 6, 0];
        data.extend(row_end);
        let pointer = |place: u32| [[0x46, 0x66].as_slice(), &place.to_le_bytes()].concat();
        let at = |group: &[u8]| ParagraphRuns::read(&page_of(group), &pages(), &data).at(50);
        assert!(at(&row_end).row_end && at(&row_end).in_table);
        assert!(at(&pointer(2)).row_end && at(&pointer(2)).in_table);
        assert!(!at(&pointer(3)).row_end, "the group would be longer than the stream");
        assert!(!at(&pointer(u32::MAX)).row_end);
        let twice = [pointer(2), pointer(2), pointer(2)].concat();
        assert!(at(&twice).row_end, "what was read before the stream was used up counts");
    }
}
