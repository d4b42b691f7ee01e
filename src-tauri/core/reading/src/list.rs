//! Lists without verbs: rolls of names, columns of name and post, and lines that a title leads (组长：…). The verb comes
//! from the heading above or from the paper's title.

use std::ops::Range;
use std::sync::LazyLock;

use renmian_domain::Span;

use crate::layout::{Glyph, any, ends, has, is_blank, is_han, printed, span, tight};
use crate::lexicon::Words;
use crate::lexicon::names::{COMPOUND, is_surname};
use crate::lexicon::verbs::{self, Verb};
use crate::marks::{Marks, bracket_at, bracket_before_end};
use crate::name::{Who, shape};
use crate::post::{Before, Seat, is_bare_title, is_post, is_unit, is_whole_post, posts};
use crate::prose::{Roll, after_numbering};
use crate::sheet::Sheet;

/// Takes out the blanks that only spread a name: 罗　刚, 史 湘 云, 秦　观山, 欧阳 雪.
pub(crate) fn close_names(run: &[Glyph]) -> Vec<Glyph> {
    let words = words(run);
    let mut out: Vec<Glyph> = Vec::with_capacity(run.len());
    let mut place = 0;
    let mut word = 0;
    while place < run.len() {
        let taken = spread_name(run, &words[word..]);
        let to = words.get(word + taken).map_or(run.len(), |next| next.start);
        let last = words[..word + taken].last().map_or(place, |last| last.end);
        out.extend(run[place..last].iter().filter(|glyph| taken < 2 || !is_blank(glyph.c)));
        out.extend(&run[last..to]);
        place = to;
        word += taken.max(1);
    }
    out
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
    let compound = COMPOUND.iter().any(|surname| ends(head, surname)) && head.len() == 2;
    if compound && (1..=2).contains(&length) && !is_post(&run[next.start..next.start + length]) {
        return 2;
    }
    if head.len() != 1 {
        return 1;
    }
    if length == 2 && is_surname(head[0].c) {
        let given = &run[next.start..next.start + 2];
        let verb = head[0].c == '任' && shape(given) >= 3;
        let fine = !verb && !is_post(given) && shape(&[head[0], given[0], given[1]]) >= 3;
        return if fine { 2 } else { 1 };
    }
    if length != 1 {
        return 1;
    }
    // 欧 阳 雪 and 史 湘 云: three in a row are one name, four are two.
    let single = |at: usize| {
        let word = words.get(at)?;
        let length = piece(word);
        (length == 1 && gap(at - 1) == Some(wide) && !matches!(run[word.start].c, '男' | '女')).then_some(word.len())
    };
    if whole(next, 1) && is_surname(head[0].c) && single(2).is_some() {
        let more = single(2) == Some(1) && single(3).is_some();
        let name = [head[0], run[next.start], run[words[2].start]];
        if !more && shape(&name) >= 3 {
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
    let score = shape(run);
    let name = score >= 3 || score >= 1 && !is_post(run) && (respected || !is_unit(run));
    // A nationality stands behind names only.
    let sure = score >= 3 || respected || marks.ethnicity.is_some();
    name.then(|| Who { name: printed(run), marks, sure, own_post: None })
}

/// The persons of a line that holds nothing but persons, each with what stands behind the name.
fn people(run: &[Glyph]) -> Option<Vec<Who>> {
    let closed = close_names(run);
    let mut people: Vec<Who> = Vec::new();
    for cell in cells(&closed) {
        let cell = match cell.last() {
            Some(last) if matches!(last.c, '，' | '、' | '。' | '；') => &cell[..cell.len() - 1],
            _ => cell,
        };
        if cell.is_empty() {
            continue;
        }
        let parts = split_outside(cell);
        let names: Option<Vec<Who>> =
            parts.iter().map(|part| name_alone(part).filter(|who| who.sure || parts.len() == 1)).collect();
        match names {
            Some(names) => people.extend(names),
            None => match people.last_mut() {
                // The member's own post stands behind the name.
                Some(who) if cell.first().is_some_and(|glyph| glyph.c == '（') => {
                    if let Some((inside, _)) = bracket_at(cell, 0) {
                        who.marks.take(&Marks::bracket(inside));
                    }
                }
                Some(who) if is_post(cell) || is_unit(cell) || cell.len() >= 4 => who.marks.notes.push(printed(cell)),
                _ => {
                    if cell.len() > 24 || cell.iter().any(|glyph| matches!(glyph.c, '，' | '。' | '：')) {
                        return None;
                    }
                    let mixed = crate::name::named_with_posts(cell)?;
                    people.extend(mixed);
                }
            },
        }
    }
    (!people.is_empty()).then_some(people)
}

fn split_outside(cell: &[Glyph]) -> Vec<&[Glyph]> {
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0);
    for (place, glyph) in cell.iter().enumerate() {
        match glyph.c {
            '（' | '〔' => depth += 1,
            '）' | '〕' => depth -= 1,
            '、' | '，' if depth <= 0 => {
                parts.push(&cell[from..place]);
                from = place + 1;
            }
            _ => {}
        }
    }
    parts.push(&cell[from..]);
    parts.retain(|part| !part.is_empty());
    parts
}

/// Reads a line of a roll: every name takes the posts that the roll's heading gave.
pub(crate) fn roll(run: &[Glyph], roll: &Roll, sheet: &mut Sheet) -> bool {
    let from = after_numbering(run, 0);
    let closed = close_names(&run[from..]);
    let mut names = Vec::new();
    for cell in cells(&closed) {
        for part in split_outside(trimmed(cell)) {
            match name_alone(part) {
                Some(who) => names.push(who),
                None => return false,
            }
        }
    }
    let source = span(run);
    for who in &names {
        for seat in &roll.seats {
            let marks = ahead(sheet, &seat.marks);
            sheet.push(who, seat, roll.verb, marks, source, true, None);
        }
    }
    !names.is_empty()
}

fn trimmed(cell: &[Glyph]) -> &[Glyph] {
    match cell.last() {
        Some(last) if matches!(last.c, '，' | '、' | '。' | '；') => &cell[..cell.len() - 1],
        _ => cell,
    }
}

fn ahead(sheet: &Sheet, marks: &Marks) -> Marks {
    let mut marks = marks.clone();
    marks.take(&sheet.ahead);
    marks
}

/// Reads 郑景川　　党委办公室主任、学校办公室主任: a name, blanks, posts; or the posts first.
pub(crate) fn columns(run: &[Glyph], verb: Verb, sheet: &mut Sheet) -> bool {
    if !run.iter().any(|glyph| is_blank(glyph.c)) {
        return false;
    }
    let from = after_numbering(run, 0);
    let closed = close_names(&run[from..]);
    let cells = cells(&closed);
    if cells.len() < 2 || cells.len() > 8 {
        return false;
    }
    let join = |cells: &[&[Glyph]]| cells.iter().flat_map(|cell| trimmed(cell).iter().copied()).collect::<Vec<Glyph>>();
    let (who, rest) = match (name_alone(cells[0]), name_alone(trimmed(cells[cells.len() - 1]))) {
        (Some(who), _) => (who, join(&cells[1..])),
        (None, Some(who)) => (who, join(&cells[..cells.len() - 1])),
        (None, None) => return false,
    };
    let mut who = who;
    let mut rest = &rest[..];
    // A bracket of the name may stand behind the blank.
    while let Some((inside, next)) = bracket_at(rest, 0) {
        who.marks.take(&Marks::bracket(inside));
        rest = &rest[next..];
    }
    for word in ["女", "男"] {
        if has(rest, 0, word) && is_post(&rest[1..]) {
            who.marks.take(&Marks::bracket(&rest[..1]));
            rest = &rest[1..];
        }
    }
    for tail in ["职务", "职级"] {
        if ends(rest, tail) {
            rest = &rest[..rest.len() - 2];
        }
    }
    // 林　璐（女）同志 任区公安局局长 is a sentence with blanks in it.
    if verbs::at(verbs::HOLDING, rest, 0).is_some_and(|(_, next)| is_post(&rest[next..])) {
        return false;
    }
    let Some(seats) = posts(rest, &mut Before::default()) else { return false };
    let source = span(run);
    for seat in &seats {
        let marks = ahead(sheet, &seat.marks);
        sheet.push(&who, seat, verb, marks, source, true, None);
    }
    true
}

/// A title that leads a list, in force for the lines behind it.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    seat: Seat,
    verb: Verb,
}

