//! The workbook: instructions, a sheet for each kind of record, and the lists to choose from. The same records give the same bytes.

use super::Table;
use super::choices::{self, List};
use super::column::{Column, Extent, columns};
use super::record_files::{Original, known};
use crate::diag::messages::Words;
use crate::diag::{Code, Diagnostic};
use crate::editing::{Flat, Shape};
use crate::records::{Day, Lang, Records};
use crate::spreadsheet::cell_name;
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, Formula, Workbook,
    Worksheet, XlsxError,
};
use std::borrow::Cow;
use std::collections::BTreeSet;

/// The most characters that a cell takes; a spreadsheet counts in UTF-16.
const LONGEST: usize = 32_767;
/// The most that a hint and its title take.
const HINT: (usize, usize) = (255, 32);
/// The last row to which hints and lists are given, counted from 0.
const LAST_ROW: u32 = 1_048_575;
/// The day that stands in the file as the one on which it was made: any would do that is always the same.
const MADE: &str = "2000-01-01";

/// What a workbook is made from.
#[derive(Clone, Copy, Debug)]
pub struct Order<'o> {
    /// The files of stops and follow-ups.
    pub files: &'o [Original],
    /// What can be chosen from.
    pub records: &'o Records,
    /// The site's languages; the first is the one of texts that name none.
    pub langs: &'o [Lang],
    /// The words of the headings.
    pub words: &'o Words,
}

/// Makes the workbook.
///
/// # Errors
/// If a text is longer than a cell can be.
pub fn workbook(order: Order<'_>) -> Result<Vec<u8>, Diagnostic> {
    let pages: Vec<Page> = Table::ALL.into_iter().map(|table| Page::new(table, order)).collect();
    pages.iter().find_map(|page| page.too_long(order.words)).map_or(Ok(()), Err)?;
    make(&pages, order).map_err(|_| Diagnostic::nowhere(Code::CannotWrite).with("path", "xlsx").with("reason", "other"))
}

/// A sheet with all that stands in it.
struct Page {
    table: Table,
    columns: Vec<Column>,
    rows: Vec<Flat>,
}

impl Page {
    fn new(table: Table, order: Order<'_>) -> Self {
        let form = table.form();
        let main = order.langs.first().copied().unwrap_or(Lang::Id);
        let row = |record: super::record_files::Known<'_>| {
            let mut flat = form.flat(record.value, main);
            let key = table.keys().iter().map(|key| (*key).to_owned()).zip(record.key);
            flat.extend(key.filter(|(name, typed)| name.starts_with('#') && !typed.is_empty()));
            flat
        };
        let rows: Vec<Flat> = known(order.files).into_iter().filter(|r| r.table == table).map(row).collect();
        let seen: BTreeSet<String> = rows.iter().flat_map(|row| row.keys().cloned()).collect();
        let columns = columns(table, &form, &Extent { main, langs: order.langs, seen: &seen });
        Self { table, columns, rows }
    }

    /// A fault, if a text is longer than a cell can be.
    fn too_long(&self, words: &Words) -> Option<Diagnostic> {
        for (row, flat) in (2..).zip(&self.rows) {
            for (at, column) in (0..).zip(&self.columns) {
                if flat.get(&column.name).is_some_and(|text| unmarked(text).encode_utf16().count() > LONGEST) {
                    let cell = format!("{}!{}", self.table.name(words), cell_name(row, at));
                    return Some(Diagnostic::nowhere(Code::SheetCell).with("case", "too-long").with("found", cell));
                }
            }
        }
        None
    }
}

