//! Headings read back: which sheet of a workbook is which, where its headings stand, and which column is which field. Headings
//! of either language are known.

use super::Table;
use super::cell_diagnostics::Fault;
use super::column::{Column, Extent, columns};
use crate::diag::messages::{Language, Words};
use crate::diag::{Code, Diagnostic, nearest};
use crate::records::Lang;
use crate::spreadsheet::Sheet;
use std::collections::{BTreeMap, BTreeSet};

/// Headings are looked for in so many rows: some people put a title above them.
const FIRST_ROWS: usize = 10;

/// A sheet that was recognised.
pub(super) struct Reading {
    pub(super) table: Table,
    /// The row of the headings.
    pub(super) head: u32,
    /// The fields that stand in the columns.
    pub(super) columns: BTreeMap<u32, Column>,
    pub(super) sheet: Sheet,
}

impl Reading {
    /// The column of a field.
    pub(super) fn column(&self, name: &str) -> Option<u32> {
        self.columns.iter().find(|(_, column)| column.name == name).map(|(at, _)| *at)
    }

    /// What is missing in a record, as a cell that has to be filled in.
    pub(super) fn needed(&self, missing: Diagnostic, column: u32) -> Diagnostic {
        let heading = self.sheet.rows.get(&self.head).and_then(|row| row.get(&column));
        let heading = heading.map(|cell| cell.text.trim().to_owned()).unwrap_or_default();
        let fault = Diagnostic { code: Code::SheetCell, related: Vec::new(), ..missing };
        fault.with("case", "needed").with("found", heading)
    }
}

/// All headings that there can be.
pub(super) struct Headings {
    words: [Words; 2],
    main: Lang,
    /// By sheet, the headings with `#` for each number.
    known: BTreeMap<Table, BTreeMap<String, String>>,
}

impl Headings {
    pub(super) fn new(main: Lang) -> Self {
        let words = [Language::Indonesian, Language::English].map(Words::program);
        let extent = Extent { main, langs: &Lang::ALL, seen: &BTreeSet::new() };
        let headings = |table: Table| {
            let all = columns(table, &table.form(), &extent);
            let both = words.iter().flat_map(|words| all.iter().map(|c| (plain(&c.heading(words)), c.name.clone())));
            let numbered = both.map(|(heading, name)| (without_numbers(&heading).0, steps_without_numbers(&name)));
            (table, numbered.collect())
        };
        let known = Table::ALL.into_iter().map(headings).collect();
        Self { words, main, known }
    }

    /// Which sheet a name is for.
    fn named(&self, name: &str) -> Option<Table> {
        let name = plain(name).replace(['-', '_'], " ");
        let is = |table: &Table| self.words.iter().any(|w| plain(&table.name(w)).replace('-', " ") == name);
        Table::ALL.into_iter().find(is)
    }

    /// Is it a sheet that only explains?
    fn explains(&self, name: &str) -> bool {
        let own = ["sheet-instructions", "sheet-lists"];
        self.words.iter().any(|words| own.iter().any(|key| plain(&words.say(key, &[])) == plain(name)))
    }

    /// The field of a heading.
    fn field(&self, table: Table, heading: &str) -> Option<String> {
        let (pattern, numbers) = without_numbers(&plain(heading));
        let name = self.known.get(&table)?.get(&pattern)?;
        let mut numbers = numbers.into_iter();
        let step = |step: &str| match step {
            "#" => Some(numbers.next()?.checked_sub(1)?.to_string()),
            step => Some(step.to_owned()),
        };
        Some(name.split('.').map(step).collect::<Option<Vec<_>>>()?.join("."))
    }

