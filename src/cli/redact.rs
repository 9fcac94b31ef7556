//! `jhur redact`: takes the body of a revision out of `bodies.jsonl`, where the law demands it, and
//! adds an entry to the log that says so. The words given with `--word` can never be published
//! again: [`super::redacted_words`].

use super::args::RedactArgs;
use super::as_of;
use super::redacted_words::{NewPhrases, REDACTED_PHRASES};
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::checks::AsOf;
use crate::diag::{Code, Diagnostic, ExitStatus, is_invisible};
use crate::pipeline::{Report, check, planned};
use crate::publish;
use crate::records::{EntryContent, LogEntry, Revision, RevisionName};
use crate::release::{BODIES, LOG, bodies_text, edit_of, log_text, require_no_later_entry};
use crate::source::{ContentCache, LoadedContent};
use std::path::Path;

/// Errors of the log itself: a log that was tampered with has to be mended first.
const LOG_CODES: [Code; 4] = [
    Code::LogUnreadable,
    Code::LogEntryMissing,
    Code::LogBodyChanged,
    Code::LogOutOfOrder,
];

pub(super) fn run(
    args: &RedactArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    require_readable(&args.basis, "basis")?;
    require_readable(&args.reason, "reason")?;
    let mut cache = ContentCache::default();
    let mut day = None;
    let checked = planned(cache.load(root), as_of, true, |site| {
        day = Some(site.register.day());
        Ok(())
    });
    let mut log_errors = checked.diagnostics;
    log_errors.retain(|d| LOG_CODES.contains(&d.code) && !is_unfinished(d, args));
    if !log_errors.is_empty() {
        terminal.print_diagnostics(&log_errors, &checked.files);
        terminal.emessage("release-refused", &[]);
        return Ok(ExitStatus::from_diagnostics(&log_errors));
    }
    let LoadedContent {
        records,
        files,
        reencoded_files,
        ..
    } = cache.load(root)?;
    // Before a phrase is forbidden: a log in another encoding cannot be written back.
    for (id, file) in files.iter() {
        if reencoded_files.contains(&id) && [LOG, BODIES, REDACTED_PHRASES].contains(&&*file.path) {
            return Err(Diagnostic::without_span(Code::NotEditable)
                .arg("path", &*file.path)
                .arg("case", "encoding"));
        }
    }
    let log = &records.revision_log;
    let is_it = |line: &Revision| line.record == args.record && line.revision == args.revision;
    let Some(line) = log.revisions.iter().find(|line| is_it(line)) else {
        let near = log.revisions.iter().map(|line| line.record.as_str());
        return Err(usage_error("revision")
            .arg("found", format!("{} r{}", args.record, args.revision))
            .suggest(&args.record, near));
    };
    let zone = (records.site.as_ref()).map_or_else(Default::default, |site| site.time_zone);
    let today = day.unwrap_or_else(|| as_of.day_in_zone(zone));
    require_no_later_entry(log, today)?;
    let message_args = [
        ("record", args.record.clone()),
        ("revision", args.revision.to_string()),
    ];
    let phrases = NewPhrases::new(args, &records.redacted_phrases)?;
    let is_redacted = line.redaction.is_some() && line.line.is_none();
    if is_redacted && args.word.is_empty() {
        terminal.emessage("redact-already", &message_args);
        return Ok(ExitStatus::Clean);
    }
    // The phrases first: if the log cannot be written, they are forbidden all the same.
    phrases.write(root, terminal)?;
    if is_redacted {
        terminal.emessage("redact-words-added", &message_args);
        return Ok(report_remaining(root, as_of, terminal));
    }
    let entry = LogEntry {
        entry: log.entries.len(),
        release: today,
        content: EntryContent::Redaction {
            redacts: RevisionName {
                record: args.record.clone(),
                revision: args.revision,
            },
            basis: args.basis.trim().to_owned(),
            reason: args.reason.trim().to_owned(),
        },
    };
    let mut log_lines = log_text(log);
    // A run that was killed has left the entry without taking the body out.
    if line.redaction.is_none() {
        log_lines += &entry.to_line();
        log_lines.push('\n');
    }
    let body_lines = bodies_text(log, Some((&args.record, args.revision)));
    // The entry first: without it the missing body would be a fault of the log.
    let edits = [(LOG, log_lines), (BODIES, body_lines)];
    let edits = edits.map(|(path, text)| edit_of(root, &files, path, text));
    publish::apply_edits(&edits)?;
    terminal.emessage("redacted", &message_args);
    Ok(report_remaining(root, as_of, terminal))
}

/// Refuses a text that is published and has nothing to read, or what nobody can see.
///
/// # Errors
/// If it is so; `option` is where it was given.
pub(super) fn require_readable(text: &str, option: &'static str) -> Result<(), Diagnostic> {
    if text.trim().is_empty() {
        return Err(usage_error("reason").arg("option", option));
    }
    match text.chars().find(|c| is_invisible(*c)) {
        Some(invisible) => Err(usage_error("reason-unseen")
            .arg("option", option)
            .arg("found", invisible)),
        None => Ok(()),
    }
}

/// Whether an error says that a run of this very redaction was killed half-way.
fn is_unfinished(error: &Diagnostic, args: &RedactArgs) -> bool {
    let has = |name, value: &str| error.args.contains(&(name, value.to_owned()));
    error.code == Code::LogBodyChanged
        && has("case", "redacted")
        && has("record", &args.record)
        && has("revision", &args.revision.to_string())
}

/// Prints where the phrases are still to be found: in the records, in the theme, or in another
/// revision.
fn report_remaining(root: &Path, as_of: AsOf, terminal: &Terminal<'_>) -> ExitStatus {
    let Report {
        files,
        mut diagnostics,
        ..
    } = check(root, as_of);
    diagnostics.retain(|d| matches!(d.code, Code::RedactedText | Code::RedactionsLocked));
    terminal.print_diagnostics(&diagnostics, &files);
    ExitStatus::from_diagnostics(&diagnostics)
}
