//! The files that papers came in, kept with their orders. A file that many papers came in is kept once.

use renmian_domain::OrderId;
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::coded::count;
use crate::journal::hex;
use crate::seal::Hash;
use crate::{Register, StoreError};

/// The largest file that is kept: a scan of some hundred pages.
pub const ORIGINAL_LIMIT: usize = 64 * 1024 * 1024;

/// A file of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OriginalId(pub i64);

/// A file as it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Original {
    /// Its name, without folders.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// What is known of a kept file without reading it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OriginalHead {
    /// Its row.
    pub id: OriginalId,
    /// Its name.
    pub name: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its length in bytes.
    pub length: usize,
}

pub(crate) fn insert(connection: &Connection, act: i64, order: OrderId, original: &Original) -> Result<(), StoreError> {
    if original.bytes.len() > ORIGINAL_LIMIT {
        return Err(StoreError::TooLarge(ORIGINAL_LIMIT));
    }
    let sha256 = sha256_of(&original.bytes);
    connection
        .prepare_cached(
            "INSERT INTO original (act, sha256, bytes) VALUES (?1, ?2, ?3) ON CONFLICT (sha256) DO NOTHING",
        )?
        .execute((act, sha256, &original.bytes))?;
    connection
        .prepare_cached(
            "INSERT INTO document_file (act, document, original, name)
             VALUES (?1, ?2, (SELECT id FROM original WHERE sha256 = ?3), ?4) ON CONFLICT DO NOTHING",
        )?
        .execute((act, order.0, sha256, bare_name(&original.name)))?;
    Ok(())
}

pub(crate) fn sha256_of(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// Both separators: a name may come from another system than this one.
fn bare_name(name: &str) -> &str {
    name.rsplit(['/', '\\']).next().unwrap_or_default()
}

impl Register {
    /// The files kept with an order.
    pub fn originals(&self, order: OrderId) -> Result<Vec<OriginalHead>, StoreError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT f.id, f.name, o.sha256, length(o.bytes)
             FROM document_file AS f JOIN original AS o ON o.id = f.original WHERE f.document = ?1 ORDER BY f.id",
        )?;
        let rows = statement.query_map([order.0], |row| {
            Ok(OriginalHead {
                id: OriginalId(row.get(0)?),
                name: row.get(1)?,
                sha256: hex(&row.get::<_, Hash>(2)?),
                length: count(row, 3)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// A kept file. One that is not what was kept is not given out.
    pub fn original(&self, id: OriginalId) -> Result<Original, StoreError> {
        let (name, sha256, bytes): (String, Hash, Vec<u8>) = self.connection.query_row(
            "SELECT f.name, o.sha256, o.bytes
             FROM document_file AS f JOIN original AS o ON o.id = f.original WHERE f.id = ?1",
            [id.0],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )?;
        if sha256_of(&bytes) == sha256 { Ok(Original { name, bytes }) } else { Err(StoreError::Damaged) }
    }
}
