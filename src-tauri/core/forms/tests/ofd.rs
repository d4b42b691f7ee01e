//! OFD files, built part by part: characters placed on pages come out as lines in the order of reading.
#![allow(clippy::unwrap_used)]

mod made;

use made::package;
use renmian_forms::{FormError, Limits, PaperForm, PaperNote, text_of};

const ENTRY: &str = r#"<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#;
const DOCUMENT: &str = r#"<ofd:Document xmlns:ofd="o"><ofd:CommonData><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/><ofd:Page ID="2" BaseLoc="/Doc_0/Pages/Page_1/Content.xml"/></ofd:Pages></ofd:Document>"#;

fn page(objects: &str) -> String {
    format!(
        r#"<ofd:Page xmlns:ofd="o"><ofd:Template TemplateID="9"/><ofd:Content><ofd:Layer ID="3">{objects}</ofd:Layer></ofd:Content></ofd:Page>"#
    )
}

fn words(x: f64, y: f64, steps: &str, text: &str) -> String {
    format!(
        r#"<ofd:TextObject ID="5" Boundary="{x} {y} 100 6" Font="2" Size="5"><ofd:TextCode X="0" Y="4.5" DeltaX="{steps}">{text}</ofd:TextCode></ofd:TextObject>"#
    )
}

fn ofd(pages: [&str; 2]) -> Vec<u8> {
    let template = page(&words(60.0, 10.0, "g 10 5", "青云县人民政府文件")).replace("TemplateID=\"9\"", "");
    package(&[
        ("OFD.xml", ENTRY.as_bytes()),
        ("Doc_0/Document.xml", DOCUMENT.as_bytes()),
        ("Doc_0/Tpls/Tpl_0/Content.xml", template.as_bytes()),
        ("Doc_0/Pages/Page_0/Content.xml", pages[0].as_bytes()),
        ("Doc_0/Pages/Page_1/Content.xml", pages[1].replace("TemplateID=\"9\"", "").as_bytes()),
        ("Doc_0/Signs/Signatures.xml", b"<s/>"),
    ])
}

#[test]
fn characters_become_lines_and_lines_paragraphs() {
    let first = [
        words(30.0, 40.0, "g 30 5", "经县人民政府研究，决定任命苏文谦为"),
        // The halves of a line stand in two objects, the later one first.
        words(75.0, 50.0, "5 5 g 6 5", "局长，免去欧阳澄"),
        words(20.0, 50.0, "5 5 5 5 5 5 5 5 5 5", "县水利局局长、县河长办"),
        words(20.0, 60.0, "5 5 5", "职务。"),
        words(100.0, 280.0, "2.5 2.5", "-1-"),
    ];
    let second = words(30.0, 40.0, "", "特此通知。");
    let paper = text_of("a.ofd", &ofd([&page(&first.concat()), &page(&second)]), &Limits::default()).unwrap();
    assert_eq!(
        paper.text,
        "青云县人民政府文件\n经县人民政府研究，决定任命苏文谦为县水利局局长、县河长办局长，免去欧阳澄职务。\n特此通知。"
    );
    assert_eq!((paper.form, paper.notes.as_slice()), (PaperForm::Ofd, &[PaperNote::Signed][..]));
}

#[test]
fn a_matrix_moves_and_scales_text_and_stamps_are_left_out() {
    let turned = |matrix: &str, text: &str| {
        format!(
            r#"<ofd:TextObject Boundary="20 100 9 9" Size="1" CTM="{matrix}"><ofd:TextCode X="0" Y="1" DeltaX="g 9 1">{text}</ofd:TextCode></ofd:TextObject>"#
        )
    };
    let objects =
        turned("5 0 0 5 0 20", "免去韩磊") + &turned("5 0 0 5 0 0", "任命苏文谦") + &turned("3 3 -3 3 0 0", "内部资料");
    let paper = text_of("", &ofd([&page(&objects), &page("")]), &Limits::default()).unwrap();
    assert_eq!(paper.text, "青云县人民政府文件\n任命苏文谦\n免去韩磊");
    assert!(paper.notes.contains(&PaperNote::PagesWithoutText { count: 1 }), "an empty page is said");
}

#[test]
fn what_cannot_be_read_is_said() {
    let limits = Limits::default();
    let read = |parts: &[(&str, &[u8])]| text_of("a.ofd", &package(parts), &limits).unwrap_err();
    assert_eq!(read(&[("OFD.xml", b"<a/>")]), FormError::Damaged);
    assert_eq!(read(&[("OFD.xml", ENTRY.as_bytes())]), FormError::Damaged);
    assert_eq!(read(&[("OFD.xml", b"<OFD><Encryptions>e</Encryptions></OFD>")]), FormError::Encrypted);
    let empty = [("OFD.xml", ENTRY.as_bytes()), ("Doc_0/Document.xml", DOCUMENT.as_bytes())];
    assert_eq!(read(&empty), FormError::Scanned);
    let crowd = format!("<Document>{}</Document>", "<Page BaseLoc=\"a\"/>".repeat(30_000));
    assert_eq!(
        read(&[("OFD.xml", ENTRY.as_bytes()), ("Doc_0/Document.xml", crowd.as_bytes())]),
        FormError::BeyondLimits
    );
    let steps = format!("<Page>{}</Page>", words(0.0, 0.0, "g 999999999999 1 g 18446744073709551615 2", "任"));
    let bomb = text_of("", &ofd([&steps, "<Page/>"]), &limits).map(|paper| paper.text);
    assert_eq!(bomb.as_deref(), Ok("任"), "steps beyond the characters are not made");
}
