//! A commitment with what became of it: its status is never written down but follows from the follow-ups.

use super::{CommitmentId, EntryId, FollowUp, FollowUpId, OfficeId, QUIET_DAYS, Timeliness};
use crate::records::{self, Bearing, Day, Deadline, Status};

/// A commitment as of the day.
#[derive(Debug)]
pub struct Commitment<'r> {
    /// The record.
    pub record: &'r records::Commitment,
    /// The aspiration or announcement below which it stands.
    pub entry: EntryId,
    /// Which of the entry's answers made it.
    pub response_index: usize,
    /// The office that made it.
    pub office: Option<OfficeId>,
    /// The day on which it was made: the stop's.
    pub made_on: Day,
    /// The last dated status; none if the stop's own record is all there is.
    pub status: Option<Status>,
    /// The follow-up that says so.
    pub status_source: Option<FollowUpId>,
    /// Everything about it, oldest first.
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
    /// Days without news, where that is [`QUIET`] or more and the matter is not ended.
    pub days_without_news: Option<i64>,
    /// Since when it is done.
    pub done_since: Option<Day>,
}

/// A deadline and how the commitment stands against it.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineStatus<'r> {
    /// As it was given; none if none was.
    pub due: Option<&'r Deadline>,
    /// How the commitment stands against it on the day.
    pub timeliness: Timeliness,
}

/// The groups in which statuses are shown to citizens (records.md, "Status").
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

    /// The key of its message `group-KEY`, and its value in the tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::NotStarted => "not-started",
            Self::UnderWay => "under-way",
            Self::Done => "done",
            Self::NotPursued => "not-pursued",
        }
    }

    /// The group of a status.
    pub fn of(status: Option<Status>) -> Self {
        match status {
            None | Some(Status::Planned | Status::NotAssessable) => Self::NotStarted,
            Some(Status::InProgress | Status::Stalled | Status::PartlyDone) => Self::UnderWay,
            Some(Status::DoneReported | Status::DoneVerified) => Self::Done,
            Some(Status::Superseded | Status::Dropped) => Self::NotPursued,
        }
    }
}

impl DeadlineStatus<'_> {
    /// The last day that still keeps it, if one can be read from it.
    pub fn last_day(&self) -> Option<Day> {
        self.due
            .and_then(|due| due.date)
            .map(records::PartialDate::last_day)
    }
}

impl<'r> Commitment<'r> {
    /// A commitment of which nothing is known but the promise.
    pub(super) fn new(
        record: &'r records::Commitment,
        entry: EntryId,
        response: usize,
        office: Option<OfficeId>,
        made: Day,
    ) -> Self {
        let first = DeadlineStatus {
            due: record.due.as_ref().map(|d| &d.value),
            timeliness: Timeliness::NoDeadline,
        };
        Self {
            record,
            entry,
            response_index: response,
            office,
            made_on: made,
            status: None,
            status_source: None,
            timeline: Vec::new(),
            first_deadline: first,
            current_deadline: first,
            last_news: made,
            last_check: None,
            replaced_by: None,
            replaces: Vec::new(),
            days_without_news: None,
            done_since: None,
        }
    }

    /// Takes the next follow-up, in the order of time.
    pub(super) fn apply_follow_up(&mut self, id: FollowUpId, news: &FollowUp<'r>) {
        let record = news.record;
        self.timeline.push(id);
        if record.check {
            self.last_check = Some(record.date.value);
            return;
        }
        self.last_news = self.last_news.max(record.date.value);
        if record.bearing == Bearing::Related {
            return;
        }
        if let Some(due) = &record.due {
            self.current_deadline.due = Some(&due.value);
        }
        if let Some(status) = record.status.map(|s| s.value) {
            self.done_since = status
                .is_done()
                .then(|| self.done_since.unwrap_or(record.date.value));
            self.status = Some(status);
            self.status_source = Some(id);
            // Only while it is superseded does another stand in its place.
            self.replaced_by = news.replaced_by;
        }
    }

    /// When all follow-ups are taken: how it stands on the day.
    pub(super) fn evaluate(&mut self, day: Day) {
        for deadline in [&mut self.first_deadline, &mut self.current_deadline] {
            let waits = self.record.budget.is_some() || !self.record.conditions.is_empty();
            deadline.timeliness = Timeliness::of(
                deadline.last_day(),
                self.status,
                self.done_since,
                waits,
                day,
            );
        }
        let ended = matches!(
            StatusGroup::of(self.status),
            StatusGroup::Done | StatusGroup::NotPursued
        );
        self.days_without_news =
            Some(day.days_since(self.last_news)).filter(|days| *days >= QUIET_DAYS && !ended);
    }

    /// Was the deadline moved?
    pub fn has_moved_deadline(&self) -> bool {
        let words = |due: Option<&'r Deadline>| {
            let said = due?.wording.as_ref()?.translations.iter();
            Some(said.map(|s| (s.lang, s.text.as_str())).collect::<Vec<_>>())
        };
        let by = |due: Option<&Deadline>| due.and_then(|d| d.date);
        let (first, current) = (self.first_deadline.due, self.current_deadline.due);
        by(first) != by(current) || words(first) != words(current)
    }

    /// Its group.
    pub fn status_group(&self) -> StatusGroup {
        StatusGroup::of(self.status)
    }
}
