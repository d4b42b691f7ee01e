//! Text without form: which encoding its bytes are in. UTF-8 that is valid wins; UTF-16 and GB18030 are tried next
//! and judged by what they would say, since any even number of bytes is "valid" UTF-16. Nothing of layout here.

use std::sync::OnceLock;

use encoding_rs::{Encoding, GB18030, GBK, UTF_8, UTF_16BE, UTF_16LE};

use super::{PaperForm, PaperNote, PaperText};
use crate::error::FormError;

/// Of a thousand characters, so many may be broken before an encoding is ruled out: one bad byte should not cost a
/// gazette, and a short paper has none.
const BROKEN_PER_MILLE: usize = 1;

/// Of a hundred characters, so many must be common in Chinese or Latin text for a guessed encoding to be believed.
const COMMON_PER_CENT: usize = 60;

/// Bytes by which an encoding is judged.
const SAMPLE: usize = 1 << 16;

/// The text of bytes that have no other form.
pub(super) fn text(bytes: &[u8]) -> Result<PaperText, FormError> {
    let (text, encoding, broken) = decode(bytes).ok_or(FormError::NotText)?;
    let notes = if broken > 0 { vec![PaperNote::BytesReplaced { count: broken }] } else { Vec::new() };
    Ok(PaperText { text, form: PaperForm::Text, encoding: Some(encoding), notes })
}

/// The characters, the name of the encoding and how many are broken; `None` where the bytes are no text.
pub(crate) fn decode(bytes: &[u8]) -> Option<(String, &'static str, usize)> {
    if let Some((encoding, skip)) = Encoding::for_bom(bytes) {
        return believable(encoding, &bytes[skip..]).map(|(text, broken)| (text, encoding.name(), broken));
    }
    if let Ok(text) = std::str::from_utf8(bytes) {
        // Latin letters in UTF-16 are valid UTF-8 as well, with a NUL beside each.
        if !text.contains('\0') {
            return is_written(text).then(|| (text.to_owned(), UTF_8.name(), 0));
        }
    }
    // A stretch from the start tells the encodings apart; the whole is decoded once.
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let mut guesses: Vec<(usize, &'static Encoding)> = [UTF_8, GB18030, UTF_16LE, UTF_16BE]
        .into_iter()
        .map(|encoding| (common_per_cent(&encoding.decode_without_bom_handling(sample).0), encoding))
        .filter(|(common, _)| *common >= COMMON_PER_CENT)
        .collect();
    // The sort keeps the order of the list among equals.
    guesses.sort_by_key(|(common, _)| std::cmp::Reverse(*common));
    guesses
        .into_iter()
        .find_map(|(_, encoding)| believable(encoding, bytes).map(|(text, broken)| (text, encoding.name(), broken)))
}

fn believable(encoding: &'static Encoding, bytes: &[u8]) -> Option<(String, usize)> {
    let (text, had_errors) = encoding.decode_without_bom_handling(bytes);
    let broken = if had_errors { text.chars().filter(|c| *c == '\u{FFFD}').count() } else { 0 };
    if broken * 1000 > text.chars().count() * BROKEN_PER_MILLE || !is_written(&text) {
        return None;
    }
    Some((text.into_owned(), broken))
}

/// Whether the text could have been written by hand: no control characters but those of lines and pages. Old editors
/// end a file with ^Z.
fn is_written(text: &str) -> bool {
    text.trim_end_matches(['\u{1A}', '\0'])
        .chars()
        .all(|c| !c.is_control() || matches!(c, '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}'))
}

fn common_per_cent(text: &str) -> usize {
    let table = common_hanzi();
    let (mut all, mut common) = (0_usize, 0_usize);
    for c in text.chars() {
        all += 1;
        let known = match c {
            '\t' | '\n' | '\r' | ' '..='~' => true,
            '\u{3000}'..='\u{3017}' | '\u{FF01}'..='\u{FF5E}' | '\u{2010}'..='\u{2026}' | '·' | '○' => true,
            '\u{4E00}'..='\u{9FFF}' => table.binary_search(&(c as u16)).is_ok(),
            _ => false,
        };
        common += usize::from(known);
    }
    (common * 100).checked_div(all).unwrap_or(0)
}

/// The 3755 characters of everyday writing: the first level of GB 2312, whose codes are B0A1 to D7F9.
fn common_hanzi() -> &'static [u16] {
    static TABLE: OnceLock<Vec<u16>> = OnceLock::new();
    TABLE.get_or_init(|| {
        let codes: Vec<u8> =
            (0xB0..=0xD7_u8).flat_map(|row| (0xA1..=0xFE_u8).flat_map(move |cell| [row, cell])).collect();
        let (text, _) = GBK.decode_without_bom_handling(&codes);
        let mut table: Vec<u16> =
            text.chars().filter(|c| ('\u{4E00}'..='\u{9FFF}').contains(c)).map(|c| c as u16).collect();
        table.sort_unstable();
        table
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utf16(text: &str, swap: bool) -> Vec<u8> {
        text.encode_utf16().flat_map(|unit| if swap { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
    }

    #[test]
    fn short_chinese_texts_are_known_in_every_encoding() {
        for text in [
            "任命李洋",
            "免去杨盛职务",
            "李洋任市财政局副局长",
            "青政人〔2023〕1号\n关于李洋等同志职务任免的通知\n",
            "任：\n李洋 县财政局局长\n免：\n王 强 原任职务\n2023.02.28",
            "邹瑢同志任青云县民政局党组书记。",
        ] {
            assert_eq!(decode(text.as_bytes()), Some((text.to_owned(), "UTF-8", 0)));
            assert_eq!(decode(&utf16(text, false)), Some((text.to_owned(), "UTF-16LE", 0)), "{text}");
            assert_eq!(decode(&utf16(text, true)), Some((text.to_owned(), "UTF-16BE", 0)), "{text}");
            let (bytes, _, _) = GB18030.encode(text);
            assert_eq!(decode(&bytes), Some((text.to_owned(), "gb18030", 0)), "{text}");
            let mut marked = vec![0xEF, 0xBB, 0xBF];
            marked.extend(text.as_bytes());
            assert_eq!(decode(&marked), Some((text.to_owned(), "UTF-8", 0)));
            let mut marked = vec![0xFE, 0xFF];
            marked.extend(utf16(text, true));
            assert_eq!(decode(&marked), Some((text.to_owned(), "UTF-16BE", 0)));
        }
    }

    #[test]
    fn a_rare_character_of_four_bytes_is_read() {
        let text = "任命㼆𠮷为青云县水利局局长";
        let (bytes, _, lost) = GB18030.encode(text);
        assert!(!lost, "GB18030 has every character");
        assert_eq!(decode(&bytes), Some((text.to_owned(), "gb18030", 0)));
    }

    #[test]
    fn one_broken_byte_in_a_long_text_is_shown_and_not_fatal() {
        let mut bytes = "青云县人民政府关于任免的通知\n".repeat(200).into_bytes();
        bytes[30_usize] = 0xFF;
        let (text, name, broken) = decode(&bytes).expect("a long text survives");
        assert_eq!(name, "UTF-8");
        assert!(broken > 0 && text.contains('\u{FFFD}'), "the place of the broken byte shows");
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        let noise: Vec<u8> = (0..4000_u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&noise), None);
        assert_eq!(decode(&[0, 1, 2, 3, 0, 0, 0, 9]), None);
        assert_eq!(decode(b"abc\x01\x02def"), None);
    }
}
