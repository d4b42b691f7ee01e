//! Why a file was not read or not made. A code and words for its sentence, which stands in the catalogue; nothing of
//! the file's contents is in either.

use std::collections::BTreeMap;

use renmian_domain::say::{Language, say};

/// What kept a file from being read or made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FormError {
    /// The file has no byte, or its text has no character.
    #[error("the file holds no text")]
    Empty,
    /// Neither text nor a form that is known.
    #[error("the file is no text in a known encoding")]
    NotText,
    /// The file is larger than is read; the words give the bound in megabytes.
    #[error("the file is larger than {megabytes} MB")]
    TooLarge {
        /// The bound.
        megabytes: u64,
    },
    /// What the file unpacks to, its depth, its pages or its text go beyond the limits.
    #[error("the contents of the file go beyond the limits")]
    BeyondLimits,
    /// The form is known, its inside is broken.
    #[error("the file is damaged")]
    Damaged,
    /// A file of another kind; the words name it (an ending, never the whole name).
    #[error("files of this kind are not read")]
    FormUnknown,
    /// A password protects it.
    #[error("the file is protected by a password")]
    Encrypted,
    /// Pictures of pages without text.
    #[error("the file holds pictures of pages, not text")]
    Scanned,
    /// No row of the table names its columns.
    #[error("the table has no row that names its columns")]
    TableHeadMissing,
    /// The table has more rows than are read; the words give the bound.
    #[error("the table has more than {rows} rows")]
    TableTooLong {
        /// The bound.
        rows: usize,
    },
    /// The file could not be made.
    #[error("the file could not be made")]
    NotMade,
}

impl FormError {
    /// The key of its sentence in the catalogue.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "error.paper-empty",
            Self::NotText => "error.paper-not-text",
            Self::TooLarge { .. } => "error.paper-too-large",
            Self::BeyondLimits => "error.paper-beyond-limits",
            Self::Damaged => "error.paper-damaged",
            Self::FormUnknown => "error.paper-form-unknown",
            Self::Encrypted => "error.paper-encrypted",
            Self::Scanned => "error.paper-scanned",
            Self::TableHeadMissing => "error.table-head-missing",
            Self::TableTooLong { .. } => "error.table-too-long",
            Self::NotMade => "error.form-not-made",
        }
    }

    /// The words that its sentence needs.
    pub fn words(&self) -> BTreeMap<String, String> {
        let mut words = BTreeMap::new();
        match self {
            Self::TooLarge { megabytes } => {
                words.insert("megabytes".to_owned(), megabytes.to_string());
            }
            Self::TableTooLong { rows } => {
                words.insert("rows".to_owned(), rows.to_string());
            }
            Self::Empty
            | Self::NotText
            | Self::BeyondLimits
            | Self::Damaged
            | Self::FormUnknown
            | Self::Encrypted
            | Self::Scanned
            | Self::TableHeadMissing
            | Self::NotMade => {}
        }
        words
    }

    /// The whole sentence: what it is, and what to do.
    pub fn sentence(&self, language: Language) -> String {
        say(language, self.key(), &self.words())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use renmian_domain::say::has;

    #[test]
    fn every_error_has_its_sentence_in_both_languages() {
        let all = [
            FormError::Empty,
            FormError::NotText,
            FormError::TooLarge { megabytes: 64 },
            FormError::BeyondLimits,
            FormError::Damaged,
            FormError::FormUnknown,
            FormError::Encrypted,
            FormError::Scanned,
            FormError::TableHeadMissing,
            FormError::TableTooLong { rows: 9 },
            FormError::NotMade,
        ];
        for error in all {
            for language in [Language::Chinese, Language::English] {
                assert!(has(language, error.key()), "{} has a sentence in {language:?}", error.key());
                assert!(!error.sentence(language).contains('{'), "{} leaves no word open", error.key());
            }
        }
    }
}
