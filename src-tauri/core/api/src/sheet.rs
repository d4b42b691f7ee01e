//! What the clerk is shown beside a draft: whom and what each item means, what it will do, every finding with what can
//! be done about it.

use std::collections::HashSet;
use std::sync::Arc;

use chrono::NaiveDate;
use renmian_domain::{Draft, DraftId, Effect, Finding, FindingCode, Meant, OrderId, Resolution};

use crate::lookup::person_card;
use crate::types::*;
use crate::view::View;

/// A draft checked against the register.
pub struct Checked {
    /// Whom and what it means.
    pub resolution: Resolution,
    /// What the clerk should see.
    pub findings: Vec<Finding>,
    /// What each item will do.
    pub effects: Vec<Effect>,
}

/// The register that a draft is checked against: for a correction without the entry in whose place it comes, else
/// every item would be said twice.
pub(crate) fn against(view: &Arc<View>, draft: &Draft) -> Arc<View> {
    match &draft.correction {
        Some(correction) => {
            let (facts, history) = renmian_rules::without(&view.facts, &view.history, correction.order);
            Arc::new(View::new(Arc::new(facts), Arc::new(history)))
        }
        None => Arc::clone(view),
    }
}

/// Checks a draft against the register. `known` is the order that this paper was recorded as before, if it was.
pub fn check(view: &View, draft: &Draft, known: Option<(OrderId, String)>) -> Checked {
    let resolution = renmian_rules::resolve(&view.facts, draft);
    let (mut findings, effects) = renmian_rules::check(&view.facts, &view.history, draft, &resolution);
    findings.retain(|finding| finding.code != FindingCode::OrderKnown);
    if let Some((id, number)) = known {
        // An order known by its content speaks louder than its number being taken.
        findings.retain(|finding| finding.code != FindingCode::NumberUsed);
        findings
            .insert(0, Finding::new(FindingCode::OrderKnown).with("number", number).with("order", id.0.to_string()));
    }
    Checked { resolution, findings, effects }
}

/// The sheet of a checked draft.
pub fn sheet(view: &View, id: DraftId, draft: Draft, checked: &Checked, today: NaiveDate) -> DraftSheet {
    let items: Vec<ItemSheet> = draft
        .items
        .iter()
        .zip(&checked.resolution.items)
        .zip(&checked.effects)
        .map(|((item, meant), effect)| ItemSheet {
            person: meant_sheet(
                &meant.person,
                |id| id.0,
                &item.item.person.name,
                |id| view.person(*id).map(|row| row.name.clone()).ok(),
            ),
            organisation: match &meant.organisation {
                None => MeantSheet { state: MeantState::None, id: None, known_as: None },
                Some(meant) => meant_sheet(
                    meant,
                    |id| id.0,
                    item.item.post.organisation.as_deref().unwrap_or_default(),
                    |id| view.organisation(*id).map(|row| row.name.clone()).ok(),
                ),
            },
            post: meant_sheet(
                &meant.post,
                |id| id.0,
                &item.item.post.title,
                |id| view.post(*id).map(|row| row.title.clone()).ok(),
            ),
            counts_from: draft.counts_from(&item.item),
            effect: effect.clone(),
        })
        .collect();
    let appointed: HashSet<&str> =
        draft.items.iter().filter(|item| item.item.kind.opens()).map(|item| item.item.person.name.as_str()).collect();
    let findings = finding_sheets(view, &draft, checked, today);
    DraftSheet {
        id,
        items,
        appoints: draft.items.iter().filter(|item| item.item.kind.opens()).count() as u32,
        appointed_persons: appointed.len() as u32,
        dismisses: draft.items.iter().filter(|item| item.item.kind.closes()).count() as u32,
        recordable: !draft.items.is_empty() && !checked.findings.iter().any(|finding| forbids(finding.code)),
        findings,
        draft,
    }
}

/// Whether the order cannot be recorded while the finding stands.
pub fn forbids(code: FindingCode) -> bool {
    code.weight() == renmian_domain::Weight::Settle
}

fn meant_sheet<Id: Copy>(
    meant: &Meant<Id>,
    row: impl Fn(Id) -> i64,
    printed: &str,
    name: impl Fn(&Id) -> Option<String>,
) -> MeantSheet {
    match meant {
        Meant::Known(id) => MeantSheet {
            state: MeantState::Known,
            id: Some(row(*id)),
            known_as: name(id).filter(|name| name != printed),
        },
        Meant::New(_) => MeantSheet { state: MeantState::New, id: None, known_as: None },
        Meant::Unclear(_) => MeantSheet { state: MeantState::Unclear, id: None, known_as: None },
    }
}

