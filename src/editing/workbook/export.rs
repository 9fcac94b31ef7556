//! The workbook: instructions, a sheet for each kind of record, and the lists to choose from. The same records give the same bytes.

use super::SheetKind;
use super::choices::{self, ChoiceList};
use super::column::{ColumnExtent, SheetColumn, sheet_columns};
use super::record_files::{RecordFile, keyed_records};
use crate::diag::messages::Messages;
use crate::diag::{Code, Diagnostic};
use crate::editing::{FieldType, FormValues};
use crate::records::{Day, Lang, Records};
use crate::spreadsheet::cell_name;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    Formula, Workbook, Worksheet, XlsxError,
};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The most characters that a cell takes; a spreadsheet counts in UTF-16.
const MAX_CELL_UTF16: usize = 32_767;
/// The most that a hint and its title take.
const HINT_LIMITS: (usize, usize) = (255, 32);
/// The last row to which hints and lists are given, counted from 0.
const LAST_ROW: u32 = 1_048_575;
/// The day that stands in the file as the one on which it was made: any would do that is always the same.
const CREATION_DATE: &str = "2000-01-01";

/// What a workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct WorkbookInput<'o> {
    /// The files of stops and follow-ups.
    pub files: &'o [RecordFile],
    /// What can be chosen from.
    pub records: &'o Records,
    /// The site's languages; the first is the one of texts that name none.
    pub langs: &'o [Lang],
    /// The words of the headings.
    pub messages: &'o Messages,
}

/// Makes the workbook.
///
/// # Errors
/// If a text is longer than a cell can be.
pub fn build_workbook(order: WorkbookInput<'_>) -> Result<Vec<u8>, Diagnostic> {
    let pages: Vec<SheetContent> = SheetKind::ALL
        .into_iter()
        .map(|table| SheetContent::new(table, order))
        .collect();
    pages
        .iter()
        .find_map(|page| page.oversized_cell(order.messages))
        .map_or(Ok(()), Err)?;
    write_workbook(&pages, order).map_err(|_| {
        Diagnostic::without_span(Code::CannotWrite)
            .arg("path", "xlsx")
            .arg("reason", "other")
    })
}

/// A sheet with all that stands in it.
struct SheetContent {
    kind: SheetKind,
    columns: Vec<SheetColumn>,
    rows: Vec<FormValues>,
}

impl SheetContent {
    fn new(table: SheetKind, order: WorkbookInput<'_>) -> Self {
        let form = table.form_schema();
        let main = order.langs.first().copied().unwrap_or(Lang::Id);
        let row = |record: super::record_files::KeyedRecord<'_>| {
            let mut flat = form.to_values(record.value, main);
            let key = table
                .key_columns()
                .iter()
                .map(|key| (*key).to_owned())
                .zip(record.key);
            flat.extend(key.filter(|(name, typed)| name.starts_with('#') && !typed.is_empty()));
            flat
        };
        let rows: Vec<FormValues> = keyed_records(order.files)
            .into_iter()
            .filter(|r| r.kind == table)
            .map(row)
            .collect();
        let seen: BTreeSet<String> = rows.iter().flat_map(|row| row.keys().cloned()).collect();
        let columns = sheet_columns(
            table,
            &form,
            &ColumnExtent {
                main_lang: main,
                langs: order.langs,
                used_columns: &seen,
            },
        );
        Self {
            kind: table,
            columns,
            rows,
        }
    }

    /// A fault, if a text is longer than a cell can be.
    fn oversized_cell(&self, words: &Messages) -> Option<Diagnostic> {
        for (row, flat) in (2..).zip(&self.rows) {
            for (at, column) in (0..).zip(&self.columns) {
                if flat
                    .get(&column.name)
                    .is_some_and(|text| keep_literal(text).encode_utf16().count() > MAX_CELL_UTF16)
                {
                    let cell = format!("{}!{}", self.kind.sheet_name(words), cell_name(row, at));
                    return Some(
                        Diagnostic::without_span(Code::BadSheetCell)
                            .arg("case", "too-long")
                            .arg("found", cell),
                    );
                }
            }
        }
        None
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
            FieldType::Line(format) if format == "date" => &self.date,
            _ => &self.text,
        }
    }
}

