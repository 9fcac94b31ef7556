//! Reads the statements of witnesses, content/witnessed/NAME.txt.

use crate::diag::{Code, Diagnostic, FileId, Span};
use crate::records::{Spanned, WitnessedError, WitnessedLog};

/// Parses a statement; one that is none, or is wrongly signed, is reported.
pub(super) fn parse_witnessed(
    name: &str,
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Spanned<WitnessedLog>> {
    // Text that is not UTF-8 has been reported already.
    let text = text.filter(|_| diagnostics.is_empty())?;
    let first_line = text.lines().next().unwrap_or_default();
    let span = Span::new(id, 0..first_line.len());
    match WitnessedLog::parse(name, text) {
        Ok(value) => Some(Spanned { value, span }),
        Err(error) => {
            let case = match error {
                WitnessedError::Malformed => "malformed",
                WitnessedError::WrongSignature => "signature",
                WitnessedError::Name => "name",
            };
            diagnostics.push(Diagnostic::new(Code::BadWitness, span).arg("case", case));
            None
        }
    }
}
