//! A paper held against itself: whom its title names, how many it says it appoints, what stands twice, what its head
//! lacks, characters that may show as others elsewhere.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use renmian_domain::{Finding, FindingCode, Item, ItemKind, Paper, Span};

use crate::date::number_at;
use crate::layout::{Glyph, any, find, printed, span, tight};
use crate::lexicon::words;
use crate::name::is_name;
use crate::paragraph::Paragraph;

/// Writes the findings that need nothing but the paper.
pub(crate) fn against_itself(paper: &mut Paper, title: &[Glyph], all: &[Paragraph], order: bool) {
    let mut findings = Vec::new();
    if order {
        findings.extend(named_in_title(title, &paper.items));
        findings.extend(head(paper));
    }
    findings.extend(counts(title, all, &paper.items));
    findings.extend(twice(&paper.items));
    findings.extend(rare(&paper.items));
    paper.findings.extend(findings);
}

/// 关于甲、乙等同志…: a person of the title for whom the body has no item.
fn named_in_title(title: &[Glyph], items: &[Item]) -> Vec<Finding> {
    let Some(about) = find(title, 0, "关于") else { return Vec::new() };
    let verbs = words!["任命", "免去", "聘任", "解聘", "同意", "接受", "提名", "推荐", "罢免", "撤销"];
    let from = any(title, about + 2, verbs).map_or(about + 2, |(_, next)| next);
    let Some(end) = words!["同志", "等", "职务", "任", "辞"].first(title, from + 2) else {
        return Vec::new();
    };
    title[from..end]
        .split(|glyph| glyph.c == '、')
        .filter(|name| is_name(name) && name.len() <= 4)
        .filter(|name| !items.iter().any(|item| item.person.name == printed(name)))
        .map(|name| Finding::new(FindingCode::NameOnlyInTitle).at(span(name)).with("name", printed(name)))
        .collect()
}

/// 任12人、免9人: what the paper says of itself against what was read.
fn counts(title: &[Glyph], all: &[Paragraph], items: &[Item]) -> Vec<Finding> {
    let persons = |opens: bool| {
        let wanted = |item: &&Item| {
            if opens { !item.kind.closes() && item.kind != ItemKind::Nominate } else { item.kind.closes() }
        };
        items.iter().filter(wanted).map(|item| item.person.name.as_str()).collect::<HashSet<_>>().len()
    };
    let (appointed, dismissed) = (LazyCell::new(|| persons(true)), LazyCell::new(|| persons(false)));
    let mut findings = Vec::new();
    for run in std::iter::once(Cow::Borrowed(title)).chain(all.iter().map(|paragraph| tight(&paragraph.run))) {
        if !run.iter().any(|glyph| matches!(glyph.c, '人' | '名')) {
            continue;
        }
        for at in 0..run.len() {
            if !matches!(run[at].c, '共' | '任' | '免') {
                continue;
            }
            let counted =
                any(&run, at, words!["共任命", "任命", "共任", "任职", "任", "共免去", "免去", "共免", "免职", "免"]);
            let Some((word, next)) = counted else { continue };
            let Some((stated, end)) = number_at(&run, next) else { continue };
            let closed = any(&run, end, words!["人，", "人；", "人。", "人、", "人）", "名，", "名；"]).is_some()
                || any(&run, end, words!["人"]).is_some_and(|(_, next)| next == run.len());
            let opens = word.contains('任');
            // Counted once: a text that states numbers without end must not count its items for each.
            let read = if opens { *appointed } else { *dismissed };
            if closed && stated as usize != read {
                let (stated, read) = (format!("{word}{stated}人"), format!("{read}人"));
                findings.push(
                    Finding::new(FindingCode::CountMismatch)
                        .at(span(&run[at..end + 1]))
                        .with("stated", stated)
                        .with("read", read),
                );
            }
        }
    }
    findings
}

/// The same person, post and effect twice.
fn twice(items: &[Item]) -> Vec<Finding> {
    // Most names stand once: their posts need not be written out.
    let mut times: HashMap<&str, usize> = HashMap::with_capacity(items.len());
    items.iter().for_each(|item| *times.entry(&item.person.name).or_default() += 1);
    let mut seen = HashSet::new();
    let mut findings = Vec::new();
    for (place, item) in items.iter().enumerate().filter(|(_, item)| times[item.person.name.as_str()] > 1) {
        let post = format!("{}{}", item.post.organisation.as_deref().unwrap_or_default(), item.post.title);
        if !seen.insert((item.person.name.as_str(), item.kind, post.clone())) {
            let finding = Finding::new(FindingCode::ItemTwice).at(item.source).of(place);
            findings.push(finding.with("name", item.person.name.clone()).with("post", post));
        }
    }
    findings
}

/// Characters of private areas and of late extensions: another machine may show another shape.
fn rare(items: &[Item]) -> Vec<Finding> {
    let is_rare = |c: char| matches!(c as u32, 0xE000..=0xF8FF | 0x20000..);
    let mut seen = HashSet::new();
    items
        .iter()
        .enumerate()
        .filter(|(_, item)| item.person.name.chars().any(is_rare) && seen.insert(item.person.name.clone()))
        .map(|(place, item)| {
            Finding::new(FindingCode::RareCharacter).at(item.source).of(place).with("name", item.person.name.clone())
        })
        .collect()
}

/// What the head lacks, in the words of the form.
fn head(paper: &Paper) -> Vec<Finding> {
    // Lists and announcements of a congress are issued without a number.
    let title = paper.title.as_deref().unwrap_or_default();
    let congress = ["人民代表大会", "人大", "人民法院", "人民检察院"].iter().any(|body| title.contains(body));
    let unnumbered = congress && ["名单", "公告", "决定"].iter().any(|kind| title.ends_with(kind));
    let lacks = [
        (paper.number.is_none() && !unnumbered, "发文字号"),
        (paper.issuer.is_none(), "发文机关"),
        (paper.issued_on.is_none(), "成文日期"),
    ];
    let start = Span::new(paper.extent.start, paper.extent.start);
    lacks
        .iter()
        .filter(|(lacks, _)| *lacks)
        .map(|(_, field)| Finding::new(FindingCode::HeadIncomplete).at(start).with("field", *field))
        .collect()
}
