//! The register as data: tables with typed columns, and for each page a JSON document.
//!
//! [`rows`] has one type per table; [`Column`]s, the JSON Schema and the data dictionary are
//! derived from these types. `outputs` writes both: tables as CSV, workbook and more, documents
//! beside pages.

mod build;
mod column;
mod document;
mod row_builder;
pub mod rows;
mod table;
mod translated;

pub use column::{Column, ColumnType, ForeignKey};
pub use document::{FORMAT_VERSION, PageDocument, document, document_schema, list_rows};
pub use table::{CompoundKey, Table};
pub use translated::Translated;
