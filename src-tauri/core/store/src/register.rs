//! The one opener of register files: what is checked before, which settings every connection has, and why.

use std::cell::RefCell;
use std::fs::{File, OpenOptions};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::lock::{WriteLock, beside};
use crate::present::Present;
use crate::schema::{APPLICATION, STEPS, migrate, version_of};
use crate::seal::RECORDED;
use crate::search::Keys;
use crate::{OpenError, Operation};

/// What a window wants of the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// To record. One at a time.
    Write,
    /// To read only, beside one that writes.
    Look,
}

/// What is said when a register is begun.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    /// The place whose register it is (`青云县`); may be empty.
    pub place: String,
    /// The unit that keeps it (`中共青云县委组织部`); may be empty.
    pub unit: String,
}

/// An open register.
pub struct Register {
    // Closed before the lock is given back: fields drop in this order.
    pub(crate) connection: Connection,
    pub(crate) present: RefCell<Option<Present>>,
    pub(crate) keys: RefCell<Option<Arc<Keys>>>,
    path: PathBuf,
    lock: Option<WriteLock>,
}

impl Register {
    /// Makes an empty register. A file that is there already is left alone.
    pub fn create(path: &Path, begin: Begin, at: DateTime<Utc>, actor: &str) -> Result<Self, OpenError> {
        let lock = WriteLock::take(path)?;
        match OpenOptions::new().write(true).create_new(true).open(path) {
            Ok(_) => {}
            Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
                return Err(OpenError::Exists(path.to_owned()));
            }
            Err(error) => return Err(OpenError::system(path)(error)),
        }
        let made = connect(path, Access::Write).and_then(|mut connection| {
            keep_one_file(&connection)
                .and_then(|()| migrate(&mut connection, STEPS))
                .map_err(OpenError::engine(path))?;
            let mut register = Self::holding(connection, path, Some(lock));
            register.transact(Operation::Begin(begin), at, actor).map_err(OpenError::store(path))?;
            Ok(register)
        });
        if made.is_err() {
            // Ours and still without content; nothing recorded is lost with it.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    /// Opens a register that is there.
    pub fn open(path: &Path, access: Access) -> Result<Self, OpenError> {
        Self::open_by(path, access, STEPS)
    }

    /// As [`Register::open`], with the steps of the schema given.
    pub(crate) fn open_by(path: &Path, access: Access, steps: &[&str]) -> Result<Self, OpenError> {
        let version = look_at_head(path, version_of(steps))?;
        let lock = match access {
            Access::Write => Some(WriteLock::take(path)?),
            Access::Look => None,
        };
        let mut connection = connect(path, access)?;
        if !is_sound(&connection, version, version_of(steps)).map_err(OpenError::engine(path))? {
            return Err(OpenError::Damaged(path.to_owned()));
        }
        match access {
            Access::Write => {
                if connection.is_readonly(rusqlite::MAIN_DB).map_err(OpenError::engine(path))? {
                    return Err(OpenError::ReadOnly(path.to_owned()));
                }
                if version < version_of(steps) {
                    keep_copy(&connection, path, version)?;
                }
                keep_one_file(&connection).map_err(OpenError::engine(path))?;
                migrate_if_older(&mut connection, version, steps).map_err(OpenError::engine(path))?;
            }
            Access::Look if version < version_of(steps) => {
                return Err(OpenError::Older { path: path.to_owned(), version });
            }
            Access::Look => {}
        }
        let mut register = Self::holding(connection, path, lock);
        if access == Access::Write {
            register.follow().map_err(OpenError::store(path))?;
        }
        Ok(register)
    }

    fn holding(connection: Connection, path: &Path, lock: Option<WriteLock>) -> Self {
        Self { connection, present: RefCell::default(), keys: RefCell::default(), path: path.to_owned(), lock }
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether acts can be recorded.
    pub fn access(&self) -> Access {
        if self.lock.is_some() { Access::Write } else { Access::Look }
    }
}

/// Reads the first hundred bytes, before the engine touches the file. Gives the schema version.
fn look_at_head(path: &Path, newest: i32) -> Result<i32, OpenError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Err(OpenError::Missing(path.to_owned())),
        Err(error) => return Err(OpenError::system(path)(error)),
    };
    if !file.metadata().map_err(OpenError::system(path))?.is_file() {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    let length = file.metadata().map_err(OpenError::system(path))?.len();
    let mut head = Vec::with_capacity(100);
    file.take(100).read_to_end(&mut head).map_err(OpenError::system(path))?;
    if !head.starts_with(b"SQLite format 3\0") {
        return Err(OpenError::Foreign(path.to_owned()));
    }
    // Both stand in the file format's header, big-endian.
    let number = |at: usize| head.get(at..at + 4).and_then(|four| four.try_into().ok()).map(i32::from_be_bytes);
    match (number(68), number(60)) {
        (Some(APPLICATION), Some(version)) if version > newest => {
            Err(OpenError::Newer { path: path.to_owned(), version })
        }
        (Some(APPLICATION), Some(_)) if is_cut_off(&head, length, path) => Err(OpenError::Damaged(path.to_owned())),
        (Some(APPLICATION), Some(version)) if version > 0 => Ok(version),
        (Some(APPLICATION), _) | (None, _) => Err(OpenError::Damaged(path.to_owned())),
        (Some(_), _) => Err(OpenError::Foreign(path.to_owned())),
    }
}

/// Whether the file is shorter than its own count of pages says. A journal beside it may still make it whole.
fn is_cut_off(head: &[u8], length: u64, path: &Path) -> bool {
    let (Some(size), Some(count)) = (head.get(16..18), head.get(28..32)) else { return true };
    let size = match size {
        // 65536 does not fit its two bytes and is written as 1.
        [0, 1] => 65_536,
        size => size.iter().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    };
    let count = count.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
    length < size * count && !beside(path, "-journal").exists()
}

/// A connection with the settings that every one has. Nothing here writes to the file.
pub(crate) fn connect(path: &Path, access: Access) -> Result<Connection, OpenError> {
    // A look opens for writing too where it may: a journal that a crash left behind has to be rolled back to be read.
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags).map_err(OpenError::engine(path))?;
    settle(&connection, access).map_err(OpenError::engine(path))?;
    Ok(connection)
}

