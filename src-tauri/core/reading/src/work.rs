//! A reading under way: what it was told beforehand, and who waits for it. Whoever waits is told how far it has come
//! and may call it off; nothing here knows the time or how often that is asked.

use std::cell::Cell;
use std::fmt;

use crate::Options;

/// A reading under way.
pub(crate) struct Work<'w> {
    pub options: &'w Options,
    /// Told up to which character the text is read; whether to go on.
    go_on: &'w dyn Fn(usize) -> bool,
    /// Where the paper that is being read begins, and how far it was read when this passage over it began. It may be
    /// read twice: each passage counts for half of it.
    passage: Cell<(usize, usize)>,
    told: Cell<usize>,
    called_off: Cell<bool>,
}

impl<'w> Work<'w> {
    pub fn new(options: &'w Options, go_on: &'w dyn Fn(usize) -> bool) -> Self {
        Self { options, go_on, passage: Cell::new((0, 0)), told: Cell::new(0), called_off: Cell::new(false) }
    }

    /// A paper is read that begins at this character.
    pub fn begin(&self, from: usize) {
        self.passage.set((from, from));
    }

    /// The paper up to this character is read once more.
    pub fn once_more(&self, to: usize) {
        let (from, _) = self.passage.get();
        self.passage.set((from, from + to.saturating_sub(from) / 2));
    }

    /// This passage over the paper has come to the character; whether to go on.
    pub fn goes_on(&self, at: usize) -> bool {
        let (from, before) = self.passage.get();
        let read = before + at.saturating_sub(from) / 2;
        self.told.set(self.told.get().max(read));
        self.still().is_some()
    }

    /// Nothing more is read yet; `None` where the work was called off.
    pub fn still(&self) -> Option<()> {
        if !self.called_off.get() && !(self.go_on)(self.told.get()) {
            self.called_off.set(true);
        }
        (!self.called_off.get()).then_some(())
    }
}

impl fmt::Debug for Work<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Work").field("told", &self.told).field("called_off", &self.called_off).finish_non_exhaustive()
    }
}
