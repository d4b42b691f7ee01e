//! Findings of seats: a post with more holders than seats after this paper, a second headship without 兼.

use std::collections::BTreeMap;

use renmian_domain::{
    Effect, Finding, FindingCode, Meant, OrganisationId, PartialDate, PersonId, PostId, Subject, Tenure,
};

use super::Desk;
use super::outlook::{Outlook, index_of};
use crate::names::authorised_on;
use crate::titles::is_headship;

pub(super) fn findings(desk: &Desk<'_>, outlook: &Outlook) -> Vec<Finding> {
    let mut findings = full_posts(desk, outlook);
    if desk.draft.subject == Subject::Personnel {
        findings.extend(second_headships(desk, outlook));
    }
    findings
}

/// Rule 6: seats are counted after all dismissals of the paper. A secondment takes no seat of the unit that hosts it,
/// and a rank has none.
fn full_posts(desk: &Desk<'_>, outlook: &Outlook) -> Vec<Finding> {
    // For each post the first item that fills a seat of it, and the last day on which one does.
    let mut filled_by: BTreeMap<PostId, (usize, PartialDate)> = BTreeMap::new();
    for (index, item) in desk.draft.items.iter().enumerate() {
        let opens = outlook.effects[index] == Effect::Opens && !item.item.secondment;
        if let (true, Some(day)) = (opens, desk.draft.counts_from(&item.item)) {
            let entry = filled_by.entry(outlook.of_item[index].1).or_insert((index, day));
            entry.1 = entry.1.max(day);
        }
    }
    let mut findings = Vec::new();
    for (id, (index, day)) in filled_by {
        let Some(post) = desk.register.post(id) else { continue };
        let Some(authorised) = authorised_on(post, day.earliest()).filter(|_| !post.rank) else { continue };
        let untouched = desk
            .history
            .tenures
            .iter()
            .filter(|tenure| tenure.post == id)
            .filter(|tenure| !outlook.pairs.contains_key(&(tenure.person, tenure.post)));
        let touched = outlook.pairs.iter().filter(|((_, post), _)| *post == id).flat_map(|(_, pair)| &pair.after);
        let filled = untouched.chain(touched).filter(|tenure| !tenure.secondment && surely_holds(tenure, day)).count();
        if filled > authorised as usize {
            findings.push(
                desk.finding_of(index, FindingCode::PostFull)
                    .with("post", desk.register.post_name(id))
                    .with("authorised", authorised.to_string())
                    .with("filled", filled.to_string()),
            );
        }
    }
    findings
}

/// Rule 8's neighbour in practice: one person heads one organisation, and another only 兼. Party secretary and head of
/// the same organisation are often one person and no second headship.
fn second_headships(desk: &Desk<'_>, outlook: &Outlook) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (index, item) in desk.draft.items.iter().enumerate() {
        let item = &item.item;
        let (person, post) = outlook.of_item[index];
        let settled = !matches!(
            desk.resolution.items.get(index).map(|resolved| &resolved.person),
            Some(Meant::Unclear(_)) | None
        );
        let own = Headship::of(desk, outlook, post);
        let opens = outlook.effects[index] == Effect::Opens && !item.concurrent && !item.secondment;
        let (true, true, Some(own), Some(day)) = (settled, opens, own, desk.draft.counts_from(item)) else { continue };
        let other = held_by(desk, outlook, person).find(|tenure| {
            let other = Headship::of(desk, outlook, tenure.post);
            tenure.post != post
                && !tenure.concurrent
                && !tenure.secondment
                && surely_holds(tenure, day)
                && other.is_some_and(|other| other.body.is_none() || other.body != own.body)
                // Of two in one paper the later is the second.
                && tenure.start_by.and_then(index_of).is_none_or(|first| first < index)
        });
        if let Some(other) = other {
            let name = desk.register.post(other.post).map_or_else(
                || first_item_of(outlook, other.post).map_or_else(String::new, |at| desk.post_name(at)),
                |post| desk.register.post_name(post.id),
            );
            findings.push(
                desk.finding_of(index, FindingCode::SecondHeadship).with("name", &item.person.name).with("post", name),
            );
        }
    }
    findings
}

/// What a person will hold and have held, this paper included.
fn held_by<'a>(desk: &Desk<'a>, outlook: &'a Outlook, person: PersonId) -> impl Iterator<Item = &'a Tenure> {
    let untouched = desk
        .history
        .tenures
        .iter()
        .filter(move |tenure| tenure.person == person)
        .filter(|tenure| !outlook.pairs.contains_key(&(tenure.person, tenure.post)));
    let touched = outlook.pairs.iter().filter(move |((who, _), _)| *who == person).flat_map(|(_, pair)| &pair.after);
    untouched.chain(touched)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Body {
    Known(OrganisationId),
    New(usize),
}

/// A post that heads an organisation.
struct Headship {
    body: Option<Body>,
}

impl Headship {
    fn of(desk: &Desk<'_>, outlook: &Outlook, post: PostId) -> Option<Self> {
        if let Some(known) = desk.register.post(post) {
            return (known.headship && !known.rank).then(|| Self { body: known.organisation.map(Body::Known) });
        }
        let at = first_item_of(outlook, post)?;
        let title = &desk.draft.items.get(at)?.item.post.title;
        let body = match desk.resolution.items.get(at)?.organisation.as_ref() {
            Some(Meant::Known(id)) => Some(Body::Known(*id)),
            Some(Meant::New(new)) => Some(Body::New(*new)),
            Some(Meant::Unclear(_)) | None => None,
        };
        is_headship(title).then_some(Self { body })
    }
}

fn first_item_of(outlook: &Outlook, post: PostId) -> Option<usize> {
    outlook.of_item.iter().position(|(_, other)| *other == post)
}

/// Whether the tenure is known to run on that day. An unknown start counts only from the day on which an entry proves
/// the tenure: a warning must not rest on what nobody knows.
pub(crate) fn surely_holds(tenure: &Tenure, day: PartialDate) -> bool {
    let day = day.earliest();
    let left = tenure.ended && tenure.end.is_none_or(|end| end.earliest() <= day);
    tenure.start.or(tenure.no_later_than).is_some_and(|proved| proved.earliest() <= day) && !left
}
