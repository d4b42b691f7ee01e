//! The standing self-check of a register file: its pages, its schema, its references, its chain, its seals, and that
//! the derived rows equal a fresh derivation.

use std::collections::BTreeMap;

use rusqlite::Connection;

use crate::facts;
use crate::journal::{JournalRow, hex, walk};
use crate::seal::{Hash, RECORDED, digest_of_seals, rows_of, seals_of};
use crate::{Register, StoreError, schema, tenure};

/// After this many faults the rest is not listed.
const FAULT_LIMIT: usize = 100;

/// What a check has found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verification {
    /// How many acts were checked.
    pub acts: usize,
    /// How many recorded rows.
    pub rows: usize,
    /// The chain's last hash, in hexadecimal.
    pub head: String,
    /// What is wrong, first things first; empty where nothing is.
    pub faults: Vec<Fault>,
}

impl Verification {
    /// Whether nothing was found wrong.
    pub fn is_sound(&self) -> bool {
        self.faults.is_empty()
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The engine's own check complains.
    Pages(String),
    /// A table, index or trigger is missing, changed, or of another hand.
    Schema {
        /// Its kind and name.
        object: String,
    },
    /// A row refers to one that is not there.
    Reference {
        /// The table.
        table: String,
        /// The row.
        row: i64,
    },
    /// The act is not the one that was written down, or does not follow the one before it.
    Chain {
        /// The act.
        act: i64,
    },
    /// An act between two others, or at the end, is gone.
    ActGone {
        /// The act.
        act: i64,
    },
    /// A row is not what the act recorded.
    Changed {
        /// The table.
        table: String,
        /// The row.
        row: i64,
        /// The act.
        act: i64,
    },
    /// A row that the act recorded is gone.
    Gone {
        /// The table.
        table: String,
        /// The row.
        row: i64,
        /// The act.
        act: i64,
    },
    /// A row was put in that the act did not record.
    Added {
        /// The table.
        table: String,
        /// The row.
        row: i64,
        /// The act.
        act: i64,
    },
    /// The derived tenures differ from a fresh derivation.
    Tenures {
        /// How many are missing.
        missing: usize,
        /// How many are there and do not follow.
        surplus: usize,
    },
}

impl Fault {
    /// Its key in the catalogue.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Pages(_) => "fault.pages",
            Self::Schema { .. } => "fault.schema",
            Self::Reference { .. } => "fault.reference",
            Self::Chain { .. } => "fault.chain",
            Self::ActGone { .. } => "fault.act-gone",
            Self::Changed { .. } => "fault.changed",
            Self::Gone { .. } => "fault.gone",
            Self::Added { .. } => "fault.added",
            Self::Tenures { .. } => "fault.tenures",
        }
    }

    /// The words for its sentence.
    pub fn words(&self) -> BTreeMap<String, String> {
        let words =
            |pairs: &[(&str, String)]| pairs.iter().map(|(key, word)| ((*key).to_owned(), word.clone())).collect();
        match self {
            Self::Pages(said) => words(&[("said", said.clone())]),
            Self::Schema { object } => words(&[("object", object.clone())]),
            Self::Reference { table, row } => words(&[("table", table.clone()), ("row", row.to_string())]),
            Self::Chain { act } | Self::ActGone { act } => words(&[("act", act.to_string())]),
            Self::Changed { table, row, act } | Self::Gone { table, row, act } | Self::Added { table, row, act } => {
                words(&[("table", table.clone()), ("row", row.to_string()), ("act", act.to_string())])
            }
            Self::Tenures { missing, surplus } => {
                words(&[("missing", missing.to_string()), ("surplus", surplus.to_string())])
            }
        }
    }
}

impl Register {
    /// Checks everything. Reads every row once; nothing is changed.
    pub fn verify(&self) -> Result<Verification, StoreError> {
        let _reading = self.reading()?;
        let mut check = Check { acts: 0, rows: 0, last: (0, [0; 32]), faults: Vec::new() };
        match check.all(&self.connection) {
            // What cannot even be read is the fault itself.
            Err(StoreError::Damaged) => check.fault(Fault::Pages(StoreError::Damaged.to_string())),
            other => other?,
        }
        let Check { acts, rows, last, faults } = check;
        Ok(Verification { acts, rows, head: hex(&last.1), faults })
    }
}

struct Check {
    acts: usize,
    rows: usize,
    last: (i64, Hash),
    faults: Vec<Fault>,
}

impl Check {
    fn fault(&mut self, fault: Fault) {
        if self.faults.len() < FAULT_LIMIT {
            self.faults.push(fault);
        }
    }

