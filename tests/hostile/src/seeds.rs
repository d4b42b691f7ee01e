//! The sound files that changes begin from, one or more in each form. All say invented things.

use renmian_forms::roster::{Column, ColumnKind, RosterRow, RosterSheet, to_csv, to_xlsx};
use renmian_sample::{Chance, any_paper, county};

use crate::made;

/// A Word 97 document.
pub const DOC: &[u8] = include_bytes!("../../../src-tauri/core/forms/tests/fixtures/order.doc");

/// The operators of a page, in codes that the tests' font maps.
pub const PDF_PAGE: &[u8] =
    b"q 1 0 0 1 0 0 cm BT /F1 9 Tf 1 0 0 1 90 700 Tm 2 Tr 12 TL [<00010002> -20 <0003>] TJ T* <0001> Tj (a) ' 1 2 (b) \" 0 -14 Td <0002> Tj ET Q";

/// Papers as text: in every style, and some of the county's.
pub fn texts() -> Vec<String> {
    let any = (0..60).map(|seed| any_paper(&mut Chance::new(seed)).text);
    let county = county(1).papers.into_iter().step_by(9).map(|paper| paper.text);
    any.chain(county).collect()
}

/// A Word document of many parts.
pub fn docx() -> Vec<u8> {
    include_bytes!("../../../src-tauri/core/forms/tests/fixtures/order.docx").to_vec()
}

/// Files that hold papers, each with its form.
pub fn papers() -> Vec<(&'static str, Vec<u8>)> {
    let order = made::ORDER.join("\r\n");
    let utf16: Vec<u8> = order.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let identity = made::pdf::composite("Identity-H", "Identity", "/ToUnicode 6 0 R");
    let spaces = made::pdf::composite("GBK-EUC-H", "GB1", "/ToUnicode 6 0 R");
    vec![
        ("txt", order.clone().into_bytes()),
        ("txt", [b"\xFF\xFE".as_slice(), &utf16].concat()),
        ("txt", b"\xC8\xCE\xC3\xFC\xCB\xD5\xCE\xC4\xC7\xAB\xCE\xAA\xCF\xD8\xBE\xD6\xBE\xD6\xB3\xA4".to_vec()),
        ("doc", DOC.to_vec()),
        ("doc", include_bytes!("../../../src-tauri/core/forms/tests/fixtures/box.doc").to_vec()),
        ("docx", docx()),
        ("docx", include_bytes!("../../../src-tauri/core/forms/tests/fixtures/box.docx").to_vec()),
        ("docx", made::docx(&made::ORDER)),
        ("html", include_bytes!("../../../src-tauri/core/forms/tests/fixtures/order.html").to_vec()),
        ("mht", made::archive("quoted-printable", "<p>=E4=BB=BB=\r\n=E5=91=BD</p>")),
        ("mht", made::archive("base64", "PHA+5Lu75ZG9PC9wPg==")),
        ("rtf", include_bytes!("../../../src-tauri/core/forms/tests/fixtures/order.rtf").to_vec()),
        ("pdf", include_bytes!("../../../src-tauri/core/forms/tests/fixtures/order.pdf").to_vec()),
        ("pdf", made::pdf::page(&identity, PDF_PAGE)),
        ("pdf", made::pdf::page(&spaces, b"BT /F1 9 Tf 1 0 0 1 90 700 Tm [<C8CE> 20 <C3FC>] TJ T* (a) ' ET")),
        ("ofd", made::ofd()),
    ]
}

/// A roster with a heading, two units and a row without a date.
pub fn roster() -> RosterSheet {
    let column = |title: &str| Column::new(title, ColumnKind::Text);
    let row =
        |unit: &str, cells: [&str; 5]| RosterRow { unit: unit.to_owned(), cells: cells.map(str::to_owned).to_vec() };
    RosterSheet {
        heading: "青云县干部花名册".to_owned(),
        as_of: "截至2023年3月31日".to_owned(),
        columns: vec![
            Column::new("序号", ColumnKind::Serial),
            Column::new("单位", ColumnKind::Unit),
            column("职务"),
            column("姓名"),
            column("任现职时间"),
        ],
        rows: vec![
            row("县水利局", ["", "", "局长", "欧阳澄", "2019.03"]),
            row("县水利局", ["", "", "副局长（兼）", "苏 谦", "2021年4月8日"]),
            row("县委办公室", ["", "", "主任", "阿依·古丽", ""]),
        ],
    }
}

/// The roster as a workbook.
pub fn workbook() -> Vec<u8> {
    to_xlsx(&roster()).unwrap_or_default()
}

/// Files that hold rosters.
pub fn rosters() -> Vec<(&'static str, Vec<u8>)> {
    vec![("xlsx", workbook()), ("csv", to_csv(&roster()).unwrap_or_default())]
}
