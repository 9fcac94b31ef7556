//! The record format as JSON Schema, one per kind of file, generated from the types.
//!
//! The same schema serves the editor's hints, the data dictionary, and the validation of what is
//! read (`source::yaml::validate`).

use super::schema_model::ValueType;
use super::{
    AreaCode, BaseUrl, Day, District, FollowUp, FrontMatter, Key, Office, PartialDate, Reference,
    SingleLine, Site, Stop, Topic, Url,
};
use crate::diag::UnspannedDiagnostic;
use crate::diag::messages::Messages;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde_json::{Map, Value};
use std::sync::LazyLock;

/// The kinds of file in content/ that hold records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// site.yaml
    Site,
    /// districts.yaml
    Districts,
    /// offices.yaml
    Offices,
    /// topics.yaml
    Topics,
    /// stops/*.yaml
    Stop,
    /// follow-ups/*.yaml
    FollowUps,
    /// The head of pages/*.md
    FrontMatter,
}

impl FileKind {
    /// All kinds of file, in the order of the format page.
    pub const ALL: [Self; 7] = [
        Self::Site,
        Self::Districts,
        Self::Offices,
        Self::Topics,
        Self::Stop,
        Self::FollowUps,
        Self::FrontMatter,
    ];

    /// The schema's name, as in `stop.schema.json`.
    pub fn schema_name(self) -> &'static str {
        match self {
            Self::Site => "site",
            Self::Districts => "districts",
            Self::Offices => "offices",
            Self::Topics => "topics",
            Self::Stop => "stop",
            Self::FollowUps => "follow-ups",
            Self::FrontMatter => "page",
        }
    }

    /// Which files it is for, as a pattern for editors; `None` for a part of a file.
    pub fn file_pattern(self) -> Option<&'static str> {
        Some(match self {
            Self::Site => "content/site.yaml",
            Self::Districts => "content/districts.yaml",
            Self::Offices => "content/offices.yaml",
            Self::Topics => "content/topics.yaml",
            Self::Stop => "content/stops/*.yaml",
            Self::FollowUps => "content/follow-ups/*.yaml",
            Self::FrontMatter => return None,
        })
    }

    /// The schema of such a file, without descriptions in a person's language.
    pub fn schema(self) -> Value {
        let mut schema = self.schema_with_attributes();
        strip_attributes(&mut schema);
        schema
    }

    /// What such a file holds.
    pub fn value_type(self) -> &'static ValueType {
        static TYPES: LazyLock<[ValueType; 7]> = LazyLock::new(|| {
            FileKind::ALL.map(|kind| ValueType::from_root_schema(&kind.schema_with_attributes()))
        });
        // `ALL` has the kinds in the order in which they are declared.
        &TYPES[self as usize]
    }

    fn schema_with_attributes(self) -> Value {
        match self {
            Self::Site => schema_of::<Site>(),
            Self::Districts => schema_of::<Vec<District>>(),
            Self::Offices => schema_of::<Vec<Office>>(),
            Self::Topics => schema_of::<Vec<Topic>>(),
            Self::Stop => schema_of::<Stop>(),
            Self::FollowUps => schema_of::<Vec<FollowUp>>(),
            Self::FrontMatter => schema_of::<FrontMatter>(),
        }
    }

    /// The schema with each field described by its message in `fields.ftl`, for editors.
    pub fn schema_with_descriptions(self, messages: &Messages) -> Value {
        let mut schema = self.schema();
        let title = schema.get("title").and_then(Value::as_str);
        let title = title.unwrap_or_default().to_owned();
        add_descriptions(&mut schema, &title, messages);
        if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
            for (name, definition) in definitions {
                add_descriptions(definition, name, messages);
            }
        }
        allow_unquoted_numbers(&mut schema);
        schema
    }
}

/// Lets strings be written as numbers: for editors, `by: 2023` is one, here it is a partial date
/// like any other.
fn allow_unquoted_numbers(schema: &mut Value) {
    match schema {
        Value::Object(map) => {
            let format = map.get("format").and_then(Value::as_str);
            if let Some("due" | "reference" | "key" | "line" | "text") = format {
                let types = map.get("type").and_then(Value::as_array);
                let may_be_absent = types.is_some_and(|types| types.contains(&"null".into()));
                let mut types = vec!["string", "integer", "number"];
                types.extend(may_be_absent.then_some("null"));
                map.insert("type".into(), types.into());
            }
            map.values_mut().for_each(allow_unquoted_numbers);
        }
        Value::Array(list) => list.iter_mut().for_each(allow_unquoted_numbers),
        _ => {}
    }
}

