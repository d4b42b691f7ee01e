//! An account of the text after the grammar: whatever decides something, by a verb, a label with names or columns of
//! names and posts, and lies in no item's clause, is a finding at its place. Nothing is skipped silently.

use std::sync::LazyLock;

use renmian_domain::{Finding, FindingCode, Item, Span};

use crate::head::is_officer;
use crate::layout::{Glyph, find, has, plain, printed, span, tight};
use crate::lexicon::{Words, titles};
use crate::name::shape;
use crate::paragraph::Paragraph;
use crate::prose::after_numbering;
use crate::sections::{is_date_line, is_index_line, is_issuer, is_number_line};
use crate::spread::{cells, close_names, name_alone};

/// Longest stretch that is looked at, in glyphs.
const STRETCH: usize = 400;

/// Verbs that appoint or dismiss wherever they stand in an order.
static VERBS: LazyLock<Words> = LazyLock::new(|| {
    Words::new(&[
        "任命",
        "免去",
        "免除",
        "自然免",
        "聘任",
        "解聘",
        "聘用",
        "当选",
        "选举",
        "补选",
        "推选",
        "推举",
        "担任",
        "兼任",
        "出任",
        "晋升",
        "撤销",
        "罢免",
        "辞去",
        "转正",
        "正式任",
        "不再",
        "提名",
        "增补",
        "同志组成",
        "挂任",
        "挂职",
        "代理",
        "改任",
        "调任",
        "委派",
        "任",
        "免",
        "派",
        "聘",
    ])
});

/// Words in which 任 is no verb.
const INNOCENT: [&str; 11] = ["主任", "责任", "任务", "任免", "任职", "任期", "常任", "信任", "任何", "原任", "免职"];

/// Words of sentences that only lead to what stands below, or look back on it.
const LEADS: [&str; 17] = [
    "如下",
    "下列",
    "以下",
    "上述",
    "以上",
    "研究决定",
    "特此",
    "有关",
    "根据",
    "抄送",
    "主题词",
    "联系",
    "期间",
    "此前",
    "简历",
    "附件",
    "名单",
];

/// Findings for the stretches of an order that decide something and that no item and no finding covers.
pub(crate) fn uncovered(items: &[Item], findings: &[Finding], body: &[Paragraph], prose_only: bool) -> Vec<Finding> {
    let mut covered: Vec<Span> = items.iter().map(|item| item.source).collect();
    covered.extend(findings.iter().filter_map(|finding| finding.source));
    covered.sort_unstable_by_key(|span| (span.start, span.end));
    let mut merged: Vec<Span> = Vec::new();
    for span in covered {
        match merged.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => merged.push(span),
        }
    }
    let is_covered = |at: usize| {
        let next = merged.partition_point(|span| span.end <= at);
        merged.get(next).is_some_and(|span| span.start <= at)
    };
    let mut out = Vec::new();
    let mut above_named = false;
    for (place, paragraph) in body.iter().enumerate() {
        let whole = tight(&paragraph.run);
        // 局长　张三 above the day: who signs.
        let signs = body.get(place + 1).is_none_or(|next| is_date_line(&tight(&next.run)))
            && whole.len() < 20
            && (is_officer(&whole) || find(&whole, 0, "主席").is_some());
        if signs || is_frame(&whole) {
            continue;
        }
        let mut named = false;
        for sentence in paragraph.run.split(|glyph| matches!(glyph.c, '。' | '；' | '！')) {
            for stretch in sentence.split(|glyph| is_covered(glyph.at)) {
                if stretch.len() > STRETCH || tight(stretch).len() < 2 {
                    continue;
                }
                let decides = if prose_only {
                    by_verb(&tight(stretch), false)
                } else {
                    decides(stretch, above_named, !items.is_empty())
                };
                if decides {
                    named = true;
                    let text: String = printed(stretch).chars().take(40).collect();
                    out.push(Finding::new(FindingCode::NotUnderstood).at(span(stretch)).with("text", text));
                }
            }
        }
        above_named = named || whole.last().is_some_and(|glyph| glyph.c == '：');
    }
    out
}

