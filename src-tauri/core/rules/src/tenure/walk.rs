//! The walk through the entries of one person and one post: what each opens, closes, fills or settles.
//!
//! Rule 9: an ending known by the month or the year lies somewhere within it. What ran before it or begins in it is
//! *due* to end; it ends there when the person is appointed anew, or when nothing more can come of that month. What
//! else shows the post within it, a roster or a confirmation, is of a day before the ending; a paper that ends it by a
//! day speaks of the same ending and knows it better, unless the person comes back within the month: then the month
//! speaks of the return.

use chrono::NaiveDate;
use renmian_domain::{EndCause, EntryRef, Item, ItemKind, OpeningRecord, PartialDate, PersonId, PostId, Tenure};

use super::entry::{Entry, Says};
use crate::probation::due_after;

pub(super) fn walk(person: PersonId, post: PostId, mut entries: Vec<Entry<'_>>) -> Vec<Tenure> {
    entries.sort_by(Entry::takes_effect);
    let mut walk = Walk { person, post, tenures: Vec::new(), proved_on: None, due: None, waiting: Vec::new() };
    for entry in &entries {
        walk.comes_to(entry.day);
        match entry.says {
            Says::Opening(opening) => walk.held(opening, entry.by),
            Says::Item(item) => match item.kind {
                ItemKind::Appoint | ItemKind::Elect => walk.give(item, entry),
                ItemKind::Dismiss => walk.take(item, entry, EndCause::Dismissed),
                ItemKind::AcceptResignation => walk.take(item, entry, EndCause::Resigned),
                ItemKind::Remove => walk.take(item, entry, EndCause::Removed),
                ItemKind::Confirm => walk.confirm(item, entry),
                ItemKind::Nominate => {}
            },
            Says::Ends(cause) | Says::EndsWith(cause) => walk.close(entry, cause),
        }
    }
    walk.comes_to(None);
    for tenure in &mut walk.tenures {
        tenure.no_later_than = tenure.no_later_than.filter(|_| tenure.start.is_none());
    }
    walk.tenures
}

/// The tenures of the pair so far, in the order of the entries. Only the last can be running.
struct Walk {
    person: PersonId,
    post: PostId,
    tenures: Vec<Tenure>,
    /// The first day on which an entry proves the last tenure, where its start is unknown.
    proved_on: Option<PartialDate>,
    /// The ending known to the month or the year that what runs is due to.
    due: Option<Due>,
    /// Endings known to the month or the year that found nothing to end yet: what begins within that month, on a day
    /// that is known better, may be what they speak of.
    waiting: Vec<Waiting>,
}

/// An ending that is known to the month or the year.
#[derive(Clone, Copy)]
struct Due {
    day: PartialDate,
    by: EntryRef,
    cause: EndCause,
}

/// An ending that waits for what it speaks of.
struct Waiting {
    due: Due,
    /// What is shown where nothing comes (rule 5), and its place among the tenures; `None` for an ending that no paper
    /// says, which shows nothing by itself.
    ghost: Option<(usize, Tenure)>,
}

impl Waiting {
    /// Whether it may speak of what began on that day: within its month or year, and not on the last day of it.
    fn means(&self, day: PartialDate) -> bool {
        self.due.leaves_a_day_after(day)
    }
}

impl Due {
    fn leaves_a_day_after(&self, day: PartialDate) -> bool {
        means_more(day, self.day) && day.earliest() < self.day.latest()
    }
}

impl Walk {
    fn running(&mut self) -> Option<&mut Tenure> {
        self.tenures.last_mut().filter(|tenure| !tenure.ended)
    }

    /// An entry of that day comes next, or none: what is due before it ends, and what can no longer begin before it is
    /// given up. Then rule 5 applies.
    fn comes_to(&mut self, day: Option<PartialDate>) {
        let is_over = |due: &Due| day.is_none_or(|day| day.earliest() > due.day.latest());
        if self.due.as_ref().is_some_and(is_over) {
            self.falls_due();
        }
        while self.waiting.first().is_some_and(|first| is_over(&first.due)) {
            if let Some((place, tenure)) = self.waiting.remove(0).ghost {
                self.shows(place, tenure);
            }
        }
    }

