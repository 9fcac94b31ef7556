//! Tables as CSV (RFC 4180): UTF-8, commas, CRLF, a heading of column names. A cell that a
//! spreadsheet would take for a formula gets an apostrophe in front; JSON Lines has the text as it
//! is.

use super::flat_table::{CellValue, FlatTable};
use crate::diag::messages::{Language, Messages};
use csv::{Terminator, WriterBuilder};
use std::borrow::Cow;

/// A table's file.
pub(crate) fn flat_table_csv(sheet: &FlatTable) -> Vec<u8> {
    let rows = sheet.rows.iter().map(|row| {
        let cell = |field| match sheet.cell(row, field) {
            CellValue::Empty => Cow::Borrowed(""),
            CellValue::Text(text) => escape_formula(text),
            CellValue::Integer(n) => n.to_string().into(),
            CellValue::Boolean(value) => value.to_string().into(),
            CellValue::Date(day) => day.into(),
        };
        sheet.columns.iter().map(cell).collect()
    });
    write_csv(
        sheet.columns.iter().map(|f| f.name.as_str()).collect(),
        rows,
    )
}

/// What the columns mean, in both languages, in the terms of Satu Data Indonesia's data standard:
/// concept, definition, classification, measure and unit.
pub(super) fn dictionary_csv(sheets: &[FlatTable]) -> Vec<u8> {
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
    ];
    let mut rows: Vec<Vec<Cow<'_, str>>> = Vec::new();
    for (sheet, field) in sheets
        .iter()
        .flat_map(|s| s.columns.iter().map(move |f| (s, f)))
    {
        let column = &field.column;
        rows.push(vec![
            sheet.table.name().into(),
            field.name.as_str().into(),
            column.column_type.as_str().into(),
            (!column.optional).to_string().into(),
            column.in_primary_key.to_string().into(),
            column
                .foreign_key
                .as_ref()
                .map(|r| format!("{}.{}", r.table, r.column))
                .unwrap_or_default()
                .into(),
            field.heading(&id).into(),
            field.with_language(&field.description(&id)).into(),
            field.heading(&en).into(),
            field.with_language(&field.description(&en)).into(),
            column.allowed_values.join(" ").into(),
            if column.unit.is_some() { "jumlah" } else { "" }.into(),
            column.unit.as_deref().unwrap_or_default().into(),
            column.code_authority.as_deref().unwrap_or_default().into(),
        ]);
    }
    write_csv(heading, rows.into_iter())
}

/// A table of text for a command; what a spreadsheet would run gets an apostrophe here too.
pub fn text_table_csv(heading: Vec<&str>, rows: Vec<Vec<String>>) -> Vec<u8> {
    write_csv(
        heading,
        rows.into_iter().map(|row| {
            row.into_iter()
                .map(|cell| escape_formula(cell.into()))
                .collect()
        }),
    )
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
