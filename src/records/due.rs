//! Deadlines: a day, month, quarter or year, or the words that were spoken with the editor's
//! reading of them.

use super::day::{PLAUSIBLE_YEARS, parse_digits};
use super::{Day, Text};
use crate::diag::{Code, UnspannedDiagnostic};
use chrono::{Days, Months, NaiveDate};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor, value::MapAccessDeserializer};
use std::{borrow::Cow, fmt};

/// A point in time as exact as it was named; its last day counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize, JsonSchema)]
#[serde(try_from = "String")]
#[schemars(inline, with = "String", extend("format" = "due", "pattern" = "^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-9]{2})?|-Q[1-4])?$"))]
pub enum PartialDate {
    /// `2022-10-03`
    Day(Day),
    /// `2022-10`
    Month(i32, u32),
    /// `2022-Q4`
    Quarter(i32, u32),
    /// `2022`
    Year(i32),
}

impl PartialDate {
    /// The last day that still keeps the deadline.
    pub fn last_day(self) -> Day {
        let (year, month) = match self {
            Self::Day(day) => return day,
            Self::Month(year, month) => (year, month),
            Self::Quarter(year, quarter) => (year, quarter * 3),
            Self::Year(year) => (year, 12),
        };
        let last = NaiveDate::from_ymd_opt(year, month, 1)
            .and_then(|d| d.checked_add_months(Months::new(1)));
        // Reading lets only real months of years up to 2999 through.
        Day(last
            .and_then(|d| d.checked_sub_days(Days::new(1)))
            .unwrap_or(NaiveDate::MAX))
    }

    /// Reads `2023-03-31`, `2023-03`, `2023-Q1` or `2023`, of the years 1945 to 2999.
    pub fn parse(text: &str) -> Option<Self> {
        let Some((year, rest)) = text.split_once('-') else {
            return parse_year(text).map(Self::Year);
        };
        if let Some(quarter) = rest.strip_prefix('Q') {
            let quarter = parse_digits(quarter, 1).filter(|q| (1..=4).contains(q))?;
            Some(Self::Quarter(parse_year(year)?, quarter))
        } else if rest.len() == 2 {
            let month = parse_digits(rest, 2).filter(|m| (1..=12).contains(m))?;
            Some(Self::Month(parse_year(year)?, month))
        } else {
            Day::parse(text).map(Self::Day)
        }
    }
}

fn parse_year(text: &str) -> Option<i32> {
    let year = i32::try_from(parse_digits(text, 4)?).ok()?;
    PLAUSIBLE_YEARS.contains(&year).then_some(year)
}

impl TryFrom<String> for PartialDate {
    type Error = UnspannedDiagnostic;

    fn try_from(text: String) -> Result<Self, UnspannedDiagnostic> {
        Self::parse(&text).ok_or_else(|| {
            let near = Day::suggest(&text).unwrap_or_default();
            UnspannedDiagnostic::new(Code::BadDeadline)
                .arg("found", text)
                .arg("near", near)
        })
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => day.fmt(f),
            Self::Month(year, month) => write!(f, "{year}-{month:02}"),
            Self::Quarter(year, quarter) => write!(f, "{year}-Q{quarter}"),
            Self::Year(year) => write!(f, "{year}"),
        }
    }
}

/// A deadline. Absent altogether means "no deadline given".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline {
    /// The words that were spoken.
    pub wording: Option<Text>,
    /// The date, or the editor's reading of the words; `None` where they name no date ("segera").
    pub date: Option<PartialDate>,
}

#[derive(serde::Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Due")]
struct DeadlineMap {
    said: Text,
    by: Option<PartialDate>,
}

impl Deadline {
    /// The last day that still keeps it; `None` if it names no date.
    pub fn last_day(&self) -> Option<Day> {
        self.date.map(PartialDate::last_day)
    }

    /// Whether the date is the editor's reading of what was said.
    pub fn is_editors_reading(&self) -> bool {
        self.wording.is_some() && self.date.is_some()
    }
}

impl<'de> Deserialize<'de> for Deadline {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Words that name no date need a map: a string is always read as a date, so that a slip of
        // the finger in one is found.
        struct DeadlineVisitor;

        impl<'de> Visitor<'de> for DeadlineVisitor {
            type Value = Deadline;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a day, month, quarter or year, or said and by")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Deadline, E> {
                Ok(Deadline {
                    wording: None,
                    date: Some(PartialDate::try_from(text.to_owned()).map_err(E::custom)?),
                })
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Deadline, A::Error> {
                let DeadlineMap { said, by } =
                    DeadlineMap::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Deadline {
                    wording: Some(said),
                    date: by,
                })
            }
        }

        deserializer.deserialize_any(DeadlineVisitor)
    }
}

impl serde::Serialize for Deadline {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let by = self.date.map(|by| by.to_string());
        let Some(wording) = &self.wording else {
            return by.serialize(serializer);
        };
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("said", wording)?;
        if let Some(by) = by {
            map.serialize_entry("by", &by)?;
        }
        map.end()
    }
}

impl JsonSchema for Deadline {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "DueEither".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let date = generator.subschema_for::<PartialDate>();
        let map = generator.subschema_for::<DeadlineMap>();
        json_schema!({ "anyOf": [date, map] })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_counts() {
        let last = |s: &str| PartialDate::parse(s).map(|date| date.last_day().to_string());
        assert_eq!(last("2022-10-03").as_deref(), Some("2022-10-03"));
        assert_eq!(last("2024-02").as_deref(), Some("2024-02-29"));
        assert_eq!(last("2022-Q4").as_deref(), Some("2022-12-31"));
        assert_eq!(last("2023").as_deref(), Some("2023-12-31"));
        for bad in ["segera", "2022-13", "2022-Q5", "22", "2022-1", ""] {
            assert_eq!(last(bad), None, "{bad}");
        }
    }
}
