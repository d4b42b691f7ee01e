//! The frame of a decision: words that announce one, and words that make of a verb a mention of what was or may be.

use std::sync::LazyLock;

use crate::layout::{Glyph, any, find, tight};
use crate::lexicon::{Endings, Words, words};
use crate::post::Before;
use crate::report;
use crate::sheet::Sheet;

/// Words that announce a decision.
pub(super) static ANNOUNCES: Words = Words::of(&[
    "全会",
    "大会",
    "决定",
    "会议",
    "表决",
    "主席令说",
    "号主席令",
    "任免",
    "会议通过",
    "通过",
    "追认",
    "研究同意",
    "研究，",
    "签署",
    "批准",
    "选举",
    "任命名单",
    "如下决议",
    "宣布",
]);

/// Words before a verb that make it a mention of what was or may be.
pub(super) static MENTIONS: Words = Words::of(&[
    "拟",
    "曾",
    "此前",
    "历任",
    "先后",
    "现任",
    "原任",
    "提请",
    "建议",
    "应当",
    "可以",
    "不得",
    "如需",
    "凡",
    "历经",
    "时任",
    "依照",
    "年任",
    "月任",
    "被任命",
    "简历",
    "拟任",
    "须",
    "需要",
]);

pub(super) fn announces(run: &[Glyph]) -> bool {
    ANNOUNCES.find(run).is_some()
}

/// Words with which an announcement leads to its clauses.
static CLOSES: LazyLock<Endings> = LazyLock::new(|| {
    let words = [
        "决定",
        "批准",
        "同意",
        "表决",
        "宣布",
        "通知",
        "批复",
        "任免国家工作人员",
        "研究",
        "研究同意",
        "任命",
        "免去",
        "选举",
        "说",
        "决议",
    ];
    Endings::new(words)
});

/// Whether the announcement leads straight to its clauses: 中共中央决定：, 会议经表决，.
pub(super) fn closes_frame(segment: &[Glyph]) -> bool {
    CLOSES.end(&tight(&segment[segment.len().saturating_sub(10)..]))
}

/// 会议还, 大会依法: the session itself is the subject of the verb behind it.
pub(super) fn convenes(lead_in: &[Glyph]) -> bool {
    let Some((_, next)) = any(lead_in, 0, words!["会议", "大会", "全会"]) else { return false };
    lead_in.len() <= next + 4 && MENTIONS.find(lead_in).is_none()
}

/// 会议选举产生了…领导机构: what the next sentences tell was decided there.
pub(super) fn elected(segment: &[Glyph]) -> bool {
    words!["选举产生", "进行了选举", "举行了选举", "选举出", "选出了", "选举了", "进行选举", "宣布委任", "宣布任命"]
        .within(segment)
        && MENTIONS.find(segment).is_none()
}

/// 委员长会议建议，…, 决定提请…审议：: what follows is put forward and decided by somebody else.
pub(super) fn plans(segment: &[Glyph]) -> bool {
    let grounds = any(segment, 0, words!["根据", "依据", "按照", "依照", "经"]).is_some();
    !grounds && words!["建议", "提请", "提议", "拟"].within(segment)
}

/// 下列同志试用期满，经考核合格，正式任职：
pub(super) fn confirms(segment: &[Glyph]) -> bool {
    words!["试用期满", "正式任职", "正式任用", "按期转正", "转正定级", "予以转正"].within(segment)
}

/// 根据行政长官的提名，任命…
pub(super) fn proposed(lead_in: &[Glyph]) -> bool {
    words!["根据", "依照", "依据", "提名"].within(lead_in) && MENTIONS.find(lead_in).is_none()
}

/// 韶关钢铁有限公司召开董事会决定…: the posts are that company's.
pub(super) fn convened(lead_in: &[Glyph], sheet: &mut Sheet) {
    if let Some(at) = find(lead_in, 1, "召开")
        && crate::post::is_unit(&lead_in[..at])
    {
        sheet.before = Before::unit(&lead_in[..at]);
    }
    // 中国文联第十次全国代表大会选举…, 民盟某省第九届委员会第一次全体会议选举…: a congress or a committee elects the
    // officers of its own body. A party's congress in a place is no body by itself.
    let from = report::session_of(lead_in, lead_in.len()).map(|body| &lead_in[body]);
    let congress = find(lead_in, 2, "第").map(|at| &lead_in[..at]);
    if let Some(body) = from.filter(|body| words!["委员会", "理事会", "主席团"].end(body).is_some())
        && !words!["常务委员会", "人民"].within(body)
    {
        sheet.before = Before::unit(body);
    } else if let Some(body) = congress
        && crate::post::is_unit(body)
        && !crate::lexicon::units::places().end(body)
        && find(lead_in, body.len(), "代表大会").is_some()
        && find(lead_in, body.len(), "人民").is_none()
    {
        sheet.before = Before::unit(body);
    }
}

/// The body in 任命了…委员会组成人员.
pub(super) fn roster(segment: &[Glyph]) -> Option<Vec<Glyph>> {
    let (at, from) = ["任命了", "选举产生了", "成立了"].iter().find_map(|word| {
        let at = find(segment, 0, word)?;
        Some((at, at + word.chars().count()))
    })?;
    let _ = at;
    let end = ["组成人员", "领导班子", "领导机构", "班子成员"].iter().find_map(|word| find(segment, from, word))?;
    let body = &segment[from..end];
    crate::post::is_unit(body).then(|| body.to_vec())
}

/// The body in 国务院成立事故调查组, as the segment ends with it.
pub(super) fn founded(segment: &[Glyph]) -> Option<Vec<Glyph>> {
    let founds = words!["成立了", "成立", "组建了", "组建", "设立了", "设立", "派出了", "派出"];
    let (_, from) = founds.each(segment, 0).next()?;
    let body = &segment[from..];
    let group = words!["组", "指挥部", "专班", "代表团", "委员会", "工作队"].end(body).is_some();
    (group && (3..=40).contains(&body.len())).then(|| body.to_vec())
}

/// 县委, 青云县人民政府: who decides, and nothing else.
pub(super) fn decides_itself(run: &[Glyph]) -> bool {
    let body = words!["决定", "近日", "日前", "今日", "已", "现", "宣布"].end(run);
    let body = body.map_or(run, |word| &run[..run.len() - word.chars().count()]);
    (2..=24).contains(&body.len())
        && (crate::post::is_unit(body)
            || words!["省委", "市委", "县委", "区委", "党委", "党组", "行政长官"].end(body).is_some())
        && MENTIONS.find(body).is_none()
        && !body.iter().any(|glyph| glyph.c.is_ascii_digit())
}

/// 撤销关于任命甲为…的决定, 提名免去甲…: what stands behind decides nothing by itself.
pub(super) fn withdraws(segment: &[Glyph]) -> bool {
    let about = words!["关于", "对", "《", "原"];
    let withdraws = words!["撤销", "废止", "取消", "停止执行", "终止执行", "收回"];
    let withdrawn = || withdraws.each(segment, 0).any(|(_, next)| about.at(segment, next).is_some());
    let decided = || words!["决定", "通知", "批复", "文件", "任命书"].end(segment).is_some();
    let proposes =
        words!["提名免", "建议免", "提请免", "提名解聘", "建议解聘", "拟免", "提请任", "提请决定", "建议任命"];
    let proposed = || proposes.first(segment, 0).is_some_and(|at| at < 12);
    withdrawn() && (decided() || find(segment, 0, "《").is_some()) || proposed()
}
