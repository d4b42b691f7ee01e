//! Columns without a header: a name, blanks and its posts, or the posts first and one name or more behind them.

use renmian_domain::ItemKind;

use crate::layout::{Glyph, any, has, is_blank, printed, span};
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::words;
use crate::list::{ahead, outside, split_outside, trimmed};
use crate::marks::{Marks, bracket_at, bracket_before_end, start_day};
use crate::name::Who;
use crate::post::{Before, Seat, is_bare_title, is_post, is_unit, is_whole_post, posts};
use crate::prose::after_numbering;
use crate::sheet::Sheet;
use crate::spread::{cells, close_names, name_alone, odd_name};

/// Reads 郑景川　　党委办公室主任、学校办公室主任, or 副校长　程明　程远 of the body that stands above. `part` is that body.
pub(crate) fn columns(run: &[Glyph], part: Option<&[Glyph]>, verb: Verb, sheet: &mut Sheet) -> bool {
    let from = after_numbering(run, 0);
    if let Some((led, rest)) = led_by_verb(&run[from..]) {
        return columns(rest, part, Verb { kind: led, ..verb }, sheet);
    }
    if let Some((people, seats, verb)) = sent(&run[from..]) {
        for who in &people {
            for seat in &seats {
                let mut marks = ahead(sheet, &seat.marks);
                marks.secondment |= verb.secondment;
                sheet.push(who, seat, verb, marks, span(run), true, None);
            }
        }
        return true;
    }
    // 副主任　乙 below 办公室　主任　甲: of the same unit.
    let above = sheet.row_unit.clone();
    let Some((people, seats, posted_first)) = row(&run[from..], above.as_deref().or(part)) else {
        sheet.row_unit = None;
        return false;
    };
    // 县人大常委会主任　甲, and 副主任　乙　丙 below it
    let whole = || {
        let unit = seats.iter().rev().find_map(|seat| seat.unit.as_deref())?;
        (part.is_none() && posted_first).then(|| unit.chars().map(|c| Glyph::of(c, run[0].at)).collect())
    };
    let unit = unit_cell(&run[from..]).or_else(whole);
    let bare = |title: &str| seats.iter().any(|seat| seat.title == title);
    sheet.row_unit = unit.or(above.filter(|unit| {
        let unit = printed(unit);
        seats.iter().all(|seat| seat.unit.as_deref() == Some(unit.as_str()) && bare(&seat.title))
    }));
    let source = span(run);
    for who in &people {
        for seat in &seats {
            let marks = ahead(sheet, &seat.marks);
            sheet.push(who, seat, verb, marks, source, true, None);
        }
    }
    true
}

/// 免去　甲　县审计局副局长: a row that begins with its verb.
pub(crate) fn led_by_verb(run: &[Glyph]) -> Option<(ItemKind, &[Glyph])> {
    let stop = run.iter().take(5).position(|glyph| is_blank(glyph.c))?;
    let kind = match printed(&run[..stop]).as_str() {
        "任命" | "聘任" | "任职" | "任用" | "任" => ItemKind::Appoint,
        "免去" | "免职" | "解聘" | "免除" | "免" => ItemKind::Dismiss,
        _ => return None,
    };
    let rest = &run[stop..];
    let rest = &rest[rest.iter().position(|glyph| !is_blank(glyph.c))?..];
    is_row(rest).then_some((kind, rest))
}

/// 县财政局　侯四海　挂任平弯村第一书记: who sends, who is sent, and as what.
fn sent(run: &[Glyph]) -> Option<(Vec<Who>, Vec<Seat>, Verb)> {
    if !run.iter().any(|glyph| is_blank(glyph.c)) {
        return None;
    }
    let closed = close_names(run);
    let cells = cells(&closed);
    let [home, person, post] = cells.as_slice() else { return None };
    if !is_unit(home) || is_post(home) {
        return None;
    }
    let mut who = name_alone(trimmed(person)).filter(|who| who.sure)?;
    let (verb, from) = verbs::at(&verbs::HOLDING, post, 0).filter(|(verb, _)| verb.kind.opens())?;
    let seats = pieces(trimmed(&post[from..]), &mut Before::default())?;
    who.marks.notes.push(printed(home));
    Some((vec![who], seats, verb))
}

