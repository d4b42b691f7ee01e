//! What is recorded of a person entry by entry, and what an act on persons changes.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use renmian_domain::{EntryRef, History, PartialDate, PersonId, Tenure};
use renmian_rules::{Changes, changes};

use crate::ApiError;
use crate::types::*;
use crate::view::View;

/// Everything in force that is recorded of the person, earliest day first.
pub fn entries(view: &View, id: PersonId) -> Result<PersonEntries, ApiError> {
    let person = view.person(id)?;
    let of_order = view.facts.items.iter().filter(|item| item.person == person.id).map(|row| {
        let head = view.order(row.order);
        EntryLine {
            entry: EntryRef::Item(row.id),
            what: EntryWhat::Item(row.item.kind),
            on: row.item.effective_on.or(head.and_then(|head| head.decided_on.or(head.issued_on))),
            held_on: None,
            printed: Some(row.item.person.name.clone()),
            post_id: Some(row.post),
            post: Some(view.post_name(row.post)),
            order: view.link(Some(EntryRef::Item(row.id))),
            paper: None,
        }
    });
    let openings = view.facts.openings.iter().filter(|opening| opening.person == person.id).map(|row| EntryLine {
        entry: EntryRef::Opening(row.id),
        what: EntryWhat::Opening,
        on: row.since,
        held_on: Some(PartialDate::day(row.held_on)),
        printed: None,
        post_id: Some(row.post),
        post: Some(view.post_name(row.post)),
        order: None,
        paper: row.by.clone(),
    });
    let endings = view.facts.endings.iter().filter(|ending| ending.person == person.id).map(|row| EntryLine {
        entry: EntryRef::Ending(row.id),
        what: EntryWhat::Ending(row.cause),
        on: Some(row.on),
        held_on: None,
        printed: None,
        post_id: row.post,
        post: row.post.map(|post| view.post_name(post)),
        order: row.by.and_then(|order| view.link_to(order)),
        paper: row.by_text.clone(),
    });
    let mut entries: Vec<EntryLine> = of_order.chain(openings).chain(endings).collect();
    let place = |line: &EntryLine| line.order.as_ref().map(|order| (order.order_id, order.position));
    entries.sort_by_key(|line| (line.on.or(line.held_on), place(line), line.entry));
    Ok(PersonEntries { id: person.id, name: person.name.clone(), entries })
}

/// What an act that joins what is said of two persons, or takes it apart, changes beside whose it is: both histories
/// are compared as if they spoke of one person.
pub fn person_changes(
    before: &View,
    after: &View,
    (one, other): (PersonId, PersonId),
    day: NaiveDate,
) -> PersonChanges {
    let as_one = |history: &History| History {
        tenures: history
            .tenures
            .iter()
            .filter(|tenure| tenure.person == one || tenure.person == other)
            .map(|tenure| Tenure { person: one, ..tenure.clone() })
            .collect(),
    };
    let beside = changes(&as_one(&before.history), &as_one(&after.history), day);
    let plain = changes(&before.history, &after.history, day);
    let was = |tenure: &Tenure| before.line(tenure, day);
    let is = |tenure: &Tenure| after.line(tenure, day);
    PersonChanges {
        goes: Vec::new(),
        appear: beside.appear.iter().map(is).collect(),
        vanish: beside.vanish.iter().map(was).collect(),
        moved: beside.moved.iter().map(|(a, b)| MovedLine { before: was(a), after: is(b) }).collect(),
        present: present_lines(before, after, &plain, day),
        differs: Vec::new(),
    }
}

/// Whose posts of the day differ.
pub fn present_lines(before: &View, after: &View, changes: &Changes, day: NaiveDate) -> Vec<PresentLine> {
    let lines = changes.present.iter().map(|change| {
        // A record that is merged leads to another one: its own name stands where it is a record of its own.
        let own = |view: &View| {
            let row = view.person(change.person).ok().filter(|row| row.id == change.person);
            row.map(|row| row.name.clone())
        };
        let named = |view: &View, posts: &[_]| posts.iter().map(|post| view.post_name_on(*post, day)).collect();
        PresentLine {
            person_id: change.person,
            name: own(after).or_else(|| own(before)).unwrap_or_default(),
            before: named(before, &change.before),
            after: named(after, &change.after),
        }
    });
    lines.collect()
}

/// In what two records contradict each other.
pub fn differing(view: &View, one: PersonId, other: PersonId) -> Result<Vec<PersonField>, ApiError> {
    let (one, other) = (view.person(one)?, view.person(other)?);
    let mut fields = Vec::new();
    match renmian_rules::resolve::speaks_against(one, other.gender, other.ethnicity.as_deref()) {
        Some(renmian_rules::resolve::Against::Gender) => fields.push(PersonField::Gender),
        Some(renmian_rules::resolve::Against::Ethnicity) => fields.push(PersonField::Ethnicity),
        None => {}
    }
    if !renmian_rules::resolve::births_agree(one, other) {
        fields.push(PersonField::Birth);
    }
    Ok(fields)
}

/// The tenures of a person after an act that were not the person's before it.
pub fn come(before: &View, after: &View, id: PersonId, day: NaiveDate) -> Vec<TenureLine> {
    let had: BTreeSet<_> = before.career(id).into_iter().map(|tenure| (tenure.post, tenure.start)).collect();
    let new = after.career(id).into_iter().filter(|tenure| !had.contains(&(tenure.post, tenure.start)));
    new.map(|tenure| after.line(tenure, day)).collect()
}

/// Start, end and terms of a tenure, as they are said.
pub fn terms(tenure: &Tenure) -> ToldTerms {
    ToldTerms {
        start: tenure.start,
        no_later_than: tenure.no_later_than,
        end: tenure.end,
        ended: tenure.ended,
        end_cause: tenure.end_cause,
        concurrent: tenure.concurrent,
        acting: tenure.acting,
        secondment: tenure.secondment,
        probation_ends: tenure.probation_ends,
        confirmed_on: tenure.confirmed_on,
        term_ends: tenure.term_ends,
    }
}
