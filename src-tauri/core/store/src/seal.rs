//! Seals: a digest for each recorded row, from which an act's digest follows. A changed row is named by its seal.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};
use sha2::{Digest, Sha256};

use crate::StoreError;

/// A SHA-256.
pub(crate) type Hash = [u8; 32];

/// Every recorded table with the columns behind `id` and `act`, in the order in which acts are digested.
/// A later migration adds columns at the end of a list: absent values are left out of the digest, so that the seals
/// of earlier rows still hold.
pub(crate) const RECORDED: &[(&str, &[&str])] = &[
    ("setting", &["key", "value"]),
    ("organisation", &[]),
    ("organisation_state", &["organisation", "name", "parent", "kind", "standing", "ended_on"]),
    ("post", &[]),
    ("post_state", &["post", "organisation", "title", "authorised", "headship", "rank", "standing"]),
    ("person", &[]),
    ("person_state", &["person", "name", "gender", "ethnicity", "birth", "note"]),
    ("other_name", &["person", "organisation", "name"]),
    (
        "document",
        &[
            "number_text",
            "number_code",
            "number_year",
            "number_serial",
            "number_key",
            "title",
            "issuer",
            "issued_on",
            "decided_by",
            "decided_on",
            "subject",
            "text",
            "content",
        ],
    ),
    (
        "item",
        &[
            "document",
            "position",
            "person",
            "post",
            "kind",
            "printed_name",
            "printed_gender",
            "printed_ethnicity",
            "printed_organisation",
            "printed_title",
            "concurrent",
            "acting",
            "secondment",
            "probation_months",
            "term_months",
            "effective_on",
            "note",
            "certain",
            "basis",
            "source_start",
            "source_end",
        ],
    ),
    ("opening", &["person", "post", "held_on", "since", "by_paper", "concurrent", "acting", "secondment"]),
    ("accepted_finding", &["document", "position", "finding"]),
    ("original", &["sha256", "bytes"]),
    ("document_file", &["document", "original", "name"]),
    ("document_state", &["document", "state", "by_document", "why", "by_text"]),
    ("withdrawal", &["withdrawn"]),
    (
        "organisation_event",
        &[
            "organisation",
            "kind",
            "on_day",
            "tenures",
            "former",
            "name",
            "from_other",
            "other",
            "by_document",
            "by_text",
        ],
    ),
    (
        "post_event",
        &["post", "kind", "on_day", "tenures", "former", "title", "seats_before", "seats", "by_document", "by_text"],
    ),
    ("ending", &["person", "post", "on_day", "cause", "by_document", "by_text"]),
    ("person_merge", &["person", "into_person"]),
    ("person_split", &["person", "to_person", "item", "opening", "ending"]),
];

/// Digests parts so that no two lists of parts share their bytes: each stands behind its kind and length.
pub(crate) struct Framed(Sha256);

impl Framed {
    pub(crate) fn new() -> Self {
        Self(Sha256::new())
    }

    pub(crate) fn part(&mut self, kind: u8, bytes: &[u8]) -> &mut Self {
        self.0.update([kind]);
        self.0.update((bytes.len() as u64).to_be_bytes());
        self.0.update(bytes);
        self
    }

    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.part(b't', text.as_bytes())
    }

    pub(crate) fn number(&mut self, number: i64) -> &mut Self {
        self.part(b'i', &number.to_be_bytes())
    }

    pub(crate) fn done(self) -> Hash {
        self.0.finalize().into()
    }
}

/// The rows of one table that one act recorded, as they stand now: id and digest.
pub(crate) fn rows_of(
    connection: &Connection,
    (table, columns): (&str, &[&str]),
    act: i64,
) -> rusqlite::Result<Vec<(i64, Hash)>> {
    let list: String = columns.iter().map(|column| format!(", {column}")).collect();
    let sql = format!("SELECT id, act{list} FROM {table} WHERE act = ?1 ORDER BY id");
    let mut statement = connection.prepare_cached(&sql)?;
    statement.query_map([act], |row| Ok((row.get(0)?, digest_of(row, table, columns)?)))?.collect()
}

fn digest_of(row: &Row<'_>, table: &str, columns: &[&str]) -> rusqlite::Result<Hash> {
    let mut framed = Framed::new();
    framed.text(table);
    for (place, column) in ["id", "act"].iter().chain(columns).enumerate() {
        match row.get_ref(place)? {
            ValueRef::Null => continue,
            ValueRef::Integer(number) => framed.text(column).number(number),
            ValueRef::Real(number) => framed.text(column).part(b'r', &number.to_be_bytes()),
            ValueRef::Text(text) => framed.text(column).part(b't', text),
            ValueRef::Blob(bytes) => framed.text(column).part(b'b', bytes),
        };
    }
    Ok(framed.done())
}

/// Seals every row that the act recorded. Gives the act's digest.
pub(crate) fn seal(connection: &Connection, act: i64) -> Result<Hash, StoreError> {
    let mut insert =
        connection.prepare_cached("INSERT INTO seal (act, relation, row, digest) VALUES (?1, ?2, ?3, ?4)")?;
    let mut sealed = Vec::new();
    for table in RECORDED {
        for (row, digest) in rows_of(connection, *table, act)? {
            insert.execute((act, table.0, row, digest))?;
            sealed.push((table.0.to_owned(), row, digest));
        }
    }
    Ok(digest_of_seals(&sealed))
}

/// The seals of an act in the order of [`RECORDED`]: table, row, digest.
pub(crate) fn seals_of(connection: &Connection, act: i64) -> rusqlite::Result<Vec<(String, i64, Hash)>> {
    let mut statement = connection.prepare_cached("SELECT relation, row, digest FROM seal WHERE act = ?1")?;
    let mut seals: Vec<(String, i64, Hash)> =
        statement.query_map([act], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?.collect::<Result<_, _>>()?;
    let place = |table: &str| RECORDED.iter().position(|(name, _)| *name == table).unwrap_or(RECORDED.len());
    seals.sort_by(|a, b| (place(&a.0), &a.0, a.1).cmp(&(place(&b.0), &b.0, b.1)));
    Ok(seals)
}

/// What the journal keeps of an act's rows.
pub(crate) fn digest_of_seals(seals: &[(String, i64, Hash)]) -> Hash {
    let mut framed = Framed::new();
    for (table, row, digest) in seals {
        framed.text(table).number(*row).part(b'b', digest);
    }
    framed.done()
}