/// The unit that stands in cells of its own before a bare title and names: 护 理 部　　主任　孙二.
fn unit_cell(run: &[Glyph]) -> Option<Vec<Glyph>> {
    let closed = close_names(run);
    let cells = cells(&closed);
    let join = |cells: &[&[Glyph]]| cells.iter().flat_map(|cell| cell.iter().copied()).collect::<Vec<Glyph>>();
    (1..cells.len().min(7)).find_map(|unit| {
        let body = join(&cells[..unit]);
        let titled = (unit + 1..cells.len().min(unit + 4)).any(|to| is_bare_title(&join(&cells[unit..to])));
        (titled && crate::post::is_unit(&body)).then_some(body)
    })
}

/// Whether the line is a row of a name and posts, whatever stands above it.
pub(crate) fn is_row(run: &[Glyph]) -> bool {
    let run = &run[after_numbering(run, 0)..];
    sent(run).is_some()
        || row(run, None).is_some_and(|(people, seats, _)| {
            people.iter().all(|who| who.sure) && seats.first().is_some_and(|seat| seat.unit.is_some())
        })
}

/// Whether the line is a row of a bare title and names: such rows stand below the body that they speak of.
pub(crate) fn is_titled_row(run: &[Glyph]) -> bool {
    let Some(at) = run.first().map(|glyph| glyph.at) else { return false };
    let body = [Glyph::of('局', at)];
    row(&run[after_numbering(run, 0)..], Some(&body)).is_some_and(|(people, seats, posted_first)| {
        // The title says that names stand behind it.
        (people.iter().all(|who| who.sure) || posted_first)
            && seats.iter().all(|seat| seat.unit.as_deref() == Some("局"))
    })
}

