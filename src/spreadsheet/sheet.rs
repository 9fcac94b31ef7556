//! A sheet as cells of text, and what the readers of each format share: the budget of cells and
//! bytes, numbers as they would be typed, merged ranges, and the reasons why a file is refused.

use std::collections::BTreeMap;

/// The most cells that are not empty, in all sheets.
const MAX_CELLS: usize = 500_000;
/// The most bytes of text in all cells.
const MAX_TEXT_BYTES: usize = 50_000_000;
/// The last row that spreadsheet programs have.
pub(super) const LAST_ROW: u32 = 1_048_576;
/// The last column that they have, counted from 0.
pub(super) const LAST_COLUMN: u32 = 16_383;

/// A sheet of a spreadsheet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    /// Its name; of a .csv file, that of the file.
    pub name: String,
    /// The rows that are not empty, by their number from 1.
    pub rows: BTreeMap<u32, RowCells>,
}

/// The cells of a row that are not empty, by their column from 0.
pub type RowCells = BTreeMap<u32, Cell>;

/// What is in one cell.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    /// Its text, as it would be typed.
    pub text: String,
    /// Why the text may not be what was meant.
    pub problem: Option<CellProblem>,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self {
            text,
            problem: None,
        }
    }
}

/// Why the content of a cell cannot be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellProblem {
    /// A formula that was never calculated.
    UncalculatedFormula,
    /// `#REF!` and the like.
    ErrorValue,
    /// It is covered by another cell with which it was merged.
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

/// The name of a cell, of a row from 1 and a column from 0: `C14`.
pub fn cell_name(row: u32, column: u32) -> String {
    // A number in base 26 without a zero: after Z comes AA.
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
pub(super) enum ReadError {
    Empty,
    TooLarge,
    PasswordProtected,
    LegacyFormat,
    NotSpreadsheet,
    Damaged,
    Encoding,
}

/// What the readers return.
pub(super) type Result<T> = std::result::Result<T, ReadError>;

/// For `map_err`: whatever a parser says of a file, it is damaged.
pub(super) fn damaged<E>(_: E) -> ReadError {
    ReadError::Damaged
}

impl ReadError {
    /// The argument `case` of messages.
    pub(super) fn as_str(self) -> &'static str {
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

/// Takes cells as long as the limits allow.
pub(super) struct Budget {
    cells_left: usize,
    text_bytes_left: usize,
}

impl Budget {
    pub(super) fn new() -> Self {
        Self {
            cells_left: MAX_CELLS,
            text_bytes_left: MAX_TEXT_BYTES,
        }
    }

    /// Adds a cell to a sheet, unless it is empty.
    pub(super) fn insert_cell(
        &mut self,
        sheet: &mut Sheet,
        row: u32,
        column: u32,
        cell: Cell,
    ) -> Result<()> {
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

/// A number as it would be typed: `2023`, not `2023.0` or `2.023E3`.
pub(super) fn format_number(text: &str) -> String {
    match text.trim().parse::<f64>() {
        // From 1e15 on a number loses digits, and its own text says more.
        Ok(number) if number.is_finite() && number.abs() < 1e15 => number.to_string(),
        _ => text.trim().to_owned(),
    }
}

/// A range of merged cells, both ends included; its content is in the cell at the upper left.
#[derive(Clone, Copy, Debug)]
pub(super) struct MergedRange {
    pub(super) rows: (u32, u32),
    pub(super) columns: (u32, u32),
}

/// Marks the covered cells of merged ranges, in the rows and columns that are not empty.
pub(super) fn mark_merged(
    sheet: &mut Sheet,
    merged: &[MergedRange],
    budget: &mut Budget,
) -> Result<()> {
    let mut last = 0;
    for cells in sheet.rows.values() {
        last = last.max(cells.keys().next_back().copied().unwrap_or_default());
    }
    for MergedRange { rows, columns } in merged {
        for (row, cells) in sheet.rows.range_mut(rows.0..=rows.1.max(rows.0)) {
            let marked = columns.0..=columns.1.min(last);
            // Even a range that marks nothing costs one: a file may have millions of them. Ranges
            // may overlap, and each of them may span the whole sheet: what is marked counts like a
            // cell.
            budget.cells_left = budget
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
