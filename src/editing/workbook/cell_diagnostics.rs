//! Faults at their cells: `Aspirasi!C14` with the row around it, in place of a file, a line and a column.

use super::recognise::RecognisedSheet;
use crate::diag::{Code, Diagnostic, FileId, SourceFile, SourceMap, Span};
use crate::editing::FieldLocation;
use crate::source::parse_strict;
use crate::source::yaml::node::Node;
use crate::spreadsheet::{Sheet, cell_name};
use std::collections::BTreeMap;
use std::ops::Range;

/// How much of the other cells of a row is shown, in characters.
const MAX_CELL_CHARS: usize = 30;
/// Between the cells of a row.
const CELL_SEPARATOR: &str = " | ";
/// What shows a cell in which nothing stands.
const EMPTY_CELL: &str = "…";

/// A fault at a cell.
#[derive(Clone, Debug)]
pub struct CellDiagnostic {
    /// What is wrong.
    pub diagnostic: Diagnostic,
    address: String,
    row: u32,
    /// What stands in the row, and where in it the cell.
    row_text: String,
    range: Range<usize>,
}

impl CellDiagnostic {
    /// At a cell; `head` is the row of the headings.
    pub(super) fn at_cell(
        sheet: &Sheet,
        head: u32,
        row: u32,
        column: u32,
        diagnostic: Diagnostic,
    ) -> Self {
        let (text, range) = row_content(sheet, head, row, column);
        Self {
            diagnostic,
            address: format!("{}!{}", sheet.name, cell_name(row, column)),
            row,
            row_text: text,
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

    /// The fault with its cell among the files.
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

/// What stands in a row, cell by cell behind its heading, and where the cell of a column is in it.
fn row_content(sheet: &Sheet, head: u32, row: u32, column: u32) -> (String, Range<usize>) {
    let cell = |row: u32, column: u32| {
        let text = sheet
            .rows
            .get(&row)
            .and_then(|cells| cells.get(&column))
            .map_or("", |cell| &*cell.text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut columns: Vec<u32> = sheet
        .rows
        .get(&row)
        .into_iter()
        .flatten()
        .map(|(column, _)| *column)
        .collect();
    if let Err(at) = columns.binary_search(&column) {
        columns.insert(at, column);
    }
    let (mut text, mut range) = (String::new(), 0..0);
    for at in columns {
        if !text.is_empty() {
            text.push_str(CELL_SEPARATOR);
        }
        let heading = cell(head, at);
        if row != head && !heading.is_empty() {
            text.extend([&*heading, ": "]);
        }
        let whole = cell(row, at);
        let start = text.len();
        match whole.char_indices().nth(MAX_CELL_CHARS) {
            Some((end, _)) if at != column => text.extend([&whole[..end], EMPTY_CELL]),
            _ => text.push_str(if whole.is_empty() { EMPTY_CELL } else { &whole }),
        }
        if at == column {
            range = start..text.len();
        }
    }
    (text, range)
}

/// Which rows became which records.
pub struct CellMap {
    pub(super) sheets: Vec<RecognisedSheet>,
    /// By file and place in it, the sheet and the row; none for what has no row.
    pub(super) rows: BTreeMap<(String, String), Option<(usize, u32)>>,
}

impl CellMap {
    /// Was no sheet recognised?
    pub fn is_empty(&self) -> bool {
        self.sheets.is_empty()
    }

    /// Puts faults found in records at the cells from which these came; what came from no cell stays where it is.
    pub fn relocate(&self, faults: Vec<Diagnostic>, files: &mut SourceMap) -> Vec<Diagnostic> {
        let mut placed = {
            let mut trees: BTreeMap<FileId, Option<(&str, Node<'_>)>> = BTreeMap::new();
            for id in faults.iter().filter_map(|fault| Some(fault.span?.file)) {
                let tree = || {
                    files
                        .get(id)
                        .and_then(|file| Some((&*file.path, parse_strict(&file.text)?)))
                };
                trees.entry(id).or_insert_with(tree);
            }
            let find = |fault: &Diagnostic| {
                let (path, root) = trees.get(&fault.span?.file)?.as_ref()?;
                self.locate_cell(path, &FieldLocation::of_diagnostic(fault, root))
            };
            let all = faults.into_iter().map(|fault| (find(&fault), fault));
            all.collect::<Vec<_>>()
        };
        placed.sort_by_key(|(cell, _)| *cell);
        let one = |(cell, fault): (Option<(usize, u32, u32)>, Diagnostic)| match cell {
            // Where else it stands is a place in a file that there is not.
            Some((reading, row, column)) => {
                let reading = &self.sheets[reading];
                let fault = match fault.code {
                    Code::MissingKey => reading.missing_cell(fault, column),
                    _ => Diagnostic {
                        secondary: Vec::new(),
                        ..fault
                    },
                };
                CellDiagnostic::at_cell(&reading.sheet, reading.heading_row, row, column, fault)
                    .into_diagnostic(files)
            }
            None => fault,
        };
        placed.into_iter().map(one).collect()
    }

    /// The sheet, row and column of a place in a file.
    fn locate_cell(&self, path: &str, place: &FieldLocation) -> Option<(usize, u32, u32)> {
        let steps = place.field_path.split('.').filter(|step| !step.is_empty());
        let steps: Vec<&str> = place
            .record_path
            .split('/')
            .filter(|step| !step.is_empty())
            .chain(steps)
            .collect();
        let pointer = |n: usize| {
            steps[..n]
                .iter()
                .flat_map(|step| ["/", step])
                .collect::<String>()
        };
        let row = |n: &usize| self.rows.get(&(path.to_owned(), pointer(*n)));
        let length = (0..=steps.len()).rev().find(|n| row(n).is_some())?;
        let (reading, row) = (*row(&length)?)?;
        let field = FieldLocation {
            record_path: String::new(),
            field_path: steps[length..].join("."),
        };
        let columns = &self.sheets[reading].columns;
        let near = field.closest_name(columns.values().map(|column| &*column.name));
        let column = near.and_then(|name| self.sheets[reading].column_of(name));
        let first = || {
            columns
                .iter()
                .find(|(_, c)| c.is_key_column(self.sheets[reading].kind))
                .map(|(at, _)| *at)
        };
        Some((reading, row, column.or_else(first)?))
    }
}
