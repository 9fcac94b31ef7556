//! `jhur migrate`: records of an older format become ones of today's. There is none older than 1, so that all it can say yet is that
//! there is nothing to do; records of a newer format are refused, here as in every command that reads them.

use super::args::MigrateArgs;
use super::terminal::Terminal;
use super::{ExitStatus, report};
use crate::diag::Diagnostic;
use crate::records::{FORMAT_VERSION, format_mismatch};
use crate::source;
use std::path::Path;

pub(super) fn run(
    args: &MigrateArgs,
    root: &Path,
    screen: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let source::LoadedContent {
        records,
        files,
        diagnostics: faults,
        ..
    } = source::load(root)?;
    // Other faults keep nobody from asking which format the records have.
    let wrong = records.site.as_ref().map_or(faults, |site| {
        format_mismatch(&site.format).into_iter().collect()
    });
    if !wrong.is_empty() {
        return Ok(report::report_errors(wrong, &files, screen));
    }
    let key = if args.dry_run {
        "migrate-nothing-dry"
    } else {
        "migrate-nothing"
    };
    screen.emessage(key, &[("format", FORMAT_VERSION.to_string())]);
    Ok(ExitStatus::Clean)
}
