//! Clauses whose verb stands behind the persons: 甲任…, 甲不再担任…, and those that lean on the subject before them.

use renmian_domain::ItemKind;

use super::{Clause, Found, Sentence, posts_end, seats_at};
use crate::layout::{Glyph, any, has};
use crate::lexicon::verbs::{self, Verb};
use crate::name::persons_at;
use crate::post::{Before, is_post};
use crate::sheet::Sheet;

/// 甲任…, 甲同志不再担任….
pub(super) fn hold(run: &[Glyph], place: usize, start: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let (persons, end) = persons_at(run, place)?;
    let sure = persons.iter().all(|who| who.sure);
    let (mut confirm, mut in_turn) = (false, false);
    let mut at = end;
    while let Some((word, next)) = any(
        run,
        at,
        &[
            "按期转正，",
            "按期转正",
            "试用期满，",
            "试用期满",
            "经考核合格，",
            "经考核合格",
            "考核合格，",
            "考核合格",
            "同时",
            "按程序",
            "按规定",
            "按有关规定",
            "依法",
            "继续",
            "均",
            "分别",
            "仍",
            "现",
            "同意",
        ],
    ) {
        confirm |= word.contains("转正") || word.contains("试用期满");
        in_turn |= word == "分别";
        at = next;
    }
    let mut before = sheet.before.clone();
    if let Some((from, to, verb)) = crate::name::moved(run, at) {
        before = Before::unit(&run[from..to]);
        at = verb;
    } else if let Some(verb) = crate::name::promoted(run, at) {
        at = verb;
    }
    if let Some((verb, from)) = verbs::at(verbs::HOLDING, run, at) {
        let verb =
            if confirm && verb.kind == ItemKind::Appoint { Verb { kind: ItemKind::Confirm, ..verb } } else { verb };
        if let Some((seats, to, fine, mut marks)) = seats_at(run, from, &mut before) {
            marks.in_turn = in_turn;
            return Some(Found::Clause(Box::new(Clause {
                from: start,
                to,
                verb,
                persons,
                seats,
                sure: sure && fine,
                basis: None,
                marks,
            })));
        }
        return None;
    }
    let governed = sentence.lead.or(sheet.mode).is_some() && (has(run, end, "为") || has(run, end, "的"));
    if governed || !sure {
        return None;
    }
    let pause =
        has(run, end, "撤销") || has(run, end, "，") || any(run, end, &["因", "自", "从", "经", "试用期"]).is_some();
    if pause {
        if has(run, end, "撤销") {
            return Some(Found::Subject(persons, end));
        }
        let comma = (end..run.len()).find(|at| run[*at].c == '，').unwrap_or(run.len());
        // 甲因个人原因辞去…: the verb stands in the same breath.
        let told = (end..comma).find(|at| any(run, *at, &["辞去", "请辞", "不再担任", "不再兼任"]).is_some());
        if let Some(told) = told
            && let Some((verb, from)) = verbs::at(verbs::HOLDING, run, told)
        {
            let (seats, to, fine, marks) = seats_at(run, from, &mut before)?;
            return Some(Found::Clause(Box::new(Clause {
                from: start,
                to,
                verb,
                persons,
                seats,
                sure: sure && fine,
                basis: None,
                marks,
            })));
        }
        return Some(Found::Subject(persons, if comma == run.len() { end } else { comma + 1 }));
    }
    None
}

/// 其县农业局副局长职务自然免除.
pub(super) fn lapsed(run: &[Glyph], place: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let (_, from) = any(run, place, &["其原任的", "其原任", "其所任的", "其所任", "原任的", "原任", "其"])?;
    let mut before = sheet.before.clone();
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    let ended = [
        "自然免除",
        "自行免除",
        "自然免去",
        "自行免去",
        "同时免除",
        "同时免去",
        "相应免除",
        "一并免除",
        "一并免去",
        "予以免除",
        "予以免去",
        "即行免除",
        "随之免除",
    ];
    let (_, to) = any(run, to, &ended)?;
    let verb = verbs::STRIPPING.iter().find(|verb| verb.word == "免除").copied()?;
    Some(Found::Clause(Box::new(Clause {
        from: sentence.subject_at,
        to,
        verb,
        persons: sentence.subject.clone(),
        seats,
        sure: sure && sentence.subject.iter().all(|who| who.sure),
        basis: None,
        marks,
    })))
}

/// A verb without its own subject: …，不再担任…, …，兼任….
pub(super) fn carried(run: &[Glyph], place: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    if sentence.subject.is_empty() {
        return None;
    }
    if let Some(lapsed) = lapsed(run, place, sheet, sentence) {
        return Some(lapsed);
    }
    let at = any(run, place, &["其", "该同志", "同时", "并", "继续", "现", "仍"]).map_or(place, |(_, next)| next);
    let (verb, from) = verbs::at(verbs::HOLDING, run, at)?;
    if verb.word == "兼" && !has(run, at, "兼任") && !is_post(&run[from..posts_end(run, from)]) {
        return None;
    }
    let mut before = sheet.before.clone();
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    Some(Found::Clause(Box::new(Clause {
        from: sentence.subject_at,
        to,
        verb,
        persons: sentence.subject.clone(),
        seats,
        sure: sure && sentence.subject.iter().all(|who| who.sure),
        basis: None,
        marks,
    })))
}