fn write_workbook(pages: &[SheetContent], order: WorkbookInput<'_>) -> Result<Vec<u8>, XlsxError> {
    let WorkbookInput {
        records,
        messages: words,
        ..
    } = order;
    let main = order.langs.first().copied().unwrap_or(Lang::Id);
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::parse_from_str(CREATION_DATE)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title("J-HUR")
            .set_creation_datetime(&made),
    );
    let formats = WorkbookFormats::new();
    write_instructions(workbook.add_worksheet(), words, &formats)?;
    let mut all: Vec<ChoiceList> = Vec::new();
    for column in pages.iter().flat_map(|page| &page.columns) {
        if choices::list_name(column).is_some_and(|name| !all.iter().any(|list| list.name == name))
        {
            all.extend(choices::choice_list(column, records, main, words));
        }
    }
    for page in pages {
        write_sheet(workbook.add_worksheet(), page, &all, words, &formats)?;
    }
    write_choice_lists(workbook.add_worksheet(), &all, pages, words, &formats)?;
    workbook.save_to_buffer()
}

/// The sheet that says how to use the others.
fn write_instructions(
    sheet: &mut Worksheet,
    words: &Messages,
    formats: &WorkbookFormats,
) -> Result<(), XlsxError> {
    sheet.set_name(words.message("sheet-instructions", &[]))?;
    sheet.set_column_width(0, 110)?;
    for (row, line) in (0..).zip(words.message("sheet-instructions-text", &[]).lines()) {
        let format = if row == 0 {
            &formats.heading
        } else {
            &formats.plain
        };
        sheet.write_string_with_format(row, 0, line, format)?;
    }
    Ok(())
}

fn write_sheet(
    sheet: &mut Worksheet,
    page: &SheetContent,
    lists: &[ChoiceList],
    words: &Messages,
    formats: &WorkbookFormats,
) -> Result<(), XlsxError> {
    sheet.set_name(page.kind.sheet_name(words))?;
    for (at, column) in (0..).zip(&page.columns) {
        let heading = if column.required {
            &formats.required_heading
        } else {
            &formats.heading
        };
        sheet.write_string_with_format(0, at, column.heading_text(words), heading)?;
        sheet.set_column_width(at, column_width(column))?;
        sheet.set_column_format(at, formats.for_column(column))?;
        sheet.add_data_validation(
            1,
            at,
            LAST_ROW,
            at,
            &column_validation(column, lists, words)?,
        )?;
        for (row, flat) in (1..).zip(&page.rows) {
            if let Some(text) = flat.get(&column.name) {
                write_cell(sheet, row, at, column, text, formats)?;
            }
        }
    }
    let keys = page
        .columns
        .iter()
        .take_while(|column| column.is_key_column(page.kind))
        .count();
    sheet.set_freeze_panes(1, u16::try_from(keys).unwrap_or_default())?;
    let last = u32::try_from(page.rows.len()).unwrap_or_default().max(1);
    sheet.autofilter(
        0,
        0,
        last,
        u16::try_from(page.columns.len().saturating_sub(1)).unwrap_or_default(),
    )?;
    Ok(())
}

fn write_cell(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    column: &SheetColumn,
    text: &str,
    formats: &WorkbookFormats,
) -> Result<(), XlsxError> {
    let format = formats.for_column(column);
    match &column.field_type {
        FieldType::Number
            if text
                .parse::<u32>()
                .is_ok_and(|number| number.to_string() == text) =>
        {
            sheet.write_number_with_format(
                row,
                at,
                text.parse::<u32>().unwrap_or_default(),
                format,
            )?;
        }
        FieldType::Line(kind) if kind == "date" && Day::parse(text).is_some() => {
            sheet.write_datetime_with_format(
                row,
                at,
                ExcelDateTime::parse_from_str(text)?,
                format,
            )?;
        }
        FieldType::Tokens { .. } | FieldType::EnumList(_) => {
            sheet.write_string_with_format(
                row,
                at,
                keep_literal(&text.replace(' ', ", ")),
                format,
            )?;
        }
        _ => {
            sheet.write_string_with_format(row, at, keep_literal(text), format)?;
        }
    }
    Ok(())
}

