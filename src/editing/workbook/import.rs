//! Rows of sheets become changes to records. A row is known by its key; what has no row stays, and so does every field that has no
//! column. An empty cell takes its field away.

use super::cell_diagnostics::{CellDiagnostic, CellMap};
use super::ordinals::Ordinals;
use super::recognise::{HeadingIndex, RecognisedSheet};
use super::record_files::{RecordFile, keyed_records, normalize_number};
use super::{ENTRY_COLUMN, ORDINAL_COLUMN, STOP_COLUMN, SheetKind};
use crate::diag::{Code, Diagnostic};
use crate::editing::{FieldType, FormSchema, FormValues, normalize};
use crate::records::{Day, Key, Lang};
use crate::spreadsheet::{RowCells, Sheet};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What came of sheets.
pub struct ImportResult {
    /// The files that are to say something else.
    pub files: Vec<RecordFile>,
    /// What is wrong with the sheets themselves.
    pub diagnostics: Vec<CellDiagnostic>,
    /// Records of the sheets' kinds that have no row and stay as they are, by their sheet.
    pub without_row: BTreeMap<SheetKind, Vec<String>>,
    /// Which rows became which records.
    pub cell_map: CellMap,
}

/// Holds sheets against the files. `main` is the language of texts that name none.
pub fn import_sheets(sheets: Vec<Sheet>, files: Vec<RecordFile>, main: Lang) -> ImportResult {
    let headings = HeadingIndex::new(main);
    let mut faults = Vec::new();
    let mut readings: Vec<RecognisedSheet> = sheets
        .into_iter()
        .filter_map(|s| headings.recognise_sheet(s, &mut faults))
        .collect();
    readings.sort_by_key(|reading| reading.kind);
    let mut taking = Importer::new(files, main, faults);
    // Where a column is missing by which rows are known, every row would be at fault.
    if taking
        .diagnostics
        .iter()
        .all(|fault| !fault.diagnostic.is_error())
    {
        for (n, reading) in readings.iter().enumerate() {
            let form = reading.kind.form_schema();
            let line = |(number, row): (&u32, _)| SheetRow {
                sheet_index: n,
                sheet: reading,
                schema: &form,
                row_number: *number,
                cells: row,
            };
            let mut lines: Vec<SheetRow<'_>> = reading
                .sheet
                .rows
                .range(reading.heading_row + 1..)
                .map(line)
                .collect();
            // What names no source is held against those that no row names.
            lines.sort_by_key(SheetRow::is_unkeyed_source);
            for line in lines {
                taking.import_row(line);
            }
        }
    }
    taking.into_result(readings)
}

/// A row of a sheet.
#[derive(Clone, Copy)]
struct SheetRow<'r> {
    /// The number of its sheet.
    sheet_index: usize,
    sheet: &'r RecognisedSheet,
    schema: &'r FormSchema,
    row_number: u32,
    cells: &'r RowCells,
}

impl SheetRow<'_> {
    /// What is typed in the column of a field.
    fn cell_text(&self, name: &str) -> &str {
        let cell = self
            .sheet
            .column_of(name)
            .and_then(|at| self.cells.get(&at));
        cell.map_or("", |cell| cell.text.trim())
    }

    /// Is it of a source, and says neither its key nor its turn?
    fn is_unkeyed_source(&self) -> bool {
        self.sheet.kind == SheetKind::Sources
            && self.cell_text("id").is_empty()
            && self.cell_text(ORDINAL_COLUMN).is_empty()
    }

    /// The first column of a second or later entry of a list in which something stands.
    fn later_entry_column(&self) -> &str {
        let is_later = |name: &str| {
            name.split('.')
                .any(|step| step.parse::<usize>().is_ok_and(|n| n > 0))
        };
        let mut filled = self
            .sheet
            .columns
            .iter()
            .filter(|(at, _)| self.cells.contains_key(at));
        filled
            .find(|(_, column)| is_later(&column.name))
            .map_or(STOP_COLUMN, |(_, column)| &column.name)
    }

    fn diagnostic_at(&self, column: &str, fault: Diagnostic) -> CellDiagnostic {
        let at = self
            .sheet
            .column_of(column)
            .or_else(|| self.cells.keys().next().copied())
            .unwrap_or_default();
        CellDiagnostic::at_cell(
            &self.sheet.sheet,
            self.sheet.heading_row,
            self.row_number,
            at,
            fault,
        )
    }
}

