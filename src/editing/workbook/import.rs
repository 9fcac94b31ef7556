//! Applies the rows of sheets to the records. A row is identified by its key; records that have no
//! row stay as they are. Nothing is written: the result is the new content of the files, and what
//! is wrong with the rows.

use super::cell_diagnostics::CellDiagnostic;
use super::cell_map::{CellMap, RowsByRecord};
use super::keyed_records::{keyed_records, normalize_number};
use super::ordinals::Ordinals;
use super::recognise::{HeadingIndex, RecognisedSheet};
use super::sheet_kind::{ENTRY_COLUMN, ORDINAL_COLUMN, STOP_COLUMN, SheetKind};
use super::sheet_row::{SheetRow, space_separated};
use crate::diag::{Code, Diagnostic};
use crate::editing::{RecordFile, RecordPath, paths};
use crate::records::{Day, Key, Lang};
use crate::spreadsheet::Sheet;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The result of applying sheets to the records.
pub struct ImportResult {
    /// The files whose content is another now; their texts are still the old ones.
    pub files: Vec<RecordFile>,
    /// What is wrong with the sheets themselves.
    pub diagnostics: Vec<CellDiagnostic>,
    /// The keys of records that have no row, although there is a sheet for their kind.
    pub without_row: BTreeMap<SheetKind, Vec<String>>,
    /// Which rows became which records.
    pub cell_map: CellMap,
}

/// Applies sheets to the contents of the record files. `main` is the language of texts that name
/// none.
pub fn import_sheets(sheets: Vec<Sheet>, files: Vec<RecordFile>, main: Lang) -> ImportResult {
    let headings = HeadingIndex::new(main);
    let mut diagnostics = Vec::new();
    let mut recognised = Vec::new();
    for sheet in sheets {
        recognised.extend(headings.recognise_sheet(sheet, &mut diagnostics));
    }
    // Stops before what belongs to them, and so on: a row may belong to a record that another row
    // adds.
    recognised.sort_by_key(|sheet| sheet.kind);
    let is_complete = diagnostics.iter().all(|d| !d.diagnostic.is_error());
    let mut importer = Importer::new(files, main, diagnostics);
    // Where a column is missing that identifies rows, every row would be reported.
    if is_complete {
        for (sheet_index, sheet) in recognised.iter().enumerate() {
            let schema = sheet.kind.form_schema();
            let cells = sheet.sheet.rows.range(sheet.heading_row + 1..);
            let mut rows: Vec<SheetRow<'_>> = cells
                .map(|(row_number, cells)| SheetRow {
                    sheet_index,
                    sheet,
                    schema: &schema,
                    row_number: *row_number,
                    cells,
                })
                .collect();
            // A row without id and ordinal can only be that of a source which no other row
            // identifies.
            rows.sort_by_key(SheetRow::is_unkeyed_source);
            for row in &rows {
                importer.import_row(row);
            }
        }
    }
    importer.into_result(recognised)
}

/// What identifies a row.
type SheetRowKey = (SheetKind, Vec<String>);

/// Where a record is: the index of its file, and its place in it.
type RecordPosition = (usize, RecordPath);

/// Why a row has no key: the column that should identify it, the case of the message, and what was
/// found or expected there.
type KeyProblem = (&'static str, &'static str, String);

struct Importer {
    files: Vec<RecordFile>,
    main_lang: Lang,
    index: BTreeMap<SheetRowKey, RecordPosition>,
    /// The highest ordinals of the records, those that were added included.
    existing: Ordinals,
    /// The highest ordinals of the rows so far.
    row_ordinals: Ordinals,
    seen_keys: BTreeSet<SheetRowKey>,
    /// The keys of the sources that were there before and that no row so far identifies.
    unclaimed_sources: BTreeSet<Vec<String>>,
    rows: RowsByRecord,
    /// The indexes of the files that changed.
    changed_files: BTreeSet<usize>,
    diagnostics: Vec<CellDiagnostic>,
}

