//! The revisions that a release would add, of a site that is read and checked first; refused if the
//! log goes on after that day or if one would publish again what was redacted. Nothing is written:
//! `register::pending_revisions` makes the revisions, `cli::release` appends their lines.

use crate::checks::{self, AsOf, DayChoice};
use crate::diag::{Code, Diagnostic, Diagnostics};
use crate::guards::{self, PublishedState};
use crate::pipeline::{Planned, Report, planned};
use crate::register::PendingRevision;
use crate::source;
use std::path::Path;

/// The revision log's file, below the site's folder.
pub(crate) const REVISION_LOG: &str = "content/revisions.jsonl";

/// Reads and checks a site; calls `each` with every revision that a release on that day would add,
/// in the order of the log. Nothing is written.
pub(crate) fn for_each_pending_revision(
    root: &Path,
    as_of: AsOf,
    choice: DayChoice,
    each: &mut dyn FnMut(&PendingRevision<'_>),
) -> Report {
    planned(source::load(root), as_of, false, |site| {
        let pending = pending_revisions(site)?;
        guard_release(site, root, choice)?;
        pending.iter().for_each(each);
        Ok(())
    })
}

/// Refuses a day that cannot be right, and to go on in a log that is older than the published one.
fn guard_release(site: &Planned<'_>, root: &Path, choice: DayChoice) -> Result<(), Diagnostic> {
    let records = site.checked.records();
    let out = root.join(guards::DEFAULT_OUT);
    let published = PublishedState::read(&out);
    guards::require_published_log(records, &published, &out)?;
    guards::require_plausible_day(site.register, records, root, choice)
}

/// The revisions that a release would add.
///
/// # Errors
/// If the log has a later day already, or a revision would publish again what was redacted.
fn pending_revisions<'p>(site: &Planned<'p>) -> Result<Vec<PendingRevision<'p>>, Diagnostics> {
    let today = site.register.day();
    let records = site.checked.records();
    // The days of the log never go back: a clock that is wrong would spoil it for ever.
    if let Some(last) = records.revision_log.last()
        && last.release > today
    {
        return Err(Diagnostic::new(Code::ReleaseDateBackwards, last.span)
            .arg("last", last.release.to_string())
            .arg("today", today.to_string())
            .into());
    }
    let pending = site.register.pending_revisions();
    let mut redacted = Vec::new();
    for change in &pending {
        let Some(body) = &change.revision.body else {
            continue;
        };
        if let Some(phrase) = checks::find_redacted(body, &records.redacted_phrases) {
            redacted.push(
                Diagnostic::without_span(Code::RedactedText)
                    .arg("place", "release")
                    .arg("record", phrase.record.as_str())
                    .arg("revision", phrase.revision.to_string()),
            );
        }
    }
    if redacted.is_empty() {
        Ok(pending)
    } else {
        Err(redacted.into())
    }
}
