//! Web pages and archives as Chinese sites and Word make them: blocks on lines, tables by rows, encodings as they are.
#![allow(clippy::unwrap_used)]

mod made;

use renmian_forms::{FormError, Limits, PaperForm, text_of};

fn read(page: &str) -> String {
    let paper = text_of("a.html", page.as_bytes(), &Limits::default()).unwrap();
    assert_eq!(paper.form, PaperForm::Html);
    paper.text
}

#[test]
fn blocks_are_lines_and_the_rest_runs_on() {
    for (page, text) in [
        (
            "<html><head><title>首页</title></head><body><p>任命<b>苏文谦</b>为\n  局长</p><p>免去</p></body></html>",
            "任命苏文谦为局长\n免去",
        ),
        ("<p>甲<br>乙<br/>丙", "甲\n乙\n丙"),
        (
            "<html><script>if (a<b) {}</script><style>p{}</style><!-- 注 --><div>任&nbsp;免&middot;&#20219;&#x514D;&unknown;&amp;</div>",
            "任 免·任免&unknown;&",
        ),
        ("<html><pre>一\n二</pre>", "一\n二"),
        ("<html>a\n b 12\n个 <span title=\"a>b\">x</span> < 5", "a b 12 个 x < 5"),
        (
            "<div><ol><li>甲</li><li><p>乙</p></li></ol><ul><li>丙</li></ul><ol type=\"cjk-ideographic\" start=3><li>丁</ol></div>",
            "1. 甲\n2. 乙\n丙\n三、丁",
        ),
        ("<html><p>甲</p><p align=center>— 2 —</p><p>乙</p>", "甲\n乙"),
    ] {
        assert_eq!(read(page), text, "{page}");
    }
}

#[test]
fn tables_give_rows_and_spans_are_said_in_each_row() {
    let page = "<table><tr><th>单位<th>姓名<th>职务</tr><tr><td rowspan=2>县水利局<td>苏文谦<td>副局长</tr>
        <tr><td>欧阳澄</td><td>局长</td></tr><tr><td colspan=2>县民政局</td><td>局长</td></tr></table><p>完</p>";
    assert_eq!(read(page), "单位\t姓名\t职务\n县水利局\t苏文谦\t副局长\n县水利局\t欧阳澄\t局长\n县民政局\t局长\n完");
}

#[test]
fn a_table_that_lays_out_a_page_gives_its_lines() {
    let paragraphs: String = (1..=10).map(|n| format!("<p>第{n}段</p>")).collect();
    let page = format!("<table><tr><td>导航</td><td>{paragraphs}</td></tr></table>");
    assert!(read(&page).starts_with("导航\n第1段\n第2段\n"), "a long cell is no cell of a table");
}

#[test]
fn the_encoding_is_what_the_bytes_are() {
    let page = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=gb2312\"></head><body><p>任命欧阳澄、㼆某为局长</p></body></html>";
    let (bytes, _, _) = encoding_rs::GB18030.encode(page);
    let paper = text_of("a.htm", &bytes, &Limits::default()).unwrap();
    assert_eq!((paper.text.as_str(), paper.encoding), ("任命欧阳澄、㼆某为局长", Some("gb18030")));
    assert_eq!(read(page), "任命欧阳澄、㼆某为局长", "saved anew as UTF-8, the old name still in it");
}

#[test]
fn archives_give_their_page() {
    let (gbk, _, _) = encoding_rs::GB18030.encode("<html><p align=3D\"left\">任命欧阳澄为县水利局局长</p></html>");
    let quoted: String = gbk
        .chunks(20)
        .map(|chunk| chunk.iter().map(|b| format!("={b:02X}")).collect::<String>())
        .collect::<Vec<_>>()
        .join("=\r\n");
    let paper = text_of("a.mht", &made::archive("quoted-printable", &quoted), &Limits::default()).unwrap();
    assert_eq!((paper.form, paper.text.as_str()), (PaperForm::Mht, "任命欧阳澄为县水利局局长"));
    let base64 = "PHA+5Lu75ZG95qyn6Ziz5r6EPC9wPg==";
    let paper = text_of("a.doc", &made::archive("base64", base64), &Limits::default()).unwrap();
    assert_eq!((paper.form, paper.text.as_str()), (PaperForm::Mht, "任命欧阳澄"), "the ending may say .doc");
    assert_eq!(
        text_of("", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n", &Limits::default()),
        Err(FormError::Damaged)
    );
}

#[test]
fn broken_pages_end() {
    for page in ["<html><p", "<html><!-- a", "<html><td><tr></table></td>任", "<html><p title=\"a>b", "<html><script>"]
    {
        let _ = text_of("", page.as_bytes(), &Limits::default());
    }
    let deep = "<html>".to_owned() + &"<table><tr><td>".repeat(20_000) + "任";
    assert_eq!(read(&deep), "任", "tables inside tables without end");
    assert_eq!(read(&("<html>".to_owned() + &"<del>".repeat(300_000) + "任")), "任", "an end is looked for once");
    let long = format!("<table><tr><td rowspan=1000>{}{}</table>", "任".repeat(100_000), "<tr><td>甲".repeat(999));
    assert!(read(&long).len() < 8_000_000, "a long cell is not said a thousand times");
    let lines = "<html>".to_owned() + &"</p <".repeat(200_000);
    let _ = text_of("", lines.as_bytes(), &Limits::default());
}
