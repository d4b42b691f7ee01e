//! The main job in the real window, what the window may not do, and two windows on one register.

use calamine::{Reader, open_workbook_auto};
use fantoccini::key::Key;
use renmian_window_tests::{Window, program};
use serde_json::json;

const PAPER: &str = "青政人〔2023〕3号

青云县人民政府
关于贺启明等同志职务任免的通知

各乡镇人民政府，县政府各部门、各直属机构：
经县人民政府研究决定：
贺启明同志任县财政局副局长（试用期一年），免去其县审计局总审计师职务；
免去余静怡同志（女）县财政局副局长职务。

青云县人民政府
2023年2月28日
";

#[tokio::test]
async fn from_a_new_register_and_a_pasted_paper_to_an_exported_roster() {
    let Some(program) = program() else { return };
    let mut window = Window::open(&program, None).await;

    // A register is made.
    window.says("新建台账").await;
    let register = window.folder().join("青云县.renmian");
    window.fill("地区或单位", "青云县").await;
    window.fill("存放在", &register.display().to_string()).await;
    window.press("新建").await;
    window.says("待登记").await;

    // The paper is pasted and read.
    window.go("登记").await;
    window.says("没有待登记的文件").await;
    window.copy(PAPER);
    window.keys(&[Key::Control], "v").await;
    window.says("青政人〔2023〕3号").await;
    window.says("任1\u{3000}免2").await;
    window.picture("enter").await;

    // Two keys register it: the first says what is still open.
    window.keys(&[Key::Control], &char::from(Key::Enter).to_string()).await;
    window.says("再按").await;
    window.keys(&[Key::Control], &char::from(Key::Enter).to_string()).await;
    window.says("已登记 青政人〔2023〕3号：任1人1职，免2职").await;

    // The roster of a day goes to a file.
    window.go("花名册").await;
    window.says("贺启明").await;
    window.press("导出").await;
    let file = window.folder().join("花名册.xlsx");
    window.fill("保存到", &file.display().to_string()).await;
    window.keys(&[], &char::from(Key::Enter).to_string()).await;
    window.says("花名册.xlsx").await;
    let mut waited = 0;
    while !file.exists() && waited < 400 {
        waited += 1;
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    let mut book = open_workbook_auto(&file).expect("the file is a workbook");
    let sheet = book.worksheet_range_at(0).expect("it has a sheet").expect("that can be read");
    let cells: Vec<String> = sheet.used_cells().map(|(_, _, cell)| cell.to_string()).collect();
    for expected in ["青云县干部花名册", "县财政局", "副局长", "贺启明", "2023.02.28", "青政人〔2023〕3号"]
    {
        assert!(cells.iter().any(|cell| cell.contains(expected)), "the roster holds {expected}");
    }
    assert!(!cells.iter().any(|cell| cell.contains("余静怡")), "whoever was dismissed is not on it");
    window.close().await;
}

#[tokio::test]
async fn the_window_may_do_what_the_list_says_and_nothing_else() {
    let Some(program) = program() else { return };
    let window = Window::open(&program, None).await;
    window.says("任免台账").await;
    let allowed = window.invoke("status", json!({ "request": {} })).await;
    assert!(allowed.get("ok").is_some(), "a command of the list is answered: {allowed}");
    for forbidden in
        ["plugin:event|listen", "plugin:window|close", "plugin:webview|create_webview", "plugin:dialog|open", "no_such"]
    {
        let answer = window.invoke(forbidden, json!({})).await;
        assert!(answer.get("refused").is_some(), "{forbidden} is refused: {answer}");
    }
    let outside = window
        .page
        .execute_async(
            "const done = arguments[arguments.length - 1];
             fetch('http://127.0.0.1:9/').then(() => done('reached'), () => done('refused'))",
            Vec::new(),
        )
        .await
        .expect("the page runs a script");
    assert_eq!(outside, "refused", "nothing outside is reached");
    let script = window
        .page
        .execute(
            "const s = document.createElement('script'); s.textContent = 'window.injected = 1';
             document.head.append(s); return window.injected ?? null",
            Vec::new(),
        )
        .await
        .expect("the page runs a script");
    assert!(script.is_null(), "no script that the program does not carry runs");
    window.close().await;
}

#[tokio::test]
async fn a_second_window_on_a_register_says_so_and_can_look() {
    let Some(program) = program() else { return };
    let first = Window::open(&program, None).await;
    let register = first.folder().join("register.renmian");
    first.says("新建台账").await;
    first.fill("存放在", &register.display().to_string()).await;
    first.press("新建").await;
    first.says("待登记").await;

    let second = Window::open(&program, Some(&register)).await;
    second.says("只读").await;
    let refused = second.invoke("read_text", json!({ "request": { "text": PAPER, "groups": false } })).await;
    assert!(refused.get("refused").is_some(), "it cannot write: {refused}");
    let looked = second.invoke("people", json!({ "request": { "query": "", "at": {} } })).await;
    assert!(looked.get("ok").is_some(), "it can look: {looked}");
    second.close().await;
    first.close().await;
}

#[tokio::test]
async fn an_original_opens_with_the_systems_program_and_is_named_by_its_order_alone() {
    let Some(program) = program() else { return };
    let window = Window::open(&program, None).await;
    window.says("新建台账").await;
    window.fill("存放在", &window.folder().join("register.renmian").display().to_string()).await;
    window.press("新建").await;
    window.says("待登记").await;
    let content = base64::Engine::encode(&base64::engine::general_purpose::STANDARD, PAPER);
    // A name that would be run, were it used.
    let file = json!({ "name": "通知.desktop", "content": content, "groups": false, "task": null });
    let read = window.invoke("read_file", json!({ "request": file })).await;
    let draft = read["ok"]["drafts"][0]["id"].clone();
    let recorded = window.invoke("record_draft", json!({ "request": { "id": draft } })).await;
    let order = recorded["ok"]["order_id"].as_i64().expect("the paper is recorded");

    window.go(&format!("#/orders/{order}")).await;
    window.says("通知.desktop").await;
    window.press("打开原件").await;
    window.says("已用系统的程序打开").await;
    let opened = window.folder().join("opened");
    let mut waited = 0;
    while !opened.exists() && waited < 400 {
        waited += 1;
        tokio::time::sleep(std::time::Duration::from_millis(25)).await;
    }
    assert_eq!(std::fs::read_to_string(&opened).expect("it was opened"), PAPER);
    let from = std::fs::read_to_string(window.folder().join("opened-from")).expect("it was opened");
    assert!(from.ends_with("/原件1.txt"), "under a name of the program's own: {from}");
    window.picture("original").await;

    // Nothing but an order can be named.
    let path = window.invoke("open_original", json!({ "request": { "path": "/bin/sh" } })).await;
    assert!(path.get("refused").is_some(), "no path is opened: {path}");
    window.close().await;
}

#[tokio::test]
async fn a_post_is_dragged_above_another() {
    let Some(program) = program() else { return };
    let window = Window::open(&program, None).await;
    window.says("新建台账").await;
    window.fill("存放在", &window.folder().join("register.renmian").display().to_string()).await;
    window.press("新建").await;
    window.says("待登记").await;
    let text = PAPER.replace("免去余静怡同志（女）县财政局副局长职务", "余静怡同志（女）任县财政局局长");
    let read = window.invoke("read_text", json!({ "request": { "text": text, "groups": false } })).await;
    let draft = read["ok"]["drafts"][0]["id"].clone();
    window.invoke("record_draft", json!({ "request": { "id": draft } })).await;

    window.go("#/posts/unit/1").await;
    let row = |nth: usize| format!("(//tbody[@data-post])[{nth}]");
    let title = |nth: usize| format!("{}//a[contains(@class, 'title')]", row(nth));
    let first = window.find(&title(1)).await.text().await.expect("a title");
    let second = window.find(&title(2)).await.text().await.expect("a title");
    let cell = |nth: usize| format!("{}//td[last()]", row(nth));
    let (from, to) = (window.find(&cell(2)).await, window.find(&cell(1)).await);
    window.drag(&from, &to).await;
    window.says("排序已改，还没有保存").await;
    assert_eq!(window.find(&title(1)).await.text().await.expect("a title"), second);
    assert_eq!(window.find(&title(2)).await.text().await.expect("a title"), first);
    window.close().await;
}
