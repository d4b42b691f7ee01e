//! Where a name may end: what stands behind it says so.

use super::is_name;
use super::respect::{CALLED, respect_at, titled_at};
use crate::layout::{Glyph, any, has};
use crate::lexicon::verbs;
use crate::lexicon::{Letters, Words, words};

/// Words that may stand behind a name before its verb.
static BEHIND_NAME: Words = Words::of(&[
    "因",
    "自",
    "从",
    "试用期",
    "按期",
    "经",
    "均",
    "分别",
    "不再",
    "兼任",
    "挂",
    "原任",
    "曾",
    "历任",
    "现任",
    "时任",
    "拟任",
    "提出",
    "代",
    "撤销",
    "同时",
    "全票",
    "高票",
    "等额",
    "接替",
    "变更为",
    "调整为",
    "更换为",
    "更替为",
    "替换为",
    "改为",
    "换为",
]);

/// Words of a move to another unit.
static MOVES: Words = Words::of(&["调到", "调往", "调至", "调入", "调", "赴", "到", "在"]);

/// The characters with which all words begin that may stand behind a name.
static BEHIND: Letters =
    CALLED.firsts().or(MOVES.firsts()).or(PROMOTES.firsts()).or(verbs::HOLDING.firsts()).or(BEHIND_NAME.firsts());

/// Whether a name may end here: a bracket, a word of respect, a verb, the 为 and 的 of a clause, a comma of a list.
pub(super) fn may_end(run: &[Glyph], at: usize) -> bool {
    let Some(glyph) = run.get(at) else { return true };
    // 徐大为为…: the first 为 is the name's, and so with 任, but for the places that begin with it.
    let doubled = run.get(at + 1).is_some_and(|next| next.c == glyph.c && matches!(glyph.c, '为' | '任'));
    if doubled && any(run, at + 1, words!["任丘", "任县", "任城", "任泽", "任家", "任店"]).is_none() {
        return false;
    }
    match glyph.c {
        // 竺可为、: no 为 of a clause has nothing behind it.
        '为' if any(run, at, words!["为、", "为的", "为（", "为：", "为任", "为担任", "为不再", "为同志"])
            .is_some() =>
        {
            false
        }
        // 林志兼、, 吴文免（男）: no verb has nothing behind it.
        '兼' | '免' if run.get(at + 1).is_some_and(|next| matches!(next.c, '、' | '（' | '，' | '的' | '为')) => {
            false
        }
        '兼' | '免' if has(run, at + 1, "同志") => false,
        '（' | '〔' | '、' | '为' | '的' | '，' => true,
        // 王任远：任市水利局局长
        '：' => verbs::at(&verbs::HOLDING, run, at + 1).is_some(),
        // 当好新一任班长
        '任' if words!["新一", "上一", "前一", "下一", "每一"].end(&run[..at]).is_some() => false,
        // 任命蓬芸任为…: the verb has its 为, so this 任 is the name's; and a verb has its post behind it.
        '任' if any(run, at, words!["任为", "任的", "任、", "任（", "任同志"]).is_some() => false,
        // 和 ends a name only where another begins, since names have it too (和秀蓉, 孙和平).
        '和' | '及' | '与' => [4, 3, 2].iter().any(|length| {
            let next = at + 1 + length;
            run.get(at + 1..next).is_some_and(is_name)
                && run
                    .get(next)
                    .is_none_or(|glyph| matches!(glyph.c, '（' | '、' | '为' | '任' | '的' | '同' | '不' | '担' | '兼'))
        }),
        '同'
        | '教'
        | '副'
        | '先'
        | '女'
        | '博'
        | '硕'
        | '研'
        | '高'
        | '主'
        | '老'
        | '等'
        | '五'
        | '二'
        | '三'
        | '四'
        | '六'
        | '七'
        | '八'
        | '九'
        | '十'
        | '两'
        | '警'
        | '0'..='9' => respect_at(run, at).is_some() || titled_at(run, at).is_some() || has(run, at, "同时"),
        c if !BEHIND.may_have(c) => false,
        _ => {
            titled_at(run, at).is_some()
                || moved(run, at).is_some()
                || promoted(run, at).is_some()
                || verbs::at(&verbs::HOLDING, run, at).is_some()
                || BEHIND_NAME
                    .at(run, at)
                    .is_some_and(|(word, next)| !matches!(word, "自" | "从") || is_since(run, next))
        }
    }
}

/// 调县第二中学任…, 到…挂职任…: the unit between, and the place of the verb.
pub(crate) fn moved(run: &[Glyph], at: usize) -> Option<(usize, usize, usize)> {
    let (_, from) = MOVES.at(run, at)?;
    let verb = (from + 2..run.len().min(from + 30))
        .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：'))
        .find(|at| any(run, *at, words!["挂职任", "担任", "任"]).is_some() && !matches!(run[*at - 1].c, '主' | '责'));
    if let Some(verb) = verb.filter(|verb| crate::post::is_unit(&run[from..*verb])) {
        return Some((from, verb, verb));
    }
    // 到县乡村振兴局挂职，任副局长
    let comma = (from + 2..run.len().min(from + 30)).find(|at| run[*at].c == '，')?;
    let unit = words!["挂职锻炼", "挂职", "任职", "工作"].end(&run[..comma])?;
    let to = comma - unit.chars().count();
    let told = any(run, comma + 1, words!["挂职任", "担任", "任"]).is_some() && to > from + 1;
    (told && crate::post::is_unit(&run[from..to])).then_some((from, to, comma + 1))
}

/// Words behind which the rank stands that a person had.
static PROMOTES: Words = Words::of(&["的职级由", "职级由", "由", "从"]);

/// 职级由三级主任科员晋升为二级主任科员: the place of the verb.
pub(crate) fn promoted(run: &[Glyph], at: usize) -> Option<usize> {
    let (_, from) = PROMOTES.at(run, at)?;
    let verbs = words!["晋升", "套转", "转任", "晋级", "调任", "改任", "升任", "提任", "交流任"];
    let verb = (from + 2..run.len().min(from + 30))
        .take_while(|at| !matches!(run[*at].c, '，' | '；' | '。' | '：'))
        .find(|at| any(run, *at, verbs).is_some())?;
    crate::post::is_post(&run[from..verb]).then_some(verb)
}

/// Behind 自 and 从: a day, and not the rest of 自来水 or of a name.
fn is_since(run: &[Glyph], at: usize) -> bool {
    run.get(at).is_none_or(|next| next.c.is_ascii_digit() || "二即今任发批文本聘".contains(next.c))
}
