//! The head and foot of a paper: number, title, issuer, day of issue, and who decided and when.

use renmian_domain::{DocumentNumber, PartialDate};
use std::borrow::Cow;

use crate::date::{date_at, find_date};
use crate::dateline::published;
use crate::layout::{Glyph, any, ends, find, has, printed, reads, tight};
use crate::lexicon::{Words, words};
use crate::marks::{bracket_at, bracket_before_end};
use crate::paragraph::Paragraph;
use crate::sections::{is_issuer, is_number_tail, number_at};

/// What a paper says of itself.
#[derive(Debug, Clone, Default)]
pub(crate) struct Head {
    pub number: Option<DocumentNumber>,
    pub title: Option<String>,
    pub issuer: Option<String>,
    pub issued_on: Option<PartialDate>,
    pub decided_by: Option<String>,
    pub decided_on: Option<PartialDate>,
    /// The issuer stands under the paper, with the day.
    pub signed: bool,
}

/// Reads head and foot. `title` are the glyphs of the title lines, `above` counts the paragraphs before the title.
pub(crate) fn head(title: &[Glyph], all: &[Paragraph]) -> Head {
    let title = tight(title);
    let runs: Vec<Cow<[Glyph]>> = all.iter().map(|paragraph| tight(&paragraph.run)).collect();
    let mut head = Head { title: (!title.is_empty()).then(|| printed(&title)), ..Head::default() };
    head.number = number(&title, &runs);
    passed(&title, &runs, &mut head);
    let passed_on = head.decided_on;
    if head.decided_by.is_none() {
        decided(&runs, &mut head);
    }
    let signature = signature(all, &runs);
    let about = find(&title, 0, "关于").filter(|at| *at > 0);
    // 某大学召开大会 宣布省委关于…的决定: whose decision it is.
    let told = about.and_then(|at| ["宣布", "宣读"].iter().find_map(|word| find(&title[..at], 0, word)));
    let from_title = about.map(|at| printed(&title[told.map_or(0, |told| told + 2)..at]));
    let signed = signature.as_ref().and_then(|(issuer, _)| issuer.clone());
    let from_line = runs.iter().take(6).find_map(|run| ends(run, "文件").then(|| printed(&run[..run.len() - 2])));
    // A title may shorten what the signature writes in full; a signature may be broken over two lines, of which the
    // title has both.
    let broken = |signed: &String| {
        from_title
            .as_ref()
            .and_then(|title| title.strip_suffix(signed.as_str()))
            .is_some_and(|front| !front.is_empty() && runs.iter().rev().take(12).any(|run| reads(run, front)))
    };
    let signed = signed.filter(|signed| !broken(signed));
    head.signed = signed.is_some();
    // Two bodies that issue together stand apart in the title as well.
    let from_title = from_title.map(|title| {
        let line = all.iter().find(|paragraph| reads(&paragraph.run, &title));
        line.map_or(title, |line| signing(&line.run))
    });
    head.issuer = signed
        .or(from_title)
        .or(from_line)
        .or_else(|| lone_issuer(&title, &runs))
        .or_else(|| crate::report::session_of(&title, title.len()).map(|body| printed(&title[body])))
        .or_else(|| listing(&title).map(|end| printed(without_kinds(&title[..end]))))
        .or_else(|| session_of(&title))
        .or_else(|| minuted(&title));
    // …常务委员会第四次会议 is the body's meeting.
    head.issuer = head.issuer.map(|issuer| match issuer.rfind("常务委员会第") {
        Some(at) if issuer.ends_with("次会议") => issuer[..at + "常务委员会".len()].to_owned(),
        _ => issuer,
    });
    let dated = signature.map(|(_, day)| day).or_else(|| under_title(&runs));
    head.issued_on =
        dated.or_else(|| index_day(&runs)).or(passed_on).or(if title.is_empty() { None } else { head.decided_on });
    head
}

fn number(title: &[Glyph], runs: &[Cow<[Glyph]>]) -> Option<DocumentNumber> {
    for run in runs.iter().take(14) {
        let run = &run[..];
        if let Some(range) = number_at(run) {
            let alone = range.start <= 1 && range.end + 3 >= run.len();
            let index = words!["文号", "字号："].within(run);
            if alone || index || is_number_tail(&run[range.end..]) && range.end < 40 {
                return Some(DocumentNumber::parse(&printed(&run[range])));
            }
        }
    }
    // A decree or an announcement is counted in words: （第二号）, 第八号.
    let decree = words!["令", "公告", "命令"].end(title).is_some();
    let within = if decree { 8 } else { 4 };
    runs.iter().take(within).find_map(|run| {
        let inner = bracket_at(run, 0).filter(|(_, next)| *next == run.len()).map_or(&run[..], |(inside, _)| inside);
        // 〔十四届〕第七号: of a committee's term.
        let from = bracket_at(run, 0).filter(|(term, _)| ends(term, "届")).map_or(0, |(_, next)| next);
        let (inner, from) = if from > 0 { (&run[..], from) } else { (inner, 0) };
        let counted = has(inner, from, "第") && ends(inner, "号") && inner.len() <= from + 9;
        counted.then(|| DocumentNumber::parse(&printed(inner)))
    })
}

