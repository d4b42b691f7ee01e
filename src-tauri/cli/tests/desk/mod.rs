//! A register in a folder of its own, and the program run on it as a terminal would.

#![allow(dead_code, clippy::unwrap_used, reason = "each test file takes what it needs; a broken desk is a broken test")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// An order of an invented county: one person appointed on probation, two dismissed.
pub const PAPER: &str = "青政人〔2023〕3号

青云县人民政府
关于贺启明等同志职务任免的通知

各乡镇人民政府，县政府各部门、各直属机构：
经县人民政府研究决定：
贺启明同志任县财政局副局长（试用期一年），免去其县审计局总审计师职务；
免去余静怡同志（女）县财政局副局长职务。

青云县人民政府
2023年2月28日
";

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
