//! `jhur import`: the rows of a spreadsheet as changes to the records; only shown, unless they are to be written.
//!
//! Everything is judged before anything is written: the sheets themselves, then the records as they would be, by the rules of `check`.

use super::args::Import;
use super::terminal::Screen;
use super::{Ended, as_of, export};
use crate::diag::{Code, Diagnostic, Files, sort};
use crate::editing::targets;
use crate::editing::workbook::{self, ImportResult, RecordFile, SheetKind};
use crate::records::Lang;
use crate::source::Overrides;
use crate::spreadsheet;
use crate::{editing, publish, source};
use similar::{ChangeTag, TextDiff};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

/// How many records that have no row are named, of each kind.
const MOST_NAMED: usize = 5;
/// How many lines are shown around a change.
const AROUND: usize = 2;
/// Colours of what goes and what comes; taken out where there are none.
const WENT: &str = "\u{1B}[31m";
const CAME: &str = "\u{1B}[32m";
const PLAIN: &str = "\u{1B}[0m";

pub(super) fn run(args: &Import, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let found = spreadsheet::read_spreadsheet(&args.file)?;
    let loaded = source::load(root)?;
    let Some(files) = export::originals(&loaded, screen) else { return Ok(Ended::Faults) };
    let before: BTreeMap<String, String> = files.iter().map(|f| (f.path.clone(), f.text.clone())).collect();
    let main = export::languages(&loaded).first().copied().unwrap_or(Lang::Id);
    let taken = workbook::import_sheets(found, files, main);
    if taken.cell_map.is_empty() && taken.diagnostics.iter().all(|fault| !fault.diagnostic.is_error()) {
        let path = args.file.display().to_string();
        return Err(Diagnostic::nowhere(Code::BadSpreadsheet).with("path", path).with("case", "no-sheet"));
    }
    let (texts, faults) = texts(&taken, &before, screen);
    if let Some(ended) = refused(faults, &taken, &texts, root, screen)? {
        return Ok(ended);
    }
    screen
        .data(&texts.iter().map(|(path, text)| difference(path, before.get(path), text, screen)).collect::<String>())?;
    kept(&taken.without_row, screen);
    let count = [("count", texts.len().to_string())];
    match (texts.is_empty(), args.write) {
        (true, _) => screen.tell("import-nothing", &[]),
        (_, false) => screen.tell("import-would", &count),
        (_, true) => {
            let change = |(path, text): (&String, &String)| publish::FileEdit {
                path: root.join(path),
                base_text: before.get(path).cloned(),
                new_text: text.clone(),
            };
            publish::apply_edits(&texts.iter().map(change).collect::<Vec<_>>())?;
            screen.tell("imported", &count);
        }
    }
    Ok(Ended::Clean)
}

/// The files that are to say something else; and those that cannot be changed without risk.
fn texts(taken: &ImportResult, before: &BTreeMap<String, String>, screen: &Screen<'_>) -> (Overrides, Vec<Diagnostic>) {
    let (mut texts, mut faults) = (Overrides::new(), Vec::new());
    for RecordFile { path, text, value } in &taken.files {
        let head = if before.contains_key(path) { String::new() } else { head(path, screen) };
        match editing::rewrite_yaml(text, value) {
            Some(new) => drop(texts.insert(path.clone(), head + &new)),
            None => faults.push(Diagnostic::nowhere(Code::NotChangeable).with("path", &**path)),
        }
    }
    (texts, faults)
}

/// The first lines of a new file.
fn head(path: &str, screen: &Screen<'_>) -> String {
    let month = path.strip_prefix("content/follow-ups/").and_then(|name| name.strip_suffix(".yaml"));
    month.map(|month| targets::follow_ups_file_header(month, screen.words)).unwrap_or_default()
}

/// Shows what is wrong, if anything is: nothing is written then.
fn refused(
    faults: Vec<Diagnostic>,
    taken: &ImportResult,
    texts: &Overrides,
    root: &Path,
    screen: &Screen<'_>,
) -> Result<Option<Ended>, Diagnostic> {
    let outcome = crate::check_as_if(root, as_of::chosen(None, screen.env)?, texts);
    let mut files: Files = outcome.files;
    let mut all: Vec<Diagnostic> =
        taken.diagnostics.iter().cloned().map(|fault| fault.into_diagnostic(&mut files)).collect();
    all.extend(faults);
    // What may follow from a row that could not be taken is not said; what cannot be read in a cell follows from nothing.
    let are_all_taken = !all.iter().any(Diagnostic::is_error);
    let is_said = |fault: &Diagnostic| fault.is_error() && (are_all_taken || fault.code.is_about_reading());
    all.extend(taken.cell_map.relocate(outcome.diagnostics.into_iter().filter(is_said).collect(), &mut files));
    sort(&mut all);
    if all.is_empty() {
        return Ok(None);
    }
    screen.faults(&all, &files);
    if !all.iter().any(Diagnostic::is_error) {
        return Ok(None);
    }
    screen.tell("import-refused", &[]);
    Ok(Some(Ended::by(&all)))
}

/// Says which records of the sheets' kinds have no row.
fn kept(kept: &BTreeMap<SheetKind, Vec<String>>, screen: &Screen<'_>) {
    for (table, names) in kept {
        let more = names.len().saturating_sub(MOST_NAMED);
        let named: Vec<&str> = names.iter().take(MOST_NAMED).map(String::as_str).collect();
        let args = [
            ("sheet", table.sheet_name(screen.words)),
            ("count", names.len().to_string()),
            ("names", named.join(", ")),
            ("more", more.to_string()),
        ];
        screen.tell("import-kept", &args);
    }
}

/// The lines of a file that go and come, with their numbers, and some around them.
fn difference(path: &str, old: Option<&String>, new: &str, screen: &Screen<'_>) -> String {
    let heading = if old.is_some() { "import-changed" } else { "import-new" };
    let mut text = screen.say(heading, &[("path", path.to_owned())]) + "\n";
    let diff = TextDiff::from_lines(old.map_or("", String::as_str), new);
    for (n, group) in diff.grouped_ops(AROUND).iter().enumerate() {
        text.push_str(if n == 0 { "" } else { "     …\n" });
        for change in group.iter().flat_map(|op| diff.iter_changes(op)) {
            let (sign, colour) = match change.tag() {
                ChangeTag::Equal => (' ', ""),
                ChangeTag::Delete => ('-', WENT),
                ChangeTag::Insert => ('+', CAME),
            };
            let number = change.new_index().or(change.old_index()).map_or(0, |n| n + 1);
            let _ = writeln!(text, "{colour}{number:>5} {sign} {}{PLAIN}", change.value().trim_end());
        }
    }
    text + "\n"
}
