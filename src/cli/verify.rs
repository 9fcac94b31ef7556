//! `jhur verify`: reports every line of the log, record and published file that is not as it was
//! released or published.

use super::args::VerifyArgs;
use super::as_of;
use super::terminal::{Terminal, display_path};
use super::usage_error::usage_error;
use crate::checks::AsOf;
use crate::diag::{Diagnostic, ExitStatus};
use crate::fetch::is_address;
use crate::page_proof::{self, PageProof};
use crate::pipeline::Report;
use crate::records::log_entry::first_missing_line;
use crate::records::{EntryContent, LogEntry, Seal};
use crate::release::LOG;
use crate::source::ContentCache;
use crate::transparency::MerkleTree;
use crate::verify::{self, FoundSeal, KeptLog};
use crate::witness::{BrokenPromise, SeenLog};
use std::path::Path;

pub(super) fn run(
    args: &VerifyArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    if args.seal.is_some() || args.kept.is_some() {
        return verify_kept(args, root, terminal);
    }
    if let Some(folder) = args.path.as_deref().filter(|path| is_evidence(path)) {
        return verify_evidence(folder, terminal);
    }
    let as_of = as_of::resolve(None, terminal.env)?;
    if let Some(address) = args.path.as_deref().and_then(Path::to_str)
        && is_address(address)
    {
        return verify_address(address, root, as_of, terminal);
    }
    // Of a folder or a file nothing can be said without the records.
    if args.path.is_some() && !root.join("content").is_dir() {
        return Err(usage_error("verify-needs-content").arg("found", display_path(root)));
    }
    let mut cache = ContentCache::default();
    let records = verify::verify_records(root, &mut cache, as_of);
    let mut status = print_findings(&records.report, terminal);
    if let Some(path) = &args.path {
        let report = if path.is_dir() {
            verify::verify_folder(root, &mut cache, path, None)
        } else {
            verify::verify_page(root, &mut cache, path, as_of)
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

/// Holds what somebody kept, a seal or an earlier log, against a log: that of the site at the address
/// or in the folder `path`, or else that of the records.
fn verify_kept(
    args: &VerifyArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let own_log = root.join(LOG);
    let log = verify::read_log(args.path.as_deref().unwrap_or(&own_log))?;
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
        let own = || log.entries.iter().map(|entry| &entry.value);
        // From a checkpoint alone nobody can say from which line on the log is another.
        let (agrees, line, lines) = match verify::read_kept(path)? {
            KeptLog::Log(kept) => {
                let differs = first_missing_line(&kept.to_text(), own());
                (differs.is_none(), differs.unwrap_or(0), kept.entries.len())
            }
            KeptLog::Head(head) => {
                let tree = MerkleTree::of_entries(own().map(LogEntry::to_line));
                let size = usize::try_from(head.size).unwrap_or(usize::MAX);
                (tree.head(head.size) == Some(head), 0, size)
            }
        };
        let more = log.entries.len().saturating_sub(lines);
        let message_args = [
            ("line", line.to_string()),
            ("lines", lines.to_string()),
            ("more", more.to_string()),
        ];
        let key = if agrees {
            "kept-agrees"
        } else {
            "kept-differs"
        };
        if !agrees {
            status = ExitStatus::ContentErrors;
        }
        terminal.emessage(key, &message_args);
    }
    Ok(status)
}

/// Whether a folder holds what `jhur witness` keeps where a log was written anew.
fn is_evidence(folder: &Path) -> bool {
    let has_log = |part: &str| folder.join(part).join("log.jsonl").is_file();
    has_log("before") && has_log("now")
}

/// Says what the evidence of a witness proves to somebody who has nothing else.
fn verify_evidence(folder: &Path, terminal: &Terminal<'_>) -> Result<ExitStatus, Diagnostic> {
    let [before, now] = ["before", "now"].map(|part| SeenLog::read(&folder.join(part)));
    let (before, now) = (before?, now?);
    let mut message_args = vec![("key", before.key.trim_end().to_owned())];
    let key = match now.growth_since(&before) {
        Ok(_) => "evidence-agrees",
        Err(BrokenPromise::Shortened(_)) => "evidence-shortened",
        Err(BrokenPromise::Rewritten(line)) if now.is_signed_as(&before) => {
            message_args.push(("line", line.to_string()));
            "evidence-proves"
        }
        Err(_) => "evidence-unsigned",
    };
    terminal.emessage(key, &message_args);
    Ok(if key == "evidence-proves" {
        ExitStatus::Clean
    } else {
        ExitStatus::ContentErrors
    })
}

/// Fetches a page and reports whether the revision that it names is in the site's log; where there
/// are records, also whether the page is what they make.
fn verify_address(
    address: &str,
    root: &Path,
    as_of: AsOf,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let page = page_proof::fetch_page(address)?;
    let mut message_args = vec![
        ("address", address.to_owned()),
        ("fetched", page.fetched.to_string()),
    ];
    let (entry, key) = match &page.proof {
        PageProof::NoPage => (None, "page-missing"),
        PageProof::NoRevision => (None, "page-no-revision"),
        PageProof::Unsigned(true, entry) => (Some(entry), "page-unsigned"),
        PageProof::Unsigned(false, entry) => (Some(entry), "page-not-in-log"),
        PageProof::Signed(is_included, entry, log) => {
            message_args.push(("size", log.size.to_string()));
            message_args.push(("key", log.key.clone()));
            let key = if *is_included {
                "page-in-log"
            } else {
                "page-not-in-log"
            };
            (Some(entry), key)
        }
    };
    if let Some(entry) = entry
        && let EntryContent::Revision {
            record,
            revision,
            digest,
        } = &entry.content
    {
        message_args.push(("record", record.clone()));
        message_args.push(("revision", revision.to_string()));
        message_args.push(("seal", Seal::of_digest(digest).to_string()));
        message_args.push(("day", entry.release.to_string()));
        message_args.push(("line", (entry.entry + 1).to_string()));
    }
    terminal.emessage(key, &message_args);
    if !matches!(key, "page-in-log" | "page-unsigned") {
        return Ok(ExitStatus::ContentErrors);
    }
    if !root.join("content").is_dir() {
        terminal.emessage("page-not-compared", &[]);
        return Ok(ExitStatus::Clean);
    }
    let mut cache = ContentCache::default();
    let report =
        verify::verify_page_bytes(root, &mut cache, Path::new(address), &page.bytes, as_of);
    let status = print_findings(&report, terminal);
    if status == ExitStatus::Clean {
        terminal.emessage("page-compared", &[]);
    }
    Ok(status)
}

fn print_findings(report: &Report, terminal: &Terminal<'_>) -> ExitStatus {
    terminal.print_diagnostics(&report.diagnostics, &report.files);
    ExitStatus::from_diagnostics(&report.diagnostics)
}