/// Reads a line such as 副组长：左　明　县委常委, also several of them on one line. `group` is the body of bare titles.
/// Gives the last label where the line is one.
pub(crate) fn labelled(run: &[Glyph], group: Option<&[Glyph]>, verb: Verb, sheet: &mut Sheet) -> Option<Label> {
    let from = after_numbering(run, 0);
    let run = &run[from..];
    // First all labels of the line, then the names: a line that is no list must leave nothing behind.
    let mut before = group.map(Before::unit).unwrap_or_default();
    let mut entries: Vec<(Label, &[Glyph], Span)> = Vec::new();
    let mut place = 0;
    while let Some(colon) = outside(run, place, '：') {
        let label = tight(&run[place..colon]);
        let bare = is_bare_title(&label);
        let worded = label.len() > 30 || NO_LABEL.find(&label).is_some();
        if let Some(who) = name_alone(&label).filter(|who| who.sure && entries.is_empty()) {
            // 王大锤：县图书馆馆长
            let posts = tight(&run[colon + 1..]);
            let seats = posts_alone(&posts)?;
            let source = span(run);
            for seat in &seats {
                let marks = ahead(sheet, &seat.marks);
                sheet.push(&who, seat, verb, marks, source, true, None);
            }
            return seats.into_iter().next().map(|seat| Label { seat, verb });
        }
        if worded || !(bare || is_whole_post(&label)) {
            return None;
        }
        // The next label begins behind the last blank before the next colon.
        let next = outside(run, colon + 1, '：');
        let stop = next.map_or(run.len(), |next| label_start(run, colon + 1, next));
        let rest = &run[colon + 1..stop];
        if bare && !before.is_known() {
            if run.len() > 12 && people(rest).is_some() {
                sheet.not_understood(run);
            }
            return None;
        }
        let seat = posts(&label, &mut before)?.into_iter().next()?;
        let seat = if bare { seat } else { sheet.in_group(&seat) };
        // A bare title stands once above many members; a whole post belongs to the names beside it.
        let source = if bare { span(rest) } else { span(&run[place..stop]) };
        entries.push((Label { seat, verb }, rest, source));
        place = stop;
        if next.is_none() {
            break;
        }
    }
    for (label, rest, source) in &entries {
        let empty = rest.iter().all(|glyph| is_blank(glyph.c));
        if !empty && !named(rest, label, sheet, Some(*source)) && UNNAMED_MEMBERS.find(rest).is_none() {
            sheet.not_understood(rest);
        }
    }
    entries.pop().map(|(label, ..)| label)
}

