//! What can go wrong, as a code and words for its sentence in the catalogue (`error.…`).
//! No error carries a name, a title or a number out of the register, only places and counts.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use renmian_domain::OrderId;

/// Why a register could not be opened, made, copied or put back. The file is left byte for byte as it was.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no such file.
    #[error("no register at {}", .0.display())]
    Missing(PathBuf),
    /// There is a file, and it is no register.
    #[error("not a register: {}", .0.display())]
    Foreign(PathBuf),
    /// Made by a later version of the program.
    #[error("register of a later version ({version}): {}", path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        version: i32,
    },
    /// Made by an earlier version and not yet upgraded, which only write access does.
    #[error("register of an earlier version ({version}): {}", path.display())]
    Older {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        version: i32,
    },
    /// A register whose pages or rows do not hold together.
    #[error("damaged register: {}", .0.display())]
    Damaged(PathBuf),
    /// Another window or program writes to it.
    #[error("register in use: {}", .0.display())]
    Locked(PathBuf),
    /// It may be read but not written.
    #[error("register is read-only: {}", .0.display())]
    ReadOnly(PathBuf),
    /// A file of this name is there already.
    #[error("file exists: {}", .0.display())]
    Exists(PathBuf),
    /// The copy from which to put back does not verify.
    #[error("copy does not verify: {}", .0.display())]
    Unsound(PathBuf),
    /// The system refused to read, write or rename.
    #[error("{}: {cause}", path.display())]
    System {
        /// The file.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The database engine refused.
    #[error("{}: {cause}", path.display())]
    Engine {
        /// The file.
        path: PathBuf,
        /// What the engine said.
        cause: rusqlite::Error,
    },
}

impl OpenError {
    /// Its key in the catalogue.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Missing(_) => "error.register-missing",
            Self::Foreign(_) => "error.register-foreign",
            Self::Newer { .. } => "error.register-newer",
            Self::Older { .. } => "error.register-older",
            Self::Damaged(_) => "error.register-damaged",
            Self::Locked(_) => "error.register-locked",
            Self::ReadOnly(_) => "error.register-read-only",
            Self::Exists(_) => "error.file-exists",
            Self::Unsound(_) => "error.copy-unsound",
            Self::System { .. } => "error.file-system",
            Self::Engine { .. } => "error.register-engine",
        }
    }

    /// The file that it speaks of.
    pub fn path(&self) -> &Path {
        match self {
            Self::Missing(path)
            | Self::Foreign(path)
            | Self::Damaged(path)
            | Self::Locked(path)
            | Self::ReadOnly(path)
            | Self::Exists(path)
            | Self::Unsound(path)
            | Self::Newer { path, .. }
            | Self::Older { path, .. }
            | Self::System { path, .. }
            | Self::Engine { path, .. } => path,
        }
    }

    /// The words for its sentence.
    pub fn words(&self) -> BTreeMap<String, String> {
        let mut words = BTreeMap::from([("file".to_owned(), self.path().display().to_string())]);
        if let Self::System { cause, .. } = self {
            words.insert("cause".to_owned(), cause.to_string());
        }
        words
    }

    pub(crate) fn system(path: &Path) -> impl Fn(std::io::Error) -> Self {
        move |cause| Self::System { path: path.to_owned(), cause }
    }

    /// What a refused act says about the file: the engine's own trouble, else that its rows do not hold together.
    pub(crate) fn store(path: &Path) -> impl Fn(StoreError) -> Self {
        move |error| {
            if let StoreError::Engine(cause) = error {
                Self::engine(path)(cause)
            } else {
                Self::Damaged(path.to_owned())
            }
        }
    }

    /// What the engine says about a file's content, told apart from what it says about access to it.
    pub(crate) fn engine(path: &Path) -> impl Fn(rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        move |cause| {
            let path = path.to_owned();
            match cause.sqlite_error_code() {
                _ if is_damage(&cause) => Self::Damaged(path),
                Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Locked(path),
                Some(Code::ReadOnly | Code::PermissionDenied) => Self::ReadOnly(path),
                _ => Self::Engine { path, cause },
            }
        }
    }
}

