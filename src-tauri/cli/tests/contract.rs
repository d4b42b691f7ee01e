//! The command line as it is relied on from outside: shapes of its JSON, exit codes, and what bad input gets.
//! All papers and people here are invented.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on says where")]

mod desk;

use desk::{Desk, PAPER, sentence, text};
use serde_json::{Value, json};

#[test]
fn a_paper_is_read_without_a_register() {
    let desk = Desk::new();
    let read = desk.json(&["read", text(&desk.file("a.txt", PAPER))]);
    let paper = &read["papers"][0];
    assert_eq!(paper["file"], "a.txt");
    assert_eq!(paper["subject"], "personnel");
    assert_eq!(paper["number"], json!({"text": "青政人〔2023〕3号", "code": "青政人", "year": 2023, "serial": 3}));
    assert_eq!(paper["issuer"], "青云县人民政府");
    assert_eq!(paper["issued_on"], "2023-02-28");
    let items = paper["items"].as_array().unwrap();
    assert_eq!(items.len(), 3);
    assert_eq!(items[0]["person"], json!({"name": "贺启明", "gender": null, "ethnicity": null}));
    assert_eq!(items[0]["kind"], "appoint");
    assert_eq!(items[0]["post"], json!({"organisation": "县财政局", "title": "副局长"}));
    assert_eq!(items[0]["probation_months"], 12);
    assert_eq!(items[1]["kind"], "dismiss");
    assert_eq!(items[2]["person"]["gender"], "female");
    for item in items {
        let (start, end) = (item["source"]["start"].as_u64().unwrap(), item["source"]["end"].as_u64().unwrap());
        let clause: String = PAPER.chars().skip(start as usize).take((end - start) as usize).collect();
        assert!(clause.contains(item["person"]["name"].as_str().unwrap()) || clause.contains('其'), "{clause}");
    }
}

