//! Lines that a unit leads: 县人民医院：甲　主任医师；乙　护士长, 第一支部：书记甲，副书记乙, and clauses whose bare titles
//! are the unit's.

use crate::columns::columns;
use crate::layout::{Glyph, any, is_blank, span, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::words;
use crate::list::ahead;
use crate::name::{Who, persons_at};
use crate::post::{Before, Seat, is_bare_title, is_post, is_unit, is_whole_post, posts};
use crate::prose::after_numbering;
use crate::sheet::Sheet;

/// The unit before the colon, and the place behind it, where something stands there.
pub(crate) fn led(run: &[Glyph]) -> Option<(Vec<Glyph>, usize)> {
    let from = after_numbering(run, 0);
    let colon = run.iter().take(from + 30).position(|glyph| glyph.c == '：')?;
    let unit = tight(&run[from..colon.max(from)]);
    let plain = !unit.iter().any(|glyph| matches!(glyph.c, '，' | '。' | '；' | '、' | '《' | '“'));
    let other =
        any(&unit, 0, words!["抄送", "主送", "各", "附", "联系", "发文", "发布", "来源", "经", "根据"]).is_some();
    let filled = run[colon + 1..].iter().any(|glyph| !is_blank(glyph.c));
    (plain && !other && filled && (2..=24).contains(&unit.len()) && is_unit(&unit))
        .then(|| (unit.into_owned(), colon + 1))
}

/// Reads rows of a name and its posts that semicolons part, all of the unit. Nothing is left behind where one is no row.
pub(crate) fn rows(run: &[Glyph], unit: &[Glyph], verb: Verb, sheet: &mut Sheet) -> bool {
    let count = sheet.items.len();
    let mut pieces = run.split(|glyph| matches!(glyph.c, '；' | '。')).map(trimmed).filter(|piece| !piece.is_empty());
    let read = pieces.all(|piece| columns(piece, Some(unit), verb, sheet));
    if !read {
        sheet.items.truncate(count);
    }
    read && sheet.items.len() > count
}

fn trimmed(run: &[Glyph]) -> &[Glyph] {
    let from = run.iter().position(|glyph| !is_blank(glyph.c)).unwrap_or(run.len());
    let to = run.iter().rposition(|glyph| !is_blank(glyph.c)).map_or(from, |last| last + 1);
    &run[from..to]
}

/// Reads 书记甲，副书记乙、丙 and 综合处处长甲，副处长乙: titles of the unit, or posts in full, each right before the names of
/// those who hold it.
pub(crate) fn pairs(run: &[Glyph], unit: Option<&[Glyph]>, verb: Verb, sheet: &mut Sheet) -> bool {
    let run = tight(run);
    let mut found: Vec<(&[Glyph], Vec<Who>, Vec<Seat>)> = Vec::new();
    let mut before = unit.map(Before::unit).unwrap_or_default();
    if run.len() > 200 {
        return false;
    }
    for piece in run.split(|glyph| matches!(glyph.c, '，' | '；' | '。')).filter(|piece| !piece.is_empty()) {
        if vacant(piece, &mut before) {
            continue;
        }
        let Some((names, seats)) = pair(piece, &mut before) else { return false };
        found.push((piece, names, seats));
    }
    for (piece, names, seats) in &found {
        for who in names {
            for seat in seats {
                sheet.push(who, seat, verb, ahead(sheet, &seat.marks), span(piece), true, None);
            }
        }
    }
    !found.is_empty()
}

/// 征迁处处长暂缺: nobody, but the unit of what follows.
fn vacant(piece: &[Glyph], before: &mut Before) -> bool {
    let Some(word) = words!["暂缺", "空缺", "暂空"].end(piece) else { return false };
    let post = &piece[..piece.len() - word.chars().count()];
    is_post(post) && posts(post, before).is_some()
}

fn pair(piece: &[Glyph], before: &mut Before) -> Option<(Vec<Who>, Vec<Seat>)> {
    let (piece, note) = match words!["主持工作", "主持全面工作"].end(piece) {
        Some(word) => (&piece[..piece.len() - word.chars().count()], Some(word)),
        None => (piece, None),
    };
    // …副总工|程师 is one title, and 任命甲为… a clause.
    let clause = words!["为", "任命", "聘", "免"].within(piece);
    if clause || crate::lexicon::titles::heads().end(piece) {
        return None;
    }
    let mut splits: Vec<(&[Glyph], Vec<Who>)> = (1..=24)
        .rev()
        .filter_map(|length| {
            let (title, rest) = piece.split_at_checked(length)?;
            let bare = before.is_known() && is_bare_title(title);
            if rest.is_empty() || !(bare || is_whole_post(title)) {
                return None;
            }
            let (names, end) = persons_at(rest, 0)?;
            (end == rest.len() && names.iter().all(|who| who.sure)).then_some((title, names))
        })
        .collect();
    // 护士长|谷雨: nobody is called 长谷雨.
    if splits.len() > 1 {
        let stump = |names: &[Who]| names.iter().any(|who| who.name.starts_with('长') && !who.name.starts_with("长孙"));
        splits.retain(|(_, names)| !stump(names));
    }
    // 书记|长孙无忌, 书记长|孙无忌: which it is stays open.
    let open = splits.len() > 1;
    let (title, mut names) = splits.into_iter().last()?;
    for who in &mut names {
        who.sure &= !open;
        who.marks.notes.extend(note.map(str::to_owned));
    }
    posts(title, before).map(|seats| (names, seats))
}
