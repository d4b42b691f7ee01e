//! The habits of an office's typist: which words, which layout, which digits. A style says nothing of whom.

use chrono::{Datelike, NaiveDate};
use renmian_domain::PartialDate;

use crate::Chance;

/// How the body sets out who takes and who leaves which post.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Form {
    /// 甲同志任…，免去其…职务； one line each.
    PersonFirst,
    /// 任命甲为…，免去其…职务；
    VerbFirst,
    /// 聘任甲为…，聘期三年，解聘其…职务；
    Engaged,
    /// 任命： / 甲为…； / 免去： / 甲的…职务；
    Headed,
    /// 任　职 / 甲　　… / 免　职 / 甲　　…
    Columns,
    /// A table with a row each.
    Table,
    /// 某单位主任：甲
    PostFirst,
}

/// All forms of a personnel paper of a government, party or bureau voice.
pub const FORMS: [Form; 7] =
    [Form::PersonFirst, Form::VerbFirst, Form::Engaged, Form::Headed, Form::Columns, Form::Table, Form::PostFirst];

/// How days are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateForm {
    /// 2023年2月28日
    Arabic,
    /// ２０２３年２月２８日
    Wide,
    /// 二〇二三年二月二十八日
    Chinese,
    /// 二○二三年二月二十八日, with the circle that typists take for the zero
    ChineseCircle,
    /// 2023.2.28
    Dotted,
    /// 2023-02-28
    Dashed,
}

/// How lines are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counter {
    /// Not at all.
    None,
    /// 一、
    Chinese,
    /// （一）
    Bracketed,
    /// 1.
    Arabic,
    /// 1、
    ArabicComma,
}

/// How the paper ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// Issuer, then date.
    IssuerDate,
    /// Date, then issuer.
    DateIssuer,
    /// Both on one line.
    OneLine,
    /// The date alone: the heading names the issuer.
    DateOnly,
}

/// One office's habits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// How the body is set out.
    pub form: Form,
    /// 同志 behind names.
    pub comrade: bool,
    /// 免去甲的…职务 instead of 免去甲…职务.
    pub possessive: bool,
    /// 不再担任 instead of 免去 where the person comes first.
    pub no_longer: bool,
    /// One paragraph for all sentences.
    pub running: bool,
    /// What stands before each line of the body.
    pub indent: &'static str,
    /// What lies inside a two-character name.
    pub gap: &'static str,
    /// What stands between name and verb.
    pub pause: &'static str,
    /// Brackets behind names and posts are half-width.
    pub half_brackets: bool,
    /// The pair of brackets in the number.
    pub number_brackets: (char, char),
    /// Digits of the number are full-width.
    pub wide_number: bool,
    /// 第 before the serial.
    pub ordinal: bool,
    /// How the day under the signature is written.
    pub date: DateForm,
    /// Characters in a line, where the layout breaks them.
    pub wrap: Option<usize>,
    /// How the lines of the body are counted.
    pub counter: Counter,
    /// An empty line between paragraphs.
    pub airy: bool,
    /// The title names the issuer.
    pub title_issuer: bool,
    /// The title stands on two lines.
    pub title_broken: bool,
    /// The title stands in Markdown emphasis.
    pub title_bold: bool,
    /// The red head 某某文件 stands above.
    pub red_head: bool,
    /// The number stands above the title.
    pub number_first: bool,
    /// How the paper ends.
    pub signature: Signature,
    /// 以上同志试用期一年 at the end instead of a bracket each, where it holds for all.
    pub common_footer: bool,
    /// 抄送、印发 below.
    pub trailer: bool,
}

