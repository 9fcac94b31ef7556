//! The fields of a type of record: the inputs of a form, the columns of a spreadsheet. Derived from the JSON Schema of the record
//! types, so that no field can be forgotten. `form_values` is what can be typed into them.

use crate::records::schema::FileKind;
use serde_json::{Map, Value};

/// The fields of one type of record, in the order of the record format.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormSchema {
    /// The type, as in `fields.ftl`: `Aspiration`.
    pub record_type: String,
    /// Its fields.
    pub fields: Vec<FormField>,
}

/// A field of a record; its label and help are `RECORD-NAME` in `fields.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormField {
    /// Its key in YAML.
    pub name: String,
    /// Whether a record needs it.
    pub required: bool,
    /// What it takes.
    pub field_type: FieldType,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// One line, of a `format` of the schema: `line`, `key`, `date`, `url`, `reference`, `area-code`.
    Line(String),
    /// A whole number.
    Number,
    /// True; false if it is absent.
    Boolean,
    /// One of the words of a type.
    Enum(Enum),
    /// Text by language.
    Translated,
    /// Several words of a format, typed with spaces between them.
    Tokens {
        /// The format of each.
        format: String,
        /// Whether a single word may be written without a list.
        single_allowed: bool,
    },
    /// Several of the words of a type, typed with spaces between them.
    EnumList(Enum),
    /// Several texts.
    TranslatedList,
    /// A deadline: a term, the spoken words, or both.
    Deadline(FormSchema),
    /// A record of its own that belongs to this one.
    Nested(FormSchema),
    /// Several such records.
    NestedList(FormSchema),
    /// Records that have forms or rows of their own: a stop's aspirations, a response's commitments.
    SeparateRecords(String),
}

/// The words of a type; their meanings are `TYPE-WORD` in `fields.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enum {
    /// The type: `Status`.
    pub type_name: String,
    /// Its words.
    pub variants: Vec<String>,
}

/// Records that have forms or rows of their own, by the keys of their lists.
pub(super) const SEPARATE_RECORDS: [(&str, &str); 4] = [
    ("aspirations", "Aspiration"),
    ("announcements", "Announcement"),
    ("responses", "Response"),
    ("commitments", "Commitment"),
];

/// The fields of a type of record in a kind of file. Returns `None` if such a file has no such record.
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

/// As [`form_schema`], with the responses and commitments that belong to the record as rows of it.
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
