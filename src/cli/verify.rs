//! `jhur verify`: reports every line of the log, record and published file that is not as it was
//! released or published.

use super::args::VerifyArgs;
use super::as_of;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::diag::{Diagnostic, ExitStatus};
use crate::pipeline::Report;
use crate::plan::LOG_PATH;
use crate::records::Seal;
use crate::records::log_entry::first_missing_line;
use crate::release::LOG;
use crate::source::ContentCache;
use crate::verify::{self, FoundSeal};
use std::path::Path;

pub(super) fn run(
    args: &VerifyArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    if args.seal.is_some() || args.kept.is_some() {
        return verify_kept(args, root, terminal);
    }
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
        ExitStatus::Clean if log.entry_count == 0 => "verify-no-log",
        ExitStatus::Clean => "verified",
        _ => "verify-differs",
    };
    let args = [
        ("entries", log.entry_count.to_string()),
        ("day", log.last_day),
        ("size", log.size.to_string()),
        ("sha256", log.sha256),
    ];
    terminal.emessage(key, &args);
    Ok(status)
}

/// Holds what somebody kept, a seal or an earlier log, against a log: that of the site's folder
/// `path`, or else that of the records.
fn verify_kept(
    args: &VerifyArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let log_file = match &args.path {
        Some(folder) if folder.is_dir() => folder.join(LOG_PATH),
        Some(file) => file.clone(),
        None => root.join(LOG),
    };
    let log = verify::read_log(&log_file)?;
    let mut status = ExitStatus::Clean;
    if let Some(typed) = &args.seal {
        let seal = Seal::parse(typed).ok_or_else(|| usage_error("seal").arg("found", typed))?;
        let mut message_args = vec![("seal", seal.to_string())];
        let found = verify::find_seal(&log, &seal);
        if found.is_none() {
            status = ExitStatus::ContentErrors;
        }
        message_args.extend(found.iter().flat_map(FoundSeal::message_args));
        let key = found.map_or("seal-unknown", |found| found.message_key());
        terminal.emessage(key, &message_args);
    }
    if let Some(path) = &args.kept {
        let kept = verify::read_log(path)?;
        let own = log.entries.iter().map(|entry| &entry.value);
        let differs = first_missing_line(&kept.to_text(), own);
        let more = log.entries.len().saturating_sub(kept.entries.len());
        let message_args = [
            ("line", differs.unwrap_or_default().to_string()),
            ("lines", kept.entries.len().to_string()),
            ("more", more.to_string()),
        ];
        let key = match differs {
            Some(_) => "kept-differs",
            None => "kept-agrees",
        };
        if differs.is_some() {
            status = ExitStatus::ContentErrors;
        }
        terminal.emessage(key, &message_args);
    }
    Ok(status)
}

fn print_findings(report: &Report, terminal: &Terminal<'_>) -> ExitStatus {
    terminal.print_diagnostics(&report.diagnostics, &report.files);
    ExitStatus::from_diagnostics(&report.diagnostics)
}
