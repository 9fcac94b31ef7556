//! Headings read back: which sheet of a workbook is which, where its headings stand, and which column is which field. Headings
//! of either language are known.

use super::SheetKind;
use super::cell_diagnostics::CellDiagnostic;
use super::column::{ColumnExtent, SheetColumn, sheet_columns};
use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, closest_match};
use crate::records::Lang;
use crate::spreadsheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// Headings are looked for in so many rows: some people put a title above them.
const HEADING_SEARCH_ROWS: usize = 10;

/// A sheet that was recognised.
pub(super) struct RecognisedSheet {
    pub(super) kind: SheetKind,
    /// The row of the headings.
    pub(super) heading_row: u32,
    /// The fields that stand in the columns.
    pub(super) columns: BTreeMap<u32, SheetColumn>,
    pub(super) sheet: Sheet,
}

impl RecognisedSheet {
    /// The column of a field.
    pub(super) fn column_of(&self, name: &str) -> Option<u32> {
        self.columns
            .iter()
            .find(|(_, column)| column.name == name)
            .map(|(at, _)| *at)
    }

    /// What is missing in a record, as a cell that has to be filled in.
    pub(super) fn missing_cell(&self, missing: Diagnostic, column: u32) -> Diagnostic {
        let heading = self
            .sheet
            .rows
            .get(&self.heading_row)
            .and_then(|row| row.get(&column));
        let heading = heading
            .map(|cell| cell.text.trim().to_owned())
            .unwrap_or_default();
        let fault = Diagnostic {
            code: Code::BadSheetCell,
            secondary: Vec::new(),
            ..missing
        };
        fault.arg("case", "needed").arg("found", heading)
    }
}

/// All headings that there can be.
pub(super) struct HeadingIndex {
    messages: [Messages; 2],
    main_lang: Lang,
    /// By sheet, the headings with `#` for each number.
    patterns: BTreeMap<SheetKind, BTreeMap<String, String>>,
}

impl HeadingIndex {
    pub(super) fn new(main: Lang) -> Self {
        let words = [Language::Indonesian, Language::English].map(Messages::built_in);
        let extent = ColumnExtent {
            main_lang: main,
            langs: &Lang::ALL,
            used_columns: &BTreeSet::new(),
        };
        let headings = |table: SheetKind| {
            let all = sheet_columns(table, &table.form_schema(), &extent);
            let both = words.iter().flat_map(|words| {
                all.iter()
                    .map(|c| (normalize_heading(&c.heading_text(words)), c.name.clone()))
            });
            let numbered =
                both.map(|(heading, name)| (mask_numbers(&heading).0, mask_list_indexes(&name)));
            (table, numbered.collect())
        };
        let known = SheetKind::ALL.into_iter().map(headings).collect();
        Self {
            messages: words,
            main_lang: main,
            patterns: known,
        }
    }

    /// Which sheet a name is for.
    fn kind_by_name(&self, name: &str) -> Option<SheetKind> {
        let name = normalize_heading(name).replace(['-', '_'], " ");
        let is = |table: &SheetKind| {
            self.messages
                .iter()
                .any(|w| normalize_heading(&table.sheet_name(w)).replace('-', " ") == name)
        };
        SheetKind::ALL.into_iter().find(is)
    }

    /// Is it a sheet that only explains?
    fn is_help_sheet(&self, name: &str) -> bool {
        let own = ["sheet-instructions", "sheet-lists"];
        self.messages.iter().any(|words| {
            own.iter()
                .any(|key| normalize_heading(&words.message(key, &[])) == normalize_heading(name))
        })
    }

    /// The field of a heading.
    fn field_of_heading(&self, table: SheetKind, heading: &str) -> Option<String> {
        let (pattern, numbers) = mask_numbers(&normalize_heading(heading));
        let name = self.patterns.get(&table)?.get(&pattern)?;
        let mut numbers = numbers.into_iter();
        let step = |step: &str| match step {
            "#" => Some(numbers.next()?.checked_sub(1)?.to_string()),
            step => Some(step.to_owned()),
        };
        Some(
            name.split('.')
                .map(step)
                .collect::<Option<Vec<_>>>()?
                .join("."),
        )
    }

    /// The row of a sheet in which most headings of a table stand, and how many do.
    fn find_heading_row(&self, table: SheetKind, sheet: &Sheet) -> Option<(u32, usize)> {
        let count = |row: &crate::spreadsheet::RowCells| {
            row.values()
                .filter(|c| self.field_of_heading(table, &c.text).is_some())
                .count()
        };
        let rows = sheet
            .rows
            .iter()
            .take(HEADING_SEARCH_ROWS)
            .map(|(number, row)| (*number, count(row)));
        rows.rev()
            .max_by_key(|(_, count)| *count)
            .filter(|(_, count)| *count > 0)
    }

