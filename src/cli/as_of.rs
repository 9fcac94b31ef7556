//! The day as of which a command works: `--as-of`, then `SOURCE_DATE_EPOCH`, then today.

use super::environment::Environment;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::checks::{AsOf, DayOrigin};
use crate::diag::Diagnostic;
use crate::records::{Day, TimeZone};

/// The first second after the last year that a record can have.
const EPOCH_LIMIT: i64 = 32_472_144_000;

/// The day of the argument `--as-of`, if it is given, of the environment, or today.
///
/// # Errors
/// If an argument or `SOURCE_DATE_EPOCH` is no day.
pub(super) fn resolve(as_of: Option<&str>, env: &Environment) -> Result<AsOf, Diagnostic> {
    if let Some(text) = as_of {
        return parse_day(text, "--as-of").map(AsOf::Chosen);
    }
    let seconds = now(env)?;
    Ok(match env.source_date_epoch {
        Some(_) => AsOf::Chosen(Day::from_timestamp(seconds, TimeZone::default())),
        None => AsOf::Now(seconds),
    })
}

/// The moment: `SOURCE_DATE_EPOCH`, or now; in seconds since 1970 UTC.
///
/// # Errors
/// If `SOURCE_DATE_EPOCH` is no number of seconds.
pub(super) fn now(env: &Environment) -> Result<i64, Diagnostic> {
    let Some(text) = env.source_date_epoch.as_deref() else {
        return Ok(env.now);
    };
    match text.trim().parse::<i64>() {
        Ok(seconds) if (0..EPOCH_LIMIT).contains(&seconds) => Ok(seconds),
        _ => Err(usage_error("epoch").arg("found", text)),
    }
}

/// Where [`resolve`] takes the day from.
pub(super) fn origin(as_of: Option<&str>, env: &Environment) -> DayOrigin {
    match (as_of, &env.source_date_epoch) {
        (Some(_), _) => DayOrigin::Argument,
        (None, Some(_)) => DayOrigin::Environment,
        (None, None) => DayOrigin::Clock,
    }
}

/// Says which day was taken and, if it is not today's by the clock, where it came from.
pub(super) fn print_day(day: Option<Day>, origin: DayOrigin, terminal: &Terminal<'_>) {
    let Some(day) = day else { return };
    let args = [
        ("day", day.to_string()),
        ("origin", origin.key().to_owned()),
    ];
    terminal.emessage("day-taken", &args);
}

/// Parses a day that was typed after `argument`.
///
/// # Errors
/// If it is none, with the day that may have been meant.
pub(super) fn parse_day(text: &str, argument: &'static str) -> Result<Day, Diagnostic> {
    Day::parse(text).ok_or_else(|| {
        usage_error("day")
            .arg("found", text)
            .arg("argument", argument)
            .arg("near", Day::suggest(text).unwrap_or_default())
    })
}
