//! One recorded entry as the derivation sees it, and the order in which entries take effect.
//!
//! That order rests on what the papers say, never on database ids: the order of entry must not change the history
//! (rule 1).

use std::cmp::Ordering;

use renmian_domain::record::ProbationFrom;
use renmian_domain::{
    EndCause, EndingRecord, EntryRef, Item, ItemKind, OpeningRecord, OrderHead, OrganisationEvent, PartialDate,
    PostEvent, RecordedItem, TenureChoice,
};

/// What one recorded entry says about the pair that it speaks of.
#[derive(Debug, Clone)]
pub struct Entry<'a> {
    /// Where it stands in the register.
    pub(super) by: EntryRef,
    /// The day from which it counts (rule 3); `None` where no day is known.
    pub(super) day: Option<PartialDate>,
    /// The day from which its probation counts.
    pub(super) probation_from: Option<PartialDate>,
    /// What it says.
    pub(super) says: Says<'a>,
    paper: PaperKey<'a>,
    position: u32,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Says<'a> {
    Opening(&'a OpeningRecord),
    Item(&'a Item),
    /// The clerk's entry ends what runs.
    Ends(EndCause),
    /// The unit or the post changed or ended, and with it what runs.
    EndsWith(EndCause),
}

/// What places two papers of one day one after the other: the number by its parts, else its text, else the rest of
/// the head.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct PaperKey<'a> {
    code: Option<&'a str>,
    year: Option<i32>,
    serial: Option<u32>,
    text: Option<&'a str>,
    issued_on: Option<PartialDate>,
    issuer: Option<&'a str>,
    title: Option<&'a str>,
}

impl<'a> PaperKey<'a> {
    fn of(head: &'a OrderHead) -> Self {
        let number = head.number.as_ref();
        Self {
            code: number.and_then(|number| number.code.as_deref()),
            year: number.and_then(|number| number.year),
            serial: number.and_then(|number| number.serial),
            text: number.map(|number| number.text.as_str()),
            issued_on: head.issued_on,
            issuer: head.issuer.as_deref(),
            title: head.title.as_deref(),
        }
    }
}

impl<'a> Entry<'a> {
    /// An item of an order. Without its head only a day that the item itself names is known.
    pub fn of_item(item: &'a RecordedItem, head: Option<&'a OrderHead>, from: ProbationFrom) -> Self {
        let own = item.item.effective_on;
        let decided = head.and_then(|head| head.decided_on);
        let issued = head.and_then(|head| head.issued_on);
        let day = match item.item.kind {
            // 任职时间从…起计算 in a confirmation names the start of what it confirms: it is settled by its paper.
            ItemKind::Confirm => decided.or(issued).or(own),
            ItemKind::Appoint
            | ItemKind::Dismiss
            | ItemKind::Elect
            | ItemKind::Nominate
            | ItemKind::AcceptResignation
            | ItemKind::Remove => own.or(decided).or(issued),
        };
        Self {
            by: EntryRef::Item(item.id),
            day,
            probation_from: match from {
                ProbationFrom::Decision => own.or(decided).or(issued),
                ProbationFrom::Paper => own.or(issued).or(decided),
            },
            says: Says::Item(&item.item),
            paper: head.map(PaperKey::of).unwrap_or_default(),
            position: item.position,
        }
    }

    /// An opening entry: it speaks on the day on which the post is known to be held.
    pub fn of_opening(opening: &'a OpeningRecord) -> Self {
        Self {
            by: EntryRef::Opening(opening.id),
            day: Some(PartialDate::day(opening.held_on)),
            probation_from: None,
            says: Says::Opening(opening),
            paper: PaperKey::default(),
            position: 0,
        }
    }

    /// An ending that the clerk entered.
    pub fn of_ending(ending: &EndingRecord) -> Self {
        Self::bare(EntryRef::Ending(ending.id), ending.on, Says::Ends(ending.cause))
    }

    /// An event of the unit; `None` where tenures run on.
    pub fn of_organisation_event(event: &OrganisationEvent) -> Option<Self> {
        let cause = event.tenures.and_then(TenureChoice::ends)?;
        Some(Self::bare(EntryRef::OrganisationEvent(event.id), event.on, Says::EndsWith(cause)))
    }

    /// An event of the post; `None` where tenures run on. A post that is abolished by itself lapses (自然免除).
    pub fn of_post_event(event: &PostEvent) -> Option<Self> {
        let cause = match event.tenures? {
            TenureChoice::Reappoint => EndCause::Reappointed,
            TenureChoice::End => EndCause::Lapsed,
            TenureChoice::RunOn | TenureChoice::Wait => return None,
        };
        Some(Self::bare(EntryRef::PostEvent(event.id), event.on, Says::EndsWith(cause)))
    }

    fn bare(by: EntryRef, on: PartialDate, says: Says<'a>) -> Self {
        Self { by, day: Some(on), probation_from: None, says, paper: PaperKey::default(), position: 0 }
    }

    /// The order in which entries of one pair take effect.
    ///
    /// By day, entries without any day last. On one day: what was held already (opening entries), then what is taken
    /// away, first by papers, then by the clerk's entry, then with the unit or the post; then what is given, then what
    /// is confirmed, whichever paper says it (rules 6 and 13): two papers of one day, one dismissing and one
    /// appointing, are a handover whatever their numbers, and no tenure of no day at all comes about. Then by number
    /// and by place in the paper. Papers without a day follow each other by number, since
    /// nothing says that they are of one day.
    pub(super) fn takes_effect(&self, other: &Self) -> Ordering {
        let undated = |entry: &Self| entry.day.is_none();
        let step_of_day = |entry: &Self| if entry.day.is_some() { entry.step() } else { 0 };
        undated(self)
            .cmp(&undated(other))
            .then_with(|| self.day.cmp(&other.day))
            .then_with(|| step_of_day(self).cmp(&step_of_day(other)))
            .then_with(|| self.paper.cmp(&other.paper))
            .then_with(|| self.step().cmp(&other.step()))
            .then_with(|| self.position.cmp(&other.position))
            .then_with(|| self.content().cmp(&other.content()))
            // Only entries that say exactly the same get here: either may be the one that is cited.
            .then_with(|| self.by.cmp(&other.by))
    }

    fn step(&self) -> u8 {
        match self.says {
            Says::Opening(_) => 0,
            Says::Item(item) => match item.kind {
                ItemKind::Dismiss | ItemKind::AcceptResignation | ItemKind::Remove => 1,
                ItemKind::Appoint | ItemKind::Elect => 4,
                ItemKind::Confirm => 5,
                ItemKind::Nominate => 6,
            },
            Says::Ends(_) => 2,
            Says::EndsWith(_) => 3,
        }
    }

    /// What tells apart entries of one day, one number and one place: known and exact dates first.
    fn content(&self) -> impl Ord + use<> {
        let (since, kind, flags, months) = match self.says {
            Says::Opening(opening) => {
                (opening.since, 0, [opening.concurrent, opening.acting, opening.secondment], (None, None))
            }
            Says::Item(item) => (
                None,
                item.kind as u8,
                [item.concurrent, item.acting, item.secondment],
                (item.probation_months, item.term_months),
            ),
            Says::Ends(cause) | Says::EndsWith(cause) => (None, cause as u8, [false; 3], (None, None)),
        };
        (since.is_none(), since, kind, flags, months)
    }
}
