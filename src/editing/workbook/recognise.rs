//! Recognises sheets by their names and columns by their headings, in both languages, when a
//! workbook is imported.

use super::cell_diagnostics::CellDiagnostic;
use super::column::{ColumnExtent, SheetColumn, sheet_columns};
use super::sheet_kind::{ORDINAL_COLUMN, SheetKind};
use crate::diag::messages::{Language, Messages};
use crate::diag::{Code, Diagnostic, closest_match};
use crate::records::{Lang, collapse_whitespace};
use crate::spreadsheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// In how many rows headings are looked for: some people put a title above them.
const HEADING_SEARCH_ROWS: usize = 10;
/// How many headings a sheet with an unknown name must have to be taken for one of ours.
const MIN_HEADINGS: usize = 3;

/// A sheet that was recognised.
pub(super) struct RecognisedSheet {
    pub(super) kind: SheetKind,
    /// The row of the headings.
    pub(super) heading_row: u32,
    /// The columns that were recognised.
    pub(super) columns: BTreeMap<u32, SheetColumn>,
    pub(super) sheet: Sheet,
}

impl RecognisedSheet {
    /// The column of a field.
    pub(super) fn column_of(&self, name: &str) -> Option<u32> {
        let mut columns = self.columns.iter();
        let (at, _) = columns.find(|(_, column)| column.name == name)?;
        Some(*at)
    }

    /// A missing key of a record as an empty cell that has to be filled in.
    pub(super) fn missing_cell(&self, missing: Diagnostic, column: u32) -> Diagnostic {
        let headings = self.sheet.rows.get(&self.heading_row);
        let heading = headings.and_then(|row| row.get(&column));
        let diagnostic = Diagnostic {
            code: Code::BadSheetCell,
            secondary: Vec::new(),
            ..missing
        };
        diagnostic
            .arg("case", "needed")
            .arg("found", heading.map_or("", |cell| cell.text.trim()))
    }
}

/// All headings that there can be.
pub(super) struct HeadingIndex {
    messages: [Messages; 2],
    main_lang: Lang,
    /// For each kind of sheet the names of its columns by their headings, with `#` for each number
    /// in both.
    patterns: BTreeMap<SheetKind, BTreeMap<String, String>>,
}

impl HeadingIndex {
    /// The headings in both languages, for a site with that main language.
    pub(super) fn new(main_lang: Lang) -> Self {
        let messages = [Language::Indonesian, Language::English].map(Messages::built_in);
        let extent = ColumnExtent {
            main_lang,
            langs: &Lang::ALL,
            used_columns: &BTreeSet::new(),
        };
        let mut patterns = BTreeMap::new();
        for kind in SheetKind::ALL {
            let columns = sheet_columns(kind, &kind.form_schema(), &extent);
            // All languages of texts, since a workbook may have columns of any.
            let mut headings = BTreeMap::new();
            for language in &messages {
                for column in &columns {
                    let heading = normalize_heading(&column.heading_text(language));
                    headings.insert(mask_numbers(&heading).0, mask_list_indexes(&column.name));
                }
            }
            patterns.insert(kind, headings);
        }
        Self {
            messages,
            main_lang,
            patterns,
        }
    }

    /// The kind of sheet with that name.
    fn kind_by_name(&self, name: &str) -> Option<SheetKind> {
        // People who name a sheet themselves write other cases, hyphens and underscores.
        let name = normalize_heading(name).replace(['-', '_'], " ");
        for kind in SheetKind::ALL {
            for messages in &self.messages {
                let own = normalize_heading(&kind.sheet_name(messages));
                if own.replace('-', " ") == name {
                    return Some(kind);
                }
            }
        }
        None
    }

    /// Whether it is one of the sheets that only explain.
    fn is_help_sheet(&self, name: &str) -> bool {
        let name = normalize_heading(name);
        self.messages.iter().any(|messages| {
            let has_name = |key| normalize_heading(&messages.message(key, &[])) == name;
            has_name("sheet-instructions") || has_name("sheet-lists")
        })
    }

