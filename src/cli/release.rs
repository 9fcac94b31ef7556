//! `jhur release`: what changed since the last release is added to the revision log; with `--dry-run` it is only shown.

use super::args::Release;
use super::terminal::Screen;
use super::{Ended, as_of};
use crate::diag::Diagnostic;
use crate::editing::targets;
use crate::records::revision_fields::{DiffTag, diff_bodies};
use crate::register::PendingRevision;
use crate::{Outcome, publish};
use serde_json::Value;
use std::fmt::Write as _;
use std::path::Path;

/// Where the revision log stands.
pub(super) const LOG: &str = "content/revisions.jsonl";

pub(super) fn run(args: &Release, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(None, screen.env)?;
    let (mut lines, mut shown) = (String::new(), String::new());
    let mut count = 0;
    let Outcome { files, diagnostics, figures } = crate::release(root, when, &mut |change| {
        count += 1;
        lines.push_str(&change.revision.to_line());
        lines.push('\n');
        shown.push_str(&if args.dry_run { difference(change, screen) } else { heading(change, screen) });
    });
    if figures.is_none() {
        let errors: Vec<Diagnostic> = diagnostics.into_iter().filter(Diagnostic::is_error).collect();
        screen.faults(&errors, &files);
        screen.tell("release-refused", &[]);
        return Ok(Ended::by(&errors));
    }
    screen.data(&shown)?;
    let counted = [("count", count.to_string())];
    match (count, args.dry_run) {
        (0, dry_run) => {
            if !dry_run {
                publish::remove_leftovers(&root.join(LOG));
            }
            screen.tell("release-nothing", &[]);
        }
        (_, true) => screen.tell("release-would", &counted),
        (_, false) => {
            let read =
                targets::iter_files(&files).find(|(_, file)| file.path == LOG).map_or("", |(_, file)| &file.text);
            if let Err(fault) = publish::append_if_unchanged(&root.join(LOG), read, &lines) {
                let ended = screen.complain(&fault);
                screen.tell("release-refused", &[]);
                return Ok(ended);
            }
            screen.tell("released", &counted);
        }
    }
    Ok(Ended::Clean)
}

/// A record that is new or changed.
fn heading(change: &PendingRevision<'_>, screen: &Screen<'_>) -> String {
    let args = [("record", change.revision.record.clone()), ("revision", change.revision.revision.to_string())];
    screen.say(if change.previous.is_some() { "release-changed" } else { "release-new" }, &args) + "\n"
}

/// What changed in a record, one line a field: words that went in `[- -]`, words that came in `{+ +}`.
fn difference(change: &PendingRevision<'_>, screen: &Screen<'_>) -> String {
    let body = &change.revision.body;
    let mut text = heading(change, screen);
    let old = change.previous.and_then(|old| old.body.as_ref()).unwrap_or(&Value::Null);
    for found in diff_bodies(old, body.as_ref().unwrap_or(&Value::Null)) {
        let lang = found.lang.map(|lang| format!(" ({lang})")).unwrap_or_default();
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
