//! A second look at every item, after the grammar and apart from it: an organisation, a title or a name that cannot
//! be one, a clause that does not say what the item says. Certainty is only ever withdrawn here; no item is changed.

use renmian_domain::{Item, ItemKind, Paper};
use std::borrow::Cow;

use crate::date::{find_date, months_at};
use crate::layout::{Glyph, Line, any, find, has, is_blank, is_han, plain, tight};
use crate::lexicon::{Words, titles, units, words};
use crate::paragraph::Paragraph;

/// Longest clause that is held against its item, in glyphs; no real one comes near.
const CLAUSE: usize = 600;

/// Withdraws the certainty of every item that speaks against itself or against its clause.
pub(crate) fn withdraw(paper: &mut Paper, all: &[Paragraph]) {
    let text: Vec<Glyph> = all.iter().flat_map(|paragraph| paragraph.run.iter().copied()).collect();
    let breaks: Vec<usize> =
        all.iter().filter_map(|paragraph| paragraph.run.last().map(|glyph| glyph.at + 1)).collect();
    let mut starts: Vec<usize> = paper.items.iter().map(|item| item.source.start).collect();
    starts.sort_unstable();
    let elected = elections(all);
    let doubted: Vec<(bool, bool)> = paper
        .items
        .iter()
        .map(|item| {
            let next = starts.get(starts.partition_point(|start| *start < item.source.end)).copied();
            let from = text.partition_point(|glyph| glyph.at < item.source.start);
            let to = text.partition_point(|glyph| glyph.at < item.source.end).min(from + CLAUSE);
            let paragraph = breaks.get(breaks.partition_point(|end| *end < item.source.end));
            let limit = next.unwrap_or(usize::MAX).min(paragraph.copied().unwrap_or(usize::MAX));
            let end =
                text[to..].iter().take(80).take_while(|glyph| glyph.at < limit && !matches!(glyph.c, '；' | '。'));
            let end = to + end.count();
            let clause = Clause::of(&text[from..to], &text[to..end]);
            let said = Said::by(item);
            let voted = elected
                .get(elected.partition_point(|span| span.1 <= item.source.start))
                .is_some_and(|span| span.0 <= item.source.start);
            // 不再委派甲担任…: what stands right before the clause turns it round.
            let ahead = tight(&text[from.saturating_sub(3)..from]);
            let turned = item.kind.opens() && words!["不再", "不予", "暂不", "未"].end(&ahead).is_some();
            let shared = turned
                || organisation(&said)
                || of_verb(&said, &clause)
                || title(&said)
                || own_post(&said, &clause)
                || verb(&said, &clause, voted);
            (shared, shared || person(&said, &clause) || marks(&said, &clause))
        })
        .collect();
    let mut last = None;
    for (item, (shared, doubted)) in paper.items.iter_mut().zip(doubted) {
        // What a clause got wrong for one post or person it got wrong for the next.
        let inherited = last == Some(item.source) && item.source.end > item.source.start;
        item.certain &= !(doubted || inherited);
        last = (shared || inherited).then_some(item.source);
    }
}

/// The clause of an item and what stands behind it up to the end of the sentence.
struct Clause<'r> {
    run: &'r [Glyph],
    tail: &'r [Glyph],
    /// Without blanks.
    tight: Cow<'r, [Glyph]>,
}

impl<'r> Clause<'r> {
    fn of(run: &'r [Glyph], tail: &'r [Glyph]) -> Self {
        Self { run, tail, tight: tight(run) }
    }
}

/// An item, and the words that it writes as runs that can be looked for in its clause.
struct Said<'i> {
    item: &'i Item,
    name: Vec<Glyph>,
    /// Empty where the item names none.
    organisation: Vec<Glyph>,
    title: Vec<Glyph>,
}

impl<'i> Said<'i> {
    fn by(item: &'i Item) -> Self {
        Self {
            item,
            name: glyphs_of(&item.person.name),
            organisation: item.post.organisation.as_deref().map(glyphs_of).unwrap_or_default(),
            title: glyphs_of(&item.post.title),
        }
    }
}

