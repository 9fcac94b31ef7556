//! Random bytes from the operating system: the key of redacted words, the secret of a run's forms.

use crate::diag::{Code, Diagnostic};
use crate::records::to_hex;

/// `N` random bytes in hexadecimal digits.
///
/// # Errors
/// If the operating system gives none.
pub(crate) fn random_hex<const N: usize>() -> Result<String, Diagnostic> {
    let mut bytes = [0; N];
    match getrandom::fill(&mut bytes) {
        Ok(()) => Ok(to_hex(&bytes)),
        Err(_) => Err(Diagnostic::without_span(Code::CannotRead).arg("reason", "random")),
    }
}
