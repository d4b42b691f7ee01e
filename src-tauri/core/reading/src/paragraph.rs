//! From lines to paragraphs: a line that the layout broke is joined to the next one; lists and tables are not.

use std::cell::LazyCell;

use crate::broken::is_rest;
use crate::columns::is_row;
use crate::dateline::{dateline, published};
use crate::frame_lines::{is_date_line, is_issuer, is_number_line};
use crate::head::is_officer;
use crate::heading::verb_heading;
use crate::layout::{Glyph, Line, any, ends, find, glyphs, has, indent, is_blank, is_han, tight};
use crate::lexicon::{Words, verbs, words};
use crate::marks::{Marks, bracket_at};
use crate::name::{is_name, persons_at};
use crate::noise::without_noise;
use crate::post::{is_bare_title, is_whole_post};
use crate::prose::after_numbering;
use crate::spread::{close_names, name_alone};
use crate::wrap::Wrap;

/// A paragraph with its blanks, and the indent of its first line.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    pub run: Vec<Glyph>,
    pub indent: usize,
    /// How many lines it was printed on.
    pub lines: usize,
    /// An empty line stands above it.
    pub gap: bool,
}

/// Joins lines of a section, which is broken as `wrap` says.
pub(crate) fn paragraphs(text: &str, lines: &[Line], wrap: Wrap) -> Vec<Paragraph> {
    let mut out: Vec<Paragraph> = Vec::new();
    let full = full_width(text, lines);
    let mut gap = false;
    let mut last_width = 0;
    let mut broken = false;
    for line in lines {
        let run = glyphs(text, line);
        let run = if wrap.noisy { without_noise(&run) } else { run };
        if run.is_empty() {
            gap = true;
            continue;
        }
        if is_page_number(&run) {
            continue;
        }
        let indent = indent(text, line);
        let width = indent
            + run
                .iter()
                .map(|glyph| if glyph.c.is_ascii() && !glyph.printed.is_whitespace() { 1 } else { 2 })
                .sum::<usize>();
        // A headline is shorter than the lines of the text and has no mark.
        let headline = out.len() == 1 && full != usize::MAX && last_width + 6 < full && !is_marked(&out[0].run);
        let joined = !headline
            && out.last().is_some_and(|last| {
                broken && !gap && is_rest(last, &run, indent) || continues(last, last_width, full, &run, indent, gap)
            });
        match out.last_mut() {
            Some(last) if joined => {
                last.run.extend(run);
                last.lines += 1;
            }
            _ => out.push(Paragraph { run, indent, lines: 1, gap }),
        }
        last_width = width;
        broken = wrap.fills(text.get(line.bytes.clone()).unwrap_or_default());
        gap = false;
    }
    out
}

fn is_marked(run: &[Glyph]) -> bool {
    run.iter().any(|glyph| matches!(glyph.c, '，' | '。' | '；' | '：' | '、' | '（'))
}

/// A mark behind which something new may begin.
pub(crate) fn is_marked_end(c: char) -> bool {
    matches!(c, '）' | '》' | '”' | '〕')
}

/// The widest line of a printed page, in columns.
const WIDEST: usize = 110;

/// The width of a full line of the section: what its widest lines that do not end a sentence have in common.
fn full_width(text: &str, lines: &[Line]) -> usize {
    let mut widths: Vec<usize> = lines
        .iter()
        .map(|line| {
            let source = text.get(line.bytes.clone()).unwrap_or_default().trim_end();
            source.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
        })
        .filter(|width| *width >= 32)
        .collect();
    widths.sort_unstable();
    // One long title must not hide the measure: the median of the wide lines.
    widths.get(widths.len() / 2).copied().unwrap_or(usize::MAX)
}

/// The end of a long paragraph: what stands far back says nothing of where its last line goes on, and is not looked at
/// again for each of its lines.
pub(crate) fn near(run: &[Glyph]) -> &[Glyph] {
    const FAR: usize = 800;
    &run[run.len().saturating_sub(FAR)..]
}

