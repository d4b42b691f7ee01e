//! Clauses whose verb stands before the persons: 任命甲为…, and the headings and lists that such a verb governs.

use renmian_domain::ItemKind;

use super::posted::own_post_before;
use super::strip::{relative, unmarked};
use super::{Clause, Found, Named, Sentence, people_at, seats_at};
use crate::layout::{Glyph, any, has};
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::words;
use crate::marks::{Marks, bracket_before_end};
use crate::name::{Who, persons_at};
use crate::post::Before;
use crate::post::is_whole_post;
use crate::sheet::Sheet;
use crate::subject::APPOINT;

/// 任命甲为…, 委派甲任…, the heading 任命：, and 任命下列同志为…：.
pub(super) fn lead(run: &[Glyph], place: usize, start: usize, sheet: &Sheet, strong: bool) -> Option<Found> {
    let (verb, mut from) = verbs::at(&verbs::LEADING, run, place)?;
    if verb.strong != strong {
        return None;
    }
    if let Some(end) = heading_end(run, from)
        && (strong
            || verb.word == "任"
            || verb.word == "决定" && end == run.len()
            || run.get(from).is_some_and(|glyph| glyph.c == '：'))
    {
        return Some(Found::Heading(verb, end));
    }
    if let Some((_, next)) = any(run, from, words!["了"]) {
        from = next;
    }
    let mut before = if strong { sheet.before.clone().renewed() } else { sheet.before.clone() };
    if let Some((_, next)) = any(run, from, words!["下列", "以下"]) {
        let to = (next..run.len().min(next + 14))
            .find(|at| run[*at].c == '为' || has(run, *at, "担任") || has(run, *at, "任"))?;
        let to = any(run, to, words!["为", "担任", "任"]).map_or(to, |(_, next)| next);
        let (seats, end, _, _) = seats_at(run, to, &mut before)?;
        return Some(Found::Roll(verb, seats, end));
    }
    let named = Named::at(run, from);
    let (persons, end) = match people_at(&named, sheet) {
        Some(found) => found,
        None => own_post_before(&named).or_else(|| if verb.strong { strangers(run, from, "为") } else { None })?,
    };
    let in_turn = has(run, end, "分别");
    let end = if in_turn { end + 2 } else { end };
    // 选派甲赴县委办公室挂职锻炼，任副主任: of the unit between.
    let mut verb = verb;
    let end = match crate::name::moved(run, end) {
        Some((from, to, at)) => {
            before = Before::unit(&run[from..to]);
            verb.secondment |= crate::layout::find(&run[to..at], 0, "挂职").is_some();
            at
        }
        None => end,
    };
    let (verb, from) = copula(run, end, verb)?;
    let (seats, to, sure, mut marks) = seats_at(run, from, &mut before)?;
    marks.in_turn = in_turn;
    let sure = sure && persons.iter().all(|who| who.sure);
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}

/// 当选县慈善总会副会长的有：甲、乙.
pub(super) fn elected_are(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let (_, from) = any(run, place, words!["当选为", "当选"])?;
    let stop = (from + 2..run.len().min(from + 40)).find(|at| run[*at].c == '的')?;
    let (_, next) = any(run, stop, words!["的同志有", "的同志是", "的有", "的是", "的为"])?;
    let next = any(run, next, words!["："]).map_or(next, |(_, next)| next);
    let (persons, to) = persons_at(run, next)?;
    let seats = crate::post::posts(&run[from..stop], &mut sheet.before.clone())?;
    let sure = seats.iter().all(|seat| seat.sure) && persons.iter().all(|who| who.sure);
    let verb = verbs::at(&verbs::HOLDING, run, place)?.0;
    let marks = crate::marks::Marks::default();
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}

/// Names of no known shape between a verb and its 为 or 的: 任命常委为…, 免去任免的…职务. Never sure.
pub(super) fn strangers(run: &[Glyph], from: usize, mark: &str) -> Option<(Vec<Who>, usize)> {
    let end = (from + 2..run.len().min(from + 40)).find(|at| {
        has(run, *at, mark) && is_whole_post(posts_alone(&run[*at + 1..]))
            || matches!(run[*at].c, '，' | '。' | '；' | '：')
    })?;
    if !has(run, end, mark) {
        return None;
    }
    let mut people = Vec::new();
    for piece in run[from..end].split(|glyph| glyph.c == '、') {
        let (name, marks) = match bracket_before_end(piece) {
            Some((inside, open)) => (&piece[..open], Marks::bracket(inside)),
            None => (piece, Marks::default()),
        };
        let named = (2..=4).contains(&name.len())
            && name.iter().all(|glyph| crate::layout::is_han(glyph.c))
            && crate::lexicon::names::UNNAMED.at(name, 0).is_none()
            && !crate::post::is_unit(name)
            && words!["同志", "人员", "干部"].end(name).is_none();
        if !named {
            return None;
        }
        people.push(Who { name: crate::layout::printed(name), marks, sure: false, own_post: None });
    }
    Some((people, end))
}

/// The first post of a run, up to its mark.
fn posts_alone(run: &[Glyph]) -> &[Glyph] {
    let stop =
        run.iter().position(|glyph| matches!(glyph.c, '，' | '。' | '；' | '、' | '（' | '：')).unwrap_or(run.len());
    let run = &run[..stop];
    if crate::layout::ends(run, "职务") { &run[..run.len() - 2] } else { run }
}