fn glyphs_of(text: &str) -> Vec<Glyph> {
    crate::layout::glyphs(text, &Line { bytes: 0..text.len(), at: 0 })
}

/// Words of clauses, never of a body's name.
static NO_BODY: Words = Words::of(&[
    "同志",
    "免去",
    "免除",
    "任命",
    "聘任",
    "解聘",
    "提名",
    "推荐",
    "推举",
    "选举",
    "当选",
    "不再",
    "兼任",
    "担任",
    "辞去",
    "接受",
    "职务",
    "以上",
    "下列",
    "以下",
    "原任",
    "新任",
    "现任",
    "拟任",
    "试用期",
    "根据",
    "研究",
    "决定",
    "请求",
]);

/// Words in which 任, 免 and 为 are no verbs.
static INNOCENT: Words = Words::of(&[
    "责任", "主任", "常任", "信任", "任丘", "任城", "任县", "任泽", "任家", "任务", "任店", "任庄", "任村", "任河",
    "免疫", "免税", "免费", "华为", "行为", "无为", "作为", "有为", "为民", "为农", "为老", "大为", "选任",
]);

fn organisation(said: &Said) -> bool {
    let Said { item, organisation: run, .. } = said;
    let Some(organisation) = item.post.organisation.as_deref() else { return false };
    if run.iter().any(|glyph| "，。；：、！？|".contains(glyph.c) || is_blank(glyph.c)) {
        return !named_with_comma(run);
    }
    if NO_BODY.find(run).is_some() && !run.iter().any(|glyph| glyph.c == '《') && !elects(run) {
        return true;
    }
    // 常务委|员会主任: the layout broke the body's name.
    if words!["员会", "务委员", "委会", "民政府", "民法院", "民检察院", "察院", "事会"].at(run, 0).is_some()
    {
        return true;
    }
    // 牛主|席的县水利局: the cut fell inside a word.
    if run.iter().any(|glyph| glyph.c == '的') {
        return true;
    }
    let mut place = 0;
    while place < run.len() {
        // 干部为民族委员会: no 为民.
        let copula = words!["为民族", "为民政", "为民主", "为民间", "为农业", "为农村"].at(run, place).is_some();
        if let Some((_, next)) = INNOCENT.at(run, place).filter(|_| !copula) {
            place = next;
            continue;
        }
        // 第三任全国人大常委会…
        let term = run[place].c == '任' && place > 1 && "一二三四五六七八九十".contains(run[place - 1].c);
        if !term && matches!(run[place].c, '任' | '免' | '为')
            || place == 0 && matches!(run[0].c, '由' | '其' | '经' | '并' | '的')
        {
            return true;
        }
        place += 1;
    }
    // 免去勾思任县第三中学校长职务: 任 is the name's, or the place's (任县).
    if item.kind.closes() && has(run, 0, "任") && item.person.name.chars().count() == 2 {
        return true;
    }
    // 常务委员会, 工会: of whom, the clause does not say; 本院民事审判庭: the court is the unit.
    let nobodys = [
        "常务委员会",
        "委员会",
        "理事会",
        "监事会",
        "工会",
        "人武部",
        "党支部",
        "妇联",
        "村委会",
        "居委会",
        "村民委员会",
        "居民委员会",
        "村务监督委员会",
    ]
    .contains(&organisation);
    let of_court = any(run, 0, words!["本院", "该院", "我院"]).is_some() && run.len() > 2
        || run.last().is_some_and(|glyph| glyph.c == '庭') && titles::JUDICIAL.are(&said.title);
    // 第三作业区, 党支部书记: the branch stays in the title.
    let branch = ["党支部", "党总支"].iter().any(|branch| {
        organisation
            .strip_suffix(branch)
            .is_some_and(|of| ["作业区", "车间", "工区", "队", "科", "班组"].iter().any(|inner| of.ends_with(inner)))
    });
    if nobodys || of_court || branch {
        return true;
    }
    // 副局长李明县水利局: a name stands inside.
    if item.person.name.chars().count() > 2 && organisation.contains(item.person.name.as_str()) {
        return true;
    }
    let keeps = units::KEEPERS.end(&said.title).is_some() && units::WATCHED.end(run).is_some();
    !(keeps || ends_as_body(run))
}

