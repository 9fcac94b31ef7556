//! `jhur import`: the rows of a spreadsheet as changes to the records; only shown, unless they are to be written.
//!
//! Everything is judged before anything is written: the sheets themselves, then the records as they would be, by the rules of `check`.

use super::args::ImportArgs;
use super::terminal::Terminal;
use super::{ExitStatus, as_of, export};
use crate::diag::{Code, Diagnostic, SourceMap, sort_and_dedup};
use crate::editing::workbook::{self, ImportResult, SheetKind};
use crate::editing::{RecordFile, paths, rewrite_yaml};
use crate::records::Lang;
use crate::source::Overrides;
use crate::spreadsheet;
use crate::{publish, source};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// How many records that have no row are named, of each kind.
const MAX_NAMED: usize = 5;
/// How many lines are shown around a change.
const CONTEXT_LINES: usize = 2;
/// Colours of what goes and what comes; taken out where there are none.
const DELETED: &str = "\u{1B}[31m";
const INSERTED: &str = "\u{1B}[32m";
const RESET: &str = "\u{1B}[0m";

pub(super) fn run(
    args: &ImportArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let found = spreadsheet::read_spreadsheet(&args.file)?;
    let loaded = source::load(root)?;
    let Some(files) = export::editable_record_files(&loaded, terminal) else {
        return Ok(ExitStatus::ContentErrors);
    };
    let before: BTreeMap<String, String> = files
        .iter()
        .map(|f| (f.path.clone(), f.text.clone()))
        .collect();
    let langs = loaded.records.languages();
    let main = langs.first().copied().unwrap_or(Lang::Id);
    let taken = workbook::import_sheets(found, files, main);
    if taken.cell_map.is_empty()
        && taken
            .diagnostics
            .iter()
            .all(|fault| !fault.diagnostic.is_error())
    {
        let path = args.file.display().to_string();
        return Err(Diagnostic::without_span(Code::BadSpreadsheet)
            .arg("path", path)
            .arg("case", "no-sheet"));
    }
    let (texts, faults) = rewritten_files(&taken, &before, terminal);
    if let Some(ended) = report_problems(faults, &taken, &texts, root, terminal)? {
        return Ok(ended);
    }
    terminal.print_data(
        &texts
            .iter()
            .map(|(path, text)| render_diff(path, before.get(path), text, terminal))
            .collect::<String>(),
    )?;
    report_missing_rows(&taken.without_row, terminal);
    let count = [("count", texts.len().to_string())];
    match (texts.is_empty(), args.write) {
        (true, _) => terminal.emessage("import-nothing", &[]),
        (_, false) => terminal.emessage("import-would", &count),
        (_, true) => {
            let change = |(path, text): (&String, &String)| publish::FileEdit {
                path: root.join(path),
                base_text: before.get(path).cloned(),
                new_text: text.clone(),
            };
            publish::apply_edits(&texts.iter().map(change).collect::<Vec<_>>())?;
            terminal.emessage("imported", &count);
        }
    }
    Ok(ExitStatus::Clean)
}

/// The files that are to say something else; and those that cannot be changed without risk.
fn rewritten_files(
    taken: &ImportResult,
    before: &BTreeMap<String, String>,
    terminal: &Terminal<'_>,
) -> (Overrides, Vec<Diagnostic>) {
    let (mut texts, mut faults) = (Overrides::new(), Vec::new());
    for RecordFile { path, text, value } in &taken.files {
        let head = if before.contains_key(path) {
            String::new()
        } else {
            paths::new_file_header(path, terminal.messages)
        };
        match rewrite_yaml(text, value) {
            Some(new) => drop(texts.insert(path.clone(), head + &new)),
            None => faults.push(
                Diagnostic::without_span(Code::NotEditable)
                    .arg("path", &**path)
                    .arg("case", "layout"),
            ),
        }
    }
    (texts, faults)
}

/// Shows what is wrong, if anything is: nothing is written then.
fn report_problems(
    faults: Vec<Diagnostic>,
    taken: &ImportResult,
    texts: &Overrides,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<Option<ExitStatus>, Diagnostic> {
    let outcome =
        crate::check_with_overrides(root, as_of::resolve_as_of(None, terminal.env)?, texts);
    let mut files: SourceMap = outcome.files;
    let mut all: Vec<Diagnostic> = taken
        .diagnostics
        .iter()
        .cloned()
        .map(|fault| fault.into_diagnostic(&mut files))
        .collect();
    all.extend(faults);
    // What may follow from a row that could not be taken is not said; what cannot be read in a cell follows from nothing.
    let are_all_taken = !all.iter().any(Diagnostic::is_error);
    let is_said =
        |fault: &Diagnostic| fault.is_error() && (are_all_taken || fault.code.is_read_error());
    all.extend(taken.cell_map.relocate(
        outcome.diagnostics.into_iter().filter(is_said).collect(),
        &mut files,
    ));
    sort_and_dedup(&mut all);
    if all.is_empty() {
        return Ok(None);
    }
    terminal.print_diagnostics(&all, &files);
    if !all.iter().any(Diagnostic::is_error) {
        return Ok(None);
    }
    terminal.emessage("import-refused", &[]);
    Ok(Some(ExitStatus::from_diagnostics(&all)))
}

/// Says which records of the sheets' kinds have no row.
fn report_missing_rows(kept: &BTreeMap<SheetKind, Vec<String>>, terminal: &Terminal<'_>) {
    for (table, names) in kept {
        let more = names.len().saturating_sub(MAX_NAMED);
        let named: Vec<&str> = names.iter().take(MAX_NAMED).map(String::as_str).collect();
        let args = [
            ("sheet", table.sheet_name(terminal.messages)),
            ("count", names.len().to_string()),
            ("names", named.join(", ")),
            ("more", more.to_string()),
        ];
        terminal.emessage("import-kept", &args);
    }
}

/// The lines of a file that go and come, with their numbers, and some around them.
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
            let number = change
                .new_index()
                .or(change.old_index())
                .map_or(0, |n| n + 1);
            let _ = writeln!(
                text,
                "{colour}{number:>5} {sign} {}{RESET}",
                change.value().trim_end()
            );
        }
    }
    text + "\n"
}
