//! Builds the rows of the tables that join records.

use crate::data::row_builder::RowBuilder;
use crate::data::rows::links::{
    EarlierEntryRow, EntrySourceRow, EntryTopicRow, FollowUpSubjectRow, OfficialNumberRow,
    ResponseKindRow, ResponseSourceRow,
};
use crate::records::{Refs, Source};
use crate::register::{CommitmentId, EntryId, FollowUpId, StopId, Subject};
use std::collections::BTreeSet;

impl<'r> RowBuilder<'_, 'r> {
    pub(in crate::data) fn entry_topic_rows(&self, id: EntryId) -> Vec<EntryTopicRow<'r>> {
        let mut rows = Vec::new();
        // Each once, though a record may name it twice.
        let topics: BTreeSet<&str> = self
            .topic_keys(self.register.entry(id))
            .into_iter()
            .collect();
        for topic in topics {
            let aspiration = self.register.entry_reference(id);
            rows.push(EntryTopicRow { aspiration, topic });
        }
        rows
    }

    pub(in crate::data) fn earlier_entry_rows(&self, id: EntryId) -> Vec<EarlierEntryRow> {
        let mut rows = Vec::new();
        for earlier in &self.register.entry(id).asked_earlier {
            rows.push(EarlierEntryRow {
                aspiration: self.register.entry_reference(id),
                earlier: self.register.entry_reference(*earlier),
            });
        }
        rows
    }

    pub(in crate::data) fn entry_source_rows(&self, id: EntryId) -> Vec<EntrySourceRow> {
        let entry = self.register.entry(id);
        let mut rows = Vec::new();
        for source_place in self.source_places(entry.stop, &entry.sources) {
            rows.push(EntrySourceRow {
                aspiration: self.register.entry_reference(id),
                source_record: self.register.stop(entry.stop).number().to_string(),
                source_place,
            });
        }
        rows
    }

    pub(in crate::data) fn response_source_rows(&self, id: EntryId) -> Vec<ResponseSourceRow> {
        let entry = self.register.entry(id);
        let mut rows = Vec::new();
        for response in &entry.responses {
            for source_place in self.source_places(entry.stop, &response.sources) {
                rows.push(ResponseSourceRow {
                    aspiration: self.register.entry_reference(id),
                    response: response.nth,
                    source_record: self.register.stop(entry.stop).number().to_string(),
                    source_place,
                });
            }
        }
        rows
    }

    /// The places of sources in the stop's record, each once though it may be cited twice.
    fn source_places(&self, stop: StopId, sources: &[&'r Source]) -> BTreeSet<usize> {
        let sources = sources.iter();
        sources.map(|s| self.stop_source_place(stop, s)).collect()
    }

    pub(in crate::data) fn response_kind_rows(&self, id: EntryId) -> Vec<ResponseKindRow> {
        let mut rows = Vec::new();
        for response in &self.register.entry(id).responses {
            let answers: BTreeSet<_> = response.record.answer.iter().copied().collect();
            for answer in answers {
                rows.push(ResponseKindRow {
                    aspiration: self.register.entry_reference(id),
                    response: response.nth,
                    answer,
                });
            }
        }
        rows
    }

    pub(in crate::data) fn follow_up_subject_rows(
        &self,
        id: FollowUpId,
    ) -> Vec<FollowUpSubjectRow<'r>> {
        let register = self.register;
        let follow_up = register.follow_up(id);
        let (mut rows, mut seen) = (Vec::new(), Vec::new());
        for subject in &follow_up.about {
            // Each once, though a record may name it twice.
            if seen.contains(subject) {
                continue;
            }
            seen.push(*subject);
            let (entry, commitment) = match subject {
                Subject::Stop(_) => (None, None),
                Subject::Entry(id) => (Some(*id), None),
                Subject::Commitment(id) => (Some(register.commitment(*id).entry), Some(*id)),
            };
            rows.push(FollowUpSubjectRow {
                follow_up: &follow_up.reference,
                subject: self.subject_reference(*subject),
                kind: match (subject, entry) {
                    (Subject::Entry(_), Some(id)) => register.entry(id).kind.as_str(),
                    (Subject::Commitment(_), _) => "commitment",
                    _ => "stop",
                },
                stop: register.stop(self.subject_stop(*subject)).number(),
                aspiration: entry.map(|id| register.entry_reference(id)),
                commitment: commitment.map(|id| register.commitment_reference(id)),
            });
        }
        rows
    }

    fn subject_stop(&self, subject: Subject) -> StopId {
        match subject {
            Subject::Stop(id) => id,
            Subject::Entry(id) => self.register.entry(id).stop,
            Subject::Commitment(id) => {
                let commitment = self.register.commitment(id);
                self.register.entry(commitment.entry).stop
            }
        }
    }

    pub(in crate::data) fn commitment_number_rows(
        &self,
        id: CommitmentId,
    ) -> Vec<OfficialNumberRow<'r>> {
        let refs = self.register.commitment(id).record.refs.as_deref();
        official_number_rows(&self.register.commitment_reference(id), refs)
    }

    pub(in crate::data) fn follow_up_number_rows(
        &self,
        id: FollowUpId,
    ) -> Vec<OfficialNumberRow<'r>> {
        let follow_up = self.register.follow_up(id);
        official_number_rows(&follow_up.reference, follow_up.record.refs.as_deref())
    }
}

fn official_number_rows<'r>(record: &str, refs: Option<&'r Refs>) -> Vec<OfficialNumberRow<'r>> {
    let mut rows = Vec::new();
    for (system, number) in Refs::numbers(refs) {
        rows.push(OfficialNumberRow {
            record: record.to_owned(),
            system,
            ref_number: number.as_str(),
        });
    }
    rows
}
