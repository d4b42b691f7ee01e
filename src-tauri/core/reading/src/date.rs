//! Dates and lengths of time as papers write them: in digits, with points, in Chinese numerals.

use renmian_domain::PartialDate;

use crate::layout::{Glyph, any, has};
use crate::lexicon::words;

/// A date at this place and the place after it: 2023年2月28日, 2023年2月, 2023.2.6, 2022-3-10, 二〇二二年七月十八日.
pub(crate) fn date_at(run: &[Glyph], at: usize) -> Option<(PartialDate, usize)> {
    digits_date(run, at).or_else(|| numeral_date(run, at))
}

/// The first date in the run, its place and the place after it.
pub(crate) fn find_date(run: &[Glyph], from: usize) -> Option<(PartialDate, usize, usize)> {
    (from..run.len()).find_map(|at| {
        // In the middle of a number no year begins.
        let inside = at > from && run[at - 1].c.is_ascii_digit();
        let begins = run[at].c.is_ascii_digit() || run[at].c == '二' || run[at].c == '一';
        if inside || !begins {
            return None;
        }
        date_at(run, at).map(|(date, next)| (date, at, next))
    })
}

fn digits_date(run: &[Glyph], at: usize) -> Option<(PartialDate, usize)> {
    let (year, next) = digits(run, at, 4, 4)?;
    let stop = run.get(next)?.c;
    if !matches!(stop, '年' | '.' | '-' | '/') {
        return None;
    }
    let year = year as i32;
    let Some((month, after_month)) = digits(run, next + 1, 1, 2) else {
        return (stop == '年').then(|| PartialDate::new(year, None, None).map(|date| (date, next + 1))).flatten();
    };
    let month = u8::try_from(month).ok()?;
    let month_only = |end| PartialDate::new(year, Some(month), None).map(|date| (date, end));
    if stop == '年' && !has(run, after_month, "月") {
        return PartialDate::new(year, None, None).map(|date| (date, next + 1));
    }
    let joined = if stop == '年' { '月' } else { stop };
    if run.get(after_month).map(|glyph| glyph.c) != Some(joined) {
        return month_only(after_month);
    }
    let Some((day, after_day)) = digits(run, after_month + 1, 1, 2) else {
        return month_only(if stop == '年' { after_month + 1 } else { after_month });
    };
    let end = if stop == '年' {
        match any(run, after_day, words!["日", "号"]) {
            Some((_, end)) => end,
            None => return month_only(after_month + 1),
        }
    } else {
        after_day
    };
    let date = PartialDate::new(year, Some(month), Some(u8::try_from(day).ok()?))?;
    Some((date, end))
}

fn digits(run: &[Glyph], at: usize, least: usize, most: usize) -> Option<(u32, usize)> {
    let mut value = 0;
    let mut end = at;
    while end < at + most {
        match run.get(end).and_then(|glyph| glyph.c.to_digit(10)) {
            Some(digit) => value = value * 10 + digit,
            None => break,
        }
        end += 1;
    }
    (end - at >= least).then_some((value, end))
}

fn numeral_date(run: &[Glyph], at: usize) -> Option<(PartialDate, usize)> {
    let mut year = 0;
    for place in at..at + 4 {
        // A Latin O or a nought typed for 〇: 二O一七年, 二00九年.
        let digit = match run.get(place)?.c {
            'O' | 'o' | '0' if place > at => 0,
            c => numeral(c).filter(|n| *n < 10)?,
        };
        year = year * 10 + digit as i32;
    }
    if !has(run, at + 4, "年") {
        return None;
    }
    let (month, next) = match number_at(run, at + 5).or_else(|| has(run, at + 5, "元").then_some((1, at + 6))) {
        Some((month, next)) if has(run, next, "月") => (month, next + 1),
        _ => return PartialDate::new(year, None, None).map(|date| (date, at + 5)),
    };
    let month = u8::try_from(month).ok()?;
    match number_at(run, next) {
        Some((day, after)) if has(run, after, "日") || has(run, after, "号") => {
            PartialDate::new(year, Some(month), Some(u8::try_from(day).ok()?)).map(|date| (date, after + 1))
        }
        _ => PartialDate::new(year, Some(month), None).map(|date| (date, next)),
    }
}

fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        '廿' => 20,
        '卅' => 30,
        _ => return None,
    })
}

/// A whole number up to 999 in digits or numerals, and the place after it.
pub(crate) fn number_at(run: &[Glyph], at: usize) -> Option<(u32, usize)> {
    if let Some(found) = digits(run, at, 1, 3) {
        return Some(found);
    }
    let (mut total, mut last, mut end) = (0, None, at);
    while let Some(n) = run.get(end).and_then(|glyph| numeral(glyph.c)) {
        if end - at >= 5 {
            break;
        }
        if n >= 20 {
            total += n;
            last = None;
        } else if n == 10 {
            total += last.unwrap_or(1) * 10;
            last = None;
        } else {
            last = Some(last.unwrap_or(0) * 10 + n);
        }
        end += 1;
    }
    (end > at).then_some((total + last.unwrap_or(0), end))
}

/// A length of time in months, and the place after it: 一年, 两年, 半年, 一年半, 六个月, 6个月.
pub(crate) fn months_at(run: &[Glyph], at: usize) -> Option<(u32, usize)> {
    if has(run, at, "半年") {
        return Some((6, at + 2));
    }
    // 壹年: the formal numerals, which are surnames elsewhere.
    let formal = run.get(at).and_then(|glyph| "零壹贰叁肆伍陆柒捌玖拾".chars().position(|c| c == glyph.c));
    let (count, next) = match formal {
        Some(count) => (count as u32, at + 1),
        None => number_at(run, at)?,
    };
    if has(run, next, "年半") {
        return Some((count * 12 + 6, next + 2));
    }
    if has(run, next, "周年") {
        return Some((count * 12, next + 2));
    }
    if has(run, next, "年") {
        return Some((count * 12, next + 1));
    }
    any(run, next, words!["个月", "月"]).map(|(_, end)| (count, end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    fn run(text: &str) -> Vec<Glyph> {
        layout::glyphs(text, &layout::lines(text)[0])
    }

    #[test]
    fn dates_of_every_printing_keep_their_precision() {
        for (text, iso) in [
            ("2023年5月19日", "2023-05-19"),
            ("２０２３年５月", "2023-05"),
            ("2023.2.6", "2023-02-06"),
            ("2022-3-10", "2022-03-10"),
            ("2022-03", "2022-03"),
            ("二〇二二年七月十八日", "2022-07-18"),
            ("二○○九年十月三十一日", "2009-10-31"),
            ("二零二一年六月", "2021-06"),
            ("二O一七年四月五日", "2017-04-05"),
            ("二Ｏ一一年九月七日", "2011-09-07"),
            ("二00九年十二月一日", "2009-12-01"),
            ("二〇一三年十月廿八日", "2013-10-28"),
            ("二〇一三年十月卅日", "2013-10-30"),
            ("二〇一〇年元月十二日", "2010-01-12"),
            ("2021年6月起", "2021-06"),
            ("2021年第3号", "2021"),
        ] {
            let run = run(text);
            assert_eq!(date_at(&run, 0).map(|(date, _)| date.to_string()).as_deref(), Some(iso), "{text}");
        }
        for text in ["5月19日", "2023", "20231", "9999年99月"] {
            let got = date_at(&run(text), 0).filter(|(date, _)| date.month().is_some());
            assert!(got.is_none(), "{text} is no date with a month and a year");
        }
    }

    #[test]
    fn lengths_of_time_are_months() {
        for (text, months) in [("一年", 12), ("两年", 24), ("半年", 6), ("一年半", 18), ("六个月", 6), ("12个月", 12)]
        {
            assert_eq!(months_at(&run(text), 0).map(|(months, _)| months), Some(months), "{text}");
        }
    }
}