/// 由公安部常务副部长甲任组长: the unit is that of the person's own post.
fn own_post(said: &Said, clause: &Clause) -> bool {
    let item = said.item;
    if item.post.organisation.is_none() {
        return false;
    }
    if item.kind.closes() || item.acting {
        return false;
    }
    let run = &clause.tight[..];
    let Some((named, _)) = stands(&said.name, run) else { return false };
    let Some((_, end)) = stands(&said.organisation, &run[..named]) else { return false };
    let between = &run[end..named];
    between.len() < 20
        && between.iter().all(|glyph| !matches!(glyph.c, '由' | '，'))
        && titles::heads().end(between)
        && plain(between) != item.post.title
}

/// 黎辉同志 任县商务局副局长: 任 is the verb and no part of a county's name, unless a verb stands before it.
fn of_verb(said: &Said, clause: &Clause) -> bool {
    if !has(&said.organisation, 0, "任") {
        return false;
    }
    let run = &clause.tight[..];
    // 李大任任县水利局局长: whose 任 it is stays open behind a name of two.
    let short = said.name.len() == 2;
    stands(&said.organisation, run).is_some_and(|(at, _)| {
        at > 0 && (short && run[at - 1].c == '任' || !matches!(run[at - 1].c, '任' | '为' | '的' | '、' | '去' | '，'))
    })
}

/// 选举委员会, 村民选举委员会, 研究所, 决定 inside the name of a body.
fn elects(run: &[Glyph]) -> bool {
    words!["选举委员会", "研究", "推荐", "决定"].within(run)
        && !words!["同志", "免去", "任命", "聘任", "不再", "担任", "辞去", "兼任", "职务"].within(run)
}

/// 中共中央组织部、国务院国资委党委 is no organisation of a post; a ministry's office with its bracket is.
fn named_with_comma(run: &[Glyph]) -> bool {
    let mut depth = 0;
    run.iter().all(|glyph| {
        depth += i32::from(glyph.c == '（') - i32::from(glyph.c == '）');
        depth > 0 || !"，。；：、！？|".contains(glyph.c)
    })
}

fn ends_as_body(run: &[Glyph]) -> bool {
    let bare = crate::marks::bracket_before_end(run).map_or(run, |(_, open)| &run[..open]);
    [run, bare].iter().any(|run| units::endings().end(run))
}

fn title(said: &Said) -> bool {
    let Said { item, title: run, .. } = said;
    let bare = crate::marks::bracket_before_end(run).map_or(&run[..], |(_, open)| &run[..open]);
    if run.iter().any(|glyph| "，。；：、！|".contains(glyph.c)) && !named_with_comma(run) {
        return true;
    }
    if words!["同志", "免去", "任命", "不再", "担任", "辞去"].within(run) {
        return true;
    }
    // 第二党支部委员会委员: the committee is the unit.
    let counted = has(run, 0, "第") && !has(run, 0, "第一") && find(run, 0, "支部").is_some()
        || has(run, 0, "第") && find(run, 0, "支部委员会").is_some();
    // 城关镇, 团委书记: the league of a place is a body of its own.
    let place = item
        .post
        .organisation
        .as_deref()
        .is_some_and(|unit| unit.ends_with(['镇', '乡', '县', '市', '州', '旗', '省']) || unit.ends_with("街道"));
    let of_place =
        place && any(run, 0, words!["团委", "团工委", "妇联", "工会", "人大", "人武部", "政协", "总工会"]).is_some();
    let ended = titles::heads().end(bare) || titles::ranks().end(bare);
    // 代理镇长 is 镇长, held for the time being.
    let acting = has(run, 0, "代理") && !titles::JUDICIAL.are(&said.title);
    counted || of_place || acting || !ended
}

