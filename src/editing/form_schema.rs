//! A record as fields that can be typed in: the boxes of a form, the columns of a spreadsheet. Read off the JSON Schema of the record
//! types, so that a field cannot be forgotten.
//!
//! What is typed is flat: `title.id`, `from.role.en`, `sources.0.url`. A field in which the same is typed as before keeps
//! its value as it was written.

use crate::records::Lang;
use crate::records::schema::FileKind;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// What was typed, by the names of the fields; nothing where nothing was typed.
pub type FormValues = BTreeMap<String, String>;

/// The fields of one type of record, in the order of the record format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSchema {
    /// The type, as in `fields.ftl`: `Aspiration`.
    pub record_type: String,
    /// Its fields.
    pub fields: Vec<FormField>,
}

/// A field of a record; its words are `RECORD-NAME` in `fields.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Its key in YAML.
    pub name: String,
    /// Must something stand in it?
    pub required: bool,
    /// What stands in it.
    pub field_type: FieldType,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// One line, of a `format` of the schema: `line`, `key`, `date`, `url`, `reference`, `area-code`.
    Line(String),
    /// A whole number.
    Number,
    /// Yes; no if nothing.
    Boolean,
    /// One of the words of a type.
    Enum(Enum),
    /// Text by language.
    Translated,
    /// Several words of a format, with spaces between them where they are typed. `alone`: one of them may stand without a list.
    Tokens {
        /// The format of each.
        format: String,
        /// Need one of them no list?
        single_allowed: bool,
    },
    /// Several of the words of a type, with spaces between them where they are typed.
    EnumList(Enum),
    /// Several texts.
    TranslatedList,
    /// A deadline: a term, the words that were spoken, or both.
    Deadline(FormSchema),
    /// A record of its own that belongs to this one.
    Nested(FormSchema),
    /// Several such records.
    NestedList(FormSchema),
    /// Records that are written by themselves: a stop's aspirations, a response's commitments.
    SeparateRecords(String),
}

/// The words of a type; what they mean is `OF-WORD` in `fields.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enum {
    /// The type: `Status`.
    pub type_name: String,
    /// Its words.
    pub variants: Vec<String>,
}

/// Records with an address, and answers, by the keys under which they stand: they are written by themselves.
pub(super) const SEPARATE_RECORDS: [(&str, &str); 4] = [
    ("aspirations", "Aspiration"),
    ("announcements", "Announcement"),
    ("responses", "Response"),
    ("commitments", "Commitment"),
];

/// The form of a type of record in a kind of file; none if the file has no such record.
pub fn form_schema(kind: FileKind, name: &str) -> Option<FormSchema> {
    let schema = kind.schema();
    let types = SchemaDefinitions(schema.get("$defs").and_then(Value::as_object));
    let top = schema.get("items").unwrap_or(&schema);
    let (top, title) = types.resolve_ref(
        top,
        schema
            .get("title")
            .and_then(Value::as_str)
            .unwrap_or_default(),
    );
    if title == name {
        return Some(types.record_schema(top, title));
    }
    let found = types.0?.get(name)?;
    Some(types.record_schema(found, name))
}

/// As [`record`], with the answers and commitments that belong to the record as rows of it.
pub fn form_schema_nested(kind: FileKind, name: &str) -> Option<FormSchema> {
    let mut form = form_schema(kind, name)?;
    for field in &mut form.fields {
        if let FieldType::SeparateRecords(below) = &field.field_type
            && matches!(&**below, "Response" | "Commitment")
        {
            field.field_type = FieldType::NestedList(form_schema_nested(kind, below)?);
        }
    }
    Some(form)
}

/// The definitions of a schema.
struct SchemaDefinitions<'s>(Option<&'s Map<String, Value>>);

