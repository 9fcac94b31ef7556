//! `jhur build`: check, then publish into a folder; on a fault the old site stands.

use super::args::BuildArgs;
use super::check::stat_args;
use super::progress::ProgressLine;
use super::terminal::Terminal;
use super::{ExitStatus, as_of};
use crate::diag::{Diagnostic, SourceMap};
use crate::{BuildStats, Report};
use std::path::Path;
use std::time::{Duration, Instant};

pub(super) fn run(
    args: &BuildArgs,
    root: &Path,
    screen: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let when = as_of::resolve_as_of(args.as_of.as_deref(), screen.env)?;
    let out = args.out.clone().unwrap_or_else(|| root.join("public"));
    let start = Instant::now();
    let progress = ProgressLine::new("build-progress", screen);
    let password = screen.env.key_password.as_deref().unwrap_or_default();
    let signing = args.sign.as_deref().map(|key| crate::SigningKey {
        key_file: key,
        password,
    });
    let order = crate::BuildOptions {
        root,
        out: &out,
        as_of: when,
        drafts: args.drafts,
        signing,
        executable: screen.env.executable.as_deref(),
    };
    let Report {
        files,
        diagnostics,
        stats: figures,
    } = crate::build(&order, &|done, total| progress.show(done, total));
    progress.clear();
    let Some(figures) = figures else {
        return Ok(report_failure(&diagnostics, &files, screen));
    };
    report_success(&figures, start.elapsed(), screen);
    if figures.unreleased > 0 {
        screen.emessage(
            "build-unreleased",
            &[("count", figures.unreleased.to_string())],
        );
    }
    if figures.is_unsigned {
        screen.emessage("build-unsigned", &[]);
    }
    if args.drafts {
        screen.emessage("build-drafts", &[]);
    }
    if figures.stops == 0 {
        screen.emessage("build-empty", &[]);
    }
    if !diagnostics.is_empty() {
        screen.emessage(
            "build-warnings",
            &[("count", diagnostics.len().to_string())],
        );
    }
    let index = out.join("index.html");
    let index = std::path::absolute(&index).unwrap_or(index);
    screen.emessage("build-open", &[("path", index.display().to_string())]);
    Ok(ExitStatus::Clean)
}

/// Errors are shown, warnings only counted: they did not stop the build.
fn report_failure(
    diagnostics: &[Diagnostic],
    files: &SourceMap,
    screen: &Terminal<'_>,
) -> ExitStatus {
    let errors: Vec<Diagnostic> = diagnostics
        .iter()
        .filter(|d| d.is_error())
        .cloned()
        .collect();
    screen.print_diagnostics(&errors, files);
    screen.emessage("build-failed", &[]);
    match ExitStatus::from_diagnostics(&errors) {
        // No site and no reason would be a fault of this program; it must not look like success.
        ExitStatus::Clean => ExitStatus::ProgramError,
        ended => ended,
    }
}

fn report_success(figures: &BuildStats, took: Duration, screen: &Terminal<'_>) {
    let mut args = stat_args(figures).to_vec();
    let tenths = (took.as_millis() + 50) / 100;
    args.push(("pages", figures.pages.to_string()));
    args.push(("written", figures.written.to_string()));
    args.push(("unchanged", figures.unchanged.to_string()));
    args.push(("removed", figures.removed.to_string()));
    let comma = if screen.language == crate::diag::messages::Language::English {
        '.'
    } else {
        ','
    };
    args.push(("seconds", format!("{}{comma}{}", tenths / 10, tenths % 10)));
    screen.emessage("built", &args);
    if figures.not_yet_known > 0 {
        screen.emessage("later", &[("count", figures.not_yet_known.to_string())]);
    }
}
