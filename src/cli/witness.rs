//! `jhur witness`: holds a site's revision log against what was seen of it the last time, keeps what
//! is seen now, and signs it. What was seen is kept in a folder of its own, `jhur-witness/NAME`.

use super::args::WitnessArgs;
use super::as_of;
use super::key::{require_key_name, witness_key};
use super::terminal::{Terminal, display_path};
use super::usage_error::usage_error;
use crate::diag::{Diagnostic, ExitStatus, SourceMap};
use crate::fetch::PublishedSite;
use crate::publish::{self, Lock};
use crate::records::{
    EntryContent, LogEntry, TimeZone, WitnessedLog, collapse_whitespace, sha256_hex,
};
use crate::transparency::{SigningKey, cosignature};
use crate::witness::{BrokenPromise, Growth, SeenLog};
use std::path::{Path, PathBuf};

/// The folder of everything that was seen.
const FOLDER: &str = "jhur-witness";

/// As many added entries are listed.
const MAX_LISTED: usize = 20;

pub(super) fn run(
    args: &WitnessArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let day = as_of::resolve(None, terminal.env)?.day_in_zone(TimeZone::default());
    let signing = open_key(args, terminal)?;
    let seen_folder = root.join(FOLDER);
    let _lock = Lock::acquire(&seen_folder, &seen_folder)?;
    let site = PublishedSite::new(&args.site);
    let folder = seen_folder.join(folder_name(&args.site));
    let before = read_seen(&folder)?;
    let mut seen = SeenLog::fetch(&site, day)?;
    if seen.growth_since(&before).is_err() {
        // It may just have been published anew, between one file and the next.
        seen = SeenLog::fetch(&site, day)?;
    }
    if seen.log.is_empty() && before.log.is_empty() {
        terminal.emessage("witness-no-log", &[("site", args.site.clone())]);
        return Ok(ExitStatus::ContentErrors);
    }
    let mut growth = seen.growth_since(&before);
    if growth.is_ok() && before.key != seen.key && !seen.names_its_key(&site)? {
        growth = Err(BrokenPromise::KeyChanged);
    }
    let growth = match growth {
        Ok(growth) => growth,
        Err(broken) => {
            return Ok(report_broken_promise(
                broken, &folder, &before, &seen, terminal,
            ));
        }
    };
    // Before it is said, and signed: what was signed must never be forgotten.
    write_seen(&folder, &seen)?;
    print_growth(&growth, &before, &seen, terminal);
    let Some((name, key)) = signing else {
        terminal.emessage("witness-kept", &[("path", display_path(&folder))]);
        return Ok(ExitStatus::Clean);
    };
    // A site may have another address, and a log another name: never are two logs signed of which
    // one does not begin with the other.
    if let Some(site_key) = seen.verifier_key() {
        let signed = seen_folder
            .join("signed")
            .join(folder_name(site_key.name()));
        let before = read_seen(&signed)?;
        if let Err(broken) = seen.growth_since(&before) {
            return Ok(report_broken_promise(
                broken, &signed, &before, &seen, terminal,
            ));
        }
        write_seen(&signed, &seen)?;
    }
    sign(&seen, &name, &key, &folder, terminal)
}

/// The witness's key with its name, if there is one.
fn open_key(
    args: &WitnessArgs,
    terminal: &Terminal<'_>,
) -> Result<Option<(String, SigningKey)>, Diagnostic> {
    let Some((file, name)) = args.key.as_ref().zip(args.name.as_ref()) else {
        return Ok(None);
    };
    require_key_name(name)?;
    let password = terminal.env.key_password.as_deref().unwrap_or_default();
    let key = publish::open_signing_key(file, password)?;
    Ok(Some((name.clone(), key)))
}

/// A folder's name for a site: its address or path with everything else than letters, digits, dots
/// and hyphens replaced, and a hash by which two that look alike then differ.
fn folder_name(site: &str) -> String {
    let (_, name) = site.split_once("://").unwrap_or(("", site));
    let plain = |c: char| {
        if c.is_alphanumeric() || c == '.' || c == '-' {
            c
        } else {
            '_'
        }
    };
    let name: String = name.trim_end_matches('/').chars().map(plain).collect();
    let hash = sha256_hex(site.trim_end_matches('/'));
    format!("{}-{}", name.trim_start_matches('.'), &hash[..8])
}

fn read_seen(folder: &Path) -> Result<SeenLog, Diagnostic> {
    let seen = SeenLog::read(folder)?;
    if seen.is_damaged() {
        return Err(usage_error("witness-damaged").arg("found", display_path(folder)));
    }
    Ok(seen)
}

fn write_seen(folder: &Path, seen: &SeenLog) -> Result<(), Diagnostic> {
    for (name, text) in seen.files() {
        publish::replace_file(&folder.join(name), text)?;
    }
    Ok(())
}

/// Keeps both logs with their checkpoints in a folder of their own, which has its name from what is in
/// it; gives that folder.
fn keep_evidence(folder: &Path, before: &SeenLog, seen: &SeenLog) -> Result<PathBuf, Diagnostic> {
    let hash = sha256_hex(format!("{}{}{}", seen.log, seen.checkpoint, seen.key));
    let evidence = folder.join(format!("evidence-{}-{}", seen.day, &hash[..16]));
    write_seen(&evidence.join("before"), before)?;
    write_seen(&evidence.join("now"), seen)?;
    Ok(evidence)
}

