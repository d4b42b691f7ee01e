//! The walk through the entries of one person and one post: what each opens, closes, fills or settles.

use renmian_domain::{EndCause, EntryRef, Item, ItemKind, OpeningRecord, PartialDate, PersonId, PostId, Tenure};

use super::entry::{Entry, Says};
use crate::probation::due_after;

pub(super) fn walk(person: PersonId, post: PostId, mut entries: Vec<Entry<'_>>) -> Vec<Tenure> {
    entries.sort_by(Entry::takes_effect);
    let mut walk = Walk { person, post, tenures: Vec::new(), proved_on: None, waiting: Vec::new() };
    for entry in &entries {
        walk.give_up_waiting(entry.day);
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
    walk.give_up_waiting(None);
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
    /// Endings known to the month or the year that found nothing to end yet: what begins within that month, on a day
    /// that is known better, may be what they speak of.
    waiting: Vec<Waiting>,
}

/// An ending that waits for what it speaks of.
struct Waiting {
    day: PartialDate,
    by: EntryRef,
    cause: EndCause,
    /// What is shown where nothing comes (rule 5), and its place among the tenures; `None` for an ending that no paper
    /// says, which shows nothing by itself.
    ghost: Option<(usize, Tenure)>,
}

impl Waiting {
    /// Whether it may speak of what began on that day: within its month or year, and not on the last day of it.
    fn means(&self, day: PartialDate) -> bool {
        means_more(day, self.day) && day.earliest() < self.day.latest()
    }
}

impl Walk {
    fn running(&mut self) -> Option<&mut Tenure> {
        self.tenures.last_mut().filter(|tenure| !tenure.ended)
    }

    /// Gives up what can no longer begin before an entry of that day, or at all: then rule 5 applies.
    fn give_up_waiting(&mut self, day: Option<PartialDate>) {
        while let Some(first) = self.waiting.first() {
            if day.is_some_and(|day| day.earliest() <= first.day.latest()) {
                return;
            }
            let Waiting { ghost, .. } = self.waiting.remove(0);
            if let Some((place, tenure)) = ghost {
                self.tenures.insert(place, tenure);
                for other in &mut self.waiting {
                    if let Some((later, _)) = &mut other.ghost {
                        *later += 1;
                    }
                }
            }
        }
    }

    /// Something began: an ending of that month that still waits speaks of it. Rule 9: the month's ending is not its
    /// first day.
    fn began(&mut self, day: Option<PartialDate>) {
        let Some(day) = day else { return };
        let Some(place) = self.waiting.iter().position(|waiting| waiting.means(day)) else { return };
        let Waiting { day, by, cause, .. } = self.waiting.remove(place);
        if let Some(tenure) = self.running() {
            end(tenure, Some(day), by, cause);
        }
    }

    /// An ending that no paper says, or the end of the unit or the post, closes what runs and shows nothing by itself.
    fn close(&mut self, entry: &Entry<'_>, cause: EndCause) {
        if let Some(tenure) = self.running() {
            end(tenure, entry.day, entry.by, cause);
            return;
        }
        // Who is appointed anew in the month of the change is appointed after it.
        if let Some(day) = entry.day.filter(|day| day.exact().is_none() && cause != EndCause::Reappointed) {
            self.waiting.push(Waiting { day, by: entry.by, cause, ghost: None });
        }
    }

    /// An opening entry fills an unknown start or opens; a tenure whose start an order gives it only confirms.
    fn held(&mut self, opening: &OpeningRecord, by: EntryRef) {
        let held_on = PartialDate::day(opening.held_on);
        let proved_on = self.proved_on;
        let ended = self.tenures.iter().rev().find(|tenure| tenure.ended).and_then(|tenure| tenure.end);
        let waiting = self.waiting.iter().filter(|waiting| waiting.ghost.is_some() && !waiting.means(held_on));
        let after = ended.max(waiting.map(|waiting| waiting.day).max());
        // A start after the day on which the post was held, or wholly before an earlier tenure's end, is no start.
        let since = opening
            .since
            .filter(|since| since.earliest() <= opening.held_on)
            .filter(|since| after.is_none_or(|end| since.latest() >= end.earliest()));
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
        let proved_on = self.proved_on;
        if let Some(tenure) = self.running() {
            let regularises = tenure.acting && !item.acting;
            // The paper of the very start that an opening entry knew only roughly, or not at all.
            let by_opening = matches!(tenure.start_by, Some(EntryRef::Opening(_))) && tenure.confirmed_by.is_none();
            let same_start = match (tenure.start, day) {
                (Some(start), Some(day)) => start == day || means_more(day, start),
                (None, Some(day)) => proved_on == Some(day),
                (_, None) => false,
            };
            if by_opening && same_start {
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
        }
        self.tenures.push(opened);
        self.proved_on = day;
        self.began(day);
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
        if let Some(tenure) = self.running() {
            end(tenure, entry.day, entry.by, cause);
            return;
        }
        if self.tenures.last().is_some_and(|tenure| tenure.end == entry.day || ended_beside_papers(tenure)) {
            return;
        }
        let said_again = |waiting: &Waiting| Some(waiting.day) == entry.day && waiting.ghost.is_some();
        if self.waiting.iter().any(said_again) {
            return;
        }
        if let Some(day) = entry.day {
            // By the month it says again what a paper has ended within the month, unless something else begins in it.
            if self.tenures.last().and_then(|tenure| tenure.end).is_some_and(|end| means_more(end, day)) {
                self.waiting.push(Waiting { day, by: entry.by, cause, ghost: None });
                return;
            }
            // And what was known by the month is now known better.
            self.waiting.retain(|waiting| waiting.ghost.is_none() || !means_more(day, waiting.day));
        }
        let mut shown =
            Tenure { concurrent: item.concurrent, acting: item.acting, secondment: item.secondment, ..self.blank() };
        end(&mut shown, entry.day, entry.by, cause);
        match entry.day {
            Some(day) if day.exact().is_none() => {
                let ghost = Some((self.tenures.len(), shown));
                self.waiting.push(Waiting { day, by: entry.by, cause, ghost });
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
