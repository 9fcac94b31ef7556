//! The revision log, opened for a command that adds an entry which is no release: what it needs has
//! to be sound, and to know all that is published.

use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::checks::AsOf;
use crate::diag::{Code, Diagnostic, ExitStatus, SourceMap, is_invisible};
use crate::guards::{self, DEFAULT_OUT, PublishedState};
use crate::pipeline::planned;
use crate::records::{Day, Records, RedactedPhrases};
use crate::release::{BODIES, LOG, REDACTED_PHRASES};
use crate::source::{ContentCache, LoadedContent};
use std::path::Path;

/// Errors of the log itself: a log that was tampered with, or cannot be read, has to be mended first.
const LOG_CODES: [Code; 5] = [
    Code::FileUnreadable,
    Code::LogUnreadable,
    Code::LogEntryMissing,
    Code::LogBodyChanged,
    Code::LogOutOfOrder,
];

/// The log as it was read, with what it belongs to.
pub(super) struct OpenLog {
    pub(super) records: Records,
    pub(super) files: SourceMap,
    /// The day of an entry to come.
    pub(super) today: Day,
}

/// Opens the log. Faults of it for which `is_expected` holds are passed over.
///
/// # Errors
/// If it cannot be read or written back, or is older than what is published. What is wrong in it is
/// printed, and the status given.
pub(super) fn open(
    root: &Path,
    as_of: AsOf,
    terminal: &Terminal<'_>,
    is_expected: impl Fn(&Diagnostic) -> bool,
) -> Result<Result<OpenLog, ExitStatus>, Diagnostic> {
    let mut cache = ContentCache::default();
    let checked = planned(cache.load(root), as_of, true, |_| Ok(()));
    let mut log_errors = checked.diagnostics;
    log_errors.retain(|d| LOG_CODES.contains(&d.code) && !is_expected(d));
    if !log_errors.is_empty() {
        terminal.print_diagnostics(&log_errors, &checked.files);
        terminal.emessage("release-refused", &[]);
        return Ok(Err(ExitStatus::from_diagnostics(&log_errors)));
    }
    let LoadedContent {
        records,
        files,
        reencoded_files,
        diagnostics,
    } = cache.load(root)?;
    let mut unreadable = diagnostics.into_iter();
    if let Some(unreadable) = unreadable.find(|d| d.code == Code::FileUnreadable) {
        return Err(unreadable);
    }
    // A log in another encoding cannot be written back.
    for (id, file) in files.iter() {
        if reencoded_files.contains(&id) && [LOG, BODIES, REDACTED_PHRASES].contains(&&*file.path) {
            return Err(Diagnostic::without_span(Code::NotEditable)
                .arg("path", &*file.path)
                .arg("case", "encoding"));
        }
    }
    let out = root.join(DEFAULT_OUT);
    guards::require_published_log(&records, &PublishedState::read(&out), &out)?;
    let zone = (records.site.as_ref()).map_or_else(Default::default, |site| site.time_zone);
    let today = as_of.day_in_zone(zone);
    Ok(Ok(OpenLog {
        records,
        files,
        today,
    }))
}

/// Refuses a text for the log that has nothing to read, or what nobody can see, or words that were
/// struck out: the log is published and never edited.
///
/// # Errors
/// If it is so; `option` is where it was given.
pub(super) fn require_publishable(
    text: &str,
    option: &'static str,
    redacted: &RedactedPhrases,
) -> Result<(), Diagnostic> {
    if text.trim().is_empty() {
        return Err(usage_error("reason").arg("option", option));
    }
    if let Some(invisible) = text.chars().find(|c| is_invisible(*c)) {
        return Err(usage_error("reason-unseen")
            .arg("option", option)
            .arg("found", invisible));
    }
    match redacted.find_in(text) {
        Some(_) => Err(usage_error("reason-word").arg("option", option)),
        None => Ok(()),
    }
}
