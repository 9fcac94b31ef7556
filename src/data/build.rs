//! Builds the rows of the tables from the register's records, with addresses from the plan. `Table`
//! collects them to whole tables, `document` to what one page shows.
//!
//! Rows name other records by their keys and references, which are the other tables' primary keys;
//! their addresses are absolute and in the main language.

use super::rows::{
    CitedByRow, CommitmentRow, CorrectionRow, DistrictRow, EntryRow, FigureColumns, FollowUpRow,
    OfficeRow, ResponseRow, SourceRow, StopRow, TopicRow, VillageRow,
};
use super::translated::Translated;
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{self, Day, Deadline, Refs, Status, Text, Url};
use crate::register::{
    self, CommitmentId, DeadlineStatus, DistrictId, EntryId, FollowUpId, OfficeId, Register,
    StatusGroup, StopId, Subject, TopicId, Totals,
};
use std::collections::BTreeMap;

/// Builds rows from a plan and its register, each when it is asked for.
#[derive(Clone, Copy)]
pub(super) struct RowBuilder<'p, 'r> {
    pub(super) plan: &'p Plan<'r>,
    pub(super) register: &'r Register<'r>,
}

impl<'p, 'r> RowBuilder<'p, 'r> {
    pub(super) fn new(plan: &'p Plan<'r>) -> Self {
        Self {
            plan,
            register: plan.register(),
        }
    }

    pub(super) fn translated(&self, text: &'r Text) -> Translated<'r> {
        Translated {
            text,
            main_language: self.register.main_language(),
        }
    }

    fn translated_opt(&self, text: Option<&'r Text>) -> Option<Translated<'r>> {
        text.map(|text| self.translated(text))
    }

    fn translated_list(&self, texts: &'r [Text]) -> Vec<Translated<'r>> {
        texts.iter().map(|text| self.translated(text)).collect()
    }

    /// The absolute address of a page in the main language.
    fn main_url(&self, page: Page) -> String {
        self.plan.canonical_url(page, self.register.main_language())
    }

    pub(super) fn stop_row(&self, id: StopId) -> StopRow<'r> {
        let stop = self.register.stop(id);
        let record = stop.record;
        StopRow {
            number: stop.number(),
            number_basis: record.number_basis,
            district: self.district_key(stop.district),
            date: record.date.value,
            until: record.until.map(|d| d.value),
            venue: self.translated_opt(record.venue.as_ref()),
            heard: record.heard.map(|n| n.value),
            summary: self.translated_opt(record.summary.as_ref()),
            services: self.translated_list(&record.services),
            notes: self.translated_list(&record.notes),
            figures: figure_columns(&stop.totals),
            url: self.main_url(Page::Stop(id, PageNumber::FIRST)),
        }
    }

    pub(super) fn entry_row(&self, id: EntryId) -> EntryRow<'r> {
        let register = self.register;
        let entry = register.entry(id);
        let stop = register.stop(entry.stop);
        // Who asked is as withheld as what was asked.
        let published = entry.aspiration().filter(|a| a.withheld.is_none());
        let asker = published.and_then(|aspiration| aspiration.from.as_ref());
        let villages = &register.district(stop.district).record.villages;
        let village = entry
            .village_index
            .map(|index| villages[index].key.as_str());
        EntryRow {
            reference: register.entry_reference(id),
            kind: entry.kind.as_str(),
            stop: stop.number(),
            district: self.district_key(stop.district),
            date: stop.record.date.value,
            title: self.translated(entry.title),
            topics: self.topic_keys(entry),
            village,
            role: self.translated_opt(asker.map(|asker| &asker.role)),
            text: self.translated_opt(entry.request_text()),
            setting: entry.setting,
            reported_by: self.translated_opt(entry.reported_by),
            offices: entry
                .answering_offices()
                .into_iter()
                .map(|id| self.office_key(id))
                .collect(),
            answers: entry.answer_kinds(),
            unanswered: entry.is_unanswered(),
            withheld: entry.withheld_reason().is_some(),
            again: entry
                .asked_earlier
                .iter()
                .map(|id| register.entry_reference(*id))
                .collect(),
            sources: source_keys(&entry.sources),
            notes: self.translated_list(entry.notes),
            url: self.main_url(Page::Entry(id)),
        }
    }

    pub(super) fn response_rows(&self, id: EntryId) -> Vec<ResponseRow<'r>> {
        let mut rows = Vec::new();
        for response in &self.register.entry(id).responses {
            let record = response.record;
            let official = record.official.as_ref();
            rows.push(ResponseRow {
                aspiration: self.register.entry_reference(id),
                // Counts the record's responses, of which some may not be known by the day.
                response: response.nth,
                office: response.office.map(|id| self.office_key(id)),
                official: official.map(|o| o.name.as_str()),
                post: self.translated_opt(official.and_then(|o| o.title.as_ref())),
                answers: record.answer.value.clone(),
                to: self.translated_opt(record.to.as_ref()),
                text: self.translated(&record.text),
                setting: record.setting,
                reported_by: self.translated_opt(record.reported_by.as_ref()),
                sources: source_keys(&response.sources),
                notes: self.translated_list(&record.notes),
                url: format!(
                    "{}#_jawaban-{}",
                    self.main_url(Page::Entry(id)),
                    response.nth
                ),
            });
        }
        rows
    }