fn finding_sheets(view: &View, draft: &Draft, checked: &Checked, today: NaiveDate) -> Vec<FindingSheet> {
    checked
        .findings
        .iter()
        .map(|finding| FindingSheet {
            code: finding.code,
            weight: finding.code.weight(),
            source: finding.source,
            item: finding.item,
            data: finding.data.clone(),
            accepted: draft.accepted.iter().any(|mark| mark.fits(finding)),
            remedies: remedies(view, draft, checked, finding, today),
        })
        .collect()
}

/// What can be done about a finding, the likeliest first.
fn remedies(view: &View, draft: &Draft, checked: &Checked, finding: &Finding, today: NaiveDate) -> Vec<Remedy> {
    let meant = finding.item.and_then(|item| checked.resolution.items.get(item));
    let printed = finding.item.and_then(|item| draft.items.get(item)).map(|item| &item.item);
    match finding.code {
        FindingCode::PersonNamesake => {
            let candidates = match meant.map(|meant| &meant.person) {
                Some(Meant::Unclear(ids)) => ids.clone(),
                _ => Vec::new(),
            };
            let mut remedies: Vec<Remedy> = candidates
                .into_iter()
                .filter_map(|id| person_card(view, id, today).ok())
                .map(|person| Remedy::TakePerson { person })
                .collect();
            remedies.push(Remedy::NewPerson);
            remedies
        }
        FindingCode::OrganisationSimilar => {
            let name = printed.and_then(|item| item.post.organisation.as_deref()).unwrap_or_default();
            let mut remedies: Vec<Remedy> = renmian_rules::similar_organisations(&view.facts, name)
                .into_iter()
                .filter_map(|id| view.organisation(id).ok())
                .map(|row| Remedy::TakeOrganisation { id: row.id, name: row.name.clone() })
                .collect();
            remedies.push(Remedy::NewOrganisation);
            remedies
        }
        FindingCode::PostSimilar => {
            let organisation = match meant.and_then(|meant| meant.organisation.as_ref()) {
                Some(Meant::Known(id)) => Some(*id),
                _ => None,
            };
            let title = printed.map(|item| item.post.title.as_str()).unwrap_or_default();
            let mut remedies: Vec<Remedy> = renmian_rules::similar_posts(&view.facts, organisation, title)
                .into_iter()
                .filter_map(|id| view.post(id).ok())
                .map(|row| Remedy::TakePost { id: row.id, title: row.title.clone() })
                .collect();
            remedies.push(Remedy::NewPost);
            remedies
        }
        FindingCode::PersonNew
        | FindingCode::OrganisationNew
        | FindingCode::PostNew
        | FindingCode::NumberGap
        | FindingCode::PostFull
        | FindingCode::CountMismatch
        | FindingCode::OrganisationEnded
        | FindingCode::PostEnded
        | FindingCode::PersonTaken
        | FindingCode::PersonSeparate
        | FindingCode::RareCharacter => vec![Remedy::LetStand],
        FindingCode::DismissalWithoutTenure => vec![Remedy::LetStand, Remedy::HeldSince, Remedy::RemoveItem],
        FindingCode::ConfirmWithoutTenure
        | FindingCode::AlreadyHolds
        | FindingCode::AlreadyEnded
        | FindingCode::Uncertain => {
            vec![Remedy::LetStand, Remedy::RemoveItem]
        }
        FindingCode::ItemTwice => vec![Remedy::RemoveItem, Remedy::LetStand],
        FindingCode::SecondHeadship => vec![Remedy::MarkConcurrent, Remedy::LetStand],
        FindingCode::EarlierChange => vec![Remedy::SetDay, Remedy::LetStand],
        FindingCode::DayUnknown => {
            vec![Remedy::SetHead { field: "issued_on".to_owned() }, Remedy::SetDay, Remedy::LetStand]
        }
        FindingCode::HeadIncomplete => {
            let field = finding.data.get("key").cloned().unwrap_or_default();
            vec![Remedy::SetHead { field }, Remedy::LetStand]
        }
        FindingCode::NumberUsed => {
            let mut remedies = vec![Remedy::SetHead { field: "number".to_owned() }];
            remedies.extend(named_order(finding));
            remedies.push(Remedy::LetStand);
            remedies
        }
        FindingCode::OrderKnown => named_order(finding).into_iter().collect(),
        FindingCode::NotUnderstood | FindingCode::VerbUnaccounted => vec![Remedy::AddItem, Remedy::NotAppointment],
        FindingCode::NameOnlyInTitle => vec![Remedy::AddItem, Remedy::LetStand],
    }
}

fn named_order(finding: &Finding) -> Option<Remedy> {
    let id = finding.data.get("order")?.parse().ok()?;
    Some(Remedy::OpenOrder { id: OrderId(id) })
}
