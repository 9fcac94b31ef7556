//! The revisions that a release would add, of a site that is read and checked first; refused if the
//! log goes on after that day or if one would publish again what was redacted. Nothing is written:
//! `register::pending_revisions` makes the revisions, `cli::release` appends their lines.

use crate::checks::{self, AsOf, DayChoice};
use crate::diag::{Code, Diagnostic, Diagnostics, SourceMap, Span};
use crate::guards::{self, PublishedState};
use crate::pipeline::{Planned, Report, planned};
use crate::publish::FileEdit;
use crate::records::{Day, Revision, RevisionLog, Spanned};
use crate::register::PendingRevision;
use crate::source;
use std::path::Path;

/// The log's file, below the site's folder.
pub(crate) const LOG: &str = "content/log.jsonl";
/// The file of the revisions' bodies, below the site's folder.
pub(crate) const BODIES: &str = "content/bodies.jsonl";
/// The file of the phrases that must not come back, below the site's folder.
pub(crate) const REDACTED_PHRASES: &str = "content/redacted.jsonl";

/// Reads and checks a site; calls `then` with the log, the day, and every revision that a release on
/// that day would add, in their order. Nothing is written.
pub(crate) fn with_pending_revisions(
    root: &Path,
    as_of: AsOf,
    choice: DayChoice,
    then: impl FnOnce(&RevisionLog, Day, &[PendingRevision<'_>]) -> Result<(), Diagnostic>,
) -> Report {
    planned(source::load(root), as_of, false, |site| {
        let pending = pending_revisions(site)?;
        guard_release(site, root, choice)?;
        let log = &site.checked.records().revision_log;
        Ok(then(log, site.register.day(), &pending)?)
    })
}

/// The edit of a file of content/ as it was read, to a new text.
pub(crate) fn edit_of(root: &Path, files: &SourceMap, path: &str, new_text: String) -> FileEdit {
    FileEdit {
        path: root.join(path),
        base_text: files.find(path).map(|(_, file)| file.text.clone()),
        new_text,
    }
}

/// Where the bodies are that the log knows, but for one. A release that was killed may have left
/// others, which nobody published.
pub(crate) fn known_bodies(log: &RevisionLog, but: Option<(&str, u32)>) -> Vec<Span> {
    let is_kept = |r: &&Spanned<Revision>| but != Some((r.record.as_str(), r.revision));
    let kept = log.revisions.iter().filter(is_kept);
    let bodies = kept.filter_map(|revision| revision.line.as_ref());
    bodies.map(|line| line.span).collect()
}

/// Lines as they were read, each with its end. They are copied and not written anew: after years
/// there are many, and each is tied to the log by its bytes.
pub(crate) fn lines_at(files: &SourceMap, spans: &[Span]) -> String {
    let mut text = String::new();
    for span in spans {
        let file = files.get(span.file);
        text += file
            .and_then(|file| file.text.get(span.range()))
            .unwrap_or_default();
        text.push('\n');
    }
    text
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
    guards::require_no_later_entry(&records.revision_log, today)?;
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
