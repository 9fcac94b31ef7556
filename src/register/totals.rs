//! Totals: how many entries and commitments are in each state, always with the number of which they
//! are a part. What is withheld stays in every total, in a row of its own.

use super::{Commitment, DeadlineState, Entry, NewsKind, Outcome};
use crate::records::{KnownStatus, StatusGroup};

/// The figures of a set of records. The counts of one kind add up to its total, and two kinds are
/// never added up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Aspirations, withheld ones among them.
    pub aspirations: usize,
    /// Aspirations by what became of them, in the order of [`Outcome::ALL`].
    pub by_outcome: [usize; Outcome::ALL.len()],
    /// Announcements.
    pub announcements: usize,
    /// Commitments, withheld ones among them; the denominator of everything below.
    pub commitments: usize,
    /// Commitments in aspirations that are withheld: nothing else is said of them.
    pub withheld_commitments: usize,
    /// Commitments that are shown, by what is known of them, in the order of [`KnownStatus::ALL`].
    pub by_status: [usize; KnownStatus::ALL.len()],
    /// Commitments that are shown, by deadline, in the order of [`DeadlineState::ALL`].
    pub by_deadline: [usize; DeadlineState::ALL.len()],
    /// Commitments that are shown, by the news there is of them, in the order of
    /// [`NewsKind::ALL`]: those that were looked for, then those that never were.
    pub by_news: [[usize; 2]; NewsKind::ALL.len()],
    /// Of those whose deadline is ahead: within [`super::DUE_SOON_DAYS`] days.
    pub due_soon: usize,
    /// Of those whose deadline has passed with nothing known: those that were looked for since.
    pub passed_looked_for: usize,
    /// On a condition or a budget, with nothing known to have begun.
    pub waiting: usize,
    /// Without direct news for [`crate::records::QUIET_DAYS`] days or more.
    pub quiet: usize,
}

impl Totals {
    pub(super) fn count_entry(&mut self, entry: &Entry<'_>) {
        match entry.outcome() {
            Some(outcome) => {
                self.aspirations += 1;
                self.by_outcome[outcome as usize] += 1;
            }
            None => self.announcements += 1,
        }
    }

    /// Counts commitments of which nothing but their number is published.
    pub(super) fn count_withheld_commitments(&mut self, count: usize) {
        self.commitments += count;
        self.withheld_commitments += count;
    }

    pub(super) fn count_commitment(&mut self, commitment: &Commitment<'_>) {
        self.commitments += 1;
        let deadline = commitment.current_deadline;
        let is_looked_for = commitment.last_check.is_some();
        let status = KnownStatus::ALL
            .iter()
            .position(|s| *s == commitment.status);
        if let Some(n) = status {
            self.by_status[n] += 1;
        }
        self.by_deadline[deadline.state as usize] += 1;
        self.by_news[commitment.news() as usize][usize::from(!is_looked_for)] += 1;
        self.due_soon += usize::from(deadline.is_near);
        let is_passed = deadline.state == DeadlineState::PassedUnknown;
        self.passed_looked_for +=
            usize::from(is_passed && commitment.is_looked_for_since_deadline());
        self.waiting += usize::from(commitment.is_waiting());
        self.quiet += usize::from(commitment.quiet_since.is_some());
    }

    /// Aspirations with an outcome.
    pub fn with_outcome(&self, outcome: Outcome) -> usize {
        self.by_outcome[outcome as usize]
    }

    /// Commitments that are shown, in one group.
    pub fn count_in_group(&self, group: StatusGroup) -> usize {
        let mut count = 0;
        for (status, n) in KnownStatus::ALL.iter().zip(self.by_status) {
            if status.group() == group {
                count += n;
            }
        }
        count
    }

    /// Commitments that are shown, in one state of their deadlines.
    pub fn count_by_deadline(&self, state: DeadlineState) -> usize {
        self.by_deadline[state as usize]
    }

    /// Commitments that are shown and for whose news somebody looked.
    pub fn looked_for(&self) -> usize {
        self.by_news.iter().map(|[looked_for, _]| looked_for).sum()
    }
}
