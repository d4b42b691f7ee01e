//! The words the grammar stands on: heads of titles, endings of units, surnames, verbs. No rule lives here.

pub(crate) mod names;
pub(crate) mod titles;
pub(crate) mod units;
pub(crate) mod verbs;

use std::collections::HashMap;

use crate::layout::Glyph;

/// A set of words that is asked which of them a run ends with.
pub(crate) struct Endings {
    by_last: HashMap<char, Vec<Vec<char>>>,
}

impl Endings {
    fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut by_last: HashMap<char, Vec<Vec<char>>> = HashMap::new();
        for word in words {
            let word: Vec<char> = word.chars().collect();
            if let Some(last) = word.last() {
                by_last.entry(*last).or_default().push(word);
            }
        }
        for words in by_last.values_mut() {
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
        Self { by_last }
    }

    /// The lengths of all words that the run ends with, longest first.
    pub fn lengths<'s>(&'s self, run: &'s [Glyph]) -> impl Iterator<Item = usize> + 's {
        let words = run.last().and_then(|last| self.by_last.get(&last.c)).map(Vec::as_slice).unwrap_or_default();
        words.iter().filter(|word| ends_with(run, word)).map(Vec::len)
    }

    /// The length of the longest word that the run ends with.
    pub fn longest(&self, run: &[Glyph]) -> Option<usize> {
        self.lengths(run).next()
    }
}

fn ends_with(run: &[Glyph], word: &[char]) -> bool {
    run.len() >= word.len() && run[run.len() - word.len()..].iter().zip(word).all(|(glyph, c)| glyph.c == *c)
}

/// A list of words that is asked, place by place, which of them stands there. Nearly always none does: one look at a
/// bitmap of first characters says so.
pub(crate) struct Words {
    first: Vec<u64>,
    words: Vec<&'static str>,
}

impl Words {
    /// Of equal beginnings the word listed first wins, so longer words come first.
    pub fn new(words: &[&'static str]) -> Self {
        let mut first = vec![0; 1024];
        for c in words.iter().filter_map(|word| word.chars().next()) {
            let place = c as usize & 0xFFFF;
            first[place / 64] |= 1 << (place % 64);
        }
        Self { first, words: words.to_vec() }
    }

    /// The word at this place, and the place after it.
    pub fn at(&self, run: &[Glyph], place: usize) -> Option<(&'static str, usize)> {
        let c = run.get(place)?.c as usize & 0xFFFF;
        if self.first[c / 64] & (1 << (c % 64)) == 0 {
            return None;
        }
        crate::layout::any(run, place, &self.words)
    }

    /// The first of the words in the run, wherever it stands.
    pub fn find(&self, run: &[Glyph]) -> Option<&'static str> {
        (0..run.len()).find_map(|place| self.at(run, place)).map(|(word, _)| word)
    }
}
