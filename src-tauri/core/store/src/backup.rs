//! Copies of the whole register: made while it is open, and put back in its place. No file is lost by either.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::Backup;
use rusqlite::{Connection, OpenFlags};

use crate::lock::{WriteLock, beside};
use crate::{Access, OpenError, Register};

impl Register {
    /// Copies the register as it stands to another file, which appears only when it is whole. A file that is there
    /// already is replaced only where `overwrite` says so.
    pub fn backup(&self, to: &Path, overwrite: bool) -> Result<(), OpenError> {
        if same_file(self.path(), to) {
            return Err(OpenError::Exists(to.to_owned()));
        }
        copy(&self.connection, to, overwrite)
    }
}

/// What was put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// Where the replaced register was kept, where there was one.
    pub kept: Option<PathBuf>,
}

/// Puts a copy in the place of a register, which must not be open elsewhere. The copy is opened and verified first;
/// what it replaces, be it damaged, is kept beside it under another name.
pub fn restore(from: &Path, to: &Path) -> Result<Restored, OpenError> {
    if same_file(from, to) {
        return Err(OpenError::Exists(to.to_owned()));
    }
    let source = Register::open(from, Access::Look)?;
    if !source.verify().is_ok_and(|verification| verification.is_sound()) {
        return Err(OpenError::Unsound(from.to_owned()));
    }
    let _lock = WriteLock::take(to)?;
    let arriving = beside(to, "-restored");
    copy(&source.connection, &arriving, true)?;
    let kept = if to.exists() { Some(set_aside(to)?) } else { None };
    std::fs::rename(&arriving, to).map_err(OpenError::system(to))?;
    settle_folder(to);
    Ok(Restored { kept })
}

/// Renames the register, and the journal of a crash with it: it must not be rolled into the file that takes its place.
fn set_aside(register: &Path) -> Result<PathBuf, OpenError> {
    let kept = (1..10_000)
        .map(|count| beside(register, &format!("-replaced-{count}")))
        .find(|free| !free.exists() && !beside(free, "-journal").exists())
        .ok_or_else(|| OpenError::Exists(register.to_owned()))?;
    let journal = beside(register, "-journal");
    if journal.exists() {
        std::fs::rename(&journal, beside(&kept, "-journal")).map_err(OpenError::system(register))?;
    }
    std::fs::rename(register, &kept).map_err(OpenError::system(register))?;
    Ok(kept)
}

/// Copies a database by the engine's online backup, page by page from one consistent state.
pub(crate) fn copy(from: &Connection, to: &Path, overwrite: bool) -> Result<(), OpenError> {
    if to.is_dir() || (!overwrite && to.exists()) {
        return Err(OpenError::Exists(to.to_owned()));
    }
    let part = beside(to, "-part");
    // One left by a copy that was cut off.
    let _ = std::fs::remove_file(&part);
    let written = write_part(from, &part).and_then(|()| {
        // Asked again: the copying took its time.
        if !overwrite && to.exists() {
            return Err(OpenError::Exists(to.to_owned()));
        }
        std::fs::rename(&part, to).map_err(OpenError::system(to))
    });
    if written.is_err() {
        let _ = std::fs::remove_file(&part);
    } else {
        settle_folder(to);
    }
    written
}

fn write_part(from: &Connection, part: &Path) -> Result<(), OpenError> {
    std::fs::OpenOptions::new().write(true).create_new(true).open(part).map_err(OpenError::system(part))?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut target = Connection::open_with_flags(part, flags).map_err(OpenError::engine(part))?;
    // All pages in one step: a commit of the writer waits the moment that this takes, and the copy never starts anew.
    let copied = Backup::new(from, &mut target)
        .and_then(|backup| backup.run_to_completion(i32::MAX, Duration::from_millis(20), None));
    copied.map_err(OpenError::engine(part))?;
    target.close().map_err(|(_, cause)| OpenError::engine(part)(cause))
}

/// Makes a renaming last through a power cut, on the systems where a folder can be told to.
fn settle_folder(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent() {
        let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
        let _ = std::fs::File::open(folder).and_then(|folder| folder.sync_all());
    }
    #[cfg(not(unix))]
    let _ = path;
}

fn same_file(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
