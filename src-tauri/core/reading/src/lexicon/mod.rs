//! The words the grammar stands on: heads of titles, endings of units, surnames, verbs. No rule lives here, but how a
//! word is looked up: by one character first, since nearly no place of a text has any of them.

pub(crate) mod names;
pub(crate) mod titles;
pub(crate) mod units;
pub(crate) mod verbs;

use crate::layout::Glyph;

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

/// A list of words that is asked, place by place, which of them stands there.
pub(crate) struct Words {
    first: Bits,
    words: Vec<(Vec<char>, &'static str)>,
}

impl Words {
    /// Of equal beginnings the word listed first wins, so longer words come first.
    pub fn new(words: &[&'static str]) -> Self {
        let first = Bits::of(words.iter().filter_map(|word| word.chars().next()));
        Self { first, words: words.iter().map(|word| (word.chars().collect(), *word)).collect() }
    }

    /// The word at this place, and the place after it.
    #[inline]
    pub fn at(&self, run: &[Glyph], place: usize) -> Option<(&'static str, usize)> {
        if !self.first.may_have(run.get(place)?.c) {
            return None;
        }
        self.look(run, place)
    }

    fn look(&self, run: &[Glyph], place: usize) -> Option<(&'static str, usize)> {
        let here = run.get(place..)?;
        let stands = |word: &[char]| here.len() >= word.len() && word.iter().zip(here).all(|(c, glyph)| *c == glyph.c);
        self.words.iter().find(|(word, _)| stands(word)).map(|(word, whole)| (*whole, place + word.len()))
    }

    /// The first of the words in the run, wherever it stands.
    pub fn find(&self, run: &[Glyph]) -> Option<&'static str> {
        let begins = run.iter().enumerate().filter(|(_, glyph)| self.first.may_have(glyph.c));
        begins.filter_map(|(place, _)| self.look(run, place)).map(|(word, _)| word).next()
    }
}
