//! The parts of a sentence that only lead to what it decides or close it: formulas say nothing of a person, whatever
//! words of posts stand in them.

use crate::layout::{Glyph, ends, has};
use crate::lexicon::{Words, verbs, words};
use crate::name::{is_name, persons_at};
use crate::prose::segment_end;

/// Words with which a formula begins.
static BEGINS: Words = Words::of(&[
    "根据",
    "依据",
    "按照",
    "依照",
    "遵照",
    "鉴于",
    "因",
    "由于",
    "为",
    "经",
    "现将",
    "现予",
    "现就",
    "特此",
    "此令",
    "此复",
    "此致",
    "请",
    "望",
    "希",
    "附",
    "抄送",
    "抄报",
    "主题词",
    "联系",
    "主送",
    "印发",
    "签发",
    "期间",
    "此前",
    "简历",
    "各",
    "以上",
    "上述",
    "下列",
    "以下",
    "有关",
    "特",
    "来源",
    "另悉",
    "据悉",
    "任期",
    "涉及",
    "不再另行",
    "本网讯",
]);

/// Words that make a formula of the part in which they stand.
static HOLDS: Words = Words::of(&[
    "如下",
    "研究决定",
    "下列",
    "以下",
    "有关规定",
    "有关单位",
    "期间",
    "简历",
    "名单",
    "领导小组成员如有",
]);

/// The parts of a run between formulas, at commas and colons outside brackets.
pub(super) fn parts(run: &[Glyph]) -> impl Iterator<Item = &[Glyph]> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut from = 0;
    while from < run.len() {
        let to = segment_end(run, from);
        if !is_formula(&run[from..to]) {
            match out.last_mut() {
                Some(last) if last.1 + 1 == from => last.1 = to,
                _ => out.push((from, to)),
            }
        }
        from = to + 1;
    }
    out.into_iter().map(|(from, to)| &run[from..to])
}

/// Whether the part is a formula and names nobody.
fn is_formula(part: &[Glyph]) -> bool {
    // （2023年3月29日…第六次会议通过）
    if has(part, 0, "（") && (ends(part, "通过）") || ends(part, "批准）")) {
        return true;
    }
    if words!["收悉", "已悉"].end(part).is_some() {
        return true;
    }
    let formal = BEGINS.at(part, 0).is_some() || HOLDS.find(part).is_some();
    formal && !names_somebody(part)
}

/// A name that a verb or 同志 marks: no mere formula.
fn names_somebody(part: &[Glyph]) -> bool {
    (0..part.len()).any(|at| {
        MARKED.at(part, at).is_some() && (2..=4).any(|length| at >= length && is_name(&part[at - length..at]))
            || verbs::at(&verbs::STRIPPING, part, at)
                .filter(|(verb, _)| verb.strong)
                .or_else(|| verbs::at(&verbs::LEADING, part, at).filter(|(verb, _)| verb.strong))
                .is_some_and(|(_, next)| {
                    persons_at(part, next).is_some_and(|(persons, end)| persons[0].sure && end < part.len())
                })
    })
}

/// Words that mark the name before them.
static MARKED: Words = Words::of(&["同志任", "同志为", "为", "当选"]);