fn settle(connection: &Connection, access: Access) -> rusqlite::Result<()> {
    // A reader that meets a commit waits for it instead of failing.
    connection.busy_timeout(Duration::from_secs(5))?;
    // A file from elsewhere must not reach further than its own rows.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.pragma_update(None, "trusted_schema", false)?;
    // Damage is to be met as an error where it lies, not as a wrong answer elsewhere.
    connection.pragma_update(None, "cell_size_check", true)?;
    // An item without its person would be a dismissal of nobody.
    connection.pragma_update(None, "foreign_keys", true)?;
    // REPLACE deletes: with this it meets the triggers that forbid deleting.
    connection.pragma_update(None, "recursive_triggers", true)?;
    // Names must not lie about in temporary files.
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    // What the clerk was told is registered is still there after the power fails: EXTRA also makes the removal of
    // the journal durable, without which the last act could be rolled back.
    connection.pragma_update(None, "synchronous", "EXTRA")?;
    connection.set_prepared_statement_cache_capacity(128);
    if access == Access::Look {
        connection.pragma_update(None, "query_only", true)?;
    }
    Ok(())
}

/// The register is one file at every moment between two acts, not only when closed: clerks copy it by hand, keep it
/// on shared drives and sticks, where a write-ahead log cannot live. One writer and small acts need no log.
fn keep_one_file(connection: &Connection) -> rusqlite::Result<()> {
    connection.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))
}

fn migrate_if_older(connection: &mut Connection, version: i32, steps: &[&str]) -> rusqlite::Result<()> {
    if version < version_of(steps) { migrate(connection, steps) } else { Ok(()) }
}

