//! Who held what on a day, as the register should have said after an act: worked out from the deeds alone, by the
//! field's rules 2 to 9, 11, 13 and 14, as slowly and simply as they can be said. Shares no code with the product: where
//! an ending known by the month or the year falls is looked for along the whole list of what was said, and then the list
//! is gone through as if every day were known.

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
            let held = held(&placed(said(&standing, who, *post).into_iter().map(|entry| (entry, false)).collect()))
                .into_iter()
                .find(|held| held.to.is_none_or(|to| on < to.earliest()));
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
    /// Beside the papers: the clerk's ending, the unit's or the post's; whoever stays may be appointed anew.
    Ended {
        anew: bool,
    },
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
                            entries.push((counts, 4, Said::Given { acting: item.contains(&"acting") }))
                        }
                        "dismiss" | "accept_resignation" | "remove" => entries.push((counts, 1, Said::Taken)),
                        "confirm" => entries.push((day(paper), 5, Said::Confirmed)),
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
                    entries.push((day(deed_words[1]), 2, Said::Ended { anew: false }));
                }
            }
            "unit" | "post" => {
                let of_it =
                    if deed_words[0] == "unit" { ends_unit(&deed_words, post.0) } else { ends_post(&deed_words, post) };
                if of_it {
                    let anew = deed_words.contains(&"reappoint");
                    entries.push((day(deed_words[1]), 3, Said::Ended { anew }));
                }
            }
            other => panic!("no deed: {other}"),
        }
    }
    // Of two that say since when, on one day, the longer counts.
    let since = |said: &Said| if let Said::Held(since) = said { (since.is_none(), *since) } else { (true, None) };
    entries.sort_by_key(|(day, step, said)| (*day, *step, since(said)));
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
    to: Option<PartialDate>,
    confirmed: bool,
    /// Whether it ended beside the papers.
    beside: bool,
}

impl Stretch {
    /// The first day on which the post can be held again.
    fn free(&self) -> Option<NaiveDate> {
        let day_after = self.from.and_then(|from| from.earliest().succ_opt());
        self.to.map(PartialDate::earliest).max(day_after).max(Some(self.shown.earliest()))
    }

    /// Rule 5: whether a paper of that day gives the start that an opening entry said roughly, or not at all.
    fn begins_by(&self, day: PartialDate) -> bool {
        let same = match self.from {
            Some(from) => from == day || within(day, from),
            None => self.shown == day,
        };
        self.roughly && !self.confirmed && same
    }
}

type Entry = (PartialDate, u8, Said);

/// Rule 9: puts every ending that is known by the month or the year where it falls, and leaves out those that say
/// again what has ended. The first that is not settled yet comes first; what comes after it is looked at as it would
/// fall without it.
fn placed(line: Vec<(Entry, bool)>) -> Vec<Entry> {
    let is_open = |(entry, settled): &(Entry, bool)| !settled && is_rough(entry);
    let Some(at) = line.iter().position(is_open) else { return line.into_iter().map(|(entry, _)| entry).collect() };
    let month = line[at].0.0;
    let (of_month, mut line): (Vec<_>, Vec<_>) =
        line.into_iter().partition(|entry| entry.0.0 == month && is_open(entry));
    let earlier: Vec<Entry> = line[..at].iter().map(|(entry, _)| *entry).collect();
    let before = held(&earlier).pop();
    let open = before.as_ref().is_some_and(|last| last.to.is_none());
    let speaks_of_something = |(ending, _): &(Entry, bool)| match ending.2 {
        // Who is appointed anew in the month of the change is appointed after it.
        Said::Ended { anew } => open || !anew,
        // The paper that follows a retirement says the same.
        Said::Taken | Said::Held(_) | Said::Given { .. } | Said::Confirmed => {
            open || !before.as_ref().is_some_and(|last| last.beside)
        }
    };
    // Two papers of one month speak of one ending.
    if let Some((ending, _)) = of_month.into_iter().find(speaks_of_something) {
        let place = match falls(&placed(line.clone()), at, ending) {
            Falls::AsTyped => Some(at),
            Falls::Before(entry) => line.iter().position(|(other, _)| *other == entry),
            Falls::AtTheEnd => {
                let after = (at..line.len()).find(|at| line[*at].0.0.earliest() > month.latest());
                Some(after.unwrap_or(line.len()))
            }
            Falls::Nowhere => None,
        };
        if let Some(place) = place {
            line.insert(place, (ending, true));
        }
    }
    placed(line)
}

