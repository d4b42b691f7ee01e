//! Originals laid out for the system's own programs: in a folder that only this user can read and that is gone with the
//! program, under a name of our own. Only kinds of file that the register reads are laid out, each under the ending of
//! what it holds, whatever it was called: nothing that a system would run, and no web page, whose scripts it would.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use renmian_forms::{Limits, ending_of};
use tempfile::TempDir;

use crate::ApiError;
use crate::session::Session;
use crate::types::OrderQuery;

/// The folder, once something lies in it, and how much.
#[derive(Debug, Default)]
pub(crate) struct LaidOut(Mutex<Option<(TempDir, usize)>>);

impl LaidOut {
    fn lay(&self, ending: &str, bytes: &[u8]) -> std::io::Result<PathBuf> {
        let mut folder = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if folder.is_none() {
            *folder = Some((private_folder()?, 0));
        }
        let Some((folder, count)) = folder.as_mut() else { return Err(std::io::ErrorKind::Other.into()) };
        *count += 1;
        let path = folder.path().join(format!("原件{count}.{ending}"));
        std::fs::write(&path, bytes)?;
        // What is changed in a copy would be lost without a word: it can only be looked at.
        #[cfg(unix)]
        std::fs::set_permissions(&path, std::os::unix::fs::PermissionsExt::from_mode(0o400))?;
        Ok(path)
    }
}

/// On Windows the user's own temporary folder is private already.
fn private_folder() -> std::io::Result<TempDir> {
    let mut folder = tempfile::Builder::new();
    folder.prefix("renmian-");
    #[cfg(unix)]
    folder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    folder.tempdir()
}

impl Session {
    /// Writes the original kept with an order where a program of the system can open it.
    ///
    /// # Errors
    /// `original-none`, `original-kind` where its kind is not opened; `original-not-laid-out`.
    pub fn lay_out_original(&self, request: OrderQuery) -> Result<PathBuf, ApiError> {
        let original = self.kept_original(request.id)?;
        let ending = ending_of(&original.name, &original.bytes, &Limits::default());
        let ending = ending.ok_or_else(|| ApiError::refused("original-kind"))?;
        self.laid_out.lay(ending, &original.bytes).map_err(|_| ApiError::refused("original-not-laid-out"))
    }

    /// Takes away what was laid out.
    pub fn clear_laid_out(&self) {
        *self.laid_out.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
