//! `jhur build`: checks, then publishes into a folder; after an error the old site is still there.

use super::args::BuildArgs;
use super::as_of;
use super::check::stat_args;
use super::progress::ProgressLine;
use super::terminal::Terminal;
use crate::diag::{Diagnostic, ExitStatus, SourceMap};
use crate::pipeline::{self, BuildOptions, BuildStats, Report, SigningKey};
use std::path::Path;
use std::time::{Duration, Instant};

pub(super) fn run(
    args: &BuildArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve_as_of(args.as_of.as_deref(), terminal.env)?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let start = Instant::now();
    let progress = ProgressLine::new("build-progress", terminal);
    let password = terminal.env.key_password.as_deref().unwrap_or_default();
    let signing = args.sign.as_deref().map(|key| SigningKey {
        key_file: key,
        password,
    });
    let options = BuildOptions {
        root,
        out: &out,
        as_of,
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
        return Ok(report_failure(&diagnostics, &files, terminal));
    };
    report_success(&stats, start.elapsed(), terminal);
    if stats.unreleased > 0 {
        terminal.emessage(
            "build-unreleased",
            &[("count", stats.unreleased.to_string())],
        );
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
        terminal.emessage(
            "build-warnings",
            &[("count", diagnostics.len().to_string())],
        );
    }
    let index = out.join("index.html");
    let index = std::path::absolute(&index).unwrap_or(index);
    terminal.emessage("build-open", &[("path", index.display().to_string())]);
    Ok(ExitStatus::Clean)
}

/// Errors are shown, warnings only counted: they did not stop the build.
fn report_failure(
    diagnostics: &[Diagnostic],
    files: &SourceMap,
    terminal: &Terminal<'_>,
) -> ExitStatus {
    let errors: Vec<Diagnostic> = diagnostics
        .iter()
        .filter(|d| d.is_error())
        .cloned()
        .collect();
    terminal.print_diagnostics(&errors, files);
    terminal.emessage("build-failed", &[]);
    match ExitStatus::from_diagnostics(&errors) {
        // No site and no reason would be a fault of this program; it must not look like success.
        ExitStatus::Clean => ExitStatus::ProgramError,
        status => status,
    }
}

fn report_success(stats: &BuildStats, took: Duration, terminal: &Terminal<'_>) {
    let mut args = stat_args(stats).to_vec();
    let tenths = (took.as_millis() + 50) / 100;
    args.push(("pages", stats.pages.to_string()));
    args.push(("written", stats.written.to_string()));
    args.push(("unchanged", stats.unchanged.to_string()));
    args.push(("removed", stats.removed.to_string()));
    let comma = if terminal.language == crate::diag::messages::Language::English {
        '.'
    } else {
        ','
    };
    args.push(("seconds", format!("{}{comma}{}", tenths / 10, tenths % 10)));
    terminal.emessage("built", &args);
    if stats.not_yet_known > 0 {
        terminal.emessage("later", &[("count", stats.not_yet_known.to_string())]);
    }
}