    /// The name of the column with that heading.
    fn column_name(&self, kind: SheetKind, heading: &str) -> Option<String> {
        let (pattern, numbers) = mask_numbers(&normalize_heading(heading));
        let mut numbers = numbers.into_iter();
        let mut steps: Vec<String> = Vec::new();
        for step in self.patterns.get(&kind)?.get(&pattern)?.split('.') {
            steps.push(match step {
                // People count from 1, the lists of a record from 0.
                "#" => numbers.next()?.checked_sub(1)?.to_string(),
                step => step.to_owned(),
            });
        }
        Some(steps.join("."))
    }

    /// The row with most headings of a kind of sheet, and how many it has; the first of several.
    fn find_heading_row(&self, kind: SheetKind, sheet: &Sheet) -> Option<(u32, usize)> {
        let mut best = None;
        for (number, row) in sheet.rows.iter().take(HEADING_SEARCH_ROWS) {
            let names = row
                .values()
                .filter_map(|cell| self.column_name(kind, &cell.text));
            let count = names.count();
            if count > best.map_or(0, |(_, most)| most) {
                best = Some((*number, count));
            }
        }
        best
    }

    /// The kind of sheet whose headings the sheet has.
    fn kind_by_headings(&self, sheet: &Sheet) -> Option<SheetKind> {
        let mut best = None;
        for kind in SheetKind::ALL {
            let count = self.find_heading_row(kind, sheet).map_or(0, |row| row.1);
            if count >= best.map_or(MIN_HEADINGS, |(_, most)| most + 1) {
                best = Some((kind, count));
            }
        }
        best.map(|(kind, _)| kind)
    }

