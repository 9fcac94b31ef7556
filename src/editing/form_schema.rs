//! A record as fields that can be typed in: the boxes of a form, the columns of a spreadsheet. Read off the JSON Schema of the record
//! types, so that a field cannot be forgotten.
//!
//! What is typed is flat: `title.id`, `from.role.en`, `sources.0.url`. A field in which the same is typed as before keeps
//! its value as it was written.

use super::Value;
use crate::records::Lang;
use crate::records::schema::FileKind;
use serde_json::Map;
use std::collections::{BTreeMap, BTreeSet};

/// What was typed, by the names of the fields; nothing where nothing was typed.
pub type Flat = BTreeMap<String, String>;

/// The fields of one type of record, in the order of the record format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// The type, as in `fields.ftl`: `Aspiration`.
    pub record: String,
    /// Its fields.
    pub fields: Vec<Field>,
}

/// A field of a record; its words are `RECORD-NAME` in `fields.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its key in YAML.
    pub name: String,
    /// Must something stand in it?
    pub required: bool,
    /// What stands in it.
    pub shape: Shape,
}

/// What stands in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line, of a `format` of the schema: `line`, `key`, `date`, `url`, `reference`, `area-code`.
    Word(String),
    /// A whole number.
    Number,
    /// Yes; no if nothing.
    Truth,
    /// One of the words of a type.
    Choice(Choice),
    /// Text by language.
    Prose,
    /// Several words of a format, with spaces between them where they are typed. `alone`: one of them may stand without a list.
    Words {
        /// The format of each.
        format: String,
        /// Need one of them no list?
        alone: bool,
    },
    /// Several of the words of a type, with spaces between them where they are typed.
    Choices(Choice),
    /// Several texts.
    Proses,
    /// A deadline: a term, the words that were spoken, or both.
    Due(Form),
    /// A record of its own that belongs to this one.
    Part(Form),
    /// Several such records.
    Rows(Form),
    /// Records that are written by themselves: a stop's aspirations, a response's commitments.
    Records(String),
}

/// The words of a type; what they mean is `OF-WORD` in `fields.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The type: `Status`.
    pub of: String,
    /// Its words.
    pub words: Vec<String>,
}

/// Records with an address, and answers, by the keys under which they stand: they are written by themselves.
pub(super) const OWN: [(&str, &str); 4] = [
    ("aspirations", "Aspiration"),
    ("announcements", "Announcement"),
    ("responses", "Response"),
    ("commitments", "Commitment"),
];

/// The form of a type of record in a kind of file; none if the file has no such record.
pub fn record(kind: FileKind, name: &str) -> Option<Form> {
    let schema = kind.schema();
    let types = Types(schema.get("$defs").and_then(Value::as_object));
    let top = schema.get("items").unwrap_or(&schema);
    let (top, title) = types.resolve(top, schema.get("title").and_then(Value::as_str).unwrap_or_default());
    if title == name {
        return Some(types.form(top, title));
    }
    let found = types.0?.get(name)?;
    Some(types.form(found, name))
}

/// As [`record`], with the answers and commitments that belong to the record as rows of it.
pub fn with_rows(kind: FileKind, name: &str) -> Option<Form> {
    let mut form = record(kind, name)?;
    for field in &mut form.fields {
        if let Shape::Records(below) = &field.shape
            && matches!(&**below, "Response" | "Commitment")
        {
            field.shape = Shape::Rows(with_rows(kind, below)?);
        }
    }
    Some(form)
}

/// The definitions of a schema.
struct Types<'s>(Option<&'s Map<String, Value>>);