/// By what a row is known.
type SheetRowKey = (SheetKind, Vec<String>);

struct Importer {
    files: Vec<RecordFile>,
    main_lang: Lang,
    /// Where every record stands: the number of its file, and the place in it.
    index: BTreeMap<SheetRowKey, (usize, String)>,
    /// How many responses, follow-ups or sources there are.
    existing: Ordinals,
    /// The turns of the rows so far.
    row_ordinals: Ordinals,
    seen_keys: BTreeSet<SheetRowKey>,
    /// The sources without a key that were there before and have no row so far.
    unkeyed_sources: BTreeSet<Vec<String>>,
    rows: BTreeMap<(String, String), Option<(usize, u32)>>,
    /// The numbers of the files that changed.
    changed_files: BTreeSet<usize>,
    diagnostics: Vec<CellDiagnostic>,
}

impl Importer {
    fn new(files: Vec<RecordFile>, main: Lang, faults: Vec<CellDiagnostic>) -> Self {
        let (mut index, mut rows, mut last) =
            (BTreeMap::new(), BTreeMap::new(), Ordinals::default());
        let mut unnamed = BTreeSet::new();
        for record in keyed_records(&files) {
            if let Some(of) = ordinal_scope(record.kind, &record.key) {
                last.next_ordinal(of);
            }
            if record.kind == SheetKind::Sources && record.key[1].is_empty() {
                unnamed.insert(record.key.clone());
            }
            rows.insert(
                (files[record.file].path.clone(), record.pointer.clone()),
                None,
            );
            index
                .entry((record.kind, record.key))
                .or_insert((record.file, record.pointer));
        }
        let (turns, seen, changed) = (Ordinals::default(), BTreeSet::new(), BTreeSet::new());
        Self {
            files,
            main_lang: main,
            index,
            existing: last,
            row_ordinals: turns,
            seen_keys: seen,
            unkeyed_sources: unnamed,
            rows,
            changed_files: changed,
            diagnostics: faults,
        }
    }

    fn import_row(&mut self, line: SheetRow<'_>) {
        let columns = line.sheet.columns.iter();
        let doubtful = columns.filter_map(|(at, column)| {
            Some((column, line.cells.get(at)?, line.cells.get(at)?.problem?))
        });
        let before = self.diagnostics.len();
        self.diagnostics
            .extend(doubtful.map(|(column, cell, doubt)| {
                let fault = Diagnostic::without_span(Code::BadSheetCell)
                    .arg("case", doubt.as_str())
                    .arg("found", &*cell.text);
                line.diagnostic_at(&column.name, fault)
            }));
        let is_empty = line
            .sheet
            .columns
            .keys()
            .all(|at| !line.cells.contains_key(at));
        if is_empty || self.diagnostics.len() > before {
            return;
        }
        match self.row_key(&line) {
            Ok(key) => {
                self.unkeyed_sources.remove(&key);
                let name = (line.sheet.kind, key);
                if self.seen_keys.insert(name.clone()) {
                    self.store_row(&line, &name);
                } else {
                    let mut parts = line.sheet.kind.key_columns().iter().zip(&name.1);
                    let column = parts
                        .rfind(|(_, part)| !part.is_empty())
                        .map_or(STOP_COLUMN, |(column, _)| column);
                    self.reject_row(&line, column, "twice", &display_key(&name.1));
                }
            }
            Err((column, case, found)) => self.reject_row(&line, column, case, &found),
        }
    }

