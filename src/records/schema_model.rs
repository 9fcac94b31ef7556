//! The JSON Schema of a record type as Rust values: references are resolved, "or nothing" is a flag
//! of the field, and each of the few shapes that the record format uses is a variant of
//! [`ValueType`].
//!
//! Reading (`source::yaml::validate`), forms and workbooks (`editing::form_schema`), revision pages
//! and the columns of the data all work on this model; only `jhur schema` publishes the JSON
//! itself.

use serde_json::{Map, Value};

/// What a value may be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// A text, as it is or by language; the record has a field for each language.
    Text(RecordType),
    /// One string of a `format`: `key`, `line`, `date`; the format is empty for any string.
    Scalar(String),
    /// A whole number.
    Integer,
    /// `true` or `false`.
    Boolean,
    /// One of a few words.
    Enum(Enum),
    /// A record.
    Record(RecordType),
    /// Any number of values of one type.
    List(Box<ValueType>),
    /// One string of a format, or a record that says more: a deadline.
    ScalarOrRecord(String, RecordType),
    /// One string of a format, or several in a list: what a follow-up is about.
    ScalarOrList(String),
}

/// The words of a type; what each of them means is `TYPE-WORD` in `fields.ftl`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Enum {
    /// The type: `Status`.
    pub type_name: String,
    /// Its words.
    pub variants: Vec<String>,
}

/// A type of record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordType {
    /// Its name, as in `fields.ftl`: `Aspiration`.
    pub name: String,
    /// Its fields, in the order of the record format.
    pub fields: Vec<RecordField>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordField {
    /// Its key in YAML.
    pub name: String,
    /// The key of its description in `fields.ftl`: `FollowUp-disputed`; that of its label has
    /// `.label` behind it.
    pub message_key: String,
    /// Whether a record without it is refused.
    pub required: bool,
    /// Whether it may be null.
    pub nullable: bool,
    /// What it holds.
    pub value_type: ValueType,
    /// Everything that the schema says of the field itself, with the attributes of
    /// `#[schemars(extend(…))]`.
    schema: Map<String, Value>,
}

impl RecordField {
    /// Whether the field has an attribute that is `true`.
    pub fn has(&self, attribute: &str) -> bool {
        self.schema.get(attribute) == Some(&Value::Bool(true))
    }

    /// An attribute that is a string.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.schema.get(name)?.as_str()
    }
}

impl RecordType {
    /// The field of a name.
    pub fn field(&self, name: &str) -> Option<&RecordField> {
        self.fields.iter().find(|field| field.name == name)
    }
}

impl ValueType {
    /// The model of a root schema as `schemars` generates it.
    pub fn from_root_schema(schema: &Value) -> Self {
        Definitions(schema.get("$defs").and_then(Value::as_object)).value_type(schema)
    }

    /// The type without the lists around it.
    pub fn item_type(&self) -> &Self {
        match self {
            Self::List(items) => items.item_type(),
            other => other,
        }
    }

    /// The record that the value, or an entry of the list, is or may be.
    pub fn record(&self) -> Option<&RecordType> {
        match self.item_type() {
            Self::Record(record) | Self::ScalarOrRecord(_, record) => Some(record),
            _ => None,
        }
    }

    /// The record type of a name, here or anywhere below.
    pub fn find_record(&self, name: &str) -> Option<&RecordType> {
        let record = self.record()?;
        if record.name == name {
            return Some(record);
        }
        let mut below = record.fields.iter();
        below.find_map(|field| field.value_type.find_record(name))
    }
}

impl RecordType {
    /// Whether a field of a name has an attribute, in this record or in one below.
    pub fn any_has(&self, name: &str, attribute: &str) -> bool {
        for field in &self.fields {
            let below = field.value_type.record();
            if (field.name == name && field.has(attribute))
                || below.is_some_and(|below| below.any_has(name, attribute))
            {
                return true;
            }
        }
        false
    }
}

