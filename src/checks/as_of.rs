//! The day as of which records are checked and the site is made. `checks` needs it to tell a record
//! from the future, `register` to leave out what was not yet known; `cli` chooses it.

use crate::records::{Day, TimeZone};

/// The day as of which the site is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AsOf {
    /// Chosen by `--as-of` or `SOURCE_DATE_EPOCH`: what became known later is left out.
    Chosen(Day),
    /// Today, at so many seconds since 1970 UTC: what is dated later is an error, unless it is a
    /// draft.
    Now(i64),
}

/// Where the day came from, for messages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DayOrigin {
    /// The clock.
    #[default]
    Clock,
    /// `--as-of`
    Argument,
    /// `SOURCE_DATE_EPOCH`
    Environment,
}

impl DayOrigin {
    /// The word that messages choose by.
    pub fn key(self) -> &'static str {
        match self {
            Self::Clock => "clock",
            Self::Argument => "as-of",
            Self::Environment => "epoch",
        }
    }
}

/// What is known of the day beside the day itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayChoice {
    /// Where it came from.
    pub origin: DayOrigin,
    /// Whether it is right even if it is long after everything that is known (`--yes`).
    pub is_confirmed: bool,
}

impl AsOf {
    /// The day in the site's time zone.
    pub fn day_in_zone(self, zone: TimeZone) -> Day {
        match self {
            Self::Chosen(day) => day,
            Self::Now(seconds) => Day::from_timestamp(seconds, zone),
        }
    }
}