    fn reject_row(&mut self, line: &SheetRow<'_>, column: &str, case: &'static str, found: &str) {
        let fault = Diagnostic::without_span(Code::BadSheetRow)
            .arg("case", case)
            .arg("found", found);
        self.diagnostics.push(line.diagnostic_at(column, fault));
    }

    /// What the row is known by; or the column in which that is missing, and what is wrong with it.
    fn row_key(
        &mut self,
        line: &SheetRow<'_>,
    ) -> Result<Vec<String>, (&'static str, &'static str, String)> {
        let table = line.sheet.kind;
        let mut key: Vec<String> = Vec::new();
        for column in table.key_columns() {
            let typed = line.cell_text(column);
            let part = match *column {
                "id" if table == SheetKind::Sources => {
                    key = self.source_key(line, &key[0]);
                    break;
                }
                ORDINAL_COLUMN => self.row_ordinal(table, &key, typed),
                STOP_COLUMN | "number" => normalize_number(typed),
                "about" => space_separated(typed),
                _ => typed.to_owned(),
            };
            if part.is_empty() {
                return Err((
                    column,
                    if *column == ORDINAL_COLUMN {
                        "which-response"
                    } else {
                        "no-key"
                    },
                    String::new(),
                ));
            }
            key.push(part);
        }
        if let Some(of) = ordinal_scope(table, &key).filter(|_| !key[2].is_empty()) {
            let next = self.existing.last_ordinal(of) + 1;
            if !self.index.contains_key(&(table, key.clone())) && key[2] != next.to_string() {
                return Err((ORDINAL_COLUMN, "turn-gap", next.to_string()));
            }
            self.row_ordinals
                .mark_used(of, key[2].parse().unwrap_or_default());
        }
        Ok(key)
    }

    /// What a source of a stop is known by: its key; or its turn, also when it gets a key; without either it is one that says what the
    /// row says, or a new one.
    fn source_key(&self, line: &SheetRow<'_>, stop: &str) -> Vec<String> {
        let name = |id: &str, turn: &str| [stop, id, turn].map(str::to_owned).to_vec();
        let is_there =
            |key: &Vec<String>| self.index.contains_key(&(SheetKind::Sources, key.clone()));
        if line.is_unkeyed_source() {
            let mut own = self
                .unkeyed_sources
                .range(name("", "")..)
                .take_while(|key| key[0] == stop);
            let same = own.find(|key| self.matches_source(line, key)).cloned();
            return same.unwrap_or_else(|| {
                name(
                    "",
                    &(self.existing.last_ordinal(&[stop.to_owned()]) + 1).to_string(),
                )
            });
        }
        let (keyed, turned) = (
            name(line.cell_text("id"), ""),
            name("", &normalize_number(line.cell_text(ORDINAL_COLUMN))),
        );
        let is_turned = keyed[1].is_empty() || (!is_there(&keyed) && is_there(&turned));
        if is_turned { turned } else { keyed }
    }

    /// Does a source say what the row says?
    fn matches_source(&self, line: &SheetRow<'_>, key: &[String]) -> bool {
        let place = self.index.get(&(SheetKind::Sources, key.to_vec()));
        let old = place.and_then(|(file, pointer)| self.files[*file].value.pointer(pointer));
        old.is_some_and(|old| merge_row(line, old, self.main_lang) == *old)
    }

    /// The turn that is typed, or that follows from the rows before; empty where it does not follow.
    fn row_ordinal(&self, table: SheetKind, of: &[String], typed: &str) -> String {
        match (table, self.existing.last_ordinal(of)) {
            _ if !typed.is_empty() => normalize_number(typed),
            (SheetKind::Commitments, 1) => "1".to_owned(),
            (SheetKind::Commitments, _) => String::new(),
            _ => (self.row_ordinals.last_ordinal(of) + 1).to_string(),
        }
    }

