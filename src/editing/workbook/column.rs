//! The columns of a sheet: a field a column, a text a column for each language, of lists as many as there are entries.

use super::{ENTRY_COLUMN, ORDINAL_COLUMN, STOP_COLUMN, SheetKind};
use crate::diag::messages::Messages;
use crate::editing::{FieldType, FormField, FormSchema};
use crate::records::Lang;
use std::collections::BTreeSet;

/// A column.
pub(super) struct SheetColumn {
    /// What is typed in it, as [`crate::editing::Flat`] calls it; or a word for where the row belongs.
    pub(super) name: String,
    /// What stands in it.
    pub(super) field_type: FieldType,
    /// Must something stand in it?
    pub(super) required: bool,
    heading_parts: Vec<HeadingPart>,
}

/// A part of a heading.
#[derive(Clone)]
enum HeadingPart {
    /// The words under a key.
    Label(String),
    /// Which of several, from 1.
    Number(usize),
    /// A language that is not the main one.
    Lang(Lang),
}

impl SheetColumn {
    /// Its heading: `Sumber 1: judul (en)`.
    pub(super) fn heading_text(&self, words: &Messages) -> String {
        let mut text = String::new();
        for piece in &self.heading_parts {
            match piece {
                HeadingPart::Label(key) if text.is_empty() => {
                    text = words.message(&format!("{key}.label"), &[])
                }
                HeadingPart::Label(key) => {
                    text = format!(
                        "{text}: {}",
                        lowercase_first(&words.message(&format!("{key}.label"), &[]))
                    )
                }
                HeadingPart::Number(number) => text = format!("{text} {number}"),
                HeadingPart::Lang(lang) => text = format!("{text} ({lang})"),
            }
        }
        text
    }

    /// What to type in it.
    pub(super) fn input_hint(&self, words: &Messages) -> String {
        let key = self
            .heading_parts
            .iter()
            .rev()
            .find_map(|piece| match piece {
                HeadingPart::Label(key) => Some(key.as_str()),
                _ => None,
            });
        // Lists need no brackets in a cell.
        key.and_then(|key| words.try_message(key, &[]))
            .unwrap_or_default()
            .replace(['[', ']'], "")
    }

    /// Is it one by which rows are known?
    pub(super) fn is_key_column(&self, table: SheetKind) -> bool {
        table.key_columns().contains(&&*self.name)
    }
}

/// As it stands within a sentence: `OPD` stays.
fn lowercase_first(text: &str) -> String {
    let mut letters = text.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(text.chars().skip(1)).collect()
        }
        _ => text.to_owned(),
    }
}

/// How far the columns of a sheet go.
pub(super) struct ColumnExtent<'e> {
    /// The language whose columns name none.
    pub(super) main_lang: Lang,
    /// The languages that have a column for each text.
    pub(super) langs: &'e [Lang],
    /// Everything that stands in some row.
    pub(super) used_columns: &'e BTreeSet<String>,
}

impl ColumnExtent<'_> {
    /// How many entries of a list have columns: one at least, to be filled in.
    fn entry_count(&self, name: &str) -> usize {
        let below = |seen: &String| {
            seen.strip_prefix(name)?
                .strip_prefix('.')?
                .split('.')
                .next()?
                .parse::<usize>()
                .ok()
        };
        self.used_columns
            .iter()
            .filter_map(below)
            .max()
            .map_or(1, |last| last + 1)
    }
}

/// The columns of a sheet, first those that say where a row belongs.
pub(super) fn sheet_columns(
    table: SheetKind,
    form: &FormSchema,
    extent: &ColumnExtent<'_>,
) -> Vec<SheetColumn> {
    let mut found = Vec::new();
    add_columns(form, "", &[], extent, table, &mut found);
    let own = table
        .key_columns()
        .iter()
        .enumerate()
        .filter(|(_, key)| key.starts_with('#'));
    for (at, key) in own {
        let piece = HeadingPart::Label(format!("sheet-{}", key_label(table, key)));
        let shape = if *key == ENTRY_COLUMN {
            FieldType::Line("key".to_owned())
        } else {
            FieldType::Number
        };
        let column = SheetColumn {
            name: (*key).to_owned(),
            field_type: shape,
            required: *key != ORDINAL_COLUMN,
            heading_parts: vec![piece],
        };
        found.insert(at, column);
    }
    found
}

fn key_label(table: SheetKind, key: &str) -> &'static str {
    match (key, table) {
        (STOP_COLUMN, _) => "stop",
        (ENTRY_COLUMN, _) => "entry",
        (_, SheetKind::FollowUps) => "turn",
        (_, SheetKind::Sources) => "source",
        _ => "response",
    }
}

fn add_columns(
    form: &FormSchema,
    prefix: &str,
    heading: &[HeadingPart],
    extent: &ColumnExtent<'_>,
    table: SheetKind,
    found: &mut Vec<SheetColumn>,
) {
    for field in &form.fields {
        let name = if prefix.is_empty() {
            field.name.clone()
        } else {
            format!("{prefix}.{}", field.name)
        };
        let words = HeadingPart::Label(format!("{}-{}", form.record_type, field.name));
        let heading = [heading, &[words]].concat();
        // A stop's sources have a sheet of their own.
        let has_sheet = table == SheetKind::Stops && name == "sources";
        match &field.field_type {
            FieldType::SeparateRecords(_) => {}
            FieldType::NestedList(_) if has_sheet => {}
            FieldType::Translated => add_text_columns(field, &name, &heading, extent, found),
            FieldType::Deadline(form) | FieldType::Nested(form) => {
                add_columns(form, &name, &heading, extent, table, found)
            }
            FieldType::TranslatedList | FieldType::NestedList(_) => {
                for n in 0..extent.entry_count(&name) {
                    let name = format!("{name}.{n}");
                    let heading = [heading.as_slice(), &[HeadingPart::Number(n + 1)]].concat();
                    match &field.field_type {
                        FieldType::NestedList(form) => {
                            add_columns(form, &name, &heading, extent, table, found)
                        }
                        _ => add_text_columns(field, &name, &heading, extent, found),
                    }
                }
            }
            shape => {
                let required = field.required && prefix.is_empty();
                found.push(SheetColumn {
                    name,
                    field_type: shape.clone(),
                    required,
                    heading_parts: heading,
                });
            }
        }
    }
}

/// A column for each language in which the text is asked for or stands somewhere.
fn add_text_columns(
    field: &FormField,
    name: &str,
    heading: &[HeadingPart],
    extent: &ColumnExtent<'_>,
    found: &mut Vec<SheetColumn>,
) {
    let others = Lang::ALL
        .into_iter()
        .filter(|lang| *lang != extent.main_lang);
    for lang in [extent.main_lang].into_iter().chain(others) {
        let name = format!("{name}.{lang}");
        if lang != extent.main_lang
            && !extent.langs.contains(&lang)
            && !extent.used_columns.contains(&name)
        {
            continue;
        }
        let suffix = (lang != extent.main_lang).then_some(HeadingPart::Lang(lang));
        let heading: Vec<HeadingPart> = heading.iter().cloned().chain(suffix).collect();
        let required = field.required && lang == extent.main_lang && heading.len() == 1;
        found.push(SheetColumn {
            name,
            field_type: FieldType::Translated,
            required,
            heading_parts: heading,
        });
    }
}
