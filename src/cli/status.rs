//! `jhur status`: is the published folder older than the content, and is there anything that no release has?

use super::args::Status;
use super::terminal::Screen;
use super::{Ended, as_of};
use crate::diag::Diagnostic;
use crate::{publish, verify};
use std::path::Path;

pub(super) fn run(args: &Status, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let when = as_of::chosen(None, screen.env)?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let checked = crate::check(root, when);
    let errors = checked.diagnostics.iter().filter(|d| d.is_error()).count();
    let of_records = verify::records(root, when);
    let mut lines = Vec::new();
    let path = ("path", out.display().to_string());
    match publish::PublishedDir::open(&out).ok().and_then(|published| published.as_of()) {
        None => lines.push(screen.say("status-no-site", &[path])),
        Some(day) => {
            lines.push(screen.say("status-site", &[path, ("day", day.to_string())]));
            if errors == 0 {
                let differ = verify::folder(root, &out, false).diagnostics.iter().filter(|d| d.is_error()).count();
                let key = if differ == 0 { "status-current" } else { "status-older" };
                lines.push(screen.say(key, &[("count", differ.to_string())]));
            }
            if of_records.today.is_some_and(|today| today > day) {
                lines.push(screen.say("status-day-passed", &[]));
            }
        }
    }
    let log = of_records.log;
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
