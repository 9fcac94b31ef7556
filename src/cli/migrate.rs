//! `jhur migrate`: rewrites records of an older format. There is none older than 1, so that all it
//! can report yet is that nothing is to do; a newer format is refused, as by every command.

use super::args::MigrateArgs;
use super::report;
use super::terminal::Terminal;
use crate::diag::{Diagnostic, ExitStatus};
use crate::records::{FORMAT_VERSION, format_mismatch};
use crate::source;
use std::path::Path;

pub(super) fn run(
    args: &MigrateArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let source::LoadedContent {
        records,
        files,
        diagnostics,
        ..
    } = source::load(root)?;
    // Other faults keep nobody from asking which format the records have.
    let wrong = records.site.as_ref().map_or(diagnostics, |site| {
        format_mismatch(&site.format).into_iter().collect()
    });
    if !wrong.is_empty() {
        return Ok(report::report_errors(wrong, &files, terminal));
    }
    let key = if args.dry_run {
        "migrate-nothing-dry"
    } else {
        "migrate-nothing"
    };
    terminal.emessage(key, &[("format", FORMAT_VERSION.to_string())]);
    Ok(ExitStatus::Clean)
}
