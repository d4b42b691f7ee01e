//! Lines that no grammar took and that hold names and posts all the same: what they seem to say, as items that are never
//! certain. The finding at the line stays.

use renmian_domain::{Finding, FindingCode, Item, ItemKind, Person, Post, Span};

use crate::layout::{Glyph, find, is_blank, plain, tight};
use crate::list::people;
use crate::name::{Who, is_name};
use crate::paragraph::Paragraph;
use crate::post::{Before, Seat, is_bare_title, is_unit, is_whole_post, posts};
use crate::prose::after_numbering;
use crate::spread::{cells, close_names, name_alone};

/// What the lines above say of the line.
struct Above {
    kind: ItemKind,
    /// 教研组长, 副校长：.
    title: Option<Vec<Glyph>>,
    /// 县一中, above its posts.
    unit: Option<Vec<Glyph>>,
}

/// Writes what the lines seem to say at which findings point and from which nothing was read.
pub(crate) fn guess(title: &[Glyph], body: &[Paragraph], findings: &[Finding], items: &mut Vec<Item>) {
    let open = |finding: &&Finding| {
        matches!(finding.code, FindingCode::NotUnderstood | FindingCode::VerbUnaccounted) && finding.item.is_none()
    };
    let mut sources: Vec<Span> = findings.iter().filter(open).filter_map(|finding| finding.source).collect();
    sources.sort_unstable_by_key(|source| source.start);
    if sources.is_empty() || !operative(title, body) {
        return;
    }
    let mut above = Above { kind: kind_in(&plain(title)).unwrap_or(ItemKind::Appoint), title: None, unit: None };
    let read: Vec<Span> = items.iter().map(|item| item.source).collect();
    for paragraph in body {
        let whole = tight(&paragraph.run);
        if whole.len() > 200 {
            continue;
        }
        let heading = &whole[after_numbering(&whole, 0)..];
        above.look_at(heading);
        let (Some(first), Some(last)) = (paragraph.run.first(), paragraph.run.last()) else { continue };
        let next = sources.partition_point(|source| source.end <= first.at);
        for source in sources[next..].iter().take_while(|source| source.start <= last.at) {
            let within = |glyph: &&Glyph| (source.start..source.end).contains(&glyph.at);
            let run: Vec<Glyph> = paragraph.run.iter().filter(within).copied().collect();
            let taken = read.iter().any(|item| item.start < source.end && source.start < item.end);
            if taken || run.iter().any(|glyph| matches!(glyph.c, '。' | '；')) {
                continue;
            }
            let Some(guessed) = line(&run, &above) else { continue };
            let at = items.iter().position(|item| item.source.start > source.start).unwrap_or(items.len());
            let new = guessed.into_iter().map(|(who, seat)| item(&who, seat, above.kind, *source));
            items.splice(at..at, new);
        }
    }
}

/// Whether the paper says of anybody that he is appointed: a list of who attends a course does not.
fn operative(title: &[Glyph], body: &[Paragraph]) -> bool {
    let words = ["任命", "任免", "任职", "免职", "聘任", "选举", "当选", "转正", "免去", "任用", "任命书", "职务"];
    let says = |run: &[Glyph]| words.iter().any(|word| find(run, 0, word).is_some());
    says(title) || body.iter().take(20).any(|paragraph| says(&tight(&paragraph.run)))
}

fn kind_in(text: &str) -> Option<ItemKind> {
    let has = |words: &[&str]| words.iter().any(|word| text.contains(word));
    let closes = has(&["免去", "免职", "解聘", "不再担任", "免除"]);
    let opens = has(&["任命", "任职", "聘任", "担任", "任用"]);
    match (opens, closes) {
        _ if has(&["转正", "试用期满", "正式任职"]) => Some(ItemKind::Confirm),
        _ if has(&["当选", "选举产生", "选举结果"]) => Some(ItemKind::Elect),
        (true, false) => Some(ItemKind::Appoint),
        (false, true) => Some(ItemKind::Dismiss),
        (true, true) | (false, false) => None,
    }
}

