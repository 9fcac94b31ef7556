//! `jhur import`: applies the rows of a spreadsheet to the records; without `--write` it only shows
//! the changes.
//!
//! Everything is checked before anything is written: first the sheets, then the records as they
//! would be, by the rules of `jhur check`.

use super::args::ImportArgs;
use super::terminal::Terminal;
use super::{as_of, export};
use crate::diag::{Code, Diagnostic, ExitStatus, SourceMap, sort_and_dedup};
use crate::editing::workbook::{self, ImportResult, SheetKind};
use crate::editing::{RecordFile, paths, rewrite_yaml};
use crate::pipeline::check_with_overrides;
use crate::records::Lang;
use crate::source::Overrides;
use crate::spreadsheet;
use crate::{publish, source};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// How many records without a row are named, of each kind.
const MAX_NAMED: usize = 5;
/// How many lines are shown around a change.
const CONTEXT_LINES: usize = 2;
/// Colours of removed and added lines; the terminal removes them where there are none.
const DELETED: &str = "\u{1B}[31m";
const INSERTED: &str = "\u{1B}[32m";
const RESET: &str = "\u{1B}[0m";

pub(super) fn run(
    args: &ImportArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let sheets = spreadsheet::read_spreadsheet(&args.file)?;
    let loaded = source::load(root)?;
    let Some(files) = export::editable_record_files(&loaded, terminal) else {
        return Ok(ExitStatus::ContentErrors);
    };
    let before: BTreeMap<String, String> = files
        .iter()
        .map(|file| (file.path.clone(), file.text.clone()))
        .collect();
    let langs = loaded.records.languages();
    let main = langs.first().copied().unwrap_or(Lang::Id);
    let imported = workbook::import_sheets(sheets, files, main);
    let has_errors = imported.diagnostics.iter().any(|d| d.diagnostic.is_error());
    // Without an error there must be a sheet, or the command would say that nothing changed.
    if imported.cell_map.is_empty() && !has_errors {
        return Err(Diagnostic::without_span(Code::BadSpreadsheet)
            .arg("path", args.file.display().to_string())
            .arg("case", "no-sheet"));
    }
    let (texts, not_editable) = rewritten_files(&imported, &before, terminal);
    if let Some(status) = report_problems(not_editable, &imported, &texts, root, terminal)? {
        return Ok(status);
    }
    let mut diff = String::new();
    for (path, text) in &texts {
        diff += &render_diff(path, before.get(path), text, terminal);
    }
    terminal.print_data(&diff)?;
    report_missing_rows(&imported.without_row, terminal);
    if texts.is_empty() {
        terminal.emessage("import-nothing", &[]);
    } else if args.write {
        let mut edits = Vec::new();
        for (path, text) in &texts {
            // With the text that was read: what somebody saved meanwhile is not overwritten.
            edits.push(publish::FileEdit {
                path: root.join(path),
                base_text: before.get(path).cloned(),
                new_text: text.clone(),
            });
        }
        publish::apply_edits(&edits)?;
        terminal.emessage_count("imported", texts.len());
    } else {
        terminal.emessage_count("import-would", texts.len());
    }
    Ok(ExitStatus::Clean)
}

/// The new texts of the files whose content changed, and an error for each file that cannot be
/// changed safely.
fn rewritten_files(
    imported: &ImportResult,
    before: &BTreeMap<String, String>,
    terminal: &Terminal<'_>,
) -> (Overrides, Vec<Diagnostic>) {
    let (mut texts, mut not_editable) = (Overrides::new(), Vec::new());
    for RecordFile { path, text, value } in &imported.files {
        let Some(new) = rewrite_yaml(text, value) else {
            let error = Diagnostic::without_span(Code::NotEditable);
            not_editable.push(error.arg("path", &**path).arg("case", "layout"));
            continue;
        };
        let header = if before.contains_key(path) {
            String::new()
        } else {
            paths::new_file_header(path, terminal.messages)
        };
        texts.insert(path.clone(), header + &new);
    }
    (texts, not_editable)
}

/// Prints what is wrong with the sheets, and with the records as they would be. Returns the exit
/// status if anything prevents writing.
fn report_problems(
    not_editable: Vec<Diagnostic>,
    imported: &ImportResult,
    texts: &Overrides,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<Option<ExitStatus>, Diagnostic> {
    let as_of = as_of::resolve(None, terminal.env)?;
    let report = check_with_overrides(root, as_of, texts);
    let mut files: SourceMap = report.files;
    let mut all: Vec<Diagnostic> = Vec::new();
    for cell in &imported.diagnostics {
        all.push(cell.clone().into_diagnostic(&mut files));
    }
    all.extend(not_editable);
    // Where a row was rejected, errors of the records may only follow from that; what cannot be
    // read in a cell follows from nothing.
    let is_complete = !all.iter().any(Diagnostic::is_error);
    let mut errors = report.diagnostics;
    errors.retain(|d| d.is_error() && (is_complete || d.code.is_read_error()));
    all.extend(imported.cell_map.relocate(errors, &mut files));
    sort_and_dedup(&mut all);
    terminal.print_diagnostics(&all, &files);
    if !all.iter().any(Diagnostic::is_error) {
        return Ok(None);
    }
    terminal.emessage("import-refused", &[]);
    Ok(Some(ExitStatus::from_diagnostics(&all)))
}

/// Prints which records have no row although there is a sheet for their kind: they stay.
fn report_missing_rows(without_row: &BTreeMap<SheetKind, Vec<String>>, terminal: &Terminal<'_>) {
    for (kind, names) in without_row {
        let more = names.len().saturating_sub(MAX_NAMED);
        let named: Vec<&str> = names.iter().take(MAX_NAMED).map(String::as_str).collect();
        let args = [
            ("sheet", kind.sheet_name(terminal.messages)),
            ("count", names.len().to_string()),
            ("names", named.join(", ")),
            ("more", more.to_string()),
        ];
        terminal.emessage("import-kept", &args);
    }
}

/// The removed and added lines of a file with their numbers, and some lines around them.
fn render_diff(path: &str, old: Option<&String>, new: &str, terminal: &Terminal<'_>) -> String {
    let heading = if old.is_some() {
        "import-changed"
    } else {
        "import-new"
    };
    let mut text = terminal.message(heading, &[("path", path.to_owned())]) + "\n";
    let diff = TextDiff::from_lines(old.map_or("", String::as_str), new);
    for (n, group) in diff.grouped_ops(CONTEXT_LINES).iter().enumerate() {
        text.push_str(if n == 0 { "" } else { "     …\n" });
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (sign, colour) = match change.tag() {
                ChangeTag::Equal => (' ', ""),
                ChangeTag::Delete => ('-', DELETED),
                ChangeTag::Insert => ('+', INSERTED),
            };
            // Removed lines have a number only in the old file.
            let index = change.new_index().or(change.old_index());
            let (number, line) = (index.map_or(0, |n| n + 1), change.value().trim_end());
            let _ = writeln!(text, "{colour}{number:>5} {sign} {line}{RESET}");
        }
    }
    text + "\n"
}
