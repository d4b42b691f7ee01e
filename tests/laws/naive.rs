//! Who held what on a day, as the register should have said after an act: worked out from the deeds alone, by the
//! field's rules 2 to 8, 11, 13 and 14, as slowly and simply as they can be said. Shares no code with the product.
//! Endings are by the day here; what follows from an ending by the month is in the cases of the rules.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use renmian_domain::PartialDate;
use renmian_tests::clerk::{after, day, words};

/// The list of a day: person, unit and title as they were called then, and since when.
pub fn list(deeds: &[String], posts: &[(&str, &str)], on: NaiveDate) -> BTreeSet<String> {
    let standing = standing(deeds);
    let people: BTreeSet<&str> = standing.iter().flat_map(|deed| people(deed)).collect();
    let mut rows = BTreeSet::new();
    for who in people {
        for post in posts {
            // The first stretch that is not over: the next begins after it, even where nobody knows when.
            let held = held(said(&standing, who, *post)).into_iter().find(|held| held.to.is_none_or(|to| on < to));
            if let Some(held) = held.filter(|held| held.from.is_none_or(|from| from.earliest() <= on)) {
                let (unit, title) = called(&standing, *post, on);
                rows.insert(format!("{who} {unit}{title} {:?}", held.from));
            }
        }
    }
    rows
}

/// Rule 14: the deeds that still count, each of whom it is. What was corrected gives way to what came in its place, what
/// was revoked or taken back counts no more.
fn standing(deeds: &[String]) -> Vec<String> {
    let (mut done, mut back) = (Vec::new(), Vec::new());
    for deed in deeds {
        match deed.as_str() {
            "undo" => back.push(done.pop().expect("something was done")),
            "redo" => done.push(back.pop().expect("something was undone")),
            _ => done.push(deed.clone()),
        }
    }
    let mut counting: Vec<String> = Vec::new();
    let mut revoked: Vec<String> = Vec::new();
    // Two records of one person: whatever was and is said of the one is said of the other.
    let mut merged: Vec<(String, String)> = Vec::new();
    let settled = |deed: &str, merged: &[(String, String)]| {
        merged.iter().fold(deed.to_owned(), |deed, (gone, stays)| deed.replace(gone, stays))
    };
    for deed in done {
        let said = words(&deed);
        let paper = |known: &String| matches!(words(known)[0], "order" | "correct") && words(known)[1] == said[1];
        match said[0] {
            "correct" => {
                counting.retain(|known| !paper(known));
                counting.push(settled(&deed, &merged));
            }
            "revoke" => revoked.extend(counting.extract_if(.., |known| paper(known))),
            "reinstate" => counting.extend(revoked.extract_if(.., |known| paper(known))),
            "merge" => {
                merged.push((said[1].to_owned(), said[3].to_owned()));
                for known in counting.iter_mut().chain(&mut revoked) {
                    *known = settled(known, &merged[merged.len() - 1..]);
                }
            }
            "split" => {
                let of = |known: &[&str]| match said[2] {
                    "order" => matches!(known[0], "order" | "correct") && known[1] == said[3],
                    _ => known[0] == "held" && known[1] == said[3],
                };
                for known in counting.iter_mut().filter(|known| of(&words(known))) {
                    *known = known.replace(said[1], said[5]);
                }
            }
            _ => counting.push(settled(&deed, &merged)),
        }
    }
    counting
}

fn items(deed: &str) -> Vec<Vec<&str>> {
    if words(deed)[0] == "held" {
        return vec![words(deed)[2..].to_vec()];
    }
    deed.split('|').skip(1).map(words).collect()
}

fn people(deed: &str) -> Vec<&str> {
    if words(deed)[0] == "ends" {
        return vec![words(deed)[2]];
    }
    items(deed).into_iter().map(|item| item[0]).collect()
}

