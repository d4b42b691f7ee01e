//! Who decided and when, as the line of a session or the first sentences say it.

use std::borrow::Cow;

use renmian_domain::PartialDate;

use super::Head;
use crate::date::{date_at, find_date};
use crate::frame_lines::is_issuer;
use crate::layout::{Glyph, any, ends, find, has, printed};
use crate::lexicon::words;
use crate::marks::bracket_at;

/// （2022年10月28日桐山县第十八届人民代表大会常务委员会第七次会议通过）
pub(super) fn passed(title: &[Glyph], runs: &[Cow<[Glyph]>], head: &mut Head) {
    let _ = title;
    for run in runs.iter().take(8) {
        // Without a bracket it is a line of its own that begins with the day.
        let bare = || date_at(run, 0).is_some() && run.len() < 60 && ends(run, "通过");
        let Some(inside) = bracket_at(run, 0).map(|(inside, _)| inside).or_else(|| bare().then_some(&run[..])) else {
            continue;
        };
        let Some((day, at, next)) = find_date(inside, 0) else { continue };
        if words!["通过", "决定", "任命", "选举", "产生", "批准"].end(inside).is_none() {
            continue;
        }
        // 2016年11月25日市人大常委会会议通过, 经市人大常委会2016年11月25日会议通过
        let behind = without_session(&inside[next..]);
        let ahead = &inside[any(inside, 0, words!["经"]).map_or(0, |(_, next)| next)..at.max(1)];
        let body = [behind, ahead].into_iter().find(|body| body.len() > 2 && is_issuer(body));
        head.decided_on = Some(day);
        head.decided_by = body.map(printed);
        return;
    }
}

/// The body without 第七次会议通过.
pub(crate) fn without_session(run: &[Glyph]) -> &[Glyph] {
    let mut end = run.len();
    let mut from = 0;
    while let Some(at) = find(run, from, "第") {
        if let Some((_, next)) = crate::date::number_at(run, at + 1)
            && has(run, next, "次")
        {
            end = at;
            break;
        }
        from = at + 1;
    }
    let mut run = &run[..end];
    for word in ["全体会议通过", "会议通过", "通过", "常务会议", "党组会议", "会议"] {
        if end == run.len() && ends(run, word) && word != "会议" {
            run = &run[..run.len() - word.chars().count()];
        }
    }
    run
}

/// 经县委2020年9月1日研究决定, 县人民政府决定, 经2023年3月14日学校党委常委会研究决定.
pub(super) fn decided(runs: &[Cow<[Glyph]>], head: &mut Head) {
    for run in runs.iter().take(14) {
        if any(run, 0, words!["关于"]).is_some() || is_issuer(run) {
            continue;
        }
        let mut from = 0;
        let mut found: Option<(String, Option<PartialDate>)> = None;
        let mut day = None;
        while from < run.len() && from < 160 {
            let end = (from..run.len())
                .find(|at| matches!(run[*at].c, '，' | '：' | '。' | '；' | '、'))
                .unwrap_or(run.len());
            let segment = &run[from..end];
            if let Some((by, on)) = decider(segment) {
                day = on.or(day);
                // 经县委同意，县纪委常委会研究决定: who deliberated, not who agreed.
                let agreed = !words!["研究", "决定", "审议"].within(segment);
                if !(agreed && found.is_some()) {
                    found = Some((by, day));
                }
            }
            if run.get(end).is_some_and(|glyph| matches!(glyph.c, '：' | '。' | '；')) && found.is_some() {
                break;
            }
            from = end + 1;
        }
        if let Some((by, on)) = found {
            head.decided_by = Some(by);
            head.decided_on = head.decided_on.or(on);
            return;
        }
    }
}

/// Who decided, in one segment, and when.
pub(crate) fn decider(segment: &[Glyph]) -> Option<(String, Option<PartialDate>)> {
    let from = any(segment, 0, words!["日前，", "日前", "近日", "现经", "并报", "报请", "报", "根据", "经"])
        .map_or(0, |(_, next)| next);
    // …负责同志宣布了中央决定: who decided, not who tells of it.
    let from = words!["宣布了", "宣布", "传达了", "传达", "宣读了", "宣读"]
        .each(segment, from)
        .map(|(_, next)| next)
        .next()
        .filter(|told| *told < segment.len())
        .unwrap_or(from);
    let verb = words![
        "研究决定",
        "会议研究",
        "前置研究",
        "研究",
        "讨论决定",
        "审议",
        "决定",
        "同意",
        "批准",
        "选举",
        "补选",
        "表决",
    ]
    .earliest(segment, from)?;
    // 县委常委会议研究 is the 常委会, whose 会 the verb shares.
    let shared = verb.1 == "会议研究" && ends(&segment[from..verb.0], "常委");
    let mut body = &segment[from..verb.0 + usize::from(shared)];
    let mut day = None;
    if let Some((date, next)) = date_at(body, 0).filter(|(date, _)| date.month().is_some()) {
        day = Some(date);
        body = &body[next..];
    } else if let Some((date, at, _)) = find_date(body, 0).filter(|(date, ..)| date.month().is_some()) {
        day = Some(date);
        body = &body[..at];
        // …第三次会议于2023年1月10日选举
        if ends(body, "于") {
            body = &body[..body.len() - 1];
        }
    }
    let body = without_session(body);
    // 同日召开的…全会: the session alone.
    let body = without_short_day(body);
    let held = ["召开的", "举行的"].iter().find_map(|word| find(body, 0, word).map(|at| at + 3));
    let body = &body[held.unwrap_or(0)..];
    let body = words!["日前", "近日", "今日", "今天"].end(body).map_or(body, |_| &body[..body.len() - 2]);
    let body = if ends(body, "常委会议") {
        &body[..body.len() - 1]
    } else if ends(body, "会议") && !ends(body, "办公会议") {
        &body[..body.len() - 2]
    } else {
        body
    };
    let unit = crate::post::is_unit(body)
        || words!["县委", "市委", "中央", "常委会", "办公会", "办公会议", "会议"].end(body).is_some();
    let quoted = body.iter().any(|glyph| matches!(glyph.c, '《' | '》'));
    // 大会选举产生了…: which one, the text says elsewhere.
    let nameless = ["大会", "全会", "会议", "全体会议"].iter().any(|word| printed(body) == *word);
    (unit && !quoted && !nameless && body.len() >= 2 && body.len() <= 40).then(|| (printed(body), day))
}

/// The run without a day that lacks its year: 国务院2月13日.
pub(crate) fn without_short_day(run: &[Glyph]) -> &[Glyph] {
    if run.last().is_none_or(|glyph| glyph.c != '日') {
        return run;
    }
    let day = run.iter().rev().skip(1).take_while(|glyph| glyph.c.is_ascii_digit() || glyph.c == '月').count();
    if day == 0 { run } else { &run[..run.len() - 1 - day] }
}
