//! Rows of sheets become changes to records. A row is known by its key; what has no row stays, and so does every field that has no
//! column. An empty cell takes its field away.

use super::cell_diagnostics::{Cells, Fault};
use super::ordinals::Turns;
use super::recognise::{Headings, Reading};
use super::record_files::{Original, canonical, known};
use super::{ENTRY, STOP, TURN, Table};
use crate::diag::{Code, Diagnostic};
use crate::editing::{Flat, Form, Shape, without_empty};
use crate::records::{Day, Key, Lang};
use crate::spreadsheet::{RowCells, Sheet};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What came of sheets.
pub struct Taken {
    /// The files that are to say something else.
    pub files: Vec<Original>,
    /// What is wrong with the sheets themselves.
    pub faults: Vec<Fault>,
    /// Records of the sheets' kinds that have no row and stay as they are, by their sheet.
    pub kept: BTreeMap<Table, Vec<String>>,
    /// Which rows became which records.
    pub cells: Cells,
}

/// Holds sheets against the files. `main` is the language of texts that name none.
pub fn take(sheets: Vec<Sheet>, files: Vec<Original>, main: Lang) -> Taken {
    let headings = Headings::new(main);
    let mut faults = Vec::new();
    let mut readings: Vec<Reading> = sheets.into_iter().filter_map(|s| headings.recognise(s, &mut faults)).collect();
    readings.sort_by_key(|reading| reading.table);
    let mut taking = Taking::new(files, main, faults);
    // Where a column is missing by which rows are known, every row would be at fault.
    if taking.faults.iter().all(|fault| !fault.diagnostic.is_error()) {
        for (n, reading) in readings.iter().enumerate() {
            let form = reading.table.form();
            let line = |(number, row): (&u32, _)| Line { of: n, reading, form: &form, number: *number, row };
            let mut lines: Vec<Line<'_>> = reading.sheet.rows.range(reading.head + 1..).map(line).collect();
            // What names no source is held against those that no row names.
            lines.sort_by_key(Line::names_no_source);
            for line in lines {
                taking.row(line);
            }
        }
    }
    taking.done(readings)
}

/// A row of a sheet.
#[derive(Clone, Copy)]
struct Line<'r> {
    /// The number of its sheet.
    of: usize,
    reading: &'r Reading,
    form: &'r Form,
    number: u32,
    row: &'r RowCells,
}

impl Line<'_> {
    /// What is typed in the column of a field.
    fn typed(&self, name: &str) -> &str {
        let cell = self.reading.column(name).and_then(|at| self.row.get(&at));
        cell.map_or("", |cell| cell.text.trim())
    }

    /// Is it of a source, and says neither its key nor its turn?
    fn names_no_source(&self) -> bool {
        self.reading.table == Table::Sources && self.typed("id").is_empty() && self.typed(TURN).is_empty()
    }

    /// The first column of a second or later entry of a list in which something stands.
    fn numbered(&self) -> &str {
        let is_later = |name: &str| name.split('.').any(|step| step.parse::<usize>().is_ok_and(|n| n > 0));
        let mut filled = self.reading.columns.iter().filter(|(at, _)| self.row.contains_key(at));
        filled.find(|(_, column)| is_later(&column.name)).map_or(STOP, |(_, column)| &column.name)
    }

    fn fault(&self, column: &str, fault: Diagnostic) -> Fault {
        let at = self.reading.column(column).or_else(|| self.row.keys().next().copied()).unwrap_or_default();
        Fault::at(&self.reading.sheet, self.reading.head, self.number, at, fault)
    }
}

/// By what a row is known.
type Name = (Table, Vec<String>);

struct Taking {
    files: Vec<Original>,
    main: Lang,
    /// Where every record stands: the number of its file, and the place in it.
    index: BTreeMap<Name, (usize, String)>,
    /// How many responses, follow-ups or sources there are.
    last: Turns,
    /// The turns of the rows so far.
    turns: Turns,
    seen: BTreeSet<Name>,
    /// The sources without a key that were there before and have no row so far.
    unnamed: BTreeSet<Vec<String>>,
    rows: BTreeMap<(String, String), Option<(usize, u32)>>,
    /// The numbers of the files that changed.
    changed: BTreeSet<usize>,
    faults: Vec<Fault>,
}

