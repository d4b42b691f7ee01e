//! The text as a page of lines and glyphs: layout noise taken out, every glyph still knowing its place in the source.
//! Nothing here knows what the words mean.

use std::borrow::Cow;
use std::ops::Range;

use renmian_domain::Span;

use crate::lexicon::Words;

/// One character that carries meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Glyph {
    /// The character in one form for all printings: half-width digits, one kind of bracket, comma, dot and blank.
    pub c: char,
    /// The character as printed.
    pub printed: char,
    /// Its place in the source, counted in characters.
    pub at: usize,
    /// A blank of its line stands before it.
    pub apart: bool,
}

impl Glyph {
    /// A character that the text implies at a place.
    pub fn of(c: char, at: usize) -> Self {
        Self { c, printed: c, at, apart: false }
    }
}

/// A line of the source.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    /// Its bytes, without the line end.
    pub bytes: Range<usize>,
    /// The place of its first character, counted in characters.
    pub at: usize,
}

/// Cuts the text into lines. `\n`, `\r\n`, `\r`, form feeds and the line separators of Unicode end one.
pub(crate) fn lines(text: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    let (mut from, mut at, mut count) = (0, 0, 0);
    for (byte, c) in text.char_indices() {
        count += 1;
        if matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}') {
            lines.push(Line { bytes: from..byte, at });
            from = byte + c.len_utf8();
            at = count;
        }
    }
    if from < text.len() {
        lines.push(Line { bytes: from..text.len(), at });
    }
    lines
}

/// The glyphs of a line: trimmed at both ends, runs of blanks kept as they are (as blanks or tabs).
pub(crate) fn glyphs(text: &str, line: &Line) -> Vec<Glyph> {
    let source = text.get(line.bytes.clone()).unwrap_or_default();
    let mut out: Vec<Glyph> = Vec::with_capacity(source.len() / 3 + 1);
    for (index, printed) in source.chars().enumerate() {
        let Some(c) = one_form(printed) else { continue };
        if c == '*' || (c == '#' && out.is_empty()) {
            continue; // emphasis of a text that was converted from a page
        }
        if is_blank(c) && out.is_empty() {
            continue;
        }
        let apart = out.last().is_some_and(|last| is_blank(last.c));
        out.push(Glyph { c, printed, at: line.at + index, apart });
    }
    while out.last().is_some_and(|glyph| is_blank(glyph.c)) {
        out.pop();
    }
    out
}

/// The columns by which the line stands in from the margin; a full-width blank counts two.
pub(crate) fn indent(text: &str, line: &Line) -> usize {
    let source = text.get(line.bytes.clone()).unwrap_or_default();
    source.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum()
}

/// One form for all printings of a character; `None` for what has no meaning at all.
fn one_form(c: char) -> Option<char> {
    // Most characters have one form only.
    if matches!(c, '\u{4e00}'..='\u{9fff}' if c != '零') || c.is_ascii_digit() {
        return Some(c);
    }
    Some(match c {
        '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{ad}' | '\u{2060}' => return None,
        '\t' => '\t',
        c if c.is_whitespace() => ' ',
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '(' | '（' | '﹙' => '（',
        ')' | '）' | '﹚' => '）',
        '[' | '［' | '【' | '〔' | '〖' => '〔',
        ']' | '］' | '】' | '〕' | '〗' => '〕',
        ',' | '，' | '﹐' => '，',
        ';' | '；' | '﹔' => '；',
        ':' | '：' | '﹕' | '∶' => '：',
        '､' => '、',
        '｡' => '。',
        '!' => '！',
        '|' | '｜' | '│' | '┃' => '|',
        '．' => '.',
        '／' => '/',
        '‧' | '•' | '・' | '･' | '⋅' | '∙' | '●' | '᛫' => '·',
        '○' | '◯' | 'Ο' | '零' => '〇',
        '—' | '–' | '―' | '─' | '－' => '-',
        '＊' => '*',
        '＃' => '#',
        other => other,
    })
}

/// Whether the glyph only lays out the line.
pub(crate) fn is_blank(c: char) -> bool {
    c == ' ' || c == '\t'
}

