//! What is typed for a record, and the record that results. Typed values are flat: `title.id`,
//! `from.role.en`, `sources.0.url`. A field into which the same is typed as before keeps its value
//! as it was written.

use super::form_schema::{FieldType, FormField, FormSchema};
use super::json::{list_at, str_at};
use crate::records::Lang;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What is typed, by the names of the fields; a field that is left empty is not in it.
pub type FormValues = BTreeMap<String, String>;

impl FormSchema {
    /// The values that would have to be typed for a record to be written as it is. `main` is the
    /// language of texts that name none.
    pub fn to_values(&self, record: &Value, main: Lang) -> FormValues {
        let mut values = FormValues::new();
        for field in &self.fields {
            if let Some(value) = record.get(&field.name) {
                field.collect_values(&field.name, value, main, &mut values);
            }
        }
        values.retain(|_, text| !text.is_empty());
        values
    }

    /// The record that results from what was typed. `old` is the record before, or null; what it
    /// has besides the fields of this form stays.
    pub fn build_record(&self, old: &Value, typed: &FormValues, main: Lang) -> Value {
        let mut record = old.as_object().cloned().unwrap_or_default();
        for field in &self.fields {
            let old = record.get(&field.name).unwrap_or(&Value::Null);
            if let Some(new) = field.changed_value(old, typed, main) {
                self.set(&mut record, &field.name, new);
            }
        }
        Value::Object(record)
    }

    /// Sets a key of a record: in its place if it is there, else where the record format has it. An
    /// empty value removes it.
    pub fn set(&self, record: &mut Map<String, Value>, key: &str, new: Value) {
        if is_empty_value(&new) {
            record.shift_remove(key);
        } else if let Some(old) = record.get_mut(key) {
            *old = new;
        } else {
            // Behind the nearest field before it that the record has.
            let mut index = 0;
            for field in self.fields.iter().take_while(|field| field.name != key) {
                if let Some(at) = record.keys().position(|name| *name == field.name) {
                    index = at + 1;
                }
            }
            record.shift_insert(index, key.to_owned(), new);
        }
    }

    /// Adds a record at the end of a list that `parent` has or gets; returns its index.
    pub(super) fn push(&self, parent: &mut Map<String, Value>, list: &str, new: Value) -> usize {
        if let Some(Value::Array(all)) = parent.get_mut(list) {
            all.push(new);
            all.len() - 1
        } else {
            self.set(parent, list, Value::Array(vec![new]));
            0
        }
    }

    /// The field with that name.
    pub fn field(&self, name: &str) -> Option<&FormField> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// How many rows of a list the values have, up to the highest index: 3 if there is `sources.2.url`.
pub(super) fn row_count<'n>(names: impl IntoIterator<Item = &'n String>, list: &str) -> usize {
    let mut count = 0;
    for name in names {
        if let Some(row) = name
            .strip_prefix(list)
            .and_then(|rest| rest.strip_prefix('.'))
            && let Ok(index) = row.split('.').next().unwrap_or(row).parse::<usize>()
        {
            count = count.max(index + 1);
        }
    }
    count
}

