//! Reads spreadsheets: the cells of an .xlsx, .ods or .csv file as text, within fixed limits of
//! size. What the columns mean is left to `editing::workbook`.
//!
//! Days become `2022-03-18` and numbers their digits, however the file stores them. A cell whose
//! content cannot be known (a formula that was never calculated, a part of a merged range) carries
//! a [`CellProblem`].

pub(crate) mod cell_text;
mod csv;
mod date;
mod ods;
mod sheet;
mod xlsx;
mod xml;
mod zip_archive;

use crate::diag::{Code, Diagnostic};
use sheet::ReadError;
use std::path::Path;
use zip_archive::ZipPackage;

pub use sheet::{Cell, CellProblem, RowCells, Sheet, cell_name};

/// The largest file that is read, in bytes.
const MAX_FILE_SIZE: u64 = 20_000_000;

/// Reads a spreadsheet. Its format follows from its first bytes, not from its name; but any text
/// could be CSV, so there the name has to say so.
///
/// # Errors
/// If it cannot be read, is too large, or is no spreadsheet.
pub fn read_spreadsheet(path: &Path) -> Result<Vec<Sheet>, Diagnostic> {
    let refuse = |why: ReadError| {
        Diagnostic::without_span(Code::BadSpreadsheet)
            .arg("path", path.display().to_string())
            .arg("case", why.as_str())
    };
    let unreadable = |error: std::io::Error| {
        let is_missing = error.kind() == std::io::ErrorKind::NotFound;
        Diagnostic::without_span(Code::CannotRead)
            .arg("path", path.display().to_string())
            .arg("reason", if is_missing { "missing" } else { "other" })
    };
    // Before reading: a file of gigabytes must not get into memory at all.
    let size = std::fs::metadata(path).map_err(unreadable)?.len();
    if size > MAX_FILE_SIZE {
        return Err(refuse(ReadError::TooLarge));
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_ascii_lowercase();
    let is_text = extension == "csv" || extension == "tsv" || extension == "txt";
    read_bytes(bytes, &name, is_text).map_err(refuse)
}

fn read_bytes(bytes: Vec<u8>, name: &str, is_text: bool) -> sheet::Result<Vec<Sheet>> {
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
        // The container of old Office files, which also holds a new file that is encrypted.
        Some([0xD0, 0xCF, 0x11, 0xE0]) => {
            let utf16: Vec<u8> = "EncryptedPackage".bytes().flat_map(|b| [b, 0]).collect();
            let has_password = bytes.windows(utf16.len()).any(|w| w == utf16);
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