/// Words that begin no name.
static NO_NAME: Words = Words::of(&[
    "批准", "同意", "决定", "先后", "曾任", "以上", "下列", "以下", "上述", "原任", "现任", "分别", "同时", "由", "请",
    "让", "其他", "任命", "免去", "聘任", "解聘", "提名", "为", "经", "该", "并", "下属", "推举", "推选", "选举",
    "当选", "接受", "会议", "大会",
]);

fn person(said: &Said, clause: &Clause) -> bool {
    let name = &said.name;
    let verb = NO_NAME.at(name, 0).is_some_and(|(word, _)| word.chars().count() > 1 || "由为让".contains(word));
    if verb || words!["同志", "职务", "等", "人员"].within(name) {
        return true;
    }
    // The name as it stands in the clause, its blanks between.
    let Some((at, end)) = stands(name, clause.run) else { return false };
    // 任真凤同志为…: 任 may be the surname.
    let verb = at > 1 && matches!(clause.run[at - 2].c, '聘' | '委' | '派' | '续' | '提');
    if at > 0 && clause.run[at - 1].c == '任' && !verb && crate::name::shape(name) < 3 {
        return true;
    }
    let spread = end - at > name.len();
    let next = (end..clause.run.len()).find(|place| !is_blank(clause.run[*place].c)).unwrap_or(clause.run.len());
    let c = |place: usize| clause.run.get(place).map(|glyph| glyph.c);
    // 史 湘 云（女）: one more character, spread like the others.
    let alone = c(next).is_some_and(is_han)
        && (c(next + 1).is_none_or(|c| "（、，：；。".contains(c)) || has(clause.run, next + 1, "同志"));
    if spread && next > end && alone && !matches!(c(next), Some('任' | '为' | '兼')) {
        return true;
    }
    // 花园社|区党总支: the cut falls inside a word.
    let unit_like = name.last().is_some_and(|glyph| "社村镇乡县局厅委校科处党市州院".contains(glyph.c));
    let marked = next > end
        || c(next).is_none_or(|c| "（）、，：；。|".contains(c))
        || any(clause.run, next, words!["同志", "任", "为", "的", "等", "兼", "不再", "当选", "辞", "担", "挂"])
            .is_some();
    unit_like && !marked
}

/// Where the name stands in the clause, blanks inside it allowed, and the place after it.
fn stands(name: &[Glyph], run: &[Glyph]) -> Option<(usize, usize)> {
    let first = name.first()?;
    (0..run.len()).filter(|at| run[*at].printed == first.printed).find_map(|at| {
        let mut place = at;
        for glyph in name {
            while is_blank(run.get(place)?.c) {
                place += 1;
            }
            if run[place].printed != glyph.printed {
                return None;
            }
            place += 1;
        }
        Some((at, place))
    })
}

static CLOSING: Words = Words::of(&[
    "免",
    "不再",
    "辞",
    "解聘",
    "解除",
    "撤",
    "罢",
    "卸任",
    "离任",
    "退休",
    "停止",
    "终止",
    "去职",
    "调离",
    "取消",
    "自然",
    "调整为",
    "变更为",
    "更换为",
    "更替为",
    "替换为",
    "改为",
    "换为",
    "变为",
    "改由",
    "接替",
    "接任",
    "替换",
    "顶替",
    "替代",
    "代替",
    "不担任",
]);

