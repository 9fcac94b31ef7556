//! Writes the workbook of `jhur export`: instructions, a sheet for each kind of record, and the
//! lists to choose from. The same records give the same bytes.

use super::choice_lists::{ChoiceList, choice_list, list_name};
use super::column::{ColumnExtent, SheetColumn, sheet_columns};
use super::keyed_records::keyed_records;
use super::sheet_kind::SheetKind;
use crate::diag::messages::Messages;
use crate::diag::{Code, Diagnostic};
use crate::editing::{FieldType, FormValues, RecordFile};
use crate::records::{Day, Lang, Records};
use crate::spreadsheet::cell_name;
use crate::spreadsheet::cell_text::{
    MAX_CELL_LENGTH, escape_rich_text, truncate_utf16, utf16_length,
};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    Formula, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeSet;

/// The most characters that the hint at a column takes.
const MAX_HINT_LENGTH: usize = 255;
/// The most characters that the title of a hint takes.
const MAX_HINT_TITLE_LENGTH: usize = 32;
/// Ends what is cut.
const TRUNCATION_MARK: &str = "…";
/// The last row to which hints and lists are given, counted from 0.
const LAST_ROW: u32 = 1_048_575;
/// The creation date in the file: always the same, so that the same records give the same bytes.
const CREATION_DATE: &str = "2000-01-01";

/// What a workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookInput<'o> {
    /// The files of stops and follow-ups.
    pub files: &'o [RecordFile],
    /// The lists to choose from.
    pub records: &'o Records,
    /// The site's languages; the first is the one of texts that name none.
    pub langs: &'o [Lang],
    /// The language of the headings.
    pub messages: &'o Messages,
}

impl WorkbookInput<'_> {
    fn main_lang(&self) -> Lang {
        self.langs.first().copied().unwrap_or(Lang::Id)
    }
}

/// Makes the workbook, an .xlsx file.
///
/// # Errors
/// If a text is longer than a cell can be.
pub fn build_workbook(input: WorkbookInput<'_>) -> Result<Vec<u8>, Diagnostic> {
    let sheets = SheetKind::ALL.map(|kind| SheetContent::new(kind, input));
    for sheet in &sheets {
        sheet.check_cell_lengths(input.messages)?;
    }
    write_workbook(&sheets, input).map_err(|_| {
        Diagnostic::without_span(Code::CannotWrite)
            .arg("path", "xlsx")
            .arg("reason", "other")
    })
}

/// A sheet before it is written.
struct SheetContent {
    kind: SheetKind,
    columns: Vec<SheetColumn>,
    rows: Vec<FormValues>,
}

impl SheetContent {
    fn new(kind: SheetKind, input: WorkbookInput<'_>) -> Self {
        let schema = kind.form_schema();
        let main_lang = input.main_lang();
        let mut rows: Vec<FormValues> = Vec::new();
        for record in keyed_records(input.files) {
            if record.kind != kind {
                continue;
            }
            let mut row = schema.to_values(record.value, main_lang);
            // The other parts of the key are fields of the record, and are in the row already.
            for (name, part) in kind.key_columns().iter().zip(record.key) {
                if name.starts_with('#') && !part.is_empty() {
                    row.insert((*name).to_owned(), part);
                }
            }
            rows.push(row);
        }
        let used_columns: BTreeSet<String> =
            rows.iter().flat_map(|row| row.keys().cloned()).collect();
        let extent = ColumnExtent {
            main_lang,
            langs: input.langs,
            used_columns: &used_columns,
        };
        Self {
            kind,
            columns: sheet_columns(kind, &schema, &extent),
            rows,
        }
    }

    /// Refuses a text that is longer than a cell can be: an import would take the cut text for the
    /// whole.
    fn check_cell_lengths(&self, messages: &Messages) -> Result<(), Diagnostic> {
        for (row_number, row) in (2..).zip(&self.rows) {
            for (at, column) in (0..).zip(&self.columns) {
                let text = row.get(&column.name).map_or("", String::as_str);
                if utf16_length(&escape_rich_text(text)) > MAX_CELL_LENGTH {
                    let sheet = self.kind.sheet_name(messages);
                    let cell = format!("{sheet}!{}", cell_name(row_number, at));
                    return Err(Diagnostic::without_span(Code::BadSheetCell)
                        .arg("case", "too-long")
                        .arg("found", cell));
                }
            }
        }
        Ok(())
    }
}

struct WorkbookFormats {
    heading: Format,
    required_heading: Format,
    text: Format,
    number: Format,
    date: Format,
    plain: Format,
}

