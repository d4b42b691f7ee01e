//! Dates that say no more than is known: a day, a month or a year. An unknown date is `None`.

use std::fmt;
use std::str::FromStr;

use chrono::{Datelike, Months, NaiveDate};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use ts_rs::TS;

/// A date by its precision. `2019.03` is a month, never the first of March.
///
/// Written in ISO form (`2023`, `2023-02`, `2023-02-28`) in JSON and in the store.
/// Ordered by the first day that it can mean; of two with the same first day the more exact is the lesser.
#[derive(Clone, Copy, PartialEq, Eq, Hash, TS)]
#[ts(type = "string")]
pub struct PartialDate {
    year: i32,
    month: Option<u8>,
    day: Option<u8>,
}

/// The text is no date of the Gregorian calendar between the years 1900 and 2200.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not a date: year, year-month or year-month-day is wanted")]
pub struct NotADate;

impl PartialDate {
    /// A year, with a month and a day where they are known. `None` where the calendar has no such date.
    pub fn new(year: i32, month: Option<u8>, day: Option<u8>) -> Option<Self> {
        if !(1900..=2200).contains(&year) || (month.is_none() && day.is_some()) {
            return None;
        }
        NaiveDate::from_ymd_opt(year, month.unwrap_or(1).into(), day.unwrap_or(1).into())?;
        Some(Self { year, month, day })
    }

    /// The exact day.
    pub fn day(date: NaiveDate) -> Self {
        // Month and day of a calendar date always fit a byte.
        Self { year: date.year(), month: Some(date.month() as u8), day: Some(date.day() as u8) }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.year
    }

    /// The month, 1 to 12, where it is known.
    pub fn month(self) -> Option<u8> {
        self.month
    }

    /// The day of the month, where it is known.
    pub fn day_of_month(self) -> Option<u8> {
        self.day
    }

    /// The exact day, where the date is one.
    pub fn exact(self) -> Option<NaiveDate> {
        self.day.map(|_| self.earliest())
    }

    /// The first day that the date can mean.
    pub fn earliest(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.year, self.month.unwrap_or(1).into(), self.day.unwrap_or(1).into())
            .unwrap_or(NaiveDate::MIN)
    }

    /// The last day that the date can mean.
    pub fn latest(self) -> NaiveDate {
        let next = match (self.month, self.day) {
            (_, Some(_)) => return self.earliest(),
            (Some(_), None) => self.earliest().checked_add_months(Months::new(1)),
            (None, None) => self.earliest().checked_add_months(Months::new(12)),
        };
        next.and_then(|day| day.pred_opt()).unwrap_or(NaiveDate::MAX)
    }

    /// The date the given months later, in the same precision; a month that lacks the day ends on its last day.
    /// A year moves by whole years only: half a year after a day of 2023 lies in 2023 or in 2024, and nobody knows which.
    pub fn plus_months(self, months: u32) -> Option<Self> {
        if self.month.is_none() && !months.is_multiple_of(12) {
            return None;
        }
        let moved = self.earliest().checked_add_months(Months::new(months))?;
        Self::new(moved.year(), self.month.map(|_| moved.month() as u8), self.day.map(|_| moved.day() as u8))
    }

    /// As clerks write it in a table: `2023.02.28`, `2023.02`, `2023`.
    pub fn dotted(self) -> String {
        self.to_string().replace('-', ".")
    }

    /// As papers and sentences write it: `2023年2月28日`, `2023年2月`, `2023年`.
    pub fn sentence(self) -> String {
        let mut text = format!("{}年", self.year);
        if let Some(month) = self.month {
            text += &format!("{month}月");
        }
        if let Some(day) = self.day {
            text += &format!("{day}日");
        }
        text
    }
}

impl Ord for PartialDate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |date: &Self| (date.earliest(), date.month.is_none(), date.day.is_none());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for PartialDate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl fmt::Debug for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for PartialDate {
    type Err = NotADate;

    /// Reads the ISO form only; what clerks type is read by [`PartialDate::typed`].
    fn from_str(text: &str) -> Result<Self, NotADate> {
        let mut parts = text.split('-');
        let year = parts.next().filter(|year| year.len() == 4).and_then(|year| year.parse().ok()).ok_or(NotADate)?;
        let mut two = || match parts.next() {
            None => Ok(None),
            Some(part) if part.len() == 2 => part.parse().map(Some).map_err(|_| NotADate),
            Some(_) => Err(NotADate),
        };
        let (month, day) = (two()?, two()?);
        if parts.next().is_some() {
            return Err(NotADate);
        }
        Self::new(year, month, day).ok_or(NotADate)
    }
}

