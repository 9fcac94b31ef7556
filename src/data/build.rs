//! Records become rows.

use super::rows::{
    Citing, Commitment, Correction, District, Entry, Figures, FollowUp, Office, Response, Source, Stop, Topic, Village,
};
use super::translated::Translated;
use crate::plan::{Page, Part, Plan};
use crate::records::{self, Day, Deadline, Key, Text, Url};
use crate::register::{
    self, CommitmentId, DeadlineStatus, DistrictId, EntryId, FollowUpId, OfficeId, StatusGroup, StopId, Subject,
    TopicId, Totals,
};
use crate::view;

impl<'r> Plan<'r> {
    fn words(&self, text: &'r Text) -> Translated<'r> {
        Translated { text, main: self.register.main_language() }
    }

    fn maybe(&self, text: Option<&'r Text>) -> Option<Translated<'r>> {
        text.map(|t| self.words(t))
    }

    fn several(&self, texts: &'r [Text]) -> Vec<Translated<'r>> {
        texts.iter().map(|t| self.words(t)).collect()
    }

    /// The address of a page in the main language.
    fn url(&self, page: Page) -> String {
        self.canonical(page, self.register.main_language())
    }

    pub(super) fn stop_data(&self, id: StopId) -> Stop<'r> {
        let stop = self.register.stop(id);
        let record = stop.record;
        Stop {
            number: stop.number(),
            number_basis: record.number_basis,
            district: self.district_key(stop.district),
            date: record.date.value,
            until: record.until.map(|d| d.value),
            venue: self.maybe(record.venue.as_ref()),
            heard: record.heard.map(|n| n.value),
            summary: self.maybe(record.summary.as_ref()),
            services: self.several(&record.services),
            notes: self.several(&record.notes),
            figures: figures(&stop.totals),
            url: self.url(Page::Stop(id, Part::FIRST)),
        }
    }

    pub(super) fn entry_data(&self, id: EntryId) -> Entry<'r> {
        let register = self.register;
        let entry = register.entry(id);
        let stop = register.stop(entry.stop);
        let asked = entry.aspiration().filter(|a| a.withheld.is_none());
        let village = entry.village_index.map(|n| register.district(stop.district).record.villages[n].key.as_str());
        Entry {
            reference: self.register.entry_reference(id),
            kind: entry.kind.as_str(),
            stop: stop.number(),
            district: self.district_key(stop.district),
            date: stop.record.date.value,
            title: self.words(entry.title),
            topics: self.topic_keys(entry),
            village,
            role: self.maybe(asked.and_then(|a| a.from.as_ref()).map(|f| &f.role)),
            text: self.maybe(entry.request_text()),
            setting: entry.setting,
            reported_by: self.maybe(entry.reported_by),
            offices: entry.answering_offices().into_iter().map(|o| self.office_key(o)).collect(),
            answers: entry.answer_kinds(),
            unanswered: entry.is_unanswered(),
            withheld: entry.withheld_reason().is_some(),
            again: entry.asked_earlier.iter().map(|e| self.register.entry_reference(*e)).collect(),
            sources: keys(&entry.sources),
            notes: self.several(entry.notes),
            url: self.url(Page::Entry(id)),
        }
    }

    pub(super) fn response_data(&self, id: EntryId) -> Vec<Response<'r>> {
        let row = |response: &register::Response<'r>| {
            let record = response.record;
            let official = record.official.as_ref();
            Response {
                aspiration: self.register.entry_reference(id),
                response: response.nth,
                office: response.office.map(|o| self.office_key(o)),
                official: official.map(|o| o.name.as_str()),
                post: self.maybe(official.and_then(|o| o.title.as_ref())),
                answers: record.answer.value.clone(),
                to: self.maybe(record.to.as_ref()),
                text: self.words(&record.text),
                setting: record.setting,
                reported_by: self.maybe(record.reported_by.as_ref()),
                sources: keys(&response.sources),
                notes: self.several(&record.notes),
                url: format!("{}#_jawaban-{}", self.url(Page::Entry(id)), response.nth),
            }
        };
        self.register.entry(id).responses.iter().map(row).collect()
    }

    pub(super) fn commitment_data(&self, id: CommitmentId) -> Commitment<'r> {
        let commitment = self.register.commitment(id);
        let record = commitment.record;
        let entry = self.register.entry(commitment.entry);
        let stop = self.register.stop(entry.stop);
        let current = commitment.current_deadline;
        let status = view::status(commitment.status);
        Commitment {
            reference: self.register.commitment_reference(id),
            aspiration: self.register.entry_reference(commitment.entry),
            response: entry.responses[commitment.response_index].nth,
            stop: stop.number(),
            district: self.district_key(stop.district),
            office: commitment.office.map(|o| self.office_key(o)),
            topics: self.topic_keys(entry),
            made: commitment.made_on,
            text: self.words(&record.text),
            budget: self.maybe(record.budget.as_ref()),
            conditions: self.several(&record.conditions),
            due: term(current.due),
            due_last: last_day(&current),
            due_said: self.maybe(current.due.and_then(|d| d.wording.as_ref())),
            first_due: term(commitment.first_deadline.due),
            first_due_last: last_day(&commitment.first_deadline),
            status: status.key,
            status_since: commitment.status_source.map(|n| self.register.follow_up(n).record.date.value),
            group: status.group,
            timeliness: view::time(current.timeliness).key,
            days: current.timeliness.days(),
            days_without_news: commitment.days_without_news,
            last_news: commitment.last_news,
            last_check: commitment.last_check,
            replaced_by: commitment.replaced_by.map(|c| self.register.commitment_reference(c)),
            url: self.commitment_url(id, self.register.main_language()),
        }
    }

    pub(super) fn follow_up_data(&self, id: FollowUpId) -> FollowUp<'r> {
        let news = self.register.follow_up(id);
        let record = news.record;
        FollowUp {
            reference: &news.reference,
            about: news.about.iter().map(|s| self.subject_reference(*s)).collect(),
            date: record.date.value,
            status: record.status.map(|s| s.value),
            bearing: record.bearing,
            check: record.check,
            due: term(record.due.as_ref().map(|d| &d.value)),
            due_said: self.maybe(record.due.as_ref().and_then(|d| d.wording.as_ref())),
            text: self.words(&record.text),
            by: self.maybe(record.by.as_ref()),
            replaced_by: news.replaced_by.map(|c| self.register.commitment_reference(c)),
            disputed: self.maybe(record.disputed.as_ref()),
            notes: self.several(&record.notes),
            url: self.news_url(id, self.register.main_language()),
        }
    }

    /// What a follow-up is about: `6`, `6/studi-banding`, `6/studi-banding/usul-p-apbd`.
    pub fn subject_reference(&self, subject: Subject) -> String {
        match subject {
            Subject::Stop(id) => self.register.stop(id).number().to_string(),
            Subject::Entry(id) => self.register.entry_reference(id),
            Subject::Commitment(id) => self.register.commitment_reference(id),
        }
    }

    pub(super) fn stop_sources(&self, id: StopId) -> Vec<Source<'r>> {
        let stop = self.register.stop(id);
        self.some_sources(id, stop.sources.iter().copied())
    }

    /// Some of a stop's sources, each once, in the order of the record.
    pub(super) fn some_sources(&self, id: StopId, used: impl Iterator<Item = &'r records::Source>) -> Vec<Source<'r>> {
        let stop = self.register.stop(id);
        let all = || stop.record.sources.iter().map(|s| &s.value);
        let mut used: Vec<(usize, &'r records::Source)> = used.map(|s| (place(all(), s), s)).collect();
        used.sort_unstable_by_key(|(place, _)| *place);
        used.dedup_by_key(|(place, _)| *place);
        used.into_iter().map(|(place, s)| self.source_data(stop.number().to_string(), place, s)).collect()
    }

    pub(super) fn follow_up_sources(&self, id: FollowUpId) -> Vec<Source<'r>> {
        let news = self.register.follow_up(id);
        let row = |s: &&'r records::Source| self.source_data(news.reference.clone(), place(&news.record.sources, s), s);
        news.sources.iter().map(row).collect()
    }

    fn source_data(&self, record: String, place: usize, source: &'r records::Source) -> Source<'r> {
        Source {
            record,
            place,
            key: source.id.as_ref().map(|id| id.as_str()),
            title: self.maybe(source.title.as_ref()),
            publisher: source.publisher.as_str(),
            date: source.date.map(|d| d.value),
            url: source.url.as_ref().map(Url::as_str),
            archived: source.archived.as_ref().map(Url::as_str),
            kind: source.kind,
            partial: source.partial,
            notes: self.several(&source.notes),
        }
    }

    pub(super) fn correction_data(&self, id: StopId) -> Vec<Correction<'r>> {
        let stop = self.register.stop(id);
        let row = |c: &&'r records::Correction| Correction {
            record: match &c.record {
                Some(key) => format!("{}/{}", stop.number(), key.value),
                None => stop.number().to_string(),
            },
            place: place(&stop.record.corrections, c),
            date: c.date.value,
            text: self.words(&c.text),
        };
        stop.corrections.iter().map(row).collect()
    }

    /// Who cited a stop, its aspirations and announcements.
    pub(super) fn citing_data(&self, id: StopId) -> Vec<Citing<'r>> {
        let stop = self.register.stop(id);
        let mut found = self.citings(&stop.number().to_string(), &stop.record.cited_by, &stop.cited_by);
        for entry in stop.entries() {
            found.extend(self.entry_citings(entry));
        }
        found
    }

    pub(super) fn entry_citings(&self, id: EntryId) -> Vec<Citing<'r>> {
        let entry = self.register.entry(id);
        self.citings(&self.register.entry_reference(id), entry.all_cited_by, &entry.cited_by)
    }

    fn citings(&self, record: &str, all: &[records::CitedBy], list: &[&'r records::CitedBy]) -> Vec<Citing<'r>> {
        let row = |c: &&'r records::CitedBy| Citing {
            record: record.to_owned(),
            place: place(all, c),
            title: self.maybe(c.title.as_ref()),
            publisher: c.publisher.as_str(),
            date: c.date.map(|d| d.value),
            url: c.url.as_str(),
        };
        list.iter().map(row).collect()
    }

    pub(super) fn district_data(&self, id: DistrictId) -> District<'r> {
        let district = self.register.district(id);
        District {
            key: self.district_key(id),
            code: district.record.code.as_ref().map(records::AreaCode::as_str),
            name: district.record.name.as_str(),
            stops: district.stops.len(),
            figures: figures(&district.totals),
            url: self.url(Page::District(id, Part::FIRST)),
        }
    }

    pub(super) fn village_data(&self, id: DistrictId) -> Vec<Village<'r>> {
        let record = self.register.district(id).record;
        let row = |v: &'r records::Village| Village {
            district: record.key.as_str(),
            key: v.key.as_str(),
            code: v.code.as_ref().map(records::AreaCode::as_str),
            name: v.name.as_str(),
            kind: v.kind,
        };
        record.villages.iter().map(row).collect()
    }

    pub(super) fn office_data(&self, id: OfficeId) -> Office<'r> {
        let office = self.register.office(id);
        Office {
            key: self.office_key(id),
            name: self.words(&office.record.name),
            short: self.maybe(office.record.short.as_ref()),
            website: office.record.url.as_ref().map(Url::as_str),
            figures: figures(&office.totals),
            url: self.url(Page::Office(id, Part::FIRST)),
        }
    }

    pub(super) fn topic_data(&self, id: TopicId) -> Topic<'r> {
        let topic = self.register.topic(id);
        Topic {
            key: self.topic_key(id),
            name: self.words(&topic.record.name),
            parent: topic.parent.map(|t| self.topic_key(t)),
            description: self.maybe(topic.record.description.as_ref()),
            figures: figures(&topic.totals),
            url: self.url(Page::Topic(id, Part::FIRST)),
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

fn keys<'r>(sources: &[&'r records::Source]) -> Vec<&'r str> {
    sources.iter().filter_map(|s| s.id.as_ref()).map(|id: &records::Spanned<Key>| id.as_str()).collect()
}

/// The place of one in a record's list, from 1: it stays when others become known later.
fn place<'l, T: 'l>(all: impl IntoIterator<Item = &'l T>, one: &T) -> usize {
    all.into_iter().position(|each| std::ptr::eq(each, one)).unwrap_or_default() + 1
}

fn term(due: Option<&Deadline>) -> Option<String> {
    due.and_then(|d| d.date).map(|by| by.to_string())
}

fn last_day(deadline: &DeadlineStatus<'_>) -> Option<Day> {
    deadline.due.and_then(|d| d.date).map(records::PartialDate::last_day)
}

pub(super) fn figures(totals: &Totals) -> Figures {
    Figures {
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
