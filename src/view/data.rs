//! Pages about the data: the downloads, the data dictionary of their columns, and the record
//! format.

use super::builder::ViewBuilder;
use crate::data::{Column, Table};
use crate::diag::messages::Messages;
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::records::schema;
use serde::Serialize;
use std::collections::HashSet;

/// Downloads.
#[derive(Debug, Hash, Serialize)]
pub struct DownloadsView {
    /// The tables.
    pub tables: Vec<TableView>,
    /// The day up to which they go.
    pub recorded_until: String,
    /// The columns of the tables.
    pub dictionary: String,
    /// The fields of the records.
    pub format: String,
    /// The absolute address of a CSV beside a page, as an example, if there are any.
    pub example: Option<String>,
    /// Whether the outlines of kecamatan can be downloaded.
    pub has_map: bool,
}

/// A table to download; the key of its message is `table-NAME`.
#[derive(Debug, Hash, Serialize)]
pub struct TableView {
    /// Its name, and that of its files.
    pub name: &'static str,
    /// How many rows it has.
    pub rows: usize,
}

/// The columns of the tables.
#[derive(Debug, Hash, Serialize)]
pub struct DataDictionaryView {
    /// Each table with its columns.
    pub tables: Vec<TableColumns>,
    /// Every column once, though several tables may have it.
    pub columns: Vec<ColumnView>,
}

/// A table with the names of its columns.
#[derive(Debug, Hash, Serialize)]
pub struct TableColumns {
    /// Its name.
    pub name: &'static str,
    /// Its columns' names.
    pub columns: Vec<String>,
    /// The columns that identify a row.
    pub primary_key: Vec<String>,
    /// Columns that refer to another table: column, table, the other's column.
    pub foreign_keys: Vec<[String; 3]>,
}

/// A column.
#[derive(Debug, Hash, Serialize)]
pub struct ColumnView {
    /// Its name.
    pub name: String,
    /// Its heading.
    pub label: String,
    /// What it means.
    pub description: String,
    /// The type of its values; the key of the message is `kind-KEY`.
    pub kind: &'static str,
    /// The values it may have, if they are a closed list.
    pub choices: Vec<String>,
    /// The unit of its numbers.
    pub unit: Option<String>,
    /// The authority whose codes it has.
    pub code: Option<String>,
}

/// The fields of the records.
#[derive(Debug, Hash, Serialize)]
pub struct RecordFormatView {
    /// Every type of record with its fields.
    pub types: Vec<RecordType>,
}

/// A type of record.
#[derive(Debug, Hash, Serialize)]
pub struct RecordType {
    /// Its name.
    pub name: String,
    /// What it records.
    pub description: String,
    /// Its fields.
    pub fields: Vec<RecordField>,
}

/// A field.
#[derive(Debug, Hash, Serialize)]
pub struct RecordField {
    /// Its key in YAML.
    pub name: String,
    /// What it means.
    pub description: String,
}

impl ViewBuilder<'_> {
    pub(super) fn downloads_view(&self) -> DownloadsView {
        let tables = Table::ALL.map(|table| TableView {
            name: table.name(),
            rows: table.row_count(self.plan),
        });
        let all = Page::Commitments(CommitmentList::All, PageNumber::FIRST);
        DownloadsView {
            tables: tables.into(),
            recorded_until: self.register.recorded_until().to_string(),
            dictionary: self.page_href(Page::DataDictionary),
            format: self.page_href(Page::RecordFormat),
            example: self
                .plan
                .list_csv_path(all)
                .map(|path| self.register.site().base_url.as_str().to_owned() + &path),
            has_map: self.plan.has_map(),
        }
    }

    pub(super) fn data_dictionary_view(&self) -> DataDictionaryView {
        let (mut tables, mut columns) = (Vec::new(), Vec::<ColumnView>::new());
        for table in Table::ALL {
            tables.push(table_columns(table));
            for column in table.columns() {
                // A column of one name means the same in every table; each may allow other values.
                match columns.iter_mut().find(|c| c.name == column.name) {
                    Some(known) => known.choices.extend_from_slice(&column.allowed_values),
                    None => columns.push(self.column_view(column)),
                }
            }
        }
        // Tables that share a column share most of its values; their order stays.
        for column in &mut columns {
            let mut seen = HashSet::new();
            column.choices.retain(|choice| seen.insert(choice.clone()));
        }
        columns.sort_by(|a, b| a.name.cmp(&b.name));
        DataDictionaryView { tables, columns }
    }

    fn column_view(&self, column: &Column) -> ColumnView {
        let messages = Messages::built_in(self.lang.program_language());
        ColumnView {
            label: column.label(&messages),
            description: column.meaning(&messages),
            kind: column.column_type.as_str(),
            name: column.name.clone(),
            choices: column.allowed_values.clone(),
            unit: column.unit.clone(),
            code: column.code_authority.clone(),
        }
    }

    pub(super) fn record_format_view(&self) -> RecordFormatView {
        let messages = Messages::built_in(self.lang.program_language());
        // The texts are those of editors' schemas and of the form, written once for all.
        let describe = |key: &str| messages.try_message(key, &[]).unwrap_or_default();
        let mut types = Vec::new();
        for (name, schema_fields) in schema::record_types() {
            let mut fields = Vec::new();
            for field in schema_fields.keys() {
                fields.push(RecordField {
                    name: field.clone(),
                    description: describe(&format!("{name}-{field}")),
                });
            }
            types.push(RecordType {
                description: describe(&name),
                fields,
                name,
            });
        }
        RecordFormatView { types }
    }
}

fn table_columns(table: Table) -> TableColumns {
    let (mut columns, mut primary_key, mut foreign_keys) = (Vec::new(), Vec::new(), Vec::new());
    for column in table.columns() {
        columns.push(column.name.clone());
        if column.in_primary_key {
            primary_key.push(column.name.clone());
        }
        if let Some(key) = &column.foreign_key {
            foreign_keys.push([column.name.clone(), key.table.clone(), key.column.clone()]);
        }
    }
    TableColumns {
        name: table.name(),
        columns,
        primary_key,
        foreign_keys,
    }
}
