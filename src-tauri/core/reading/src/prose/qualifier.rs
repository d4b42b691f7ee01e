//! Stretches that say when, how long or why and name no post, and the items that they speak of.

use renmian_domain::ItemKind;

use super::account::persons_in;
use super::after_numbering;
use crate::clause::Sentence;
use crate::date::date_at;
use crate::layout::{Glyph, any, find, has, printed};
use crate::lexicon::{Words, words};
use crate::marks::{Marks, start_day};
use crate::name::persons_at;
use crate::sheet::Sheet;

/// What every segment holds that says when or how long.
static TIMES: Words = Words::of(&["期", "试用", "挂职", "时间", "自", "从", "由"]);

/// A segment that says when, how long or why, and names no post. Gives the place after it.
pub(super) fn qualifier(
    run: &[Glyph],
    place: usize,
    end: usize,
    sheet: &mut Sheet,
    clause_items: std::ops::Range<usize>,
    sentence_items: usize,
    state: &mut Sentence,
) -> Option<usize> {
    let segment = &run[place..end];
    TIMES.find(segment)?;
    let all = any(
        segment,
        0,
        words![
            "以上",
            "上述",
            "本通知",
            "本文件",
            "本决定",
            "新任",
            "首次",
            "以下",
            "下列",
            "该批",
            "本次",
            "此次",
            "前述",
            "所任",
            "所聘",
            "聘任人员"
        ],
    );
    let mut marks = Marks::default();
    if all.is_none()
        && clause_items.is_empty()
        && let Some(at) =
            find(segment, 2, "任期").or_else(|| find(segment, 2, "聘期")).or_else(|| find(segment, 2, "试用期"))
        && (any(segment, 0, words!["本届", "新一届", "每届", "该届"]).is_some()
            || crate::post::is_unit(&segment[..at])
            || any(segment, at - 2, words!["人员", "成员", "干部", "教师"]).is_some())
        && marks.duration(&segment[at..]) == Some(segment.len() - at)
    {
        // 村民委员会任期五年。
        spread(run, segment, &marks, sheet, clause_items, sentence_items, true, false);
        return Some(end);
    }
    let mut marks = Marks::default();
    let whole = &run[place..];
    // Where in the segment the mark stands: behind 以上同志, 任职时间, 均.
    let mut at = all.map_or(0, |(_, next)| next);
    if all.is_some() {
        at = (at..segment.len().min(at + 24))
            .find(|at| {
                any(
                    segment,
                    *at,
                    words![
                        "试用",
                        "任期",
                        "聘期",
                        "聘用期",
                        "聘任期",
                        "任职期",
                        "服务期",
                        "聘任时间",
                        "聘用时间",
                        "任职时间",
                        "任职日期",
                        "挂职时间",
                        "挂职期",
                        "自2",
                        "从2",
                        "自二",
                        "任免时间",
                        "职务自",
                        "期限",
                    ],
                )
                .is_some()
            })
            .unwrap_or(segment.len());
    }
    // 甲、乙同志试用期一年: of those persons only.
    if all.is_none()
        && clause_items.is_empty()
        && let Some((persons, end)) = persons_at(segment, 0)
        && persons.iter().all(|who| who.sure)
        && let Some(length) = marks.duration(&whole[any(segment, end, words!["的"]).map_or(end, |(_, next)| next)..])
    {
        // Of whom nothing was read, it says nothing of the others.
        if sheet.items.iter().any(|item| persons.iter().any(|who| who.name == item.person.name)) {
            spread(run, segment, &marks, sheet, clause_items, sentence_items, true, false);
        }
        return Some(place + end + length);
    }
    if let Some(length) = marks.duration(&whole[at.min(whole.len())..]) {
        let next = place + at + length;
        spread(run, segment, &marks, sheet, clause_items, sentence_items, all.is_some(), false);
        return Some(next);
    }
    let times = words![
        "职级任职时间",
        "任命生效日期",
        "任命生效时间",
        "任职生效日期",
        "任职起始时间",
        "任职起算时间",
        "生效日期",
        "生效时间",
        "起聘时间",
        "聘任日期",
        "任职时间",
        "任职日期",
        "任职年限",
        "任职资格时间",
        "挂职时间",
        "聘任时间",
        "聘期",
        "任期",
        "任免时间",
        "聘用时间",
        "职级时间",
        "试用期",
        "时间",
    ];
    let named = any(segment, at, times).or_else(|| {
        // 职级晋升时间从…, 享受待遇时间自…: any kind of time that a day follows.
        let at = find(segment, at, "时间").filter(|at| *at < 16)?;
        // 任命甲为…（任职时间从…起计算） is a clause, and its bracket speaks of it.
        segment[..at].iter().all(|glyph| glyph.c != '（').then_some(())?;
        start_day(segment, any(segment, at + 2, words!["均", "统一", "：", "为"]).map_or(at + 2, |(_, next)| next))?;
        Some(("时间", at + 2))
    });
    // 甲、乙的任职时间从…起计算: of those persons only.
    let named = named.or_else(|| {
        let (persons, end) = persons_at(segment, at)?;
        let end = any(segment, end, words!["的"]).map_or(end, |(_, next)| next);
        persons.iter().all(|who| who.sure).then(|| any(segment, end, times)).flatten()
    });
    let ranks_only = find(segment, 0, "职级").is_some();
    let (from, is_time) = named.map_or((at, false), |(_, next)| (next, true));
    let from = any(segment, from, words!["均", "统一", "：", "为"]).map_or(from, |(_, next)| next);
    let stated = if is_time { date_at(segment, from).map(|(day, end)| (day, end, true)) } else { None };
    if let Some((day, end_of_day, _)) = stated {
        // 聘期：2021年1月1日—2023年12月31日
        marks.effective = Some(day);
        spread(run, segment, &marks, sheet, clause_items.clone(), sentence_items, all.is_some(), false);
        return Some(place + segment.len().max(end_of_day));
    }
    if let Some((day, after)) = start_day(segment, from) {
        marks.effective = Some(day);
        let executes = find(segment, from, "执行").is_some();
        // 以上人员自2023年9月1日起任职
        let after = any(segment, after, words!["任职", "到任", "上岗", "履职"])
            .filter(|(_, next)| *next == segment.len() && all.is_some())
            .map_or(after, |(_, next)| next);
        if after < segment.len() && !is_time && all.is_none() {
            // 自2023年3月1日起 before the clause that it speaks of, or what it speaks of is no post (执行退休待遇).
            state.ahead.effective = Some(day);
            return Some(place + after);
        }
        if after < segment.len() && !is_time {
            return Some(end);
        }
        if clause_items.is_empty() && !is_time && all.is_none() && end < run.len() {
            state.ahead.effective = Some(day);
            // 自…起，下列人员职务作如下调整：
            let leads = run.last().is_some_and(|last| last.c == '：')
                && ["下列", "以下", "如下"].iter().any(|word| find(run, end, word).is_some());
            if end + 1 == run.len() || leads {
                // 自2023年3月1日起：, and the clauses stand below.
                sheet.from_day = Some(day);
            }
            return Some(end);
        }
        if ranks_only {
            spread_ranks(&marks, sheet);
        } else {
            spread(run, segment, &marks, sheet, clause_items, sentence_items, all.is_some(), executes);
        }
        return Some(place + after.max(1));
    }
    None
}

