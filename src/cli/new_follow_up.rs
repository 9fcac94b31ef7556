//! `jhur new follow-up`: appends an entry to its month's file, with the fields that its status
//! needs; the text before it stays byte for byte.
//!
//! The entry is a draft in which `text` and `publisher` are empty. A follow-up asserts that
//! something happened and who says so, so that a placeholder would be a false statement: `jhur
//! check` names each line until it is filled in.

use super::args::NewFollowUpArgs;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use super::{as_of, editor, scaffold};
use crate::diag::{Diagnostic, ExitStatus, FileId};
use crate::editing::targets::{self, FollowUpTarget};
use crate::publish;
use crate::records::{Day, FollowUp, Reference, Spanned, Status, schema::FileKind};
use crate::source::{self, LoadedContent};
use std::path::Path;

/// How many records are proposed.
const MAX_SUGGESTIONS: usize = 12;

pub(super) fn run(
    args: &NewFollowUpArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let reference = parse_reference(&args.reference)?;
    let date = as_of::parse_day_arg(args.date.trim(), "--date")?;
    let loaded = source::load(root)?;
    let found = targets::follow_up_targets(&loaded.records);
    let about = find_target(&reference, &found, &loaded)?;
    check_allowed(about, args.status, date, &found)?;
    let shown = targets::follow_ups_file_path(date);
    let entry = scaffold::fill_template(
        scaffold::FOLLOW_UP,
        &template_values(about, args.status, date),
        terminal.messages,
    );
    let old = targets::iter_files(&loaded.files).find(|(_, file)| file.path == shown);
    let new = match old {
        Some((id, _)) if report_syntax_errors(id, &loaded, terminal) => {
            return Ok(ExitStatus::ContentErrors);
        }
        Some((_, file)) => indented_addition(&entry, &file.text, &shown)?,
        None => format!(
            "{}\n{entry}",
            targets::follow_ups_file_header(&targets::year_month(date), terminal.messages)
        ),
    };
    let path = root.join(&shown);
    publish::append_text(&path, &new)?;
    let args = [
        ("reference", about.reference.to_string()),
        ("words", about.title.clone()),
    ];
    editor::open_in_editor(
        &path,
        &terminal.message("new-follow-up-next", &args),
        terminal,
    )
}

/// Reads a reference, also as it stands in the page's address: `/6/studi-banding/#usul-p-apbd`.
fn parse_reference(typed: &str) -> Result<Reference, Diagnostic> {
    let plain = typed.trim().trim_matches('/').replace("/#", "/");
    Reference::try_from(plain).map_err(|_| usage_error("reference").arg("found", typed))
}

/// What the follow-up is about.
fn find_target<'f>(
    reference: &Reference,
    found: &'f [FollowUpTarget],
    loaded: &LoadedContent,
) -> Result<&'f FollowUpTarget, Diagnostic> {
    if let Some(about) = found.iter().find(|f| f.reference == *reference) {
        return Ok(about);
    }
    let wrong = reference.to_string();
    if loaded.records.unreadable.may_contain(reference) {
        return Err(usage_error("reference-lost").arg("found", wrong));
    }
    let mut below = Reference {
        commitment: None,
        ..reference.clone()
    };
    if !found.iter().any(|f| f.reference == below) {
        below.entry = None;
    }
    let list = targets::list_children(&below, found, MAX_SUGGESTIONS);
    let list = if list.is_empty() {
        "none".to_owned()
    } else {
        list
    };
    let near = targets::closest_reference(reference, found).unwrap_or_default();
    Err(usage_error("reference-unknown")
        .arg("found", wrong)
        .arg("near", near)
        .arg("list", list))
}

