//! Which way the crates point, and what is never done where: the absences that the architecture promises.

use std::collections::BTreeMap;

use renmian_domain::FindingCode;
use renmian_tests::repository::{files, top};

/// Which of our crates each of our crates may depend on.
const ALLOWED: [(&str, &[&str]); 7] = [
    ("domain", &[]),
    ("reading", &["domain"]),
    ("rules", &["domain"]),
    ("sample", &["domain"]),
    ("store", &["domain", "rules"]),
    ("forms", &["domain"]),
    ("api", &["domain", "reading", "rules", "store", "forms", "sample"]),
];

/// Our crates among the dependencies of a manifest, those for tests left out.
fn edges(manifest: &str) -> Vec<String> {
    let mut section = "";
    let mut edges = Vec::new();
    for line in manifest.lines() {
        if let Some(name) = line.trim().strip_prefix('[') {
            section = name.trim_end_matches(']');
        } else if section.ends_with("dependencies")
            && !section.contains("dev-dependencies")
            && let Some(name) = line.trim().strip_prefix("renmian-")
        {
            edges.push(name.split(['.', ' ', '=']).next().unwrap_or_default().to_owned());
        }
    }
    edges
}

#[test]
fn crates_point_one_way() {
    let allowed: BTreeMap<&str, &[&str]> = ALLOWED.into_iter().collect();
    let manifests = files("src-tauri/core", &["Cargo.toml"]);
    assert!(manifests.len() >= ALLOWED.len(), "a crate of the core has gone: {} manifests", manifests.len());
    for (path, manifest) in manifests {
        let name = path.parent().and_then(|folder| folder.file_name()).unwrap_or_default().to_string_lossy();
        let allowed = allowed.get(&*name).unwrap_or_else(|| panic!("say here what {name} may depend on"));
        for edge in edges(&manifest) {
            assert!(allowed.contains(&edge.as_str()), "{name} must not depend on {edge}");
        }
    }
}

#[test]
fn the_core_knows_no_window() {
    for (path, manifest) in
        files("src-tauri/core", &["Cargo.toml"]).into_iter().chain(files("src-tauri/cli", &["Cargo.toml"]))
    {
        for line in manifest.lines().map(str::trim) {
            let ours = line.starts_with("tauri") || line.starts_with("wry") || line.starts_with("gtk");
            assert!(!ours, "{}: {line}", path.display());
        }
    }
}

/// Asserts that none of `words` stands in code below `folder`; lines that are comments and tests behind
/// `#[cfg(test)]` may say them.
fn never(folder: &str, words: &[&str], why: &str) {
    let sources = files(folder, &[".rs"]);
    assert!(!sources.is_empty(), "{folder} has no source");
    for (path, text) in sources {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for (n, line) in code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//")) {
            for word in words {
                assert!(!line.contains(word), "{}:{}: {word}: {why}", path.display(), n + 1);
            }
        }
    }
}

#[test]
fn sql_stands_in_store_alone() {
    for (path, manifest) in files("src-tauri", &["Cargo.toml"]) {
        if !path.ends_with("store/Cargo.toml") {
            assert!(!manifest.contains("rusqlite"), "{} names rusqlite: SQL stands in store alone", path.display());
        }
    }
}

#[test]
fn what_is_pure_touches_no_file_no_clock_and_no_network() {
    for pure in ["domain", "reading", "rules", "sample"] {
        never(
            &format!("src-tauri/core/{pure}/src"),
            &["std::fs", "std::net", "Utc::now", "Local::now", "SystemTime", "Instant::now", "File::open", "std::env"],
            "given by the host, not taken",
        );
    }
}

#[test]
fn the_core_prints_nothing() {
    for part in ["domain", "reading", "rules", "sample", "store", "forms", "api"] {
        never(
            &format!("src-tauri/core/{part}/src"),
            &["println!", "eprintln!", "print!(", "dbg!("],
            "what is said to the clerk goes through a host",
        );
    }
}

#[test]
fn only_the_bridge_reaches_a_host_and_only_the_kit_names_the_components() {
    let own = |path: &std::path::Path, folder: &str| path.starts_with(top().join("ui").join(folder));
    for (path, text) in files("ui", &[".ts", ".vue", ".tsx", ".js"]) {
        let imports = || text.lines().filter(|line| line.contains("import") || line.contains("require("));
        let config = path.file_name().is_some_and(|name| name.to_string_lossy().contains("config"));
        assert!(
            config || own(&path, "bridge") || !imports().any(|line| line.contains("@tauri-apps")),
            "{} imports @tauri-apps: only ui/bridge reaches a host",
            path.display()
        );
        assert!(
            config || own(&path, "kit") || !imports().any(|line| line.contains("element-plus")),
            "{} imports element-plus: only ui/kit names the component library",
            path.display()
        );
    }
}

fn catalogue(language: &str) -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(top().join(format!("src-tauri/core/domain/text/{language}.json")))
        .expect("the catalogue stands beside the domain");
    serde_json::from_str(&text).expect("the catalogue is JSON of sentences")
}

/// The codes of findings as the domain lists them.
fn finding_codes() -> Vec<String> {
    let source = std::fs::read_to_string(top().join("src-tauri/core/domain/src/finding.rs")).expect("the findings");
    let list = source.split_once("pub enum FindingCode {").and_then(|(_, rest)| rest.split_once("\n}"));
    let (list, _) = list.expect("the list of codes");
    let names = list.lines().map(str::trim).filter(|line| line.starts_with(char::is_uppercase));
    names
        .map(|name| {
            let mut key = String::new();
            for c in name.trim_end_matches(',').chars() {
                if c.is_uppercase() && !key.is_empty() {
                    key.push('-');
                }
                key.push(c.to_ascii_lowercase());
            }
            key
        })
        .collect()
}

#[test]
fn every_finding_has_its_sentence_in_both_languages() {
    let codes = finding_codes();
    assert!(codes.contains(&FindingCode::NotUnderstood.key()) && codes.len() > 20, "the codes are: {codes:?}");
    for language in ["zh-CN", "en"] {
        let catalogue = catalogue(language);
        for code in &codes {
            let key = format!("finding.{code}");
            assert!(catalogue.get(&key).is_some_and(|sentence| !sentence.is_empty()), "{language} lacks {key}");
        }
    }
}

#[test]
fn both_catalogues_have_the_same_keys_and_words() {
    let (chinese, english) = (catalogue("zh-CN"), catalogue("en"));
    let keys = |catalogue: &BTreeMap<String, String>| catalogue.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&chinese), keys(&english), "a sentence is missing in one language");
    let words = |sentence: &str| {
        let mut words: Vec<String> =
            sentence.split('{').skip(1).filter_map(|rest| rest.split('}').next()).map(str::to_owned).collect();
        words.sort();
        words.dedup();
        words
    };
    for (key, sentence) in &chinese {
        assert_eq!(words(sentence), words(&english[key]), "{key} takes other words in the other language");
    }
}
