//! The journal: every recorded act, chained by hashes, so that neither an act nor its order can change unseen.

use std::collections::BTreeMap;

use chrono::{DateTime, SecondsFormat, Utc};
use renmian_domain::ActId;
use rusqlite::{Connection, OptionalExtension, Row};

use crate::coded::Json;
use crate::seal::{Framed, Hash};
use crate::{Register, StoreError};

/// One recorded act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalRow {
    /// Its row, counted from 1 without gaps.
    pub id: ActId,
    /// When, as RFC 3339 in UTC with milliseconds.
    pub at: String,
    /// Who.
    pub actor: String,
    /// The name of the operation; its sentence stands in the catalogue under `act.<name>`.
    pub act: String,
    /// Why, in the clerk's words.
    pub why: Option<String>,
    /// The words for its sentence.
    pub words: BTreeMap<String, String>,
    /// Whether the words stand in the file exactly as they were written: the hash is over what they mean.
    pub(crate) as_written: bool,
    pub(crate) digest: Hash,
    pub(crate) previous: Hash,
    pub(crate) hash: Hash,
}

impl JournalRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        let words = row.get::<_, Json<BTreeMap<String, String>>>("summary")?.0;
        let summary: String = row.get("summary")?;
        Ok(Self {
            id: ActId(row.get("id")?),
            at: row.get("at")?,
            actor: row.get("actor")?,
            act: row.get("act")?,
            why: row.get("why")?,
            as_written: serde_json::to_string(&words).is_ok_and(|written| written == summary),
            words,
            digest: row.get("digest")?,
            previous: row.get("previous")?,
            hash: row.get("hash")?,
        })
    }

    /// What the chain's head was when this act was the last, in hexadecimal.
    pub fn head(&self) -> String {
        hex(&self.hash)
    }

    /// The hash that follows from the row and the one before it.
    pub(crate) fn follows(&self) -> Hash {
        let mut framed = Framed::new();
        framed.part(b'b', &self.previous).number(self.id.0).text(&self.at).text(&self.actor).text(&self.act);
        match &self.why {
            Some(why) => framed.text(why),
            None => framed.part(b'-', &[]),
        };
        for (name, word) in &self.words {
            framed.text(name).text(word);
        }
        framed.part(b'b', &self.digest);
        framed.done()
    }
}

/// An act about to be written down.
pub(crate) struct Entry<'a> {
    pub(crate) act: i64,
    pub(crate) at: DateTime<Utc>,
    pub(crate) actor: &'a str,
    pub(crate) name: &'a str,
    pub(crate) why: Option<&'a str>,
    pub(crate) words: BTreeMap<String, String>,
}

/// The id that the next act will have. Rows refer to it before it is written, at the end of the transaction.
pub(crate) fn next_act(connection: &Connection) -> rusqlite::Result<i64> {
    // From the sequence and not from the rows: an act cut off by another hand must not lend its id to a new one.
    let last = connection
        .query_row("SELECT seq FROM sqlite_sequence WHERE name = 'journal'", [], |row| row.get::<_, i64>(0))
        .optional()?;
    Ok(last.unwrap_or(0) + 1)
}

/// Writes the act down behind the one before it.
pub(crate) fn write(connection: &Connection, entry: Entry<'_>, digest: Hash) -> rusqlite::Result<()> {
    let mut row = JournalRow {
        id: ActId(entry.act),
        at: moment(entry.at),
        actor: entry.actor.to_owned(),
        act: entry.name.to_owned(),
        why: entry.why.map(str::to_owned),
        words: entry.words,
        as_written: true,
        digest,
        previous: last_hash(connection)?,
        hash: [0; 32],
    };
    row.hash = row.follows();
    connection
        .prepare_cached(
            "INSERT INTO journal (id, at, actor, act, why, summary, digest, previous, hash)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?
        .execute((
            row.id.0,
            row.at,
            row.actor,
            row.act,
            row.why,
            Json(row.words),
            row.digest,
            row.previous,
            row.hash,
        ))?;
    Ok(())
}

fn last_hash(connection: &Connection) -> rusqlite::Result<Hash> {
    let last = connection
        .prepare_cached("SELECT hash FROM journal ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| row.get(0))
        .optional()?;
    Ok(last.unwrap_or([0; 32]))
}

/// The last act, 0 where there is none.
pub(crate) fn last_act(connection: &Connection) -> rusqlite::Result<i64> {
    connection.prepare_cached("SELECT COALESCE(MAX(id), 0) FROM journal")?.query_row([], |row| row.get(0))
}

/// The last act that had been recorded at that moment. Where a clock once ran ahead, the acts before still count.
pub(crate) fn last_act_by(connection: &Connection, known_at: DateTime<Utc>) -> rusqlite::Result<i64> {
    connection
        .prepare_cached("SELECT COALESCE(MAX(id), 0) FROM journal WHERE at <= ?1")?
        .query_row([moment(known_at)], |row| row.get(0))
}

/// All moments are written alike, so that they sort as texts.
pub(crate) fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Millis, true)
}

/// Calls `each` with every act, first to last, until it says no more. Of a row whose columns hold what was never
/// written there it is given the number alone.
pub(crate) fn walk<E: From<rusqlite::Error>>(
    connection: &Connection,
    mut each: impl FnMut(Result<JournalRow, i64>) -> Result<(), E>,
) -> Result<(), E> {
    let mut statement = connection.prepare("SELECT * FROM journal ORDER BY id")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get("id")?;
        each(match JournalRow::read(row) {
            Ok(act) => Ok(act),
            Err(rusqlite::Error::FromSqlConversionFailure(..)) => Err(id),
            Err(other) => return Err(other.into()),
        })?;
    }
    Ok(())
}

impl Register {
    /// Recorded acts, oldest first: at most `limit` of those after `after`.
    pub fn journal(&self, after: Option<ActId>, limit: usize) -> Result<Vec<JournalRow>, StoreError> {
        let mut statement =
            self.connection.prepare_cached("SELECT * FROM journal WHERE id > ?1 ORDER BY id LIMIT ?2")?;
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let rows = statement.query_map((after.map_or(0, |act| act.0), limit), JournalRow::read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// How many acts are recorded: the last one's number, since they are counted without gaps.
    pub fn acts(&self) -> Result<usize, StoreError> {
        Ok(usize::try_from(last_act(&self.connection)?).unwrap_or_default())
    }

    /// One recorded act.
    pub fn act(&self, id: ActId) -> Result<JournalRow, StoreError> {
        Ok(self.connection.query_row("SELECT * FROM journal WHERE id = ?1", [id.0], JournalRow::read)?)
    }

    /// The act at which the chain had this head, where it ever had: a head that was kept on paper is found again as
    /// long as nothing before it was made anew. `kept` is hexadecimal, whole or its beginning.
    pub fn act_at_head(&self, kept: &str) -> Result<Option<JournalRow>, StoreError> {
        let row = self
            .connection
            .prepare_cached("SELECT * FROM journal WHERE substr(hex(hash), 1, length(?1)) = upper(?1) ORDER BY id")?
            .query_row([kept], JournalRow::read)
            .optional()?;
        Ok(row)
    }

    /// The chain's last hash in hexadecimal: written on paper, it shows later whether the record was made anew.
    pub fn head(&self) -> Result<String, StoreError> {
        Ok(hex(&last_hash(&self.connection)?))
    }
}

/// Bytes in hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
