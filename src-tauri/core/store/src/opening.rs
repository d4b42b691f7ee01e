//! 期初: tenures that ran already when the register was begun, or that a clerk knows of beside the papers.

use chrono::NaiveDate;
use renmian_domain::{OpeningId, OpeningRecord, PartialDate, PersonId, PostId};
use rusqlite::Connection;

use crate::coded::Coded;
use crate::facts::{Acts, act_of, coded};

/// An opening entry as the clerk gives it: of which person and post is said beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningEntry {
    /// The day on which the person is known to hold the post (截至).
    pub held_on: NaiveDate,
    /// Since when, as far as known.
    pub since: Option<PartialDate>,
    /// By which paper, in words.
    pub by: Option<String>,
    /// 兼.
    pub concurrent: bool,
    /// 代.
    pub acting: bool,
    /// 挂职.
    pub secondment: bool,
}

pub(crate) fn insert(
    connection: &Connection,
    act: i64,
    (person, post): (PersonId, PostId),
    entry: &OpeningEntry,
) -> rusqlite::Result<()> {
    connection
        .prepare_cached(
            "INSERT INTO opening (act, person, post, held_on, since, by_paper, concurrent, acting, secondment)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            act,
            person.0,
            post.0,
            Coded(entry.held_on),
            entry.since.map(Coded),
            &entry.by,
            entry.concurrent,
            entry.acting,
            entry.secondment,
        ))?;
    Ok(())
}

pub(crate) fn rows(connection: &Connection, acts: Acts<'_>) -> rusqlite::Result<Vec<OpeningRecord>> {
    connection
        .prepare_cached(
            "SELECT id, act, person, post, held_on, since, by_paper, concurrent, acting, secondment
             FROM opening WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id",
        )?
        .query_map(acts.bound(), |row| {
            Ok(OpeningRecord {
                id: OpeningId(row.get(0)?),
                act: act_of(row, 1)?,
                person: PersonId(row.get(2)?),
                post: PostId(row.get(3)?),
                held_on: row.get::<_, Coded<NaiveDate>>(4)?.0,
                since: coded(row, 5)?,
                by: row.get(6)?,
                concurrent: row.get(7)?,
                acting: row.get(8)?,
                secondment: row.get(9)?,
            })
        })?
        .collect()
}