impl Above {
    fn look_at(&mut self, run: &[Glyph]) {
        if run.len() > 4 && (run.last().is_some_and(|glyph| glyph.c == '：') || run.len() < 20) {
            self.kind = kind_in(&plain(run)).unwrap_or(self.kind);
        }
        let bare: &[Glyph] = match run.iter().position(|glyph| glyph.c == '：') {
            Some(colon) => &run[..colon],
            None => run,
        };
        if is_bare_title(bare) {
            self.title = Some(bare.to_vec());
        } else if bare.len() == run.len() && bare.len() < 24 && is_unit(bare) {
            self.unit = Some(bare.to_vec());
            self.title = None;
        }
    }

    fn before(&self) -> Before {
        self.unit.as_deref().map(Before::unit).unwrap_or_default()
    }
}

fn item(who: &Who, seat: Seat, kind: ItemKind, source: Span) -> Item {
    let notes: Vec<String> = who.marks.notes.iter().chain(&seat.marks.notes).cloned().collect();
    Item {
        person: Person { name: who.name.clone(), gender: who.marks.gender, ethnicity: who.marks.ethnicity.clone() },
        kind,
        post: Post { organisation: seat.unit, title: seat.title },
        concurrent: who.marks.concurrent || seat.marks.concurrent,
        acting: who.marks.acting || seat.marks.acting,
        secondment: who.marks.secondment || seat.marks.secondment,
        probation_months: None,
        term_months: None,
        effective_on: None,
        note: (!notes.is_empty()).then(|| notes.join("，")),
        certain: false,
        basis: None,
        source,
    }
}

/// 校　长：周敦颐, 欧　阳　区房产局副局长, or names alone under a title.
fn line(run: &[Glyph], above: &Above) -> Option<Vec<(Who, Seat)>> {
    let run = &run[after_numbering(run, 0)..];
    if run.iter().any(|glyph| glyph.c == '：') {
        return labels(run, above);
    }
    if let Some(found) = column(run) {
        return Some(found);
    }
    let title = above.title.as_deref()?;
    let seat = posts(title, &mut above.before())?.into_iter().next()?;
    let people = people(run)?;
    people.iter().all(|who| who.sure).then(|| people.into_iter().map(|who| (who, seat.clone())).collect())
}

/// Every label of the line with the names behind it, or nothing.
fn labels(run: &[Glyph], above: &Above) -> Option<Vec<(Who, Seat)>> {
    let mut out = Vec::new();
    let mut rest = run;
    while let Some(colon) = rest.iter().position(|glyph| glyph.c == '：') {
        let label = tight(&rest[..colon]);
        let behind = &rest[colon + 1..];
        let stop = match behind.iter().position(|glyph| glyph.c == '：') {
            Some(next) => behind[..next].iter().rposition(|glyph| is_blank(glyph.c))?,
            None => behind.len(),
        };
        let seat = if is_bare_title(&label) || is_whole_post(&label) {
            posts(&label, &mut above.before())?.into_iter().next()?
        } else {
            // 语文组：甲 below 教研组长
            let title = above.title.as_deref().filter(|_| label.len() <= 12)?;
            posts(title, &mut Before::unit(&label))?.into_iter().next()?
        };
        if behind[..stop].iter().all(|glyph| is_blank(glyph.c)) {
            return None;
        }
        out.extend(people(&behind[..stop])?.into_iter().map(|who| (who, seat.clone())));
        rest = &behind[stop..];
    }
    (!out.is_empty() && rest.iter().all(|glyph| is_blank(glyph.c))).then_some(out)
}

/// A name whose characters blanks may part, and posts behind it.
fn column(run: &[Glyph]) -> Option<Vec<(Who, Seat)>> {
    let closed = close_names(run);
    let cells = cells(&closed);
    (1..cells.len().min(4)).find_map(|cut| {
        let name: Vec<Glyph> = cells[..cut].concat();
        let who = name_alone(&name).filter(|who| is_name(&name) || who.sure)?;
        let rest: Vec<Glyph> = cells[cut..].concat();
        let first = rest.split(|glyph| matches!(glyph.c, '、' | '（')).next()?;
        is_whole_post(first).then_some(())?;
        let seats = posts(&rest, &mut Before::default())?;
        Some(seats.into_iter().map(|seat| (who.clone(), seat)).collect())
    })
}
