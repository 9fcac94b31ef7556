//! What offices are asked about, for `jhur due`: deadlines that passed, those that are near, what
//! waits for a condition, what has had no direct news.

use super::{Commitment, CommitmentId, OfficeId, Register};
use crate::records::Day;

/// Why an office is asked about a commitment, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueReason {
    /// The deadline passed, and it is not known to be done.
    Passed,
    /// The deadline is near.
    DueSoon,
    /// A condition or a budget comes first, and nothing has begun.
    Waiting,
    /// No direct news for [`crate::records::QUIET_DAYS`] days or more.
    Quiet,
}

impl DueReason {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 4] = [Self::Passed, Self::DueSoon, Self::Waiting, Self::Quiet];

    /// As in the keys of texts and in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::DueSoon => "due-soon",
            Self::Waiting => "waiting",
            Self::Quiet => "quiet",
        }
    }
}

/// A commitment about which its office is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DueItem {
    /// The commitment.
    pub commitment: CommitmentId,
    /// The most pressing reason.
    pub reason: DueReason,
    /// The deadline's last day, or the day of the last direct news; a wait has none.
    pub date: Option<Day>,
}

/// What one office is asked about.
#[derive(Debug)]
pub struct OfficeDue {
    /// The office; `None` for commitments whose source names none.
    pub office: Option<OfficeId>,
    /// How many commitments it made: the denominator of `counts`.
    pub commitments: usize,
    /// How many there are for each reason, in the order of [`DueReason::ALL`]; one can count for
    /// several.
    pub counts: [usize; 4],
    /// Each commitment once, by its most pressing reason, the earliest date first.
    pub items: Vec<DueItem>,
}

impl DueItem {
    /// Sorts by reason, then by date.
    fn urgency(&self) -> (DueReason, Option<Day>, CommitmentId) {
        (self.reason, self.date, self.commitment)
    }
}

impl Register<'_> {
    /// What every office is asked about, with deadlines that end within so many days; in the order
    /// of offices.yaml, and last what no office is named for. Offices that owe no answer are left
    /// out.
    pub fn due_by_office(&self, within: i64) -> Vec<OfficeDue> {
        let mut all = Vec::new();
        for (id, office) in self.offices() {
            all.push(self.office_due(Some(id), &office.commitments, within));
        }
        let mut without_office = Vec::new();
        for (id, commitment) in self.commitments() {
            if commitment.office.is_none() {
                without_office.push(id);
            }
        }
        all.push(self.office_due(None, &without_office, within));
        all.retain(|due| !due.items.is_empty());
        all
    }

    fn office_due(
        &self,
        office: Option<OfficeId>,
        commitments: &[CommitmentId],
        within: i64,
    ) -> OfficeDue {
        let mut due = OfficeDue {
            office,
            commitments: commitments.len(),
            counts: [0; 4],
            items: Vec::new(),
        };
        for &commitment in commitments {
            let reasons = self.due_reasons(self.commitment(commitment), within);
            // Counted for every reason, listed for the most pressing.
            for (reason, _) in &reasons {
                due.counts[*reason as usize] += 1;
            }
            if let Some(&(reason, date)) = reasons.first() {
                due.items.push(DueItem {
                    commitment,
                    reason,
                    date,
                });
            }
        }
        due.items.sort_by_key(DueItem::urgency);
        due
    }

    /// Every reason to ask about a commitment with its date, the most pressing first.
    fn due_reasons(
        &self,
        commitment: &Commitment<'_>,
        within: i64,
    ) -> Vec<(DueReason, Option<Day>)> {
        let mut reasons = Vec::new();
        if commitment.status_group().is_closed() {
            return reasons;
        }
        // Not `is_near`: that is within `DUE_SOON_DAYS`, here it is `within`.
        if let Some(last_day) = commitment.current_deadline.last_day() {
            let left = last_day.days_since(self.day());
            if left < 0 {
                reasons.push((DueReason::Passed, Some(last_day)));
            } else if left <= within {
                reasons.push((DueReason::DueSoon, Some(last_day)));
            }
        }
        if commitment.is_waiting() {
            reasons.push((DueReason::Waiting, None));
        }
        if let Some(since) = commitment.quiet_since {
            reasons.push((DueReason::Quiet, Some(since)));
        }
        reasons
    }
}
