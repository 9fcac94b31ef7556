//! One row of a recognised sheet: its cells by field, and the record that results if it is applied
//! to one. The import goes through these.

use super::cell_diagnostics::CellDiagnostic;
use super::recognise::RecognisedSheet;
use super::sheet_kind::{ORDINAL_COLUMN, STOP_COLUMN, SheetKind};
use crate::diag::{Code, Diagnostic};
use crate::editing::{FieldType, FormSchema, normalize};
use crate::records::Lang;
use crate::spreadsheet::RowCells;
use serde_json::Value;

/// A row of a sheet.
#[derive(Clone, Copy)]
pub(super) struct SheetRow<'r> {
    /// The index of its sheet.
    pub(super) sheet_index: usize,
    pub(super) sheet: &'r RecognisedSheet,
    pub(super) schema: &'r FormSchema,
    pub(super) row_number: u32,
    pub(super) cells: &'r RowCells,
}

impl SheetRow<'_> {
    /// The text in the column of a field; empty if there is none.
    pub(super) fn cell_text(&self, name: &str) -> &str {
        if let Some(at) = self.sheet.column_of(name)
            && let Some(cell) = self.cells.get(&at)
        {
            cell.text.trim()
        } else {
            ""
        }
    }

    /// Whether it has no cell in any column that was recognised.
    pub(super) fn is_empty(&self) -> bool {
        let mut columns = self.sheet.columns.keys();
        columns.all(|at| !self.cells.contains_key(at))
    }

    /// Whether it is that of a source, and has neither its id nor its ordinal.
    pub(super) fn is_unkeyed_source(&self) -> bool {
        self.sheet.kind == SheetKind::Sources
            && self.cell_text("id").is_empty()
            && self.cell_text(ORDINAL_COLUMN).is_empty()
    }

    /// The first column with text that belongs to the second or a later entry of a list.
    pub(super) fn later_entry_column(&self) -> &str {
        let is_later = |step: &str| step.parse::<usize>().is_ok_and(|n| n > 0);
        for (at, column) in &self.sheet.columns {
            if self.cells.contains_key(at) && column.name.split('.').any(is_later) {
                return &column.name;
            }
        }
        STOP_COLUMN
    }

    /// The cells whose content cannot be known: formulas that were never calculated and the like.
    pub(super) fn cell_problems(&self) -> Vec<CellDiagnostic> {
        let mut found = Vec::new();
        for (at, column) in &self.sheet.columns {
            if let Some(cell) = self.cells.get(at)
                && let Some(problem) = cell.problem
            {
                let diagnostic = Diagnostic::without_span(Code::BadSheetCell)
                    .arg("case", problem.as_str())
                    .arg("found", &*cell.text);
                found.push(self.diagnostic_at(&column.name, diagnostic));
            }
        }
        found
    }

    /// A diagnostic at the cell of a field; at the first cell of the row if the field has no
    /// column.
    pub(super) fn diagnostic_at(&self, column: &str, diagnostic: Diagnostic) -> CellDiagnostic {
        let column = self
            .sheet
            .column_of(column)
            .or_else(|| self.cells.keys().next().copied());
        CellDiagnostic::at_cell(
            &self.sheet.sheet,
            self.sheet.heading_row,
            self.row_number,
            column.unwrap_or_default(),
            diagnostic,
        )
    }

    /// The record with the contents of the row. Fields that have no column stay, an empty cell
    /// removes its field. `main` is the language of texts that name none.
    pub(super) fn merge_into(&self, old: &Value, main: Lang) -> Value {
        let mut values = self.schema.to_values(old, main);
        for (at, column) in &self.sheet.columns {
            // Columns that only say where the row belongs are no fields.
            if column.name.starts_with('#') {
                continue;
            }
            values.remove(&column.name);
            if let Some(cell) = self.cells.get(at) {
                let value = cell_to_input(&column.field_type, &cell.text);
                values.insert(column.name.clone(), value);
            }
        }
        self.schema.build_record(old, &normalize(values), main)
    }
}

/// The text of a cell as it would be typed into a form.
fn cell_to_input(field_type: &FieldType, text: &str) -> String {
    match field_type {
        words if words.takes_words() => space_separated(text),
        // A spreadsheet program has FALSE where the record has nothing.
        FieldType::Boolean if text.trim().eq_ignore_ascii_case("false") => String::new(),
        FieldType::Boolean if text.trim().eq_ignore_ascii_case("true") => "true".to_owned(),
        _ => text.to_owned(),
    }
}

/// Words with one space between them; people also write commas, semicolons and lines.
pub(super) fn space_separated(text: &str) -> String {
    let words = text.split([',', ';', ' ', '\n', '\t']);
    let words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.join(" ")
}
