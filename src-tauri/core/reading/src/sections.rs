//! Where in a file each paper begins and ends. A title line begins one; what stands before it (number, issuer, index
//! of a web page) goes with it, the signature before that belongs to the paper above.

use std::ops::Range;

use crate::frame_lines::{
    is_date_line, is_index_line, is_issuer, is_number_line, is_number_tail, is_ornament, number_at,
};
use crate::layout::{Glyph, Line, any, ends, find, glyphs, has, is_blank, plain, tight};
use crate::lexicon::words;
use crate::work::Work;

/// A stretch of lines that is one paper or none.
#[derive(Debug, Clone)]
pub(crate) struct Section {
    /// All its lines.
    pub lines: Range<usize>,
    /// The lines of its title.
    pub title: Option<Range<usize>>,
}

/// What the title of a paper ends with.
const KINDS: [&str; 18] = [
    "议案", "通知", "决定", "批复", "命令", "公告", "通报", "意见", "函", "决议", "通告", "公示", "请示", "报告",
    "名单", "令", "纪要", "方案",
];

/// Cuts the lines of a file at the titles.
/// `None` where the work was called off.
pub(crate) fn sections(text: &str, lines: &[Line], work: &Work) -> Option<Vec<Section>> {
    let mut titles: Vec<Range<usize>> = Vec::new();
    let mut line = 0;
    while line < lines.len() {
        work.still()?;
        match title_at(text, lines, line) {
            Some(end) => {
                titles.push(line..end);
                line = end;
            }
            None => line += 1,
        }
    }
    let mut sections: Vec<Section> = Vec::new();
    let mut start = 0;
    for title in titles {
        let head = head_start(text, lines, title.start, start);
        if head > start || !sections.is_empty() {
            match sections.last_mut() {
                Some(last) => last.lines.end = head,
                None if head > 0 => sections.push(Section { lines: 0..head, title: None }),
                None => {}
            }
        }
        start = title.end;
        sections.push(Section { lines: head..lines.len(), title: Some(title) });
    }
    if sections.is_empty() {
        sections.push(Section { lines: 0..lines.len(), title: None });
    }
    Some(sections)
}

/// Longest line that is still looked at as part of a title, in bytes.
const TITLE_BYTES: usize = 240;

fn short<'t>(text: &'t str, line: &Line) -> Option<&'t str> {
    let source = text.get(line.bytes.clone())?.trim();
    (!source.is_empty() && source.len() <= TITLE_BYTES).then_some(source)
}

/// The end of the title that begins on this line, where one does.
fn title_at(text: &str, lines: &[Line], at: usize) -> Option<usize> {
    let first = short(text, &lines[at])?;
    let filled = |line: &&Line| text.get(line.bytes.clone()).is_some_and(|line| !line.trim().is_empty());
    let next = lines.iter().skip(at + 1).take(2).find(filled).and_then(|line| short(text, line)).unwrap_or_default();
    let likely = |line: &str| {
        line.contains("关于")
            || line.ends_with(['单', '令', '告', '示', '书', '知', '定', '果', '件', '报', '免', '项', '员', '）', ')'])
    };
    if !likely(first) && !likely(next) {
        return None;
    }
    let mut begins = first.trim_start_matches(['*', '#', ' ']).starts_with("关于");
    let inside = !begins && first.contains("关于");
    let head = glyphs(text, &lines[at]);
    let head = tight(&head);
    if is_index_line(&head) {
        return None;
    }
    if !begins && !inside {
        // The issuer may stand on a line of its own: … / 关于….
        let next = lines.get(at + 1).and_then(|line| short(text, line));
        let issuer_above = next.is_some_and(|next| next.trim_start_matches(['*', '#']).starts_with("关于"))
            && is_issuer(&head)
            && !ends(&head, "文件");
        if !issuer_above {
            return list_title(text, lines, at, &head);
        }
        begins = true;
    }
    if inside {
        let about = find(&head, 0, "关于")?;
        // 会议表决通过了常委会关于…的报告 tells of a paper and is none.
        let told = words!["通过", "审议", "听取", "表决", "讨论", "宣读", "传达", "收到", "根据", "按照", "印发"];
        if !is_issuer(&head[..about]) || told.within(&head[..about]) {
            return None;
        }
        begins = true;
    }
    if !begins || has_sentence_mark(&head) {
        return None;
    }
    // Up to four lines, until one ends as a title does.
    let mut joined: Vec<Glyph> = Vec::new();
    for (end, line) in lines.iter().enumerate().skip(at).take(5) {
        short(text, line)?;
        let part = glyphs(text, line);
        let part = tight(&part);
        if has_sentence_mark(&part) {
            return None;
        }
        joined.extend_from_slice(&part);
        let complete = KINDS.iter().any(|kind| ends(&joined, kind)) || ends_with_noted_kind(&joined);
        if complete && find(&joined, 0, "关于").is_some() {
            return Some(end + 1);
        }
        if joined.len() > 120 {
            return None;
        }
    }
    None
}

