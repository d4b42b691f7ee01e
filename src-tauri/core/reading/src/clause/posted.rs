//! Clauses in which the persons are named with the posts that they hold: 由县水利局副局长甲任….

use super::lead::copula_word;
use super::{Clause, Found, Named, Sentence, posts_end, seats_at};
use crate::layout::{Glyph, any, ends, has};
use crate::lexicon::verbs::{self};
use crate::lexicon::words;
use crate::marks::Marks;
use crate::name::{Who, is_name, persons_at, shape};
use crate::post::{Before, Seat, is_post, posts};
use crate::sheet::Sheet;

/// The persons between 由 and the verb, with or without their present posts, and the place of the verb.
pub(super) fn people_before_verb(named: &Named) -> Option<(Vec<Who>, usize)> {
    let (run, from) = (named.run, named.place);
    let named = named.people().filter(|(_, end)| copula_word(run, *end));
    if named.as_ref().is_some_and(|(persons, _)| persons.iter().all(|who| who.sure)) {
        return named.cloned();
    }
    with_own_posts(run, from).or_else(|| named.cloned())
}

/// 副省长甲、县水利局局长乙: the present posts stand before the names.
fn with_own_posts(run: &[Glyph], from: usize) -> Option<(Vec<Who>, usize)> {
    let limit = run.len().min(from + 400);
    let stop = (from..limit).find(|at| {
        let words = words![
            "不再担任",
            "不再兼任",
            "不再挂任",
            "不再任",
            "同时兼任",
            "兼任",
            "担任",
            "出任",
            "挂任",
            "代理",
            "任",
            "为"
        ];
        matches!(run[*at].c, '，' | '；' | '。' | '：')
            || any(run, *at, words).is_some_and(|(word, next)| {
                let rest = run.get(next..run.len().min(next + 300)).unwrap_or_default();
                let inside = word == "任" && *at > from && matches!(run[*at - 1].c, '主' | '责' | '现');
                !inside
                    && (rest.is_empty()
                        || is_post(&rest[..posts_end(rest, 0)])
                        || rest.first().is_some_and(|glyph| glyph.c == '，'))
            })
    })?;
    // 原成员甲、乙因工作变动不再担任…
    let reason = (from + 4..stop).find(|at| any(run, *at, words!["因", "由于"]).is_some());
    let persons = crate::own_posts::named_with_posts(&run[from..reason.unwrap_or(stop)])?;
    Some((persons, stop))
}

/// 任命市财政局局长甲为…: the person's own post stands before the name.
pub(super) fn own_post_before(named: &Named) -> Option<(Vec<Who>, usize)> {
    let from = named.place;
    let (persons, stop) = people_before_verb(named)?;
    let posted = persons
        .iter()
        .filter_map(|who| who.own_post.as_deref())
        .all(|own| (is_post(own) || crate::own_posts::designates(own)) && !own.iter().any(|glyph| glyph.c == '由'));
    (posted && stop - from <= 120).then_some((persons, stop))
}

/// Titles of those who lead a body that was set up.
const LEADS: [&str; 10] =
    ["组长", "副组长", "主席", "总指挥", "副总指挥", "指挥长", "召集人", "主任委员", "团长", "副团长"];

/// In a report: a body, 由, and who leads it. Nothing else of a report that announces no decision is taken.
pub(crate) fn led_body(run: &[Glyph], place: usize, sheet: &Sheet) -> Option<Found> {
    let found = posted_by(run, place, place, sheet)?;
    let Found::Clause(clause) = &found else { return None };
    let led =
        clause.seats.iter().all(|seat| seat.unit.is_some() && LEADS.iter().any(|title| seat.title.ends_with(title)));
    led.then_some(found)
}

