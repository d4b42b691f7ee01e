//! What no clause read: a finding where it decides something.

use super::Footing;
use crate::layout::{Glyph, any, find, has};
use crate::lexicon::verbs::{self};
use crate::lexicon::{Words, words};
use crate::name::{Who, persons_at};
use crate::sheet::Sheet;

/// Words around a verb that show that the stretch speaks of rules or procedure and decides nothing about a person.
pub(super) static PROCEDURE: Words = Words::of(&[
    "任免手续",
    "免职手续",
    "自然免除",
    "自行免除",
    "自然免去",
    "同时免除",
    "自然解聘",
    "按规定",
    "按程序",
    "有关规定",
    "《",
    "请按",
    "需履行",
    "不再另行",
    "任免的",
    "予以正式任",
    "予以转正",
    "办理",
]);

/// A stretch that no clause read: a finding where it holds a verb of appointment or dismissal.
pub(super) fn account(segment: &[Glyph], sheet: &mut Sheet, footing: Footing) {
    if footing == Footing::Report {
        return;
    }
    // 根据总经理提名, 经县长提请: who put forward what follows.
    let proposed = any(segment, 0, words!["根据", "经", "依", "按"]).is_some()
        && words!["提名", "提请", "推荐", "建议"].end(segment).is_some();
    // 《关于…选举结果的报告》收悉
    if words!["收悉", "已悉", "收到"].end(segment).is_some() {
        return;
    }
    if proposed && segment.len() < 30 && persons_in(segment).is_none() {
        return;
    }
    if ends_held(segment) {
        sheet.ends_held = true;
        if sheet.gone || !sheet.held.is_empty() {
            return;
        }
    }
    let bare_dismissal =
        any(segment, 0, words!["并免", "同时免", "免"]).filter(|(_, next)| segment.len() > *next + 2).map(|_| "免");
    let in_charge = ["主持", "负责", "代行", "牵头"]
        .iter()
        .find(|word| find(segment, 2, word).is_some() && find(segment, 2, "工作").is_some());
    let in_charge = in_charge.copied().filter(|_| persons_in(segment).is_some());
    let held = verbs::ACCOUNTED.find(segment).or(bare_dismissal).or(in_charge);
    if let Some(verb) = held {
        // 不再担任县水利局局长… decides, whatever else its sentence says.
        let opens = any(segment, 0, words!["不再担任", "不再兼任", "免去", "解聘"]).is_some_and(|(_, from)| {
            (from + 2..segment.len()).any(|to| crate::post::is_whole_post(&segment[from..to]))
        });
        if PROCEDURE.find(segment).is_some() && persons_in(segment).is_none() && !opens {
            return;
        }
        sheet.unaccounted(segment, verb);
        return;
    }
    // 甲同志为…: a person and a post that no clause tied together.
    if let Some((persons, end)) = persons_at(segment, 0)
        && persons.iter().all(|who| who.sure)
        && let Some((_, from)) = any(segment, end, words!["为", "任", "的"])
        && (crate::post::is_post(strip_tail(&segment[from..]))
            || (from + 3..segment.len().min(from + 40)).any(|to| crate::post::is_whole_post(&segment[from..to])))
    {
        sheet.not_understood(segment);
        return;
    }
    // 甲任…: a name before the bare verb.
    let bare = (2..segment.len()).any(|at| {
        has(segment, at, "任")
            && any(segment, at, words!["任务", "任职", "任期", "任何", "任免"]).is_none()
            && (2..=4).any(|length| at >= length && crate::name::is_name(&segment[at - length..at]))
            && crate::post::is_post(&segment[at + 1..])
    });
    // 兼善同志任县水利局局长: somebody of a name of no known shape takes a whole post.
    let strange = (2..segment.len().min(9)).any(|at| {
        segment[at].c == '任' && segment[at - 1].c != '主' && crate::post::is_whole_post(strip_tail(&segment[at + 1..]))
    });
    if bare || strange {
        sheet.not_understood(segment);
    }
}

pub(super) fn strip_tail(run: &[Glyph]) -> &[Glyph] {
    words!["职务", "职级"].end(run).map_or(run, |_| &run[..run.len() - 2])
}

pub(super) fn persons_in(segment: &[Glyph]) -> Option<(Vec<Who>, usize)> {
    let at = find(segment, 0, "同志")?;
    (2..=4).find_map(|length| persons_at(segment, at.checked_sub(length)?))
}

/// 原任职务同时免去, 原聘任职务自行解聘: what those of the list held until now ends.
fn ends_held(segment: &[Glyph]) -> bool {
    let Some(at) = words_of_former(segment) else { return false };
    persons_in(segment).is_none()
        && segment.len() < at + 24
        && words!["免去", "免除", "解聘", "免职", "终止", "解除", "不再担任"].within(&segment[at..])
}

fn words_of_former(segment: &[Glyph]) -> Option<usize> {
    [
        "原任职务",
        "原职务",
        "原聘任职务",
        "原有职务",
        "原任的职务",
        "原聘职务",
        "原任职",
        "原岗位职务",
        "原担任职务",
        "原担任的职务",
    ]
    .iter()
    .find_map(|word| find(segment, 0, word))
}
