//! Which rows became which records, so that `jhur import` shows what the rules find wrong in a
//! record at its cell.

use super::cell_diagnostics::CellDiagnostic;
use super::recognise::RecognisedSheet;
use crate::diag::{Code, Diagnostic, SourceMap};
use crate::editing::{FieldLocation, RecordPath};
use crate::source::parse_strict;
use std::collections::BTreeMap;

/// Which rows became which records.
pub struct CellMap {
    pub(super) sheets: Vec<RecognisedSheet>,
    /// For each record its row, with the index of its sheet; `None` for a record that has no row.
    pub(super) rows: RowsByRecord,
}

/// By path of the file and place in it, the index of a sheet and the number of a row.
pub(super) type RowsByRecord = BTreeMap<(String, RecordPath), Option<(usize, u32)>>;

/// A cell: the index of its sheet, its row and its column.
type CellPosition = (usize, u32, u32);

impl CellMap {
    /// Whether no sheet was recognised.
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// Moves diagnostics about records to the cells from which these came; the others keep their
    /// spans.
    pub fn relocate(&self, diagnostics: Vec<Diagnostic>, files: &mut SourceMap) -> Vec<Diagnostic> {
        // All cells first: the trees borrow the texts of the files, to which rows are added below.
        let mut trees = BTreeMap::new();
        let mut located: Vec<(Option<CellPosition>, Diagnostic)> = Vec::new();
        for diagnostic in diagnostics {
            let mut cell = None;
            if let Some(span) = diagnostic.span
                && let Some(file) = files.get(span.file)
            {
                let tree = trees
                    .entry(span.file)
                    .or_insert_with(|| parse_strict(&file.text));
                if let Some(root) = tree {
                    let location = FieldLocation::of_diagnostic(&diagnostic, root);
                    cell = self.locate_cell(&file.path, location);
                }
            }
            located.push((cell, diagnostic));
        }
        // In the order of the workbook, in which they will be mended.
        located.sort_by_key(|(cell, _)| *cell);
        let mut moved = Vec::new();
        for (cell, diagnostic) in located {
            moved.push(match cell {
                Some(cell) => self.at_cell(cell, diagnostic).into_diagnostic(files),
                None => diagnostic,
            });
        }
        moved
    }

    fn at_cell(
        &self,
        (sheet, row, column): CellPosition,
        diagnostic: Diagnostic,
    ) -> CellDiagnostic {
        let recognised = &self.sheets[sheet];
        let diagnostic = match diagnostic.code {
            Code::MissingKey => recognised.missing_cell(diagnostic, column),
            // The other places are in a file that will never be written.
            _ => Diagnostic {
                secondary: Vec::new(),
                ..diagnostic
            },
        };
        let heading_row = recognised.heading_row;
        CellDiagnostic::at_cell(&recognised.sheet, heading_row, row, column, diagnostic)
    }

    /// The cell of a field: in the row of the innermost record around it that has one.
    fn locate_cell(&self, path: &str, mut location: FieldLocation) -> Option<CellPosition> {
        let field = location.field_path.split('.').filter(|s| !s.is_empty());
        let steps: Vec<&str> = location.record_path.steps().chain(field).collect();
        // Sources have rows, too, although they are fields of their stop: every path around the
        // field is tried, from the longest.
        let (length, row) = (0..=steps.len()).rev().find_map(|length| {
            let record = RecordPath::from(&*steps[..length].join("/"));
            Some((length, self.rows.get(&(path.to_owned(), record))?))
        })?;
        location.field_path = steps[length..].join(".");
        let (sheet, row) = (*row)?;
        let recognised = &self.sheets[sheet];
        let names = recognised.columns.values().map(|column| &*column.name);
        let column = if let Some(name) = location.closest_name(names) {
            recognised.column_of(name)?
        } else {
            // A field that has no column is shown where its record is identified.
            let mut columns = recognised.columns.iter();
            let key = columns.find(|(_, column)| column.is_key_column(recognised.kind));
            *key?.0
        };
        Some((sheet, row, column))
    }
}