impl<'s> Types<'s> {
    /// Follows references, and passes over "or nothing"; with the name of the type.
    fn resolve<'v>(&self, schema: &'v Value, name: &'v str) -> (&'v Value, &'v str)
    where
        's: 'v,
    {
        if let Some(found) = schema.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix("#/$defs/"))
            && let Some(definition) = self.0.and_then(|all| all.get(found))
        {
            return self.resolve(definition, found);
        }
        let branches = schema.get("anyOf").and_then(Value::as_array);
        match branches.map(Vec::as_slice) {
            Some([only, nothing]) if nothing.get("type").is_some_and(|t| t == "null") => self.resolve(only, name),
            _ => (schema, schema.get("title").and_then(Value::as_str).unwrap_or(name)),
        }
    }

    fn form(&self, schema: &Value, name: &str) -> Form {
        let required = |key: &str| {
            let list = schema.get("required").and_then(Value::as_array);
            list.is_some_and(|list| list.iter().any(|r| r == key))
        };
        let properties = schema.get("properties").and_then(Value::as_object).into_iter().flatten();
        let field = |(key, schema): (&String, &Value)| Field {
            name: key.clone(),
            required: required(key),
            shape: self.shape(schema),
        };
        Form { record: name.to_owned(), fields: properties.map(field).collect() }
    }

    fn shape(&self, schema: &Value) -> Shape {
        let (schema, name) = self.resolve(schema, "");
        if name == "Text" {
            return Shape::Prose;
        }
        if let Some(words) = words(schema) {
            return Shape::Choice(Choice { of: name.to_owned(), words });
        }
        if let Some(branches) = schema.get("anyOf").and_then(Value::as_array) {
            let mut parts = branches.iter().map(|branch| self.resolve(branch, ""));
            return match parts.find_map(|(part, name)| part.get("properties").map(|_| self.form(part, name))) {
                Some(form) => Shape::Due(form),
                None => Shape::Words { format: format(branches.first().unwrap_or(schema)), alone: true },
            };
        }
        if let Some(items) = schema.get("items") {
            return self.list(items);
        }
        if schema.get("properties").is_some() {
            return Shape::Part(self.form(schema, name));
        }
        match () {
            () if is(schema, "boolean") => Shape::Truth,
            () if is(schema, "string") => Shape::Word(format(schema)),
            () => Shape::Number,
        }
    }

    fn list(&self, items: &Value) -> Shape {
        let (item, name) = self.resolve(items, "");
        match self.shape(items) {
            _ if OWN.iter().any(|(_, own)| *own == name) => Shape::Records(name.to_owned()),
            Shape::Prose => Shape::Proses,
            Shape::Choice(choice) => Shape::Choices(choice),
            Shape::Part(form) => Shape::Rows(form),
            _ => Shape::Words { format: format(item), alone: false },
        }
    }
}

fn words(schema: &Value) -> Option<Vec<String>> {
    let one = |v: &Value| v.as_str().map(str::to_owned);
    if let Some(list) = schema.get("enum").and_then(Value::as_array) {
        return list.iter().map(one).collect();
    }
    let branches = schema.get("oneOf").and_then(Value::as_array)?;
    let lists = branches.iter().map(|branch| match branch.get("const") {
        Some(word) => one(word).map(|word| vec![word]),
        None => words(branch),
    });
    Some(lists.collect::<Option<Vec<_>>>()?.concat())
}

fn is(schema: &Value, kind: &str) -> bool {
    schema.get("type").is_some_and(|t| t == kind || t.as_array().is_some_and(|list| list.iter().any(|t| t == kind)))
}

fn format(schema: &Value) -> String {
    schema.get("format").and_then(Value::as_str).unwrap_or("line").to_owned()
}

impl Form {
    /// What would have to be typed for a record to be written as it is. `main` is the language of texts that name none.
    pub fn flat(&self, record: &Value, main: Lang) -> Flat {
        let mut flat = Flat::new();
        for field in &self.fields {
            if let Some(value) = record.get(&field.name) {
                field.flatten(&field.name, value, main, &mut flat);
            }
        }
        flat.retain(|_, text| !text.is_empty());
        flat
    }

