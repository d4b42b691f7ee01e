//! PDF files built object by object: the encodings of Chinese, the order of reading, and what was made to harm.
#![allow(clippy::unwrap_used)]

mod made;

use made::pdf::{composite, file, hex, page, plain, stream};
use renmian_forms::{FormError, Limits, PaperNote, text_of};

fn read(bytes: &[u8]) -> Result<String, FormError> {
    text_of("a.pdf", bytes, &Limits::default()).map(|paper| paper.text)
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_be_bytes).collect()
}

#[test]
fn chinese_is_read_in_every_encoding_of_the_format() {
    let text = "任命苏文谦为县水利局局长2023";
    let (gbk, _, _) = encoding_rs::GB18030.encode(text);
    for (font, bytes) in [
        (composite("UniGB-UCS2-H", "GB1", ""), utf16(text)),
        (composite("UniGB-UTF16-H", "GB1", ""), utf16(text)),
        (composite("GBK-EUC-H", "GB1", ""), gbk.to_vec()),
        (composite("GBKp-EUC-H", "GB1", ""), gbk.to_vec()),
    ] {
        let content = format!("BT /F1 16 Tf 90 700 Td <{}> Tj ET", hex(&bytes));
        assert_eq!(read(&page(&font, content.as_bytes())).as_deref(), Ok(text), "{font}");
    }
    let mapped = composite("Identity-H", "Identity", "/ToUnicode 6 0 R");
    assert_eq!(read(&page(&mapped, b"BT /F1 16 Tf 90 700 Td [<0001> -20 <00020003>] TJ ET")).as_deref(), Ok("任命𠮷"));
    // Glyph numbers of the Chinese collection: 啊 is its 939th.
    let numbered = composite("Identity-H", "GB1", "");
    assert_eq!(read(&page(&numbered, b"BT /F1 16 Tf 90 700 Td <03AB00120013> Tj ET")).as_deref(), Ok("啊12"));
    let latin = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[65/uni4EFB/emdash]>>>>";
    assert_eq!(read(&page(latin, b"BT /F1 16 Tf 90 700 Td (A\\102c) Tj ET")).as_deref(), Ok("任—c"));
}

#[test]
fn what_the_fonts_do_not_say_shows() {
    let mapped = composite("Identity-H", "Identity", "/ToUnicode 6 0 R");
    let content = b"BT /F1 16 Tf 90 700 Td <00010002000100020009> Tj ET";
    let paper = text_of("", &page(&mapped, content), &Limits::default()).unwrap();
    assert_eq!(paper.text, "任命任命\u{FFFD}");
    assert_eq!(paper.notes, [PaperNote::BytesReplaced { count: 1 }]);
    let unknown = composite("Identity-H", "Identity", "");
    assert_eq!(read(&page(&unknown, content)), Err(FormError::Scanned), "text that nobody can read is a picture");
}

#[test]
fn text_is_put_in_the_order_of_reading() {
    let font = composite("UniGB-UCS2-H", "GB1", "");
    let at = |x: i32, y: i32, text: &str| format!("BT /F1 10 Tf 1 0 0 1 {x} {y} Tm <{}> Tj ET ", hex(&utf16(text)));
    let content = at(50, 600, "免去韩磊职务。") + &at(50, 700, "任命") + &at(70, 700, "苏文谦") + &at(280, 40, "— 2 —");
    assert_eq!(read(&page(&font, content.as_bytes())).as_deref(), Ok("任命苏文谦\n免去韩磊职务。"));
    let watermark = format!("q 0.7 0.7 -0.7 0.7 100 100 cm {} Q", at(0, 0, "内部"));
    let turned = format!("{watermark} q 0 1 -1 0 500 100 cm {} {} Q", at(0, 20, "任命苏文谦"), at(0, 0, "免去韩磊"));
    assert_eq!(read(&page(&font, turned.as_bytes())).as_deref(), Ok("任命苏文谦\n免去韩磊"), "a page on its side");
}

#[test]
fn forms_inside_a_page_are_read_and_end() {
    let objects = |inner: &str| {
        vec![
            plain("<</Type/Catalog/Pages 2 0 R>>"),
            plain("<</Type/Pages/Kids[3 0 R 2 0 R 3 0 R]/Count 3>>"),
            plain("<</Type/Page/Parent 2 0 R/Contents[4 0 R]/Resources<</XObject<</X 5 0 R>>/Font<</F1 6 0 R>>>>>>"),
            stream("", "/X Do"),
            stream(
                "/Subtype/Form/Matrix[1 0 0 1 50 500]",
                format!("BT /F1 10 Tf <{}> Tj ET {inner}", hex(&utf16("任命苏文谦"))),
            ),
            plain(composite("UniGB-UCS2-H", "GB1", "")),
        ]
    };
    assert_eq!(read(&file(&objects(""), "")).as_deref(), Ok("任命苏文谦"), "a tree in a circle lists the page once");
    assert_eq!(read(&file(&objects("/X Do"), "")).as_deref(), Ok("任命苏文谦"), "a form that draws itself ends");
}