/// （2022年10月28日桐山县第十八届人民代表大会常务委员会第七次会议通过）
fn passed(title: &[Glyph], runs: &[Cow<[Glyph]>], head: &mut Head) {
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
fn decided(runs: &[Cow<[Glyph]>], head: &mut Head) {
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
    let from = any(segment, 0, words!["日前，", "日前", "近日", "现经", "并报", "报请", "报", "经"])
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
    (unit && !quoted && body.len() >= 2 && body.len() <= 40).then(|| (printed(body), day))
}

/// The run without a day that lacks its year: 国务院2月13日.
pub(crate) fn without_short_day(run: &[Glyph]) -> &[Glyph] {
    if run.last().is_none_or(|glyph| glyph.c != '日') {
        return run;
    }
    let day = run.iter().rev().skip(1).take_while(|glyph| glyph.c.is_ascii_digit() || glyph.c == '月').count();
    if day == 0 { run } else { &run[..run.len() - 1 - day] }
}

/// （2022年5月31日） alone under the title.
fn under_title(runs: &[Cow<[Glyph]>]) -> Option<PartialDate> {
    runs.iter().take(8).find_map(|run| {
        let (inside, next) = bracket_at(run, 0)?;
        let (day, end) = date_at(inside, 0)?;
        (next == run.len() && end == inside.len() && day.month().is_some()).then_some(day)
    })
}

/// The body of a title that tells of its session: 某县残疾人联合会第七届主席团第一次全体会议选举结果.
fn session_of(title: &[Glyph]) -> Option<String> {
    let body = without_session(title);
    (body.len() < title.len() && is_issuer(body)).then(|| printed(body))
}

/// The body whose minutes the paper is: 市委常委会会议纪要.
pub(crate) fn minuted(title: &[Glyph]) -> Option<String> {
    let body = &title[..find(title, 2, "会议纪要").or_else(|| find(title, 2, "纪要"))?];
    is_issuer(body).then(|| printed(body))
}

/// 政协某届委员会专门委员会: the committees of its kind are no body.
fn without_kinds(body: &[Glyph]) -> &[Glyph] {
    let kinds = words!["各专门委员会", "专门委员会"].end(body);
    kinds.map_or(body, |kind| &body[..body.len() - kind.chars().count()])
}

/// A signature as printed, its blanks taken out, but for those between two bodies that sign together.
fn signing(line: &[Glyph]) -> String {
    let bodies: Vec<&[Glyph]> =
        line.split(|glyph| crate::layout::is_blank(glyph.c)).filter(|piece| !piece.is_empty()).collect();
    if bodies.len() > 1 && bodies.iter().all(|body| body.len() > 3 && is_issuer(body)) {
        return bodies.into_iter().map(printed).collect::<Vec<_>>().join(" ");
    }
    printed(line)
}

/// The signature: a body and the day under it, the last such pair of the paper that is no note of printing.
fn signature(all: &[Paragraph], runs: &[Cow<[Glyph]>]) -> Option<(Option<String>, PartialDate)> {
    let mut last = None;
    for (place, run) in runs.iter().enumerate() {
        let Some((day, at, next)) = find_date(run, 0) else { continue };
        if has(run, 0, "（") || words!["印发", "抄送", "日期"].within(run) {
            continue;
        }
        if next != run.len() && !has(run, next, "（此件") && !crate::sections::is_place_of_issue(&run[next..]) {
            continue;
        }
        // 总经理：甲 may stand between the body and its day.
        let signers = (0..place).rev().take(2).take_while(|above| is_officer(&runs[*above]) && runs[*above].len() < 20);
        let place = place - signers.count();
        let above = || place.checked_sub(1).and_then(|above| runs.get(above)).map(|run| without_stamp(run));
        if at == 0 {
            let issuer = above()
                .filter(|run| is_issuer(run) && !is_officer(run))
                .map(|_| signing(without_stamp(&all[place - 1].run)));
            let sovereign = above()
                .and_then(|run| find(run, 0, "主席").map(|at| printed(&run[..at + 2])))
                .filter(|_| above().is_some_and(|run| run.len() < 20 && !ends(run, "主席团")));
            // 2014年1月29日 / 某市人民政府: the issuer below its day.
            let below =
                || runs.get(place + 1).map(|run| without_stamp(run)).filter(|run| is_issuer(run) && !is_officer(run));
            last = Some((issuer.or(sovereign).or_else(|| below().map(printed)), day));
        } else if is_issuer(without_stamp(&run[..at])) && run.len() < 60 {
            last = Some((Some(printed(without_stamp(&run[..at]))), day));
        }
    }
    last
}

/// Offices of those who sign.
static OFFICES: Words = Words::of(&[
    "局长",
    "县长",
    "市长",
    "院长",
    "校长",
    "主任",
    "董事长",
    "部长",
    "厅长",
    "检察长",
    "区长",
    "镇长",
    "乡长",
    "书记",
    "总经理",
    "主席",
    "签发人",
    "州长",
    "省长",
    "厂长",
    "矿长",
    "场长",
    "社长",
    "所长",
    "站长",
    "馆长",
    "台长",
    "行长",
    "经理",
    "总裁",
    "政委",
    "政治委员",
    "会长",
    "理事长",
    "园长",
    "总干事",
]);

/// Whether the run begins with the office of one who signs: 局长　张三.
pub(crate) fn is_officer(run: &[Glyph]) -> bool {
    OFFICES.at(run, 0).is_some()
}

/// Whether one who signs stands here: 局长：甲, 某市公安局局长　甲, one or more of them right above the day.
pub(crate) fn is_signature<'r>(line: impl Fn(usize) -> Option<&'r [Glyph]>, place: usize) -> bool {
    let signers = (place..place + 3).take_while(|at| line(*at).is_some_and(|run| is_signer(&tight(run)))).count();
    signers > 0 && line(place + signers).is_some_and(|run| crate::sections::is_date_line(&tight(run)))
}

