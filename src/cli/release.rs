//! `jhur release`: appends every new or changed record to the revision log; with `--dry-run` it
//! shows their differences.

use super::args::ReleaseArgs;
use super::as_of;
use super::terminal::Terminal;
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
    let (mut lines, mut shown) = (String::new(), String::new());
    let mut count = 0;
    let Report {
        files,
        diagnostics,
        stats,
    } = for_each_pending_revision(root, as_of, &mut |change| {
        count += 1;
        lines.push_str(&change.revision.to_line());
        lines.push('\n');
        shown.push_str(&if args.dry_run {
            revision_diff(change, terminal)
        } else {
            revision_heading(change, terminal)
        });
    });
    if stats.is_none() {
        let errors: Vec<Diagnostic> = diagnostics
            .into_iter()
            .filter(Diagnostic::is_error)
            .collect();
        terminal.print_diagnostics(&errors, &files);
        terminal.emessage("release-refused", &[]);
        return Ok(ExitStatus::from_diagnostics(&errors));
    }
    terminal.print_data(&shown)?;
    let counted = [("count", count.to_string())];
    match (count, args.dry_run) {
        (0, dry_run) => {
            if !dry_run {
                publish::remove_leftovers(&root.join(REVISION_LOG));
            }
            terminal.emessage("release-nothing", &[]);
        }
        (_, true) => terminal.emessage("release-would", &counted),
        (_, false) => {
            let read = files
                .iter()
                .find(|(_, file)| file.path == REVISION_LOG)
                .map_or("", |(_, file)| &file.text);
            if let Err(diagnostic) =
                publish::append_if_unchanged(&root.join(REVISION_LOG), read, &lines)
            {
                let status = terminal.print_failure(&diagnostic);
                terminal.emessage("release-refused", &[]);
                return Ok(status);
            }
            terminal.emessage("released", &counted);
        }
    }
    Ok(ExitStatus::Clean)
}

/// A record that is new or changed.
fn revision_heading(change: &PendingRevision<'_>, terminal: &Terminal<'_>) -> String {
    let args = [
        ("record", change.revision.record.clone()),
        ("revision", change.revision.revision.to_string()),
    ];
    terminal.message(
        if change.previous.is_some() {
            "release-changed"
        } else {
            "release-new"
        },
        &args,
    ) + "\n"
}

/// What changed in a record, one line a field: words that went in `[- -]`, words that came in `{+
/// +}`.
fn revision_diff(change: &PendingRevision<'_>, terminal: &Terminal<'_>) -> String {
    let body = &change.revision.body;
    let mut text = revision_heading(change, terminal);
    let old = change
        .previous
        .and_then(|old| old.body.as_ref())
        .unwrap_or(&Value::Null);
    for found in diff_bodies(old, body.as_ref().unwrap_or(&Value::Null)) {
        let lang = found
            .lang
            .map(|lang| format!(" ({lang})"))
            .unwrap_or_default();
        let _ = write!(text, "  {}{lang}: ", found.path.join("."));
        for (word, words) in found.word_diff() {
            let _ = match word {
                DiffTag::Equal => write!(text, "{words}"),
                DiffTag::Delete => write!(text, "[-{words}-]"),
                DiffTag::Insert => write!(text, "{{+{words}+}}"),
            };
        }
        text.push('\n');
    }
    text
}
