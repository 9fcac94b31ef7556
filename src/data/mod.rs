//! The register as data: tables with typed columns, and for each page a JSON document.
//!
//! [`rows`] has one type per table; [`Column`]s, the JSON Schema and the data dictionary are
//! derived from these types. `outputs` writes both: tables as CSV, workbook and more, documents
//! beside pages.

mod build;
mod column;
mod document;
pub mod rows;
mod translated;

pub use column::{Column, ColumnType, ForeignKey};
pub use document::{FORMAT_VERSION, PageDocument, document, document_schema, list_rows};
pub use translated::Translated;

use crate::plan::Plan;
use build::RowBuilder;
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;
use serde_json::Value;
use std::sync::LazyLock;

/// A table: the name of its files below /data/ is its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// Stops.
    Stops,
    /// Aspirations and announcements.
    Entries,
    /// Responses.
    Responses,
    /// Commitments.
    Commitments,
    /// Follow-ups.
    FollowUps,
    /// Sources of stops and follow-ups.
    Sources,
    /// Corrections.
    Corrections,
    /// Who cited what.
    CitedBy,
    /// Kecamatan.
    Districts,
    /// Desa and kelurahan.
    Villages,
    /// Offices.
    Offices,
    /// Topics.
    Topics,
}

impl Table {
    /// All tables, in the order in which they are offered and declared.
    pub const ALL: [Self; 12] = [
        Self::Stops,
        Self::Entries,
        Self::Responses,
        Self::Commitments,
        Self::FollowUps,
        Self::Sources,
        Self::Corrections,
        Self::CitedBy,
        Self::Districts,
        Self::Villages,
        Self::Offices,
        Self::Topics,
    ];

    /// Its name, in addresses too; the key of its message is `table-NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stops => "perhentian",
            Self::Entries => "aspirasi",
            Self::Responses => "jawaban",
            Self::Commitments => "komitmen",
            Self::FollowUps => "tindak-lanjut",
            Self::Sources => "sumber",
            Self::Corrections => "koreksi",
            Self::CitedBy => "dikutip",
            Self::Districts => "kecamatan",
            Self::Villages => "desa",
            Self::Offices => "opd",
            Self::Topics => "topik",
        }
    }

    /// Its columns, in the order of the row's fields.
    pub fn columns(self) -> &'static [Column] {
        static COLUMNS: LazyLock<Vec<Vec<Column>>> =
            LazyLock::new(|| Table::ALL.map(Table::build_columns).into());
        // Derived once for all tables. `ALL` has them in the order in which they are declared.
        &COLUMNS[self as usize]
    }

    fn build_columns(self) -> Vec<Column> {
        column::row_columns(&match self {
            Self::Stops => row_schema::<rows::StopRow<'_>>(),
            Self::Entries => row_schema::<rows::EntryRow<'_>>(),
            Self::Responses => row_schema::<rows::ResponseRow<'_>>(),
            Self::Commitments => row_schema::<rows::CommitmentRow<'_>>(),
            Self::FollowUps => row_schema::<rows::FollowUpRow<'_>>(),
            Self::Sources => row_schema::<rows::SourceRow<'_>>(),
            Self::Corrections => row_schema::<rows::CorrectionRow<'_>>(),
            Self::CitedBy => row_schema::<rows::CitedByRow<'_>>(),
            Self::Districts => row_schema::<rows::DistrictRow<'_>>(),
            Self::Villages => row_schema::<rows::VillageRow<'_>>(),
            Self::Offices => row_schema::<rows::OfficeRow<'_>>(),
            Self::Topics => row_schema::<rows::TopicRow<'_>>(),
        })
    }

    /// How many rows it has.
    pub fn row_count(self, plan: &Plan<'_>) -> usize {
        let register = plan.register();
        match self {
            Self::Stops => register.stops().len(),
            Self::Entries => register.entries().len(),
            Self::Responses => register.entries().map(|(_, e)| e.responses.len()).sum(),
            Self::Commitments => register.commitments().len(),
            Self::FollowUps => register.follow_ups().len(),
            Self::Sources => {
                let of_stops: usize = register.stops().map(|(_, s)| s.sources.len()).sum();
                let follow_ups = register.follow_ups();
                of_stops + follow_ups.map(|(_, f)| f.sources.len()).sum::<usize>()
            }
            Self::Corrections => register.stops().map(|(_, s)| s.corrections.len()).sum(),
            Self::CitedBy => {
                let of_stops: usize = register.stops().map(|(_, s)| s.cited_by.len()).sum();
                of_stops
                    + register
                        .entries()
                        .map(|(_, e)| e.cited_by.len())
                        .sum::<usize>()
            }
            Self::Districts => register.districts().len(),
            Self::Villages => register
                .districts()
                .map(|(_, d)| d.record.villages.len())
                .sum(),
            Self::Offices => register.offices().len(),
            Self::Topics => register.topics().len(),
        }
    }

    /// Its rows, each an object with the columns as keys, in the order of the register. They are
    /// built one by one, so that memory never holds a whole table.
    pub fn rows<'p>(self, plan: &'p Plan<'_>) -> Box<dyn Iterator<Item = Value> + 'p> {
        let register = plan.register();
        let rows = RowBuilder::new(plan);
        match self {
            Self::Stops => json_rows(register.stops().map(move |(id, _)| rows.stop_row(id))),
            Self::Entries => json_rows(register.entries().map(move |(id, _)| rows.entry_row(id))),
            Self::Responses => json_rows(
                register
                    .entries()
                    .flat_map(move |(id, _)| rows.response_rows(id)),
            ),
            Self::Commitments => json_rows(
                register
                    .commitments()
                    .map(move |(id, _)| rows.commitment_row(id)),
            ),
            Self::FollowUps => json_rows(
                register
                    .follow_ups()
                    .map(move |(id, _)| rows.follow_up_row(id)),
            ),
            Self::Sources => {
                let stops = register.stops();
                let of_stops = stops.flat_map(move |(id, _)| rows.stop_source_rows(id));
                let follow_ups = register.follow_ups();
                json_rows(
                    of_stops
                        .chain(follow_ups.flat_map(move |(id, _)| rows.follow_up_source_rows(id))),
                )
            }
            Self::Corrections => json_rows(
                register
                    .stops()
                    .flat_map(move |(id, _)| rows.correction_rows(id)),
            ),
            Self::CitedBy => json_rows(
                register
                    .stops()
                    .flat_map(move |(id, _)| rows.stop_cited_by_rows(id)),
            ),
            Self::Districts => json_rows(
                register
                    .districts()
                    .map(move |(id, _)| rows.district_row(id)),
            ),
            Self::Villages => json_rows(
                register
                    .districts()
                    .flat_map(move |(id, _)| rows.village_rows(id)),
            ),
            Self::Offices => json_rows(register.offices().map(move |(id, _)| rows.office_row(id))),
            Self::Topics => json_rows(register.topics().map(move |(id, _)| rows.topic_row(id))),
        }
    }
}

fn json_rows<'p, R: Serialize + 'p>(
    rows: impl Iterator<Item = R> + 'p,
) -> Box<dyn Iterator<Item = Value> + 'p> {
    Box::new(rows.map(row_to_json))
}

/// A row as JSON. Only maps whose keys are no strings could fail, and rows have none.
fn row_to_json(row: impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

/// The schema of a row. Without references, since columns are read off it field by field.
fn row_schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with(|s| s.inline_subschemas = true)
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}
