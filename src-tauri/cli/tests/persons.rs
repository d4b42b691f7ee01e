//! Records of persons merged and split from the command line, and what the past still says.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod desk;

use desk::{Desk, sentence, text};
use serde_json::{Value, json};

const FIRST: &str = "青政人〔2022〕5号

青云县人民政府
关于贺启明等同志任职的通知

各乡镇人民政府，县政府各部门：
经县人民政府研究决定：
任命贺启明同志为县审计局局长；
任命余静怡同志为县财政局副局长。

青云县人民政府
2022年5月6日
";

const SECOND: &str = "青政人〔2023〕3号

青云县人民政府
关于贺岂明等同志职务任免的通知

各乡镇人民政府，县政府各部门：
经县人民政府研究决定：
任命贺岂明同志为县财政局局长，免去其县审计局局长职务。

青云县人民政府
2023年2月28日
";

/// 贺岂明 of the second paper is 贺启明 of the first, misprinted.
fn two_records() -> Desk {
    let desk = Desk::new();
    for (name, paper) in [("a.txt", FIRST), ("b.txt", SECOND)] {
        let entered = desk.run(&["enter", "--accept-findings", text(&desk.file(name, paper))]);
        assert_eq!(entered.status.code(), Some(0), "{}", sentence(&entered));
    }
    desk
}

fn persons(desk: &Desk, name: &str) -> Vec<Value> {
    desk.json(&["person", name])["persons"].as_array().unwrap().clone()
}

fn tenures(person: &Value) -> Vec<(&str, Value, Value)> {
    let tenures = person["tenures"].as_array().unwrap().iter();
    tenures.map(|line| (line["title"].as_str().unwrap(), line["start"].clone(), line["end"].clone())).collect()
}

