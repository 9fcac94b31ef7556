//! Statuses of commitments as follow-ups give them, what is known of a commitment, and the groups in
//! which that is shown to citizens.

use schemars::JsonSchema;

/// What became of a commitment, as a follow-up says. Of a commitment less may be known: see
/// [`KnownStatus`].
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Deserialize,
    serde::Serialize,
    JsonSchema,
)]
#[serde(rename_all = "kebab-case")]
#[schemars(
    description = "What became of a commitment, by the last dated entry (records.md, \"Status\")."
)]
pub enum Status {
    /// Planned or budgeted.
    Planned,
    /// Under way.
    InProgress,
    /// Held up.
    Stalled,
    /// Partly delivered.
    PartlyDone,
    /// Done, as the office says.
    DoneReported,
    /// Done, as someone other than the office says.
    DoneVerified,
    /// Another commitment took its place.
    Superseded,
    /// Not pursued.
    Dropped,
    /// A word or a measure is missing.
    NotAssessable,
}

impl Status {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 9] = [
        Self::Planned,
        Self::InProgress,
        Self::Stalled,
        Self::PartlyDone,
        Self::DoneReported,
        Self::DoneVerified,
        Self::Superseded,
        Self::Dropped,
        Self::NotAssessable,
    ];

    /// Whether the promise is kept, by whoever's word.
    pub fn is_done(self) -> bool {
        matches!(self, Self::DoneReported | Self::DoneVerified)
    }

    /// Whether it says that the promise is not kept yet, though nobody gave it up. Of what cannot
    /// be assessed that is not known either.
    pub fn is_unfinished(self) -> bool {
        matches!(
            self,
            Self::Planned | Self::InProgress | Self::Stalled | Self::PartlyDone
        )
    }

    /// As it is written in YAML, in data and in the keys of texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::InProgress => "in-progress",
            Self::Stalled => "stalled",
            Self::PartlyDone => "partly-done",
            Self::DoneReported => "done-reported",
            Self::DoneVerified => "done-verified",
            Self::Superseded => "superseded",
            Self::Dropped => "dropped",
            Self::NotAssessable => "not-assessable",
        }
    }
}

/// What is known of a commitment: never written in a record, it follows from the follow-ups. That
/// nothing is known does not mean that nothing was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownStatus {
    /// No follow-up about this very matter.
    NoDirectNews,
    /// Follow-ups about this very matter, none of which gives a status.
    WithoutStatus,
    /// The status that the last of them gives.
    Given(Status),
}

impl KnownStatus {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::NoDirectNews,
        Self::WithoutStatus,
        Self::Given(Status::Planned),
        Self::Given(Status::InProgress),
        Self::Given(Status::Stalled),
        Self::Given(Status::PartlyDone),
        Self::Given(Status::DoneReported),
        Self::Given(Status::DoneVerified),
        Self::Given(Status::Superseded),
        Self::Given(Status::Dropped),
        Self::Given(Status::NotAssessable),
    ];

    /// The status, if a follow-up gives one.
    pub fn status(self) -> Option<Status> {
        match self {
            Self::NoDirectNews | Self::WithoutStatus => None,
            Self::Given(status) => Some(status),
        }
    }

    /// As it is written in data and in the keys of texts (`status-KEY`).
    pub fn key(self) -> &'static str {
        match self {
            Self::NoDirectNews => "no-direct-news",
            Self::WithoutStatus => "without-status",
            Self::Given(status) => status.key(),
        }
    }

    /// The group in which it is shown.
    pub fn group(self) -> StatusGroup {
        match self {
            Self::NoDirectNews => StatusGroup::NoDirectNews,
            Self::WithoutStatus => StatusGroup::WithoutStatus,
            Self::Given(
                Status::Planned | Status::InProgress | Status::Stalled | Status::PartlyDone,
            ) => StatusGroup::UnderWay,
            Self::Given(Status::DoneReported | Status::DoneVerified) => StatusGroup::Done,
            Self::Given(Status::Superseded | Status::Dropped) => StatusGroup::NotPursued,
            Self::Given(Status::NotAssessable) => StatusGroup::NotAssessable,
        }
    }
}

/// The groups in which commitments are shown to citizens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusGroup {
    /// Belum ada kabar langsung
    NoDirectNews,
    /// Ada kabar langsung, tanpa status
    WithoutStatus,
    /// Berjalan
    UnderWay,
    /// Selesai
    Done,
    /// Tidak dilanjutkan
    NotPursued,
    /// Belum dapat dinilai
    NotAssessable,
}

impl StatusGroup {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 6] = [
        Self::NoDirectNews,
        Self::WithoutStatus,
        Self::UnderWay,
        Self::Done,
        Self::NotPursued,
        Self::NotAssessable,
    ];

    /// Whether nothing more is expected of the office.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::NotPursued)
    }

    /// As it is written in data and in the keys of texts (`group-KEY`).
    pub fn key(self) -> &'static str {
        match self {
            Self::NoDirectNews => "no-direct-news",
            Self::WithoutStatus => "without-status",
            Self::UnderWay => "under-way",
            Self::Done => "done",
            Self::NotPursued => "not-pursued",
            Self::NotAssessable => "not-assessable",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_the_format() {
        for status in Status::ALL {
            assert_eq!(serde_json::json!(status), status.key());
        }
    }
}