impl Style {
    /// Any office's habits.
    pub fn any(chance: &mut Chance) -> Self {
        let form = chance.one(&FORMS);
        Self {
            form,
            comrade: chance.percent(50),
            possessive: chance.percent(50),
            no_longer: chance.percent(25),
            running: chance.percent(20),
            indent: chance.pick(&["　　", "    ", "", "　　", "  "]),
            gap: chance.pick(&["", "", "　", " ", "  "]),
            pause: chance.pick(&["", "", "", " "]),
            half_brackets: chance.percent(20),
            number_brackets: chance.one(&[
                ('〔', '〕'),
                ('〔', '〕'),
                ('[', ']'),
                ('【', '】'),
                ('（', '）'),
                ('(', ')'),
            ]),
            wide_number: chance.percent(10),
            ordinal: chance.percent(10),
            date: chance.one(&[
                DateForm::Arabic,
                DateForm::Arabic,
                DateForm::Arabic,
                DateForm::Wide,
                DateForm::Chinese,
                DateForm::ChineseCircle,
                DateForm::Dotted,
                DateForm::Dashed,
            ]),
            wrap: chance.percent(35).then(|| chance.between(22, 40)),
            counter: chance.one(&[
                Counter::None,
                Counter::None,
                Counter::None,
                Counter::Chinese,
                Counter::Bracketed,
                Counter::Arabic,
                Counter::ArabicComma,
            ]),
            airy: chance.percent(25),
            title_issuer: chance.percent(70),
            title_broken: chance.percent(50),
            title_bold: chance.percent(8),
            red_head: chance.percent(20),
            number_first: chance.percent(60),
            signature: chance.one(&[
                Signature::IssuerDate,
                Signature::IssuerDate,
                Signature::IssuerDate,
                Signature::DateIssuer,
                Signature::OneLine,
                Signature::DateOnly,
            ]),
            common_footer: chance.percent(40),
            trailer: chance.percent(30),
        }
    }

    /// Brackets of the body around `inside`.
    pub fn bracket(&self, inside: &str) -> String {
        if self.half_brackets { format!("({})", inside.replace('，', ",")) } else { format!("（{inside}）") }
    }

    /// The day as this office writes it under the signature.
    pub fn day(&self, day: NaiveDate) -> String {
        let (year, month, date) = (day.year(), day.month(), day.day());
        let circled = |zero: char| {
            let digits: String = year.to_string().chars().map(|c| chinese_digit(c, zero)).collect();
            format!("{digits}年{}月{}日", chinese(month), chinese(date))
        };
        match self.date {
            DateForm::Arabic => PartialDate::day(day).sentence(),
            DateForm::Wide => wide(&PartialDate::day(day).sentence()),
            DateForm::Chinese => circled('〇'),
            DateForm::ChineseCircle => circled('○'),
            DateForm::Dotted => format!("{year}.{month}.{date}"),
            DateForm::Dashed => day.to_string(),
        }
    }

    /// What stands before the line with this place in its list, from 0.
    pub fn count(&self, place: usize) -> String {
        let n = place as u32 + 1;
        match self.counter {
            Counter::None => String::new(),
            Counter::Chinese => format!("{}、", chinese(n)),
            Counter::Bracketed => format!("（{}）", chinese(n)),
            Counter::Arabic => format!("{n}."),
            Counter::ArabicComma => format!("{n}、"),
        }
    }
}

fn chinese_digit(c: char, zero: char) -> char {
    match c {
        '0' => zero,
        '1'..='9' => "一二三四五六七八九".chars().nth(c as usize - '1' as usize).unwrap_or(zero),
        other => other,
    }
}

/// A number below a hundred in Chinese numerals.
pub fn chinese(n: u32) -> String {
    let digit = |n: u32| char::from_digit(n, 10).map(|c| chinese_digit(c, '〇')).unwrap_or('〇');
    match (n / 10, n % 10) {
        (0, ones) => digit(ones).to_string(),
        (1, 0) => "十".to_owned(),
        (1, ones) => format!("十{}", digit(ones)),
        (tens, 0) => format!("{}十", digit(tens)),
        (tens, ones) => format!("{}十{}", digit(tens), digit(ones)),
    }
}

/// Full-width digits.
pub fn wide(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_ascii_digit() {
                "０１２３４５６７８９".chars().nth(c as usize - '0' as usize).unwrap_or(c)
            } else {
                c
            }
        })
        .collect()
}

/// Months as papers say them: 一年, 六个月, 18个月.
pub fn months(n: u32) -> String {
    match n {
        6 => "六个月".to_owned(),
        n if n > 0 && n % 12 == 0 => format!("{}年", chinese(n / 12)),
        n => format!("{n}个月"),
    }
}