impl Taking {
    fn new(files: Vec<Original>, main: Lang, faults: Vec<Fault>) -> Self {
        let (mut index, mut rows, mut last) = (BTreeMap::new(), BTreeMap::new(), Turns::default());
        let mut unnamed = BTreeSet::new();
        for record in known(&files) {
            if let Some(of) = counted(record.table, &record.key) {
                last.next(of);
            }
            if record.table == Table::Sources && record.key[1].is_empty() {
                unnamed.insert(record.key.clone());
            }
            rows.insert((files[record.file].path.clone(), record.pointer.clone()), None);
            index.entry((record.table, record.key)).or_insert((record.file, record.pointer));
        }
        let (turns, seen, changed) = (Turns::default(), BTreeSet::new(), BTreeSet::new());
        Self { files, main, index, last, turns, seen, unnamed, rows, changed, faults }
    }

    fn row(&mut self, line: Line<'_>) {
        let columns = line.reading.columns.iter();
        let doubtful = columns.filter_map(|(at, column)| Some((column, line.row.get(at)?, line.row.get(at)?.problem?)));
        let before = self.faults.len();
        self.faults.extend(doubtful.map(|(column, cell, doubt)| {
            let fault = Diagnostic::nowhere(Code::SheetCell).with("case", doubt.as_str()).with("found", &*cell.text);
            line.fault(&column.name, fault)
        }));
        let is_empty = line.reading.columns.keys().all(|at| !line.row.contains_key(at));
        if is_empty || self.faults.len() > before {
            return;
        }
        match self.key(&line) {
            Ok(key) => {
                self.unnamed.remove(&key);
                let name = (line.reading.table, key);
                if self.seen.insert(name.clone()) {
                    self.put(&line, &name);
                } else {
                    let mut parts = line.reading.table.keys().iter().zip(&name.1);
                    let column = parts.rfind(|(_, part)| !part.is_empty()).map_or(STOP, |(column, _)| column);
                    self.refuse(&line, column, "twice", &shown(&name.1));
                }
            }
            Err((column, case, found)) => self.refuse(&line, column, case, &found),
        }
    }

    fn refuse(&mut self, line: &Line<'_>, column: &str, case: &'static str, found: &str) {
        let fault = Diagnostic::nowhere(Code::SheetRow).with("case", case).with("found", found);
        self.faults.push(line.fault(column, fault));
    }

    /// What the row is known by; or the column in which that is missing, and what is wrong with it.
    fn key(&mut self, line: &Line<'_>) -> Result<Vec<String>, (&'static str, &'static str, String)> {
        let table = line.reading.table;
        let mut key: Vec<String> = Vec::new();
        for column in table.keys() {
            let typed = line.typed(column);
            let part = match *column {
                "id" if table == Table::Sources => {
                    key = self.source(line, &key[0]);
                    break;
                }
                TURN => self.turn(table, &key, typed),
                STOP | "number" => canonical(typed),
                "about" => words(typed),
                _ => typed.to_owned(),
            };
            if part.is_empty() {
                return Err((column, if *column == TURN { "which-response" } else { "no-key" }, String::new()));
            }
            key.push(part);
        }
        if let Some(of) = counted(table, &key).filter(|_| !key[2].is_empty()) {
            let next = self.last.last(of) + 1;
            if !self.index.contains_key(&(table, key.clone())) && key[2] != next.to_string() {
                return Err((TURN, "turn-gap", next.to_string()));
            }
            self.turns.note(of, key[2].parse().unwrap_or_default());
        }
        Ok(key)
    }

