//! Reads .ods files (`OpenDocument`), as `LibreOffice` writes them.

use super::sheet::{
    Budget, Cell, CellProblem, LAST_COLUMN, LAST_ROW, MergedRange, ReadError, Result, Sheet,
    format_number, mark_merged,
};
use super::xml::{StartTag, Token, XmlReader};
use super::zip_archive::ZipPackage;

/// The most spaces that one `<text:s>` may stand for.
const MAX_REPEATED_SPACES: usize = 1000;

pub(super) fn read_sheets(package: &mut ZipPackage) -> Result<Vec<Sheet>> {
    // An encrypted file has either an encrypted content.xml, of which the manifest tells, or none.
    let manifest = package
        .read_part("META-INF/manifest.xml")?
        .unwrap_or_default();
    let Some(text) = package
        .read_part("content.xml")?
        .filter(|_| !manifest.contains("encryption-data"))
    else {
        return Err(ReadError::PasswordProtected);
    };
    let mut xml = XmlReader::new(&text);
    let (mut budget, mut sheets, mut is_spreadsheet) = (Budget::new(), Vec::new(), false);
    loop {
        match xml.next_token()? {
            Token::Open(tag) if tag.name == "spreadsheet" => is_spreadsheet = true,
            Token::Open(tag) if tag.name == "table" => {
                sheets.push(read_sheet(
                    tag.attribute("name").unwrap_or_default(),
                    &mut xml,
                    &mut budget,
                )?);
            }
            Token::EndOfFile if is_spreadsheet => return Ok(sheets),
            Token::EndOfFile => return Err(ReadError::NotSpreadsheet),
            _ => {}
        }
    }
}

/// An attribute that counts repetitions or spans; 1 if there is none.
fn count_attribute(tag: &StartTag<'_>, name: &str) -> u32 {
    tag.attribute(name)
        .and_then(|n| n.parse().ok())
        .unwrap_or(1)
        .max(1)
}

fn read_sheet(name: String, xml: &mut XmlReader<'_>, budget: &mut Budget) -> Result<Sheet> {
    let mut sheet = Sheet {
        name,
        ..Sheet::default()
    };
    let (mut row, mut column, mut rows) = (1_u32, 0_u32, 1);
    let mut merged = Vec::new();
    loop {
        match xml.next_token()? {
            Token::Open(tag) if tag.name == "table-row" => {
                (column, rows) = (0, count_attribute(&tag, "number-rows-repeated"));
            }
            Token::Close(name) if name == "table-row" => row = row.saturating_add(rows),
            Token::Open(tag) if matches!(&*tag.name, "table-cell" | "covered-table-cell") => {
                let columns = count_attribute(&tag, "number-columns-repeated");
                let cell = read_cell(&tag, xml)?;
                // LibreOffice fills a sheet to its last row and column with repeated empty cells.
                if cell.problem.is_some() || !cell.text.trim().is_empty() {
                    let last_row = row.saturating_add(rows - 1);
                    let last_column = column.saturating_add(columns - 1);
                    if last_row > LAST_ROW || last_column > LAST_COLUMN {
                        return Err(ReadError::TooLarge);
                    }
                    for row in row..=last_row {
                        for column in column..=last_column {
                            budget.insert_cell(&mut sheet, row, column, cell.clone())?;
                        }
                    }
                }
                let more_rows = count_attribute(&tag, "number-rows-spanned") - 1;
                let more_columns = count_attribute(&tag, "number-columns-spanned") - 1;
                if more_rows > 0 || more_columns > 0 {
                    merged.push(MergedRange {
                        rows: (row, row.saturating_add(more_rows)),
                        columns: (column, column.saturating_add(more_columns)),
                    });
                }
                column = column.saturating_add(columns);
            }
            // Drawings over a sheet may hold tables of their own.
            Token::Open(tag) if tag.name == "shapes" => xml.skip_element()?,
            Token::Close(name) if name == "table" => break,
            Token::EndOfFile => return Err(ReadError::Damaged),
            _ => {}
        }
    }
    mark_merged(&mut sheet, &merged, budget)?;
    Ok(sheet)
}

fn read_cell(tag: &StartTag<'_>, xml: &mut XmlReader<'_>) -> Result<Cell> {
    let shown = read_paragraphs(xml)?;
    let kind = tag.attribute("value-type").unwrap_or_default();
    let text = match &*kind {
        "float" | "percentage" | "currency" => {
            format_number(&tag.attribute("value").unwrap_or_default())
        }
        "date" => tag
            .attribute("date-value")
            .unwrap_or_default()
            .trim_end_matches("T00:00:00")
            .replace('T', " "),
        "boolean" => tag.attribute("boolean-value").unwrap_or_default(),
        _ => tag
            .attribute("string-value")
            .filter(|_| shown.is_empty())
            .unwrap_or(shown),
    };
    // LibreOffice has no value type for errors; only the text that is shown tells.
    let is_error = text.starts_with('#') && text.ends_with(['!', '?']) || text == "#N/A";
    let problem = match tag.attribute("formula") {
        Some(_) if is_error => Some(CellProblem::ErrorValue),
        Some(_) if kind.is_empty() => Some(CellProblem::UncalculatedFormula),
        _ => None,
    };
    Ok(Cell { text, problem })
}

/// The paragraphs of a cell, one on each line, without its notes and drawings.
fn read_paragraphs(xml: &mut XmlReader<'_>) -> Result<String> {
    let (mut lines, mut open): (Vec<String>, _) = (Vec::new(), 1);
    while open > 0 {
        match xml.next_token()? {
            Token::Open(tag) => match &*tag.name {
                // Notes and drawings have paragraphs of their own, and are skipped as a whole
                // below.
                "p" | "h" if open == 1 => {
                    lines.push(String::new());
                    open += 1;
                }
                // XML makes one space of several, so those after the first are counted.
                "s" => {
                    let count = count_attribute(&tag, "c") as usize;
                    append(&mut lines, &" ".repeat(count.min(MAX_REPEATED_SPACES)));
                    xml.skip_element()?;
                }
                "tab" | "line-break" => {
                    append(&mut lines, if tag.name == "tab" { "\t" } else { "\n" });
                    xml.skip_element()?;
                }
                "span" | "a" => open += 1,
                _ => xml.skip_element()?,
            },
            Token::Close(_) => open -= 1,
            Token::Text(text) if open > 1 => append(&mut lines, &text),
            Token::Text(_) => {}
            Token::EndOfFile => return Err(ReadError::Damaged),
        }
    }
    Ok(lines.join("\n"))
}

/// Adds text to the paragraph that is open, if one is.
fn append(lines: &mut [String], text: &str) {
    if let Some(line) = lines.last_mut() {
        line.push_str(text);
    }
}
