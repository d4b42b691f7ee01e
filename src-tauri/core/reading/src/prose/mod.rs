//! Running text: sentences, and in each the clauses one behind the other. What decides something and parses as no
//! clause becomes a finding at its place.

mod account;
mod cuts;
mod entries;
mod frame;
mod listed;
mod qualifier;

use self::account::account;
pub(crate) use self::cuts::{after_numbering, segment_end, sentences};
use self::entries::{Entries, goes_on, leans, named_at_its_head, opens_sentence};
use self::frame::{
    announces, closes_frame, confirms, convened, convenes, decides_itself, elected, founded, plans, proposed, roster,
    withdraws,
};
use self::listed::{further, included, inline_roll, titled};
use self::qualifier::{qualifier, spread};
use crate::clause::{self, Clause, Found, Sentence};
use crate::dateline::dateline;
use crate::layout::{Glyph, any, find, has, tight};
use crate::lexicon::verbs::Verb;
use crate::lexicon::words;
use crate::marks::{Marks, bracket_at};
use crate::name::Who;
use crate::post::{Before, Seat};
use crate::report;
use crate::sheet::Sheet;

/// How far the text around is operative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Footing {
    /// An order: every clause counts.
    Order,
    /// A report: clauses count where a decision was announced.
    Report,
    /// A report in which a decision was just announced.
    Announced,
}

/// A roll of names to come: 任命下列同志为…：.
#[derive(Debug, Clone)]
pub(crate) struct Roll {
    pub verb: Verb,
    pub seats: Vec<Seat>,
    /// The items of those whom the clause named already: 聘任甲等八名同志为…，名单如下：.
    pub listed: Option<std::ops::Range<usize>>,
}

/// Reads a paragraph of running text. Gives the footing behind it and the roll that it opens.
pub(crate) fn paragraph(spaced: &[Glyph], sheet: &mut Sheet, footing: Footing) -> (Footing, Option<Roll>) {
    let run = tight(spaced);
    sheet.breaks = crate::spread::breaks(spaced);
    let run = &run[dateline(&run)..];
    let mut footing = footing;
    let mut roll = None;
    let count = sheet.items.len();
    sheet.before = sheet.group.as_deref().or(sheet.part.as_deref()).map(Before::unit).unwrap_or_default();
    for (from, to) in sentences(run) {
        if !sheet.goes_on(run[from].at) {
            break;
        }
        // 高一年级部：聘甲为主任；高二年级部：聘乙为主任
        if sheet.part.is_some()
            && from > 0
            && let Some((unit, _)) = crate::unit_lines::led(&run[from..to])
        {
            sheet.before = Before::unit(&unit);
        }
        let (next, opened) = sentence(&run[from..to], sheet, footing);
        if run.get(to).is_none_or(|glyph| glyph.c != '；') {
            sheet.lead = None;
            sheet.opened = None;
            sheet.planned = false;
        }
        footing = next;
        roll = opened.or(roll);
    }
    if footing == Footing::Announced && sheet.items.len() == count && run.last().is_none_or(|glyph| glyph.c != '：') {
        footing = Footing::Report;
    }
    (footing, roll)
}

/// How far back from a clause its sentence is searched for what it rests on, in characters.
const LEAD_IN: usize = 400;

