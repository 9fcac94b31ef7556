//! revisions.jsonl: one line a revision, written by `jhur release` alone; and redacted.jsonl, written by `jhur redact`.

use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{Key, RedactedPhrase, Reference, Revision, Spanned};

/// Reads the log; a line that cannot be read is a diagnostic.
pub(super) fn parse_revisions(
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Spanned<Revision>> {
    // Another way to write the same line would hash alike; only one is ours.
    let one = |line: &str| {
        serde_json::from_str::<Revision>(line)
            .ok()
            .filter(|r| is_record_name(&r.record) && r.to_line() == line)
    };
    parse_lines(text, id, one, diagnostics)
}

/// Reads what was struck out.
pub(super) fn parse_redactions(
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<RedactedPhrase> {
    let one = |line: &str| serde_json::from_str::<RedactedPhrase>(line).ok();
    parse_lines(text, id, one, diagnostics)
        .into_iter()
        .map(|line| line.value)
        .collect()
}

fn parse_lines<T>(
    text: Option<&str>,
    id: FileId,
    one: impl Fn(&str) -> Option<T>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<Spanned<T>> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.unwrap_or_default().split_inclusive('\n') {
        let span = Span::new(id, start..start + line.trim_end().len());
        // Git may have given the lines Windows' ends.
        let whole = line
            .strip_suffix('\n')
            .map(|line| line.strip_suffix('\r').unwrap_or(line));
        match whole.and_then(&one) {
            Some(value) => found.push(Spanned { value, span }),
            None => diagnostics.push(Diagnostic::new(Code::LogUnreadable, span)),
        }
        start += line.len();
    }
    found
}

/// A stop, what stands in one, or a page: addresses are made from it.
fn is_record_name(name: &str) -> bool {
    match Reference::try_from(name.to_owned()) {
        Ok(reference) => reference.commitment.is_none() && reference.to_string() == name,
        Err(_) => Key::try_from(name.to_owned()).is_ok(),
    }
}