impl<'s> SchemaDefinitions<'s> {
    /// Follows references, and passes over "or nothing"; with the name of the type.
    fn resolve_ref<'v>(&self, schema: &'v Value, name: &'v str) -> (&'v Value, &'v str)
    where
        's: 'v,
    {
        if let Some(found) = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|r| r.strip_prefix("#/$defs/"))
            && let Some(definition) = self.0.and_then(|all| all.get(found))
        {
            return self.resolve_ref(definition, found);
        }
        let branches = schema.get("anyOf").and_then(Value::as_array);
        match branches.map(Vec::as_slice) {
            Some([only, nothing]) if nothing.get("type").is_some_and(|t| t == "null") => {
                self.resolve_ref(only, name)
            }
            _ => (
                schema,
                schema.get("title").and_then(Value::as_str).unwrap_or(name),
            ),
        }
    }

    fn record_schema(&self, schema: &Value, name: &str) -> FormSchema {
        let required = |key: &str| {
            let list = schema.get("required").and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|r| r == key))
        };
        let properties = schema
            .get("properties")
            .and_then(Value::as_object)
            .into_iter()
            .flatten();
        let field = |(key, schema): (&String, &Value)| FormField {
            name: key.clone(),
            required: required(key),
            field_type: self.field_type(schema),
        };
        FormSchema {
            record_type: name.to_owned(),
            fields: properties.map(field).collect(),
        }
    }

    fn field_type(&self, schema: &Value) -> FieldType {
        let (schema, name) = self.resolve_ref(schema, "");
        if name == "Text" {
            return FieldType::Translated;
        }
        if let Some(words) = enum_variants(schema) {
            return FieldType::Enum(Enum {
                type_name: name.to_owned(),
                variants: words,
            });
        }
        if let Some(branches) = schema.get("anyOf").and_then(Value::as_array) {
            let mut parts = branches.iter().map(|branch| self.resolve_ref(branch, ""));
            return match parts.find_map(|(part, name)| {
                part.get("properties")
                    .map(|_| self.record_schema(part, name))
            }) {
                Some(form) => FieldType::Deadline(form),
                None => FieldType::Tokens {
                    format: format_name(branches.first().unwrap_or(schema)),
                    single_allowed: true,
                },
            };
        }
        if let Some(items) = schema.get("items") {
            return self.list_type(items);
        }
        if schema.get("properties").is_some() {
            return FieldType::Nested(self.record_schema(schema, name));
        }
        match () {
            () if has_type(schema, "boolean") => FieldType::Boolean,
            () if has_type(schema, "string") => FieldType::Line(format_name(schema)),
            () => FieldType::Number,
        }
    }

    fn list_type(&self, items: &Value) -> FieldType {
        let (item, name) = self.resolve_ref(items, "");
        match self.field_type(items) {
            _ if SEPARATE_RECORDS.iter().any(|(_, own)| *own == name) => {
                FieldType::SeparateRecords(name.to_owned())
            }
            FieldType::Translated => FieldType::TranslatedList,
            FieldType::Enum(choice) => FieldType::EnumList(choice),
            FieldType::Nested(form) => FieldType::NestedList(form),
            _ => FieldType::Tokens {
                format: format_name(item),
                single_allowed: false,
            },
        }
    }
}

fn enum_variants(schema: &Value) -> Option<Vec<String>> {
    let one = |v: &Value| v.as_str().map(str::to_owned);
    if let Some(list) = schema.get("enum").and_then(Value::as_array) {
        return list.iter().map(one).collect();
    }
    let branches = schema.get("oneOf").and_then(Value::as_array)?;
    let lists = branches.iter().map(|branch| match branch.get("const") {
        Some(word) => one(word).map(|word| vec![word]),
        None => enum_variants(branch),
    });
    Some(lists.collect::<Option<Vec<_>>>()?.concat())
}

fn has_type(schema: &Value, kind: &str) -> bool {
    schema.get("type").is_some_and(|t| {
        t == kind
            || t.as_array()
                .is_some_and(|list| list.iter().any(|t| t == kind))
    })
}

fn format_name(schema: &Value) -> String {
    schema
        .get("format")
        .and_then(Value::as_str)
        .unwrap_or("line")
        .to_owned()
}

impl FormSchema {
    /// What would have to be typed for a record to be written as it is. `main` is the language of texts that name none.
    pub fn to_values(&self, record: &Value, main: Lang) -> FormValues {
        let mut flat = FormValues::new();
        for field in &self.fields {
            if let Some(value) = record.get(&field.name) {
                field.collect_values(&field.name, value, main, &mut flat);
            }
        }
        flat.retain(|_, text| !text.is_empty());
        flat
    }

    /// The record of what was typed. `old` is what stood there before, if anything did: what is in it and no field of this form stays.
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

