//! `jhur status`: is the published folder older than the content, and is there anything that no release has?

use super::args::StatusArgs;
use super::terminal::Terminal;
use super::{ExitStatus, as_of};
use crate::diag::Diagnostic;
use crate::{publish, verify};
use std::path::Path;

pub(super) fn run(
    args: &StatusArgs,
    root: &Path,
    screen: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let when = as_of::resolve_as_of(None, screen.env)?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let checked = crate::check(root, when);
    let errors = checked.diagnostics.iter().filter(|d| d.is_error()).count();
    let of_records = verify::verify_records(root, when);
    let mut lines = Vec::new();
    let path = ("path", out.display().to_string());
    match publish::PublishedDir::open(&out)
        .ok()
        .and_then(|published| published.as_of())
    {
        None => lines.push(screen.message("status-no-site", &[path])),
        Some(day) => {
            lines.push(screen.message("status-site", &[path, ("day", day.to_string())]));
            if errors == 0 {
                let differ = verify::verify_folder(root, &out, false)
                    .diagnostics
                    .iter()
                    .filter(|d| d.is_error())
                    .count();
                let key = if differ == 0 {
                    "status-current"
                } else {
                    "status-older"
                };
                lines.push(screen.message(key, &[("count", differ.to_string())]));
            }
            if of_records.today.is_some_and(|today| today > day) {
                lines.push(screen.message("status-day-passed", &[]));
            }
        }
    }
    let log = of_records.log;
    if log.line_count == 0 {
        lines.push(screen.message("status-no-release", &[]));
    } else {
        lines.push(screen.message(
            "status-release",
            &[
                ("lines", log.line_count.to_string()),
                ("day", log.last_release),
            ],
        ));
    }
    match checked.stats.map(|figures| figures.unreleased) {
        Some(0) | None => {}
        Some(count) => {
            lines.push(screen.message("status-unreleased", &[("count", count.to_string())]))
        }
    }
    if errors > 0 {
        lines.push(screen.message("status-faults", &[("count", errors.to_string())]));
    }
    lines.push(String::new());
    screen.print_data(&lines.join("\n"))?;
    Ok(ExitStatus::Clean)
}