fn schema_of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}

/// Attributes of fields that this program reads, and that nobody else has to know
/// (`#[schemars(extend(…))]`):
///
/// - `rare`: few records have it, so a form folds it away.
/// - `multiline`: its box in a form has several lines.
/// - `prose`: a revision's page shows it as Markdown.
/// - `separate`: the entries of the list are written one by one, not as rows of a form.
/// - `page`: the entries of the list have pages and revisions of their own.
/// - `unpublished`: it never gets into a published body.
/// - `named`: its key is called by the name that the list of keys has for it.
/// - `own_label`: revision pages call it by its label in `fields.ftl`, not by the theme's
///   `field-NAME`.
/// - `words`: the start of the keys of the theme's messages for its vocabulary.
const ATTRIBUTES: [&str; 9] = [
    "rare",
    "multiline",
    "prose",
    "separate",
    "page",
    "unpublished",
    "named",
    "words",
    "own_label",
];

/// Takes the attributes out of every field, in the record itself, in its definitions, and nowhere
/// else.
fn strip_attributes(schema: &mut Value) {
    for records in ["properties", "$defs"] {
        let Some(Value::Object(parts)) = schema.get_mut(records) else {
            continue;
        };
        for part in parts.values_mut() {
            // In a field's schema only: a record may have a field that is called `page`.
            strip_attributes(part);
            if let (Value::Object(field), "properties") = (part, records) {
                field.retain(|key, _| !ATTRIBUTES.contains(&key.as_str()));
            }
        }
    }
}

/// Replaces the descriptions of one type and its fields.
fn add_descriptions(schema: &mut Value, name: &str, messages: &Messages) {
    set_description(schema, name, messages);
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (field, property) in properties {
            set_description(property, &format!("{name}-{field}"), messages);
        }
    }
}

fn set_description(schema: &mut Value, message_key: &str, messages: &Messages) {
    if let (Value::Object(schema), Some(text)) = (schema, messages.try_message(message_key, &[])) {
        schema.insert("description".into(), text.into());
    }
}

/// Every record type with its fields, in the order of the format page: for the data dictionary and
/// its test.
pub fn record_types() -> Vec<(String, Map<String, Value>)> {
    let mut found = Vec::new();
    for kind in FileKind::ALL {
        let schema = kind.schema();
        if let Some(name) = schema.get("title").and_then(Value::as_str) {
            add_record_type(name, &schema, &mut found);
        }
        if let Some(Value::Object(definitions)) = schema.get("$defs") {
            for (name, definition) in definitions {
                add_record_type(name, definition, &mut found);
            }
        }
    }
    found
}

/// Adds a type if it has fields and is not there yet: several kinds of file have sources.
fn add_record_type(name: &str, schema: &Value, found: &mut Vec<(String, Map<String, Value>)>) {
    if let Some(Value::Object(properties)) = schema.get("properties")
        && !found.iter().any(|(known, _)| known == name)
    {
        found.push((name.to_owned(), properties.clone()));
    }
}

/// Checks one scalar by the `format` that its schema names.
///
/// # Errors
/// It is not of that format.
pub fn validate_format(format: &str, text: &str) -> Result<(), UnspannedDiagnostic> {
    fn try_parse<T: TryFrom<String, Error = UnspannedDiagnostic>>(
        text: &str,
    ) -> Result<(), UnspannedDiagnostic> {
        T::try_from(text.to_owned()).map(|_| ())
    }
    match format {
        "key" => try_parse::<Key>(text),
        "line" => try_parse::<SingleLine>(text),
        "text" => super::validate_markdown(text),
        "date" => try_parse::<Day>(text),
        "due" => try_parse::<PartialDate>(text),
        "url" => try_parse::<Url>(text),
        "base-url" => try_parse::<BaseUrl>(text),
        "reference" => try_parse::<Reference>(text),
        "area-code" => try_parse::<AreaCode>(text),
        _ => Ok(()),
    }
}
