//! The lines of a unit's and a post's life, and what an act of it does to tenures.

use chrono::NaiveDate;
use renmian_domain::{
    EntryRef, OrderId, OrganisationEvent, OrganisationEventKind, OrganisationId, PartialDate, PostId, Tenure,
};

use crate::types::*;
use crate::view::View;

/// What happened to a unit, earliest first, and what made it the successor of others.
pub fn of_unit(view: &View, id: OrganisationId) -> Vec<LifeLine> {
    let events = view.facts.organisation_events.iter();
    let mut lines: Vec<LifeLine> = events
        .filter_map(|event| {
            let own = event.organisation == id;
            let succeeded = match event.kind {
                OrganisationEventKind::Merge | OrganisationEventKind::Split => event.others.contains(&id),
                OrganisationEventKind::Found
                | OrganisationEventKind::Rename
                | OrganisationEventKind::Move
                | OrganisationEventKind::Abolish => false,
            };
            (own || succeeded).then(|| unit_line(view, event, !own))
        })
        .collect();
    lines.sort_by_key(|line| line.on);
    lines
}

/// What happened to a post, earliest first.
pub fn of_post(view: &View, id: PostId) -> Vec<LifeLine> {
    let events = view.facts.post_events.iter().filter(|event| event.post == id);
    let mut lines: Vec<LifeLine> = events
        .map(|event| {
            let (paper, order_id) = paper(view, event.by, event.by_text.as_ref());
            LifeLine {
                on: event.on,
                kind: LifeKind::Post(event.kind),
                incoming: false,
                former: event.former.clone(),
                name: event.title.clone(),
                seats_before: event.seats_before,
                seats: event.seats,
                from: None,
                others: Vec::new(),
                tenures: event.tenures,
                paper,
                order_id,
            }
        })
        .collect();
    lines.sort_by_key(|line| line.on);
    lines
}

fn unit_line(view: &View, event: &OrganisationEvent, incoming: bool) -> LifeLine {
    // Each under its name of that day.
    let named = |id: &OrganisationId| {
        let unit = view.organisation(*id).ok()?;
        Some(UnitName { id: *id, name: renmian_rules::name_on(unit, event.on.earliest()).to_owned() })
    };
    let (paper, order_id) = paper(view, event.by, event.by_text.as_ref());
    let others = if incoming {
        named(&event.organisation).into_iter().collect()
    } else {
        event.others.iter().filter_map(named).collect()
    };
    LifeLine {
        on: event.on,
        kind: LifeKind::Organisation(event.kind),
        incoming,
        former: event.former.clone(),
        name: event.name.clone(),
        seats_before: None,
        seats: None,
        from: event.from.as_ref().and_then(named),
        others,
        tenures: event.tenures,
        paper,
        order_id,
    }
}

fn paper(view: &View, by: Option<OrderId>, text: Option<&String>) -> (Option<String>, Option<OrderId>) {
    let order = by.and_then(|id| view.order(id));
    let number = order.and_then(|head| head.number.as_ref().map(|number| number.text.clone()).or(head.title.clone()));
    (number.or_else(|| text.cloned()), order.map(|head| head.id))
}

/// What an act ends and what it lets run on, by the register before it and as it would be after it.
pub fn outcome(before: &View, after: &View, on: PartialDate, today: NaiveDate) -> PlanAnswer {
    let had = &before.facts;
    let events: Vec<_> = after
        .facts
        .organisation_events
        .iter()
        .filter(|event| event.kind != OrganisationEventKind::Found && !had.organisation_events.contains(event))
        .collect();
    let post_events: Vec<_> = after.facts.post_events.iter().filter(|event| !had.post_events.contains(event)).collect();
    let endings: Vec<_> = after.facts.endings.iter().filter(|ending| !had.endings.contains(ending)).collect();
    let concerned = |tenure: &Tenure| {
        let unit = before.post(tenure.post).ok().and_then(|post| post.organisation);
        endings.iter().any(|ending| ending.person == tenure.person)
            || post_events.iter().any(|event| event.post == tenure.post)
            || events.iter().any(|event| unit == Some(event.organisation))
    };
    let by_it = |tenure: &Tenure| match tenure.end_by {
        Some(EntryRef::Ending(id)) => endings.iter().any(|ending| ending.id == id),
        Some(EntryRef::OrganisationEvent(id)) => events.iter().any(|event| event.id == id),
        Some(EntryRef::PostEvent(id)) => post_events.iter().any(|event| event.id == id),
        Some(EntryRef::Item(_) | EntryRef::Opening(_)) | None => false,
    };
    let mut answer = PlanAnswer { ends: Vec::new(), runs_on: Vec::new() };
    let mut tenures: Vec<&Tenure> = after.history.tenures.iter().filter(|tenure| concerned(tenure)).collect();
    before.standing().sort(&mut tenures);
    for tenure in tenures {
        if by_it(tenure) {
            answer.ends.push(before.line(tenure, today));
        } else if renmian_rules::runs_on(tenure, on.latest()) {
            answer.runs_on.push(before.line(tenure, today));
        }
    }
    answer
}
