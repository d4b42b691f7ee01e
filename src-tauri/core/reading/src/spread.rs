//! Names that blanks spread over the line, and the cells that wider blanks part.

use std::borrow::Cow;
use std::ops::Range;

use crate::layout::{Glyph, ends, is_blank, is_han, printed};
use crate::lexicon::names::{is_compound, is_surname};
use crate::lexicon::words;
use crate::marks::{Marks, bracket_before_end};
use crate::name::{Who, is_name, shape};
use crate::post::{is_post, is_unit};

/// Takes out the blanks that only spread a name: 罗　刚, 史 湘 云, 秦　观山, 欧阳 雪.
pub(crate) fn close_names(run: &[Glyph]) -> Cow<'_, [Glyph]> {
    if !run.iter().any(|glyph| is_blank(glyph.c)) {
        return Cow::Borrowed(run);
    }
    let words = words(run);
    // The gaps that are inside a name, by the word before them.
    let mut inside = vec![false; words.len()];
    let mut word = 0;
    while word < words.len() {
        let taken = spread_name(run, &words[word..]).max(1);
        inside[word..word + taken - 1].fill(true);
        // 贾 宝、薛 蟠: the last word of one name may be the first of the next.
        let shared = taken > 1 && words[word + taken - 1].clone().any(|at| !is_han(run[at].c));
        word += if shared { taken - 1 } else { taken };
    }
    let mut out: Vec<Glyph> = Vec::with_capacity(run.len());
    for (word, place) in words.iter().enumerate() {
        out.extend(&run[place.clone()]);
        let next = words.get(word + 1).map_or(run.len(), |next| next.start);
        if !inside[word] {
            out.extend(&run[place.end..next]);
        }
    }
    Cow::Owned(out)
}

/// The places in the source where a word begins behind a blank that spreads no name.
pub(crate) fn breaks(run: &[Glyph]) -> Vec<usize> {
    if !run.iter().any(|glyph| is_blank(glyph.c)) {
        return Vec::new();
    }
    let closed = close_names(run);
    let mut breaks: Vec<usize> =
        closed.windows(2).filter(|pair| is_blank(pair[0].c) && !is_blank(pair[1].c)).map(|pair| pair[1].at).collect();
    // 解聘高　职神经外科主任职务: the blank is inside the name, which ends one character behind it.
    for at in (3..run.len().saturating_sub(2)).filter(|at| is_blank(run[*at].c)) {
        let verb = words!["免去", "解聘", "免除", "撤销", "罢免"].end(&run[..at - 1]).is_some();
        let width = run[at..].iter().take_while(|glyph| is_blank(glyph.c)).count();
        if verb && is_surname(run[at - 1].c) && width <= 2 {
            let (inside, behind) = (run.get(at + width), run.get(at + width + 1));
            breaks.retain(|place| inside.is_none_or(|glyph| glyph.at != *place));
            breaks.extend(behind.map(|glyph| glyph.at));
        }
    }
    breaks.sort_unstable();
    breaks
}

/// The words of a run that blanks part.
fn words(run: &[Glyph]) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (place, glyph) in run.iter().enumerate() {
        if is_blank(glyph.c) {
            continue;
        }
        match words.last_mut() {
            Some(last) if last.end == place => last.end += 1,
            _ => words.push(place..place + 1),
        }
    }
    words
}

