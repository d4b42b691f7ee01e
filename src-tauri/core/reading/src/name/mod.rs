//! Names of persons: where one begins and ends, and how sure that is. A surname with one or two characters is the
//! rule; compound surnames, dotted names and names without a Chinese surname are told by what stands around them.

mod ends;
mod respect;
mod shape;

use self::ends::may_end;
pub(crate) use self::ends::{moved, promoted};
use self::respect::{respect_at, titled_at};
use self::shape::SELDOM;
pub(crate) use self::shape::{begins_name, is_name, shape};
use crate::layout::{Glyph, any, has, is_han, printed};
use crate::lexicon::names::{INSIDE_NO_NAME, UNNAMED, can_stand_in_name, is_surname};
use crate::lexicon::verbs;
use crate::lexicon::words;
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
