//! The body of a paper, paragraph by paragraph: headings, tables, lists, letters and running text, each to its reader.

use renmian_domain::ItemKind;

use crate::columns::columns;
use crate::frame_lines::{is_date_line, is_index_line, is_issuer, is_number_line};
use crate::groups::group_in_title;
use crate::heading;
use crate::label::{self, Label};
use crate::layout::{Glyph, any, find, is_blank, tight};
use crate::learnt::Learnt;
use crate::lexicon::verbs::Verb;
use crate::lexicon::words;
use crate::paragraph::Paragraph;
use crate::prose::{self, Footing, Roll};
use crate::rolls;
use crate::sheet::Sheet;
use crate::subject::{APPOINT, Announced, listed_verb};
use crate::table::table;
use crate::unit_lines;
use crate::work::Work;

/// Reads all paragraphs below the title.
pub(crate) fn read_body<'k>(
    body: &[&Paragraph],
    footing: Footing,
    learnt: &'k Learnt,
    work: &'k Work<'k>,
    title: &[Glyph],
    subject: Announced,
) -> Sheet<'k> {
    let mut sheet = Sheet::new(learnt, work);
    sheet.place = place_of(title);
    let mut footing = footing;
    let listed = listed_verb(title).or_else(|| body.iter().take(2).find_map(|line| passed_by(&tight(&line.run))));
    sheet.news = footing == Footing::Report && body.iter().take(2).any(|paragraph| is_news(&paragraph.run));
    // 关于甲等任免及乙等试用期满正式任职的通知 confirms a part of its people only.
    sheet.confirms_all = words!["试用期满", "转正"].within(title) && !words!["任免", "免职", "免去"].within(title);
    sheet.confirms = sheet.confirms_all;
    let titled_group = (subject == Announced::Group).then(|| group_in_title(title)).flatten();
    let titled_group = titled_group.map(|group| in_full(group, sheet.place.as_deref(), body));
    let titled_group = titled_group.map(|group| spoken_of(group, title, body));
    sheet.group.clone_from(&titled_group);
    if subject == Announced::Group {
        // 会议选举产生了…理事会理事: a council is elected, a leading group appointed.
        let elected = body.iter().take(4).any(|line| words!["选举产生"].within(&tight(&line.run)));
        let vote = Verb { kind: ItemKind::Elect, word: "选举", ..APPOINT };
        sheet.mode = Some(if elected { vote } else { APPOINT });
    } else if footing == Footing::Order && crate::layout::ends(title, "名单") {
        // 任命名单: the title is the verb of every line, 甲为…, 甲的…职务.
        sheet.mode = listed;
    }
    // The part of the group whose list is being read; prose speaks of the whole group again.
    let listing = (footing == Footing::Order && crate::layout::ends(title, "名单"))
        .then(|| crate::head::listing(title))
        .flatten();
    let elected = listed.filter(|verb| verb.kind == ItemKind::Elect).and_then(|_| heading::body_of_title(title));
    let mut part = titled_group.clone().or(listing.map(|end| title[..end].to_vec())).or(elected);
    let outset = part.clone();
    let mut roll: Option<Roll> = None;
    // 对内设机构负责人调整如下：
    let mut led = false;
    let mut label: Option<Label> = None;
    // The title that stands above bodies and names.
    let mut titled: Option<Vec<Glyph>> = None;
    let mut place = 0;
    while let Some(paragraph) = body.get(place).filter(|next| sheet.goes_on(next.run[0].at)) {
        let run = tight(&paragraph.run);
        let verb = sheet.mode.or(listed).unwrap_or(APPOINT);
        let confirms = sheet.confirms && verb.kind == ItemKind::Appoint;
        let verb = if confirms { Verb { kind: ItemKind::Confirm, ..verb } } else { verb };
        if place < 4 && sheet.addressed_unit.is_none() {
            sheet.addressed_unit = heading::addressed_unit(&run);
        }
        if place < 4
            && let Some(who) = heading::addressee(&run)
        {
            sheet.addressed_at = run.first().map(|glyph| glyph.at);
            sheet.addressee = Some(who);
            place += 1;
            continue;
        }
        let first = sheet.items.len();
        if footing == Footing::Order
            && let Some(taken) = table(body, place, verb, &mut sheet)
        {
            if let Some(listed) = roll.as_mut().and_then(|open| open.listed.take()) {
                rolls::listed_again(listed, first, &mut sheet);
            }
            place += taken.max(1);
            continue;
        }
        // Whether the line above leads to this one.
        let leading = place > 0 && body[place - 1].run.last().is_some_and(|glyph| glyph.c == '：');
        place += 1;
        if subject == Announced::Group
            && let Some(heading) = crate::list::body_heading(&paragraph.run)
            && (prose::after_numbering(&run, 0) > 0 || run.len() < 30 && !is_date_line(&run) && sheet.items.is_empty())
            && !is_number_line(&run)
        {
            if titled_group.is_none() {
                sheet.group = Some(heading.clone());
            }
            // 一、领导小组 is the group of the title.
            let whole =
                titled_group.as_ref().filter(|group| crate::layout::ends(group, &crate::layout::plain(&heading)));
            part = Some(whole.cloned().unwrap_or(heading));
            label = None;
            continue;
        }
        if subject == Announced::Group
            && let numbered = prose::after_numbering(&run, 0)
            && numbered > 0
            && let Some(group) = &titled_group
            && let Some(found) = Label::standing(&run[numbered..], group, verb)
        {
            label = Some(found);
            continue;
        }
        if footing == Footing::Order
            && subject == Announced::Personnel
            && let Some(found) = heading::verb_heading(&run)
        {
            sheet.head(found);
            part.clone_from(&outset);
            (label, titled) = (None, None);
            continue;
        }
        if subject == Announced::Personnel {
            let below = body.get(place).map(|next| next.run.as_slice());
            if let Some(found) = heading::unit_heading(&run, below) {
                part = Some(found);
                (label, titled) = (None, None);
                continue;
            }
            // 副主席（8名）, and the names below it
            let named_below =
                || below.and_then(crate::list::people).is_some_and(|people| people.iter().any(|who| who.sure));
            let numbered = prose::after_numbering(&run, 0);
            if footing == Footing::Order && run.len() <= 60 && named_below() {
                let title = label::label_of(&run[numbered..]);
                let found = part.as_deref().and_then(|part| Label::standing(&title, part, verb));
                // 一、镇党委委员（9名，按姓氏笔画为序）
                let plain = !title.iter().any(|glyph| matches!(glyph.c, '（' | '、' | '，'));
                let counted = plain && (numbered > 0 || words!["名", "人", "序"].within(&run[title.len()..]));
                let found = found.or_else(|| counted.then(|| Label::whole(&title, verb)).flatten());
                if let Some(found) = found {
                    label = Some(found);
                    continue;
                }
            }
            // 三、…委员会第一次全体会议选举结果
            if numbered > 0
                && words!["选举结果", "选举结果如下", "选举结果："].end(&run).is_some()
                && let Some(body) = heading::body_of_title(&run[numbered..])
            {
                part = Some(body);
                sheet.mode = Some(Verb { kind: ItemKind::Elect, word: "选举", ..APPOINT });
                (label, titled) = (None, None);
                continue;
            }
            if let Some(found) = heading::title_heading(&run, below) {
                titled = Some(found);
                label = None;
                continue;
            }
        }
        let below = body.get(place).map(|next| next.run.as_slice());
        if let Some(open) = &mut roll
            && rolls::retitled(&run, below, open)
        {
            continue;
        }
        // 李建军　张丽苑 below a list's heading is no body that signs.
        let named = || {
            (roll.is_some() || paragraph.run.iter().any(|glyph| is_blank(glyph.c) || glyph.c == '、'))
                && crate::list::names_only(&paragraph.run)
        };
        if label.is_none() && is_frame_line(&run) && !named() {
            continue;
        }
        let line = |at: usize| body.get(at).map(|paragraph| &paragraph.run[..]);
        if label.is_none() && !leading && crate::head::is_signature(line, place - 1) {
            continue;
        }
        if footing == Footing::Order
            && leading
            && let Some(taken) = rolls::closed_below(body, place - 1, verb, &mut sheet)
        {
            place += taken - 1;
            continue;
        }
        if let Some(open) = &mut roll {
            if rolls::roll(&paragraph.run, open, &mut sheet) {
                continue;
            }
            // The list that a clause promised may stand further down, behind the signature.
            if open.listed.is_none() {
                roll = None;
            }
        }
        if footing == Footing::Order {
            // 副县长： below 县人民政府县长：
            let above = label.as_ref().filter(|_| part.is_none()).and_then(|label| label.unit(paragraph.run[0].at));
            let unit = part.as_deref().or(above.as_deref());
            if let Some(found) = label::labelled(&paragraph.run, unit, titled.as_deref(), verb, &mut sheet) {
                label = Some(found);
                continue;
            }
            if subject == Announced::Group
                && let Some(group) = &part
                && let Some(found) = label::spaced(&paragraph.run, group, verb, &mut sheet)
            {
                label = Some(found);
                continue;
            }
            if let Some(open) = &label
                && label::members(&paragraph.run, open, leading, &mut sheet)
            {
                continue;
            }
            let bracketed = crate::marks::bracket_before_end(&run)
                .is_some_and(|(inside, _)| crate::post::is_post(inside) || crate::post::is_unit(inside));
            if label.is_some()
                && (crate::paragraph::has_columns(&paragraph.run) || bracketed && run.len() < 40)
                && !run.iter().any(|glyph| matches!(glyph.c, '，' | '。' | '；' | '：'))
            {
                sheet.not_understood(&paragraph.run);
                continue;
            }
            label = None;
            if subject != Announced::Group
                && (sheet.mode.is_some()
                    || listed.is_some()
                    || sheet.confirms
                    || part.is_some()
                    || crate::columns::led_by_verb(&paragraph.run).is_some())
                && columns(&paragraph.run, part.as_deref(), verb, &mut sheet)
            {
                continue;
            }
        }
        if is_frame_line(&run) {
            continue;
        }
        sheet.part = part.clone().filter(|_| subject == Announced::Personnel);
        if footing == Footing::Order && subject == Announced::Personnel {
            if let Some((unit, from)) = unit_lines::led(&paragraph.run) {
                let rest = &paragraph.run[from..];
                if unit_lines::rows(rest, &unit, verb, &mut sheet)
                    || unit_lines::pairs(rest, Some(&unit), verb, &mut sheet)
                {
                    continue;
                }
                sheet.part = Some(unit);
            } else if (part.is_some() || sheet.mode.is_some() || listed.is_some() || led)
                && unit_lines::pairs(&paragraph.run, part.as_deref(), verb, &mut sheet)
            {
                continue;
            }
        }
        led |= words!["调整如下", "明确如下", "作如下调整"].within(&run);
        let (items, findings) = (sheet.items.len(), sheet.findings.len());
        let (next, opened) = prose::paragraph(&paragraph.run, &mut sheet, footing);
        footing = next;
        if footing == Footing::Order
            && subject == Announced::Personnel
            && sheet.items.len() == items
            && let Some(lead) = heading::lead_in(&run)
        {
            sheet.findings.truncate(findings);
            sheet.ahead.take(&heading::times(&run));
            sheet.mode = lead.verb.or(sheet.mode);
            // 同意县第一中学第九次代表大会选举结果： below …委员会选举结果的批复: the title names the body in full.
            let told = |body: &Vec<Glyph>| {
                outset.as_ref().is_some_and(|whole| {
                    // 县妇女联合会第十四届执行委员会 elects the officers of the federation.
                    let rest = whole.get(body.len()..).unwrap_or_default();
                    !rest.is_empty()
                        && rest.iter().all(|glyph| glyph.c != '第')
                        && whole.iter().zip(body).all(|(one, other)| one.c == other.c)
                })
            };
            part = lead.body.filter(|body| !told(body)).or(part);
        }
        roll = opened.or(roll);
    }
    sheet.end_held();
    sheet
}