fn is_rough((day, _, said): &Entry) -> bool {
    day.exact().is_none() && matches!(said, Said::Taken | Said::Ended { .. })
}

/// Where an ending of a month falls.
enum Falls {
    /// Before the return of whom it means.
    Before(Entry),
    /// When the month is over.
    AtTheEnd,
    /// Where it was typed: it is all that is known of a tenure.
    AsTyped,
    /// Nowhere: another ending says the same better, or nothing was there to end.
    Nowhere,
}

fn falls(line: &[Entry], at: usize, (month, _, said): Entry) -> Falls {
    let last_end = held(&line[..at]).pop().and_then(|last| last.to);
    let mut said_again = last_end.is_some_and(|end| end == month || within(end, month));
    let mut means_it = true;
    for place in at.. {
        let running = held(&line[..place]).pop().filter(|last| last.to.is_none());
        let entry = line.get(place).filter(|entry| entry.0.earliest() <= month.latest());
        let Some((day, _, what)) = entry.copied() else {
            return match running {
                Some(_) if means_it => Falls::AtTheEnd,
                _ if said == Said::Taken && !said_again => Falls::AsTyped,
                _ => Falls::Nowhere,
            };
        };
        let leaves_a_day = within(day, month) && day.earliest() < month.latest();
        match (running, what) {
            (Some(running), Said::Given { .. }) if means_it => {
                let later = day.latest() > running.from.max(Some(running.shown)).unwrap_or(day).latest();
                if later && !(running.begins_by(day) && leaves_a_day) {
                    return Falls::Before((day, 4, what));
                }
            }
            (Some(_), Said::Taken | Said::Ended { .. }) if means_it => said_again |= within(day, month),
            (None, Said::Taken) => said_again |= within(day, month),
            (None, Said::Given { .. } | Said::Held(_) | Said::Confirmed) => means_it = leaves_a_day,
            // In full after acting: another tenure begins.
            (Some(_), Said::Given { .. }) if held(&line[..=place]).len() > held(&line[..place]).len() => {
                means_it = leaves_a_day;
            }
            (Some(_) | None, _) => {}
        }
    }
    Falls::Nowhere
}

fn held(said: &[Entry]) -> Vec<Stretch> {
    let mut held: Vec<Stretch> = Vec::new();
    for (day, _, said) in said.iter().copied() {
        let free = held.iter().rfind(|stretch| stretch.to.is_some()).and_then(Stretch::free);
        let running = held.last_mut().filter(|stretch| stretch.to.is_none());
        let new = Stretch {
            from: Some(day),
            roughly: false,
            acting: false,
            shown: day,
            to: None,
            confirmed: false,
            beside: false,
        };
        match (said, running) {
            // Rule 5: an opening entry fills a start that is not known, or says better what another said.
            (Said::Held(since), running) => {
                let believed = since.filter(|since| {
                    since.earliest() <= day.earliest() && free.is_none_or(|free| since.latest() >= free)
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
            (Said::Taken | Said::Ended { .. }, Some(stretch)) => {
                stretch.to = Some(day);
                stretch.beside = said != Said::Taken;
                // A tenure has a day at least: a start that leaves none is not believed.
                stretch.from = stretch.from.filter(|from| from.earliest() < day.latest());
            }
            (Said::Ended { .. }, None) => {}
            // Rule 5: a dismissal is never dropped, unless it says again what has ended already.
            (Said::Taken, None) => {
                let again = held.last().is_some_and(|last| last.beside || last.to == Some(day));
                if !again {
                    held.push(Stretch { from: None, to: Some(day), ..new });
                }
            }
            (Said::Given { acting }, None) => held.push(Stretch { acting, ..new }),
            // Rule 8: given again opens nothing, but what was held acting is held in full from then.
            (Said::Given { acting }, Some(stretch)) => {
                if stretch.begins_by(day) {
                    *stretch = Stretch { acting: stretch.acting && acting, ..new };
                } else if stretch.acting && !acting {
                    if stretch.from == Some(day) {
                        *stretch = new;
                    } else {
                        stretch.to = Some(day);
                        held.push(new);
                    }
                }
            }
            (Said::Confirmed, Some(stretch)) => stretch.confirmed = true,
            (Said::Confirmed, None) => {
                if held.last().is_none_or(|last| last.to != Some(day)) {
                    held.push(Stretch { from: None, confirmed: true, ..new });
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
