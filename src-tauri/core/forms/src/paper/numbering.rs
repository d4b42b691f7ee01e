//! Automatic numbers of a Word document: the definitions in its numbering part, the counters while its paragraphs
//! go by, and the number as it is printed. A paper's 一、 （一） 1. are mostly such numbers and not in the text.

use std::collections::HashMap;

use crate::error::FormError;
use crate::limits::Limits;
use crate::xml::{Mark, Next, walk};

/// Word knows nine levels; a deeper one is taken for the last.
const LEVELS: usize = 9;

#[derive(Debug, Clone)]
struct Level {
    start: u32,
    format: String,
    pattern: String,
    /// 阿拉伯 numbers for every level of the pattern, whatever their own formats say.
    legal: bool,
}

impl Default for Level {
    fn default() -> Self {
        Self { start: 1, format: "decimal".to_owned(), pattern: String::new(), legal: false }
    }
}

/// The lists of a document with their counters.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    lists: HashMap<String, Vec<Level>>,
    /// A number's list, and the starts that it sets anew.
    numbers: HashMap<String, (String, HashMap<usize, u32>)>,
    counters: HashMap<String, [Option<u32>; LEVELS]>,
    /// Which restarts were done already: a start set anew counts once.
    restarted: HashMap<String, bool>,
}

impl Numbering {
    /// Reads the numbering part.
    pub fn read(part: &[u8], limits: &Limits) -> Result<Self, FormError> {
        let mut numbering = Self::default();
        let (mut list, mut number): (Option<String>, Option<String>) = (None, None);
        let mut at = 0_usize;
        walk(part, limits, |mark| {
            let element = match mark {
                Mark::Open(element) => element,
                Mark::Close("abstractNum") => {
                    list = None;
                    return Ok(Next::Enter);
                }
                Mark::Close("num") => {
                    number = None;
                    return Ok(Next::Enter);
                }
                Mark::Close(_) | Mark::Text(_) => return Ok(Next::Enter),
            };
            let value = || element.attribute("val").unwrap_or_default();
            match element.name {
                "abstractNum" => {
                    let id = element.attribute("abstractNumId").unwrap_or_default();
                    numbering.lists.insert(id.clone(), vec![Level::default(); LEVELS]);
                    list = Some(id);
                }
                "num" => {
                    let id = element.attribute("numId").unwrap_or_default();
                    numbering.numbers.insert(id.clone(), Default::default());
                    number = Some(id);
                }
                "abstractNumId" => {
                    if let Some((of, _)) = number.as_ref().and_then(|id| numbering.numbers.get_mut(id)) {
                        *of = value();
                    }
                }
                "lvl" | "lvlOverride" => at = level_of(element.attribute("ilvl")),
                "startOverride" => {
                    if let Some((_, starts)) = number.as_ref().and_then(|id| numbering.numbers.get_mut(id)) {
                        starts.insert(at, value().parse().unwrap_or(1));
                    }
                }
                "start" | "numFmt" | "lvlText" | "isLgl" => {
                    let level = list.as_ref().and_then(|id| numbering.lists.get_mut(id)).and_then(|l| l.get_mut(at));
                    if let Some(level) = level {
                        match element.name {
                            "start" => level.start = value().parse().unwrap_or(1),
                            "numFmt" => level.format = value(),
                            "lvlText" => level.pattern = value(),
                            _ => level.legal = element.is_on(),
                        }
                    }
                }
                _ => {}
            }
            Ok(Next::Enter)
        })?;
        Ok(numbering)
    }

    /// Defines a level of a list, its pattern with %1 to %9 for the counts of the levels.
    pub fn define(&mut self, list: &str, level: usize, start: u32, format: &str, pattern: &str, legal: bool) {
        let levels = self.lists.entry(list.to_owned()).or_insert_with(|| vec![Level::default(); LEVELS]);
        if let Some(own) = levels.get_mut(level) {
            *own = Level { start, format: format.to_owned(), pattern: pattern.to_owned(), legal };
        }
    }

    /// Says which list a number belongs to.
    pub fn assign(&mut self, number: &str, list: &str) {
        self.numbers.insert(number.to_owned(), (list.to_owned(), HashMap::new()));
    }

    /// The number of the next paragraph of this list and level, as it is printed before its text.
    pub fn next(&mut self, number: &str, level: usize) -> Option<String> {
        let level = level.min(LEVELS - 1);
        let (list, starts) = self.numbers.get(number)?;
        let levels = self.lists.get(list)?;
        let counters = self.counters.entry(list.clone()).or_default();
        if !starts.is_empty() && !self.restarted.insert(number.to_owned(), true).unwrap_or(false) {
            for (at, start) in starts {
                if let Some(counter) = counters.get_mut(*at) {
                    *counter = start.checked_sub(1);
                }
            }
        }
        let first = starts.get(&level).copied().unwrap_or(levels[level].start);
        counters[level] = Some(counters[level].map_or(first, |count| count.saturating_add(1)));
        for deeper in &mut counters[level + 1..] {
            *deeper = None;
        }
        let own = &levels[level];
        if matches!(own.format.as_str(), "bullet" | "none") {
            return None;
        }
        let mut printed = String::new();
        let mut pattern = own.pattern.chars().peekable();
        while let Some(c) = pattern.next() {
            let place = (c == '%').then(|| pattern.peek().and_then(|d| d.to_digit(10))).flatten();
            match place {
                Some(digit @ 1..=9) => {
                    pattern.next();
                    let at = digit as usize - 1;
                    let count = counters[at].unwrap_or(levels[at].start);
                    let format = if own.legal { "decimal" } else { levels[at].format.as_str() };
                    printed.push_str(&written(count, format));
                }
                _ => printed.push(c),
            }
        }
        // Word puts a tab or a blank here. After a number or a letter one blank keeps it from joining the text.
        if printed.chars().last().is_some_and(|c| c.is_ascii_alphanumeric()) {
            printed.push(' ');
        }
        (!printed.is_empty()).then_some(printed)
    }
}

