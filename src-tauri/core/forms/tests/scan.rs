//! Scanned papers: pictures taken out of a PDF as files of their own, and what `tesseract` answers as text.
#![allow(clippy::unwrap_used)]

mod made;

use made::pdf::{Made, file, plain, stream};
use renmian_forms::scan::{page_pictures, picture_ending, scan_text};
use renmian_forms::{FormError, Limits};

fn scanned(pictures: Vec<Made>) -> Vec<u8> {
    let names: String = (4..4 + pictures.len()).map(|number| format!("/P{number} {number} 0 R")).collect();
    let mut objects = vec![
        plain("<</Type/Catalog/Pages 2 0 R>>"),
        plain("<</Kids[3 0 R]>>"),
        plain(format!("<</Type/Page/Resources<</XObject<<{names}>>>>>>")),
    ];
    objects.extend(pictures);
    file(&objects, "")
}

fn taken(pictures: Vec<Made>) -> Vec<(&'static str, Vec<u8>)> {
    let pages = page_pictures(&scanned(pictures), &Limits::default()).unwrap();
    pages.into_iter().map(|picture| (picture.ending, picture.bytes)).collect()
}

#[test]
fn pictures_of_pages_become_files() {
    let image = |more: &str, bytes: &[u8]| stream(format!("/Subtype/Image {more}"), bytes);
    let jpeg = b"\xFF\xD8\xFF\xE0 dots".to_vec();
    let seal = image("/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray", &[0; 81]);
    let page = image("/Width 1000/Height 1400/Filter/DCTDecode", &jpeg);
    assert_eq!(taken(vec![seal, page]), [("jpg", jpeg)], "the page is taken, the seal is not");
    let grey = image("/Width 3/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray", &[0, 50, 100, 150, 200, 250]);
    assert_eq!(taken(vec![grey]), [("pnm", b"P5\n3 2\n255\n\x00\x32\x64\x96\xC8\xFA".to_vec())]);
    let bits = image("/Width 9/Height 1/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/ASCIIHexDecode", b"0F80>");
    assert_eq!(
        taken(vec![bits]),
        [("pnm", b"P4\n9 1\n\xF0\x7F".to_vec())],
        "a set bit is white in one, black in the other"
    );
    let indexed = image("/Width 2/Height 1/BitsPerComponent 8/ColorSpace[/Indexed/DeviceRGB 1<000000FFFFFF>]", &[1, 0]);
    assert_eq!(taken(vec![indexed]), [("pnm", b"P6\n2 1\n255\n\xFF\xFF\xFF\0\0\0".to_vec())]);
    let fax = image("/Width 1728/Height 10/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 1728>>", b"fax");
    let [(ending, bytes)] = taken(vec![fax]).try_into().unwrap();
    assert_eq!((ending, picture_ending(&bytes)), ("tif", Some("tif")));
    assert!(bytes.ends_with(b"fax") && bytes.len() == 8 + 2 + 9 * 12 + 4 + 3, "the frame points at the page");
}

#[test]
fn pictures_are_their_own_page_and_other_files_are_refused() {
    let limits = Limits::default();
    let png = b"\x89PNG\r\n\x1A\n....";
    let [page] = page_pictures(png, &limits).unwrap().try_into().unwrap();
    assert_eq!((page.page, page.ending, page.bytes.as_slice()), (1, "png", &png[..]));
    assert_eq!(page_pictures(b"text", &limits), Err(FormError::FormUnknown));
    assert_eq!(page_pictures(&scanned(vec![]), &limits), Err(FormError::Scanned));
    let coded = stream("/Subtype/Image/Width 9/Height 9/Filter/JBIG2Decode", "x");
    assert_eq!(page_pictures(&scanned(vec![coded]), &limits), Err(FormError::Scanned));
    let lying = stream("/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB", "x");
    assert_eq!(
        page_pictures(&scanned(vec![lying]), &limits),
        Err(FormError::Scanned),
        "dots that are not there are not made"
    );
}

const HEAD: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

/// A line of an answer: where it begins, how wide it is, its words and how sure each is.
type Answered<'a> = (u32, u32, &'a [(&'a str, f32)]);

/// The answer for a page of these lines.
fn answer(lines: &[Answered<'_>]) -> String {
    let mut out = HEAD.to_owned() + "\n1\t1\t0\t0\t0\t0\t0\t0\t1000\t1400\t-1\t\n";
    for (at, (left, width, words)) in lines.iter().enumerate() {
        out.push_str(&format!("4\t1\t1\t1\t{at}\t0\t{left}\t{at}0\t{width}\t20\t-1\t\n"));
        let mut x = *left;
        for (word, confidence) in *words {
            let wide = word.chars().count() as u32 * 20;
            out.push_str(&format!("5\t1\t1\t1\t{at}\t1\t{x}\t0\t{wide}\t20\t{confidence}\t{word}\n"));
            x += wide;
        }
    }
    out
}

#[test]
fn words_keep_their_place_and_how_sure_they_are() {
    let first = answer(&[
        (140, 860, &[("任命", 96.0), ("苏文谦", 71.5), ("为", 95.0), ("县", 90.0)]),
        (100, 160, &[("水利局", 93.0), ("局长。", 92.0)]),
        (450, 60, &[("—", 30.0), ("1", 90.0), ("—", 30.0)]),
    ]);
    let second = answer(&[(140, 120, &[("免去", 96.0), ("ab", 88.0), ("12", 80.0)])]);
    let read = scan_text(&[&first, &second], &Limits::default()).unwrap();
    assert_eq!(read.text, "任命苏文谦为县水利局局长。\n免去ab12");
    assert_eq!(read.confidence(0, 7), Some(71.5));
    assert_eq!(read.confidence(5, 12), Some(90.0));
    assert!(
        read.is_certain(5, 12, 85.0) && !read.is_certain(0, 7, 85.0),
        "one doubtful word makes the clause doubtful"
    );
    assert!(!read.is_certain(100, 200, 85.0), "what was not read is not certain");
    let places: Vec<String> =
        read.words.iter().map(|w| read.text.chars().skip(w.start).take(w.end - w.start).collect()).collect();
    assert_eq!(places[..3], ["任命", "苏文谦", "为"]);
}

#[test]
fn round_brackets_that_were_taken_for_angle_ones_are_round_again() {
    let page = answer(&[
        (100, 800, &[("韩雪", 96.0), ("〈", 60.0), ("女)", 60.0), ("任局长", 95.0), ("〈兼》。", 60.0)]),
        (100, 300, &[("《〈章程〉修订》", 90.0)]),
    ]);
    let read = scan_text(&[&page], &Limits::default()).unwrap();
    assert_eq!(read.text, "韩雪（女）任局长（兼）。\n《〈章程〉修订》", "a title keeps the brackets inside it");
}

#[test]
fn answers_in_another_form_are_refused() {
    let limits = Limits::default();
    assert_eq!(scan_text(&["Tesseract couldn't load any languages!"], &limits), Err(FormError::Damaged));
    assert_eq!(scan_text(&[HEAD], &limits), Err(FormError::Empty));
    assert_eq!(scan_text(&[], &limits), Err(FormError::Empty));
    let odd = format!("{HEAD}\n5\t1\t1\t1\t1\t1\tx\t0\t1\t1\t90\t任\n");
    assert_eq!(scan_text(&[&odd], &limits), Err(FormError::Damaged));
}
