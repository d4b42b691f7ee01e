//! Clauses that end a tenure: 免去甲的…职务, 接受甲辞去…. Where no mark parts name and post, what the paper knows of
//! both does.

use renmian_domain::ItemKind;

use super::lead::{heading_end, strangers};
use super::{Clause, Found, Named, Sentence, people_at, posts_end, seats_at};
use crate::layout::{Glyph, any, has};
use crate::lexicon::units;
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Words, words};
use crate::marks::Marks;
use crate::name::{Who, persons_at, shape};
use crate::post::{Before, is_bare_title, is_post, is_rank, is_unit, is_whole_post};
use crate::sheet::Sheet;

/// 接受甲辞去…的请求, 同意甲辞去….
pub(super) fn accept(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let (_, next) = any(run, place, words!["决定接受", "接受", "同意", "批准", "准予"])?;
    let next = any(run, next, words!["了"]).map_or(next, |(_, next)| next);
    let (persons, end) = people_at(&Named::at(run, next), sheet)?;
    // 批准甲退休，免去其…: who is spoken of.
    if let Some((_, after)) = any(run, end, words!["退休，", "提前退休，", "辞职，", "离职，", "调离，", "调出，"])
    {
        return persons.iter().all(|who| who.sure).then_some(Found::Subject(persons, after));
    }
    let (_, from) = any(run, resigns(run, end)?, words!["辞去", "请辞", "辞"])?;
    let mut before = sheet.before.clone();
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    let verb = Verb {
        word: "辞去",
        kind: ItemKind::AcceptResignation,
        concurrent: false,
        acting: false,
        secondment: false,
        strong: true,
    };
    Some(Found::Clause(Box::new(Clause {
        sure: sure && persons.iter().all(|who| who.sure),
        from: start,
        to,
        verb,
        persons,
        seats,
        basis: None,
        marks,
    })))
}

/// The place of 辞去 behind the person, a reason between them or none: 甲同志因工作调动，辞去….
fn resigns(run: &[Glyph], end: usize) -> Option<usize> {
    if any(run, end, words!["辞去", "请辞", "辞"]).is_some() {
        return Some(end);
    }
    any(run, end, words!["提出", "因", "由于", "的", "本人", "申请", "关于", "要求"])?;
    let mut commas = 0;
    (end..run.len().min(end + 40))
        .take_while(|at| {
            commas += usize::from(run[*at].c == '，');
            commas < 2 && !matches!(run[*at].c, '。' | '；' | '：')
        })
        .find(|at| any(run, *at, words!["辞去", "请辞"]).is_some())
}