    pub(super) fn commitment_row(&self, id: CommitmentId) -> CommitmentRow<'r> {
        let register = self.register;
        let commitment = register.commitment(id);
        let record = commitment.record;
        let entry = register.entry(commitment.entry);
        let stop = register.stop(entry.stop);
        // A follow-up may have moved the deadline; both are published, so that nobody can move one
        // unnoticed.
        let current = &commitment.current_deadline;
        let first = &commitment.first_deadline;
        CommitmentRow {
            reference: register.commitment_reference(id),
            aspiration: register.entry_reference(commitment.entry),
            response: entry.responses[commitment.response_index].nth,
            stop: stop.number(),
            district: self.district_key(stop.district),
            office: commitment.office.map(|id| self.office_key(id)),
            topics: self.topic_keys(entry),
            made: commitment.made_on,
            text: self.translated(&record.text),
            budget: self.translated_opt(record.budget.as_ref()),
            conditions: self.translated_list(&record.conditions),
            refs: ref_texts(record.refs.as_deref()),
            due: deadline_text(current.due),
            due_last: deadline_last_day(current),
            due_said: self.translated_opt(current.due.and_then(|d| d.wording.as_ref())),
            first_due: deadline_text(first.due),
            first_due_last: deadline_last_day(first),
            status: Status::key_or_recorded(commitment.status),
            status_since: commitment
                .status_source
                .map(|id| register.follow_up(id).record.date.value),
            group: StatusGroup::of(commitment.status).key(),
            timeliness: current.timeliness.key(),
            days: current.timeliness.days(),
            days_without_news: commitment.days_without_news,
            last_news: commitment.last_news,
            last_check: commitment.last_check,
            replaced_by: commitment
                .replaced_by
                .map(|id| register.commitment_reference(id)),
            url: self.plan.commitment_url(id, register.main_language()),
        }
    }

    pub(super) fn follow_up_row(&self, id: FollowUpId) -> FollowUpRow<'r> {
        let follow_up = self.register.follow_up(id);
        let record = follow_up.record;
        let due = record.due.as_ref().map(|due| &due.value);
        FollowUpRow {
            reference: &follow_up.reference,
            about: follow_up
                .about
                .iter()
                .map(|subject| self.subject_reference(*subject))
                .collect(),
            date: record.date.value,
            status: record.status.map(|s| s.value),
            bearing: record.bearing,
            check: record.check,
            due: deadline_text(due),
            due_said: self.translated_opt(due.and_then(|d| d.wording.as_ref())),
            text: self.translated(&record.text),
            by: self.translated_opt(record.by.as_ref()),
            replaced_by: follow_up
                .replaced_by
                .map(|id| self.register.commitment_reference(id)),
            refs: ref_texts(record.refs.as_deref()),
            disputed: self.translated_opt(record.disputed.as_ref()),
            notes: self.translated_list(&record.notes),
            url: self.plan.follow_up_url(id, self.register.main_language()),
        }
    }

    /// The reference of what a follow-up is about: `6`, `6/studi-banding`,
    /// `6/studi-banding/usul-p-apbd`.
    fn subject_reference(&self, subject: Subject) -> String {
        match subject {
            Subject::Stop(id) => self.register.stop(id).number().to_string(),
            Subject::Entry(id) => self.register.entry_reference(id),
            Subject::Commitment(id) => self.register.commitment_reference(id),
        }
    }

    pub(super) fn stop_source_rows(&self, id: StopId) -> Vec<SourceRow<'r>> {
        self.used_source_rows(id, self.register.stop(id).sources.clone())
    }

    /// The rows of those of a stop's sources that are used, each once, in the order of the record.
    pub(super) fn used_source_rows(
        &self,
        id: StopId,
        used: Vec<&'r records::Source>,
    ) -> Vec<SourceRow<'r>> {
        let stop = self.register.stop(id);
        // By ordinal: the answers of an entry often rest on the same source.
        let mut sources = BTreeMap::new();
        for source in used {
            let all = stop.record.sources.iter().map(|source| &source.value);
            sources.insert(ordinal_in(all, source), source);
        }
        let mut rows = Vec::new();
        for (place, source) in sources {
            rows.push(self.source_row(stop.number().to_string(), place, source));
        }
        rows
    }

    pub(super) fn follow_up_source_rows(&self, id: FollowUpId) -> Vec<SourceRow<'r>> {
        let follow_up = self.register.follow_up(id);
        let mut rows = Vec::new();
        for source in &follow_up.sources {
            let place = ordinal_in(&follow_up.record.sources, source);
            rows.push(self.source_row(follow_up.reference.clone(), place, source));
        }
        rows
    }

    fn source_row(
        &self,
        record: String,
        place: usize,
        source: &'r records::Source,
    ) -> SourceRow<'r> {
        SourceRow {
            record,
            place,
            key: source.id.as_ref().map(|id| id.as_str()),
            title: self.translated_opt(source.title.as_ref()),
            publisher: source.publisher.as_str(),
            date: source.date.map(|d| d.value),
            url: source.url.as_ref().map(Url::as_str),
            archived: source.archived.as_ref().map(Url::as_str),
            kind: source.kind,
            partial: source.partial,
            notes: self.translated_list(&source.notes),
        }
    }

    pub(super) fn correction_rows(&self, id: StopId) -> Vec<CorrectionRow<'r>> {
        let stop = self.register.stop(id);
        let mut rows = Vec::new();
        for correction in &stop.corrections {
            rows.push(CorrectionRow {
                record: match &correction.record {
                    Some(key) => format!("{}/{}", stop.number(), key.value),
                    None => stop.number().to_string(),
                },
                place: ordinal_in(&stop.record.corrections, correction),
                date: correction.date.value,
                text: self.translated(&correction.text),
            });
        }
        rows
    }

    /// The rows of what cites a stop or one of its entries, as the table has them.
    pub(super) fn stop_cited_by_rows(&self, id: StopId) -> Vec<CitedByRow<'r>> {
        let stop = self.register.stop(id);
        let number = stop.number().to_string();
        let mut rows = self.cited_by_rows(&number, &stop.record.cited_by, &stop.cited_by);
        for entry in stop.entries() {
            rows.extend(self.entry_cited_by_rows(entry));
        }
        rows
    }

    pub(super) fn entry_cited_by_rows(&self, id: EntryId) -> Vec<CitedByRow<'r>> {
        let entry = self.register.entry(id);
        let reference = self.register.entry_reference(id);
        self.cited_by_rows(&reference, entry.all_cited_by, &entry.cited_by)
    }

    /// The rows of what cites a record as of the day (`known`), which may be less than the record
    /// lists (`all`).
    fn cited_by_rows(
        &self,
        record: &str,
        all: &[records::CitedBy],
        known: &[&'r records::CitedBy],
    ) -> Vec<CitedByRow<'r>> {
        let mut rows = Vec::new();
        for cited_by in known {
            rows.push(CitedByRow {
                record: record.to_owned(),
                place: ordinal_in(all, cited_by),
                title: self.translated_opt(cited_by.title.as_ref()),
                publisher: cited_by.publisher.as_str(),
                date: cited_by.date.map(|date| date.value),
                url: cited_by.url.as_str(),
            });
        }
        rows
    }

    pub(super) fn district_row(&self, id: DistrictId) -> DistrictRow<'r> {
        let district = self.register.district(id);
        DistrictRow {
            key: self.district_key(id),
            code: district.record.code.as_ref().map(records::AreaCode::as_str),
            name: district.record.name.as_str(),
            stops: district.stops.len(),
            figures: figure_columns(&district.totals),
            url: self.main_url(Page::District(id, PageNumber::FIRST)),
        }
    }

    pub(super) fn village_rows(&self, id: DistrictId) -> Vec<VillageRow<'r>> {
        let record = self.register.district(id).record;
        let mut rows = Vec::new();
        for village in &record.villages {
            rows.push(VillageRow {
                district: record.key.as_str(),
                key: village.key.as_str(),
                code: village.code.as_ref().map(records::AreaCode::as_str),
                name: village.name.as_str(),
                kind: village.kind,
            });
        }
        rows
    }

    pub(super) fn office_row(&self, id: OfficeId) -> OfficeRow<'r> {
        let office = self.register.office(id);
        OfficeRow {
            key: self.office_key(id),
            name: self.translated(&office.record.name),
            short: self.translated_opt(office.record.short.as_ref()),
            website: office.record.url.as_ref().map(Url::as_str),
            figures: figure_columns(&office.totals),
            url: self.main_url(Page::Office(id, PageNumber::FIRST)),
        }
    }

    pub(super) fn topic_row(&self, id: TopicId) -> TopicRow<'r> {
        let topic = self.register.topic(id);
        TopicRow {
            key: self.topic_key(id),
            name: self.translated(&topic.record.name),
            parent: topic.parent.map(|id| self.topic_key(id)),
            description: self.translated_opt(topic.record.description.as_ref()),
            figures: figure_columns(&topic.totals),
            url: self.main_url(Page::Topic(id, PageNumber::FIRST)),
        }
    }

    fn district_key(&self, id: DistrictId) -> &'r str {
        self.register.district(id).record.key.as_str()
    }

    fn office_key(&self, id: OfficeId) -> &'r str {
        self.register.office(id).record.key.as_str()
    }

    fn topic_key(&self, id: TopicId) -> &'r str {
        self.register.topic(id).record.key.as_str()
    }

    fn topic_keys(&self, entry: &register::Entry<'r>) -> Vec<&'r str> {
        entry.topics.iter().map(|t| self.topic_key(*t)).collect()
    }
}