/// 国务院成立事故调查组，应急管理部部长甲任组长，公安部副部长乙任副组长: of the body that was set up just before.
pub(crate) fn leads_founded(run: &[Glyph], place: usize, founded: &[Glyph]) -> Option<Clause> {
    let place = any(run, place, words!["由"]).map_or(place, |(_, next)| next);
    let (persons, end) = people_before_verb(&Named::at(run, place))?;
    let (verb, from) = verbs::at(&verbs::HOLDING, run, end).filter(|(verb, _)| verb.kind.opens())?;
    let mut before = Before::unit(founded);
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    let unit = crate::layout::printed(founded);
    let led = |seat: &Seat| {
        seat.unit.as_ref() == Some(&unit) && (LEADS.contains(&seat.title.as_str()) || seat.title == "成员")
    };
    let sure = sure && persons.iter().all(|who| who.sure);
    seats.iter().all(led).then_some(Clause { from: place, to, verb, persons, seats, sure, basis: None, marks })
}

/// 办公室主任由生态环境部副部长甲兼任; 调查组由安全监管总局局长甲任组长.
pub(super) fn posted_by(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    if has(run, place, "由") {
        return None;
    }
    let by =
        (place + 2..run.len().min(place + 40)).find(|at| matches!(run[*at].c, '由' | '，' | '。' | '；' | '：'))?;
    if run[by].c != '由' {
        return None;
    }
    let named = &run[place..by];
    let (persons, end) = people_before_verb(&Named::at(run, by + 1))?;
    let end = any(run, end, words!["同时"]).map_or(end, |(_, next)| next);
    let (verb, from) = verbs::at(&verbs::HOLDING, run, end)?;
    let closed = run.get(from).is_none_or(|glyph| matches!(glyph.c, '，' | '；' | '。'));
    if closed {
        let mut before = sheet.before.clone();
        let seats = posts(named, &mut before)?;
        let sure = seats.iter().all(|seat| seat.sure) && persons.iter().all(|who| who.sure);
        return Some(Found::Clause(Box::new(Clause {
            from: start,
            to: from,
            verb,
            persons,
            seats,
            sure,
            basis: None,
            marks: Marks::default(),
        })));
    }
    if !crate::post::is_unit(named) {
        return None;
    }
    let mut before = Before::unit(named);
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    let sure = sure && persons.iter().all(|who| who.sure);
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}

/// 组长调整为闻达同志: a title and who holds it from now on.
pub(super) fn changed_to(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let limit = run.len().min(place + 30);
    let (stop, from) = (place + 2..limit)
        .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：' | '、' | '由'))
        .find_map(|at| any(run, at, words!["调整为", "变更为", "更换为"]).map(|(_, next)| (at, next)))?;
    let (persons, to) = persons_at(run, from)?;
    let closed = run.get(to).is_none_or(|glyph| matches!(glyph.c, '，' | '；' | '。'));
    let title = &run[place..stop];
    let held = crate::post::is_bare_title(title) && sheet.before.is_known() || crate::post::is_whole_post(title);
    if !closed || !held {
        return None;
    }
    let seats = posts(title, &mut sheet.before.clone())?;
    let sure = seats.iter().all(|seat| seat.sure) && persons.iter().all(|who| who.sure);
    let verb = crate::subject::APPOINT;
    let marks = Marks::default();
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}

