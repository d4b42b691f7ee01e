//! 发文字号: the number of a paper, its brackets as printed, its parts for sorting and for gaps.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A document number as printed (`青政人〔2023〕1号`) and its parts where it has the usual three.
/// A decree counted in words (`第七十二号`) has its text only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
pub struct DocumentNumber {
    /// As printed, without the blanks that only lay out the line.
    pub text: String,
    /// 机关代字: `青政人`.
    pub code: Option<String>,
    /// The year in the brackets.
    pub year: Option<i32>,
    /// 序号: `1`.
    pub serial: Option<u32>,
}

impl DocumentNumber {
    /// Reads a number that stands alone, with any of the brackets of practice: 〔〕 [] 【】 （） ().
    /// Text of another form is kept as it is, without parts.
    pub fn parse(text: &str) -> Self {
        let text: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let parts = Self::split(&text);
        let (code, year, serial) = match parts {
            Some((code, year, serial)) => (Some(code), Some(year), Some(serial)),
            None => (None, None, None),
        };
        Self { text, code, year, serial }
    }

    fn split(text: &str) -> Option<(String, i32, u32)> {
        let half: String = text
            .chars()
            .map(|c| match c {
                '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
                '[' | '【' | '（' | '(' | '［' | '〖' | '{' => '〔',
                ']' | '】' | '）' | ')' | '］' | '〗' | '}' => '〕',
                other => other,
            })
            .collect();
        let (code, rest) = half.split_once('〔')?;
        let (year, rest) = rest.split_once('〕')?;
        let serial = rest.strip_suffix('号')?.trim_start_matches('第');
        // （85）: papers of the last century often print two digits.
        let year: i32 = match (year.chars().count(), year.parse().ok()?) {
            (2, short @ 49..=99) => 1900 + short,
            (_, year) => year,
        };
        (1900..=2200).contains(&year).then_some(())?;
        (!code.is_empty()).then_some(())?;
        Some((code.to_owned(), year, serial.parse().ok()?))
    }

    /// Two printings of one number (other brackets, other width) have one key.
    pub fn key(&self) -> String {
        match (&self.code, self.year, self.serial) {
            (Some(code), Some(year), Some(serial)) => format!("{code}〔{year}〕{serial}号"),
            _ => self.text.clone(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_of_every_kind_give_the_same_number() {
        for text in [
            "青政人〔2023〕1号",
            "青政人[2023]1号",
            "青政人【2023】1号",
            "青政人（２０２３）第1号",
            "青政人(2023) 1 号",
        ] {
            let number = DocumentNumber::parse(text);
            assert_eq!(number.key(), "青政人〔2023〕1号", "{text}");
            assert_eq!((number.year, number.serial), (Some(2023), Some(1)), "{text}");
        }
    }

    #[test]
    fn a_decree_counted_in_words_has_its_text_only() {
        let number = DocumentNumber::parse("第七十二号");
        assert_eq!((number.text.as_str(), number.code, number.year), ("第七十二号", None, None));
    }
}
