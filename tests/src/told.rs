//! What facts and a history say, in words that do not depend on the numbers of rows: two registers that say the same
//! are told alike.

use std::collections::BTreeMap;

use renmian_domain::{EntryRef, Facts, History, OrderId, OrganisationId, PartialDate, PostId, Tenure};

/// Everything that stands: people, units, posts, papers, events and tenures. What was corrected or revoked is left
/// out: its number was used, nothing follows from it.
pub fn told(facts: &Facts, history: &History) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for person in &facts.persons {
        lines.push(format!("person {} {:?} {:?} {:?}", person.name, person.other_names, person.gender, person.birth));
    }
    for unit in &facts.organisations {
        let parent = unit.parent.map(|id| self::unit(facts, id));
        let former: Vec<String> =
            unit.former.iter().map(|former| format!("{} {}", former.name, former.until)).collect();
        lines.push(format!(
            "unit {} under {parent:?} former {former:?} from {:?} to {:?}",
            unit.name, unit.founded_on, unit.ended_on
        ));
    }
    for row in &facts.posts {
        let former: Vec<String> = row.former.iter().map(|former| format!("{} {}", former.name, former.until)).collect();
        lines.push(format!(
            "post {} {:?} {former:?} {:?} to {:?}",
            post(facts, row.id),
            row.authorised,
            row.former_seats,
            row.ended_on
        ));
    }
    lines.extend(facts.orders.iter().map(|head| format!("order {} {:?}", head.called(), head.issued_on)));
    for event in &facts.organisation_events {
        let others: Vec<String> = event.others.iter().map(|id| unit(facts, *id)).collect();
        lines.push(format!(
            "event {} {:?} {} {:?} {:?} {others:?}",
            unit(facts, event.organisation),
            event.kind,
            event.on,
            event.tenures,
            event.name
        ));
    }
    for event in &facts.post_events {
        let (kind, on) = (event.kind, event.on);
        lines.push(format!("event {} {kind:?} {on} {:?} {:?}", post(facts, event.post), event.title, event.seats));
    }
    lines.extend(tenures(facts, history));
    lines.sort();
    lines
}

/// Every tenure in a line.
pub fn tenures(facts: &Facts, history: &History) -> Vec<String> {
    let orders: BTreeMap<OrderId, &str> = facts.orders.iter().map(|head| (head.id, head.called())).collect();
    let by = |entry: Option<EntryRef>| entry.map_or("-".to_owned(), |entry| cited(facts, &orders, entry));
    let line = |tenure: &Tenure| {
        let day = |day: Option<PartialDate>| day.map_or("?".to_owned(), |day| day.to_string());
        let mut line = format!(
            "tenure {} {} {}[{}] –",
            facts.persons.iter().find(|person| person.id == tenure.person).map_or("", |person| &person.name),
            post(facts, tenure.post),
            tenure.no_later_than.map_or_else(|| day(tenure.start), |held| format!("≤{held}")),
            by(tenure.start_by),
        );
        if tenure.ended {
            let cause = tenure.end_cause.map_or("no cause", |cause| cause.key());
            line += &format!(" {}[{}] {cause}", day(tenure.end), by(tenure.end_by));
        }
        for (flag, word) in [(tenure.concurrent, "兼"), (tenure.acting, "代"), (tenure.secondment, "挂职")] {
            line += &if flag { format!(" {word}") } else { String::new() };
        }
        for (name, date) in [("probation", tenure.probation_ends), ("term", tenure.term_ends)] {
            line += &date.map_or(String::new(), |date| format!(" {name} {date}"));
        }
        if tenure.confirmed_by.is_some() {
            line += &format!(" confirmed {}[{}]", day(tenure.confirmed_on), by(tenure.confirmed_by));
        }
        line
    };
    let mut lines: Vec<String> = history.tenures.iter().map(line).collect();
    lines.sort();
    lines
}

fn cited(facts: &Facts, orders: &BTreeMap<OrderId, &str>, entry: EntryRef) -> String {
    match entry {
        EntryRef::Item(id) => {
            let item = facts.items.iter().find(|item| item.id == id);
            item.map_or("gone".to_owned(), |item| {
                format!("{}#{}", orders.get(&item.order).unwrap_or(&"gone"), item.position + 1)
            })
        }
        EntryRef::Opening(id) => {
            let opening = facts.openings.iter().find(|opening| opening.id == id);
            opening.map_or("gone".to_owned(), |opening| format!("held {} {:?}", opening.held_on, opening.since))
        }
        EntryRef::Ending(id) => {
            let ending = facts.endings.iter().find(|ending| ending.id == id);
            ending.map_or("gone".to_owned(), |ending| format!("ends {}", ending.on))
        }
        EntryRef::OrganisationEvent(id) => {
            let event = facts.organisation_events.iter().find(|event| event.id == id);
            event.map_or("gone".to_owned(), |event| format!("unit {}", event.on))
        }
        EntryRef::PostEvent(id) => {
            let event = facts.post_events.iter().find(|event| event.id == id);
            event.map_or("gone".to_owned(), |event| format!("post {}", event.on))
        }
    }
}

fn unit(facts: &Facts, id: OrganisationId) -> String {
    facts.organisations.iter().find(|unit| unit.id == id).map_or("gone".to_owned(), |unit| unit.name.clone())
}

fn post(facts: &Facts, id: PostId) -> String {
    let Some(post) = facts.posts.iter().find(|post| post.id == id) else { return "gone".to_owned() };
    post.organisation.map_or(String::new(), |id| unit(facts, id)) + &post.title
}
