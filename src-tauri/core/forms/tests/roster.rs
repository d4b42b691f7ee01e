//! Rosters out and in: what a workbook must carry to print as it is, and reading back what was written.

#![allow(clippy::unwrap_used)]

mod made;

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use renmian_domain::Gender;
use renmian_forms::roster::{
    Column, ColumnKind, RosterEntries, RosterRow, RosterSheet, RowRefusal, Table, UnusedRow, read_table, to_csv,
    to_xlsx,
};
use renmian_forms::{FormError, Limits};

fn sheet() -> RosterSheet {
    let columns = [
        ("序号", ColumnKind::Serial),
        ("单位", ColumnKind::Unit),
        ("职务", ColumnKind::Text),
        ("姓名", ColumnKind::Centred),
        ("性别", ColumnKind::Centred),
        ("民族", ColumnKind::Centred),
        ("出生年月", ColumnKind::Centred),
        ("任现职时间", ColumnKind::Centred),
        ("任职文号", ColumnKind::Centred),
        ("备注", ColumnKind::Text),
    ];
    let row = |unit: &str, cells: [&str; 8]| RosterRow {
        unit: unit.to_owned(),
        cells: ["", ""].iter().chain(&cells).map(|cell| (*cell).to_owned()).collect(),
    };
    RosterSheet {
        heading: "青云县干部花名册".to_owned(),
        as_of: "截至2023年3月31日".to_owned(),
        columns: columns.map(|(title, kind)| Column::new(title, kind)).to_vec(),
        rows: vec![
            row(
                "青云县水利局",
                ["党组书记、局长", "欧阳澄", "男", "汉族", "1975.10", "2019.03", "青政人〔2019〕4号", ""],
            ),
            row(
                "青云县水利局",
                ["副局长", "苏文谦", "女", "回族", "1980.01", "2023.03.17", "青政人〔2023〕7号", "试用期一年"],
            ),
            row("青云县水利局", ["党组成员", "阿依古丽·买买提", "女", "维吾尔族", "1983", "", "", "=1+1"]),
            row("青云县民政局", ["局长", "韩 磊", "男", "汉族", "", "2020", "", "第一行\n第二行"]),
        ],
    }
}

fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn read(name: &str, bytes: &[u8]) -> Table {
    read_table(name, bytes, &Limits::default()).unwrap()
}

