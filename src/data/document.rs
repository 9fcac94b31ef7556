//! The JSON document of a page: what the page shows, as rows of the tables. `outputs` writes it
//! beside the page.
//!
//! All pages share one shape, in which empty lists are left out. [`FORMAT_VERSION`] grows only when
//! a field changes or goes, so that readers can ignore fields that they do not know.

use super::build::figure_columns;
use super::row_builder::RowBuilder;
use super::rows;
use super::table::{Table, row_to_json};
use super::translated::Translated;
use crate::plan::{CommitmentList, LOG_PATH, Page, Plan};
use crate::records::Day;
use crate::register::{CommitmentId, EntryId, FollowUpId, StopId};
use schemars::{JsonSchema, generate::SchemaSettings};
use serde::Serialize;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The number of the shape of documents and tables: what 2 changed is in CHANGELOG.md.
pub const FORMAT_VERSION: u32 = 2;

/// The lists of commitments whose deadline has passed without anybody saying that they are done.
const PASSED: [CommitmentList; 3] = [
    CommitmentList::Late,
    CommitmentList::PassedLookedFor,
    CommitmentList::PassedNotLookedFor,
];

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
    /// The revision that it shows, of records that were released and say nothing else by now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revision: Option<RevisionData<'r>>,
    /// How the record and its commitments are cited, as CSL-JSON, by language.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub citations: BTreeMap<&'static str, Vec<Value>>,
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
    /// Why aspirations are withheld.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<rows::WithheldRow<'r>>,
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
    /// Photographs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub photos: Vec<rows::PhotoRow<'r>>,
    /// Corrections.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<rows::CorrectionRow<'r>>,
    /// Commitments that were withdrawn.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub withdrawals: Vec<rows::WithdrawalRow<'r>>,
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
    /// The number of its entry in the log, from 0.
    pub entry: usize,
    /// The sha256 of its body's line, which the entry has.
    pub digest: &'r str,
    /// The first 80 bits of it, as they are printed.
    pub seal: String,
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

/// The JSON Schema of documents (draft 2020-12); `id` is the address at which it is published.
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

/// The document of a page; by the code of each language, `titles` has its title and `citations` how it
/// is cited.
pub fn document<'r>(
    plan: &Plan<'r>,
    page: Page,
    titles: BTreeMap<&'static str, String>,
    citations: BTreeMap<&'static str, Vec<Value>>,
) -> PageDocument<'r> {
    RowBuilder::new(plan).document(page, titles, citations)
}

/// The rows of a list's CSV, and the table they are of. Returns `None` if the page is no list.
pub fn list_rows(plan: &Plan<'_>, page: Page) -> Option<(Table, Vec<Value>)> {
    RowBuilder::new(plan).list_rows(page)
}

