//! `jhur release`: what changed since the last release is added to the revision log; with `--dry-run` it is only shown.

use super::args::ReleaseArgs;
use super::terminal::Terminal;
use super::{ExitStatus, as_of};
use crate::diag::Diagnostic;
use crate::records::revision_fields::{DiffTag, diff_bodies};
use crate::register::PendingRevision;
use crate::{Report, publish};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// Where the revision log stands.
pub(super) const REVISION_LOG: &str = "content/revisions.jsonl";

pub(super) fn run(
    args: &ReleaseArgs,
    root: &Path,
    screen: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let when = as_of::resolve_as_of(None, screen.env)?;
    let (mut lines, mut shown) = (String::new(), String::new());
    let mut count = 0;
    let Report {
        files,
        diagnostics,
        stats: figures,
    } = crate::with_pending_revisions(root, when, &mut |change| {
        count += 1;
        lines.push_str(&change.revision.to_line());
        lines.push('\n');
        shown.push_str(&if args.dry_run {
            revision_diff(change, screen)
        } else {
            revision_heading(change, screen)
        });
    });
    if figures.is_none() {
        let errors: Vec<Diagnostic> = diagnostics
            .into_iter()
            .filter(Diagnostic::is_error)
            .collect();
        screen.print_diagnostics(&errors, &files);
        screen.emessage("release-refused", &[]);
        return Ok(ExitStatus::from_diagnostics(&errors));
    }
    screen.print_data(&shown)?;
    let counted = [("count", count.to_string())];
    match (count, args.dry_run) {
        (0, dry_run) => {
            if !dry_run {
                publish::remove_leftovers(&root.join(REVISION_LOG));
            }
            screen.emessage("release-nothing", &[]);
        }
        (_, true) => screen.emessage("release-would", &counted),
        (_, false) => {
            let read = files
                .iter()
                .find(|(_, file)| file.path == REVISION_LOG)
                .map_or("", |(_, file)| &file.text);
            if let Err(fault) = publish::append_if_unchanged(&root.join(REVISION_LOG), read, &lines)
            {
                let ended = screen.print_failure(&fault);
                screen.emessage("release-refused", &[]);
                return Ok(ended);
            }
            screen.emessage("released", &counted);
        }
    }
    Ok(ExitStatus::Clean)
}

/// A record that is new or changed.
fn revision_heading(change: &PendingRevision<'_>, screen: &Terminal<'_>) -> String {
    let args = [
        ("record", change.revision.record.clone()),
        ("revision", change.revision.revision.to_string()),
    ];
    screen.message(
        if change.previous.is_some() {
            "release-changed"
        } else {
            "release-new"
        },
        &args,
    ) + "\n"
}

/// What changed in a record, one line a field: words that went in `[- -]`, words that came in `{+ +}`.
fn revision_diff(change: &PendingRevision<'_>, screen: &Terminal<'_>) -> String {
    let body = &change.revision.body;
    let mut text = revision_heading(change, screen);
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
