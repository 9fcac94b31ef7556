//! The columns of a sheet: a field a column, a text a column for each language, of lists as many as there are entries.

use super::{ENTRY, STOP, TURN, Table};
use crate::diag::messages::Words;
use crate::editing::{Field, Form, Shape};
use crate::records::Lang;
use std::collections::BTreeSet;

/// A column.
pub(super) struct Column {
    /// What is typed in it, as [`crate::editing::Flat`] calls it; or a word for where the row belongs.
    pub(super) name: String,
    /// What stands in it.
    pub(super) shape: Shape,
    /// Must something stand in it?
    pub(super) required: bool,
    heading: Vec<Piece>,
}

/// A part of a heading.
#[derive(Clone)]
enum Piece {
    /// The words under a key.
    Words(String),
    /// Which of several, from 1.
    Number(usize),
    /// A language that is not the main one.
    Lang(Lang),
}

impl Column {
    /// Its heading: `Sumber 1: judul (en)`.
    pub(super) fn heading(&self, words: &Words) -> String {
        let mut text = String::new();
        for piece in &self.heading {
            match piece {
                Piece::Words(key) if text.is_empty() => text = words.say(&format!("{key}.label"), &[]),
                Piece::Words(key) => text = format!("{text}: {}", lower(&words.say(&format!("{key}.label"), &[]))),
                Piece::Number(number) => text = format!("{text} {number}"),
                Piece::Lang(lang) => text = format!("{text} ({lang})"),
            }
        }
        text
    }

    /// What to type in it.
    pub(super) fn hint(&self, words: &Words) -> String {
        let key = self.heading.iter().rev().find_map(|piece| match piece {
            Piece::Words(key) => Some(key.as_str()),
            _ => None,
        });
        // Lists need no brackets in a cell.
        key.and_then(|key| words.try_say(key, &[])).unwrap_or_default().replace(['[', ']'], "")
    }

    /// Is it one by which rows are known?
    pub(super) fn is_key(&self, table: Table) -> bool {
        table.keys().contains(&&*self.name)
    }
}

/// As it stands within a sentence: `OPD` stays.
fn lower(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// How far the columns of a sheet go.
pub(super) struct Extent<'e> {
    /// The language whose columns name none.
    pub(super) main: Lang,
    /// The languages that have a column for each text.
    pub(super) langs: &'e [Lang],
    /// Everything that stands in some row.
    pub(super) seen: &'e BTreeSet<String>,
}

impl Extent<'_> {
    /// How many entries of a list have columns: one at least, to be filled in.
    fn count(&self, name: &str) -> usize {
        let below =
            |seen: &String| seen.strip_prefix(name)?.strip_prefix('.')?.split('.').next()?.parse::<usize>().ok();
        self.seen.iter().filter_map(below).max().map_or(1, |last| last + 1)
    }
}

/// The columns of a sheet, first those that say where a row belongs.
pub(super) fn columns(table: Table, form: &Form, extent: &Extent<'_>) -> Vec<Column> {
    let mut found = Vec::new();
    add(form, "", &[], extent, table, &mut found);
    let own = table.keys().iter().enumerate().filter(|(_, key)| key.starts_with('#'));
    for (at, key) in own {
        let piece = Piece::Words(format!("sheet-{}", word(table, key)));
        let shape = if *key == ENTRY { Shape::Word("key".to_owned()) } else { Shape::Number };
        let column = Column { name: (*key).to_owned(), shape, required: *key != TURN, heading: vec![piece] };
        found.insert(at, column);
    }
    found
}

fn word(table: Table, key: &str) -> &'static str {
    match (key, table) {
        (STOP, _) => "stop",
        (ENTRY, _) => "entry",
        (_, Table::FollowUps) => "turn",
        (_, Table::Sources) => "source",
        _ => "response",
    }
}

fn add(form: &Form, prefix: &str, heading: &[Piece], extent: &Extent<'_>, table: Table, found: &mut Vec<Column>) {
    for field in &form.fields {
        let name = if prefix.is_empty() { field.name.clone() } else { format!("{prefix}.{}", field.name) };
        let words = Piece::Words(format!("{}-{}", form.record, field.name));
        let heading = [heading, &[words]].concat();
        // A stop's sources have a sheet of their own.
        let has_sheet = table == Table::Stops && name == "sources";
        match &field.shape {
            Shape::Records(_) => {}
            Shape::Rows(_) if has_sheet => {}
            Shape::Prose => texts(field, &name, &heading, extent, found),
            Shape::Due(form) | Shape::Part(form) => add(form, &name, &heading, extent, table, found),
            Shape::Proses | Shape::Rows(_) => {
                for n in 0..extent.count(&name) {
                    let name = format!("{name}.{n}");
                    let heading = [heading.as_slice(), &[Piece::Number(n + 1)]].concat();
                    match &field.shape {
                        Shape::Rows(form) => add(form, &name, &heading, extent, table, found),
                        _ => texts(field, &name, &heading, extent, found),
                    }
                }
            }
            shape => {
                let required = field.required && prefix.is_empty();
                found.push(Column { name, shape: shape.clone(), required, heading });
            }
        }
    }
}

/// A column for each language in which the text is asked for or stands somewhere.
fn texts(field: &Field, name: &str, heading: &[Piece], extent: &Extent<'_>, found: &mut Vec<Column>) {
    let others = Lang::ALL.into_iter().filter(|lang| *lang != extent.main);
    for lang in [extent.main].into_iter().chain(others) {
        let name = format!("{name}.{lang}");
        if lang != extent.main && !extent.langs.contains(&lang) && !extent.seen.contains(&name) {
            continue;
        }
        let suffix = (lang != extent.main).then_some(Piece::Lang(lang));
        let heading: Vec<Piece> = heading.iter().cloned().chain(suffix).collect();
        let required = field.required && lang == extent.main && heading.len() == 1;
        found.push(Column { name, shape: Shape::Prose, required, heading });
    }
}
