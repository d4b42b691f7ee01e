//! From a section of the text to a paper, or to none: what kind of paper it is, its head, its items and findings.

use renmian_domain::{DocumentNumber, Finding, FindingCode, Paper, Span, Subject};
use std::ops::Range;

use crate::account;
use crate::body::read_body;
use crate::check;
use crate::dateline::{dateline, headline};
use crate::doubt;
use crate::groups::groups_inside;
use crate::head::head;
use crate::layout::{Glyph, Line, find, glyphs, is_han, lines, printed, tight};
use crate::learnt::Learnt;
use crate::lexicon::{Words, words};
use crate::paragraph::{Paragraph, paragraphs};
use crate::prose::Footing;
use crate::report;
use crate::sections::{Section, sections};
use crate::sheet::Decision;
use crate::subject::{Announced, announced};
use crate::work::Work;
use crate::wrap::Wrap;

/// Reads all papers of a text; `None` where the work was called off.
pub(crate) fn papers(text: &str, work: &Work) -> Option<Vec<Paper>> {
    let lines = without_spacing(text, lines(text));
    let mut out = Vec::new();
    for section in sections(text, &lines, work)? {
        if !worth_reading(text, &lines, &section) {
            continue;
        }
        work.begin(lines.get(section.lines.start).map_or(0, |line| line.at));
        out.extend(paper(text, &lines, &section, work)?);
    }
    work.still().map(|()| out)
}

/// Where an empty line stands behind nearly every line, it parts nothing: only the wider gaps are left.
fn without_spacing(text: &str, lines: Vec<Line>) -> Vec<Line> {
    let empty = |line: &Line| text.get(line.bytes.clone()).is_none_or(|line| line.trim().is_empty());
    let blank: Vec<bool> = lines.iter().map(empty).collect();
    let written = blank.iter().filter(|blank| !**blank).count();
    let followed = blank.windows(2).filter(|pair| !pair[0] && pair[1]).count();
    if written < 6 || followed * 10 < written * 8 {
        return lines;
    }
    let mut lone = blank.windows(3).map(|three| !three[0] && three[1] && !three[2]);
    let mut first = true;
    lines.into_iter().filter(|_| std::mem::take(&mut first) || !lone.next().unwrap_or(false)).collect()
}

/// A cheap look before the close one: without any of these characters nobody is appointed.
fn worth_reading(text: &str, lines: &[Line], section: &Section) -> bool {
    let (Some(first), Some(last)) = (lines.get(section.lines.start), lines.get(section.lines.end.saturating_sub(1)))
    else {
        return false;
    };
    let body = text.get(first.bytes.start..last.bytes.end).unwrap_or_default();
    if section.title.is_some() && body.len() < 100_000 {
        return true; // the title itself says whether the paper is read
    }
    ["任", "免", "聘", "选", "辞", "组长", "撤销", "晋升", "代理", "增补", "递补", "提名", "套转", "名单"]
        .iter()
        .any(|word| body.contains(word))
}

