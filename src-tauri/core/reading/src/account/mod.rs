//! An account of the text after the grammar: whatever decides something, by a verb, a label with names or columns of
//! names and posts, and lies in no item's clause, is a finding at its place. Nothing is skipped silently.

mod announced;
mod formula;
mod guess;

use renmian_domain::{Finding, FindingCode, Item, Span};

pub(crate) use self::announced::announces;
pub(crate) use self::guess::guess;
use crate::frame_lines::{is_date_line, is_index_line, is_issuer, is_number_line};
use crate::head::is_officer;
use crate::layout::{Glyph, any, ends, find, printed, span, tight};
use crate::lexicon::{Words, titles, words};
use crate::list;
use crate::name::{is_name, shape};
use crate::paragraph::Paragraph;
use crate::prose::after_numbering;
use crate::spread::{cells, close_names, name_alone};

/// Longest stretch that is looked at, in glyphs.
const STRETCH: usize = 400;

/// How far before a clause its sentence may begin, in glyphs.
const LOOK_BACK: usize = 200;

/// Verbs that appoint or dismiss wherever they stand in an order.
static VERBS: Words = Words::of(&[
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
    "变更为",
    "更换为",
    "调整为",
    "接替",
    "接任",
    "替换",
    "调任",
    "委派",
    "任",
    "免",
    "派",
    "聘",
]);

/// Words in which 任 is no verb.
static INNOCENT: Words =
    Words::of(&["主任", "责任", "任务", "任免", "任职", "任期", "常任", "信任", "任何", "原任", "免职"]);

/// Words of sentences in a report that only lead to what stands below, or look back on it.
const LEADS: [&str; 16] = [
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
    "名单",
];

/// Findings for the stretches of an order that decide something and that no item and no finding covers.
pub(crate) fn uncovered(items: &[Item], findings: &[Finding], body: &[Paragraph], prose_only: bool) -> Vec<Finding> {
    stretches(items, findings, body, prose_only, !items.is_empty())
}

/// `order`: a post by itself is a decision, too.
fn stretches(items: &[Item], findings: &[Finding], body: &[Paragraph], prose_only: bool, order: bool) -> Vec<Finding> {
    let covered = Covered::by(items, findings);
    let mut out = Vec::new();
    let mut above_named = false;
    for (place, paragraph) in body.iter().enumerate() {
        if paragraph.run.iter().all(|glyph| covered.has(glyph.at)) {
            above_named = true;
            continue;
        }
        let whole = tight(&paragraph.run);
        // 局长　张三 above the day: who signs.
        let line = |at: usize| body.get(at).map(|paragraph| &paragraph.run[..]);
        // 处室　职务　现任　原任: the rows below say what was decided.
        let cells = cells(&paragraph.run);
        let headed = cells.len() > 1 && cells.iter().all(|cell| crate::table::is_header_word(cell));
        if headed || crate::body::is_passed_line(&whole) {
            continue;
        }
        let signs = whole.len() < 20
            && (is_officer(&whole) || find(&whole, 0, "主席").is_some())
            && body.get(place + 1).is_none_or(|next| is_date_line(&tight(&next.run)))
            || crate::head::is_signature(line, place);
        if signs || is_frame(&whole) && !(above_named && list::names_only(&paragraph.run)) {
            continue;
        }
        let mut named = false;
        for sentence in paragraph.run.split(|glyph| matches!(glyph.c, '。' | '；' | '！')) {
            for stretch in sentence.split(|glyph| covered.has(glyph.at)) {
                let tight = tight(stretch);
                if stretch.len() > STRETCH || tight.len() < 2 || leads_to_read(&tight, &covered) {
                    continue;
                }
                let decides = if prose_only {
                    by_verb(&tight, false) && LEADS.iter().all(|word| find(&tight, 0, word).is_none())
                } else {
                    decides(stretch, above_named, order)
                };
                if decides {
                    named = true;
                    let text: String = printed(stretch).chars().take(40).collect();
                    out.push(Finding::new(FindingCode::NotUnderstood).at(span(stretch)).with("text", text));
                }
            }
        }
        let listing = whole.last().is_some_and(|glyph| matches!(glyph.c, '：' | '、'))
            || !prose_only && (covered.has(whole.first().map_or(0, |glyph| glyph.at)) || opens_list(&whole));
        above_named = named || listing;
    }
    out
}

/// 副县长：（按姓氏笔画为序）: the names stand below.
fn opens_list(run: &[Glyph]) -> bool {
    let label = run.split(|glyph| glyph.c == '：').next().unwrap_or_default();
    label.len() < run.len() && crate::post::is_bare_title(&label[after_numbering(label, 0)..])
}

