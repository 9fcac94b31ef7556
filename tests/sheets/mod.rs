//! Spreadsheets there and back. All records that are not from content/ are made up.

mod back;
mod files;
mod rows;

use jhur::diag::messages::{Language, Messages};
use jhur::editing::workbook::{WorkbookInput, build_workbook};
use jhur::editing::{RecordFile, record_files};
use jhur::records::Lang;
use jhur::spreadsheet::{Sheet, read_spreadsheet};
use rust_xlsxwriter::Workbook;
use std::path::Path;
use tempfile::TempDir;

/// The workbook of a site, and the files from which it was made.
fn exported(root: &Path, language: Language) -> (Vec<u8>, Vec<RecordFile>) {
    let loaded = jhur::source::load(root).unwrap();
    let files = record_files(&loaded).unwrap();
    let site = loaded.records.site.as_ref().unwrap();
    let langs: Vec<Lang> = site.languages.iter().map(|lang| lang.value).collect();
    let messages = Messages::built_in(language);
    let input = WorkbookInput {
        files: &files,
        records: &loaded.records,
        langs: &langs,
        messages: &messages,
    };
    (build_workbook(input).unwrap(), files)
}

/// The sheets of a file's bytes.
fn read(name: &str, bytes: &[u8]) -> Result<Vec<Sheet>, String> {
    let dir = TempDir::new().unwrap();
    let path = dir.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    read_spreadsheet(&path).map_err(|fault| {
        fault
            .args
            .iter()
            .find(|(name, _)| *name == "case")
            .unwrap()
            .1
            .clone()
    })
}

/// A workbook of texts: names of sheets, and their rows.
fn book(pages: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut book = Workbook::new();
    for (name, rows) in pages {
        let sheet = book.add_worksheet().set_name(*name).unwrap();
        for (r, row) in (0..).zip(*rows) {
            for (c, text) in (0..).zip(*row).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(r, c, *text).unwrap();
            }
        }
    }
    book.save_to_buffer().unwrap()
}
