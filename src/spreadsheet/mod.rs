//! Spreadsheets in: the cells of an .xlsx, .ods or .csv file as text, with nothing guessed and nothing held in memory that was not
//! measured before. What the columns mean is not its business.
//!
//! Days become `2022-03-18` and numbers their digits, whichever way the file has them. A cell whose content cannot be known (a formula
//! that was never calculated, a part of merged cells) says so.

pub(crate) mod cell_text;
mod csv;
mod date;
mod ods;
mod xlsx;
mod xml;
mod zip_archive;

use crate::diag::{Code, Diagnostic};
use std::collections::BTreeMap;
use std::path::Path;
use zip_archive::ZipPackage;

/// The largest file that is read, in bytes.
const MAX_FILE_SIZE: u64 = 20_000_000;
/// The most cells in which something stands, in all sheets.
const MAX_CELLS: usize = 500_000;
/// The most bytes of text in all cells.
const MAX_TEXT_BYTES: usize = 50_000_000;
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
    pub rows: BTreeMap<u32, RowCells>,
}

/// The cells of a row in which something stands, by their column from 0.
pub type RowCells = BTreeMap<u32, Cell>;

/// A cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// What stands in it.
    pub text: String,
    /// Why that may not be what was meant.
    pub problem: Option<CellProblem>,
}

/// Why what a cell holds cannot be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// A formula that was never calculated.
    UncalculatedFormula,
    /// `#REF!` and the like.
    ErrorValue,
    /// It lies under another cell with which it was merged.
    CoveredByMerge,
}

impl CellProblem {
    /// The argument `case` of messages.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::UncalculatedFormula => "formula",
            Self::ErrorValue => "error",
            Self::CoveredByMerge => "merged",
        }
    }
}

/// What a spreadsheet calls a cell: `C14`.
pub fn cell_name(row: u32, column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        letters.push(char::from(
            b'A' + u8::try_from((rest - 1) % 26).unwrap_or_default(),
        ));
        rest = (rest - 1) / 26;
    }
    letters.iter().rev().collect::<String>() + &row.to_string()
}

/// Why a file cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ReadError {
    Empty,
    TooLarge,
    PasswordProtected,
    LegacyFormat,
    NotSpreadsheet,
    Damaged,
    Encoding,
}

impl ReadError {
    /// The argument `case` of messages.
    fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::PasswordProtected => "password",
            Self::LegacyFormat => "old",
            Self::NotSpreadsheet => "foreign",
            Self::Damaged => "damaged",
            Self::Encoding => "encoding",
        }
    }
}

