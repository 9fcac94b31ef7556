//! Lists of commitments: all of them, by group, status, deadline, news, office, kecamatan, topic.
//! Each is a page of the site and an entry of the filter menu; one without commitments has no
//! page.

use crate::records::Status;
use crate::register::{
    Commitment, CommitmentId, DeadlineState, DistrictId, KnownStatus, NewsKind, OfficeId, Register,
    StatusGroup, TopicId,
};

/// A list of commitments.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommitmentList {
    /// Every commitment.
    All,
    /// In a group.
    Group(StatusGroup),
    /// With a status that is not all of its group.
    Status(Status),
    /// The deadline is ahead.
    Ahead,
    /// Due within 30 days.
    DueSoon,
    /// The deadline passed; somebody looked for news since and found none.
    PassedLookedFor,
    /// The deadline passed, and nobody looked for news since.
    PassedNotLookedFor,
    /// News dated after the deadline says that it was not done.
    Late,
    /// Done by the deadline.
    DoneInTime,
    /// Done after the deadline.
    DoneLate,
    /// Without a date.
    NoDate,
    /// On a condition or a budget, with nothing known to have begun.
    Waiting,
    /// With news of the same subject elsewhere only.
    RelatedNewsOnly,
    /// Nobody ever looked for news.
    NeverLookedFor,
    /// Without direct news for 180 days.
    Quiet,
    /// Made by an office.
    Office(OfficeId),
    /// Made in a kecamatan.
    District(DistrictId),
    /// About a topic or a narrower one.
    Topic(TopicId),
}

impl CommitmentList {
    /// The lists by deadline, in the order in which they are offered.
    pub const BY_DEADLINE: [Self; 8] = [
        Self::Ahead,
        Self::DueSoon,
        Self::PassedLookedFor,
        Self::PassedNotLookedFor,
        Self::Late,
        Self::DoneInTime,
        Self::DoneLate,
        Self::NoDate,
    ];

    /// The lists by the news there is, in the order in which they are offered.
    pub const BY_NEWS: [Self; 2] = [Self::RelatedNewsOnly, Self::NeverLookedFor];

    /// What may be true beside any of these.
    pub const BESIDE: [Self; 2] = [Self::Waiting, Self::Quiet];

    /// The list of what is known of a commitment: of the status, or of its group where that has no
    /// other.
    pub fn of_status(status: KnownStatus) -> Self {
        match status.status() {
            Some(given) if Self::BY_STATUS.contains(&Self::Status(given)) => Self::Status(given),
            _ => Self::Group(status.group()),
        }
    }

    /// The lists by status, in the order in which they are offered: those that have one beside that of
    /// their group, since groups of one status need none.
    pub const BY_STATUS: [Self; 8] = [
        Self::Status(Status::Planned),
        Self::Status(Status::InProgress),
        Self::Status(Status::Stalled),
        Self::Status(Status::PartlyDone),
        Self::Status(Status::DoneReported),
        Self::Status(Status::DoneVerified),
        Self::Status(Status::Superseded),
        Self::Status(Status::Dropped),
    ];

    /// Every list.
    pub(super) fn all_lists(register: &Register<'_>) -> impl Iterator<Item = Self> {
        std::iter::once(Self::All)
            .chain(StatusGroup::ALL.map(Self::Group))
            .chain(Self::BY_STATUS)
            .chain(Self::BY_DEADLINE)
            .chain(Self::BY_NEWS)
            .chain(Self::BESIDE)
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
            Self::Group(StatusGroup::NoDirectNews) => "tanpa-kabar-langsung",
            Self::Group(StatusGroup::WithoutStatus) => "kabar-tanpa-status",
            Self::Group(StatusGroup::UnderWay) => "berjalan",
            Self::Group(StatusGroup::Done) => "selesai",
            Self::Group(StatusGroup::NotPursued) => "tidak-dilanjutkan",
            Self::Group(StatusGroup::NotAssessable) | Self::Status(Status::NotAssessable) => {
                "belum-dapat-dinilai"
            }
            Self::Status(Status::Planned) => "masuk-rencana",
            Self::Status(Status::InProgress) => "sedang-dikerjakan",
            Self::Status(Status::Stalled) => "terhambat",
            Self::Status(Status::PartlyDone) => "terpenuhi-sebagian",
            Self::Status(Status::DoneReported) => "selesai-menurut-opd",
            Self::Status(Status::DoneVerified) => "selesai-terverifikasi",
            Self::Status(Status::Superseded) => "diganti",
            Self::Status(Status::Dropped) => "dihentikan",
            Self::Ahead => "tenggat-belum-lewat",
            Self::DueSoon => "segera-jatuh-tempo",
            Self::PassedLookedFor => "tenggat-lewat-sudah-dicari",
            Self::PassedNotLookedFor => "tenggat-lewat-belum-dicari",
            Self::Late => "terlambat",
            Self::DoneInTime => "selesai-tepat-waktu",
            Self::DoneLate => "selesai-terlambat",
            Self::NoDate => "tanpa-tenggat",
            Self::Waiting => "menunggu-syarat",
            Self::RelatedNewsOnly => "hanya-kabar-terkait",
            Self::NeverLookedFor => "belum-pernah-dicari",
            Self::Quiet => "lama-tanpa-kabar-langsung",
        };
        format!("{word}/")
    }

    /// Its commitments: lists by deadline start with the earliest, all others follow the register.
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
        let last_day = |id: &CommitmentId| register.commitment(*id).current_deadline.last_day();
        // Sorts are stable: what has one date stays in the order of the register.
        match self {
            Self::Ahead
            | Self::DueSoon
            | Self::PassedLookedFor
            | Self::PassedNotLookedFor
            | Self::Late
            | Self::DoneLate => list.sort_by_key(last_day),
            Self::Quiet => list.sort_by_key(|id| register.commitment(*id).quiet_since),
            _ => {}
        }
        list
    }

    /// Whether a commitment is in a list that the register does not keep itself.
    fn contains(self, commitment: &Commitment<'_>) -> bool {
        let deadline = commitment.current_deadline;
        let is_passed = deadline.state == DeadlineState::PassedUnknown;
        let is_looked_for = commitment.is_looked_for_since_deadline();
        match self {
            Self::All | Self::Office(_) | Self::District(_) | Self::Topic(_) => true,
            Self::Group(group) => commitment.status_group() == group,
            Self::Status(status) => commitment.status == KnownStatus::Given(status),
            Self::Ahead => deadline.state == DeadlineState::Ahead,
            Self::DueSoon => deadline.is_near,
            Self::PassedLookedFor => is_passed && is_looked_for,
            Self::PassedNotLookedFor => is_passed && !is_looked_for,
            Self::Late => deadline.state == DeadlineState::Late,
            Self::DoneInTime => deadline.state == DeadlineState::DoneInTime,
            Self::DoneLate => deadline.state == DeadlineState::DoneLate,
            Self::NoDate => deadline.state == DeadlineState::NoDate,
            Self::Waiting => commitment.is_waiting(),
            Self::RelatedNewsOnly => commitment.news() == NewsKind::Related,
            Self::NeverLookedFor => commitment.last_check.is_none(),
            Self::Quiet => commitment.quiet_since.is_some(),
        }
    }
}