/// What the deeds say of one person and one post.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Said {
    /// The post was held on that day, since then as far as known.
    Held(Option<PartialDate>),
    /// By a paper.
    Taken,
    /// Beside the papers: the clerk's ending, the unit's or the post's.
    Ended,
    Given {
        acting: bool,
    },
    Confirmed,
}

/// In the order in which they take effect: by day; on one day what was held, then what is taken, then what ends
/// beside the papers, then what is given, then what is confirmed (rules 6 and 13).
fn said(standing: &[String], who: &str, post: (&str, &str)) -> Vec<(PartialDate, u8, Said)> {
    let mut entries = Vec::new();
    for deed in standing {
        let deed_words = words(deed);
        match deed_words[0] {
            "order" | "correct" => {
                let head = words(deed.split('|').next().expect("a head"));
                for item in items(deed).into_iter().filter(|item| item[0] == who && (item[2], item[3]) == post) {
                    // Rule 3: the item's own day, else the decision's, else the paper's.
                    let paper = after(&head, "decided").unwrap_or(head[2]);
                    let counts = day(after(&item, "from").unwrap_or(paper));
                    let before = counts.earliest().pred_opt().expect("a day before");
                    if let Some(since) = after(&item, "since") {
                        entries.push((PartialDate::day(before), 0, Said::Held(Some(day(since)))));
                    }
                    match item[1] {
                        "appoint" | "elect" => {
                            entries.push((counts, 3, Said::Given { acting: item.contains(&"acting") }))
                        }
                        "dismiss" | "accept_resignation" | "remove" => entries.push((counts, 1, Said::Taken)),
                        "confirm" => entries.push((day(paper), 4, Said::Confirmed)),
                        other => panic!("no kind: {other}"),
                    }
                }
            }
            "held" => {
                let item = &deed_words[2..];
                if item[0] == who && (item[1], item[2]) == post {
                    entries.push((day(deed_words[1]), 0, Said::Held(after(item, "since").map(day))));
                }
            }
            "ends" => {
                let of = deed_words.get(4..6);
                if deed_words[2] == who && of.is_none_or(|of| of == [post.0, post.1]) {
                    entries.push((day(deed_words[1]), 2, Said::Ended));
                }
            }
            "unit" | "post" => {
                let of_it =
                    if deed_words[0] == "unit" { ends_unit(&deed_words, post.0) } else { ends_post(&deed_words, post) };
                if of_it {
                    entries.push((day(deed_words[1]), 2, Said::Ended));
                }
            }
            other => panic!("no deed: {other}"),
        }
    }
    entries.sort_by_key(|(day, step, _)| (*day, *step));
    entries
}

/// Rule 11: 重新任命 and 自行终止 end the tenures of a unit on that day; of one that goes on after a split they run on.
fn ends_unit(said: &[&str], unit: &str) -> bool {
    let (of, into) = match said.iter().position(|word| *word == "into") {
        Some(into) => (&said[3..into], &said[into + 1..]),
        None => (&said[3..4], &[][..]),
    };
    let chosen = said.iter().any(|word| matches!(*word, "end" | "reappoint"));
    chosen && of.contains(&unit) && !into.contains(&unit)
}

fn ends_post(said: &[&str], post: (&str, &str)) -> bool {
    (said[3], said[4]) == post && matches!(*said.last().expect("a word"), "end" | "reappoint")
}

/// A stretch of days: since when, as far as known, and the day from which the post is no longer held.
#[derive(Debug, Clone)]
struct Stretch {
    from: Option<PartialDate>,
    /// Whether an opening entry says since when; an order says it better.
    roughly: bool,
    acting: bool,
    /// The first day that shows the post held.
    shown: PartialDate,
    to: Option<NaiveDate>,
    /// Whether it ended beside the papers.
    beside: bool,
}

