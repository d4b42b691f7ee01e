//! Where in a sentence a clause may begin, and whether a sentence leans on the one before it.

use std::sync::LazyLock;

use super::after_numbering;
use super::frame::MENTIONS;
use crate::layout::{Glyph, any, has};
use crate::lexicon::Endings;
use crate::lexicon::verbs::{self, Verb};
use crate::lexicon::words;

/// Whether a sentence begins with what another one's person is the subject of: 免去其…, 不再担任….
pub(super) fn leans(run: &[Glyph], place: usize) -> bool {
    let place = any(run, place, words!["同时", "并"]).map_or(place, |(_, next)| next);
    let stripped = verbs::at(&verbs::STRIPPING, run, place).is_some_and(|(_, next)| has(run, next, "其"));
    // …；免去：县水利局副局长。
    let listed = verbs::at(&verbs::STRIPPING, run, place)
        .is_some_and(|(_, next)| has(run, next, "：") && crate::post::is_post(&run[next + 1..]));
    stripped || listed || any(run, place, words!["其", "不再担任", "不再兼任", "原任", "继续"]).is_some()
}

/// Whether further persons may stand under the verb without a verb of their own: 任命甲为…，乙为….
pub(super) fn goes_on(verb: Verb) -> bool {
    verbs::LEADING.iter().any(|leading| leading.word == verb.word && leading.word.chars().count() > 1)
        || verbs::STRIPPING.iter().any(|stripping| stripping.word == verb.word)
}

/// Whether nothing but the day stands before the place: 近日，, 7月28日，.
pub(super) fn opens_sentence(run: &[Glyph], place: usize) -> bool {
    let from = after_numbering(run, 0);
    let ahead = run.get(from..place).unwrap_or_default();
    let days = words!["近日", "日前", "近期", "昨日", "昨天", "今日", "今天", "最近", "同日", "当日", "随后"];
    ahead.is_empty()
        || ahead.len() <= 12
            && (any(ahead, 0, days).is_some()
                || ahead.iter().all(|glyph| glyph.c.is_ascii_digit() || matches!(glyph.c, '年' | '月' | '日' | '，')))
}

/// 决定 before a person, in a text where it may stand for the verb: 会议决定甲、乙为国务院副总理.
fn decides_on(run: &[Glyph], place: usize) -> bool {
    has(run, place, "决定")
        && place.checked_sub(1).is_none_or(|before| run[before].c != '的')
        && crate::name::persons_at(run, place + 2).is_some_and(|(persons, end)| persons[0].sure && has(run, end, "为"))
}

/// Words behind which a clause may begin.
static OPENERS: LazyLock<Endings> = LazyLock::new(|| {
    let words =
        ["决定", "研究", "同意", "表决", "通过", "明确", "现将", "给予", "批准", "宣布", "任命如下", "免职如下", "："];
    Endings::new(words)
});

/// The persons with whom a sentence begins, where it names all of them.
pub(super) fn named_at_its_head(run: &[Glyph]) -> Vec<String> {
    let named =
        crate::name::persons_at(run, after_numbering(run, 0)).filter(|(persons, _)| persons.iter().all(|who| who.sure));
    named.map(|(persons, _)| persons.into_iter().map(|who| who.name).collect()).unwrap_or_default()
}

/// The places of a segment where a clause may begin.
pub(super) struct Entries<'r> {
    run: &'r [Glyph],
    next: usize,
    end: usize,
    first: bool,
    tries: usize,
}

impl<'r> Entries<'r> {
    pub(super) fn of(run: &'r [Glyph], from: usize, end: usize, operative: bool) -> Self {
        Self { run, next: from, end, first: operative, tries: 0 }
    }
}

impl Iterator for Entries<'_> {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        if std::mem::take(&mut self.first) {
            return Some(self.next);
        }
        let start = self.next;
        let mut quoted = 0;
        for place in start..self.end {
            match self.run[place].c {
                '《' => quoted += 1,
                '》' => quoted -= 1,
                _ => {}
            }
            if quoted > 0 || place == start && self.tries == 0 && self.first {
                continue;
            }
            let strong = verbs::at(&verbs::LEADING, self.run, place).is_some_and(|(verb, _)| verb.strong)
                || verbs::at(&verbs::STRIPPING, self.run, place).is_some_and(|(verb, _)| verb.strong)
                || any(self.run, place, words!["接受", "准予"]).is_some()
                || decides_on(self.run, place);
            if !(strong || OPENERS.end(&self.run[start..place])) {
                continue;
            }
            self.tries += 1;
            if self.tries > 12 {
                return None;
            }
            let lead_in = &self.run[start.min(place)..place];
            if MENTIONS.find(lead_in).is_some() {
                return None;
            }
            self.next = place + 1;
            return Some(place);
        }
        None
    }
}