/// The persons of a row, their posts, and whether these stand first.
fn row(run: &[Glyph], part: Option<&[Glyph]>) -> Option<(Vec<Who>, Vec<Seat>, bool)> {
    // 王丽娟（女）县教育局副局长: the bracket parts them as a blank would.
    let parted = (2..=8).find_map(|name| {
        let (inside, next) = bracket_at(run, name)?;
        let marks = Marks::bracket(inside);
        // 孟和巴图（蒙古族）: names of other peoples have other shapes.
        let word = &run[..name];
        let foreign = marks.ethnicity.is_some() && word.iter().all(|glyph| crate::layout::is_han(glyph.c));
        let named = crate::name::is_name(word) || foreign && !is_unit(word) && !is_post(word);
        let apart = run.get(next).is_some_and(|glyph| {
            crate::layout::is_han(glyph.c) && !matches!(glyph.c, '为' | '任' | '的' | '同' | '当' | '不')
        }) && marks.says_of_person();
        let row = apart && named && is_post(without_tail(&run[next..]));
        row.then(|| [&run[..next], &[Glyph::of(' ', run[next].at)], &run[next..]].concat())
    });
    let run = parted.as_deref().unwrap_or(run);
    if !run.iter().any(|glyph| is_blank(glyph.c)) || is_clause(run) {
        return None;
    }
    let closed = close_names(run);
    let cells = cells(&closed);
    if cells.len() < 2 || cells.len() > 12 {
        return None;
    }
    let join = |cells: &[&[Glyph]]| cells.iter().flat_map(|cell| cell.iter().copied()).collect::<Vec<Glyph>>();
    let names =
        |cell: &[Glyph]| -> Option<Vec<Who>> { split_outside(trimmed(cell)).into_iter().map(name_alone).collect() };
    let mut before = part.map(Before::unit).unwrap_or_default();
    // The posts first: every cell behind them is a name.
    let behind =
        cells.iter().rev().take_while(|cell| names(cell).is_some_and(|names| names.iter().any(|who| who.sure)));
    let behind = cells.len() - behind.count();
    let first = names(cells[0]).filter(|_| !is_post(cells[0]));
    // 护 理 部　主任　孙二: what blanks spread there is no name.
    let whole = behind > 0 && behind < cells.len() && is_whole_post(&join(&cells[..behind]));
    let first = first.filter(|names| !whole || names.iter().all(|who| who.sure));
    if first.is_none() && behind > 0 && behind < cells.len() {
        let posted = join(&cells[..behind]);
        let bare = is_bare_title(&posted);
        if !(bare && part.is_some() || is_whole_post(&posted) || behind + 1 == cells.len() && is_post(&posted)) {
            return odd_names(&cells, part);
        }
        let people: Vec<Who> = cells[behind..].iter().filter_map(|cell| names(cell)).flatten().collect();
        return Some((people, posts(&posted, &mut before)?, true));
    }
    let first = first.or_else(|| odd_name_first(&cells));
    let Some(mut people) = first else { return odd_names(&cells, part) };
    let mut rest = &cells[1..];
    // Columns of gender and nationality.
    while let Some(cell) = rest.first().filter(|_| rest.len() > 1) {
        let mut marks = Marks::default();
        marks.take(&Marks::bracket(cell));
        if !marks.notes.is_empty() || !marks.says_of_person() {
            break;
        }
        people.iter_mut().for_each(|who| who.marks.take(&marks));
        rest = &rest[1..];
    }
    // 县一中副校长　县二中校长: two posts side by side, and which of them is meant stands in a header that was not read.
    if rest.iter().filter(|cell| is_whole_post(cell)).count() > 1 {
        return None;
    }
    let rest = join(rest);
    let mut rest = trimmed(&rest);
    // A bracket of the name may stand behind the blank.
    while let Some((inside, next)) = bracket_at(rest, 0) {
        people.iter_mut().for_each(|who| who.marks.take(&Marks::bracket(inside)));
        rest = &rest[next..];
    }
    for word in ["女", "男"] {
        if has(rest, 0, word) && is_post(&rest[1..]) {
            people.iter_mut().for_each(|who| who.marks.take(&Marks::bracket(&rest[..1])));
            rest = &rest[1..];
        }
    }
    // 库　峰 为销售部副总监, 林　璐（女）同志 任区公安局局长 are sentences with blanks in them.
    let copula = (has(rest, 0, "为") || has(rest, 0, "的")) && is_post(without_tail(&rest[1..]));
    if copula
        || verbs::at(&verbs::HOLDING, rest, 0).is_some_and(|(_, next)| {
            let end = ['，', '、'].into_iter().filter_map(|mark| outside(rest, next, mark)).min().unwrap_or(rest.len());
            is_post(without_tail(&rest[next..end]))
        })
    {
        return None;
    }
    Some((people, pieces(rest, &mut before)?, false))
}

/// 公羊和 平为柏江县人民检察院检察长: what blanks part anyhow is a clause.
fn is_clause(run: &[Glyph]) -> bool {
    let run = crate::layout::tight(run);
    // 解聘孟　涛的…职务: the verb is no surname.
    let verb = [&verbs::STRIPPING, &verbs::LEADING].into_iter().find_map(|list| verbs::at(list, &run, 0));
    let governs = verb.filter(|(verb, _)| verb.strong).is_some_and(|(_, from)| {
        crate::name::persons_at(&run, from).is_some_and(|(_, end)| any(&run, end, words!["的", "为"]).is_some())
    });
    governs
        || crate::name::persons_at(&run, 0).is_some_and(|(persons, end)| {
            let post = run.get(end + 1..).unwrap_or_default();
            let post =
                post.split(|glyph| matches!(glyph.c, '，' | '；' | '。' | '、' | '（')).next().unwrap_or_default();
            persons.iter().all(|who| who.sure) && has(&run, end, "为") && is_whole_post(post)
        })
}

/// Whether the line begins with a post in full and goes on with names.
pub(crate) fn leads_with_post(run: &[Glyph]) -> bool {
    let closed = close_names(run);
    cells(&closed).first().is_some_and(|cell| is_whole_post(cell)) && is_row(run)
}

