//! What has to hold before a site is built or a revision released, beyond the rules of `checks`: a
//! day that can be right, and a published site that does not know more than content/.
//!
//! `pipeline`, `release` and `jhur status` ask these; none of them writes anything.

use crate::checks::DayChoice;
use crate::diag::{Code, Diagnostic};
use crate::plan;
use crate::publish::{self, PublishedDir};
use crate::records::{Day, Records, RevisionLog, Stop, log_entry, sha256_hex};
use crate::register::Register;
use crate::source;
use std::path::Path;

/// The output folder where none is named, below the site's folder.
pub(crate) const DEFAULT_OUT: &str = "public";

/// So many days after everything that is known here, a day is probably that of a wrong clock.
const MAX_DAYS_AHEAD: i64 = 60;

/// What of a published site is compared with the records.
#[derive(Debug, Default)]
pub(crate) struct PublishedState {
    /// The day as of which it holds.
    pub(crate) day: Option<Day>,
    /// Its revision log, if it is as it was published.
    pub(crate) log: Option<Vec<u8>>,
    /// The sha256 of that log, which the manifest keeps also when the file is damaged or gone.
    pub(crate) log_sha256: Option<String>,
}

impl PublishedState {
    /// What stands in an output folder; nothing if it holds no site. Where the manifest is damaged or
    /// gone, its log still says what was published.
    pub(crate) fn read(out: &Path) -> Self {
        let Ok(published) = PublishedDir::open(out) else {
            let log = publish::read_page(&out.join(plan::LOG_PATH)).ok();
            return Self {
                day: None,
                log_sha256: log.as_ref().map(sha256_hex),
                log,
            };
        };
        Self {
            day: published.as_of(),
            log: published.read_verified(plan::LOG_PATH),
            log_sha256: published.manifest_hash(plan::LOG_PATH).map(str::to_owned),
        }
    }

    /// The log's text; empty if there is none.
    fn log_text(&self) -> &str {
        std::str::from_utf8(self.log.as_deref().unwrap_or_default()).unwrap_or_default()
    }
}

/// Refuses a day that can hardly be meant.
///
/// # Errors
/// If it leaves out every stop, or if it is long after everything that is known here and nobody
/// confirmed it.
pub(crate) fn require_plausible_day(
    register: &Register<'_>,
    records: &Records,
    root: &Path,
    choice: DayChoice,
) -> Result<(), Diagnostic> {
    require_any_stop(register, records, choice)?;
    if choice.is_confirmed {
        return Ok(());
    }
    let day = register.day();
    let is_ahead = |known: Option<Day>| known.is_none_or(|k| day.days_since(k) > MAX_DAYS_AHEAD);
    let recorded = newest_recorded_day(records);
    // The files are looked at only if the records alone do not do: most days are near them.
    if !is_ahead(recorded) {
        return Ok(());
    }
    let zone = register.site().time_zone;
    let modified = source::newest_modification(root).map(|at| Day::from_timestamp(at, zone));
    let Some(newest) = recorded
        .max(modified)
        .filter(|newest| is_ahead(Some(*newest)))
    else {
        return Ok(());
    };
    Err(Diagnostic::without_span(Code::DayFarAhead)
        .arg("day", day.to_string())
        .arg("origin", choice.origin.key())
        .arg("newest", newest.to_string())
        .arg("days", day.days_since(newest).to_string()))
}

/// Refuses a day on which no stop is known yet, although there are some.
fn require_any_stop(
    register: &Register<'_>,
    records: &Records,
    choice: DayChoice,
) -> Result<(), Diagnostic> {
    let day = register.day();
    if register.stops().len() > 0 {
        return Ok(());
    }
    let is_published = |stop: &&Stop| {
        register.includes_drafts() || !stop.is_held_back(stop.known_since().max(day))
    };
    let stops = records.stops.iter().map(AsRef::as_ref).filter(is_published);
    let first = stops.map(Stop::known_since).min();
    let Some(first) = first.filter(|first| *first > day) else {
        return Ok(());
    };
    Err(Diagnostic::without_span(Code::DayBeforeEverything)
        .arg("day", day.to_string())
        .arg("origin", choice.origin.key())
        .arg("first", first.to_string()))
}

