//! 自检: the concerns of the rules with the places where each can be settled.

use chrono::NaiveDate;
use renmian_domain::{Concern, ConcernKind, OrderHead, OrderId, PartialDate};

use crate::types::*;
use crate::view::View;

/// The self-check of a view as of a day. `superseded` are the orders that were recorded and no longer stand.
pub fn self_check(view: &View, superseded: &[OrderHead], day: NaiveDate) -> SelfCheck {
    let found = renmian_rules::selfcheck(&view.facts, &view.history, superseded, day);
    let mut groups: Vec<ConcernGroup> = Vec::new();
    let count = found.len() as u32;
    for concern in found {
        let kind = concern.kind;
        let line = ConcernLine { places: places(view, &concern), words: concern.words };
        match groups.last_mut().filter(|group| group.kind == kind) {
            Some(group) => group.lines.push(line),
            None => groups.push(ConcernGroup { kind, lines: vec![line] }),
        }
    }
    SelfCheck {
        on: PartialDate::day(day),
        count,
        groups,
        tenures: view.history.tenures.len() as u32,
        orders: view.facts.orders.len() as u32,
    }
}

/// The places of a concern, that where it is most likely settled first: a wrong date in its order, a seat at its post.
fn places(view: &View, concern: &Concern) -> Vec<ConcernPlace> {
    let persons = concern.persons.iter().filter_map(|id| {
        let name = view.person(*id).ok()?.name.clone();
        Some(ConcernPlace { target: HitTarget::Person(*id), name })
    });
    let posts = concern
        .posts
        .iter()
        .filter(|id| view.post(**id).is_ok())
        .map(|id| ConcernPlace { target: HitTarget::Post(*id), name: view.post_name(*id) });
    let units = concern.organisation.iter().filter_map(|id| {
        let name = view.organisation(*id).ok()?.name.clone();
        Some(ConcernPlace { target: HitTarget::Organisation(*id), name })
    });
    let orders = concern
        .orders
        .iter()
        .filter_map(|id| Some(ConcernPlace { target: HitTarget::Order(*id), name: order_name(view, *id)? }));
    match concern.kind {
        ConcernKind::EndBeforeStart
        | ConcernKind::Overlap
        | ConcernKind::NumberGap
        | ConcernKind::NumberTwice
        | ConcernKind::DismissalWithoutTenure => orders.chain(persons).chain(posts).collect(),
        ConcernKind::SamePerson => persons.chain(units).collect(),
        ConcernKind::SecondHeadship | ConcernKind::EndedPerson | ConcernKind::ProbationOverdue => {
            persons.chain(posts).chain(orders).collect()
        }
        ConcernKind::OverSeats | ConcernKind::EndedPost => posts.chain(persons).collect(),
        ConcernKind::EndedUnit => units.chain(persons).chain(posts).chain(orders).collect(),
    }
}

/// What an order is called: its number, else its title.
fn order_name(view: &View, id: OrderId) -> Option<String> {
    let head = view.order(id)?;
    head.number.as_ref().map(|number| number.text.clone()).or_else(|| head.title.clone())
}
