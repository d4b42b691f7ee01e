//! 缺号、重号: the numbers of a year's series (机关代字 and year), as far as papers of the day have been issued.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use renmian_domain::{Concern, ConcernKind, DocumentNumber, Facts, OrderHead};

pub(super) fn concerns(facts: &Facts, superseded: &[OrderHead], on: NaiveDate) -> Vec<Concern> {
    let issued = |head: &&OrderHead| head.issued_on.is_none_or(|day| day.earliest() <= on);
    let standing: Vec<&OrderHead> = facts.orders.iter().filter(issued).collect();
    let all = standing.iter().copied().chain(superseded.iter().filter(issued));
    let mut found = gaps(all);
    found.extend(twice(&standing));
    found
}

type Series<'a> = BTreeMap<(&'a str, i32), BTreeSet<u32>>;

/// The serials that a year's series lacks up to its highest. It is known to begin at 1 where the register holds an
/// earlier year of the same code; else it may begin in the middle, as the register does.
fn gaps<'a>(orders: impl Iterator<Item = &'a OrderHead>) -> Vec<Concern> {
    let mut series: Series<'_> = BTreeMap::new();
    let mut heads: BTreeMap<(&str, i32), &OrderHead> = BTreeMap::new();
    for head in orders {
        if let Some((code, year, serial)) = head.number.as_ref().and_then(parts) {
            series.entry((code, year)).or_default().insert(serial);
            let last = heads.entry((code, year)).or_insert(head);
            if last.number.as_ref().and_then(|number| number.serial) < Some(serial) {
                *last = head;
            }
        }
    }
    let mut found = Vec::new();
    for ((code, year), serials) in &series {
        let earlier_year = series.keys().any(|(other, before)| other == code && before < year);
        let first = if earlier_year { 1 } else { serials.first().copied().unwrap_or(1) };
        let missing = missing(serials, first);
        let count: u64 = missing.iter().map(|(from, to)| u64::from(to - from) + 1).sum();
        if count == 0 || (!of_personnel(code) && count > serials.len() as u64) {
            continue;
        }
        let text: Vec<String> = missing
            .iter()
            .map(|(from, to)| if from == to { from.to_string() } else { format!("{from}–{to}") })
            .collect();
        let mut concern = Concern::new(ConcernKind::NumberGap)
            .with("series", format!("{code}〔{year}〕"))
            .with("missing", text.join("、"))
            .with("count", count.to_string());
        concern.orders.extend(heads.get(&(*code, *year)).map(|head| head.id));
        found.push(concern);
    }
    found
}

/// A code that names personnel (青政人, 青组干, 人任) counts personnel papers only. Under a general code (青政) most
/// numbers belong to other papers, and their absence says nothing.
fn of_personnel(code: &str) -> bool {
    code.contains(['人', '任', '干', '职', '免'])
}

fn parts(number: &DocumentNumber) -> Option<(&str, i32, u32)> {
    Some((number.code.as_deref()?, number.year?, number.serial?))
}

/// The stretches between `first` and the highest that are not there.
fn missing(serials: &BTreeSet<u32>, first: u32) -> Vec<(u32, u32)> {
    let mut stretches = Vec::new();
    let mut next = first;
    for serial in serials.iter().copied().filter(|serial| *serial >= first) {
        if serial > next {
            stretches.push((next, serial - 1));
        }
        next = serial.saturating_add(1);
    }
    stretches
}

/// One number on several papers in force. Numbers without parts (第1号) are counted by each issuer and year anew.
fn twice(orders: &[&OrderHead]) -> Vec<Concern> {
    let mut by_number: BTreeMap<_, Vec<&OrderHead>> = BTreeMap::new();
    for head in orders {
        let Some(number) = &head.number else { continue };
        let own = parts(number).is_none().then(|| (head.issuer.clone(), head.issued_on.map(|day| day.year())));
        by_number.entry((number.key(), own)).or_default().push(head);
    }
    let mut found = Vec::new();
    for heads in by_number.into_values().filter(|heads| heads.len() > 1) {
        let titles: Vec<&str> = heads.iter().filter_map(|head| head.title.as_deref()).collect();
        let number = heads[0].number.as_ref().map_or("", |number| number.text.as_str());
        let mut concern = Concern::new(ConcernKind::NumberTwice)
            .with("number", number)
            .with("count", heads.len().to_string())
            .with("titles", titles.join("；"));
        concern.orders = heads.iter().map(|head| head.id).collect();
        found.push(concern);
    }
    found
}