/// Reads a spreadsheet: what it is follows from its content, not from its name.
///
/// # Errors
/// If it cannot be read, is too large, or is no spreadsheet.
pub fn read_spreadsheet(path: &Path) -> Result<Vec<Sheet>, Diagnostic> {
    let shown = || path.display().to_string();
    let refuse = |why: ReadError| {
        Diagnostic::without_span(Code::BadSpreadsheet)
            .arg("path", shown())
            .arg("case", why.as_str())
    };
    let unreadable = |refused: std::io::Error| {
        let reason = if refused.kind() == std::io::ErrorKind::NotFound {
            "missing"
        } else {
            "other"
        };
        Diagnostic::without_span(Code::CannotRead)
            .arg("path", shown())
            .arg("reason", reason)
    };
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > MAX_FILE_SIZE {
        return Err(refuse(ReadError::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let is_text = path.extension().is_some_and(|end| {
        ["csv", "tsv", "txt"]
            .iter()
            .any(|text| end.eq_ignore_ascii_case(text))
    });
    read_bytes(bytes, &name, is_text).map_err(refuse)
}

fn read_bytes(bytes: Vec<u8>, name: &str, is_text: bool) -> Result<Vec<Sheet>, ReadError> {
    match bytes.get(..4) {
        _ if bytes.is_empty() => Err(ReadError::Empty),
        Some(b"PK\x03\x04") => {
            let mut package = ZipPackage::open(bytes)?;
            if package.is_ods() {
                ods::read_sheets(&mut package)
            } else {
                xlsx::read_sheets(&mut package)
            }
        }
        // The container of old Office files; a new one with a password lies in it, too.
        Some([0xD0, 0xCF, 0x11, 0xE0]) => {
            let wide: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
            let has_password = bytes.windows(wide.len()).any(|w| w == wide);
            Err(if has_password {
                ReadError::PasswordProtected
            } else {
                ReadError::LegacyFormat
            })
        }
        _ if is_text => csv::read_sheets(bytes, name),
        _ => Err(ReadError::NotSpreadsheet),
    }
}

/// Takes cells as long as there is room for them.
struct Budget {
    cells_left: usize,
    text_bytes_left: usize,
}

impl Budget {
    fn new() -> Self {
        Self {
            cells_left: MAX_CELLS,
            text_bytes_left: MAX_TEXT_BYTES,
        }
    }

    /// Puts a cell into a sheet, if something stands in it.
    fn insert_cell(
        &mut self,
        sheet: &mut Sheet,
        row: u32,
        column: u32,
        cell: Cell,
    ) -> Result<(), ReadError> {
        if cell.problem.is_none() && cell.text.trim().is_empty() {
            return Ok(());
        }
        if row > LAST_ROW || column > LAST_COLUMN {
            return Err(ReadError::TooLarge);
        }
        self.cells_left = self.cells_left.checked_sub(1).ok_or(ReadError::TooLarge)?;
        self.text_bytes_left = self
            .text_bytes_left
            .checked_sub(cell.text.len())
            .ok_or(ReadError::TooLarge)?;
        sheet.rows.entry(row).or_default().insert(column, cell);
        Ok(())
    }
}

/// A number as it would be typed.
fn format_number(text: &str) -> String {
    match text.trim().parse::<f64>() {
        // Programs write 2023 as 2023.0 or 2.023E3.
        Ok(number) if number.is_finite() && number.abs() < 1e15 => number.to_string(),
        _ => text.trim().to_owned(),
    }
}

/// The cells that were merged with the one at the upper left.
#[derive(Clone, Copy, Debug)]
struct MergedRange {
    rows: (u32, u32),
    columns: (u32, u32),
}

/// Marks what lies under merged cells, in the rows and columns in which something stands.
fn mark_merged(
    sheet: &mut Sheet,
    merged: &[MergedRange],
    room: &mut Budget,
) -> Result<(), ReadError> {
    let last = sheet
        .rows
        .values()
        .filter_map(|row| row.last_key_value())
        .map(|(column, _)| *column)
        .max();
    for MergedRange { rows, columns } in merged {
        for (row, cells) in sheet.rows.range_mut(rows.0..=rows.1.max(rows.0)) {
            let marked = columns.0..=columns.1.min(last.unwrap_or_default());
            room.cells_left = room
                .cells_left
                .checked_sub(1 + marked.clone().count())
                .ok_or(ReadError::TooLarge)?;
            for column in marked {
                if (*row, column) != (rows.0, columns.0) {
                    cells.entry(column).or_default().problem = Some(CellProblem::CoveredByMerge);
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
        let all = [
            (1, 0),
            (14, 2),
            (3, 25),
            (3, 26),
            (9, 701),
            (9, 702),
            (1, LAST_COLUMN),
        ];
        let names: Vec<String> = all
            .iter()
            .map(|(row, column)| cell_name(*row, *column))
            .collect();
        assert_eq!(names, ["A1", "C14", "Z3", "AA3", "ZZ9", "AAA9", "XFD1"]);
    }

    #[test]
    fn numbers_are_as_they_would_be_typed() {
        let all = ["2023", "2023.0", "2.023E3", "0.5", "-3", "1e300", "NaN"];
        assert_eq!(
            all.map(format_number),
            ["2023", "2023", "2023", "0.5", "-3", "1e300", "NaN"]
        );
    }
}