/// 免去甲的…职务, 免去其…职务, and the heading 免去：.
pub(super) fn strip(run: &[Glyph], place: usize, start: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let (mut verb, mut from) = verbs::at(&verbs::STRIPPING, run, place)?;
    if let Some(end) = heading_end(run, from) {
        // 任命甲为…；免去：县水利局副局长: the post of the one just named.
        let of_subject = !sentence.subject.is_empty()
            && begins_unit(run.get(end..).unwrap_or_default())
            && is_whole_post(&run[end..posts_end(run, end)]);
        if !of_subject {
            return Some(Found::Heading(verb, end));
        }
        from = end;
    }
    // 免秋生同志任…: the surname and not the verb.
    let surname = verb.word == "免"
        && persons_at(run, from).is_some_and(|(_, end)| {
            let held = verbs::at(&verbs::HOLDING, run, end).is_some_and(|(held, _)| held.kind.opens());
            held && has(run, end - 2, "同志")
        });
    if surname {
        return None;
    }
    if let Some((_, next)) = any(run, from, words!["了"]) {
        from = next;
    }
    if let Some(roll) = roll_below(run, from, verb, sheet) {
        return Some(roll);
    }
    let mut before = sheet.before.clone();
    let subject_known = !sentence.subject.is_empty();
    let named = any(run, from, words!["其木格", "其其格"]).is_some();
    if let Some((_, next)) =
        any(run, from, words!["其本人", "其", "该同志", "上述同志", "上述人员", "他的", "她的"]).filter(|_| !named)
    {
        if !subject_known {
            return None;
        }
        from = relative(run, next, &mut verb);
        if has(run, from, "委员资格")
            && let Some(last) = sheet.last_seat_unit()
        {
            before = last.conference();
        }
        let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
        let sure = sure && sentence.subject.iter().all(|who| who.sure);
        return Some(Found::Clause(Box::new(Clause {
            from: sentence.subject_at,
            to,
            verb,
            persons: sentence.subject.clone(),
            seats,
            sure,
            basis: None,
            marks,
        })));
    }
    // Where a blank ends the name, no other reading of it counts.
    let parted = (2..=4).find(|length| run.get(from + length).is_some_and(|next| sheet.is_broken_at(next.at)));
    let whole = |persons: &[Who]| parted.is_none_or(|length| persons[0].name.chars().count() == length);
    // 免去赖有为经济委员会副主任职务: nobody is taken away 为 anything, so the character is the name's.
    let people = people_at(&Named::at(run, from), sheet).map(|(mut persons, end)| match persons.last_mut() {
        Some(who) if has(run, end, "为") && !verb.word.starts_with("不再") && who.name.chars().count() == 2 => {
            who.name.push('为');
            (persons, end + 1)
        }
        _ => (persons, end),
    });
    if let Some((persons, end)) = people
        && whole(&persons)
        && let marked = relative(run, end, &mut verb.clone())
        && let Some((seats, to, sure, marks)) = seats_at(run, marked, &mut before)
    {
        relative(run, end, &mut verb);
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
    if let Some(named) = named_behind(run, from, start, verb) {
        return Some(named);
    }
    if subject_known && let Some((seats, to, sure, marks)) = seats_at(run, from, &mut before) {
        // 免去三级主任科员职级: a rank has no unit and is the subject's all the same.
        let ranked = seats.len() == 1 && is_rank(&run[from..posts_end(run, from)]);
        let own = ranked || seats.first().is_some_and(|seat| seat.unit.is_some());
        let place_first = begins_unit(&run[from..]);
        let split = unmarked(run, from, sheet);
        let named = split.as_ref().is_some_and(|split| split.named || split.score >= 5 && !place_first);
        if own && !named {
            // A name in front may have been taken for a place.
            let alone = split.is_none_or(|split| split.score < 4);
            // 免去甲…职务，免去特木尔县…: behind another dismissal a name is likelier.
            let parallel = sentence.lead.is_some_and(|lead| lead.kind.closes());
            let sure = sure && alone && !parallel && sentence.subject.iter().all(|who| who.sure);
            return Some(Found::Clause(Box::new(Clause {
                from: sentence.subject_at,
                to,
                verb,
                persons: sentence.subject.clone(),
                seats,
                sure,
                basis: None,
                marks,
            })));
        }
    }
    if verb.strong
        && let Some((persons, end)) = strangers(run, from, "的")
        && let Some((seats, to, _, marks)) = seats_at(run, end + 1, &mut sheet.before.clone())
    {
        let (sure, basis) = (false, None);
        return Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis, marks })));
    }
    let split = unmarked(run, from, sheet)?;
    let from = relative(run, split.at, &mut verb);
    let (seats, to, sure, marks) = seats_at(run, from, &mut sheet.before.clone())?;
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

/// 免去下列人员的县人民法院人民陪审员职务：: names follow.
fn roll_below(run: &[Glyph], from: usize, verb: Verb, sheet: &Sheet) -> Option<Found> {
    let (_, next) = any(run, from, words!["下列", "以下"])?;
    let (_, next) = any(run, next, words!["人员", "同志", "人民陪审员"]).unwrap_or(("", next));
    let (_, next) = any(run, next, words!["的", "担任的", "原任的"])?;
    let (seats, to, ..) = seats_at(run, next, &mut sheet.before.clone())?;
    run.get(to).is_none_or(|glyph| glyph.c == '：').then_some(Found::Roll(verb, seats, to))
}

