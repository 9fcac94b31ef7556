//! Downloads, their columns, and the fields of the records.

use super::builder::ViewBuilder;
use crate::data::Table;
use crate::diag::messages::Messages;
use crate::plan::{CommitmentList, Page, PageNumber};
use crate::records::schema;
use serde::Serialize;

/// Downloads.
#[derive(Debug, Hash, Serialize)]
pub struct DownloadsView {
    /// The tables.
    pub tables: Vec<TableView>,
    /// The columns of the tables.
    pub dictionary: String,
    /// The fields of the records.
    pub format: String,
    /// The address of one of the data files beside the pages, if there are any.
    pub example: Option<String>,
    /// Are there outlines of kecamatan?
    pub has_map: bool,
}

/// A table to download; its words are `table-NAME`.
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
    /// What each column means, once.
    pub columns: Vec<ColumnView>,
}

/// A table with the names of its columns.
#[derive(Debug, Hash, Serialize)]
pub struct TableColumns {
    /// Its name.
    pub name: &'static str,
    /// Its columns' names.
    pub columns: Vec<String>,
    /// The columns by which a row is known.
    pub primary_key: Vec<String>,
    /// Columns whose values stand in another table, with table and column.
    pub foreign_keys: Vec<[String; 3]>,
}

/// A column.
#[derive(Debug, Hash, Serialize)]
pub struct ColumnView {
    /// Its name.
    pub name: String,
    /// Its heading.
    pub label: String,
    /// What it says.
    pub description: String,
    /// What stands in it; its word is `kind-KEY`.
    pub kind: &'static str,
    /// The words that may stand in it.
    pub choices: Vec<String>,
    /// What is counted.
    pub unit: Option<String>,
    /// Whose code it is.
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
    /// What it is.
    pub description: String,
    /// Its fields.
    pub fields: Vec<RecordField>,
}

/// A field.
#[derive(Debug, Hash, Serialize)]
pub struct RecordField {
    /// Its key in YAML.
    pub name: String,
    /// What it says.
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
        let words = Messages::built_in(self.lang.program_language());
        let (mut tables, mut columns) = (Vec::new(), Vec::<ColumnView>::new());
        for table in Table::ALL {
            let all = table.columns();
            tables.push(TableColumns {
                name: table.name(),
                primary_key: all
                    .iter()
                    .filter(|c| c.in_primary_key)
                    .map(|c| c.name.clone())
                    .collect(),
                foreign_keys: all
                    .iter()
                    .filter_map(|c| {
                        c.foreign_key
                            .as_ref()
                            .map(|r| [c.name.clone(), r.table.clone(), r.column.clone()])
                    })
                    .collect(),
                columns: all.iter().map(|c| c.name.clone()).collect(),
            });
            for column in all {
                match columns.iter_mut().find(|c| c.name == column.name) {
                    Some(known) => known.choices.extend_from_slice(&column.allowed_values),
                    None => columns.push(ColumnView {
                        label: column.label(&words),
                        description: column.meaning(&words),
                        kind: column.column_type.as_str(),
                        name: column.name.clone(),
                        choices: column.allowed_values.clone(),
                        unit: column.unit.clone(),
                        code: column.code_authority.clone(),
                    }),
                }
            }
        }
        for column in &mut columns {
            let mut seen = std::collections::HashSet::new();
            column.choices.retain(|word| seen.insert(word.clone()));
        }
        columns.sort_by(|a, b| a.name.cmp(&b.name));
        DataDictionaryView { tables, columns }
    }

    pub(super) fn record_format_view(&self) -> RecordFormatView {
        let words = Messages::built_in(self.lang.program_language());
        let describe = |key: &str| words.try_message(key, &[]).unwrap_or_default();
        let types = schema::record_types()
            .into_iter()
            .map(|(name, fields)| RecordType {
                description: describe(&name),
                fields: fields
                    .keys()
                    .map(|field| RecordField {
                        name: field.clone(),
                        description: describe(&format!("{name}-{field}")),
                    })
                    .collect(),
                name,
            });
        RecordFormatView {
            types: types.collect(),
        }
    }
}
