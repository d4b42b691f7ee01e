//! Clauses in which one takes the place of another: 执行董事由甲变更为乙, 甲接替乙任副组长. Each says two things.

use renmian_domain::ItemKind;

use super::posted::people_before_verb;
use super::{Clause, Found, Named, Sentence, people_at, seats_at};
use crate::layout::{Glyph, any, has};
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Words, words};
use crate::marks::Marks;
use crate::name::{Who, persons_at};
use crate::post::{Seat, is_bare_title, is_post, is_whole_post, posts};
use crate::sheet::Sheet;
use crate::subject::APPOINT;

/// Behind the one who goes and before the one who comes.
static BECOMES: Words = Words::of(&[
    "调整变更为",
    "变更为",
    "调整为",
    "更换为",
    "更替为",
    "替换为",
    "更改为",
    "改为",
    "换为",
    "变为",
    "改由",
]);

/// 不再担任, as a clause of succession says it.
fn departs() -> Option<Verb> {
    verbs::HOLDING.iter().find(|verb| verb.word == "不再担任").copied()
}

/// A post that changes hands, as two clauses in the order of the text.
struct Succession {
    from: usize,
    to: usize,
    seats: Vec<Seat>,
    goes: Vec<Who>,
    comes: Vec<Who>,
    sure: bool,
    marks: Marks,
}

impl Succession {
    fn told(self, arrival: Verb, goes_first: bool) -> Option<Found> {
        let departure = departs()?;
        let sure = self.sure && self.seats.iter().all(|seat| seat.sure);
        let clause = |verb: Verb, persons: Vec<Who>| {
            let sure = sure && persons.iter().all(|who| who.sure);
            let (seats, marks) = (self.seats.clone(), self.marks.clone());
            Box::new(Clause { from: self.from, to: self.to, verb, persons, seats, sure, basis: None, marks })
        };
        let (goes, comes) = (clause(departure, self.goes.clone()), clause(arrival, self.comes.clone()));
        Some(if goes_first { Found::Both(goes, comes) } else { Found::Both(comes, goes) })
    }
}

fn closed(run: &[Glyph], at: usize) -> bool {
    run.get(at).is_none_or(|glyph| matches!(glyph.c, '，' | '；' | '。'))
}

/// 石鼓河区级河长由甲调整为乙; 副组长甲变更为乙 in a group.
pub(super) fn handed_over(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let from = any(run, place, words!["将原", "将", "原"]).map_or(place, |(_, next)| next);
    let limit = run.len().min(from + 60);
    let change = (from + 4..limit)
        .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：'))
        .find(|at| BECOMES.at(run, *at).is_some())?;
    let (_, next) = BECOMES.at(run, change)?;
    let (comes, to) = newcomers(run, next)?;
    let (title, goes) = (from + 2..change).rev().find_map(|cut| {
        let title = &run[from..cut];
        let held = if is_bare_title(title) { sheet.before.is_known() } else { is_post(title) };
        let named = any(run, cut, words!["一职由", "职务由", "由"]).map_or(cut, |(_, next)| next);
        let (goes, end) = persons_at(run, named).filter(|(_, end)| *end == change).or_else(|| {
            (named > cut).then_some(())?;
            Some((crate::own_posts::named_with_posts(&run[named..change])?, change))
        })?;
        (held && end == change).then_some((title, goes))
    })?;
    let seats = posts(title, &mut sheet.before.clone())?;
    let succession = Succession { from: start, to, seats, goes, comes, sure: true, marks: Marks::default() };
    closed(run, to).then(|| succession.told(APPOINT, true)).flatten()
}

/// Who comes, with or without the post held by now.
fn newcomers(run: &[Glyph], from: usize) -> Option<(Vec<Who>, usize)> {
    let end = (from..run.len()).find(|at| matches!(run[*at].c, '，' | '；' | '。')).unwrap_or(run.len());
    persons_at(run, from)
        .filter(|(_, to)| closed(run, *to))
        .or_else(|| Some((crate::own_posts::named_with_posts(run.get(from..end)?)?, end)))
}

