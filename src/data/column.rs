//! Columns, read off the schema of a row.

use serde_json::Value;

/// A column of a table; its words are `column-NAME`, its meaning `column-NAME.means`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name, the same thing in every table.
    pub name: String,
    /// What stands in it.
    pub column_type: ColumnType,
    /// May nothing stand in it?
    pub optional: bool,
    /// Is it (part of) the key by which a row is known?
    pub in_primary_key: bool,
    /// The column of another table whose values it repeats.
    pub foreign_key: Option<ForeignKey>,
    /// The words that may stand in it, if they are few.
    pub allowed_values: Vec<String>,
    /// What is counted, of numbers that count.
    pub unit: Option<String>,
    /// Whose code it is.
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

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ColumnType {
    /// A name, a key, a reference, an address: in no language.
    Text,
    /// An address on the web.
    Url,
    /// Translated by language.
    Translated,
    /// A whole number.
    Integer,
    /// Yes or no.
    Boolean,
    /// A day.
    Date,
    /// Several keys, references or kinds.
    List,
    /// Several words by language.
    TranslatedList,
}

impl ColumnType {
    /// Its key among the words (`kind-KEY`).
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

/// The columns of a row's schema, in its order.
pub(super) fn columns_from_schema(schema: &Value) -> Vec<Column> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties
        .into_iter()
        .flatten()
        .map(|(name, schema)| parse_column(name, schema))
        .collect()
}

fn parse_column(name: &str, schema: &Value) -> Column {
    let word = |key: &str| schema.get(key).and_then(Value::as_str).map(str::to_owned);
    let is = |kind: &str| {
        any_subschema(schema, &|part| {
            part.get("type").is_some_and(|t| has_type(t, kind))
        })
    };
    let format = |name: &str| {
        any_subschema(schema, &|part| {
            part.get("format").is_some_and(|f| f == name)
        })
    };
    let kind = match () {
        () if is("array") && format("words") => ColumnType::TranslatedList,
        () if is("array") => ColumnType::List,
        () if format("words") => ColumnType::Translated,
        () if is("integer") => ColumnType::Integer,
        () if is("boolean") => ColumnType::Boolean,
        () if format("date") => ColumnType::Date,
        () if format("url") => ColumnType::Url,
        () => ColumnType::Text,
    };
    let mut choices = Vec::new();
    collect_enum_values(schema, &mut choices);
    let refers = word("refers");
    let refers = refers.as_deref().and_then(|r| r.split_once('.'));
    Column {
        name: name.to_owned(),
        column_type: kind,
        optional: is("null"),
        in_primary_key: schema.get("primary").is_some(),
        foreign_key: refers.map(|(table, column)| ForeignKey {
            table: table.to_owned(),
            column: column.to_owned(),
        }),
        allowed_values: choices,
        unit: word("unit"),
        code_authority: word("code"),
    }
}

fn has_type(types: &Value, kind: &str) -> bool {
    types == kind
        || types
            .as_array()
            .is_some_and(|list| list.iter().any(|t| t == kind))
}

/// The schema itself, the alternatives in it, the items of its lists.
fn subschemas(schema: &Value) -> impl Iterator<Item = &Value> {
    let either = ["anyOf", "oneOf"]
        .into_iter()
        .filter_map(|key| schema.get(key)?.as_array())
        .flatten();
    either.chain(schema.get("items"))
}

fn any_subschema(schema: &Value, what: &dyn Fn(&Value) -> bool) -> bool {
    what(schema) || subschemas(schema).any(|part| any_subschema(part, what))
}

fn collect_enum_values(schema: &Value, found: &mut Vec<String>) {
    let words = schema
        .get("enum")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .chain(schema.get("const"));
    found.extend(words.filter_map(Value::as_str).map(str::to_owned));
    subschemas(schema).for_each(|part| collect_enum_values(part, found));
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
            (find("days").column_type, find("days").unit.as_deref()),
            (ColumnType::Integer, Some("hari"))
        );
        assert_eq!(find("status").allowed_values.len(), 10);
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
                .any(|c| c.name == "commitments_overdue"),
            "flattened figures are columns"
        );
    }

    #[test]
    fn one_name_means_the_same_everywhere_and_has_its_words() {
        let mut known: Vec<&Column> = Vec::new();
        let words = [Language::Indonesian, Language::English].map(Messages::built_in);
        for column in Table::ALL.iter().flat_map(|t| t.columns()) {
            for words in &words {
                for key in [
                    format!("column-{}", column.name),
                    format!("column-{}.means", column.name),
                ] {
                    assert!(words.try_message(&key, &[]).is_some(), "{key}");
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
                    )
                }
                None => known.push(column),
            }
        }
        assert!(known.len() > 70);
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
