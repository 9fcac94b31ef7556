//! `jhur new follow-up`: appends an entry to its month's file, with the fields that its status
//! needs; the text before it stays byte for byte.
//!
//! The entry is a draft in which `text` and `publisher` are empty. A follow-up asserts that
//! something happened and who says so, so that a placeholder would be a false statement: `jhur
//! check` names each line until it is filled in.

use super::args::NewFollowUpArgs;
use super::open_in_editor::open_in_editor;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use super::{as_of, scaffold};
use crate::diag::{Code, Diagnostic, ExitStatus, FileId};
use crate::editing::targets::{FollowUpTarget, closest_reference, follow_up_targets, list_below};
use crate::editing::{file_diagnostics, paths};
use crate::publish;
use crate::records::{Day, FollowUp, Records, Reference, Spanned, Status, schema::FileKind};
use crate::source::{self, LoadedContent};
use std::path::Path;

/// How many records are listed where a reference is wrong.
const MAX_SUGGESTIONS: usize = 12;

pub(super) fn run(
    args: &NewFollowUpArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let reference = parse_reference(&args.reference)?;
    let date = as_of::parse_day(args.date.trim(), "--date")?;
    let loaded = source::load(root)?;
    let targets = follow_up_targets(&loaded.records);
    let about = find_target(&reference, &targets, &loaded)?;
    check_allowed(about, args.status, date, &targets)?;
    let shown = paths::follow_ups_file_path(date);
    let reopens = args.status.is_some_and(|status| !status.is_done())
        && is_done_by(&about.reference, date, &loaded.records);
    let entry = scaffold::fill_template(
        scaffold::FOLLOW_UP,
        &template_values(about, args.status, reopens, date),
        terminal.messages,
    );
    let new = match loaded.files.find(&shown) {
        Some((id, _)) if report_syntax_errors(id, &loaded, terminal) => {
            return Ok(ExitStatus::ContentErrors);
        }
        Some((_, file)) => indented_addition(&entry, &file.text, &shown)?,
        None => {
            let header = paths::new_file_header(&shown, terminal.messages);
            format!("{header}\n{entry}")
        }
    };
    let path = root.join(&shown);
    publish::append_text(&path, &new)?;
    let args = [
        ("reference", about.reference.to_string()),
        ("words", about.title.clone()),
    ];
    let next = terminal.message("new-follow-up-next", &args);
    open_in_editor(&path, &next, terminal)
}

/// Parses a reference, also in the form of the page's address: `/6/studi-banding/#usul-p-apbd`.
fn parse_reference(typed: &str) -> Result<Reference, Diagnostic> {
    let text = typed.trim().trim_matches('/').replace("/#", "/");
    Reference::try_from(text).map_err(|_| usage_error("reference").arg("found", typed))
}

/// What the follow-up is about.
///
/// # Errors
/// If there is no such record, with those that may have been meant.
fn find_target<'f>(
    reference: &Reference,
    targets: &'f [FollowUpTarget],
    loaded: &LoadedContent,
) -> Result<&'f FollowUpTarget, Diagnostic> {
    if let Some(about) = targets.iter().find(|t| t.reference == *reference) {
        return Ok(about);
    }
    let wrong = reference.to_string();
    // A record that could not be read whole may well have it.
    if loaded.records.unreadable.may_contain(reference) {
        return Err(usage_error("reference-lost").arg("found", wrong));
    }
    // List what is below the entry if that exists, or else below the stop.
    let mut below = Reference {
        commitment: None,
        ..reference.clone()
    };
    if !targets.iter().any(|t| t.reference == below) {
        below.entry = None;
    }
    let list = list_below(&below, targets, MAX_SUGGESTIONS, |_| true);
    let near = closest_reference(reference, targets).unwrap_or_default();
    Err(usage_error("reference-unknown")
        .arg("found", wrong)
        .arg("near", near)
        .arg("list", list))
}

