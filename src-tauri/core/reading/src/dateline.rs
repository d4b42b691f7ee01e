//! What a report has around its text: headlines, the line of the agency, and the day on which it was published. None of
//! it decides anything.

use renmian_domain::PartialDate;

use crate::date::find_date;
use crate::frame_lines::{is_date_line, is_index_line, is_issuer, is_number_line};
use crate::layout::{Glyph, any, find, tight};
use crate::lexicon::words;
use crate::marks::{bracket_at, bracket_before_end};
use crate::paragraph::Paragraph;

/// Longest line of an agency before the text, in glyphs.
const LONGEST: usize = 40;

/// The place behind 新华社北京3月1日电, 央视网消息（新闻联播）：, 本报讯（记者 某某）, or 0.
pub(crate) fn dateline(run: &[Glyph]) -> usize {
    let mut at = 0;
    // 央视网消息（新闻联播）：本台消息：
    while let Some(next) = one(run, at) {
        at = next;
    }
    at
}

fn one(run: &[Glyph], from: usize) -> Option<usize> {
    if let Some(("（本报记者" | "（记者" | "（通讯员", _)) = any(run, from, words!["（本报记者", "（记者", "（通讯员"])
    {
        return bracket_at(run, from).map(|(_, next)| next);
    }
    let agencies = ["社", "报", "网", "台", "央视", "客户端", "消息"];
    let limit = run.len().min(from + LONGEST);
    let stop = (from..limit)
        .take_while(|at| !matches!(run[*at].c, '，' | '。' | '；' | '：' | '《' | '、'))
        .find(|at| any(run, *at, words!["电", "讯", "消息"]).is_some())?;
    let (word, next) = any(run, stop, words!["电", "讯", "消息"])?;
    let ahead = &run[from..stop];
    // 昆明9月29日电: a place and a day are enough.
    let placed = ahead.len() <= 14 && find(ahead, 0, "月").is_some();
    let agency = placed || agencies.iter().any(|agency| find(ahead, 0, agency).is_some());
    // …日电, 本报讯, 江边网讯: what stands right before the word tells that no 电力局 begins there.
    let closes = match word {
        "电" => ahead.last().is_some_and(|glyph| matches!(glyph.c, '日' | '社')),
        _ => ahead.last().is_some_and(|glyph| matches!(glyph.c, '日' | '报' | '网' | '站' | '社' | '台' | '视' | '端')),
    };
    if !(agency && closes) {
        return None;
    }
    let next = bracket_at(run, next).map_or(next, |(_, next)| next);
    Some(any(run, next, words!["：", "，"]).map_or(next, |(_, next)| next))
}

/// How many lines at the head of a report are its headline: short, without a sentence, before text that has sentences.
pub(crate) fn headline(all: &[Paragraph]) -> usize {
    let short = |run: &[Glyph]| {
        let run = tight(run);
        (6..=60).contains(&run.len())
            && !run.iter().any(|glyph| matches!(glyph.c, '。' | '；' | '：'))
            && !matches!(run.last().map(|glyph| glyph.c), Some('，' | '、' | '！'))
            && crate::prose::after_numbering(&run, 0) == 0
            && (published(&run).is_none() || matches!(run.last().map(|glyph| glyph.c), Some('）')))
            && !(is_issuer(&run) || is_date_line(&run) || is_number_line(&run) || is_index_line(&run))
    };
    let lines = all.iter().take(3).take_while(|paragraph| short(&paragraph.run)).count();
    let text = all.get(lines..).unwrap_or_default();
    let tells = |paragraph: &&Paragraph| {
        let run = tight(&paragraph.run);
        let told = run.iter().any(|glyph| matches!(glyph.c, '。' | '：'));
        dateline(&run) > 0 || published(&run).is_some() || run.len() > 30 && told
    };
    if text.iter().take(3).any(|paragraph| tells(&paragraph)) { lines } else { 0 }
}

/// The day in the line that tells when and where a report was published: 2024-01-12 09:16:20　来源：江边新闻网,
/// 江边日报　2024年1月5日　星期五　第04版.
pub(crate) fn published(run: &[Glyph]) -> Option<PartialDate> {
    if run.len() > 70 || run.iter().any(|glyph| matches!(glyph.c, '。' | '，' | '；' | '《')) {
        return None;
    }
    let (day, _, end) = find_date(run, 0).filter(|(day, ..)| day.day_of_month().is_some())?;
    // 国务院任免国家工作人员（2021年6月25日）
    let bracketed = bracket_before_end(run).is_some_and(|(inside, open)| {
        open > 0 && crate::date::date_at(inside, 0).is_some_and(|(_, end)| end == inside.len())
    });
    let timed = run.get(end..end + 5).is_some_and(|time| time.iter().any(|glyph| glyph.c == '：'));
    let words = ["来源", "星期", "版", "发布", "新闻", "日报", "浏览", "字号", "作者", "阅读", "点击", "编辑"];
    let told = words.iter().any(|word| find(run, 0, word).is_some()) && find(run, 0, "印发").is_none();
    (timed || told || bracketed).then_some(day)
}
