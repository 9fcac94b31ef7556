//! Parses revisions.jsonl, which `jhur release` writes: one line of JSON for each revision. The
//! lines of redacted.jsonl are read alike, by [`super::redactions`].

use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{Key, Reference, Revision, Spanned};

/// Parses the log; a line that cannot be read is reported.
pub(super) fn parse_revisions(
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Spanned<Revision>> {
    parse_lines(text, id, parse_revision, diagnostics)
}

fn parse_revision(line: &str) -> Option<Revision> {
    let revision: Revision = serde_json::from_str(line).ok()?;
    // Other JSON for the same line would have the same seal; only the bytes that `jhur release`
    // writes are accepted.
    (is_record_name(&revision.record) && revision.to_line() == line).then_some(revision)
}

/// Parses a file with a value on each line.
pub(super) fn parse_lines<T>(
    text: Option<&str>,
    id: FileId,
    parse: fn(&str) -> Option<T>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Spanned<T>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.unwrap_or_default().split_inclusive('\n') {
        let span = Span::new(id, start..start + line.trim_end().len());
        // A last line without line end was cut off while it was written. Git may have given the
        // lines ends of Windows.
        let complete = line
            .strip_suffix('\n')
            .map(|line| line.strip_suffix('\r').unwrap_or(line));
        match complete.and_then(parse) {
            Some(value) => found.push(Spanned { value, span }),
            None => diagnostics.push(Diagnostic::new(Code::LogUnreadable, span)),
        }
        start += line.len();
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
