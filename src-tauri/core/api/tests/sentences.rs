//! Every refusal that the api can give has a sentence in both languages.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::path::{Path, PathBuf};

use renmian_domain::say::{Language, has};

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

#[test]
fn every_refusal_has_its_sentence() {
    let core = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let cli = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../cli/src");
    let mut files = Vec::new();
    sources(&core, &mut files);
    sources(&cli, &mut files);
    let mut codes = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).unwrap();
        for maker in ["ApiError::refused(\"", "ApiError::usage(\"", "ApiError::register(\""] {
            for part in text.split(maker).skip(1) {
                codes.push(part.split('"').next().unwrap().to_owned());
            }
        }
    }
    assert!(codes.len() > 20, "the codes were found in the source");
    for code in codes {
        for language in [Language::Chinese, Language::English] {
            assert!(has(language, &format!("error.{code}")), "error.{code} has a sentence in {language:?}");
        }
    }
}