/// …的通知（试行）
fn ends_with_noted_kind(run: &[Glyph]) -> bool {
    crate::marks::bracket_before_end(run).is_some_and(|(_, open)| KINDS.iter().any(|kind| ends(&run[..open], kind)))
}

pub(crate) fn has_sentence_mark(run: &[Glyph]) -> bool {
    run.iter().any(|glyph| matches!(glyph.c, '。' | '；' | '：' | '|'))
        || run.iter().filter(|glyph| glyph.c == '，').count() > 1
}

/// A title without 关于: …任免名单, …公告, …令. It counts where it stands at the head of a file or behind a signature.
fn list_title(text: &str, lines: &[Line], at: usize, head: &[Glyph]) -> Option<usize> {
    // An empty line may part the issuer from the kind of paper.
    let empty =
        lines.get(at + 1).is_some_and(|line| text.get(line.bytes.clone()).is_some_and(|line| line.trim().is_empty()));
    let below = at + 1 + usize::from(empty);
    let next = || {
        lines.get(below).and_then(|line| short(text, line)).map(|_| tight(&glyphs(text, &lines[below])).into_owned())
    };
    let named = |run: &[Glyph]| {
        words![
            "名单",
            "任免名单",
            "任命名单",
            "免职名单",
            "任职名单",
            "决定任命名单",
            "辞职名单",
            "主席令",
            "政府令",
            "国务院令",
            "部令",
            "委令",
            "局令",
            "厅令",
            "署令",
            "院令",
            "公告",
            "公示",
            "任命书",
            "命令",
            "任免通知",
            "任职通知",
            "任命通知",
            "免职通知",
            "聘任通知",
            "任免决定",
            "任命决定",
            "聘任决定",
            "免职决定",
            "任免令",
            "任命令",
            "人事令",
            "任职令",
            "调令",
            "委任令",
            "委任状",
            "委任书",
            "聘任书",
            "聘书",
            "聘用书",
            "通知书",
            "任职决定",
            "任命文件",
            "任免职名单",
            "聘任名单",
            "当选名单",
            "选举结果",
            "选举结果报告",
            "选举结果的报告",
            "选举结果通报",
            "选举结果的通报",
            "任免国家工作人员",
            "任免工作人员",
            "任免人员",
            "换届情况通报",
            "换届结果通报",
            "任免通报",
            "任职通报",
            "任命通报",
            "人事任免",
            "干部任免",
            "任免事项",
        ].end(run).is_some()
            && run.len() <= 60
            && !has_sentence_mark(run)
            && !run.iter().any(|glyph| glyph.c == '，')
            && any(run, 0, words!["经", "现将", "根据", "按照"]).is_none()
            // …近日发布一批人事任免 is the headline of a report.
            && !words!["近日", "日前", "发布", "一批"].within(run)
    };
    let (run, end) = if named(head) {
        (head.to_vec(), at + 1)
    } else {
        if !is_issuer(head) || has_sentence_mark(head) {
            return None;
        }
        let second = next()?;
        let mut both = head.to_vec();
        both.extend(second.iter());
        if !named(&both) {
            return None;
        }
        (both, below + 1)
    };
    let attached = (at.saturating_sub(2)..at).any(|above| {
        short(text, &lines[above]).is_some_and(|line| {
            let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
            line == "附" || line.starts_with("附件") || line.starts_with("附：") || line.starts_with("附表")
        })
    });
    let issued = is_issuer_prefix(&run);
    let above = (0..at).rev().map(|above| &lines[above]).find_map(|line| short(text, line));
    let opens = above.is_none_or(|line| {
        let run = glyphs_of(line);
        let run = tight(&run);
        // ＊　　＊　　＊ leaves nothing.
        run.is_empty()
            || is_date_line(&run)
            || is_number_line(&run)
            || ends(&run, "文件")
            || is_issuer(&run)
            || is_index_line(&run)
            || is_ornament(&run)
            || names(&glyphs_of(line))
            || ends(&run, "期")
            || ends(&run, "公报")
            || ends(&run, "。")
            || ends(&run, "：")
    });
    (!attached && (issued || above.is_none()) && opens).then_some(end)
}