/// Whether the engine, or a value that a column of ours cannot have, says that the file is not as we wrote it.
fn is_damage(error: &rusqlite::Error) -> bool {
    use rusqlite::ffi::SQLITE_ERROR;
    use rusqlite::{Error, ErrorCode as Code};
    // Our own statements are right for our own schema: one that makes no sense has met another.
    matches!(
        error,
        Error::FromSqlConversionFailure(..)
            | Error::IntegralValueOutOfRange(..)
            | Error::InvalidColumnType(..)
            | Error::SqlInputError { .. }
    ) || error.sqlite_error().is_some_and(|inner| {
        // The engine's plain error speaks of the statement: a table or a column that is not there.
        matches!(inner.code, Code::DatabaseCorrupt | Code::NotADatabase) || inner.extended_code == SQLITE_ERROR
    })
}

/// Why an act was refused or a question not answered. Nothing of a refused act is kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The register was opened to look only.
    #[error("opened to look only")]
    LookOnly,
    /// The paper is in the register already.
    #[error("order known")]
    Known(OrderId),
    /// Whom or which post an item means is not settled (rule 12). Counted from 0.
    #[error("item {0} is unclear")]
    Unclear(usize),
    /// Items and what they mean do not belong together.
    #[error("resolution does not fit")]
    Misfit,
    /// Something is named that the register does not have.
    #[error("no such row")]
    Unknown,
    /// The same thing is there already.
    #[error("twice")]
    Twice,
    /// A name, a title or the like is empty.
    #[error("blank")]
    Blank,
    /// The units above a unit would lead back to itself.
    #[error("a unit above itself")]
    Loop,
    /// Held since a day that is not before the day on which it ends or was seen. Counted from 0.
    #[error("entry {0} begins after it is seen to be held")]
    Backwards(usize),
    /// Since when is given for an item whose own day is not known. Counted from 0.
    #[error("entry {0} has no day")]
    DayUnknown(usize),
    /// An act that the clerk must give a reason for has none.
    #[error("no reason given")]
    WhyMissing,
    /// The act cannot be taken back: others that stand were recorded after it, or it does not stand itself.
    #[error("not the last act that stands")]
    NotLast,
    /// The unit or the post has ended by that day.
    #[error("ended")]
    Ended,
    /// A renaming that does not begin with the name before it, or leave the name after it.
    #[error("names do not follow each other")]
    NamesBroken,
    /// The order was corrected or revoked already.
    #[error("the order is not in force")]
    NotInForce,
    /// The order to be reinstated was not revoked.
    #[error("the order is not revoked")]
    NotRevoked,
    /// A record is said to be of the same person as itself, or of another.
    #[error("one record, not two")]
    SamePerson,
    /// Nothing was chosen that is of the other person.
    #[error("nothing chosen")]
    NothingChosen,
    /// A text or a file over the limit, in bytes.
    #[error("over {0} bytes")]
    TooLarge(usize),
    /// The file does not hold together; it should be verified.
    #[error("the register is damaged")]
    Damaged,
    /// The disk is full or the file was taken away.
    #[error("{0}")]
    Engine(rusqlite::Error),
}

