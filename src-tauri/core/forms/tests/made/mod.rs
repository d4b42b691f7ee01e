//! Files that the tests build by themselves, with invented people in an invented county.
#![allow(dead_code)]

pub mod pdf;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A zip package of these parts.
pub fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in parts {
        zip.start_file(*name, options).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

pub const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="r"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// A Word document whose body holds this XML, with further parts.
pub fn docx_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="w" xmlns:mc="mc" xmlns:wps="wps"><w:body>{body}<w:sectPr><w:pgSz w:w="11906"/></w:sectPr></w:body></w:document>"#
    );
    let mut parts: Vec<(&str, &[u8])> = vec![
        ("[Content_Types].xml", b"<Types/>"),
        ("_rels/.rels", RELS.as_bytes()),
        ("word/document.xml", document.as_bytes()),
    ];
    parts.extend(more.iter().map(|(name, text)| (*name, text.as_bytes())));
    package(&parts)
}

/// A Word document of these paragraphs.
pub fn docx(paragraphs: &[&str]) -> Vec<u8> {
    let body: String = paragraphs.iter().map(|text| format!("<w:p><w:r><w:t>{text}</w:t></w:r></w:p>")).collect();
    docx_with(&body, &[])
}

/// An order of the invented county, one string a line.
pub const ORDER: [&str; 9] = [
    "青政人〔2023〕7号",
    "青云县人民政府",
    "关于苏文谦等同志职务任免的通知",
    "各乡镇人民政府，县政府各部门：",
    "经2023年3月17日县政府常务会议研究，决定：",
    "苏文谦同志任青云县水利局副局长（试用期一年）；",
    "免去欧阳澄同志的青云县水利局副局长职务。",
    "青云县人民政府",
    "2023年3月20日",
];

/// A web archive whose page is written in this transfer encoding.
pub fn archive(encoding: &str, body: &str) -> Vec<u8> {
    format!(
        "From: <Saved by WPS>\r\nSubject: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"--=_1\"\r\n\r\nThis is an archive.\r\n\r\n----=_1\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n----=_1\r\nContent-Type: text/html;\r\n\tcharset=\"gb2312\"\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n{body}\r\n----=_1--\r\n"
    )
    .into_bytes()
}

/// An OFD of one page.
pub fn ofd() -> Vec<u8> {
    package(&[
        ("OFD.xml", br#"<ofd:OFD xmlns:ofd="o"><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#),
        ("Doc_0/Document.xml", br#"<ofd:Document xmlns:ofd="o"><ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages></ofd:Document>"#),
        ("Doc_0/Pages/Page_0/Content.xml", r#"<ofd:Page xmlns:ofd="o"><ofd:Content><ofd:Layer><ofd:TextObject Boundary="20 30 100 9" Size="5" CTM="1 0 0 1 0 0"><ofd:TextCode X="0" Y="4" DeltaX="g 9 5">任命苏文谦为县水利局局长</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"#.as_bytes()),
    ])
}
