//! The words the grammar stands on: heads of titles, endings of units, surnames, verbs. No rule lives here, but how a
//! word is looked up: by one character first, since nearly no place of a text has any of them.

pub(crate) mod names;
pub(crate) mod titles;
pub(crate) mod units;
pub(crate) mod verbs;

use crate::layout::{First, Glyph, ends, find, has};

/// A set of characters: one bit each, those beyond the first plane folded into it, so that a hit may be a stranger's.
pub(crate) struct Bits(Box<[u64; 1024]>);

impl Bits {
    pub fn of(chars: impl IntoIterator<Item = char>) -> Self {
        let mut bits = Box::new([0; 1024]);
        for c in chars {
            let place = c as usize & 0xFFFF;
            bits[place / 64] |= 1 << (place % 64);
        }
        Self(bits)
    }

    #[inline]
    pub fn may_have(&self, c: char) -> bool {
        let place = c as usize & 0xFFFF;
        self.0[place / 64] & (1 << (place % 64)) != 0
    }
}

/// A set of single characters.
pub(crate) struct Chars(Bits);

impl Chars {
    pub fn new(chars: &str) -> Self {
        Self(Bits::of(chars.chars()))
    }

    /// Whether the character is one of the set; all sets are of the first plane.
    #[inline]
    pub fn has(&self, c: char) -> bool {
        c as u32 <= 0xFFFF && self.0.may_have(c)
    }
}

/// A set of words that is asked which of them a run ends with: a tree of their characters, from the last one on.
pub(crate) struct Endings {
    lasts: Bits,
    nodes: Vec<Node>,
}

#[derive(Default)]
struct Node {
    /// The characters that may stand before, in order, and their nodes.
    before: Vec<(char, usize)>,
    /// Whether a word begins here.
    whole: bool,
}

impl Endings {
    pub fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut nodes = vec![Node::default()];
        for word in words {
            let mut node = 0;
            for c in word.chars().rev() {
                node = match nodes[node].before.binary_search_by_key(&c, |(before, _)| *before) {
                    Ok(found) => nodes[node].before[found].1,
                    Err(place) => {
                        let new = nodes.len();
                        nodes[node].before.insert(place, (c, new));
                        nodes.push(Node::default());
                        new
                    }
                };
            }
            nodes[node].whole = true;
        }
        Self { lasts: Bits::of(nodes[0].before.iter().map(|(c, _)| *c)), nodes }
    }

    /// The lengths of all words that the run ends with, longest first.
    pub fn lengths(&self, run: &[Glyph]) -> Lengths {
        let mut lengths = Lengths(0);
        if !run.last().is_some_and(|last| self.lasts.may_have(last.c)) {
            return lengths;
        }
        let mut node = &self.nodes[0];
        // No word is longer than the bits are many.
        for (length, glyph) in (1..u32::BITS).zip(run.iter().rev()) {
            let Ok(found) = node.before.binary_search_by_key(&glyph.c, |(before, _)| *before) else { break };
            node = &self.nodes[node.before[found].1];
            lengths.0 |= u32::from(node.whole) << length;
        }
        lengths
    }

    /// The length of the longest word that the run ends with.
    #[inline]
    pub fn longest(&self, run: &[Glyph]) -> Option<usize> {
        self.lengths(run).next()
    }

    /// Whether the run ends with any of the words.
    #[inline]
    pub fn end(&self, run: &[Glyph]) -> bool {
        self.lengths(run).0 != 0
    }
}

/// Lengths of words, a bit each.
pub(crate) struct Lengths(u32);

impl Iterator for Lengths {
    type Item = usize;

    #[inline]
    fn next(&mut self) -> Option<usize> {
        let longest = self.0.checked_ilog2()?;
        self.0 &= !(1 << longest);
        Some(longest as usize)
    }
}

/// Characters by the last bits of their numbers: a set that a program has ready when it starts, and that answers with
/// one look. A hit may be a stranger's.
#[derive(Clone, Copy)]
pub(crate) struct Letters([u64; 8]);

impl Letters {
    const NONE: Self = Self([0; 8]);

    const fn with(mut self, c: char) -> Self {
        let place = c as usize % 512;
        self.0[place / 64] |= 1 << (place % 64);
        self
    }

    /// Those of both.
    pub const fn or(mut self, other: Self) -> Self {
        let mut place = 0;
        while place < self.0.len() {
            self.0[place] |= other.0[place];
            place += 1;
        }
        self
    }

    #[inline]
    pub fn may_have(&self, c: char) -> bool {
        let place = c as usize % 512;
        self.0[place / 64] & (1 << (place % 64)) != 0
    }
}

/// What the first two characters of some words are, so that a place where none of them stands is passed over after a
/// look or two.
#[derive(Clone, Copy)]
struct Beginnings {
    firsts: Letters,
    seconds: Letters,
    /// The words of one character.
    singles: Letters,
}

impl Beginnings {
    const NONE: Self = Self { firsts: Letters::NONE, seconds: Letters::NONE, singles: Letters::NONE };