/// Nothing where the work was called off: each passage over the paper asks.
fn paper(text: &str, lines: &[Line], section: &Section, work: &Work) -> Option<Vec<Paper>> {
    let title_lines = section.title.clone().unwrap_or(section.lines.start..section.lines.start);
    let title: Vec<Glyph> = lines[title_lines.clone()].iter().flat_map(|line| glyphs(text, line)).collect();
    let title = tight(&title);
    // 新华社北京8月31日电 before the title is the agency's.
    let title = title[dateline(&title)..].to_vec();
    let subject = announced(&title);
    let footing = match subject {
        Announced::Personnel | Announced::Group => Footing::Order,
        Announced::Nothing => Footing::Report,
        // The minutes of a meeting count where they decide in so many words.
        Announced::Other if find(&title, 0, "纪要").is_some() => Footing::Report,
        Announced::Other => {
            let groups =
                if work.options.groups { groups_inside(text, lines, section, work, &title) } else { Vec::new() };
            let papers = if groups.is_empty() { unread(text, lines, section, title_lines, &title) } else { groups };
            return work.still().map(|()| papers);
        }
    };
    let section_lines = &lines[section.lines.clone()];
    // The head is read apart, so that no line of the title is taken for the beginning of the body.
    let wrap = Wrap::of(text, section_lines);
    let mut all = paragraphs(text, &lines[section.lines.start..title_lines.end], wrap);
    let above = all.len();
    all.extend(paragraphs(text, &lines[title_lines.end..section.lines.end], wrap));
    // A chronicle tells of the past, in the words of the decisions.
    if footing == Footing::Report
        && (all.first().is_some_and(|first| is_chronicle(&first.run)) || is_obituary(&title, &all[above..]))
    {
        return Some(Vec::new());
    }
    let asked = Learnt::default();
    let (mut start, mut first) = (above, None);
    if footing == Footing::Report {
        start += headline(&all[above..]);
    }
    if start > above {
        // A headline tells beforehand what the text tells: it counts only where it names somebody else.
        let read = |range: Range<usize>| {
            read_body(&all[range].iter().collect::<Vec<_>>(), footing, &asked, work, &title, subject)
        };
        let (line, text) = (read(above..start), read(start..all.len()));
        let told = |name: &String| text.items.iter().any(|item| item.person.name == *name);
        if line.items.iter().all(|item| told(&item.person.name)) {
            first = Some(text);
        } else {
            start = above;
        }
    }
    let heading: Vec<Glyph> =
        all[above..start].iter().flat_map(|paragraph| tight(&paragraph.run).into_owned()).collect();
    let bill = crate::subject::is_bill(&title);
    if bill {
        all[start..].iter_mut().for_each(|paragraph| crate::subject::without_motion(&mut paragraph.run));
    }
    let body: Vec<&Paragraph> = all[start..].iter().collect();
    let first = first.unwrap_or_else(|| read_body(&body, footing, &asked, work, &title, subject));
    // What the first reading is sure of settles what it was not: names and units that the paper itself gives.
    let settled = first.findings.is_empty() && first.items.iter().all(|item| item.certain);
    let learnt = if settled { Learnt::default() } else { Learnt::of(&first.items) };
    // A bill's headline was read before its motion was taken out.
    let mut sheet = if settled || !bill && !learnt.would_answer(&asked) {
        first
    } else {
        work.once_more(all.last().and_then(|paragraph| paragraph.run.last()).map_or(0, |glyph| glyph.at + 1));
        read_body(&body, footing, &learnt, work, &title, subject)
    };
    work.still()?;
    if bill {
        crate::subject::put_forward(&mut sheet.items);
    }
    if let Some(decision) =
        report::of_headline(&heading).filter(|_| sheet.decisions.first().is_none_or(|(at, _)| *at > 0))
    {
        sheet.decisions.insert(0, (0, decision));
    }
    let named = words!["任", "免", "聘", "职"].within(&title);
    let nothing_decided = footing == Footing::Report && !sheet.news || footing == Footing::Order && !named;
    if sheet.items.is_empty() && work.options.groups {
        return Some(groups_inside(text, lines, section, work, &title));
    }
    let reports = footing == Footing::Report && sheet.news;
    if sheet.items.is_empty() && (sheet.findings.is_empty() || nothing_decided) {
        // Nothing was read: a decision on persons is shown all the same.
        sheet.findings = account::missed(&title, &all[start..], reports);
        if sheet.findings.is_empty() {
            return Some(Vec::new());
        }
        if footing == Footing::Order {
            account::guess(&title, &all[start..], &sheet.findings, &mut sheet.items);
        }
    } else {
        let missed = account::uncovered(&sheet.items, &sheet.findings, &all[start..], reports);
        sheet.findings.extend(missed);
        work.still()?;
        if footing == Footing::Order {
            account::guess(&title, &all[start..], &sheet.findings, &mut sheet.items);
        }
        account::reach_back(&mut sheet.findings, &all[start..]);
    }
    work.still()?;
    let mut head = head(&title, &all);
    if head.issuer.is_none() {
        // An unsigned paper is of the body that decides: 国务院任命…, 县委决定….
        head.issuer = head.decided_by.clone().or_else(|| {
            let named = all[start..].iter().take(6).find_map(|line| report::deciding(&tight(&line.run)));
            named.and_then(|decision| decision.issuer)
        });
    }
    let extent = Span::new(
        section_lines.first().map_or(0, |line| line.at),
        all.last().and_then(|paragraph| paragraph.run.last()).map_or(0, |glyph| glyph.at + 1),
    );
    let whole = Paper {
        subject: if subject == Announced::Group { Subject::Group } else { Subject::Personnel },
        number: head.number,
        issuer: head.issuer,
        title: head.title.or_else(|| (!heading.is_empty()).then(|| printed(&heading))),
        issued_on: head.issued_on,
        decided_by: head.decided_by,
        decided_on: head.decided_on,
        items: sheet.items,
        findings: sheet.findings,
        extent,
    };
    let mut whole = whole;
    if !whole.items.is_empty() {
        check::against_itself(&mut whole, &title, &all, footing == Footing::Order);
        work.still()?;
        doubt::withdraw(&mut whole, &all);
    }
    let mut papers = if footing == Footing::Report {
        by_decision(whole, &sheet.decisions, head.signed && !sheet.news)
    } else {
        vec![whole]
    };
    let named = if title.is_empty() { &heading } else { &title };
    for paper in &mut papers {
        paper.issuer = paper.issuer.take().map(|issuer| in_full(issuer, &printed(named)));
        note_uncertain(paper, &all);
    }
    Some(papers)
}

