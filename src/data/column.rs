//! Columns of tables: their types, keys and units, derived from the JSON Schema of the row types
//! ([`super::rows`]). The formats of `outputs::data` and the data dictionary describe tables by
//! them.

use crate::diag::messages::Messages;
use crate::records::schema_model::{RecordField, ValueType};
use serde_json::Value;

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name; a column of one name means the same in every table.
    pub name: String,
    /// The key of the message of the record's field that it may repeat: `FollowUp-disputed`.
    pub message_key: String,
    /// The type of its values.
    pub column_type: ColumnType,
    /// Whether a row may have no value in it.
    pub optional: bool,
    /// Whether it is (part of) the table's primary key.
    pub in_primary_key: bool,
    /// The column of another table whose values it repeats.
    pub foreign_key: Option<ForeignKey>,
    /// The allowed values, if they are few.
    pub allowed_values: Vec<String>,
    /// What a number counts.
    pub unit: Option<String>,
    /// Who gives out the codes: `Kemendagri`.
    pub code_authority: Option<String>,
}

/// A column of another table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForeignKey {
    /// The table's name.
    pub table: String,
    /// The column's name.
    pub column: String,
}

/// The type of a column's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// A name, a key, a reference, an address: in no language.
    Text,
    /// An address on the web.
    Url,
    /// A text in every recorded language.
    Translated,
    /// A whole number.
    Integer,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// Several keys, references or kinds.
    List,
    /// Several texts, each in every recorded language.
    TranslatedList,
}

impl ColumnType {
    fn new(value_type: &ValueType) -> Self {
        match value_type {
            ValueType::List(items) if matches!(**items, ValueType::Text(_)) => Self::TranslatedList,
            ValueType::List(_) => Self::List,
            ValueType::Text(_) => Self::Translated,
            ValueType::Integer => Self::Integer,
            ValueType::Boolean => Self::Boolean,
            ValueType::Scalar(format) if format == "date" => Self::Date,
            ValueType::Scalar(format) if format == "url" => Self::Url,
            // Keys, references and vocabularies. Records do not occur: a row is flat.
            _ => Self::Text,
        }
    }

    /// The type's part of the message key `kind-KEY`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Url => "url",
            Self::Translated => "words",
            Self::Integer => "integer",
            Self::Boolean => "boolean",
            Self::Date => "date",
            Self::List => "list",
            Self::TranslatedList => "words-list",
        }
    }
}

impl Column {
    /// The column of a row's field; the attributes are those that the row types `extend` it by.
    fn new(field: &RecordField) -> Self {
        let foreign_key = field.attribute("refers").and_then(|r| r.split_once('.'));
        Self {
            name: field.name.clone(),
            message_key: field.message_key.clone(),
            column_type: ColumnType::new(&field.value_type),
            optional: field.nullable,
            in_primary_key: field.has("primary"),
            foreign_key: foreign_key.map(|(table, column)| ForeignKey {
                table: table.to_owned(),
                column: column.to_owned(),
            }),
            // Of a list, the values that its items may have.
            allowed_values: match field.value_type.item_type() {
                ValueType::Enum(vocabulary) => vocabulary.variants.clone(),
                _ => Vec::new(),
            },
            unit: field.attribute("unit").map(str::to_owned),
            code_authority: field.attribute("code").map(str::to_owned),
        }
    }

    /// Its heading: `column-NAME`, or else the label of the record's field.
    pub fn label(&self, messages: &Messages) -> String {
        messages
            .try_message(&format!("column-{}", self.name), &[])
            .unwrap_or_else(|| messages.message(&format!("{}.label", self.message_key), &[]))
    }

    /// What it means: `column-NAME.means`, or else the description of the record's field.
    pub fn meaning(&self, messages: &Messages) -> String {
        messages
            .try_message(&format!("column-{}.means", self.name), &[])
            .unwrap_or_else(|| messages.message(&self.message_key, &[]))
    }
}

/// The columns of a type of row, in the order of its fields.
pub(super) fn row_columns(row: &Value) -> Vec<Column> {
    match ValueType::from_root_schema(row) {
        ValueType::Record(row) => row.fields.iter().map(Column::new).collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::Table;
    use crate::diag::messages::{Language, Messages};

    #[test]
    fn columns_come_from_the_rows_types() {
        let columns = Table::Commitments.columns();
        let find = |name: &str| columns.iter().find(|c| c.name == name).unwrap();
        assert_eq!(columns[0].name, "reference");
        assert!(columns[0].in_primary_key && !columns[0].optional);
        assert_eq!(
            (
                find("text").column_type,
                find("conditions").column_type,
                find("topics").column_type
            ),
            (
                ColumnType::Translated,
                ColumnType::TranslatedList,
                ColumnType::List
            )
        );
        assert_eq!(
            (find("due_last").column_type, find("due_last").optional),
            (ColumnType::Date, true)
        );
        assert_eq!(
            (find("response").column_type, find("waiting").column_type),
            (ColumnType::Integer, ColumnType::Boolean)
        );
        assert!(
            columns.iter().all(|c| c.unit.as_deref() != Some("hari")),
            "a day is named, and days are never counted"
        );
        let office = find("office");
        assert_eq!(
            office.foreign_key,
            Some(ForeignKey {
                table: "opd".into(),
                column: "key".into()
            })
        );
        assert!(office.optional);
        let kind = Table::Sources
            .columns()
            .iter()
            .find(|c| c.name == "kind")
            .unwrap();
        assert_eq!((kind.allowed_values.len(), kind.optional), (5, true));
        assert!(
            Table::Stops
                .columns()
                .iter()
                .any(|c| c.name == "commitments_late"),
            "flattened figures are columns"
        );
    }

    #[test]
    fn one_name_means_the_same_everywhere_and_has_its_messages() {
        let mut known: Vec<&Column> = Vec::new();
        let languages = [Language::Indonesian, Language::English].map(Messages::built_in);
        for column in Table::ALL.iter().flat_map(|t| t.columns()) {
            for messages in &languages {
                for text in [column.label(messages), column.meaning(messages)] {
                    assert!(
                        !text.contains(&column.message_key),
                        "{}: {text}",
                        column.name
                    );
                }
            }
            match known.iter().find(|c| c.name == column.name) {
                // The names of kecamatan are the same in every language, those of offices are not.
                Some(other) if column.name == "name" => assert_eq!(other.unit, column.unit),
                Some(other) => {
                    assert_eq!(
                        (other.column_type, &other.unit),
                        (column.column_type, &column.unit),
                        "{}",
                        column.name
                    );
                }
                None => known.push(column),
            }
        }
        assert!(known.len() > 100);
    }

    #[test]
    fn references_lead_to_columns_that_are_there() {
        for column in Table::ALL.iter().flat_map(|t| t.columns()) {
            let Some(ForeignKey { table, column }) = &column.foreign_key else {
                continue;
            };
            let table = Table::ALL.into_iter().find(|t| t.name() == table).unwrap();
            assert!(
                table
                    .columns()
                    .iter()
                    .any(|c| c.name == *column && c.in_primary_key),
                "{column}"
            );
        }
    }
}