/// Only commitments have a status, and nothing follows up before it was said.
fn check_allowed(
    about: &FollowUpTarget,
    status: Option<Status>,
    date: Day,
    found: &[FollowUpTarget],
) -> Result<(), Diagnostic> {
    let reference = about.reference.to_string();
    if date < about.stop_date {
        let diagnostic = usage_error("follow-up-early")
            .arg("found", date.to_string())
            .arg("reference", reference);
        return Err(diagnostic.arg("since", about.stop_date.to_string()));
    }
    match status {
        Some(status) if about.reference.commitment.is_none() => {
            let own: Vec<&FollowUpTarget> = found
                .iter()
                .filter(|f| f.reference.is_at_or_below(&about.reference))
                .collect();
            let promises = own
                .iter()
                .filter(|f| f.reference.commitment.is_some())
                .take(MAX_SUGGESTIONS);
            let list: Vec<String> = promises
                .map(|f| format!("  {}  {}", f.reference, f.title))
                .collect();
            let list = if list.is_empty() {
                "none".to_owned()
            } else {
                list.join("\n")
            };
            Err(usage_error("status-without-commitment")
                .arg("found", status.key())
                .arg("reference", reference)
                .arg("list", list))
        }
        _ => Ok(()),
    }
}

/// The gaps of the template: `by` and `replaced_by` where the status asks for them (records.md,
/// "Status").
fn template_values(
    about: &FollowUpTarget,
    status: Option<Status>,
    date: Day,
) -> Vec<(&'static str, String)> {
    let line = |key: &str| format!("  #: FollowUp-{key}\n  {key}:\n");
    let needs = match status {
        Some(Status::Superseded) => line("by") + &line("replaced_by"),
        Some(Status::Dropped) => line("by"),
        _ => String::new(),
    };
    let kind = if status == Some(Status::DoneVerified) {
        "      #: scaffold-verified\n      kind:"
    } else {
        "      #: Source-kind\n      # kind: office"
    };
    let status = status.map(Status::key);
    let status = status
        .map(|word| format!("  #: scaffold-status-{word}\n  status: {word}"))
        .unwrap_or_default();
    vec![
        ("about", about.reference.to_string()),
        ("words", about.title.clone()),
        ("date", date.to_string()),
        ("status", status),
        ("needs", needs),
        ("kind", kind.to_owned()),
    ]
}

/// Is the file's YAML itself broken, so that nothing can be added? Then its faults are shown.
fn report_syntax_errors(id: FileId, loaded: &LoadedContent, terminal: &Terminal<'_>) -> bool {
    let own = loaded
        .diagnostics
        .iter()
        .filter(|d| d.span.is_some_and(|s| s.file == id));
    let syntax: Vec<Diagnostic> = own.filter(|d| is_syntax_error(d)).cloned().collect();
    if !syntax.is_empty() {
        terminal.print_diagnostics(&syntax, &loaded.files);
        terminal.emessage("follow-up-broken", &[]);
    }
    !syntax.is_empty()
}

/// Faults of the file as such (J1), but for one in which nothing stands yet.
fn is_syntax_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.is_error()
        && diagnostic.code.id().starts_with("J1")
        && diagnostic.code != crate::diag::Code::EmptyFile
}

/// The entry as it fits to the list that is there; the whole must still be one list.
fn indented_addition(entry: &str, old: &str, shown: &str) -> Result<String, Diagnostic> {
    // The list itself is what is indented least.
    let lines = old.lines().map(|l| l.trim_start_matches('\u{FEFF}'));
    let items = lines.filter(|l| l.trim_start().starts_with("- ") || l.trim() == "-");
    let indent = items
        .map(|l| &l[..l.len() - l.trim_start().len()])
        .min_by_key(|i| i.len())
        .unwrap_or_default();
    let lines = entry.lines().map(|line| {
        if line.is_empty() {
            "\n".to_owned()
        } else {
            format!("{indent}{line}\n")
        }
    });
    let addition: String = lines.collect();
    let gap = if old.trim().is_empty() { "" } else { "\n" };
    let addition = format!("{gap}{addition}");
    let mut diagnostics = Vec::new();
    let whole = format!("{}\n{addition}", old.trim_end());
    let _ = source::parse_standalone::<Vec<Spanned<FollowUp>>>(
        FileKind::FollowUps,
        &whole,
        FileId(0),
        &mut diagnostics,
    );
    if diagnostics.iter().any(is_syntax_error) {
        Err(usage_error("no-list").arg("path", shown))
    } else {
        Ok(addition)
    }
}
