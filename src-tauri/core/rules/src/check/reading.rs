//! What the reading found, as far as the clerk has not settled it by editing.

use std::collections::HashSet;

use renmian_domain::{Draft, Finding, FindingCode, ItemKind};

use crate::names::person_key;

pub(super) fn findings(draft: &Draft) -> Vec<Finding> {
    let guesses = draft.items.iter().enumerate().filter(|(_, item)| !item.item.certain && !item.edited);
    let guesses = guesses.map(|(index, item)| {
        let finding = Finding::new(FindingCode::Uncertain).of(index).with("name", &item.item.person.name);
        finding.at(item.item.source)
    });
    let standing = draft.reading_findings.iter().filter(|finding| stands(draft, finding));
    standing.filter_map(|finding| counted_anew(draft, finding)).chain(guesses).collect()
}

/// The paper's own count (任12人、免9人) against the items as they are now; other findings as they are.
fn counted_anew(draft: &Draft, finding: &Finding) -> Option<Finding> {
    let stated = match finding.data.get("stated") {
        Some(stated) if finding.code == FindingCode::CountMismatch => stated,
        Some(_) | None => return Some(finding.clone()),
    };
    let digits: String = stated.chars().filter(char::is_ascii_digit).collect();
    let Ok(wanted) = digits.parse::<usize>() else { return Some(finding.clone()) };
    let opens = stated.contains('任');
    let counts = |kind: ItemKind| match kind {
        ItemKind::Appoint | ItemKind::Elect | ItemKind::Confirm => opens,
        ItemKind::Dismiss | ItemKind::AcceptResignation | ItemKind::Remove => !opens,
        ItemKind::Nominate => false,
    };
    let items = draft.items.iter().map(|item| &item.item).filter(|item| counts(item.kind));
    let read = items.map(|item| person_key(&item.person.name)).collect::<HashSet<_>>().len();
    (read != wanted).then(|| finding.clone().with("read", format!("{read}人")))
}

fn stands(draft: &Draft, finding: &Finding) -> bool {
    let code = finding.code;
    // Said anew from the fields and the items as they are now.
    if matches!(code, FindingCode::HeadIncomplete | FindingCode::Uncertain | FindingCode::ItemTwice) {
        return false;
    }
    // An item that the clerk has edited, or that has moved, is no longer the one that the reading speaks of.
    if let Some(index) = finding.item {
        return draft
            .items
            .get(index)
            .is_some_and(|item| !item.edited && finding.source.is_none_or(|source| item.item.source.overlaps(source)));
    }
    if matches!(code, FindingCode::NotUnderstood | FindingCode::VerbUnaccounted) {
        let accounts = |source| draft.items.iter().any(|item| item.edited && item.item.source.overlaps(source));
        return !finding.source.is_some_and(accounts);
    }
    if code == FindingCode::NameOnlyInTitle {
        let name = finding.data.get("name").map(|name| person_key(name)).unwrap_or_default();
        return !draft.items.iter().any(|item| person_key(&item.item.person.name) == name);
    }
    true
}