    /// What a source of a stop is known by: its key; or its turn, also when it gets a key; without either it is one that says what the
    /// row says, or a new one.
    fn source(&self, line: &Line<'_>, stop: &str) -> Vec<String> {
        let name = |id: &str, turn: &str| [stop, id, turn].map(str::to_owned).to_vec();
        let is_there = |key: &Vec<String>| self.index.contains_key(&(Table::Sources, key.clone()));
        if line.names_no_source() {
            let mut own = self.unnamed.range(name("", "")..).take_while(|key| key[0] == stop);
            let same = own.find(|key| self.says(line, key)).cloned();
            return same.unwrap_or_else(|| name("", &(self.last.last(&[stop.to_owned()]) + 1).to_string()));
        }
        let (keyed, turned) = (name(line.typed("id"), ""), name("", &canonical(line.typed(TURN))));
        let is_turned = keyed[1].is_empty() || (!is_there(&keyed) && is_there(&turned));
        if is_turned { turned } else { keyed }
    }

    /// Does a source say what the row says?
    fn says(&self, line: &Line<'_>, key: &[String]) -> bool {
        let place = self.index.get(&(Table::Sources, key.to_vec()));
        let old = place.and_then(|(file, pointer)| self.files[*file].value.pointer(pointer));
        old.is_some_and(|old| changed(line, old, self.main) == *old)
    }

    /// The turn that is typed, or that follows from the rows before; empty where it does not follow.
    fn turn(&self, table: Table, of: &[String], typed: &str) -> String {
        match (table, self.last.last(of)) {
            _ if !typed.is_empty() => canonical(typed),
            (Table::Commitments, 1) => "1".to_owned(),
            (Table::Commitments, _) => String::new(),
            _ => (self.turns.last(of) + 1).to_string(),
        }
    }

    fn put(&mut self, line: &Line<'_>, name: &Name) {
        let found = self.index.get(name).cloned();
        let old = found.as_ref().and_then(|(file, pointer)| self.files[*file].value.pointer(pointer));
        let old = old.unwrap_or(&Value::Null);
        let new = changed(line, old, self.main);
        // What moves up to a number that has no columns would be added once more the next time.
        if changed(line, &new, self.main) != new {
            return self.refuse(line, line.numbered(), "gap", "");
        }
        let is_new = new != *old;
        let place = match found {
            Some((file, pointer)) => {
                if is_new && has_turn(line.reading.table) && line.typed(TURN).is_empty() {
                    return self.refuse(line, TURN, "turn", &name.1[2]);
                }
                if let Some(old) = self.files[file].value.pointer_mut(&pointer).filter(|_| is_new) {
                    *old = new;
                    self.changed.insert(file);
                }
                (file, pointer)
            }
            None => match self.add(line, name, new) {
                Ok(place) => place,
                Err(column) => {
                    let found = shown(above(name.0, &name.1));
                    return self.refuse(line, column, "no-parent", &found);
                }
            },
        };
        self.rows.insert((self.files[place.0].path.clone(), place.1), Some((line.of, line.number)));
    }

