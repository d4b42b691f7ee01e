//! Reports that carry a decision in full: who decided, by which decree, at which meeting.

use std::ops::Range;

use crate::head::{decider, without_session};
use crate::layout::{Glyph, any, find, has, plain, printed};
use crate::lexicon::words;
use crate::sheet::Decision;

/// What the stretch says of a decision: 日前，中共中央决定, 第八号主席令说，根据…于…的决定, 十三届全国人大常委会第二次会议….
pub(crate) fn decision(run: &[Glyph], from: usize, to: usize) -> Option<Decision> {
    let segment = &run[from..to];
    if let Some(decree) = decree(segment) {
        return Some(decree);
    }
    if let Some(based) = based_on(segment) {
        return Some(based);
    }
    if let Some(at) = ["宣布", "宣读", "传达", "通报"].iter().find_map(|word| find(segment, 0, word))
        && let Some(about) = find(segment, at, "关于")
    {
        let from = any(segment, at + 2, words!["了"]).map_or(at + 2, |(_, next)| next);
        let by = printed(segment.get(from..about).unwrap_or_default());
        if (2..=20).contains(&by.chars().count()) {
            return Some(Decision { issuer: Some(by.clone()), decided_by: Some(by), ..Decision::default() });
        }
    }
    // 宣读中央军委国防动员部命令：
    if let Some(at) = words!["宣布了", "宣读了", "宣布", "宣读"].first(segment, 0)
        && let Some((_, from)) = words!["宣布了", "宣读了", "宣布", "宣读"].at(segment, at)
        && let Some(kind) =
            words!["命令", "任免通知", "任职通知", "任免决定", "任职决定", "任免文件", "任职命令", "通知", "决定"]
                .end(segment)
        && let Some(body) = segment.get(from..segment.len() - kind.chars().count())
        && crate::post::is_unit(body)
    {
        let by = Some(printed(body));
        return Some(Decision { issuer: by.clone(), decided_by: by, ..Decision::default() });
    }
    if let Some(signs) = signed(segment) {
        return Some(signs);
    }
    // 行政长官某某今日宣布：, 行政长官某某任命…: the office decides, whoever holds it.
    let segment_from =
        any(segment, 0, words!["香港特别行政区", "澳门特别行政区", "香港特区", "澳门特区"]).map_or(0, |(_, next)| next);
    if has(segment, segment_from, "行政长官")
        && (2..=4).any(|length| {
            let name = segment.get(segment_from + 4..segment_from + 4 + length);
            name.is_some_and(crate::name::is_name)
        })
        && (to < run.len() || find(segment, 0, "宣布").is_some())
    {
        let by = Some("行政长官".to_owned());
        return Some(Decision { issuer: by.clone(), decided_by: by, ..Decision::default() });
    }
    if let Some(met) = meeting(&run[from..], to - from) {
        return Some(met);
    }
    // 国务院任命…: the body stands right before the verb.
    let plain_body = crate::head::without_short_day(without_days(segment));
    if from > 0 || to < run.len() {
        let session = words!["会议", "大会", "全会"].at(plain_body, 0).is_some();
        let bodied = !session && crate::post::is_unit(plain_body) && (2..=20).contains(&plain_body.len());
        if bodied && words!["任命", "免去", "决定"].at(run, to).is_some() {
            let by = Some(printed(plain_body));
            return Some(Decision { issuer: by.clone(), decided_by: by, ..Decision::default() });
        }
    }
    // 某县人民政府5月10日印发通知：
    if let Some(at) = words!["印发", "下发", "发出", "发布通知", "发文"].first(segment, 2)
        && let Some(body) = without_day(&segment[..at])
    {
        let by = Some(printed(body));
        return Some(Decision { issuer: by.clone(), decided_by: by, ..Decision::default() });
    }
    if let Some(at) = find(segment, 2, "发布的")
        && crate::post::is_unit(&segment[..at])
    {
        return Some(Decision { issuer: Some(printed(&segment[..at])), published: true, ..Decision::default() });
    }
    if let Some(at) = find(segment, 2, "给予").or_else(|| {
        find(segment, 2, "召开").filter(|at| {
            ["董事会", "股东", "党委会", "办公会", "职代会"].iter().any(|word| find(segment, *at, word).is_some())
        })
    }) && crate::post::is_unit(&segment[..at])
    {
        let by = Some(printed(&segment[..at]));
        return Some(Decision { issuer: by.clone(), decided_by: by, ..Decision::default() });
    }
    // 国务院成立事故调查组
    if let Some(at) = find(segment, 2, "成立").or_else(|| find(segment, 2, "组建"))
        && let body = without_days(&segment[..at])
        && (3..=20).contains(&body.len())
        && crate::post::is_unit(body)
        && words!["组", "指挥部", "专班", "委员会"].end(segment).is_some()
    {
        let by = Some(printed(body));
        return Some(Decision { issuer: by.clone(), decided_by: by, ..Decision::default() });
    }
    if !words!["决定", "研究", "批准"].within(segment) {
        return lists(segment);
    }
    if let Some(at) = find(segment, 0, "根据").filter(|at| *at > 0 && has(segment, 0, "国家主席")) {
        let _ = at;
        return Some(Decision { issuer: Some("国家主席".to_owned()), ..Decision::default() });
    }
    // 会议经表决 and the like name nobody anew.
    let body = segment.split(|glyph| glyph.c == '，').rfind(|part| !part.is_empty()).unwrap_or_default();
    let (by, on) = decider(body)?;
    if ["把", "将", "对", "使", "到", "要", "和行动"].iter().any(|word| by.contains(word)) {
        return None;
    }
    if ["全会", "大会", "全体会议"].contains(&by.as_str())
        || by.starts_with("会议")
        || by.ends_with("会议") && by.chars().count() < 5
    {
        return None;
    }
    Some(Decision { issuer: Some(by.clone()), decided_by: Some(by), decided_on: on, ..Decision::default() })
}

