//! `jhur status`: is the published folder older than the content, and is there anything that no release has?

use super::arguments::Status;
use super::screen::Screen;
use super::{Ended, when};
use crate::diag::Diagnostic;
use crate::{publish, source, verify};
use std::path::Path;

pub(super) fn run(args: &Status, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = when::chosen(None, screen.env)?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let checked = crate::check(root, when);
    let errors = checked.diagnostics.iter().filter(|d| d.is_error()).count();
    let mut lines = Vec::new();
    let path = ("path", out.display().to_string());
    match publish::stamp(&out) {
        None => lines.push(screen.say("status-no-site", &[path])),
        Some(stamp) => {
            lines.push(screen.say("status-site", &[path, ("day", stamp.as_of.clone())]));
            let key = if stamp.sources == source::fingerprint(root) { "status-current" } else { "status-older" };
            lines.push(screen.say(key, &[]));
            if errors == 0 && stamp.as_of != verify::today(root, when) {
                lines.push(screen.say("status-day-passed", &[("day", verify::today(root, when))]));
            }
        }
    }
    let log = verify::records(root, when).log;
    if log.lines == 0 {
        lines.push(screen.say("status-no-release", &[]));
    } else {
        lines.push(screen.say("status-release", &[("lines", log.lines.to_string()), ("day", log.day)]));
    }
    match checked.figures.map(|figures| figures.unreleased) {
        Some(0) | None => {}
        Some(count) => lines.push(screen.say("status-unreleased", &[("count", count.to_string())])),
    }
    if errors > 0 {
        lines.push(screen.say("status-faults", &[("count", errors.to_string())]));
    }
    lines.push(String::new());
    screen.data(&lines.join("\n"))?;
    Ok(Ended::Clean)
}