    /// Puts a value under a key of a record: in the place of the old one, or where the record format has it. Nothing takes it out.
    pub fn set(&self, record: &mut Map<String, Value>, key: &str, new: Value) {
        if is_empty_value(&new) {
            record.shift_remove(key);
        } else if let Some(old) = record.get_mut(key) {
            *old = new;
        } else {
            let before = self
                .fields
                .iter()
                .rev()
                .skip_while(|f| f.name != key)
                .skip(1);
            let position = |f: &FormField| record.keys().position(|k| *k == f.name);
            let at = before.into_iter().find_map(position).map_or(0, |at| at + 1);
            record.shift_insert(at, key.to_owned(), new);
        }
    }

    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&FormField> {
        self.fields.iter().find(|f| f.name == name)
    }
}

fn is_empty_value(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

/// What was typed, in the line endings of a record and without space around it; what is empty is not there.
pub fn normalize(typed: impl IntoIterator<Item = (String, String)>) -> FormValues {
    let clean = |text: String| {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        text.split('\n')
            .map(str::trim_end)
            .collect::<Vec<_>>()
            .join("\n")
            .trim()
            .to_owned()
    };
    typed
        .into_iter()
        .map(|(name, text)| (name, clean(text)))
        .filter(|(_, text)| !text.is_empty())
        .collect()
}

/// The part of what was typed that stands below a name, without it.
pub fn sub_values(typed: &FormValues, name: &str) -> FormValues {
    let below = |(key, text): (&String, &String)| {
        let rest = key.strip_prefix(name)?;
        let rest = if rest.is_empty() {
            rest
        } else {
            rest.strip_prefix('.')?
        };
        Some((rest.to_owned(), text.clone()))
    };
    typed.iter().filter_map(below).collect()
}

impl FormField {
    fn collect_values(&self, name: &str, value: &Value, main: Lang, flat: &mut FormValues) {
        let word = |value: &Value| value.as_str().map(str::to_owned);
        match (&self.field_type, value) {
            (FieldType::Translated, text) => collect_translations(name, text, main, flat),
            (FieldType::TranslatedList, Value::Array(list)) => {
                list.iter().enumerate().for_each(|(n, text)| {
                    collect_translations(&format!("{name}.{n}"), text, main, flat)
                });
            }
            (FieldType::Tokens { .. } | FieldType::EnumList(_), Value::Array(list)) => {
                let words: Vec<String> = list.iter().filter_map(word).collect();
                flat.insert(name.to_owned(), words.join(" "));
            }
            (FieldType::Deadline(_), Value::String(term)) => {
                flat.insert(format!("{name}.by"), term.clone());
            }
            (FieldType::Deadline(form) | FieldType::Nested(form), Value::Object(_)) => {
                flat.extend(
                    form.to_values(value, main)
                        .into_iter()
                        .map(|(key, text)| (format!("{name}.{key}"), text)),
                );
            }
            (FieldType::NestedList(form), Value::Array(list)) => {
                for (n, row) in list.iter().enumerate() {
                    let row = form.to_values(row, main).into_iter();
                    flat.extend(row.map(|(key, text)| (format!("{name}.{n}.{key}"), text)));
                }
            }
            (FieldType::Boolean, Value::String(word)) if word != "true" => {}
            (
                FieldType::Line(_)
                | FieldType::Number
                | FieldType::Boolean
                | FieldType::Enum(_)
                | FieldType::Tokens { .. },
                value,
            ) => {
                flat.extend(word(value).map(|word| (name.to_owned(), word)));
            }
            _ => {}
        }
    }

    /// The value of what was typed; none if that is what stood there.
    fn changed_value(&self, old: &Value, typed: &FormValues, main: Lang) -> Option<Value> {
        if matches!(self.field_type, FieldType::SeparateRecords(_)) {
            return None;
        }
        let typed = sub_values(typed, &self.name);
        let mut before = FormValues::new();
        self.collect_values("", old, main, &mut before);
        let before = before
            .into_iter()
            .map(|(key, text)| (key.trim_start_matches('.').to_owned(), text));
        (normalize(before) != typed).then(|| self.parse_field(old, &typed, main))
    }

    fn parse_field(&self, old: &Value, typed: &FormValues, main: Lang) -> Value {
        let whole = typed.get("").map(String::as_str).unwrap_or_default();
        let words = || {
            whole
                .split_whitespace()
                .map(Value::from)
                .collect::<Vec<_>>()
        };
        let is_shown = |row: &Value| {
            let mut flat = FormValues::new();
            self.collect_values("", &Value::from(vec![row.clone()]), main, &mut flat);
            !flat.is_empty()
        };
        match &self.field_type {
            FieldType::Translated => text_value(old, typed, main),
            FieldType::TranslatedList => merge_rows(old, typed, is_shown, |old, typed| {
                text_value(old, typed, main)
            }),
            FieldType::NestedList(form) => merge_rows(old, typed, is_shown, |old, typed| {
                form.build_record(old, typed, main)
            }),
            FieldType::Nested(form) => form.build_record(old, typed, main),
            FieldType::Deadline(form) => match typed.get("by") {
                Some(by) if typed.len() == 1 => Value::from(by.as_str()),
                _ => form.build_record(old, typed, main),
            },
            FieldType::Tokens {
                single_allowed: true,
                ..
            } if whole.split_whitespace().count() == 1 => Value::from(whole.trim()),
            FieldType::Tokens { .. } | FieldType::EnumList(_) => words().into(),
            FieldType::SeparateRecords(_) => old.clone(),
            FieldType::Line(_) | FieldType::Number | FieldType::Boolean | FieldType::Enum(_)
                if whole.is_empty() =>
            {
                Value::Null
            }
            FieldType::Line(_) | FieldType::Number | FieldType::Boolean | FieldType::Enum(_) => {
                Value::from(whole)
            }
        }
    }
}

fn collect_translations(name: &str, text: &Value, main: Lang, flat: &mut FormValues) {
    match text {
        Value::String(text) => {
            flat.insert(format!("{name}.{main}"), text.clone());
        }
        Value::Object(map) => {
            let one = |(lang, text): (&String, &Value)| {
                Some((format!("{name}.{lang}"), text.as_str()?.to_owned()))
            };
            flat.extend(
                map.iter()
                    .filter(|(lang, _)| is_language_code(lang))
                    .filter_map(one),
            );
        }
        _ => {}
    }
}

/// Is a key that of a language? For no other there is a box.
fn is_language_code(key: &str) -> bool {
    Lang::ALL.iter().any(|lang| lang.code() == key)
}

/// A text as it was typed in each language: without naming the language where it is the main one alone.
fn text_value(old: &Value, typed: &FormValues, main: Lang) -> Value {
    let alone = typed
        .get(main.code())
        .filter(|_| typed.len() == 1 && !old.is_object());
    if let Some(text) = alone {
        return Value::from(text.as_str());
    }
    let mut map = old.as_object().cloned().unwrap_or_default();
    map.retain(|lang, _| typed.contains_key(lang) || !is_language_code(lang));
    let mut langs: Vec<&String> = typed.keys().collect();
    langs.sort_by_key(|lang| *lang != main.code());
    for lang in langs {
        map.insert(lang.clone(), typed[lang].as_str().into());
    }
    Value::Object(map)
}

/// Rows by their numbers. Those in which nothing was typed are gone, but for those of which no box shows anything: they stay.
fn merge_rows(
    old: &Value,
    typed: &FormValues,
    is_shown: impl Fn(&Value) -> bool,
    one: impl Fn(&Value, &FormValues) -> Value,
) -> Value {
    let before: Vec<&Value> = old.as_array().into_iter().flatten().collect();
    let old = |n: usize| {
        before
            .get(n)
            .filter(|row| is_shown(row))
            .map_or(&Value::Null, |row| *row)
    };
    let numbers = typed
        .keys()
        .filter_map(|key| key.split('.').next()?.parse::<usize>().ok());
    let numbers: BTreeSet<usize> = numbers.collect();
    let typed = numbers
        .into_iter()
        .map(|n| (n, one(old(n), &sub_values(typed, &n.to_string()))));
    let unseen = before
        .iter()
        .enumerate()
        .filter(|(_, row)| !is_empty_value(row) && !is_shown(row));
    let mut rows: Vec<(usize, Value)> = unseen
        .map(|(n, row)| (n, (*row).clone()))
        .chain(typed)
        .collect();
    rows.sort_by_key(|(n, _)| *n);
    rows.into_iter().map(|(_, row)| row).collect()
}
