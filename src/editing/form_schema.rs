//! The fields of a type of record: the inputs of a form, the columns of a spreadsheet. Derived from
//! the JSON Schema of the record types, so that no field can be forgotten. `form_values` is what
//! can be typed into them.

use crate::records::schema::FileKind;
pub use crate::records::schema_model::Enum;
use crate::records::schema_model::{RecordField, RecordType, ValueType};

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
    /// Whether few records have it, so that it may be folded away.
    pub rare: bool,
    /// Whether its text has several lines.
    pub multiline: bool,
    /// What it takes.
    pub field_type: FieldType,
}

/// What a field takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldType {
    /// One line, of a `format` of the schema: `line`, `key`, `date`, `url`, `reference`,
    /// `area-code`.
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
    /// Records that have forms or rows of their own: a stop's aspirations, a response's
    /// commitments.
    SeparateRecords(String),
}

/// The fields of a type of record in a kind of file. Returns `None` if such a file has no such
/// record.
pub fn form_schema(kind: FileKind, name: &str) -> Option<FormSchema> {
    kind.value_type().find_record(name).map(FormSchema::new)
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

/// Whether a field of this name is a list of records that are written one by one.
pub(super) fn is_separate_list(name: &str) -> bool {
    let stop = FileKind::Stop.value_type().record();
    stop.is_some_and(|stop| stop.any_has(name, "separate"))
}

impl FieldType {
    /// Whether it takes a day.
    pub(super) fn is_date(&self) -> bool {
        matches!(self, Self::Line(format) if format == "date")
    }

    /// Whether it takes several words with spaces between them.
    pub(super) fn takes_words(&self) -> bool {
        matches!(self, Self::Tokens { .. } | Self::EnumList(_))
    }

    fn new(field: &RecordField) -> Self {
        match &field.value_type {
            ValueType::Text(_) => Self::Translated,
            ValueType::Scalar(format) => Self::Line(line_format(format)),
            ValueType::Integer => Self::Number,
            ValueType::Boolean => Self::Boolean,
            ValueType::Enum(vocabulary) => Self::Enum(vocabulary.clone()),
            ValueType::Record(record) => Self::Nested(FormSchema::new(record)),
            ValueType::ScalarOrRecord(_, record) => Self::Deadline(FormSchema::new(record)),
            ValueType::ScalarOrList(format) => Self::Tokens {
                format: line_format(format),
                single_allowed: true,
            },
            ValueType::List(items) => match &**items {
                ValueType::Record(record) if field.has("separate") => {
                    Self::SeparateRecords(record.name.clone())
                }
                ValueType::Record(record) => Self::NestedList(FormSchema::new(record)),
                ValueType::Text(_) => Self::TranslatedList,
                ValueType::Enum(vocabulary) => Self::EnumList(vocabulary.clone()),
                ValueType::Scalar(format) => Self::Tokens {
                    format: line_format(format),
                    single_allowed: false,
                },
                // No record has such a list.
                _ => Self::Tokens {
                    format: line_format(""),
                    single_allowed: false,
                },
            },
        }
    }
}

/// A string of any form is typed like a line.
fn line_format(format: &str) -> String {
    if format.is_empty() { "line" } else { format }.to_owned()
}

impl FormSchema {
    fn new(record: &RecordType) -> Self {
        let fields = record.fields.iter().map(|field| FormField {
            name: field.name.clone(),
            required: field.required,
            rare: field.has("rare"),
            multiline: field.has("multiline"),
            field_type: FieldType::new(field),
        });
        Self {
            record_type: record.name.clone(),
            fields: fields.collect(),
        }
    }
}