    /// Rule 5: a tenure of which nothing but its ending is known.
    fn shows(&mut self, place: usize, tenure: Tenure) {
        self.tenures.insert(place, tenure);
        for (later, _) in self.waiting.iter_mut().filter_map(|waiting| waiting.ghost.as_mut()) {
            *later += 1;
        }
    }

    /// What runs ends as it was due to.
    fn falls_due(&mut self) {
        if let Some(Due { day, by, cause }) = self.due.take()
            && let Some(tenure) = self.running()
        {
            end(tenure, Some(day), by, cause);
        }
    }

    /// Something began: an ending of that month that still waits speaks of it, the best known of several. Rule 9: the
    /// month's ending is not its first day.
    fn began(&mut self, day: Option<PartialDate>) {
        self.due = None;
        let Some(day) = day else { return };
        let meant = (0..self.waiting.len()).filter(|place| self.waiting[*place].means(day));
        let Some(place) = meant.min_by_key(|place| self.waiting[*place].due.day.month().is_none()) else { return };
        let due = self.waiting.remove(place).due;
        self.says_better(due.day);
        self.due = Some(due);
    }

    /// A paper that said less of the same ending shows no tenure of its own.
    fn says_better(&mut self, day: PartialDate) {
        for waiting in &mut self.waiting {
            waiting.ghost.take_if(|_| means_more(day, waiting.due.day));
        }
    }

    /// Ends what runs, at once where the day is known. Whether anything ran.
    fn ends(&mut self, entry: &Entry<'_>, cause: EndCause) -> bool {
        let Some(tenure) = self.tenures.last_mut().filter(|tenure| !tenure.ended) else { return false };
        let rough = entry.day.filter(|day| day.exact().is_none()).map(|day| Due { day, by: entry.by, cause });
        match (rough, self.due.take()) {
            (None, due) => {
                end(tenure, entry.day, entry.by, cause);
                due.into_iter().for_each(|due| self.waits(due, None));
            }
            // The year's paper and the year's other paper speak of one ending, and so does the month's.
            (Some(new), Some(due)) if new.day == due.day => self.due = Some(due),
            (Some(new), Some(due)) => {
                let (better, worse) = if means_more(due.day, new.day) { (due, new) } else { (new, due) };
                self.due = Some(better);
                self.waits(worse, None);
            }
            (Some(new), None) => self.due = Some(new),
        }
        true
    }

    /// It may still speak of what begins within its month.
    fn waits(&mut self, due: Due, ghost: Option<(usize, Tenure)>) {
        if ghost.is_some() || self.waiting.iter().all(|waiting| waiting.due.day != due.day) {
            self.waiting.push(Waiting { due, ghost });
        }
    }

    /// An ending that no paper says, or the end of the unit or the post, closes what runs and shows nothing by itself.
    fn close(&mut self, entry: &Entry<'_>, cause: EndCause) {
        if self.ends(entry, cause) {
            return;
        }
        // Who is appointed anew in the month of the change is appointed after it.
        if let Some(day) = entry.day.filter(|day| day.exact().is_none() && cause != EndCause::Reappointed) {
            self.waits(Due { day, by: entry.by, cause }, None);
        }
    }

    /// An opening entry fills an unknown start or opens; a tenure whose start an order gives it only confirms.
    fn held(&mut self, opening: &OpeningRecord, by: EntryRef) {
        let held_on = PartialDate::day(opening.held_on);
        let proved_on = self.proved_on;
        let waiting = self.waiting.iter().filter(|waiting| waiting.ghost.is_some() && !waiting.means(held_on));
        let free = self
            .tenures
            .iter()
            .rev()
            .find(|tenure| tenure.ended)
            .and_then(free_from)
            .max(waiting.map(|waiting| waiting.due.day.earliest()).max());
        // A start after the day on which the post was held, or wholly before an earlier tenure's end, is no start.
        let since = opening
            .since
            .filter(|since| since.earliest() <= opening.held_on)
            .filter(|since| free.is_none_or(|free| since.latest() >= free));
        if let Some(tenure) = self.running() {
            let Some(since) = since else { return };
            let fills = tenure.start.is_none() && proved_on.is_none_or(|proof| since.earliest() <= proof.earliest());
            let refines = matches!(tenure.start_by, Some(EntryRef::Opening(_)))
                && tenure.start.is_some_and(|start| means_more(since, start));
            if fills || refines {
                tenure.start = Some(since);
                tenure.start_by = Some(by);
            }
            return;
        }
        self.tenures.push(Tenure {
            start: since,
            start_by: Some(by),
            concurrent: opening.concurrent,
            acting: opening.acting,
            secondment: opening.secondment,
            no_later_than: Some(held_on),
            ..self.blank()
        });
        self.proved_on = Some(held_on);
        self.began(Some(held_on));
    }

