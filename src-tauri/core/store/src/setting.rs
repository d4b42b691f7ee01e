//! Settings of the register: recorded like everything else, since history follows from some of them.

use renmian_domain::Facts;
use renmian_domain::record::ProbationFrom;
use rusqlite::Connection;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::coded::Coded;
use crate::facts::Acts;
use crate::standing::Standing;
use crate::{Register, StoreError};

/// One setting with its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    /// The place whose register it is (`青云县`).
    Place(String),
    /// The unit that keeps it, as printed at the head of rosters.
    Unit(String),
    /// From which day probation counts where an item names none.
    ProbationFrom(ProbationFrom),
    /// Which columns of rosters kept elsewhere hold what, by their titles, as the clerk matched them (JSON).
    RosterColumns(String),
}

impl Setting {
    /// Its key in the table.
    pub(crate) fn key(&self) -> &'static str {
        match self {
            Self::Place(_) => "place",
            Self::Unit(_) => "unit",
            Self::ProbationFrom(_) => "probation-from",
            Self::RosterColumns(_) => "roster-columns",
        }
    }

    /// Its value as it stands in the table.
    pub(crate) fn value(&self) -> String {
        match self {
            Self::Place(text) | Self::Unit(text) | Self::RosterColumns(text) => text.trim().to_owned(),
            Self::ProbationFrom(ProbationFrom::Decision) => "decision".to_owned(),
            Self::ProbationFrom(ProbationFrom::Paper) => "paper".to_owned(),
        }
    }
}

pub(crate) fn insert(connection: &Connection, act: i64, setting: &Setting) -> rusqlite::Result<()> {
    connection.prepare_cached("INSERT INTO setting (act, key, value) VALUES (?1, ?2, ?3)")?.execute((
        act,
        setting.key(),
        setting.value(),
    ))?;
    Ok(())
}

pub(crate) fn rows(connection: &Connection, acts: Acts<'_>) -> rusqlite::Result<Vec<(String, String)>> {
    connection
        .prepare_cached("SELECT key, value FROM setting WHERE act > ?1 AND act <= ?2 AND act NOT IN (SELECT value FROM json_each(?3)) ORDER BY id")?
        .query_map(acts.bound(), |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect()
}

/// What was said of one setting, act by act.
pub(crate) fn rows_of<T: DeserializeOwned>(
    connection: &Connection,
    key: &str,
    upto: i64,
) -> rusqlite::Result<Vec<(i64, T)>> {
    connection
        .prepare_cached("SELECT act, value FROM setting WHERE key = ?1 AND act <= ?2 ORDER BY id")?
        .query_map((key, upto), |row| Ok((row.get(0)?, row.get::<_, Coded<T>>(1)?.0)))?
        .collect()
}

/// Puts a setting that history depends on in its place. Others are asked for by their own name.
pub(crate) fn apply(facts: &mut Facts, key: &str, value: String) {
    match key {
        "place" => facts.place = value,
        "probation-from" => {
            facts.probation_from = serde_json::from_value(Value::String(value)).unwrap_or_default();
        }
        _ => {}
    }
}

impl Register {
    /// The unit that keeps the register; empty where unset.
    pub fn unit(&self) -> Result<String, StoreError> {
        self.setting("unit")
    }

    /// Which columns of rosters hold what, as the clerk matched them the last time; empty where never.
    pub fn roster_columns(&self) -> Result<String, StoreError> {
        self.setting("roster-columns")
    }

    fn setting(&self, key: &str) -> Result<String, StoreError> {
        let Standing { withdrawn, .. } = Standing::at(&self.connection, None)?;
        let value = self.connection.query_row(
            "SELECT COALESCE((SELECT value FROM setting WHERE key = ?2
                              AND act NOT IN (SELECT value FROM json_each(?1)) ORDER BY id DESC LIMIT 1), '')",
            (&*withdrawn, key),
            |row| row.get(0),
        )?;
        Ok(value)
    }
}
