//! `jhur build`: checks, then publishes into a folder; after an error the old site is still there.

use super::args::BuildArgs;
use super::as_of;
use super::check::report_stats;
use super::progress::ProgressLine;
use super::report::{report_errors, report_locked_redactions};
use super::terminal::Terminal;
use crate::checks::DayChoice;
use crate::diag::messages::Language;
use crate::diag::{Diagnostic, ExitStatus, SourceMap};
use crate::guards::DEFAULT_OUT;
use crate::pipeline::{self, BuildOptions, BuildStats, Report, SigningKey};
use std::path::Path;
use std::time::{Duration, Instant};

pub(super) fn run(
    args: &BuildArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(args.as_of.as_deref(), terminal.env)?;
    let day_choice = DayChoice {
        origin: as_of::origin(args.as_of.as_deref(), terminal.env),
        is_confirmed: args.yes,
    };
    // What no release has is for one's own eyes: not where `status` and hosts look.
    let folder = if args.drafts {
        "public-drafts"
    } else {
        DEFAULT_OUT
    };
    let out = args.out.clone().unwrap_or_else(|| root.join(folder));
    let start = Instant::now();
    let progress = ProgressLine::new("build-progress", terminal);
    let signing = args.sign.as_deref().map(|key_file| SigningKey {
        key_file,
        password: terminal.env.key_password.as_deref().unwrap_or_default(),
    });
    let options = BuildOptions {
        root,
        out: &out,
        as_of,
        day_choice,
        drafts: args.drafts,
        signing,
        executable: terminal.env.executable.as_deref(),
    };
    let Report {
        files,
        diagnostics,
        stats,
    } = pipeline::build(&options, &|done, total| progress.show(done, total));
    progress.clear();
    let Some(stats) = stats else {
        return Ok(report_failure(diagnostics, &files, terminal));
    };
    report_success(&stats, start.elapsed(), terminal);
    if stats.unreleased > 0 {
        terminal.emessage_count("build-unreleased", stats.unreleased);
    }
    if stats.is_unsigned {
        terminal.emessage("build-unsigned", &[]);
    }
    if args.drafts {
        terminal.emessage("build-drafts", &[]);
    }
    if stats.stops == 0 {
        terminal.emessage("build-empty", &[]);
    }
    if !diagnostics.is_empty() {
        terminal.emessage_count("build-warnings", diagnostics.len());
    }
    report_locked_redactions(diagnostics, &files, terminal);
    // A whole path, so that it can be pasted into a browser.
    let index = out.join("index.html");
    let index = std::path::absolute(&index).unwrap_or(index);
    terminal.emessage("build-open", &[("path", index.display().to_string())]);
    as_of::print_day(stats.day, day_choice.origin, terminal);
    Ok(ExitStatus::Clean)
}

/// From so many files on it is said which hosts take no more.
const MANY_FILES: usize = 15_000;

/// Prints the errors, without the warnings, which did not stop the build.
fn report_failure(
    diagnostics: Vec<Diagnostic>,
    files: &SourceMap,
    terminal: &Terminal<'_>,
) -> ExitStatus {
    let status = report_errors(diagnostics, files, terminal);
    terminal.emessage("build-failed", &[]);
    match status {
        // No site and no reason would be an error of this program; it must not look like success.
        ExitStatus::Clean => ExitStatus::ProgramError,
        status => status,
    }
}

fn report_success(stats: &BuildStats, took: Duration, terminal: &Terminal<'_>) {
    // Rounded to tenths of a second.
    let tenths = (took.as_millis() + 50) / 100;
    let decimal = match terminal.language {
        Language::English => '.',
        Language::Indonesian => ',',
    };
    let args = [
        ("pages", stats.pages.to_string()),
        ("written", stats.written.to_string()),
        ("unchanged", stats.unchanged.to_string()),
        ("removed", stats.removed.to_string()),
        (
            "seconds",
            format!("{}{decimal}{}", tenths / 10, tenths % 10),
        ),
    ];
    report_stats("built", stats, &args, terminal);
    let files = stats.written + stats.unchanged;
    if files > MANY_FILES {
        terminal.emessage("built-many-files", &[("files", files.to_string())]);
    }
}