impl StoreError {
    /// Its key in the catalogue.
    pub fn key(&self) -> &'static str {
        match self {
            Self::LookOnly => "error.look-only",
            Self::Known(_) => "error.order-known",
            Self::Unclear(_) => "error.item-unclear",
            Self::Misfit => "error.misfit",
            Self::Unknown => "error.not-found",
            Self::Twice => "error.twice",
            Self::Blank => "error.blank",
            Self::Loop => "error.unit-loop",
            Self::Backwards(_) => "error.backwards",
            Self::DayUnknown(_) => "error.day-unknown",
            Self::WhyMissing => "error.why-missing",
            Self::NotLast => "error.not-last",
            Self::Ended => "error.ended",
            Self::NamesBroken => "error.names-broken",
            Self::NotInForce => "error.not-in-force",
            Self::NotRevoked => "error.not-revoked",
            Self::SamePerson => "error.same-person",
            Self::NothingChosen => "error.nothing-chosen",
            Self::TooLarge(_) => "error.too-large",
            Self::Damaged => "error.store-damaged",
            Self::Engine(_) => "error.store-engine",
        }
    }

    /// The words for its sentence: items are counted from 1 as clerks do.
    pub fn words(&self) -> BTreeMap<String, String> {
        let word = |key: &str, value: String| BTreeMap::from([(key.to_owned(), value)]);
        match self {
            Self::Unclear(item) | Self::Backwards(item) | Self::DayUnknown(item) => {
                word("item", (item + 1).to_string())
            }
            Self::TooLarge(limit) => word("limit", (limit / (1024 * 1024)).to_string()),
            Self::LookOnly
            | Self::Known(_)
            | Self::Misfit
            | Self::Unknown
            | Self::Twice
            | Self::Blank
            | Self::Loop
            | Self::WhyMissing
            | Self::NotLast
            | Self::Ended
            | Self::NamesBroken
            | Self::NotInForce
            | Self::NotRevoked
            | Self::SamePerson
            | Self::NothingChosen
            | Self::Damaged
            | Self::Engine(_) => BTreeMap::new(),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY;
        match error.sqlite_error() {
            _ if is_damage(&error) => Self::Damaged,
            _ if matches!(error, rusqlite::Error::QueryReturnedNoRows) => Self::Unknown,
            Some(inner) if inner.extended_code == SQLITE_CONSTRAINT_FOREIGNKEY => Self::Unknown,
            Some(_) | None => Self::Engine(error),
        }
    }
}

#[cfg(test)]
mod tests {
    use renmian_domain::say::{Language, say};

    use super::*;
    use crate::Fault;

    #[test]
    fn every_refusal_has_its_sentence_in_both_languages() {
        let path = || PathBuf::from("台账.renmian");
        let engine = || rusqlite::Error::InvalidQuery;
        let opening = [
            OpenError::Missing(path()),
            OpenError::Foreign(path()),
            OpenError::Newer { path: path(), version: 9 },
            OpenError::Older { path: path(), version: 1 },
            OpenError::Damaged(path()),
            OpenError::Locked(path()),
            OpenError::ReadOnly(path()),
            OpenError::Exists(path()),
            OpenError::Unsound(path()),
            OpenError::System { path: path(), cause: std::io::ErrorKind::StorageFull.into() },
            OpenError::Engine { path: path(), cause: engine() },
        ];
        let storing = [
            StoreError::LookOnly,
            StoreError::Known(OrderId(1)),
            StoreError::Unclear(0),
            StoreError::Misfit,
            StoreError::Unknown,
            StoreError::Twice,
            StoreError::Blank,
            StoreError::Loop,
            StoreError::Backwards(1),
            StoreError::DayUnknown(2),
            StoreError::WhyMissing,
            StoreError::NotLast,
            StoreError::Ended,
            StoreError::NamesBroken,
            StoreError::NotInForce,
            StoreError::NotRevoked,
            StoreError::SamePerson,
            StoreError::NothingChosen,
            StoreError::TooLarge(1024 * 1024),
            StoreError::Damaged,
            StoreError::Engine(engine()),
        ];
        let (table, row, act) = (String::from("item"), 1, 1);
        let faults = [
            Fault::Pages(String::new()),
            Fault::Schema { object: String::new() },
            Fault::Reference { table: table.clone(), row },
            Fault::Chain { act },
            Fault::ActGone { act },
            Fault::Changed { table: table.clone(), row, act },
            Fault::Gone { table: table.clone(), row, act },
            Fault::Added { table, row, act },
            Fault::Tenures { missing: 1, surplus: 2 },
        ];
        let sentences = (opening.iter().map(|error| (error.key(), error.words())))
            .chain(storing.iter().map(|error| (error.key(), error.words())))
            .chain(faults.iter().map(|fault| (fault.key(), fault.words())));
        for (key, words) in sentences {
            for language in [Language::Chinese, Language::English] {
                let sentence = say(language, key, &words);
                assert!(sentence != key && !sentence.contains('{'), "{key} in {language:?}: {sentence}");
            }
        }
    }
}