impl PartialDate {
    /// Reads what a clerk types or a form holds: `2023`, `202302`, `20230228`, `2023.2.28`, `2023-02`, `2023/2/28`,
    /// `2023年2月28日`. Full-width digits and stops count as their half-width forms.
    pub fn typed(text: &str) -> Result<Self, NotADate> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace())
            .map(|c| match c {
                '０'..='９' => char::from(b'0' + (c as u32 - '０' as u32) as u8),
                '．' | '。' | '年' | '月' | '/' | '／' | '-' | '－' | '—' => '.',
                '日' | '号' => '\0',
                other => other,
            })
            .filter(|c| *c != '\0')
            .collect();
        let plain = plain.trim_end_matches('.');
        if plain.bytes().all(|b| b.is_ascii_digit()) {
            let part = |range: std::ops::Range<usize>| plain.get(range).and_then(|digits| digits.parse::<u8>().ok());
            let year = plain.get(0..4).and_then(|year| year.parse().ok()).ok_or(NotADate)?;
            return match plain.len() {
                4 => Self::new(year, None, None),
                6 => Self::new(year, part(4..6), None),
                8 => Self::new(year, part(4..6), part(6..8)),
                _ => None,
            }
            .ok_or(NotADate);
        }
        let mut numbers = plain.split('.').map(|part| part.parse::<i32>().map_err(|_| NotADate));
        let year = numbers.next().ok_or(NotADate)??;
        let mut small =
            || numbers.next().transpose().map(|n| n.map(|n| u8::try_from(n).map_err(|_| NotADate)).transpose());
        let (month, day) = (small()??, small()??);
        if numbers.next().is_some() {
            return Err(NotADate);
        }
        Self::new(year, month, day).ok_or(NotADate)
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_clerks_type_keeps_its_precision() {
        for (typed, iso) in [
            ("2023", "2023"),
            ("202302", "2023-02"),
            ("20230228", "2023-02-28"),
            ("2023.2.28", "2023-02-28"),
            ("2023.02", "2023-02"),
            ("2023-02-28", "2023-02-28"),
            ("2023/2/8", "2023-02-08"),
            ("2023年2月28日", "2023-02-28"),
            ("２０２３年２月", "2023-02"),
            (" 1980 . 3 ", "1980-03"),
        ] {
            assert_eq!(PartialDate::typed(typed).map(|d| d.to_string()), Ok(iso.to_owned()), "{typed}");
        }
        for wrong in ["", "2023.13", "2023.2.30", "20231", "abc", "2023.2.28.1", "0099", "2023..2"] {
            assert_eq!(PartialDate::typed(wrong), Err(NotADate), "{wrong} is no date");
        }
    }

    #[test]
    fn a_month_that_lacks_the_day_ends_on_its_last_day() {
        for (from, months, to) in [
            ("2023-02-28", 12, "2024-02-28"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2023-08-31", 6, "2024-02-29"),
            ("2023-03", 12, "2024-03"),
            ("2023", 12, "2024"),
        ] {
            let from: PartialDate = from.parse().unwrap();
            assert_eq!(from.plus_months(months).unwrap().to_string(), to);
        }
        let year: PartialDate = "2023".parse().unwrap();
        assert_eq!(year.plus_months(6), None, "half a year after 2023 is no known year");
    }

    #[test]
    fn dates_sort_by_the_first_day_they_can_mean() {
        let mut dates: Vec<PartialDate> =
            ["2019-03", "2019", "2019-03-01", "2018-12-31", "2019-01-01"].iter().map(|d| d.parse().unwrap()).collect();
        dates.sort();
        let text: Vec<String> = dates.iter().map(ToString::to_string).collect();
        assert_eq!(text, ["2018-12-31", "2019-01-01", "2019", "2019-03-01", "2019-03"]);
        assert_eq!(dates[4].latest().to_string(), "2019-03-31");
        assert_eq!(dates[2].latest().to_string(), "2019-12-31");
    }
}
