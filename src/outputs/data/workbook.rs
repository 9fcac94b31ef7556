//! All tables as one workbook for spreadsheets: a sheet a table, headings in both languages above
//! the columns' names, days as days and numbers as numbers.

use super::flat_table::{CellValue, FlatTable};
use crate::data::ColumnType;
use crate::diag::messages::{Language, Messages};
use crate::outputs::context::text_in;
use crate::plan::Plan;
use crate::spreadsheet::cell_text::{MAX_CELL_LENGTH, escape_rich_text, truncate_utf16};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError,
};

/// The end of a text that was cut because no cell can hold more.
const TRUNCATION_MARK: &str = " […]";
/// Rows above the data: both languages' headings and the columns' names.
const HEADING_ROWS: u32 = 3;

/// The workbook; the same bytes for the same records and day.
pub(super) fn workbook_xlsx(plan: &Plan<'_>, tables: &[FlatTable]) -> Result<Vec<u8>, XlsxError> {
    let site = plan.register().site();
    let main = plan.register().main_language();
    let mut workbook = Workbook::new();
    let day = plan.register().day().to_string();
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
    let messages = [Language::Indonesian, Language::English].map(Messages::built_in);
    let formats = CellFormats::new();
    for table in tables {
        fill_worksheet(workbook.add_worksheet(), table, &messages, &formats)?;
    }
    workbook.save_to_buffer()
}

struct CellFormats {
    heading: Format,
    name: Format,
    date: Format,
    text: Format,
}

impl CellFormats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            heading: top.clone().set_bold().set_text_wrap(),
            name: top.clone().set_font_color(Color::RGB(0x0059_5959)),
            date: top.clone().set_num_format("yyyy-mm-dd"),
            text: top.set_text_wrap(),
        }
    }
}

/// Writes a table's headings and rows to a sheet.
fn fill_worksheet(
    sheet: &mut Worksheet,
    table: &FlatTable,
    messages: &[Messages; 2],
    formats: &CellFormats,
) -> Result<(), XlsxError> {
    sheet.set_name(table.name())?;
    let mut columns = 0;
    for (at, field) in (0u16..).zip(&table.columns) {
        for (row, messages) in (0u32..).zip(messages) {
            sheet.write_string_with_format(row, at, field.heading(messages), &formats.heading)?;
        }
        sheet.write_string_with_format(HEADING_ROWS - 1, at, &field.name, &formats.name)?;
        sheet.set_column_width(at, column_width(field.column.column_type))?;
        columns = at;
    }
    // Of an empty table, the filter covers the columns' names alone.
    let mut last = HEADING_ROWS - 1;
    for (number, row) in (HEADING_ROWS..).zip(&table.rows) {
        last = number;
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
    sheet.set_freeze_panes(HEADING_ROWS, 0)?;
    sheet.autofilter(HEADING_ROWS - 1, 0, last, columns)?;
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
