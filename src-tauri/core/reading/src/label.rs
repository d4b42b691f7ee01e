//! Lines that a title leads: 组长：…, 县水利局副局长：…, a bare title above its names. The verb comes from the heading above
//! or from the paper's title.

use renmian_domain::{ItemKind, Span};

use crate::layout::{Glyph, any, find, has, is_blank, printed, span, tight};
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::{Words, words};
use crate::list::{ahead, outside, people, split_outside, trimmed, worded_name};
use crate::marks::{Marks, bracket_at, bracket_before_end};
use crate::name::Who;
use crate::post::{Before, Seat, is_bare_title, is_post, is_unit, is_whole_post, posts};
use crate::prose::after_numbering;
use crate::sheet::Sheet;
use crate::spread::{cells, close_names, name_alone};

/// A title that leads a list, in force for the lines behind it.
#[derive(Debug, Clone)]
pub(crate) struct Label {
    /// One, or several that one person holds: 校长、党总支书记：甲.
    seats: Vec<Seat>,
    verb: Verb,
}

impl Label {
    /// A bare title that stands by itself above its names: 二、成员.
    pub fn standing(title: &[Glyph], body: &[Glyph], verb: Verb) -> Option<Self> {
        let title = is_bare_title(title).then_some(title)?;
        let seats = posts(title, &mut Before::unit(body))?;
        Some(Self { seats, verb })
    }

    /// A post in full that stands by itself above its names: 一、镇党委委员（9名）.
    pub fn whole(post: &[Glyph], verb: Verb) -> Option<Self> {
        let post = is_whole_post(post).then_some(post)?;
        Some(Self { seats: posts(post, &mut Before::default())?, verb })
    }

    /// The unit that the label gives: bare titles further down are of the same.
    pub fn unit(&self, at: usize) -> Option<Vec<Glyph>> {
        let unit = self.seats.first()?.unit.as_ref()?;
        Some(unit.chars().map(|c| Glyph::of(c, at)).collect())
    }
}