/// 县委组织部张三任副部长: the unit stands before the name, the title behind the verb. Always a guess.
pub(super) fn placed(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let limit = run.len().min(place + 40);
    let stop =
        (place + 4..limit).take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：' | '、')).find(|at| {
            any(run, *at, words!["任", "担任"]).is_some() && !matches!(run[*at - 1].c, '主' | '责' | '现' | '曾')
        })?;
    let (verb, from) = verbs::at(&verbs::HOLDING, run, stop)?;
    // 秦可（女）任…
    let behind = crate::marks::bracket_before_end(&run[place..stop]).map_or(stop, |(_, open)| place + open);
    let mut marked = Marks::default();
    if let Some((inside, _)) = crate::marks::bracket_at(run, behind) {
        marked.take(&Marks::bracket(inside));
    }
    let stop = behind;
    let parted = |name: &usize| sheet.is_broken_at(run[*name].at);
    let fits =
        |name: &usize| *name > place + 2 && is_name(&run[*name..stop]) && crate::post::is_unit(&run[place..*name]);
    let names = || [3, 2, 4].into_iter().filter_map(|length| stop.checked_sub(length)).filter(fits);
    // 县财政局 尤大海 任…: the blank says where the name begins.
    let name = names().find(parted).or_else(|| names().next())?;
    let unit_sure = parted(&name);
    let mut before = Before::unit(&run[place..name]);
    let (seats, to, fine, marks) = seats_at(run, from, &mut before)?;
    let own = run[place..name].to_vec();
    marked.notes.push(crate::layout::printed(&own));
    let persons =
        vec![Who { name: crate::layout::printed(&run[name..stop]), marks: marked, sure: true, own_post: None }];
    // Whether a bare title is of the unit before the name stays open.
    let sure =
        unit_sure && fine && seats.iter().all(|seat| seat.unit.as_deref() != Some(&crate::layout::printed(&own)));
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}

/// Whether the first post behind a verb leads a group: no bureau has a 副组长.
fn leads_group(run: &[Glyph], from: usize) -> bool {
    let end = posts_end(run, from);
    let title = run[from..end].split(|glyph| matches!(glyph.c, '、' | '（')).next().unwrap_or_default();
    words!["副组长", "组长", "副总指挥", "总指挥", "副指挥长", "指挥长", "副召集人", "召集人", "成员"]
        .end(title)
        .is_some_and(|word| word.chars().count() == title.len())
}

/// 院长 behind 由区第二人民医院副院长甲代理 is of that hospital; in a group it is the group's.
pub(super) fn own_unit(persons: &[Who], sheet: &Sheet, before: &mut Before) {
    if sheet.group.is_none()
        && let Some(own) = persons.first().and_then(|who| who.own_post.clone())
    {
        posts(&own, before);
    }
}

/// 县水利局副局长甲同志任…: the present post stands before the name.
pub(super) fn introduced(named: &Named, start: usize, sheet: &Sheet, sentence: &Sentence) -> Option<Found> {
    let run = named.run;
    let (persons, end) = own_post_before(named)?;
    // 指定：县第五中学副校长甲同志为…
    let appointed = sentence.lead.or(sheet.mode).is_some_and(|lead| lead.kind.opens())
        && persons.iter().all(|who| who.own_post.is_some());
    let (verb, from) = match any(run, end, words!["为"]).filter(|_| sheet.group.is_some() || appointed) {
        Some((_, from)) => (sentence.lead.or(sheet.mode)?, from),
        None => verbs::at(&verbs::HOLDING, run, end)?,
    };
    let mut before = sheet.before.clone();
    if !(leads_group(run, from) && before.is_known()) {
        own_unit(&persons, sheet, &mut before);
    }
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}

/// 原领导小组成员甲同志因调离，不再担任…: the verb stands behind the comma.
pub(super) fn told_of(run: &[Glyph], place: usize) -> Option<Found> {
    let limit = run.len().min(place + 30);
    let called = (place + 4..limit)
        .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：' | '、'))
        .find(|at| has(run, *at, "同志"))?;
    let behind = crate::marks::bracket_at(run, called + 2);
    let from = behind.as_ref().map_or(called + 2, |(_, next)| *next);
    any(run, from, &super::hold::REASONS)?;
    let comma = (called..run.len().min(called + 40)).find(|at| run[*at].c == '，' && *at >= from)?;
    // 县交通运输局修国柱同志: the unit may stand alone before the name.
    let named = &run[place..called];
    let cut = crate::own_posts::name_behind_post(named).or_else(|| {
        [3, 2]
            .into_iter()
            .filter_map(|length| named.len().checked_sub(length))
            .find(|cut| crate::post::is_unit(&named[..*cut]) && (is_name(&named[*cut..])))
    })?;
    let own = run[place..place + cut].to_vec();
    let name = crate::layout::printed(&run[place + cut..called]);
    let mut marks = behind.map(|(inside, _)| Marks::bracket(inside)).unwrap_or_default();
    marks.notes.push(crate::layout::printed(&own));
    Some(Found::Subject(vec![Who { name, marks, sure: true, own_post: Some(own) }], comma + 1))
}

