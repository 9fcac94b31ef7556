//! `jhur witness`: holds a site's revision log against what was seen of it the last time, keeps what
//! is seen now, and signs it. What was seen is kept in a folder of its own, `jhur-witness/NAME`.

use super::args::WitnessArgs;
use super::as_of;
use super::key::{require_key_name, witness_key};
use super::terminal::{Terminal, display_path};
use super::usage_error::usage_error;
use crate::diag::{Diagnostic, ExitStatus};
use crate::fetch::PublishedSite;
use crate::publish;
use crate::records::{EntryContent, LogEntry, TimeZone, WitnessedLog, sha256_hex};
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
    let site = PublishedSite::new(&args.site);
    let seen = SeenLog::fetch(&site, day)?;
    let folder = root.join(FOLDER).join(folder_name(&args.site));
    let before = read_seen(&folder)?;
    if seen.log.is_empty() && before.log.is_empty() {
        terminal.emessage("witness-no-log", &[("site", args.site.clone())]);
        return Ok(ExitStatus::ContentErrors);
    }
    let growth = match seen.growth_since(&before) {
        Ok(growth) => growth,
        Err(broken) => {
            let evidence = keep_evidence(&folder, &before, &seen)?;
            print_broken_promise(broken, &before, &evidence, terminal);
            return Ok(ExitStatus::ContentErrors);
        }
    };
    print_growth(&growth, &before, &seen, terminal);
    // Before it is signed: what was signed must never be forgotten.
    write_seen(&folder, &seen)?;
    let Some((name, key)) = signing else {
        terminal.emessage("witness-kept", &[("path", display_path(&folder))]);
        return Ok(ExitStatus::Clean);
    };
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
/// and hyphens replaced.
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
    // No name of a folder that means another one.
    name.trim_start_matches('.').to_owned()
}

/// The files of what was seen, with their texts.
fn seen_files(seen: &SeenLog) -> [(&'static str, &str); 4] {
    [
        ("log.jsonl", &seen.log),
        ("checkpoint", &seen.checkpoint),
        ("vkey", &seen.key),
        ("day", &seen.day),
    ]
}

fn read_seen(folder: &Path) -> Result<SeenLog, Diagnostic> {
    let read = |name: &str| publish::read_or_empty(&folder.join(name));
    Ok(SeenLog {
        log: read("log.jsonl")?,
        checkpoint: read("checkpoint")?,
        key: read("vkey")?,
        day: read("day")?,
    })
}

/// Keeps what was seen. The log comes first: a run that is cut off after it has seen more than its
/// other files say, and never less.
fn write_seen(folder: &Path, seen: &SeenLog) -> Result<(), Diagnostic> {
    for (name, text) in seen_files(seen) {
        publish::replace_file(&folder.join(name), text)?;
    }
    Ok(())
}

/// Keeps both logs with their checkpoints in a folder of their own, which has its name from what is in
/// it; gives that folder.
fn keep_evidence(folder: &Path, before: &SeenLog, seen: &SeenLog) -> Result<PathBuf, Diagnostic> {
    let hash = sha256_hex(format!("{}{}", seen.log, seen.checkpoint));
    let evidence = folder.join(format!("evidence-{}-{}", seen.day, &hash[..8]));
    for (part, log) in [("before", before), ("now", seen)] {
        for (name, text) in seen_files(log) {
            publish::replace_file(&evidence.join(part).join(name), text)?;
        }
    }
    Ok(evidence)
}

fn print_broken_promise(
    broken: BrokenPromise,
    before: &SeenLog,
    evidence: &Path,
    terminal: &Terminal<'_>,
) {
    let (case, line) = match broken {
        BrokenPromise::Rewritten(line) => ("rewritten", line),
        BrokenPromise::Unreadable(line) => ("unreadable", line),
        BrokenPromise::CheckpointDiffers => ("checkpoint", 0),
        BrokenPromise::NoLongerSigned => ("unsigned", 0),
        BrokenPromise::KeyChanged => ("key", 0),
    };
    let message_args = [
        ("case", case.to_owned()),
        ("line", line.to_string()),
        ("day", before.day.clone()),
        ("path", display_path(evidence)),
    ];
    terminal.emessage("witness-broken", &message_args);
    let is_signed = !before.checkpoint.is_empty();
    let proof = if is_signed {
        "witness-proof-signed"
    } else {
        "witness-proof-unsigned"
    };
    terminal.emessage(proof, &message_args);
}

fn print_growth(growth: &Growth, before: &SeenLog, seen: &SeenLog, terminal: &Terminal<'_>) {
    let count = |log: &SeenLog| log.log.lines().count().to_string();
    let message_args = [
        ("entries", count(seen)),
        ("before", count(before)),
        ("added", growth.added.len().to_string()),
        ("day", before.day.clone()),
        ("late", growth.late_count.to_string()),
        ("key", seen.key.trim_end().to_owned()),
    ];
    let key = if before.log.is_empty() {
        "witness-first"
    } else {
        "witness-grown"
    };
    terminal.emessage(key, &message_args);
    if before.log.is_empty() {
        if !seen.key.is_empty() {
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

fn entry_text(entry: &LogEntry, terminal: &Terminal<'_>) -> String {
    let day = ("day", entry.release.to_string());
    match &entry.content {
        EntryContent::Revision {
            record, revision, ..
        } => {
            let message_args = [
                day,
                ("record", record.clone()),
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
                ("record", redacts.record.clone()),
                ("revision", redacts.revision.to_string()),
                ("basis", basis.clone()),
                ("reason", reason.clone()),
            ];
            terminal.message("witness-redaction", &message_args)
        }
        EntryContent::ClockCorrection { clock } => {
            let message_args = [day, ("reason", clock.clone())];
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
    publish::replace_file(&file, &text)?;
    let message_args = [
        ("path", display_path(&file)),
        ("name", name.to_owned()),
        ("key", verifier.to_string()),
    ];
    terminal.emessage("witness-signed", &message_args);
    Ok(ExitStatus::Clean)
}