    fn store_row(&mut self, line: &SheetRow<'_>, name: &SheetRowKey) {
        let found = self.index.get(name).cloned();
        let old = found
            .as_ref()
            .and_then(|(file, pointer)| self.files[*file].value.pointer(pointer));
        let old = old.unwrap_or(&Value::Null);
        let new = merge_row(line, old, self.main_lang);
        // What moves up to a number that has no columns would be added once more the next time.
        if merge_row(line, &new, self.main_lang) != new {
            return self.reject_row(line, line.later_entry_column(), "gap", "");
        }
        let is_new = new != *old;
        let place = match found {
            Some((file, pointer)) => {
                if is_new
                    && has_ordinal(line.sheet.kind)
                    && line.cell_text(ORDINAL_COLUMN).is_empty()
                {
                    return self.reject_row(line, ORDINAL_COLUMN, "turn", &name.1[2]);
                }
                if let Some(old) = self.files[file]
                    .value
                    .pointer_mut(&pointer)
                    .filter(|_| is_new)
                {
                    *old = new;
                    self.changed_files.insert(file);
                }
                (file, pointer)
            }
            None => match self.insert_record(line, name, new) {
                Ok(place) => place,
                Err(column) => {
                    let found = display_key(parent_key(name.0, &name.1));
                    return self.reject_row(line, column, "no-parent", &found);
                }
            },
        };
        self.rows.insert(
            (self.files[place.0].path.clone(), place.1),
            Some((line.sheet_index, line.row_number)),
        );
    }

    /// Adds what is new; or gives the column that names what is not there.
    fn insert_record(
        &mut self,
        line: &SheetRow<'_>,
        name: &SheetRowKey,
        new: Value,
    ) -> Result<(usize, String), &'static str> {
        let (table, key) = name;
        let place = match table {
            SheetKind::Stops => {
                self.files.push(RecordFile {
                    path: self.new_stop_path(line, &key[0]),
                    text: String::new(),
                    value: new,
                });
                (self.files.len() - 1, String::new())
            }
            SheetKind::FollowUps => self.append_follow_up(&key[1], new),
            _ => {
                let (tables, column): (&[SheetKind], _) = match table {
                    SheetKind::Responses => (
                        &[SheetKind::Aspirations, SheetKind::Announcements],
                        ENTRY_COLUMN,
                    ),
                    SheetKind::Commitments => (&[SheetKind::Responses], ENTRY_COLUMN),
                    _ => (&[SheetKind::Stops], STOP_COLUMN),
                };
                let found = tables.iter().find_map(|above_table| {
                    Some((
                        *above_table,
                        self.index
                            .get(&(*above_table, parent_key(*table, key).to_vec()))?
                            .clone(),
                    ))
                });
                let (parent, (file, pointer)) = found.ok_or(column)?;
                let record = self.files[file]
                    .value
                    .pointer_mut(&pointer)
                    .and_then(Value::as_object_mut);
                let n = push_record(record.ok_or(column)?, parent, table.list_key(), new);
                (file, format!("{pointer}/{}/{n}", table.list_key()))
            }
        };
        if let Some(of) = ordinal_scope(*table, key) {
            self.existing.next_ordinal(of);
        }
        self.index.insert(name.clone(), place.clone());
        self.changed_files.insert(place.0);
        Ok(place)
    }

    /// The file of a new stop, as `jhur new stop` calls it.
    fn new_stop_path(&self, line: &SheetRow<'_>, number: &str) -> String {
        let district = line.cell_text("district");
        let is_key = Key::try_from(district.to_owned()).is_ok();
        let stem = format!(
            "{number:0>3}{}",
            if is_key {
                format!("-{district}")
            } else {
                String::new()
            }
        );
        let mut stem: String = stem
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .take(80)
            .collect();
        let path = |stem: &str| format!("content/stops/{stem}.yaml");
        while self.files.iter().any(|file| file.path == path(&stem)) {
            stem.push_str("-2");
        }
        path(&stem)
    }

    /// Puts news into its month's file; a day that is none is found there by the rules.
    fn append_follow_up(&mut self, date: &str, new: Value) -> (usize, String) {
        let month = Day::parse(date).map_or_else(
            || "0000-00".to_owned(),
            |day| day.to_string().chars().take(7).collect(),
        );
        let path = format!("content/follow-ups/{month}.yaml");
        let file = self
            .files
            .iter()
            .position(|file| file.path == path)
            .unwrap_or(self.files.len());
        if file == self.files.len() {
            self.files.push(RecordFile {
                path,
                text: String::new(),
                value: Value::Array(Vec::new()),
            });
        }
        let value = &mut self.files[file].value;
        if !value.is_array() {
            *value = Value::Array(Vec::new());
        }
        let list = value.as_array_mut().map_or(0, |list| {
            list.push(new);
            list.len() - 1
        });
        (file, format!("/{list}"))
    }

    fn into_result(self, readings: Vec<RecognisedSheet>) -> ImportResult {
        let mut kept: BTreeMap<SheetKind, Vec<String>> = BTreeMap::new();
        for (table, key) in self
            .index
            .keys()
            .filter(|name| !self.seen_keys.contains(name))
        {
            if readings.iter().any(|reading| reading.kind == *table) {
                kept.entry(*table).or_default().push(display_key(key));
            }
        }
        let changed = self
            .files
            .into_iter()
            .enumerate()
            .filter(|(n, _)| self.changed_files.contains(n));
        let files = changed.map(|(_, file)| file).collect();
        ImportResult {
            files,
            diagnostics: self.diagnostics,
            without_row: kept,
            cell_map: CellMap {
                sheets: readings,
                rows: self.rows,
            },
        }
    }
}