/// 任免之　县水利局副局长: before a post in full stands a name, whatever its characters. It is a guess.
fn odd_name_first(cells: &[&[Glyph]]) -> Option<Vec<Who>> {
    let [name, post] = cells else { return None };
    let surname = crate::lexicon::names::is_surname(name.first()?.c) && !is_unit(name);
    let post = post.split(|glyph| matches!(glyph.c, '、' | '（' | '，' | '。' | '；')).next()?;
    let who = odd_name(name).filter(|_| surname && name.len() <= 3 && is_whole_post(post))?;
    Some(vec![who])
}

/// 土木工程学院　院　长　凡　星: where the posts end the names begin, whatever their characters. Such names are guesses.
fn odd_names(cells: &[&[Glyph]], part: Option<&[Glyph]>) -> Option<(Vec<Who>, Vec<Seat>, bool)> {
    (1..cells.len().min(7)).rev().find_map(|posted| {
        let post = cells[..posted].concat();
        if !(is_whole_post(&post) || part.is_some() && is_bare_title(&post)) {
            return None;
        }
        let mut people = Vec::new();
        let mut rest = cells[posted..].iter();
        while let Some(cell) = rest.next() {
            // 凡　星 is one name.
            let whole = if cell.len() == 1 { [cell, *rest.next()?].concat() } else { cell.to_vec() };
            people.push(name_alone(&whole).or_else(|| odd_name(&whole))?);
        }
        let mut before = part.map(Before::unit).unwrap_or_default();
        posts(&post, &mut before).map(|seats| (people, seats, true))
    })
}

fn without_tail(run: &[Glyph]) -> &[Glyph] {
    let mut run = run;
    while let Some((_, open)) = bracket_before_end(run) {
        run = &run[..open];
    }
    words!["职务", "职级"].end(run).map_or(run, |_| &run[..run.len() - 2])
}

/// Posts that commas part, and behind them how long and from when: 县水利局副局长，县河长办主任，试用期一年.
fn pieces(run: &[Glyph], before: &mut Before) -> Option<Vec<Seat>> {
    let mut seats: Vec<Seat> = Vec::new();
    for piece in outside_commas(run) {
        let mut marks = Marks::default();
        let told = marks.duration(piece).or_else(|| {
            let (day, end) = start_day(piece, any(piece, 0, words!["任职时间", "时间"]).map_or(0, |(_, next)| next))?;
            marks.effective = Some(day);
            Some(end)
        });
        if told == Some(piece.len()) && !seats.is_empty() {
            seats.iter_mut().for_each(|seat| seat.marks.take(&marks));
            continue;
        }
        if ["主持工作", "主持全面工作"].iter().any(|word| printed(piece) == *word)
            && let Some(seat) = seats.last_mut()
        {
            seat.marks.notes.push(printed(piece));
            continue;
        }
        // …副部长，兼区民族宗教事务局局长
        let (piece, concurrent) = match any(piece, 0, words!["兼任", "兼"]) {
            Some((_, next)) if !seats.is_empty() && is_post(without_tail(&piece[next..])) => (&piece[next..], true),
            _ => (piece, false),
        };
        let piece = match bracket_before_end(piece) {
            Some((_, open)) if words!["职务", "职级"].end(&piece[..open]).is_some() => {
                [&piece[..open - 2], &piece[open..]].concat()
            }
            _ => without_tail_only(piece).to_vec(),
        };
        let from = seats.len();
        seats.extend(posts(&piece, before)?);
        seats[from..].iter_mut().for_each(|seat| seat.marks.concurrent |= concurrent);
    }
    (!seats.is_empty()).then_some(seats)
}

fn without_tail_only(run: &[Glyph]) -> &[Glyph] {
    words!["职务", "职级"].end(run).map_or(run, |_| &run[..run.len() - 2])
}

fn outside_commas(run: &[Glyph]) -> Vec<&[Glyph]> {
    let (mut from, mut depth) = (0, 0);
    let mut out = Vec::new();
    for (place, glyph) in run.iter().enumerate() {
        match glyph.c {
            '（' | '〔' => depth += 1,
            '）' | '〕' => depth -= 1,
            '，' if depth <= 0 => {
                out.push(&run[from..place]);
                from = place + 1;
            }
            _ => {}
        }
    }
    out.push(&run[from..]);
    out.retain(|piece| !piece.is_empty());
    out
}
