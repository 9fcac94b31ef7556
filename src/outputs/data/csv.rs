//! Tables as CSV (RFC 4180): UTF-8, commas, CRLF, a heading of column names. A cell that a
//! spreadsheet would take for a formula gets an apostrophe in front; JSON Lines has the text as it
//! is.

use super::flat_table::{CellValue, FlatTable};
use crate::data::FORMAT_VERSION;
use crate::diag::messages::{Language, Messages};
use csv::{Terminator, WriterBuilder};
use std::borrow::Cow;

/// A table's file.
pub(crate) fn flat_table_csv(table: &FlatTable) -> Vec<u8> {
    let heading = table.columns.iter().map(|field| field.name.as_str());
    let rows = table.rows.iter().map(|row| {
        let cells = table.columns.iter().map(|field| table.cell(row, field));
        cells.map(cell_text).collect()
    });
    write_csv(heading.collect(), rows)
}

/// A cell's text. A number is no formula, even with a sign.
fn cell_text(cell: CellValue<'_>) -> Cow<'_, str> {
    match cell {
        CellValue::Empty => "".into(),
        CellValue::Text(text) => escape_formula(text),
        CellValue::Integer(number) => number.to_string().into(),
        CellValue::Boolean(value) => value.to_string().into(),
        CellValue::Date(day) => day.into(),
    }
}

/// The data dictionary as a file.
pub(super) fn dictionary_csv(tables: &[FlatTable]) -> Vec<u8> {
    let (heading, rows) = dictionary_rows(tables);
    write_csv(heading, rows.into_iter())
}

/// What the columns mean, in both languages, in the terms of Satu Data Indonesia's data standard:
/// concept, definition, classification, measure and unit.
pub(super) fn dictionary_rows(tables: &[FlatTable]) -> (Vec<&'static str>, Vec<Vec<Cow<'_, str>>>) {
    let [id, en] = [Language::Indonesian, Language::English].map(Messages::built_in);
    let heading = vec![
        "table",
        "column",
        "type",
        "required",
        "key",
        "refers_to",
        "konsep",
        "definisi",
        "concept",
        "definition",
        "klasifikasi",
        "ukuran",
        "satuan",
        "kode_referensi",
        "format",
    ];
    let mut rows: Vec<Vec<Cow<'_, str>>> = Vec::new();
    for table in tables {
        for field in &table.columns {
            let column = &field.column;
            let refers_to = match &column.foreign_key {
                Some(key) => format!("{}.{}", key.table, key.column),
                None => String::new(),
            };
            rows.push(vec![
                table.name().into(),
                field.name.as_str().into(),
                column.column_type.as_str().into(),
                (!column.optional).to_string().into(),
                column.in_primary_key.to_string().into(),
                refers_to.into(),
                field.heading(&id).into(),
                field.with_language(&field.description(&id)).into(),
                field.heading(&en).into(),
                field.with_language(&field.description(&en)).into(),
                column.allowed_values.join(" ").into(),
                // What has a unit is counted; the standard has measures of other kinds too.
                if column.unit.is_some() { "jumlah" } else { "" }.into(),
                column.unit.as_deref().unwrap_or_default().into(),
                column.code_authority.as_deref().unwrap_or_default().into(),
                FORMAT_VERSION.to_string().into(),
            ]);
        }
    }
    (heading, rows)
}

/// A table of text for a command; what a spreadsheet would run gets an apostrophe here too.
pub fn text_table_csv(heading: Vec<&str>, rows: Vec<Vec<String>>) -> Vec<u8> {
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().map(Cow::from);
        cells.map(escape_formula).collect()
    });
    write_csv(heading, rows)
}

fn write_csv<'a>(heading: Vec<&str>, rows: impl Iterator<Item = Vec<Cow<'a, str>>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing into memory cannot fail, and every row is as long as the heading.
    let _ = writer.write_record(heading);
    for row in rows {
        let _ = writer.write_record(row.iter().map(|cell| cell.as_bytes()));
    }
    writer.into_inner().unwrap_or_default()
}

/// Text that no spreadsheet runs: what starts, after blanks and quotation marks, with a character
/// that starts a formula gets an apostrophe in front (OWASP, CSV injection).
fn escape_formula(text: Cow<'_, str>) -> Cow<'_, str> {
    let first = text
        .trim_start_matches([' ', '"', '\'', '\u{a0}'])
        .chars()
        .next();
    match first {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => {
            format!("'{text}").into()
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::escape_formula;

    #[test]
    fn formulas_are_text() {
        for bad in [
            "=1+1", "+62", "-3", "@SUM(A1)", "\t=1", " =1", "\"=1", "＝1", "'=1",
        ] {
            assert_eq!(escape_formula(bad.into()), format!("'{bad}"));
        }
        for good in ["", "a=1", "6/studi-banding", "“kutip”", "1-2"] {
            assert_eq!(escape_formula(good.into()), good);
        }
    }
}
