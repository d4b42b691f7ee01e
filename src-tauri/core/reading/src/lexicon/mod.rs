//! The words the grammar stands on: heads of titles, endings of units, surnames, verbs. No rule lives here, but how a
//! word is looked up: by one character first, since nearly no place of a text has any of them.

pub(crate) mod names;
pub(crate) mod titles;
pub(crate) mod units;
pub(crate) mod verbs;

use crate::layout::{First, Glyph, ends, has};

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

/// A set of words that is asked which of them a run ends with.
pub(crate) struct Endings {
    /// For each character of the first plane, the group of the words that end with it; 0 is the empty group.
    group: Vec<u16>,
    words: Vec<Vec<Vec<char>>>,
}

impl Endings {
    pub fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let mut endings = Self { group: vec![0; 0x10000], words: vec![Vec::new()] };
        for word in words {
            let word: Vec<char> = word.chars().collect();
            let Some(place) = word.last().map(|last| *last as usize).filter(|place| *place < 0x10000) else { continue };
            if endings.group[place] == 0 {
                endings.group[place] = u16::try_from(endings.words.len()).unwrap_or_default();
                endings.words.push(Vec::new());
            }
            endings.words[usize::from(endings.group[place])].push(word);
        }
        for words in &mut endings.words {
            words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        }
        endings
    }

    /// The lengths of all words that the run ends with, longest first.
    pub fn lengths<'s>(&'s self, run: &'s [Glyph]) -> impl Iterator<Item = usize> + 's {
        let group = run.last().and_then(|last| self.group.get(last.c as usize)).copied().unwrap_or_default();
        self.words[usize::from(group)].iter().filter(|word| ends_with(run, word)).map(Vec::len)
    }

    /// The length of the longest word that the run ends with.
    pub fn longest(&self, run: &[Glyph]) -> Option<usize> {
        self.lengths(run).next()
    }
}

fn ends_with(run: &[Glyph], word: &[char]) -> bool {
    run.len() >= word.len() && run[run.len() - word.len()..].iter().zip(word).all(|(glyph, c)| glyph.c == *c)
}

/// Characters by the last bits of their numbers: a set that a program has ready when it starts, and that answers with
/// one look. A hit may be a stranger's.
#[derive(Clone, Copy)]
struct Letters([u64; 8]);

impl Letters {
    const fn with(mut self, c: char) -> Self {
        let place = c as usize % 512;
        self.0[place / 64] |= 1 << (place % 64);
        self
    }

    #[inline]
    fn may_have(&self, c: char) -> bool {
        let place = c as usize % 512;
        self.0[place / 64] & (1 << (place % 64)) != 0
    }
}

/// A list of words as a rule gives it, made while the program is compiled (see [`words`]). It is asked which of them
/// stands at a place, ends a run, or stands anywhere in it; nearly every place is passed over after one look at its
/// character.
pub(crate) struct Words {
    firsts: Letters,
    lasts: Letters,
    words: &'static [&'static str],
}

impl Words {
    /// Of equal beginnings the word listed first wins, so longer words come first.
    pub const fn of(words: &'static [&'static str]) -> Self {
        let (mut firsts, mut lasts) = (Letters([0; 8]), Letters([0; 8]));
        let mut place = 0;
        while place < words.len() {
            let word = words[place].as_bytes();
            firsts = firsts.with(char_at(word, 0));
            let mut last = word.len() - 1;
            while word[last] & 0xC0 == 0x80 {
                last -= 1;
            }
            lasts = lasts.with(char_at(word, last));
            place += 1;
        }
        Self { firsts, lasts, words }
    }

    /// The word at this place, and the place after it.
    #[inline]
    pub fn at(&self, run: &[Glyph], place: usize) -> Option<(&'static str, usize)> {
        if !self.firsts.may_have(run.get(place)?.c) {
            return None;
        }
        self.look(run, place)
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

    fn places(&self, run: &[Glyph], from: usize) -> impl Iterator<Item = (usize, &'static str)> {
        let left = run.get(from..).unwrap_or_default();
        let begins = (from..).zip(left).filter(|(_, glyph)| self.firsts.may_have(glyph.c));
        begins.filter_map(|(place, _)| self.look(run, place).map(|(word, _)| (place, word)))
    }
}

/// The character that begins at this byte of a text in UTF-8.
const fn char_at(bytes: &[u8], at: usize) -> char {
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
        Some(c) => c,
        None => char::REPLACEMENT_CHARACTER,
    }
}

/// A list of words as it stands in a rule, made once and for all while the program is compiled.
macro_rules! words {
    [$($word:expr),* $(,)?] => { const { &$crate::lexicon::Words::of(&[$($word),*]) } };
}
pub(crate) use words;
