//! Lists of commitments: all of them, by group, status, timeliness, office, kecamatan, topic. Each has an address that stays even while the
//! list is empty.

use crate::records::Status;
use crate::register::{
    CommitmentId, DistrictId, OfficeId, Register, STATUSES, StatusGroup, Timeliness, TopicId,
};

/// A list of commitments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommitmentList {
    /// Every commitment.
    All,
    /// Those of a group.
    Group(StatusGroup),
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
    WithoutNews,
    /// Those that an office made.
    Office(OfficeId),
    /// Those made in a kecamatan.
    District(DistrictId),
    /// Those about a topic or a narrower one.
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
        let groups = StatusGroup::ALL.into_iter().map(Self::Group);
        let of_all = std::iter::once(Self::All)
            .chain(groups)
            .chain(STATUSES.map(Self::Status))
            .chain(Self::BY_TIMELINESS);
        of_all
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

    /// Its part of the address: `terlambat/`, `opd/dinas-koperasi/`; empty for the list of all.
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

    /// Its commitments: those of time by urgency, all others by stop.
    pub(super) fn collect_commitments(self, register: &Register<'_>) -> Vec<CommitmentId> {
        let mut found: Vec<CommitmentId> = match self {
            Self::Office(id) => register.office(id).commitments.clone(),
            Self::District(id) => register.district(id).commitments.clone(),
            Self::Topic(id) => register.topic(id).commitments.clone(),
            _ => register
                .commitments()
                .filter(|(_, c)| self.contains(c))
                .map(|(id, _)| id)
                .collect(),
        };
        let days = |id: &CommitmentId| {
            register
                .commitment(*id)
                .current_deadline
                .timeliness
                .days()
                .unwrap_or_default()
        };
        match self {
            Self::Overdue | Self::DoneLate => found.sort_by_key(|id| std::cmp::Reverse(days(id))),
            Self::DueSoon => found.sort_by_key(days),
            Self::WithoutNews => found
                .sort_by_key(|id| std::cmp::Reverse(register.commitment(*id).days_without_news)),
            _ => {}
        }
        found
    }

    fn contains(self, commitment: &crate::register::Commitment<'_>) -> bool {
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