fn held(said: Vec<(PartialDate, u8, Said)>) -> Vec<Stretch> {
    let mut held: Vec<Stretch> = Vec::new();
    for (day, _, said) in said {
        let last_end = held.iter().filter_map(|stretch| stretch.to).max();
        let running = held.last_mut().filter(|stretch| stretch.to.is_none());
        let new = Stretch { from: Some(day), roughly: false, acting: false, shown: day, to: None, beside: false };
        match (said, running) {
            // Rule 5: an opening entry fills a start that is not known, or says better what another said.
            (Said::Held(since), running) => {
                let believed = since.filter(|since| {
                    since.earliest() <= day.earliest() && last_end.is_none_or(|end| since.latest() >= end)
                });
                match running {
                    None => held.push(Stretch { from: believed, roughly: true, ..new }),
                    Some(stretch) => {
                        let fills = |since: PartialDate| match stretch.from {
                            None => since.earliest() <= stretch.shown.earliest(),
                            Some(from) => stretch.roughly && within(since, from),
                        };
                        if let Some(since) = believed.filter(|since| fills(*since)) {
                            (stretch.from, stretch.roughly) = (Some(since), true);
                        }
                    }
                }
            }
            (Said::Taken | Said::Ended, Some(stretch)) => {
                stretch.to = Some(day.earliest());
                stretch.beside = said == Said::Ended;
                // A tenure has a day at least: a start that leaves none is not believed.
                stretch.from = stretch.from.filter(|from| from.earliest() < day.earliest());
            }
            (Said::Ended, None) => {}
            // Rule 5: a dismissal is never dropped, unless it says again what has ended already.
            (Said::Taken, None) => {
                let again = held.last().is_some_and(|last| last.beside || last.to == Some(day.earliest()));
                if !again {
                    held.push(Stretch { from: None, to: Some(day.earliest()), ..new });
                }
            }
            (Said::Given { acting }, None) => held.push(Stretch { acting, ..new }),
            // Rule 8: given again opens nothing, but what was held acting is held in full from then.
            (Said::Given { acting }, Some(stretch)) => {
                let same_start = match stretch.from {
                    Some(from) => from == day || within(day, from),
                    None => stretch.shown == day,
                };
                if stretch.roughly && same_start {
                    *stretch = Stretch { acting: stretch.acting && acting, ..new };
                } else if stretch.acting && !acting {
                    if stretch.from == Some(day) {
                        *stretch = new;
                    } else {
                        stretch.to = Some(day.earliest());
                        held.push(new);
                    }
                }
            }
            (Said::Confirmed, Some(_)) => {}
            (Said::Confirmed, None) => {
                if held.last().is_none_or(|last| last.to != Some(day.earliest())) {
                    held.push(Stretch { from: None, ..new });
                }
            }
        }
    }
    held
}

/// Whether a date lies within a rougher one.
fn within(exact: PartialDate, rough: PartialDate) -> bool {
    exact != rough && rough.earliest() <= exact.earliest() && exact.latest() <= rough.latest()
}

/// Rule 11: what the unit and the post were called on the day.
fn called(standing: &[String], (unit, title): (&str, &str), on: NaiveDate) -> (String, String) {
    let last = |of: &dyn Fn(&[&str]) -> Option<String>, first: &str| {
        let mut names: Vec<(PartialDate, String)> = standing
            .iter()
            .filter_map(|deed| of(&words(deed)).map(|name| (day(words(deed)[1]), name)))
            .filter(|(from, _)| from.earliest() <= on)
            .collect();
        // Of two renamings on one day the one entered later gave the name that stays.
        names.sort_by_key(|(from, _)| *from);
        names.pop().map_or_else(|| first.to_owned(), |(_, name)| name)
    };
    let of_unit =
        |said: &[&str]| (said[0] == "unit" && said[2] == "rename" && said[3] == unit).then(|| said[4].to_owned());
    let of_post = |said: &[&str]| {
        (said[0] == "post" && said[2] == "rename" && (said[3], said[4]) == (unit, title)).then(|| said[5].to_owned())
    };
    (last(&of_unit, unit), last(&of_post, title))
}