/// Text that stays text: the library takes what stands between `<r>` and `</r>` for XML of its own, but for a space behind it.
fn keep_literal(text: &str) -> Cow<'_, str> {
    if text.starts_with("<r>") && text.ends_with("</r>") {
        format!("{text} ").into()
    } else {
        text.into()
    }
}

/// The lists to choose from, side by side: what is chosen, and what it means.
fn write_choice_lists(
    sheet: &mut Worksheet,
    lists: &[ChoiceList],
    pages: &[SheetContent],
    words: &Messages,
    formats: &WorkbookFormats,
) -> Result<(), XlsxError> {
    sheet.set_name(words.message("sheet-lists", &[]))?;
    for (at, list) in (0..).step_by(2).zip(lists) {
        let column = pages
            .iter()
            .flat_map(|page| &page.columns)
            .find(|column| choices::list_name(column) == Some(&list.name));
        let heading = column
            .map(|column| column.heading_text(words))
            .unwrap_or_default();
        sheet.write_string_with_format(0, at, heading, &formats.heading)?;
        sheet.write_string_with_format(
            0,
            at + 1,
            words.message("sheet-meaning", &[]),
            &formats.heading,
        )?;
        sheet.set_column_width(at, 24)?;
        sheet.set_column_width(at + 1, 40)?;
        for (row, (chosen, meaning)) in (1..).zip(&list.choices) {
            sheet.write_string_with_format(row, at, chosen, &formats.text)?;
            sheet.write_string_with_format(
                row,
                at + 1,
                truncate_utf16(&keep_literal(meaning), MAX_CELL_UTF16),
                &formats.text,
            )?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// What a spreadsheet program says and allows while something is typed into a column.
fn column_validation(
    column: &SheetColumn,
    lists: &[ChoiceList],
    words: &Messages,
) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new()
        .set_input_title(truncate_utf16(&column.heading_text(words), HINT_LIMITS.1))?
        .set_input_message(truncate_utf16(&column.input_hint(words), HINT_LIMITS.0))?
        .set_error_message(truncate_utf16(
            &words.message("sheet-refused", &[]),
            HINT_LIMITS.0,
        ))?;
    let place = lists
        .iter()
        .position(|list| choices::list_name(column) == Some(&list.name));
    let list = place
        .map(|at| (at, lists[at].choices.len()))
        .filter(|(_, count)| *count > 0);
    Ok(match (&column.field_type, list) {
        (_, Some((at, count))) => {
            let at = u32::try_from(at * 2).unwrap_or_default();
            let column_name = cell_name(1, at);
            let column_name = column_name.trim_end_matches('1');
            let name = words.message("sheet-lists", &[]);
            let rule = rule.allow_list_formula(Formula::new(format!(
                "='{name}'!${column_name}$2:${column_name}${}",
                count + 1
            )));
            // Of several words, a list can propose only the first.
            let has_several = matches!(
                column.field_type,
                FieldType::Tokens { .. } | FieldType::EnumList(_)
            );
            rule.show_error_message(!has_several)
        }
        (FieldType::Boolean, _) => rule.allow_list_strings(&["true"])?,
        (FieldType::Number, _) => rule.allow_whole_number(DataValidationRule::GreaterThan(0)),
        (FieldType::Line(format), _) if format == "date" => {
            let (first, last) = (
                ExcelDateTime::from_ymd(1945, 1, 1)?,
                ExcelDateTime::from_ymd(2999, 12, 31)?,
            );
            rule.allow_date(DataValidationRule::Between(first, last))
        }
        _ => rule.allow_any_value(),
    })
}

/// Text of at most `most` characters, as a spreadsheet counts.
fn truncate_utf16(text: &str, most: usize) -> String {
    if text.encode_utf16().count() <= most {
        return text.to_owned();
    }
    let mut room = most - 1;
    let fits = |c: &char| {
        let fits = c.len_utf16() <= room;
        room = room.saturating_sub(c.len_utf16());
        fits
    };
    text.chars().take_while(fits).collect::<String>() + "…"
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
        FieldType::Line(format) if format == "date" => 12.0,
        FieldType::Tokens { .. } => 30.0,
        _ => 22.0,
    }
}