/// 由甲、乙、丙三名同志组成中共大沟村支部委员会: each of them is a member.
pub(super) fn composed(run: &[Glyph], place: usize, start: usize) -> Option<Found> {
    // 工会委员会由甲、乙、丙组成: the body may stand before.
    let by = (place..run.len().min(place + 30))
        .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：'))
        .find(|at| run[*at].c == '由')?;
    let (persons, end) = persons_at(run, by + 1)?;
    let (_, from) = any(run, end, words!["共同组成", "组成"])?;
    let named = &run[place..by];
    if !named.is_empty() {
        let closed = run.get(from).is_none_or(|glyph| matches!(glyph.c, '，' | '；' | '。'));
        return (closed && crate::post::is_unit(named)).then(|| member_clause(named, persons, start, from)).flatten();
    }
    let from = any(run, from, words!["新一届", "了"]).map_or(from, |(_, next)| next);
    let to = (from..run.len()).find(|at| matches!(run[*at].c, '，' | '；' | '。' | '：')).unwrap_or(run.len());
    let body = &run[from..to];
    if !crate::post::is_unit(body) {
        return None;
    }
    member_clause(body, persons, start, to)
}

/// Everyone is a member of the body.
fn member_clause(body: &[Glyph], persons: Vec<Who>, start: usize, to: usize) -> Option<Found> {
    let verb = verbs::at(&verbs::LEADING, &[Glyph::of('任', 0)], 0)?.0;
    let title = if ends(body, "委员会") || ends(body, "委") { "委员" } else { "成员" };
    let seats = vec![Seat {
        unit: Some(crate::layout::printed(body)),
        title: title.to_owned(),
        marks: Marks::default(),
        sure: true,
        proposed: false,
    }];
    let sure = persons.iter().all(|who| who.sure);
    let marks = Marks::default();
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}

/// 由…副院长甲代理院长职务: the person is named with the present post.
pub(super) fn through(run: &[Glyph], place: usize, start: usize, sheet: &Sheet) -> Option<Found> {
    let (_, next) = any(run, place, words!["由"])?;
    let (mut persons, end) = people_before_verb(&Named::at(run, next))?;
    // 由之理同志任…: 由 may be the surname, where the rest is no name by itself.
    let own = persons.first().is_some_and(|who| who.own_post.is_none() && who.name.chars().count() == 2);
    // 由冬文任县水利局局长: outside a group either may be the name.
    let open = sheet.group.is_none() && copula_word(run, next + 2) && shape(&run[next..next + 2]) < 4;
    let clause = any(run, end, words!["任"])
        .filter(|_| open)
        .is_some_and(|(_, from)| super::begins_with_post(&run[from..posts_end(run, from)]));
    if own && (clause || run.get(next..next + 2).is_some_and(|name| shape(name) < 3)) {
        persons.iter_mut().for_each(|who| who.sure = false);
    }
    let (verb, from) = match any(run, end, words!["为"]) {
        Some((_, from)) => (verbs::at(&verbs::LEADING, &[Glyph::of('任', 0)], 0)?.0, from),
        None => verbs::at(&verbs::HOLDING, run, end)?,
    };
    let mut before = sheet.before.clone();
    if !(leads_group(run, from) && before.is_known()) {
        own_unit(&persons, sheet, &mut before);
    }
    let (seats, to, sure, marks) = seats_at(run, from, &mut before)?;
    let sure = sure && persons.iter().all(|who| who.sure);
    Some(Found::Clause(Box::new(Clause { from: start, to, verb, persons, seats, sure, basis: None, marks })))
}
