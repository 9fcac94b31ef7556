//! Changes to record files by people who do not write YAML: forms (`form`), spreadsheets
//! (`workbook`) and `jhur new`.
//!
//! All three take a [`RecordFile`], change its content as a JSON value, and let [`rewrite_yaml`]
//! make the new text, in which comments, order, quotes and line endings of everything else survive
//! byte for byte. Nothing is read or written here but by `form`, and no rule is applied: whoever
//! changes a record checks the result afterwards.

mod choices;
pub mod form;
mod form_schema;
mod form_values;
mod json;
pub mod paths;
mod record_file;
mod record_path;
mod rewrite;
mod slugs;
pub mod targets;
pub mod workbook;

pub use form_schema::{Enum, FieldType, FormField, FormSchema, form_schema, form_schema_nested};
pub use form_values::{FormValues, normalize};
pub use json::to_json;
pub use record_file::{RecordFile, file_diagnostics, record_files};
pub use record_path::RecordPath;
pub use rewrite::{FieldLocation, rewrite_yaml};
