//! Writing a file whole or not at all.

use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::ApiError;

/// Writes a file beside its place and moves it there, so that a full disk or a power cut leaves the old file or the
/// new one, never half of either. Makes the folder where it is missing.
///
/// # Errors
/// `file-not-written` with the reason of the system.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), ApiError> {
    folder_of(path)?;
    let part = beside(path, &format!(".{}.part", std::process::id()));
    let written = std::fs::File::create(&part)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| std::fs::rename(&part, path));
    if written.is_err() {
        let _ = std::fs::remove_file(&part);
    }
    written.map_err(|error| failed(path, error))
}

/// Moves a whole file to its place.
///
/// # Errors
/// `file-not-written` with the reason of the system.
pub fn rename(from: &Path, to: &Path) -> Result<(), ApiError> {
    std::fs::rename(from, to).map_err(|error| failed(to, error))
}

/// Makes the folder that a file is to stand in.
///
/// # Errors
/// `file-not-written` with the reason of the system.
pub fn folder_of(path: &Path) -> Result<(), ApiError> {
    match path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) => std::fs::create_dir_all(folder).map_err(|error| failed(path, error)),
        None => Ok(()),
    }
}

/// A file of the same name with something behind it.
pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    name.into()
}

fn failed(path: &Path, error: std::io::Error) -> ApiError {
    ApiError::refused("file-not-written").with("path", path.display()).with("reason", reason(error.kind()))
}

/// Why the system refused, as a word of the catalogue.
#[allow(clippy::wildcard_enum_match_arm, reason = "the standard library keeps its list of reasons open")]
pub fn reason(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "word.io-not-found",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "word.io-not-allowed",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "word.io-full",
        ErrorKind::IsADirectory => "word.io-folder",
        _ => "word.io-other",
    }
}

/// A path that a person typed: `~` stands for the user's own folder.
pub fn at_home(typed: &str) -> PathBuf {
    let rest = typed.strip_prefix("~/").or_else(|| typed.strip_prefix("~\\"));
    match (rest, directories::UserDirs::new()) {
        (Some(rest), Some(user)) => user.home_dir().join(rest),
        _ => PathBuf::from(typed),
    }
}