/// Gives the marks to the items that the qualifier speaks of: those of its clause, or of the whole paper.
#[allow(clippy::too_many_arguments)]
pub(super) fn spread(
    run: &[Glyph],
    segment: &[Glyph],
    marks: &Marks,
    sheet: &mut Sheet,
    clause_items: std::ops::Range<usize>,
    sentence_items: usize,
    all: bool,
    executes: bool,
) {
    // A stretch before it that was not read may be what it speaks of: then it is given to nobody.
    let before_it = run.iter().take_while(|glyph| segment.first().is_some_and(|first| glyph.at < first.at)).count();
    let ahead = &run[after_numbering(run, 0).min(before_it)..before_it];
    let of_all = any(ahead, 0, words!["以上", "上述", "首次", "新任", "下列", "以下"]).is_some();
    let unread = !of_all
        && (persons_in(ahead).is_some()
            || !has(ahead, 0, "为") && crate::post::is_post(trimmed(ahead))
            || persons_at(ahead, 0).is_some_and(|(persons, _)| persons.iter().all(|who| who.sure)));
    let unbound = clause_items.is_empty() && sentence_items == sheet.items.len();
    if unbound && !all && unread && !sheet.items.is_empty() {
        return;
    }
    let whole_paper = all || unbound;
    // …，免去…职务（试用期一年）: what opens nothing has no probation; the sentence's appointment has.
    let closes_only = !executes && sheet.items[clause_items.clone()].iter().all(|item| item.kind.closes());
    // 任…，兼任…，聘期三年: of the first post as well.
    let mut from = clause_items.start;
    while !closes_only
        && from > sentence_items
        && sheet.items.get(from).is_some_and(|item| item.concurrent && item.kind.opens())
        && sheet.items[from - 1].kind.opens()
        && sheet.items[from - 1].person.name == sheet.items[from].person.name
    {
        from -= 1;
    }
    // 甲为…、乙为…，聘期均为两年
    if !closes_only && find(segment, 0, "均").is_some() {
        from = from.min(sentence_items);
    }
    let clause_items = from..clause_items.end;
    let range = match (whole_paper, closes_only) {
        (true, _) => 0..sheet.items.len(),
        (false, true) => sentence_items..sheet.items.len(),
        (false, false) => clause_items,
    };
    // 香港特别行政区基本法委员会组成人员…，任期5年: only the members of that body.
    // 首次担任副科级领导职务的甲、乙同志，试用期一年: only those whom it names.
    let text = printed(&run[..(before_it + segment.len()).min(run.len())]);
    let named: Vec<String> = if whole_paper {
        let mut names: Vec<String> = sheet
            .items
            .iter()
            .map(|item| item.person.name.clone())
            .filter(|name| text.contains(name.as_str()))
            .collect();
        names.dedup();
        names
    } else {
        Vec::new()
    };
    // 以上同志除甲同志外，试用期均为一年: of all but those whom it names.
    let except = find(run, 0, "除").is_some_and(|at| find(run, at, "外").is_some());
    let engaged = whole_paper && find(segment, 0, "聘").is_some() && !words!["任期", "选举", "当选"].within(segment);
    let secondments = find(segment, 0, "挂职").is_some();
    let body = ["组成人员", "领导班子成员"].iter().find_map(|word| find(run, 2, word)).map(|at| printed(&run[..at]));
    // 下列同志试用期满，…，任职时间从2023年4月起计算：: the day is of those below, not of those above.
    let heads = run.last().is_some_and(|last| last.c == '：') && words!["下列", "以下"].within(run);
    let range = if heads { 0..0 } else { range };
    let mut touched = false;
    for item in &mut sheet.items[range] {
        if !(item.kind.opens() || item.kind == ItemKind::Confirm || executes) {
            continue;
        }
        // Whoever is elected, or leads a Party committee, is not engaged for a term.
        if engaged && (item.kind == ItemKind::Elect || item.post.title.contains("书记")) {
            continue;
        }
        if !named.is_empty() && named.contains(&item.person.name) == except {
            continue;
        }
        if whole_paper && secondments && !item.secondment {
            continue;
        }
        if let Some(body) = &body
            && !item.post.organisation.as_deref().is_some_and(|unit| unit.ends_with(body.as_str()))
        {
            continue;
        }
        touched = true;
        item.probation_months = item.probation_months.or(marks.probation);
        item.term_months = item.term_months.or(marks.term);
        item.effective_on = item.effective_on.or(marks.effective);
        item.secondment |= marks.secondment && !whole_paper;
    }
    // （首次担任副校长的，试用期一年，表中已注明） is the rule; the list says of whom it holds.
    let noted = words!["注明", "备注", "见表", "表中"].within(run);
    if (whole_paper || heads) && !touched && !noted {
        // Said beforehand: 任期两年，自2021年7月1日起计算, and the list follows.
        // 选派下列同志…，挂职时间一年：: all of them are seconded.
        let seconded = sheet.items.is_empty() && find(run, 0, "挂职").is_some();
        sheet.ahead.take(marks);
        sheet.ahead.secondment = marks.secondment && seconded;
    }
}

/// Without the comma behind it.
fn trimmed(run: &[Glyph]) -> &[Glyph] {
    match run.split_last() {
        Some((last, rest)) if last.c == '，' => rest,
        _ => run,
    }
}

pub(super) fn spread_ranks(marks: &Marks, sheet: &mut Sheet) {
    // Said beforehand, and the ranks stand below.
    if sheet.items.is_empty() {
        sheet.ahead.take(marks);
    }
    for item in &mut sheet.items {
        let rank = item.post.title.contains('级') && item.kind.opens();
        if rank {
            item.effective_on = item.effective_on.or(marks.effective);
        }
    }
}