/// Looks through every table but those that hold whole files, which would keep the clerk waiting: these are checked by
/// their digests when they are opened, and all of the file by [`Register::verify`].
fn is_sound(connection: &Connection, version: i32, newest: i32) -> rusqlite::Result<bool> {
    // An older version lacks the tables of the later ones.
    let there = |table: &str| -> rusqlite::Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?1)";
        Ok(version == newest || connection.query_row(sql, [table], |row| row.get(0))?)
    };
    let recorded = RECORDED.iter().map(|(table, _)| *table).filter(|table| *table != "original");
    for table in recorded.chain(["journal", "seal", "tenure", "draft"]) {
        if !there(table)? {
            continue;
        }
        let said: String = connection.query_row(&format!("PRAGMA quick_check({table})"), [], |row| row.get(0))?;
        if said != "ok" {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The file as it was, beside itself, before it is upgraded.
fn keep_copy(connection: &Connection, path: &Path, version: i32) -> Result<(), OpenError> {
    let kept = (1..1000)
        .map(|count| match count {
            1 => beside(path, &format!("-v{version}")),
            more => beside(path, &format!("-v{version}-{more}")),
        })
        .find(|free| !free.exists())
        .ok_or_else(|| OpenError::Exists(beside(path, &format!("-v{version}"))))?;
    crate::backup::copy(connection, &kept, false)
}

#[cfg(test)]
mod tests {
    use super::*;

    const NEXT: &str = "ALTER TABLE person_state ADD COLUMN native_place TEXT;";
    const BROKEN: &str = "ALTER TABLE person_state ADD COLUMN origin TEXT; ALTER TABLE nothing ADD COLUMN x TEXT;";

    #[test]
    fn a_register_can_be_handed_to_another_thread() {
        fn handed<T: Send>() {}
        handed::<Register>();
    }

    fn begun() -> (tempfile::TempDir, PathBuf, String) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("register");
        let begin = Begin { place: "青云县".to_owned(), unit: String::new() };
        let head = Register::create(&path, begin, DateTime::UNIX_EPOCH, "王会").unwrap().head().unwrap();
        (folder, path, head)
    }

    #[test]
    fn an_older_register_is_copied_and_then_upgraded_by_write_access_only() {
        let (folder, path, head) = begun();
        let steps = [STEPS, &[NEXT]].concat();
        let before = std::fs::read(&path).unwrap();
        let look = Register::open_by(&path, Access::Look, &steps);
        assert!(matches!(look, Err(OpenError::Older { version: 3, .. })));
        assert!(std::fs::read(&path).unwrap() == before, "a look upgrades nothing");

        let upgraded = Register::open_by(&path, Access::Write, &steps).unwrap();
        assert_eq!(upgraded.head().unwrap(), head);
        assert_eq!(upgraded.facts(None).unwrap().place, "青云县");
        drop(upgraded);
        let copy = folder.path().join("register-v3");
        assert_eq!(Register::open(&copy, Access::Look).unwrap().head().unwrap(), head, "the copy is the old version");
        assert!(matches!(Register::open(&path, Access::Write), Err(OpenError::Newer { version: 4, .. })));
        assert!(Register::open_by(&path, Access::Write, &steps).is_ok(), "upgraded once, opened as it is");
        assert!(!folder.path().join("register-v3-2").exists(), "and copied once");
    }

    #[test]
    fn an_upgrade_that_fails_leaves_the_register_as_it_was() {
        let (_folder, path, head) = begun();
        let steps = [STEPS, &[NEXT, BROKEN]].concat();
        let failed = Register::open_by(&path, Access::Write, &steps);
        assert!(matches!(failed, Err(OpenError::Damaged(_))));
        let register = Register::open(&path, Access::Write).unwrap();
        assert_eq!(register.head().unwrap(), head);
        assert!(register.verify().unwrap().is_sound(), "no half of a step is left");
    }
}
