//! 任职 as derived for the present. May be deleted and derived again at any time.

use std::collections::{BTreeMap, BTreeSet};

use renmian_domain::{
    EndingId, EntryRef, Facts, History, ItemId, OpeningId, OrderId, OrganisationEventId, PersonId, PostEventId, PostId,
    Tenure,
};
use rusqlite::{Connection, Row};

use crate::coded::Coded;
use crate::facts::coded;

/// The history that follows from the facts, in the order in which the table gives it.
pub(crate) fn derive(facts: &Facts) -> History {
    let mut history = renmian_rules::derive(facts);
    sort(&mut history.tenures);
    history
}

/// Deletes all rows and derives them again from the facts. Gives the history.
pub(crate) fn rewrite(connection: &Connection, facts: &Facts) -> rusqlite::Result<History> {
    connection.execute("DELETE FROM tenure", [])?;
    let history = derive(facts);
    for tenure in &history.tenures {
        insert(connection, tenure)?;
    }
    Ok(history)
}

/// Derives everything again and writes the tenures of the persons and posts for which it differs.
pub(crate) fn rewrite_changed(connection: &Connection, facts: &Facts, before: &History) -> rusqlite::Result<History> {
    type Pairs<'a> = BTreeMap<(PersonId, PostId), Vec<&'a Tenure>>;
    fn by_pair(history: &History) -> Pairs<'_> {
        let mut pairs = Pairs::new();
        for tenure in &history.tenures {
            pairs.entry((tenure.person, tenure.post)).or_default().push(tenure);
        }
        pairs
    }
    let history = derive(facts);
    let (old, new) = (by_pair(before), by_pair(&history));
    let mut delete = connection.prepare_cached("DELETE FROM tenure WHERE person = ?1 AND post = ?2")?;
    let gone = old.iter().filter(|(pair, tenures)| new.get(*pair) != Some(*tenures));
    for ((person, post), _) in gone {
        delete.execute((person.0, post.0))?;
    }
    let come = new.iter().filter(|(pair, tenures)| old.get(*pair) != Some(*tenures));
    for tenure in come.flat_map(|(_, tenures)| tenures) {
        insert(connection, tenure)?;
    }
    Ok(history)
}

/// Derives the tenures of these persons and posts again and puts them into the history in place of the old.
/// A tenure follows from the entries of its own person and post, the person's endings and the events of the post and
/// its unit.
pub(crate) fn rewrite_pairs(
    connection: &Connection,
    facts: &Facts,
    history: &mut History,
    pairs: &BTreeSet<(PersonId, PostId)>,
) -> rusqlite::Result<()> {
    let mut delete = connection.prepare_cached("DELETE FROM tenure WHERE person = ?1 AND post = ?2")?;
    for (person, post) in pairs {
        delete.execute((person.0, post.0))?;
    }
    let fresh = renmian_rules::derive(&only(facts, pairs));
    for tenure in &fresh.tenures {
        insert(connection, tenure)?;
    }
    history.tenures.retain(|tenure| !pairs.contains(&(tenure.person, tenure.post)));
    history.tenures.extend(fresh.tenures);
    sort(&mut history.tenures);
    Ok(())
}

/// The facts that the tenures of these pairs follow from.
fn only(facts: &Facts, pairs: &BTreeSet<(PersonId, PostId)>) -> Facts {
    let items: Vec<_> = facts.items.iter().filter(|item| pairs.contains(&(item.person, item.post))).cloned().collect();
    let orders: BTreeSet<OrderId> = items.iter().map(|item| item.order).collect();
    let persons: BTreeSet<PersonId> = pairs.iter().map(|(person, _)| *person).collect();
    let posts: BTreeSet<PostId> = pairs.iter().map(|(_, post)| *post).collect();
    Facts {
        persons: facts.persons.iter().filter(|person| persons.contains(&person.id)).cloned().collect(),
        merged: Vec::new(),
        organisations: facts.organisations.clone(),
        posts: facts.posts.iter().filter(|post| posts.contains(&post.id)).cloned().collect(),
        orders: facts.orders.iter().filter(|head| orders.contains(&head.id)).cloned().collect(),
        superseded: Vec::new(),
        items,
        openings: facts
            .openings
            .iter()
            .filter(|opening| pairs.contains(&(opening.person, opening.post)))
            .cloned()
            .collect(),
        organisation_events: facts.organisation_events.clone(),
        post_events: facts.post_events.clone(),
        endings: facts.endings.iter().filter(|ending| persons.contains(&ending.person)).cloned().collect(),
        place: facts.place.clone(),
        probation_from: facts.probation_from,
    }
}

