//! A diagnostic at a cell: `Aspirasi!C14` with the row around it, in place of a file, a line and a
//! column. Recognising and importing sheets make them; `jhur import` prints them like all others.

use crate::diag::{Diagnostic, SourceFile, SourceMap, Span};
use crate::records::collapse_whitespace;
use crate::spreadsheet::{Sheet, cell_name};
use std::ops::Range;

/// How much of the other cells of a row is shown, in characters.
const MAX_CELL_CHARS: usize = 30;
/// Between the cells of a row.
const CELL_SEPARATOR: &str = " | ";
/// Stands for an empty cell, and for the rest of a long one.
const ELLIPSIS: &str = "…";

/// A diagnostic at a cell.
#[derive(Clone, Debug)]
pub struct CellDiagnostic {
    /// What is wrong.
    pub diagnostic: Diagnostic,
    /// The name of the cell: `Aspirasi!C14`; of the sheet alone if it is about all of it.
    address: String,
    row: u32,
    /// The content of the row, shown in place of a line of a file.
    row_text: String,
    /// Where in it the cell is.
    range: Range<usize>,
}

impl CellDiagnostic {
    /// At a cell, whose heading is in another row.
    pub(super) fn at_cell(
        sheet: &Sheet,
        heading_row: u32,
        row: u32,
        column: u32,
        diagnostic: Diagnostic,
    ) -> Self {
        let (row_text, range) = row_content(sheet, heading_row, row, column);
        Self {
            diagnostic,
            address: format!("{}!{}", sheet.name, cell_name(row, column)),
            row,
            row_text,
            range,
        }
    }

    /// At a sheet as a whole.
    pub(super) fn at_sheet(sheet: &Sheet, diagnostic: Diagnostic) -> Self {
        Self {
            diagnostic,
            address: sheet.name.clone(),
            row: 1,
            row_text: String::new(),
            range: 0..0,
        }
    }

    /// The diagnostic, with its row added to the files.
    pub fn into_diagnostic(self, files: &mut SourceMap) -> Diagnostic {
        let id = files.insert_sheet_row(
            SourceFile {
                path: self.address,
                text: self.row_text,
            },
            self.row as usize,
        );
        Diagnostic {
            span: Some(Span::new(id, self.range)),
            ..self.diagnostic
        }
    }
}

/// The content of a row, cell by cell behind its heading, and where in it the cell of a column is.
fn row_content(sheet: &Sheet, heading_row: u32, row: u32, column: u32) -> (String, Range<usize>) {
    let cell_text = |row: u32, column: u32| {
        let cell = sheet.rows.get(&row).and_then(|cells| cells.get(&column));
        cell.map_or_else(String::new, |cell| collapse_whitespace(&cell.text))
    };
    let cells = sheet.rows.get(&row).into_iter().flatten();
    let mut columns: Vec<u32> = cells.map(|(column, _)| *column).collect();
    // The cell itself may be the empty one that should not be empty.
    if let Err(at) = columns.binary_search(&column) {
        columns.insert(at, column);
    }
    let (mut text, mut range) = (String::new(), 0..0);
    for at in columns {
        if !text.is_empty() {
            text.push_str(CELL_SEPARATOR);
        }
        let heading = cell_text(heading_row, at);
        if row != heading_row && !heading.is_empty() {
            text.extend([&*heading, ": "]);
        }
        let content = cell_text(row, at);
        let start = text.len();
        match content.char_indices().nth(MAX_CELL_CHARS) {
            Some((end, _)) if at != column => text.extend([&content[..end], ELLIPSIS]),
            _ if content.is_empty() => text.push_str(ELLIPSIS),
            _ => text.push_str(&content),
        }
        if at == column {
            range = start..text.len();
        }
    }
    (text, range)
}