    const fn with(mut self, word: &str) -> Self {
        let word = word.as_bytes();
        let (first, next) = char_at(word, 0);
        self.firsts = self.firsts.with(first);
        if next < word.len() {
            self.seconds = self.seconds.with(char_at(word, next).0);
        } else {
            self.singles = self.singles.with(first);
        }
        self
    }

    /// Whether one of the words may stand here.
    #[inline]
    fn may_stand(&self, run: &[Glyph], place: usize) -> bool {
        run.get(place).is_some_and(|first| {
            self.firsts.may_have(first.c)
                && (run.get(place + 1).is_some_and(|second| self.seconds.may_have(second.c))
                    || self.singles.may_have(first.c))
        })
    }
}

/// A list of words as a rule gives it, made while the program is compiled (see [`words`]). It is asked which of them
/// stands at a place, ends a run, or stands anywhere in it; nearly every place is passed over after one look at its
/// character.
pub(crate) struct Words {
    beginnings: Beginnings,
    lasts: Letters,
    words: &'static [&'static str],
}

impl Words {
    /// Of equal beginnings the word listed first wins, so longer words come first.
    pub const fn of(words: &'static [&'static str]) -> Self {
        let (mut beginnings, mut lasts) = (Beginnings::NONE, Letters::NONE);
        let mut place = 0;
        while place < words.len() {
            beginnings = beginnings.with(words[place]);
            let word = words[place].as_bytes();
            let mut last = word.len() - 1;
            while word[last] & 0xC0 == 0x80 {
                last -= 1;
            }
            lasts = lasts.with(char_at(word, last).0);
            place += 1;
        }
        Self { beginnings, lasts, words }
    }

    /// The characters with which the words begin.
    pub const fn firsts(&self) -> Letters {
        self.beginnings.firsts
    }

    /// The word at this place, and the place after it.
    #[inline]
    pub fn at(&self, run: &[Glyph], place: usize) -> Option<(&'static str, usize)> {
        if self.beginnings.may_stand(run, place) { self.look(run, place) } else { None }
    }

    fn look(&self, run: &[Glyph], place: usize) -> Option<(&'static str, usize)> {
        let first = First::of(run.get(place)?.c);
        let word = self.words.iter().find(|word| first.begins(word) && has(run, place, word))?;
        Some((*word, place + word.chars().count()))
    }

    /// The word with which the run ends; of several the one listed first.
    #[inline]
    pub fn end(&self, run: &[Glyph]) -> Option<&'static str> {
        if !self.lasts.may_have(run.last()?.c) {
            return None;
        }
        self.words.iter().copied().find(|word| ends(run, word))
    }

    /// The word that stands first in the run, wherever that is.
    pub fn find(&self, run: &[Glyph]) -> Option<&'static str> {
        self.places(run, 0).map(|(_, word)| word).next()
    }

    /// Whether any of the words stands in the run.
    pub fn within(&self, run: &[Glyph]) -> bool {
        self.find(run).is_some()
    }

    /// The first place, from `from` on, at which a word stands.
    pub fn first(&self, run: &[Glyph], from: usize) -> Option<usize> {
        self.places(run, from).map(|(place, _)| place).next()
    }

    /// The word that stands first, from `from` on, and its place.
    pub fn earliest(&self, run: &[Glyph], from: usize) -> Option<(usize, &'static str)> {
        self.places(run, from).next()
    }

    /// Of every word that stands in the run its first place and the place after it, in the order of the list.
    pub fn each(&self, run: &[Glyph], from: usize) -> impl Iterator<Item = (usize, usize)> {
        // Most runs have none of them: that is seen in one go.
        let words = if self.first(run, from).is_some() { self.words } else { &[] };
        words.iter().filter_map(move |word| find(run, from, word).map(|at| (at, at + word.chars().count())))
    }

    /// Whether the run is one of the words and nothing more.
    pub fn are(&self, run: &[Glyph]) -> bool {
        self.beginnings.may_stand(run, 0)
            && self.words.iter().any(|word| has(run, 0, word) && word.chars().count() == run.len())
    }

    fn places(&self, run: &[Glyph], from: usize) -> impl Iterator<Item = (usize, &'static str)> {
        let begins = (from..run.len()).filter(|place| self.beginnings.may_stand(run, *place));
        begins.filter_map(move |place| self.look(run, place).map(|(word, _)| (place, word)))
    }
}

/// The character that begins at this byte of a text in UTF-8, and where the next one does.
const fn char_at(bytes: &[u8], at: usize) -> (char, usize) {
    let first = bytes[at] as u32;
    let (length, mut code) = match bytes[at] {
        0..0x80 => (1, first),
        0x80..0xE0 => (2, first & 0x1F),
        0xE0..0xF0 => (3, first & 0x0F),
        0xF0.. => (4, first & 0x07),
    };
    let mut next = 1;
    while next < length {
        code = code << 6 | bytes[at + next] as u32 & 0x3F;
        next += 1;
    }
    match char::from_u32(code) {
        Some(c) => (c, at + length),
        None => (char::REPLACEMENT_CHARACTER, at + length),
    }
}

/// A list of words as it stands in a rule, made once and for all while the program is compiled.
macro_rules! words {
    [$($word:expr),* $(,)?] => { const { &$crate::lexicon::Words::of(&[$($word),*]) } };
}
pub(crate) use words;
