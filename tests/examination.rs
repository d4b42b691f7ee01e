//! The reader examined with papers by another hand (`papers/`): how much is right, and that what is wrong is shown.
//!
//! The figures are a floor for a reader that is still learning, not an aim: the aim is everything right, and nothing
//! wrong that is certain. Raise them with every improvement. `papers/second/` is another set by yet another hand, which
//! tells how far what was learnt from the first carries; `papers/third/` are announcements and reports.

use std::collections::BTreeMap;
use std::path::Path;

use renmian_domain::{Finding, Item, Span};
use renmian_reading::{Options, read};
use serde_json::Value;

/// What is held for a set of papers.
struct Floors {
    /// At least this share of the items is read right.
    recall: f64,
    /// At least this share of what is read is right.
    precision: f64,
    /// At most so many errors that a clerk would not have been shown.
    silent: usize,
    /// At most so many papers without an order are taken for one.
    taken_for_orders: usize,
}

#[derive(Debug, Default)]
struct Figures {
    papers: usize,
    items: usize,
    found: usize,
    right: usize,
    silent: usize,
    look_alikes: usize,
    taken_for_orders: Vec<String>,
}

type Key = (String, String, Option<String>, String);

fn key_of(item: &Item) -> Key {
    let kind = serde_json::to_value(item.kind).unwrap_or_default().as_str().unwrap_or_default().to_owned();
    (item.person.name.clone(), kind, item.post.organisation.clone(), item.post.title.clone())
}

fn key_in(item: &Value) -> Key {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    (
        text(&item["person"]["name"]).unwrap_or_default(),
        text(&item["kind"]).unwrap_or_default(),
        text(&item["post"]["organisation"]),
        text(&item["post"]["title"]).unwrap_or_default(),
    )
}

/// Whether the name stands in the text at a place that a finding points at.
fn is_shown(text: &str, name: &str, findings: &[&Finding]) -> bool {
    let places: Vec<Span> = findings.iter().filter_map(|finding| finding.source).collect();
    text.match_indices(name).any(|(at, _)| {
        let place = text[..at].chars().count();
        places.iter().any(|span| span.start <= place && place < span.end)
    })
}

fn examine(text: &str, right: &Value, name: &str, figures: &mut Figures) {
    let papers = read(text, &Options::default());
    let findings: Vec<&Finding> = papers.iter().flat_map(|paper| &paper.findings).collect();
    let mut left: Vec<&Item> = papers.iter().flat_map(|paper| &paper.items).collect();
    figures.papers += 1;
    figures.found += left.len();
    let wanted = right["papers"].as_array().map(Vec::as_slice).unwrap_or_default();
    if wanted.is_empty() {
        figures.look_alikes += 1;
        if !left.is_empty() {
            figures.taken_for_orders.push(name.to_owned());
        }
    }
    for item in wanted.iter().flat_map(|paper| paper["items"].as_array().map(Vec::as_slice).unwrap_or_default()) {
        figures.items += 1;
        let key = key_in(item);
        match left.iter().position(|found| key_of(found) == key) {
            Some(place) => {
                left.remove(place);
                figures.right += 1;
            }
            None => {
                let doubted = left.iter().any(|found| !found.certain && found.person.name == key.0);
                figures.silent += usize::from(!doubted && !is_shown(text, &key.0, &findings));
            }
        }
    }
    figures.silent += left.iter().filter(|item| item.certain).count();
}

#[test]
fn papers_by_another_hand_are_read_no_worse_than_before() {
    held("papers", &Floors { recall: 0.99, precision: 0.99, silent: 0, taken_for_orders: 1 });
}

#[test]
fn papers_by_a_second_hand_are_read_no_worse_than_before() {
    held("papers/second", &Floors { recall: 0.99, precision: 0.99, silent: 0, taken_for_orders: 0 });
}

#[test]
fn local_papers_by_two_more_hands_are_read_no_worse_than_before() {
    held("papers/fourth", &Floors { recall: 0.99, precision: 0.99, silent: 0, taken_for_orders: 0 });
}

#[test]
fn papers_by_three_further_hands_are_read_no_worse_than_before() {
    held("papers/fifth", &Floors { recall: 0.995, precision: 0.995, silent: 0, taken_for_orders: 0 });
}

#[test]
fn papers_with_broken_layouts_and_rare_bodies_are_read_no_worse_than_before() {
    held("papers/sixth", &Floors { recall: 0.975, precision: 0.985, silent: 11, taken_for_orders: 0 });
}

#[test]
fn papers_in_the_proportions_of_practice_are_read_no_worse_than_before() {
    held("papers/seventh", &Floors { recall: 0.96, precision: 0.99, silent: 1, taken_for_orders: 0 });
}

#[test]
fn papers_that_nobody_has_worked_on_are_read_no_worse_than_before() {
    held("papers/eighth", &Floors { recall: 0.93, precision: 0.97, silent: 15, taken_for_orders: 0 });
}

#[test]
fn announcements_and_reports_by_a_third_hand_are_read_no_worse_than_before() {
    held("papers/third", &Floors { recall: 1.0, precision: 1.0, silent: 0, taken_for_orders: 0 });
}

fn held(set: &str, floors: &Floors) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(set);
    let mut papers = BTreeMap::new();
    for entry in std::fs::read_dir(&folder).expect("the papers are there") {
        let path = entry.expect("the folder can be read").path();
        if path.extension().is_some_and(|ending| ending == "txt") {
            papers.insert(path.clone(), path.with_extension("json"));
        }
    }
    let mut figures = Figures::default();
    for (text, right) in &papers {
        let name = text.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(text).expect("the paper can be read").replace("\r\n", "\n");
        let right = std::fs::read_to_string(right).expect("its right reading stands beside it");
        examine(&text, &serde_json::from_str(&right).expect("in the form of read --json"), &name, &mut figures);
    }
    println!("{figures:#?}");
    assert!(figures.papers >= 30, "the papers are there");
    let recall = figures.right as f64 / figures.items as f64;
    let precision = figures.right as f64 / figures.found as f64;
    assert!(recall >= floors.recall, "{recall:.3} of the items are read right");
    assert!(precision >= floors.precision, "{precision:.3} of what is read is right");
    assert!(figures.silent <= floors.silent, "{} errors would not have been shown", figures.silent);
    let wrongly = figures.taken_for_orders;
    assert!(
        wrongly.len() <= floors.taken_for_orders,
        "of {} look-alikes, {wrongly:?} are taken for orders",
        figures.look_alikes
    );
}
