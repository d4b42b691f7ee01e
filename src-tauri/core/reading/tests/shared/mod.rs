//! The papers with their right readings, where they stand beside the repository.
#![allow(dead_code)] // each test takes what it needs

use std::path::{Path, PathBuf};

use renmian_domain::Item;
use serde_json::Value;

/// The folder of shared papers: `RENMIAN_SHARED`, or `shared` beside the workspace. `None`, and a word, where absent.
pub fn folder() -> Option<PathBuf> {
    let named = std::env::var_os("RENMIAN_SHARED").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|above| above.join("shared"));
    let found = named.into_iter().chain(beside).find(|folder| folder.join("gazette.txt").is_file());
    if found.is_none() {
        eprintln!("skipped: the shared papers are not beside the repository");
    }
    found
}

/// Person, kind, organisation, title.
pub type Key = (String, String, Option<String>, String);

/// The right reading of an item.
pub struct WantedItem {
    pub key: Key,
    pub flags: Vec<Value>,
}

/// The right reading of a paper.
pub struct Wanted {
    pub number: Option<String>,
    pub issuer: Option<String>,
    pub issued_on: Option<String>,
    pub items: Vec<WantedItem>,
}

/// The key of an item.
pub fn key(item: &Item) -> Key {
    let kind =
        serde_json::to_value(item.kind).ok().and_then(|kind| kind.as_str().map(str::to_owned)).unwrap_or_default();
    (item.person.name.clone(), kind, item.post.organisation.clone(), item.post.title.clone())
}

/// Gender, nationality and the fields that a bracket or a qualifier fills.
pub fn flags(item: &Value) -> Vec<Value> {
    let truthy = |value: &Value| if *value == Value::Bool(false) { Value::Null } else { value.clone() };
    let person = &item["person"];
    let mut flags = vec![person["gender"].clone(), person["ethnicity"].clone()];
    for field in ["concurrent", "acting", "secondment", "probation_months", "term_months", "effective_on"] {
        flags.push(truthy(&item[field]));
    }
    flags
}

/// The right reading beside a paper.
pub fn wanted(path: &Path) -> Vec<Wanted> {
    let text = std::fs::read_to_string(path).expect("the right reading stands beside its paper");
    let value: Value = serde_json::from_str(&text).expect("the right reading is JSON");
    let word = |value: &Value| value.as_str().map(str::to_owned);
    let papers = value["papers"].as_array().cloned().unwrap_or_default();
    papers
        .iter()
        .map(|paper| Wanted {
            number: word(&paper["number"]["text"]),
            issuer: word(&paper["issuer"]),
            issued_on: word(&paper["issued_on"]),
            items: paper["items"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|item| WantedItem {
                    key: (
                        word(&item["person"]["name"]).unwrap_or_default(),
                        word(&item["kind"]).unwrap_or_default(),
                        word(&item["post"]["organisation"]),
                        word(&item["post"]["title"]).unwrap_or_default(),
                    ),
                    flags: flags(item),
                })
                .collect(),
        })
        .collect()
}

/// An item in one line: name, kind, unit and title.
pub fn said(item: &Item) -> String {
    let kind = serde_json::to_value(item.kind).unwrap_or_default();
    let unit = item.post.organisation.as_deref().unwrap_or("-");
    format!("{} {} {unit}/{}", item.person.name, kind.as_str().unwrap_or_default(), item.post.title)
}