/// （…第一次全体会议选举产生）: how those came to their posts whom a list below names.
fn passed_by(run: &[Glyph]) -> Option<Verb> {
    let (inside, _) = crate::marks::bracket_at(run, 0).filter(|(_, next)| *next == run.len())?;
    // （…纪律检查委员会第一次全体会议选举，…委员会第一次全体会议通过）
    let mut told = inside.split(|glyph| glyph.c == '，');
    let elected = told.any(|part| words!["选举产生", "选举", "选举通过"].end(part).is_some());
    elected.then_some(Verb { kind: ItemKind::Elect, word: "选举", ..APPOINT })
}

/// 央视网消息：, 新华社北京8月17日电.
fn is_news(run: &[Glyph]) -> bool {
    let head = &run[..run.len().min(40)];
    words!["消息", "电", "讯", "报道", "获悉", "公布"].within(head)
}

/// Lines of the frame of a paper that say nothing of persons: number, signature, day, copies, index.
fn is_frame_line(run: &[Glyph]) -> bool {
    is_number_line(run)
        || is_date_line(run)
        || is_index_line(run)
        || (is_issuer(run) && find(run, 0, "任").is_none())
        || is_passed_line(run)
        || words!["抄送", "主题词", "附件", "联系人", "来源", "上一篇", "下一篇", "发：", "主送"].at(run, 0).is_some()
}

