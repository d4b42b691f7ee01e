//! Who writes: one window at a time, by an advisory lock on a file beside the register.
//! The lock is the system's and ends with the program, however that ends; the file alone locks nothing.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::OpenError;

/// The right to write, until dropped.
#[derive(Debug)]
pub(crate) struct WriteLock {
    // Held for its lock only.
    _file: File,
    path: PathBuf,
}

impl WriteLock {
    /// Takes the right to write to `register`, or says that another has it.
    pub(crate) fn take(register: &Path) -> Result<Self, OpenError> {
        let path = beside(register, "-lock");
        // A window that closes removes the file; one more turn each time that happens between opening and locking.
        for _ in 0..8 {
            let file = match OpenOptions::new().create(true).truncate(false).write(true).open(&path) {
                Ok(file) => file,
                Err(error) if error.kind() == std::io::ErrorKind::PermissionDenied => {
                    return Err(OpenError::ReadOnly(register.to_owned()));
                }
                Err(error) if error.kind() == std::io::ErrorKind::ReadOnlyFilesystem => {
                    return Err(OpenError::ReadOnly(register.to_owned()));
                }
                Err(error) => return Err(OpenError::system(register)(error)),
            };
            match file.try_lock() {
                Ok(()) if still_there(&file, &path) => return Ok(Self { _file: file, path }),
                Ok(()) => continue,
                Err(TryLockError::WouldBlock) => return Err(OpenError::Locked(register.to_owned())),
                Err(TryLockError::Error(error)) => return Err(OpenError::system(register)(error)),
            }
        }
        Err(OpenError::Locked(register.to_owned()))
    }
}

impl Drop for WriteLock {
    fn drop(&mut self) {
        // Removed while still locked, so that nobody locks a file that is about to go. One left behind does no harm.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(unix)]
fn still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let same = |a: &std::fs::Metadata, b: &std::fs::Metadata| (a.dev(), a.ino()) == (b.dev(), b.ino());
    matches!((&file.metadata(), &std::fs::metadata(path)), (Ok(held), Ok(named)) if same(held, named))
}

#[cfg(not(unix))]
fn still_there(_file: &File, path: &Path) -> bool {
    path.exists()
}

/// The path with something behind its whole name: `a.renmian` and `-lock` give `a.renmian-lock`.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}
