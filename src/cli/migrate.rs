//! `jhur migrate`: rewrites records of an older format. There is none older than 1 yet, so that it
//! only reports that there is nothing to do; a newer format is refused, as by every command.

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
    // The format is known if site.yaml could be read; other errors do not matter here.
    let errors = match &records.site {
        Some(site) => format_mismatch(&site.format).into_iter().collect(),
        None => diagnostics,
    };
    if !errors.is_empty() {
        return Ok(report::report_errors(errors, &files, terminal));
    }
    let key = if args.dry_run {
        "migrate-nothing-dry"
    } else {
        "migrate-nothing"
    };
    terminal.emessage(key, &[("format", FORMAT_VERSION.to_string())]);
    Ok(ExitStatus::Clean)
}
