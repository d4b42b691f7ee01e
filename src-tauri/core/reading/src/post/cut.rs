//! Where in a post the unit ends and the title begins: the longest part that names a body, a committee inside it left to
//! the title.

use crate::layout::{Glyph, ends, has};
use crate::lexicon::titles;
use crate::lexicon::units::{self, PLACE_COMMITTEES};
use crate::lexicon::{Words, words};
use crate::marks::bracket_before_end;

/// A post cut in two.
pub(super) struct Cut {
    pub unit: usize,
    pub sure: bool,
    pub committee: Option<(usize, usize)>,
    pub rank: bool,
}

/// Cuts a single post, its brackets taken off. `None` where it ends in no title.
pub(super) fn cut(run: &[Glyph]) -> Option<Cut> {
    let rank = rank(run);
    // Most runs end in no title: that is seen sooner than what they hold.
    if (rank.is_none() && !titles::heads().end(run)) || holds_verb(run) {
        return None;
    }
    if let Some(rank) = rank {
        let unit = run.len() - rank;
        let sure = unit == 0 || units::endings().end(&run[..unit]);
        return Some(Cut { unit, sure, committee: None, rank: true });
    }
    if let Some(unit) = embassy(run) {
        return Some(Cut { unit, sure: true, committee: None, rank: false });
    }
    // The longest head that leaves a body before it, else the longest of all.
    let mut longest = None;
    for head in titles::heads().lengths(run) {
        let cut = extend(run, run.len() - head);
        if cut.sure {
            return Some(cut);
        }
        longest.get_or_insert(cut);
    }
    longest
}

/// Where the embassy ends in 中华人民共和国驻匈牙利特命全权大使: a country's name ends as it likes.
fn embassy(run: &[Glyph]) -> Option<usize> {
    let title = words!["特命全权大使", "临时代办", "大使", "总领事", "常驻代表", "公使"].end(run)?;
    let unit = run.len() - title.chars().count();
    let sent = crate::layout::find(&run[..unit], 0, "驻")?;
    (sent + 2 < unit && unit - sent <= 24).then_some(unit)
}

/// Words that stand in no unit and no title: where one does, the run is no post but a clause that was cut wrongly.
static NO_POST: Words = Words::of(&[
    "同志",
    "任命",
    "免去",
    "不再",
    "担任",
    "按程序",
    "按规定",
    "决定",
    "聘任",
    "兼任",
    "辞去",
    "职务",
    "自然免",
    "，",
    "。",
    "；",
    "：",
]);

fn holds_verb(run: &[Glyph]) -> bool {
    // 职务犯罪预防科 is a division of a procuratorate.
    (0..run.len()).any(|at| NO_POST.at(run, at).is_some() && !has(run, at, "职务犯罪"))
        || (1..run.len().saturating_sub(1)).any(|at| {
            // 任 inside a post is the 任 of 主任, or of a place that begins with it.
            run[at].c == '任'
                && !matches!(
                    run[at - 1].c,
                    '主' | '责' | '委' | '信' | '历' | '县' | '市' | '区' | '省' | '聘' | '前' | '现' | '届'
                )
                && !matches!(run[at + 1].c, '丘' | '县' | '城' | '泽' | '家' | '店' | '务' | '期' | '制' | '免')
                && (at < 2 || run[at - 2].c != '第')
        })
}

/// The length of the rank with which the run ends: 一级主任科员, 四级高级警长.
fn rank(run: &[Glyph]) -> Option<usize> {
    let technical = if ends(run, "级主任") { Some(2) } else { None };
    titles::ranks().lengths(run).chain(technical).find_map(|length| {
        let level = run.len().checked_sub(length + 2)?;
        let leveled = "一二三四五".contains(run[level].c) && run[level + 1].c == '级';
        if !leveled {
            // 正处级调研员: the grade of an office stands before the rank.
            let graded = ["正处级", "副处级", "正科级", "副科级", "正厅级", "副厅级", "正局级", "副局级"];
            let grade = graded.iter().any(|grade| ends(&run[..run.len() - length], grade));
            return (grade && ends(run, "调研员")).then_some(length + 3);
        }
        // 警务技术二级主管: the level stands inside.
        let technical = words!["警务技术", "执法勤务"].end(&run[..level]);
        if ends(run, "级主任") && technical.is_none() {
            return None;
        }
        Some(length + 2 + technical.map_or(0, |word| word.chars().count()))
    })
}