/// 免去其…职务: the finding reaches back to the beginning of its paragraph, where the person is named.
pub(crate) fn reach_back(findings: &mut [Finding], body: &[Paragraph]) {
    let open =
        |finding: &&mut Finding| matches!(finding.code, FindingCode::NotUnderstood | FindingCode::VerbUnaccounted);
    for finding in findings.iter_mut().filter(open) {
        let Some(source) = finding.source else { continue };
        let next = body.partition_point(|paragraph| paragraph.run.first().is_none_or(|glyph| glyph.at <= source.start));
        let Some(run) = next.checked_sub(1).and_then(|place| body.get(place)).map(|paragraph| &paragraph.run) else {
            continue;
        };
        let from = run.partition_point(|glyph| glyph.at < source.start);
        let to = run.partition_point(|glyph| glyph.at < source.end);
        let said = tight(&run[from..to.max(from)]);
        if from > 0 && from <= 200 && (any_pronoun(&said) || !has_name(&said)) {
            finding.source = run.first().map(|first| Span::new(first.at, source.end));
        }
    }
}

fn is_frame(run: &[Glyph]) -> bool {
    is_date_line(run)
        || is_number_line(run)
        || is_index_line(run)
        || is_issuer(run)
        || ["抄送", "主题词", "附件", "发：", "主送", "签发人", "打印本页", "上一篇", "下一篇"]
            .iter()
            .any(|word| has(run, 0, word))
}

fn decides(stretch: &[Glyph], above_named: bool, order: bool) -> bool {
    let run = tight(stretch);
    by_verb(&run, true) || order && by_post(&run) || labelled(&run) || in_columns(stretch, above_named)
}

/// A post by itself, in an order: whatever its sentence says of it was not read.
fn by_post(run: &[Glyph]) -> bool {
    let leads = LEADS.iter().any(|word| find(run, 0, word).is_some());
    let posted =
        titles::heads().longest(run).is_some() || find(run, 0, "职务").is_some() || find(run, 0, "同志").is_some();
    !leads && posted && (5..=80).contains(&run.len()) && has_post(run)
}

/// A verb, a post and a name in one stretch. `single`: verbs of one character count too, as orders have them.
fn by_verb(run: &[Glyph], single: bool) -> bool {
    if LEADS.iter().any(|word| find(run, 0, word).is_some()) && !named_before_verb(run) {
        return false;
    }
    let innocent = |at: usize| INNOCENT.iter().any(|word| has(run, at, word) || at > 0 && has(run, at - 1, word));
    let verb = (0..run.len()).any(|at| {
        VERBS.at(run, at).is_some_and(|(word, next)| (next - at > 1 || single) && !word.is_empty()) && !innocent(at)
    });
    verb && has_post(run) && (has_name(run) || any_pronoun(run))
}

/// A name with 为, 同志 or 任 behind it: no mere lead to what stands below.
fn named_before_verb(run: &[Glyph]) -> bool {
    (0..run.len()).any(|at| {
        (2..=3).any(|length| {
            run.get(at..at + length).is_some_and(|name| shape(name) >= 3)
                && ["同志任", "同志为", "为", "当选"].iter().any(|word| has(run, at + length, word))
        })
    })
}

/// 其, 你, 您: the person is told elsewhere.
fn any_pronoun(run: &[Glyph]) -> bool {
    run.iter().any(|glyph| matches!(glyph.c, '其' | '你' | '您' | '原'))
}

fn has_post(run: &[Glyph]) -> bool {
    (1..=run.len()).any(|end| titles::heads().longest(&run[..end]).is_some()) || find(run, 0, "职务").is_some()
}

