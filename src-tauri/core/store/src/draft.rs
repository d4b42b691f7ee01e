//! The desk: papers that are being entered. The only rows that are changed in place, since nothing follows from them.

use chrono::{DateTime, Utc};
use renmian_domain::{Draft, DraftId};
use rusqlite::Connection;

use crate::coded::Json;
use crate::journal::moment;
use crate::original::{ORIGINAL_LIMIT, Original, sha256_of};
use crate::{Access, Register, StoreError};

/// A paper on the desk, by what a list shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftHead {
    /// Its row.
    pub id: DraftId,
    /// The paper as it lies there.
    pub draft: Draft,
    /// When it was last changed, as RFC 3339 in UTC.
    pub updated_at: String,
}

impl Register {
    /// Puts a paper on the desk, or lays it back changed.
    pub fn save_draft(&mut self, id: Option<DraftId>, draft: &Draft, at: DateTime<Utc>) -> Result<DraftId, StoreError> {
        self.may_write()?;
        let (body, at) = (Json(draft), moment(at));
        match id {
            Some(id) => {
                let changed = self.connection.execute(
                    "UPDATE draft SET body = ?2, file = ?3, updated_at = ?4 WHERE id = ?1",
                    (id.0, body, &draft.file, at),
                )?;
                if changed == 1 { Ok(id) } else { Err(StoreError::Unknown) }
            }
            None => {
                self.connection.execute(
                    "INSERT INTO draft (body, file, updated_at) VALUES (?1, ?2, ?3)",
                    (body, &draft.file, at),
                )?;
                Ok(DraftId(self.connection.last_insert_rowid()))
            }
        }
    }

    /// The papers on the desk, first laid first.
    pub fn drafts(&self) -> Result<Vec<DraftHead>, StoreError> {
        let mut statement = self.connection.prepare_cached("SELECT id, body, updated_at FROM draft ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            Ok(DraftHead { id: DraftId(row.get(0)?), draft: row.get::<_, Json<Draft>>(1)?.0, updated_at: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// One paper on the desk.
    pub fn draft(&self, id: DraftId) -> Result<Draft, StoreError> {
        let body: Json<Draft> =
            self.connection.query_row("SELECT body FROM draft WHERE id = ?1", [id.0], |row| row.get(0))?;
        Ok(body.0)
    }

    /// Keeps the file that a paper on the desk came from, to go with its order. Many papers of one file share it.
    pub fn keep_original(&mut self, id: DraftId, bytes: &[u8]) -> Result<(), StoreError> {
        self.may_write()?;
        if bytes.len() > ORIGINAL_LIMIT {
            return Err(StoreError::TooLarge(ORIGINAL_LIMIT));
        }
        let sha256 = sha256_of(bytes);
        let transaction = self.connection.savepoint()?;
        transaction.execute(
            "INSERT INTO draft_file (sha256, bytes) VALUES (?1, ?2) ON CONFLICT DO NOTHING",
            (sha256, bytes),
        )?;
        let changed = transaction.execute("UPDATE draft SET original = ?2 WHERE id = ?1", (id.0, sha256))?;
        if changed == 0 {
            return Err(StoreError::Unknown);
        }
        clear(&transaction)?;
        Ok(transaction.commit()?)
    }

    /// The file that a paper on the desk came from, where there is one.
    pub fn draft_original(&self, id: DraftId) -> Result<Option<Original>, StoreError> {
        let (name, bytes): (Option<String>, Option<Vec<u8>>) = self.connection.query_row(
            "SELECT d.file, f.bytes FROM draft AS d LEFT JOIN draft_file AS f ON f.sha256 = d.original WHERE d.id = ?1",
            [id.0],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        Ok(bytes.map(|bytes| Original { name: name.unwrap_or_default(), bytes }))
    }

    /// Takes a paper off the desk. Whether there was one.
    pub fn drop_draft(&mut self, id: DraftId) -> Result<bool, StoreError> {
        self.may_write()?;
        let transaction = self.connection.savepoint()?;
        let taken = take(&transaction, id)?;
        transaction.commit()?;
        Ok(taken)
    }

    pub(crate) fn may_write(&self) -> Result<(), StoreError> {
        match self.access() {
            Access::Write => Ok(()),
            Access::Look => Err(StoreError::LookOnly),
        }
    }
}

pub(crate) fn take(connection: &Connection, id: DraftId) -> Result<bool, StoreError> {
    let taken = connection.execute("DELETE FROM draft WHERE id = ?1", [id.0])? == 1;
    clear(connection)?;
    Ok(taken)
}

/// Takes away the files that no paper on the desk came from.
fn clear(connection: &Connection) -> Result<(), StoreError> {
    connection.execute(
        "DELETE FROM draft_file WHERE NOT EXISTS (SELECT 1 FROM draft WHERE draft.original = draft_file.sha256)",
        [],
    )?;
    Ok(())
}