/// Whether a value says nothing, so that a record need not have it.
fn is_empty_value(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

/// Values as a record has them: with LF line endings, without space at the end of lines or around
/// the whole, without empty ones.
pub fn normalize(typed: impl IntoIterator<Item = (String, String)>) -> FormValues {
    let mut values = FormValues::new();
    for (name, text) in typed {
        // Browsers send CRLF, spreadsheets have any of the three.
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
        let text = lines.join("\n").trim().to_owned();
        if !text.is_empty() {
            values.insert(name, text);
        }
    }
    values
}

/// The values below a name, without it: of `from` the value of `from.role` as `role`; the value of
/// the name itself has an empty name.
fn sub_values(typed: &FormValues, name: &str) -> FormValues {
    let mut below = FormValues::new();
    for (key, text) in typed {
        let rest = match key.strip_prefix(name) {
            Some("") => "",
            Some(rest) if rest.starts_with('.') => &rest[1..],
            _ => continue,
        };
        below.insert(rest.to_owned(), text.clone());
    }
    below
}

impl FormField {
    /// Adds the values of the field under `name`, and under names below it.
    fn collect_values(&self, name: &str, value: &Value, main: Lang, values: &mut FormValues) {
        match (&self.field_type, value) {
            (FieldType::Translated, text) => collect_translations(name, text, main, values),
            (FieldType::TranslatedList, Value::Array(list)) => {
                for (n, text) in list.iter().enumerate() {
                    collect_translations(&format!("{name}.{n}"), text, main, values);
                }
            }
            (FieldType::Tokens { .. } | FieldType::EnumList(_), Value::Array(list)) => {
                let words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
                values.insert(name.to_owned(), words.join(" "));
            }
            // A deadline that is only a term needs no map.
            (FieldType::Deadline(_), Value::String(term)) => {
                values.insert(format!("{name}.by"), term.clone());
            }
            (FieldType::Deadline(form) | FieldType::Nested(form), Value::Object(_)) => {
                for (key, text) in form.to_values(value, main) {
                    values.insert(format!("{name}.{key}"), text);
                }
            }
            (FieldType::NestedList(form), Value::Array(list)) => {
                for (n, row) in list.iter().enumerate() {
                    for (key, text) in form.to_values(row, main) {
                        values.insert(format!("{name}.{n}.{key}"), text);
                    }
                }
            }
            // An absent boolean is false: only `true` is shown as chosen.
            (FieldType::Boolean, Value::String(word)) if word != "true" => {}
            (
                FieldType::Line(_)
                | FieldType::Number
                | FieldType::Boolean
                | FieldType::Enum(_)
                | FieldType::Tokens { .. },
                Value::String(word),
            ) => {
                values.insert(name.to_owned(), word.clone());
            }
            // Of another shape than the format has: no input shows it, and it stays as it is.
            _ => {}
        }
    }

    /// The value of what was typed. Returns `None` if that is the old one, which then stays as it
    /// was written.
    fn changed_value(&self, old: &Value, typed: &FormValues, main: Lang) -> Option<Value> {
        if matches!(self.field_type, FieldType::SeparateRecords(_)) {
            return None;
        }
        let typed = sub_values(typed, &self.name);
        let mut before = FormValues::new();
        self.collect_values(&self.name, old, main, &mut before);
        let before = sub_values(&normalize(before), &self.name);
        (before != typed).then(|| self.build_value(old, &typed, main))
    }

    fn build_value(&self, old: &Value, typed: &FormValues, main: Lang) -> Value {
        let text = typed.get("").map_or("", String::as_str);
        match &self.field_type {
            FieldType::Translated => build_text(old, typed, main),
            FieldType::TranslatedList | FieldType::NestedList(_) => {
                self.merge_rows(old, typed, main)
            }
            FieldType::Nested(form) => form.build_record(old, typed, main),
            // A term alone needs no map, as it is read.
            FieldType::Deadline(form) => match typed.get("by") {
                Some(by) if typed.len() == 1 => Value::from(by.as_str()),
                _ => form.build_record(old, typed, main),
            },
            FieldType::Tokens { single_allowed, .. } => {
                let words: Vec<&str> = text.split_whitespace().collect();
                match words[..] {
                    [only] if *single_allowed => Value::from(only),
                    _ => Value::from(words),
                }
            }
            FieldType::EnumList(_) => text.split_whitespace().collect(),
            FieldType::SeparateRecords(_) => old.clone(),
            FieldType::Line(_) | FieldType::Number | FieldType::Boolean | FieldType::Enum(_) => {
                if text.is_empty() {
                    Value::Null
                } else {
                    Value::from(text)
                }
            }
        }
    }

    /// The rows of a list by their indexes. Rows in which nothing was typed are gone, except those
    /// of which no input shows anything: they stay.
    fn merge_rows(&self, old: &Value, typed: &FormValues, main: Lang) -> Value {
        let before = list_at(old, "");
        let mut rows: BTreeMap<usize, Vec<Value>> = BTreeMap::new();
        for (n, row) in before.iter().enumerate() {
            if !is_empty_value(row) && !self.shows_row(row, main) {
                rows.entry(n).or_default().push(row.clone());
            }
        }
        let indexes: BTreeSet<usize> = typed
            .keys()
            .filter_map(|key| key.split('.').next()?.parse().ok())
            .collect();
        for n in indexes {
            let old = before.get(n).filter(|row| self.shows_row(row, main));
            let old = old.unwrap_or(&Value::Null);
            let typed = sub_values(typed, &n.to_string());
            // A row that was typed where one stays unseen comes behind that.
            rows.entry(n).or_default().push(match &self.field_type {
                FieldType::NestedList(form) => form.build_record(old, &typed, main),
                _ => build_text(old, &typed, main),
            });
        }
        rows.into_values().flatten().collect()
    }

    /// Whether any input shows something of a row.
    fn shows_row(&self, row: &Value, main: Lang) -> bool {
        let mut values = FormValues::new();
        let list = Value::Array(vec![row.clone()]);
        self.collect_values("", &list, main, &mut values);
        !values.is_empty()
    }
}

/// Adds the values of a text, one for each language that it has.
fn collect_translations(name: &str, text: &Value, main: Lang, values: &mut FormValues) {
    match text {
        Value::String(text) => {
            values.insert(format!("{name}.{main}"), text.clone());
        }
        Value::Object(_) => {
            for lang in Lang::ALL {
                if let Some(text) = str_at(text, lang.code()) {
                    values.insert(format!("{name}.{lang}"), text.to_owned());
                }
            }
        }
        _ => {}
    }
}

/// Whether a key is that of a language; no input shows any other.
fn is_language_code(key: &str) -> bool {
    Lang::ALL.iter().any(|lang| lang.code() == key)
}

/// A text as it was typed in each language: a map, unless it is in the main language alone.
fn build_text(old: &Value, typed: &FormValues, main: Lang) -> Value {
    if let Some(text) = typed.get(main.code())
        && typed.len() == 1
        && !old.is_object()
    {
        return Value::from(text.as_str());
    }
    let mut map = old.as_object().cloned().unwrap_or_default();
    map.retain(|lang, _| typed.contains_key(lang) || !is_language_code(lang));
    // New languages come behind the main one.
    let mut langs: Vec<&String> = typed.keys().collect();
    langs.sort_by_key(|lang| *lang != main.code());
    for lang in langs {
        map.insert(lang.clone(), typed[lang].as_str().into());
    }
    Value::Object(map)
}