    /// Adds what is new; or gives the column that names what is not there.
    fn add(&mut self, line: &Line<'_>, name: &Name, new: Value) -> Result<(usize, String), &'static str> {
        let (table, key) = name;
        let place = match table {
            Table::Stops => {
                self.files.push(Original { path: self.stop_path(line, &key[0]), text: String::new(), value: new });
                (self.files.len() - 1, String::new())
            }
            Table::FollowUps => self.append_follow_up(&key[1], new),
            _ => {
                let (tables, column): (&[Table], _) = match table {
                    Table::Responses => (&[Table::Aspirations, Table::Announcements], ENTRY),
                    Table::Commitments => (&[Table::Responses], ENTRY),
                    _ => (&[Table::Stops], STOP),
                };
                let found = tables.iter().find_map(|above_table| {
                    Some((*above_table, self.index.get(&(*above_table, above(*table, key).to_vec()))?.clone()))
                });
                let (parent, (file, pointer)) = found.ok_or(column)?;
                let record = self.files[file].value.pointer_mut(&pointer).and_then(Value::as_object_mut);
                let n = push(record.ok_or(column)?, parent, table.word(), new);
                (file, format!("{pointer}/{}/{n}", table.word()))
            }
        };
        if let Some(of) = counted(*table, key) {
            self.last.next(of);
        }
        self.index.insert(name.clone(), place.clone());
        self.changed.insert(place.0);
        Ok(place)
    }

    /// The file of a new stop, as `jhur new stop` calls it.
    fn stop_path(&self, line: &Line<'_>, number: &str) -> String {
        let district = line.typed("district");
        let is_key = Key::try_from(district.to_owned()).is_ok();
        let stem = format!("{number:0>3}{}", if is_key { format!("-{district}") } else { String::new() });
        let mut stem: String = stem.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').take(80).collect();
        let path = |stem: &str| format!("content/stops/{stem}.yaml");
        while self.files.iter().any(|file| file.path == path(&stem)) {
            stem.push_str("-2");
        }
        path(&stem)
    }

    /// Puts news into its month's file; a day that is none is found there by the rules.
    fn append_follow_up(&mut self, date: &str, new: Value) -> (usize, String) {
        let month =
            Day::parse(date).map_or_else(|| "0000-00".to_owned(), |day| day.to_string().chars().take(7).collect());
        let path = format!("content/follow-ups/{month}.yaml");
        let file = self.files.iter().position(|file| file.path == path).unwrap_or(self.files.len());
        if file == self.files.len() {
            self.files.push(Original { path, text: String::new(), value: Value::Array(Vec::new()) });
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

    fn done(self, readings: Vec<Reading>) -> Taken {
        let mut kept: BTreeMap<Table, Vec<String>> = BTreeMap::new();
        for (table, key) in self.index.keys().filter(|name| !self.seen.contains(name)) {
            if readings.iter().any(|reading| reading.table == *table) {
                kept.entry(*table).or_default().push(shown(key));
            }
        }
        let changed = self.files.into_iter().enumerate().filter(|(n, _)| self.changed.contains(n));
        let files = changed.map(|(_, file)| file).collect();
        Taken { files, faults: self.faults, kept, cells: Cells { readings, rows: self.rows } }
    }
}

/// Are its rows known by their turn?
fn has_turn(table: Table) -> bool {
    matches!(table, Table::Responses | Table::FollowUps)
}

/// That of which the turns are counted, if they are.
fn counted(table: Table, key: &[String]) -> Option<&[String]> {
    match table {
        Table::Sources => Some(&key[..1]),
        _ => has_turn(table).then(|| &key[..2]),
    }
}

/// What the record in which another one stands is known by.
fn above(table: Table, key: &[String]) -> &[String] {
    if table == Table::Sources { &key[..1] } else { &key[..key.len() - 1] }
}

/// A key for people.
fn shown(key: &[String]) -> String {
    key.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("/")
}

/// The record as the row says it.
fn changed(line: &Line<'_>, old: &Value, main: Lang) -> Value {
    let mut typed: Flat = line.form.flat(old, main);
    for (at, column) in line.reading.columns.iter().filter(|(_, column)| !column.name.starts_with('#')) {
        typed.remove(&column.name);
        if let Some(cell) = line.row.get(at) {
            typed.insert(column.name.clone(), as_typed(&column.shape, &cell.text));
        }
    }
    line.form.build(old, &without_empty(typed), main)
}

/// What stands in a cell, as a form would have it.
fn as_typed(shape: &Shape, text: &str) -> String {
    match shape {
        Shape::Words { .. } | Shape::Choices(_) => words(text),
        // Spreadsheets say no where others say nothing.
        Shape::Truth if text.trim().eq_ignore_ascii_case("false") => String::new(),
        Shape::Truth if text.trim().eq_ignore_ascii_case("true") => "true".to_owned(),
        _ => text.to_owned(),
    }
}

/// Several words with one space between them; people write commas, too.
fn words(text: &str) -> String {
    text.split([',', ';', ' ', '\n', '\t']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Puts a record at the end of a list in another one; gives its place there.
fn push(record: &mut Map<String, Value>, table: Table, list: &str, new: Value) -> usize {
    if let Some(Value::Array(all)) = record.get_mut(list) {
        all.push(new);
        all.len() - 1
    } else {
        table.form().put(record, list, Value::Array(vec![new]));
        0
    }
}
