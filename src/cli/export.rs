//! `jhur export`: the records as a workbook, to be filled in with a spreadsheet program and read
//! back by `jhur import`.

use super::args::ExportArgs;
use super::terminal::{Terminal, display_path};
use super::usage_error::usage_error;
use crate::diag::{Diagnostic, ExitStatus};
use crate::editing::workbook::{self, WorkbookInput};
use crate::editing::{RecordFile, record_files};
use crate::source::LoadedContent;
use crate::{publish, source};
use std::path::Path;

pub(super) fn run(
    args: &ExportArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let extension = args.file.extension().unwrap_or_default();
    if !extension.eq_ignore_ascii_case("xlsx") {
        return Err(usage_error("export-name").arg("found", args.file.display().to_string()));
    }
    let loaded = source::load(root)?;
    let Some(files) = editable_record_files(&loaded, terminal) else {
        return Ok(ExitStatus::ContentErrors);
    };
    let input = WorkbookInput {
        files: &files,
        records: &loaded.records,
        langs: &loaded.records.languages(),
        messages: terminal.messages,
    };
    publish::create_file(&args.file, &workbook::build_workbook(input)?)?;
    terminal.emessage("export-done", &[("path", display_path(&args.file))]);
    Ok(ExitStatus::Clean)
}

/// The files of stops and follow-ups. Returns `None` if any of them cannot be changed, after
/// printing why: a workbook without its records would be taken for the whole.
pub(super) fn editable_record_files(
    loaded: &LoadedContent,
    terminal: &Terminal<'_>,
) -> Option<Vec<RecordFile>> {
    match record_files(loaded) {
        Ok(files) => Some(files),
        Err(diagnostics) => {
            terminal.print_diagnostics(&diagnostics, &loaded.files);
            terminal.emessage("sheet-broken", &[]);
            None
        }
    }
}
