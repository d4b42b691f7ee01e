//! What must hold for any input. Each function here panics where it does not; time and memory are held by whoever
//! calls them. What a good paper says is tested elsewhere.

use renmian_domain::Span;
use renmian_forms::roster::{RosterEntries, read_table};
use renmian_forms::{Limits, text_of};
use renmian_reading::{Known, Options, read};

use crate::inside;

/// Limits under which the worst file is done in moments.
pub fn small_limits() -> Limits {
    Limits {
        file_bytes: 1 << 20,
        text_chars: 200_000,
        package_entries: 256,
        unpacked_bytes: 4 << 20,
        pages: 200,
        table_rows: 2_000,
        ..Limits::default()
    }
}

/// Any text is read under each option; every place lies in the text, every item and its finding in its paper.
pub fn reading(text: &str) {
    let known = Known::new(
        ["贺启明", "余静怡", "欧阳明远"].map(str::to_owned),
        ["溪口县水利局", "县水利局", "市公安局交通警察大队"].map(str::to_owned),
    );
    for options in [
        Options { groups: false, known: None },
        Options { groups: true, known: None },
        Options { groups: true, known: Some(known) },
    ] {
        places_hold(text, &options);
    }
}

fn places_hold(text: &str, options: &Options) {
    let length = text.chars().count();
    let inside = |span: Span| span.start <= span.end && span.end <= length;
    for paper in read(text, options) {
        let extent = paper.extent;
        assert!(inside(extent), "a paper lies in the text: {extent:?} of {length}");
        for item in &paper.items {
            let place = item.source;
            assert!(place.start < place.end, "an item was read from something: {place:?}");
            assert!(extent.start <= place.start && place.end <= extent.end, "{place:?} lies in its paper {extent:?}");
            assert!(!item.person.name.is_empty(), "an item has a person");
            assert!(!item.post.title.is_empty(), "an item has a post");
        }
        for finding in &paper.findings {
            assert!(finding.source.is_none_or(inside), "{:?} lies in the text of {length}", finding.source);
            assert!(finding.item.is_none_or(|item| item < paper.items.len()), "a finding speaks of an item there is");
        }
    }
}

/// Any bytes give text or an error, the text stays in proportion to them, and reading it holds.
pub fn paper(name: &str, bytes: &[u8]) {
    let Ok(paper) = text_of(name, bytes, &small_limits()) else {
        return;
    };
    assert!(!paper.text.contains(['\r', '\0']), "line ends are one kind, and nothing stands for nothing");
    assert!(paper.text.chars().count() <= small_limits().text_chars, "the limit on text holds");
    if paper.text.len() < 20_000 {
        places_hold(&paper.text, &Options::default());
    }
}

/// Any bytes give a table or an error; the table keeps the limits, and its rows give entries or say why not.
pub fn roster(name: &str, bytes: &[u8]) {
    let limits = small_limits();
    let Ok(table) = read_table(name, bytes, &limits) else {
        return;
    };
    assert!(table.rows.len() <= limits.table_rows, "the limit on rows holds");
    RosterEntries::of(&table);
}

/// A change inside a package, a compound file or a PDF, at the part that the first byte names.
pub fn inside(input: &[u8]) {
    let Some((part, bytes)) = inside::whole(input) else {
        return;
    };
    if part.is_roster() {
        roster("", &bytes);
    } else {
        paper("", &bytes);
    }
}