    /// Recognises a sheet by its name, or else by its headings. Returns `None` if it is no sheet of
    /// ours, or has nothing to import; what is wrong with it is added to `diagnostics`.
    pub(super) fn recognise_sheet(
        &self,
        sheet: Sheet,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> Option<RecognisedSheet> {
        // An empty sheet of ours is left by people who have nothing to add of that kind.
        if self.is_help_sheet(&sheet.name) || sheet.rows.is_empty() {
            return None;
        }
        let by_name = self.kind_by_name(&sheet.name);
        let Some(kind) = by_name.or_else(|| self.kind_by_headings(&sheet)) else {
            let unknown = Diagnostic::without_span(Code::UnknownSheet).arg("found", &*sheet.name);
            diagnostics.push(CellDiagnostic::at_sheet(&sheet, unknown));
            return None;
        };
        let Some((heading_row, _)) = self.find_heading_row(kind, &sheet) else {
            diagnostics.push(self.missing_column(kind, kind.key_columns()[0], &sheet));
            return None;
        };
        let columns = self.read_columns(kind, heading_row, &sheet, diagnostics);
        for key in kind.key_columns() {
            let is_there = columns.values().any(|column| column.name == *key);
            // An ordinal often follows from the other rows.
            if *key != ORDINAL_COLUMN && !is_there {
                diagnostics.push(self.missing_column(kind, key, &sheet));
            }
        }
        Some(RecognisedSheet {
            kind,
            heading_row,
            columns,
            sheet,
        })
    }

    fn read_columns(
        &self,
        kind: SheetKind,
        heading_row: u32,
        sheet: &Sheet,
        diagnostics: &mut Vec<CellDiagnostic>,
    ) -> BTreeMap<u32, SheetColumn> {
        let headings = &sheet.rows[&heading_row];
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        for (at, cell) in headings {
            let wrong = match self.column_name(kind, &cell.text) {
                Some(name) if names.values().any(|other| *other == name) => {
                    Diagnostic::without_span(Code::BadSheetColumn).arg("case", "twice")
                }
                Some(name) => {
                    names.insert(*at, name);
                    continue;
                }
                None => Diagnostic::without_span(Code::UnknownSheetColumn)
                    .arg("near", self.closest_heading(kind, &cell.text)),
            };
            let wrong = wrong.arg("found", cell.text.trim());
            let at_cell = CellDiagnostic::at_cell(sheet, heading_row, heading_row, *at, wrong);
            diagnostics.push(at_cell);
        }
        for (row, cells) in sheet.rows.range(heading_row + 1..) {
            if let Some(stray) = cells.keys().find(|at| !headings.contains_key(at)) {
                let wrong = Diagnostic::without_span(Code::BadSheetColumn)
                    .arg("case", "no-heading")
                    .arg("found", "");
                let at_cell = CellDiagnostic::at_cell(sheet, heading_row, *row, *stray, wrong);
                diagnostics.push(at_cell);
                // The other rows have the same column, as a rule.
                break;
            }
        }
        let used_columns: BTreeSet<String> = names.values().cloned().collect();
        let mut columns = BTreeMap::new();
        for column in self.columns_of(kind, &used_columns) {
            // No name is in `names` twice.
            if let Some((at, _)) = names.iter().find(|(_, name)| **name == column.name) {
                columns.insert(*at, column);
            }
        }
        columns
    }

    /// The columns of a sheet as an export would make them for these contents.
    fn columns_of(&self, kind: SheetKind, used_columns: &BTreeSet<String>) -> Vec<SheetColumn> {
        let extent = ColumnExtent {
            main_lang: self.main_lang,
            langs: &[],
            used_columns,
        };
        sheet_columns(kind, &kind.form_schema(), &extent)
    }

    fn missing_column(&self, kind: SheetKind, key: &str, sheet: &Sheet) -> CellDiagnostic {
        let columns = self.columns_of(kind, &BTreeSet::new());
        let mut headings = Vec::new();
        if let Some(column) = columns.iter().find(|column| column.name == key) {
            // Nobody knows in which language the sheet was made.
            headings.extend(self.messages.each_ref().map(|m| column.heading_text(m)));
        }
        let missing = Diagnostic::without_span(Code::BadSheetColumn)
            .arg("case", "missing")
            .arg("found", headings.join(" / "));
        CellDiagnostic::at_sheet(sheet, missing)
    }

    /// The heading most similar to an unknown one; empty if none is similar.
    fn closest_heading(&self, kind: SheetKind, heading: &str) -> String {
        let (pattern, numbers) = mask_numbers(&normalize_heading(heading));
        let known = self.patterns[&kind].keys().map(String::as_str);
        let mut closest = closest_match(&pattern, known)
            .unwrap_or_default()
            .to_owned();
        for number in numbers {
            closest = closest.replacen('#', &number.to_string(), 1);
        }
        closest.replace('#', "1")
    }
}

/// A heading as it is compared: in lower case, with single spaces.
fn normalize_heading(heading: &str) -> String {
    collapse_whitespace(heading).to_lowercase()
}

/// A heading with `#` for its numbers, and these.
fn mask_numbers(heading: &str) -> (String, Vec<usize>) {
    let (mut text, mut numbers): (String, Vec<usize>) = (String::new(), Vec::new());
    let mut rest = heading;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let after = rest[at..].trim_start_matches(|c: char| c.is_ascii_digit());
        let number = rest[at..rest.len() - after.len()].parse().ok();
        // Each entry up to the highest number gets a column, and nobody has a thousandth source.
        let number = number.filter(|number| *number < 1000);
        numbers.push(number.unwrap_or_default());
        text.push_str(&rest[..at]);
        text.push('#');
        rest = after;
    }
    (text + rest, numbers)
}

/// The name of a column with `#` for its indexes: `sources.#.url`.
fn mask_list_indexes(name: &str) -> String {
    let mut steps: Vec<&str> = name.split('.').collect();
    for step in &mut steps {
        if step.bytes().all(|b| b.is_ascii_digit()) {
            *step = "#";
        }
    }
    steps.join(".")
}