/// Reads a line such as 副组长：左　明　县委常委, also several of them on one line. `group` is the body of bare titles.
/// Gives the last label where the line is one.
pub(crate) fn labelled(
    run: &[Glyph],
    group: Option<&[Glyph]>,
    title: Option<&[Glyph]>,
    verb: Verb,
    sheet: &mut Sheet,
) -> Option<Label> {
    let from = after_numbering(run, 0);
    let run = &run[from..];
    // First all labels of the line, then the names: a line that is no list must leave nothing behind.
    let mut before = group.map(Before::unit).unwrap_or_default();
    let mut entries: Vec<(Label, &[Glyph], Span)> = Vec::new();
    let mut place = 0;
    while let Some(colon) = outside(run, place, '：') {
        let mut label = label_of(&run[place..colon]);
        // 语文组：甲 below 教研组长: the title stands above, the body before the colon.
        if let Some(title) = title
            && !is_bare_title(&label)
            && !is_whole_post(&label)
            && (2..=16).contains(&label.len())
            && named_behind(&run[colon + 1..])
        {
            let next = outside(run, colon + 1, '：');
            let stop = next.map_or(run.len(), |next| label_start(run, colon + 1, next));
            let seat = Seat {
                unit: Some(printed(&label)),
                title: printed(title),
                marks: Marks::default(),
                sure: true,
                proposed: false,
            };
            entries.push((Label { seats: vec![seat], verb }, &run[colon + 1..stop], span(&run[place..stop])));
            place = stop;
            if next.is_none() {
                break;
            }
            continue;
        }
        let mut verb = verb;
        // 新增成员：甲, 减少成员：乙
        if let Some((kind, from)) = change_at(&label, 0)
            && is_bare_title(&label[from..])
        {
            verb = Verb { kind, ..verb };
            label.drain(..from);
        }
        if let Some((held, from)) = verbs::at(&verbs::HOLDING, &label, 0)
            && (is_bare_title(&label[from..]) || is_whole_post(&label[from..]))
        {
            // 任县水利局副局长：甲、乙
            verb = held;
            label.drain(..from);
        }
        let bare = is_bare_title(&label);
        let worded = label.len() > 30 || NO_LABEL.find(&label).is_some();
        if let Some(who) = name_alone(&label).filter(|who| who.sure && entries.is_empty()) {
            // 王大锤：县图书馆馆长
            let posts = tight(&run[colon + 1..]);
            // 王任远：任市水利局局长 is a clause.
            if verbs::at(&verbs::HOLDING, &posts, 0).is_some_and(|(_, next)| posts_alone(&posts[next..]).is_some()) {
                return None;
            }
            let seats = posts_alone(&posts)?;
            let source = span(run);
            for seat in &seats {
                let marks = ahead(sheet, &seat.marks);
                sheet.push(&who, seat, verb, marks, source, true, None);
            }
            return Some(Label { seats: seats.into_iter().take(1).collect(), verb });
        }
        if worded || !(bare || is_whole_post(&label) || are_posts(&label)) {
            return None;
        }
        // The next label begins behind the last blank before the next colon.
        let next = outside(run, colon + 1, '：');
        let stop = next.map_or(run.len(), |next| label_start(run, colon + 1, next));
        let rest = &run[colon + 1..stop];
        if bare && !before.is_known() {
            if run.len() > 12 && people(rest).is_some() {
                sheet.not_understood(run);
            }
            return None;
        }
        let seats = posts(&label, &mut before)?;
        let of_group = |seat: Seat| {
            let seat = if bare { seat } else { sheet.in_group(seat) };
            // 执行委员会委员 below a body: a committee of that body.
            match (&seat.unit, group) {
                (Some(unit), Some(group)) if INNER.contains(&unit.as_str()) => {
                    Seat { title: format!("{unit}{}", seat.title), unit: Some(printed(group)), sure: false, ..seat }
                }
                _ => seat,
            }
        };
        let seats: Vec<Seat> = seats.into_iter().map(of_group).collect();
        // A bare title stands once above many members; a whole post belongs to the names beside it.
        let source = if bare { span(rest) } else { span(&run[place..stop]) };
        entries.push((Label { seats, verb }, rest, source));
        place = stop;
        if next.is_none() {
            break;
        }
    }
    let mut entries: Vec<(Label, &[Glyph], Span)> = entries.into_iter().flat_map(changes).collect();
    for (label, rest, source) in &entries {
        let noted = bracket_at(rest, 0).is_some_and(|(_, next)| next == rest.len());
        let empty = noted || rest.iter().all(|glyph| is_blank(glyph.c));
        if !empty && !named(rest, label, sheet, Some(*source)) && UNNAMED_MEMBERS.find(rest).is_none() {
            sheet.not_understood(rest);
        }
    }
    entries.pop().map(|(label, ..)| label)
}

/// 接替乙 in the bracket behind a name.
fn replaced(note: &str) -> Option<Who> {
    let name = ["接替", "替换", "代替"].iter().find_map(|word| note.strip_prefix(word))?;
    let name = name.strip_suffix("同志").unwrap_or(name);
    let run: Vec<Glyph> = name.chars().enumerate().map(|(at, c)| Glyph::of(c, at)).collect();
    let sure = crate::name::shape(&run) >= 3;
    sure.then(|| Who { name: name.to_owned(), marks: Marks::default(), sure, own_post: None })
}

/// 增加, 减少: who joins those of a label and who leaves them.
fn change_at(run: &[Glyph], at: usize) -> Option<(ItemKind, usize)> {
    let joins = words!["增加了", "增加", "新增", "增补", "增设", "调入", "补充"];
    let leaves = words!["减少了", "减少", "调出", "退出", "免去", "不再保留", "取消"];
    let at = skip_blanks(run, at);
    let joining = any(run, at, joins).map(|(_, next)| (ItemKind::Appoint, next));
    let (kind, next) = joining.or_else(|| any(run, at, leaves).map(|(_, next)| (ItemKind::Dismiss, next)))?;
    Some((kind, any(run, next, words!["："]).map_or(next, |(_, next)| next)))
}

