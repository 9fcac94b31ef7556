//! `jhur redact`: removes the body of a revision from the revision log, where the law demands it.
//! Its hash stays, so that the chain is intact, and the words given with `--word` can never be
//! published again: [`super::redacted_words`].

use super::args::RedactArgs;
use super::as_of;
use super::redacted_words::{NewPhrases, REDACTED_PHRASES};
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::checks::AsOf;
use crate::diag::{Code, Diagnostic, ExitStatus, is_invisible};
use crate::pipeline::{Report, check, planned};
use crate::publish;
use crate::records::Revision;
use crate::release::REVISION_LOG;
use crate::source::{ContentCache, LoadedContent};
use std::path::Path;

/// Errors of the log itself: a log that was tampered with has to be mended first.
const LOG_CODES: [Code; 4] = [
    Code::LogUnreadable,
    Code::LogChainBroken,
    Code::LogBodyChanged,
    Code::LogOutOfOrder,
];

pub(super) fn run(
    args: &RedactArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    if args.reason.trim().is_empty() {
        return Err(usage_error("reason"));
    }
    if let Some(invisible) = args.reason.chars().find(|c| is_invisible(*c)) {
        return Err(usage_error("reason-unseen").arg("found", invisible));
    }
    let mut cache = ContentCache::default();
    let checked = planned(cache.load(root), as_of, true, |_| Ok(()));
    let mut log_errors = checked.diagnostics;
    log_errors.retain(|d| LOG_CODES.contains(&d.code));
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
        if reencoded_files.contains(&id) && [REVISION_LOG, REDACTED_PHRASES].contains(&&*file.path)
        {
            return Err(Diagnostic::without_span(Code::NotEditable)
                .arg("path", &*file.path)
                .arg("case", "encoding"));
        }
    }
    let log = &records.revision_log;
    let is_it = |line: &Revision| line.record == args.record && line.revision == args.revision;
    let Some(line) = log.iter().find(|line| is_it(line)) else {
        let near = log.iter().map(|line| line.record.as_str());
        return Err(usage_error("revision")
            .arg("found", format!("{} r{}", args.record, args.revision))
            .suggest(&args.record, near));
    };
    let message_args = [
        ("record", args.record.clone()),
        ("revision", args.revision.to_string()),
    ];
    let phrases = NewPhrases::new(args, &records.redacted_phrases)?;
    if line.redacted.is_some() {
        if args.word.is_empty() {
            terminal.emessage("redact-already", &message_args);
            return Ok(ExitStatus::Clean);
        }
        phrases.write(root, terminal)?;
        terminal.emessage("redact-words-added", &message_args);
        return Ok(report_remaining(root, as_of, terminal));
    }
    let mut text = String::new();
    for line in log {
        text += &log_line(line, is_it(line).then_some(args.reason.trim()));
        text.push('\n');
    }
    // The phrases first: if the log cannot be written, they are forbidden all the same.
    phrases.write(root, terminal)?;
    let before = files.find(REVISION_LOG).map_or("", |(_, file)| &file.text);
    publish::replace_if_unchanged(&root.join(REVISION_LOG), before, &text)?;
    terminal.emessage("redacted", &message_args);
    Ok(report_remaining(root, as_of, terminal))
}

/// A line of the log; without its body if there is a reason.
fn log_line(line: &Revision, reason: Option<&str>) -> String {
    let Some(reason) = reason else {
        return line.to_line();
    };
    let redacted = Revision {
        body: None,
        redacted: Some(reason.to_owned()),
        ..line.clone()
    };
    redacted.to_line()
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