/// Takes modifiers and committees before the head into the title, and says whether a body is left.
fn extend(run: &[Glyph], head: usize) -> Cut {
    let mut start = head;
    let mut committee = None;
    loop {
        let rest = &run[..start];
        // 兼 and blanks between are no part of a unit; a modifier that is itself the end of a body stays with it.
        if let Some(length) = titles::committees().longest(rest).or_else(|| inspectors(rest)).or_else(|| standing(rest))
        {
            let from = start - length;
            if is_place_committee(run, from, start) || is_numbered(&run[..from]) {
                break;
            }
            committee = Some((from, start));
            start = from;
            continue;
        }
        match titles::modifiers().longest(rest) {
            // 重症医学科主任: where a body stands whole before the head, none of it is a modifier.
            Some(length)
                if start > length && units::endings().end(rest) && !units::endings().end(&run[..start - length]) =>
            {
                break;
            }
            Some(length) => start -= length,
            None => break,
        }
    }
    let unit = &run[..start];
    let unit = if ends(unit, "的") { &unit[..unit.len() - 1] } else { unit };
    // 廉政专员: what names no body and is as short as this is a part of the title.
    let kept = units::KEEPERS.end(run).is_some();
    if unit.len() == 2 && !kept && !units::endings().end(unit) {
        return Cut { unit: 0, sure: false, committee: None, rank: false };
    }
    let watched = kept && units::WATCHED.end(unit).is_some();
    if unit.is_empty() || units::endings().end(unit) || closes_bracketed_body(unit) || watched {
        return Cut { unit: start, sure: true, committee, rank: false };
    }
    // A title of several words: the unit ends with the last body before it.
    for end in (2..start).rev() {
        let body = &run[..end];
        if units::endings().longest(body).is_some_and(|length| length >= 2 || start - end <= 4) {
            return Cut { unit: end, sure: false, committee: None, rank: false };
        }
    }
    Cut { unit: start, sure: false, committee, rank: false }
}

/// 纪检组 of a bureau (县税务局纪检组组长); one that is sent to a bureau (驻县税务局纪检组) is a body of its own.
fn inspectors(run: &[Glyph]) -> Option<usize> {
    let length = words!["纪检监察组", "纪检组"].end(run)?.chars().count();
    let of = &run[..run.len() - length];
    let sent = of.is_empty() || of.iter().any(|glyph| matches!(glyph.c, '驻' | '派'));
    (!sent && units::endings().end(of)).then_some(length)
}

/// 常务委员会 of a committee (省总工会第十五届委员会常务委员会); that of a congress is a body of its own.
fn standing(run: &[Glyph]) -> Option<usize> {
    ends(run, "委员会常务委员会").then_some("常务委员会".chars().count())
}

/// 机关第二党支部: a branch with a number is a body of its own.
fn is_numbered(run: &[Glyph]) -> bool {
    let digits =
        run.iter().rev().take_while(|glyph| "一二三四五六七八九十".contains(glyph.c) || glyph.c.is_ascii_digit());
    let digits = digits.count();
    digits > 0 && run.len() > digits && run[run.len() - digits - 1].c == '第'
}

/// 城关镇党委: the committee of a place is a body of its own.
fn is_place_committee(run: &[Glyph], from: usize, to: usize) -> bool {
    let named = PLACE_COMMITTEES.iter().any(|word| ends(&run[..to], word) && word.chars().count() == to - from);
    named
        && !ends(&run[..to], "党组")
        && (units::is_place(&run[..from]) || ends(&run[..from], "中央"))
        && !ends(&run[..from], "总公司")
        // 国家税务总局驻重庆特派员办事处 is a body and no place.
        && words!["特派员办事处", "专员办事处"].end(&run[..from]).is_none()
}

/// 市市场监督管理局（市知识产权局）局长: the bracket is part of the body's name.
fn closes_bracketed_body(unit: &[Glyph]) -> bool {
    bracket_before_end(unit).is_some_and(|(_, open)| units::endings().end(&unit[..open]))
}

/// Whether the run is a post: ends in a title.
pub(crate) fn is_post(run: &[Glyph]) -> bool {
    let mut run = run;
    while let Some((_, open)) = bracket_before_end(run) {
        run = &run[..open];
    }
    cut(run).is_some()
}

/// Whether the run is a title with nothing before it: 组长, 常务副指挥长.
pub(crate) fn is_bare_title(run: &[Glyph]) -> bool {
    cut(run).is_some_and(|cut| cut.unit == 0 && cut.sure)
}

/// Whether the run is a unit and a title, split without a guess.
pub(crate) fn is_whole_post(run: &[Glyph]) -> bool {
    cut(run).is_some_and(|cut| cut.unit > 0 && cut.sure)
}

/// Whether the run is a rank and nothing else: 四级高级法官.
pub(crate) fn is_rank(run: &[Glyph]) -> bool {
    rank(run) == Some(run.len())
}

/// Whether the run ends as a unit does.
pub(crate) fn is_unit(run: &[Glyph]) -> bool {
    // 中层干部, 全部: no department.
    words!["干部", "全部", "一部", "总部署"].end(run).is_none() && units::endings().end(run)
}
