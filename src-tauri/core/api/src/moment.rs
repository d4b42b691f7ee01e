//! Moments of the journal, in the time of this PC: as a clerk types them and as they are written for one.

use chrono::{DateTime, Local, NaiveDate, NaiveTime, Utc};
use renmian_domain::PartialDate;

use crate::ApiError;

/// Reads a moment: RFC 3339; a day, or a day and a minute, which mean their ends.
pub(crate) fn known_at(text: Option<&str>) -> Result<Option<DateTime<Utc>>, ApiError> {
    let Some(text) = text.map(str::trim).filter(|text| !text.is_empty()) else { return Ok(None) };
    if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
        return Ok(Some(moment.to_utc()));
    }
    let end = end_of_day(text).or_else(|| end_of_minute(text));
    end.map(Some).ok_or_else(|| ApiError::usage("not-a-moment").with("text", text))
}

fn end_of_day(text: &str) -> Option<DateTime<Utc>> {
    let day = PartialDate::typed(text).ok()?.latest();
    here(day, NaiveTime::from_hms_milli_opt(23, 59, 59, 999)?)
}

/// `2023.02.28 14:05`, as the journal is printed.
fn end_of_minute(text: &str) -> Option<DateTime<Utc>> {
    let (day, minute) = text.rsplit_once(char::is_whitespace)?;
    let (hours, minutes) = minute.split_once([':', '：'])?;
    let time = NaiveTime::from_hms_milli_opt(hours.parse().ok()?, minutes.parse().ok()?, 59, 999)?;
    here(PartialDate::typed(day).ok()?.exact()?, time)
}

/// The later of two where the clock was set back and showed the time twice.
fn here(day: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
    Some(day.and_time(time).and_local_timezone(Local).latest()?.to_utc())
}

/// `2023.02.28 14:05`, in the time of this PC, from an RFC 3339 moment; what is none stays as it is.
pub fn minute(at: &str) -> String {
    match DateTime::parse_from_rfc3339(at) {
        Ok(moment) => moment.with_timezone(&Local).format("%Y.%m.%d %H:%M").to_string(),
        Err(_) => at.to_owned(),
    }
}
