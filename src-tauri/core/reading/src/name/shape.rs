//! The shape of a name: what its characters alone say, and the blank that spreads a name of two over the width of three.

use crate::layout::{Glyph, ends, has, is_han};
use crate::lexicon::names::{INSIDE_NO_NAME, UNNAMED, can_stand_in_name, is_compound, is_surname};
use crate::lexicon::{Words, words};

/// How likely the run is a name by its own shape: 0 no name, 1 only if the text marks both ends, 3 and more by itself.
pub(crate) fn shape(run: &[Glyph]) -> u8 {
    let length = run.len();
    if !(2..=24).contains(&length) {
        return 0;
    }
    if let Some(dot) = run.iter().position(|glyph| glyph.c == '·') {
        let fine = dot > 0
            && dot + 1 < length
            && run.iter().all(|glyph| glyph.c == '·' || (is_han(glyph.c) && can_stand_in_name(glyph.c)))
            && INSIDE_NO_NAME.find(run).is_none();
        return if fine { 4 } else { 0 };
    }
    // 其木格 and names in 其其格 (flower) are common; no other word has this shape.
    if length <= 7
        && run.iter().any(|glyph| glyph.c == '其')
        && (ends(run, "其其格") || length == 3 && has(run, 0, "其木格") || length == 4 && has(run, 0, "其美"))
        && run.iter().all(|glyph| is_han(glyph.c))
    {
        return if length <= 5 { 4 } else { 1 };
    }
    if length > 7 {
        return 0;
    }
    if let Some(spread) = spread(run) {
        return spread;
    }
    // 经文斌, 由之理: the word that leads to what a body did may be a surname. 由王明任… is none.
    if matches!(run[0].c, '经' | '由') {
        let given = &run[1..];
        let named = length <= 3 && given.iter().all(|glyph| fits(glyph.c, 1)) && shape(given) < 3;
        let word =
            INSIDE_NO_NAME.find(run).is_some() || UNNAMED.at(given, 0).is_some() || PROCEDURE.at(given, 0).is_some();
        return u8::from(named && !word);
    }
    let compound = is_compound(run);
    if !run.iter().enumerate().all(|(place, glyph)| fits(glyph.c, place) || compound && place < 2) {
        // 张经纬, 任我行, 伍员: characters that names seldom have. The text must say that it is one.
        let rare = (2..=3).contains(&length)
            && is_surname(run[0].c)
            && fits(run[0].c, 0)
            && run[1..].iter().all(|glyph| fits(glyph.c, 1) || SELDOM.contains(glyph.c))
            && INSIDE_NO_NAME.find(run).is_none()
            && !crate::lexicon::titles::heads().end(run);
        return u8::from(rare);
    }
    // 于同志 in a list: nobody is called by the surname alone there.
    if length == 3 && is_surname(run[0].c) && ends(run, "同志") {
        return 1;
    }
    // 原任民、: both ends told by the text, or 原任 is what somebody was.
    let former = length == 3 && has(run, 0, "原任");
    if former && INSIDE_NO_NAME.find(run).is_none() && !crate::lexicon::titles::heads().end(run) {
        return 1;
    }
    if UNNAMED.at(run, 0).is_some() || INSIDE_NO_NAME.find(run).is_some() {
        return 0;
    }
    // 工程师, 书记员: a title is nobody's name.
    if crate::lexicon::titles::heads().longest(run) == Some(length) {
        return 0;
    }
    match length {
        // 石不|转任: no name ends so, where a longer one may.
        2 if run[1].c == '不' => 1,
        3 | 4 if compound => 4,
        2 | 3 if is_surname(run[0].c) => 3,
        4 if is_surname(run[0].c) && is_surname(run[1].c) => 2,
        2..=5 => 1,
        _ => 1,
    }
}

/// Whether the run is a name by its own shape, whatever stands around it.
pub(crate) fn is_name(run: &[Glyph]) -> bool {
    begins_name(run) && shape(run) >= 3
}

/// Whether the run may have more of a name's shape (2 and more) than any other run of characters: seen at a glance.
pub(crate) fn begins_name(run: &[Glyph]) -> bool {
    run.first().is_some_and(|first| is_surname(first.c) || first.c == '免')
        || run.iter().any(|glyph| matches!(glyph.c, '·' | '其'))
        || is_compound(run)
}

/// 虞　免, 由　佳, 潘　任: nothing but a name is spread so, whatever its characters are.
fn spread(run: &[Glyph]) -> Option<u8> {
    let [first, second] = run else { return None };
    let spread = second.apart && is_han(first.c) && is_han(second.c) && second.c != '的';
    if !spread || !(is_surname(first.c) || first.c == '免') {
        return None;
    }
    // 任　命：, 成　员：, 常　委: headings and labels are spread as well.
    let word = crate::lexicon::titles::heads().end(run) || INSIDE_NO_NAME.find(run).is_some();
    let heading = words!["任免", "免职", "女任", "任务", "任期", "党组", "党支"].at(run, 0).is_some();
    (!heading).then_some(if word { 1 } else { 3 })
}

/// What stands behind 经 and 由 where they are no surname.
static PROCEDURE: Words = Words::of(&[
    "考核", "考察", "考评", "公示", "民主", "民意", "组织", "推荐", "协商", "本人", "个人", "研究", "讨论", "审核",
    "审查", "批准", "同意", "报请", "提名", "上级", "竞争", "公开", "综合", "董事", "股东", "全体", "济", "营", "费",
    "贸", "理", "其", "此", "于", "他", "她",
]);

/// Characters that mostly end a name or stand before one, and yet stand in some.
pub(super) const SELDOM: &str = "经由我员与委乡第该处兼免职名科";

fn fits(c: char, place: usize) -> bool {
    is_han(c)
        && !(place == 0 && matches!(c, '其' | '副'))
        && (can_stand_in_name(c) || (place == 0 && "区那员位免委".contains(c)))
}