fn continues(last: &Paragraph, last_width: usize, full: usize, run: &[Glyph], indent: usize, gap: bool) -> bool {
    let above = near(&last.run);
    let Some(end) = above.last().map(|glyph| glyph.c) else { return false };
    if matches!(end, '。' | '；' | '：' | '！' | '？') {
        return false;
    }
    // （…第一次会议通过）: a line of its own.
    if bracket_at(above, 0).is_some_and(|(_, next)| next == above.len()) {
        return false;
    }
    let next = tight(run);
    if is_number_line(&next) || is_number_line(&tight(above)) || is_date_line(&next) {
        return false;
    }
    if is_label_line(run) && !is_open_bracket(above) {
        return false;
    }
    // 免职 on a line of its own heads the lines below it, whatever the line above it wants.
    if verb_heading(&next).is_some() && !matches!(end, '，' | '、') && !ends_open(above) {
        return false;
    }
    // （2019年12月26日南江市第十五届人民代表大会常务 / 委员会第二十四次会议通过）, set in the middle
    let passed = || words!["通过）", "选举）", "产生）", "决定）"].end(&next).is_some();
    if !gap && above.first().is_some_and(|first| first.c == '（') && is_open_bracket(above) && passed() {
        return true;
    }
    // Lines that stand deep below one another are members of a list, however full they are.
    if indent >= 8 && !matches!(end, '，' | '、') {
        return false;
    }
    if after_numbering(run, 0) > 0 && end != '、' {
        return false;
    }
    // 浦红英（女， / 兼职）
    if !gap && is_open_bracket(above) && above.len() >= 8 && find(run, 0, "）").is_some() {
        return true;
    }
    if is_ruled(above)
        || is_ruled(run)
        || last.lines == 1 && published(&tight(above)).is_some()
        || published(&next).is_some()
    {
        return false;
    }
    // 叶雁 / 秀（女）: one character and a bracket are the end of a name.
    let rest_of_name = run.len() > 2 && (matches!(run[1].c, '（' | '、') || has(run, 1, "同志"));
    let marked = bracket_at(run, 0).is_some_and(|(inside, next)| {
        // （得票590张）当选为…
        let held = any(run, next, words!["当选", "为", "任", "同志", "、"]).is_some();
        held || Marks::bracket(inside).says_of_person()
    });
    // 、郝梅（女）、鲍 / 国华: a surname by itself is no name.
    let surname = matches!(above, [.., mark, only]
        if matches!(mark.c, '、' | '，') && crate::lexicon::names::is_surname(only.c));
    // …、宣传委 / 员；: the end of a word and the mark of its sentence.
    let rest_of_word = matches!(next.last().map(|glyph| glyph.c), Some('；' | '。'))
        && (2..=4).contains(&next.len())
        && next[..next.len() - 1].iter().all(|glyph| is_han(glyph.c))
        && name_alone(&next[..next.len() - 1]).is_none();
    let open = marked
        || surname && next.first().is_some_and(|glyph| is_han(glyph.c))
        || rest_of_word
        || matches!(end, '，' | '、')
        || is_open_bracket(above)
        || ends_open(above) && !begins_anew(&next)
        || rest_of_name;
    if open {
        return above.len() >= 8;
    }
    if !gap && !is_ruled(above) && goes_on(&next) {
        return above.len() >= 8;
    }
    if gap {
        // Only a clause that was broken in its middle goes on behind an empty line.
        return end == '任' && !ends(above, "主任") && above.len() > 30;
    }
    let full_line = last_width + 6 >= full && last_width >= 32 && above.len() >= 14;
    // Two blanks at the head of a line begin a paragraph, where the line above it was not full.
    if (3..8).contains(&indent) && !full_line {
        return false;
    }
    // A line longer than any page is wide was broken by no layout.
    let met = any(&next, 0, words!["会议", "会上", "大会"]).is_some()
        && words!["次", "常务", "常委", "办公", "党组", "全体", "扩大", "联席", "代表", "党委", "全委"]
            .end(above)
            .is_none();
    // …副大队长呼 / 延平担任: a full line that is no end of anything is not followed by a clause of its own.
    let broken = full_line && has_sentence(above) && !is_whole(above) && !begins_with_verb(&next);
    if begins_clause(&next) && !broken || met || is_row(run) || is_row(above) || last_width > WIDEST {
        return false;
    }
    // …县人民检察院检察长 on a short line ends its clause, though no mark says so.
    let short = last_width.saturating_add(8) < full && ends_clause(above);
    if !short && has_sentence(above) && above.len() >= 14 && !begins_anew(&next) {
        return true;
    }
    // 上述人员… begins anew, however full the line before it is.
    let closing = any(&next, 0, words!["以上", "上述", "特此", "此令", "抄送", "附件"]).is_some()
        || is_issuer(&next) && ends_clause(above);
    full_line && !closing && !begins_anew(&next) && indent <= last.indent.max(4) && has_sentence(above)
}