    /// An appointment or election opens; when the post is held already it opens nothing (rule 8), except that an
    /// appointment in full ends an acting tenure and opens the full one.
    fn give(&mut self, item: &Item, entry: &Entry<'_>) {
        let day = entry.day;
        let opened = self.opened_by(item, entry);
        if self.comes_after_due(day) {
            self.falls_due();
        }
        let proved_on = self.proved_on;
        if let Some(tenure) = self.running() {
            let regularises = tenure.acting && !item.acting;
            if is_start_of(day, tenure, proved_on) {
                let acting = tenure.acting && item.acting;
                *tenure = Tenure { acting, ..opened };
                return;
            }
            if !regularises {
                // 续聘、连任: the tenure runs on, its term is the new one.
                tenure.term_ends = opened.term_ends.or(tenure.term_ends);
                return;
            }
            if day.is_some() && tenure.start == day {
                // Acting and in full from one day: the acting tenure would have no day of its own.
                *tenure = opened;
                return;
            }
            end(tenure, day, entry.by, EndCause::Regularised);
            if let Some(due) = self.due.take() {
                self.waits(due, None);
            }
        }
        self.tenures.push(opened);
        self.proved_on = day;
        self.began(day);
    }

    /// Whether an appointment of that day comes after the ending that what runs is due to: who is appointed anew has
    /// left before. The paper of the very start, or another of its day, is no return.
    fn comes_after_due(&self, day: Option<PartialDate>) -> bool {
        let (Some(due), Some(tenure), Some(day)) = (self.due, self.tenures.last(), day) else { return false };
        let shown = tenure.start.max(self.proved_on);
        let later = shown.is_none_or(|shown| day.latest() > shown.latest());
        later && !(is_start_of(Some(day), tenure, self.proved_on) && due.leaves_a_day_after(day))
    }

    fn opened_by(&self, item: &Item, entry: &Entry<'_>) -> Tenure {
        Tenure {
            start: entry.day,
            start_by: Some(entry.by),
            concurrent: item.concurrent,
            acting: item.acting,
            secondment: item.secondment,
            probation_ends: due_after(entry.probation_from, item.probation_months),
            term_ends: due_after(entry.day, item.term_months),
            ..self.blank()
        }
    }

    /// A dismissal, resignation or removal closes what runs. Where nothing does, it shows a tenure whose start is
    /// unknown (rule 5); a second paper on the day of the ending, or in its month where no day is known of one of them,
    /// says the same again and ends nothing more, and so does the paper that follows a retirement, a death or the end of the unit.
    fn take(&mut self, item: &Item, entry: &Entry<'_>, cause: EndCause) {
        if self.ends(entry, cause) {
            return;
        }
        if self.tenures.last().is_some_and(|tenure| tenure.end == entry.day || ended_beside_papers(tenure)) {
            return;
        }
        if let Some(day) = entry.day {
            let shown = self.waiting.iter().filter(|waiting| waiting.ghost.is_some()).map(|waiting| waiting.due.day);
            let said: Vec<PartialDate> = shown.chain(self.tenures.last().and_then(|tenure| tenure.end)).collect();
            if said.contains(&day) {
                return;
            }
            // By the month it says again what a paper has ended within the month, unless something else begins in it.
            if said.iter().any(|end| means_more(*end, day)) {
                self.waits(Due { day, by: entry.by, cause }, None);
                return;
            }
            // And what was known by the month is now known better.
            self.says_better(day);
        }
        let mut shown =
            Tenure { concurrent: item.concurrent, acting: item.acting, secondment: item.secondment, ..self.blank() };
        end(&mut shown, entry.day, entry.by, cause);
        match entry.day {
            Some(day) if day.exact().is_none() => {
                self.waits(Due { day, by: entry.by, cause }, Some((self.tenures.len(), shown)));
            }
            Some(_) | None => self.tenures.push(shown),
        }
    }