/// Without any blanks: running text, where they only lay out the line. Most runs have none and are lent as they are.
pub(crate) fn tight(run: &[Glyph]) -> Cow<'_, [Glyph]> {
    let Some(blank) = run.iter().position(|glyph| is_blank(glyph.c)) else { return Cow::Borrowed(run) };
    let mut out = Vec::with_capacity(run.len());
    out.extend_from_slice(&run[..blank]);
    out.extend(run[blank..].iter().filter(|glyph| !is_blank(glyph.c)));
    Cow::Owned(out)
}

/// As printed, blanks left out.
pub(crate) fn printed(run: &[Glyph]) -> String {
    run.iter().filter(|glyph| !is_blank(glyph.c)).map(|glyph| glyph.printed).collect()
}

/// Whether the run, as printed, is this text.
pub(crate) fn reads(run: &[Glyph], text: &str) -> bool {
    run.iter().filter(|glyph| !is_blank(glyph.c)).map(|glyph| glyph.printed).eq(text.chars())
}

/// In the one form, blanks left out.
pub(crate) fn plain(run: &[Glyph]) -> String {
    run.iter().filter(|glyph| !is_blank(glyph.c)).map(|glyph| glyph.c).collect()
}

/// The stretch of the source from the first glyph to the last.
pub(crate) fn span(run: &[Glyph]) -> Span {
    match (run.first(), run.last()) {
        (Some(first), Some(last)) => Span::new(first.at, last.at.max(first.at) + 1),
        _ => Span::new(0, 0),
    }
}

/// Whether the run has the word at this place.
#[inline]
pub(crate) fn has(run: &[Glyph], at: usize, word: &str) -> bool {
    let mut place = at;
    word.chars().all(|c| {
        let same = run.get(place).is_some_and(|glyph| glyph.c == c);
        place += 1;
        same
    })
}

/// The first of the words that stands at this place, and the place after it. Longer words come first in the list.
#[inline]
pub(crate) fn any(run: &[Glyph], at: usize, words: &Words) -> Option<(&'static str, usize)> {
    words.at(run, at)
}

/// A character as words in memory begin with it. Nearly no word of a list begins as the run does: that is seen
/// without taking the words apart.
pub(crate) struct First {
    bytes: [u8; 4],
    length: usize,
}

impl First {
    #[inline]
    pub fn of(c: char) -> Self {
        let mut bytes = [0; 4];
        let length = c.encode_utf8(&mut bytes).len();
        Self { bytes, length }
    }

    /// Whether the word begins with the character.
    #[inline]
    pub fn begins(&self, word: &str) -> bool {
        let word = word.as_bytes();
        let [a, b, c, _] = self.bytes;
        // Characters of one plane differ in their last byte most often.
        if self.length == 3 {
            word.len() >= 3 && word[2] == c && word[1] == b && word[0] == a
        } else {
            word.starts_with(&self.bytes[..self.length])
        }
    }
}

/// The place of a word in the run, from `from` on.
pub(crate) fn find(run: &[Glyph], from: usize, word: &str) -> Option<usize> {
    let first = word.chars().next()?;
    let left = run.get(from..)?;
    (from..).zip(left).find(|(at, glyph)| glyph.c == first && has(run, *at, word)).map(|(at, _)| at)
}

/// Whether the run ends with the word.
#[inline]
pub(crate) fn ends(run: &[Glyph], word: &str) -> bool {
    // From the back, so that the word need not be counted first.
    let mut left = run.iter().rev();
    word.chars().rev().all(|c| left.next().is_some_and(|glyph| glyph.c == c))
}

/// A character of Chinese writing, rare and private ones included.
pub(crate) fn is_han(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xE000..=0xF8FF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF | 0xF0000..=0x10FFFD)
        || c == '〇'
        || c == '䶮'
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_line_end_ends_a_line_and_places_count_characters() {
        let text = "甲乙\r\n丙\n\n丁";
        let lines = lines(text);
        let starts: Vec<usize> = lines.iter().map(|line| line.at).collect();
        assert_eq!(starts, [0, 3, 4, 6, 7]);
        assert_eq!(glyphs(text, &lines[4])[0], Glyph::of('丁', 7));
    }

    #[test]
    fn one_form_for_all_printings_keeps_the_printed_character() {
        let text = "（2） [甲]；１２ 阿•乙";
        let line = &lines(text)[0];
        let run = glyphs(text, line);
        assert_eq!(plain(&run), "（2）〔甲〕；12阿·乙");
        assert_eq!(printed(&run), "（2）[甲]；１２阿•乙");
    }
}
