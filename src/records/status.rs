//! Statuses of commitments, and the four groups in which they are shown to citizens.

use schemars::JsonSchema;

/// What became of a commitment, as its last dated follow-up says. A commitment without one is
/// "recorded", which is never written and therefore no status: hence `Option<Status>` wherever a
/// commitment is meant.
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

    /// The key of a commitment's status, `recorded` if no follow-up gives one.
    pub fn key_or_recorded(status: Option<Self>) -> &'static str {
        status.map_or("recorded", Self::key)
    }
}

/// The groups in which statuses are shown to citizens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StatusGroup {
    /// Belum
    NotStarted,
    /// Berjalan
    UnderWay,
    /// Selesai
    Done,
    /// Tidak dilanjutkan
    NotPursued,
}

impl StatusGroup {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [
        Self::NotStarted,
        Self::UnderWay,
        Self::Done,
        Self::NotPursued,
    ];

    /// The group of a commitment's status.
    pub fn of(status: Option<Status>) -> Self {
        match status {
            None | Some(Status::Planned | Status::NotAssessable) => Self::NotStarted,
            Some(Status::InProgress | Status::Stalled | Status::PartlyDone) => Self::UnderWay,
            Some(Status::DoneReported | Status::DoneVerified) => Self::Done,
            Some(Status::Superseded | Status::Dropped) => Self::NotPursued,
        }
    }

    /// Whether nothing more is expected of the office.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Done | Self::NotPursued)
    }

    /// As it is written in data and in the keys of texts.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::UnderWay => "under-way",
            Self::Done => "done",
            Self::NotPursued => "not-pursued",
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