/// 中央军委主席某某签署命令, 国务院总理某某签署国务院令: the office signs, whoever holds it.
fn signed(segment: &[Glyph]) -> Option<Decision> {
    let at = find(segment, 0, "签署")?;
    ["令", "任命书", "聘书"].iter().any(|word| find(segment, at, word).is_some()).then_some(())?;
    let issuer = if find(segment, at, "国务院令").is_some() || has(segment, 0, "国务院总理") {
        "国务院"
    } else {
        ["国家主席", "中央军委主席", "中央军事委员会主席"].into_iter().find(|office| has(segment, 0, office))?
    };
    Some(Decision { issuer: Some(issuer.to_owned()), ..Decision::default() })
}

/// Who speaks in a sentence that names its grounds before its decision: 国务院依照…，根据…，2026年6月25日决定：.
pub(crate) fn speaker(segment: &[Glyph]) -> Option<String> {
    let stop = words!["依照", "根据", "按照", "依据"].first(segment, 2)?;
    let body = without_days(&segment[..stop]);
    let body = any(body, 0, words!["会议", "全会", "大会", "经"]).map_or(body, |(_, next)| &body[next..]);
    (2..=24).contains(&body.len()).then(|| crate::post::is_unit(body).then(|| printed(body))).flatten()
}

/// 2026年6月25日决定, whose body the sentence named before.
pub(crate) fn decided_by(speaker: &str, segment: &[Glyph]) -> Option<Decision> {
    let day = crate::date::find_date(segment, 0);
    let from = day.as_ref().map_or(0, |(_, _, next)| *next);
    let from = any(segment, from, words!["会议", "现", "研究", "依法"]).map_or(from, |(_, next)| next);
    let decides = any(segment, from, words!["决定"]).is_some() && day.as_ref().is_none_or(|(_, at, _)| *at < 3);
    let by = Some(speaker.to_owned());
    decides.then(|| Decision {
        issuer: by.clone(),
        decided_by: by,
        decided_on: day.map(|(day, ..)| day),
        ..Decision::default()
    })
}

