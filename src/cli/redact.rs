//! `jhur redact`: what has to be removed by law is struck out of the revision log; hash and chain stay, and the words are
//! never published again.

use super::args::Redact;
use super::release::LOG;
use super::terminal::Screen;
use super::{Ended, as_of, bad};
use crate::diag::{Code, Diagnostic, is_hidden};
use crate::editing::targets;
use crate::records::{RedactedPhrase, Revision, to_hex};
use crate::{publish, source};
use std::path::Path;

/// What is wrong with the log itself; a log that was tampered with is mended first.
const OF_THE_LOG: [Code; 4] = [Code::LogUnreadable, Code::LogChainBroken, Code::LogBodyChanged, Code::LogOutOfOrder];

pub(super) fn run(args: &Redact, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(None, screen.env)?;
    if args.reason.trim().is_empty() {
        return Err(bad("reason"));
    }
    if let Some(unseen) = args.reason.chars().find(|c| is_hidden(*c)) {
        return Err(bad("reason-unseen").with("found", unseen));
    }
    let checked = crate::check(root, when);
    let faults: Vec<Diagnostic> = checked.diagnostics.into_iter().filter(|d| OF_THE_LOG.contains(&d.code)).collect();
    if !faults.is_empty() {
        screen.faults(&faults, &checked.files);
        screen.tell("release-refused", &[]);
        return Ok(Ended::by(&faults));
    }
    let source::LoadedContent { records, files, .. } = source::load(root)?;
    let read = targets::iter_files(&files).find(|(_, file)| file.path == LOG).map_or("", |(_, file)| &file.text);
    let log: Vec<&Revision> = records.revision_log.iter().map(|line| &line.value).collect();
    let is_it = |line: &Revision| line.record == args.record && line.revision == args.revision;
    let Some(line) = log.iter().find(|line| is_it(line)) else {
        let near = log.iter().map(|line| line.record.as_str());
        return Err(bad("revision")
            .with("found", format!("{} r{}", args.record, args.revision))
            .near(&args.record, near));
    };
    if line.redacted.is_some() {
        screen.tell("redact-already", &[("record", args.record.clone()), ("revision", args.revision.to_string())]);
        return Ok(Ended::Clean);
    }
    let mut notes = Vec::new();
    for words in &args.word {
        let note = RedactedPhrase::new(args.record.clone(), args.revision, words, salt()?);
        notes.push(note.ok_or_else(|| bad("word").with("found", words.as_str()))?);
    }
    let struck: String = notes.iter().map(|note| note.to_line() + "\n").collect();
    if notes.iter().any(|note| note.matches(&args.reason)) {
        return Err(bad("reason-word"));
    }
    let text: String = log.iter().map(|line| written(line, is_it(line).then_some(args.reason.trim())) + "\n").collect();
    if !struck.is_empty() {
        publish::append_text(&root.join("content/redacted.jsonl"), &struck)?;
    }
    publish::replace_if_unchanged(&root.join(LOG), read, &text)?;
    screen.tell("redacted", &[("record", args.record.clone()), ("revision", args.revision.to_string())]);
    Ok(left(root, when, screen))
}

/// A line, struck out if there is a reason.
fn written(line: &Revision, reason: Option<&str>) -> String {
    match reason {
        None => line.to_line(),
        Some(reason) => Revision { body: None, redacted: Some(reason.to_owned()), ..line.clone() }.to_line(),
    }
}

/// Where the words still stand: in the records, or in another revision.
fn left(root: &Path, when: crate::checks::AsOf, screen: &Screen<'_>) -> Ended {
    let crate::Outcome { files, diagnostics, .. } = crate::check(root, when);
    let left: Vec<Diagnostic> = diagnostics.into_iter().filter(|d| d.code == Code::StruckOut).collect();
    if !left.is_empty() {
        screen.faults(&left, &files);
    }
    Ended::by(&left)
}

/// Sixteen random bytes, in hexadecimal digits.
fn salt() -> Result<String, Diagnostic> {
    let mut bytes = [0; 16];
    let refused = |_| Diagnostic::nowhere(Code::CannotRead).with("reason", "random");
    getrandom::fill(&mut bytes).map_err(refused)?;
    Ok(to_hex(&bytes))
}
