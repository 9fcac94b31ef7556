//! The register as data: tables with typed columns, and a document beside each page.
//!
//! [`rows`] has one type a table; [`Column`]s, the JSON Schema and the data dictionary are read off these types. What
//! becomes of them (CSV, workbook, Parquet …) is `outputs`' business.

mod build;
mod column;
mod document;
pub mod rows;
mod translated;

pub use column::{Column, Kind, Refers};
pub use document::{Document, FORMAT, schema};
pub use translated::Translated;

use crate::plan::Plan;
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
    Citings,
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
        Self::Citings,
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
            Self::Citings => "dikutip",
            Self::Districts => "kecamatan",
            Self::Villages => "desa",
            Self::Offices => "opd",
            Self::Topics => "topik",
        }
    }

    /// Its columns, in order; read off the schema once.
    pub fn columns(self) -> &'static [Column] {
        static COLUMNS: LazyLock<Vec<Vec<Column>>> = LazyLock::new(|| Table::ALL.map(Table::read_columns).into());
        // The order of `ALL` is that in which the tables are declared.
        &COLUMNS[self as usize]
    }

    fn read_columns(self) -> Vec<Column> {
        column::columns(&match self {
            Self::Stops => of::<rows::Stop<'_>>(),
            Self::Entries => of::<rows::Entry<'_>>(),
            Self::Responses => of::<rows::Response<'_>>(),
            Self::Commitments => of::<rows::Commitment<'_>>(),
            Self::FollowUps => of::<rows::FollowUp<'_>>(),
            Self::Sources => of::<rows::Source<'_>>(),
            Self::Corrections => of::<rows::Correction<'_>>(),
            Self::Citings => of::<rows::Citing<'_>>(),
            Self::Districts => of::<rows::District<'_>>(),
            Self::Villages => of::<rows::Village<'_>>(),
            Self::Offices => of::<rows::Office<'_>>(),
            Self::Topics => of::<rows::Topic<'_>>(),
        })
    }

    /// How many rows it has.
    pub fn count(self, plan: &Plan<'_>) -> usize {
        let register = plan.register();
        match self {
            Self::Stops => register.stops().len(),
            Self::Entries => register.entries().len(),
            Self::Responses => register.entries().map(|(_, e)| e.responses.len()).sum(),
            Self::Commitments => register.commitments().len(),
            Self::FollowUps => register.follow_ups().len(),
            Self::Sources => {
                let stops: usize = register.stops().map(|(_, s)| s.sources.len()).sum();
                stops + register.follow_ups().map(|(_, n)| n.sources.len()).sum::<usize>()
            }
            Self::Corrections => register.stops().map(|(_, s)| s.corrections.len()).sum(),
            Self::Citings => {
                let stops: usize = register.stops().map(|(_, s)| s.cited_by.len()).sum();
                stops + register.entries().map(|(_, e)| e.cited_by.len()).sum::<usize>()
            }
            Self::Districts => register.districts().len(),
            Self::Villages => register.districts().map(|(_, d)| d.record.villages.len()).sum(),
            Self::Offices => register.offices().len(),
            Self::Topics => register.topics().len(),
        }
    }

    /// Its rows, each an object with the columns as keys, in the order of the register.
    pub fn rows<'p>(self, plan: &'p Plan<'_>) -> Box<dyn Iterator<Item = Value> + 'p> {
        let register = plan.register();
        match self {
            Self::Stops => Box::new(register.stops().map(|(id, _)| json(plan.stop_data(id)))),
            Self::Entries => Box::new(register.entries().map(|(id, _)| json(plan.entry_data(id)))),
            Self::Responses => Box::new(register.entries().flat_map(|(id, _)| plan.response_data(id)).map(json)),
            Self::Commitments => Box::new(register.commitments().map(|(id, _)| json(plan.commitment_data(id)))),
            Self::FollowUps => Box::new(register.follow_ups().map(|(id, _)| json(plan.follow_up_data(id)))),
            Self::Sources => {
                let stops = register.stops().flat_map(|(id, _)| plan.stop_sources(id));
                Box::new(stops.chain(register.follow_ups().flat_map(|(id, _)| plan.follow_up_sources(id))).map(json))
            }
            Self::Corrections => Box::new(register.stops().flat_map(|(id, _)| plan.correction_data(id)).map(json)),
            Self::Citings => Box::new(register.stops().flat_map(|(id, _)| plan.citing_data(id)).map(json)),
            Self::Districts => Box::new(register.districts().map(|(id, _)| json(plan.district_data(id)))),
            Self::Villages => Box::new(register.districts().flat_map(|(id, _)| plan.village_data(id)).map(json)),
            Self::Offices => Box::new(register.offices().map(|(id, _)| json(plan.office_data(id)))),
            Self::Topics => Box::new(register.topics().map(|(id, _)| json(plan.topic_data(id)))),
        }
    }
}

/// A row as JSON. Rows have no maps with odd keys, so that nothing can fail.
fn json(row: impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

/// The schema of a row, everything in place.
fn of<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12()
        .with(|s| s.inline_subschemas = true)
        .into_generator()
        .into_root_schema_for::<T>()
        .to_value()
}
