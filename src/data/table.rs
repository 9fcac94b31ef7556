//! The tables: their names, columns and rows.

use super::column::{Column, row_columns};
use super::row_builder::RowBuilder;
use super::rows::{self, links};
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
    /// Their topics.
    EntryTopics,
    /// The same wish at earlier stops.
    EarlierEntries,
    /// The sources on which they rest.
    EntrySources,
    /// Why aspirations are withheld.
    Withheld,
    /// Responses.
    Responses,
    /// Their kinds.
    ResponseKinds,
    /// The sources on which they rest.
    ResponseSources,
    /// Commitments.
    Commitments,
    /// Follow-ups.
    FollowUps,
    /// What they are about.
    FollowUpSubjects,
    /// Numbers of commitments and follow-ups in official systems.
    OfficialNumbers,
    /// Sources of stops and follow-ups.
    Sources,
    /// Photographs of stops and follow-ups.
    Photos,
    /// Corrections.
    Corrections,
    /// Withdrawals.
    Withdrawals,
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

/// A reference to another table that takes several columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompoundKey {
    /// The columns here.
    pub columns: [&'static str; 2],
    /// The other table.
    pub table: Table,
    /// Its columns, in the same order.
    pub other_columns: [&'static str; 2],
}

/// The response that two columns name together.
const RESPONSE: CompoundKey = CompoundKey {
    columns: ["aspiration", "response"],
    table: Table::Responses,
    other_columns: ["aspiration", "response"],
};
/// The source that two columns name together.
const SOURCE: CompoundKey = CompoundKey {
    columns: ["source_record", "source_place"],
    table: Table::Sources,
    other_columns: ["record", "place"],
};

impl Table {
    /// All tables, in the order in which they are offered and declared.
    pub const ALL: [Self; 22] = [
        Self::Stops,
        Self::Entries,
        Self::EntryTopics,
        Self::EarlierEntries,
        Self::EntrySources,
        Self::Withheld,
        Self::Responses,
        Self::ResponseKinds,
        Self::ResponseSources,
        Self::Commitments,
        Self::FollowUps,
        Self::FollowUpSubjects,
        Self::OfficialNumbers,
        Self::Sources,
        Self::Photos,
        Self::Corrections,
        Self::Withdrawals,
        Self::CitedBy,
        Self::Districts,
        Self::Villages,
        Self::Offices,
        Self::Topics,
    ];

    /// Its name, in addresses too; the key of its message is `table-NAME`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Stops => "kunjungan",
            Self::Entries => "aspirasi",
            Self::EntryTopics => "aspirasi-topik",
            Self::EarlierEntries => "aspirasi-sebelumnya",
            Self::EntrySources => "aspirasi-sumber",
            Self::Withheld => "ditahan",
            Self::Responses => "jawaban",
            Self::ResponseKinds => "jawaban-jenis",
            Self::ResponseSources => "jawaban-sumber",
            Self::Commitments => "komitmen",
            Self::FollowUps => "kabar",
            Self::FollowUpSubjects => "kabar-tentang",
            Self::OfficialNumbers => "nomor-resmi",
            Self::Sources => "sumber",
            Self::Photos => "foto",
            Self::Corrections => "koreksi",
            Self::Withdrawals => "dicabut",
            Self::CitedBy => "dikutip",
            Self::Districts => "kecamatan",
            Self::Villages => "desa",
            Self::Offices => "opd",
            Self::Topics => "topik",
        }
    }

    /// Its references to other tables that take several columns; the others are foreign keys of a
    /// [`Column`].
    pub fn compound_keys(self) -> &'static [CompoundKey] {
        match self {
            Self::Commitments | Self::ResponseKinds => &[RESPONSE],
            Self::EntrySources => &[SOURCE],
            Self::ResponseSources => &[RESPONSE, SOURCE],
            _ => &[],
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
        row_columns(&match self {
            Self::Stops => row_schema::<rows::StopRow<'_>>(),
            Self::Entries => row_schema::<rows::EntryRow<'_>>(),
            Self::EntryTopics => row_schema::<links::EntryTopicRow<'_>>(),
            Self::EarlierEntries => row_schema::<links::EarlierEntryRow>(),
            Self::EntrySources => row_schema::<links::EntrySourceRow>(),
            Self::Withheld => row_schema::<rows::WithheldRow<'_>>(),
            Self::Responses => row_schema::<rows::ResponseRow<'_>>(),
            Self::ResponseKinds => row_schema::<links::ResponseKindRow>(),
            Self::ResponseSources => row_schema::<links::ResponseSourceRow>(),
            Self::Commitments => row_schema::<rows::CommitmentRow<'_>>(),
            Self::FollowUps => row_schema::<rows::FollowUpRow<'_>>(),
            Self::FollowUpSubjects => row_schema::<links::FollowUpSubjectRow<'_>>(),
            Self::OfficialNumbers => row_schema::<links::OfficialNumberRow<'_>>(),
            Self::Sources => row_schema::<rows::SourceRow<'_>>(),
            Self::Photos => row_schema::<rows::PhotoRow<'_>>(),
            Self::Corrections => row_schema::<rows::CorrectionRow<'_>>(),
            Self::Withdrawals => row_schema::<rows::WithdrawalRow<'_>>(),
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
            // The long ones, without making their rows.
            Self::Entries => register.entries().len(),
            Self::Responses => register.entries().map(|(_, e)| e.responses.len()).sum(),
            Self::Commitments => register.commitments().len(),
            Self::FollowUps => register.follow_ups().len(),
            Self::Sources => {
                let of_stops: usize = register.stops().map(|(_, s)| s.sources.len()).sum();
                let follow_ups = register.follow_ups();
                of_stops + follow_ups.map(|(_, f)| f.sources.len()).sum::<usize>()
            }
            _ => self.rows(plan).count(),
        }
    }

    /// Its rows, each an object with the columns as keys, in the order of the register. They are
    /// built one by one, so that memory never holds a whole table.
    pub fn rows<'p>(self, plan: &'p Plan<'_>) -> Box<dyn Iterator<Item = Value> + 'p> {
        let register = plan.register();
        let rows = RowBuilder::new(plan);
        let stops = register.stops().map(|(id, _)| id);
        let entries = register.entries().map(|(id, _)| id);
        let commitments = register.commitments().map(|(id, _)| id);
        let follow_ups = register.follow_ups().map(|(id, _)| id);
        let districts = register.districts().map(|(id, _)| id);
        match self {
            Self::Stops => json_rows(stops.map(move |id| rows.stop_row(id))),
            Self::Entries => json_rows(entries.map(move |id| rows.entry_row(id))),
            Self::EntryTopics => json_rows(entries.flat_map(move |id| rows.entry_topic_rows(id))),
            Self::EarlierEntries => {
                json_rows(entries.flat_map(move |id| rows.earlier_entry_rows(id)))
            }
            Self::EntrySources => json_rows(entries.flat_map(move |id| rows.entry_source_rows(id))),
            Self::Withheld => json_rows(entries.filter_map(move |id| rows.withheld_row(id))),
            Self::Responses => json_rows(entries.flat_map(move |id| rows.response_rows(id))),
            Self::ResponseKinds => {
                json_rows(entries.flat_map(move |id| rows.response_kind_rows(id)))
            }
            Self::ResponseSources => {
                json_rows(entries.flat_map(move |id| rows.response_source_rows(id)))
            }
            Self::Commitments => json_rows(commitments.map(move |id| rows.commitment_row(id))),
            Self::FollowUps => json_rows(follow_ups.map(move |id| rows.follow_up_row(id))),
            Self::FollowUpSubjects => {
                json_rows(follow_ups.flat_map(move |id| rows.follow_up_subject_rows(id)))
            }
            Self::OfficialNumbers => {
                let of_commitments =
                    commitments.flat_map(move |id| rows.commitment_number_rows(id));
                let of_follow_ups = follow_ups.flat_map(move |id| rows.follow_up_number_rows(id));
                json_rows(of_commitments.chain(of_follow_ups))
            }
            Self::Sources => {
                let of_stops = stops.flat_map(move |id| rows.stop_source_rows(id));
                let of_follow_ups = follow_ups.flat_map(move |id| rows.follow_up_source_rows(id));
                json_rows(of_stops.chain(of_follow_ups))
            }
            Self::Photos => {
                let of_stops = stops.flat_map(move |id| rows.stop_photo_rows(id));
                let of_follow_ups = follow_ups.flat_map(move |id| rows.follow_up_photo_rows(id));
                json_rows(of_stops.chain(of_follow_ups))
            }
            Self::Corrections => json_rows(stops.flat_map(move |id| rows.correction_rows(id))),
            Self::Withdrawals => {
                let commitments = entries.flat_map(move |id| rows.withdrawn_commitment_rows(id));
                json_rows(rows.withdrawal_rows().into_iter().chain(commitments))
            }
            Self::CitedBy => json_rows(stops.flat_map(move |id| rows.stop_cited_by_rows(id))),
            Self::Districts => json_rows(districts.map(move |id| rows.district_row(id))),
            Self::Villages => json_rows(districts.flat_map(move |id| rows.village_rows(id))),
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
pub(super) fn row_to_json(row: impl Serialize) -> Value {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::{KnownStatus, StatusGroup};
    use crate::register::{DeadlineState, NewsKind, Outcome};

    #[test]
    fn tables_allow_the_states_of_the_register() {
        let allowed = |table: Table, name: &str| {
            let mut columns = table.columns().iter();
            let column = columns.find(|c| c.name == name).unwrap();
            column.allowed_values.clone()
        };
        let commitments = |name| allowed(Table::Commitments, name);
        assert_eq!(
            allowed(Table::Entries, "outcome"),
            Outcome::ALL.map(Outcome::key)
        );
        assert_eq!(
            commitments("status"),
            KnownStatus::ALL.map(KnownStatus::key)
        );
        assert_eq!(commitments("group"), StatusGroup::ALL.map(StatusGroup::key));
        assert_eq!(commitments("news"), NewsKind::ALL.map(NewsKind::key));
        for name in ["deadline_state", "first_deadline_state"] {
            assert_eq!(
                commitments(name),
                DeadlineState::ALL.map(DeadlineState::key)
            );
        }
    }

    #[test]
    fn compound_keys_lead_to_columns_that_are_there() {
        let has = |table: Table, name: &str| table.columns().iter().any(|c| c.name == name);
        for table in Table::ALL {
            for key in table.compound_keys() {
                assert!(key.columns.iter().all(|name| has(table, name)));
                assert!(key.other_columns.iter().all(|name| has(key.table, name)));
            }
        }
    }
}
