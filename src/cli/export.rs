//! `jhur export`: the records as a workbook, to be read and filled in with a spreadsheet program; `jhur import` reads it back.

use super::args::Export;
use super::terminal::Screen;
use super::{Ended, bad, editor};
use crate::diag::{Diagnostic, FileId, Files};
use crate::editing::workbook::{self, RecordFile, WorkbookInput};
use crate::records::{Lang, Site};
use crate::source::LoadedContent;
use crate::{publish, source};
use std::path::Path;

pub(super) fn run(args: &Export, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    if !args.file.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx")) {
        return Err(bad("export-name").with("found", args.file.display().to_string()));
    }
    let loaded = source::load(root)?;
    let Some(files) = originals(&loaded, screen) else { return Ok(Ended::Faults) };
    let langs = languages(&loaded);
    let order = WorkbookInput { files: &files, records: &loaded.records, langs: &langs, messages: screen.words };
    publish::create_file(&args.file, &workbook::build_workbook(order)?)?;
    screen.tell("export-done", &[("path", editor::shown(&args.file))]);
    Ok(Ended::Clean)
}

/// The files of stops and follow-ups; none, and a word about it, if one cannot be read whole.
pub(super) fn originals(loaded: &LoadedContent, screen: &Screen<'_>) -> Option<Vec<RecordFile>> {
    let broken = match workbook::record_files(loaded) {
        Ok(files) => return Some(files),
        Err(broken) => broken,
    };
    let is_in = |id: FileId| broken.contains(&id);
    let faults: Vec<Diagnostic> =
        loaded.diagnostics.iter().filter(|d| d.span.is_some_and(|s| is_in(s.file))).cloned().collect();
    tell(&faults, &loaded.files, screen);
    None
}

fn tell(faults: &[Diagnostic], files: &Files, screen: &Screen<'_>) {
    screen.faults(faults, files);
    screen.tell("sheet-broken", &[]);
}

/// The site's languages; Indonesian if site.yaml cannot be read.
pub(super) fn languages(loaded: &LoadedContent) -> Vec<Lang> {
    let all = |site: &Site| site.languages.iter().map(|lang| lang.value).collect();
    loaded.records.site.as_ref().map_or_else(|| vec![Lang::Id], all)
}
