//! Files that were cut, changed or made to harm: each gives text or an error, and never a panic.
#![allow(clippy::unwrap_used)]

mod made;

use proptest::prelude::*;
use renmian_forms::roster::{Column, ColumnKind, RosterRow, RosterSheet, read_table, to_xlsx};
use renmian_forms::{Limits, text_of};

/// The parts of a package with their names.
type Parts = Vec<(String, Vec<u8>)>;

/// Files in every form; packages are changed inside, else every change would only break their sums.
fn samples() -> Vec<(Option<Parts>, Vec<u8>)> {
    let plain = [
        made::ORDER.join("\r\n").into_bytes(),
        include_bytes!("fixtures/order.doc").to_vec(),
        include_bytes!("fixtures/box.doc").to_vec(),
        include_bytes!("fixtures/order.html").to_vec(),
        include_bytes!("fixtures/order.rtf").to_vec(),
        include_bytes!("fixtures/order.pdf").to_vec(),
        include_bytes!("fixtures/locked-packed.pdf").to_vec(),
        include_bytes!("fixtures/list.doc").to_vec(),
        made::pdf::page(
            &made::pdf::composite("GBK-EUC-H", "GB1", "/ToUnicode 6 0 R"),
            b"BT /F1 9 Tf 1 0 0 1 90 700 Tm [<C8CE> 20 <C3FC>] TJ T* (a) ' ET",
        ),
        made::archive("quoted-printable", "<p>=E4=BB=BB=\r\n=E5=91=BD</p>"),
        include_bytes!("fixtures/order.docx").to_vec(),
    ];
    let packages = [include_bytes!("fixtures/order.docx").to_vec(), made::ofd(), workbook()];
    let inside = packages.map(|bytes| (Some(parts(&bytes)), bytes));
    plain.into_iter().map(|bytes| (None, bytes)).chain(inside).collect()
}

fn workbook() -> Vec<u8> {
    let column = |title: &str| Column::new(title, ColumnKind::Text);
    let sheet = RosterSheet {
        heading: "青云县干部花名册".to_owned(),
        as_of: "截至2023年3月31日".to_owned(),
        columns: vec![Column::new("单位", ColumnKind::Unit), column("职务"), column("姓名"), column("任现职时间")],
        rows: vec![
            RosterRow {
                unit: "县水利局".to_owned(),
                cells: ["", "局长", "欧阳澄", "2019.03"].map(str::to_owned).to_vec()
            };
            3
        ],
    };
    to_xlsx(&sheet).unwrap()
}

fn parts(bytes: &[u8]) -> Parts {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut part = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
            (part.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

/// What a change does at its place.
#[derive(Debug, Clone)]
enum Change {
    Set(u8),
    Insert(Vec<u8>),
    Remove(usize),
    /// What stands there, once more and more.
    Repeat(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        any::<u8>().prop_map(Change::Set),
        prop::sample::select(vec![
            &b"<"[..],
            b">",
            b"&",
            b"/",
            b"\"",
            b"-1",
            b"99999999999",
            b"{",
            b"}",
            b"\\",
            b"(",
            b"[",
            b"\0",
            b"\xFF\xFF\xFF\xFF"
        ])
        .prop_map(|bytes| Change::Insert(bytes.to_vec())),
        (1..200_usize).prop_map(Change::Remove),
        (1..60_usize, 1..40_usize).prop_map(|(length, times)| Change::Repeat(length, times)),
    ]
}

fn changed(mut bytes: Vec<u8>, changes: &[(prop::sample::Index, Change)]) -> Vec<u8> {
    for (place, change) in changes {
        if bytes.is_empty() {
            return bytes;
        }
        let at = place.index(bytes.len());
        match change {
            Change::Set(value) => bytes[at] = *value,
            Change::Insert(more) => drop(bytes.splice(at..at, more.iter().copied())),
            Change::Remove(length) => drop(bytes.drain(at..(at + length).min(bytes.len()))),
            Change::Repeat(length, times) => {
                let piece = bytes[at..(at + length).min(bytes.len())].repeat(*times);
                drop(bytes.splice(at..at, piece));
            }
        }
    }
    bytes
}

/// Small limits, so that a change that asks for too much is refused soon.
fn limits() -> Limits {
    Limits { unpacked_bytes: 8 << 20, text_chars: 1_000_000, ..Limits::default() }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(1), ..ProptestConfig::default() })]

    #[test]
    fn changed_files_never_panic(
        which in any::<prop::sample::Index>(),
        part in any::<prop::sample::Index>(),
        changes in prop::collection::vec((any::<prop::sample::Index>(), change()), 1..24),
        cut in prop::option::weighted(0.2, any::<prop::sample::Index>()),
    ) {
        let mut samples = samples();
        let (inside, whole) = samples.swap_remove(which.index(samples.len()));
        let mut bytes = match inside {
            Some(mut parts) => {
                let at = part.index(parts.len());
                let (_, bytes) = &mut parts[at];
                *bytes = changed(std::mem::take(bytes), &changes);
                let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
                made::package(&parts)
            }
            None => changed(whole, &changes),
        };
        if let Some(cut) = cut {
            bytes.truncate(cut.index(bytes.len() + 1));
        }
        let _ = read_table("", &bytes, &limits());
        if let Ok(paper) = text_of("", &bytes, &limits()) {
            prop_assert!(paper.text.len() <= bytes.len().max(1 << 16) * 64, "the text stays in proportion to the file");
        }
    }

    #[test]
    fn any_bytes_give_text_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400), head in 0..6_usize) {
        let mut file = [&b""[..], b"PK\x03\x04", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", b"{\\rtf1 ", b"%PDF-1.4\n", b"<html>"][head].to_vec();
        file.extend(bytes);
        let _ = text_of("", &file, &limits());
    }
}

#[test]
fn what_a_system_would_run_has_no_ending_and_a_name_decides_nothing() {
    let ending = |name: &str, bytes: &[u8]| renmian_forms::ending_of(name, bytes, &Limits::default());
    for (name, bytes) in [
        ("通知.doc", &b"MZ\x90\0program"[..]),
        ("通知.docx", b"PK\x03\x04 no package"),
        ("通知.txt", b"<!DOCTYPE html><html><script>1</script></html>"),
        ("a", b"Rar!\x1a"),
    ] {
        assert_eq!(ending(name, bytes), None, "{name}");
    }
    assert_eq!(ending("a.exe", "任命通知".as_bytes()), Some("txt"));
    assert_eq!(ending("通知.html", "任命通知".as_bytes()), Some("txt"), "no page: what is opened is plain text");
    assert_eq!(ending("a.html", b"%PDF-1.7 "), Some("pdf"));
    assert_eq!(ending("a.txt", b"\x89PNG\r\n\x1a\n"), Some("png"));
    assert_eq!(ending("", b"{\\rtf1}"), Some("rtf"));
}
