//! Whether a text from which no item was read decides on persons all the same, by its title and by its words.

use renmian_domain::{Finding, FindingCode};

use crate::layout::{Glyph, has, plain, printed, span, tight};
use crate::lexicon::{Words, verbs, words};
use crate::name::persons_at;
use crate::paragraph::Paragraph;
use crate::prose::sentences;

/// Whether a text from which nothing was read announces a decision on persons all the same.
pub(crate) fn announces(title: &[Glyph], body: &[Paragraph]) -> bool {
    let title = plain(title);
    let has = |words: &[&str], text: &str| words.iter().any(|word| text.contains(word));
    let never = [
        "公示",
        "办法",
        "规定",
        "条例",
        "规则",
        "细则",
        "招聘",
        "招考",
        "选拔",
        "遴选",
        "竞聘",
        "表彰",
        "分工",
        "纪要",
        "处分",
        "请示",
        "议案",
        "建议",
        "报告",
        "征求",
        "培训",
        "讣告",
        "简历",
        "致辞",
        "讲话",
        "方案",
        "规划",
        "计划",
        "章程",
        "公约",
        "指引",
        "任务分解",
        "重点工作",
    ];
    // A reply names the report or request that it answers.
    let title = match title.strip_suffix("批复") {
        Some(reply) => ["报告", "请示", "建议"].iter().fold(reply.to_owned(), |title, word| title.replace(word, "")),
        None => title,
    };
    // 关于公布竞聘上岗人员名单的通知 gives the outcome.
    let outcome = has(&["竞聘", "选拔", "遴选"], &title) && has(&["名单", "结果", "聘任", "任职"], &title);
    let never: Vec<&str> =
        never.into_iter().filter(|word| !outcome || !["选拔", "遴选", "竞聘"].contains(word)).collect();
    if has(&never, &title) {
        return false;
    }
    let mut decided = has(&["任免", "任职", "免职", "任命", "聘任", "选举结果", "当选"], &title);
    for paragraph in body.iter().take(60) {
        let text: String = plain(&paragraph.run).chars().take(300).collect();
        let text = text.replace("公示无异议", "").replace("经公示", "").replace("公示期满", "");
        let planned = [
            "公示",
            "拟任",
            "拟提",
            "拟聘",
            "拟录",
            "拟转",
            "简历",
            "违纪",
            "违法",
            "处分",
            "开除",
            "逝世",
            "去世",
            "辞世",
            "讣告",
            "先进",
            "表彰",
            "报名",
            "分工",
            "出席",
            "列席",
            "立案",
            "第一条",
            "应当",
            "受贿",
            "涉嫌",
            "曾任",
            "历任",
            "遗体",
            "候选人名单",
            "会议记录",
            "参会",
            "表决方式",
            "跟班",
            "学习人员",
            "传闻",
            "大事记",
            "据传",
            "网传",
            "辟谣",
            "悼念",
            "参加工作",
            "月出生",
            "月生，",
            "拟",
        ];
        if has(&planned, &text) {
            return false;
        }
        decided |= has(
            &[
                "研究决定",
                "决定：",
                "决定任命",
                "决定免去",
                "选举产生",
                "当选",
                "按期转正",
                "聘任名单",
                "任命",
                "免去",
                "补选",
                "任免表",
                "现将当选",
                "名单公布如下",
                "负责人名单如下",
                "人员名单",
                "同意补选",
                "决定聘任",
                "县委决定",
                "研究，",
                "调整如下",
                "同意你",
                "会议选举",
            ],
            &text,
        );
    }
    decided
}

/// Sentences that decide on a named person in operative words, in a paper that is about something else: 会议决定：任命甲为….
pub(crate) fn decided(title: &[Glyph], body: &[Paragraph]) -> Vec<Finding> {
    let title = plain(title);
    let never = [
        "公示",
        "办法",
        "规定",
        "条例",
        "规则",
        "细则",
        "议案",
        "请示",
        "报告",
        "建议",
        "讣告",
        "简历",
        "大事记",
        "样表",
    ];
    if never.iter().any(|word| title.contains(word)) || body.len() > 60 {
        return Vec::new();
    }
    let mut out = Vec::new();
    for paragraph in body {
        let run = tight(&paragraph.run);
        if run.len() > 600 || MENTIONED.find(&run).is_some() {
            continue;
        }
        for (from, to) in sentences(&run) {
            let sentence = &run[from..to];
            let clause = (0..sentence.len()).any(|at| appoints_here(sentence, at));
            let opened = words!["决定", "同意", "研究", "通过", "表决"].within(&run[..to]);
            if clause && opened {
                let text: String = printed(sentence).chars().take(40).collect();
                out.push(Finding::new(FindingCode::NotUnderstood).at(span(sentence)).with("text", text));
            }
        }
    }
    out
}

/// Words that make a plan or a mention of the paragraph in which they stand.
static MENTIONED: Words = Words::of(&[
    "提请",
    "议案",
    "拟任",
    "拟提",
    "曾任",
    "历任",
    "现任",
    "此前",
    "如：",
    "例：",
    "例如",
    "应当",
    "被任命",
    "涉嫌",
    "逝世",
    "建议任",
    "建议免",
    "报送",
    "填写",
    "处分",
    "候选人",
    "原任",
]);

/// A verb that is never but operative, a sure name and 为, 的 or a post behind it.
fn appoints_here(run: &[Glyph], at: usize) -> bool {
    let Some((verb, next)) = verbs::at(&verbs::STRIPPING, run, at).or_else(|| verbs::at(&verbs::LEADING, run, at))
    else {
        return false;
    };
    verb.strong
        && persons_at(run, next).is_some_and(|(persons, end)| {
            let posted = || (end + 2..run.len().min(end + 40)).any(|to| crate::post::is_whole_post(&run[end..to]));
            persons.iter().all(|who| who.sure) && (has(run, end, "为") || has(run, end, "的") || posted())
        })
}
