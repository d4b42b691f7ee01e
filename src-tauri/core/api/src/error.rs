//! What a host is told when something cannot be done: a code and the words for its sentence. The sentence is in the
//! catalogue under `error.<code>` and says what to do next. No name of a person is ever among the words.

use std::collections::BTreeMap;

use renmian_domain::say::{Language, say};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What kind of failure it is; decides the exit code of the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Trouble {
    /// Refused, or something was found wrong.
    Refused,
    /// The request makes no sense.
    Usage,
    /// The register cannot be opened or written.
    Register,
}

/// A refusal or a failure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{code}")]
pub struct ApiError {
    /// The key of its sentence, without `error.`.
    pub code: String,
    /// The words for its sentence.
    pub words: BTreeMap<String, String>,
    /// What kind of failure it is.
    pub trouble: Trouble,
}

impl ApiError {
    /// A refusal.
    pub fn refused(code: &str) -> Self {
        Self { code: code.to_owned(), words: BTreeMap::new(), trouble: Trouble::Refused }
    }

    /// A request that makes no sense.
    pub fn usage(code: &str) -> Self {
        Self { trouble: Trouble::Usage, ..Self::refused(code) }
    }

    /// A register that cannot be opened or written.
    pub fn register(code: &str) -> Self {
        Self { trouble: Trouble::Register, ..Self::refused(code) }
    }

    /// With a word for its sentence.
    pub fn with(mut self, key: &str, value: impl ToString) -> Self {
        self.words.insert(key.to_owned(), value.to_string());
        self
    }

    /// Its sentence.
    pub fn sentence(&self, language: Language) -> String {
        say(language, &format!("error.{}", self.code), &self.words)
    }
}
