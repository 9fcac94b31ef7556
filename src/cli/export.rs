//! `jhur export`: the records as a workbook, to be filled in with a spreadsheet program and read
//! back by `jhur import`.

use super::args::ExportArgs;
use super::editor;
use super::terminal::Terminal;
use super::usage_error::usage_error;
use crate::diag::{Diagnostic, ExitStatus, FileId, SourceMap};
use crate::editing::workbook::{self, RecordFile, WorkbookInput};
use crate::records::{Lang, Site};
use crate::source::LoadedContent;
use crate::{publish, source};
use std::path::Path;

pub(super) fn run(
    args: &ExportArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    if !args
        .file
        .extension()
        .is_some_and(|end| end.eq_ignore_ascii_case("xlsx"))
    {
        return Err(usage_error("export-name").arg("found", args.file.display().to_string()));
    }
    let loaded = source::load(root)?;
    let Some(files) = readable_record_files(&loaded, terminal) else {
        return Ok(ExitStatus::ContentErrors);
    };
    let langs = site_languages(&loaded);
    let options = WorkbookInput {
        files: &files,
        records: &loaded.records,
        langs: &langs,
        messages: terminal.messages,
    };
    publish::create_file(&args.file, &workbook::build_workbook(options)?)?;
    terminal.emessage("export-done", &[("path", editor::display_path(&args.file))]);
    Ok(ExitStatus::Clean)
}

/// The files of stops and follow-ups; none, and a word about it, if one cannot be read whole.
pub(super) fn readable_record_files(
    loaded: &LoadedContent,
    terminal: &Terminal<'_>,
) -> Option<Vec<RecordFile>> {
    let broken = match workbook::record_files(loaded) {
        Ok(files) => return Some(files),
        Err(broken) => broken,
    };
    let is_in = |id: FileId| broken.contains(&id);
    let diagnostics: Vec<Diagnostic> = loaded
        .diagnostics
        .iter()
        .filter(|d| d.span.is_some_and(|s| is_in(s.file)))
        .cloned()
        .collect();
    report_unreadable(&diagnostics, &loaded.files, terminal);
    None
}

fn report_unreadable(diagnostics: &[Diagnostic], files: &SourceMap, terminal: &Terminal<'_>) {
    terminal.print_diagnostics(diagnostics, files);
    terminal.emessage("sheet-broken", &[]);
}

/// The site's languages; Indonesian if site.yaml cannot be read.
pub(super) fn site_languages(loaded: &LoadedContent) -> Vec<Lang> {
    let all = |site: &Site| site.languages.iter().map(|lang| lang.value).collect();
    loaded
        .records
        .site
        .as_ref()
        .map_or_else(|| vec![Lang::Id], all)
}
