//! The lines of a unit's and a post's life, and what an event would do to tenures before it is recorded.

use std::sync::Arc;

use chrono::NaiveDate;
use renmian_domain::{
    ActId, EndingId, EndingRecord, EntryRef, Facts, OrderId, OrganisationChange, OrganisationEvent,
    OrganisationEventId, OrganisationEventKind, OrganisationId, PartialDate, PostChange, PostEvent, PostEventId,
    PostEventKind, PostId, Tenure, TenureChoice, UnitMeant,
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

/// What a plan would end and what it lets run on: the history is derived once more with it.
pub fn outcome(view: &View, plan: &Plan, today: NaiveDate) -> PlanAnswer {
    let mut facts = Facts::clone(&view.facts);
    let mut posts: Vec<PostId> = Vec::new();
    let mut units: Vec<OrganisationId> = Vec::new();
    let (mut person, on) = (None, plan_day(plan));
    match plan {
        Plan::Organisation { what, .. } => {
            for (organisation, tenures) in touched(what) {
                units.push(organisation);
                facts.organisation_events.push(OrganisationEvent {
                    id: OrganisationEventId(-1 - facts.organisation_events.len() as i64),
                    act: ActId(-1),
                    organisation,
                    kind: OrganisationEventKind::Abolish,
                    on,
                    tenures: Some(tenures),
                    former: None,
                    name: None,
                    from: None,
                    others: Vec::new(),
                    by: None,
                    by_text: None,
                });
            }
        }
        Plan::Post { what, .. } => {
            let (post, tenures) = match what {
                PostChange::Rename { post, tenures, .. } | PostChange::Abolish { post, tenures } => (*post, *tenures),
                PostChange::Seats { post, .. } => (*post, TenureChoice::RunOn),
            };
            posts.push(post);
            facts.post_events.push(PostEvent {
                id: PostEventId(-1),
                act: ActId(-1),
                post,
                kind: PostEventKind::Abolish,
                on,
                tenures: Some(tenures),
                former: None,
                title: None,
                seats_before: None,
                seats: None,
                by: None,
                by_text: None,
            });
        }
        Plan::Ending { person: who, posts: of, cause, .. } => {
            person = Some(*who);
            let all = if of.is_empty() { vec![None] } else { of.iter().copied().map(Some).collect() };
            for post in all {
                facts.endings.push(EndingRecord {
                    id: EndingId(-1 - facts.endings.len() as i64),
                    act: ActId(-1),
                    person: *who,
                    post,
                    on,
                    cause: *cause,
                    by: None,
                    by_text: None,
                });
            }
        }
    }
    posts.extend(
        facts.posts.iter().filter(|post| post.organisation.is_some_and(|id| units.contains(&id))).map(|p| p.id),
    );
    let concerned = |tenure: &Tenure| person == Some(tenure.person) || posts.contains(&tenure.post);
    let by_plan = |tenure: &Tenure| match tenure.end_by {
        Some(EntryRef::Ending(id)) => id.0 < 0,
        Some(EntryRef::OrganisationEvent(id)) => id.0 < 0,
        Some(EntryRef::PostEvent(id)) => id.0 < 0,
        Some(EntryRef::Item(_) | EntryRef::Opening(_)) | None => false,
    };
    let history = renmian_rules::derive(&facts);
    let mut answer = PlanAnswer { ends: Vec::new(), runs_on: Vec::new() };
    let mut tenures: Vec<&Tenure> = history.tenures.iter().filter(|tenure| concerned(tenure)).collect();
    view.standing().sort(&mut tenures);
    let shown = View::new(Arc::clone(&view.facts), Arc::clone(&view.history));
    for tenure in tenures {
        if by_plan(tenure) {
            answer.ends.push(shown.line(tenure, today));
        } else if renmian_rules::runs_on(tenure, on.latest()) {
            answer.runs_on.push(shown.line(tenure, today));
        }
    }
    answer
}

fn plan_day(plan: &Plan) -> PartialDate {
    match plan {
        Plan::Organisation { on, .. } | Plan::Post { on, .. } | Plan::Ending { on, .. } => *on,
    }
}

/// The units whose tenures the event concerns, and how.
fn touched(what: &OrganisationChange) -> Vec<(OrganisationId, TenureChoice)> {
    match what {
        OrganisationChange::Found { .. } => Vec::new(),
        OrganisationChange::Rename { organisation, tenures, .. }
        | OrganisationChange::Abolish { organisation, tenures } => vec![(*organisation, *tenures)],
        OrganisationChange::Move { organisation, .. } => vec![(*organisation, TenureChoice::RunOn)],
        OrganisationChange::Merge { organisations, into, tenures } => {
            let goes_on = |id: &OrganisationId| matches!(into, UnitMeant::Known { id: known } if known == id);
            organisations.iter().filter(|id| !goes_on(id)).map(|id| (*id, *tenures)).collect()
        }
        OrganisationChange::Split { organisation, into, tenures } => {
            let goes_on = into.iter().any(|unit| matches!(unit, UnitMeant::Known { id } if id == organisation));
            vec![(*organisation, if goes_on { TenureChoice::RunOn } else { *tenures })]
        }
    }
}