/// Names, behind a label (副书记：) or alone: what a list above ends with.
fn names(run: &[Glyph]) -> bool {
    let from = run.iter().position(|glyph| glyph.c == '：').map_or(0, |colon| colon + 1);
    crate::list::people(&run[from..]).is_some_and(|people| people.iter().any(|who| who.sure))
}

fn glyphs_of(line: &str) -> Vec<Glyph> {
    let all = crate::layout::lines(line);
    all.first().map(|only| glyphs(line, only)).unwrap_or_default()
}

fn is_issuer_prefix(run: &[Glyph]) -> bool {
    let listed = run.iter().position(|glyph| glyph.c == '、').unwrap_or(run.len());
    (4..run.len()).any(|end| {
        end <= listed
            && crate::post::is_unit(&run[..end])
            && any(
                run,
                end,
                words![
                    "决定",
                    "关于",
                    "人事",
                    "选举",
                    "聘",
                    "干部",
                    "职务",
                    "当选",
                    "新",
                    "决定任命",
                    "任",
                    "免",
                    "决定",
                    "公",
                    "令",
                    "第",
                    "命令",
                    "人民陪审员",
                    "秘书长",
                    "换届",
                    "副秘书长",
                    "书记",
                    "主席",
                    "主任",
                    "会长",
                    "委员",
                    "常务委员",
                    "接受",
                    "主席令",
                ],
            )
            .is_some()
    }) || has(run, 0, "中华人民共和国主席令")
}

/// Where the head of the paper begins whose title stands at `title`: number, issuer and index lines above it.
fn head_start(text: &str, lines: &[Line], title: usize, least: usize) -> usize {
    let mut start = title;
    let mut taken = 0;
    // A line of the index that the page broke in two, and the buttons beside it, stand between lines of the index.
    let mut strange = false;
    for line in (least..title).rev() {
        let run = glyphs(text, &lines[line]);
        if run.iter().all(|glyph| is_blank(glyph.c)) {
            continue;
        }
        let run = tight(&run);
        if strange && !is_index_line(&run) {
            break;
        }
        let head = is_number_line(&run)
            || number_at(&run).is_some_and(|range| is_number_tail(&run[range.end..]) && range.end < 40)
            || ends(&run, "文件")
            || is_index_line(&run)
            || (is_issuer(&run) && !ends(&run, "会议"))
            || is_ornament(&run)
            || has(&run, 0, "签发人")
            || (run.len() < 24 && plain(&run).starts_with("MLDR"));
        if taken >= 12 {
            break;
        }
        strange = !head;
        if strange && run.len() > 12 {
            break;
        }
        if head {
            start = line;
        }
        taken += 1;
    }
    start
}
