//! Parses log.jsonl and bodies.jsonl, which `jhur release` writes: one line of JSON for each entry
//! and body. The lines of redacted.jsonl are read alike, by [`super::redactions`].

use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{EntryContent, Key, LogEntry, Reference, RevisionBody, Spanned};
use rayon::prelude::*;

/// Parses the entries of the log; a line that cannot be read is reported.
pub(super) fn parse_entries(
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Spanned<LogEntry>> {
    parse_lines(text, id, parse_entry, diagnostics)
}

fn parse_entry(line: &str) -> Option<LogEntry> {
    let entry = LogEntry::parse(line)?;
    let is_sound = match &entry.content {
        EntryContent::Revision { record, .. } => is_record_name(record),
        EntryContent::Redaction {
            redacts,
            basis,
            reason,
        } => {
            is_record_name(&redacts.record) && ![basis, reason].iter().any(|t| t.trim().is_empty())
        }
        EntryContent::ClockCorrection { clock } => !clock.trim().is_empty(),
    };
    is_sound.then_some(entry)
}

/// Parses the bodies; a line that cannot be read is reported.
pub(super) fn parse_bodies(
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Spanned<RevisionBody>> {
    parse_lines(text, id, RevisionBody::parse, diagnostics)
}

/// Parses a file with a value on each line; after years it is by far the largest of all.
pub(super) fn parse_lines<T: Send>(
    text: Option<&str>,
    id: FileId,
    parse: fn(&str) -> Option<T>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Spanned<T>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in text.unwrap_or_default().split_inclusive('\n') {
        lines.push((start, line));
        start += line.len();
    }
    let parse_line = |(start, line): (usize, &str)| {
        let span = Span::new(id, start..start + line.trim_end().len());
        // A last line without line end was cut off while it was written. Git may have given the
        // lines ends of Windows.
        let complete = line
            .strip_suffix('\n')
            .map(|line| line.strip_suffix('\r').unwrap_or(line));
        match complete.and_then(parse) {
            Some(value) => Ok(Spanned { value, span }),
            None => Err(Diagnostic::new(Code::LogUnreadable, span)),
        }
    };
    let parsed: Vec<_> = lines.into_par_iter().map(parse_line).collect();
    let mut found = Vec::with_capacity(parsed.len());
    for line in parsed {
        match line {
            Ok(value) => found.push(value),
            Err(diagnostic) => diagnostics.push(diagnostic),
        }
    }
    found
}

/// Whether a record's name is one that addresses can be made of: a stop, an entry of a stop, or a
/// page.
fn is_record_name(name: &str) -> bool {
    match Reference::try_from(name.to_owned()) {
        Ok(reference) => reference.commitment.is_none() && reference.to_string() == name,
        Err(_) => Key::try_from(name.to_owned()).is_ok(),
    }
}