/// 国家主席习近平24日签署第二号主席令, 第一一八号主席令说.
fn decree(segment: &[Glyph]) -> Option<Decision> {
    let at = find(segment, 0, "主席令")?;
    let number = (0..at).rev().find(|place| has(segment, *place, "第"))?;
    let number = printed(&segment[number..at]);
    let counted = number.ends_with('号') && number.chars().count() <= 9 && !number.contains('、');
    counted.then(|| Decision {
        issuer: Some("国家主席".to_owned()),
        number: Some(number),
        decided_by: None,
        ..Decision::default()
    })
}

/// 根据中华人民共和国第十二届全国人民代表大会第一次会议的决定, …于2023年7月25日的决定.
fn based_on(segment: &[Glyph]) -> Option<Decision> {
    let at = find(segment, 0, "根据")?;
    let end = find(segment, at, "的决定")?;
    let body = &segment[at + 2..end];
    let day = crate::date::find_date(body, 0).map(|(day, _, _)| day);
    let stop = (0..body.len())
        .find(|place| has(body, *place, "于") && crate::date::date_at(body, place + 1).is_some())
        .unwrap_or(body.len());
    let by = without_session(&body[..stop]);
    let sovereign = (0..at).any(|place| has(segment, place, "国家主席"));
    (by.len() >= 4).then(|| Decision {
        issuer: sovereign.then(|| "国家主席".to_owned()),
        number: None,
        decided_by: Some(printed(by)),
        decided_on: day,
        ..Decision::default()
    })
}

/// The body whose session the stretch names: 十三届全国人大常委会第三十五次会议24日上午….
pub(crate) fn session_of(run: &[Glyph], end: usize) -> Option<Range<usize>> {
    let segment = &run[..end];
    let from = any(segment, 0, words!["经", "会议"]).map_or(0, |(_, next)| next);
    let counted = find(segment, from, "次会议").or_else(|| find(segment, from, "次全会")).map(|at| {
        // 十二届全国人大一次会议, without 第.
        (from..at).rev().take_while(|place| "一二三四五六七八九十".contains(segment[*place].c)).last().unwrap_or(at)
    });
    let session = (from..segment.len()).find(|at| {
        has(segment, *at, "第")
            && crate::date::number_at(segment, at + 1).is_some_and(|(_, next)| {
                has(segment, next, "次会议")
                    || has(segment, next, "次全体会议")
                    || has(segment, next, "次常务会议")
                    // 第十三次会员代表大会
                    || has(segment, next, "次")
                        && find(&segment[..segment.len().min(next + 9)], next, "大会").is_some()
                        && !crate::lexicon::units::places().end(&segment[from..*at])
            })
    });
    let session = [session, counted].into_iter().flatten().min()?;
    let from = (from..session).rev().find(|at| has(segment, *at, "的")).map_or(from, |at| at + 1);
    let body = &segment[from..session];
    // 某县人大常委会召开第二十三次会议
    let body = words!["召开了", "举行了", "召开", "举行"]
        .end(body)
        .map_or(body, |word| &body[..body.len() - word.chars().count()]);
    // 全国政协十四届一次会议: the number of the term belongs to the session.
    let length = match (0..body.len()).find(|at| term_ends(&body[*at..])) {
        Some(at) if at >= 2 && crate::post::is_unit(&body[..at]) => at,
        _ => body.len(),
    };
    let body = &body[..length];
    let named = crate::post::is_unit(body)
        || words!["常委会", "大会", "人大", "政协", "常务委员会", "委员会", "主席团", "理事会", "监事会"]
            .end(body)
            .is_some();
    let fine = named
        && (3..=40).contains(&body.len())
        && !plain(body).contains("关于")
        && !plain(body).contains('《')
        && !plain(body).contains("通过");
    fine.then_some(from..from + length)
}

