//! One order in every form that a clerk has it in, made by another program (fixtures/make.py): the same clauses come
//! out of each.
#![allow(clippy::unwrap_used)]

use renmian_forms::{FormError, Limits, PaperForm, PaperNote, PaperText, text_of};

const LINES: [&str; 20] = [
    "青政人〔2023〕7号",
    "青云县人民政府",
    "关于苏文谦等同志职务任免的通知",
    "各乡镇人民政府，县政府各部门：",
    "经2023年3月17日县人民政府第12次常务会议研究，决定任命苏文谦同志为青云县水利局副局长，试用期一年，任职时间从2023年3月17日起计算；免去欧阳澄同志的青云县水利局副局长职务。",
    "一、任命：",
    "（一）苏文谦为县水利局副局长；",
    "（二）阿依古丽·买买提为县民政局局长。",
    "二、免去：",
    "欧阳澄的县水利局副局长职务；阿依古丽·买买提的县信访局副局长职务。",
    "姓名\t任职\t免职",
    "苏文谦\t县水利局副局长\t",
    "欧阳澄\t\t县水利局副局长",
    "阿依古丽·买买提\t县民政局局长\t县信访局副局长",
    "",
    "青云县人民政府",
    "2023年3月20日",
    "（此件公开发布）",
    "",
    "",
];

fn read(bytes: &[u8]) -> PaperText {
    text_of("", bytes, &Limits::default()).unwrap()
}

fn lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

fn expected() -> Vec<&'static str> {
    LINES.into_iter().filter(|line| !line.is_empty()).collect()
}

#[test]
fn a_word_document_of_2007() {
    let paper = read(include_bytes!("fixtures/order.docx"));
    assert_eq!((paper.form, lines(&paper.text)), (PaperForm::Docx, expected()));
    assert_eq!(paper.notes, [PaperNote::ChangesAccepted]);
}

#[test]
fn a_word_document_of_1997() {
    let paper = read(include_bytes!("fixtures/order.doc"));
    assert_eq!((paper.form, lines(&paper.text)), (PaperForm::Doc, expected()));
    assert_eq!(paper.notes, [PaperNote::ChangesAccepted]);
}

#[test]
fn a_text_box_is_read_where_it_hangs() {
    for bytes in [&include_bytes!("fixtures/box.docx")[..], include_bytes!("fixtures/box.doc")] {
        let paper = read(bytes);
        assert_eq!(lines(&paper.text), ["青云县人民政府文件", "关于任免的通知", "任命苏文谦为县水利局副局长。"]);
    }
}

#[test]
fn a_web_page() {
    let paper = read(include_bytes!("fixtures/order.html"));
    // The program that made it writes every number as a plain one, and deleted text as text.
    let plain = |line: &str| {
        let line = line.replace("一、", "1. ").replace("二、", "2. ").replace("（一）", "1. ").replace("（二）", "2. ");
        line.replace("副局长职务；阿", "副局长职务；韩磊的县信访局局长职务；阿")
    };
    let known: Vec<String> = expected().into_iter().map(plain).collect();
    assert_eq!((paper.form, paper.encoding), (PaperForm::Html, Some("UTF-8")));
    assert_eq!(lines(&paper.text), known);
}

#[test]
fn a_rich_text() {
    let paper = read(include_bytes!("fixtures/order.rtf"));
    assert_eq!((paper.form, lines(&paper.text)), (PaperForm::Rtf, expected()));
    assert_eq!(paper.notes, [PaperNote::ChangesAccepted]);
}

#[test]
fn a_pdf_with_text() {
    let paper = read(include_bytes!("fixtures/order.pdf"));
    // The program that made it prints deleted text as well.
    let plain = |line: &str| line.replace("副局长职务；阿", "副局长职务；韩磊的县信访局局长职务；阿");
    assert_eq!(paper.form, PaperForm::Pdf);
    assert_eq!(lines(&paper.text).join("\n"), expected().into_iter().map(plain).collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_list_as_a_table_reads_the_same_in_every_form() {
    let rows = [
        "关于苏文谦等同志职务任免的通知",
        "单位\t姓名\t任职\t免职",
        "青云县水利局\t苏文谦\t党组成员、副局长（试用期一年）\t",
        "青云县水利局\t阿依古丽·买买提\t总工程师\t",
        "青云县民政局\t欧阳澄\t党组书记、局长\t",
        "特此通知。",
    ];
    for (form, bytes) in [
        (PaperForm::Docx, &include_bytes!("fixtures/list.docx")[..]),
        (PaperForm::Doc, include_bytes!("fixtures/list.doc")),
        (PaperForm::Rtf, include_bytes!("fixtures/list.rtf")),
        (PaperForm::Html, include_bytes!("fixtures/list.html")),
        (PaperForm::Pdf, include_bytes!("fixtures/list.pdf")),
    ] {
        let paper = read(bytes);
        assert_eq!((paper.form, lines(&paper.text)), (form, rows.to_vec()));
    }
}

#[test]
fn a_pdf_locked_against_printing_opens_and_one_with_a_password_does_not() {
    let open = read(include_bytes!("fixtures/list.pdf"));
    for (name, bytes) in [
        ("rc4, 40 bits", &include_bytes!("fixtures/locked-rc4-40.pdf")[..]),
        ("rc4, 128 bits", include_bytes!("fixtures/locked-rc4-128.pdf")),
        ("aes, 128 bits", include_bytes!("fixtures/locked-aes-128.pdf")),
        ("aes, 256 bits", include_bytes!("fixtures/locked-aes-256.pdf")),
        ("aes, objects packed", include_bytes!("fixtures/locked-packed.pdf")),
    ] {
        assert_eq!(read(bytes).text, open.text, "{name}");
    }
    let asks = text_of("", include_bytes!("fixtures/password.pdf"), &Limits::default());
    assert_eq!(asks, Err(FormError::Encrypted));
}