/// 副组长： before names that were read, …第一次会议于2023年1月23日选举： before clauses that were.
fn leads_to_read(run: &[Glyph], covered: &Covered) -> bool {
    let Some((colon, label)) = run.split_last() else { return false };
    let behind = (colon.at + 1..colon.at + 8).any(|at| covered.has(at));
    let verb = words!["选举", "补选", "选出", "决定", "任命", "免去", "聘任", "解聘", "决定任命", "决定免去"];
    let leads = || verb.end(label).is_some() && !label.iter().any(|glyph| matches!(glyph.c, '，' | '、' | '；'));
    colon.c == '：' && behind && (crate::post::is_bare_title(label) || leads())
}

/// The stretches of the text that items and findings point at.
struct Covered(Vec<Span>);

impl Covered {
    fn by(items: &[Item], findings: &[Finding]) -> Self {
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
        Self(merged)
    }

    fn has(&self, at: usize) -> bool {
        let next = self.0.partition_point(|span| span.end <= at);
        self.0.get(next).is_some_and(|span| span.start <= at)
    }
}

/// What a paper decides from which no item was read: all that its announcement covers, else the clauses that stand in
/// operative words.
pub(crate) fn missed(title: &[Glyph], body: &[Paragraph], prose_only: bool) -> Vec<Finding> {
    if announces(title, body) {
        stretches(&[], &[], body, prose_only, !prose_only)
    } else {
        announced::decided(title, body)
    }
}

/// The beginning of the sentence in which the place stands, not far back.
pub(crate) fn sentence_start(body: &[Paragraph], at: usize) -> usize {
    let next = body.partition_point(|paragraph| paragraph.run.first().is_none_or(|glyph| glyph.at <= at));
    let Some(run) = next.checked_sub(1).and_then(|place| body.get(place)).map(|paragraph| &paragraph.run) else {
        return at;
    };
    let here = run.partition_point(|glyph| glyph.at < at);
    // No further back than a sentence goes, or a text of one endless sentence would be searched for every item.
    let nearest = here.saturating_sub(LOOK_BACK + 1);
    match run[nearest..here].iter().rposition(|glyph| matches!(glyph.c, '。' | '；')) {
        Some(stop) => run.get(nearest + stop + 1).map_or(at, |glyph| glyph.at.min(at)),
        None if here <= LOOK_BACK => run.first().map_or(at, |glyph| glyph.at.min(at)),
        None => at,
    }
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
        || words!["抄送", "主题词", "附件", "发：", "主送", "签发人", "打印本页", "上一篇", "下一篇"]
            .at(run, 0)
            .is_some()
}

fn decides(stretch: &[Glyph], above_named: bool, order: bool) -> bool {
    let run = tight(stretch);
    let run = &run[after_numbering(&run, 0)..];
    by_verb(run, true)
        || (order && formula::parts(run).any(by_post))
        || labelled(run)
        || in_columns(stretch, above_named, order)
        || addressed(run)
}

/// 甲同志：, to whom the paper speaks.
fn addressed(run: &[Glyph]) -> bool {
    let Some(("同志：", _)) = run.len().checked_sub(3).and_then(|at| any(run, at, words!["同志："])) else {
        return false;
    };
    shape(&run[..run.len() - 3]) >= 1
}

/// A post by itself, in an order: whatever its sentence says of it was not read.
fn by_post(run: &[Glyph]) -> bool {
    let posted = titles::heads().end(run)
        || bracketed(run).is_some_and(|bare| titles::heads().end(bare))
        || words!["职务", "同志", "（"].within(run);
    let nobody = ["暂缺", "空缺", "暂空", "缺额", "待定", "程序办理", "规定办理"];
    posted && (3..=120).contains(&run.len()) && nobody.iter().all(|word| find(run, 0, word).is_none()) && has_post(run)
}

/// The run without the bracket that ends it.
fn bracketed(run: &[Glyph]) -> Option<&[Glyph]> {
    crate::marks::bracket_before_end(run).map(|(_, open)| &run[..open])
}

/// A verb, a post and a name in one part. `single`: verbs of one character count too, as orders have them.
fn by_verb(run: &[Glyph], single: bool) -> bool {
    formula::parts(run).any(|part| {
        let innocent = |at: usize| INNOCENT.at(part, at).is_some() || at > 0 && INNOCENT.at(part, at - 1).is_some();
        let verb = (0..part.len())
            .any(|at| VERBS.at(part, at).is_some_and(|(_, next)| next - at > 1 || single) && !innocent(at));
        // 由甲变更为乙: who gives way to whom decides, whatever the post is called.
        let passes = words!["变更为", "更换为", "调整为", "接替", "接任", "替换"].within(part);
        verb && (has_post(part) || passes) && (has_name(part) || any_pronoun(part))
    })
}

/// 其, 你, 您: the person is told elsewhere.
fn any_pronoun(run: &[Glyph]) -> bool {
    run.iter().any(|glyph| matches!(glyph.c, '其' | '你' | '您' | '原'))
}

fn has_post(run: &[Glyph]) -> bool {
    (1..=run.len()).any(|end| titles::heads().end(&run[..end])) || find(run, 0, "职务").is_some()
}