    /// The row of a sheet in which most headings of a table stand, and how many do.
    fn head(&self, table: Table, sheet: &Sheet) -> Option<(u32, usize)> {
        let count =
            |row: &crate::spreadsheet::RowCells| row.values().filter(|c| self.field(table, &c.text).is_some()).count();
        let rows = sheet.rows.iter().take(FIRST_ROWS).map(|(number, row)| (*number, count(row)));
        rows.rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0)
    }

    /// Recognises a sheet by its name, or else by its headings; none if it is no sheet of ours.
    pub(super) fn recognise(&self, sheet: Sheet, faults: &mut Vec<Fault>) -> Option<Reading> {
        if self.explains(&sheet.name) {
            return None;
        }
        let named = self.named(&sheet.name);
        let table = named.or_else(|| {
            let heads = Table::ALL.into_iter().filter_map(|table| Some((self.head(table, &sheet)?.1, table)));
            heads.rev().max_by_key(|(count, _)| *count).filter(|(count, _)| *count > 2).map(|(_, table)| table)
        });
        let Some(table) = table else {
            if !sheet.rows.is_empty() {
                let fault = Diagnostic::nowhere(Code::SheetUnknown).with("found", &*sheet.name);
                faults.push(Fault::whole(&sheet, fault));
            }
            return None;
        };
        let Some((head, _)) = self.head(table, &sheet) else {
            // A sheet of ours in which nothing stands says nothing.
            if !sheet.rows.is_empty() {
                faults.push(self.missing(table, table.keys()[0], &sheet));
            }
            return None;
        };
        let columns = self.columns(table, head, &sheet, faults);
        let has = |key: &str| columns.values().any(|column| column.name == key);
        let missing = table.keys().iter().filter(|key| **key != super::TURN && !has(key));
        faults.extend(missing.map(|key| self.missing(table, key, &sheet)));
        Some(Reading { table, head, columns, sheet })
    }

    fn columns(&self, table: Table, head: u32, sheet: &Sheet, faults: &mut Vec<Fault>) -> BTreeMap<u32, Column> {
        let mut names: BTreeMap<u32, String> = BTreeMap::new();
        for (at, cell) in &sheet.rows[&head] {
            let mut fault = |fault: Diagnostic| {
                faults.push(Fault::at(sheet, head, head, *at, fault.with("found", cell.text.trim())));
            };
            match self.field(table, &cell.text) {
                Some(name) if names.values().any(|other| *other == name) => {
                    fault(Diagnostic::nowhere(Code::SheetColumn).with("case", "twice"));
                }
                Some(name) => drop(names.insert(*at, name)),
                None => fault(Diagnostic::nowhere(Code::SheetColumnUnknown).with("near", self.near(table, &cell.text))),
            }
        }
        for (row, cells) in sheet.rows.range(head + 1..) {
            let stray = cells.keys().find(|at| !sheet.rows[&head].contains_key(at));
            if let Some(at) = stray {
                let fault = Diagnostic::nowhere(Code::SheetColumn).with("case", "no-heading").with("found", "");
                faults.push(Fault::at(sheet, head, *row, *at, fault));
                break;
            }
        }
        self.described(table, names)
    }

    /// The columns of the names, as export would make them.
    fn described(&self, table: Table, names: BTreeMap<u32, String>) -> BTreeMap<u32, Column> {
        let seen: BTreeSet<String> = names.values().cloned().collect();
        let all = columns(table, &table.form(), &Extent { main: self.main, langs: &[], seen: &seen });
        let mut all: BTreeMap<String, Column> = all.into_iter().map(|c| (c.name.clone(), c)).collect();
        names.into_iter().filter_map(|(at, name)| Some((at, all.remove(&name)?))).collect()
    }

    fn missing(&self, table: Table, key: &str, sheet: &Sheet) -> Fault {
        let extent = Extent { main: self.main, langs: &[], seen: &BTreeSet::new() };
        let column = columns(table, &table.form(), &extent).into_iter().find(|column| column.name == key);
        let names = self.words.iter().filter_map(|words| Some(column.as_ref()?.heading(words)));
        let fault = Diagnostic::nowhere(Code::SheetColumn).with("case", "missing");
        Fault::whole(sheet, fault.with("found", names.collect::<Vec<_>>().join(" / ")))
    }

    /// The heading most like one that is not known.
    fn near(&self, table: Table, heading: &str) -> String {
        let (pattern, numbers) = without_numbers(&plain(heading));
        let near = nearest(&pattern, self.known[&table].keys().map(String::as_str)).unwrap_or_default();
        numbers
            .iter()
            .fold(near.to_owned(), |near, number| near.replacen('#', &number.to_string(), 1))
            .replace('#', "1")
    }
}

/// A heading as it is compared: in lower case, with single spaces.
fn plain(heading: &str) -> String {
    heading.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// A heading with `#` for its numbers.
fn without_numbers(heading: &str) -> (String, Vec<usize>) {
    let (mut text, mut numbers): (String, Vec<usize>) = (String::new(), Vec::new());
    let mut rest = heading;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let digits = rest[at..].find(|c: char| !c.is_ascii_digit()).map_or(rest.len(), |end| at + end);
        // Nobody has a thousandth source.
        numbers.push(rest[at..digits].parse().ok().filter(|n| *n < 1000).unwrap_or_default());
        text.push_str(&rest[..at]);
        text.push('#');
        rest = &rest[digits..];
    }
    (text + rest, numbers)
}

fn steps_without_numbers(name: &str) -> String {
    let step = |step: &str| if step.bytes().all(|b| b.is_ascii_digit()) { "#".to_owned() } else { step.to_owned() };
    name.split('.').map(step).collect::<Vec<_>>().join(".")
}
