//! A flattened table, as CSV and the workbook need it: translated texts become one column for each
//! language, lists one cell.

use crate::data::{Column, ColumnType, Table};
use crate::diag::messages::Messages;
use crate::plan::Plan;
use crate::records::Lang;
use serde_json::Value;
use std::borrow::Cow;

/// A flattened table with its rows.
pub(crate) struct FlatTable {
    /// Which one.
    pub(super) table: Table,
    /// Its flat columns.
    pub(super) columns: Vec<FlatColumn>,
    /// Its rows, as in JSON.
    pub(super) rows: Vec<Value>,
    main: Lang,
}

/// A flat column.
pub(super) struct FlatColumn {
    /// The column's name, with `_en` behind it for a language other than the site's main one.
    pub(super) name: String,
    /// The column.
    pub(super) column: Column,
    /// The language, if it is not the site's main one.
    pub(super) lang: Option<Lang>,
}

impl FlatColumn {
    /// The heading, from the program's messages.
    pub(super) fn heading(&self, words: &Messages) -> String {
        self.with_language(&self.column.label(words))
    }

    /// What the column means, from the program's messages.
    pub(super) fn description(&self, words: &Messages) -> String {
        self.column.meaning(words)
    }

    /// A text with the language behind it, where that is not the site's main one.
    pub(super) fn with_language(&self, words: &str) -> String {
        self.lang
            .map_or_else(|| words.to_owned(), |lang| format!("{words} ({lang})"))
    }
}

/// The value of a cell.
pub(super) enum CellValue<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(Cow<'a, str>),
    /// A whole number.
    Integer(i64),
    /// Yes or no.
    Boolean(bool),
    /// A day, ISO 8601.
    Date(&'a str),
}

impl FlatTable {
    /// A table with all its rows.
    pub(super) fn new(plan: &Plan<'_>, table: Table) -> Self {
        Self::from_rows(plan, table, table.rows(plan).collect())
    }

    /// A table with some rows.
    pub(crate) fn from_rows(plan: &Plan<'_>, table: Table, rows: Vec<Value>) -> Self {
        let others: Vec<Lang> = plan.languages().skip(1).collect();
        let mut fields = Vec::new();
        for column in table.columns() {
            let name = column.name.clone();
            fields.push(FlatColumn {
                name: name.clone(),
                column: column.clone(),
                lang: None,
            });
            // Optional even if the text is required: it need not be recorded in every language.
            if matches!(
                column.column_type,
                ColumnType::Translated | ColumnType::TranslatedList
            ) {
                let other = |lang: &Lang| FlatColumn {
                    name: format!("{name}_{lang}"),
                    column: Column {
                        optional: true,
                        ..column.clone()
                    },
                    lang: Some(*lang),
                };
                fields.extend(others.iter().map(other));
            }
        }
        Self {
            table,
            columns: fields,
            rows,
            main: plan.register().main_language(),
        }
    }

    /// The value of a row's cell.
    pub(super) fn cell<'a>(&self, row: &'a Value, at: &FlatColumn) -> CellValue<'a> {
        let value = row.get(&at.column.name).unwrap_or(&Value::Null);
        match (at.column.column_type, value) {
            (_, Value::Null) => CellValue::Empty,
            (ColumnType::Translated, words) => self
                .translation(words, at.lang)
                .map_or(CellValue::Empty, |t| CellValue::Text(t.into())),
            (ColumnType::TranslatedList, list) => {
                let list = list.as_array().into_iter().flatten();
                text_cell(
                    list.filter_map(|words| self.translation(words, at.lang))
                        .collect::<Vec<_>>()
                        .join(" | "),
                )
            }
            (ColumnType::List, list) => {
                let list = list.as_array().into_iter().flatten();
                text_cell(list.filter_map(Value::as_str).collect::<Vec<_>>().join(" "))
            }
            (ColumnType::Integer, number) => {
                number.as_i64().map_or(CellValue::Empty, CellValue::Integer)
            }
            (ColumnType::Boolean, value) => {
                value.as_bool().map_or(CellValue::Empty, CellValue::Boolean)
            }
            (ColumnType::Date, day) => day.as_str().map_or(CellValue::Empty, CellValue::Date),
            (ColumnType::Text | ColumnType::Url, words) => words
                .as_str()
                .map_or(CellValue::Empty, |t| CellValue::Text(t.into())),
        }
    }

    /// A text in a language; without one, in the site's main language or in whatever there is.
    fn translation<'a>(&self, words: &'a Value, lang: Option<Lang>) -> Option<&'a str> {
        let words = words.as_object()?;
        let found = match lang {
            Some(lang) => words.get(lang.code()),
            None => words
                .get(self.main.code())
                .or_else(|| words.values().next()),
        };
        found.and_then(Value::as_str)
    }
}

fn text_cell(joined: String) -> CellValue<'static> {
    if joined.is_empty() {
        CellValue::Empty
    } else {
        CellValue::Text(joined.into())
    }
}
