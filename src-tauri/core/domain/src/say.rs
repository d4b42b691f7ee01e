//! Sentences for codes. Each is written once, in `text/<language>.json` beside this crate; the window's catalogue
//! takes the same files. `{name}` in a sentence stands for the word of that name.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A language of the catalogue.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub enum Language {
    /// 简体中文
    #[default]
    #[serde(rename = "zh-CN")]
    Chinese,
    /// English
    #[serde(rename = "en")]
    English,
}

type Catalogue = BTreeMap<String, String>;

fn catalogue(language: Language) -> &'static Catalogue {
    static CHINESE: OnceLock<Catalogue> = OnceLock::new();
    static ENGLISH: OnceLock<Catalogue> = OnceLock::new();
    let parse = |text: &str| serde_json::from_str(text).unwrap_or_default();
    match language {
        Language::Chinese => CHINESE.get_or_init(|| parse(include_str!("../text/zh-CN.json"))),
        Language::English => ENGLISH.get_or_init(|| parse(include_str!("../text/en.json"))),
    }
}

/// The sentence under `key` with its words put in. A key without a sentence is given back as it is, which a test
/// over all codes keeps from happening. A word that is itself a key of the catalogue (`word.number`) is said in the
/// language of the sentence.
pub fn say(language: Language, key: &str, words: &BTreeMap<String, String>) -> String {
    let Some(sentence) = catalogue(language).get(key) else {
        return key.to_owned();
    };
    let mut said = sentence.clone();
    for (name, word) in words {
        let word = word.strip_prefix("word.").and_then(|_| catalogue(language).get(word)).unwrap_or(word);
        said = said.replace(&format!("{{{name}}}"), word);
    }
    said
}

/// Whether the catalogue has a sentence under `key`.
pub fn has(language: Language, key: &str) -> bool {
    catalogue(language).contains_key(key)
}