/// Whether the line begins with what only a broken clause has there: 为县人民法院审判员, 任书记, 五名同志任….
fn goes_on(run: &[Glyph]) -> bool {
    let counted =
        crate::date::number_at(run, 0).is_some_and(|(_, next)| any(run, next, words!["名同志", "位同志"]).is_some());
    let Some((_, from)) = any(run, 0, words!["担任", "为", "任"]) else {
        return counted || any(run, 0, words!["等同志", "同志任", "同志为", "同志担任", "同志不再"]).is_some();
    };
    let end = (from..run.len()).find(|at| matches!(run[*at].c, '，' | '；' | '。' | '、' | '（')).unwrap_or(run.len());
    let post = &run[from..end];
    (is_whole_post(post) || is_bare_title(post)) && !post.iter().any(|glyph| glyph.c == '为')
}

/// Whether the line ends in a post, its bracket or 职务.
pub(crate) fn ends_clause(run: &[Glyph]) -> bool {
    let bare = crate::marks::bracket_before_end(run).map_or(run, |(_, open)| &run[..open]);
    words!["职务", "职级"].end(bare).is_some() || crate::lexicon::titles::heads().end(bare)
}

/// Whether the line breaks off behind a word that wants another: 免去, 任命, 为, 的.
fn ends_open(run: &[Glyph]) -> bool {
    let wants = [
        "任命", "免去", "聘任", "解聘", "决定", "任", "为", "由", "从", "自", "的", "和", "及", "兼", "免", "其",
        "接替", "提名", "推荐", "增补", "补选",
    ];
    // 成员：房一民、徐有为 ends with a name, not with the word that it ends in.
    let listing = (ends(run, "为") || ends(run, "任")) && PROSE.find(run).is_none() && is_label_line(run);
    let wanting =
        wants.iter().any(|word| ends(run, word)) && !listing && words!["主任", "专任", "责任"].end(run).is_none();
    // …；聘任戴 / 安兴同志: a verb and the beginning of a name end no clause.
    let stump = run.len() >= 16
        && ((1..=3).any(|length| {
            let (before, name) = run.split_at(run.len() - length);
            let verb = words!["任命", "免去", "聘任", "解聘", "补选", "选举", "委派", "提名"].end(before).is_some();
            verb && name.iter().all(|glyph| is_han(glyph.c))
        }) || words!["，", "；", "、", "。"].end(&run[..run.len() - 1]).is_some());
    // …第一次会议于2010年2月12日 / 选举：
    let dated = ends(run, "日") && PROSE.find(run).is_some() && !is_date_line(&tight(run));
    let stump = stump || dated;
    wanting || stump
}

/// Whether the line begins with a title or a unit and a colon: 区文化馆馆长：.
pub(crate) fn is_label_line(run: &[Glyph]) -> bool {
    let Some(colon) = run.iter().take(44).position(|glyph| glyph.c == '：') else { return false };
    let label = tight(&run[after_numbering(run, 0).min(colon)..colon]);
    is_bare_title(&label) || is_whole_post(&label) || crate::unit_lines::led(run).is_some()
}

/// Whether the line begins with a clause: a verb that is never but operative, or persons.
pub(crate) fn begins_clause(run: &[Glyph]) -> bool {
    begins_with_verb(run) || begins_with_persons(run)
}

/// Whether the line ends what it says: a post, a length of time, what becomes of somebody.
pub(crate) fn is_whole(run: &[Glyph]) -> bool {
    let ended = words![
        "人选",
        "候选人",
        "待遇",
        "任用",
        "退休",
        "退职",
        "辞职",
        "年",
        "月",
        "日",
        "工作",
        "处分",
        "资格",
        "手续",
        "单位",
        "决定",
        "同意",
        "）",
        "》",
        "”",
        "其他",
        "公职",
        "领导",
        "离岗",
        "要求",
        "请求",
    ];
    ends_clause(run) || ended.end(run).is_some()
}

fn begins_with_verb(run: &[Glyph]) -> bool {
    let strong = |list| verbs::at(list, run, 0).is_some_and(|(verb, _)| verb.strong);
    strong(&verbs::LEADING) || strong(&verbs::STRIPPING)
}

fn begins_with_persons(run: &[Glyph]) -> bool {
    persons_at(run, 0).is_some_and(|(persons, end)| {
        let told = verbs::at(&verbs::HOLDING, run, end).is_some() || any(run, end, words!["为", "的", "，"]).is_some();
        let named = find(&run[..end], 0, "同志").is_some();
        end < run.len() && (told || named) && persons.iter().all(|who| who.sure)
    })
}

