//! Spreadsheets in: the cells of an .xlsx, .ods or .csv file as text, with nothing guessed and nothing held in memory that was not
//! measured before. What the columns mean is not its business.
//!
//! Days become `2022-03-18` and numbers their digits, whichever way the file has them. A cell whose content cannot be known (a formula
//! that was never calculated, a part of merged cells) says so.

mod csv;
mod date;
mod ods;
mod xlsx;
mod xml;
mod zip_archive;

use crate::diag::{Code, Diagnostic};
use std::collections::BTreeMap;
use std::path::Path;
use zip_archive::Package;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 20_000_000;
/// The most cells in which something stands, in all sheets.
const MOST_CELLS: usize = 500_000;
/// The most bytes of text in all cells.
const MOST_TEXT: usize = 50_000_000;
/// The last row that spreadsheet programs have.
const LAST_ROW: u32 = 1_048_576;
/// The last column that they have, counted from 0.
const LAST_COLUMN: u32 = 16_383;

/// A sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; of a .csv file, that of the file.
    pub name: String,
    /// The rows in which something stands, by their number from 1.
    pub rows: BTreeMap<u32, Row>,
}

/// The cells of a row in which something stands, by their column from 0.
pub type Row = BTreeMap<u32, Cell>;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Why that may not be what was meant.
    pub doubt: Option<Doubt>,
}

/// Why what a cell holds cannot be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// A formula that was never calculated.
    Formula,
    /// `#REF!` and the like.
    Error,
    /// It lies under another cell with which it was merged.
    Merged,
}

impl Doubt {
    /// The argument `case` of messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Formula => "formula",
            Self::Error => "error",
            Self::Merged => "merged",
        }
    }
}

/// What a spreadsheet calls a cell: `C14`.
pub fn address(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default()));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Refused {
    Empty,
    TooLarge,
    Password,
    Old,
    Foreign,
    Damaged,
    Encoding,
}

impl Refused {
    /// The argument `case` of messages.
    fn word(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::Password => "password",
            Self::Old => "old",
            Self::Foreign => "foreign",
            Self::Damaged => "damaged",
            Self::Encoding => "encoding",
        }
    }
}

/// Reads a spreadsheet: what it is follows from its content, not from its name.
///
/// # Errors
/// If it cannot be read, is too large, or is no spreadsheet.
pub fn sheets(path: &Path) -> Result<Vec<Sheet>, Diagnostic> {
    let shown = || path.display().to_string();
    let refuse =
        |why: Refused| Diagnostic::nowhere(Code::BadSpreadsheet).with("path", shown()).with("case", why.word());
    let unreadable = |refused: std::io::Error| {
        let reason = if refused.kind() == std::io::ErrorKind::NotFound { "missing" } else { "other" };
        Diagnostic::nowhere(Code::CannotRead).with("path", shown()).with("reason", reason)
    };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST {
        return Err(refuse(Refused::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_text =
        path.extension().is_some_and(|end| ["csv", "tsv", "txt"].iter().any(|text| end.eq_ignore_ascii_case(text)));
    read(bytes, &name, is_text).map_err(refuse)
}

fn read(bytes: Vec<u8>, name: &str, is_text: bool) -> Result<Vec<Sheet>, Refused> {
    match bytes.get(..4) {
        _ if bytes.is_empty() => Err(Refused::Empty),
        Some(b"PK\x03\x04") => {
            let mut package = Package::open(bytes)?;
            if package.is_ods() { ods::read(&mut package) } else { xlsx::read(&mut package) }
        }
        // The container of old Office files; a new one with a password lies in it, too.
        Some([0xD0, 0xCF, 0x11, 0xE0]) => {
            let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
            let has_password = bytes.windows(wide.len()).any(|w| w == wide);
            Err(if has_password { Refused::Password } else { Refused::Old })
        }
        _ if is_text => csv::read(bytes, name),
        _ => Err(Refused::Foreign),
    }
}

/// Takes cells as long as there is room for them.
struct Room {
    cells: usize,
    text: usize,
}

impl Room {
    fn new() -> Self {
        Self { cells: MOST_CELLS, text: MOST_TEXT }
    }

    /// Puts a cell into a sheet, if something stands in it.
    fn put(&mut self, sheet: &mut Sheet, row: u32, column: u32, cell: Cell) -> Result<(), Refused> {
        if cell.doubt.is_none() && cell.text.trim().is_empty() {
            return Ok(());
        }
        if row > LAST_ROW || column > LAST_COLUMN {
            return Err(Refused::TooLarge);
        }
        self.cells = self.cells.checked_sub(1).ok_or(Refused::TooLarge)?;
        self.text = self.text.checked_sub(cell.text.len()).ok_or(Refused::TooLarge)?;
        sheet.rows.entry(row).or_default().insert(column, cell);
        Ok(())
    }
}

/// A number as it would be typed.
fn number(text: &str) -> String {
    match text.trim().parse::<f64>() {
        // Programs write 2023 as 2023.0 or 2.023E3.
        Ok(number) if number.is_finite() && number.abs() < 1e15 => number.to_string(),
        _ => text.trim().to_owned(),
    }
}

/// The cells that were merged with the one at the upper left.
#[derive(Clone, Copy, Debug)]
struct Merged {
    rows: (u32, u32),
    columns: (u32, u32),
}

/// Marks what lies under merged cells, in the rows and columns in which something stands.
fn mark(sheet: &mut Sheet, merged: &[Merged], room: &mut Room) -> Result<(), Refused> {
    let last = sheet.rows.values().filter_map(|row| row.last_key_value()).map(|(column, _)| *column).max();
    for Merged { rows, columns } in merged {
        for (row, cells) in sheet.rows.range_mut(rows.0..=rows.1.max(rows.0)) {
            let marked = columns.0..=columns.1.min(last.unwrap_or_default());
            room.cells = room.cells.checked_sub(1 + marked.clone().count()).ok_or(Refused::TooLarge)?;
            for column in marked {
                if (*row, column) != (rows.0, columns.0) {
                    cells.entry(column).or_default().doubt = Some(Doubt::Merged);
                }
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_have_the_names_that_people_see() {
        let all = [(1, 0), (14, 2), (3, 25), (3, 26), (9, 701), (9, 702), (1, LAST_COLUMN)];
        let names: Vec<String> = all.iter().map(|(row, column)| address(*row, *column)).collect();
        assert_eq!(names, ["A1", "C14", "Z3", "AA3", "ZZ9", "AAA9", "XFD1"]);
    }

    #[test]
    fn numbers_are_as_they_would_be_typed() {
        let all = ["2023", "2023.0", "2.023E3", "0.5", "-3", "1e300", "NaN"];
        assert_eq!(all.map(number), ["2023", "2023", "2023", "0.5", "-3", "1e300", "NaN"]);
    }
}
