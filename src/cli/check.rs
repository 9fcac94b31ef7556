//! `jhur check`: every error and warning of every record; nothing is written.

use super::args::{CheckArgs, DiagnosticFormat};
use super::terminal::Terminal;
use super::{as_of, privacy};
use crate::diag::messages::MessageArgs;
use crate::diag::{Diagnostic, ExitStatus, render};
use crate::pipeline::{self, BuildStats, Report};
use std::path::Path;

pub(super) fn run(
    args: &CheckArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let as_of = as_of::resolve(args.as_of.as_deref(), terminal.env)?;
    if args.privacy {
        return privacy::run(args, root, as_of, terminal);
    }
    let Report {
        files,
        diagnostics,
        stats,
    } = pipeline::check(root, as_of);
    let messages = terminal.messages;
    let data = match args.format {
        DiagnosticFormat::Json => render::render_json(&diagnostics, &files, messages),
        DiagnosticFormat::Github => render::render_github(&diagnostics, &files, messages),
        DiagnosticFormat::Gitlab => render::render_gitlab(&diagnostics, &files, messages),
        DiagnosticFormat::Human => {
            terminal.print_diagnostics(&diagnostics, &files);
            if let Some(stats) = &stats {
                report_stats("checked", stats, &[], terminal);
                if diagnostics.is_empty() {
                    terminal.emessage("clean", &[]);
                }
            }
            // All of that goes to stderr; stdout is for programs.
            String::new()
        }
    };
    terminal.print_data(&data)?;
    match ExitStatus::from_diagnostics(&diagnostics) {
        ExitStatus::Clean if stats.is_none() => Ok(ExitStatus::ProgramError),
        ExitStatus::Clean if args.deny_warnings && !diagnostics.is_empty() => {
            Ok(ExitStatus::ContentErrors)
        }
        status => Ok(status),
    }
}

/// Prints the counts of the records with the message `key`, which may take more arguments.
pub(super) fn report_stats(
    key: &str,
    stats: &BuildStats,
    more: &MessageArgs,
    terminal: &Terminal<'_>,
) {
    let mut args = vec![
        ("stops", stats.stops.to_string()),
        ("aspirations", stats.aspirations.to_string()),
        ("commitments", stats.commitments.to_string()),
        ("follow-ups", stats.follow_ups.to_string()),
    ];
    args.extend_from_slice(more);
    terminal.emessage(key, &args);
    if stats.not_yet_known > 0 {
        terminal.emessage_count("later", stats.not_yet_known);
    }
}
