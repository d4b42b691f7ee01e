//! Names of persons: where one begins and ends, and how sure that is. A surname with one or two characters is the
//! rule; compound surnames, dotted names and names without a Chinese surname are told by what stands around them.

mod shape;

use renmian_domain::Gender;

use self::shape::SELDOM;
pub(crate) use self::shape::{begins_name, is_name, shape};
use crate::layout::{Glyph, any, has, is_han, printed};
use crate::lexicon::names::{INSIDE_NO_NAME, UNNAMED, can_stand_in_name, is_surname};
use crate::lexicon::verbs;
use crate::lexicon::{Letters, Words, words};
use crate::marks::{Marks, bracket_at};

/// A person of a clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Who {
    /// As printed, without blanks.
    pub name: String,
    /// From the brackets behind the name.
    pub marks: Marks,
    /// Whether the name has the shape of one and its end is marked by the text.
    pub sure: bool,
    /// A post that the person held when the paper was written, printed before the name.
    pub own_post: Option<Vec<Glyph>>,
}

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
fn respect_at(run: &[Glyph], at: usize) -> Option<(Option<Gender>, usize)> {
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
fn titled_at(run: &[Glyph], at: usize) -> Option<(&'static str, usize)> {
    CALLED.at(run, at).filter(|(_, next)| any(run, *next, words!["任", "担任", "兼任"]).is_some())
}

/// Offices by which a person is called behind the name.
static CALLED: Words = Words::of(&[
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

/// Whether 等 stands here without the number of those who are listed.
fn leaves_others(run: &[Glyph], at: usize, listed: usize) -> bool {
    let Some((_, next)) = any(run, at, words!["等"]) else { return false };
    crate::date::number_at(run, next).is_none_or(|(number, _)| number as usize != listed)
}

/// Whether a clause counts more persons than it names: 聘任甲等八名同志为….
pub(crate) fn leaves_some(run: &[Glyph]) -> bool {
    (2..run.len()).any(|at| {
        run[at].c == '等' && {
            let listed = 1 + run[..at].iter().filter(|glyph| glyph.c == '、').count();
            crate::date::number_at(run, at + 1).is_some_and(|(number, next)| {
                number as usize > listed && any(run, next, words!["名", "位", "人", "个"]).is_some()
            })
        }
    })
}

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
fn may_end(run: &[Glyph], at: usize) -> bool {
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

/// The name that begins at this place, its end marked by what follows it.
fn name_at(run: &[Glyph], at: usize) -> Option<(usize, u8)> {
    let mut best: Option<(usize, u8)> = None;
    for end in at + 2..(at + 25).min(run.len() + 1) {
        let c = run[end - 1].c;
        if c != '·' && !(is_han(c) && (can_stand_in_name(c) || SELDOM.contains(c) || end <= at + 2)) {
            break;
        }
        if end - at > 7 && !run[at..end].iter().any(|glyph| glyph.c == '·') {
            break;
        }
        // Nearly no place may end a name: that is seen sooner than what shape the name would have.
        if !may_end(run, end) {
            continue;
        }
        let score = shape(&run[at..end]);
        // 和 inside a name (和秀蓉, 孙和平) is likelier than between two where it would leave a stump.
        // 买买提任…: 提任 is a verb, but no 提 behind a name of this kind.
        let longer =
            |(shorter, top): (usize, u8)| score == top && shorter + 1 == end && run[shorter].c == '提' && (top != 3);
        if score > 0 && best.is_none_or(|best| score > best.1 || longer(best)) {
            best = Some((end, score));
        }
    }
    best
}

/// 石文所同志任…, 常委（女）任…: a surname, 同志 or a bracket that says who it is, and a verb or a post behind it make a
/// name of what else would be none. 经 begins a basis more often: there the verb must follow at once.
fn comrade(run: &[Glyph], at: usize) -> Option<(usize, u8)> {
    let first = run.get(at)?.c;
    let marked = |end: &usize| {
        let of_person = |marks: Marks| marks.gender.is_some() || marks.ethnicity.is_some();
        has(run, *end, "同志") || bracket_at(run, *end).is_some_and(|(inside, _)| of_person(Marks::bracket(inside)))
    };
    let end = (at + 2..=at + 3).find(marked)?;
    let word = &run[at..end];
    let mut behind = end;
    while let Some((_, next)) = any(run, behind, words!["同志"])
        .map(|(_, next)| ((), next))
        .or_else(|| bracket_at(run, behind).map(|(_, next)| ((), next)))
    {
        behind = next;
    }
    let behind = if has(run, behind, "，") { behind + 1 } else { behind };
    let held = verbs::at(&verbs::HOLDING, run, behind).is_some();
    let called = has(run, end, "同志");
    let named = match first {
        '由' => false,
        _ if UNNAMED.at(run, at).is_some() => false,
        '经' => called && verbs::at(&verbs::HOLDING, run, end + 2).is_some(),
        _ if !called => is_surname(first) && (held || has(run, behind, "为") || has(run, behind, "的")),
        _ => held || is_surname(first),
    };
    let fine = word.iter().all(|glyph| is_han(glyph.c))
        && !word.iter().any(|glyph| "等及和名位该本此各全新老两几".contains(glyph.c));
    (named && fine).then_some((end, 3))
}

/// The end of a piece of a list that looks like no name but stands where one does: 、第五琦、, 、多吉次仁旺堆同志.
fn strange(run: &[Glyph], at: usize) -> Option<usize> {
    let limit = run.len().min(at + 7);
    // 、经纬为二级法官: the last of a list, before its post.
    let copula = (at + 2..limit).find(|end| {
        matches!(run[*end].c, '为' | '任') && {
            let post = run[end + 1..].split(|glyph| !is_han(glyph.c)).next().unwrap_or_default();
            crate::post::is_post(post)
        }
    });
    let mark = (at..limit).find(|end| !is_han(run[*end].c) || has(run, *end, "同志"));
    let end = [copula, mark].into_iter().flatten().min()?;
    let piece = &run[at..end];
    let marked = copula == Some(end) || has(run, end, "同志") || has(run, end, "、") || has(run, end, "（");
    let fine = (2..=6).contains(&piece.len())
        && marked
        && piece.iter().all(|glyph| !"局部院校处科室职务任免县市区镇乡村委会公司厂队所站".contains(glyph.c))
        && !crate::lexicon::titles::heads().end(piece)
        && UNNAMED.at(piece, 0).is_none()
        && INSIDE_NO_NAME.find(piece).is_none();
    fine.then_some(end)
}

/// The persons that are listed from this place on, and the place after them (and after 同志).
pub(crate) fn persons_at(run: &[Glyph], at: usize) -> Option<(Vec<Who>, usize)> {
    let mut persons = Vec::new();
    let mut place = at;
    loop {
        let Some((end, score)) = name_at(run, place).or_else(|| comrade(run, place)) else {
            if persons.is_empty() {
                return None;
            }
            // A name of no known shape between others: it is a guess, and the others are not lost with it.
            if let Some(end) = strange(run, place) {
                let name = printed(&run[place..end]);
                persons.push(Who { name, marks: Marks::default(), sure: false, own_post: None });
                place = end;
                if has(run, place, "、") {
                    place += 1;
                    continue;
                }
                let end = respect_at(run, place).map_or(place, |(_, next)| next);
                return Some((persons, end));
            }
            return Some((persons, place - 1));
        };
        let mut who =
            Who { name: printed(&run[place..end]), marks: Marks::default(), sure: score >= 3, own_post: None };
        let start = place;
        // 王鼎一同志 is one person; 甲、乙二同志 are two.
        let end = match crate::date::number_at(run, end) {
            // 马七十三同志 is one person too, where nobody is listed before.
            Some((number, next))
                if next <= end + 2
                    && has(run, next, "同志")
                    && number as usize != persons.len() + 1
                    && shape(&run[place..next]) >= if next == end + 1 { 3 } else { 1 } =>
            {
                who.name = printed(&run[place..next]);
                next
            }
            _ => end,
        };
        place = end;
        let mut respected = false;
        let mut others = false;
        loop {
            if let Some((inside, next)) = bracket_at(run, place) {
                who.marks.take(&Marks::bracket(inside));
                place = next;
            } else if let Some((gender, next)) = respect_at(run, place) {
                who.marks.gender = who.marks.gender.or(gender);
                others |= leaves_others(run, place, persons.len() + 1);
                place = next;
                respected = true;
            } else if let Some((title, next)) = titled_at(run, place) {
                who.marks.notes.push(title.to_owned());
                place = next;
                respected = true;
            } else {
                break;
            }
        }
        // Between a verb and 同志, a bracket or 为 both ends are marked: the shape may be any.
        // 经推荐、考察: nobody, unless the text says so.
        let told = respected || end < place;
        let closed = || end - start <= 4 && run.get(end).is_some_and(|glyph| matches!(glyph.c, '为' | '、'));
        who.sure |= score >= 1 && (told || closed() && !matches!(run[start].c, '经' | '由'));
        persons.push(who);
        if others {
            // 甲等三人: not all of them are named.
            persons.iter_mut().for_each(|who| who.sure = false);
        }
        match run.get(place).map(|glyph| glyph.c) {
            Some('、') => place += 1,
            Some('和' | '及' | '与') if name_at(run, place + 1).is_some_and(|(_, score)| score >= 3) => place += 1,
            _ => return Some((persons, place)),
        }
    }
}