fn verb(said: &Said, clause: &Clause, voted: bool) -> bool {
    let item = said.item;
    if matches!(item.kind, ItemKind::Elect | ItemKind::Nominate) {
        return false;
    }
    let run = &clause.tight[..];
    // 免常任县水利局局长: 免 may be the name's and 任 the verb.
    if item.kind.closes()
        && item.person.name.ends_with('任')
        && has(run, 0, "免")
        && any(run, 1, words!["去", "除"]).is_none()
    {
        return true;
    }
    let closes = || CLOSING.find(run).is_some();
    let opening = |at: usize| {
        any(
            run,
            at,
            words!["任", "为", "聘", "选", "晋", "派", "兼", "挂", "提名", "推", "增补", "转正", "套转", "代理"],
        )
        .is_some()
            && any(run, at.saturating_sub(1), words!["主任", "责任", "原任", "所任", "现任", "常任", "解聘", "不兼"])
                .is_none()
    };
    let opens = || (0..run.len()).any(opening);
    match item.kind {
        ItemKind::Dismiss | ItemKind::Remove | ItemKind::AcceptResignation => {
            // 甲、乙为某站工作人员 under 免去：
            let behind = stands(&said.name, run).map_or(0, |(_, end)| end);
            !closes()
                && (behind..run.len()).any(|at| run[at].c == '为' && INNOCENT.at(run, at.saturating_sub(1)).is_none())
        }
        ItemKind::Appoint | ItemKind::Confirm => {
            let said = words!["当选", "选举产生", "补选", "选举为"].within(run);
            let struck = words!["免去", "不再担任", "解聘", "辞去", "撤销"].at(run, 0).is_some();
            said || (struck || voted) && !opens()
        }
        ItemKind::Elect | ItemKind::Nominate => false,
    }
}

/// The stretches under a line that says that those named below were elected.
fn elections(all: &[Paragraph]) -> Vec<(usize, usize)> {
    let mut out: Vec<(usize, usize)> = Vec::new();
    let mut open = None;
    for paragraph in all {
        let Some(last) = paragraph.run.last() else { continue };
        let run = tight(&paragraph.run);
        let stop = run.last().map(|glyph| glyph.c);
        let speaks = run.len() > 8 && matches!(stop, Some('：' | '。'));
        let votes = stop == Some('：') && words!["当选", "选举产生", "选举结果"].within(&run);
        if (speaks || votes)
            && let Some(from) = open.take()
        {
            out.push((from, paragraph.run[0].at));
        }
        if votes {
            open = Some(last.at);
        }
    }
    out.extend(open.map(|from| (from, usize::MAX)));
    out
}

/// 试用期一年, 聘期三年, 从2018年2月起算 in the clause or behind it, of which the item knows nothing.
fn marks(said: &Said, clause: &Clause) -> bool {
    let item = said.item;
    if item.kind.closes() || item.kind == ItemKind::Nominate {
        return false;
    }
    if TIMED.find(clause.run).is_none()
        && TIMED.find(clause.tail).is_none()
        && !spread(clause.run)
        && !spread(clause.tail)
    {
        return false;
    }
    let mut run = clause.tight.to_vec();
    run.extend_from_slice(&tight(clause.tail));
    let length_behind = |word: &str| {
        find(&run, 0, word).is_some_and(|at| {
            let from = at + word.chars().count();
            let from = any(&run, from, words!["为", "：", "（", "限", "均为"]).map_or(from, |(_, next)| next);
            months_at(&run, from).is_some() || any(&run, from, words!["壹", "贰", "叁"]).is_some()
        })
    };
    if item.probation_months.is_none() && item.kind != ItemKind::Confirm && length_behind("试用期") {
        return true;
    }
    if item.term_months.is_none() && (length_behind("聘期") || length_behind("任期")) {
        return true;
    }
    let counted = words!["起计算", "算起", "起算", "起任职", "起计"].first(&run, 0);
    if item.effective_on.is_none()
        && let Some(at) = counted
        && find_date(&run, at.saturating_sub(14)).is_some_and(|(_, from, _)| from < at)
    {
        return true;
    }
    // （女） behind the only name of the clause.
    let woman = find(&run[..clause.run.len().min(run.len())], 0, "（女").is_some();
    woman
        && item.person.gender.is_none()
        && stands(&said.name, &run).is_some_and(|(_, end)| any(&run, end, words!["（女", "同志（女"]).is_some())
}

/// Words without which a clause has none of the marks.
static TIMED: Words = Words::of(&["试用期", "聘期", "任期", "起计", "算起", "起算", "起任职", "（女"]);

/// Blanks may part the characters of a word.
fn spread(run: &[Glyph]) -> bool {
    run.iter().any(|glyph| is_blank(glyph.c))
}

#[cfg(test)]
mod tests;
