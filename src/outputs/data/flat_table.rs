//! A table laid flat: words by language become a column a language, lists a cell.

use super::field;
use crate::data::{Column, Kind, Table};
use crate::diag::messages::Words;
use crate::plan::Plan;
use crate::records::Lang;
use serde_json::Value;
use std::borrow::Cow;

/// A table with its rows.
pub(crate) struct Sheet {
    /// Which one.
    pub(super) table: Table,
    /// Its flat columns.
    pub(super) fields: Vec<Field>,
    /// Its rows, as in JSON.
    pub(super) rows: Vec<Value>,
    main: Lang,
}

/// A flat column.
pub(super) struct Field {
    /// Its name: the column's, with `_en` behind it for words in another language than the site's first.
    pub(super) name: String,
    /// The column.
    pub(super) column: Column,
    /// The language, if it is not the site's first.
    pub(super) lang: Option<Lang>,
}

impl Field {
    /// Its heading in the program's words.
    pub(super) fn heading(&self, words: &Words) -> String {
        self.in_lang(&words.say(&format!("column-{}", self.column.name), &[]))
    }

    /// What it says.
    pub(super) fn meaning(&self, words: &Words) -> String {
        words.say(&format!("column-{}.means", self.column.name), &[])
    }

    /// Words with the language behind them, where it is not the site's first.
    pub(super) fn in_lang(&self, words: &str) -> String {
        self.lang.map_or_else(|| words.to_owned(), |lang| format!("{words} ({lang})"))
    }
}

/// What stands in a cell.
pub(super) enum Cell<'a> {
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

impl Sheet {
    /// A table with all its rows.
    pub(super) fn new(plan: &Plan<'_>, table: Table) -> Self {
        Self::of(plan, table, table.rows(plan).collect())
    }

    /// A table with some rows.
    pub(crate) fn of(plan: &Plan<'_>, table: Table, rows: Vec<Value>) -> Self {
        let others: Vec<Lang> = plan.languages().skip(1).collect();
        let mut fields = Vec::new();
        for column in table.columns() {
            let name = column.name.clone();
            fields.push(Field { name: name.clone(), column: column.clone(), lang: None });
            if matches!(column.kind, Kind::Words | Kind::WordsList) {
                let other = |lang: &Lang| Field {
                    name: format!("{name}_{lang}"),
                    column: Column { optional: true, ..column.clone() },
                    lang: Some(*lang),
                };
                fields.extend(others.iter().map(other));
            }
        }
        Self { table, fields, rows, main: plan.register().main_language() }
    }

    /// What stands in a row's cell.
    pub(super) fn cell<'a>(&self, row: &'a Value, at: &Field) -> Cell<'a> {
        let value = field(row, &at.column.name);
        match (at.column.kind, value) {
            (_, Value::Null) => Cell::Empty,
            (Kind::Words, words) => self.words(words, at.lang).map_or(Cell::Empty, |t| Cell::Text(t.into())),
            (Kind::WordsList, list) => {
                let list = list.as_array().into_iter().flatten();
                text(list.filter_map(|words| self.words(words, at.lang)).collect::<Vec<_>>().join(" | "))
            }
            (Kind::List, list) => {
                let list = list.as_array().into_iter().flatten();
                text(list.filter_map(Value::as_str).collect::<Vec<_>>().join(" "))
            }
            (Kind::Integer, number) => number.as_i64().map_or(Cell::Empty, Cell::Integer),
            (Kind::Boolean, value) => value.as_bool().map_or(Cell::Empty, Cell::Boolean),
            (Kind::Date, day) => day.as_str().map_or(Cell::Empty, Cell::Date),
            (Kind::Text | Kind::Url, words) => words.as_str().map_or(Cell::Empty, |t| Cell::Text(t.into())),
        }
    }

    /// Words in a language; in the site's first one, or in whatever there is, where no language is asked for.
    fn words<'a>(&self, words: &'a Value, lang: Option<Lang>) -> Option<&'a str> {
        let words = words.as_object()?;
        let found = match lang {
            Some(lang) => words.get(lang.code()),
            None => words.get(self.main.code()).or_else(|| words.values().next()),
        };
        found.and_then(Value::as_str)
    }
}

fn text(joined: String) -> Cell<'static> {
    if joined.is_empty() { Cell::Empty } else { Cell::Text(joined.into()) }
}
