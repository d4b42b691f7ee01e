//! Word documents, built part by part: what stands in them comes out as lines, what was deleted does not.

#![allow(clippy::unwrap_used)]

mod made;

use made::{ORDER, docx, docx_with, package};
use renmian_forms::{FormError, Limits, PaperForm, PaperNote, PaperText, text_of};

fn read(bytes: &[u8]) -> PaperText {
    text_of("通知.docx", bytes, &Limits::default()).unwrap()
}

#[test]
fn paragraphs_become_lines() {
    let paper = read(&docx(&ORDER));
    assert_eq!(paper.text, ORDER.join("\n"));
    assert_eq!((paper.form, paper.encoding, paper.notes.len()), (PaperForm::Docx, None, 0));
    let again = text_of("", &docx(&ORDER), &Limits::default()).unwrap();
    assert_eq!(again, paper, "the form is known without a name");
}

#[test]
fn changes_are_read_as_accepted() {
    let body = r#"<w:p><w:r><w:t>任命</w:t></w:r><w:del w:id="1"><w:r><w:delText>李旧</w:delText></w:r></w:del>
        <w:ins w:id="2"><w:r><w:t>苏文谦</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移走</w:t></w:r></w:moveFrom>
        <w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t xml:space="preserve">为局长</w:t></w:r></w:p>
        <w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr><w:r><w:t>免去</w:t></w:r></w:p><w:p><w:r><w:t>欧阳澄职务</w:t></w:r></w:p>
        <w:tbl><w:tr><w:trPr><w:del w:id="4"/></w:trPr><w:tc><w:p><w:r><w:t>删</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>"#;
    let paper = read(&docx_with(body, &[]));
    assert_eq!(paper.text, "任命苏文谦为局长\n免去欧阳澄职务");
    assert_eq!(paper.notes, [PaperNote::ChangesAccepted]);
}

#[test]
fn tables_give_a_line_a_row_and_a_frame_gives_its_lines() {
    let cell = |text: &str| format!("<w:tc><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>");
    let two = "<w:tc><w:p><w:r><w:t>水利局</w:t></w:r></w:p><w:p><w:r><w:t>副局长</w:t><w:br/><w:t>（正科级）</w:t></w:r></w:p></w:tc>";
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}{two}</w:tr></w:tbl><w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
        cell("姓名"),
        cell("职务"),
        cell("苏文谦")
    );
    assert_eq!(read(&docx_with(&body, &[])).text, "姓名\t职务\n苏文谦\t水利局 副局长 （正科级）\n甲\n乙");
}