/// 省人民政府 where the headline says 湖南省人民政府.
fn in_full(issuer: String, title: &str) -> String {
    let placed = issuer.starts_with(['省', '市', '县', '区', '州']);
    match title.find(issuer.as_str()) {
        Some(at) if placed && (1..=6).contains(&title[..at].chars().count()) && title[..at].chars().all(is_han) => {
            title[..at].to_owned() + &issuer
        }
        _ => issuer,
    }
}

/// 某县教育局2022年大事记
fn is_chronicle(run: &[Glyph]) -> bool {
    let run = tight(run);
    run.len() < 40 && words!["大事记", "年鉴", "年谱", "组织史", "上的今天", "党史今日", "人物志"].end(&run).is_some()
}

/// A life that has ended is told in the words of the decisions that made it.
fn is_obituary(title: &[Glyph], body: &[Paragraph]) -> bool {
    let told = |run: &[Glyph]| OBITUARY.find(run).is_some();
    told(title) || body.iter().take(2).any(|paragraph| told(&tight(&paragraph.run)))
}

static OBITUARY: Words = Words::of(&["逝世", "讣告", "遗体", "追悼", "享年", "治丧", "生平"]);

/// A paper whose title speaks of something else, but that decides on persons all the same: shown without an item.
fn unread(text: &str, lines: &[Line], section: &Section, title_lines: Range<usize>, title: &[Glyph]) -> Vec<Paper> {
    let wrap = Wrap::of(text, &lines[section.lines.clone()]);
    let body = paragraphs(text, &lines[title_lines.end..section.lines.end], wrap);
    let findings = if body.len() > 60 { Vec::new() } else { account::missed(title, &body, false) };
    if findings.is_empty() {
        return Vec::new();
    }
    let mut all = paragraphs(text, &lines[section.lines.start..title_lines.end], wrap);
    all.extend(body);
    let head = head(title, &all);
    let start = lines.get(section.lines.start).map_or(0, |line| line.at);
    let end = all.last().and_then(|paragraph| paragraph.run.last()).map_or(start, |glyph| glyph.at + 1);
    vec![Paper {
        subject: Subject::Personnel,
        number: head.number,
        issuer: head.issuer,
        title: head.title,
        issued_on: head.issued_on,
        decided_by: head.decided_by,
        decided_on: head.decided_on,
        items: Vec::new(),
        findings,
        extent: Span::new(start, end),
    }]
}

/// One finding for every item that was read by a guess. It points at the sentence up to the clause: who or what the
/// clause speaks of may stand there.
pub(crate) fn note_uncertain(paper: &mut Paper, all: &[Paragraph]) {
    for (place, item) in paper.items.iter().enumerate() {
        if !item.certain {
            let source = Span::new(account::sentence_start(all, item.source.start), item.source.end);
            let finding = Finding::new(FindingCode::Uncertain).at(source).of(place);
            paper.findings.push(finding.with("name", item.person.name.clone()));
        }
    }
}

/// A report may carry several decisions: each that has items is a paper. A finding about an item goes with it, the
/// others stay with the first.
fn by_decision(mut whole: Paper, decisions: &[(usize, Decision)], signed: bool) -> Vec<Paper> {
    let items = std::mem::take(&mut whole.items);
    let findings = std::mem::take(&mut whole.findings);
    let mut papers: Vec<Paper> = Vec::new();
    // The paper that each item went to, and its place there.
    let mut went = Vec::with_capacity(items.len());
    let mut decisions = decisions.iter().peekable();
    let mut by: Option<&Decision> = None;
    let mut last: Option<&Decision> = None;
    for (place, item) in items.into_iter().enumerate() {
        while let Some((_, decision)) = decisions.next_if(|(from, _)| *from <= place) {
            by = Some(decision);
        }
        let same = |one: &Decision, other: &Decision| one.issuer == other.issuer && one.number == other.number;
        let goes_on = match (last, by) {
            (Some(last), Some(by)) => same(last, by),
            (None, None) => true,
            _ => false,
        };
        if papers.is_empty() || !goes_on {
            let by = by.cloned().unwrap_or_default();
            papers.push(Paper {
                number: by.number.as_deref().map(DocumentNumber::parse).or_else(|| whole.number.clone()),
                issuer: whole.issuer.clone().filter(|_| signed).or(by.issuer).or_else(|| whole.issuer.clone()),
                decided_by: by.decided_by.or_else(|| whole.decided_by.clone()),
                decided_on: by.decided_on.or(whole.decided_on),
                ..whole.clone()
            });
        }
        last = by;
        let at = papers.len() - 1;
        went.push((at, papers[at].items.len()));
        papers[at].items.push(item);
    }
    if papers.is_empty() {
        papers.push(whole);
    }
    for mut finding in findings {
        let place = finding.item.and_then(|item| went.get(item).copied());
        finding.item = place.map(|(_, item)| item);
        papers[place.map_or(0, |(paper, _)| paper)].findings.push(finding);
    }
    papers
}
