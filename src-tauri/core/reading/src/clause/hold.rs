//! Clauses whose verb stands behind the persons: 甲任…, 甲不再担任…, and those that lean on the subject before them.

use renmian_domain::ItemKind;

use super::{Clause, Found, Named, Sentence, people_at, posts_end, seats_at};
use crate::layout::{Glyph, any, has};
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Words, words};
use crate::name::Who;
use crate::post::{Before, is_post};
use crate::sheet::Sheet;

/// 甲任…, 甲同志不再担任….
pub(super) fn hold(named: &Named, start: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let (run, place) = (named.run, named.place);
    let (persons, end) = people_at(named, sheet)?;
    let sure = persons.iter().all(|who| who.sure);
    // 改任主任科员 begins with its verb.
    if !sure && verbs::at(&verbs::HOLDING, run, place).is_some_and(|(verb, _)| verb.word.chars().count() > 1) {
        return None;
    }
    if let Some(clause) = apposed(run, end, start, &persons, sheet) {
        return Some(clause);
    }
    let (mut confirm, mut in_turn) = (false, false);
    // 王任远：任市水利局局长
    let mut at = if has(run, end, "：") && verbs::at(&verbs::HOLDING, run, end + 1).is_some() { end + 1 } else { end };
    while let Some((word, next)) = any(
        run,
        at,
        words![
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
            "全票",
            "高票",
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
    // 挂职期满，不再担任…: a reason and not a verb.
    let over = any(run, at, words!["挂职期满", "挂职结束", "挂职锻炼", "挂职到期"]).is_some();
    if let Some((verb, from)) = verbs::at(&verbs::HOLDING, run, at).filter(|(verb, from)| {
        // 表决任命…: 任命 has its persons behind it.
        // 阳光同志兼任的…职务 under 免去：: the post that is taken away.
        !(over || verb.word == "任" && has(run, *from, "命") || verb.kind.opens() && has(run, *from, "的"))
    }) {
        let verb =
            if confirm && verb.kind == ItemKind::Appoint { Verb { kind: ItemKind::Confirm, ..verb } } else { verb };
        if let Some((seats, to, fine, mut marks)) = seats_at(run, from, &mut before) {
            marks.in_turn = in_turn;
            // 甲任县农机站站长职务试用期满，予以正式任职
            let over = any(run, to, words!["试用期满", "试用期已满"]).map(|(_, next)| next);
            let verb = if over.is_some() && verb.kind == ItemKind::Appoint {
                Verb { kind: ItemKind::Confirm, ..verb }
            } else {
                verb
            };
            let to = over.unwrap_or(to);
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
    if let Some(undone) = undone(run, end, start, &persons, sheet) {
        return Some(undone);
    }
    if let Some(confirmed) = confirmed(run, end, start, &persons, sheet) {
        return Some(confirmed);
    }
    // 甲同志，县农资公司经理 under 解聘：
    let posted = || {
        has(run, end, "，")
            && verbs::at(&verbs::HOLDING, run, end + 1).is_none()
            && super::begins_with_post(&run[end + 1..posts_end(run, end + 1)])
    };
    let governed = sentence.lead.or(sheet.mode).is_some() && (has(run, end, "为") || has(run, end, "的") || posted());
    if governed || !sure {
        return None;
    }
    let pause =
        has(run, end, "撤销") || has(run, end, "，") || any(run, end, &REASONS).is_some() && !has(run, end, "自治");
    if pause {
        if has(run, end, "撤销") {
            return Some(Found::Subject(persons, end));
        }
        let comma = (end..run.len()).find(|at| run[*at].c == '，').unwrap_or(run.len());
        let mut persons = persons;
        if has(run, end, "挂职") {
            // 挂职期满，不再担任…: what ends is the secondment.
            persons.iter_mut().for_each(|who| who.marks.secondment = true);
        }
        // 甲因个人原因辞去…: the verb stands in the same breath.
        let told = (end..comma).find(|at| any(run, *at, words!["辞去", "请辞", "不再担任", "不再兼任"]).is_some());
        if let Some(told) = told
            && let Some((verb, from)) = verbs::at(&verbs::HOLDING, run, told)
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

/// 覃海燕（女），省农业科学院助理研究员，挂任…: the post between the commas is what the person is by now.
fn apposed(run: &[Glyph], end: usize, start: usize, persons: &[Who], sheet: &Sheet) -> Option<Found> {
    has(run, end, "，").then_some(())?;
    let from = any(run, end + 1, words!["现任", "现为", "系"]).map_or(end + 1, |(_, next)| next);
    let stop = posts_end(run, from);
    let own = &run[from..stop];
    if !has(run, stop, "，") || !is_post(own) || verbs::at(&verbs::HOLDING, run, end + 1).is_some() {
        return None;
    }
    let (verb, from) = verbs::at(&verbs::HOLDING, run, stop + 1).filter(|(verb, _)| verb.kind.opens())?;
    let (seats, to, sure, marks) = seats_at(run, from, &mut sheet.before.clone())?;
    let mut persons = persons.to_vec();
    persons.iter_mut().for_each(|who| who.marks.notes.push(crate::layout::printed(own)));
    let sure = sure && seats.iter().all(|seat| seat.unit.is_some()) && persons.iter().all(|who| who.sure);
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}

/// What may stand behind a person before the comma behind which the verb comes.
pub(super) static REASONS: Words = Words::of(&[
    "已达",
    "现已",
    "退休",
    "离休",
    "已退休",
    "年满",
    "已到",
    "调离",
    "工作调动",
    "因公",
    "因",
    "自",
    "从",
    "经",
    "试用期",
    "挂职期满",
    "挂职结束",
    "挂职锻炼期满",
    "任期届满",
    "任期已满",
    "任期满",
    "聘期届满",
    "聘期已满",
    "聘期满",
    "期满",
    "到龄",
    "达到",
    "由于",
    "入额",
    "到达",
    "退出",
    "返回",
    "回原单位",
    "调往",
    "调入",
    "聘任期满",
    "符合",
    "另有任用",
]);

/// Words behind a post by which it ends: …职务自然免除.
static ENDED: Words = Words::of(&[
    "自然免除",
    "自行免除",
    "自然免去",
    "自行免去",
    "同时免除",
    "同时免去",
    "相应免除",
    "相应免去",
    "一并免除",
    "一并免去",
    "予以免除",
    "予以免去",
    "即行免除",
    "随之免除",
    "随之免去",
    "自动免除",
    "自动免去",
    "自行解除",
    "自然解除",
    "自然解聘",
    "免去",
    "免除",
    "解除",
    "自行解聘",
    "同时解聘",
]);

/// The verb of a post that ends by itself.
fn ending() -> Option<verbs::Verb> {
    verbs::STRIPPING.iter().find(|verb| verb.word == "免除").copied()
}

/// 甲同志的县农业局局长职务予以免除.
fn undone(run: &[Glyph], end: usize, start: usize, persons: &[Who], sheet: &Sheet) -> Option<Found> {
    let (_, from) = any(run, end, words!["所担任的", "原任的", "原任", "所任的", "担任的", "兼任的", "的"])?;
    let mut before = sheet.before.clone();
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    let (_, to) = any(run, to, &ENDED)?;
    Some(Found::Clause(Box::new(Clause {
        from: start,
        to,
        verb: ending()?,
        persons: persons.to_vec(),
        seats,
        sure: sure && persons.iter().all(|who| who.sure),
        basis: None,
        marks,
    })))
}

/// 甲同志县商务局副局长职务按期转正: what was on trial is held for good.
fn confirmed(run: &[Glyph], end: usize, start: usize, persons: &[Who], sheet: &Sheet) -> Option<Found> {
    let (_, from) = any(run, end, words!["所任的", "所任", "担任的", "的"]).unwrap_or(("", end));
    if !has(run, end.saturating_sub(2), "同志") && !has(run, end.saturating_sub(1), "）") && from == end {
        return None;
    }
    let mut before = sheet.before.clone();
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    let to = any(run, to, words!["试用期满"]).map_or(to, |(_, next)| next);
    let (_, to) = any(run, to, words!["按期转正", "予以转正", "转正", "予以正式任职", "正式任职"])?;
    let verb = Verb { word: "转正", kind: ItemKind::Confirm, ..crate::subject::APPOINT };
    Some(Found::Clause(Box::new(Clause {
        from: start,
        to,
        verb,
        persons: persons.to_vec(),
        seats,
        sure: sure && persons.iter().all(|who| who.sure),
        basis: None,
        marks,
    })))
}

/// 原县经贸局局长甲同志职务自然免除: the post stands before the name.
fn former(run: &[Glyph], place: usize, start: usize) -> Option<Found> {
    let (_, from) = any(run, place, words!["原任", "原"])?;
    let end = posts_end(run, from);
    let body = &run[from..end];
    let body = if crate::layout::ends(body, "的") { &body[..body.len() - 1] } else { body };
    let body = if crate::layout::ends(body, "同志") { &body[..body.len() - 2] } else { body };
    let cut = crate::own_posts::name_behind_post(body)?;
    let (_, to) = any(run, end, words!["的职务", "职务"])?;
    // 随机构撤销 may stand between.
    let to = (to..run.len().min(to + 12))
        .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。'))
        .find_map(|at| any(run, at, &ENDED).map(|(_, next)| next))?;
    let seats = crate::post::posts(&body[..cut], &mut Before::default())?;
    let sure = seats.iter().all(|seat| seat.sure && seat.unit.is_some());
    let name = crate::layout::printed(&body[cut..]);
    let persons = vec![Who { name, marks: crate::marks::Marks::default(), sure: true, own_post: None }];
    let marks = crate::marks::Marks::default();
    Some(Found::Clause(Box::new(Clause { from: start, to, verb: ending()?, persons, seats, sure, basis: None, marks })))
}

/// 原任县农业局局长的甲同志职务同时免除.
pub(super) fn held_before(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    if let Some(former) = former(run, place, start) {
        return Some(former);
    }
    let (_, from) = any(run, place, words!["原任", "原担任", "现任"])?;
    let (of, (persons, end)) = (from + 2..run.len().min(from + 60))
        .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：'))
        .filter(|at| run[*at].c == '的')
        .find_map(|at| Some((at, people_at(&Named::at(run, at + 1), sheet)?)))?;
    let (_, to) = any(run, end, words!["的原职务", "原职务", "的职务", "职务", "原职", "所任职务"])?;
    let (_, to) = any(run, to, &ENDED)?;
    let mut before = sheet.before.clone();
    let seats = crate::post::posts(&run[from..of], &mut before)?;
    let sure = seats.iter().all(|seat| seat.sure) && persons.iter().all(|who| who.sure);
    let marks = crate::marks::Marks::default();
    Some(Found::Clause(Box::new(Clause { from: start, to, verb: ending()?, persons, seats, sure, basis: None, marks })))
}

/// 其县农业局副局长职务自然免除.
pub(super) fn lapsed(run: &[Glyph], place: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let leaning = words!["其原任的", "其原任", "其所任的", "其所任", "原任的", "原任", "其原", "其", "原"];
    // 县防汛抗旱服务中心主任职务同时免除, without a word that leans on the person, is a post in full.
    let from = match any(run, place, leaning) {
        Some((_, from)) => from,
        None => crate::post::is_whole_post(&run[place..posts_end(run, place)]).then_some(place)?,
    };
    let mut before = sheet.before.clone();
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    let (_, to) = any(run, to, &ENDED)?;
    run.get(to).is_none_or(|glyph| matches!(glyph.c, '，' | '；' | '。')).then_some(())?;
    let verb = ending()?;
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
    let at = carrying(run, place);
    let (verb, from) = verbs::at(&verbs::HOLDING, run, at)?;
    if verb.kind.closes() && verbs::at(&verbs::STRIPPING, run, at).is_some() {
        return None;
    }
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

/// The place behind the words that may stand before a verb without its own subject: 其, 同时, 到龄.
fn carrying(run: &[Glyph], place: usize) -> usize {
    let words = words![
        "已分别",
        "已",
        "分别",
        "其本人",
        "其",
        "该同志",
        "同时",
        "并",
        "继续",
        "现",
        "仍",
        "到龄",
        "另",
        "按程序",
        "依法"
    ];
    let mut at = place;
    // 县政府提名其为…: another body puts the person forward.
    let proposed = (place + 2..run.len().min(place + 14))
        .find(|at| any(run, *at, words!["提名其", "推荐其", "建议其"]).is_some())
        .filter(|at| crate::post::is_unit(&run[place..*at]));
    if let Some(proposed) = proposed {
        return proposed;
    }
    for _ in 0..3 {
        match any(run, at, words) {
            None => break,
            Some((_, next)) => at = next,
        }
    }
    at
}
