//! The head and foot of a paper: number, title, issuer, day of issue, and who decided and when.

mod decided;
mod signature;

use renmian_domain::{DocumentNumber, PartialDate};
use std::borrow::Cow;

use self::decided::{decided, passed};
pub(crate) use self::decided::{decider, without_session, without_short_day};
pub(crate) use self::signature::{is_officer, is_signature};
use self::signature::{signature, signing};
use crate::date::{date_at, find_date};
use crate::dateline::published;
use crate::frame_lines::{is_issuer, is_number_tail, number_at};
use crate::layout::{Glyph, any, ends, find, has, printed, reads, tight};
use crate::lexicon::words;
use crate::marks::bracket_at;
use crate::paragraph::Paragraph;

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
    // 中共某省纪律检查委员会书记名单, of whose term the line below speaks.
    if let (Some(issuer), Some(by)) = (&head.issuer, &head.decided_by)
        && !head.signed
        && by.contains("纪律检查委员会")
        && without_term(by) == *issuer
    {
        head.issuer = Some(by.clone());
    }
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
            // 发布机构　办公室　文号　虞政人〔2025〕6号: in an index the number begins behind its label.
            let label = ["文号", "字号"].iter().find_map(|word| find(&run[..range.end], 0, word)).map(|at| at + 2);
            let index = label.is_some();
            let begins = label.map(|at| any(run, at, words!["："]).map_or(at, |(_, next)| next));
            let range = begins.filter(|at| range.contains(at)).unwrap_or(range.start)..range.end;
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

/// The body without the number of its term: 中共某省第十三届纪律检查委员会.
fn without_term(body: &str) -> String {
    let term = body.find('第').and_then(|from| body[from..].find('届').map(|to| from..from + to + "届".len()));
    term.map_or_else(|| body.to_owned(), |term| [&body[..term.start], &body[term.end..]].concat())
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
        // 某学会第七届理事会理事、常务理事及负责人名单
        let named = named.split(|glyph| glyph.c == '、').next().unwrap_or_default();
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
                (*next == inside.len() || words!["发布", "公布", "供稿"].at(inside, *next).is_some())
                    && day.day_of_month().is_some()
                    && (*at == 0 || is_issuer(&inside[..*at]) || ends(&inside[..*at], "供稿"))
            })
        })
    };
    labelled.or_else(|| below().map(|(day, ..)| day)).or_else(|| runs.iter().take(5).find_map(|run| published(run)))
}