    /// Recognises a sheet by its name, or else by its headings; none if it is no sheet of ours.
    pub(super) fn recognise_sheet(
        &self,
        sheet: Sheet,
        faults: &mut Vec<CellDiagnostic>,
    ) -> Option<RecognisedSheet> {
        if self.is_help_sheet(&sheet.name) {
            return None;
        }
        let named = self.kind_by_name(&sheet.name);
        let table = named.or_else(|| {
            let heads = SheetKind::ALL
                .into_iter()
                .filter_map(|table| Some((self.find_heading_row(table, &sheet)?.1, table)));
            heads
                .rev()
                .max_by_key(|(count, _)| *count)
                .filter(|(count, _)| *count > 2)
                .map(|(_, table)| table)
        });
        let Some(table) = table else {
            if !sheet.rows.is_empty() {
                let fault = Diagnostic::without_span(Code::UnknownSheet).arg("found", &*sheet.name);
                faults.push(CellDiagnostic::at_sheet(&sheet, fault));
            }
            return None;
        };
        let Some((head, _)) = self.find_heading_row(table, &sheet) else {
            // A sheet of ours in which nothing stands says nothing.
            if !sheet.rows.is_empty() {
                faults.push(self.missing_column(table, table.key_columns()[0], &sheet));
            }
            return None;
        };
        let columns = self.read_columns(table, head, &sheet, faults);
        let has = |key: &str| columns.values().any(|column| column.name == key);
        let missing = table
            .key_columns()
            .iter()
            .filter(|key| **key != super::ORDINAL_COLUMN && !has(key));
        faults.extend(missing.map(|key| self.missing_column(table, key, &sheet)));
        Some(RecognisedSheet {
            kind: table,
            heading_row: head,
            columns,
            sheet,
        })
    }

    fn read_columns(
        &self,
        table: SheetKind,
        head: u32,
        sheet: &Sheet,
        faults: &mut Vec<CellDiagnostic>,
    ) -> BTreeMap<u32, SheetColumn> {
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        for (at, cell) in &sheet.rows[&head] {
            let mut fault = |fault: Diagnostic| {
                faults.push(CellDiagnostic::at_cell(
                    sheet,
                    head,
                    head,
                    *at,
                    fault.arg("found", cell.text.trim()),
                ));
            };
            match self.field_of_heading(table, &cell.text) {
                Some(name) if names.values().any(|other| *other == name) => {
                    fault(Diagnostic::without_span(Code::BadSheetColumn).arg("case", "twice"));
                }
                Some(name) => drop(names.insert(*at, name)),
                None => fault(
                    Diagnostic::without_span(Code::UnknownSheetColumn)
                        .arg("near", self.closest_heading(table, &cell.text)),
                ),
            }
        }
        for (row, cells) in sheet.rows.range(head + 1..) {
            let stray = cells.keys().find(|at| !sheet.rows[&head].contains_key(at));
            if let Some(at) = stray {
                let fault = Diagnostic::without_span(Code::BadSheetColumn)
                    .arg("case", "no-heading")
                    .arg("found", "");
                faults.push(CellDiagnostic::at_cell(sheet, head, *row, *at, fault));
                break;
            }
        }
        self.layout_for(table, names)
    }

    /// The columns of the names, as export would make them.
    fn layout_for(
        &self,
        table: SheetKind,
        names: BTreeMap<u32, String>,
    ) -> BTreeMap<u32, SheetColumn> {
        let seen: BTreeSet<String> = names.values().cloned().collect();
        let all = sheet_columns(
            table,
            &table.form_schema(),
            &ColumnExtent {
                main_lang: self.main_lang,
                langs: &[],
                used_columns: &seen,
            },
        );
        let mut all: BTreeMap<String, SheetColumn> =
            all.into_iter().map(|c| (c.name.clone(), c)).collect();
        names
            .into_iter()
            .filter_map(|(at, name)| Some((at, all.remove(&name)?)))
            .collect()
    }

    fn missing_column(&self, table: SheetKind, key: &str, sheet: &Sheet) -> CellDiagnostic {
        let extent = ColumnExtent {
            main_lang: self.main_lang,
            langs: &[],
            used_columns: &BTreeSet::new(),
        };
        let column = sheet_columns(table, &table.form_schema(), &extent)
            .into_iter()
            .find(|column| column.name == key);
        let names = self
            .messages
            .iter()
            .filter_map(|words| Some(column.as_ref()?.heading_text(words)));
        let fault = Diagnostic::without_span(Code::BadSheetColumn).arg("case", "missing");
        CellDiagnostic::at_sheet(
            sheet,
            fault.arg("found", names.collect::<Vec<_>>().join(" / ")),
        )
    }

    /// The heading most like one that is not known.
    fn closest_heading(&self, table: SheetKind, heading: &str) -> String {
        let (pattern, numbers) = mask_numbers(&normalize_heading(heading));
        let near = closest_match(&pattern, self.patterns[&table].keys().map(String::as_str))
            .unwrap_or_default();
        numbers
            .iter()
            .fold(near.to_owned(), |near, number| {
                near.replacen('#', &number.to_string(), 1)
            })
            .replace('#', "1")
    }
}

/// A heading as it is compared: in lower case, with single spaces.
fn normalize_heading(heading: &str) -> String {
    heading
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// A heading with `#` for its numbers.
fn mask_numbers(heading: &str) -> (String, Vec<usize>) {
    let (mut text, mut numbers): (String, Vec<usize>) = (String::new(), Vec::new());
    let mut rest = heading;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[at..]
            .find(|c: char| !c.is_ascii_digit())
            .map_or(rest.len(), |end| at + end);
        // Nobody has a thousandth source.
        numbers.push(
            rest[at..digits]
                .parse()
                .ok()
                .filter(|n| *n < 1000)
                .unwrap_or_default(),
        );
        text.push_str(&rest[..at]);
        text.push('#');
        rest = &rest[digits..];
    }
    (text + rest, numbers)
}

fn mask_list_indexes(name: &str) -> String {
    let step = |step: &str| {
        if step.bytes().all(|b| b.is_ascii_digit()) {
            "#".to_owned()
        } else {
            step.to_owned()
        }
    };
    name.split('.').map(step).collect::<Vec<_>>().join(".")
}
