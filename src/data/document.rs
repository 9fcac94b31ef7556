//! A page as a document: what its JSON twin says. One shape for every page, of the tables' rows; its format number only grows
//! when something that was there changes or goes.

use super::build::RowBuilder;
use super::translated::Translated;
use super::{Table, row_to_json, rows};
use crate::plan::{CommitmentList, Page, Plan, REVISION_LOG_PATH};
use crate::records::{Day, Lang};
use crate::register::{CommitmentId, EntryId, FollowUpId};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;
use serde_json::Value;
use std::collections::BTreeMap;

/// The format number of documents and tables.
pub const FORMAT_VERSION: u32 = 1;

/// A page as data.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Document")]
pub struct PageDocument<'r> {
    /// Where this shape is described.
    #[serde(rename = "$schema")]
    pub schema: String,
    /// The number of this shape.
    pub format: u32,
    /// The kind of page.
    pub kind: &'static str,
    /// What it is called, by language.
    pub title: BTreeMap<&'static str, String>,
    /// Its address, by language.
    pub url: BTreeMap<&'static str, String>,
    /// The site.
    pub site: Translated<'r>,
    /// Who publishes it.
    pub publisher: Translated<'r>,
    /// The licence's SPDX identifier.
    pub licence: &'r str,
    /// The day on which all of it holds.
    pub as_of: Day,
    /// The revision that it shows, of records that were released and say nothing else by now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<RevisionData<'r>>,
    /// Since when and why the record was withdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawn: Option<WithdrawnData<'r>>,
    /// The name that the record has now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<&'r str>,
    /// The figures of the whole page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub figures: Option<rows::FigureColumns>,
    /// Kecamatan.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<rows::DistrictRow<'r>>,
    /// Offices.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<rows::OfficeRow<'r>>,
    /// Topics.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub topics: Vec<rows::TopicRow<'r>>,
    /// Stops.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub stops: Vec<rows::StopRow<'r>>,
    /// Aspirations and announcements.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aspirations: Vec<rows::EntryRow<'r>>,
    /// Responses.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub responses: Vec<rows::ResponseRow<'r>>,
    /// Commitments.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub commitments: Vec<rows::CommitmentRow<'r>>,
    /// Follow-ups.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<rows::FollowUpRow<'r>>,
    /// Sources.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<rows::SourceRow<'r>>,
    /// Corrections.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<rows::CorrectionRow<'r>>,
    /// Who cites it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cited_by: Vec<rows::CitedByRow<'r>>,
    /// Markdown, by language; of pages that are text.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub text: BTreeMap<&'static str, &'r str>,
}

/// A line of the revision log.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Revision")]
pub struct RevisionData<'r> {
    /// The record's name in the log.
    pub record: &'r str,
    /// Its number, from 1.
    pub revision: u32,
    /// The day of its release.
    pub release: Day,
    /// The sha256 of what it says, in canonical JSON (RFC 8785).
    pub sha256: &'r str,
    /// Its own address, which never changes, by language.
    pub url: BTreeMap<&'static str, String>,
    /// The log.
    pub log: String,
}

/// A withdrawal.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Withdrawal")]
pub struct WithdrawnData<'r> {
    /// Since when.
    pub date: Day,
    /// Why.
    pub reason: Translated<'r>,
}

/// The JSON Schema of documents (draft 2020-12), as at `id`.
pub fn document_schema(id: &str) -> Value {
    let mut schema = SchemaSettings::draft2020_12()
        .for_serialize()
        .into_generator()
        .into_root_schema_for::<PageDocument<'_>>()
        .to_value();
    if let Some(top) = schema.as_object_mut() {
        top.insert("$id".into(), id.into());
    }
    schema
}

/// A page as data; `titles` has its title in each language.
pub fn document<'r>(
    plan: &Plan<'r>,
    page: Page,
    titles: BTreeMap<&'static str, String>,
) -> PageDocument<'r> {
    RowBuilder::new(plan).document(page, titles)
}

/// The rows of a list's CSV, and the table they are of. Returns `None` if the page is no list.
pub fn list_rows(plan: &Plan<'_>, page: Page) -> Option<(Table, Vec<Value>)> {
    RowBuilder::new(plan).list_rows(page)
}

