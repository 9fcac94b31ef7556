//! `jhur redact`: removes the body of a revision from the revision log, where the law demands it.
//! Its hash stays, so that the chain is intact, and the redacted words can never be published
//! again.

use super::args::RedactArgs;
use super::as_of;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::checks::AsOf;
use crate::diag::{Code, Diagnostic, ExitStatus, is_invisible};
use crate::pipeline::{Report, check, planned};
use crate::publish;
use crate::random::random_hex;
use crate::records::{RedactedPhrase, Revision};
use crate::release::REVISION_LOG;
use crate::source::{ContentCache, LoadedContent};
use std::path::Path;

/// The file of the phrases that must not come back, as salted hashes.
const REDACTED_PHRASES: &str = "content/redacted.jsonl";

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
    if line.redacted.is_some() {
        terminal.emessage("redact-already", &message_args);
        return Ok(ExitStatus::Clean);
    }
    let phrases = redacted_phrases(args)?;
    let mut text = String::new();
    for line in log {
        text += &log_line(line, is_it(line).then_some(args.reason.trim()));
        text.push('\n');
    }
    // The phrases first: if the log cannot be written, they are forbidden all the same.
    if !phrases.is_empty() {
        publish::append_text(&root.join(REDACTED_PHRASES), &phrases)?;
    }
    let before = files.find(REVISION_LOG).map_or("", |(_, file)| &file.text);
    publish::replace_if_unchanged(&root.join(REVISION_LOG), before, &text)?;
    terminal.emessage("redacted", &message_args);
    Ok(report_remaining(root, as_of, terminal))
}

/// The lines that forbid the phrases of the arguments, as salted hashes.
///
/// # Errors
/// If a phrase has no words, or the reason itself has one of them.
fn redacted_phrases(args: &RedactArgs) -> Result<String, Diagnostic> {
    let (mut lines, mut is_in_reason) = (String::new(), false);
    for text in &args.word {
        let salt = random_hex::<16>()?;
        let phrase = RedactedPhrase::new(args.record.clone(), args.revision, text, salt)
            .ok_or_else(|| usage_error("word").arg("found", text.as_str()))?;
        lines += &phrase.to_line();
        lines.push('\n');
        is_in_reason |= phrase.matches(&args.reason);
    }
    if is_in_reason {
        return Err(usage_error("reason-word"));
    }
    Ok(lines)
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

/// Prints where the phrases are still to be found: in the records, or in another revision.
fn report_remaining(root: &Path, as_of: AsOf, terminal: &Terminal<'_>) -> ExitStatus {
    let Report {
        files,
        mut diagnostics,
        ..
    } = check(root, as_of);
    diagnostics.retain(|d| d.code == Code::RedactedText);
    terminal.print_diagnostics(&diagnostics, &files);
    ExitStatus::from_diagnostics(&diagnostics)
}