/// 县防汛抗旱指挥部 of the title, where the text says 青云县防汛抗旱指挥部.
fn in_full(group: Vec<Glyph>, place: Option<&[Glyph]>, body: &[&Paragraph]) -> Vec<Glyph> {
    let Some(place) = place.filter(|place| place.last().map(|last| last.c) == group.first().map(|first| first.c))
    else {
        return group;
    };
    let full = [place, &group[1..]].concat();
    let word = crate::layout::plain(&full);
    let said = body.iter().take(6).any(|paragraph| find(&tight(&paragraph.run), 0, &word).is_some());
    if said { full } else { group }
}

/// 指挥部 of the title says only what kind of body it is: the text or the issuer says which.
fn spoken_of(group: Vec<Glyph>, title: &[Glyph], body: &[&Paragraph]) -> Vec<Glyph> {
    if group.len() > 4 {
        return group;
    }
    let word = crate::layout::plain(&group);
    let told = body.iter().take(6).find_map(|paragraph| {
        let run = tight(&paragraph.run);
        let mut from = 0;
        while let Some(at) = find(&run, from, &word) {
            let end = at + group.len();
            let start = run[..at]
                .iter()
                .rposition(|glyph| "，。；：、（）对将经为的".contains(glyph.c))
                .map_or(0, |stop| stop + 1);
            let start = any(&run, start, words!["调整", "成立", "决定"]).map_or(start, |(_, next)| next);
            if (2..=20).contains(&at.saturating_sub(start)) {
                return Some(run[start..end].to_vec());
            }
            from = end;
        }
        None
    });
    let issuer = || {
        let about = find(title, 0, "关于")?;
        let named = &title[any(title, 0, words!["中共"]).map_or(0, |(_, next)| next)..about];
        (named.len() > group.len() && crate::layout::ends(named, &word)).then(|| named.to_vec())
    };
    told.or_else(issuer).unwrap_or(group)
}

/// （2021年9月27日…第一次全体会议选举）: which meeting it was; the head takes it.
pub(crate) fn is_passed_line(run: &[Glyph]) -> bool {
    let Some((inside, _)) = crate::marks::bracket_at(run, 0).filter(|(_, next)| *next == run.len()) else {
        return false;
    };
    words!["通过", "选举", "选举产生", "批准"].end(inside).is_some() && crate::date::find_date(inside, 0).is_some()
}

/// 青云县 at the beginning of a title.
fn place_of(title: &[Glyph]) -> Option<Vec<Glyph>> {
    let from = any(title, 0, words!["中国共产党", "中共", "政协"]).map_or(0, |(_, next)| next);
    let end = (from + 2..title.len().min(from + 8))
        .find(|at| matches!(title[*at].c, '省' | '市' | '县' | '区' | '州' | '旗' | '镇' | '乡'))?;
    Some(title[from..=end].to_vec())
}
