//! `jhur verify`: is the past as it was? Names the first line, record or file that differs, and all others.

use super::args::VerifyArgs;
use super::terminal::Terminal;
use super::{ExitStatus, as_of};
use crate::diag::Diagnostic;
use crate::{Report, verify};
use std::path::Path;

pub(super) fn run(
    args: &VerifyArgs,
    root: &Path,
    screen: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let when = as_of::resolve_as_of(None, screen.env)?;
    let of_records = verify::verify_records(root, when);
    let log = of_records.log;
    let mut ended = report_findings(&of_records.report, screen);
    match &args.path {
        Some(path) if path.is_dir() => {
            ended = ended.max(report_findings(
                &verify::verify_folder(root, path, true),
                screen,
            ))
        }
        Some(path) => ended = ended.max(report_findings(&verify::verify_page(root, path), screen)),
        None => {}
    }
    if ended == ExitStatus::Clean {
        let args = [
            ("lines", log.line_count.to_string()),
            ("day", log.last_release),
            ("seal", log.seal),
        ];
        screen.emessage(
            if log.line_count == 0 {
                "verify-no-log"
            } else {
                "verified"
            },
            &args,
        );
    } else {
        screen.emessage("verify-differs", &[]);
    }
    Ok(ended)
}

fn report_findings(outcome: &Report, screen: &Terminal<'_>) -> ExitStatus {
    if !outcome.diagnostics.is_empty() {
        screen.print_diagnostics(&outcome.diagnostics, &outcome.files);
    }
    ExitStatus::from_diagnostics(&outcome.diagnostics)
}
