//! Records as the sheets of a workbook, for people who work in spreadsheets; and rows of such
//! sheets as changes to records. `jhur export` and `jhur import` use it.
//!
//! The columns follow from the form schemas, so that no field can be forgotten. Nothing is read or
//! written here, and only what is wrong with the sheets themselves is reported: columns, rows that
//! identify nothing, cells that were never calculated.

mod cell_diagnostics;
mod cell_map;
mod choice_lists;
mod column;
mod export;
mod import;
mod keyed_records;
mod ordinals;
mod recognise;
mod sheet_kind;
mod sheet_row;

pub use cell_diagnostics::CellDiagnostic;
pub use cell_map::CellMap;
pub use export::{WorkbookInput, build_workbook};
pub use import::{ImportResult, import_sheets};
pub use sheet_kind::SheetKind;