/// The `$defs` of a schema.
struct Definitions<'s>(Option<&'s Map<String, Value>>);

impl<'s> Definitions<'s> {
    /// Follows `$ref`, and passes over "or null"; with the name of the type, if it has one.
    fn resolve(&self, schema: &'s Value, name: &'s str) -> (&'s Value, &'s str) {
        let reference = string(schema, "$ref").strip_prefix("#/$defs/");
        if let Some(target) = reference
            && let Some(definition) = self.0.and_then(|all| all.get(target))
        {
            return self.resolve(definition, target);
        }
        match list(schema, "anyOf") {
            [only, null] if has_type(null, "null") => self.resolve(only, name),
            _ => {
                // A type that is written where it is used has its name as its title.
                let title = schema.get("title").and_then(Value::as_str);
                (schema, title.unwrap_or(name))
            }
        }
    }

    fn value_type(&self, schema: &'s Value) -> ValueType {
        let (schema, name) = self.resolve(schema, "");
        // First what is more than its `type`: a vocabulary is a string as well, and a list of
        // references one of two.
        let variants = enum_variants(schema);
        if !variants.is_empty() {
            let type_name = name.to_owned();
            return ValueType::Enum(Enum {
                type_name,
                variants,
            });
        }
        if let [one, more] = list(schema, "anyOf") {
            let format = string(self.resolve(one, "").0, "format").to_owned();
            return match self.value_type(more) {
                ValueType::Record(languages) if name == "Text" => ValueType::Text(languages),
                ValueType::Record(record) => ValueType::ScalarOrRecord(format, record),
                _ => ValueType::ScalarOrList(format),
            };
        }
        if let Some(items) = schema.get("items") {
            return ValueType::List(Box::new(self.value_type(items)));
        }
        if let Some(properties) = schema.get("properties").and_then(Value::as_object) {
            let record = self.record_type(name, properties, list(schema, "required"));
            // Rows of the data have a text always by language (`data::Translated`).
            return if string(schema, "format") == "words" {
                ValueType::Text(record)
            } else {
                ValueType::Record(record)
            };
        }
        if has_type(schema, "boolean") {
            ValueType::Boolean
        } else if has_type(schema, "integer") {
            ValueType::Integer
        } else {
            ValueType::Scalar(string(schema, "format").to_owned())
        }
    }

    fn record_type(
        &self,
        name: &str,
        properties: &'s Map<String, Value>,
        required: &[Value],
    ) -> RecordType {
        let mut fields = Vec::with_capacity(properties.len());
        for (key, schema) in properties {
            fields.push(RecordField {
                name: key.clone(),
                message_key: format!("{name}-{key}"),
                required: required.iter().any(|r| r == key),
                nullable: may_be_null(schema),
                value_type: self.value_type(schema),
                schema: schema.as_object().cloned().unwrap_or_default(),
            });
        }
        let name = name.to_owned();
        RecordType { name, fields }
    }
}

fn string<'s>(schema: &'s Value, key: &str) -> &'s str {
    schema.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn list<'s>(schema: &'s Value, key: &str) -> &'s [Value] {
    let list = schema.get(key).and_then(Value::as_array);
    list.map_or(&[], Vec::as_slice)
}

fn may_be_null(schema: &Value) -> bool {
    let mut parts = list(schema, "anyOf").iter();
    has_type(schema, "null") || parts.any(|part| has_type(part, "null"))
}

fn has_type(schema: &Value, name: &str) -> bool {
    string(schema, "type") == name || list(schema, "type").iter().any(|t| t == name)
}

/// The words of a vocabulary. `schemars` writes one whose words all have a description as a `oneOf`
/// of `const`s.
fn enum_variants(schema: &Value) -> Vec<String> {
    let own = list(schema, "enum").iter().chain(schema.get("const"));
    let mut variants: Vec<String> = own.filter_map(Value::as_str).map(str::to_owned).collect();
    for part in list(schema, "oneOf") {
        variants.extend(enum_variants(part));
    }
    variants
}