#[test]
fn two_records_of_one_person_are_merged_and_both_names_lead_to_one() {
    let desk = two_records();
    assert_eq!(tenures(&persons(&desk, "贺岂明")[0])[0].1, Value::Null, "since when is not known of the second record");
    let before = desk.json(&["journal"])["acts"].as_array().unwrap().len();
    let told = desk.json(&["merge", "贺岂明", "贺启明", "--why", "文件误排", "--preview"]);
    assert_eq!((&told["recorded"], told["person"].is_null()), (&json!(false), true));
    assert_eq!(told["changes"]["goes"].as_array().unwrap().len(), 2);
    assert_eq!(told["changes"]["moved"].as_array().unwrap().len(), 1, "what ran has an end");
    assert_eq!(told["changes"]["vanish"].as_array().unwrap().len(), 1, "two tenures of the audit office are one");
    assert_eq!(desk.json(&["journal"])["acts"].as_array().unwrap().len(), before, "a preview records nothing");
    let silent = desk.run(&["merge", "贺岂明", "贺启明", "--why", " "]);
    assert_eq!(silent.status.code(), Some(1), "without a reason it is refused");

    let merged = desk.json(&["merge", "贺岂明", "贺启明", "--why", "文件误排"]);
    assert_eq!(merged["recorded"], true);
    assert_eq!((&merged["person"]["name"], &merged["person"]["other_names"]), (&json!("贺启明"), &json!(["贺岂明"])));
    assert_eq!(merged["person"]["merged"][0]["why"], "文件误排");
    for name in ["贺启明", "贺岂明"] {
        let found = persons(&desk, name);
        assert_eq!(found.len(), 1, "{name} means one person");
        assert_eq!(
            tenures(&found[0]),
            [("局长", json!("2022-05-06"), json!("2023-02-28")), ("局长", json!("2023-02-28"), Value::Null),],
            "the dismissal finds what it ended"
        );
    }
    let number = merged["person"]["merged"][0]["id"].as_i64().unwrap().to_string();
    assert_eq!(persons(&desk, &number)[0]["name"], "贺启明", "the old number leads on");
    assert_eq!(desk.json(&["order", "青政人〔2023〕3号"])["items"][0]["person"]["name"], "贺岂明", "as printed");
    assert_eq!(desk.run(&["merge", "贺岂明", "贺启明", "--why", "再并"]).status.code(), Some(1), "not twice");

    assert_eq!(desk.run(&["undo", "--why", "并错"]).status.code(), Some(0));
    assert_eq!(persons(&desk, "贺岂明")[0]["name"], "贺岂明", "taken back, they are two again");
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn a_record_of_two_persons_is_split_by_its_entries() {
    let desk = two_records();
    desk.json(&["merge", "贺岂明", "贺启明", "--why", "文件误排"]);
    let listed = desk.json(&["person", "贺启明", "--entries"]);
    let entries = listed["persons"][0]["entries"].as_array().unwrap();
    let codes: Vec<&str> = entries.iter().map(|entry| entry["entry"].as_str().unwrap()).collect();
    assert_eq!(codes, ["item-1", "item-3", "item-4"], "{listed}");
    assert_eq!(entries[1]["printed_name"], "贺岂明");

    let by_order = ["split", "贺启明", "青政人[2023]3号", "--new-name", "贺岂明", "--why", "确为两人"];
    let split = desk.json(&by_order);
    assert_eq!(split["changes"]["goes"].as_array().unwrap().len(), 2);
    assert_eq!((&split["person"]["name"], &split["other"]["name"]), (&json!("贺启明"), &json!("贺岂明")));
    assert_eq!(tenures(&split["person"]), [("局长", json!("2022-05-06"), Value::Null)]);

    // Of one name now, they are told apart by their numbers.
    let two = desk.run(&["split", "贺岂明", "item-4", "--why", "试"]);
    let said = sentence(&two);
    assert_eq!(two.status.code(), Some(1), "{said}");
    let other = split["other"]["id"].as_i64().unwrap().to_string();
    assert!(said.contains(&other), "the numbers are said: {said}");
    let back = desk.json(&["split", &other, "item-4", "--to", "余静怡", "--why", "又核"]);
    assert_eq!(tenures(&back["other"]).len(), 2, "one entry goes to a third");
    let unknown = desk.run(&["split", "余静怡", "item-999", "--why", "试"]);
    assert_eq!(unknown.status.code(), Some(1));
    assert!(sentence(&unknown).contains("item-999"));
    assert_eq!(desk.run(&["split", "余静怡", "--why", "试"]).status.code(), Some(2), "something must be chosen");
    assert_eq!(desk.run(&["merge", "无此人", "余静怡", "--why", "试"]).status.code(), Some(1));
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn what_was_known_when_is_told_act_by_act_and_orders_say_what_became_of_them() {
    let desk = two_records();
    desk.json(&["merge", "贺岂明", "贺启明", "--why", "文件误排"]);
    desk.json(&["revoke", "青政人〔2023〕3号", "--why", "任免有误", "--by", "青政人〔2023〕9号"]);
    let told = &desk.json(&["person", "贺启明", "--told"])["persons"][0]["told"];
    type Followed = (Value, Value, Vec<(i64, Value)>);
    let tenures: Vec<Followed> = told
        .as_array()
        .unwrap()
        .iter()
        .map(|tenure| {
            let moments = tenure["moments"].as_array().unwrap().iter();
            let moments = moments.map(|at| (at["act"].as_i64().unwrap(), at["said"]["end"].clone())).collect();
            (tenure["post"].clone(), tenure["stands"].clone(), moments)
        })
        .collect();
    let end = json!("2023-02-28");
    assert_eq!(
        tenures,
        [
            (json!("县审计局局长"), json!(true), vec![(2, Value::Null), (4, end.clone()), (5, Value::Null)],),
            (json!("县审计局局长"), json!(false), vec![(3, end), (4, Value::Null)]),
            (json!("县财政局局长"), json!(false), vec![(3, Value::Null), (5, Value::Null)]),
        ],
        "{told}"
    );

    let order = desk.json(&["order", "青政人〔2023〕3号"]);
    assert_eq!((&order["state"], &order["states"][0]["state"]), (&json!("revoked"), &json!("revoked")));
    assert_eq!(
        (&order["states"][0]["by"], &order["states"][0]["why"]),
        (&json!("青政人〔2023〕9号"), &json!("任免有误"))
    );
    let said = String::from_utf8(desk.run(&["order", "青政人〔2023〕3号"]).stdout).unwrap();
    assert!(said.contains("依据青政人〔2023〕9号") && said.contains("任免有误"), "{said}");
    assert_eq!(desk.run(&["order", "青政人〔2023〕3号", "--known-at", "2000-01-01"]).status.code(), Some(1));
    let numbers = |times: &[&str]| desk.json(&[&["orders"], times].concat())["orders"].as_array().unwrap().len();
    assert_eq!((numbers(&[]), numbers(&["--on", "2022-12-31"]), numbers(&["--known-at", "2000-01-01"])), (2, 1, 0));
}

#[test]
fn what_falls_due_is_listed_as_of_a_day() {
    let desk = Desk::new();
    let trial = FIRST.replace("为县审计局局长", "为县审计局局长（试用期一年）");
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", trial))]);
    let due = |arguments: &[&str]| desk.json(&[&["due"], arguments].concat());
    let near = due(&["--on", "2023-04-30", "--within", "30"]);
    let line = json!({
        "what": "probation", "on": "2023-05-06", "overdue": false, "name": "贺启明", "post": "县审计局局长",
    });
    assert_eq!((&near["on"], &near["within"], &near["due"]), (&json!("2023-04-30"), &json!(30), &json!([line])));
    assert_eq!(due(&["--on", "2023-04-05", "--within", "30"])["due"], json!([]), "not within the month");
    assert_eq!(due(&["--on", "2023-04-05"])["due"].as_array().unwrap().len(), 1, "within a quarter");
    assert_eq!(due(&["--on", "2023-06-01"])["due"][0]["overdue"], true);
    assert_eq!(due(&["--on", "2023-06-01", "--known-at", "2000-01-01"])["due"], json!([]));
}
