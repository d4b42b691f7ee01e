//! A zip package, read part by part within limits: entries, unpacked bytes in all, and growth of each part. Sizes
//! that the package states are never believed; what comes out is counted.

use std::collections::HashMap;
use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use crate::error::FormError;
use crate::limits::Limits;

/// Growth is not judged before a part is this large: a short part of one repeated letter is no bomb.
const RATIO_FROM: u64 = 1 << 20;

/// The mark before each entry in the directory of a zip file.
const ENTRY_MARK: &[u8; 4] = b"PK\x01\x02";

/// A package opened over the bytes of a file.
pub(crate) struct Package<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    /// Where each part stands, by its plain name.
    parts: HashMap<String, usize>,
    left: u64,
    ratio: u64,
}

impl<'a> Package<'a> {
    /// Opens the directory of the package.
    pub fn open(bytes: &'a [u8], limits: &Limits) -> Result<Self, FormError> {
        // Counted before the library builds its table, which takes some hundred bytes an entry.
        if bytes.windows(4).filter(|window| window == ENTRY_MARK).take(limits.package_entries + 1).count()
            > limits.package_entries
        {
            return Err(FormError::BeyondLimits);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FormError::Damaged)?;
        if archive.len() > limits.package_entries {
            return Err(FormError::BeyondLimits);
        }
        let names = (0..archive.len()).filter_map(|at| Some((plain(&archive.name_for_index(at)?.ok()?), at)));
        let parts = names.collect();
        Ok(Self { archive, parts, left: limits.unpacked_bytes, ratio: limits.unpack_ratio })
    }

    /// The names of all parts in small letters, without a slash at the front.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// Whether there is a part of this name, whatever the case of its letters.
    pub fn has(&self, name: &str) -> bool {
        self.parts.contains_key(&plain(name))
    }

    /// The bytes of a part; `None` where the package has none of this name.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, FormError> {
        match self.parts.get(&plain(name)) {
            Some(at) => self.unpack(*at).map(Some),
            None => Ok(None),
        }
    }

    fn unpack(&mut self, at: usize) -> Result<Vec<u8>, FormError> {
        let mut file = match self.archive.by_index(at) {
            Ok(file) => file,
            Err(ZipError::UnsupportedArchive(what)) if what == ZipError::PASSWORD_REQUIRED => {
                return Err(FormError::Encrypted);
            }
            Err(_) => return Err(FormError::Damaged),
        };
        if file.encrypted() {
            return Err(FormError::Encrypted);
        }
        let grown = file.compressed_size().saturating_mul(self.ratio).max(RATIO_FROM);
        let bound = self.left.min(grown);
        let mut bytes = Vec::new();
        file.by_ref().take(bound + 1).read_to_end(&mut bytes).map_err(|_| FormError::Damaged)?;
        let count = bytes.len() as u64;
        if count > bound {
            return Err(FormError::BeyondLimits);
        }
        self.left -= count;
        Ok(bytes)
    }

    /// Unpacks every part and drops it, so that a library which unpacks by itself can be trusted with the package.
    pub fn measure(mut self) -> Result<(), FormError> {
        for at in 0..self.archive.len() {
            self.unpack(at)?;
        }
        Ok(())
    }
}

/// The name as it is compared: some programs write the slashes of Windows, or one at the front.
fn plain(name: &str) -> String {
    name.replace('\\', "/").trim_start_matches('/').to_ascii_lowercase()
}
