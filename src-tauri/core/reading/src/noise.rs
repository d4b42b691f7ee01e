//! Blanks inside words, as the recognition of a scan leaves them: in such a section no single blank says anything.

use crate::layout::{Glyph, Line, glyphs, is_blank, is_han};
use crate::lexicon::{Words, titles, units};

/// Blanks inside words from which on a section is taken to have been scanned.
const LEAST: usize = 3;

/// Words of the running text of papers; a blank inside one is no layout.
static COMMON: Words = Words::of(&[
    "人民",
    "委员",
    "会议",
    "同志",
    "研究",
    "决定",
    "任命",
    "免去",
    "职务",
    "通知",
    "关于",
    "单位",
    "以上",
    "印发",
    "根据",
    "政府",
    "组织",
    "工作",
    "部门",
    "任职",
    "聘任",
    "同意",
    "批准",
    "各乡",
    "各县",
    "选举",
    "担任",
    "试用期",
    "时间",
    "计算",
    "人员",
    "如下",
]);

/// Whether blanks stand inside the words of the section's running text.
pub(crate) fn is_noisy(text: &str, lines: &[Line]) -> bool {
    let mut inside = 0;
    for line in lines {
        inside += in_words(&glyphs(text, line));
        if inside >= LEAST {
            return true;
        }
    }
    false
}

/// How many single blanks of a line of running text stand inside a word.
fn in_words(run: &[Glyph]) -> usize {
    let colon = run.iter().take(10).position(|glyph| glyph.c == '：').map_or(0, |colon| colon + 1);
    let run = &run[colon..];
    let han = run.iter().filter(|glyph| is_han(glyph.c)).count();
    let gaps = run.iter().filter(|glyph| glyph.apart).count();
    // A heading is spread over its line, and so is a label.
    if han < 12 || gaps * 5 > han * 3 {
        return 0;
    }
    let tight: Vec<Glyph> = run.iter().filter(|glyph| !is_blank(glyph.c)).copied().collect();
    (1..tight.len()).filter(|at| single_before(run, &tight[*at]) && crosses(&tight, *at)).count()
}

/// Whether one blank, and not a wide one, stands before the character.
fn single_before(run: &[Glyph], glyph: &Glyph) -> bool {
    if !glyph.apart {
        return false;
    }
    let at = run.partition_point(|other| other.at < glyph.at);
    let blank = |at: Option<usize>| at.and_then(|at| run.get(at)).filter(|glyph| is_blank(glyph.c));
    blank(at.checked_sub(1)).is_some_and(|one| one.printed == ' ') && blank(at.checked_sub(2)).is_none()
}

/// Whether one word stands on both sides of the place: 常务委|员会, 总工|程师.
pub(crate) fn crosses(run: &[Glyph], at: usize) -> bool {
    let from = at.saturating_sub(5);
    let common = (from..at).any(|start| COMMON.at(run, start).is_some_and(|(_, end)| end > at));
    common
        || (at + 1..=run.len().min(at + 4)).any(|end| {
            let spans = |length: Option<usize>| length.is_some_and(|length| length > end - at);
            let word = &run[from..end];
            spans(titles::heads().longest(word)) || spans(units::endings().longest(word))
        })
}

/// The run without the single blanks between its words and inside them.
pub(crate) fn without_noise(run: &[Glyph]) -> Vec<Glyph> {
    let mut out: Vec<Glyph> = Vec::with_capacity(run.len());
    for (place, glyph) in run.iter().enumerate() {
        let noise = |glyph: &Glyph| glyph.printed == ' ';
        let blank = |at: Option<usize>| at.and_then(|at| run.get(at)).is_some_and(|glyph| is_blank(glyph.c));
        let lone = noise(glyph) && !blank(place.checked_sub(1)) && !blank(Some(place + 1));
        if lone {
            continue;
        }
        let before = place.checked_sub(1).and_then(|before| run.get(before));
        let lone_before = before.is_some_and(noise) && !blank(place.checked_sub(2));
        let apart = glyph.apart && !lone_before;
        out.push(Glyph { apart, ..*glyph });
    }
    out
}
