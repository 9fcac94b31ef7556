//! A commitment as of a day: its status is never written in the records but follows from the
//! follow-ups.

use super::{CommitmentId, EntryId, FollowUpId, OfficeId, Timeliness};
use crate::records::{self, Day, Deadline, Lang, Progress, Status, StatusGroup};

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
    /// The last dated status; `None` if the stop's own record is all there is.
    pub status: Option<Status>,
    /// The follow-up that gives it.
    pub status_source: Option<FollowUpId>,
    /// Every follow-up about it, oldest first.
    pub timeline: Vec<FollowUpId>,
    /// The deadline given at first.
    pub first_deadline: DeadlineStatus<'r>,
    /// The deadline in force; the first one if it was never moved.
    pub current_deadline: DeadlineStatus<'r>,
    /// The day of the last news, of the promise itself if there is none.
    pub last_news: Day,
    /// The day on which someone last looked and found nothing new.
    pub last_check: Option<Day>,
    /// The commitment that took its place.
    pub replaced_by: Option<CommitmentId>,
    /// The commitments whose place it took.
    pub replaces: Vec<CommitmentId>,
    /// Days without news, if they are at least [`records::QUIET_DAYS`] and its group is not closed.
    pub days_without_news: Option<i64>,
    /// Since when it is done.
    pub done_since: Option<Day>,
}

/// A deadline, and how the commitment stands against it on the day.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineStatus<'r> {
    /// As it was given; `None` if none was.
    pub due: Option<&'r Deadline>,
    /// How the commitment stands against it.
    pub timeliness: Timeliness,
}

impl DeadlineStatus<'_> {
    /// The last day that still keeps it, if one can be read from it.
    pub fn last_day(&self) -> Option<Day> {
        Some(self.due?.date?.last_day())
    }
}

impl<'r> Commitment<'r> {
    /// A commitment of which nothing is known yet but the promise.
    pub(super) fn new(
        record: &'r records::Commitment,
        entry: EntryId,
        response_index: usize,
        office: Option<OfficeId>,
        made_on: Day,
    ) -> Self {
        let deadline = DeadlineStatus {
            due: record.due.as_ref().map(|due| &due.value),
            timeliness: Timeliness::NoDeadline,
        };
        Self {
            record,
            entry,
            response_index,
            office,
            made_on,
            status: None,
            status_source: None,
            timeline: Vec::new(),
            first_deadline: deadline,
            current_deadline: deadline,
            last_news: made_on,
            last_check: None,
            replaced_by: None,
            replaces: Vec::new(),
            days_without_news: None,
            done_since: None,
        }
    }

    /// Sets what follows from all of its follow-ups, as it stands on a day.
    pub(super) fn evaluate(&mut self, progress: &Progress<'r>, day: Day) {
        self.status = progress.status;
        self.status_source = progress.status_index.map(|n| self.timeline[n]);
        self.last_news = progress.last_news;
        self.last_check = progress.last_check;
        self.done_since = progress.done_since;
        self.days_without_news = progress.quiet_days(day);
        self.current_deadline.due = progress.deadline;
        // For something that comes first; until the commitment has begun, no deadline holds it to a
        // day.
        let waits = self.record.budget.is_some() || !self.record.conditions.is_empty();
        for deadline in [&mut self.first_deadline, &mut self.current_deadline] {
            deadline.timeliness = Timeliness::of(
                deadline.last_day(),
                self.status,
                self.done_since,
                waits,
                day,
            );
        }
    }

    /// Whether the deadline in force is another than the first: another day, or other words.
    pub fn has_moved_deadline(&self) -> bool {
        let (first, current) = (self.first_deadline.due, self.current_deadline.due);
        first.and_then(|due| due.date) != current.and_then(|due| due.date)
            || wording(first) != wording(current)
    }

    /// The group in which its status is shown.
    pub fn status_group(&self) -> StatusGroup {
        StatusGroup::of(self.status)
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
