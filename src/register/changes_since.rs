//! What changed since a day: what became known since then, and what the revision log did not have before it.
//!
//! Where the log begins only later, days alone count. Nothing that is withheld takes part.

use super::{
    CommitmentId, EntryId, FollowUpId, HistoryId, Register, Resolved, StopId, Subject, Timeliness,
};
use crate::records::{self, Commitment, Correction, Day, FollowUp, Revision};
use serde_json::{Value, json};

/// What changed from a day on, that day among it, up to the register's.
#[derive(Debug)]
pub struct ChangesSince<'r> {
    /// Stops that were not there before.
    pub stops: Vec<StopId>,
    /// Commitments that were not there before.
    pub commitments: Vec<CommitmentId>,
    /// Follow-ups that were not there before, oldest first.
    pub follow_ups: Vec<FollowUpId>,
    /// Commitments whose deadline in force passed since then and that are not done.
    pub newly_overdue: Vec<CommitmentId>,
    /// Corrections that were made since then.
    pub corrections: Vec<(StopId, &'r Correction)>,
    /// Released revisions that changed more than adding news, newest first.
    pub corrected_revisions: Vec<(HistoryId, u32)>,
    /// What was withdrawn since then; places in [`Register::withdrawn`].
    pub withdrawals: Vec<usize>,
    /// Commitments that were withdrawn since then.
    pub withdrawn_commitments: Vec<(EntryId, &'r Commitment)>,
}

impl ChangesSince<'_> {
    /// Did nothing change?
    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
            && self.commitments.is_empty()
            && self.follow_ups.is_empty()
            && self.newly_overdue.is_empty()
            && self.corrections.is_empty()
            && self.corrected_revisions.is_empty()
            && self.withdrawals.is_empty()
            && self.withdrawn_commitments.is_empty()
    }
}