#[test]
fn the_workbook_prints_as_it_is() {
    let bytes = to_xlsx(&sheet()).unwrap();
    let page = part(&bytes, "xl/worksheets/sheet1.xml");
    for (claim, mark) in [
        ("A4 landscape, one page wide", r#"<pageSetup paperSize="9" fitToHeight="0" orientation="landscape""#),
        ("fitting is on", "<pageSetUpPr fitToPage=\"1\"/>"),
        (
            "panes stay below the header",
            r#"<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>"#,
        ),
        ("page x of y", "第 &amp;P 页　共 &amp;N 页"),
        ("the heading runs over the table", r#"<mergeCell ref="A1:J1"/>"#),
        ("the day runs over the table", r#"<mergeCell ref="A2:J2"/>"#),
        ("a unit's cell runs over its rows", r#"<mergeCell ref="B4:B6"/>"#),
        ("margins are set", "<pageMargins left=\"0.5\" right=\"0.5\""),
    ] {
        assert!(page.contains(mark), "{claim}: {mark} not in the sheet");
    }
    assert!(page.contains("<mergeCells count=\"3\">"), "a unit of one row is not merged");
    assert!(!page.contains("<f>"), "no cell is a formula");
    let book = part(&bytes, "xl/workbook.xml");
    assert!(book.contains("_xlnm.Print_Titles") && book.contains("花名册!$3:$3"), "the header is repeated in print");
    assert!(book.contains("_xlnm.Print_Area") && book.contains("花名册!$A$1:$J$7"), "the print area is the table");
    let styles = part(&bytes, "xl/styles.xml");
    assert!(styles.contains("仿宋") && styles.contains("黑体") && styles.contains("wrapText=\"1\""));
    assert!(styles.contains("style=\"thin\""), "cells have thin borders");
}

#[test]
fn the_cells_of_the_workbook_are_text() {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(to_xlsx(&sheet()).unwrap())).unwrap();
    let range = workbook.worksheet_range("花名册").unwrap();
    let text = |row, column| match range.get((row, column)) {
        Some(Data::String(text)) => text.clone(),
        other => panic!("row {row}, column {column} is {other:?}"),
    };
    assert_eq!((text(0, 0), text(1, 0)), ("青云县干部花名册".to_owned(), "截至2023年3月31日".to_owned()));
    assert_eq!((text(3, 0), text(3, 1), text(3, 6)), ("1".to_owned(), "青云县水利局".to_owned(), "1975.10".to_owned()));
    assert_eq!(text(5, 9), "=1+1");
    assert_eq!(workbook.worksheet_formula("花名册").unwrap().cells().filter(|(.., f)| !f.is_empty()).count(), 0);
}

#[test]
fn columns_fit_their_chinese_text() {
    let page = part(&to_xlsx(&sheet()).unwrap(), "xl/worksheets/sheet1.xml");
    let width = |column: usize| -> f64 {
        let from = page.find(&format!("<col min=\"{column}\"")).expect("the column has a width");
        let rest = page[from..].split("width=\"").nth(1).unwrap();
        rest.split('"').next().unwrap().parse().unwrap()
    };
    assert!(width(2) >= 12.0 * 1.1, "six characters of a unit take twelve places");
    assert!(width(1) < 9.0, "the serial number stays narrow");
    assert!(width(9) >= 17.0 * 1.1, "a document number stays on one line");
}

#[test]
fn the_same_roster_gives_the_same_bytes() {
    assert_eq!(to_xlsx(&sheet()).unwrap(), to_xlsx(&sheet()).unwrap());
}

#[test]
fn an_empty_roster_is_still_a_sheet() {
    let empty = RosterSheet { rows: Vec::new(), ..sheet() };
    assert!(to_xlsx(&empty).is_ok_and(|bytes| read("a.xlsx", &bytes).rows.is_empty()));
    assert!(to_csv(&empty).is_ok_and(|bytes| bytes.ends_with("备注\r\n".as_bytes())));
}

#[test]
fn the_csv_is_what_excel_shows() {
    let bytes = to_csv(&sheet()).unwrap();
    assert!(bytes.starts_with(&[0xEF, 0xBB, 0xBF]), "the mark tells Excel that it is UTF-8");
    let text = String::from_utf8(bytes[3..].to_vec()).unwrap();
    let lines: Vec<&str> = text.split("\r\n").collect();
    assert_eq!(lines[0], "序号,单位,职务,姓名,性别,民族,出生年月,任现职时间,任职文号,备注");
    assert_eq!(lines[2], "2,青云县水利局,副局长,苏文谦,女,回族,1980.01,2023.03.17,青政人〔2023〕7号,试用期一年");
    assert!(lines[3].ends_with(",'=1+1"), "a formula is made text");
    assert!(lines[4].ends_with(",\"第一行\n第二行\""), "a line end inside a cell is quoted");
    assert_eq!(lines.last(), Some(&""), "the last line ends too");
}

#[test]
fn what_was_written_is_read_back() {
    let sheet = sheet();
    for (name, bytes) in [("a.xlsx", to_xlsx(&sheet).unwrap()), ("a.csv", to_csv(&sheet).unwrap())] {
        let table = read(name, &bytes);
        let known = RosterEntries::of(&table);
        assert_eq!(known.unused, [], "{name}: every row is used");
        let day = known.as_of.map(|day| day.to_string());
        assert_eq!(day.as_deref(), (name == "a.xlsx").then_some("2023-03-31"), "{name}: the day of the heading");
        let rows: Vec<String> = known
            .entries
            .iter()
            .map(|e| {
                let date = |d: Option<renmian_domain::PartialDate>| d.map_or("-".to_owned(), |d| d.to_string());
                let unit = e.unit.as_deref().unwrap();
                format!("{unit}|{}|{}|{}|{}", e.post, e.name, date(e.birth), date(e.since))
            })
            .collect();
        assert_eq!(
            rows,
            [
                "青云县水利局|党组书记、局长|欧阳澄|1975-10|2019-03",
                "青云县水利局|副局长|苏文谦|1980-01|2023-03-17",
                "青云县水利局|党组成员|阿依古丽·买买提|1983|-",
                "青云县民政局|局长|韩磊|-|2020",
            ],
            "{name}"
        );
        let second = &known.entries[1];
        assert_eq!((second.gender, second.ethnicity.as_deref()), (Some(Gender::Female), Some("回族")));
        assert_eq!((second.order.as_deref(), second.note.as_deref()), (Some("青政人〔2023〕7号"), Some("试用期一年")));
        assert_eq!(known.entries[2].note.as_deref(), Some("=1+1"));
        let first_row = if name == "a.xlsx" { 4 } else { 2 };
        assert_eq!(known.entries[0].row, first_row, "{name}: the row is the one that the program shows");
    }
}

fn entries(csv: &str) -> RosterEntries {
    let (bytes, _, _) = encoding_rs::GB18030.encode(csv);
    RosterEntries::of(&read("名册.csv", &bytes))
}

#[test]
fn a_clerks_own_table_in_gbk_is_understood() {
    let known = entries(
        "青云县干部名册（截至2022年12月31日）,,,,\r\n\r\n序号,工作单位,现任职务,姓 名,任职时间,联系电话\r\n1,县水利局,局长,欧阳澄（男，汉族，党外）,2019.3,123\r\n2,,副局长,苏文谦,2020年5月起,\r\n,,,,,\r\n3,县民政局,局长,空缺,,\r\n4,县民政局,,韩磊,,\r\n5,县民政局,副局长,,,\r\n合计,,,4,,\r\n",
    );
    assert_eq!(known.as_of.map(|day| day.to_string()).as_deref(), Some("2022-12-31"));
    let second = &known.entries[1];
    assert_eq!((second.row, second.unit.as_deref(), second.name.as_str()), (5, Some("县水利局"), "苏文谦"));
    assert_eq!(second.since.map(|day| day.to_string()).as_deref(), Some("2020-05"));
    let first = &known.entries[0];
    assert_eq!(
        (first.name.as_str(), first.gender, first.note.as_deref()),
        ("欧阳澄", Some(Gender::Male), Some("党外"))
    );
    assert_eq!(first.others, [("联系电话".to_owned(), "123".to_owned())]);
    assert_eq!(
        known.unused,
        [
            UnusedRow { row: 7, reason: RowRefusal::Vacant },
            UnusedRow { row: 8, reason: RowRefusal::PostMissing },
            UnusedRow { row: 9, reason: RowRefusal::NameMissing },
            UnusedRow { row: 10, reason: RowRefusal::Sum },
        ]
    );
}

#[test]
fn a_date_that_may_have_lost_its_zero_stays_blank() {
    let known = entries(
        "单位,职务,姓名,任现职时间,出生年月\n县水利局,局长,欧阳澄,2019.1,1975.10\n县水利局,副局长,苏文谦,不详,197510\n",
    );
    assert_eq!(known.entries[0].since, None, "January, or an October that lost its zero");
    assert_eq!(known.entries[0].doubts[0].text, "2019.1");
    assert_eq!(known.entries[1].doubts[0].title, "任现职时间");
    assert_eq!(known.entries[1].birth.map(|day| day.to_string()).as_deref(), Some("1975-10"));
}

#[test]
fn dates_of_a_workbook_keep_the_precision_that_it_shows() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let page = workbook.add_worksheet();
    let month = rust_xlsxwriter::Format::new().set_num_format("yyyy\".\"mm");
    let day = rust_xlsxwriter::Format::new().set_num_format("yyyy/m/d");
    let places = rust_xlsxwriter::Format::new().set_num_format("0.00");
    for (column, title) in (0..).zip(["单位", "职务", "姓名", "任现职时间"]) {
        page.write_string(1, column, title).unwrap();
    }
    page.merge_range(2, 0, 5, 0, "县水利局", &rust_xlsxwriter::Format::new()).unwrap();
    let date = rust_xlsxwriter::ExcelDateTime::from_ymd(2019, 3, 1).unwrap();
    for row in 2..6 {
        page.write_string(row, 1, "副局长").unwrap();
        page.write_string(row, 2, format!("甲{row}")).unwrap();
    }
    page.write_datetime_with_format(2, 3, &date, &month).unwrap();
    page.write_datetime_with_format(3, 3, &date, &day).unwrap();
    page.write_number_with_format(4, 3, 2019.1, &places).unwrap();
    page.write_number(5, 3, 2019.1).unwrap();
    let known = RosterEntries::of(&read("", &workbook.save_to_buffer().unwrap()));
    let since: Vec<Option<String>> = known.entries.iter().map(|e| e.since.map(|day| day.to_string())).collect();
    let since: Vec<Option<&str>> = since.iter().map(Option::as_deref).collect();
    assert_eq!(since, [Some("2019-03"), Some("2019-03-01"), Some("2019-10"), None]);
    assert!(known.entries.iter().all(|e| e.unit.as_deref() == Some("县水利局")), "a merged unit fills its rows");
}

#[test]
fn units_may_stand_as_lines_over_the_table_and_titles_in_two_rows() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write_string(0, 0, "说明").unwrap();
    let page = workbook.add_worksheet();
    let plain = rust_xlsxwriter::Format::new();
    page.merge_range(0, 0, 0, 3, "青云县领导干部名册（2023年3月）", &plain).unwrap();
    page.merge_range(1, 0, 2, 0, "姓名", &plain).unwrap();
    page.merge_range(1, 1, 2, 1, "职务", &plain).unwrap();
    page.merge_range(1, 2, 1, 3, "学历学位", &plain).unwrap();
    page.write_string(2, 2, "全日制").unwrap();
    page.write_string(2, 3, "在职").unwrap();
    page.merge_range(3, 0, 3, 3, "一、县水利局", &plain).unwrap();
    for (column, text) in (0..).zip(["欧阳澄", "局长", "大学", "硕士"]) {
        page.write_string(4, column, text).unwrap();
    }
    page.merge_range(5, 0, 5, 3, "二、县民政局", &plain).unwrap();
    for (column, text) in (0..).zip(["姓名", "职务"]) {
        page.write_string(6, column, text).unwrap();
    }
    page.write_string(7, 0, "韩磊").unwrap();
    page.write_string(7, 1, "局长").unwrap();
    let table = read("a.xlsx", &workbook.save_to_buffer().unwrap());
    assert_eq!(table.titles, ["姓名", "职务", "学历学位全日制", "学历学位在职"]);
    assert_eq!(table.as_of.map(|day| day.to_string()).as_deref(), Some("2023-03"));
    let known = RosterEntries::of(&table);
    let rows: Vec<(&str, &str)> =
        known.entries.iter().map(|e| (e.unit.as_deref().unwrap_or_default(), e.name.as_str())).collect();
    assert_eq!(rows, [("县水利局", "欧阳澄"), ("县民政局", "韩磊")]);
}

#[test]
fn tables_that_cannot_be_used_are_refused() {
    let limits = Limits { table_rows: 10, ..Limits::default() };
    let read = |bytes: &[u8]| read_table("a.csv", bytes, &limits).unwrap_err();
    assert_eq!(read(b""), FormError::Empty);
    assert_eq!(read("甲,乙\n丙,丁\n".as_bytes()), FormError::TableHeadMissing);
    assert_eq!(read("姓名,职务\n".repeat(20).as_bytes()), FormError::TableTooLong { rows: 10 });
    assert_eq!(read(&made::docx(&["姓名"])), FormError::Damaged);
    assert_eq!(read(&[0, 1, 2, 3, 4, 5, 6, 7]), FormError::NotText);
    let whole = to_xlsx(&sheet()).unwrap();
    assert_eq!(read(&whole[..whole.len() / 2]), FormError::Damaged);
}

#[test]
fn a_sheet_as_large_as_excel_allows_costs_no_memory() {
    let cell = |place: &str, text: &str| format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#);
    let page = format!(
        r#"<worksheet xmlns="m"><sheetData><row r="1">{}{}{}</row><row r="2">{}</row><row r="1048576">{}{}</row></sheetData><mergeCells count="1"><mergeCell ref="A2:A1048576"/></mergeCells></worksheet>"#,
        cell("A1", "单位"),
        cell("B1", "职务"),
        cell("C1", "姓名"),
        cell("A2", "县水利局"),
        cell("C1048576", "欧阳澄"),
        cell("XFD1048576", "x")
    );
    let bytes = made::package(&[
        ("[Content_Types].xml", br#"<Types xmlns="t"/>"#),
        ("_rels/.rels", br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#),
        ("xl/workbook.xml", br#"<workbook xmlns:r="r"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>"#),
        ("xl/_rels/workbook.xml.rels", br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#),
        ("xl/worksheets/sheet1.xml", page.as_bytes()),
    ]);
    let table = read("a.xlsx", &bytes);
    let rows: Vec<(u32, &str, &str)> = table.rows.iter().map(|row| (row.number, row.text(0), row.text(2))).collect();
    assert_eq!(
        rows,
        [(2, "县水利局", ""), (1_048_576, "县水利局", "欧阳澄")],
        "a merged unit fills the rows that are there"
    );
}