/// How many of the words ahead are one name that blanks spread; one where they are none.
fn spread_name(run: &[Glyph], words: &[Range<usize>]) -> usize {
    let Some(first) = words.first() else { return 0 };
    // The name begins behind the last mark of its first word and ends before the first mark of its last: 、史 湘 云（女）.
    let from = (first.start..first.end).rev().take_while(|at| is_han(run[*at].c)).last().unwrap_or(first.end);
    let head = &run[from..first.end];
    let piece = |word: &Range<usize>| (word.start..word.end).take_while(|at| is_han(run[*at].c)).count();
    let gap = |before: usize| {
        let blanks = &run[words[before].end..words[before + 1].start];
        (!blanks.iter().any(|glyph| glyph.c == '\t')).then(|| width(blanks))
    };
    let Some(next) = words.get(1) else { return 1 };
    let (Some(wide), length) = (gap(0), piece(next)) else { return 1 };
    let whole = |word: &Range<usize>, length: usize| length > 0 && word.len() == length;
    let compound = head.len() == 2 && is_compound(head);
    if compound && (1..=2).contains(&length) && !is_post(&run[next.start..next.start + length]) {
        return 2;
    }
    if head.len() != 1 {
        return 1;
    }
    if length == 2 && is_surname(head[0].c) {
        let given = &run[next.start..next.start + 2];
        let verb = head[0].c == '任' && is_name(given);
        let fine = !verb && !is_post(given) && is_name(&[head[0], given[0], given[1]]);
        return if fine { 2 } else { 1 };
    }
    if length != 1 {
        return 1;
    }
    // 欧 阳 雪 and 史 湘 云: three in a row are one name, four are two.
    let single = |at: usize| {
        let word = words.get(at)?;
        let length = piece(word);
        (length == 1 && gap(at - 1) == Some(wide) && !matches!(run[word.start].c, '男' | '女' | '为' | '的'))
            .then_some(word.len())
    };
    if whole(next, 1) && is_surname(head[0].c) && single(2).is_some() {
        let more = single(2) == Some(1) && single(3).is_some();
        let name = [head[0], run[next.start], run[words[2].start]];
        if !more && is_name(&name) {
            return 3;
        }
    }
    2
}

fn width(blanks: &[Glyph]) -> usize {
    blanks.iter().map(|glyph| if glyph.printed == '\u{3000}' { 2 } else { 1 }).sum()
}

/// Cells that blanks part.
pub(crate) fn cells(run: &[Glyph]) -> Vec<&[Glyph]> {
    run.split(|glyph| is_blank(glyph.c)).filter(|cell| !cell.is_empty()).collect()
}

/// What stands among names and has the shape of none: 单位, 严格. A guess, so that nobody is lost with it.
pub(crate) fn odd_name(cell: &[Glyph]) -> Option<Who> {
    let (mut run, mut marks) = (cell, Marks::default());
    while let Some((inside, open)) = bracket_before_end(run) {
        marks.take(&Marks::bracket(inside));
        run = &run[..open];
    }
    let word = printed(run);
    let nobody =
        ["暂缺", "空缺", "待定", "名单", "如下", "姓名", "同志", "人员"].iter().any(|word_| word.contains(word_));
    let fine = (2..=4).contains(&run.len()) && run.iter().all(|glyph| is_han(glyph.c)) && !nobody && !is_post(run);
    fine.then_some(Who { name: word, marks, sure: false, own_post: None })
}

/// A name with its brackets and 同志, and nothing else.
pub(crate) fn name_alone(cell: &[Glyph]) -> Option<Who> {
    let mut run = cell;
    let mut marks = Marks::default();
    let mut respected = false;
    loop {
        if let Some((inside, open)) = bracket_before_end(run) {
            marks.take(&Marks::bracket(inside));
            run = &run[..open];
        } else if ends(run, "同志") {
            respected = true;
            run = &run[..run.len() - 2];
        } else {
            break;
        }
    }
    let score = match shape(run) {
        // 由胜利 in a cell of its own: 由 is a surname where nobody does anything by it.
        0 if (2..=3).contains(&run.len()) && run[0].c == '由' && shape(&run[1..]) + u8::from(run.len() == 2) > 0 => 1,
        score => score,
    };
    let name = score >= 3 || score >= 1 && !is_post(run) && (respected || !is_unit(run));
    // A nationality, a gender or a post in brackets stands behind names only.
    let posted = || bracket_before_end(cell).is_some_and(|(inside, _)| is_post(inside));
    let sure = score >= 3 || respected || marks.ethnicity.is_some() || marks.gender.is_some() || posted();
    name.then(|| Who { name: printed(run), marks, sure, own_post: None })
}
