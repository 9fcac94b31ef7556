//! Faults at their cells: `Aspirasi!C14` with the row around it, in place of a file, a line and a column.

use super::recognise::Reading;
use crate::diag::{Code, Diagnostic, File, FileId, Files, Span};
use crate::editing::Place;
use crate::source::parse_strict;
use crate::source::yaml::node::Node;
use crate::spreadsheet::{Sheet, cell_name};
use std::collections::BTreeMap;
use std::ops::Range;

/// How much of the other cells of a row is shown, in characters.
const SHORT: usize = 30;
/// Between the cells of a row.
const BETWEEN: &str = " | ";
/// What shows a cell in which nothing stands.
const NOTHING: &str = "…";

/// A fault at a cell.
#[derive(Clone, Debug)]
pub struct Fault {
    /// What is wrong.
    pub diagnostic: Diagnostic,
    address: String,
    row: u32,
    /// What stands in the row, and where in it the cell.
    text: String,
    range: Range<usize>,
}

impl Fault {
    /// At a cell; `head` is the row of the headings.
    pub(super) fn at(sheet: &Sheet, head: u32, row: u32, column: u32, diagnostic: Diagnostic) -> Self {
        let (text, range) = content(sheet, head, row, column);
        Self { diagnostic, address: format!("{}!{}", sheet.name, cell_name(row, column)), row, text, range }
    }

    /// At a sheet as a whole.
    pub(super) fn whole(sheet: &Sheet, diagnostic: Diagnostic) -> Self {
        Self { diagnostic, address: sheet.name.clone(), row: 1, text: String::new(), range: 0..0 }
    }

    /// The fault with its cell among the files.
    pub fn placed(self, files: &mut Files) -> Diagnostic {
        let id = files.add_row(File { path: self.address, text: self.text }, self.row as usize);
        Diagnostic { span: Some(Span::new(id, self.range)), ..self.diagnostic }
    }
}

/// What stands in a row, cell by cell behind its heading, and where the cell of a column is in it.
fn content(sheet: &Sheet, head: u32, row: u32, column: u32) -> (String, Range<usize>) {
    let cell = |row: u32, column: u32| {
        let text = sheet.rows.get(&row).and_then(|cells| cells.get(&column)).map_or("", |cell| &*cell.text);
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut columns: Vec<u32> = sheet.rows.get(&row).into_iter().flatten().map(|(column, _)| *column).collect();
    if let Err(at) = columns.binary_search(&column) {
        columns.insert(at, column);
    }
    let (mut text, mut range) = (String::new(), 0..0);
    for at in columns {
        if !text.is_empty() {
            text.push_str(BETWEEN);
        }
        let heading = cell(head, at);
        if row != head && !heading.is_empty() {
            text.extend([&*heading, ": "]);
        }
        let whole = cell(row, at);
        let start = text.len();
        match whole.char_indices().nth(SHORT) {
            Some((end, _)) if at != column => text.extend([&whole[..end], NOTHING]),
            _ => text.push_str(if whole.is_empty() { NOTHING } else { &whole }),
        }
        if at == column {
            range = start..text.len();
        }
    }
    (text, range)
}

/// Which rows became which records.
pub struct Cells {
    pub(super) readings: Vec<Reading>,
    /// By file and place in it, the sheet and the row; none for what has no row.
    pub(super) rows: BTreeMap<(String, String), Option<(usize, u32)>>,
}

impl Cells {
    /// Was no sheet recognised?
    pub fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// Puts faults found in records at the cells from which these came; what came from no cell stays where it is.
    pub fn place(&self, faults: Vec<Diagnostic>, files: &mut Files) -> Vec<Diagnostic> {
        let mut placed = {
            let mut trees: BTreeMap<FileId, Option<(&str, Node<'_>)>> = BTreeMap::new();
            for id in faults.iter().filter_map(|fault| Some(fault.span?.file)) {
                let tree = || files.get(id).and_then(|file| Some((&*file.path, parse_strict(&file.text)?)));
                trees.entry(id).or_insert_with(tree);
            }
            let find = |fault: &Diagnostic| {
                let (path, root) = trees.get(&fault.span?.file)?.as_ref()?;
                self.find(path, &Place::of(fault, root))
            };
            let all = faults.into_iter().map(|fault| (find(&fault), fault));
            all.collect::<Vec<_>>()
        };
        placed.sort_by_key(|(cell, _)| *cell);
        let one = |(cell, fault): (Option<(usize, u32, u32)>, Diagnostic)| match cell {
            // Where else it stands is a place in a file that there is not.
            Some((reading, row, column)) => {
                let reading = &self.readings[reading];
                let fault = match fault.code {
                    Code::MissingKey => reading.needed(fault, column),
                    _ => Diagnostic { related: Vec::new(), ..fault },
                };
                Fault::at(&reading.sheet, reading.head, row, column, fault).placed(files)
            }
            None => fault,
        };
        placed.into_iter().map(one).collect()
    }

    /// The sheet, row and column of a place in a file.
    fn find(&self, path: &str, place: &Place) -> Option<(usize, u32, u32)> {
        let steps = place.field.split('.').filter(|step| !step.is_empty());
        let steps: Vec<&str> = place.record.split('/').filter(|step| !step.is_empty()).chain(steps).collect();
        let pointer = |n: usize| steps[..n].iter().flat_map(|step| ["/", step]).collect::<String>();
        let row = |n: &usize| self.rows.get(&(path.to_owned(), pointer(*n)));
        let length = (0..=steps.len()).rev().find(|n| row(n).is_some())?;
        let (reading, row) = (*row(&length)?)?;
        let field = Place { record: String::new(), field: steps[length..].join(".") };
        let columns = &self.readings[reading].columns;
        let near = field.nearest(columns.values().map(|column| &*column.name));
        let column = near.and_then(|name| self.readings[reading].column(name));
        let first = || columns.iter().find(|(_, c)| c.is_key(self.readings[reading].table)).map(|(at, _)| *at);
        Some((reading, row, column.or_else(first)?))
    }
}