struct Formats {
    heading: Format,
    needed: Format,
    text: Format,
    number: Format,
    date: Format,
    plain: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let heading = top.clone().set_bold().set_text_wrap().set_num_format("@");
        Self {
            needed: heading.clone().set_background_color(Color::RGB(0x00FC_E8B2)),
            heading: heading.set_background_color(Color::RGB(0x00E8_EDEA)),
            // What is typed there stays as it was typed: 007, 1-2, =1+1.
            text: top.clone().set_text_wrap().set_num_format("@"),
            date: top.clone().set_num_format("yyyy-mm-dd"),
            plain: top.clone().set_text_wrap(),
            number: top,
        }
    }

    fn of(&self, column: &Column) -> &Format {
        match &column.shape {
            Shape::Number => &self.number,
            Shape::Word(format) if format == "date" => &self.date,
            _ => &self.text,
        }
    }
}

fn make(pages: &[Page], order: Order<'_>) -> Result<Vec<u8>, XlsxError> {
    let Order { records, words, .. } = order;
    let main = order.langs.first().copied().unwrap_or(Lang::Id);
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::parse_from_str(MADE)?;
    workbook.set_properties(&DocProperties::new().set_title("J-HUR").set_creation_datetime(&made));
    let formats = Formats::new();
    instruct(workbook.add_worksheet(), words, &formats)?;
    let mut all: Vec<List> = Vec::new();
    for column in pages.iter().flat_map(|page| &page.columns) {
        if choices::name(column).is_some_and(|name| !all.iter().any(|list| list.name == name)) {
            all.extend(choices::list(column, records, main, words));
        }
    }
    for page in pages {
        fill(workbook.add_worksheet(), page, &all, words, &formats)?;
    }
    show(workbook.add_worksheet(), &all, pages, words, &formats)?;
    workbook.save_to_buffer()
}

/// The sheet that says how to use the others.
fn instruct(sheet: &mut Worksheet, words: &Words, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(words.say("sheet-instructions", &[]))?;
    sheet.set_column_width(0, 110)?;
    for (row, line) in (0..).zip(words.say("sheet-instructions-text", &[]).lines()) {
        let format = if row == 0 { &formats.heading } else { &formats.plain };
        sheet.write_string_with_format(row, 0, line, format)?;
    }
    Ok(())
}

fn fill(sheet: &mut Worksheet, page: &Page, lists: &[List], words: &Words, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(page.table.name(words))?;
    for (at, column) in (0..).zip(&page.columns) {
        let heading = if column.required { &formats.needed } else { &formats.heading };
        sheet.write_string_with_format(0, at, column.heading(words), heading)?;
        sheet.set_column_width(at, width(column))?;
        sheet.set_column_format(at, formats.of(column))?;
        sheet.add_data_validation(1, at, LAST_ROW, at, &validation(column, lists, words)?)?;
        for (row, flat) in (1..).zip(&page.rows) {
            if let Some(text) = flat.get(&column.name) {
                write(sheet, row, at, column, text, formats)?;
            }
        }
    }
    let keys = page.columns.iter().take_while(|column| column.is_key(page.table)).count();
    sheet.set_freeze_panes(1, u16::try_from(keys).unwrap_or_default())?;
    let last = u32::try_from(page.rows.len()).unwrap_or_default().max(1);
    sheet.autofilter(0, 0, last, u16::try_from(page.columns.len().saturating_sub(1)).unwrap_or_default())?;
    Ok(())
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    at: u16,
    column: &Column,
    text: &str,
    formats: &Formats,
) -> Result<(), XlsxError> {
    let format = formats.of(column);
    match &column.shape {
        Shape::Number if text.parse::<u32>().is_ok_and(|number| number.to_string() == text) => {
            sheet.write_number_with_format(row, at, text.parse::<u32>().unwrap_or_default(), format)?;
        }
        Shape::Word(kind) if kind == "date" && Day::parse(text).is_some() => {
            sheet.write_datetime_with_format(row, at, ExcelDateTime::parse_from_str(text)?, format)?;
        }
        Shape::Words { .. } | Shape::Choices(_) => {
            sheet.write_string_with_format(row, at, unmarked(&text.replace(' ', ", ")), format)?;
        }
        _ => {
            sheet.write_string_with_format(row, at, unmarked(text), format)?;
        }
    }
    Ok(())
}

