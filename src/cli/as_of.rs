//! For which day: `--as-of`, then `SOURCE_DATE_EPOCH`, then today.

use super::{Environment, bad};
use crate::checks::AsOf;
use crate::diag::Diagnostic;
use crate::records::{Day, TimeZone};

/// The first second after the last year that a record can have.
const TOO_LATE: i64 = 32_472_144_000;

/// The day that was asked for.
pub(super) fn chosen(as_of: Option<&str>, env: &Environment) -> Result<AsOf, Diagnostic> {
    if let Some(text) = as_of {
        return day(text, "--as-of").map(AsOf::Chosen);
    }
    let Some(text) = env.epoch.as_deref() else { return Ok(AsOf::Now(env.now)) };
    match text.trim().parse::<i64>() {
        Ok(seconds) if (0..TOO_LATE).contains(&seconds) => {
            Ok(AsOf::Chosen(Day::from_timestamp(seconds, TimeZone::default())))
        }
        _ => Err(bad("epoch").with("found", text)),
    }
}

/// Reads a day that was typed behind `argument`.
pub(super) fn day(text: &str, argument: &'static str) -> Result<Day, Diagnostic> {
    let proposal = || Day::suggest(text).unwrap_or_default();
    Day::parse(text).ok_or_else(|| bad("day").with("found", text).with("argument", argument).with("near", proposal()))
}