impl Importer {
    fn new(files: Vec<RecordFile>, main_lang: Lang, diagnostics: Vec<CellDiagnostic>) -> Self {
        let mut index = BTreeMap::new();
        let mut rows = RowsByRecord::new();
        let mut existing = Ordinals::default();
        let mut unclaimed_sources = BTreeSet::new();
        for record in keyed_records(&files) {
            if let Some(scope) = record.kind.ordinal_scope(&record.key) {
                existing.next_ordinal(scope);
            }
            if record.kind == SheetKind::Sources {
                unclaimed_sources.insert(record.key.clone());
            }
            let path = files[record.file].path.clone();
            rows.insert((path, record.path.clone()), None);
            // Of two records with the same key, which the rules report, rows are for the first.
            index
                .entry((record.kind, record.key))
                .or_insert((record.file, record.path));
        }
        Self {
            files,
            main_lang,
            index,
            existing,
            row_ordinals: Ordinals::default(),
            seen_keys: BTreeSet::new(),
            unclaimed_sources,
            rows,
            changed_files: BTreeSet::new(),
            diagnostics,
        }
    }

    fn import_row(&mut self, row: &SheetRow<'_>) {
        let mut problems = row.cell_problems();
        if row.is_empty() || !problems.is_empty() {
            self.diagnostics.append(&mut problems);
            return;
        }
        let key = match self.row_key(row) {
            Ok(key) => key,
            Err((column, case, found)) => return self.reject_row(row, column, case, &found),
        };
        self.unclaimed_sources.remove(&key);
        let name = (row.sheet.kind, key);
        if self.seen_keys.insert(name.clone()) {
            self.store_row(row, &name);
        } else {
            // Shown at the last column that identifies it: the others are often the same for a good
            // reason.
            let mut parts = row.sheet.kind.key_columns().iter().zip(&name.1);
            let column = parts
                .rfind(|(_, part)| !part.is_empty())
                .map_or(STOP_COLUMN, |(column, _)| column);
            self.reject_row(row, column, "twice", &display_key(&name.1));
        }
    }

    fn reject_row(&mut self, row: &SheetRow<'_>, column: &str, case: &'static str, found: &str) {
        let diagnostic = Diagnostic::without_span(Code::BadSheetRow)
            .arg("case", case)
            .arg("found", found);
        self.diagnostics.push(row.diagnostic_at(column, diagnostic));
    }

    /// The key that identifies the row's record.
    fn row_key(&mut self, row: &SheetRow<'_>) -> Result<Vec<String>, KeyProblem> {
        let kind = row.sheet.kind;
        let mut key: Vec<String> = Vec::new();
        for column in kind.key_columns() {
            let typed = row.cell_text(column);
            let part = match *column {
                "id" if kind == SheetKind::Sources => {
                    key = self.source_key(row, &key[0]);
                    break;
                }
                ORDINAL_COLUMN => self.row_ordinal(kind, &key, typed),
                STOP_COLUMN | "number" => normalize_number(typed),
                "about" => space_separated(typed),
                _ => typed.to_owned(),
            };
            if part.is_empty() {
                let case = if *column == ORDINAL_COLUMN {
                    "which-response"
                } else {
                    "no-key"
                };
                return Err((column, case, String::new()));
            }
            key.push(part);
        }
        if let Some(scope) = kind.ordinal_scope(&key).filter(|_| !key[2].is_empty()) {
            let next = (self.existing.last_ordinal(scope) + 1).to_string();
            // A new record comes behind the last one; a gap would move it to another ordinal when
            // it is exported again.
            if !self.index.contains_key(&(kind, key.clone())) && key[2] != next {
                return Err((ORDINAL_COLUMN, "turn-gap", next));
            }
            let ordinal = key[2].parse().unwrap_or_default();
            self.row_ordinals.mark_used(scope, ordinal);
        }
        Ok(key)
    }

