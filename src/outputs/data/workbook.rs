//! All tables as one workbook for spreadsheets: a sheet a table, one row of headings, which are the
//! columns' names as in CSV, days as days and numbers as numbers. The last sheet says what the
//! columns mean.

use super::csv::dictionary_rows;
use super::flat_table::{CellValue, FlatTable};
use crate::data::ColumnType;
use crate::outputs::context::text_in;
use crate::plan::Plan;
use crate::spreadsheet::cell_text::{MAX_CELL_LENGTH, escape_rich_text, truncate_utf16};
use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

/// The end of a text that was cut because no cell can hold more.
const TRUNCATION_MARK: &str = " […]";
/// The sheet that says what the columns mean.
const DICTIONARY_SHEET: &str = "kamus";

/// The workbook; the same bytes for the same records and day.
pub(super) fn workbook_xlsx(plan: &Plan<'_>, tables: &[FlatTable]) -> Result<Vec<u8>, XlsxError> {
    let site = plan.register().site();
    let main = plan.register().main_language();
    let mut workbook = Workbook::new();
    let day = plan.register().recorded_until().to_string();
    let properties = DocProperties::new()
        .set_title(text_in(plan, &site.title, main))
        .set_author(text_in(plan, &site.publisher, main))
        .set_comment(format!(
            "{} · {day} · {}",
            site.base_url.as_str(),
            site.licence
        ))
        // Otherwise the library would write the moment of the build.
        .set_creation_datetime(&ExcelDateTime::parse_from_str(&day)?);
    workbook.set_properties(&properties);
    let formats = CellFormats::new();
    for table in tables {
        fill_worksheet(workbook.add_worksheet(), table, &formats)?;
    }
    fill_dictionary(workbook.add_worksheet(), tables, &formats)?;
    workbook.save_to_buffer()
}

struct CellFormats {
    heading: Format,
    date: Format,
    text: Format,
}

impl CellFormats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top.clone().set_bold(),
            date: top.clone().set_num_format("yyyy-mm-dd"),
            text: top.set_text_wrap(),
        }
    }
}

/// Writes a table's headings and rows to a sheet.
fn fill_worksheet(
    sheet: &mut Worksheet,
    table: &FlatTable,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    sheet.set_name(table.name())?;
    let mut columns = Vec::new();
    for field in &table.columns {
        columns.push((field.name.as_str(), column_width(field.column.column_type)));
    }
    write_headings(sheet, &columns, table.rows.len(), formats)?;
    for (number, row) in (1u32..).zip(&table.rows) {
        for (at, field) in (0u16..).zip(&table.columns) {
            match table.cell(row, field) {
                CellValue::Empty => {}
                CellValue::Text(text) => {
                    sheet.write_string_with_format(
                        number,
                        at,
                        truncate_utf16(&escape_rich_text(&text), MAX_CELL_LENGTH, TRUNCATION_MARK),
                        &formats.text,
                    )?;
                }
                CellValue::Integer(n) => {
                    #[expect(
                        clippy::cast_precision_loss,
                        reason = "the records' whole numbers are below 2^53"
                    )]
                    sheet.write_number(number, at, n as f64)?;
                }
                CellValue::Boolean(value) => {
                    sheet.write_boolean(number, at, value)?;
                }
                CellValue::Date(day) => {
                    let day = ExcelDateTime::parse_from_str(day)?;
                    sheet.write_datetime_with_format(number, at, &day, &formats.date)?;
                }
            }
        }
    }
    Ok(())
}

/// Writes the data dictionary to a sheet.
fn fill_dictionary(
    sheet: &mut Worksheet,
    tables: &[FlatTable],
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    sheet.set_name(DICTIONARY_SHEET)?;
    let (headings, rows) = dictionary_rows(tables);
    let width = |heading: &str| match heading {
        "definisi" | "definition" => 44.0,
        _ => 24.0,
    };
    let columns: Vec<_> = headings.iter().map(|h| (*h, width(h))).collect();
    write_headings(sheet, &columns, rows.len(), formats)?;
    for (number, row) in (1u32..).zip(&rows) {
        for (at, text) in (0u16..).zip(row) {
            if !text.is_empty() {
                sheet.write_string_with_format(number, at, text.as_ref(), &formats.text)?;
            }
        }
    }
    Ok(())
}

/// Writes the one row of headings, which stays in sight and filters the rows below it; columns with
/// their widths.
fn write_headings(
    sheet: &mut Worksheet,
    columns: &[(&str, f64)],
    rows: usize,
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    let mut last_column = 0;
    for (at, (name, width)) in (0u16..).zip(columns) {
        sheet.write_string_with_format(0, at, *name, &formats.heading)?;
        sheet.set_column_width(at, *width)?;
        last_column = at;
    }
    sheet.set_freeze_panes(1, 0)?;
    // Of an empty table, the filter covers the headings alone.
    let last_row = u32::try_from(rows).unwrap_or(u32::MAX);
    sheet.autofilter(0, 0, last_row, last_column)?;
    Ok(())
}

fn column_width(kind: ColumnType) -> f64 {
    match kind {
        ColumnType::Integer | ColumnType::Boolean => 12.0,
        ColumnType::Date => 13.0,
        ColumnType::Translated | ColumnType::TranslatedList => 44.0,
        ColumnType::Text | ColumnType::Url | ColumnType::List => 24.0,
    }
}
