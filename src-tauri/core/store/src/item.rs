//! 任免事项: the items of registered orders.

use renmian_domain::{Item, ItemId, OrderId, Person, PersonId, Post, PostId, RecordedItem, Span};
use rusqlite::{Connection, Row};

use crate::StoreError;
use crate::coded::{Coded, count};
use crate::facts::{Acts, coded};

const COLUMNS: &str = include_str!("item_columns.sql");

/// Records an item at its place in the order.
pub(crate) fn insert(
    connection: &Connection,
    act: i64,
    (order, position): (OrderId, usize),
    (person, post): (PersonId, PostId),
    item: &Item,
) -> Result<(), StoreError> {
    let Item {
        person: printed,
        kind,
        post: place,
        concurrent,
        acting,
        secondment,
        probation_months,
        term_months,
        effective_on,
        note,
        certain,
        basis,
        source,
    } = item;
    let mut statement = connection.prepare_cached(include_str!("item_insert.sql"))?;
    statement.execute(rusqlite::named_params! {
        ":act": act,
        ":document": order.0,
        ":position": place_of(position)?,
        ":person": person.0,
        ":post": post.0,
        ":kind": Coded(kind),
        ":printed_name": printed.name,
        ":printed_gender": printed.gender.map(Coded),
        ":printed_ethnicity": printed.ethnicity,
        ":printed_organisation": place.organisation,
        ":printed_title": place.title,
        ":concurrent": concurrent,
        ":acting": acting,
        ":secondment": secondment,
        ":probation_months": probation_months,
        ":term_months": term_months,
        ":effective_on": effective_on.map(Coded),
        ":note": note,
        ":certain": certain,
        ":basis": basis,
        ":source_start": place_of(source.start)?,
        ":source_end": place_of(source.end)?,
    })?;
    Ok(())
}

/// A place in an order or a text. No paper reaches four thousand million.
fn place_of(place: usize) -> Result<u32, StoreError> {
    u32::try_from(place).map_err(|_| StoreError::Misfit)
}

/// Items that the acts recorded, in the order of their papers.
pub(crate) fn rows(connection: &Connection, acts: Acts<'_>) -> rusqlite::Result<Vec<RecordedItem>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM item WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id"))?
        .query_map(acts.bound(), read)?
        .collect()
}

/// The items of one order.
pub(crate) fn of_order(connection: &Connection, order: OrderId) -> rusqlite::Result<Vec<RecordedItem>> {
    connection
        .prepare_cached(&format!("SELECT {COLUMNS} FROM item WHERE document = ?1 ORDER BY position"))?
        .query_map([order.0], read)?
        .collect()
}

fn read(row: &Row<'_>) -> rusqlite::Result<RecordedItem> {
    Ok(RecordedItem {
        id: ItemId(row.get(0)?),
        order: OrderId(row.get(1)?),
        position: row.get(2)?,
        person: PersonId(row.get(3)?),
        post: PostId(row.get(4)?),
        item: Item {
            kind: row.get::<_, Coded<_>>(5)?.0,
            person: Person { name: row.get(6)?, gender: coded(row, 7)?, ethnicity: row.get(8)? },
            post: Post { organisation: row.get(9)?, title: row.get(10)? },
            concurrent: row.get(11)?,
            acting: row.get(12)?,
            secondment: row.get(13)?,
            probation_months: row.get(14)?,
            term_months: row.get(15)?,
            effective_on: coded(row, 16)?,
            note: row.get(17)?,
            certain: row.get(18)?,
            basis: row.get(19)?,
            source: Span::new(count(row, 20)?, count(row, 21)?),
        },
    })
}
