//! The signature under a paper: the body, the day below it, and those who sign for the body.

use std::borrow::Cow;

use renmian_domain::PartialDate;

use crate::date::find_date;
use crate::frame_lines::is_issuer;
use crate::layout::{Glyph, any, ends, find, has, printed, tight};
use crate::lexicon::{Words, words};
use crate::marks::bracket_before_end;
use crate::paragraph::Paragraph;

/// A signature as printed, its blanks taken out, but for those between two bodies that sign together.
pub(super) fn signing(line: &[Glyph]) -> String {
    let bodies: Vec<&[Glyph]> =
        line.split(|glyph| crate::layout::is_blank(glyph.c)).filter(|piece| !piece.is_empty()).collect();
    if bodies.len() > 1 && bodies.iter().all(|body| body.len() > 3 && is_issuer(body)) {
        return bodies.into_iter().map(printed).collect::<Vec<_>>().join(" ");
    }
    printed(line)
}

/// The signature: a body and the day under it, the last such pair of the paper that is no note of printing.
pub(super) fn signature(all: &[Paragraph], runs: &[Cow<[Glyph]>]) -> Option<(Option<String>, PartialDate)> {
    let mut last = None;
    for (place, run) in runs.iter().enumerate() {
        let Some((day, at, next)) = find_date(run, 0) else { continue };
        if has(run, 0, "（") || words!["印发", "抄送", "日期"].within(run) {
            continue;
        }
        if next != run.len() && !has(run, next, "（此件") && !crate::frame_lines::is_place_of_issue(&run[next..]) {
            continue;
        }
        // 总经理：甲 may stand between the body and its day.
        let signers = (0..place).rev().take(2).take_while(|above| is_officer(&runs[*above]) && runs[*above].len() < 20);
        let place = place - signers.count();
        let above = || place.checked_sub(1).and_then(|above| runs.get(above)).map(|run| without_stamp(run));
        if at == 0 {
            let issuer = above()
                .filter(|run| is_issuer(run) && !is_officer(run))
                .map(|_| signing(without_stamp(&all[place - 1].run)));
            // 某乡第十九届人民代表大会 / 第一次会议主席团: a session has its body on the line above.
            let issuer = issuer.map(|signed| match place.checked_sub(2).map(|line| without_stamp(&runs[line])) {
                Some(body) if is_session(&signed) && is_issuer(body) => printed(body) + &signed,
                _ => signed,
            });
            let sovereign = above()
                .and_then(|run| find(run, 0, "主席").map(|at| printed(&run[..at + 2])))
                .filter(|_| above().is_some_and(|run| run.len() < 20 && !ends(run, "主席团")));
            // 2014年1月29日 / 某市人民政府: the issuer below its day.
            let below =
                || runs.get(place + 1).map(|run| without_stamp(run)).filter(|run| is_issuer(run) && !is_officer(run));
            last = Some((issuer.or(sovereign).or_else(|| below().map(printed)), day));
        } else if is_issuer(without_stamp(&run[..at])) && run.len() < 60 {
            last = Some((Some(printed(without_stamp(&run[..at]))), day));
        }
    }
    last
}

/// 第一次会议主席团: of a body that stands before it.
fn is_session(signed: &str) -> bool {
    signed.starts_with('第') && ["次会议", "次全体会议", "次代表大会"].iter().any(|word| signed.contains(word))
}

/// Offices of those who sign.
static OFFICES: Words = Words::of(&[
    "局长",
    "县长",
    "市长",
    "院长",
    "校长",
    "主任",
    "董事长",
    "部长",
    "厅长",
    "检察长",
    "区长",
    "镇长",
    "乡长",
    "书记",
    "总经理",
    "主席",
    "签发人",
    "州长",
    "省长",
    "厂长",
    "矿长",
    "场长",
    "社长",
    "所长",
    "站长",
    "馆长",
    "台长",
    "行长",
    "经理",
    "总裁",
    "政委",
    "政治委员",
    "会长",
    "理事长",
    "园长",
    "总干事",
]);

/// Whether the run begins with the office of one who signs: 局长　张三.
pub(crate) fn is_officer(run: &[Glyph]) -> bool {
    OFFICES.at(run, 0).is_some()
}

/// Whether one who signs stands here: 局长：甲, 某市公安局局长　甲, one or more of them right above the day.
pub(crate) fn is_signature<'r>(line: impl Fn(usize) -> Option<&'r [Glyph]>, place: usize) -> bool {
    let signers = (place..place + 3).take_while(|at| line(*at).is_some_and(|run| is_signer(&tight(run)))).count();
    signers > 0 && line(place + signers).is_some_and(|run| crate::frame_lines::is_date_line(&tight(run)))
}

/// An office, its body before it or not, and a name or nothing behind it.
fn is_signer(run: &[Glyph]) -> bool {
    let run = without_stamp(run);
    let plain = run.len() <= 28 && !run.iter().any(|glyph| matches!(glyph.c, '，' | '。' | '；' | '、'));
    let name = |from: usize| {
        let from = any(run, from, words!["："]).map_or(from, |(_, next)| next);
        let rest = &run[from..];
        rest.is_empty() && ends(run, "：") || (2..=4).contains(&rest.len()) && crate::name::shape(rest) > 0
    };
    plain
        && (0..run.len()).any(|at| {
            let office = OFFICES.at(run, at);
            office.is_some_and(|(_, next)| name(next) && (at == 0 || at > 2 && crate::post::is_unit(&run[..at])))
        })
}

pub(super) fn without_stamp(run: &[Glyph]) -> &[Glyph] {
    match bracket_before_end(run) {
        Some((_, open)) if open > 0 => &run[..open],
        _ => run,
    }
}
