//! Lines of the frame of a paper, each by itself: who issues it, its number, its day, the index of a web page.

use std::ops::Range;

use crate::layout::{Glyph, any, ends, has};
use crate::lexicon::words;
use crate::sections::has_sentence_mark;

/// Whether the run names a body that can issue a paper.
pub(crate) fn is_issuer(run: &[Glyph]) -> bool {
    let length = run.len();
    if !(3..=60).contains(&length)
        || has_sentence_mark(run)
        || run.iter().any(|glyph| matches!(glyph.c, '，' | '、' | '《'))
        || begins_with_title(run)
        // 县水利局局长　王建国 ends as a country does.
        || crate::own_posts::name_behind_post(run).is_some()
    {
        return false;
    }
    crate::post::is_unit(run)
        || words!["会议", "主席团", "委", "书记处", "政府"].end(run).is_some()
        || ends(run, "文件")
}

/// 副秘书长　方言　温知行 ends as a bank does, and is a row of names.
fn begins_with_title(run: &[Glyph]) -> bool {
    let titles = words![
        "副会长",
        "会长",
        "副秘书长",
        "秘书长",
        "副理事长",
        "理事长",
        "常务理事",
        "监事长",
        "副主任",
        "副书记",
        "副主席",
        "副院长",
        "副校长",
        "副局长",
        "副处长",
        "副科长",
    ];
    titles.at(run, 0).is_some_and(|(_, next)| {
        run.get(next).is_some_and(|glyph| !matches!(glyph.c, '办' | '会' | '处' | '团' | '室' | '助' | '单'))
    })
}

/// Whether the run is nothing but a date, with the signature before it or not.
pub(crate) fn is_date_line(run: &[Glyph]) -> bool {
    let Some((_, at, next)) = crate::date::find_date(run, 0) else { return false };
    let rest =
        next == run.len() || any(run, next, words!["印发", "（此件"]).is_some() || is_place_of_issue(&run[next..]);
    rest && (at == 0 || is_issuer(&run[..at]))
}

/// 于北京 behind the day.
pub(crate) fn is_place_of_issue(run: &[Glyph]) -> bool {
    has(run, 0, "于") && (3..=5).contains(&run.len()) && run.iter().all(|glyph| crate::layout::is_han(glyph.c))
}

/// Whether the run is a document number that stands alone.
pub(crate) fn is_number_line(run: &[Glyph]) -> bool {
    number_at(run).is_some_and(|range| range.start == 0 && is_number_tail(&run[range.end..]))
}

/// What may stand behind a number on its line: nothing, a star or a rule, who signs.
pub(crate) fn is_number_tail(run: &[Glyph]) -> bool {
    has(run, 0, "签发人") && run.len() < 24 || run.is_empty() || is_ornament(run)
}

/// The red line below the head, and its star.
pub(crate) fn is_ornament(run: &[Glyph]) -> bool {
    !run.is_empty() && run.iter().all(|glyph| "-_=~*＊★☆◆■▲━═".contains(glyph.c))
}

/// The document number in a line: 青政人〔2023〕1号.
pub(crate) fn number_at(run: &[Glyph]) -> Option<Range<usize>> {
    for open in 1..run.len() {
        if !matches!(run[open].c, '〔' | '（') {
            continue;
        }
        let digits = run[open + 1..].iter().take_while(|glyph| glyph.c.is_ascii_digit()).count();
        // 双矿干字（85）第37号
        let short = digits == 2 && run[open - 1].c == '字' && matches!(run[open + 1].c, '5'..='9');
        if !(digits == 4 || short) {
            continue;
        }
        let Some(close) = run.get(open + 1 + digits) else { continue };
        if !matches!(close.c, '〕' | '）') {
            continue;
        }
        let serial = open + 2 + digits;
        let serial = any(run, serial, words!["第"]).map_or(serial, |(_, next)| next);
        let Some((_, end)) = crate::date::number_at(run, serial) else { continue };
        let end = (end..run.len()).find(|at| !run[*at].c.is_ascii_digit()).unwrap_or(run.len());
        if !has(run, end, "号") {
            continue;
        }
        let from = (0..open)
            .rev()
            .take_while(|at| {
                // 发布人：人事处　　校人字〔2019〕73号: a wide blank parts it from what stands before.
                let joined = run[*at + 1].at <= run[*at].at + 2;
                joined && (crate::layout::is_han(run[*at].c) || run[*at].c.is_ascii_alphanumeric() || run[*at].c == '×')
            })
            .last()?;
        return Some(from..end + 1);
    }
    None
}

/// A line of the index above a paper on a web page.
pub(crate) fn is_index_line(run: &[Glyph]) -> bool {
    words![
        "索引号",
        "发布机构",
        "名称：",
        "文件名称",
        "信息名称",
        "公文名称",
        "文号：",
        "发布日期",
        "发布时间",
        "发文日期",
        "分类：",
        "主题词",
        "信息来源",
        "来源：",
        "成文日期",
        "有效性",
        "浏览次数",
    ]
    .at(run, 0)
    .is_some()
}