/// Anything that may be a name between two marks of the text: at an edge, behind a verb, before 同志, 为 or a bracket.
fn has_name(run: &[Glyph]) -> bool {
    let mut opened = true;
    (0..run.len()).any(|at| {
        let here = opened;
        opened = matches!(run[at].c, '、' | '，' | '：' | '由')
            || matches!(run[at].c, '命' | '去' | '任' | '聘' | '举' | '意' | '选' | '受')
                && OPENING.iter().any(|word| ends(&run[..=at], word));
        (2..=4).any(|length| {
            (here || at + length == run.len() || CLOSING.at(run, at + length).is_some())
                && run.get(at..at + length).is_some_and(|name| is_name(name) && !ends_in_meeting(name))
        })
    })
}

/// Verbs behind which a name may stand.
const OPENING: [&str; 8] = ["任命", "免去", "聘任", "解聘", "选举", "同意", "补选", "接受"];

/// Words before which a name may end.
static CLOSING: Words =
    Words::of(&["同志", "为", "任", "（", "当选", "担任", "入额", "调整", "由", "不再", "、", "辞"]);

/// 全会, 大会: nobody's name.
fn ends_in_meeting(name: &[Glyph]) -> bool {
    name.last().is_some_and(|glyph| glyph.c == '会')
}

/// 副主任：甲（女）、乙; 二级部门：经理 甲.
fn labelled(run: &[Glyph]) -> bool {
    let Some(colon) = run.iter().position(|glyph| glyph.c == '：') else { return false };
    let from = after_numbering(run, 0).min(colon);
    let (label, names) = (&run[from..colon], &run[colon + 1..]);
    let empty = words!["空缺", "暂缺", "暂空", "缺额", "待定"].within(names);
    if names.is_empty() || names.len() > 120 || label.is_empty() || label.len() > 24 || empty {
        return false;
    }
    let bare = crate::marks::bracket_before_end(label).map_or(label, |(_, open)| &label[..open]);
    if words!["联系", "电话", "抄送", "责任", "牵头", "附"].within(label) {
        return false;
    }
    let titled = titles::heads().end(bare);
    let named = |piece: &[Glyph]| name_alone(piece).is_some();
    let people = names.split(|glyph| matches!(glyph.c, '、' | '，')).any(named);
    let posted = (1..names.len()).any(|end| titles::heads().end(&names[..end]) && shape_behind(&names[end..]));
    titled && (people || shape_behind(names))
        || posted
        || label.len() <= 8 && (people || names.len() <= 40 && shape_behind(names))
}

fn shape_behind(run: &[Glyph]) -> bool {
    (2..=4).any(|length| run.get(..length).is_some_and(is_name))
}

/// Cells of names and posts; names alone below a line that speaks of persons.
fn in_columns(stretch: &[Glyph], above_named: bool, order: bool) -> bool {
    let closed = close_names(stretch);
    let cells: Vec<&[Glyph]> = cells(&closed).into_iter().take(24).collect();
    let names = cells.iter().filter(|cell| name_alone(cell).is_some_and(|who| who.sure)).count();
    let posted = cells.iter().any(|cell| {
        let bare = crate::marks::bracket_before_end(cell).map_or(*cell, |(_, open)| &cell[..open]);
        titles::heads().end(bare) || titles::ranks().end(bare)
    });
    let parts = |cell: &&&[Glyph]| cell.split(|glyph| glyph.c == '、').all(|part| name_alone(part).is_some());
    let listed = names >= 1 || cells.iter().any(|cell| bracketed(cell).is_some());
    let whole = || cells.iter().any(|cell| crate::post::is_whole_post(cell));
    cells.len() >= 2 && names >= 1 && posted
        || order && (2..=4).contains(&cells.len()) && cells[0].len() <= 6 && whole()
        || above_named && names >= 1 && (2..=3).contains(&cells.len()) && order && find(stretch, 0, "姓名").is_none()
        || above_named && listed && cells.iter().filter(parts).count() == cells.len()
}

#[cfg(test)]
mod tests {
    use crate::layout::{glyphs, lines};

    use super::*;

    fn found(line: &str) -> usize {
        let body = [Paragraph { run: glyphs(line, &lines(line)[0]), indent: 0, lines: 1, gap: false }];
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

    #[test]
    fn operative_words_in_a_paper_about_something_else_are_shown_and_plans_are_not() {
        let shown = |line: &str| {
            let body = [Paragraph { run: glyphs(line, &lines(line)[0]), indent: 0, lines: 1, gap: false }];
            announced::decided(&glyphs("关于印发会议纪要的通知", &lines("关于印发会议纪要的通知")[0]), &body).len()
        };
        assert_eq!(shown("会议决定：任命周正阳为县水利局局长；免去李明华的县水利局局长职务。"), 2);
        assert_eq!(shown("会议同意提请任命周正阳为县水利局局长。"), 0);
        assert_eq!(shown("会议讨论了学校领导班子调整意见，按程序报批。"), 0);
    }
}
