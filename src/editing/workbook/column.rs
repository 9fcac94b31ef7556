//! The columns of a sheet: one for each field, for a text one for each language, for a list as many
//! as there are entries. Export writes them, import recognises them.

use super::sheet_kind::{ENTRY_COLUMN, ORDINAL_COLUMN, STOP_COLUMN, SheetKind};
use crate::diag::messages::Messages;
use crate::editing::form_values::row_count;
use crate::editing::{FieldType, FormField, FormSchema};
use crate::records::Lang;
use std::collections::BTreeSet;

/// A column.
pub(super) struct SheetColumn {
    /// The field as [`crate::editing::FormValues`] name it: `sources.0.url`; `#stop`, `#entry` or
    /// `#turn` for where a row belongs.
    pub(super) name: String,
    pub(super) field_type: FieldType,
    /// Whether every row needs a content in it.
    pub(super) required: bool,
    heading_parts: Vec<HeadingPart>,
}

/// A part of a heading.
#[derive(Clone)]
enum HeadingPart {
    /// The label of the message with this key.
    Label(String),
    /// Which entry of a list, from 1.
    Number(usize),
    /// A language that is not the main one.
    Lang(Lang),
}

impl SheetColumn {
    /// Its heading: `Sumber 1: judul (en)`.
    pub(super) fn heading_text(&self, messages: &Messages) -> String {
        let mut text = String::new();
        for part in &self.heading_parts {
            match part {
                HeadingPart::Label(key) => {
                    let label = messages.message(&format!("{key}.label"), &[]);
                    text = if text.is_empty() {
                        label
                    } else {
                        format!("{text}: {}", lowercase_first(&label))
                    };
                }
                HeadingPart::Number(number) => text = format!("{text} {number}"),
                HeadingPart::Lang(lang) => text = format!("{text} ({lang})"),
            }
        }
        text
    }

    /// What to type in it: the help of its field.
    pub(super) fn input_hint(&self, messages: &Messages) -> String {
        for part in self.heading_parts.iter().rev() {
            if let HeadingPart::Label(key) = part {
                let help = messages.try_message(key, &[]).unwrap_or_default();
                // Lists need no brackets in a cell.
                return help.replace(['[', ']'], "");
            }
        }
        String::new()
    }

    /// Whether it is one of those that identify a row.
    pub(super) fn is_key_column(&self, kind: SheetKind) -> bool {
        kind.key_columns().contains(&&*self.name)
    }
}

/// A label within a sentence: `Judul` becomes `judul`, but `OPD` stays.
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
    /// The language whose columns do not name it.
    pub(super) main_lang: Lang,
    /// The languages that have a column for each text.
    pub(super) langs: &'e [Lang],
    /// The names of all columns that some row needs.
    pub(super) used_columns: &'e BTreeSet<String>,
}

impl ColumnExtent<'_> {
    /// How many entries of a list have columns: at least one, to be filled in.
    fn entry_count(&self, name: &str) -> usize {
        row_count(self.used_columns, name).max(1)
    }
}

/// The columns of a sheet, first those that say where a row belongs.
pub(super) fn sheet_columns(
    kind: SheetKind,
    schema: &FormSchema,
    extent: &ColumnExtent<'_>,
) -> Vec<SheetColumn> {
    let mut builder = ColumnBuilder {
        kind,
        extent,
        columns: Vec::new(),
    };
    builder.add_form(schema, "", &[]);
    let mut columns = builder.columns;
    // Keys that are fields, such as `id`, are there already: they come first in the record format.
    for (at, key) in kind.key_columns().iter().enumerate() {
        if !key.starts_with('#') {
            continue;
        }
        let column = SheetColumn {
            name: (*key).to_owned(),
            field_type: if *key == ENTRY_COLUMN {
                FieldType::Line("key".to_owned())
            } else {
                FieldType::Number
            },
            required: *key != ORDINAL_COLUMN,
            heading_parts: vec![HeadingPart::Label(key_label(kind, key).to_owned())],
        };
        columns.insert(at, column);
    }
    columns
}

/// The message with the label of a key column that is no field.
fn key_label(kind: SheetKind, key: &str) -> &'static str {
    match (key, kind) {
        (STOP_COLUMN, _) => "sheet-stop",
        (ENTRY_COLUMN, _) => "sheet-entry",
        (_, SheetKind::FollowUps) => "sheet-turn",
        (_, SheetKind::Sources) => "sheet-source",
        _ => "sheet-response",
    }
}

struct ColumnBuilder<'e> {
    kind: SheetKind,
    extent: &'e ColumnExtent<'e>,
    columns: Vec<SheetColumn>,
}

impl ColumnBuilder<'_> {
    /// Adds the columns of a record, or of one that it holds: its name and heading then begin with
    /// `prefix` and `heading`.
    fn add_form(&mut self, schema: &FormSchema, prefix: &str, heading: &[HeadingPart]) {
        for field in &schema.fields {
            let name = if prefix.is_empty() {
                field.name.clone()
            } else {
                format!("{prefix}.{}", field.name)
            };
            let label = HeadingPart::Label(format!("{}-{}", schema.record_type, field.name));
            let heading = [heading, &[label]].concat();
            match &field.field_type {
                FieldType::SeparateRecords(_) => {}
                // The sources of a stop have a sheet of their own.
                FieldType::NestedList(_) if self.kind == SheetKind::Stops && name == "sources" => {}
                FieldType::Translated => self.add_text(field, &name, &heading),
                FieldType::Deadline(form) | FieldType::Nested(form) => {
                    self.add_form(form, &name, &heading);
                }
                FieldType::TranslatedList | FieldType::NestedList(_) => {
                    for n in 0..self.extent.entry_count(&name) {
                        let name = format!("{name}.{n}");
                        let heading = [&*heading, &[HeadingPart::Number(n + 1)]].concat();
                        match &field.field_type {
                            FieldType::NestedList(form) => self.add_form(form, &name, &heading),
                            _ => self.add_text(field, &name, &heading),
                        }
                    }
                }
                field_type => self.columns.push(SheetColumn {
                    name,
                    field_type: field_type.clone(),
                    required: field.required && prefix.is_empty(),
                    heading_parts: heading,
                }),
            }
        }
    }

    /// Adds a column for the main language, and for every other one of the site or of some row.
    fn add_text(&mut self, field: &FormField, name: &str, heading: &[HeadingPart]) {
        let extent = self.extent;
        let mut langs = vec![extent.main_lang];
        langs.extend(Lang::ALL.into_iter().filter(|l| *l != extent.main_lang));
        for lang in langs {
            let is_main = lang == extent.main_lang;
            let name = format!("{name}.{lang}");
            let mut heading_parts = heading.to_vec();
            if !is_main {
                // Columns for languages that nobody here writes would only be in the way.
                if !extent.langs.contains(&lang) && !extent.used_columns.contains(&name) {
                    continue;
                }
                heading_parts.push(HeadingPart::Lang(lang));
            }
            self.columns.push(SheetColumn {
                name,
                field_type: FieldType::Translated,
                required: field.required && is_main && heading.len() == 1,
                heading_parts,
            });
        }
    }
}