impl<'r> Register<'r> {
    /// What changed from `day` on.
    pub fn changes_since(&self, day: Day) -> ChangesSince<'r> {
        let shows = |entry: EntryId| self.entry(entry).withheld_reason().is_none();
        let gone =
            |(id, _): (EntryId, _)| self.entry(id).withdrawn_commitments().map(move |c| (id, c));
        let late = |c: &super::Commitment<'_>| match c.current_deadline.timeliness {
            // The first day on which it was late.
            Timeliness::Overdue(days) => days <= self.day().days_since(day) + 1,
            _ => false,
        };
        ChangesSince {
            stops: self
                .stops()
                .map(|(id, _)| id)
                .filter(|id| self.is_new_stop(*id, day))
                .collect(),
            commitments: self
                .commitments()
                .map(|(id, _)| id)
                .filter(|id| self.is_new_commitment(*id, day))
                .collect(),
            follow_ups: self
                .follow_ups()
                .map(|(id, _)| id)
                .filter(|id| self.is_new_follow_up(*id, day))
                .collect(),
            newly_overdue: self
                .commitments()
                .filter(|(_, c)| late(c))
                .map(|(id, _)| id)
                .collect(),
            corrections: self
                .stops()
                .flat_map(|(id, stop)| stop.corrections.iter().map(move |c| (id, *c)))
                .filter(|(id, c)| {
                    c.date.value >= day && self.correction_target(*id, c).is_none_or(shows)
                })
                .collect(),
            corrected_revisions: self
                .corrected_revisions()
                .iter()
                .copied()
                .filter(|at| self.is_shown_since(*at, day))
                .collect(),
            withdrawals: (0..self.withdrawals.len())
                .filter(|n| self.withdrawals[*n].withdrawn.date.value >= day)
                .collect(),
            withdrawn_commitments: self
                .entries()
                .flat_map(gone)
                .filter(|(_, c)| c.withdrawn.as_ref().is_some_and(|w| w.date.value >= day))
                .collect(),
        }
    }

    fn is_new_stop(&self, id: StopId, day: Day) -> bool {
        let stop = self.stop(id);
        stop.known_since >= day || self.was_absent_before(&stop.number().to_string(), day, |_| true)
    }

    fn is_new_commitment(&self, id: CommitmentId, day: Day) -> bool {
        let commitment = self.commitment(id);
        let response = &self.entry(commitment.entry).responses[commitment.response_index];
        let since = records::known_since(commitment.made_on, response.sources.iter().copied());
        let entry = self.entry_reference(commitment.entry);
        let own = (entry.as_str(), commitment.record.id.as_str());
        let before: Vec<String> = commitment
            .record
            .formerly
            .iter()
            .map(|name| name.value.to_string())
            .collect();
        let mut names = before
            .iter()
            .filter_map(|name| name.rsplit_once('/'))
            .chain([own]);
        let is_absent = |(entry, key): (&str, &str)| {
            self.was_absent_before(entry, day, |revision| {
                revision.commitment_keys().any(|known| known == key)
            })
        };
        since >= day || names.all(is_absent)
    }

    /// Of those alike (their day, status and subjects), the n-th is new if fewer than n were released.
    fn is_new_follow_up(&self, id: FollowUpId, day: Day) -> bool {
        let news = self.follow_up(id);
        let entry_of = |subject: Subject| match subject {
            Subject::Stop(_) => None,
            Subject::Entry(entry) => Some(entry),
            Subject::Commitment(commitment) => Some(self.commitment(commitment).entry),
        };
        let is_open = |subject: &Subject| {
            entry_of(*subject).is_none_or(|e| self.entry(e).withheld_reason().is_none())
        };
        let Some(subject) = news.about.iter().copied().find(is_open) else {
            return false;
        };
        let entry = entry_of(subject);
        let record = match (entry, subject) {
            (Some(entry), _) => self.entry_reference(entry),
            (None, Subject::Stop(stop)) => self.stop(stop).number().to_string(),
            (None, _) => return false,
        };
        if news.known_since >= day {
            return true;
        }
        let own = json!({ "date": news.record.date, "status": news.record.status, "about": news.record.about });
        // News are sorted by their day.
        let of_day = self.follow_ups[..id.0]
            .iter()
            .rev()
            .take_while(|other| other.record.date.value == news.record.date.value);
        let before = of_day
            .filter(|other| other.known_since < day && are_alike(other.record, news.record))
            .count();
        let is_alike = |body: &&Value| {
            ["date", "status", "about"]
                .iter()
                .all(|key| body[key] == own[key])
        };
        let has = |revision: &Revision| {
            let list = revision
                .body
                .as_ref()
                .and_then(|body| body.get("follow_ups")?.as_array());
            list.is_some_and(|list| list.iter().filter(is_alike).count() > before)
        };
        self.was_absent_before(&record, day, has)
    }

    /// Did the log, before a day, not have what `has` looks for in a record, under this name or an earlier one? No if the log had
    /// not begun by then. What was struck out counts as there.
    fn was_absent_before(&self, record: &str, day: Day, has: impl Fn(&Revision) -> bool) -> bool {
        let has_begun = self
            .released_revisions()
            .next()
            .is_some_and(|first| first.release < day);
        let before = self
            .former_names()
            .iter()
            .filter(|(_, to)| to == record)
            .map(|(from, _)| from.as_str());
        let mut names = before.chain([record]);
        has_begun
            && !names.any(|name| {
                let history = self.history_of(name).map(|id| self.history(id));
                let newest =
                    history.and_then(|h| h.revisions.iter().rev().find(|r| r.release < day));
                newest.is_some_and(|revision| revision.body.is_none() || has(revision))
            })
    }

    /// Was a revision released since the day, and is its record shown? That a record was withdrawn is told apart.
    fn is_shown_since(&self, (id, number): (HistoryId, u32), day: Day) -> bool {
        let history = self.history(id);
        let is_shown = match self.resolve(history.record) {
            Some(Resolved::Entry(entry)) => self.entry(entry).withheld_reason().is_none(),
            Some(Resolved::Withdrawn(_)) => number != history.newest_revision().revision,
            _ => true,
        };
        history.revision(number).release >= day && is_shown
    }
}

/// Would two of one day be told as the same news: of one status, about the same?
fn are_alike(one: &FollowUp, other: &FollowUp) -> bool {
    let status = |record: &FollowUp| record.status.map(|status| status.value);
    status(one) == status(other)
        && one
            .about
            .0
            .iter()
            .map(|r| &r.value)
            .eq(other.about.0.iter().map(|r| &r.value))
}
