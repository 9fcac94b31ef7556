//! Lists of commitments: all of them, by group, status, timeliness, office, kecamatan, topic. Each
//! is a page of the site and an entry of the filter menu; its address stays even while the list is
//! empty.

use crate::records::Status;
use crate::register::{
    Commitment, CommitmentId, DistrictId, OfficeId, Register, STATUSES, StatusGroup, Timeliness,
    TopicId,
};
use std::cmp::Reverse;

/// A list of commitments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommitmentList {
    /// Every commitment.
    All,
    /// With a status of a group.
    Group(StatusGroup),
    /// With a status; `None` where none is recorded yet.
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
    /// Without follow-up for 180 days.
    WithoutNews,
    /// Made by an office.
    Office(OfficeId),
    /// Made in a kecamatan.
    District(DistrictId),
    /// About a topic or a narrower one.
    Topic(TopicId),
}

impl CommitmentList {
    /// The lists by timeliness, in the order in which they are offered.
    pub const BY_TIMELINESS: [Self; 7] = [
        Self::Overdue,
        Self::DueSoon,
        Self::OnTime,
        Self::DoneLate,
        Self::Waiting,
        Self::NoDeadline,
        Self::WithoutNews,
    ];

    /// Every list.
    pub(super) fn all_lists(register: &Register<'_>) -> impl Iterator<Item = Self> {
        std::iter::once(Self::All)
            .chain(StatusGroup::ALL.map(Self::Group))
            .chain(STATUSES.map(Self::Status))
            .chain(Self::BY_TIMELINESS)
            .chain(Self::by_office(register))
            .chain(Self::by_district(register))
            .chain(Self::by_topic(register))
    }

    /// The lists by office.
    pub fn by_office(register: &Register<'_>) -> impl Iterator<Item = Self> {
        register.offices().map(|(id, _)| Self::Office(id))
    }

    /// The lists by kecamatan.
    pub fn by_district(register: &Register<'_>) -> impl Iterator<Item = Self> {
        register.districts().map(|(id, _)| Self::District(id))
    }

    /// The lists by topic.
    pub fn by_topic(register: &Register<'_>) -> impl Iterator<Item = Self> {
        register.topics().map(|(id, _)| Self::Topic(id))
    }

    /// Its segment of the address: `terlambat/`, `opd/dinas-koperasi/`; empty for the list of all.
    pub(super) fn slug(self, register: &Register<'_>) -> String {
        let word = match self {
            Self::All => return String::new(),
            Self::Office(id) => return format!("opd/{}/", register.office(id).record.key),
            Self::District(id) => {
                return format!("kecamatan/{}/", register.district(id).record.key);
            }
            Self::Topic(id) => return format!("topik/{}/", register.topic(id).record.key),
            Self::Group(StatusGroup::NotStarted) => "belum",
            Self::Group(StatusGroup::UnderWay) => "berjalan",
            Self::Group(StatusGroup::Done) => "selesai",
            Self::Group(StatusGroup::NotPursued) => "tidak-dilanjutkan",
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
            Self::WithoutNews => "tanpa-kabar",
        };
        format!("{word}/")
    }

    /// Its commitments: lists by urgency start with the most urgent, all others follow the
    /// register.
    pub(super) fn collect_commitments(self, register: &Register<'_>) -> Vec<CommitmentId> {
        let mut list: Vec<CommitmentId> = match self {
            // The register has these lists; for topics they count narrower topics too.
            Self::Office(id) => register.office(id).commitments.clone(),
            Self::District(id) => register.district(id).commitments.clone(),
            Self::Topic(id) => register.topic(id).commitments.clone(),
            _ => register
                .commitments()
                .filter(|(_, commitment)| self.contains(commitment))
                .map(|(id, _)| id)
                .collect(),
        };
        let days = |id: &CommitmentId| {
            let deadline = register.commitment(*id).current_deadline;
            deadline.timeliness.days().unwrap_or_default()
        };
        // Sorts are stable: what is equally urgent stays in the order of the register.
        match self {
            Self::Overdue | Self::DoneLate => list.sort_by_key(|id| Reverse(days(id))),
            Self::DueSoon => list.sort_by_key(days),
            Self::WithoutNews => {
                list.sort_by_key(|id| Reverse(register.commitment(*id).days_without_news));
            }
            _ => {}
        }
        list
    }

    /// Whether a commitment is in a list that the register does not keep itself.
    fn contains(self, commitment: &Commitment<'_>) -> bool {
        let time = commitment.current_deadline.timeliness;
        match self {
            Self::All | Self::Office(_) | Self::District(_) | Self::Topic(_) => true,
            Self::Group(group) => commitment.status_group() == group,
            Self::Status(status) => commitment.status == status,
            Self::Overdue => matches!(time, Timeliness::Overdue(_)),
            Self::DueSoon => matches!(time, Timeliness::DueSoon(_)),
            Self::OnTime => time == Timeliness::OnTime,
            Self::DoneLate => matches!(time, Timeliness::DoneLate(_)),
            Self::NoDeadline => time == Timeliness::NoDeadline,
            Self::Waiting => time == Timeliness::Waiting,
            Self::WithoutNews => commitment.days_without_news.is_some(),
        }
    }
}
