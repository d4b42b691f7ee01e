//! 机构沿革、职务沿革、离任: the rows of events and endings, and what the records of units and posts show of them.

use std::collections::{BTreeMap, BTreeSet};

use renmian_domain::{
    EndCause, EndingId, EndingRecord, EventPaper, Facts, FormerName, FormerParent, FormerSeats, OrderId,
    OrganisationEvent, OrganisationEventId, OrganisationEventKind, OrganisationId, PartialDate, PersonId, PostEvent,
    PostEventId, PostEventKind, PostId, TenureChoice,
};
use rusqlite::{Connection, Row};

use crate::coded::Coded;
use crate::facts::{Acts, Touched, act_of, coded};

/// A row of a unit's event, before it has an id.
pub(crate) struct UnitEvent<'a> {
    pub(crate) organisation: OrganisationId,
    pub(crate) kind: OrganisationEventKind,
    pub(crate) tenures: Option<TenureChoice>,
    /// The name before and the name after.
    pub(crate) names: Option<(&'a str, &'a str)>,
    pub(crate) from: Option<OrganisationId>,
    pub(crate) other: Option<OrganisationId>,
}

impl UnitEvent<'_> {
    pub(crate) fn of(organisation: OrganisationId, kind: OrganisationEventKind) -> Self {
        Self { organisation, kind, tenures: None, names: None, from: None, other: None }
    }
}

pub(crate) fn insert_unit_event(
    connection: &Connection,
    act: i64,
    event: &UnitEvent<'_>,
    paper: &EventPaper,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO organisation_event (act, organisation, kind, on_day, tenures, former, name, from_other, other,
                                             by_document, by_text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            act,
            event.organisation.0,
            Coded(event.kind),
            Coded(paper.on),
            event.tenures.map(Coded),
            event.names.map(|(former, _)| former),
            event.names.map(|(_, name)| name),
            event.from.map(|id| id.0),
            event.other.map(|id| id.0),
            paper.by.map(|id| id.0),
            said(paper),
        ))?;
    Ok(())
}

/// What changes of a post.
pub(crate) enum OfPost<'a> {
    /// The title before and the title after.
    Title(&'a str, &'a str),
    /// The seats before and the seats after.
    Seats(Option<u32>, Option<u32>),
    /// All of it ends.
    End,
}

pub(crate) fn insert_post_event(
    connection: &Connection,
    act: i64,
    (post, tenures): (PostId, Option<TenureChoice>),
    event: &OfPost<'_>,
    paper: &EventPaper,
) -> rusqlite::Result<()> {
    let (kind, titles, seats) = match event {
        OfPost::Title(former, title) => (PostEventKind::Rename, (Some(former), Some(title)), (None, None)),
        OfPost::Seats(before, after) => (PostEventKind::Seats, (None, None), (*before, *after)),
        OfPost::End => (PostEventKind::Abolish, (None, None), (None, None)),
    };
    connection
        .prepare_cached(
            "INSERT INTO post_event (act, post, kind, on_day, tenures, former, title, seats_before, seats, by_document,
                                     by_text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
        )?
        .execute((
            act,
            post.0,
            Coded(kind),
            Coded(paper.on),
            tenures.map(Coded),
            titles.0,
            titles.1,
            seats.0,
            seats.1,
            paper.by.map(|id| id.0),
            said(paper),
        ))?;
    Ok(())
}

pub(crate) fn insert_ending(
    connection: &Connection,
    act: i64,
    (person, post): (PersonId, Option<PostId>),
    cause: EndCause,
    paper: &EventPaper,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO ending (act, person, post, on_day, cause, by_document, by_text)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute((
            act,
            person.0,
            post.map(|id| id.0),
            Coded(paper.on),
            Coded(cause),
            paper.by.map(|id| id.0),
            said(paper),
        ))?;
    Ok(())
}

/// The paper in words, where there are any.
fn said(paper: &EventPaper) -> Option<&str> {
    paper.by_text.as_deref().map(str::trim).filter(|text| !text.is_empty())
}

/// Merges the events and endings that the acts recorded, and shows in the records of units and posts what follows.
/// Given after everything else is merged.
pub(crate) fn merge(
    connection: &Connection,
    facts: &mut Facts,
    acts: Acts<'_>,
    touched: &mut Touched,
) -> rusqlite::Result<()> {
    let before = (facts.organisation_events.len(), facts.post_events.len());
    unit_events(connection, facts, acts)?;
    post_events(connection, facts, acts)?;
    touched.all |= before != (facts.organisation_events.len(), facts.post_events.len());
    let endings = endings(connection, acts)?;
    if !endings.is_empty() {
        let persons: BTreeSet<PersonId> = endings.iter().map(|ending| ending.person).collect();
        let items = facts.items.iter().map(|item| (item.person, item.post));
        let pairs = items.chain(facts.openings.iter().map(|opening| (opening.person, opening.post)));
        touched.pairs.extend(pairs.filter(|(person, _)| persons.contains(person)));
        facts.endings.extend(endings);
    }
    // States that were merged have put the records back to what they say themselves.
    show(facts);
    Ok(())
}