    /// A confirmation settles the probation of what runs, or of what ends that very day; where nothing is known it
    /// proves a tenure whose start is unknown, as a dismissal does.
    fn confirm(&mut self, item: &Item, entry: &Entry<'_>) {
        let day = entry.day;
        let began_today = |tenure: &Tenure| day.is_some() && tenure.start == day;
        let ended_today = |tenure: &Tenure| day.is_some() && tenure.ended && tenure.end == day;
        let earlier = self.tenures.iter_mut().rev().find(|tenure| !began_today(tenure));
        let target = match earlier {
            Some(tenure) if !tenure.ended || ended_today(tenure) => Some(tenure),
            Some(_) | None => self.running(),
        };
        if let Some(tenure) = target {
            if tenure.confirmed_by.is_none() {
                tenure.confirmed_by = Some(entry.by);
                tenure.confirmed_on = day;
            }
            return;
        }
        // Confirmed in the month of a dismissal, no day known of either: of the tenure that the dismissal shows.
        let ends_then = |waiting: &Waiting| Some(waiting.due.day) == day && waiting.ghost.is_some();
        if let Some(at) = self.waiting.iter().position(ends_then)
            && let Some((place, shown)) = self.waiting.remove(at).ghost
        {
            self.shows(place, Tenure { confirmed_by: Some(entry.by), confirmed_on: day, ..shown });
            return;
        }
        self.tenures.push(Tenure {
            concurrent: item.concurrent,
            acting: item.acting,
            secondment: item.secondment,
            confirmed_by: Some(entry.by),
            confirmed_on: day,
            no_later_than: day,
            ..self.blank()
        });
        self.proved_on = day;
        self.began(day);
    }

    fn blank(&self) -> Tenure {
        Tenure {
            person: self.person,
            post: self.post,
            start: None,
            no_later_than: None,
            end: None,
            ended: false,
            start_by: None,
            end_by: None,
            end_cause: None,
            concurrent: false,
            acting: false,
            secondment: false,
            probation_ends: None,
            confirmed_by: None,
            confirmed_on: None,
            term_ends: None,
        }
    }
}

fn end(tenure: &mut Tenure, day: Option<PartialDate>, by: EntryRef, cause: EndCause) {
    tenure.ended = true;
    tenure.end = day;
    tenure.end_by = Some(by);
    tenure.end_cause = Some(cause);
    // Only an opening entry can name a start that leaves no day before the end: such a start is not believed.
    if let (Some(start), Some(end)) = (tenure.start, day)
        && start.earliest() >= end.latest()
    {
        tenure.start = None;
    }
}

/// Whether an appointment of that day is the paper of the very start that an opening entry knew only roughly, or not
/// at all.
fn is_start_of(day: Option<PartialDate>, tenure: &Tenure, proved_on: Option<PartialDate>) -> bool {
    let by_opening = matches!(tenure.start_by, Some(EntryRef::Opening(_))) && tenure.confirmed_by.is_none();
    let same = match (tenure.start, day) {
        (Some(start), Some(day)) => start == day || means_more(day, start),
        (None, Some(day)) => proved_on == Some(day),
        (_, None) => false,
    };
    by_opening && same
}

/// The first day, as far as known, on which the person can hold the post again after a tenure that ended.
pub(crate) fn free_from(ended: &Tenure) -> Option<NaiveDate> {
    let shown = ended.no_later_than.map(PartialDate::earliest);
    let a_day_long = ended.start.and_then(|start| start.earliest().succ_opt());
    ended.end.map(PartialDate::earliest).max(shown).max(a_day_long)
}

/// Whether the tenure ended by what no item of an order says: a paper that dismisses afterwards speaks of the same
/// ending.
fn ended_beside_papers(tenure: &Tenure) -> bool {
    match tenure.end_by {
        Some(EntryRef::Ending(_) | EntryRef::OrganisationEvent(_) | EntryRef::PostEvent(_)) => true,
        Some(EntryRef::Item(_) | EntryRef::Opening(_)) | None => false,
    }
}

/// Whether `exact` lies within `rough` and says more than it.
fn means_more(exact: PartialDate, rough: PartialDate) -> bool {
    exact != rough && rough.earliest() <= exact.earliest() && exact.latest() <= rough.latest()
}