fn skip_blanks(run: &[Glyph], at: usize) -> usize {
    at + run[at.min(run.len())..].iter().take_while(|glyph| is_blank(glyph.c)).count()
}

/// 成员：增加甲、乙，减少丙: each part with its own verb.
fn changes<'r>((label, rest, source): (Label, &'r [Glyph], Span)) -> Vec<(Label, &'r [Glyph], Span)> {
    if change_at(rest, 0).is_none() {
        return vec![(label, rest, source)];
    }
    let mut out: Vec<(Label, &'r [Glyph], Span)> = Vec::new();
    for piece in rest.split(|glyph| matches!(glyph.c, '，' | '；' | '。')) {
        match change_at(piece, 0) {
            Some((kind, from)) => {
                let verb = Verb { kind, ..label.verb };
                out.push((Label { verb, ..label.clone() }, &piece[from..], source));
            }
            None => match out.last() {
                Some((last, ..)) => out.push((last.clone(), piece, source)),
                None => out.push((label.clone(), piece, source)),
            },
        }
    }
    out
}

/// The label without its bracket: 委员（以姓氏笔画为序）.
pub(crate) fn label_of(run: &[Glyph]) -> Vec<Glyph> {
    let label = tight(run);
    // 竞聘办公室主任岗位
    let competed = ["竞聘", "应聘", "拟聘"].iter().find(|word| has(&label, 0, word)).and_then(|word| {
        let behind = &label[word.chars().count()..];
        words!["岗位", "职位"].end(behind).map(|tail| &behind[..behind.len() - tail.chars().count()])
    });
    if let Some(post) = competed {
        return post.to_vec();
    }
    match bracket_before_end(&label) {
        Some((inside, open)) if open > 0 && !inside.is_empty() => {
            let counted = inside.iter().any(|glyph| matches!(glyph.c, '序' | '名' | '人') || glyph.c.is_ascii_digit());
            if counted || is_bare_title(&label[..open]) { label[..open].to_vec() } else { label.into_owned() }
        }
        _ => label.into_owned(),
    }
}

/// 市第五中学校长、党总支副书记: the first in full, the others of the same unit.
fn are_posts(label: &[Glyph]) -> bool {
    let mut parts = label.split(|glyph| glyph.c == '、');
    let whole = parts.next().is_some_and(is_whole_post);
    let others: Vec<&[Glyph]> = parts.collect();
    whole && !others.is_empty() && others.iter().all(|part| is_bare_title(part) || is_whole_post(part))
}

/// Reads 副组长　　甲　　县财政局局长 of a group, where blanks stand for the colon.
pub(crate) fn spaced(run: &[Glyph], group: &[Glyph], verb: Verb, sheet: &mut Sheet) -> Option<Label> {
    let closed = close_names(run);
    let cells = cells(&closed);
    let label = Label::standing(cells.first()?, group, verb)?;
    let rest = &closed[closed.iter().position(|glyph| is_blank(glyph.c))?..];
    let first = name_alone(cells.get(1)?)?;
    let posted = cells.get(2).is_some_and(|cell| is_post(cell) || is_unit(cell)) || first.sure && cells.len() == 2;
    let clean = !rest.iter().any(|glyph| matches!(glyph.c, '。' | '；' | '：'));
    (posted && clean && named(rest, &label, sheet, Some(span(run)))).then_some(label)
}

/// Whether names stand behind a label.
fn named_behind(run: &[Glyph]) -> bool {
    let closed = close_names(run);
    let first =
        cells(&closed).first().and_then(|cell| split_outside(trimmed(cell)).first().and_then(|part| name_alone(part)));
    first.is_some()
}

/// Posts and nothing else, each with its unit: what stands behind a name and a colon.
fn posts_alone(run: &[Glyph]) -> Option<Vec<Seat>> {
    let run = trimmed(run);
    let first = run.split(|glyph| matches!(glyph.c, '、' | '（')).next()?;
    let plain = !run.iter().any(|glyph| matches!(glyph.c, '。' | '；' | '：')) && is_whole_post(first);
    plain.then(|| posts(run, &mut Before::default())).flatten()
}

/// Committees that every association has: their name says nothing without the body's.
const INNER: [&str; 7] = ["执行委员会", "常务委员会", "主席团", "理事会", "监事会", "常务理事会", "经费审查委员会"];

/// Words that no label has.
static NO_LABEL: Words = Words::of(&[
    "任命",
    "免去",
    "下列",
    "以下",
    "如下",
    "聘任",
    "决定",
    "联系人",
    "优秀",
    "先进",
    "模范",
    "标兵",
    "候选",
]);

/// Words for members whom the paper does not name.
static UNNAMED_MEMBERS: Words = Words::of(&[
    "暂缺",
    "空缺",
    "待定",
    "略",
    "负责人",
    "负责同志",
    "分管",
    "排序",
    "排名",
    "为序",
    "有关",
    "各",
    "为组",
]);

fn label_start(run: &[Glyph], from: usize, colon: usize) -> usize {
    (from..colon)
        .rev()
        .find(|at| is_blank(run[*at].c) || matches!(run[*at].c, '；' | '。' | '，'))
        .map_or(colon, |at| at + 1)
}

/// Reads the members that stand under a label.
/// Right below a label that names nobody they may have any shape.
pub(crate) fn members(run: &[Glyph], label: &Label, first: bool, sheet: &mut Sheet) -> bool {
    named(run, label, sheet, first.then(|| span(run)))
}

/// Right behind its label a name may have any shape; on a line of its own one at least must look like a name.
fn named(run: &[Glyph], label: &Label, sheet: &mut Sheet, beside: Option<Span>) -> bool {
    // （按姓氏笔画为序） says how they are listed and nothing of the first of them.
    let run = match bracket_at(run, 0) {
        Some((inside, next)) if find(inside, 0, "序").is_some() || find(inside, 0, "名").is_some() => &run[next..],
        _ => run,
    };
    // 谭文局 by itself below the others
    let alone = || worded_name(&tight(run)).map(|who| vec![who]);
    let found = people(run);
    let lone = found.is_none();
    let Some(people) = found.or_else(alone) else { return false };
    // 言　茗　下坪乡乡长: a name of any shape with its own post behind it, and never certain.
    let said = |who: &crate::name::Who| !who.marks.notes.is_empty() || who.marks.says_of_person();
    let told = people.iter().all(said) && people.len() == 1;
    if beside.is_none() && !told && !lone && !people.iter().any(|who| who.sure) {
        return false;
    }
    let source = beside.unwrap_or_else(|| span(run));
    for who in &people {
        let replaced = who.marks.notes.iter().find_map(|note| replaced(note));
        for seat in &label.seats {
            let marks = ahead(sheet, &seat.marks);
            sheet.push(who, seat, label.verb, marks, source, true, None);
            // 指挥长：甲（接替乙）
            if let Some(gone) = &replaced {
                let verb = Verb { kind: ItemKind::Dismiss, ..label.verb };
                sheet.push(gone, seat, verb, Marks::default(), source, true, None);
            }
        }
        // 部长：甲（兼党支部书记）
        let mut before = Before::default();
        if let Some(unit) = who.marks.further.as_ref().and(label.seats.first().and_then(|seat| seat.unit.as_deref())) {
            before = Before::unit(&unit.chars().map(|c| Glyph::of(c, source.start)).collect::<Vec<_>>());
        }
        for seat in who.marks.further.as_deref().and_then(|further| posts(further, &mut before)).unwrap_or_default() {
            let marks = Marks { concurrent: true, ..seat.marks.clone() };
            sheet.push(who, &seat, label.verb, marks, source, true, None);
        }
    }
    true
}
