//! `jhur check --privacy`: prints the privacy report, for a person to read before publishing.

use super::args::{CheckArgs, DiagnosticFormat};
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::checks::AsOf;
use crate::diag::{Diagnostic, ExitStatus, SourceMap, render};
use crate::pipeline::Report;
use crate::privacy_report::{PersonalData, PersonalDataKind, check_privacy};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

pub(super) fn run(
    args: &CheckArgs,
    root: &Path,
    as_of: AsOf,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    if !matches!(
        args.format,
        DiagnosticFormat::Human | DiagnosticFormat::Json
    ) {
        return Err(usage_error("privacy-format"));
    }
    let (
        Report {
            files,
            diagnostics,
            stats,
        },
        found,
    ) = check_privacy(root, as_of);
    if stats.is_none() {
        terminal.print_diagnostics(&diagnostics, &files);
        terminal.emessage("privacy-unseen", &[]);
        return Ok(ExitStatus::from_diagnostics(&diagnostics));
    }
    let report = if args.format == DiagnosticFormat::Json {
        render_json(&found, &files)
    } else {
        render_human(&found, &files, terminal)
    };
    terminal.print_data(&report)?;
    Ok(if args.deny_warnings && !diagnostics.is_empty() {
        ExitStatus::ContentErrors
    } else {
        ExitStatus::Clean
    })
}

/// By kind, the same words once.
fn render_human(list: &[PersonalData], files: &SourceMap, terminal: &Terminal<'_>) -> String {
    let mut out = terminal.message("privacy-intro", &[]) + "\n";
    for kind in PersonalDataKind::ALL {
        let found: Vec<&PersonalData> = list.iter().filter(|p| p.kind == kind).collect();
        let count = ("count", found.len().to_string());
        let _ = writeln!(
            out,
            "\n{}",
            terminal.message(&format!("privacy-{}", kind.as_str()), &[count])
        );
        for (words, places) in group_by_text(&found) {
            let _ = writeln!(out, "  {words}");
            for personal in places {
                let beside = context_suffix(personal, terminal);
                let _ = writeln!(
                    out,
                    "    {} → {}{beside}",
                    format_location(personal, files),
                    personal.address
                );
            }
        }
    }
    out
}

/// Words with all their places; in the order of the words.
fn group_by_text<'p>(list: &[&'p PersonalData]) -> BTreeMap<String, Vec<&'p PersonalData>> {
    let mut words: BTreeMap<String, Vec<&PersonalData>> = BTreeMap::new();
    for personal in list {
        words
            .entry(render::single_line_visible(&personal.found))
            .or_default()
            .push(personal);
    }
    words
}

fn context_suffix(personal: &PersonalData, terminal: &Terminal<'_>) -> String {
    match (personal.kind, &personal.details[..]) {
        (PersonalDataKind::Name, [day, form]) => {
            format!(
                " ({})",
                terminal.message(
                    "privacy-consent",
                    &[("day", day.clone()), ("form", form.clone())]
                )
            )
        }
        (PersonalDataKind::Name, _) => format!(" ({})", terminal.message("privacy-revision", &[])),
        (PersonalDataKind::Role, [village]) => format!(" ({village})"),
        _ => String::new(),
    }
}

fn format_location(personal: &PersonalData, files: &SourceMap) -> String {
    let found = render::locate(personal.span, &personal.found, files);
    found.map_or(String::new(), |(file, line, column)| {
        format!("{}:{line}:{column}", render::single_line_visible(file))
    })
}

/// One of the lines for programs.
#[derive(Serialize)]
struct JsonFinding<'p> {
    kind: &'static str,
    found: &'p str,
    file: &'p str,
    line: usize,
    column: usize,
    address: &'p str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    beside: &'p [String],
}

fn render_json(list: &[PersonalData], files: &SourceMap) -> String {
    let line = |personal: &PersonalData| {
        let (file, line, column) = render::locate(personal.span, &personal.found, files)?;
        let PersonalData {
            kind,
            found,
            address,
            details: beside,
            ..
        } = personal;
        serde_json::to_string(&JsonFinding {
            kind: kind.as_str(),
            found,
            file,
            line,
            column,
            address,
            beside,
        })
        .ok()
    };
    list.iter()
        .filter_map(line)
        .map(|line| line + "\n")
        .collect()
}
