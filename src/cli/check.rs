//! `jhur check`: every error and warning of every record; nothing is written.

use super::args::{CheckArgs, DiagnosticFormat};
use super::terminal::Terminal;
use super::{as_of, privacy};
use crate::diag::{Diagnostic, ExitStatus, render};
use crate::pipeline::{self, BuildStats, Report};
use std::path::Path;

pub(super) fn run(
    args: &CheckArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve_as_of(args.as_of.as_deref(), terminal.env)?;
    if args.privacy {
        return privacy::run(args, root, as_of, terminal);
    }
    let Report {
        files,
        diagnostics,
        stats,
    } = pipeline::check(root, as_of);
    match args.format {
        DiagnosticFormat::Json => terminal.print_data(&render::render_json(
            &diagnostics,
            &files,
            terminal.messages,
        ))?,
        DiagnosticFormat::Github => terminal.print_data(&render::render_github(
            &diagnostics,
            &files,
            terminal.messages,
        ))?,
        DiagnosticFormat::Gitlab => terminal.print_data(&render::render_gitlab(
            &diagnostics,
            &files,
            terminal.messages,
        ))?,
        DiagnosticFormat::Human => {
            if !diagnostics.is_empty() {
                terminal.print_diagnostics(&diagnostics, &files);
            }
            if let Some(stats) = &stats {
                report_success(stats, diagnostics.is_empty(), terminal);
            }
        }
    }
    match ExitStatus::from_diagnostics(&diagnostics) {
        ExitStatus::Clean if stats.is_none() => Ok(ExitStatus::ProgramError),
        ExitStatus::Clean if args.deny_warnings && !diagnostics.is_empty() => {
            Ok(ExitStatus::ContentErrors)
        }
        status => Ok(status),
    }
}

/// What was checked, when all of it could be.
fn report_success(stats: &BuildStats, is_clean: bool, terminal: &Terminal<'_>) {
    terminal.emessage("checked", &stat_args(stats));
    if stats.not_yet_known > 0 {
        terminal.emessage("later", &[("count", stats.not_yet_known.to_string())]);
    }
    if is_clean {
        terminal.emessage("clean", &[]);
    }
}

/// The figures of the records, for the gaps in a text.
pub(super) fn stat_args(stats: &BuildStats) -> [(&'static str, String); 4] {
    [
        ("stops", stats.stops.to_string()),
        ("aspirations", stats.aspirations.to_string()),
        ("commitments", stats.commitments.to_string()),
        ("follow-ups", stats.follow_ups.to_string()),
    ]
}
