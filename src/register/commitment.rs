//! A commitment as of a day: its status is never written in the records but follows from the
//! follow-ups.

use super::{CommitmentId, DeadlineStatus, EntryId, FollowUpId, OfficeId};
use crate::records::{self, Day, Deadline, KnownStatus, Lang, Progress, StatusGroup};

/// A commitment as of the day.
#[derive(Debug)]
pub struct Commitment<'r> {
    /// The record.
    pub record: &'r records::Commitment,
    /// The aspiration or announcement in which it was made.
    pub entry: EntryId,
    /// Which of the entry's responses made it.
    pub response_index: usize,
    /// The office that made it.
    pub office: Option<OfficeId>,
    /// The day on which it was made: the stop's.
    pub made_on: Day,
    /// What is known of it.
    pub status: KnownStatus,
    /// The follow-up that gives it.
    pub status_source: Option<FollowUpId>,
    /// Every follow-up about it, oldest first.
    pub timeline: Vec<FollowUpId>,
    /// The deadline given at first.
    pub first_deadline: DeadlineStatus<'r>,
    /// The deadline in force; the first one if it was never moved.
    pub current_deadline: DeadlineStatus<'r>,
    /// The day of the last news about this very matter.
    pub last_direct_news: Option<Day>,
    /// The day of the last news of the same subject elsewhere.
    pub last_related_news: Option<Day>,
    /// The day on which someone last looked and found nothing new.
    pub last_check: Option<Day>,
    /// The commitment that took its place.
    pub replaced_by: Option<CommitmentId>,
    /// The commitments whose place it took.
    pub replaces: Vec<CommitmentId>,
    /// Since when there has been no direct news, if that is at least [`records::QUIET_DAYS`] days and
    /// its group is not closed.
    pub quiet_since: Option<Day>,
    /// Since when it is done.
    pub done_since: Option<Day>,
}

/// What kind of news there is of a commitment; checks are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NewsKind {
    /// About this very matter.
    Direct,
    /// Of the same subject elsewhere only.
    Related,
    /// None at all.
    None,
}

impl NewsKind {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 3] = [Self::Direct, Self::Related, Self::None];

    /// The key of its message `news-KEY`, and its value in the tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Related => "related",
            Self::None => "none",
        }
    }
}

impl<'r> Commitment<'r> {
    /// A commitment of which nothing is known yet but the promise, as of `day`.
    pub(super) fn new(
        record: &'r records::Commitment,
        entry: EntryId,
        response_index: usize,
        office: Option<OfficeId>,
        made_on: Day,
    ) -> Self {
        let nothing = Progress::of(record, made_on, None);
        let deadline = DeadlineStatus::new(nothing.deadline, &nothing, made_on);
        Self {
            record,
            entry,
            response_index,
            office,
            made_on,
            status: nothing.status,
            status_source: None,
            timeline: Vec::new(),
            first_deadline: deadline,
            current_deadline: deadline,
            last_direct_news: None,
            last_related_news: None,
            last_check: None,
            replaced_by: None,
            replaces: Vec::new(),
            quiet_since: None,
            done_since: None,
        }
    }

    /// Sets what follows from all of its follow-ups, as it stands on a day.
    pub(super) fn evaluate(&mut self, progress: &Progress<'r>, day: Day) {
        self.status = progress.status;
        self.status_source = progress.status_index.map(|n| self.timeline[n]);
        self.last_direct_news = progress.last_direct_news;
        self.last_related_news = progress.last_related_news;
        self.last_check = progress.last_check;
        self.done_since = progress.done_since;
        self.quiet_since = progress.quiet_since(day);
        self.first_deadline = DeadlineStatus::new(self.first_deadline.due, progress, day);
        self.current_deadline = DeadlineStatus::new(progress.deadline, progress, day);
    }

    /// What kind of news there is of it.
    pub fn news(&self) -> NewsKind {
        match (self.last_direct_news, self.last_related_news) {
            (Some(_), _) => NewsKind::Direct,
            (None, Some(_)) => NewsKind::Related,
            (None, None) => NewsKind::None,
        }
    }

    /// Whether somebody looked for news after the last day of its deadline.
    pub fn is_looked_for_since_deadline(&self) -> bool {
        self.last_check > self.current_deadline.last_day()
    }

    /// Whether it depends on a condition or a budget, and nothing is known to have begun.
    pub fn is_waiting(&self) -> bool {
        let has_condition = self.record.budget.is_some() || !self.record.conditions.is_empty();
        has_condition
            && matches!(
                self.status_group(),
                StatusGroup::NoDirectNews | StatusGroup::WithoutStatus
            )
    }

    /// Whether the deadline in force is another than the first: another day, or other words.
    pub fn has_moved_deadline(&self) -> bool {
        let (first, current) = (self.first_deadline.due, self.current_deadline.due);
        first.and_then(|due| due.date) != current.and_then(|due| due.date)
            || wording(first) != wording(current)
    }

    /// The group in which its status is shown.
    pub fn status_group(&self) -> StatusGroup {
        self.status.group()
    }
}

/// The words of a deadline by language. Where they are written is left out: a deadline that a
/// follow-up repeats was not moved.
fn wording(due: Option<&Deadline>) -> Vec<(Option<Lang>, &str)> {
    let Some(text) = due.and_then(|due| due.wording.as_ref()) else {
        return Vec::new();
    };
    let translations = text.translations.iter();
    translations.map(|t| (t.lang, t.text.as_str())).collect()
}