/// The keys of sources; those without one cannot be cited by other records.
fn source_keys<'r>(sources: &[&'r records::Source]) -> Vec<&'r str> {
    let keys = sources.iter().filter_map(|source| source.id.as_ref());
    keys.map(|key| key.as_str()).collect()
}

/// The ordinal of an item in a record's own list, from 1. Not that in the list as of the day: it
/// stays when others become known later. Found by identity, since two items may say the same.
fn ordinal_in<'l, T: 'l>(all: impl IntoIterator<Item = &'l T>, item: &T) -> usize {
    let index = all.into_iter().position(|each| std::ptr::eq(each, item));
    index.unwrap_or_default() + 1
}

/// A deadline as exact as it was named: `2022-Q4`. Returns `None` if it names no date.
fn deadline_text(due: Option<&Deadline>) -> Option<String> {
    Some(due?.date?.to_string())
}

fn deadline_last_day(deadline: &DeadlineStatus<'_>) -> Option<Day> {
    Some(deadline.due?.date?.last_day())
}

/// The columns of figures that kecamatan, offices, topics, stops and the home page share.
pub(super) fn figure_columns(totals: &Totals) -> FigureColumns {
    FigureColumns {
        aspirations: totals.aspirations,
        aspirations_answered: totals.answered,
        aspirations_unanswered: totals.unanswered,
        aspirations_withheld: totals.withheld,
        announcements: totals.announcements,
        commitments: totals.commitments,
        commitments_not_started: totals.count_in_group(StatusGroup::NotStarted),
        commitments_under_way: totals.count_in_group(StatusGroup::UnderWay),
        commitments_done: totals.count_in_group(StatusGroup::Done),
        commitments_not_pursued: totals.count_in_group(StatusGroup::NotPursued),
        commitments_overdue: totals.overdue,
        commitments_due_soon: totals.due_soon,
        commitments_on_time: totals.on_time,
        commitments_done_late: totals.done_late,
        commitments_no_deadline: totals.no_deadline,
        commitments_waiting: totals.waiting,
        commitments_quiet: totals.quiet,
    }
}

/// Numbers of official systems as `SYSTEM:NUMBER`.
fn ref_texts(refs: Option<&Refs>) -> Vec<String> {
    Refs::numbers(refs)
        .into_iter()
        .map(|(system, number)| format!("{system}:{number}"))
        .collect()
}