#[test]
fn forms_that_draw_forms_do_not_grow() {
    let mut objects = vec![
        plain("<</Type/Catalog/Pages 2 0 R>>"),
        plain("<</Type/Pages/Kids[3 0 R]>>"),
        plain("<</Type/Page/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>"),
        stream("", "/X Do"),
    ];
    for next in 6..14 {
        let dict = format!("/Subtype/Form/Resources<</XObject<</X {next} 0 R>>>>");
        objects.push(stream(dict, "/X Do ".repeat(20)));
    }
    objects.push(stream("/Subtype/Form", "q Q"));
    assert_eq!(read(&file(&objects, "")), Err(FormError::BeyondLimits), "twenty forms at each of nine levels");
}

fn deflate(bytes: &[u8]) -> Vec<u8> {
    use std::io::Write;
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

#[test]
fn objects_packed_in_streams_are_found() {
    let font = composite("UniGB-UCS2-H", "GB1", "");
    let parts = [
        "<</Type/Catalog/Pages 12 0 R>>".to_owned(),
        "<</Kids[13 0 R]>>".to_owned(),
        "<</Type/Page/Contents 2 0 R/Resources<</Font<</F1 14 0 R>>>>>>".to_owned(),
        font,
    ];
    let mut head = String::new();
    let mut body = String::new();
    for (number, part) in (11..).zip(&parts) {
        head.push_str(&format!("{number} {} ", body.len()));
        body.push_str(part);
        body.push(' ');
    }
    let packed = deflate(format!("{head}{body}").as_bytes());
    let text = format!("BT /F1 10 Tf 50 500 Td <{}> Tj ET", hex(&utf16("任命苏文谦")));
    let objects = [
        stream(format!("/Type/ObjStm/N 4/First {}/Filter/FlateDecode", head.len()), packed),
        stream("/Filter/FlateDecode", deflate(text.as_bytes())),
        stream("/Type/XRef/Root 11 0 R", ""),
    ];
    let bytes = String::from_utf8_lossy(&file(&[], "")).replace("/Root 1 0 R", "");
    let mut bytes = bytes.split("trailer").next().unwrap().as_bytes().to_vec();
    bytes.extend(&file(&objects, "")[15..]);
    let bytes: Vec<u8> = bytes;
    let end = bytes.windows(7).rposition(|window| window == b"trailer").unwrap();
    assert_eq!(read(&bytes[..end]).as_deref(), Ok("任命苏文谦"));
}

#[test]
fn what_cannot_be_read_is_said() {
    let font = composite("UniGB-UCS2-H", "GB1", "");
    assert_eq!(read(&page(&font, b"q /Im1 Do Q")), Err(FormError::Scanned));
    assert_eq!(read(&file(&[plain("<</Type/Catalog>>")], "/Encrypt 9 0 R")), Err(FormError::Encrypted));
    assert_eq!(read(b"%PDF-1.4\nnothing"), Err(FormError::Damaged));
    let small = Limits { unpacked_bytes: 1 << 20, ..Limits::default() };
    let bomb = [
        plain("<</Type/Catalog/Pages 2 0 R>>"),
        plain("<</Kids[3 0 R]>>"),
        plain("<</Type/Page/Contents 4 0 R>>"),
        stream("/Filter/FlateDecode", deflate(&vec![b' '; 2 << 20])),
    ];
    assert_eq!(text_of("", &file(&bomb, ""), &small), Err(FormError::BeyondLimits));
    let deep =
        [plain("<</Type/Catalog/Pages 2 0 R>>"), plain(format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)))];
    assert_eq!(read(&file(&deep, "")), Err(FormError::Damaged));
    let chain = [plain("<</Type/Catalog/Pages 2 0 R>>"), plain("3 0 R"), plain("2 0 R")];
    assert_eq!(read(&file(&chain, "")), Err(FormError::Damaged), "references in a circle");
    let kids: String = (0..30_000).map(|_| "<</Type/Page>>").collect();
    let crowd = [plain("<</Type/Catalog/Pages 2 0 R>>"), plain(format!("<</Kids[{kids}]>>"))];
    assert_eq!(read(&file(&crowd, "")), Err(FormError::BeyondLimits));
    let trailers = [b"%PDF-1.4\n".to_vec(), b"trailer<<".repeat(300_000)].concat();
    assert_eq!(read(&trailers), Err(FormError::Damaged), "trailers inside trailers are not all looked at");
}
