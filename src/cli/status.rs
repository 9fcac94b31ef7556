//! `jhur status`: whether the published folder is older than the content, and whether anything
//! waits for a release.

use super::args::StatusArgs;
use super::as_of;
use super::terminal::Terminal;
use crate::diag::{Diagnostic, ExitStatus};
use crate::guards::{self, DEFAULT_OUT, PublishedState};
use crate::pipeline::planned;
use crate::publish::PublishedDir;
use crate::source::ContentCache;
use crate::verify;
use std::path::Path;

pub(super) fn run(
    args: &StatusArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    let out = args.out.clone().unwrap_or_else(|| root.join(DEFAULT_OUT));
    // The records are looked at as of up to two days, but read once.
    let mut cache = ContentCache::default();
    let mut outdated = None;
    let checked = planned(cache.load(root), as_of, true, |site| {
        let (records, published) = (site.checked.records(), PublishedState::read(&out));
        outdated = guards::require_published_log(records, &published, &out).err();
        Ok(())
    });
    let errors = count_errors(&checked.diagnostics);
    let records = verify::verify_records(root, &mut cache, as_of);
    let path = ("path", out.display().to_string());
    let published = PublishedDir::open(&out).ok();
    let published_day = published.and_then(|folder| folder.as_of());
    let mut lines = Vec::new();
    if let (Some(day), Some(outdated)) = (published_day, &outdated) {
        lines.push(terminal.message("status-site", &[path, ("day", day.to_string())]));
        // What `release` and `build` say, which would both refuse.
        lines.push(terminal.message(outdated.code.id(), &outdated.args));
        let help = format!("{}.help", outdated.code.id());
        lines.push(terminal.message(&help, &outdated.args));
    } else if let Some(day) = published_day {
        lines.push(terminal.message("status-site", &[path, ("day", day.to_string())]));
        // With errors in the records nothing can be compared.
        if errors == 0 {
            let report =
                verify::verify_folder(root, &mut cache, &out, terminal.env.executable.as_deref());
            let differing = count_errors(&report.diagnostics);
            let key = if differing == 0 {
                "status-current"
            } else {
                "status-older"
            };
            lines.push(terminal.message(key, &[("count", differing.to_string())]));
        }
        if records.today.is_some_and(|today| today > day) {
            lines.push(terminal.message("status-day-passed", &[]));
        }
    } else {
        lines.push(terminal.message("status-no-site", &[path]));
    }
    let log = records.log;
    if log.entry_count == 0 {
        lines.push(terminal.message("status-no-release", &[]));
    } else {
        let args = [
            ("entries", log.entry_count.to_string()),
            ("day", log.last_day),
        ];
        lines.push(terminal.message("status-release", &args));
    }
    let unreleased = checked.stats.map_or(0, |stats| stats.unreleased);
    if unreleased > 0 && outdated.is_none() {
        lines.push(terminal.message("status-unreleased", &[("count", unreleased.to_string())]));
    }
    if errors > 0 {
        lines.push(terminal.message("status-faults", &[("count", errors.to_string())]));
    }
    terminal.print_data(&(lines.join("\n") + "\n"))?;
    Ok(ExitStatus::Clean)
}

fn count_errors(diagnostics: &[Diagnostic]) -> usize {
    diagnostics.iter().filter(|d| d.is_error()).count()
}