    /// The record of what was typed. `old` is what stood there before, if anything did: what is in it and no field of this form stays.
    pub fn build(&self, old: &Value, typed: &Flat, main: Lang) -> Value {
        let mut record = old.as_object().cloned().unwrap_or_default();
        for field in &self.fields {
            let old = record.get(&field.name).unwrap_or(&Value::Null);
            if let Some(new) = field.changed(old, typed, main) {
                self.put(&mut record, &field.name, new);
            }
        }
        Value::Object(record)
    }

    /// Puts a value under a key of a record: in the place of the old one, or where the record format has it. Nothing takes it out.
    pub fn put(&self, record: &mut Map<String, Value>, key: &str, new: Value) {
        if is_nothing(&new) {
            record.shift_remove(key);
        } else if let Some(old) = record.get_mut(key) {
            *old = new;
        } else {
            let before = self.fields.iter().rev().skip_while(|f| f.name != key).skip(1);
            let position = |f: &Field| record.keys().position(|k| *k == f.name);
            let at = before.into_iter().find_map(position).map_or(0, |at| at + 1);
            record.shift_insert(at, key.to_owned(), new);
        }
    }

    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&Field> {
        self.fields.iter().find(|f| f.name == name)
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::Array(list) => list.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}

/// What was typed, in the line endings of a record and without space around it; what is empty is not there.
pub fn without_empty(typed: impl IntoIterator<Item = (String, String)>) -> Flat {
    let clean = |text: String| {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        text.split('\n').map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned()
    };
    typed.into_iter().map(|(name, text)| (name, clean(text))).filter(|(_, text)| !text.is_empty()).collect()
}

/// The part of what was typed that stands below a name, without it.
pub fn part(typed: &Flat, name: &str) -> Flat {
    let below = |(key, text): (&String, &String)| {
        let rest = key.strip_prefix(name)?;
        let rest = if rest.is_empty() { rest } else { rest.strip_prefix('.')? };
        Some((rest.to_owned(), text.clone()))
    };
    typed.iter().filter_map(below).collect()
}

impl Field {
    fn flatten(&self, name: &str, value: &Value, main: Lang, flat: &mut Flat) {
        let word = |value: &Value| value.as_str().map(str::to_owned);
        match (&self.shape, value) {
            (Shape::Prose, text) => prose(name, text, main, flat),
            (Shape::Proses, Value::Array(list)) => {
                list.iter().enumerate().for_each(|(n, text)| prose(&format!("{name}.{n}"), text, main, flat));
            }
            (Shape::Words { .. } | Shape::Choices(_), Value::Array(list)) => {
                let words: Vec<String> = list.iter().filter_map(word).collect();
                flat.insert(name.to_owned(), words.join(" "));
            }
            (Shape::Due(_), Value::String(term)) => {
                flat.insert(format!("{name}.by"), term.clone());
            }
            (Shape::Due(form) | Shape::Part(form), Value::Object(_)) => {
                flat.extend(form.flat(value, main).into_iter().map(|(key, text)| (format!("{name}.{key}"), text)));
            }
            (Shape::Rows(form), Value::Array(list)) => {
                for (n, row) in list.iter().enumerate() {
                    let row = form.flat(row, main).into_iter();
                    flat.extend(row.map(|(key, text)| (format!("{name}.{n}.{key}"), text)));
                }
            }
            (Shape::Truth, Value::String(word)) if word != "true" => {}
            (Shape::Word(_) | Shape::Number | Shape::Truth | Shape::Choice(_) | Shape::Words { .. }, value) => {
                flat.extend(word(value).map(|word| (name.to_owned(), word)));
            }
            _ => {}
        }
    }

    /// The value of what was typed; none if that is what stood there.
    fn changed(&self, old: &Value, typed: &Flat, main: Lang) -> Option<Value> {
        if matches!(self.shape, Shape::Records(_)) {
            return None;
        }
        let typed = part(typed, &self.name);
        let mut before = Flat::new();
        self.flatten("", old, main, &mut before);
        let before = before.into_iter().map(|(key, text)| (key.trim_start_matches('.').to_owned(), text));
        (without_empty(before) != typed).then(|| self.of(old, &typed, main))
    }