/// The level that an attribute names, held inside what Word knows.
pub(super) fn level_of(attribute: Option<String>) -> usize {
    attribute.and_then(|level| level.parse().ok()).unwrap_or(0_usize).min(LEVELS - 1)
}

/// A count in a number format of Word.
fn written(count: u32, format: &str) -> String {
    let cyclic = |signs: &str| {
        let signs: Vec<char> = signs.chars().collect();
        let at = (count as usize).saturating_sub(1) % signs.len();
        signs[at].to_string()
    };
    match format {
        "chineseCounting"
        | "chineseCountingThousand"
        | "taiwaneseCounting"
        | "taiwaneseCountingThousand"
        | "japaneseCounting"
        | "ideographDigital"
        | "taiwaneseDigital"
        | "koreanDigital2" => chinese(count),
        "chineseLegalSimplified" | "ideographLegalTraditional" => financial(count),
        "ideographTraditional" => cyclic("甲乙丙丁戊己庚辛壬癸"),
        "ideographZodiac" => cyclic("子丑寅卯辰巳午未申酉戌亥"),
        "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => match count {
            1..=20 => char::from_u32(0x245F + count).map_or_else(|| count.to_string(), String::from),
            _ => count.to_string(),
        },
        "decimalEnclosedParen" => format!("({count})"),
        "decimalEnclosedFullstop" => format!("{count}."),
        "decimalFullWidth" | "decimalFullWidth2" => full_width(count),
        "decimalZero" => format!("{count:02}"),
        "lowerLetter" => letters(count, b'a'),
        "upperLetter" => letters(count, b'A'),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperRoman" => roman(count),
        "none" => String::new(),
        _ => count.to_string(),
    }
}

fn full_width(count: u32) -> String {
    count.to_string().chars().map(|d| char::from_u32(d as u32 - '0' as u32 + '０' as u32).unwrap_or(d)).collect()
}

/// 一 to 九千九百九十九; beyond that in figures, since no paper counts so far.
pub(super) fn chinese(count: u32) -> String {
    grouped(count, ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"], ["千", "百", "十", ""])
        .map(|text| text.strip_prefix("一十").map(|rest| format!("十{rest}")).unwrap_or(text))
        .unwrap_or_else(|| count.to_string())
}

fn financial(count: u32) -> String {
    grouped(count, ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"], ["仟", "佰", "拾", ""])
        .unwrap_or_else(|| count.to_string())
}

fn grouped(count: u32, digits: [&str; 10], units: [&str; 4]) -> Option<String> {
    if count == 0 {
        return Some(digits[0].to_owned());
    }
    if count > 9999 {
        return None;
    }
    let mut text = String::new();
    let mut hole = false;
    for (power, unit) in [1000, 100, 10, 1].into_iter().zip(units) {
        let digit = (count / power % 10) as usize;
        if digit == 0 {
            hole = !text.is_empty();
            continue;
        }
        if hole {
            text.push_str(digits[0]);
            hole = false;
        }
        text.push_str(digits[digit]);
        text.push_str(unit);
    }
    Some(text)
}

/// a to z, then aa to zz, as Word repeats a letter.
pub(super) fn letters(count: u32, first: u8) -> String {
    let at = count.saturating_sub(1);
    let letter = char::from(first + (at % 26) as u8);
    std::iter::repeat_n(letter, (at / 26 + 1).min(8) as usize).collect()
}

fn roman(count: u32) -> String {
    if count > 3999 {
        return count.to_string();
    }
    let signs = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = count;
    let mut text = String::new();
    for (value, sign) in signs {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_word_prints_them() {
        for (count, format, text) in [
            (1, "chineseCounting", "一"),
            (10, "chineseCountingThousand", "十"),
            (11, "japaneseCounting", "十一"),
            (20, "chineseCounting", "二十"),
            (105, "chineseCountingThousand", "一百零五"),
            (110, "chineseCountingThousand", "一百一十"),
            (1010, "chineseCountingThousand", "一千零一十"),
            (12, "chineseLegalSimplified", "壹拾贰"),
            (3, "decimalEnclosedCircle", "③"),
            (12, "decimalFullWidth", "１２"),
            (28, "lowerLetter", "bb"),
            (14, "upperRoman", "XIV"),
            (7, "somethingNew", "7"),
        ] {
            assert_eq!(written(count, format), text, "{count} in {format}");
        }
    }

    const PART: &str = r#"<w:numbering xmlns:w="w">
      <w:abstractNum w:abstractNumId="0">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="%1、"/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%3"/><w:isLgl/></w:lvl>
        <w:lvl w:ilvl="3"><w:numFmt w:val="bullet"/><w:lvlText w:val="*"/></w:lvl>
      </w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
    </w:numbering>"#;

    #[test]
    fn levels_count_and_begin_again_below_a_higher_one() {
        let mut numbering = Numbering::read(PART.as_bytes(), &Limits::default()).unwrap();
        let printed: Vec<Option<String>> =
            [("1", 0), ("1", 1), ("1", 1), ("1", 2), ("1", 0), ("1", 1), ("1", 3), ("2", 0), ("2", 0), ("9", 0)]
                .into_iter()
                .map(|(number, level)| numbering.next(number, level))
                .collect();
        let printed: Vec<&str> = printed.iter().map(|p| p.as_deref().unwrap_or("-")).collect();
        assert_eq!(printed, ["一、", "（一）", "（二）", "1.1 ", "二、", "（一）", "-", "五、", "六、", "-"]);
    }
}