/// Anything that may be a name between two marks of the text: at an edge, before 同志, 为, 任 or a bracket.
fn has_name(run: &[Glyph]) -> bool {
    (0..run.len()).any(|at| {
        (2..=4).any(|length| {
            run.get(at..at + length).is_some_and(|name| shape(name) >= 3 && !ends_in_meeting(name))
                && (at == 0
                    || at + length == run.len()
                    || ["同志", "为", "任", "（", "当选", "担任", "入额", "调整", "由", "不再", "、", "辞"]
                        .iter()
                        .any(|word| has(run, at + length, word)))
        })
    })
}

/// 全会, 大会: nobody's name.
fn ends_in_meeting(name: &[Glyph]) -> bool {
    name.last().is_some_and(|glyph| glyph.c == '会')
}

/// 副主任：甲（女）、乙; 二级部门：经理 甲.
fn labelled(run: &[Glyph]) -> bool {
    let Some(colon) = run.iter().position(|glyph| glyph.c == '：') else { return false };
    let from = after_numbering(run, 0).min(colon);
    let (label, names) = (&run[from..colon], &run[colon + 1..]);
    let empty = ["空缺", "暂缺", "暂空", "缺额", "待定"].iter().any(|word| find(names, 0, word).is_some());
    if names.is_empty() || names.len() > 120 || label.is_empty() || label.len() > 24 || empty {
        return false;
    }
    let bare = crate::marks::bracket_before_end(label).map_or(label, |(_, open)| &label[..open]);
    if ["联系", "电话", "抄送", "责任", "牵头", "附"].iter().any(|word| find(label, 0, word).is_some()) {
        return false;
    }
    let titled = titles::heads().longest(bare).is_some();
    let named = |piece: &[Glyph]| name_alone(piece).is_some();
    let people = names.split(|glyph| matches!(glyph.c, '、' | '，')).any(named);
    let posted =
        (1..names.len()).any(|end| titles::heads().longest(&names[..end]).is_some() && shape_behind(&names[end..]));
    titled && (people || shape_behind(names))
        || posted
        || label.len() <= 8 && (people || names.len() <= 40 && shape_behind(names))
}

fn shape_behind(run: &[Glyph]) -> bool {
    (2..=4).any(|length| run.get(..length).is_some_and(|name| shape(name) >= 3))
}

/// Cells of names and posts; names alone below a line that speaks of persons.
fn in_columns(stretch: &[Glyph], above_named: bool) -> bool {
    let closed = close_names(stretch);
    let cells: Vec<&[Glyph]> = cells(&closed).into_iter().take(24).collect();
    let names = cells.iter().filter(|cell| name_alone(cell).is_some_and(|who| who.sure)).count();
    let posted = cells.iter().any(|cell| {
        let bare = crate::marks::bracket_before_end(cell).map_or(*cell, |(_, open)| &cell[..open]);
        titles::heads().longest(bare).is_some() || titles::ranks().longest(bare).is_some()
    });
    cells.len() >= 2 && names >= 1 && posted || above_named && names >= 1 && names == cells.len()
}

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

#[cfg(test)]
mod tests {
    use crate::layout::{glyphs, lines};

    use super::*;

    fn found(line: &str) -> usize {
        let body = [Paragraph { run: glyphs(line, &lines(line)[0]), indent: 0, lines: 1 }];
        uncovered(&[], &[], &body, false).len()
    }

    #[test]
    fn a_line_that_decides_and_was_not_read_is_a_finding() {
        for line in [
            "任命周正阳为县水利局局长。",
            "县委免去周正阳同志县水利局局长职务。",
            "副主任：周正阳、李明华（女）",
            "周正阳　　县水利局局长",
            "语文组：周正阳　数学组：李明华",
            "免去其县水利局副局长职务。",
        ] {
            assert!(found(line) > 0, "{line}");
        }
        for line in ["特此通知。", "各乡镇人民政府，县直各单位：", "经县委研究决定，下列同志任职：", "2021年6月1日"]
        {
            assert_eq!(found(line), 0, "{line}");
        }
    }
}
