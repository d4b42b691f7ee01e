//! Names as printed and names as meant: layout blanks, brackets, middle dots, and the several ways in which papers
//! print one organisation (rule 12; 县财政局 and 青云县财政局, 县委 and 中共青云县委员会).

#[cfg(test)]
mod laws;
mod organisation;
mod places;
mod similar;
mod times;

use std::collections::HashMap;
use std::sync::LazyLock;

pub use organisation::OrganisationKey;
pub use places::Places;
pub use similar::{Characters, names_similar, titles_similar};
pub use times::{authorised_on, given_up, name_on, naming_day, parent_on, title_on};

/// A person's name for comparing: blanks and invisible characters taken out, the dots of minority names made one,
/// letters and digits in half width.
pub fn person_key(name: &str) -> String {
    plain(name).map(|c| if is_middle_dot(c) { '·' } else { usual_form(c) }).collect()
}

/// The usual form of a character that some typists and old files print in a variant or traditional form. Only forms
/// that are one character by the General Standard Chinese Characters table of 2013; those it restored for names
/// (昇、堃、喆 …) stay what they are, since they tell people apart.
pub fn usual_form(c: char) -> char {
    static USUAL: LazyLock<HashMap<char, char>> = LazyLock::new(|| {
        VARIANTS.iter().flat_map(|(usual, variants)| variants.chars().map(|variant| (variant, *usual))).collect()
    });
    USUAL.get(&c).copied().unwrap_or(c)
}

const VARIANTS: &[(char, &str)] = &[
    ('峰', "峯"),
    ('群', "羣"),
    ('勋', "勛勳"),
    ('启', "啟啓"),
    ('杰', "傑"),
    ('吕', "呂"),
    ('黄', "黃"),
    ('温', "溫"),
    ('闫', "閆"),
    ('阎', "閻"),
    ('刘', "劉"),
    ('张', "張"),
    ('陈', "陳"),
    ('杨', "楊"),
    ('赵', "趙"),
    ('吴', "吳"),
    ('孙', "孫"),
    ('马', "馬"),
    ('罗', "羅"),
    ('郑', "鄭"),
    ('谢', "謝"),
    ('许', "許"),
    ('邓', "鄧"),
    ('冯', "馮"),
    ('叶', "葉"),
    ('苏', "蘇"),
    ('卢', "盧"),
    ('蒋', "蔣"),
    ('龙', "龍"),
    ('万', "萬"),
    ('国', "國"),
    ('华', "華"),
    ('伟', "偉"),
    ('军', "軍"),
    ('强', "強彊"),
    ('丽', "麗"),
    ('兰', "蘭"),
    ('凤', "鳳"),
    ('云', "雲"),
    ('宁', "寧"),
    ('晋', "晉"),
    ('户', "戶戸"),
    ('清', "淸"),
    ('青', "靑"),
    ('真', "眞"),
];

/// A title for comparing: blanks taken out, brackets of one kind.
pub fn title_key(title: &str) -> String {
    let key: String = plain(title).map(bracket).collect();
    match key.as_str() {
        "政委" => "政治委员".to_owned(),
        _ => key,
    }
}

/// The characters that carry the name, in half width where they have one.
fn plain(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|c| {
            !c.is_whitespace()
                && !c.is_control()
                && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '*')
        })
        .map(|c| match c {
            '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
            other => other,
        })
}

fn bracket(c: char) -> char {
    match c {
        '〔' | '[' | '【' | '〖' | '「' => '(',
        '〕' | ']' | '】' | '〗' | '」' => ')',
        other => other,
    }
}

/// The dots that typists and printers use inside minority and foreign names.
fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '‧' | '・' | '･' | '∙' | '⋅' | '●' | '．' | '.' | '\u{2E31}' | '\u{A78F}' | '。')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_person_may_be_written_in_two_ways() {
        for (one, other) in [
            ("杨 盛", "杨盛"),
            ("杨　盛", "杨盛"),
            ("买买提•艾力", "买买提·艾力"),
            ("买买提‧艾力", "买买提・艾力"),
            ("买买提．艾力", "买买提·艾力"),
            ("陳峯", "陈峰"),
            ("淸源", "清源"),
        ] {
            assert_eq!(person_key(one), person_key(other), "{one} is {other}");
        }
        for (one, other) in [("杨盛", "杨晟"), ("李昇", "李升"), ("王喆", "王哲")] {
            assert_ne!(person_key(one), person_key(other), "{one} is not {other}");
        }
    }

    #[test]
    fn brackets_and_blanks_do_not_make_another_title() {
        assert_eq!(title_key("副局长（正科级）"), title_key("副局长 (正科级)"));
        assert_eq!(title_key("政委"), title_key("政治委员"));
        assert_ne!(title_key("副局长"), title_key("局长"));
    }
}