/// 免去原生产部经理甲职务: the post stands before the name.
fn named_behind(run: &[Glyph], from: usize, start: usize, verb: Verb) -> Option<Found> {
    let from = any(run, from, words!["原任", "原"])
        .filter(|(_, next)| is_whole_post_before(run, *next))
        .map_or(from, |(_, next)| next);
    let end = posts_end(run, from);
    let body = &run[from..end];
    let body = if crate::layout::ends(body, "同志") { &body[..body.len() - 2] } else { body };
    let cut = crate::own_posts::name_behind_post(body)?;
    let (post, name) = body.split_at(cut);
    let seats = crate::post::posts(post, &mut Before::default())?;
    let sure = seats.iter().all(|seat| seat.sure && seat.unit.is_some());
    let persons = vec![Who { name: crate::layout::printed(name), marks: Marks::default(), sure: true, own_post: None }];
    let to = super::tail_end(run, end);
    let clause = Clause { from: start, to, verb, persons, seats, sure, basis: None, marks: Marks::default() };
    (to > end).then(|| Found::Clause(Box::new(clause)))
}

/// Whether a post in full begins here, so that what stands before it is no part of its unit.
fn is_whole_post_before(run: &[Glyph], from: usize) -> bool {
    let body = &run[from..posts_end(run, from)];
    crate::own_posts::name_behind_post(body).is_some_and(|cut| is_whole_post(&body[..cut]))
}

/// 的, 兼任的, 挂任的 … between the person and the post.
pub(super) fn relative(run: &[Glyph], at: usize, verb: &mut Verb) -> usize {
    let Some((word, next)) = any(
        run,
        at,
        words![
            "的挂职",
            "的兼任",
            "的代理",
            "所兼任的",
            "兼任的",
            "兼任",
            "挂职担任的",
            "挂职任的",
            "挂任的",
            "挂职的",
            "代理的",
            "所担任的",
            "所担任",
            "担任的",
            "原任的",
            "所任的",
            "所任",
            "现任的",
            "任的",
            "的",
            "原",
            "兼",
            "继续担任",
            "担任",
            "为",
            "任",
        ],
    ) else {
        return at;
    };
    // 不再委派甲担任…: only the verbs with 不再 take what an appointment has.
    if matches!(word, "继续担任" | "担任" | "为" | "任") && !verb.word.starts_with("不再") {
        return at;
    }
    verb.concurrent |= word.contains('兼');
    verb.secondment |= word.contains('挂');
    verb.acting |= word.contains("代理");
    // 原 may belong to a unit's name (原州区): only the relative forms are taken.
    if word == "原" { at } else { next }
}

/// A name and a post without a mark between them.
pub(super) struct Unmarked {
    pub(super) persons: Vec<Who>,
    pub(super) at: usize,
    pub(super) sure: bool,
    pub(super) named: bool,
    pub(super) score: i32,
    pub(super) basis: Option<&'static str>,
}