/// Whether the line begins something of its own: a clause, a signature, a formula of closing.
pub(crate) fn begins_anew(run: &[Glyph]) -> bool {
    let closing = words![
        "特此",
        "此令",
        "此复",
        "附",
        "抄送",
        "主题词",
        "以上",
        "上述",
        "（",
        "请",
        "主送",
        "印发",
        "来源",
        "任期",
        "任职时间",
        "挂职时间",
        "挂职期",
        "聘任期",
        "聘用期",
        "聘任时间",
        "驻村时间",
        "服务期",
        "现予",
        "试用期",
        "聘期",
    ];
    let signed = run.len() <= 10 && is_officer(run) && !run.iter().any(|glyph| matches!(glyph.c, '，' | '；' | '。'));
    any(run, 0, closing).is_some() || is_issuer(run) || signed || name_alone(run).is_some()
}

/// — 2 —: the number of a page, which the layout put between two lines.
fn is_page_number(run: &[Glyph]) -> bool {
    // Nearly no line begins with a dash: the others are not looked at.
    if run.first().is_none_or(|first| first.c != '-') {
        return false;
    }
    let inner: Vec<char> = run.iter().map(|glyph| glyph.c).filter(|c| !is_blank(*c)).collect();
    let dashed = inner.len() >= 3 && inner.first() == Some(&'-') && inner.last() == Some(&'-');
    dashed && inner.len() <= 7 && inner.iter().all(|c| c.is_ascii_digit() || *c == '-')
}

fn is_open_bracket(run: &[Glyph]) -> bool {
    let mut depth = 0;
    for glyph in run.iter().rev().take(30) {
        match glyph.c {
            '）' => depth += 1,
            '（' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return true;
        }
    }
    false
}

/// Whether the line is part of running text: it has a comma outside brackets, 同志, a word of deciding, or a clause.
pub(crate) fn has_sentence(run: &[Glyph]) -> bool {
    // 央视网消息（新闻联播）：… at the head of a report.
    let led = || {
        let strong = |list| verbs::at(list, run, after_numbering(run, 0)).is_some_and(|(verb, _)| verb.strong);
        strong(&verbs::LEADING) || strong(&verbs::STRIPPING)
    };
    if PROSE.find(run).is_some() || dateline(run) > 0 || led() {
        return true;
    }
    let mut depth = 0;
    let comma = run.iter().any(|glyph| {
        depth += i32::from(glyph.c == '（') - i32::from(glyph.c == '）');
        depth <= 0 && matches!(glyph.c, '，' | '。' | '；')
    });
    comma || {
        // The blanks of 车　驰任… are no columns.
        let run = tight(run);
        let verb = |at: usize| {
            run[at].c == '任'
                && at >= 2
                && (run[at - 1].c == '）'
                    || [2, 3, 4].iter().any(|length| at >= *length && is_name(&run[at - length..at])))
        };
        (0..run.len()).any(verb)
            || persons_at(&run, after_numbering(&run, 0)).is_some_and(|(persons, end)| {
                persons.iter().all(|who| who.sure) && any(&run, end, words!["为", "的"]).is_some()
            })
    }
}

/// Words that only running text has.
static PROSE: Words = Words::of(&[
    "接受", "辞去", "同志", "任命", "免去", "聘任", "解聘", "不再", "担任", "决定", "研究", "会议", "根据", "现将",
    "委派", "选派", "推荐", "提名", "兼任", "选举", "当选", "挂职",
]);

/// Gaps that only a table or a list has: a tab, a bar, a wide gap, or several of them.
pub(crate) fn is_ruled(run: &[Glyph]) -> bool {
    let (mut width, mut gaps) = (0, 0);
    // Asked once for the whole run, however many gaps it has.
    let sentence = LazyCell::new(|| has_sentence(run));
    for glyph in close_names(run).iter() {
        if matches!(glyph.c, '\t' | '|') {
            return true;
        }
        if is_blank(glyph.c) {
            width += if glyph.printed == '\u{3000}' { 2 } else { 1 };
        } else {
            gaps += usize::from(width >= 2);
            // Blanks inside the names of a sentence are no columns.
            if width >= 4 || gaps >= 2 && !*sentence {
                return true;
            }
            width = 0;
        }
    }
    false
}

/// Wide blanks or tabs between words: columns.
pub(crate) fn has_columns(run: &[Glyph]) -> bool {
    let mut width = 0;
    for glyph in close_names(run).iter() {
        if matches!(glyph.c, '\t' | '|') {
            return true;
        }
        if is_blank(glyph.c) {
            width += if glyph.printed == '\u{3000}' { 2 } else { 1 };
            if width >= 2 {
                return true;
            }
        } else {
            width = 0;
        }
    }
    false
}