#[test]
fn a_table_inside_a_cell_stays_in_its_row() {
    let inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let body = format!(
        "<w:tbl><w:tr><w:tc>{inner}<w:p/></w:tc><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    );
    assert_eq!(read(&docx_with(&body, &[])).text, "甲 乙\t丙");
}

#[test]
fn a_cell_over_several_rows_is_said_in_each() {
    let cell = |text: &str, merge: &str| {
        format!("<w:tc><w:tcPr>{merge}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>")
    };
    let row = |cells: [String; 3]| format!("<w:tr>{}</w:tr>", cells.concat());
    let begins = r#"<w:vMerge w:val="restart"/>"#;
    let body = format!(
        "<w:tbl>{}{}{}</w:tbl>",
        row([cell("1", ""), cell("县水利局", begins), cell("苏文谦", "")]),
        row([cell("2", ""), cell("", "<w:vMerge/>"), cell("欧阳澄", "")]),
        row([cell("3", ""), cell("", ""), cell("韩磊", "")])
    );
    assert_eq!(read(&docx_with(&body, &[])).text, "1\t县水利局\t苏文谦\n2\t县水利局\t欧阳澄\n3\t\t韩磊");
}

#[test]
fn text_boxes_are_read_once() {
    let boxed = "<w:txbxContent><w:p><w:r><w:t>青政人〔2023〕7号</w:t></w:r></w:p></w:txbxContent>";
    let body = format!(
        "<w:p><w:r><mc:AlternateContent><mc:Choice>{boxed}</mc:Choice><mc:Fallback>{boxed}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>通知</w:t></w:r></w:p>"
    );
    assert_eq!(read(&docx_with(&body, &[])).text, "青政人〔2023〕7号\n通知");
}

#[test]
fn fields_give_their_result_and_hidden_text_nothing() {
    let body = r#"<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:t>2023年</w:t></w:r>
        <w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>3月</w:t></w:r>
        <w:r><w:tab/><w:t>任</w:t><w:noBreakHyphen/><w:t>免</w:t></w:r></w:p>"#;
    let paper = read(&docx_with(body, &[]));
    assert_eq!(paper.text, "2023年3月\t任-免");
    assert_eq!(paper.notes, [PaperNote::HiddenLeftOut]);
}

#[test]
fn automatic_numbers_stand_before_their_paragraphs() {
    let numbering = r#"<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>
        <w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num></w:numbering>"#;
    let styles = r#"<w:styles xmlns:w="w"><w:style w:styleId="a1"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
        <w:style w:styleId="a2"><w:basedOn w:val="a1"/></w:style><w:style w:styleId="a3"><w:basedOn w:val="a3"/></w:style></w:styles>"#;
    let by_number = |text: &str| {
        format!(
            r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="7"/></w:numPr></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#
        )
    };
    let by_style = |style: &str, text: &str| {
        format!(r#"<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"#)
    };
    let body =
        by_number("任职") + &by_style("a2", "甲") + &by_style("a2", "乙") + &by_number("免职") + &by_style("a3", "丙");
    let bytes = docx_with(&body, &[("word/numbering.xml", numbering), ("word/styles.xml", styles)]);
    assert_eq!(read(&bytes).text, "一、任职\n（一）甲\n（二）乙\n二、免职\n丙");
}

#[test]
fn footnotes_follow_the_text() {
    let notes = r#"<w:footnotes xmlns:w="w"><w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>x</w:t></w:r></w:p></w:footnote>
        <w:footnote w:id="2"><w:p><w:r><w:t>任期三年</w:t></w:r></w:p></w:footnote></w:footnotes>"#;
    let bytes = docx_with("<w:p><w:r><w:t>正文</w:t></w:r></w:p>", &[("word/footnotes.xml", notes)]);
    let paper = read(&bytes);
    assert_eq!((paper.text.as_str(), paper.notes.as_slice()), ("正文\n任期三年", &[PaperNote::FootnotesAppended][..]));
}

#[test]
fn what_cannot_be_read_is_said() {
    let limits = Limits::default();
    let read = |bytes: &[u8]| text_of("a.docx", bytes, &limits);
    assert_eq!(read(&[]).unwrap_err(), FormError::Empty);
    assert_eq!(read(&docx(&[""])).unwrap_err(), FormError::Empty);
    assert_eq!(read(&package(&[("a.txt", b"x")])).unwrap_err(), FormError::FormUnknown);
    let whole = docx(&ORDER);
    assert_eq!(read(&whole[..whole.len() / 2]).unwrap_err(), FormError::Damaged);
    assert_eq!(read(&docx_with("<w:p><w:r>", &[])).unwrap_err(), FormError::Damaged);
    let small = Limits { file_bytes: 1 << 20, ..Limits::default() };
    assert_eq!(text_of("", &vec![b'a'; (1 << 20) + 1], &small).unwrap_err(), FormError::TooLarge { megabytes: 1 });
}

#[test]
fn bombs_are_refused_before_they_grow() {
    let limits = Limits::default();
    let deep = format!("{}{}", "<w:sdt>".repeat(400), "</w:sdt>".repeat(400));
    assert_eq!(text_of("", &docx_with(&deep, &[]), &limits).unwrap_err(), FormError::BeyondLimits);
    let flat = format!("<w:p><w:r><w:t>{}</w:t></w:r></w:p>", " ".repeat(40 << 20));
    assert_eq!(text_of("", &docx_with(&flat, &[]), &limits).unwrap_err(), FormError::BeyondLimits);
    let small = Limits { text_chars: 1000, ..Limits::default() };
    assert_eq!(text_of("", &docx(&["任".repeat(1001).as_str()]), &small).unwrap_err(), FormError::BeyondLimits);
    let crowd: Vec<String> = (0..5000).map(|i| format!("p{i}")).collect();
    let parts: Vec<(&str, &[u8])> = crowd.iter().map(|name| (name.as_str(), &b"x"[..])).collect();
    assert_eq!(text_of("", &package(&parts), &limits).unwrap_err(), FormError::BeyondLimits);
}
