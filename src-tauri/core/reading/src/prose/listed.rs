//! Lists inside a sentence: 成员包括…, 主任甲，副主任乙、丙, and names behind 任命下列同志为…：.

use std::ops::Range;

use renmian_domain::Item;

use super::Footing;
use crate::clause::{Clause, Sentence};
use crate::layout::{Glyph, any};
use crate::lexicon::verbs::Verb;
use crate::lexicon::words;
use crate::marks::Marks;
use crate::name::{Who, persons_at};
use crate::post::{Before, Seat};
use crate::sheet::Sheet;
use crate::subject::APPOINT;

/// 成员包括政务司司长甲、财政司司长乙: of the body that the clause before named.
pub(super) fn included(
    run: &[Glyph],
    place: usize,
    end: usize,
    sheet: &mut Sheet,
    clause_items: &std::ops::Range<usize>,
) -> Option<usize> {
    let (_, from) = any(run, place, words!["成员包括", "成员有", "成员由", "成员为", "成员："])?;
    let unit = sheet.items.get(clause_items.clone())?.first()?.post.organisation.clone()?;
    let persons = crate::own_posts::named_with_posts(run.get(from..end)?)?;
    let verb = APPOINT;
    let seats =
        vec![Seat {
            unit: Some(unit), title: "成员".to_owned(), marks: Marks::default(), sure: true, proposed: false
        }];
    let clause =
        Clause { from: place, to: end, verb, persons, seats, sure: true, basis: None, marks: Marks::default() };
    sheet.write(&clause, run, &Marks::default());
    Some(end)
}

/// 任命下列同志为…：甲、乙、丙。
pub(super) fn inline_roll(run: &[Glyph], place: usize) -> Option<(Vec<Who>, usize)> {
    let from = any(run, place, words!["：", "，"]).map_or(place, |(_, next)| next);
    let (names, to) = persons_at(run, from)?;
    (to == run.len()).then_some((names, to))
}

/// 主任沈知远，副主任黄石川、张勇: a title and names, of the body named before.
pub(super) fn titled(run: &[Glyph], place: usize, end: usize, sheet: &mut Sheet, footing: Footing) -> Option<usize> {
    if footing == Footing::Order && sheet.roster.is_none() {
        return None;
    }
    let body = sheet.roster.clone()?;
    let (cut, names) = (1..=6).rev().find_map(|length| {
        let title = run.get(place..place + length)?;
        if !crate::post::is_bare_title(title) {
            return None;
        }
        let (names, to) = persons_at(run, place + length)?;
        (to == end || names.iter().any(|who| who.sure)).then_some((place + length, (to == end).then_some(names)))
    })?;
    // 委员王灵桂、全体、李浩然: one of them is no name, and the others are not lost in silence.
    let Some(names) = names else {
        sheet.not_understood(&run[place..end]);
        return Some(end);
    };
    let mut before = Before::unit(&body);
    let seats = crate::post::posts(&run[place..cut], &mut before)?;
    let verb = APPOINT;
    let clause =
        Clause { from: place, to: end, verb, persons: names, seats, sure: true, basis: None, marks: Marks::default() };
    sheet.write(&clause, run, &Marks::default());
    Some(end)
}

/// The posts of an appointment that go on behind a comma: of those whom the clause before named, as guesses.
pub(super) fn further(
    run: &[Glyph],
    (seats, to): (Vec<Seat>, usize),
    last: &Item,
    clause_items: Range<usize>,
    state: &Sentence,
    sheet: &mut Sheet,
) {
    let verb = state.lead.unwrap_or(APPOINT);
    let all = clause_items.len() > 1 && sheet.items[clause_items].iter().all(|item| item.concurrent);
    let verb = Verb { kind: last.kind, concurrent: all || last.concurrent && verb.concurrent, ..verb };
    let (from, persons) = (state.subject_at, state.subject.clone());
    let clause = Clause { from, to, verb, persons, seats, sure: false, basis: None, marks: Marks::default() };
    sheet.write(&clause, run, &Marks::default());
}
