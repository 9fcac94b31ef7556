//! The columns of figures that rows of stops, kecamatan, offices and topics share. Counts of one
//! kind add up to their total, withheld ones among them; two kinds are never added up.

use schemars::JsonSchema;
use serde::Serialize;

/// How many of what, as of the day.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Figures")]
pub struct FigureColumns {
    /// Of aspirations and announcements.
    #[serde(flatten)]
    pub entries: EntryFigures,
    /// Of commitments.
    #[serde(flatten)]
    pub commitments: CommitmentFigures,
}

/// How many of what an office answered and promised, as of the day. What became of an aspiration is
/// not counted by office: where nobody answered, no office is known.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "OfficeFigures")]
pub struct OfficeFigures {
    /// Aspirations that it answered.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations: usize,
    /// Announcements in which it spoke.
    #[schemars(extend("unit" = "pengumuman"))]
    pub announcements: usize,
    /// Of its commitments.
    #[serde(flatten)]
    pub commitments: CommitmentFigures,
}

/// Aspirations by what became of them, and announcements.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "EntryFigures")]
pub struct EntryFigures {
    /// Aspirations; the seven outcomes add up to it.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations: usize,
    /// Answered with a promise.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_promised: usize,
    /// Answered in another way.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_answered: usize,
    /// An answer on the spot is mentioned; the contents are not given.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_unreported: usize,
    /// No answer in what could be read of the sources.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_not_found: usize,
    /// No answer recorded, though every source was read whole.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_unanswered: usize,
    /// Told to reporters; nobody is known to have answered.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_told_to_reporters: usize,
    /// Withheld.
    #[schemars(extend("unit" = "aspirasi"))]
    pub aspirations_withheld: usize,
    /// Announcements.
    #[schemars(extend("unit" = "pengumuman"))]
    pub announcements: usize,
}

/// Commitments by group, by deadline and by the news there is of them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "CommitmentFigures")]
pub struct CommitmentFigures {
    /// Commitments; withheld ones and those of all groups add up to it, and so do withheld ones and
    /// those of all states of the deadline, and withheld ones and those of all kinds of news.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments: usize,
    /// Made in aspirations that are withheld: nothing else is said of them.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_withheld: usize,
    /// Group: no direct news.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_no_direct_news: usize,
    /// Group: direct news, none of which gives a status.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_without_status: usize,
    /// Group: under way.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_under_way: usize,
    /// Group: done, by whoever's word.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_done: usize,
    /// Group: not pursued.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_not_pursued: usize,
    /// Group: not assessable.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_not_assessable: usize,
    /// Deadline: its last day has not passed.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_ahead: usize,
    /// Deadline: passed, and no later direct news says whether it was done.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_passed_unknown: usize,
    /// Deadline: passed, and later direct news says that it was not done.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_late: usize,
    /// Deadline: done by its last day.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_done_in_time: usize,
    /// Deadline: done after its last day.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_done_late: usize,
    /// Deadline: no date.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_no_date: usize,
    /// Deadline: superseded or dropped, so that nothing is due any more.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_closed: usize,
    /// News: about this very matter; and it was looked for.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_direct_news_looked_for: usize,
    /// News: about this very matter; and it was never looked for.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_direct_news_never_looked_for: usize,
    /// News: of the same subject elsewhere only; and it was looked for.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_related_news_looked_for: usize,
    /// News: of the same subject elsewhere only; and it was never looked for.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_related_news_never_looked_for: usize,
    /// News: none; and it was looked for.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_no_news_looked_for: usize,
    /// News: none; and it was never looked for.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_no_news_never_looked_for: usize,
    /// Of those whose deadline is ahead: within 30 days.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_due_soon: usize,
    /// Of those whose deadline has passed with nothing known: looked for.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_passed_looked_for: usize,
    /// On a condition or a budget, with nothing known to have begun.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_waiting: usize,
    /// Without direct news for 180 days or more.
    #[schemars(extend("unit" = "komitmen"))]
    pub commitments_quiet: usize,
}