/// 民建十二届一中全会: the plenary session of a central committee, named by itself.
fn plenary(run: &[Glyph], end: usize) -> Option<Range<usize>> {
    let at = find(&run[..end], 2, "中全会")?;
    let term = (0..at).rev().find(|place| run[*place].c == '届')?;
    crate::date::number_at(run, term + 1).filter(|(_, next)| *next == at)?;
    let from = (0..term).rev().find(|place| matches!(run[*place].c, '，' | '的' | '：')).map_or(0, |place| place + 1);
    (term - from >= 3 && at + 3 - from <= 24).then_some(from..at + 3)
}

/// The body whose meeting it is. What is told of it may stand behind a comma.
fn meeting(run: &[Glyph], end: usize) -> Option<Decision> {
    let body = session_of(run, end).or_else(|| plenary(run, end))?;
    let by = printed(&run[body.clone()]);
    let closed = ["闭幕", "举行", "召开", "表决", "决定", "通过", "任命", "任免", "选举", "补选", "产生"]
        .iter()
        .any(|word| find(&run[..run.len().min(end + 60)], body.end, word).is_some());
    closed.then(|| Decision { issuer: Some(by.clone()), decided_by: Some(by), met: true, ..Decision::default() })
}

/// A body and nothing else, a day without its year behind it or none: 某县人民政府5月10日.
fn without_day(run: &[Glyph]) -> Option<&[Glyph]> {
    let run = crate::head::without_short_day(run);
    let run = without_days(run);
    let from = run.iter().rposition(|glyph| glyph.c == '〕').map_or(0, |at| at + 1);
    let body = &run[from..];
    ((3..=24).contains(&body.len()) && crate::post::is_unit(body)).then_some(body)
}

/// 十四届 at the end of the run.
fn term_ends(run: &[Glyph]) -> bool {
    crate::date::number_at(run, 0).is_some_and(|(_, next)| next + 1 == run.len() && has(run, next, "届"))
}

/// The body that a line of an unsigned paper names before its verb: △国务院任命….
pub(crate) fn deciding(run: &[Glyph]) -> Option<Decision> {
    let from = crate::dateline::dateline(run).max(crate::prose::after_numbering(run, 0));
    of_headline(&run[from..])
}

/// The body that a headline names: 国务院任免国家工作人员, 中共中央批准调整部分省委常委.
pub(crate) fn of_headline(run: &[Glyph]) -> Option<Decision> {
    let run = &run[crate::dateline::dateline(run)..];
    if let Some(signs) = signed(run) {
        return Some(signs);
    }
    if let Some(met) = meeting(run, run.len()) {
        return Some(met);
    }
    if let Some(body) = crate::head::minuted(run) {
        return Some(Decision { issuer: Some(body.clone()), decided_by: Some(body), ..Decision::default() });
    }
    let verbs = ["任免", "任命", "免去", "决定", "批准", "同意", "委任", "聘任"];
    let stop = verbs.iter().filter_map(|word| find(run, 2, word)).min()?;
    let body = without_days(&run[..stop]);
    let by = (2..=24).contains(&body.len()) && (crate::post::is_unit(body) || crate::frame_lines::is_issuer(body));
    by.then(|| Decision { issuer: Some(printed(body)), decided_by: Some(printed(body)), ..Decision::default() })
}

/// 国务院任免国家工作人员.
fn lists(segment: &[Glyph]) -> Option<Decision> {
    let at = find(segment, 2, "任免国家工作人员")?;
    let from = find(segment, 0, "电").filter(|electric| *electric < at).map_or(0, |at| at + 1);
    let from = crate::date::date_at(segment, from).map_or(from, |(_, next)| next);
    let by = printed(without_days(&segment[from..at]));
    Some(Decision { issuer: Some(by.clone()), decided_by: Some(by), ..Decision::default() })
}

/// The run without 近日 and the like at either end.
fn without_days(run: &[Glyph]) -> &[Glyph] {
    let from = any(run, 0, words!["近日", "日前"]).map_or(0, |(_, next)| next);
    let run = &run[from..];
    words!["近日", "日前", "决定", "还"].end(run).map_or(run, |word| &run[..run.len() - word.chars().count()])
}
