//! The papers with their right readings: how many items, flags and heads are right, and that no error is silent.
//! Skipped where the shared papers are not beside the repository.

mod shared;

use renmian_domain::{Item, Paper};
use renmian_reading::{Options, read};

#[derive(Debug, Default)]
struct Score {
    wanted: usize,
    found: usize,
    right: usize,
    flags: usize,
    heads: usize,
    heads_right: usize,
    silent: Vec<String>,
    invented: Vec<String>,
}

impl Score {
    fn f1(&self) -> f64 {
        2.0 * self.right as f64 / (self.wanted + self.found) as f64
    }

    fn paper(&mut self, name: &str, text: &str, wanted: &[shared::Wanted], papers: &[Paper]) {
        let mut left: Vec<&Item> = papers.iter().flat_map(|paper| &paper.items).collect();
        self.found += left.len();
        if wanted.is_empty() && !left.is_empty() {
            self.invented.push(name.to_owned());
        }
        let findings: Vec<_> =
            papers.iter().flat_map(|paper| &paper.findings).filter_map(|finding| finding.source).collect();
        for paper in wanted {
            self.heads += 1;
            self.heads_right += usize::from(papers.iter().any(|read| {
                read.number.as_ref().map(|number| number.text.clone()) == paper.number
                    && read.issuer == paper.issuer
                    && read.issued_on.map(|day| day.to_string()) == paper.issued_on
            }));
            for item in &paper.items {
                self.wanted += 1;
                if let Some(at) = left.iter().position(|read| shared::key(read) == item.key) {
                    let read = left.remove(at);
                    self.right += 1;
                    let value = serde_json::to_value(read).expect("an item is JSON");
                    self.flags += usize::from(shared::flags(&value) == item.flags);
                    continue;
                }
                let name = &item.key.0;
                let places = text.match_indices(name.as_str()).map(|(byte, _)| text[..byte].chars().count());
                let pointed = |at: usize| findings.iter().any(|span| span.start <= at && at < span.end);
                let doubted = left.iter().any(|read| !read.certain && read.person.name == *name);
                if !doubted && !places.into_iter().any(pointed) {
                    self.silent.push(format!("{name}: missed {:?}", item.key));
                }
            }
        }
        let wrong = left.iter().filter(|item| item.certain);
        self.silent.extend(wrong.map(|item| format!("{name}: invented {:?}", shared::key(item))));
    }
}

fn score(folder: &str) -> Option<Score> {
    let folder = shared::folder()?.join("corpus").join(folder);
    let mut score = Score::default();
    let mut files: Vec<_> = std::fs::read_dir(&folder).ok()?.flatten().map(|entry| entry.path()).collect();
    files.sort();
    for path in files.iter().filter(|path| path.extension().is_some_and(|end| end == "json")) {
        let Ok(text) = std::fs::read_to_string(path.with_extension("txt")) else { continue };
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        score.paper(&name, &text, &shared::wanted(path), &read(&text, &Options::default()));
    }
    Some(score)
}

fn holds(folder: &str, heads: f64) {
    let Some(score) = score(folder) else { return };
    assert!(score.silent.is_empty(), "no error is silent: {:?}", score.silent);
    assert!(score.invented.is_empty(), "papers that hold no order are read as none: {:?}", score.invented);
    assert!(score.f1() >= 0.99, "F1 of items in {folder}: {}", score.f1());
    let flags = score.flags as f64 / score.right as f64;
    assert!(flags >= 0.98, "flags in {folder}: {flags}");
    let right = score.heads_right as f64 / score.heads as f64;
    assert!(right >= heads, "heads in {folder}: {right}");
}

#[test]
fn local_papers_are_read_right() {
    holds("local", 0.98);
}

#[test]
fn national_papers_and_reports_are_read_right() {
    holds("real", 0.85);
}
