//! A day of the calendar, as people in Jember count it (WIB, UTC+7); there are no hours in the
//! records.

use crate::diag::{Code, UnspannedDiagnostic};
use chrono::{Datelike, NaiveDate};
use schemars::JsonSchema;
use serde::Deserialize;
use std::fmt;

/// A day, written `2022-03-18`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, with = "String", extend("format" = "date"))]
pub struct Day(pub NaiveDate);

/// Years before and after these are slips of the finger.
pub(super) const PLAUSIBLE_YEARS: std::ops::RangeInclusive<i32> = 1945..=2999;

/// Month names as people write them, for the help text.
const MONTH_NAMES: [&[&str]; 12] = [
    &["jan", "januari", "january"],
    &["feb", "februari", "february", "pebruari"],
    &["mar", "maret", "march"],
    &["apr", "april"],
    &["mei", "may"],
    &["jun", "juni", "june"],
    &["jul", "juli", "july"],
    &["agu", "agt", "agustus", "august", "aug"],
    &["sep", "sept", "september"],
    &["okt", "oct", "oktober", "october"],
    &["nov", "november", "nopember"],
    &["des", "dec", "desember", "december"],
];

impl serde::Serialize for Day {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl Day {
    /// Reads `2022-03-18` and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let (year, month, day) = (
            parse_digits(parts.next()?, 4)?,
            parse_digits(parts.next()?, 2)?,
            parse_digits(parts.next()?, 2)?,
        );
        let date = NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)?;
        (parts.next().is_none() && PLAUSIBLE_YEARS.contains(&date.year())).then_some(Self(date))
    }

    /// The day at so many seconds since 1970 UTC, as people in `zone` count it.
    pub fn from_timestamp(seconds: i64, zone: super::TimeZone) -> Self {
        let local = chrono::DateTime::from_timestamp(seconds + zone.utc_offset_hours() * 3600, 0);
        Self(local.map(|t| t.date_naive()).unwrap_or_default())
    }

    /// Year, month from 1, day from 1.
    pub fn year_month_day(self) -> (i32, u32, u32) {
        (self.0.year(), self.0.month(), self.0.day())
    }

    /// Days since 1 January 1970; negative before it.
    pub fn days_since_epoch(self) -> i32 {
        self.0.num_days_from_ce() - NaiveDate::default().num_days_from_ce()
    }

    /// Days from `earlier` to this one; negative if it comes before.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// The day so many days later, or earlier if negative. Returns `None` beyond the calendar.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let days = chrono::TimeDelta::try_days(days)?;
        self.0.checked_add_signed(days).map(Self)
    }

    /// What was probably meant: `18/03/2022`, `18 Maret 2022` and `2022-3-18` become `2022-03-18`.
    /// Where day and month could be either way round, both are named.
    pub fn suggest(text: &str) -> Option<String> {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        let parts: Vec<&str> = parts.filter(|p| !p.is_empty()).collect();
        let [a, b, c] = parts[..] else { return None };
        let mut found: Vec<String> = Vec::new();
        // 2022-3-18; 18/3/2022 as in Indonesia; 3/18/2022 as in America.
        for (year, month, day) in [(a, b, c), (c, b, a), (c, a, b)] {
            if let Some(day) = Self::from_parts(year, month, day)
                && !found.contains(&day.to_string())
            {
                found.push(day.to_string());
            }
        }
        (!found.is_empty()).then(|| found.join(" / "))
    }

    /// The day of a year, a month by number or name, and a day without leading zeros.
    fn from_parts(year: &str, month: &str, day: &str) -> Option<Self> {
        let day: u32 = day.parse().ok()?;
        let month = month.parse().ok().or_else(|| month_by_name(month))?;
        Self::parse(&format!("{year:0>4}-{month:02}-{day:02}"))
    }
}

/// The number of a month, from 1, by one of its names.
fn month_by_name(name: &str) -> Option<u32> {
    let name = name.to_lowercase();
    let mut months = (1..).zip(MONTH_NAMES);
    months.find_map(|(month, names)| names.contains(&name.as_str()).then_some(month))
}

/// Exactly `n` ASCII digits as a number.
pub(super) fn parse_digits(text: &str, n: usize) -> Option<u32> {
    (text.len() == n && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok())?
}

impl TryFrom<String> for Day {
    type Error = UnspannedDiagnostic;

    fn try_from(text: String) -> Result<Self, UnspannedDiagnostic> {
        Self::parse(&text).ok_or_else(|| {
            let near = Self::suggest(&text).unwrap_or_default();
            UnspannedDiagnostic::new(Code::BadDate)
                .arg("found", text)
                .arg("near", near)
        })
    }
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days() {
        assert!(Day::parse("2022-03-18").is_some());
        for bad in [
            "2026-02-30",
            "0026-01-01",
            "20226-01-01",
            "2022-3-18",
            "12/03/2026",
            "2022-03-18T00:00",
            "",
        ] {
            assert!(Day::parse(bad).is_none(), "{bad}");
        }
        assert_eq!(Day::suggest("18 Maret 2022").as_deref(), Some("2022-03-18"));
        assert_eq!(
            Day::suggest("12/03/2026").as_deref(),
            Some("2026-03-12 / 2026-12-03")
        );
        assert_eq!(Day::suggest("2026-02-30"), None);
    }
}
