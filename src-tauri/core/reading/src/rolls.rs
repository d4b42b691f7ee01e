//! Rolls of names: 任命下列同志为…： with the names below it, and names whose post stands behind them.

use std::ops::Range;

use renmian_domain::Item;

use crate::clause::seats_at;
use crate::label::label_of;
use crate::layout::{Glyph, any, is_han, printed, span, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::words;
use crate::list::{ahead, outside, people, split_outside, trimmed};
use crate::marks::Marks;
use crate::name::Who;
use crate::paragraph::Paragraph;
use crate::post::{Before, Seat, is_bare_title, is_post, is_unit, is_whole_post, posts};
use crate::prose::{Roll, after_numbering};
use crate::sheet::Sheet;
use crate::spread::{cells, close_names, name_alone, odd_name};

/// Reads a line of a roll: every name takes the posts that the roll's heading gave.
pub(crate) fn roll(run: &[Glyph], roll: &mut Roll, sheet: &mut Sheet) -> bool {
    let from = after_numbering(run, 0);
    let run = &run[from..];
    // 第一学区：甲、乙: whom the line speaks of, not what they become.
    let colon = outside(run, 0, '：');
    if colon.is_some_and(|colon| {
        let label = label_of(&run[..colon]);
        is_bare_title(&label) || is_whole_post(&label) || is_post(&label) && label.len() > 3
    }) {
        return false;
    }
    // 公共服务中心主任　　关伟健 below 聘任下列同志为镇属单位负责人：: each line has its own post.
    if colon.is_none() && crate::columns::leads_with_post(run) {
        return crate::columns::columns(run, None, roll.verb, sheet);
    }
    let from = colon.filter(|colon| *colon <= 16 && colon + 2 < run.len()).map_or(0, |colon| colon + 1);
    let closed = close_names(&run[from..]);
    let mut names: Vec<Who> = Vec::new();
    let parts = || cells(&closed).into_iter().flat_map(|cell| split_outside(trimmed(cell)));
    let known = parts().filter(|part| name_alone(part).is_some()).count();
    // Among names what looks like none is one all the same.
    let among = known > 0 && known * 2 >= parts().count();
    // 甲　柳树湾村文书 below 聘任下列人员为村文书: the post in full.
    let mut own: Vec<Option<Vec<Seat>>> = Vec::new();
    for cell in cells(&closed) {
        for part in split_outside(trimmed(cell)) {
            match name_alone(part) {
                Some(who) => {
                    names.push(who);
                    own.push(None);
                }
                // 董　事 among names: blanks spread no title.
                // 任免之 on a line of its own among names: the characters speak against it, its place for it.
                None if is_spread_pair(part) || alone_by_its_place(part, run) => {
                    names.push(Who { name: printed(part), marks: Marks::default(), sure: false, own_post: None });
                    own.push(None);
                }
                // 应届（女） on a line of its own
                None if odd_name(part).is_some_and(|who| crate::list::speaks_of_person(part, &who)) => {
                    names.extend(odd_name(part));
                    own.push(None);
                }
                None if own.last().is_some_and(Option::is_none) && same_title(part, &roll.seats) => {
                    if let Some(last) = own.last_mut() {
                        *last = posts(part, &mut Before::default());
                    }
                }
                // 甲　县第一中学: where the person works.
                None if !names.is_empty() && (is_post(part) || is_unit(part)) => {
                    if let Some(who) = names.last_mut() {
                        who.marks.notes.push(printed(part));
                    }
                }
                None => match odd_name(part).filter(|_| among) {
                    Some(who) => {
                        names.push(who);
                        own.push(None);
                    }
                    None if among => {
                        sheet.not_understood(run);
                        return true;
                    }
                    None => return false,
                },
            }
        }
    }
    if names.is_empty() || roll.listed.is_some() && !names.iter().any(|who| who.sure) {
        return false;
    }
    // The list names again those whom the clause named: 聘任甲等八名同志为…，名单如下：.
    if let Some(listed) = roll.listed.take() {
        let said = said(sheet.items.drain(listed));
        roll.seats.iter_mut().for_each(|seat| seat.marks.take(&said));
    }
    let source = span(run);
    for (who, own) in names.iter().zip(&own) {
        for seat in own.as_ref().unwrap_or(&roll.seats) {
            let marks = ahead(sheet, &seat.marks);
            sheet.push(who, seat, roll.verb, marks, source, true, None);
        }
    }
    true
}

/// 主席 on a line of its own above its names, below 委任以下人士为某委员会成员：: what the next names become in the body.
pub(crate) fn retitled(run: &[Glyph], below: Option<&[Glyph]>, roll: &mut Roll) -> bool {
    let [seat] = roll.seats.as_slice() else { return false };
    let unit: Vec<Glyph> = match (&seat.unit, run.first()) {
        (Some(unit), Some(first)) => unit.chars().map(|c| Glyph::of(c, first.at)).collect(),
        _ => return false,
    };
    let title = label_of(run);
    let named = below.and_then(people).is_some_and(|people| people.iter().any(|who| who.sure));
    if !(named && title.len() <= 12 && is_bare_title(&title)) {
        return false;
    }
    let marks = seat.marks.clone();
    let Some(mut seats) = posts(&title, &mut Before::unit(&unit)) else { return false };
    seats.iter_mut().for_each(|seat| seat.marks.take(&marks));
    roll.seats = seats;
    true
}

/// What a clause said of all whom it listed.
fn said(items: impl Iterator<Item = Item>) -> Marks {
    let mut said = Marks::default();
    for item in items {
        said.take(&Marks {
            concurrent: item.concurrent,
            acting: item.acting,
            secondment: item.secondment,
            probation: item.probation_months,
            term: item.term_months,
            effective: item.effective_on,
            ..Marks::default()
        });
    }
    said
}

/// 聘任甲等9名同志为医院中层干部，聘期三年。名单如下： above a table, whose rows begin at item `first`: the table gives
/// each the post, the clause how long and from when.
pub(crate) fn listed_again(listed: Range<usize>, first: usize, sheet: &mut Sheet) {
    let again = |item: &Item| sheet.items[first..].iter().any(|row| row.person.name == item.person.name);
    if listed.end > first || !sheet.items[listed.clone()].iter().all(again) {
        return;
    }
    let first = first - listed.len();
    let said = said(sheet.items.drain(listed));
    for item in sheet.items[first..].iter_mut().filter(|item| item.kind.opens()) {
        item.secondment |= said.secondment;
        item.probation_months = item.probation_months.or(said.probation);
        item.term_months = item.term_months.or(said.term);
        item.effective_on = item.effective_on.or(said.effective);
    }
}

/// A surname and one character, parted in the source.
fn is_spread_pair(part: &[Glyph]) -> bool {
    let [first, second] = part else { return false };
    second.apart && crate::lexicon::names::is_surname(first.c)
}

/// Whether all of a line is a surname and one or two characters that name no post and no body.
fn alone_by_its_place(part: &[Glyph], line: &[Glyph]) -> bool {
    part.len() == tight(line).len()
        && (2..=3).contains(&part.len())
        && crate::lexicon::names::is_surname(part[0].c)
        && part.iter().all(|glyph| is_han(glyph.c))
        && !is_post(part)
        && !is_unit(part)
}

/// Whether the part is a whole post with the title that the roll gives.
fn same_title(part: &[Glyph], seats: &[Seat]) -> bool {
    is_whole_post(part) && seats.len() == 1 && crate::layout::ends(part, &seats[0].title)
}

/// Reads lines of names and the post that closes them: 任命： / 甲　乙 / 丙　丁 / 为县人民法院人民陪审员. Gives how many
/// paragraphs were names; the one with the post is left for what else it says.
pub(crate) fn closed_below(body: &[&Paragraph], at: usize, verb: Verb, sheet: &mut Sheet) -> Option<usize> {
    let mut names: Vec<(Vec<Who>, &[Glyph])> = Vec::new();
    for paragraph in body.get(at..)?.iter().take(200) {
        let run = tight(&paragraph.run);
        if let Some((_, from)) = any(&run, 0, words!["为", "担任", "任", "的"])
            && !names.is_empty()
            && names.iter().flat_map(|(names, _)| names).any(|who| who.sure)
            && let Some((seats, _, sure, marks)) = seats_at(&run, from, &mut Before::default())
        {
            for (who, line) in names.iter().flat_map(|(names, line)| names.iter().map(move |who| (who, line))) {
                for seat in &seats {
                    let mut said = ahead(sheet, &seat.marks);
                    said.take(&marks);
                    sheet.push(who, seat, verb, said, span(line), sure, None);
                }
            }
            return Some(names.len());
        }
        if run.iter().any(|glyph| matches!(glyph.c, '：' | '；' | '。')) {
            return None;
        }
        names.push((people(&paragraph.run)?, &paragraph.run));
    }
    None
}
