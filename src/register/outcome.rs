//! What became of an aspiration on the spot: computed from its responses and sources, never written
//! in a record.

use super::Entry;
use crate::records::{AnswerKind, Setting};

/// What became of an aspiration; exactly one is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// An answer holds a commitment.
    Promised,
    /// There is an answer of another kind.
    Answered,
    /// Somebody answered; the sources do not say what.
    Unreported,
    /// No answer in what could be read: some source was read only in part.
    NotFound,
    /// No answer is recorded, though every source was read whole.
    Unanswered,
    /// It was told to a reporter, and nobody is known to have answered.
    ToldToReporters,
    /// It is counted and not shown.
    Withheld,
}

impl Outcome {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Promised,
        Self::Answered,
        Self::Unreported,
        Self::NotFound,
        Self::Unanswered,
        Self::ToldToReporters,
        Self::Withheld,
    ];

    /// The key of its messages `outcome-KEY`, and its value in the tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Promised => "promised",
            Self::Answered => "answered",
            Self::Unreported => "unreported",
            Self::NotFound => "not-found",
            Self::Unanswered => "unanswered",
            Self::ToldToReporters => "told-to-reporters",
            Self::Withheld => "withheld",
        }
    }

    /// What became of an aspiration; `None` for an announcement, which asks for nothing.
    pub(super) fn of(entry: &Entry<'_>) -> Option<Self> {
        entry.aspiration()?;
        if entry.withheld_reason().is_some() {
            return Some(Self::Withheld);
        }
        let mut commitments = entry.commitments().map(drop);
        let mut withdrawn = entry.withdrawn_commitments().map(drop);
        // What was promised was promised, though it was withdrawn later.
        if commitments.next().or_else(|| withdrawn.next()).is_some() {
            return Some(Self::Promised);
        }
        let kinds = entry.answer_kinds();
        let outcome = match kinds[..] {
            [] if entry.setting == Setting::Media => Self::ToldToReporters,
            [] if entry.sources.iter().any(|source| source.partial) => Self::NotFound,
            [] => Self::Unanswered,
            [AnswerKind::Unreported] => Self::Unreported,
            _ => Self::Answered,
        };
        Some(outcome)
    }
}
