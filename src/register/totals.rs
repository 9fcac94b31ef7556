//! Totals: how many entries and commitments of each kind, always with the number of which they are
//! a part.

use super::{Commitment, Entry, Timeliness};
use crate::records::{Status, StatusGroup};

/// Every status, in the order in which they are shown; `None` is "recorded".
pub const STATUSES: [Option<Status>; 10] = [
    None,
    Some(Status::Planned),
    Some(Status::InProgress),
    Some(Status::Stalled),
    Some(Status::PartlyDone),
    Some(Status::DoneReported),
    Some(Status::DoneVerified),
    Some(Status::Superseded),
    Some(Status::Dropped),
    Some(Status::NotAssessable),
];

/// The figures of a set of records.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Aspirations, withheld ones among them.
    pub aspirations: usize,
    /// Aspirations with at least one answer.
    pub answered: usize,
    /// Aspirations without an answer.
    pub unanswered: usize,
    /// Aspirations whose text is withheld; neither answered nor unanswered.
    pub withheld: usize,
    /// Announcements.
    pub announcements: usize,
    /// Commitments; the denominator of everything below.
    pub commitments: usize,
    /// By status, in the order of [`STATUSES`].
    pub by_status: [usize; STATUSES.len()],
    /// Past the deadline in force.
    pub overdue: usize,
    /// Due within [`super::DUE_SOON_DAYS`] days.
    pub due_soon: usize,
    /// In time.
    pub on_time: usize,
    /// Done after the deadline.
    pub done_late: usize,
    /// Without a readable deadline.
    pub no_deadline: usize,
    /// Waiting for a condition or a budget.
    pub waiting: usize,
    /// Without news for [`crate::records::QUIET_DAYS`] days or more.
    pub quiet: usize,
}

impl Totals {
    pub(super) fn count_entry(&mut self, entry: &Entry<'_>) {
        if entry.aspiration().is_none() {
            self.announcements += 1;
            return;
        }
        self.aspirations += 1;
        // First, since a withheld one has no responses here and would count as unanswered.
        if entry.withheld_reason().is_some() {
            self.withheld += 1;
        } else if entry.is_unanswered() {
            self.unanswered += 1;
        } else {
            self.answered += 1;
        }
    }

    pub(super) fn count_commitment(&mut self, commitment: &Commitment<'_>) {
        self.commitments += 1;
        if let Some(n) = STATUSES.iter().position(|s| *s == commitment.status) {
            self.by_status[n] += 1;
        }
        self.quiet += usize::from(commitment.days_without_news.is_some());
        match commitment.current_deadline.timeliness {
            Timeliness::OnTime => self.on_time += 1,
            Timeliness::DueSoon(_) => self.due_soon += 1,
            Timeliness::Overdue(_) => self.overdue += 1,
            Timeliness::DoneLate(_) => self.done_late += 1,
            Timeliness::NoDeadline => self.no_deadline += 1,
            Timeliness::Waiting => self.waiting += 1,
            // Its status says that it was dropped or superseded, and is counted above.
            Timeliness::Closed => {}
        }
    }

    /// Commitments of one group.
    pub fn count_in_group(&self, group: StatusGroup) -> usize {
        let mut count = 0;
        for (status, n) in STATUSES.iter().zip(self.by_status) {
            if StatusGroup::of(*status) == group {
                count += n;
            }
        }
        count
    }
}