    fn all(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let values = self.pages(connection)?;
        self.schema(connection)?;
        if !self.faults.is_empty() {
            // Rows of broken pages or changed tables say nothing.
            return self.acts(connection).or(Ok(()));
        }
        // What was changed first, then what it left hanging.
        self.acts(connection)?;
        values.into_iter().for_each(|said| self.fault(Fault::Pages(said)));
        self.references(connection)?;
        self.tenures(connection)
    }

    /// The engine's own check. Gives its complaints about values that a column does not allow, which only another hand
    /// can have put there: the pages are whole, and the row is named by its seal.
    fn pages(&mut self, connection: &Connection) -> Result<Vec<String>, StoreError> {
        let mut statement = connection.prepare("PRAGMA integrity_check(20)")?;
        let mut rows = statement.query([])?;
        let mut values = Vec::new();
        while let Some(row) = rows.next()? {
            let said: String = row.get(0)?;
            if said.starts_with("CHECK constraint failed") {
                values.push(said);
            } else if said != "ok" {
                self.fault(Fault::Pages(said));
            }
        }
        Ok(values)
    }

    fn schema(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let mut expected: BTreeMap<_, _> = schema::fresh_objects()?.into_iter().collect();
        for (object, sql) in schema::objects(connection)? {
            if expected.remove(&object) != Some(sql) {
                self.fault(Fault::Schema { object });
            }
        }
        for object in expected.into_keys() {
            self.fault(Fault::Schema { object });
        }
        Ok(())
    }

    fn references(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let row_id: Option<i64> = row.get(1)?;
            self.fault(Fault::Reference { table: row.get(0)?, row: row_id.unwrap_or(0) });
        }
        Ok(())
    }

    fn acts(&mut self, connection: &Connection) -> Result<(), StoreError> {
        walk(connection, |row| match row {
            Ok(row) => self.act(connection, &row),
            Err(act) => {
                self.gone_before(act);
                self.fault(Fault::Chain { act });
                self.last = (act, [0; 32]);
                Ok(())
            }
        })?;
        let written: i64 = connection.query_row(
            "SELECT COALESCE((SELECT seq FROM sqlite_sequence WHERE name = 'journal'), 0)",
            [],
            |row| row.get(0),
        )?;
        for act in self.last.0 + 1..=written.min(self.last.0 + FAULT_LIMIT as i64) {
            self.fault(Fault::ActGone { act });
        }
        Ok(())
    }

    fn act(&mut self, connection: &Connection, row: &JournalRow) -> Result<(), StoreError> {
        let act = row.id.0;
        self.gone_before(act);
        if row.previous != self.last.1 || row.hash != row.follows() || !row.as_written {
            self.fault(Fault::Chain { act });
        }
        self.acts += 1;
        self.last = (act, row.hash);

        let sealed = match seals_of(connection, act) {
            Err(rusqlite::Error::FromSqlConversionFailure(..)) => {
                self.fault(Fault::Chain { act });
                return Ok(());
            }
            sealed => sealed?,
        };
        if digest_of_seals(&sealed) != row.digest {
            self.fault(Fault::Chain { act });
        }
        let mut sealed: BTreeMap<(String, i64), Hash> =
            sealed.into_iter().map(|(table, row, digest)| ((table, row), digest)).collect();
        for table in RECORDED {
            for (id, digest) in rows_of(connection, *table, act)? {
                self.rows += 1;
                match sealed.remove(&(table.0.to_owned(), id)) {
                    Some(kept) if kept == digest => {}
                    Some(_) => self.fault(Fault::Changed { table: table.0.to_owned(), row: id, act }),
                    None => self.fault(Fault::Added { table: table.0.to_owned(), row: id, act }),
                }
            }
        }
        for (table, row) in sealed.into_keys() {
            self.fault(Fault::Gone { table, row, act });
        }
        Ok(())
    }

    /// Acts are numbered without gaps.
    fn gone_before(&mut self, act: i64) {
        for gone in (self.last.0 + 1..act).take(FAULT_LIMIT) {
            self.fault(Fault::ActGone { act: gone });
        }
    }

    fn tenures(&mut self, connection: &Connection) -> Result<(), StoreError> {
        let facts = facts::load(connection, self.last.0)?;
        let fresh = tenure::derive(&facts).tenures;
        let stored = tenure::load(connection)?.tenures;
        if fresh != stored {
            let missing = fresh.iter().filter(|tenure| !stored.contains(tenure)).count();
            let surplus = stored.iter().filter(|tenure| !fresh.contains(tenure)).count();
            self.fault(Fault::Tenures { missing, surplus });
        }
        Ok(())
    }
}
