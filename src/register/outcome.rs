//! What became of an aspiration on the spot: computed from its responses and sources
//! (`Entry::outcome`), never written in a record.

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
}
