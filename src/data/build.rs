//! Builds the rows of the tables from the register's records, with addresses from the plan.

use super::rows::{
    CitedByRow, CommitmentRow, CorrectionRow, DistrictRow, EntryRow, FigureColumns, FollowUpRow,
    OfficeRow, ResponseRow, SourceRow, StopRow, TopicRow, VillageRow,
};
use super::translated::Translated;
use crate::plan::{Page, PageNumber, Plan};
use crate::records::{self, Day, Deadline, Key, Status, Text, Url};
use crate::register::{
    self, CommitmentId, DeadlineStatus, DistrictId, EntryId, FollowUpId, OfficeId, Register,
    StatusGroup, StopId, Subject, TopicId, Totals,
};

/// Builds the rows of a plan's records.
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

    fn translated(&self, text: &'r Text) -> Translated<'r> {
        Translated {
            text,
            main_language: self.register.main_language(),
        }
    }

    fn translated_opt(&self, text: Option<&'r Text>) -> Option<Translated<'r>> {
        text.map(|t| self.translated(t))
    }

    fn translated_list(&self, texts: &'r [Text]) -> Vec<Translated<'r>> {
        texts.iter().map(|t| self.translated(t)).collect()
    }

    /// The address of a page in the main language.
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
        let asked = entry.aspiration().filter(|a| a.withheld.is_none());
        let village = entry.village_index.map(|n| {
            register.district(stop.district).record.villages[n]
                .key
                .as_str()
        });
        EntryRow {
            reference: self.register.entry_reference(id),
            kind: entry.kind.as_str(),
            stop: stop.number(),
            district: self.district_key(stop.district),
            date: stop.record.date.value,
            title: self.translated(entry.title),
            topics: self.topic_keys(entry),
            village,
            role: self.translated_opt(asked.and_then(|a| a.from.as_ref()).map(|f| &f.role)),
            text: self.translated_opt(entry.request_text()),
            setting: entry.setting,
            reported_by: self.translated_opt(entry.reported_by),
            offices: entry
                .answering_offices()
                .into_iter()
                .map(|o| self.office_key(o))
                .collect(),
            answers: entry.answer_kinds(),
            unanswered: entry.is_unanswered(),
            withheld: entry.withheld_reason().is_some(),
            again: entry
                .asked_earlier
                .iter()
                .map(|e| self.register.entry_reference(*e))
                .collect(),
            sources: source_keys(&entry.sources),
            notes: self.translated_list(entry.notes),
            url: self.main_url(Page::Entry(id)),
        }
    }

    pub(super) fn response_rows(&self, id: EntryId) -> Vec<ResponseRow<'r>> {
        let row = |response: &register::Response<'r>| {
            let record = response.record;
            let official = record.official.as_ref();
            ResponseRow {
                aspiration: self.register.entry_reference(id),
                response: response.nth,
                office: response.office.map(|o| self.office_key(o)),
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
            }
        };
        self.register.entry(id).responses.iter().map(row).collect()
    }

    pub(super) fn commitment_row(&self, id: CommitmentId) -> CommitmentRow<'r> {
        let commitment = self.register.commitment(id);
        let record = commitment.record;
        let entry = self.register.entry(commitment.entry);
        let stop = self.register.stop(entry.stop);
        let current = commitment.current_deadline;
        CommitmentRow {
            reference: self.register.commitment_reference(id),
            aspiration: self.register.entry_reference(commitment.entry),
            response: entry.responses[commitment.response_index].nth,
            stop: stop.number(),
            district: self.district_key(stop.district),
            office: commitment.office.map(|o| self.office_key(o)),
            topics: self.topic_keys(entry),
            made: commitment.made_on,
            text: self.translated(&record.text),
            budget: self.translated_opt(record.budget.as_ref()),
            conditions: self.translated_list(&record.conditions),
            refs: ref_texts(&record.ref_numbers()),
            due: deadline_text(current.due),
            due_last: deadline_last_day(&current),
            due_said: self.translated_opt(current.due.and_then(|d| d.wording.as_ref())),
            first_due: deadline_text(commitment.first_deadline.due),
            first_due_last: deadline_last_day(&commitment.first_deadline),
            status: commitment.status.map_or("recorded", Status::key),
            status_since: commitment
                .status_source
                .map(|n| self.register.follow_up(n).record.date.value),
            group: StatusGroup::of(commitment.status).key(),
            timeliness: current.timeliness.key(),
            days: current.timeliness.days(),
            days_without_news: commitment.days_without_news,
            last_news: commitment.last_news,
            last_check: commitment.last_check,
            replaced_by: commitment
                .replaced_by
                .map(|c| self.register.commitment_reference(c)),
            url: self.plan.commitment_url(id, self.register.main_language()),
        }
    }

    pub(super) fn follow_up_row(&self, id: FollowUpId) -> FollowUpRow<'r> {
        let news = self.register.follow_up(id);
        let record = news.record;
        FollowUpRow {
            reference: &news.reference,
            about: news
                .about
                .iter()
                .map(|s| self.subject_reference(*s))
                .collect(),
            date: record.date.value,
            status: record.status.map(|s| s.value),
            bearing: record.bearing,
            check: record.check,
            due: deadline_text(record.due.as_ref().map(|d| &d.value)),
            due_said: self.translated_opt(record.due.as_ref().and_then(|d| d.wording.as_ref())),
            text: self.translated(&record.text),
            by: self.translated_opt(record.by.as_ref()),
            replaced_by: news
                .replaced_by
                .map(|c| self.register.commitment_reference(c)),
            refs: ref_texts(&record.ref_numbers()),
            disputed: self.translated_opt(record.disputed.as_ref()),
            notes: self.translated_list(&record.notes),
            url: self.plan.follow_up_url(id, self.register.main_language()),
        }
    }

    /// What a follow-up is about: `6`, `6/studi-banding`, `6/studi-banding/usul-p-apbd`.
    fn subject_reference(&self, subject: Subject) -> String {
        match subject {
            Subject::Stop(id) => self.register.stop(id).number().to_string(),
            Subject::Entry(id) => self.register.entry_reference(id),
            Subject::Commitment(id) => self.register.commitment_reference(id),
        }
    }

    pub(super) fn stop_source_rows(&self, id: StopId) -> Vec<SourceRow<'r>> {
        let stop = self.register.stop(id);
        self.used_source_rows(id, stop.sources.iter().copied())
    }

    /// Some of a stop's sources, each once, in the order of the record.
    pub(super) fn used_source_rows(
        &self,
        id: StopId,
        used: impl Iterator<Item = &'r records::Source>,
    ) -> Vec<SourceRow<'r>> {
        let stop = self.register.stop(id);
        let all = || stop.record.sources.iter().map(|s| &s.value);
        let mut used: Vec<(usize, &'r records::Source)> =
            used.map(|s| (ordinal_in(all(), s), s)).collect();
        used.sort_unstable_by_key(|(place, _)| *place);
        used.dedup_by_key(|(place, _)| *place);
        used.into_iter()
            .map(|(place, s)| self.source_row(stop.number().to_string(), place, s))
            .collect()
    }

    pub(super) fn follow_up_source_rows(&self, id: FollowUpId) -> Vec<SourceRow<'r>> {
        let news = self.register.follow_up(id);
        let row = |s: &&'r records::Source| {
            self.source_row(
                news.reference.clone(),
                ordinal_in(&news.record.sources, s),
                s,
            )
        };
        news.sources.iter().map(row).collect()
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
        let row = |c: &&'r records::Correction| CorrectionRow {
            record: match &c.record {
                Some(key) => format!("{}/{}", stop.number(), key.value),
                None => stop.number().to_string(),
            },
            place: ordinal_in(&stop.record.corrections, c),
            date: c.date.value,
            text: self.translated(&c.text),
        };
        stop.corrections.iter().map(row).collect()
    }

    /// Who cited a stop, its aspirations and announcements.
    pub(super) fn stop_cited_by_rows(&self, id: StopId) -> Vec<CitedByRow<'r>> {
        let stop = self.register.stop(id);
        let mut found = self.cited_by_rows(
            &stop.number().to_string(),
            &stop.record.cited_by,
            &stop.cited_by,
        );
        for entry in stop.entries() {
            found.extend(self.entry_cited_by_rows(entry));
        }
        found
    }

    pub(super) fn entry_cited_by_rows(&self, id: EntryId) -> Vec<CitedByRow<'r>> {
        let entry = self.register.entry(id);
        self.cited_by_rows(
            &self.register.entry_reference(id),
            entry.all_cited_by,
            &entry.cited_by,
        )
    }

    fn cited_by_rows(
        &self,
        record: &str,
        all: &[records::CitedBy],
        list: &[&'r records::CitedBy],
    ) -> Vec<CitedByRow<'r>> {
        let row = |c: &&'r records::CitedBy| CitedByRow {
            record: record.to_owned(),
            place: ordinal_in(all, c),
            title: self.translated_opt(c.title.as_ref()),
            publisher: c.publisher.as_str(),
            date: c.date.map(|d| d.value),
            url: c.url.as_str(),
        };
        list.iter().map(row).collect()
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
        let row = |v: &'r records::Village| VillageRow {
            district: record.key.as_str(),
            key: v.key.as_str(),
            code: v.code.as_ref().map(records::AreaCode::as_str),
            name: v.name.as_str(),
            kind: v.kind,
        };
        record.villages.iter().map(row).collect()
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
            parent: topic.parent.map(|t| self.topic_key(t)),
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

fn source_keys<'r>(sources: &[&'r records::Source]) -> Vec<&'r str> {
    sources
        .iter()
        .filter_map(|s| s.id.as_ref())
        .map(|id: &records::Spanned<Key>| id.as_str())
        .collect()
}

/// The place of one in a record's list, from 1: it stays when others become known later.
fn ordinal_in<'l, T: 'l>(all: impl IntoIterator<Item = &'l T>, one: &T) -> usize {
    all.into_iter()
        .position(|each| std::ptr::eq(each, one))
        .unwrap_or_default()
        + 1
}

fn deadline_text(due: Option<&Deadline>) -> Option<String> {
    due.and_then(|d| d.date).map(|by| by.to_string())
}

fn deadline_last_day(deadline: &DeadlineStatus<'_>) -> Option<Day> {
    deadline
        .due
        .and_then(|d| d.date)
        .map(records::PartialDate::last_day)
}

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
fn ref_texts(numbers: &[(&str, &str)]) -> Vec<String> {
    numbers
        .iter()
        .map(|(system, number)| format!("{system}:{number}"))
        .collect()
}