#[test]
fn an_order_with_findings_waits_and_is_recorded_once_they_are_accepted() {
    let desk = Desk::new();
    let paper = desk.file("a.txt", PAPER);
    let waits = desk.run(&["--json", "enter", text(&paper)]);
    assert_eq!(waits.status.code(), Some(1), "something was left for the clerk");
    let left: Value = serde_json::from_slice(&waits.stdout).unwrap();
    assert_eq!(left["recorded"], json!([]));
    assert_eq!(left["left"][0]["number"], "青政人〔2023〕3号");
    assert!(!left["left"][0]["findings"].as_array().unwrap().is_empty(), "it says why");
    assert_eq!(desk.json(&["orders"])["orders"], json!([]), "nothing was recorded");

    let entered = desk.json(&["enter", "--accept-findings", text(&paper)]);
    assert_eq!(entered, json!({"recorded": ["青政人〔2023〕3号"], "left": [], "known": []}));
    let again = desk.json(&["enter", "--accept-findings", text(&paper)]);
    assert_eq!(again, json!({"recorded": [], "left": [], "known": ["青政人〔2023〕3号"]}), "not recorded twice");

    let person = &desk.json(&["person", "贺启明"])["persons"][0];
    let tenures = person["tenures"].as_array().unwrap();
    assert_eq!(tenures.len(), 2);
    assert_eq!(tenures[0]["title"], "总审计师");
    assert_eq!(tenures[0]["start"], Value::Null, "a dismissal without a tenure has an unknown start");
    assert_eq!(tenures[0]["end"], "2023-02-28");
    assert_eq!(tenures[1]["start"], "2023-02-28");
    assert_eq!(tenures[1]["end"], Value::Null);
    assert_eq!(tenures[1]["start_order"], "青政人〔2023〕3号");
    assert_eq!(tenures[1]["probation_ends"], "2024-02-28");

    let post = desk.json(&["post", "县财政局", "副局长"]);
    let names: Vec<&str> = post["holders"].as_array().unwrap().iter().map(|h| h["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["余静怡", "贺启明"], "first to last");

    let order = desk.json(&["order", "青政人[2023]3号"]);
    assert_eq!(order["items"].as_array().unwrap().len(), 3, "other brackets find it too");
    assert_eq!(order["items"][0]["opened"]["title"], "副局长");
    assert_eq!(order["items"][1]["closed"]["end"], "2023-02-28");
    assert!(order["text"].as_str().unwrap().contains("经县人民政府研究决定"));

    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn a_roster_is_written_and_read_back_as_opening_entries() {
    let desk = Desk::new();
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    let roster = desk.json(&["roster", "--on", "2023-03-31"]);
    assert_eq!(roster["on"], "2023-03-31");
    assert_eq!(roster["rows"].as_array().unwrap().len(), 1);
    assert_eq!(roster["rows"][0]["since"], "2023-02-28");
    assert_eq!(desk.json(&["roster", "--on", "2023-02-27"])["rows"].as_array().unwrap().len(), 2, "the day before");
    assert_eq!(desk.json(&["roster", "--known-at", "2000-01-01"])["rows"], json!([]), "nothing was known then");

    for ending in ["xlsx", "csv", "json"] {
        let out = desk.folder.path().join(format!("花名册.{ending}"));
        assert_eq!(desk.run(&["roster", "--on", "2023-03-31", "--out", text(&out)]).status.code(), Some(0));
        assert!(out.metadata().unwrap().len() > 100, "the .{ending} was written");
    }
    let csv = std::fs::read(desk.folder.path().join("花名册.csv")).unwrap();
    assert!(csv.starts_with(b"\xEF\xBB\xBF"), "Excel shows a .csv with a BOM");

    let other = Desk::new();
    let answer = other.json(&["import", text(&desk.folder.path().join("花名册.xlsx"))]);
    assert_eq!((&answer["recorded"], &answer["held_on"]), (&json!(1), &json!("2023-03-31")));
    let tenure = &other.json(&["person", "贺启明"])["persons"][0]["tenures"][0];
    assert_eq!((&tenure["start"], &tenure["opening"]), (&json!("2023-02-28"), &json!(true)));
    assert_eq!(other.json(&["verify"])["sound"], true);
}

#[test]
fn what_cannot_be_read_is_said_and_nothing_is_recorded() {
    let desk = Desk::new();
    let no_order = desk.file("plan.txt", "青云县2023年工作计划\n一、加强领导。二、落实责任。\n");
    let gb = encoded_gb18030();
    let huge = desk.file("huge.txt", "");
    std::fs::File::options().write(true).open(&huge).unwrap().set_len(200 << 20).unwrap();
    for (file, word) in [
        (desk.file("picture.txt", [0u8, 1, 2, 255, 254, 0, 0, 3].repeat(64)), ""),
        (desk.file("empty.txt", ""), "没有文字"),
        (huge, "64"),
        (no_order, "没有读到"),
        (desk.folder.path().join("missing.txt"), "打不开"),
    ] {
        let output = desk.run(&["enter", "--accept-findings", text(&file)]);
        assert_eq!(output.status.code(), Some(1), "{}", file.display());
        let said = sentence(&output);
        assert!(said.contains(word) && said.chars().any(|c| c > '一'), "a sentence in Chinese: {said}");
    }
    assert_eq!(desk.json(&["orders"])["orders"], json!([]), "nothing was recorded");
    let told = desk.json(&["read", text(&desk.file("none.txt", "")), text(&desk.file("a.txt", PAPER))]);
    assert_eq!(told["papers"].as_array().unwrap().len(), 1, "what can be read beside it is read");
    assert_eq!((&told["refused"][0]["file"], &told["refused"][0]["code"]), (&json!("none.txt"), &json!("paper-empty")));
    let read = desk.json(&["read", text(&desk.file("gb.txt", gb))]);
    assert_eq!(read["papers"][0]["items"].as_array().unwrap().len(), 1, "GB18030 is recognised");
}

/// `经研究决定，任命王芳为科长。` and a head, in the encoding of older systems.
fn encoded_gb18030() -> Vec<u8> {
    let text = "青云县人民政府关于王芳同志任职的通知\n县政府各部门：\n经县人民政府研究决定，任命王芳同志为县统计局副局长。\n青云县人民政府\n2012年3月5日\n";
    encoding_rs::GB18030.encode(text).0.into_owned()
}

#[test]
fn a_register_that_cannot_be_opened_is_left_as_it_is() {
    let desk = Desk::new();
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    let whole = std::fs::read(desk.register()).unwrap();
    let half = [&whole[..whole.len() / 2], &vec![0x5a; whole.len() / 2][..]].concat();
    for content in [b"not a register".to_vec(), Vec::new(), half] {
        std::fs::write(desk.register(), &content).unwrap();
        let output = desk.run(&["orders"]);
        assert_eq!(output.status.code(), Some(3), "it cannot be opened");
        assert!(sentence(&output).contains("register.renmian"), "the message says which file");
        assert_eq!(std::fs::read(desk.register()).unwrap(), content, "it is left as it is");
    }
    std::fs::remove_file(desk.register()).unwrap();
    assert_eq!(desk.run(&["orders"]).status.code(), Some(3), "a missing register");
    assert_eq!(desk.json(&["orders"])["error"]["code"], "register-missing", "the document says so too");
    assert!(!desk.register().exists(), "and none is made in passing");
}

#[test]
fn a_backup_is_put_back() {
    let desk = Desk::new();
    let copy = desk.folder.path().join("copy.renmian");
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    assert_eq!(desk.run(&["backup", text(&copy)]).status.code(), Some(0));
    std::fs::write(desk.register(), b"damaged").unwrap();
    assert_eq!(desk.run(&["restore", text(&copy)]).status.code(), Some(0));
    assert_eq!(desk.json(&["orders"])["orders"].as_array().unwrap().len(), 1);
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn a_head_that_was_kept_on_paper_is_found_again_in_the_chain() {
    let desk = Desk::new();
    let begun = desk.json(&["verify"]);
    assert_eq!((&begun["head_act"], &begun["kept"]), (&json!(1), &Value::Null));
    let kept = begun["head"].as_str().unwrap();
    let printed = String::from_utf8(desk.run(&["verify", "--head"]).stdout).unwrap();
    assert!(printed.contains("第1号操作"), "{printed}");
    let on_paper: Vec<String> = kept.as_bytes().chunks(8).map(|group| String::from_utf8_lossy(group).into()).collect();
    assert!(printed.contains(&on_paper.join(" ")), "in groups, as it is copied by hand: {printed}");

    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    let groups: Vec<&str> = on_paper.iter().map(String::as_str).collect();
    let again = desk.json(&[&["verify", "--head"], groups.as_slice()].concat());
    assert_eq!((&again["kept"]["state"], &again["kept"]["act"]), (&json!("same"), &json!(1)));
    assert_eq!(again["kept"]["since"], 1, "one act since");
    assert_eq!(desk.json(&["verify", "--head", &kept[..16].to_uppercase()])["kept"]["state"], "same");

    let other = Desk::new();
    other.run(&["enter", "--accept-findings", text(&other.file("b.txt", PAPER))]);
    let foreign = desk.json(&["verify"])["head"].as_str().unwrap().to_owned();
    let absent = other.run(&["--json", "verify", "--head", &foreign]);
    assert_eq!(absent.status.code(), Some(1), "a chain that does not have it is found wrong");
    let document: Value = serde_json::from_slice(&absent.stdout).unwrap();
    assert_eq!((&document["sound"], &document["kept"]["state"]), (&json!(true), &json!("absent")));
    assert!(sentence(&absent).contains("没有留存的校验值"));
    assert_eq!(desk.run(&["verify", "--head", "283ab418"]).status.code(), Some(2), "too little to tell it by");
}

#[test]
fn what_makes_no_sense_is_a_matter_of_usage() {
    let desk = Desk::new();
    for arguments in [&["roster", "--on", "2023-13"][..], &["roster", "--out", "a.pdf"], &["fly"], &["enter"]] {
        let output = desk.run(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(sentence(&output).chars().any(|c| c > '一'), "what to do is said in Chinese: {arguments:?}");
    }
    assert_eq!(desk.run(&["person", "无此人"]).status.code(), Some(1), "nobody of the name");
    assert_eq!(desk.run(&["order", "青政人〔1999〕1号"]).status.code(), Some(1), "no such order");
}

#[test]
fn the_self_check_names_what_it_found_and_ends_with_one() {
    let desk = Desk::new();
    let clean = desk.run(&["check"]);
    assert_eq!(clean.status.code(), Some(0), "an empty register has no faults");
    let paper = desk.file("a.txt", PAPER);
    desk.run(&["enter", paper.to_str().unwrap(), "--accept-findings"]);
    let found = desk.json(&["check", "--on", "2024-03-01"]);
    assert_eq!(found["on"], "2024-03-01");
    let kinds: Vec<&str> = found["found"].as_array().unwrap().iter().map(|one| one["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["probation-overdue", "dismissal-without-tenure", "dismissal-without-tenure"]);
    assert_eq!(found["found"][0]["persons"], json!(["贺启明"]));
    assert_eq!(found["found"][0]["orders"], json!(["青政人〔2023〕3号"]));
    assert!(found["found"][0]["message"].as_str().unwrap().contains("2024.02.28"));
    assert_eq!(desk.run(&["check"]).status.code(), Some(1), "something is found");
    let earlier = desk.json(&["check", "--on", "2023-03-01"]);
    assert_eq!(earlier["count"], 2, "the probation still runs on that day");
}

#[test]
fn a_register_reconciled_with_its_own_roster_differs_in_nothing() {
    let desk = Desk::new();
    let paper = desk.file("a.txt", PAPER);
    desk.run(&["enter", paper.to_str().unwrap(), "--accept-findings"]);
    for name in ["own.xlsx", "own.csv"] {
        let own = desk.folder.path().join(name);
        desk.run(&["roster", "--on", "2023-03-31", "--out", own.to_str().unwrap()]);
        let same = desk.run(&["reconcile", own.to_str().unwrap(), "--on", "2023-03-31"]);
        assert_eq!(same.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&same.stdout));
    }
    let other = desk.file(
        "other.csv",
        "青云县干部名册,,,\n截至2023年3月31日,,,\n单位,职务,姓名,任现职时间\n青云县财政局,副局长,贺 启明,2023.01\n县水利局,局长,钱立,\n,,合计,2\n",
    );
    let found = desk.json(&["reconcile", other.to_str().unwrap()]);
    assert_eq!(found["on"], "2023-03-31", "the heading states the day");
    let kinds: Vec<&str> =
        found["differences"].as_array().unwrap().iter().map(|d| d["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["different_date", "only_there"]);
    assert_eq!(found["differences"][0]["here"]["start"], "2023-02-28");
    assert_eq!(found["differences"][0]["there"]["since"], "2023-01");
    assert_eq!(found["left"][0]["row"], 6);
    assert_eq!(desk.run(&["reconcile", other.to_str().unwrap()]).status.code(), Some(1), "differences end with one");
}

#[test]
fn a_roster_with_unit_and_post_in_one_cell_opens_each_post_of_each_row() {
    let desk = Desk::new();
    let roster = desk.file(
        "in.csv",
        "青云县干部名册（截至2022年12月31日）,,,,\n姓名,性别,出生年月,工作单位及职务,任现职时间\n\
         贺启明,男,1980年3月,县财政局党组书记、局长,2019.03\n\
         余静怡,女,198211,县水利局副局长,2021年5月\n\
         余静怡,女,1990.01,城关镇人民政府副镇长,\n\
         钱立,男,,,\n\
         孙和,男,,县审计局局长,2023.05\n\
         填表人：李和,,,,\n",
    );
    let answer = desk.json(&["import", roster.to_str().unwrap()]);
    assert_eq!((&answer["recorded"], &answer["held_on"]), (&json!(4), &json!("2022-12-31")), "{answer}");
    let left: Vec<(i64, &str)> = answer["left"]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["row"].as_i64().unwrap(), row["reason"].as_str().unwrap()))
        .collect();
    assert_eq!(left, [(6, "roster-row.post-missing"), (7, "import.since-later"), (8, "roster-row.remark")]);
    let person = desk.json(&["person", "贺启明"]);
    let posts: Vec<(&str, &str, &str)> = person["persons"][0]["tenures"]
        .as_array()
        .unwrap()
        .iter()
        .map(|t| (t["organisation"].as_str().unwrap(), t["title"].as_str().unwrap(), t["start"].as_str().unwrap()))
        .collect();
    assert_eq!(posts, [("县财政局", "党组书记", "2019-03"), ("县财政局", "局长", "2019-03")]);
    let namesakes = desk.json(&["person", "余静怡"]);
    assert_eq!(namesakes["persons"].as_array().unwrap().len(), 2, "two births are two people");
    assert_eq!(namesakes["persons"][0]["birth"], "1982-11");
    let again = desk.json(&["import", roster.to_str().unwrap()]);
    assert_eq!(again["recorded"], 1, "only what has no start yet is said again");
    let same = desk.json(&["reconcile", roster.to_str().unwrap()]);
    assert_eq!(same["differences"].as_array().unwrap().len(), 1, "{same}");
    assert_eq!(same["differences"][0]["name"], "孙和");
}

#[test]
fn an_entry_is_corrected_and_an_order_revoked_and_the_last_act_is_taken_back() {
    let desk = Desk::new();
    let wrong = PAPER.replace("贺启明", "贺启朋");
    desk.run(&["enter", "--accept-findings", text(&desk.file("wrong.txt", &wrong))]);
    let count = |name: &str| desk.json(&["person", name])["persons"].as_array().unwrap().len();
    let paper = desk.file("a.txt", PAPER);
    let number = "青政人〔2023〕3号";

    let refused = desk.run(&["correct", number, text(&paper), "--why", " "]);
    assert_eq!(refused.status.code(), Some(1), "a correction without a reason is refused");
    assert_eq!(desk.run(&["correct", number, text(&paper)]).status.code(), Some(2), "and one that does not say it");
    assert_eq!(count("贺启朋"), 1, "nothing was recorded");

    let corrected = desk.json(&["correct", "青政人[2023]3号", text(&paper), "--why", "姓名录错"]);
    assert_eq!(corrected["order"], number);
    assert_eq!((&corrected["appear"], &corrected["vanish"]), (&json!(2), &json!(2)));
    assert_eq!((count("贺启朋"), count("贺启明")), (0, 1), "only the right name is left in the present");
    let states: Vec<Value> =
        desk.json(&["orders"])["orders"].as_array().unwrap().iter().map(|o| o["state"].clone()).collect();
    assert!(states.contains(&json!("corrected")) && states.contains(&json!("recorded")), "both are kept: {states:?}");

    let revoked = desk.json(&["revoke", number, "--why", "任免撤销", "--by", "青政人〔2023〕9号"]);
    assert_eq!(revoked["vanish"], 3);
    assert_eq!(desk.json(&["roster"])["rows"], json!([]), "what it gave is not held");
    assert_eq!(desk.run(&["revoke", number, "--why", "再撤"]).status.code(), Some(1), "it is not in force any more");

    let undone = desk.json(&["undo", "--why", "撤错了"]);
    assert_eq!(undone["appear"], 3);
    assert_eq!(count("贺启明"), 1, "as it was before");
    let acts = desk.json(&["journal"])["acts"].as_array().unwrap().len();
    assert_eq!(acts, 5, "begun, recorded, corrected, revoked, taken back");
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn a_unit_is_renamed_and_a_person_retires_and_what_ends_by_it_is_said() {
    let desk = Desk::new();
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    let renamed = desk.json(&["organisation", "rename", "县财政局", "县财务局", "--on", "2024-03-01"]);
    assert_eq!((&renamed["organisation"], &renamed["ended"]), (&json!("县财务局"), &json!([])), "tenures run on");
    assert_eq!(renamed["runs_on"][0]["name"], "贺启明");
    let units = |day: &str| desk.json(&["roster", "--on", day])["rows"][0]["organisation"].clone();
    assert_eq!(
        (units("2024-02-29"), units("2024-03-01")),
        (json!("县财政局"), json!("县财务局")),
        "the name of the day"
    );

    let earlier = desk.json(&["organisation", "rename", "县财税局", "县财政局", "--on", "2010-03"]);
    assert_eq!(earlier["former"][0], json!({"name": "县财税局", "until": "2010-03"}), "told of before the register");
    assert_eq!(
        desk.json(&["post", "县财税局", "副局长"])["organisation"],
        "县财务局",
        "the earliest name finds it too"
    );

    let retired = desk.json(&["end", "贺启明", "--cause", "retired", "--on", "2024-06-01"]);
    assert_eq!(retired["ended"].as_array().unwrap().len(), 1);
    assert_eq!(desk.json(&["roster", "--on", "2024-06-01"])["rows"], json!([]));
    let unknown = desk.run(&["organisation", "abolish", "县档案局", "--on", "2024-07-01"]);
    assert_eq!(unknown.status.code(), Some(1), "a unit that the register does not know");
    assert_eq!(desk.run(&["end", "贺启明", "--cause", "tired", "--on", "2024-06-01"]).status.code(), Some(2));
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn units_persons_and_posts_are_listed_as_of_a_day_and_as_known_at_a_moment() {
    let desk = Desk::new();
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    desk.run(&["organisation", "move", "县审计局", "--under", "县财政局", "--on", "2024-03-01"]);
    let tree = |times: &[&str]| -> Vec<(Value, Value, Value)> {
        let shown = desk.json(&[&["organisations"], times].concat());
        let rows = shown["organisations"].as_array().unwrap().clone();
        rows.into_iter().map(|row| (row["organisation"].clone(), row["parent"].clone(), row["depth"].clone())).collect()
    };
    let (finance, audit) = (json!("县财政局"), json!("县审计局"));
    let before = [(finance.clone(), Value::Null, json!(0)), (audit.clone(), Value::Null, json!(0))];
    let after = [(finance.clone(), Value::Null, json!(0)), (audit, finance, json!(1))];
    assert_eq!(tree(&["--on", "2024-02-29"]), before, "the unit above of the day");
    assert_eq!(tree(&["--on", "2024-03-01"]), after);
    assert_eq!(tree(&[]), after);
    assert_eq!(tree(&["--known-at", "2000-01-01"]), [], "nothing was known then");

    let ended = |times: &[&str]| {
        let person = &desk.json(&[&["person", "贺启明"], times].concat())["persons"][0];
        person["tenures"].as_array().unwrap().iter().filter(|line| line["ended"] == true).count()
    };
    assert_eq!((ended(&["--on", "2023-02-27"]), ended(&["--on", "2023-02-28"])), (0, 1));
    assert_eq!(desk.run(&["person", "贺启明", "--known-at", "2000-01-01"]).status.code(), Some(1), "not known then");
    let filled = |times: &[&str]| desk.json(&[&["post", "县财政局", "副局长"], times].concat())["filled"].clone();
    assert_eq!((filled(&["--on", "2023-02-27"]), filled(&[])), (json!(1), json!(1)));
    let names = desk.json(&["post", "县财政局", "副局长", "--known-at", "2000-01-01"]);
    assert_eq!(names["holders"], json!([]));
    assert_eq!(desk.run(&["organisations", "--on", "2024-13"]).status.code(), Some(2));
}

#[test]
fn a_post_is_renamed_given_seats_and_abolished_and_what_ends_by_it_is_said() {
    let desk = Desk::new();
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    let event = |arguments: &[&str]| desk.json(&[&["post-event"], arguments].concat());

    let seats = event(&["seats", "县财政局", "副局长", "2", "--on", "2023-06-01", "--by", "青编发〔2023〕5号"]);
    assert_eq!((&seats["authorised"], &seats["ended"]), (&json!(2), &json!([])));
    assert_eq!(seats["events"][0]["paper"], "青编发〔2023〕5号");
    let same = desk.run(&["post-event", "seats", "县财政局", "副局长", "2", "--on", "2023-07-01"]);
    assert_eq!(same.status.code(), Some(1), "what does not change anything is refused");

    let renamed = event(&["rename", "县财政局", "副局长", "副主任", "--on", "2024-03-01"]);
    assert_eq!((&renamed["title"], &renamed["ended"]), (&json!("副主任"), &json!([])), "tenures run on");
    assert_eq!(renamed["runs_on"][0]["name"], "贺启明");
    let titles = |day: &str| desk.json(&["roster", "--on", day])["rows"][0]["title"].clone();
    assert_eq!(
        (titles("2024-02-29"), titles("2024-03-01")),
        (json!("副局长"), json!("副主任")),
        "the title of the day"
    );
    for title in ["副局长", "副主任"] {
        let post = desk.json(&["post", "县财政局", title]);
        assert_eq!((&post["title"], &post["authorised"]), (&json!("副主任"), &json!(2)), "found by {title}");
    }

    let abolished = event(&["abolish", "县财政局", "副主任", "--on", "2024-09-01"]);
    let ended = (&abolished["ended"][0]["name"], &abolished["ended"][0]["end_cause"]);
    assert_eq!(ended, (&json!("贺启明"), &json!("lapsed")), "who held it holds it no longer");
    assert_eq!(desk.json(&["roster", "--on", "2024-09-01"])["rows"], json!([]));
    let unknown = desk.run(&["post-event", "abolish", "县财政局", "局长助理", "--on", "2024-09-01"]);
    assert_eq!(unknown.status.code(), Some(1), "a post that the register does not have");
    assert_eq!(desk.run(&["post-event", "seats", "县财政局", "副主任", "二", "--on", "2024"]).status.code(), Some(2));
    assert_eq!(desk.json(&["verify"])["sound"], true);
}

#[test]
fn an_appointment_after_retirement_is_found_by_the_self_check() {
    let desk = Desk::new();
    desk.run(&["enter", "--accept-findings", text(&desk.file("a.txt", PAPER))]);
    desk.run(&["end", "贺启明", "--cause", "retired", "--on", "2024-06-01"]);
    let kinds = |desk: &Desk| desk.json(&["check", "--on", "2024-12-31"]).to_string().contains("ended-person");
    assert!(!kinds(&desk), "whoever retired and holds nothing is in order");
    let later = PAPER.replace("3号", "4号").replace("2023年2月28日", "2024年9月1日").replace("县财政局", "县统计局");
    desk.run(&["enter", "--accept-findings", text(&desk.file("b.txt", later))]);
    assert!(kinds(&desk), "a post given later is looked at again");
}
