//! A reading held against the right one, with words for every difference.

use std::fmt::Debug;

use renmian_domain::{Item, Paper, Span};
use renmian_reading::{Options, read};

/// What differs between the right reading of a text that holds one paper and what was read; empty where all is right.
///
/// `titles` are the places of the printed titles. The source of an item has to hold its title and to lie within the
/// sentence that the right reading names: where exactly a clause begins is the reader's to say.
pub fn differences(text: &str, right: &Paper, titles: &[Span]) -> Vec<String> {
    let papers = read(text, &Options::default());
    let [got] = papers.as_slice() else {
        return vec![format!("{} papers were read, not one", papers.len())];
    };
    let mut wrong = Vec::new();
    differ(&mut wrong, "subject", &right.subject, &got.subject);
    differ(&mut wrong, "number", &right.number, &got.number);
    differ(&mut wrong, "issuer", &right.issuer, &got.issuer);
    differ(&mut wrong, "title", &right.title, &got.title);
    differ(&mut wrong, "issued_on", &right.issued_on, &got.issued_on);
    differ(&mut wrong, "decided_by", &right.decided_by, &got.decided_by);
    differ(&mut wrong, "decided_on", &right.decided_on, &got.decided_on);
    for n in 0..right.items.len().max(got.items.len()) {
        match (right.items.get(n), got.items.get(n)) {
            (Some(right), Some(got)) => {
                if right.note.is_some() {
                    differ(&mut wrong, &format!("note of item {n}"), &right.note, &got.note);
                }
                if told(right) != told(got) {
                    let sure = if got.certain { "certain and wrong " } else { "" };
                    wrong.push(format!("{sure}item {n}: {}, not {}", told(got), told(right)));
                } else {
                    let within = right.source.start <= got.source.start && got.source.end <= right.source.end;
                    // A member of a group stands under a title printed once above.
                    let holds = titles.get(n).is_none_or(|title| {
                        title.end <= right.source.start
                            || (got.source.start <= title.start && title.end <= got.source.end)
                    });
                    if !within || !holds {
                        wrong.push(format!("item {n} is said at {:?}, not in {:?}", got.source, right.source));
                    }
                    if right.certain && !got.certain {
                        wrong.push(format!("item {n} is right and not certain"));
                    }
                }
            }
            (Some(right), None) => wrong.push(format!("item {n} is missing: {}", told(right))),
            (None, Some(got)) => wrong.push(format!("item {n} is too many: {}", told(got))),
            (None, None) => {}
        }
    }
    wrong
}

fn differ<T: PartialEq + Debug>(wrong: &mut Vec<String>, what: &str, right: &T, got: &T) {
    if right != got {
        wrong.push(format!("{what}: {got:?}, not {right:?}"));
    }
}

/// An item in one line, without its place.
fn told(item: &Item) -> String {
    format!(
        "{} {:?} {:?} {:?} {:?} {:?}{}{}{} probation {:?} term {:?} from {:?}",
        item.person.name,
        item.person.gender,
        item.person.ethnicity,
        item.kind,
        item.post.organisation.as_deref().unwrap_or("-"),
        item.post.title,
        if item.concurrent { " 兼" } else { "" },
        if item.acting { " 代" } else { "" },
        if item.secondment { " 挂" } else { "" },
        item.probation_months,
        item.term_months,
        item.effective_on,
    )
}
