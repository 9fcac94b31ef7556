//! `jhur release`: appends every new or changed record to the revision log; with `--dry-run` it
//! shows their differences.

use super::args::ReleaseArgs;
use super::as_of;
use super::report::report_errors;
use super::terminal::Terminal;
use crate::checks::DayChoice;
use crate::diag::{Diagnostic, ExitStatus};
use crate::pipeline::Report;
use crate::publish;
use crate::records::revision_fields::{DiffTag, diff_bodies};
use crate::register::PendingRevision;
use crate::release::{REVISION_LOG, for_each_pending_revision};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn run(
    args: &ReleaseArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    let choice = DayChoice {
        origin: as_of::origin(None, terminal.env),
        is_confirmed: args.yes,
    };
    let (mut lines, mut shown) = (String::new(), String::new());
    let mut count = 0;
    let Report {
        files,
        diagnostics,
        stats,
    } = for_each_pending_revision(root, as_of, choice, &mut |change| {
        count += 1;
        lines.extend([&change.revision.to_line(), "\n"]);
        shown += &revision_heading(change, terminal);
        if args.dry_run {
            shown += &revision_diff(change);
        }
    });
    let Some(stats) = stats else {
        let status = report_errors(diagnostics, &files, terminal);
        terminal.emessage("release-refused", &[]);
        return Ok(status);
    };
    terminal.print_data(&shown)?;
    let path = root.join(REVISION_LOG);
    match (count, args.dry_run) {
        (0, dry_run) => {
            if !dry_run {
                publish::remove_leftovers(&path);
            }
            terminal.emessage("release-nothing", &[]);
        }
        (_, true) => terminal.emessage_count("release-would", count),
        (_, false) => {
            // The chain of hashes continues the log as it was read; of two releases at once, one
            // fails.
            let before = files.find(REVISION_LOG).map_or("", |(_, file)| &file.text);
            if let Err(error) = publish::append_if_unchanged(&path, before, &lines) {
                let status = terminal.print_failure(&error);
                terminal.emessage("release-refused", &[]);
                return Ok(status);
            }
            terminal.emessage_count("released", count);
        }
    }
    as_of::print_day(stats.day, choice.origin, terminal);
    Ok(ExitStatus::Clean)
}

/// A line that names a record and says whether it is new or changed.
fn revision_heading(change: &PendingRevision<'_>, terminal: &Terminal<'_>) -> String {
    let args = [
        ("record", change.revision.record.clone()),
        ("revision", change.revision.revision.to_string()),
    ];
    let key = if change.previous.is_some() {
        "release-changed"
    } else {
        "release-new"
    };
    terminal.message(key, &args) + "\n"
}

/// What changed in a record, one line a field: deleted words in `[- -]`, inserted ones in `{+ +}`.
fn revision_diff(change: &PendingRevision<'_>) -> String {
    let old = change.previous.and_then(|old| old.body.as_ref());
    let new = change.revision.body.as_ref();
    let mut text = String::new();
    for found in diff_bodies(old.unwrap_or(&Value::Null), new.unwrap_or(&Value::Null)) {
        let lang = found.lang.map(|lang| format!(" ({lang})"));
        let lang = lang.unwrap_or_default();
        let _ = write!(text, "  {}{lang}: ", found.path.join("."));
        for (tag, words) in found.word_diff() {
            let _ = match tag {
                DiffTag::Equal => write!(text, "{words}"),
                DiffTag::Delete => write!(text, "[-{words}-]"),
                DiffTag::Insert => write!(text, "{{+{words}+}}"),
            };
        }
        text.push('\n');
    }
    text
}
