//! Words of respect and offices by which a person is called, behind the name.

use renmian_domain::Gender;

use crate::layout::{Glyph, any};
use crate::lexicon::{Words, words};

/// Words of respect behind a name.
static RESPECT: Words = Words::of(&[
    "同志",
    "同学",
    "先生",
    "女士",
    "副教授",
    "教授",
    "副研究员",
    "研究员",
    "博士后",
    "博士",
    "硕士",
    "高级工程师",
    "副主任医师",
    "主任医师",
    "主治医师",
    "副主任药师",
    "主任药师",
    "主管药师",
    "副主任护师",
    "主任护师",
    "主管护师",
    "副主任技师",
    "主任技师",
    "正高级教师",
    "高级教师",
    "特级教师",
    "高级农艺师",
    "助理研究员",
    "讲师",
    "老师",
    "等人",
    "警官",
]);

/// The place after 等五名同志, 五名同志, 同志, 教授 … and whether the word says that the person is a woman or a man.
pub(super) fn respect_at(run: &[Glyph], at: usize) -> Option<(Option<Gender>, usize)> {
    if let Some((word, next)) = RESPECT.at(run, at) {
        let gender = match word {
            "女士" => Some(Gender::Female),
            "先生" => Some(Gender::Male),
            _ => None,
        };
        return Some((gender, next));
    }
    let counted = any(run, at, words!["等"]).map_or(at, |(_, next)| next);
    let (_, number) = crate::date::number_at(run, counted).unwrap_or((0, counted));
    let (_, measure) = any(run, number, words!["名", "位", "个", "人"]).unwrap_or(("", number));
    if let Some((_, next)) = any(run, measure, words!["同志", "干部", "人员"]) {
        return Some((None, next));
    }
    // 甲、乙等为…: others go unnamed.
    if counted > at
        && number == counted
        && any(run, counted, words!["为", "任", "担任", "当选", "不再", "兼任"]).is_some()
    {
        return Some((None, counted));
    }
    (number > counted && measure > number).then_some((None, measure))
}

/// The office by which a person is called before the verb, and the place after it: 李明副省长任组长.
pub(super) fn titled_at(run: &[Glyph], at: usize) -> Option<(&'static str, usize)> {
    CALLED.at(run, at).filter(|(_, next)| any(run, *next, words!["任", "担任", "兼任"]).is_some())
}

/// Offices by which a person is called behind the name.
pub(super) static CALLED: Words = Words::of(&[
    "副省长",
    "省长",
    "副市长",
    "市长",
    "副县长",
    "县长",
    "副区长",
    "区长",
    "副州长",
    "州长",
    "副镇长",
    "镇长",
    "副乡长",
    "乡长",
    "副书记",
    "书记",
    "副局长",
    "局长",
    "副厅长",
    "厅长",
    "副部长",
    "部长",
    "副院长",
    "院长",
    "副校长",
    "校长",
    "副总经理",
    "总经理",
    "董事长",
    "副主席",
    "主席",
    "副秘书长",
    "秘书长",
]);