/// Posts and nothing else, each with its unit: what stands behind a name and a colon.
fn posts_alone(run: &[Glyph]) -> Option<Vec<Seat>> {
    let run = trimmed(run);
    let first = run.split(|glyph| matches!(glyph.c, '、' | '（')).next()?;
    let plain = !run.iter().any(|glyph| matches!(glyph.c, '。' | '；' | '：')) && is_whole_post(first);
    plain.then(|| posts(run, &mut Before::default())).flatten()
}

/// Words that no label has.
static NO_LABEL: LazyLock<Words> =
    LazyLock::new(|| Words::new(&["任命", "免去", "下列", "以下", "如下", "聘任", "决定", "联系人"]));

/// Words for members whom the paper does not name.
static UNNAMED_MEMBERS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        "暂缺",
        "空缺",
        "待定",
        "略",
        "负责人",
        "负责同志",
        "分管",
        "排序",
        "排名",
        "为序",
        "有关",
        "各",
        "为组",
    ])
});

fn outside(run: &[Glyph], from: usize, c: char) -> Option<usize> {
    let mut depth = 0;
    (from..run.len()).find(|at| {
        match run[*at].c {
            '（' | '〔' => depth += 1,
            '）' | '〕' => depth -= 1,
            _ => {}
        }
        depth <= 0 && run[*at].c == c
    })
}

fn label_start(run: &[Glyph], from: usize, colon: usize) -> usize {
    (from..colon)
        .rev()
        .find(|at| is_blank(run[*at].c) || matches!(run[*at].c, '；' | '。' | '，'))
        .map_or(colon, |at| at + 1)
}

/// Reads the members that stand under a label.
pub(crate) fn members(run: &[Glyph], label: &Label, sheet: &mut Sheet) -> bool {
    named(run, label, sheet, None)
}

/// Right behind its label a name may have any shape; on a line of its own one at least must look like a name.
fn named(run: &[Glyph], label: &Label, sheet: &mut Sheet, beside: Option<Span>) -> bool {
    let Some(people) = people(run) else { return false };
    if beside.is_none() && !people.iter().any(|who| who.sure) {
        return false;
    }
    let source = beside.unwrap_or_else(|| span(run));
    for who in &people {
        let marks = ahead(sheet, &label.seat.marks);
        sheet.push(who, &label.seat, label.verb, marks, source, true, None);
        // 部长：甲（兼党支部书记）
        let mut before = Before::default();
        if let Some(unit) = who.marks.further.as_ref().and(label.seat.unit.as_deref()) {
            before = Before::unit(&unit.chars().map(|c| Glyph { c, printed: c, at: source.start }).collect::<Vec<_>>());
        }
        for seat in who.marks.further.as_deref().and_then(|further| posts(further, &mut before)).unwrap_or_default() {
            let marks = Marks { concurrent: true, ..seat.marks.clone() };
            sheet.push(who, &seat, label.verb, marks, source, true, None);
        }
    }
    true
}

/// Whether the line names a body and nothing else: the heading of a part of a group paper.
pub(crate) fn body_heading(run: &[Glyph]) -> Option<Vec<Glyph>> {
    let run = tight(run);
    let from = after_numbering(&run, 0);
    let mut body = &run[from..];
    for tail in ["组成人员如下：", "组成人员：", "组成人员", "成员名单", "：", "。"] {
        if ends(body, tail) {
            body = &body[..body.len() - tail.chars().count()];
        }
    }
    let plain = !body.iter().any(|glyph| matches!(glyph.c, '，' | '。' | '；' | '：' | '、'));
    let group = ["组", "指挥部", "委员会", "办公室", "小组", "专班", "联席会议", "工作队", "中心", "分队", "委"]
        .iter()
        .any(|word| ends(body, word));
    (plain && group && (3..=40).contains(&body.len()) && any(body, 0, &["各", "关于"]).is_none()).then(|| body.to_vec())
}