    /// Identifies the source of a stop to which a row refers: by its id; else by its ordinal (even
    /// if the row now assigns an id); else by an existing source with identical content; else it is
    /// new.
    fn source_key(&self, row: &SheetRow<'_>, stop: &str) -> Vec<String> {
        let key = |id: &str, ordinal: &str| [stop, id, ordinal].map(str::to_owned).to_vec();
        if row.is_unkeyed_source() {
            let mut unclaimed = self
                .unclaimed_sources
                .range(key("", "")..)
                .take_while(|key| key[0] == stop);
            let next = self.existing.last_ordinal(&[stop.to_owned()]) + 1;
            return unclaimed
                .find(|key| self.matches_source(row, key))
                .cloned()
                .unwrap_or_else(|| key("", &next.to_string()));
        }
        let exists =
            |key: &Vec<String>| self.index.contains_key(&(SheetKind::Sources, key.clone()));
        // A row that assigns an id to a source still finds it under its ordinal.
        let by_id = key(row.cell_text("id"), "");
        let by_ordinal = key("", &normalize_number(row.cell_text(ORDINAL_COLUMN)));
        if by_id[1].is_empty() || (!exists(&by_id) && exists(&by_ordinal)) {
            by_ordinal
        } else {
            by_id
        }
    }

    /// Whether a source has the same content as the row, apart from an id that was cleared in the
    /// row.
    fn matches_source(&self, row: &SheetRow<'_>, key: &[String]) -> bool {
        let Some((file, path)) = self.index.get(&(SheetKind::Sources, key.to_vec())) else {
            return false;
        };
        let Some(old) = path.get(&self.files[*file].value) else {
            return false;
        };
        let mut without_id = old.clone();
        if let Some(fields) = without_id.as_object_mut() {
            fields.shift_remove("id");
        }
        row.merge_into(old, self.main_lang) == without_id
    }

    /// The ordinal that is typed, or that follows from the rows before; empty if it does not
    /// follow.
    fn row_ordinal(&self, kind: SheetKind, scope: &[String], typed: &str) -> String {
        if !typed.is_empty() {
            return normalize_number(typed);
        }
        match (kind, self.existing.last_ordinal(scope)) {
            // A commitment names its response, which can be left out where there is only one.
            (SheetKind::Commitments, 1) => "1".to_owned(),
            (SheetKind::Commitments, _) => String::new(),
            _ => (self.row_ordinals.last_ordinal(scope) + 1).to_string(),
        }
    }

    fn store_row(&mut self, row: &SheetRow<'_>, name: &SheetRowKey) {
        let found = self.index.get(name).cloned();
        let old = found.as_ref();
        let old = old.and_then(|(file, path)| path.get(&self.files[*file].value));
        let old = old.unwrap_or(&Value::Null);
        let new = row.merge_into(old, self.main_lang);
        // An entry that moves up to an index without columns would be added once more the next
        // time.
        if row.merge_into(&new, self.main_lang) != new {
            return self.reject_row(row, row.later_entry_column(), "gap", "");
        }
        let is_changed = new != *old;
        let position = match found {
            Some((file, path)) => {
                // The row may have been meant as a new one: only an ordinal says that it changes an
                // existing record.
                let has_ordinal = !row.cell_text(ORDINAL_COLUMN).is_empty();
                if is_changed && row.sheet.kind.has_ordinal() && !has_ordinal {
                    return self.reject_row(row, ORDINAL_COLUMN, "turn", &name.1[2]);
                }
                if is_changed && let Some(old) = path.get_mut(&mut self.files[file].value) {
                    *old = new;
                    self.changed_files.insert(file);
                }
                (file, path)
            }
            None => match self.insert_record(row, name, new) {
                Ok(position) => position,
                Err(column) => {
                    let parent = display_key(name.0.parent_key(&name.1));
                    return self.reject_row(row, column, "no-parent", &parent);
                }
            },
        };
        let (file, path) = position;
        self.rows.insert(
            (self.files[file].path.clone(), path),
            Some((row.sheet_index, row.row_number)),
        );
    }

