//! Persons listed without verbs: the names of a line with what stands behind each.

use std::borrow::Cow;

use crate::layout::{Glyph, any, ends, is_han, printed, tight};
use crate::lexicon::words;
use crate::marks::{Marks, bracket_at};
use crate::name::Who;
use crate::post::{is_post, is_unit};
use crate::prose::after_numbering;
use crate::sheet::Sheet;
use crate::spread::{cells, close_names, name_alone, odd_name};

/// Whether the line holds names and nothing else, each beyond doubt: 李建军　张丽苑 is no body that signs.
pub(crate) fn names_only(run: &[Glyph]) -> bool {
    let closed = close_names(run);
    let cells = cells(&closed);
    !cells.is_empty()
        && cells.iter().all(|cell| {
            let parts = split_outside(trimmed(cell));
            !parts.is_empty() && parts.iter().all(|part| name_alone(part).is_some_and(|who| who.sure))
        })
}

/// The persons of a line that holds nothing but persons, each with what stands behind the name.
pub(crate) fn people(run: &[Glyph]) -> Option<Vec<Who>> {
    let counted = without_votes(run);
    let run = counted.as_deref().unwrap_or(run);
    let closed = close_names(run);
    let mut people: Vec<Who> = Vec::new();
    // 田免成　　白　云　　吕　常: among names a cell of any other shape is one.
    let row = spread_pair(cells(&closed));
    let row: Vec<&[Glyph]> = row.iter().map(|cell| &cell[..]).collect();
    let named = row.iter().filter(|cell| name_alone(trimmed(cell)).is_some()).count();
    let among = row.len() > 2 && named * 2 > row.len();
    for cell in row {
        let cell = match cell.last() {
            Some(last) if matches!(last.c, '，' | '、' | '。' | '；') => &cell[..cell.len() - 1],
            _ => cell,
        };
        if cell.is_empty() {
            continue;
        }
        // 全体班主任、谷雨: whom nobody names is left out.
        let parts: Vec<&[Glyph]> = split_outside(cell)
            .into_iter()
            .filter(|part| part.len() < 3 || words!["全体", "各", "有关", "相关"].at(part, 0).is_none())
            .collect();
        if parts.is_empty() {
            return None;
        }
        // One name of an unknown shape among others is a guess and loses nobody.
        let known = parts.iter().filter(|part| name_alone(part).is_some()).count();
        let odd = |part: &&[Glyph]| {
            let alone = parts.len() == 1 && among;
            let listed = parts.len() > 1 && known * 2 >= parts.len() || alone;
            // 何处（市水务局）: the bracket speaks of a person.
            let told = |who: &Who| parts.len() == 1 && speaks_of_person(part, who);
            let odd = odd_name(part).filter(|who| listed || told(who));
            odd.or_else(|| worded_name(part).filter(|_| alone))
        };
        let names: Option<Vec<Who>> = parts.iter().map(|part| name_alone(part).or_else(|| odd(part))).collect();
        let names = names.filter(|names| names.len() == 1 || names.iter().any(|who| who.sure));
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
                    let mixed = crate::own_posts::named_with_posts(cell)?;
                    people.extend(mixed);
                }
            },
        }
    }
    (!people.is_empty()).then_some(people)
}

/// 郑常委, 谭文局 where only names stand: a surname, and a word behind it that is a post or a body elsewhere.
pub(crate) fn worded_name(part: &[Glyph]) -> Option<Who> {
    let named = (2..=3).contains(&part.len())
        && crate::lexicon::names::is_surname(part[0].c)
        && part.iter().all(|glyph| is_han(glyph.c))
        && !crate::post::is_bare_title(part);
    named.then(|| Who { name: printed(part), marks: Marks::default(), sure: false, own_post: None })
}

/// 铁　军（区住房和城乡建设局局长）: two characters at the head of a line, the second with its bracket, are one name.
fn spread_pair(cells: Vec<&[Glyph]>) -> Vec<Cow<'_, [Glyph]>> {
    let mut out: Vec<Cow<[Glyph]>> = cells.iter().map(|cell| Cow::Borrowed(*cell)).collect();
    if let [first, second, ..] = cells.as_slice()
        && first.len() == 1
        && second.get(1).is_none_or(|glyph| glyph.c == '（')
        && is_han(first[0].c)
        && is_han(second[0].c)
        && !is_post(&[first[0], second[0]])
    {
        out.splice(0..2, [Cow::Owned([*first, *second].concat())]);
    }
    out
}

/// Whether a bracket stands behind what may be a name and holds what only a person has: a gender, a post, a workplace.
pub(crate) fn speaks_of_person(part: &[Glyph], who: &Who) -> bool {
    let behind = crate::marks::bracket_before_end(part);
    who.marks.says_of_person() || behind.is_some_and(|(inside, open)| open > 1 && (is_post(inside) || is_unit(inside)))
}

/// 甲，得1003票；乙（988票）: the names without the votes.
fn without_votes(run: &[Glyph]) -> Option<Vec<Glyph>> {
    run.iter().any(|glyph| glyph.c == '票').then_some(())?;
    let mut out: Vec<Glyph> = Vec::new();
    for piece in run.split_inclusive(|glyph| matches!(glyph.c, '，' | '；' | '。' | '、' | '（' | '）')) {
        let inner = match piece.split_last() {
            Some((last, inner)) if !crate::layout::is_han(last.c) => inner,
            _ => piece,
        };
        let votes = ends(inner, "票") && inner.iter().any(|glyph| glyph.c.is_ascii_digit());
        if votes {
            // The mark before the count goes with it.
            if out.last().is_some_and(|last| matches!(last.c, '，' | '（')) {
                out.pop();
            }
            if let Some(last) = piece.last().filter(|last| matches!(last.c, '；' | '、' | '，')) {
                out.push(Glyph { c: '、', ..*last });
            }
        } else {
            out.extend(piece);
        }
    }
    while out.last().is_some_and(|last| matches!(last.c, '、' | '，' | '。')) {
        out.pop();
    }
    out.iter_mut().filter(|glyph| glyph.c == '；').for_each(|glyph| glyph.c = '、');
    Some(out)
}

pub(crate) fn split_outside(cell: &[Glyph]) -> Vec<&[Glyph]> {
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

pub(crate) fn trimmed(cell: &[Glyph]) -> &[Glyph] {
    match cell.last() {
        Some(last) if matches!(last.c, '，' | '、' | '。' | '；') => &cell[..cell.len() - 1],
        _ => cell,
    }
}

pub(crate) fn ahead(sheet: &Sheet, marks: &Marks) -> Marks {
    let mut marks = marks.clone();
    marks.take(&sheet.ahead);
    marks
}

pub(crate) fn outside(run: &[Glyph], from: usize, c: char) -> Option<usize> {
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
    let group = words![
        "组",
        "指挥部",
        "委员会",
        "办公室",
        "小组",
        "专班",
        "联席会议",
        "工作队",
        "小队",
        "中心",
        "分队",
        "委",
        "理事会",
        "监事会",
        "主席团"
    ]
    .end(body)
    .is_some();
    (plain && group && (3..=40).contains(&body.len()) && any(body, 0, words!["各", "关于"]).is_none())
        .then(|| body.to_vec())
}
