//! Rich text as Word and WPS write it: characters in code pages and by number, tables, what is passed over.
#![allow(clippy::unwrap_used)]

use renmian_forms::{FormError, Limits, PaperForm, PaperNote, PaperText, text_of};

fn read(body: &str) -> PaperText {
    let file = format!(
        r"{{\rtf1\ansi\ansicpg936\deff0{{\fonttbl{{\f0\fcharset134 SimSun;}}{{\f1\fcharset0 Arial;}}}}{body}}}"
    );
    text_of("a.rtf", file.as_bytes(), &Limits::default()).unwrap()
}

#[test]
fn characters_come_in_every_way_of_writing() {
    for (body, text) in [
        (r"\f0 \'c8\'ce\'c3\'fc\par \'c3\'e2", "任命\n免"),
        (r"\f0\'c8\'ce{\f1 A}\'c3\'e2", "任A免"),
        (r"\u20219?\u21629?", "任命"),
        (r"\uc2 \u20219\'c8\'ce\u-28780\'c3\'e2", "任辔"),
        (r"{\uc0\u20219}\u21629?", "任命"),
        (r"\u-10174?\u-8265?", "𠮷"),
        (r"\{\\\}\~\_\emdash\ldblquote x\rdblquote", "{\\} -—“x”"),
        (r"a\line b\tab c", "a\nb\tc"),
    ] {
        assert_eq!(read(body).text, text, "{body}");
    }
}

#[test]
fn what_is_no_text_of_the_paper_is_passed_over() {
    let body = r"{\info{\title x}}{\header\pard y\par}{\*\generator z;}{\pict 89504e}{\field{\*\fldinst PAGE}{\fldrslt 7}}{\v hidden}{\deleted gone}{\revised new}\par{\listtext\tab 1.\tab}item{\footnote note}\par";
    let paper = read(body);
    assert_eq!(paper.text, "7new\n1. item\nnote");
    for note in [PaperNote::HiddenLeftOut, PaperNote::ChangesAccepted, PaperNote::FootnotesAppended] {
        assert!(paper.notes.contains(&note), "{note:?} is said");
    }
    let boxed = read(r"{\shp{\*\shpinst\shpleft0{\sp{\sn x}{\sv 1}}{\shptxt \pard box\par}}{\shprslt old}}after");
    assert_eq!(boxed.text, "box\nafter");
}

#[test]
fn tables_give_a_line_a_row() {
    let body = r"\trowd\cellx1\cellx2\pard\intbl a\par b\cell c\cell\row\trowd\pard\intbl d\cell\cell\row\pard end\par";
    assert_eq!(read(body).text, "a b\tc\nd\t\nend");
}

#[test]
fn broken_files_end() {
    let limits = Limits::default();
    let deep = format!("{{\\rtf1{}", "{".repeat(1000));
    assert_eq!(text_of("", deep.as_bytes(), &limits), Err(FormError::BeyondLimits));
    assert_eq!(text_of("", br"{\rtf1", &limits), Err(FormError::Empty));
    let cut = text_of("", br"{\rtf1\bin99999999 x}{\'", &limits);
    assert_eq!(cut, Err(FormError::Empty));
    assert_eq!(
        text_of("", br"{\rtf1 a\u", &limits).map(|p| (p.form, p.text)),
        Ok((PaperForm::Rtf, "a\u{FFFD}".to_owned()))
    );
    let cells = format!(r"{{\rtf1 {}\intbl a\cell\row}}", r"\cell".repeat(300_000));
    let row = text_of("", cells.as_bytes(), &limits).unwrap().text;
    assert!(row.ends_with('a') && row.len() < 2000, "a row of a thousand cells and more is one of a thousand");
}
