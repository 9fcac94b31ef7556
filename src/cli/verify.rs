//! `jhur verify`: reports every line of the log, record and published file that is not as it was
//! released or published.

use super::args::VerifyArgs;
use super::as_of;
use super::terminal::Terminal;
use crate::diag::{Diagnostic, ExitStatus};
use crate::pipeline::Report;
use crate::source::ContentCache;
use crate::verify;
use std::path::Path;

pub(super) fn run(
    args: &VerifyArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    let mut cache = ContentCache::default();
    let records = verify::verify_records(root, &mut cache, as_of);
    let mut status = print_findings(&records.report, terminal);
    if let Some(path) = &args.path {
        let report = if path.is_dir() {
            verify::verify_folder(root, &mut cache, path, None)
        } else {
            verify::verify_page(root, &mut cache, path)
        };
        status = status.max(print_findings(&report, terminal));
    }
    let log = records.log;
    let key = match status {
        ExitStatus::Clean if log.line_count == 0 => "verify-no-log",
        ExitStatus::Clean => "verified",
        _ => "verify-differs",
    };
    let args = [
        ("lines", log.line_count.to_string()),
        ("day", log.last_release),
        ("seal", log.seal),
    ];
    terminal.emessage(key, &args);
    Ok(status)
}

fn print_findings(report: &Report, terminal: &Terminal<'_>) -> ExitStatus {
    terminal.print_diagnostics(&report.diagnostics, &report.files);
    ExitStatus::from_diagnostics(&report.diagnostics)
}