/// Says how the promise was broken, keeps the evidence and says what it proves. What cannot be kept is
/// said after that: the alarm must not be lost with it.
fn report_broken_promise(
    broken: BrokenPromise,
    folder: &Path,
    before: &SeenLog,
    seen: &SeenLog,
    terminal: &Terminal<'_>,
) -> ExitStatus {
    let (case, line) = match broken {
        BrokenPromise::Rewritten(line) => ("rewritten", line),
        BrokenPromise::Shortened(line) => ("shortened", line),
        BrokenPromise::Unreadable(line) => ("unreadable", line),
        BrokenPromise::CheckpointDiffers => ("checkpoint", 0),
        BrokenPromise::NoLongerSigned => ("unsigned", 0),
        BrokenPromise::KeyChanged => ("key", 0),
    };
    let mut message_args = vec![
        ("case", case.to_owned()),
        ("line", line.to_string()),
        ("day", before.day.clone()),
    ];
    terminal.emessage("witness-broken", &message_args);
    match keep_evidence(folder, before, seen) {
        Ok(evidence) => message_args.push(("path", display_path(&evidence))),
        Err(error) => {
            terminal.print_diagnostics(&[error], &SourceMap::default());
            terminal.emessage("witness-not-kept", &message_args);
            return ExitStatus::ContentErrors;
        }
    }
    let proof = match broken {
        _ if before.log.is_empty() => "witness-proof-none",
        BrokenPromise::Shortened(_) => "witness-proof-shortened",
        BrokenPromise::Rewritten(_) if seen.is_signed_as(before) => "witness-proof-signed",
        _ => "witness-proof-unsigned",
    };
    terminal.emessage(proof, &message_args);
    ExitStatus::ContentErrors
}

fn print_growth(growth: &Growth, before: &SeenLog, seen: &SeenLog, terminal: &Terminal<'_>) {
    let count = |log: &SeenLog| log.log.lines().count().to_string();
    let message_args = [
        ("entries", count(seen)),
        ("before", count(before)),
        ("added", growth.added.len().to_string()),
        ("day", before.day.clone()),
        ("late", growth.late_count.to_string()),
        (
            "key",
            seen.verifier_key()
                .map_or_else(String::new, |key| key.to_string()),
        ),
    ];
    let key = if before.log.is_empty() {
        "witness-first"
    } else {
        "witness-grown"
    };
    terminal.emessage(key, &message_args);
    if before.log.is_empty() {
        if seen.verifier_key().is_some() {
            terminal.emessage("witness-site-key", &message_args);
        }
        return;
    }
    if before.key != seen.key && !before.key.is_empty() {
        terminal.emessage("witness-new-key", &message_args);
    }
    for entry in growth.added.iter().take(MAX_LISTED) {
        terminal.eprint(&format!("  {}", entry_text(entry, terminal)));
    }
    let more = growth.added.len().saturating_sub(MAX_LISTED);
    if more > 0 {
        terminal.emessage("witness-more", &[("count", more.to_string())]);
    }
    if growth.late_count > 0 {
        terminal.emessage("witness-late", &message_args);
    }
}

/// What a site wrote, so that it cannot look like lines of this program.
fn on_one_line(text: &str) -> String {
    collapse_whitespace(text)
}

fn entry_text(entry: &LogEntry, terminal: &Terminal<'_>) -> String {
    let day = ("day", entry.release.to_string());
    match &entry.content {
        EntryContent::Revision {
            record, revision, ..
        } => {
            let message_args = [
                day,
                ("record", on_one_line(record)),
                ("revision", revision.to_string()),
            ];
            terminal.message("witness-revision", &message_args)
        }
        EntryContent::Redaction {
            redacts,
            basis,
            reason,
        } => {
            let message_args = [
                day,
                ("record", on_one_line(&redacts.record)),
                ("revision", redacts.revision.to_string()),
                ("basis", on_one_line(basis)),
                ("reason", on_one_line(reason)),
            ];
            terminal.message("witness-redaction", &message_args)
        }
        EntryContent::ClockCorrection { clock } => {
            let message_args = [day, ("reason", on_one_line(clock))];
            terminal.message("witness-clock", &message_args)
        }
    }
}

/// Signs the checkpoint as the witness and writes the statement that the office publishes.
fn sign(
    seen: &SeenLog,
    name: &str,
    key: &SigningKey,
    folder: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let Some(mut note) = seen.signed_note() else {
        terminal.emessage("witness-unsigned", &[("path", display_path(folder))]);
        return Ok(ExitStatus::ContentErrors);
    };
    let seconds = as_of::now(terminal.env)?.unsigned_abs();
    let verifier = witness_key(name, key.public_key());
    let signature = cosignature::sign(&note, name, key, seconds);
    let Some((verifier, signature)) = verifier.zip(signature) else {
        return Err(usage_error("key-name").arg("found", name));
    };
    note.add(signature);
    let file = folder.join(format!("{}.txt", name.replace('/', "_")));
    let text = WitnessedLog::to_text(&verifier, &note);
    if WitnessedLog::parse("saksi", &text).is_err() {
        return Err(usage_error("key-name").arg("found", name));
    }
    publish::replace_file(&file, &text)?;
    let message_args = [
        ("path", display_path(&file)),
        ("name", name.to_owned()),
        ("key", verifier.to_string()),
    ];
    terminal.emessage("witness-signed", &message_args);
    Ok(ExitStatus::Clean)
}