/// By person, then start (unknown first), then post. Tenures of one person and post keep their order.
fn sort(tenures: &mut [Tenure]) {
    tenures.sort_by_key(|tenure| (tenure.person, tenure.start, tenure.post));
}

fn insert(connection: &Connection, tenure: &Tenure) -> rusqlite::Result<()> {
    let start = columns(tenure.start_by);
    let end = columns(tenure.end_by);
    let confirmed = columns(tenure.confirmed_by);
    connection.prepare_cached(include_str!("tenure_insert.sql"))?.execute(rusqlite::named_params! {
        ":person": tenure.person.0,
        ":post": tenure.post.0,
        ":started": tenure.start.map(Coded),
        ":no_later_than": tenure.no_later_than.map(Coded),
        ":ended_on": tenure.end.map(Coded),
        ":ended": tenure.ended,
        ":start_item": start.item,
        ":start_opening": start.opening,
        ":end_item": end.item,
        ":end_opening": end.opening,
        ":end_ending": end.ending,
        ":end_organisation_event": end.organisation_event,
        ":end_post_event": end.post_event,
        ":end_cause": tenure.end_cause.map(Coded),
        ":concurrent": tenure.concurrent,
        ":acting": tenure.acting,
        ":secondment": tenure.secondment,
        ":probation_ends": tenure.probation_ends.map(Coded),
        ":confirmed_item": confirmed.item,
        ":confirmed_opening": confirmed.opening,
        ":confirmed_on": tenure.confirmed_on.map(Coded),
        ":term_ends": tenure.term_ends.map(Coded),
    })?;
    Ok(())
}

/// An entry as the table has it: the row in the column of its kind.
#[derive(Default)]
struct Columns {
    item: Option<i64>,
    opening: Option<i64>,
    ending: Option<i64>,
    organisation_event: Option<i64>,
    post_event: Option<i64>,
}

fn columns(entry: Option<EntryRef>) -> Columns {
    let none = Columns::default();
    match entry {
        None => none,
        Some(EntryRef::Item(id)) => Columns { item: Some(id.0), ..none },
        Some(EntryRef::Opening(id)) => Columns { opening: Some(id.0), ..none },
        Some(EntryRef::Ending(id)) => Columns { ending: Some(id.0), ..none },
        Some(EntryRef::OrganisationEvent(id)) => Columns { organisation_event: Some(id.0), ..none },
        Some(EntryRef::PostEvent(id)) => Columns { post_event: Some(id.0), ..none },
    }
}

/// The history as the table has it.
pub(crate) fn load(connection: &Connection) -> rusqlite::Result<History> {
    let mut statement = connection.prepare_cached(
        "SELECT person, post, started, ended_on, ended, start_item, start_opening, end_item, end_opening, end_cause,
                concurrent, acting, secondment, probation_ends, confirmed_item, confirmed_opening, confirmed_on,
                term_ends, no_later_than, end_ending, end_organisation_event, end_post_event
         FROM tenure ORDER BY id",
    )?;
    let mut tenures: Vec<Tenure> = statement.query_map([], read)?.collect::<Result<_, _>>()?;
    sort(&mut tenures);
    Ok(History { tenures })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Tenure> {
    let entry = |item: usize, opening: usize| -> rusqlite::Result<Option<EntryRef>> {
        let item = row.get::<_, Option<i64>>(item)?.map(|id| EntryRef::Item(ItemId(id)));
        let opening = row.get::<_, Option<i64>>(opening)?.map(|id| EntryRef::Opening(OpeningId(id)));
        Ok(item.or(opening))
    };
    let beside = || -> rusqlite::Result<Option<EntryRef>> {
        let ending = row.get::<_, Option<i64>>(19)?.map(|id| EntryRef::Ending(EndingId(id)));
        let unit = row.get::<_, Option<i64>>(20)?.map(|id| EntryRef::OrganisationEvent(OrganisationEventId(id)));
        let post = row.get::<_, Option<i64>>(21)?.map(|id| EntryRef::PostEvent(PostEventId(id)));
        Ok(ending.or(unit).or(post))
    };
    Ok(Tenure {
        person: PersonId(row.get(0)?),
        post: PostId(row.get(1)?),
        start: coded(row, 2)?,
        no_later_than: coded(row, 18)?,
        end: coded(row, 3)?,
        ended: row.get(4)?,
        start_by: entry(5, 6)?,
        end_by: entry(7, 8)?.or(beside()?),
        end_cause: coded(row, 9)?,
        concurrent: row.get(10)?,
        acting: row.get(11)?,
        secondment: row.get(12)?,
        probation_ends: coded(row, 13)?,
        confirmed_by: entry(14, 15)?,
        confirmed_on: coded(row, 16)?,
        term_ends: coded(row, 17)?,
    })
}
