//! Who sits where on the day: too many in a post, one person at the head of two units, anybody in a unit that is gone,
//! anybody who is retired or dead.

use std::collections::BTreeMap;

use renmian_domain::{Concern, ConcernKind, EndCause, PartialDate, PersonId, PostId, Tenure};

use super::{Desk, dotted};
use crate::check::surely_holds;
use crate::names::{authorised_on, name_on};
use crate::roster::on;

pub(super) fn concerns(desk: &Desk<'_>) -> Vec<Concern> {
    let day = PartialDate::day(desk.on);
    let tenures = &desk.history.tenures;
    let held: Vec<&Tenure> = tenures.iter().filter(|tenure| surely_holds(tenure, day)).collect();
    let mut found = second_headships(desk, &held);
    found.extend(over_seats(desk, &held));
    found.extend(in_ended_units(desk));
    found.extend(of_ended_persons(desk));
    found
}

/// One person heads one unit, and another only 兼. Party secretary and head of the same unit are often one person.
fn second_headships(desk: &Desk<'_>, held: &[&Tenure]) -> Vec<Concern> {
    let mut of_person: BTreeMap<PersonId, Vec<&Tenure>> = BTreeMap::new();
    for tenure in held.iter().filter(|tenure| !tenure.concurrent && !tenure.secondment) {
        if desk.register.post(tenure.post).is_some_and(|post| post.headship && !post.rank) {
            of_person.entry(tenure.person).or_default().push(tenure);
        }
    }
    let mut found = Vec::new();
    for tenures in of_person.into_values() {
        let body = |tenure: &Tenure| desk.register.post(tenure.post).and_then(|post| post.organisation);
        let mut heads: Vec<&Tenure> = Vec::new();
        for tenure in tenures {
            if !heads.iter().any(|other| body(other).is_some() && body(other) == body(tenure)) {
                heads.push(tenure);
            }
        }
        heads.sort_by_key(|tenure| (tenure.start, tenure.post));
        let [.., second] = heads.as_slice() else { continue };
        if heads.len() > 1 {
            let names: Vec<String> = heads.iter().map(|tenure| desk.post(tenure)).collect();
            let mut concern = desk.of_tenure(ConcernKind::SecondHeadship, second).with("posts", names.join("、"));
            concern.posts = heads.iter().map(|tenure| tenure.post).collect();
            concern.orders = heads.iter().rev().filter_map(|tenure| desk.paper(tenure.start_by)).collect();
            concern.orders.dedup();
            found.push(concern);
        }
    }
    found
}

/// A secondment takes no seat of the unit that hosts it, and a rank has none.
fn over_seats(desk: &Desk<'_>, held: &[&Tenure]) -> Vec<Concern> {
    let mut of_post: BTreeMap<PostId, Vec<&Tenure>> = BTreeMap::new();
    for tenure in held.iter().filter(|tenure| !tenure.secondment) {
        of_post.entry(tenure.post).or_default().push(tenure);
    }
    let mut found = Vec::new();
    for (id, mut tenures) in of_post {
        let Some(post) = desk.register.post(id).filter(|post| !post.rank) else { continue };
        let authorised = authorised_on(post, desk.on).filter(|seats| tenures.len() > *seats as usize);
        let Some(authorised) = authorised else { continue };
        tenures.sort_by_key(|tenure| (tenure.start, tenure.person));
        let names: Vec<String> = tenures.iter().map(|tenure| desk.name(tenure)).collect();
        let mut concern = Concern::new(ConcernKind::OverSeats)
            .with("post", desk.post_called(id))
            .with("authorised", authorised.to_string())
            .with("filled", tenures.len().to_string())
            .with("names", names.join("、"));
        concern.persons = tenures.iter().map(|tenure| tenure.person).collect();
        concern.posts.push(id);
        concern.organisation = post.organisation;
        found.push(concern);
    }
    found
}

/// Whoever still holds a post that had ended by the day, or a post of a unit that had.
fn in_ended_units(desk: &Desk<'_>) -> Vec<Concern> {
    let over = |ended: Option<PartialDate>| ended.filter(|ended| ended.latest() <= desk.on);
    let mut found = Vec::new();
    for tenure in on(desk.history, desk.on) {
        let Some(post) = desk.register.post(tenure.post) else { continue };
        let unit = post.organisation.and_then(|id| desk.register.organisation(id));
        let concern = match (unit.and_then(|unit| over(unit.ended_on)), over(post.ended_on)) {
            (Some(ended), _) => {
                let name = unit.map_or("", |unit| name_on(unit, desk.on));
                desk.of_tenure(ConcernKind::EndedUnit, tenure).with("organisation", name).with("ended", ended.dotted())
            }
            (None, Some(ended)) => desk.of_tenure(ConcernKind::EndedPost, tenure).with("ended", ended.dotted()),
            (None, None) => continue,
        };
        found.push(concern.with("start", dotted(tenure.start)));
    }
    found
}

/// Whoever holds a post after the day of retirement or death, which an appointment or opening entry of later says.
fn of_ended_persons(desk: &Desk<'_>) -> Vec<Concern> {
    let endings = desk.facts.endings.iter().filter(|ending| {
        ending.post.is_none()
            && matches!(ending.cause, EndCause::Retired | EndCause::Died)
            && ending.on.latest() <= desk.on
    });
    let mut found = Vec::new();
    for ending in endings {
        for tenure in on(desk.history, desk.on).filter(|tenure| tenure.person == ending.person) {
            let concern = desk.of_tenure(ConcernKind::EndedPerson, tenure);
            found.push(concern.with("ended", ending.on.dotted()).with("start", dotted(tenure.start)));
        }
    }
    found
}
