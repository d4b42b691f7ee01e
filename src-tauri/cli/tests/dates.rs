//! A date is never shown as more than is known: a month stays a month, a year a year, and what is only known to be no
//! later than a day says so, from the paper and the roster that it came from to every answer and every form.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    }

    /// What a command says on standard output; it may find something wrong, but it is done.
    fn says(&self, arguments: &[&str]) -> String {
        let output = Command::new(env!("CARGO_BIN_EXE_renmian"))
            .env("RENMIAN_HOME", self.folder.path().join("home"))
            .arg("--register")
            .arg(self.folder.path().join("register.renmian"))
            .args(arguments)
            .output()
            .unwrap();
        let said = String::from_utf8(output.stdout).unwrap();
        let done = matches!(output.status.code(), Some(0 | 1));
        assert!(done, "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        said
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.says(&[&["--json"], arguments].concat())).unwrap()
    }
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

const ROSTER: &str = "青云县干部名册（截至2018年12月31日）,,,\n单位,职务,姓名,任现职时间\n\
    县财政局,局长,周青,2015.03\n县审计局,局长,吕和,\n县统计局,局长,施敏,2016\n";

const PAPER: &str = "青政人〔2020〕8号

青云县人民政府
关于韩川同志任职的通知

各乡镇人民政府，县政府各部门、各直属机构：
经县人民政府研究决定：
韩川同志任县水利局局长（试用期一年），任职时间从2020年6月起计算。

青云县人民政府
2020年7月9日
";

/// A register of dates by the month, by the year, not known, and no later than a day.
fn desk() -> Desk {
    let desk = Desk { folder: tempfile::tempdir().unwrap() };
    desk.says(&["init", "--place", "青云县"]);
    desk.says(&["import", text(&desk.file("in.csv", ROSTER))]);
    desk.says(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    desk.says(&["organisation", "rename", "县财政局", "县财务局", "--on", "2019-03"]);
    desk.says(&["post-event", "seats", "县审计局", "局长", "1", "--on", "2019"]);
    desk.says(&["end", "施敏", "--cause", "retired", "--on", "2021-05"]);
    desk
}

#[test]
fn answers_say_what_is_known_and_no_more() {
    let desk = desk();
    let tenure = |name: &str| desk.json(&["person", name])["persons"][0]["tenures"][0].clone();
    let dates = |name: &str| {
        let tenure = tenure(name);
        json!([tenure["start"], tenure["no_later_than"], tenure["end"], tenure["probation_ends"]])
    };
    assert_eq!(dates("周青"), json!(["2015-03", null, null, null]), "a start by the month");
    assert_eq!(dates("吕和"), json!([null, "2018-12-31", null, null]), "a start that nobody knows");
    assert_eq!(dates("施敏"), json!(["2016", null, "2021-05", null]), "a start by the year, an end by the month");
    assert_eq!(dates("韩川"), json!(["2020-06", null, null, "2021-06"]), "what follows from a month is a month");
    let rows: Vec<Value> = desk.json(&["roster", "--on", "2020-12-31"])["rows"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| json!([row["name"], row["since"], row["no_later_than"]]))
        .collect();
    for row in [
        json!(["周青", "2015-03", null]),
        json!(["吕和", null, "2018-12-31"]),
        json!(["施敏", "2016", null]),
        json!(["韩川", "2020-06", null]),
    ] {
        assert!(rows.contains(&row), "{row} in {rows:?}");
    }
    assert_eq!(desk.json(&["post", "县审计局", "局长"])["holders"][0]["start"], json!(null));
    let due = desk.json(&["check", "--on", "2021-06-29"]);
    assert!(!due.to_string().contains("probation-overdue"), "a month is over on its last day: {due}");
    assert!(desk.json(&["check", "--on", "2021-06-30"]).to_string().contains("probation-overdue"));
}

#[test]
fn nothing_that_is_printed_or_written_makes_a_day_of_a_month() {
    let desk = desk();
    let file = |name: &str| desk.folder.path().join(name);
    let mut said = String::new();
    for arguments in [
        &["person", "周青"][..],
        &["person", "吕和"],
        &["person", "施敏"],
        &["person", "韩川"],
        &["post", "县财政局", "局长"],
        &["post", "县审计局", "局长"],
        &["roster", "--on", "2020-12-31"],
        &["order", "青政人〔2020〕8号"],
        &["check", "--on", "2022-01-01"],
        &["journal"],
    ] {
        said += &desk.says(arguments);
        said += &desk.says(&[&["--json"], arguments].concat());
    }
    for form in ["roster.csv", "roster.json"] {
        desk.says(&["roster", "--on", "2020-12-31", "--out", text(&file(form))]);
        said += &std::fs::read_to_string(file(form)).unwrap();
    }
    for shown in ["2015.03", "2016", "2021.05", "2020.06", "2021.06", "不晚于2018.12.31", "2019.03"] {
        assert!(said.contains(shown), "{shown} is shown");
    }
    for invented in [
        "2015-03-",
        "2015.03.",
        "2015年3月1",
        "2016-0",
        "2016.0",
        "2016年1",
        "2021-05-",
        "2021.05.",
        "2021年5月1",
        "2020-06-",
        "2020.06.",
        "2021-06-",
        "2021.06.",
        "2019-03-",
        "2019.03.",
        "2019-01",
        "2019.01",
    ] {
        assert!(!said.contains(invented), "{invented} says more than is known:\n{said}");
    }
    // The sheet says the same: read back it differs in nothing, and opens another register with the same dates.
    desk.says(&["roster", "--on", "2020-12-31", "--out", text(&file("roster.xlsx"))]);
    let compared = desk.json(&["reconcile", text(&file("roster.xlsx")), "--on", "2020-12-31"]);
    assert_eq!(compared["differences"], json!([]), "{compared}");
    let other = Desk { folder: tempfile::tempdir().unwrap() };
    other.says(&["init", "--place", "青云县"]);
    other.says(&["import", text(&file("roster.xlsx"))]);
    let start = |name: &str| other.json(&["person", name])["persons"][0]["tenures"][0]["start"].clone();
    assert_eq!(
        ["周青", "吕和", "施敏", "韩川"].map(start),
        [json!("2015-03"), json!(null), json!("2016"), json!("2020-06")],
        "no later than a day is no start"
    );
}
