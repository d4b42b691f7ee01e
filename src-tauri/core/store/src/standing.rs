//! Which acts stand. An act that was taken back stays in the journal and in its tables; whatever reads the register as
//! it stood after some act passes over its rows.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use renmian_domain::ActId;
use rusqlite::{Connection, OptionalExtension};

use crate::{Register, StoreError, journal, person};

/// The register as it stood after an act: everything up to it that had not been taken back by then. Bound to
/// statements as `:upto` and `:withdrawn`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Standing {
    pub(crate) upto: i64,
    /// The acts that do not stand, as JSON for `json_each`.
    pub(crate) withdrawn: Arc<str>,
}

impl Standing {
    /// After the act.
    pub(crate) fn after(connection: &Connection, upto: i64) -> rusqlite::Result<Self> {
        let acts: Vec<String> = withdrawn(connection, upto)?.iter().map(i64::to_string).collect();
        Ok(Self { upto, withdrawn: format!("[{}]", acts.join(",")).into() })
    }

    /// Now, or at that moment.
    pub(crate) fn at(connection: &Connection, known_at: Option<DateTime<Utc>>) -> rusqlite::Result<Self> {
        let upto = match known_at {
            Some(moment) => journal::last_act_by(connection, moment)?,
            None => journal::last_act(connection)?,
        };
        Self::after(connection, upto)
    }
}

/// The acts that do not stand after `upto`. The last withdrawal stands; one that it takes back does not, and what that
/// one had taken back stands again.
pub(crate) fn withdrawn(connection: &Connection, upto: i64) -> rusqlite::Result<BTreeSet<i64>> {
    let mut statement =
        connection.prepare_cached("SELECT act, withdrawn FROM withdrawal WHERE act <= ?1 ORDER BY act DESC")?;
    let mut rows = statement.query([upto])?;
    let mut gone = BTreeSet::new();
    while let Some(row) = rows.next()? {
        if !gone.contains(&row.get::<_, i64>(0)?) {
            gone.insert(row.get(1)?);
        }
    }
    Ok(gone)
}

/// Whether an act between these, the first excluded, has taken another back.
pub(crate) fn was_withdrawn_between(connection: &Connection, after: i64, upto: i64) -> rusqlite::Result<bool> {
    connection
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM withdrawal WHERE act > ?1 AND act <= ?2)")?
        .query_row((after, upto), |row| row.get(0))
}

/// Records that an act is taken back.
pub(crate) fn withdraw(connection: &Connection, act: i64, withdrawn: ActId) -> Result<(), StoreError> {
    connection
        .prepare_cached("INSERT INTO withdrawal (act, withdrawn) VALUES (?1, ?2)")?
        .execute((act, withdrawn.0))?;
    Ok(())
}

/// Whether the act may be taken back. It is the last that stands, or it took back an act on which the register would
/// stand again exactly as it stood when that act was recorded: nothing that was recorded since can rest on the gap. What
/// only says whom entries mean may be taken back at any time, since every row that came after keeps what it names.
pub(crate) fn may_be_withdrawn(connection: &Connection, act: ActId) -> Result<bool, StoreError> {
    let now = recording(connection, i64::MAX)?;
    Ok(match taken_back_by(connection, act)? {
        None if now.last() == Some(&act.0) => now.len() > 1,
        None => now.contains(&act.0) && person::only_says_who(connection, act)?,
        Some(target) => !withdrawn(connection, i64::MAX)?.contains(&act.0) && now == recording(connection, target - 1)?,
    })
}

fn taken_back_by(connection: &Connection, act: ActId) -> rusqlite::Result<Option<i64>> {
    connection
        .prepare_cached("SELECT withdrawn FROM withdrawal WHERE act = ?1")?
        .query_row([act.0], |row| row.get(0))
        .optional()
}

/// The acts that stood after `upto`, those that only take others back left out.
fn recording(connection: &Connection, upto: i64) -> Result<BTreeSet<i64>, StoreError> {
    let gone = withdrawn(connection, upto)?;
    let mut statement = connection.prepare_cached(
        "SELECT id FROM journal WHERE id <= ?1 AND id NOT IN (SELECT act FROM withdrawal) ORDER BY id",
    )?;
    let acts: BTreeSet<i64> = statement.query_map([upto], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(acts.into_iter().filter(|act| !gone.contains(act)).collect())
}

impl Register {
    /// The act that undo takes back: the last that stands and did not itself take another back. The beginning cannot
    /// be taken back.
    pub fn last_standing(&self) -> Result<Option<ActId>, StoreError> {
        let now = recording(&self.connection, i64::MAX)?;
        Ok(now.last().filter(|_| now.len() > 1).map(|act| ActId(*act)))
    }

    /// The acts that do not stand, now or as known at a moment.
    pub fn withdrawn_acts(&self, known_at: Option<DateTime<Utc>>) -> Result<BTreeSet<ActId>, StoreError> {
        let upto = Standing::at(&self.connection, known_at)?.upto;
        Ok(withdrawn(&self.connection, upto)?.into_iter().map(ActId).collect())
    }

    /// Whether the act may be taken back now.
    pub fn may_take_back(&self, act: ActId) -> Result<bool, StoreError> {
        may_be_withdrawn(&self.connection, act)
    }

    /// The act that this one has taken back, where it has.
    pub fn taken_back_by(&self, act: ActId) -> Result<Option<ActId>, StoreError> {
        Ok(taken_back_by(&self.connection, act)?.map(ActId))
    }
}