impl<'r> RowBuilder<'_, 'r> {
    fn document(&self, page: Page, titles: BTreeMap<&'static str, String>) -> PageDocument<'r> {
        let register = self.register;
        let site = register.site();
        let words = |text| Translated {
            text,
            main_language: register.main_language(),
        };
        let mut document = PageDocument {
            schema: format!("{}data/skema.json", site.base_url.as_str()),
            format: FORMAT_VERSION,
            kind: page.kind(),
            title: titles,
            url: self
                .plan
                .languages()
                .map(|lang: Lang| (lang.code(), self.plan.canonical_url(page, lang)))
                .collect(),
            site: words(&site.title),
            publisher: words(&site.publisher),
            licence: site.licence.as_str(),
            as_of: register.day(),
            revision: self.revision_data(page),
            withdrawn: None,
            moved_to: None,
            figures: None,
            districts: Vec::new(),
            offices: Vec::new(),
            topics: Vec::new(),
            stops: Vec::new(),
            aspirations: Vec::new(),
            responses: Vec::new(),
            commitments: Vec::new(),
            follow_ups: Vec::new(),
            sources: Vec::new(),
            corrections: Vec::new(),
            cited_by: Vec::new(),
            text: BTreeMap::new(),
        };
        self.populate(&mut document, page);
        document
    }

    fn revision_data(&self, page: Page) -> Option<RevisionData<'r>> {
        let (id, revision) = self.plan.shown_revision(page)?;
        let past = Page::Revision(id, revision.revision);
        Some(RevisionData {
            record: &revision.record,
            revision: revision.revision,
            release: revision.release,
            sha256: &revision.sha256,
            url: self
                .plan
                .languages()
                .map(|lang: Lang| (lang.code(), self.plan.canonical_url(past, lang)))
                .collect(),
            log: format!(
                "{}{REVISION_LOG_PATH}",
                self.register.site().base_url.as_str()
            ),
        })
    }

    fn populate(&self, document: &mut PageDocument<'r>, page: Page) {
        let register = self.register;
        let words = |text| Translated {
            text,
            main_language: register.main_language(),
        };
        let commitments =
            |ids: &[CommitmentId]| ids.iter().map(|id| self.commitment_row(*id)).collect();
        let entries = |ids: &[EntryId]| ids.iter().map(|id| self.entry_row(*id)).collect();
        match page {
            Page::Home => {
                document.figures = Some(super::build::figure_columns(register.totals()));
                document.districts = register
                    .districts()
                    .map(|(id, _)| self.district_row(id))
                    .collect();
                document.commitments =
                    commitments(self.plan.commitments_in(CommitmentList::Overdue));
            }
            Page::Stops(_) => {
                document.stops = register.stops().map(|(id, _)| self.stop_row(id)).collect()
            }
            Page::Stop(id, _) => {
                let stop = register.stop(id);
                document.stops = vec![self.stop_row(id)];
                for entry in stop.entries() {
                    self.add_entry_rows(document, entry);
                }
                document.sources = self.stop_source_rows(id);
                self.add_follow_up_rows(document, stop.follow_ups.iter().copied());
                document.corrections = self.correction_rows(id);
                document.cited_by = self.stop_cited_by_rows(id);
            }
            Page::Entry(id) => {
                let entry = register.entry(id);
                let used = entry
                    .sources
                    .iter()
                    .chain(entry.responses.iter().flat_map(|r| &r.sources));
                document.sources = self.used_source_rows(entry.stop, used.copied());
                self.add_entry_rows(document, id);
                let reference = self.register.entry_reference(id);
                let corrections = self.correction_rows(entry.stop).into_iter();
                document.corrections = corrections.filter(|c| c.record == reference).collect();
                document.cited_by = self.entry_cited_by_rows(id);
            }
            Page::Commitments(list, _) => {
                document.commitments = commitments(self.plan.commitments_in(list))
            }
            Page::Districts => {
                document.districts = register
                    .districts()
                    .map(|(id, _)| self.district_row(id))
                    .collect();
            }
            Page::District(id, _) => {
                let district = register.district(id);
                document.districts = vec![self.district_row(id)];
                document.stops = district.stops.iter().map(|id| self.stop_row(*id)).collect();
                document.aspirations = entries(&district.entries);
                document.commitments = commitments(&district.commitments);
            }
            Page::Offices => {
                document.offices = register
                    .offices()
                    .map(|(id, _)| self.office_row(id))
                    .collect()
            }
            Page::Office(id, _) => {
                let office = register.office(id);
                document.offices = vec![self.office_row(id)];
                document.aspirations = entries(&office.entries);
                document.commitments = commitments(&office.commitments);
            }
            Page::Topics => {
                document.topics = register
                    .topics()
                    .map(|(id, _)| self.topic_row(id))
                    .collect()
            }
            Page::Topic(id, _) => {
                let topic = register.topic(id);
                document.topics = vec![self.topic_row(id)];
                document.aspirations = entries(&topic.entries);
                document.commitments = commitments(&topic.commitments);
            }
            Page::FollowUps(_) => {
                self.add_follow_up_rows(document, register.follow_ups().rev().map(|(id, _)| id))
            }
            Page::Corrections(_) => {
                document.corrections = register
                    .stops()
                    .flat_map(|(id, _)| self.correction_rows(id))
                    .collect();
            }
            Page::Markdown(n) => {
                document.text = self.plan.markdown_pages()[n]
                    .versions
                    .iter()
                    .map(|(l, page)| (l.code(), page.body.as_str()))
                    .collect();
            }
            Page::Withdrawn(n, _) => {
                let withdrawn = register.withdrawals()[n].withdrawn;
                let reason = words(&withdrawn.reason);
                document.withdrawn = Some(WithdrawnData {
                    date: withdrawn.date.value,
                    reason,
                });
            }
            Page::Moved(n, _) => document.moved_to = Some(&register.former_names()[n].1),
            _ => {}
        }
    }

    fn add_entry_rows(&self, document: &mut PageDocument<'r>, id: EntryId) {
        let entry = self.register.entry(id);
        document.aspirations.push(self.entry_row(id));
        document.responses.extend(self.response_rows(id));
        document
            .commitments
            .extend(entry.commitments().map(|c| self.commitment_row(c)));
        let promised = entry
            .commitments()
            .flat_map(|c| self.register.commitment(c).timeline.iter().copied());
        let mut news: Vec<FollowUpId> = entry.follow_ups.iter().copied().chain(promised).collect();
        news.sort_unstable();
        news.dedup();
        self.add_follow_up_rows(document, news.into_iter());
    }

    fn add_follow_up_rows(
        &self,
        document: &mut PageDocument<'r>,
        news: impl Iterator<Item = FollowUpId>,
    ) {
        for id in news {
            document.follow_ups.push(self.follow_up_row(id));
            document.sources.extend(self.follow_up_source_rows(id));
        }
    }

    fn list_rows(&self, page: Page) -> Option<(Table, Vec<Value>)> {
        let register = self.register;
        let entries = |ids: &[EntryId]| {
            (
                Table::Entries,
                ids.iter()
                    .map(|id| row_to_json(self.entry_row(*id)))
                    .collect(),
            )
        };
        Some(match page {
            Page::Stop(id, _) => entries(&register.stop(id).entries().collect::<Vec<_>>()),
            Page::District(id, _) => entries(&register.district(id).entries),
            Page::Office(id, _) => entries(&register.office(id).entries),
            Page::Topic(id, _) => entries(&register.topic(id).entries),
            Page::Commitments(list, _) => {
                let rows = self
                    .plan
                    .commitments_in(list)
                    .iter()
                    .map(|id| row_to_json(self.commitment_row(*id)));
                (Table::Commitments, rows.collect())
            }
            Page::FollowUps(_) => {
                let newest = register
                    .follow_ups()
                    .rev()
                    .map(|(id, _)| row_to_json(self.follow_up_row(id)));
                (Table::FollowUps, newest.collect())
            }
            Page::Stops(_) => (Table::Stops, Table::Stops.rows(self.plan).collect()),
            Page::Districts => (Table::Districts, Table::Districts.rows(self.plan).collect()),
            Page::Offices => (Table::Offices, Table::Offices.rows(self.plan).collect()),
            Page::Topics => (Table::Topics, Table::Topics.rows(self.plan).collect()),
            Page::Corrections(_) => (
                Table::Corrections,
                Table::Corrections.rows(self.plan).collect(),
            ),
            _ => return None,
        })
    }
}
