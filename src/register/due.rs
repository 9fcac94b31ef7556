//! What offices still owe an answer on, for `jhur due`: what is late, what falls due soon, what
//! waits for a condition, what has had no news.

use super::{Commitment, CommitmentId, OfficeId, Register, Timeliness};

/// Why an office is asked about a commitment, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueReason {
    /// The deadline passed.
    Overdue,
    /// The deadline is near.
    DueSoon,
    /// A condition or a budget comes first, and nothing has begun.
    Waiting,
    /// No news for [`crate::records::QUIET_DAYS`] days or more.
    Quiet,
}

impl DueReason {
    /// All of them, the most pressing first.
    pub const ALL: [Self; 4] = [Self::Overdue, Self::DueSoon, Self::Waiting, Self::Quiet];

    /// As in the keys of texts and in data.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Overdue => "overdue",
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
    /// Days past the deadline, left to it, or without news; a wait has no days.
    pub days: Option<i64>,
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
    /// Each commitment once, by its most pressing reason: the longest overdue first, then the
    /// nearest deadline.
    pub items: Vec<DueItem>,
}

impl DueItem {
    /// Sorts by reason, then the longest overdue or quiet first and the nearest deadline first.
    fn urgency(&self) -> (DueReason, Option<i64>, CommitmentId) {
        let days = match self.reason {
            DueReason::DueSoon => self.days,
            _ => self.days.map(|days| -days),
        };
        (self.reason, days, self.commitment)
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
            if let Some(&(reason, days)) = reasons.first() {
                due.items.push(DueItem {
                    commitment,
                    reason,
                    days,
                });
            }
        }
        due.items.sort_by_key(DueItem::urgency);
        due
    }

    /// Every reason to ask about a commitment with its days, the most pressing first.
    fn due_reasons(
        &self,
        commitment: &Commitment<'_>,
        within: i64,
    ) -> Vec<(DueReason, Option<i64>)> {
        let mut reasons = Vec::new();
        if commitment.status_group().is_closed() {
            return reasons;
        }
        // Not `timeliness`: that counts as near what is within `DUE_SOON_DAYS`, here it is
        // `within`.
        if let Some(last_day) = commitment.current_deadline.last_day() {
            let left = last_day.days_since(self.day());
            if left < 0 {
                reasons.push((DueReason::Overdue, Some(-left)));
            } else if left <= within {
                reasons.push((DueReason::DueSoon, Some(left)));
            }
        }
        if commitment.current_deadline.timeliness == Timeliness::Waiting {
            reasons.push((DueReason::Waiting, None));
        }
        if let Some(days) = commitment.days_without_news {
            reasons.push((DueReason::Quiet, Some(days)));
        }
        reasons
    }
}