    fn of(&self, old: &Value, typed: &Flat, main: Lang) -> Value {
        let whole = typed.get("").map(String::as_str).unwrap_or_default();
        let words = || whole.split_whitespace().map(Value::from).collect::<Vec<_>>();
        let is_shown = |row: &Value| {
            let mut flat = Flat::new();
            self.flatten("", &Value::from(vec![row.clone()]), main, &mut flat);
            !flat.is_empty()
        };
        match &self.shape {
            Shape::Prose => said(old, typed, main),
            Shape::Proses => rows(old, typed, is_shown, |old, typed| said(old, typed, main)),
            Shape::Rows(form) => rows(old, typed, is_shown, |old, typed| form.build(old, typed, main)),
            Shape::Part(form) => form.build(old, typed, main),
            Shape::Due(form) => match typed.get("by") {
                Some(by) if typed.len() == 1 => Value::from(by.as_str()),
                _ => form.build(old, typed, main),
            },
            Shape::Words { alone: true, .. } if whole.split_whitespace().count() == 1 => Value::from(whole.trim()),
            Shape::Words { .. } | Shape::Choices(_) => words().into(),
            Shape::Records(_) => old.clone(),
            Shape::Word(_) | Shape::Number | Shape::Truth | Shape::Choice(_) if whole.is_empty() => Value::Null,
            Shape::Word(_) | Shape::Number | Shape::Truth | Shape::Choice(_) => Value::from(whole),
        }
    }
}

fn prose(name: &str, text: &Value, main: Lang, flat: &mut Flat) {
    match text {
        Value::String(text) => {
            flat.insert(format!("{name}.{main}"), text.clone());
        }
        Value::Object(map) => {
            let one = |(lang, text): (&String, &Value)| Some((format!("{name}.{lang}"), text.as_str()?.to_owned()));
            flat.extend(map.iter().filter(|(lang, _)| is_lang(lang)).filter_map(one));
        }
        _ => {}
    }
}

/// Is a key that of a language? For no other there is a box.
fn is_lang(key: &str) -> bool {
    Lang::ALL.iter().any(|lang| lang.code() == key)
}

/// A text as it was typed in each language: without naming the language where it is the main one alone.
fn said(old: &Value, typed: &Flat, main: Lang) -> Value {
    let alone = typed.get(main.code()).filter(|_| typed.len() == 1 && !old.is_object());
    if let Some(text) = alone {
        return Value::from(text.as_str());
    }
    let mut map = old.as_object().cloned().unwrap_or_default();
    map.retain(|lang, _| typed.contains_key(lang) || !is_lang(lang));
    let mut langs: Vec<&String> = typed.keys().collect();
    langs.sort_by_key(|lang| *lang != main.code());
    for lang in langs {
        map.insert(lang.clone(), typed[lang].as_str().into());
    }
    Value::Object(map)
}

/// Rows by their numbers. Those in which nothing was typed are gone, but for those of which no box shows anything: they stay.
fn rows(old: &Value, typed: &Flat, is_shown: impl Fn(&Value) -> bool, one: impl Fn(&Value, &Flat) -> Value) -> Value {
    let before: Vec<&Value> = old.as_array().into_iter().flatten().collect();
    let old = |n: usize| before.get(n).filter(|row| is_shown(row)).map_or(&Value::Null, |row| *row);
    let numbers = typed.keys().filter_map(|key| key.split('.').next()?.parse::<usize>().ok());
    let numbers: BTreeSet<usize> = numbers.collect();
    let typed = numbers.into_iter().map(|n| (n, one(old(n), &part(typed, &n.to_string()))));
    let unseen = before.iter().enumerate().filter(|(_, row)| !is_nothing(row) && !is_shown(row));
    let mut rows: Vec<(usize, Value)> = unseen.map(|(n, row)| (n, (*row).clone())).chain(typed).collect();
    rows.sort_by_key(|(n, _)| *n);
    rows.into_iter().map(|(_, row)| row).collect()
}
