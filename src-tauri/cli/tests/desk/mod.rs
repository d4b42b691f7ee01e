//! A register in a folder of its own, and the program run on it as a terminal would.

#![allow(dead_code, clippy::unwrap_used, reason = "each test file takes what it needs; a broken desk is a broken test")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

pub struct Desk {
    pub folder: tempfile::TempDir,
}

impl Desk {
    pub fn new() -> Self {
        let desk = Self { folder: tempfile::tempdir().unwrap() };
        assert_eq!(desk.run(&["init", "--place", "青云县"]).status.code(), Some(0), "an empty register is made");
        desk
    }

    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    pub fn register(&self) -> PathBuf {
        self.folder.path().join("register.renmian")
    }

    pub fn run(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    pub fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_renmian"));
        command.env("RENMIAN_HOME", self.folder.path().join("home"));
        command.arg("--register").arg(self.register()).args(arguments);
        command
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let output = self.run(&[&["--json"], arguments].concat());
        serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{arguments:?} gives one JSON document"))
    }
}

pub fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

pub fn sentence(output: &Output) -> String {
    let said = String::from_utf8(output.stderr.clone()).unwrap();
    assert!(!said.contains("panicked"), "no panic: {said}");
    said
}
