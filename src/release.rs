//! The revisions that a release would add, of a site that is read and checked first; refused if the
//! log goes on after that day or if one would publish again what was redacted. Nothing is written:
//! `register::pending_revisions` makes the revisions, `cli::release` appends their lines.

use crate::checks::{self, AsOf};
use crate::diag::{Code, Diagnostic, Diagnostics, SourceMap};
use crate::pipeline::{Planned, Report, planned};
use crate::publish::FileEdit;
use crate::records::{Day, RevisionLog};
use crate::register::PendingRevision;
use crate::source;
use std::path::Path;

/// The log's file, below the site's folder.
pub(crate) const LOG: &str = "content/log.jsonl";
/// The file of the revisions' bodies, below the site's folder.
pub(crate) const BODIES: &str = "content/bodies.jsonl";

/// Reads and checks a site; calls `each` with every revision that a release on that day would add,
/// in the order of the log, with the number of its entry and the day. Nothing is written.
pub(crate) fn for_each_pending_revision(
    root: &Path,
    as_of: AsOf,
    each: &mut dyn FnMut(&PendingRevision<'_>, usize, Day),
) -> Report {
    planned(source::load(root), as_of, false, |site| {
        let next = site.checked.records().revision_log.entries.len();
        for (n, change) in pending_revisions(site)?.iter().enumerate() {
            each(change, next + n, site.register.day());
        }
        Ok(())
    })
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

/// The edits that add lines to the log and to the bodies, in this order: a run that is killed
/// between the two leaves bodies of which the log knows nothing, and not the other way round.
pub(crate) fn append_lines(
    root: &Path,
    files: &SourceMap,
    entries: &str,
    bodies: &str,
) -> [FileEdit; 2] {
    [(BODIES, bodies), (LOG, entries)].map(|(path, lines)| {
        let base_text = files.find(path).map(|(_, file)| file.text.to_string());
        let new_text = base_text.clone().unwrap_or_default() + lines;
        FileEdit {
            path: root.join(path),
            base_text,
            new_text,
        }
    })
}

/// The revisions that a release would add.
///
/// # Errors
/// If the log has a later day already, or a revision would publish again what was redacted.
fn pending_revisions<'p>(site: &Planned<'p>) -> Result<Vec<PendingRevision<'p>>, Diagnostics> {
    let today = site.register.day();
    let records = site.checked.records();
    require_no_later_entry(&records.revision_log, today)?;
    let pending = site.register.pending_revisions();
    let mut redacted = Vec::new();
    for change in &pending {
        if let Some(phrase) = checks::find_redacted(&change.body, &records.redacted_phrases) {
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