impl WorkbookFormats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let heading = top.clone().set_bold().set_text_wrap().set_num_format("@");
        Self {
            required_heading: heading
                .clone()
                .set_background_color(Color::RGB(0x00FC_E8B2)),
            heading: heading.set_background_color(Color::RGB(0x00E8_EDEA)),
            // What is typed there stays as it was typed: 007, 1-2, =1+1.
            text: top.clone().set_text_wrap().set_num_format("@"),
            date: top.clone().set_num_format("yyyy-mm-dd"),
            plain: top.clone().set_text_wrap(),
            number: top,
        }
    }

    fn for_column(&self, column: &SheetColumn) -> &Format {
        match &column.field_type {
            FieldType::Number => &self.number,
            date if date.is_date() => &self.date,
            _ => &self.text,
        }
    }
}

fn write_workbook(sheets: &[SheetContent], input: WorkbookInput<'_>) -> Result<Vec<u8>, XlsxError> {
    let messages = input.messages;
    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title("J-HUR")
        .set_creation_datetime(&ExcelDateTime::parse_from_str(CREATION_DATE)?);
    workbook.set_properties(&properties);
    let mut writer = WorkbookWriter {
        messages,
        formats: WorkbookFormats::new(),
        lists: Vec::new(),
    };
    writer.write_instructions(workbook.add_worksheet())?;
    let main = input.main_lang();
    for column in sheets.iter().flat_map(|sheet| &sheet.columns) {
        // Columns of several sheets share a list.
        if writer.list_position(column).is_none() {
            let list = choice_list(column, input.records, main, messages);
            writer.lists.extend(list);
        }
    }
    for sheet in sheets {
        writer.write_sheet(workbook.add_worksheet(), sheet)?;
    }
    writer.write_choice_lists(workbook.add_worksheet(), sheets)?;
    workbook.save_to_buffer()
}

/// Writes the sheets of one workbook.
struct WorkbookWriter<'m> {
    messages: &'m Messages,
    formats: WorkbookFormats,
    /// The lists behind the columns.
    lists: Vec<ChoiceList>,
}

