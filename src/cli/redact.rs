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

/// What is wrong with the log itself; a log that was tampered with is mended first.
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
    if let Some(unseen) = args.reason.chars().find(|c| is_invisible(*c)) {
        return Err(usage_error("reason-unseen").arg("found", unseen));
    }
    let mut cache = ContentCache::default();
    let checked = planned(cache.load(root), as_of, true, |_| Ok(()));
    let diagnostics: Vec<Diagnostic> = checked
        .diagnostics
        .into_iter()
        .filter(|d| LOG_CODES.contains(&d.code))
        .collect();
    if !diagnostics.is_empty() {
        terminal.print_diagnostics(&diagnostics, &checked.files);
        terminal.emessage("release-refused", &[]);
        return Ok(ExitStatus::from_diagnostics(&diagnostics));
    }
    let LoadedContent { records, files, .. } = cache.load(root)?;
    let read = files
        .iter()
        .find(|(_, file)| file.path == REVISION_LOG)
        .map_or("", |(_, file)| &file.text);
    let log: Vec<&Revision> = records
        .revision_log
        .iter()
        .map(|line| &line.value)
        .collect();
    let is_it = |line: &Revision| line.record == args.record && line.revision == args.revision;
    let Some(line) = log.iter().find(|line| is_it(line)) else {
        let near = log.iter().map(|line| line.record.as_str());
        return Err(usage_error("revision")
            .arg("found", format!("{} r{}", args.record, args.revision))
            .suggest(&args.record, near));
    };
    if line.redacted.is_some() {
        terminal.emessage(
            "redact-already",
            &[
                ("record", args.record.clone()),
                ("revision", args.revision.to_string()),
            ],
        );
        return Ok(ExitStatus::Clean);
    }
    let mut notes = Vec::new();
    for words in &args.word {
        let note = RedactedPhrase::new(
            args.record.clone(),
            args.revision,
            words,
            random_hex::<16>()?,
        );
        notes.push(note.ok_or_else(|| usage_error("word").arg("found", words.as_str()))?);
    }
    let struck: String = notes.iter().map(|note| note.to_line() + "\n").collect();
    if notes.iter().any(|note| note.matches(&args.reason)) {
        return Err(usage_error("reason-word"));
    }
    let text: String = log
        .iter()
        .map(|line| log_line(line, is_it(line).then_some(args.reason.trim())) + "\n")
        .collect();
    if !struck.is_empty() {
        publish::append_text(&root.join("content/redacted.jsonl"), &struck)?;
    }
    publish::replace_if_unchanged(&root.join(REVISION_LOG), read, &text)?;
    terminal.emessage(
        "redacted",
        &[
            ("record", args.record.clone()),
            ("revision", args.revision.to_string()),
        ],
    );
    Ok(report_remaining(root, as_of, terminal))
}

/// A line, struck out if there is a reason.
fn log_line(line: &Revision, reason: Option<&str>) -> String {
    match reason {
        None => line.to_line(),
        Some(reason) => Revision {
            body: None,
            redacted: Some(reason.to_owned()),
            ..line.clone()
        }
        .to_line(),
    }
}

/// Where the words still stand: in the records, or in another revision.
fn report_remaining(root: &Path, as_of: AsOf, terminal: &Terminal<'_>) -> ExitStatus {
    let Report {
        files, diagnostics, ..
    } = check(root, as_of);
    let left: Vec<Diagnostic> = diagnostics
        .into_iter()
        .filter(|d| d.code == Code::RedactedText)
        .collect();
    if !left.is_empty() {
        terminal.print_diagnostics(&left, &files);
    }
    ExitStatus::from_diagnostics(&left)
}