/// Splits 冯德厚青溪县水利局局长 by what the paper and the register know of names and units, then by shape.
pub(super) fn unmarked(run: &[Glyph], from: usize, sheet: &Sheet) -> Option<Unmarked> {
    let mut persons = Vec::new();
    let mut place = from;
    if let Some((listed, end)) = persons_at(run, from)
        && has(run, end, "、")
    {
        persons = listed;
        place = end + 1;
    }
    let end = posts_end(run, place);
    let mut best: Option<(i32, usize)> = None;
    let mut second = i32::MIN;
    let mut best_known = None;
    let dotted = run[place..end].iter().take(12).any(|glyph| glyph.c == '·');
    for length in 2..=if dotted { 20 } else { 6 } {
        let Some(name) = run.get(place..place + length) else { break };
        let shape = shape(name);
        let post = run.get(place + length..end).unwrap_or_default();
        let first = post.split(|glyph| glyph.c == '、').next().unwrap_or_default();
        // A surname that few bear counts where the unit or the person is known beforehand.
        let parted = post.first().is_some_and(|first| sheet.is_broken_at(first.at));
        let known = || parted || sheet.knows_person(name) || sheet.knows_unit_at(post);
        let long = length > 4 && !dotted && !sheet.knows_person(name) && !parted;
        let told = shape >= 1 && if length == 4 { parted } else { known() };
        if long || shape < 2 && !told || !is_post(first) {
            continue;
        }
        if dotted && !begins_unit(post) && !sheet.knows_unit_at(post) && !sheet.knows_person(name) {
            continue;
        }
        let mut score = match (shape, length) {
            (4, _) => 4,
            (3, 3) => 3,
            (3, 2) => 1,
            _ => 0,
        };
        if sheet.knows_person(name) {
            score += 10;
        }
        // 免去 国　栋 景区综合执法大队…: the blank parts name and post.
        if parted {
            score += 8;
        }
        if name[1..].iter().any(|glyph| sheet.is_broken_at(glyph.at)) {
            score -= 4;
        }
        if sheet.knows_unit_at(post) {
            score += 6;
        }
        // A county names its units by itself: 别克县… is none of another county's.
        let strange = begins_county(post) && sheet.place.as_ref().is_some_and(|place| crate::layout::ends(place, "县"));
        if begins_unit(post) && (!strange || sheet.knows_unit_at(post)) {
            score += 3;
        }
        // 内蒙古自治区, 商务部: a place or a ministry that everybody knows.
        if units::known().at(post, 0).is_some() {
            score += 4;
        }
        if is_whole_post(first) {
            score += 1;
        }
        if is_rank(first) {
            score += 4;
        }
        // 免去闻生主任职务 below 总务处：: the title is the unit's, and the name names no unit.
        if sheet.before.is_known() && is_bare_title(first) && !is_unit(name) {
            score += 4;
        }
        if best.is_none_or(|(top, _)| score > top) {
            if let Some((top, _)) = best {
                second = second.max(top);
            }
            best = Some((score, length));
            best_known = sheet.basis(name, post);
        } else {
            second = second.max(score);
        }
    }
    let (score, length) = best?;
    // 强巴云|旦红崖灌区, 强巴云旦|红崖灌区: a name of four leaves a unit as well.
    let rival = length == 3
        && run.get(place..place + 4).is_some_and(|name| match shape(name) {
            2 => begins_unit(&run[place + 4..end.max(place + 4)]),
            1 => sheet.has_learnt_unit_at(&run[place + 4..end.max(place + 4)]),
            _ => false,
        });
    let name = &run[place..place + length];
    // A name of this kind has no shape of its own: where the unit begins stays a guess.
    let clear = score - second.max(-100) >= 3 && (!dotted || score >= 10);
    let sure = clear && score >= 5 && (!rival || score >= 10);
    // What else is said of the person rests on the same split.
    persons.push(Who { name: crate::layout::printed(name), marks: Marks::default(), sure, own_post: None });
    Some(Unmarked { persons, at: place + length, sure, named: score >= 10, score, basis: best_known })
}

/// 青溪县…: a county's name of two to four characters.
fn begins_county(post: &[Glyph]) -> bool {
    any(post, 0, &crate::lexicon::units::BEGINNINGS).is_none()
        && (1..=4).any(|at| post.get(at).is_some_and(|glyph| glyph.c == '县'))
}

pub(super) fn begins_unit(post: &[Glyph]) -> bool {
    // 委会 and 委员 begin no unit: 管|委会.
    let inside = any(post, 0, words!["委会", "委员", "局长", "院长", "校长", "厅长"]).is_some();
    if !inside && any(post, 0, &crate::lexicon::units::BEGINNINGS).is_some() {
        return true;
    }
    if any(post, 0, &AREAS).is_some() {
        return true;
    }
    // A place of two to four characters: 青溪县, 石桥镇, 河湾区.
    (2..=4).any(|at| {
        post.get(at)
            .is_some_and(|glyph| matches!(glyph.c, '省' | '市' | '县' | '区' | '州' | '镇' | '乡' | '旗' | '村'))
            && post.get(at + 1).is_some_and(|glyph| !matches!(glyph.c, '长' | '委'))
    })
}

/// Areas that are named by their kind: 景区管委会, 园区管理局.
static AREAS: Words = Words::of(&[
    "景区", "园区", "校区", "院区", "社区", "矿区", "库区", "林区", "牧区", "渔区", "灌区", "工区", "厂区", "港区",
    "新区", "城区", "郊区", "片区", "辖区", "小区", "垦区", "湖区",
]);