impl WorkbookWriter<'_> {
    /// The sheet that explains the others.
    fn write_instructions(&self, sheet: &mut Worksheet) -> Result<(), XlsxError> {
        sheet.set_name(self.messages.message("sheet-instructions", &[]))?;
        sheet.set_column_width(0, 110)?;
        let text = self.messages.message("sheet-instructions-text", &[]);
        for (row, line) in (0..).zip(text.lines()) {
            let format = if row == 0 {
                &self.formats.heading
            } else {
                &self.formats.plain
            };
            sheet.write_string_with_format(row, 0, line, format)?;
        }
        Ok(())
    }

    fn write_sheet(&self, sheet: &mut Worksheet, content: &SheetContent) -> Result<(), XlsxError> {
        sheet.set_name(content.kind.sheet_name(self.messages))?;
        for (at, column) in (0..).zip(&content.columns) {
            let heading = if column.required {
                &self.formats.required_heading
            } else {
                &self.formats.heading
            };
            sheet.write_string_with_format(0, at, column.heading_text(self.messages), heading)?;
            sheet.set_column_width(at, column_width(column))?;
            sheet.set_column_format(at, self.formats.for_column(column))?;
            let validation = self.column_validation(column)?;
            sheet.add_data_validation(1, at, LAST_ROW, at, &validation)?;
            for (row, values) in (1..).zip(&content.rows) {
                if let Some(text) = values.get(&column.name) {
                    self.write_cell(sheet, row, at, column, text)?;
                }
            }
        }
        // The columns that identify a row stay visible while the sheet is scrolled.
        let mut columns = content.columns.iter();
        let other = columns.position(|column| !column.is_key_column(content.kind));
        let keys = other.unwrap_or(content.columns.len());
        sheet.set_freeze_panes(1, u16::try_from(keys).unwrap_or_default())?;
        let last_row = u32::try_from(content.rows.len()).unwrap_or_default().max(1);
        let last_column = content.columns.len().saturating_sub(1);
        let last_column = u16::try_from(last_column).unwrap_or_default();
        sheet.autofilter(0, 0, last_row, last_column)?;
        Ok(())
    }

    fn write_cell(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        at: u16,
        column: &SheetColumn,
        text: &str,
    ) -> Result<(), XlsxError> {
        let format = self.formats.for_column(column);
        let field_type = &column.field_type;
        // Text that a number would not give back, such as 007, stays text, as does a day that is none.
        if matches!(field_type, FieldType::Number)
            && let Ok(number) = text.parse::<u32>()
            && number.to_string() == text
        {
            sheet.write_number_with_format(row, at, number, format)?;
        } else if field_type.is_date() && Day::parse(text).is_some() {
            let day = ExcelDateTime::parse_from_str(text)?;
            sheet.write_datetime_with_format(row, at, day, format)?;
        } else if field_type.takes_words() {
            let text = text.replace(' ', ", ");
            sheet.write_string_with_format(row, at, escape_rich_text(&text), format)?;
        } else {
            sheet.write_string_with_format(row, at, escape_rich_text(text), format)?;
        }
        Ok(())
    }

    /// The lists to choose from, side by side: for each the values, and what they mean.
    fn write_choice_lists(
        &self,
        sheet: &mut Worksheet,
        sheets: &[SheetContent],
    ) -> Result<(), XlsxError> {
        sheet.set_name(self.messages.message("sheet-lists", &[]))?;
        let meaning_heading = self.messages.message("sheet-meaning", &[]);
        for (at, list) in (0..).step_by(2).zip(&self.lists) {
            // Headed as the first column that has the list.
            let mut columns = sheets.iter().flat_map(|sheet| &sheet.columns);
            let column = columns.find(|column| list_name(column) == Some(&list.name));
            let heading =
                column.map_or_else(String::new, |column| column.heading_text(self.messages));
            sheet.write_string_with_format(0, at, heading, &self.formats.heading)?;
            sheet.write_string_with_format(0, at + 1, &meaning_heading, &self.formats.heading)?;
            sheet.set_column_width(at, 24)?;
            sheet.set_column_width(at + 1, 40)?;
            for (row, choice) in (1..).zip(&list.choices) {
                let label = escape_rich_text(&choice.label);
                let label = truncate_utf16(&label, MAX_CELL_LENGTH, TRUNCATION_MARK);
                sheet.write_string_with_format(row, at, &choice.value, &self.formats.text)?;
                sheet.write_string_with_format(row, at + 1, label, &self.formats.text)?;
            }
        }
        sheet.set_freeze_panes(1, 0)?;
        Ok(())
    }

    /// What a spreadsheet program explains and allows while something is typed into a column.
    fn column_validation(&self, column: &SheetColumn) -> Result<DataValidation, XlsxError> {
        let title = column.heading_text(self.messages);
        let hint = column.input_hint(self.messages);
        let refusal = self.messages.message("sheet-refused", &[]);
        let rule = DataValidation::new()
            .set_input_title(truncate_utf16(
                &title,
                MAX_HINT_TITLE_LENGTH,
                TRUNCATION_MARK,
            ))?
            .set_input_message(truncate_utf16(&hint, MAX_HINT_LENGTH, TRUNCATION_MARK))?
            .set_error_message(truncate_utf16(&refusal, MAX_HINT_LENGTH, TRUNCATION_MARK))?;
        if let Some(at) = self.list_position(column)
            && !self.lists[at].choices.is_empty()
        {
            let first_cell = cell_name(1, u32::try_from(at * 2).unwrap_or_default());
            let letters = first_cell.trim_end_matches('1');
            let last = self.lists[at].choices.len() + 1;
            let sheet = self.messages.message("sheet-lists", &[]);
            let formula = format!("='{sheet}'!${letters}$2:${letters}${last}");
            // Of several words a list proposes only the first, so that other contents must be allowed.
            let rule = rule.allow_list_formula(Formula::new(formula));
            return Ok(rule.show_error_message(!column.field_type.takes_words()));
        }
        Ok(match &column.field_type {
            FieldType::Boolean => rule.allow_list_strings(&["true"])?,
            FieldType::Number => rule.allow_whole_number(DataValidationRule::GreaterThan(0)),
            date if date.is_date() => {
                let first = ExcelDateTime::from_ymd(1945, 1, 1)?;
                let last = ExcelDateTime::from_ymd(2999, 12, 31)?;
                rule.allow_date(DataValidationRule::Between(first, last))
            }
            _ => rule.allow_any_value(),
        })
    }

    /// The index of a column's list. Returns `None` if the column has none, or none yet.
    fn list_position(&self, column: &SheetColumn) -> Option<usize> {
        let name = list_name(column)?;
        self.lists.iter().position(|list| list.name == name)
    }
}

fn column_width(column: &SheetColumn) -> f64 {
    match &column.field_type {
        FieldType::Translated
            if column.name.starts_with("text") || column.name.starts_with("summary") =>
        {
            60.0
        }
        FieldType::Translated => 36.0,
        FieldType::Number | FieldType::Boolean => 11.0,
        date if date.is_date() => 12.0,
        FieldType::Tokens { .. } => 30.0,
        _ => 22.0,
    }
}
