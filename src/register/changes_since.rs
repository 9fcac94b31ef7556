//! What changed since a day, for `jhur changes`: what became known since then, and what the
//! revision log did not have before it.
//!
//! Where the log begins only later, days alone count. Nothing that is withheld takes part.

use super::{
    CommitmentId, DeadlineState, EntryId, FollowUpId, HistoryId, Register, Resolved, StopId,
    Subject,
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
    /// Commitments whose deadline in force passed since then and that are not known to be done.
    pub newly_passed: Vec<CommitmentId>,
    /// Corrections that were made since then.
    pub corrections: Vec<(StopId, &'r Correction)>,
    /// Released revisions that changed more than adding news, newest first.
    pub corrected_revisions: Vec<(HistoryId, u32)>,
    /// What was withdrawn since then; indexes in [`Register::withdrawals`].
    pub withdrawals: Vec<usize>,
    /// Commitments that were withdrawn since then.
    pub withdrawn_commitments: Vec<(EntryId, &'r Commitment)>,
}

impl ChangesSince<'_> {
    /// Whether nothing changed.
    pub fn is_empty(&self) -> bool {
        self.stops.is_empty()
            && self.commitments.is_empty()
            && self.follow_ups.is_empty()
            && self.newly_passed.is_empty()
            && self.corrections.is_empty()
            && self.corrected_revisions.is_empty()
            && self.withdrawals.is_empty()
            && self.withdrawn_commitments.is_empty()
    }
}

impl<'r> Register<'r> {
    /// What changed from `day` on.
    pub fn changes_since(&self, day: Day) -> ChangesSince<'r> {
        let stops = self.stops().map(|(id, _)| id);
        let commitments = self.commitments().map(|(id, _)| id);
        let follow_ups = self.follow_ups().map(|(id, _)| id);
        let mut corrected_revisions = self.corrected_revisions().to_vec();
        corrected_revisions.retain(|revision| self.is_shown_since(*revision, day));
        // Every comparison includes `day` itself: a report of Monday to Sunday, then of the next
        // Monday on, has each change once.
        let mut withdrawals = Vec::new();
        for (n, withdrawal) in self.withdrawals.iter().enumerate() {
            if withdrawal.withdrawn.date.value >= day {
                withdrawals.push(n);
            }
        }
        ChangesSince {
            stops: stops.filter(|id| self.is_new_stop(*id, day)).collect(),
            commitments: commitments
                .filter(|id| self.is_new_commitment(*id, day))
                .collect(),
            follow_ups: follow_ups
                .filter(|id| self.is_new_follow_up(*id, day))
                .collect(),
            newly_passed: self.newly_passed(day),
            corrections: self.corrections_since(day),
            corrected_revisions,
            withdrawals,
            withdrawn_commitments: self.commitments_withdrawn_since(day),
        }
    }

    fn is_withheld(&self, entry: EntryId) -> bool {
        self.entry(entry).withheld_reason().is_some()
    }

    fn newly_passed(&self, day: Day) -> Vec<CommitmentId> {
        let mut ids = Vec::new();
        for (id, commitment) in self.commitments() {
            let deadline = commitment.current_deadline;
            // The first day after the last one is `day` or a later one.
            let passed_since = |last: Day| last.days_since(day) >= -1;
            if matches!(
                deadline.state,
                DeadlineState::PassedUnknown | DeadlineState::Late
            ) && deadline.last_day().is_some_and(passed_since)
            {
                ids.push(id);
            }
        }
        ids
    }

    fn corrections_since(&self, day: Day) -> Vec<(StopId, &'r Correction)> {
        let mut corrections = Vec::new();
        for (id, stop) in self.stops() {
            for &correction in &stop.corrections {
                let target = self.correction_target(id, correction);
                if correction.date.value >= day && !target.is_some_and(|e| self.is_withheld(e)) {
                    corrections.push((id, correction));
                }
            }
        }
        corrections
    }

    fn commitments_withdrawn_since(&self, day: Day) -> Vec<(EntryId, &'r Commitment)> {
        let mut commitments = Vec::new();
        for (id, entry) in self.entries() {
            for commitment in entry.withdrawn_commitments() {
                let withdrawn = commitment.withdrawn.as_ref();
                if withdrawn.is_some_and(|w| w.date.value >= day) {
                    commitments.push((id, commitment));
                }
            }
        }
        commitments
    }

    /// A stop is new as well if it was known before, but published only since the day.
    fn is_new_stop(&self, id: StopId, day: Day) -> bool {
        let stop = self.stop(id);
        stop.known_since >= day || self.was_absent_before(&stop.number().to_string(), day, |_| true)
    }

    /// A commitment is new if its response became known since the day, or if the log had it under
    /// none of its names.
    fn is_new_commitment(&self, id: CommitmentId, day: Day) -> bool {
        let commitment = self.commitment(id);
        let response = &self.entry(commitment.entry).responses[commitment.response_index];
        if records::known_since(commitment.made_on, response.sources.iter().copied()) >= day {
            return true;
        }
        let mut names = vec![self.commitment_reference(id)];
        names.extend(commitment.record.formerly.iter().map(ToString::to_string));
        for name in &names {
            // The log has commitments in the bodies of their entries. What is no commitment's name
            // never had one.
            let Some((entry, key)) = name.rsplit_once('/') else {
                continue;
            };
            let has = |revision: &Revision| revision.commitment_keys().any(|known| known == key);
            if !self.was_absent_before(entry, day, has) {
                return false;
            }
        }
        true
    }

    /// Follow-ups have no keys. Of those alike (their day, status and subjects), the n-th is new if
    /// fewer than n were released.
    fn is_new_follow_up(&self, id: FollowUpId, day: Day) -> bool {
        let follow_up = self.follow_up(id);
        // Of a withheld entry there are no commitments.
        let is_shown =
            |about: &&Subject| !matches!(about, Subject::Entry(id) if self.is_withheld(*id));
        let Some(subject) = follow_up.about.iter().find(is_shown) else {
            return false;
        };
        let record = self.body_record(*subject);
        if follow_up.known_since >= day {
            return true;
        }
        // They are sorted by their day, so that those before it end where the day does.
        let mut before = 0;
        for other in self.follow_ups[..id.0].iter().rev() {
            if other.record.date.value != follow_up.record.date.value {
                break;
            }
            let is_alike = are_alike(other.record, follow_up.record);
            before += usize::from(is_alike && other.known_since < day);
        }
        // Compared as JSON: a body may be older than the record types.
        let fields = [
            ("date", json!(follow_up.record.date)),
            ("status", json!(follow_up.record.status)),
            ("about", json!(follow_up.record.about)),
        ];
        let is_alike = |body: &&Value| fields.iter().all(|(key, own)| body[*key] == *own);
        self.was_absent_before(&record, day, |revision| {
            let body = revision.body();
            let list = body.and_then(|body| body.get("follow_ups")?.as_array());
            list.into_iter().flatten().filter(is_alike).count() > before
        })
    }

    /// Whether the log, before a day, lacked what `has` looks for in a record, under this name or a
    /// former one. `false` if the log had not begun by then. What was redacted counts as there.
    fn was_absent_before(&self, record: &str, day: Day, has: impl Fn(&Revision) -> bool) -> bool {
        let mut released = self.released_revisions();
        if released.next().is_none_or(|first| first.release >= day) {
            return false;
        }
        for id in self.histories_of(record) {
            // What a revision said counts until the next one, so that only the newest is asked.
            let mut newest_first = self.history(id).revisions.iter().rev();
            let newest = newest_first.find(|revision| revision.release < day);
            if newest.is_some_and(|revision| revision.body().is_none() || has(revision)) {
                return false;
            }
        }
        true
    }

    /// Whether a revision was released since the day, and its record is shown. The revision that
    /// says that a record was withdrawn is left out: that is listed under withdrawals.
    fn is_shown_since(&self, (id, number): (HistoryId, u32), day: Day) -> bool {
        let history = self.history(id);
        let is_shown = match self.resolve(history.record) {
            Some(Resolved::Entry(entry)) => !self.is_withheld(entry),
            Some(Resolved::Withdrawn(_)) => number != history.newest_revision().revision,
            _ => true,
        };
        history.revision(number).release >= day && is_shown
    }
}

/// Whether two follow-ups of one day could be taken for the same: of one status, about the same.
fn are_alike(one: &FollowUp, other: &FollowUp) -> bool {
    let subjects = one.about.0.iter().map(|r| &r.value);
    one.status.map(|s| s.value) == other.status.map(|s| s.value)
        && subjects.eq(other.about.0.iter().map(|r| &r.value))
}