/// Are its rows known by their turn?
fn has_ordinal(table: SheetKind) -> bool {
    matches!(table, SheetKind::Responses | SheetKind::FollowUps)
}

/// That of which the turns are counted, if they are.
fn ordinal_scope(table: SheetKind, key: &[String]) -> Option<&[String]> {
    match table {
        SheetKind::Sources => Some(&key[..1]),
        _ => has_ordinal(table).then(|| &key[..2]),
    }
}

/// What the record in which another one stands is known by.
fn parent_key(table: SheetKind, key: &[String]) -> &[String] {
    if table == SheetKind::Sources {
        &key[..1]
    } else {
        &key[..key.len() - 1]
    }
}

/// A key for people.
fn display_key(key: &[String]) -> String {
    key.iter()
        .filter(|part| !part.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("/")
}

/// The record as the row says it.
fn merge_row(line: &SheetRow<'_>, old: &Value, main: Lang) -> Value {
    let mut typed: FormValues = line.schema.to_values(old, main);
    for (at, column) in line
        .sheet
        .columns
        .iter()
        .filter(|(_, column)| !column.name.starts_with('#'))
    {
        typed.remove(&column.name);
        if let Some(cell) = line.cells.get(at) {
            typed.insert(
                column.name.clone(),
                cell_to_input(&column.field_type, &cell.text),
            );
        }
    }
    line.schema.build_record(old, &normalize(typed), main)
}

/// What stands in a cell, as a form would have it.
fn cell_to_input(shape: &FieldType, text: &str) -> String {
    match shape {
        FieldType::Tokens { .. } | FieldType::EnumList(_) => space_separated(text),
        // Spreadsheets say no where others say nothing.
        FieldType::Boolean if text.trim().eq_ignore_ascii_case("false") => String::new(),
        FieldType::Boolean if text.trim().eq_ignore_ascii_case("true") => "true".to_owned(),
        _ => text.to_owned(),
    }
}

/// Several words with one space between them; people write commas, too.
fn space_separated(text: &str) -> String {
    text.split([',', ';', ' ', '\n', '\t'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Puts a record at the end of a list in another one; gives its place there.
fn push_record(record: &mut Map<String, Value>, table: SheetKind, list: &str, new: Value) -> usize {
    if let Some(Value::Array(all)) = record.get_mut(list) {
        all.push(new);
        all.len() - 1
    } else {
        table
            .form_schema()
            .set(record, list, Value::Array(vec![new]));
        0
    }
}
