//! Builds the rows of stops, of aspirations and announcements, and of the answers to them.

use crate::data::build::figures::figure_columns;
use crate::data::row_builder::{RowBuilder, source_keys};
use crate::data::rows::{EntryRow, ResponseRow, StopRow, WithheldRow};
use crate::plan::{Page, PageNumber};
use crate::register::{Entry, EntryId, Outcome, StopId};

impl<'r> RowBuilder<'_, 'r> {
    pub(in crate::data) fn stop_row(&self, id: StopId) -> StopRow<'r> {
        let stop = self.register.stop(id);
        let record = stop.record;
        let (first_published, revision) = self.publication(&stop.number().to_string());
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
            first_published,
            revision,
            url: self.main_url(Page::Stop(id, PageNumber::FIRST)),
        }
    }

    pub(in crate::data) fn entry_row(&self, id: EntryId) -> EntryRow<'r> {
        let register = self.register;
        let entry = register.entry(id);
        let stop = register.stop(entry.stop);
        let reference = register.entry_reference(id);
        let (first_published, revision) = self.publication(&reference);
        // Who asked is as withheld as what was asked.
        let published = entry.aspiration().filter(|a| a.withheld.is_none());
        let asker = published.and_then(|aspiration| aspiration.from.as_ref());
        let villages = &register.district(stop.district).record.villages;
        let village = entry
            .village_index
            .map(|index| villages[index].key.as_str());
        EntryRow {
            reference,
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
            outcome: entry.outcome().map(Outcome::key),
            again: entry
                .asked_earlier
                .iter()
                .map(|id| register.entry_reference(*id))
                .collect(),
            sources: source_keys(&entry.sources),
            notes: self.translated_list(entry.notes),
            first_published,
            revision,
            url: self.main_url(Page::Entry(id)),
        }
    }

    pub(in crate::data) fn topic_keys(&self, entry: &Entry<'r>) -> Vec<&'r str> {
        entry.topics.iter().map(|t| self.topic_key(*t)).collect()
    }

    /// Returns `None` unless the entry is withheld.
    pub(in crate::data) fn withheld_row(&self, id: EntryId) -> Option<WithheldRow<'r>> {
        let entry = self.register.entry(id);
        Some(WithheldRow {
            aspiration: self.register.entry_reference(id),
            reason: self.translated(entry.withheld_reason()?),
            // Not their offices: whoever answered is as withheld as what was asked.
            commitments_withheld: entry.withheld_commitments,
        })
    }

    pub(in crate::data) fn response_rows(&self, id: EntryId) -> Vec<ResponseRow<'r>> {
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
                text: self.translated_opt(record.text.as_ref()),
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
}