/// 任红霞为… under a heading: 任 is the surname and not the verb.
pub(super) fn surnamed(named: &Named, start: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let (run, place) = (named.run, named.place);
    let (verb, next) = verbs::at(&verbs::LEADING, run, place).filter(|(verb, _)| verb.word == "任")?;
    let (with, end) = named.people().filter(|(persons, _)| persons.iter().all(|who| who.sure))?;
    let headed = sentence.lead.or(sheet.mode).is_some_and(|lead| lead.word != verb.word);
    let known = with.first().is_some_and(|who| sheet.learnt.has_person(&who.name));
    let without = persons_at(run, next).is_some_and(|(persons, _)| persons.iter().all(|who| who.sure));
    if !(headed || known || !without) || !has(run, *end, "为") {
        return None;
    }
    governed(named, start, sheet, sentence)
}

/// 为, 任, 兼任 … between the persons and the posts; what it adds to the verb.
pub(super) fn copula(run: &[Glyph], at: usize, verb: Verb) -> Option<(Verb, usize)> {
    let at = any(run, at, words!["正式", "试用期满", "同时", "继续"]).map_or(at, |(_, next)| next);
    if let Some((word, next)) = any(run, at, words!["作为", "兼为", "为"]) {
        return Some((Verb { concurrent: verb.concurrent || word == "兼为", ..verb }, next));
    }
    let (held, next) = verbs::at(&verbs::HOLDING, run, at)?;
    let own = matches!(verb.kind, ItemKind::Elect | ItemKind::Nominate);
    let kind = if own { verb.kind } else { held.kind };
    Some((
        Verb {
            kind,
            concurrent: verb.concurrent || held.concurrent,
            acting: verb.acting || held.acting,
            secondment: verb.secondment || held.secondment,
            ..verb
        },
        next,
    ))
}

pub(super) fn copula_word(run: &[Glyph], at: usize) -> bool {
    has(run, at, "为") || verbs::at(&verbs::HOLDING, run, at).is_some_and(|(verb, _)| verb.word != "兼")
}

/// The end of a heading behind its verb: nothing more, a colon, or 下列同志职务：.
pub(super) fn heading_end(run: &[Glyph], from: usize) -> Option<usize> {
    let mut place = from;
    if let Some((_, next)) = any(run, place, words!["下列", "以下", "如下"]) {
        place = next;
    }
    while let Some((_, next)) = any(run, place, words!["同志", "人员", "职务", "名单", "如下", "的", "干部", "职"])
    {
        place = next;
    }
    match run.get(place).map(|glyph| glyph.c) {
        None => Some(place),
        Some('：') => Some(place + 1),
        Some(_) => None,
    }
}

/// Under a heading or a verb that goes on: 甲为…, 甲的…职务.
pub(super) fn governed(named: &Named, start: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let (run, place) = (named.run, named.place);
    let mut verb = sentence.lead.or(sheet.mode)?;
    let mut before = sheet.before.clone();
    let named = named.people().cloned();
    // 任命甲为…，免去其…；乙为…: the 为 goes back to the verb that appointed.
    // 不再聘任甲为…、乙为… goes on as it began.
    if verb.kind.closes()
        && !verb.word.starts_with("不再")
        && let Some((_, end)) = &named
        && has(run, *end, "为")
    {
        verb = sentence.opened.or(sheet.mode.filter(|mode| mode.kind.opens())).unwrap_or(APPOINT);
    }
    let strips = verb.kind.closes();
    // 甲、乙县水利局副局长职务: the last name has no mark behind it.
    let unmarked_last = strips && named.as_ref().is_some_and(|(_, end)| has(run, *end, "、"));
    if let Some((persons, end)) = named.filter(|_| !unmarked_last) {
        // 甲同志，县农资公司经理 under 解聘：
        let comma = has(run, end, "，")
            && verbs::at(&verbs::HOLDING, run, end + 1).is_none()
            && persons.iter().all(|who| who.sure)
            && !super::held_behind(run, end + 1)
            && super::begins_with_post(&run[end + 1..super::posts_end(run, end + 1)]);
        let from = if comma {
            end + 1
        } else if strips {
            let from = relative(run, end, &mut verb);
            if from == end && !persons.iter().all(|who| who.sure) {
                return None;
            }
            from
        } else {
            any(run, end, words!["为", "任"])?.1
        };
        let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
        let sure = sure && persons.iter().all(|who| who.sure);
        return Some(Found::Clause(Box::new(Clause {
            from: start,
            to,
            verb,
            persons,
            seats,
            sure,
            basis: None,
            marks,
        })));
    }
    if !strips {
        // 委红卫为…主任: under the verb the place of the name tells it.
        let (persons, end) = strangers(run, place, "为")?;
        let (seats, to, _, marks) = seats_at(run, end + 1, &mut before)?;
        let (sure, basis) = (false, None);
        return Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis, marks })));
    }
    let split = unmarked(run, place, sheet)?;
    let (seats, to, sure, marks) = seats_at(run, relative(run, split.at, &mut verb), &mut before)?;
    Some(Found::Clause(Box::new(Clause {
        from: start,
        to,
        verb,
        persons: split.persons,
        seats,
        sure: sure && split.sure,
        basis: split.basis,
        marks,
    })))
}
