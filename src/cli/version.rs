//! `jhur --version`: the program's version, the record format that it reads, the commit it was made
//! from.

use super::terminal::Terminal;
use crate::diag::{Diagnostic, ExitStatus};
use crate::records::FORMAT_VERSION;

/// The name and the number: `jhur 0.1.0`.
pub(super) const VERSION: &str = concat!("jhur ", env!("CARGO_PKG_VERSION"));

/// The commit, which build.rs finds out; empty where there is no repository.
const COMMIT: &str = env!("JHUR_COMMIT");

pub(super) fn print_version(terminal: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    let commit = if COMMIT.is_empty() { "none" } else { COMMIT };
    let args = [
        ("number", VERSION.to_owned()),
        ("format", FORMAT_VERSION.to_string()),
        ("commit", commit.to_owned()),
    ];
    terminal.print_data(&format!("{}\n", terminal.message("version", &args)))?;
    Ok(ExitStatus::Clean)
}
