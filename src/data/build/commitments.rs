//! Builds the rows of commitments and of follow-ups.

use crate::data::row_builder::RowBuilder;
use crate::data::rows::{CommitmentRow, FollowUpRow};
use crate::records::{Deadline, Refs};
use crate::register::{CommitmentId, FollowUpId};

impl<'r> RowBuilder<'_, 'r> {
    pub(in crate::data) fn commitment_row(&self, id: CommitmentId) -> CommitmentRow<'r> {
        let register = self.register;
        let commitment = register.commitment(id);
        let record = commitment.record;
        let entry = register.entry(commitment.entry);
        let stop = register.stop(entry.stop);
        let aspiration = register.entry_reference(commitment.entry);
        let (first_published, revision) = self.publication(&aspiration);
        // A follow-up may have moved the deadline; both are published, so that nobody can move one
        // unnoticed.
        let (current, first) = (&commitment.current_deadline, &commitment.first_deadline);
        CommitmentRow {
            reference: register.commitment_reference(id),
            aspiration,
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
            due_last: current.last_day(),
            due_said: self.translated_opt(current.due.and_then(|d| d.wording.as_ref())),
            due_is_reading: current.due.is_some_and(Deadline::is_editors_reading),
            deadline_state: current.state.key(),
            due_soon: current.is_near,
            first_due: deadline_text(first.due),
            first_due_last: first.last_day(),
            first_deadline_state: first.state.key(),
            status: commitment.status.key(),
            status_since: commitment
                .status_source
                .map(|id| register.follow_up(id).record.date.value),
            group: commitment.status_group().key(),
            news: commitment.news().key(),
            last_direct_news: commitment.last_direct_news,
            last_related_news: commitment.last_related_news,
            looked_for: commitment.last_check,
            quiet_since: commitment.quiet_since,
            waiting: commitment.is_waiting(),
            replaced_by: commitment
                .replaced_by
                .map(|id| register.commitment_reference(id)),
            recorded: register.commitment_recorded(id),
            first_published,
            revision,
            url: self.plan.commitment_url(id, register.main_language()),
        }
    }

    pub(in crate::data) fn follow_up_row(&self, id: FollowUpId) -> FollowUpRow<'r> {
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
            known_since: follow_up.known_since,
            recorded: follow_up.recorded,
            status: record.status.map(|s| s.value),
            bearing: record.bearing,
            check: record.check,
            reopens: record.reopens,
            due: deadline_text(due),
            due_last: due.and_then(Deadline::last_day),
            due_said: self.translated_opt(due.and_then(|d| d.wording.as_ref())),
            due_is_reading: due.is_some_and(Deadline::is_editors_reading),
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
}

/// A deadline as exact as it was named: `2022-Q4`. Returns `None` if it names no date.
fn deadline_text(due: Option<&Deadline>) -> Option<String> {
    Some(due?.date?.to_string())
}

/// Numbers of official systems as `SYSTEM:NUMBER`.
fn ref_texts(refs: Option<&Refs>) -> Vec<String> {
    Refs::numbers(refs)
        .into_iter()
        .map(|(system, number)| format!("{system}:{number}"))
        .collect()
}
