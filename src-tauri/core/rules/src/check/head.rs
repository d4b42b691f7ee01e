//! Findings of the paper's head: what is missing, and its number among the numbers of the register.

use std::collections::BTreeSet;

use renmian_domain::{DocumentNumber, Finding, FindingCode, Item, ItemKind, OrderHead, Span};

use super::Desk;
use crate::names::{OrganisationKey, person_key, title_key};

pub(super) fn findings(desk: &Desk<'_>) -> Vec<Finding> {
    let draft = desk.draft;
    let mut findings = Vec::new();
    for (key, field, missing) in [
        ("number", "word.number", draft.number.is_none()),
        ("issuer", "word.issuer", draft.issuer.is_none()),
        ("issued_on", "word.issued-on", draft.issued_on.is_none()),
    ] {
        if missing {
            findings.push(Finding::new(FindingCode::HeadIncomplete).with("field", field).with("key", key));
        }
    }
    if let Some(known) = known_order(desk) {
        let name = known.number.as_ref().map(|number| number.text.clone()).or_else(|| known.title.clone());
        let finding = Finding::new(FindingCode::OrderKnown)
            .with("number", name.unwrap_or_default())
            .with("order", known.id.0.to_string());
        findings.push(at_number(desk, finding));
    } else if let Some(number) = &draft.number {
        findings.extend(number_findings(desk, number));
    }
    findings
}

/// The order of the register that this paper is: the same number and the same content; or, where one of the two
/// prints no number, the same content of the same day by the same issuer.
fn known_order<'a>(desk: &Desk<'a>) -> Option<&'a OrderHead> {
    let (draft, facts) = (desk.draft, desk.register.facts);
    if draft.items.is_empty() {
        return None;
    }
    let mut candidates = facts.orders.iter().filter(|order| {
        order.issued_on == draft.issued_on
            && match (&order.number, &draft.number) {
                (Some(known), Some(number)) => known.key() == number.key(),
                (None, _) | (_, None) => order.issuer == draft.issuer,
            }
    });
    let content: BTreeSet<_> = draft.items.iter().map(|item| content_of(desk, &item.item)).collect();
    candidates.find(|order| {
        let items = facts.items.iter().filter(|item| item.order == order.id);
        let known: BTreeSet<_> = items.map(|item| content_of(desk, &item.item)).collect();
        known == content
    })
}

/// What makes two printings of an item the same item.
fn content_of(desk: &Desk<'_>, item: &Item) -> (String, u8, Option<OrganisationKey>, String) {
    let organisation = item.post.organisation.as_ref().map(|name| desk.register.key(name));
    let kind = match item.kind {
        ItemKind::Appoint => 0,
        ItemKind::Dismiss => 1,
        ItemKind::Elect => 2,
        ItemKind::Nominate => 3,
        ItemKind::AcceptResignation => 4,
        ItemKind::Remove => 5,
        ItemKind::Confirm => 6,
    };
    (person_key(&item.person.name), kind, organisation, title_key(&item.post.title))
}

fn number_findings(desk: &Desk<'_>, number: &DocumentNumber) -> Vec<Finding> {
    let orders = &desk.register.facts.orders;
    let mut findings = Vec::new();
    let same = |order: &&OrderHead| order.number.as_ref().is_some_and(|known| known.key() == number.key());
    if let Some(used) = orders.iter().find(same) {
        let finding = Finding::new(FindingCode::NumberUsed)
            .with("number", &number.text)
            .with("title", used.title.clone().unwrap_or_default())
            .with("order", used.id.0.to_string());
        findings.push(at_number(desk, finding));
    } else if let Some(missing) = gap_before(desk, number) {
        let finding = Finding::new(FindingCode::NumberGap).with("number", &number.text).with("missing", missing);
        findings.push(at_number(desk, finding));
    }
    findings
}

/// The serials between the highest earlier one of the same code and year, and this: `4`, or `4–6`. `None` where there
/// is no earlier one: then the series is not known, or begins here.
fn gap_before(desk: &Desk<'_>, number: &DocumentNumber) -> Option<String> {
    let (code, year, serial) = (number.code.as_ref()?, number.year?, number.serial?);
    // A number that was revoked has been used all the same.
    let facts = desk.register.facts;
    let numbers = facts.orders.iter().chain(&facts.superseded).filter_map(|order| order.number.as_ref());
    let earlier = numbers
        .filter(|known| known.code.as_ref() == Some(code) && known.year == Some(year))
        .filter_map(|known| known.serial)
        .filter(|known| *known < serial)
        .max()?;
    match serial - earlier {
        1 => None,
        2 => Some((earlier + 1).to_string()),
        _ => Some(format!("{}–{}", earlier + 1, serial - 1)),
    }
}

/// Puts a finding at the number, where the text prints it as it was read.
fn at_number(desk: &Desk<'_>, finding: Finding) -> Finding {
    let Some(number) = &desk.draft.number else { return finding };
    let text = &desk.draft.text;
    match text.find(&number.text) {
        Some(at) if !number.text.is_empty() => {
            let start = text[..at].chars().count();
            finding.at(Span::new(start, start + number.text.chars().count()))
        }
        Some(_) | None => finding,
    }
}