/// Text that stays text: the library takes what stands between `<r>` and `</r>` for XML of its own, but for a space behind it.
fn unmarked(text: &str) -> Cow<'_, str> {
    if text.starts_with("<r>") && text.ends_with("</r>") { format!("{text} ").into() } else { text.into() }
}

/// The lists to choose from, side by side: what is chosen, and what it means.
fn show(
    sheet: &mut Worksheet,
    lists: &[List],
    pages: &[Page],
    words: &Words,
    formats: &Formats,
) -> Result<(), XlsxError> {
    sheet.set_name(words.say("sheet-lists", &[]))?;
    for (at, list) in (0..).step_by(2).zip(lists) {
        let column =
            pages.iter().flat_map(|page| &page.columns).find(|column| choices::name(column) == Some(&list.name));
        let heading = column.map(|column| column.heading(words)).unwrap_or_default();
        sheet.write_string_with_format(0, at, heading, &formats.heading)?;
        sheet.write_string_with_format(0, at + 1, words.say("sheet-meaning", &[]), &formats.heading)?;
        sheet.set_column_width(at, 24)?;
        sheet.set_column_width(at + 1, 40)?;
        for (row, (chosen, meaning)) in (1..).zip(&list.entries) {
            sheet.write_string_with_format(row, at, chosen, &formats.text)?;
            sheet.write_string_with_format(row, at + 1, cut(&unmarked(meaning), LONGEST), &formats.text)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    Ok(())
}

/// What a spreadsheet program says and allows while something is typed into a column.
fn validation(column: &Column, lists: &[List], words: &Words) -> Result<DataValidation, XlsxError> {
    let rule = DataValidation::new()
        .set_input_title(cut(&column.heading(words), HINT.1))?
        .set_input_message(cut(&column.hint(words), HINT.0))?
        .set_error_message(cut(&words.say("sheet-refused", &[]), HINT.0))?;
    let place = lists.iter().position(|list| choices::name(column) == Some(&list.name));
    let list = place.map(|at| (at, lists[at].entries.len())).filter(|(_, count)| *count > 0);
    Ok(match (&column.shape, list) {
        (_, Some((at, count))) => {
            let at = u32::try_from(at * 2).unwrap_or_default();
            let column_name = cell_name(1, at);
            let column_name = column_name.trim_end_matches('1');
            let name = words.say("sheet-lists", &[]);
            let rule = rule
                .allow_list_formula(Formula::new(format!("='{name}'!${column_name}$2:${column_name}${}", count + 1)));
            // Of several words, a list can propose only the first.
            let has_several = matches!(column.shape, Shape::Words { .. } | Shape::Choices(_));
            rule.show_error_message(!has_several)
        }
        (Shape::Truth, _) => rule.allow_list_strings(&["true"])?,
        (Shape::Number, _) => rule.allow_whole_number(DataValidationRule::GreaterThan(0)),
        (Shape::Word(format), _) if format == "date" => {
            let (first, last) = (ExcelDateTime::from_ymd(1945, 1, 1)?, ExcelDateTime::from_ymd(2999, 12, 31)?);
            rule.allow_date(DataValidationRule::Between(first, last))
        }
        _ => rule.allow_any_value(),
    })
}

/// Text of at most `most` characters, as a spreadsheet counts.
fn cut(text: &str, most: usize) -> String {
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

fn width(column: &Column) -> f64 {
    match &column.shape {
        Shape::Prose if column.name.starts_with("text") || column.name.starts_with("summary") => 60.0,
        Shape::Prose => 36.0,
        Shape::Number | Shape::Truth => 11.0,
        Shape::Word(format) if format == "date" => 12.0,
        Shape::Words { .. } => 30.0,
        _ => 22.0,
    }
}