/// 甲接替乙任副组长, 由甲接替乙担任办公室主任, 甲接替乙的组长职务, 副组长由甲接替乙.
pub(super) fn takes_over(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let limit = (place..run.len().min(place + 60))
        .find(|at| matches!(run[*at].c, '，' | '；' | '。' | '：'))
        .unwrap_or(run.len().min(place + 60));
    let (word, behind) = (place + 2..limit).find_map(|at| {
        any(run, at, words!["接替", "接任", "替换", "顶替", "替代", "代替"]).map(|(_, next)| (at, next))
    })?;
    let by = (place..word).find(|at| run[*at].c == '由');
    let from = by.map_or(place, |by| by + 1);
    let (comes, _) = people_at(&Named::at(run, from), sheet).filter(|(_, end)| *end == word).or_else(|| {
        let named = crate::own_posts::named_with_posts(&run[from..word])?;
        Some((named, word))
    })?;
    let title = &run[place..by.unwrap_or(place)];
    let title =
        words!["改", "一职", "职务"].end(title).map_or(title, |word| &title[..title.len() - word.chars().count()]);
    if !title.is_empty() {
        let held = if is_bare_title(title) { sheet.before.is_known() } else { is_post(title) };
        let (goes, end) = persons_at(run, behind)?;
        let to = any(run, end, words!["担任", "任", "兼任"]).map_or(end, |(_, next)| next);
        let seats = posts(title, &mut sheet.before.clone()).filter(|_| held && closed(run, to))?;
        let marks = Marks::default();
        return Succession { from: start, to, seats, goes, comes, sure: true, marks }.told(APPOINT, false);
    }
    let (goes, end) = people_before_verb(&Named::at(run, behind)).or_else(|| persons_at(run, behind))?;
    let (verb, next) = match any(run, end, words!["所任的", "担任的", "的"]) {
        Some((_, next)) => (APPOINT, next),
        None => verbs::at(&verbs::HOLDING, run, end).filter(|(verb, _)| verb.kind.opens())?,
    };
    let (seats, to, sure, marks) = seats_at(run, next, &mut sheet.before.clone())?;
    Succession { from: start, to, seats, goes, comes, sure, marks }.told(verb, false)
}

/// The posts that the clause before spoke of, each once.
fn of_the_last(sheet: &Sheet) -> Vec<Seat> {
    let Some(last) = sheet.items.last() else { return Vec::new() };
    let mut seats: Vec<Seat> = Vec::new();
    for item in sheet.items.iter().rev().take_while(|item| item.source == last.source) {
        let (unit, title) = (item.post.organisation.clone(), item.post.title.clone());
        if !seats.iter().any(|seat| seat.title == title && seat.unit == unit) {
            seats.insert(0, Seat { unit, title, marks: Marks::default(), sure: item.certain, proposed: false });
        }
    }
    seats
}

/// What stands for the posts of the clause before.
static THE_SAME: Words = Words::of(&["该职务", "上述职务", "此职务", "上述职", "该职", "此职"]);

/// 乙不再担任, 免去乙的该职务 behind the clause that gave its post to another.
pub(super) fn gives_up(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let stripping = verbs::at(&verbs::STRIPPING, run, place).filter(|(verb, _)| verb.kind == ItemKind::Dismiss);
    let (persons, at) = people_at(&Named::at(run, stripping.map_or(place, |(_, next)| next)), sheet)?;
    let (verb, to) = match stripping {
        Some((verb, _)) => {
            let from = any(run, at, words!["的"]).map_or(at, |(_, next)| next);
            (verb, THE_SAME.at(run, from)?.1)
        }
        None => {
            let (verb, from) = verbs::at(&verbs::HOLDING, run, at)?;
            let same = THE_SAME.at(run, from).map(|(_, next)| next);
            let bare = matches!(verb.word, "不再担任" | "不再兼任").then_some(from);
            (verb, same.or(bare)?)
        }
    };
    let (seats, basis, marks) = (of_the_last(sheet), None, Marks::default());
    let sure = persons.iter().all(|who| who.sure) && seats.iter().all(|seat| seat.sure);
    let told = closed(run, to) && !seats.is_empty();
    told.then(|| Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis, marks })))
}