fn unit_events(connection: &Connection, facts: &mut Facts, acts: Acts<'_>) -> rusqlite::Result<()> {
    let read = |row: &Row<'_>| {
        Ok(OrganisationEvent {
            id: OrganisationEventId(row.get(0)?),
            act: act_of(row, 1)?,
            organisation: OrganisationId(row.get(2)?),
            kind: row.get::<_, Coded<_>>(3)?.0,
            on: row.get::<_, Coded<_>>(4)?.0,
            tenures: coded(row, 5)?,
            former: row.get(6)?,
            name: row.get(7)?,
            from: row.get::<_, Option<i64>>(8)?.map(OrganisationId),
            others: row.get::<_, Option<i64>>(9)?.map(OrganisationId).into_iter().collect(),
            by: row.get::<_, Option<i64>>(10)?.map(OrderId),
            by_text: row.get(11)?,
        })
    };
    let mut statement = connection.prepare_cached(
        "SELECT id, act, organisation, kind, on_day, tenures, former, name, from_other, other, by_document, by_text
         FROM organisation_event
         WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
    )?;
    for row in statement.query_map(acts.bound(), read)? {
        let row = row?;
        match facts.organisation_events.last_mut() {
            // The units that came out of one split.
            Some(last)
                if row.kind == OrganisationEventKind::Split
                    && (last.act, last.organisation, last.kind) == (row.act, row.organisation, row.kind) =>
            {
                last.others.extend(row.others);
            }
            Some(_) | None => facts.organisation_events.push(row),
        }
    }
    Ok(())
}

fn post_events(connection: &Connection, facts: &mut Facts, acts: Acts<'_>) -> rusqlite::Result<()> {
    let read = |row: &Row<'_>| {
        Ok(PostEvent {
            id: PostEventId(row.get(0)?),
            act: act_of(row, 1)?,
            post: PostId(row.get(2)?),
            kind: row.get::<_, Coded<_>>(3)?.0,
            on: row.get::<_, Coded<_>>(4)?.0,
            tenures: coded(row, 5)?,
            former: row.get(6)?,
            title: row.get(7)?,
            seats_before: row.get(8)?,
            seats: row.get(9)?,
            by: row.get::<_, Option<i64>>(10)?.map(OrderId),
            by_text: row.get(11)?,
        })
    };
    let mut statement = connection.prepare_cached(
        "SELECT id, act, post, kind, on_day, tenures, former, title, seats_before, seats, by_document, by_text
         FROM post_event
         WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
    )?;
    for row in statement.query_map(acts.bound(), read)? {
        facts.post_events.push(row?);
    }
    Ok(())
}

fn endings(connection: &Connection, acts: Acts<'_>) -> rusqlite::Result<Vec<EndingRecord>> {
    connection
        .prepare_cached(
            "SELECT id, act, person, post, on_day, cause, by_document, by_text FROM ending
             WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
        )?
        .query_map(acts.bound(), |row| {
            Ok(EndingRecord {
                id: EndingId(row.get(0)?),
                act: act_of(row, 1)?,
                person: PersonId(row.get(2)?),
                post: row.get::<_, Option<i64>>(3)?.map(PostId),
                on: row.get::<_, Coded<_>>(4)?.0,
                cause: row.get::<_, Coded<_>>(5)?.0,
                by: row.get::<_, Option<i64>>(6)?.map(OrderId),
                by_text: row.get(7)?,
            })
        })?
        .collect()
}

/// Former names, seats and days of beginning and end follow from the events by their days, in whatever order they were
/// entered.
fn show(facts: &mut Facts) {
    let mut of_unit: BTreeMap<OrganisationId, Vec<&OrganisationEvent>> = BTreeMap::new();
    for event in &facts.organisation_events {
        of_unit.entry(event.organisation).or_default().push(event);
    }
    for (id, mut events) in of_unit {
        let Ok(place) = facts.organisations.binary_search_by_key(&id, |unit| unit.id) else { continue };
        let unit = &mut facts.organisations[place];
        events.sort_by_key(|event| (event.on, event.id));
        let former = |event: &&OrganisationEvent| event.former.clone().map(|name| FormerName { name, until: event.on });
        unit.former = events.iter().filter_map(former).collect();
        unit.former_parents = parents(events.iter().filter(|event| event.kind == OrganisationEventKind::Move));
        unit.founded_on = events.iter().find(|event| event.kind == OrganisationEventKind::Found).map(|event| event.on);
    }
    let mut of_post: BTreeMap<PostId, Vec<&PostEvent>> = BTreeMap::new();
    for event in &facts.post_events {
        of_post.entry(event.post).or_default().push(event);
    }
    for (id, mut events) in of_post {
        let Ok(place) = facts.posts.binary_search_by_key(&id, |post| post.id) else { continue };
        let post = &mut facts.posts[place];
        events.sort_by_key(|event| (event.on, event.id));
        let former = |event: &&PostEvent| event.former.clone().map(|name| FormerName { name, until: event.on });
        post.former = events.iter().filter_map(former).collect();
        post.former_seats = seats(events.iter().filter(|event| event.kind == PostEventKind::Seats));
        post.ended_on = events.iter().find(|event| event.kind == PostEventKind::Abolish).map(|event| event.on);
    }
}

/// The units above up to each move: what the first found, then where each led.
fn parents<'a>(moves: impl Iterator<Item = &'a &'a OrganisationEvent>) -> Vec<FormerParent> {
    let mut former: Vec<FormerParent> = Vec::new();
    let mut last: Option<Option<OrganisationId>> = None;
    for event in moves {
        former.push(FormerParent { parent: last.unwrap_or(event.from), until: event.on });
        last = Some(event.others.first().copied());
    }
    former
}

/// The seats up to each change: what the first found, then what each left.
fn seats<'a>(changes: impl Iterator<Item = &'a &'a PostEvent>) -> Vec<FormerSeats> {
    let mut former: Vec<FormerSeats> = Vec::new();
    let mut last: Option<(PartialDate, Option<u32>)> = None;
    for change in changes {
        let authorised = last.map_or(change.seats_before, |(_, left)| left);
        former.push(FormerSeats { authorised, until: change.on });
        last = Some((change.on, change.seats));
    }
    former
}
