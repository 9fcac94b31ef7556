//! `jhur verify`: is the past as it was? Names the first line, record or file that differs, and all others.

use super::args::Verify;
use super::terminal::Screen;
use super::{Ended, as_of};
use crate::diag::Diagnostic;
use crate::{Outcome, verify};
use std::path::Path;

pub(super) fn run(args: &Verify, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(None, screen.env)?;
    let of_records = verify::records(root, when);
    let log = of_records.log;
    let mut ended = shown(&of_records.outcome, screen);
    match &args.path {
        Some(path) if path.is_dir() => ended = ended.max(shown(&verify::folder(root, path, true), screen)),
        Some(path) => ended = ended.max(shown(&verify::page(root, path), screen)),
        None => {}
    }
    if ended == Ended::Clean {
        let args = [("lines", log.lines.to_string()), ("day", log.day), ("seal", log.seal)];
        screen.tell(if log.lines == 0 { "verify-no-log" } else { "verified" }, &args);
    } else {
        screen.tell("verify-differs", &[]);
    }
    Ok(ended)
}

fn shown(outcome: &Outcome, screen: &Screen<'_>) -> Ended {
    if !outcome.diagnostics.is_empty() {
        screen.faults(&outcome.diagnostics, &outcome.files);
    }
    Ended::by(&outcome.diagnostics)
}