/// Reads one sentence.
fn sentence(run: &[Glyph], sheet: &mut Sheet, footing: Footing) -> (Footing, Option<Roll>) {
    let mut footing = footing;
    let mut roll = None;
    let mut state = Sentence { lead: sheet.lead.take(), opened: sheet.opened.take(), ..Sentence::default() };
    let mut spoken_last = None;
    let first_item = sheet.items.len();
    let mut clause_items = first_item..first_item;
    let mut place = after_numbering(run, 0);
    if place > 0 && any(run, 0, words!["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]).is_some()
    {
        // A new numbered part: what the heading before said of confirming ends.
        sheet.confirms = sheet.confirms_all;
    }
    // …；免去其…: the person is the one of the sentence before.
    let spoken = sheet.spoken.take().filter(|_| leans(run, place));
    if let Some((persons, _)) = &spoken {
        state.subject.clone_from(persons);
        state.subject_at = place;
    }
    // 甲、乙试用期满，经考核合格，县政府决定：
    if run.last().is_some_and(|last| last.c == '：') && confirms(run) {
        sheet.confirms = true;
        sheet.confirmed = named_at_its_head(run);
    }
    let mut announced_here = false;
    let mut ratified = false;
    // Who is the subject of the sentence, for a decision told further down in it.
    let mut speaker: Option<String> = None;
    let mut body_set_up: Option<Vec<Glyph>> = None;
    let mut planned = std::mem::take(&mut sheet.planned);
    while place < run.len() {
        if matches!(run[place].c, '，' | '、' | '：' | '“' | '”') {
            place += 1;
            continue;
        }
        if let Some((inside, next)) = bracket_at(run, place) {
            // …，聘期五年（试用期一年）
            let marks = Marks::bracket(inside);
            let timed = marks.probation.is_some() || marks.term.is_some() || marks.effective.is_some();
            if timed && !clause_items.is_empty() {
                spread(run, inside, &marks, sheet, clause_items.clone(), first_item, false, false);
            } else if timed && run.last().is_some_and(|last| last.c == '：') {
                // 决定聘任（聘期四年，自2022年8月1日起）：, and the list stands below.
                sheet.ahead.take(&marks);
            } else if timed || clause_items.is_empty() {
                account(inside, sheet, footing);
            }
            place = next;
            continue;
        }
        let end = segment_end(run, place);
        let segment = &run[place..end];
        if let Some(next) = qualifier(run, place, end, sheet, clause_items.clone(), first_item, &mut state) {
            place = next.max(place + 1);
            continue;
        }
        if withdraws(segment) {
            account(segment, sheet, footing);
            place = end;
            continue;
        }
        if footing != Footing::Order {
            if let Some(speaks) = report::speaker(segment) {
                speaker = Some(speaks);
            }
            if plans(segment) {
                planned = true;
            } else if announces(segment) {
                planned = false;
            }
            if planned {
                place = end;
                continue;
            }
        }
        let decision = |to: usize| {
            let told = report::decision(run, place, to);
            told.or_else(|| speaker.as_ref().and_then(|speaker| report::decided_by(speaker, &run[place..to])))
        };
        let operative = footing != Footing::Report;
        if !operative
            && sheet.news
            && let Some(Found::Clause(clause)) = clause::led_body(run, place, sheet)
        {
            let from = sheet.items.len();
            sheet.write(&clause, run, &Marks::default());
            clause_items = from..sheet.items.len();
            footing = Footing::Announced;
            place = clause.to.max(place + 1);
            continue;
        }
        if sheet.news
            && let Some(clause) = body_set_up.as_deref().and_then(|body| clause::leads_founded(run, place, body))
        {
            let from = sheet.items.len();
            place = clause.to.max(place + 1);
            sheet.write(&clause, run, &Marks::default());
            clause_items = from..sheet.items.len();
            continue;
        }
        if let Some(body) = founded(segment) {
            body_set_up = Some(body);
        }
        if let Some(next) = included(run, place, end, sheet, &clause_items) {
            clause_items = clause_items.start..sheet.items.len();
            place = next;
            continue;
        }
        convened(segment, sheet);
        // …下设办公室，甲兼任主任: the office's head.
        if let Some(group) = &sheet.group
            && find(segment, 0, "下设办公室").or_else(|| find(segment, 0, "办公室设在")).is_some()
        {
            let at = group.first().map_or(0, |glyph| glyph.at);
            let office: Vec<Glyph> = "办公室".chars().map(|c| Glyph::of(c, at)).collect();
            sheet.before = Before::unit(&office);
        } else if let Some(at) = find(segment, 0, "下设").filter(|_| sheet.group.is_some())
            && crate::groups::is_group_name(&crate::layout::plain(&segment[at + 2..]))
        {
            // …委员会下设感染监测小组，由甲任组长
            sheet.before = Before::unit(&segment[at + 2..]);
        }
        let entries = Entries::of(run, place, end, operative);
        let mut read = None;
        for entry in entries {
            if let Some(found) = clause::at(run, entry, sheet, &state) {
                let by_itself = matches!(&found, Found::Clause(clause) if clause.verb.strong && clause.sure);
                // No further back than a sentence goes: an endless one is not searched for each of its clauses.
                let ahead = &run[entry.saturating_sub(LEAD_IN)..entry];
                let bare = || by_itself && (entry == after_numbering(run, 0) || proposed(ahead));
                // 县委任命…: the body stands right before the verb, at the head of its sentence.
                // The posts may be cut by a guess: the item says so.
                let named = matches!(&found, Found::Clause(clause)
                    if clause.verb.strong && clause.persons.iter().all(|who| who.sure));
                // 教育部党组任命：
                let heads = matches!(&found, Found::Heading(verb, next) if verb.strong && *next == run.len())
                    && run.last().is_some_and(|glyph| glyph.c == '：');
                // 行政长官已委任以下人士为某委员会成员：, and the names below.
                let rolls = matches!(&found, Found::Roll(verb, ..) if verb.strong)
                    && run.last().is_some_and(|glyph| glyph.c == '：');
                // 任命： on a line of its own.
                let alone = heads && entry == after_numbering(run, 0);
                // 会议选举：, of the meeting that was named before
                let met = || {
                    heads
                        && words!["会议", "大会", "全会"].at(run, place).is_some_and(|(_, next)| next == entry)
                        && sheet.decisions.last().is_some_and(|(_, decision)| decision.met)
                };
                let bodied = alone
                    || met()
                    || (named || heads || rolls) && opens_sentence(run, place) && decides_itself(&run[place..entry]);
                let decided = bodied || closes_frame(&run[place..entry]) && decision(entry).is_some();
                let strong = matches!(&found, Found::Clause(clause) if clause.verb.strong);
                // 会议…，决定甲为国务院副总理: 决定 itself appoints.
                let decides = matches!(&found, Found::Clause(clause) if clause.verb.word == "决定" && clause.sure);
                if operative
                    || announced_here
                    || bare()
                    || decided
                    || decides
                    || strong && convenes(&run[place..entry])
                    || (by_itself && (sheet.news || announces(ahead)))
                {
                    read = Some((entry, found));
                    break;
                }
            }
        }
        ratified |= find(segment, 0, "追认").is_some();
        let Some((entry, found)) = read else {
            if announces(segment) {
                announced_here = true;
                if footing == Footing::Report
                    && (has(run, end, "：") || has(run, end, "，") || end == run.len())
                    && (closes_frame(segment) || elected(segment))
                {
                    footing = Footing::Announced;
                }
            }
            if operative
                && !clause_items.is_empty()
                && let Some((seats, next)) = clause::more_posts(run, place, sheet)
                && let Some(last) = sheet.items.get(clause_items.start).cloned()
            {
                let from = sheet.items.len();
                further(run, (seats, next), &last, clause_items, &state, sheet);
                clause_items = from..sheet.items.len();
                place = next;
                continue;
            }
            if confirms(segment) && end == run.len() && clause_items.is_empty() {
                // 以上2名同志试用期满，正式任职 speaks of those above and of nobody below.
                match words!["以上", "上述", "前述"].at(run, after_numbering(run, 0)) {
                    Some((_, next)) => sheet.confirm_above(crate::date::number_at(run, next).map(|(number, _)| number)),
                    None => {
                        sheet.confirms = true;
                        sheet.confirmed = named_at_its_head(run);
                    }
                }
            }
            if let Some(next) = titled(run, place, end, sheet, footing) {
                place = next;
                continue;
            }
            if let Some(body) = roster(segment) {
                sheet.roster = Some(body);
            }
            if let Some(by) = decision(end) {
                sheet.decide(by);
            }
            let findings = sheet.findings.len();
            account(segment, sheet, footing);
            let posted = crate::lexicon::titles::heads().end(segment)
                && segment.iter().any(|glyph| matches!(glyph.c, '任' | '为' | '免'));
            state.unread |= posted || sheet.findings.len() > findings;
            place = end;
            continue;
        };
        if footing != Footing::Order
            && let Some(by) = decision(entry)
        {
            sheet.decide(by);
        }

        if footing == Footing::Report {
            footing = Footing::Announced;
        }
        let found = if let Found::Both(first, second) = found {
            sheet.write(&first, run, &state.ahead);
            Found::Clause(second)
        } else {
            found
        };
        match found {
            Found::Both(..) => {}
            Found::Clause(mut clause) => {
                if ratified && clause.verb.kind.closes() {
                    clause.marks.notes.push("追认".to_owned());
                }
                if state.unread {
                    let said = crate::layout::printed(&run[clause.from..clause.to]);
                    let own = |seat: &Seat| seat.unit.as_ref().is_none_or(|unit| said.contains(unit.as_str()));
                    // 其 may be the one whom the stretch spoke of.
                    clause.sure &= clause.seats.iter().all(own) && clause.from >= entry;
                }
                let from = sheet.items.len();
                let mut ahead = state.ahead.clone();
                ahead.take(&sheet.ahead.clone());
                let same = |who: &Who| clause.persons.first().is_some_and(|first| first.name == who.name);
                sheet.reach = match (&spoken, &sheet.addressee) {
                    (Some((persons, at)), _) if persons.first().is_some_and(same) => Some(*at),
                    (_, Some(addressee)) if same(addressee) => sheet.addressed_at,
                    _ => None,
                };
                sheet.write(&clause, run, &ahead);
                clause_items = from..sheet.items.len();
                if crate::name::leaves_some(&run[clause.from..clause.to]) && from == first_item {
                    roll = Some(Roll {
                        verb: clause.verb,
                        seats: clause.seats.clone(),
                        listed: Some(clause_items.clone()),
                    });
                }
                let carried = clause.from < entry;
                state.subject.clone_from(&clause.persons);
                state.subject_at = if carried { clause.from } else { entry };
                if goes_on(clause.verb) {
                    state.lead = Some(clause.verb);
                } else if !carried {
                    state.lead = None;
                }
                if clause.verb.kind.opens() && state.lead.is_some() {
                    state.opened = state.lead;
                }
                sheet.lead = state.lead;
                spoken_last = run.get(state.subject_at).map(|glyph| glyph.at);
                place = clause.to.max(entry + 1);
            }
            Found::Heading(verb, next) => {
                sheet.mode = Some(verb);
                // 自…起，任命：: the day is of all that the heading governs.
                if state.ahead.effective.is_some() {
                    sheet.ahead.take(&state.ahead);
                }
                state.lead = Some(verb);
                place = next.max(entry + 1);
            }
            Found::Roll(verb, seats, next) => {
                let opened = Roll { verb, seats, listed: None };
                place = next.max(entry + 1);
                if let Some((names, to)) = inline_roll(run, place) {
                    let clause = Clause {
                        from: entry,
                        to,
                        verb,
                        sure: names.iter().all(|who| who.sure),
                        persons: names,
                        seats: opened.seats,
                        basis: None,
                        marks: Marks::default(),
                    };
                    let from = sheet.items.len();
                    sheet.write(&clause, run, &sheet.ahead.clone());
                    clause_items = from..sheet.items.len();
                    place = to.max(entry + 1);
                } else {
                    roll = Some(opened);
                }
            }
            Found::Subject(persons, next) => {
                state.subject = persons;
                state.subject_at = entry;
                place = next.max(entry + 1);
            }
        }
    }
    if let Some(at) = spoken_last {
        let at = spoken.filter(|(persons, _)| *persons == state.subject).map_or(at, |(_, earlier)| earlier);
        sheet.spoken = Some((state.subject.clone(), at));
    }
    sheet.opened = state.opened;
    sheet.planned = planned;
    (footing, roll)
}
