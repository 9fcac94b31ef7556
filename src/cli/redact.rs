//! `jhur redact`: takes the body of a revision out of `bodies.jsonl`, where the law demands it, and
//! adds an entry to the log that says so. The words given with `--word` can never be published
//! again: [`super::redacted_words`].

use super::args::RedactArgs;
use super::as_of;
use super::open_log::{self, OpenLog, require_publishable};
use super::redacted_words::NewPhrases;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::checks::AsOf;
use crate::diag::{Code, Diagnostic, ExitStatus};
use crate::guards::require_no_later_entry;
use crate::pipeline::{Report, check};
use crate::publish;
use crate::records::{EntryContent, Revision, RevisionLog, RevisionName};
use crate::release::{BODIES, LOG, edit_of, known_bodies, lines_at};
use std::path::Path;

pub(super) fn run(
    args: &RedactArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    let opened = open_log::open(root, as_of, terminal, |fault| is_unfinished(fault, args))?;
    let OpenLog {
        records,
        files,
        today,
    } = match opened {
        Ok(opened) => opened,
        Err(status) => return Ok(status),
    };
    for (text, option) in [(&args.basis, "basis"), (&args.reason, "reason")] {
        require_publishable(text, option, &records.redacted_phrases)?;
    }
    let log = &records.revision_log;
    let is_it = |line: &Revision| line.record == args.record && line.revision == args.revision;
    let Some(line) = log.revisions.iter().find(|line| is_it(line)) else {
        let near = log.revisions.iter().map(|line| line.record.as_str());
        return Err(usage_error("revision")
            .arg("found", format!("{} r{}", args.record, args.revision))
            .suggest(&args.record, near));
    };
    require_no_later_entry(log, today)?;
    let message_args = [
        ("record", args.record.clone()),
        ("revision", args.revision.to_string()),
    ];
    let phrases = NewPhrases::new(args, &records.redacted_phrases)?;
    let is_redacted = line.redaction.is_some() && line.line.is_none();
    if is_redacted {
        for file in [LOG, BODIES] {
            publish::remove_leftovers(&root.join(file));
        }
    }
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
    let content = EntryContent::Redaction {
        redacts: RevisionName {
            record: args.record.clone(),
            revision: args.revision,
        },
        basis: args.basis.trim().to_owned(),
        reason: args.reason.trim().to_owned(),
    };
    let mut log_lines = log.to_text();
    // A run that was killed has left the entry without taking the body out.
    if line.redaction.is_none() {
        log_lines += &log.next_entry(today, content).to_line();
        log_lines.push('\n');
    }
    let kept = known_bodies(log, Some((&args.record, args.revision)));
    let body_lines = lines_at(&files, &kept);
    // The entry first: without it the missing body would be a fault of the log.
    let edits = [(LOG, log_lines), (BODIES, body_lines)];
    let edits = edits.map(|(path, text)| edit_of(root, &files, path, text));
    publish::apply_edits(&edits)?;
    terminal.emessage("redacted", &message_args);
    as_of::print_day(Some(today), as_of::origin(None, terminal.env), terminal);
    let same = same_revisions(log, line);
    if !same.is_empty() {
        let numbers = ("numbers", same.join(", "));
        terminal.emessage("redact-same", &[message_args[0].clone(), numbers]);
    }
    let status = report_remaining(root, as_of, terminal);
    Ok(if same.is_empty() {
        status
    } else {
        status.max(ExitStatus::ContentErrors)
    })
}

/// The numbers of the other revisions of a record that say the very same.
fn same_revisions(log: &RevisionLog, line: &Revision) -> Vec<String> {
    let mut numbers = Vec::new();
    for other in &log.revisions {
        let is_other = other.record == line.record && other.revision != line.revision;
        if is_other && other.body().is_some() && other.body() == line.body() {
            numbers.push(other.revision.to_string());
        }
    }
    numbers
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
