//! Builds the rows of sources, photographs, corrections, withdrawals and of what cites records.

use crate::data::row_builder::{RowBuilder, ordinal_in};
use crate::data::rows::{CitedByRow, CorrectionRow, PhotoRow, SourceRow, WithdrawalRow};
use crate::plan::{Page, RecordPage};
use crate::records::{self, Url};
use crate::register::{EntryId, FollowUpId, StopId};
use std::collections::BTreeMap;

impl<'r> RowBuilder<'_, 'r> {
    pub(in crate::data) fn stop_source_rows(&self, id: StopId) -> Vec<SourceRow<'r>> {
        self.used_source_rows(id, self.register.stop(id).sources.clone())
    }

    /// The rows of those of a stop's sources that are used, each once, in the order of the record.
    pub(in crate::data) fn used_source_rows(
        &self,
        id: StopId,
        used: Vec<&'r records::Source>,
    ) -> Vec<SourceRow<'r>> {
        let number = self.register.stop(id).number();
        // By ordinal: the answers of an entry often rest on the same source.
        let mut sources = BTreeMap::new();
        for source in used {
            sources.insert(self.stop_source_place(id, source), source);
        }
        let mut rows = Vec::new();
        for (place, source) in sources {
            rows.push(self.source_row(number.to_string(), place, source));
        }
        rows
    }

    /// The place of one of a stop's sources in its record.
    pub(in crate::data) fn stop_source_place(&self, id: StopId, source: &records::Source) -> usize {
        let all = &self.register.stop(id).record.sources;
        ordinal_in(all.iter().map(|source| &source.value), source)
    }

    pub(in crate::data) fn follow_up_source_rows(&self, id: FollowUpId) -> Vec<SourceRow<'r>> {
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

    pub(in crate::data) fn stop_photo_rows(&self, id: StopId) -> Vec<PhotoRow<'r>> {
        let stop = self.register.stop(id);
        self.photo_rows(&stop.number().to_string(), &stop.record.photos)
    }

    pub(in crate::data) fn follow_up_photo_rows(&self, id: FollowUpId) -> Vec<PhotoRow<'r>> {
        let follow_up = self.register.follow_up(id);
        self.photo_rows(&follow_up.reference, &follow_up.record.photos)
    }

    fn photo_rows(&self, record: &str, photos: &'r [records::Photo]) -> Vec<PhotoRow<'r>> {
        let mut rows = Vec::new();
        for (place, photo) in (1..).zip(photos) {
            // A file that is no picture is published nowhere.
            let planned = self.plan.photo(photo.file.as_str());
            let Some(largest) = planned.and_then(|planned| planned.sizes.last()) else {
                continue;
            };
            rows.push(PhotoRow {
                record: record.to_owned(),
                place,
                alt: self.translated(&photo.alt),
                caption: self.translated_opt(photo.caption.as_ref()),
                credit: self.translated_opt(photo.credit.as_ref()),
                width: largest.width,
                height: largest.height,
                url: self.register.site().base_url.as_str().to_owned() + &largest.path,
            });
        }
        rows
    }

    pub(in crate::data) fn correction_rows(&self, id: StopId) -> Vec<CorrectionRow<'r>> {
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
                recorded: self.register.correction_recorded(id, correction),
                text: self.translated(&correction.text),
            });
        }
        rows
    }

    /// The rows of all stops, entries and pages that were withdrawn.
    pub(in crate::data) fn withdrawal_rows(&self) -> Vec<WithdrawalRow<'r>> {
        let mut rows = Vec::new();
        for (index, withdrawal) in self.register.withdrawals().iter().enumerate() {
            rows.push(WithdrawalRow {
                record: withdrawal.record.clone(),
                kind: withdrawal.kind,
                date: withdrawal.withdrawn.date.value,
                reason: self.translated(&withdrawal.withdrawn.reason),
                url: self.main_url(Page::Withdrawn(index, RecordPage::Main)),
            });
        }
        rows
    }

    /// The rows of an entry's commitments that were withdrawn while the entry stands.
    pub(in crate::data) fn withdrawn_commitment_rows(&self, id: EntryId) -> Vec<WithdrawalRow<'r>> {
        let (reference, page) = (self.register.entry_reference(id), Page::Entry(id));
        let mut rows = Vec::new();
        for commitment in self.register.entry(id).withdrawn_commitments() {
            let Some(withdrawn) = &commitment.withdrawn else {
                continue;
            };
            rows.push(WithdrawalRow {
                record: format!("{reference}/{}", commitment.id),
                kind: "commitment",
                date: withdrawn.date.value,
                reason: self.translated(&withdrawn.reason),
                url: format!("{}#{}", self.main_url(page), commitment.id),
            });
        }
        rows
    }

    /// The rows of what cites a stop or one of its entries, as the table has them.
    pub(in crate::data) fn stop_cited_by_rows(&self, id: StopId) -> Vec<CitedByRow<'r>> {
        let stop = self.register.stop(id);
        let number = stop.number().to_string();
        let mut rows = self.cited_by_rows(&number, &stop.record.cited_by, &stop.cited_by);
        for entry in stop.entries() {
            rows.extend(self.entry_cited_by_rows(entry));
        }
        rows
    }

    pub(in crate::data) fn entry_cited_by_rows(&self, id: EntryId) -> Vec<CitedByRow<'r>> {
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
}
