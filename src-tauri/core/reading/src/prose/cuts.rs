//! Where sentences end, and segments within them, and the numbers at the heads of lines.

use crate::layout::{Glyph, has};

/// Cuts at the ends of sentences and at semicolons that stand outside brackets and quotes.
pub(crate) fn sentences(run: &[Glyph]) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let (mut from, mut depth) = (0, 0);
    for (place, glyph) in run.iter().enumerate() {
        match glyph.c {
            '（' | '《' | '“' | '〔' => depth += 1,
            '）' | '》' | '”' | '〕' => depth = (depth - 1).max(0),
            '。' | '；' | '！' | '？' if depth == 0 || place - from > 400 => {
                out.push((from, place));
                (from, depth) = (place + 1, 0);
            }
            _ => {}
        }
    }
    if from < run.len() {
        out.push((from, run.len()));
    }
    out
}

/// The end of the segment that begins here: the next comma or colon outside brackets and quotes.
pub(crate) fn segment_end(run: &[Glyph], from: usize) -> usize {
    let mut depth = 0;
    for (place, glyph) in run.iter().enumerate().skip(from) {
        match glyph.c {
            '（' | '《' | '“' | '〔' => depth += 1,
            '）' | '》' | '”' | '〕' => depth -= 1,
            '，' | '：' if depth <= 0 => return place,
            _ => {}
        }
    }
    run.len()
}

/// The place behind a number at the head of a line: 一、 （一） 1. ① 第一，.
pub(crate) fn after_numbering(run: &[Glyph], from: usize) -> usize {
    let Some(first) = run.get(from) else { return from };
    if matches!(first.c, '①'..='⑳' | '⑴'..='⒛' | '㈠'..='㈩' | '❶'..='❿' | '-' | '·')
        || matches!(first.c, '■' | '◆' | '★' | '▲' | '△' | '◇' | '□' | '☆' | '※' | '▼' | '▽' | '▶' | '►' | '●')
    {
        return from + 1;
    }
    let inner = if first.c == '（' { from + 1 } else { from };
    let inner = if has(run, inner, "第") { inner + 1 } else { inner };
    let Some((_, end)) = crate::date::number_at(run, inner) else { return from };
    let closed = first.c == '（' && has(run, end, "）");
    if closed {
        return end + 1;
    }
    match run.get(end).map(|glyph| glyph.c) {
        Some('、' | '.' | '）' | '．') if first.c != '（' => end + 1,
        Some(' ' | '\t') if first.c != '（' => end + 1,
        _ => from,
    }
}