    /// Adds a record; or gives the column that names a parent which does not exist.
    fn insert_record(
        &mut self,
        row: &SheetRow<'_>,
        name: &SheetRowKey,
        new: Value,
    ) -> Result<RecordPosition, &'static str> {
        let (kind, key) = name;
        let position = match kind {
            SheetKind::Stops => self.add_stop(row, &key[0], new),
            SheetKind::FollowUps => self.add_follow_up(&key[1], new),
            _ => self.add_to_parent(*kind, key, new)?,
        };
        if let Some(scope) = kind.ordinal_scope(key) {
            self.existing.next_ordinal(scope);
        }
        self.index.insert(name.clone(), position.clone());
        self.changed_files.insert(position.0);
        Ok(position)
    }

    /// Adds a record to the list of its kind in the record to which it belongs.
    fn add_to_parent(
        &mut self,
        kind: SheetKind,
        key: &[String],
        new: Value,
    ) -> Result<RecordPosition, &'static str> {
        let (parent_kinds, column): (&[SheetKind], _) = match kind {
            SheetKind::Responses => (
                &[SheetKind::Aspirations, SheetKind::Announcements],
                ENTRY_COLUMN,
            ),
            SheetKind::Commitments => (&[SheetKind::Responses], ENTRY_COLUMN),
            _ => (&[SheetKind::Stops], STOP_COLUMN),
        };
        let parent_key = kind.parent_key(key);
        for parent_kind in parent_kinds {
            // An entry's id is that of one aspiration or one announcement, never of both.
            let Some((file, path)) = self.index.get(&(*parent_kind, parent_key.to_vec())) else {
                continue;
            };
            let parent = path.get_mut(&mut self.files[*file].value);
            let parent = parent.and_then(Value::as_object_mut).ok_or(column)?;
            let schema = parent_kind.form_schema();
            let index = schema.push(parent, kind.list_key(), new);
            return Ok((*file, path.entry(kind.list_key(), index)));
        }
        Err(column)
    }

    /// Adds a stop in a file of its own, named as `jhur new stop` does.
    fn add_stop(&mut self, row: &SheetRow<'_>, number: &str, new: Value) -> RecordPosition {
        let district = row.cell_text("district");
        let stem = if Key::try_from(district.to_owned()).is_ok() {
            format!("{number:0>3}-{district}")
        } else {
            format!("{number:0>3}")
        };
        // The number may be any text until the rules have reported it.
        let stem: String = stem
            .chars()
            .filter(|c| c.is_ascii_alphanumeric() || *c == '-')
            .take(80)
            .collect();
        let is_free = |path: &str| self.files.iter().all(|file| file.path != path);
        let path = paths::free_stop_file_path(&stem, is_free);
        self.files.push(RecordFile {
            path,
            text: String::new(),
            value: new,
        });
        (self.files.len() - 1, RecordPath::default())
    }

    /// Adds a follow-up to the file of its month.
    fn add_follow_up(&mut self, date: &str, new: Value) -> RecordPosition {
        // A date that is none is reported by the rules, which need a file for it.
        let path = Day::parse(date).map_or_else(
            || paths::month_file_path("0000-00"),
            paths::follow_ups_file_path,
        );
        let known = self.files.iter().position(|file| file.path == path);
        let file = known.unwrap_or_else(|| {
            self.files.push(RecordFile {
                path,
                ..RecordFile::default()
            });
            self.files.len() - 1
        });
        let value = &mut self.files[file].value;
        let mut list = match value.take() {
            Value::Array(list) => list,
            _ => Vec::new(),
        };
        let index = list.len();
        list.push(new);
        *value = Value::Array(list);
        (file, RecordPath::default().entry("", index))
    }

    fn into_result(self, sheets: Vec<RecognisedSheet>) -> ImportResult {
        let mut without_row: BTreeMap<SheetKind, Vec<String>> = BTreeMap::new();
        for name in self.index.keys() {
            let (kind, key) = name;
            if !self.seen_keys.contains(name) && sheets.iter().any(|sheet| sheet.kind == *kind) {
                without_row.entry(*kind).or_default().push(display_key(key));
            }
        }
        let files = self.files.into_iter().enumerate();
        let changed = files.filter(|(n, _)| self.changed_files.contains(n));
        ImportResult {
            files: changed.map(|(_, file)| file).collect(),
            diagnostics: self.diagnostics,
            without_row,
            cell_map: CellMap {
                sheets,
                rows: self.rows,
            },
        }
    }
}

/// A key as it is shown: `6/studi-banding/1`.
fn display_key(key: &[String]) -> String {
    let parts = key.iter().map(String::as_str);
    let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
    parts.join("/")
}
