//! `jhur release`: appends every new or changed record to the revision log; with `--dry-run` it
//! shows their differences.

use super::args::ReleaseArgs;
use super::as_of;
use super::open_log::{self, require_publishable};
use super::report::{report_errors, report_locked_redactions};
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::checks::{AsOf, DayChoice};
use crate::diag::{Code, Diagnostic, ExitStatus};
use crate::pipeline::Report;
use crate::publish;
use crate::random::random_hex;
use crate::records::revision_fields::{DiffTag, diff_bodies};
use crate::records::{Day, EntryContent, LogEntry, RevisionBody, Seal};
use crate::register::PendingRevision;
use crate::release::{BODIES, LOG, edit_of, known_bodies, lines_at, with_pending_revisions};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn run(
    args: &ReleaseArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    if let Some(words) = &args.clock {
        return correct_clock(words, root, as_of, terminal);
    }
    let choice = DayChoice {
        origin: as_of::origin(None, terminal.env),
        is_confirmed: args.yes,
    };
    let mut shown = String::new();
    let (mut log_lines, mut new_bodies) = (String::new(), String::new());
    let mut old_bodies = Vec::new();
    let (mut count, mut seals) = (0, Vec::new());
    let Report {
        files,
        diagnostics,
        stats,
    } = with_pending_revisions(root, as_of, choice, |log, release, pending| {
        log_lines = log.to_text();
        old_bodies = known_bodies(log, None);
        count = pending.len();
        for (n, change) in pending.iter().enumerate() {
            shown += &revision_heading(change, terminal);
            if args.dry_run {
                shown += &revision_diff(change);
                continue;
            }
            let body = new_body(change)?;
            let entry = new_entry(log.entries.len() + n, release, &body);
            let seal = Seal::of_digest(&body.digest).to_string();
            seals.push([("record", change.record.clone()), ("seal", seal)]);
            log_lines.extend([entry.to_line(), "\n".to_owned()]);
            new_bodies.extend([body.to_line(), "\n".to_owned()]);
        }
        Ok(())
    });
    let Some(stats) = stats else {
        let status = report_errors(diagnostics, &files, terminal);
        terminal.emessage("release-refused", &[]);
        return Ok(status);
    };
    terminal.print_data(&shown)?;
    report_locked_redactions(diagnostics, &files, terminal);
    match (count, args.dry_run) {
        (0, dry_run) => {
            if !dry_run {
                publish::remove_leftovers(&root.join(LOG));
                publish::remove_leftovers(&root.join(BODIES));
            }
            terminal.emessage("release-nothing", &[]);
        }
        (_, true) => terminal.emessage_count("release-would", count),
        (_, false) => {
            // Both continue the files as they were read; of two releases at once, one fails.
            // The bodies first: a run that is killed between the two leaves words that no entry has,
            // and no entry without its words.
            let body_lines = lines_at(&files, &old_bodies) + &new_bodies;
            let edits = [(BODIES, body_lines), (LOG, log_lines)];
            let edits = edits.map(|(path, text)| edit_of(root, &files, path, text));
            if let Err(mut error) = publish::apply_edits(&edits) {
                // Another release was the first.
                if error.code == Code::FileExists {
                    error.code = Code::PathInUse;
                }
                let status = terminal.print_failure(&error);
                terminal.emessage("release-refused", &[]);
                return Ok(status);
            }
            // Seals are told once they hold.
            for seal in &seals {
                terminal.emessage("release-seal", seal);
            }
            terminal.emessage_count("released", count);
        }
    }
    as_of::print_day(stats.day, choice.origin, terminal);
    Ok(ExitStatus::Clean)
}

/// Adds the entry that says that the last lines of the log were made while the clock was wrong.
fn correct_clock(
    words: &str,
    root: &Path,
    as_of: AsOf,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let opened = match open_log::open(root, as_of, terminal, |_| false)? {
        Ok(opened) => opened,
        Err(status) => return Ok(status),
    };
    let (log, release) = (&opened.records.revision_log, opened.today);
    require_publishable(words, "clock", &opened.records.redacted_phrases)?;
    let Some(last) = log.days.last().filter(|last| **last > release) else {
        return Err(usage_error("clock").arg("day", release.to_string()));
    };
    // What was entered before the wrong day is not later than today, if today is right.
    let before = log.days.iter().rev().find(|day| *day != last);
    if before.is_some_and(|day| *day > release) {
        return Err(usage_error("clock-behind").arg("day", release.to_string()));
    }
    let content = EntryContent::ClockCorrection {
        clock: words.trim().to_owned(),
    };
    let lines = log.to_text() + &log.next_entry(release, content).to_line() + "\n";
    publish::apply_edits(&[edit_of(root, &opened.files, LOG, lines)])?;
    terminal.emessage("clock-corrected", &[("last", last.to_string())]);
    as_of::print_day(Some(release), as_of::origin(None, terminal.env), terminal);
    Ok(ExitStatus::Clean)
}

/// The body of a new revision.
///
/// # Errors
/// If the operating system gives no random bytes.
fn new_body(change: &PendingRevision<'_>) -> Result<RevisionBody, Diagnostic> {
    let nonce = random_hex::<32>()?;
    let (record, body) = (change.record.clone(), change.body.clone());
    Ok(RevisionBody::new(record, change.revision, nonce, body))
}

/// The entry of a new revision in the log.
fn new_entry(entry: usize, release: Day, body: &RevisionBody) -> LogEntry {
    LogEntry {
        entry,
        release,
        content: EntryContent::Revision {
            record: body.record.clone(),
            revision: body.revision,
            digest: body.digest.clone(),
        },
    }
}

/// A line that names a record and says whether it is new or changed.
fn revision_heading(change: &PendingRevision<'_>, terminal: &Terminal<'_>) -> String {
    let args = [
        ("record", change.record.clone()),
        ("revision", change.revision.to_string()),
    ];
    let key = if change.previous.is_some() {
        "release-changed"
    } else {
        "release-new"
    };
    terminal.message(key, &args) + "\n"
}

/// What changed in a record, one line a field: deleted words in `[- -]`, inserted ones in `{+ +}`.
fn revision_diff(change: &PendingRevision<'_>) -> String {
    let old = change.previous.and_then(|old| old.body());
    let mut text = String::new();
    for found in diff_bodies(old.unwrap_or(&Value::Null), &change.body) {
        let lang = found.lang.map(|lang| format!(" ({lang})"));
        let lang = lang.unwrap_or_default();
        let _ = write!(text, "  {}{lang}: ", found.path.join("."));
        for (tag, words) in found.word_diff() {
            let _ = match tag {
                DiffTag::Equal => write!(text, "{words}"),
                DiffTag::Delete => write!(text, "[-{words}-]"),
                DiffTag::Insert => write!(text, "{{+{words}+}}"),
            };
        }
        text.push('\n');
    }
    text
}
