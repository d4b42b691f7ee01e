//! Findings of tenures: endings and confirmations without one, appointments to what is held, days out of order.

use renmian_domain::{Effect, EntryRef, Finding, FindingCode, Meant, PartialDate, Tenure};

use super::Desk;
use super::outlook::{Outlook, entry_of, index_of};

pub(super) fn findings(desk: &Desk<'_>, outlook: &Outlook) -> Vec<Finding> {
    let mut findings = Vec::new();
    let mut day_asked = false;
    for (index, item) in desk.draft.items.iter().enumerate() {
        let item = &item.item;
        let day = desk.draft.counts_from(item);
        // The paper's date settles it for all items, so it is asked for once.
        if day.is_none() && !std::mem::replace(&mut day_asked, true) {
            findings.push(desk.finding_of(index, FindingCode::DayUnknown).with("name", &item.person.name));
        }
        let with_names =
            |code| desk.finding_of(index, code).with("name", &item.person.name).with("post", desk.post_name(index));
        let earlier = desk.draft.items.iter().zip(&outlook.of_item).take(index);
        if earlier.clone().any(|(other, pair)| *pair == outlook.of_item[index] && other.item.kind == item.kind) {
            findings.push(with_names(FindingCode::ItemTwice));
            continue;
        }
        // Whose history it is must be settled first.
        if desk.resolution.items.get(index).is_none_or(|resolved| matches!(resolved.person, Meant::Unclear(_))) {
            continue;
        }
        let pair = &outlook.pairs[&outlook.of_item[index]];
        match &outlook.effects[index] {
            Effect::ClosesUnknown => findings.push(with_names(FindingCode::DismissalWithoutTenure)),
            Effect::Nothing if item.kind.closes() => {
                let before = pair.after.iter().rev().find(|tenure| tenure.ended && tenure.end <= day);
                let ended = before.and_then(|tenure| tenure.end).or(day).map(PartialDate::dotted).unwrap_or_default();
                findings.push(with_names(FindingCode::AlreadyEnded).with("ended", ended));
            }
            Effect::Nothing if item.kind.opens() => {
                let since = held_then(&pair.after, day).and_then(|tenure| tenure.start);
                let since = since.map_or_else(|| "word.unknown".to_owned(), PartialDate::dotted);
                findings.push(with_names(FindingCode::AlreadyHolds).with("since", since));
            }
            Effect::Confirms { .. } if proved_only_by(&pair.after, entry_of(index)) => {
                findings.push(with_names(FindingCode::ConfirmWithoutTenure));
            }
            Effect::Opens | Effect::Closes { .. } | Effect::Confirms { .. } | Effect::Nothing => {}
        }
    }
    findings.extend(earlier_changes(desk, outlook));
    findings
}

/// The tenure that runs on the day, or that runs at all where the day is unknown.
fn held_then(tenures: &[Tenure], day: Option<PartialDate>) -> Option<&Tenure> {
    tenures.iter().rev().find(|tenure| match day {
        Some(day) => tenure.start.is_none_or(|start| start <= day) && tenure.end.is_none_or(|end| end > day),
        None => !tenure.ended,
    })
}

fn proved_only_by(tenures: &[Tenure], by: EntryRef) -> bool {
    tenures.iter().any(|tenure| tenure.confirmed_by == Some(by) && tenure.start_by.is_none() && !tenure.ended)
}

/// A recorded entry that will mean something else once this paper is in: what it opened it opens no more, what it
/// ended began on another day. Typing old papers late is usual and fills unknown starts without a finding.
fn earlier_changes(desk: &Desk<'_>, outlook: &Outlook) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (key, pair) in &outlook.pairs {
        let touching = (0..desk.draft.items.len()).filter(|index| outlook.of_item[*index] == *key);
        for index in touching {
            let item = &desk.draft.items[index].item;
            let Some(day) = desk.draft.counts_from(item) else { continue };
            let ghost = outlook.effects[index] == Effect::ClosesUnknown;
            let changed = pair.before.iter().filter_map(|tenure| changed_on(tenure, &pair.after));
            // A dismissal before the start of a known tenure: either an older tenure, or a wrong date.
            let later_start = pair.before.iter().filter(|_| ghost).filter_map(|tenure| tenure.start);
            if let Some(later) = changed.chain(later_start).filter(|later| *later > day).min() {
                findings.push(
                    desk.finding_of(index, FindingCode::EarlierChange)
                        .with("name", &item.person.name)
                        .with("post", desk.post_name(index))
                        .with("later", later.dotted())
                        .with("day", day.dotted()),
                );
                break;
            }
        }
    }
    findings
}

/// The day of the recorded change that no longer holds as it did.
fn changed_on(before: &Tenure, after: &[Tenure]) -> Option<PartialDate> {
    let start_moved = match before.start_by {
        Some(EntryRef::Item(_)) => !after.iter().any(|tenure| tenure.start_by == before.start_by),
        // An order may make an opening entry's start more exact; it may not take it away.
        Some(EntryRef::Opening(_)) => after
            .iter()
            .any(|tenure| tenure.start_by == before.start_by && tenure.start.is_none() && before.start.is_some()),
        // Only papers and opening entries begin a tenure.
        Some(EntryRef::Ending(_) | EntryRef::OrganisationEvent(_) | EntryRef::PostEvent(_)) | None => false,
    };
    if start_moved {
        return before.start;
    }
    let by_order = matches!(before.start_by, Some(EntryRef::Item(_)));
    let end_moved = before.end_by.is_some()
        && by_order
        && !after.iter().any(|tenure| tenure.end_by == before.end_by && tenure.start == before.start);
    let ends_elsewhere = after.iter().any(|tenure| {
        before.ended && tenure.start == before.start && by_order && tenure.end_by.and_then(index_of).is_some()
    });
    if end_moved || ends_elsewhere { before.end } else { None }
}
