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
    /// Puts a paper on the desk.
    pub fn lay_draft(&mut self, draft: Draft, at: DateTime<Utc>) -> Result<DraftHead, StoreError> {
        self.may_write()?;
        let updated_at = moment(at);
        self.connection.prepare_cached("INSERT INTO draft (body, file, updated_at) VALUES (?1, ?2, ?3)")?.execute((
            Json(&draft),
            &draft.file,
            &updated_at,
        ))?;
        Ok(DraftHead { id: DraftId(self.connection.last_insert_rowid()), draft, updated_at })
    }

    /// Lays a paper back on the desk, changed.
    pub fn save_draft(&mut self, id: DraftId, draft: &Draft, at: DateTime<Utc>) -> Result<(), StoreError> {
        self.may_write()?;
        let changed = self.connection.execute(
            "UPDATE draft SET body = ?2, file = ?3, updated_at = ?4 WHERE id = ?1",
            (id.0, Json(draft), &draft.file, moment(at)),
        )?;
        if changed == 1 { Ok(()) } else { Err(StoreError::Unknown) }
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

    /// Keeps the file that papers on the desk came from, to go with their orders. All papers of one file share it.
    pub fn keep_original(&mut self, ids: &[DraftId], bytes: &[u8]) -> Result<(), StoreError> {
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
        for id in ids {
            let mut update = transaction.prepare_cached("UPDATE draft SET original = ?2 WHERE id = ?1")?;
            if update.execute((id.0, sha256))? == 0 {
                return Err(StoreError::Unknown);
            }
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
