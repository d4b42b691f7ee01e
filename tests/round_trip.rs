//! A paper rendered from items and read again gives the items: in any office's style, and for the invented county.

use std::collections::BTreeMap;

use renmian_domain::{Paper, Subject};
use renmian_sample::any::paper_in;
use renmian_sample::style::{Form, Style};
use renmian_sample::{Chance, any_paper, county};
use renmian_tests::reading::differences;

/// How many papers of any style are read; `RENMIAN_PAPERS` asks for more.
fn papers() -> u64 {
    std::env::var("RENMIAN_PAPERS").ok().and_then(|count| count.parse().ok()).unwrap_or(10_000)
}

/// Gathers what is wrong, and shows the first few.
#[derive(Default)]
struct Wrong {
    papers: usize,
    shown: String,
    kinds: BTreeMap<String, usize>,
}

impl Wrong {
    fn add(&mut self, name: &str, text: &str, wrong: &[String]) {
        if wrong.is_empty() {
            return;
        }
        self.papers += 1;
        let mut fresh = false;
        for one in wrong {
            let kind: String = one.chars().take_while(|c| *c != ':').filter(|c| !c.is_ascii_digit()).collect();
            let seen = self.kinds.entry(kind).or_default();
            *seen += 1;
            fresh |= *seen == 1;
        }
        // The first paper of each kind of difference is shown.
        if fresh {
            self.shown += &format!("\n=== {name}\n{text}\n--- {}\n", wrong.join("\n--- "));
        }
    }

    fn none(self) {
        assert_eq!(self.papers, 0, "papers whose reading is not what was written{}\n{:#?}", self.shown, self.kinds);
    }
}

/// Sentences, headings, columns and tables on unbroken lines: where every item must come back. Broken lines and lines
/// that begin with the post are in [`most_papers_of_any_layout_are_read_right`].
fn exact(style: &Style, paper: &Paper) -> bool {
    style.form != Form::PostFirst && style.wrap.is_none() && paper.subject == Subject::Personnel
}

#[test]
fn any_paper_read_again_gives_its_items() {
    let mut all = Wrong::default();
    let (mut seed, mut read) = (0, 0);
    while read < papers() {
        let mut chance = Chance::new(seed);
        let style = Style::any(&mut chance);
        let made = paper_in(style.clone(), &mut chance);
        if exact(&style, &made.paper) {
            all.add(&format!("paper {seed}"), &made.text, &differences(&made.text, &made.paper, &made.titles));
            read += 1;
        }
        seed += 1;
    }
    all.none();
}

#[test]
fn most_papers_of_any_layout_are_read_right() {
    let mut all = Wrong::default();
    let count = papers() / 5;
    for seed in 0..count {
        let made = any_paper(&mut Chance::new(seed));
        all.add(&format!("paper {seed}"), &made.text, &differences(&made.text, &made.paper, &made.titles));
    }
    let share = all.papers as f64 / count as f64;
    eprintln!("{share:.3} of the papers of any layout are read with a difference: {:?}", all.kinds);
    assert!(share < 0.15, "{share:.3} of the papers are read with a difference{}\n{:#?}", all.shown, all.kinds);
}

#[test]
fn every_paper_of_the_county_is_read_right() {
    let mut all = Wrong::default();
    // The second is the county of the sample register.
    for paper in [1, 2023].into_iter().flat_map(|seed| county(seed).papers) {
        all.add(&paper.file_name, &paper.text, &differences(&paper.text, &paper.paper, &[]));
    }
    all.none();
}