/// Refuses a status for anything but a commitment, and a day before that of the stop.
fn check_allowed(
    about: &FollowUpTarget,
    status: Option<Status>,
    date: Day,
    targets: &[FollowUpTarget],
) -> Result<(), Diagnostic> {
    let reference = about.reference.to_string();
    if date < about.stop_date {
        return Err(usage_error("follow-up-early")
            .arg("found", date.to_string())
            .arg("reference", reference)
            .arg("since", about.stop_date.to_string()));
    }
    match status {
        Some(status) if about.reference.commitment.is_none() => {
            let list = list_below(&about.reference, targets, MAX_SUGGESTIONS, |below| {
                below.commitment.is_some()
            });
            Err(usage_error("status-without-commitment")
                .arg("found", status.key())
                .arg("reference", reference)
                .arg("list", list))
        }
        _ => Ok(()),
    }
}

/// Whether the last status that a commitment has by that day says that it is done.
fn is_done_by(about: &Reference, day: Day, records: &Records) -> bool {
    let mut last: Option<(Day, Status)> = None;
    for follow_up in records.follow_ups.iter().filter(|f| !f.draft) {
        let date = *follow_up.date;
        // Of several on one day the last in the files counts, as in the rules.
        if date <= day
            && last.is_none_or(|(latest, _)| latest <= date)
            && follow_up.about.0.iter().any(|known| known.value == *about)
            && let Some(status) = &follow_up.status
        {
            last = Some((date, status.value));
        }
    }
    last.is_some_and(|(_, status)| status.is_done())
}

/// The values of the template: `by` and `replaced_by` where the status needs them, `reopens` where
/// what it is about is done.
fn template_values(
    about: &FollowUpTarget,
    status: Option<Status>,
    reopens: bool,
    date: Day,
) -> Vec<(&'static str, String)> {
    let line = |key: &str| format!("  #: FollowUp-{key}\n  {key}:\n");
    let mut needed = match status {
        Some(Status::Superseded) => line("by") + &line("replaced_by"),
        Some(Status::Dropped) => line("by"),
        _ => String::new(),
    };
    if reopens {
        needed.push_str("  #: scaffold-reopens\n  reopens: true\n");
    }
    // Only a verified completion needs another kind of source than the office itself.
    let kind = if status == Some(Status::DoneVerified) {
        "      #: scaffold-verified\n      kind:"
    } else {
        "      #: Source-kind\n      # kind: office"
    };
    let status = match status.map(Status::key) {
        Some(key) => format!("  #: scaffold-status-{key}\n  status: {key}"),
        None => String::new(),
    };
    vec![
        ("about", about.reference.to_string()),
        ("words", about.title.clone()),
        ("date", date.to_string()),
        ("status", status),
        ("needs", needed),
        ("kind", kind.to_owned()),
    ]
}

/// Prints why nothing can be added to the file: errors of its YAML or its encoding. Returns whether
/// there are any; what is wrong with single records does not matter here.
fn report_syntax_errors(id: FileId, loaded: &LoadedContent, terminal: &Terminal<'_>) -> bool {
    let mut errors = file_diagnostics(loaded, id);
    errors.retain(is_syntax_error);
    if !errors.is_empty() {
        terminal.print_diagnostics(&errors, &loaded.files);
        terminal.emessage("follow-up-broken", &[]);
    }
    !errors.is_empty()
}

/// Whether an error is about the file as such (J1); an empty file can be added to.
fn is_syntax_error(diagnostic: &Diagnostic) -> bool {
    diagnostic.is_error()
        && diagnostic.code.id().starts_with("J1")
        && diagnostic.code != Code::EmptyFile
}

/// The entry, indented like the list in the file's text.
///
/// # Errors
/// If both together are no list.
fn indented_addition(entry: &str, old: &str, shown: &str) -> Result<String, Diagnostic> {
    let mut indent: Option<&str> = None;
    for line in old.lines() {
        let line = line.trim_start_matches('\u{FEFF}');
        let item = line.trim_start();
        if item.starts_with("- ") || item.trim_end() == "-" {
            let own = &line[..line.len() - item.len()];
            // Lists within the entries are indented further than the list of entries.
            if indent.is_none_or(|least| own.len() < least.len()) {
                indent = Some(own);
            }
        }
    }
    let indent = indent.unwrap_or_default();
    let mut addition = String::new();
    if !old.trim().is_empty() {
        addition.push('\n');
    }
    for line in entry.lines() {
        if !line.is_empty() {
            addition.extend([indent, line]);
        }
        addition.push('\n');
    }
    // Appended to a map, or behind `[]`, the entry would make the file unreadable.
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
