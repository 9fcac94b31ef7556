//! A flattened table, as CSV and the workbook need it: translated texts become one column for each
//! language. Lists of keys are left out, since each has a table of its own; lists of texts become
//! one cell.

use crate::data::{Column, ColumnType, Table};
use crate::diag::messages::Messages;
use crate::plan::Plan;
use crate::records::Lang;
use serde_json::Value;
use std::borrow::Cow;

/// A flattened table with its rows.
pub(crate) struct FlatTable {
    /// Which table it is.
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
    /// The column of the table that it is made from.
    pub(super) column: Column,
    /// The language, if it is not the site's main one.
    pub(super) lang: Option<Lang>,
}

impl FlatColumn {
    /// The heading, from the program's messages.
    pub(super) fn heading(&self, messages: &Messages) -> String {
        self.with_language(&self.column.label(messages))
    }

    /// What the column means, from the program's messages.
    pub(super) fn description(&self, messages: &Messages) -> String {
        self.column.meaning(messages)
    }

    /// A text with the language behind it, where that is not the site's main one.
    pub(super) fn with_language(&self, text: &str) -> String {
        match self.lang {
            Some(lang) => format!("{text} ({lang})"),
            None => text.to_owned(),
        }
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

impl<'a> CellValue<'a> {
    fn text(text: &'a str) -> Self {
        Self::Text(text.into())
    }

    /// Texts in one cell. Returns `None` if there is nothing in them.
    fn texts(texts: &[&str]) -> Option<Self> {
        let joined = texts.join(" | ");
        (!joined.is_empty()).then(|| Self::Text(joined.into()))
    }
}

impl FlatTable {
    /// The table's name, which files and worksheets have.
    pub(super) fn name(&self) -> &'static str {
        self.table.name()
    }

    /// A table with all its rows.
    pub(super) fn new(plan: &Plan<'_>, table: Table) -> Self {
        Self::from_rows(plan, table, table.rows(plan).collect())
    }

    /// A table with some rows.
    pub(crate) fn from_rows(plan: &Plan<'_>, table: Table, rows: Vec<Value>) -> Self {
        let mut columns = Vec::new();
        for column in table.columns() {
            if column.column_type == ColumnType::List {
                continue;
            }
            columns.push(FlatColumn {
                name: column.name.clone(),
                column: column.clone(),
                lang: None,
            });
            if !matches!(
                column.column_type,
                ColumnType::Translated | ColumnType::TranslatedList
            ) {
                continue;
            }
            // The first language is the main one, which needs no suffix.
            for lang in plan.languages().skip(1) {
                columns.push(FlatColumn {
                    name: format!("{}_{lang}", column.name),
                    // Even if the text is required: it need not be recorded in every language.
                    column: Column {
                        optional: true,
                        ..column.clone()
                    },
                    lang: Some(lang),
                });
            }
        }
        Self {
            table,
            columns,
            rows,
            main: plan.register().main_language(),
        }
    }

    /// The value of a row's cell; empty if the row has none of the column's type.
    pub(super) fn cell<'a>(&self, row: &'a Value, field: &FlatColumn) -> CellValue<'a> {
        let value = row.get(&field.column.name).unwrap_or(&Value::Null);
        let items = value.as_array().into_iter().flatten();
        let cell = match field.column.column_type {
            ColumnType::Text | ColumnType::Url => value.as_str().map(CellValue::text),
            ColumnType::Translated => self.translation(value, field.lang).map(CellValue::text),
            ColumnType::TranslatedList => {
                let texts = items.filter_map(|item| self.translation(item, field.lang));
                CellValue::texts(&texts.collect::<Vec<_>>())
            }
            // Left out of the columns.
            ColumnType::List => None,
            ColumnType::Integer => value.as_i64().map(CellValue::Integer),
            ColumnType::Boolean => value.as_bool().map(CellValue::Boolean),
            ColumnType::Date => value.as_str().map(CellValue::Date),
        };
        cell.unwrap_or(CellValue::Empty)
    }

    /// A text in a language; without one, in the site's main language or in whatever there is.
    fn translation<'a>(&self, text: &'a Value, lang: Option<Lang>) -> Option<&'a str> {
        let translations = text.as_object()?;
        let found = match lang {
            Some(lang) => translations.get(lang.code()),
            None => translations
                .get(self.main.code())
                .or_else(|| translations.values().next()),
        };
        found?.as_str()
    }
}
