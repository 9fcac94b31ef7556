//! Lists of commitments: all of them, by group, by status, by timeliness. Each has an address that stays even while the
//! list is empty.

use crate::records::Status;
use crate::register::{CommitmentId, Group, Register, STATUSES, Timeliness};

/// How many rows one page of a list shows.
pub const PART: usize = 50;

/// A list of commitments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Every commitment.
    All,
    /// Those of a group.
    Group(Group),
    /// Those of a status.
    Status(Option<Status>),
    /// Past the deadline in force.
    Overdue,
    /// Due within 30 days.
    DueSoon,
    /// In time.
    OnTime,
    /// Done after the deadline.
    DoneLate,
    /// Without a readable deadline.
    NoDeadline,
    /// Waiting for a condition or a budget.
    Waiting,
    /// Without news for 180 days.
    Quiet,
}

impl List {
    /// The lists by timeliness, in the order in which they are offered.
    pub const BY_TIME: [Self; 7] =
        [Self::Overdue, Self::DueSoon, Self::OnTime, Self::DoneLate, Self::Waiting, Self::NoDeadline, Self::Quiet];

    /// Every list.
    pub fn all() -> impl Iterator<Item = Self> {
        let groups = Group::ALL.into_iter().map(Self::Group);
        std::iter::once(Self::All).chain(groups).chain(STATUSES.map(Self::Status)).chain(Self::BY_TIME)
    }

    /// Its part of the address; empty for the list of all.
    pub fn slug(self) -> &'static str {
        match self {
            Self::All => "",
            Self::Group(Group::NotStarted) => "belum",
            Self::Group(Group::UnderWay) => "berjalan",
            Self::Group(Group::Done) => "selesai",
            Self::Group(Group::NotPursued) => "tidak-dilanjutkan",
            Self::Status(None) => "tercatat",
            Self::Status(Some(Status::Planned)) => "masuk-rencana",
            Self::Status(Some(Status::InProgress)) => "sedang-dikerjakan",
            Self::Status(Some(Status::Stalled)) => "terhambat",
            Self::Status(Some(Status::PartlyDone)) => "terpenuhi-sebagian",
            Self::Status(Some(Status::DoneReported)) => "selesai-menurut-opd",
            Self::Status(Some(Status::DoneVerified)) => "selesai-terverifikasi",
            Self::Status(Some(Status::Superseded)) => "diganti",
            Self::Status(Some(Status::Dropped)) => "dihentikan",
            Self::Status(Some(Status::NotAssessable)) => "belum-dapat-dinilai",
            Self::Overdue => "terlambat",
            Self::DueSoon => "segera-jatuh-tempo",
            Self::OnTime => "tepat-waktu",
            Self::DoneLate => "selesai-terlambat",
            Self::NoDeadline => "tanpa-tenggat",
            Self::Waiting => "menunggu-syarat",
            Self::Quiet => "tanpa-kabar",
        }
    }

    /// Its commitments: those of time by urgency, all others by stop.
    pub(super) fn gather(self, register: &Register<'_>) -> Vec<CommitmentId> {
        let mut found: Vec<CommitmentId> =
            register.commitments().filter(|(_, c)| self.holds(c)).map(|(id, _)| id).collect();
        let days = |id: &CommitmentId| register.commitment(*id).current.timeliness.days().unwrap_or_default();
        match self {
            Self::Overdue | Self::DoneLate => found.sort_by_key(|id| std::cmp::Reverse(days(id))),
            Self::DueSoon => found.sort_by_key(days),
            Self::Quiet => found.sort_by_key(|id| std::cmp::Reverse(register.commitment(*id).quiet)),
            _ => {}
        }
        found
    }

    fn holds(self, commitment: &crate::register::Commitment<'_>) -> bool {
        let time = commitment.current.timeliness;
        match self {
            Self::All => true,
            Self::Group(group) => commitment.group() == group,
            Self::Status(status) => commitment.status == status,
            Self::Overdue => matches!(time, Timeliness::Overdue(_)),
            Self::DueSoon => matches!(time, Timeliness::DueSoon(_)),
            Self::OnTime => time == Timeliness::OnTime,
            Self::DoneLate => matches!(time, Timeliness::DoneLate(_)),
            Self::NoDeadline => time == Timeliness::NoDeadline,
            Self::Waiting => time == Timeliness::Waiting,
            Self::Quiet => commitment.quiet.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_list_has_its_own_address() {
        let slugs: BTreeSet<_> = List::all().map(List::slug).collect();
        assert_eq!(slugs.len(), List::all().count());
        assert!(slugs.iter().all(|s| s.parse::<u32>().is_err()), "numbers are the parts of a list");
    }
}
