//! Tenures that contradict themselves or lack a part: an end before the start, one post given twice, a dismissal that
//! ended nothing known, a probation that ran out.

use std::collections::BTreeMap;

use renmian_domain::{Concern, ConcernKind, ItemKind, PartialDate, PersonId, PostId, Tenure};

use super::{Desk, dotted};
use crate::names::title_key;
use crate::roster::runs_on;
use crate::tenure::free_from;

pub(super) fn concerns(desk: &Desk<'_>) -> Vec<Concern> {
    let mut found = Vec::new();
    let mut pairs: BTreeMap<(PersonId, PostId), Vec<&Tenure>> = BTreeMap::new();
    for tenure in &desk.history.tenures {
        pairs.entry((tenure.person, tenure.post)).or_default().push(tenure);
    }
    for tenures in pairs.values() {
        for tenure in tenures {
            if let Some(concern) = backwards(desk, tenure, tenures) {
                found.push(concern);
            } else if tenure.start.is_none() && tenure.start_by.is_none() && tenure.end_by.is_some() {
                let concern = desk.of_tenure(ConcernKind::DismissalWithoutTenure, tenure);
                found.push(concern.with("end", dotted(tenure.end)));
            }
            found.extend(overdue(desk, tenure));
        }
    }
    found.extend(given_twice(desk, &pairs));
    found.extend(disbelieved(desk));
    found.extend(side_by_side(desk));
    found
}

/// An end before the start: as derived; as an opening entry says it; or a later paper's dismissal that counts from a
/// day before the appointment which it can only mean, so that the appointment seems to run on.
fn backwards(desk: &Desk<'_>, tenure: &Tenure, of_pair: &[&Tenure]) -> Option<Concern> {
    let concern = |start: PartialDate, end: Option<PartialDate>| {
        desk.of_tenure(ConcernKind::EndBeforeStart, tenure).with("start", start.dotted()).with("end", dotted(end))
    };
    if let (Some(start), Some(end)) = (tenure.start, tenure.end) {
        return (end.latest() < start.earliest()).then(|| concern(start, tenure.end));
    }
    if !tenure.ended || tenure.start.is_some() {
        return None;
    }
    if let Some(opening) = desk.opening(tenure.start_by) {
        // The rules do not believe a start that leaves no day before the end; here it is said aloud.
        let since = opening.since?;
        return tenure.end.is_some_and(|end| since.earliest() >= end.earliest()).then(|| concern(since, tenure.end));
    }
    let end = tenure.end.filter(|_| tenure.start_by.is_none())?;
    let dismissed_by = desk.issued(tenure.end_by)?;
    let runs_on = of_pair.iter().find(|other| {
        !other.ended
            && other.start.is_some_and(|start| end.latest() < start.earliest())
            && known_since(desk, other).is_some_and(|known| known < dismissed_by)
    })?;
    let mut concern = concern(runs_on.start?, tenure.end);
    concern.orders.extend(desk.paper(runs_on.start_by));
    Some(concern)
}

/// The day of the paper that gave the post, or on which an opening entry says that it was held.
fn known_since(desk: &Desk<'_>, tenure: &Tenure) -> Option<PartialDate> {
    let held = desk.opening(tenure.start_by).map(|opening| PartialDate::day(opening.held_on));
    desk.issued(tenure.start_by).or(held)
}

/// A probation that had run out by the day, and nothing had settled it by then.
fn overdue(desk: &Desk<'_>, tenure: &Tenure) -> Option<Concern> {
    let ends = tenure.probation_ends.filter(|ends| ends.latest() <= desk.on && runs_on(tenure, desk.on))?;
    let settled = tenure.confirmed_by.is_some() && tenure.confirmed_on.is_none_or(|on| on.earliest() <= desk.on);
    (!settled).then(|| desk.of_tenure(ConcernKind::ProbationOverdue, tenure).with("ends", ends.dotted()))
}

/// Appointments of somebody who held the post already. An election again, an appointment for a new term, the paper of
/// another body of the same day, and an appointment in full after an acting one are usual and no concern.
fn given_twice(desk: &Desk<'_>, pairs: &BTreeMap<(PersonId, PostId), Vec<&Tenure>>) -> Vec<Concern> {
    let mut found = Vec::new();
    for item in desk.facts.items.iter().filter(|item| item.item.kind == ItemKind::Appoint) {
        let (Some(day), Some(tenures)) = (desk.counts_from(item), pairs.get(&(item.person, item.post))) else {
            continue;
        };
        let by = |tenure: &&&Tenure| desk.item(tenure.start_by).is_some_and(|other| other.id == item.id);
        if item.item.term_months.is_some() || tenures.iter().any(|tenure| by(&tenure)) {
            continue;
        }
        let held = tenures.iter().find(|tenure| {
            let left = tenure.ended && tenure.end.is_none_or(|end| end.earliest() <= day.earliest());
            tenure.start.is_some_and(|start| start.latest() < day.earliest()) && !left
        });
        if let Some(tenure) = held {
            let mut concern = desk
                .of_tenure(ConcernKind::Overlap, tenure)
                .with("start", dotted(tenure.start))
                .with("again", day.dotted())
                .with("how", "word.appointed-again");
            if !concern.orders.contains(&item.order) {
                concern.orders.insert(0, item.order);
            }
            found.push(concern);
        }
    }
    found
}

/// Opening entries that say a post was held since before a paper ended it: the rules take the paper's word.
fn disbelieved(desk: &Desk<'_>) -> Vec<Concern> {
    let mut found = Vec::new();
    for tenure in desk.history.tenures.iter().filter(|tenure| tenure.start.is_none()) {
        let Some(since) = desk.opening(tenure.start_by).and_then(|opening| opening.since) else { continue };
        let of_pair = desk.history.tenures.iter().filter(|t| t.person == tenure.person && t.post == tenure.post);
        let earlier = of_pair.filter(|other| other.ended && *other != tenure);
        let before = earlier.filter(|other| free_from(other).is_some_and(|free| since.latest() < free));
        if let Some(other) = before.max_by_key(|other| other.end) {
            let mut concern = desk
                .of_tenure(ConcernKind::Overlap, tenure)
                .with("start", dotted(other.start))
                .with("again", since.dotted())
                .with("how", "word.held-since");
            concern.orders.extend(desk.paper(other.end_by));
            found.push(concern);
        }
    }
    found
}

/// Tenures of one person under one title of one unit that run at once: of one post, or of two records of it.
fn side_by_side(desk: &Desk<'_>) -> Vec<Concern> {
    let mut by_title: BTreeMap<_, Vec<&Tenure>> = BTreeMap::new();
    for tenure in &desk.history.tenures {
        if let Some(post) = desk.register.post(tenure.post) {
            let key = (tenure.person, post.organisation, title_key(&post.title));
            by_title.entry(key).or_default().push(tenure);
        }
    }
    let mut found = Vec::new();
    for mut tenures in by_title.into_values().filter(|tenures| tenures.len() > 1) {
        tenures.sort_by_key(|tenure| (tenure.start, tenure.end));
        for two in tenures.windows(2) {
            let (first, second) = (two[0], two[1]);
            let (Some(_), Some(again)) = (first.start, second.start) else { continue };
            let runs = if first.ended {
                first.end.is_some_and(|end| again.latest() < end.earliest())
            } else {
                first.start < second.start || first.post != second.post
            };
            if runs {
                let concern = desk.of_tenure(ConcernKind::Overlap, second);
                found.push(
                    concern
                        .with("start", dotted(first.start))
                        .with("again", again.dotted())
                        .with("how", "word.appointed-again"),
                );
            }
        }
    }
    found
}
