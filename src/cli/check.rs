//! `jhur check`: every fault of every record, and nothing is written.

use super::args::{CheckArgs, DiagnosticFormat};
use super::terminal::Terminal;
use super::{ExitStatus, as_of, privacy};
use crate::diag::{Diagnostic, render};
use crate::{BuildStats, Report};
use std::path::Path;

pub(super) fn run(
    args: &CheckArgs,
    root: &Path,
    screen: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let when = as_of::resolve_as_of(args.as_of.as_deref(), screen.env)?;
    if args.privacy {
        return privacy::run(args, root, when, screen);
    }
    let Report {
        files,
        diagnostics,
        stats: figures,
    } = crate::check(root, when);
    match args.format {
        DiagnosticFormat::Json => {
            screen.print_data(&render::render_json(&diagnostics, &files, screen.messages))?
        }
        DiagnosticFormat::Github => screen.print_data(&render::render_github(
            &diagnostics,
            &files,
            screen.messages,
        ))?,
        DiagnosticFormat::Gitlab => screen.print_data(&render::render_gitlab(
            &diagnostics,
            &files,
            screen.messages,
        ))?,
        DiagnosticFormat::Human => {
            if !diagnostics.is_empty() {
                screen.print_diagnostics(&diagnostics, &files);
            }
            if let Some(figures) = &figures {
                report_success(figures, diagnostics.is_empty(), screen);
            }
        }
    }
    match ExitStatus::from_diagnostics(&diagnostics) {
        ExitStatus::Clean if figures.is_none() => Ok(ExitStatus::ProgramError),
        ExitStatus::Clean if args.deny_warnings && !diagnostics.is_empty() => {
            Ok(ExitStatus::ContentErrors)
        }
        ended => Ok(ended),
    }
}

/// What was checked, when all of it could be.
fn report_success(figures: &BuildStats, is_clean: bool, screen: &Terminal<'_>) {
    screen.emessage("checked", &stat_args(figures));
    if figures.not_yet_known > 0 {
        screen.emessage("later", &[("count", figures.not_yet_known.to_string())]);
    }
    if is_clean {
        screen.emessage("clean", &[]);
    }
}

/// The figures of the records, for the gaps in a text.
pub(super) fn stat_args(figures: &BuildStats) -> [(&'static str, String); 4] {
    [
        ("stops", figures.stops.to_string()),
        ("aspirations", figures.aspirations.to_string()),
        ("commitments", figures.commitments.to_string()),
        ("follow-ups", figures.follow_ups.to_string()),
    ]
}
