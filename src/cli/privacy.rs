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
    // Annotations are for rules that were broken, and the report has none.
    if let DiagnosticFormat::Github | DiagnosticFormat::Gitlab = args.format {
        return Err(usage_error("privacy-format"));
    }
    let (report, found) = check_privacy(root, as_of);
    let Report {
        files,
        diagnostics,
        stats,
    } = report;
    if stats.is_none() {
        terminal.print_diagnostics(&diagnostics, &files);
        terminal.emessage("privacy-unseen", &[]);
    }
    let report = if args.format == DiagnosticFormat::Json {
        render_json(&found, &files)
    } else {
        render_human(&found, &files, terminal, stats.is_some())
    };
    terminal.print_data(&report)?;
    if stats.is_none() {
        return Ok(ExitStatus::from_diagnostics(&diagnostics));
    }
    Ok(if args.deny_warnings && !diagnostics.is_empty() {
        ExitStatus::ContentErrors
    } else {
        ExitStatus::Clean
    })
}

/// The findings by kind; the same text once, with all its places. While not all can be seen, a kind
/// of which nothing was found is left out: there may be some.
fn render_human(
    list: &[PersonalData],
    files: &SourceMap,
    terminal: &Terminal<'_>,
    is_whole: bool,
) -> String {
    let mut out = String::new();
    if is_whole {
        out = terminal.message("privacy-intro", &[]) + "\n";
    }
    for kind in PersonalDataKind::ALL {
        let found: Vec<&PersonalData> = list.iter().filter(|p| p.kind == kind).collect();
        let is_left_out = !is_whole || kind == PersonalDataKind::Refused;
        if found.is_empty() && is_left_out {
            continue;
        }
        let heading = format!("privacy-{}", kind.as_str());
        let heading = terminal.message(&heading, &[("count", found.len().to_string())]);
        let _ = writeln!(out, "\n{heading}");
        for (text, places) in group_by_text(&found) {
            let _ = writeln!(out, "  {text}");
            for personal in places {
                let location = format_location(personal, files);
                let details = format_details(personal, terminal);
                let arrow = if personal.address.is_empty() {
                    ""
                } else {
                    " → "
                };
                let _ = writeln!(out, "    {location}{arrow}{}{details}", personal.address);
            }
        }
    }
    out
}

/// Each text with all its places, in alphabetical order.
fn group_by_text<'p>(list: &[&'p PersonalData]) -> BTreeMap<String, Vec<&'p PersonalData>> {
    let mut groups: BTreeMap<String, Vec<&PersonalData>> = BTreeMap::new();
    for personal in list {
        let text = render::single_line_visible(&personal.found);
        groups.entry(text).or_default().push(personal);
    }
    groups
}

fn format_details(personal: &PersonalData, terminal: &Terminal<'_>) -> String {
    let details = match (personal.kind, &personal.details[..]) {
        (PersonalDataKind::Name, [day, form]) => {
            let args = [("day", day.clone()), ("form", form.clone())];
            terminal.message("privacy-consent", &args)
        }
        // A name without a consent is one from an old revision.
        (PersonalDataKind::Name, _) => terminal.message("privacy-revision", &[]),
        (PersonalDataKind::Role, [village]) => village.clone(),
        _ => return String::new(),
    };
    format!(" ({details})")
}

fn format_location(personal: &PersonalData, files: &SourceMap) -> String {
    match render::locate(personal.span, &personal.found, files) {
        Some((file, line, column)) => {
            format!("{}:{line}:{column}", render::single_line_visible(file))
        }
        None => String::new(),
    }
}

/// A line of JSON.
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
    let mut out = String::new();
    for personal in list {
        let location = render::locate(personal.span, &personal.found, files);
        let Some((file, line, column)) = location else {
            continue;
        };
        let finding = JsonFinding {
            kind: personal.kind.as_str(),
            found: &personal.found,
            file,
            line,
            column,
            address: &personal.address,
            beside: &personal.details,
        };
        out += &serde_json::to_string(&finding).unwrap_or_default();
        out.push('\n');
    }
    out
}