/// The newest day of the log, of events and of their sources. What is planned (deadlines, drafts)
/// says nothing of how late it is.
fn newest_recorded_day(records: &Records) -> Option<Day> {
    let stops = records.stops.iter().filter(|stop| !stop.draft);
    let stops = stops.flat_map(|stop| {
        let sources = stop.sources.iter().filter_map(|source| source.date);
        sources.chain(stop.until).chain([stop.date])
    });
    let follow_ups = records.follow_ups.iter().filter(|f| !f.draft);
    let follow_ups = follow_ups.flat_map(|follow_up| {
        let sources = follow_up.sources.iter().filter_map(|source| source.date);
        sources.chain([follow_up.date])
    });
    let dates = stops.chain(follow_ups).map(|date| date.value);
    dates.chain(last_release(records)).max()
}

/// Refuses to go on in the log on a day before its last: a clock that is wrong would spoil it.
///
/// # Errors
/// If the log has a later day already.
pub(crate) fn require_no_later_entry(log: &RevisionLog, today: Day) -> Result<(), Diagnostic> {
    match (log.entries.last(), log.days.last()) {
        (Some(entry), Some(last)) if *last > today => {
            Err(Diagnostic::new(Code::ReleaseDateBackwards, entry.span)
                .arg("last", last.to_string())
                .arg("today", today.to_string()))
        }
        _ => Ok(()),
    }
}

/// Refuses to publish or release where the published site has a log that ours does not begin with:
/// what was published once stays published.
///
/// # Errors
/// If content/ is older than what is published, or of another site.
pub(crate) fn require_published_log(
    records: &Records,
    published: &PublishedState,
    out: &Path,
) -> Result<(), Diagnostic> {
    let log = || records.revision_log.entries.iter().map(|line| &line.value);
    let is_ours = |sha256: &str| log_entry::count_lines_with_hash(log(), sha256).is_some();
    if published.log_sha256.as_deref().is_none_or(is_ours) {
        return Ok(());
    }
    // Of a log that is damaged nobody can say from which line on it is another.
    let line = log_entry::first_missing_line(published.log_text(), log()).unwrap_or(0);
    let path = out.join(plan::LOG_PATH);
    Err(Diagnostic::without_span(Code::LogTruncated)
        .arg("line", line.to_string())
        .arg("path", path.display().to_string()))
}

/// Refuses to put the site as of a day before the last release in the place of one that is newer:
/// every page that was published since would go.
///
/// # Errors
/// If the published site is of a later day or has more of the log.
pub(crate) fn require_no_newer_site(
    records: &Records,
    day: Day,
    published: &PublishedState,
    out: &Path,
    choice: DayChoice,
) -> Result<(), Diagnostic> {
    let Some(last) = last_release(records).filter(|last| *last > day) else {
        return Ok(());
    };
    let log = records.revision_log.entries.iter().map(|line| &line.value);
    let published_count = published.log_sha256.as_deref();
    let published_count =
        published_count.and_then(|sha256| log_entry::count_lines_with_hash(log, sha256));
    let has_more = published_count.is_some_and(|count| count > count_lines_until(records, day));
    if !has_more && published.day.is_none_or(|published| published <= day) {
        return Ok(());
    }
    Err(Diagnostic::without_span(Code::NewerSite)
        .arg("day", day.to_string())
        .arg("origin", choice.origin.key())
        .arg("last", last.to_string())
        .arg("path", out.display().to_string()))
}

/// The day of the last release.
fn last_release(records: &Records) -> Option<Day> {
    records.revision_log.days.last().copied()
}

/// How many lines of the log a site as of a day has.
fn count_lines_until(records: &Records, day: Day) -> usize {
    let days = records.revision_log.days.iter();
    days.take_while(|known| **known <= day).count()
}
