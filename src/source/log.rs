//! revisions.jsonl: one line a revision, written by `jhur release` alone.

use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{Revision, Spanned};

/// Reads the log; a line that cannot be read is a fault.
pub(super) fn read(text: Option<&str>, id: FileId, faults: &mut Vec<Diagnostic>) -> Vec<Spanned<Revision>> {
    let mut revisions = Vec::new();
    let mut start = 0;
    for line in text.unwrap_or_default().split_inclusive('\n') {
        let span = Span::new(id, start..start + line.trim_end().len());
        match serde_json::from_str::<Revision>(line) {
            // Another way to write the same line would hash alike; only one is ours.
            Ok(value) if value.line() == line.trim_end_matches('\n') => revisions.push(Spanned { value, span }),
            _ => faults.push(Diagnostic::new(Code::LogUnreadable, span)),
        }
        start += line.len();
    }
    revisions
}