impl<'r> RowBuilder<'_, 'r> {
    fn document(
        &self,
        page: Page,
        titles: BTreeMap<&'static str, String>,
        citations: BTreeMap<&'static str, Vec<Value>>,
    ) -> PageDocument<'r> {
        let site = self.register.site();
        let mut document = PageDocument {
            schema: format!("{}data/skema.json", site.base_url.as_str()),
            format: FORMAT_VERSION,
            kind: page.kind(),
            title: titles,
            url: self.urls(page),
            site: self.translated(&site.title),
            publisher: self.translated(&site.publisher),
            licence: site.licence.as_str(),
            revision: self.revision_data(page),
            citations,
            withdrawn: None,
            moved_to: None,
            figures: None,
            districts: Vec::new(),
            offices: Vec::new(),
            topics: Vec::new(),
            stops: Vec::new(),
            aspirations: Vec::new(),
            withheld: Vec::new(),
            responses: Vec::new(),
            commitments: Vec::new(),
            follow_ups: Vec::new(),
            sources: Vec::new(),
            photos: Vec::new(),
            corrections: Vec::new(),
            withdrawals: Vec::new(),
            cited_by: Vec::new(),
            text: BTreeMap::new(),
        };
        self.add_contents(&mut document, page);
        document
    }

    /// The absolute addresses of a page, by the code of each language.
    fn urls(&self, page: Page) -> BTreeMap<&'static str, String> {
        let mut urls = BTreeMap::new();
        for lang in self.plan.languages() {
            urls.insert(lang.code(), self.plan.canonical_url(page, lang));
        }
        urls
    }

    /// Returns `None` if the record has changed since its last release: the page then shows what no
    /// line of the log has.
    fn revision_data(&self, page: Page) -> Option<RevisionData<'r>> {
        let (id, revision) = self.plan.shown_revision(page)?;
        let base_url = self.register.site().base_url.as_str();
        Some(RevisionData {
            record: &revision.record,
            revision: revision.revision,
            release: revision.release,
            entry: revision.entry,
            digest: &revision.digest,
            seal: revision.seal().to_string(),
            url: self.urls(Page::Revision(id, revision.revision)),
            log: format!("{base_url}{LOG_PATH}"),
        })
    }

    /// Fills in what the page shows. The document has all rows of a paginated list, since every
    /// page of it links to the same file.
    fn add_contents(&self, document: &mut PageDocument<'r>, page: Page) {
        let register = self.register;
        match page {
            // The page shows the first of each list alone, the document all.
            Page::Home => {
                document.figures = Some(figure_columns(register.totals()));
                self.add_list(document, Page::Districts);
                for list in PASSED {
                    self.add_commitments(document, self.plan.commitments_in(list));
                }
            }
            Page::Stop(id, _) => self.add_stop(document, id),
            Page::Entry(id) => self.add_entry_page(document, id),
            Page::District(id, _) => {
                let district = register.district(id);
                document.districts.push(self.district_row(id));
                for stop in &district.stops {
                    document.stops.push(self.stop_row(*stop));
                }
                self.add_entries(document, &district.entries);
                self.add_commitments(document, &district.commitments);
            }
            Page::Office(id, _) => {
                let office = register.office(id);
                document.offices.push(self.office_row(id));
                self.add_entries(document, &office.entries);
                self.add_commitments(document, &office.commitments);
            }
            Page::Topic(id, _) => {
                let topic = register.topic(id);
                document.topics.push(self.topic_row(id));
                self.add_entries(document, &topic.entries);
                self.add_commitments(document, &topic.commitments);
            }
            Page::Markdown(index) => {
                for (lang, file) in &self.plan.markdown_pages()[index].versions {
                    document.text.insert(lang.code(), &file.body);
                }
            }
            Page::Withdrawn(index, _) => {
                let withdrawn = register.withdrawals()[index].withdrawn;
                document.withdrawn = Some(WithdrawnData {
                    date: withdrawn.date.value,
                    reason: self.translated(&withdrawn.reason),
                });
            }
            // For programs, to which a redirect in HTML says nothing.
            Page::Moved(index, _) => {
                document.moved_to = Some(&register.published_former_names()[index].1);
            }
            Page::Stops(_)
            | Page::Commitments(..)
            | Page::Districts
            | Page::Offices
            | Page::Topics
            | Page::FollowUps(_)
            | Page::Corrections(_) => self.add_list(document, page),
            // No rows, or no document at all.
            Page::StopNotice(_)
            | Page::EntryCitation(_)
            | Page::StopCitation(_)
            | Page::DistrictNotice(_)
            | Page::Data
            | Page::DataDictionary
            | Page::RecordFormat
            | Page::Search
            | Page::TitleIndex(_)
            | Page::Revision(..)
            | Page::History(..)
            | Page::Verify
            | Page::Accessibility
            | Page::NotFound => {}
        }
    }

    /// Adds the rows of a list in the order of the register; nothing if the page is no list.
    fn add_list(&self, document: &mut PageDocument<'r>, page: Page) {
        let register = self.register;
        match page {
            Page::Stops(_) => {
                document
                    .stops
                    .extend(register.stops().map(|(id, _)| self.stop_row(id)));
            }
            Page::Commitments(list, _) => {
                self.add_commitments(document, self.plan.commitments_in(list));
            }
            Page::Districts => {
                document
                    .districts
                    .extend(register.districts().map(|(id, _)| self.district_row(id)));
            }
            Page::Offices => {
                document
                    .offices
                    .extend(register.offices().map(|(id, _)| self.office_row(id)));
            }
            Page::Topics => {
                document
                    .topics
                    .extend(register.topics().map(|(id, _)| self.topic_row(id)));
            }
            Page::FollowUps(_) => self.add_follow_ups(document, self.plan.follow_ups()),
            Page::Corrections(_) => {
                for (id, _) in register.stops() {
                    document.corrections.extend(self.correction_rows(id));
                }
                // News that moved a status and was recorded long after it was known.
                self.add_follow_ups(document, &register.late_entries());
            }
            _ => {}
        }
    }

    fn add_stop(&self, document: &mut PageDocument<'r>, id: StopId) {
        let stop = self.register.stop(id);
        document.stops.push(self.stop_row(id));
        // Before those of follow-ups, which `add_entry` appends.
        document.sources = self.stop_source_rows(id);
        document.photos = self.stop_photo_rows(id);
        for entry in stop.entries() {
            self.add_entry(document, entry);
        }
        self.add_follow_ups(document, &stop.follow_ups);
        document.corrections = self.correction_rows(id);
        document.cited_by = self.stop_cited_by_rows(id);
    }

    fn add_entry_page(&self, document: &mut PageDocument<'r>, id: EntryId) {
        let entry = self.register.entry(id);
        let mut sources = entry.sources.clone();
        for response in &entry.responses {
            sources.extend(&response.sources);
        }
        // Before the sources of follow-ups, which `add_entry` appends.
        document.sources = self.used_source_rows(entry.stop, sources);
        self.add_entry(document, id);
        // Corrections are recorded with the stop; most of them concern other entries.
        let reference = self.register.entry_reference(id);
        document.corrections = self.correction_rows(entry.stop);
        document
            .corrections
            .retain(|correction| correction.record == reference);
        document.cited_by = self.entry_cited_by_rows(id);
    }

    /// Adds an entry with its responses, commitments and follow-ups.
    fn add_entry(&self, document: &mut PageDocument<'r>, id: EntryId) {
        let entry = self.register.entry(id);
        document.aspirations.push(self.entry_row(id));
        document.withheld.extend(self.withheld_row(id));
        document.responses.extend(self.response_rows(id));
        document
            .withdrawals
            .extend(self.withdrawn_commitment_rows(id));
        // A follow-up may be about several commitments, or about one and its entry: it is one row.
        let mut follow_ups: BTreeSet<FollowUpId> = entry.follow_ups.iter().copied().collect();
        for commitment in entry.commitments() {
            document.commitments.push(self.commitment_row(commitment));
            follow_ups.extend(&self.register.commitment(commitment).timeline);
        }
        self.add_follow_ups(document, &follow_ups);
    }

    fn add_entries(&self, document: &mut PageDocument<'r>, ids: &[EntryId]) {
        document
            .aspirations
            .extend(ids.iter().map(|id| self.entry_row(*id)));
    }

    fn add_commitments(&self, document: &mut PageDocument<'r>, ids: &[CommitmentId]) {
        document
            .commitments
            .extend(ids.iter().map(|id| self.commitment_row(*id)));
    }

    /// Adds follow-ups with their sources and photographs, which no other record has.
    fn add_follow_ups<'i>(
        &self,
        document: &mut PageDocument<'r>,
        ids: impl IntoIterator<Item = &'i FollowUpId>,
    ) {
        for id in ids {
            document.follow_ups.push(self.follow_up_row(*id));
            document.sources.extend(self.follow_up_source_rows(*id));
            document.photos.extend(self.follow_up_photo_rows(*id));
        }
    }

    fn list_rows(&self, page: Page) -> Option<(Table, Vec<Value>)> {
        let register = self.register;
        let mut rows = Vec::new();
        let entries = match page {
            Page::Stop(id, _) => register.stop(id).entries().collect(),
            Page::District(id, _) => register.district(id).entries.clone(),
            Page::Office(id, _) => register.office(id).entries.clone(),
            Page::Topic(id, _) => register.topic(id).entries.clone(),
            Page::Commitments(list, _) => {
                for id in self.plan.commitments_in(list) {
                    rows.push(row_to_json(self.commitment_row(*id)));
                }
                return Some((Table::Commitments, rows));
            }
            Page::FollowUps(_) => {
                // Newest first, as on the page; the table itself follows the register.
                for id in self.plan.follow_ups() {
                    rows.push(row_to_json(self.follow_up_row(*id)));
                }
                return Some((Table::FollowUps, rows));
            }
            _ => {
                let table = whole_table(page)?;
                return Some((table, table.rows(self.plan).collect()));
            }
        };
        for id in entries {
            rows.push(row_to_json(self.entry_row(id)));
        }
        Some((Table::Entries, rows))
    }
}

/// The table of which a list has all rows, in the same order. Returns `None` for other pages.
fn whole_table(page: Page) -> Option<Table> {
    match page {
        Page::Stops(_) => Some(Table::Stops),
        Page::Districts => Some(Table::Districts),
        Page::Offices => Some(Table::Offices),
        Page::Topics => Some(Table::Topics),
        Page::Corrections(_) => Some(Table::Corrections),
        _ => None,
    }
}