/// An office, its body before it or not, and a name or nothing behind it.
fn is_signer(run: &[Glyph]) -> bool {
    let run = without_stamp(run);
    let plain = run.len() <= 28 && !run.iter().any(|glyph| matches!(glyph.c, '，' | '。' | '；' | '、'));
    let name = |from: usize| {
        let from = any(run, from, words!["："]).map_or(from, |(_, next)| next);
        let rest = &run[from..];
        rest.is_empty() && ends(run, "：") || (2..=4).contains(&rest.len()) && crate::name::shape(rest) > 0
    };
    plain
        && (0..run.len()).any(|at| {
            let office = OFFICES.at(run, at);
            office.is_some_and(|(_, next)| name(next) && (at == 0 || at > 2 && crate::post::is_unit(&run[..at])))
        })
}

fn without_stamp(run: &[Glyph]) -> &[Glyph] {
    match bracket_before_end(run) {
        Some((_, open)) if open > 0 => &run[..open],
        _ => run,
    }
}

/// A body that stands on a line of its own above the paper.
fn lone_issuer(title: &[Glyph], runs: &[Cow<[Glyph]>]) -> Option<String> {
    let starts_about = has(title, 0, "关于") || title.is_empty();
    if !starts_about {
        return None;
    }
    runs.iter().take(4).find(|run| is_issuer(run)).map(|run| printed(run))
}

/// The body before 任免名单, 任命名单, 公告, 任免….
pub(crate) fn listing(title: &[Glyph]) -> Option<usize> {
    // 我校召开大会宣布学校主要领导任免决定 tells of a body and names none that issues.
    if words!["关于", "签署", "召开", "宣布", "举行"].within(title) {
        return None;
    }
    let stop = words!["秘书长", "任职", "聘任", "聘书", "通知", "决定任", "任免", "任命", "免职", "公告", "接受", "令"]
        .first(title, 2);
    let unit = |stop: usize| (2..=stop).rev().find(|end| crate::post::is_unit(&title[..*end]) && *end >= 3);
    // 某协会第十届理事会会长、副会长名单
    stop.and_then(unit).or_else(|| {
        let named = ["名单", "名册"].iter().find_map(|word| ends(title, word).then(|| &title[..title.len() - 2]))?;
        let mut before = crate::post::Before::default();
        let seat = crate::post::posts(named, &mut before)?.into_iter().next()?;
        seat.unit.filter(|_| seat.sure).map(|unit| unit.chars().count())
    })
}

/// 发文日期：2022年11月08日, 来源：新华社 2018-03-16, and 2024-01-12 09:16　来源：江边新闻网.
fn index_day(runs: &[Cow<[Glyph]>]) -> Option<PartialDate> {
    let labelled = runs.iter().find_map(|run| {
        let labeled = ["发文日期", "成文日期", "发布日期", "来源："].iter().find_map(|label| find(run, 0, label))?;
        find_date(run, labeled).map(|(day, _, _)| day)
    });
    // （某部人事司 2019年4月18日） below the text.
    let below = || {
        runs.iter().rev().take(2).find_map(|run| {
            let (inside, _) = bracket_at(run, 0).filter(|(_, next)| *next == run.len())?;
            find_date(inside, 0).filter(|(day, at, next)| {
                *next == inside.len()
                    && day.day_of_month().is_some()
                    && (*at == 0 || is_issuer(&inside[..*at]) || ends(&inside[..*at], "供稿"))
            })
        })
    };
    labelled.or_else(|| below().map(|(day, ..)| day)).or_else(|| runs.iter().take(5).find_map(|run| published(run)))
}
