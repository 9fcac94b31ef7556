//! What offices still owe an answer on: what is late, what falls due soon, what waits for a condition, what has had no news.

use super::{Commitment, CommitmentId, OfficeId, Register, StatusGroup, Timeliness};

/// Why an office is asked about a commitment, the most pressing first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueReason {
    /// The deadline passed.
    Overdue,
    /// The deadline is near.
    DueSoon,
    /// A condition or a budget comes first, and nothing has begun.
    Waiting,
    /// No news for [`super::QUIET`] days or more.
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
    /// The office; none for commitments whose source names none.
    pub office: Option<OfficeId>,
    /// How many commitments it made: the denominator of `counts`.
    pub commitments: usize,
    /// How many there are for each reason, in the order of [`Reason::ALL`]; one can count for several.
    pub counts: [usize; 4],
    /// Each commitment once, by its most pressing reason: the longest overdue first, then the nearest deadline.
    pub items: Vec<DueItem>,
}

impl Register<'_> {
    /// What every office is asked about, deadlines within so many days among it; in the order of offices.yaml, and last what
    /// no office is named for. Who has nothing to answer is left out.
    pub fn due_by_office(&self, within: i64) -> Vec<OfficeDue> {
        let offices = self
            .offices()
            .map(|(id, office)| (Some(id), office.commitments.clone()));
        let nobody = self
            .commitments()
            .filter(|(_, c)| c.office.is_none())
            .map(|(id, _)| id)
            .collect();
        let all = offices
            .chain([(None, nobody)])
            .map(|(office, made)| self.office_due(office, &made, within));
        all.filter(|owed| !owed.items.is_empty()).collect()
    }

    fn office_due(
        &self,
        office: Option<OfficeId>,
        made: &[CommitmentId],
        within: i64,
    ) -> OfficeDue {
        let mut owed = OfficeDue {
            office,
            commitments: made.len(),
            counts: [0; 4],
            items: Vec::new(),
        };
        for &id in made {
            let reasons = self.due_reasons(self.commitment(id), within);
            for (reason, _) in &reasons {
                owed.counts[*reason as usize] += 1;
            }
            let first = reasons.first();
            owed.items.extend(first.map(|&(reason, days)| DueItem {
                commitment: id,
                reason,
                days,
            }));
        }
        let nearest = |asked: &DueItem| {
            if asked.reason == DueReason::DueSoon {
                asked.days
            } else {
                asked.days.map(|d| -d)
            }
        };
        owed.items
            .sort_by_key(|asked| (asked.reason, nearest(asked), asked.commitment));
        owed
    }

    /// Every reason to ask about a commitment, the most pressing first.
    fn due_reasons(
        &self,
        commitment: &Commitment<'_>,
        within: i64,
    ) -> Vec<(DueReason, Option<i64>)> {
        if matches!(
            commitment.status_group(),
            StatusGroup::Done | StatusGroup::NotPursued
        ) {
            return Vec::new();
        }
        let left = commitment
            .current_deadline
            .last_day()
            .map(|last| last.days_since(self.day()));
        let deadline = match left {
            Some(left) if left < 0 => Some((DueReason::Overdue, Some(-left))),
            Some(left) if left <= within => Some((DueReason::DueSoon, Some(left))),
            _ => None,
        };
        let waits = (commitment.current_deadline.timeliness == Timeliness::Waiting)
            .then_some((DueReason::Waiting, None));
        let quiet = commitment
            .days_without_news
            .map(|days| (DueReason::Quiet, Some(days)));
        [deadline, waits, quiet].into_iter().flatten().collect()
    }
}
