//! What stands above a list and governs it: 选举产生了…，现公告如下：, 下列同志免职：, 一、县水利局, 二、教研组长.

use renmian_domain::ItemKind;

use crate::columns::is_titled_row;
use crate::frame_lines::is_date_line;
use crate::layout::{Glyph, any, ends, find, has, printed, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::{Words, words};
use crate::marks::{Marks, bracket_at, bracket_before_end};
use crate::name::Who;
use crate::post::{Before, is_bare_title, is_unit, is_whole_post, posts};
use crate::prose::after_numbering;
use crate::report::session_of;
use crate::subject::APPOINT;

/// What a line that leads to a list says of it.
#[derive(Debug, Default)]
pub(crate) struct Lead {
    pub verb: Option<Verb>,
    /// The body of the bare titles below.
    pub body: Option<Vec<Glyph>>,
}

/// Words of an election.
static ELECTS: Words = Words::of(&["选举产生", "选举", "当选", "补选", "推选", "选出", "增选"]);

/// Whether the text speaks of an election whose outcome it gives.
pub(crate) fn elects(run: &[Glyph]) -> bool {
    let ended = words!["辞去", "辞职", "罢免", "选举办法", "选举委员会", "选举工作", "选举领导小组"];
    ELECTS.within(run) && !ended.within(run)
}

/// Reads a paragraph that names nobody and leads to a list.
pub(crate) fn lead_in(run: &[Glyph]) -> Option<Lead> {
    let to_come = words!["下列", "以下", "如下", "名单"].within(run);
    if !(to_come || ends(run, "：")) || run.len() > 300 {
        return None;
    }
    // 决定聘任（聘期四年，自2022年8月1日起）：
    let closed = run.split_last().map_or(run, |(_, rest)| rest);
    let closed = bracket_before_end(closed).map(|(_, open)| &closed[..open]);
    let to_come = to_come
        || closed
            .is_some_and(|closed| words!["聘任", "任命", "聘用", "续聘", "免去", "解聘", "免除"].end(closed).is_some());
    let says = |words: &Words| words.within(run);
    // 经民主选举、组织考察，决定聘任：: what is decided is said last.
    let last = |words: &Words| (0..run.len()).rev().find(|at| words.at(run, *at).is_some()).unwrap_or(0);
    let appointed = last(words!["决定聘任", "决定任命", "聘任：", "任命："]) > last(&ELECTS);
    let elected = elects(run) && !says(words!["候选人"]) && !appointed;
    let opens = says(words!["任职", "聘任", "任命", "任用", "选派", "委派", "担任", "聘用", "聘请", "聘为", "上岗"]);
    let closes = says(words!["免职", "免去", "解聘", "不再担任", "不再聘任"]);
    let kind = match (elected, opens, closes) {
        (true, ..) => Some(ItemKind::Elect),
        (_, true, false) if to_come => Some(ItemKind::Appoint),
        (_, false, true) if to_come => Some(ItemKind::Dismiss),
        _ => None,
    };
    let word = if elected { "选举" } else { APPOINT.word };
    let verb = kind.map(|kind| Verb { kind, word, ..APPOINT });
    let body = body_of(run);
    (verb.is_some() || body.is_some()).then_some(Lead { verb, body })
}

/// （聘期三年，自2019年7月1日起） in a line that leads to a list.
pub(crate) fn times(run: &[Glyph]) -> Marks {
    let mut marks = Marks::default();
    for at in (0..run.len()).filter(|at| run[*at].c == '（') {
        // （首次担任副校长的，试用期一年，表中已注明）: the list says of whom it holds.
        let noted = |inside: &[Glyph]| words!["注明", "备注", "表中"].within(inside);
        if let Some((inside, _)) = bracket_at(run, at).filter(|(inside, _)| !noted(inside)) {
            let said = Marks::bracket(inside);
            let timed =
                Marks { probation: said.probation, term: said.term, effective: said.effective, ..Marks::default() };
            marks.take(&timed);
        }
    }
    marks
}

/// The body whose officers a line announces: 产生大桥村第十一届村民委员会, 选举产生了县人民政府县长、副县长.
pub(crate) fn body_of(run: &[Glyph]) -> Option<Vec<Glyph>> {
    body_told(run).filter(|body| {
        let quoted = body.iter().any(|glyph| matches!(glyph.c, '《' | '》'));
        !quoted && any(body, 0, words!["你", "我", "贵", "关于", "各"]).is_none()
    })
}

fn body_told(run: &[Glyph]) -> Option<Vec<Glyph>> {
    let verbs = [
        "选举产生了",
        "选举产生",
        "产生了新一届",
        "产生新一届",
        "产生了",
        "产生",
        "选举出",
        "选出",
        "选举",
        "补选",
        "组成",
        "组建",
    ];
    for word in verbs {
        let mut from = 0;
        while let Some(at) = find(run, from, word) {
            from = at + 1;
            let start = at + word.chars().count();
            let start = any(run, start, words!["了", "新一届", "出"]).map_or(start, |(_, next)| next);
            let end = (start..run.len())
                .find(|at| matches!(run[*at].c, '，' | '。' | '；' | '：' | '！'))
                .unwrap_or(run.len());
            if let Some(body) = body_in(&run[start..end]) {
                return Some(body);
            }
        }
    }
    // 任命下列人员为…委员会组成人员：
    if let Some(at) = ["下列", "以下"].iter().find_map(|word| find(run, 0, word))
        && let Some(copula) = (at..run.len().min(at + 12)).find(|at| run[*at].c == '为')
    {
        let rest = &run[copula + 1..];
        let rest = if ends(rest, "：") { &rest[..rest.len() - 1] } else { rest };
        if let Some(body) = body_in(rest) {
            return Some(body);
        }
    }
    if let Some(body) = in_session(run) {
        return Some(body);
    }
    // …中心小学领导班子名单公布如下：, 大桥村换届选举结果如下：
    for segment in run.split(|glyph| matches!(glyph.c, '，' | '。' | '；' | '：')) {
        let start = any(segment, 0, words!["现将", "将", "现对", "对", "经选举", "经", "同意", "确认"])
            .map_or(0, |(_, next)| next);
        let stops = [
            "领导班子",
            "班子成员",
            "组成人员",
            "换届选举",
            "选举结果",
            "中层干部",
            "成员名单",
            "领导成员",
            "当选名单",
        ];
        if let Some(stop) = stops.iter().filter_map(|word| find(segment, start, word)).min()
            && let body = &segment[start..stop]
            && body.len() >= 3
            && is_unit(body)
            && !has(body, 0, "部分")
            // 你们关于党总支委员会选举结果的报告收悉 names a report, not a body.
            && find(body, 0, "关于").is_none()
            && any(body, 0, words!["你", "贵", "本", "我"]).is_none()
        {
            return Some(body.to_vec());
        }
    }
    None
}

/// 民盟青云市第七届委员会第一次全体会议选举：: a body elects its own officers, but for a people's congress.
fn in_session(run: &[Glyph]) -> Option<Vec<Glyph>> {
    let counted = |at: &usize| {
        has(run, *at, "第")
            && crate::date::number_at(run, at + 1).is_some_and(|(_, end)| {
                any(run, end, words!["次全体会议", "次全会", "次会议", "次代表大会", "次会员大会", "次会员代表大会"])
                    .is_some()
            })
    };
    let session = (3..run.len().min(60)).find(counted)?;
    let from =
        run[..session].iter().rposition(|glyph| matches!(glyph.c, '，' | '。' | '；' | '：')).map_or(0, |at| at + 1);
    let body = &run[any(run, from, words!["经", "同意", "确认"]).map_or(from, |(_, next)| next)..session];
    // 县妇女联合会第十四届执行委员会: the officers are those of the federation.
    let inner = words!["执行委员会", "理事会", "主席团", "常务理事会"].end(body);
    let term = inner.and_then(|inner| {
        let end = body.len() - inner.chars().count();
        (2..end).rev().find(|at| has(body, *at, "第") && is_unit(&body[..*at]))
    });
    let body = term.map_or(body, |at| &body[..at]);
    let congress = words!["人民代表", "人大"].within(body);
    (elects(run) && !congress && body.len() >= 4 && is_unit(body)).then(|| body.to_vec())
}

/// 白岩镇妇女联合会 in 关于白岩镇妇女联合会第十次代表大会选举结果的批复, and the body before a session that elects.
pub(crate) fn body_of_title(title: &[Glyph]) -> Option<Vec<Glyph>> {
    // 某县残疾人联合会第七届主席团第一次全体会议选举结果: the body that met, whole; a people's congress elects others.
    if let Some(met) = session_of(title, title.len()).map(|body| &title[body])
        && words!["委员会", "理事会", "监事会", "主席团"].end(met).is_some()
        && find(met, 0, "人民").is_none()
    {
        return Some(met.to_vec());
    }
    let from = find(title, 0, "关于").map_or(0, |at| at + 2);
    let from = any(title, from, words!["同意", "公布", "确认", "核准"]).map_or(from, |(_, next)| next);
    let stops = ["第", "换届", "选举", "当选", "领导班子", "班子成员", "组成人员", "新一届"];
    stops
        .iter()
        .filter_map(|word| find(title, from + 3, word))
        .filter(|stop| {
            let body = &title[from..*stop];
            let one = !has(title, from, "各") && find(body, 0, "等").is_none();
            is_unit(body) && one && words!["大会", "会议", "全会"].end(body).is_none()
        })
        .max()
        .map(|stop| title[from..stop].to_vec())
}

fn body_in(run: &[Glyph]) -> Option<Vec<Glyph>> {
    let mut run = run;
    for tail in [
        "如下",
        "名单",
        "领导班子成员",
        "领导班子",
        "班子成员",
        "组成人员",
        "领导成员",
        "领导机构",
        "领导人员",
        "成员",
        "班子",
    ] {
        if ends(run, tail) {
            run = &run[..run.len() - tail.chars().count()];
        }
    }
    let run = if ends(run, "的") { &run[..run.len() - 1] } else { run };
    if run.len() >= 4 && is_unit(run) && !run.iter().any(|glyph| glyph.c == '、') {
        return Some(run.to_vec());
    }
    let mut before = Before::default();
    let seats = posts(run, &mut before)?;
    let whole = seats.first()?;
    if !whole.sure || whole.unit.is_none() {
        return None;
    }
    before.into_unit()
}

/// Words of a line that leads to a list, in no body's name.
static WORDED: Words = Words::of(&["任命", "下列", "以下", "如下", "免去", "聘任", "选举产生", "决定", "人员为"]);

/// 一、县第一中学, （二）红旗社区党支部委员会（3人）：, and without a number where titles and names stand below.
pub(crate) fn unit_heading(run: &[Glyph], below: Option<&[Glyph]>) -> Option<Vec<Glyph>> {
    let from = after_numbering(run, 0);
    let heading = bare_heading(&run[from..]);
    // 【招商一局】
    if let Some((inside, _)) = bracket_before_end(heading).filter(|(_, open)| *open == 0)
        && is_unit(inside)
        && (2..=20).contains(&inside.len())
    {
        return Some(inside.to_vec());
    }
    if !(2..=30).contains(&heading.len())
        || heading.iter().any(|glyph| matches!(glyph.c, '，' | '。' | '；' | '：' | '、'))
    {
        return None;
    }
    if WORDED.find(heading).is_some() {
        return None;
    }
    // 办公室　主任　王建国 ends as a country does, and 副秘书长　方　言　温知行 as a bank.
    if crate::own_posts::name_behind_post(heading).is_some()
        || (2..heading.len().min(7)).any(|end| is_bare_title(&heading[..end]))
    {
        return None;
    }
    // 县水利局： / 任命甲为局长
    let leads = || below.is_some_and(|below| leads_with_title(below) || ends(run, "：") && leads_with_clause(below));
    let body = is_unit(heading) || any(heading, heading.len() - 1, words!["村", "社区"]).is_some();
    (body && (from > 0 && heading.len() <= 20 || leads())).then(|| heading.to_vec())
}

/// 二、教研组长, where bodies and names stand below.
pub(crate) fn title_heading(run: &[Glyph], below: Option<&[Glyph]>) -> Option<Vec<Glyph>> {
    let heading = bare_heading(&run[after_numbering(run, 0)..]);
    let below = below?;
    let colon = below.iter().take(20).position(|glyph| glyph.c == '：')?;
    let label = tight(&below[after_numbering(below, 0).min(colon)..colon]);
    let bodied = !is_bare_title(&label) && !is_whole_post(&label) && (2..=16).contains(&label.len());
    (heading.len() <= 10 && is_bare_title(heading) && bodied && colon + 1 < below.len()).then(|| heading.to_vec())
}

/// The heading without its number of persons and its colon.
fn bare_heading(run: &[Glyph]) -> &[Glyph] {
    let run = if ends(run, "：") { &run[..run.len() - 1] } else { run };
    match bracket_before_end(run) {
        Some((inside, open)) if ends(inside, "人") || ends(inside, "名") => &run[..open],
        _ => run,
    }
}

/// 校长：甲, 校　长　甲: a bare title before names.
fn leads_with_title(below: &[Glyph]) -> bool {
    let run = &below[after_numbering(below, 0)..];
    if is_date_line(&tight(run)) {
        return false;
    }
    match run.iter().take(16).position(|glyph| glyph.c == '：') {
        Some(colon) => is_bare_title(&tight(&run[..colon])),
        None => is_titled_row(run),
    }
}

/// 任命甲为局长, 甲任副局长: a clause whose first title has no unit of its own.
fn leads_with_clause(below: &[Glyph]) -> bool {
    let run = tight(below);
    let run = &run[after_numbering(&run, 0)..];
    let stop = run.iter().position(|glyph| matches!(glyph.c, '，' | '；' | '。' | '：')).unwrap_or(run.len()).min(40);
    (2..stop).filter(|at| matches!(run[*at].c, '为' | '任' | '的')).any(|at| {
        let title = run[at + 1..stop].split(|glyph| matches!(glyph.c, '、' | '（')).next().unwrap_or_default();
        let title = if ends(title, "职务") { &title[..title.len() - 2] } else { title };
        is_bare_title(title)
    })
}

/// Words of headings, and what they do to those below.
const HEADS: [(&str, ItemKind); 27] = [
    ("试用期满", ItemKind::Confirm),
    ("按期转正", ItemKind::Confirm),
    ("正式任职", ItemKind::Confirm),
    ("转正", ItemKind::Confirm),
    ("接受辞职", ItemKind::AcceptResignation),
    ("同意辞职", ItemKind::AcceptResignation),
    ("辞职", ItemKind::AcceptResignation),
    ("不再聘任", ItemKind::Dismiss),
    ("不再担任", ItemKind::Dismiss),
    ("免（解聘）职", ItemKind::Dismiss),
    ("免（解）聘", ItemKind::Dismiss),
    ("免去", ItemKind::Dismiss),
    ("免除", ItemKind::Dismiss),
    ("免职", ItemKind::Dismiss),
    ("解聘", ItemKind::Dismiss),
    ("离任", ItemKind::Dismiss),
    ("任（聘）职", ItemKind::Appoint),
    ("聘（任）职", ItemKind::Appoint),
    ("任命", ItemKind::Appoint),
    ("任职", ItemKind::Appoint),
    ("任用", ItemKind::Appoint),
    ("聘任", ItemKind::Appoint),
    ("聘用", ItemKind::Appoint),
    ("续聘", ItemKind::Appoint),
    ("新聘", ItemKind::Appoint),
    ("新任", ItemKind::Appoint),
    ("提任", ItemKind::Appoint),
];

/// 【免去】, （二）解聘人员, 三、辞职名单：: a heading that is nothing but its verb.
pub(crate) fn verb_heading(run: &[Glyph]) -> Option<Verb> {
    // 表一：任职
    let table = any(run, 0, words!["附表", "附件", "表"]).and_then(|(_, next)| {
        let (_, end) = crate::date::number_at(run, next)?;
        any(run, end, words!["：", "、", "."]).map(|(_, next)| next)
    });
    let heading = bare_heading(&run[table.unwrap_or_else(|| after_numbering(run, 0))..]);
    let bracketed = bracket_before_end(heading).filter(|(_, open)| *open == 0);
    let heading = bracketed.map_or(heading, |(inside, _)| inside);
    if heading.len() > 16 {
        return None;
    }
    let (word, kind) = HEADS.iter().find(|(word, _)| has(heading, 0, word))?;
    let mut place = word.chars().count();
    let tails =
        words!["以下", "下列", "如下", "同志", "人员", "职务", "名单", "干部", "事项", "情况", "部分", "的", "："];
    while let Some((_, next)) = any(heading, place, tails) {
        place = next;
    }
    (place == heading.len()).then_some(Verb { kind: *kind, word, ..APPOINT })
}

/// The unit whom a paper addresses: 县水利局党组：.
pub(crate) fn addressed_unit(run: &[Glyph]) -> Option<String> {
    let named = ends(run, "：").then(|| &run[..run.len() - 1])?;
    let named = words!["党组", "党委", "党总支", "党支部"]
        .end(named)
        .map_or(named, |tail| &named[..named.len() - tail.chars().count()]);
    let one = (3..=30).contains(&named.len())
        && !named.iter().any(|glyph| matches!(glyph.c, '，' | '、' | '；' | '。'))
        && any(named, 0, words!["各", "有关", "所属", "机关"]).is_none()
        && WORDED.find(named).is_none();
    (one && is_unit(named)).then(|| printed(named))
}

/// The person whom a letter addresses: 周正阳同志：.
pub(crate) fn addressee(run: &[Glyph]) -> Option<Who> {
    let named = ends(run, "：").then(|| &run[..run.len() - 1])?;
    let called = words!["同志", "先生", "女士", "老师", "教授"].end(named).is_some();
    let (mut persons, end) = crate::name::persons_at(named, 0)?;
    (called && end == named.len() && persons.len() == 1).then(|| persons.remove(0))
}
