//! The register as data: tables with typed columns, and a document beside each page.
//!
//! [`rows`] has one type a table; [`Column`]s, the JSON Schema and the data dictionary are read off these types. What
//! becomes of them (CSV, workbook, …) is `outputs`' business.

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
    /// All of them, in the order in which they are offered.
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

    /// Its name, in addresses too; its words are `table-NAME`.
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

    /// Its columns, in order; read off the schema once.
    pub fn columns(self) -> &'static [Column] {
        static COLUMNS: LazyLock<Vec<Vec<Column>>> =
            LazyLock::new(|| Table::ALL.map(Table::build_columns).into());
        // `ALL` has the tables in the order in which they are declared.
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
                let stops: usize = register.stops().map(|(_, s)| s.sources.len()).sum();
                stops
                    + register
                        .follow_ups()
                        .map(|(_, n)| n.sources.len())
                        .sum::<usize>()
            }
            Self::Corrections => register.stops().map(|(_, s)| s.corrections.len()).sum(),
            Self::CitedBy => {
                let stops: usize = register.stops().map(|(_, s)| s.cited_by.len()).sum();
                stops
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

    /// Its rows, each an object with the columns as keys, in the order of the register.
    pub fn rows<'p>(self, plan: &'p Plan<'_>) -> Box<dyn Iterator<Item = Value> + 'p> {
        let register = plan.register();
        let builder = RowBuilder::new(plan);
        match self {
            Self::Stops => Box::new(
                register
                    .stops()
                    .map(move |(id, _)| row_to_json(builder.stop_row(id))),
            ),
            Self::Entries => Box::new(
                register
                    .entries()
                    .map(move |(id, _)| row_to_json(builder.entry_row(id))),
            ),
            Self::Responses => Box::new(
                register
                    .entries()
                    .flat_map(move |(id, _)| builder.response_rows(id))
                    .map(row_to_json),
            ),
            Self::Commitments => Box::new(
                register
                    .commitments()
                    .map(move |(id, _)| row_to_json(builder.commitment_row(id))),
            ),
            Self::FollowUps => Box::new(
                register
                    .follow_ups()
                    .map(move |(id, _)| row_to_json(builder.follow_up_row(id))),
            ),
            Self::Sources => {
                let stops = register
                    .stops()
                    .flat_map(move |(id, _)| builder.stop_source_rows(id));
                Box::new(
                    stops
                        .chain(
                            register
                                .follow_ups()
                                .flat_map(move |(id, _)| builder.follow_up_source_rows(id)),
                        )
                        .map(row_to_json),
                )
            }
            Self::Corrections => Box::new(
                register
                    .stops()
                    .flat_map(move |(id, _)| builder.correction_rows(id))
                    .map(row_to_json),
            ),
            Self::CitedBy => Box::new(
                register
                    .stops()
                    .flat_map(move |(id, _)| builder.stop_cited_by_rows(id))
                    .map(row_to_json),
            ),
            Self::Districts => Box::new(
                register
                    .districts()
                    .map(move |(id, _)| row_to_json(builder.district_row(id))),
            ),
            Self::Villages => Box::new(
                register
                    .districts()
                    .flat_map(move |(id, _)| builder.village_rows(id))
                    .map(row_to_json),
            ),
            Self::Offices => Box::new(
                register
                    .offices()
                    .map(move |(id, _)| row_to_json(builder.office_row(id))),
            ),
            Self::Topics => Box::new(
                register
                    .topics()
                    .map(move |(id, _)| row_to_json(builder.topic_row(id))),
            ),
        }
    }
}

/// A row as JSON. Rows have no maps with odd keys, so that nothing can fail.
fn row_to_json(row: impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

/// The schema of a row, everything in place.
fn row_schema<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with(|s| s.inline_subschemas = true)
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}