/// 甲（县水利局局长）任县财政局局长，免现职: the post that the bracket names.
pub(super) fn leaves_present(run: &[Glyph], place: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let (_, to) = any(run, place, words!["免现职", "免去现职", "免去其现职", "免去现任职务", "免去其现任职务"])?;
    let [who] = sentence.subject.as_slice() else { return None };
    let held = who.marks.notes.iter().find_map(|note| {
        let run: Vec<Glyph> = note.chars().map(|c| Glyph::of(c, run[place].at)).collect();
        let first = run.split(|glyph| glyph.c == '、').next().unwrap_or_default();
        is_whole_post(first).then_some(run)
    })?;
    let seats = posts(&held, &mut sheet.before.clone())?;
    let (verb, from, persons) = (departs()?, sentence.subject_at, sentence.subject.clone());
    let sure = who.sure && seats.iter().all(|seat| seat.sure);
    let (basis, marks) = (None, Marks::default());
    let clause = Clause { from, to, verb, persons, seats, sure, basis, marks };
    closed(run, to).then(|| Found::Clause(Box::new(clause)))
}

/// 甲同志的县文化馆馆长职务由乙同志接任; 副指挥长甲因工作调动不再担任，由乙担任.
pub(super) fn passed_on(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let owned = || {
        let (goes, end) = people_at(&Named::at(run, place), sheet)?;
        let (_, from) = any(run, end, words!["所任的", "担任的", "的"])?;
        let by = (from + 2..run.len().min(from + 60))
            .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：'))
            .find(|at| run[*at].c == '由')?;
        let post = &run[from..by];
        let post = words!["一职", "职务"].end(post).map_or(post, |word| &post[..post.len() - word.chars().count()]);
        Some((goes, posts(post, &mut sheet.before.clone())?, by))
    };
    let titled = || {
        let (cut, goes, end) = (place + 2..run.len().min(place + 30)).rev().find_map(|cut| {
            let title = &run[place..cut];
            let held = if is_bare_title(title) { sheet.before.is_known() } else { is_whole_post(title) };
            let (goes, end) = held.then(|| persons_at(run, cut)).flatten()?;
            Some((cut, goes, end))
        })?;
        let word = (end..run.len().min(end + 20))
            .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：'))
            .find(|at| has(run, *at, "不再担任") && has(run, at + 4, "，由"))?;
        Some((goes, posts(&run[place..cut], &mut sheet.before.clone())?, word + 5))
    };
    let (goes, seats, by) = owned().or_else(titled)?;
    let (comes, end) = people_before_verb(&Named::at(run, by + 1)).or_else(|| persons_at(run, by + 1))?;
    let (_, to) = any(run, end, words!["接任", "接替", "继任", "担任", "代理"])?;
    let succession = Succession { from: start, to, seats, goes, comes, sure: true, marks: Marks::default() };
    closed(run, to).then(|| succession.told(APPOINT, true)).flatten()
}

/// 甲不再担任组长，由乙接任: the posts are those that were just given up, by the one of whom the sentence speaks.
pub(super) fn follows(run: &[Glyph], place: usize, start: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let of =
        any(run, place, words!["其所任职务", "所任职务", "其职务", "该职务", "该职"]).map_or(place, |(_, next)| next);
    let (_, from) = any(run, of, words!["改由", "由"])?;
    let last = sheet.items.last().filter(|item| item.kind.closes())?;
    if !sentence.subject.iter().any(|who| who.name == last.person.name) {
        return None;
    }
    let (persons, end) = people_before_verb(&Named::at(run, from)).or_else(|| persons_at(run, from))?;
    let (_, to) = any(run, end, words!["接替担任", "接任", "接替", "继任", "担任"])?;
    let to = any(run, to, words!["该职务", "该职", "其职务", "此职"]).map_or(to, |(_, next)| next);
    closed(run, to).then_some(())?;
    let seats = of_the_last(sheet);
    let sure = persons.iter().all(|who| who.sure);
    let (verb, basis, marks) = (APPOINT, None, Marks::default());
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis, marks })))
}
