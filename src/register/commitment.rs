//! A commitment with what became of it: its status is never written down but follows from the follow-ups.

use super::{CommitmentId, EntryId, News, NewsId, OfficeId, QUIET, Timeliness};
use crate::records::{self, Bearing, Day, Due, Status};

/// A commitment as of the day.
#[derive(Debug)]
pub struct Commitment<'r> {
    /// The record.
    pub record: &'r records::Commitment,
    /// The aspiration or announcement below which it stands.
    pub entry: EntryId,
    /// Which of the entry's answers made it.
    pub response: usize,
    /// The office that made it.
    pub office: Option<OfficeId>,
    /// The day on which it was made: the stop's.
    pub made: Day,
    /// The last dated status; none if the stop's own record is all there is.
    pub status: Option<Status>,
    /// The follow-up that says so.
    pub settled: Option<NewsId>,
    /// Everything about it, oldest first.
    pub timeline: Vec<NewsId>,
    /// The deadline given at first.
    pub first: Deadline<'r>,
    /// The deadline in force; the first one if it was never moved.
    pub current: Deadline<'r>,
    /// The day of the last news, of the promise itself if there is none.
    pub last_news: Day,
    /// The day on which someone last looked and found nothing new.
    pub last_check: Option<Day>,
    /// The commitment that took its place.
    pub replaced_by: Option<CommitmentId>,
    /// The commitments whose place it took.
    pub replaces: Vec<CommitmentId>,
    /// Days without news, where that is [`QUIET`] or more and the matter is not ended.
    pub quiet: Option<i64>,
    /// Since when it is done.
    pub done: Option<Day>,
}

/// A deadline and how the commitment stands against it.
#[derive(Clone, Copy, Debug)]
pub struct Deadline<'r> {
    /// As it was given; none if none was.
    pub due: Option<&'r Due>,
    /// How the commitment stands against it on the day.
    pub timeliness: Timeliness,
}

/// The groups in which statuses are shown to citizens (records.md, "Status").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Belum
    NotStarted,
    /// Berjalan
    UnderWay,
    /// Selesai
    Done,
    /// Tidak dilanjutkan
    NotPursued,
}

impl Group {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 4] = [Self::NotStarted, Self::UnderWay, Self::Done, Self::NotPursued];

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

impl Deadline<'_> {
    /// The last day that still keeps it, if one can be read from it.
    pub fn last_day(&self) -> Option<Day> {
        self.due.and_then(|due| due.by).map(records::Term::last_day)
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
        let first = Deadline { due: record.due.as_ref().map(|d| &d.value), timeliness: Timeliness::NoDeadline };
        Self {
            record,
            entry,
            response,
            office,
            made,
            status: None,
            settled: None,
            timeline: Vec::new(),
            first,
            current: first,
            last_news: made,
            last_check: None,
            replaced_by: None,
            replaces: Vec::new(),
            quiet: None,
            done: None,
        }
    }

    /// Takes the next follow-up, in the order of time.
    pub(super) fn follow(&mut self, id: NewsId, news: &News<'r>) {
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
            self.current.due = Some(&due.value);
        }
        if let Some(status) = record.status.map(|s| s.value) {
            self.done = status.is_done().then(|| self.done.unwrap_or(record.date.value));
            self.status = Some(status);
            self.settled = Some(id);
            // Only while it is superseded does another stand in its place.
            self.replaced_by = news.replaced_by;
        }
    }

    /// When all follow-ups are taken: how it stands on the day.
    pub(super) fn judge(&mut self, day: Day) {
        for deadline in [&mut self.first, &mut self.current] {
            let waits = self.record.budget.is_some() || !self.record.conditions.is_empty();
            deadline.timeliness = Timeliness::of(deadline.last_day(), self.status, self.done, waits, day);
        }
        let ended = matches!(Group::of(self.status), Group::Done | Group::NotPursued);
        self.quiet = Some(day.days_since(self.last_news)).filter(|days| *days >= QUIET && !ended);
    }

    /// Was the deadline moved?
    pub fn is_moved(&self) -> bool {
        let words = |due: Option<&'r Due>| {
            let said = due?.said.as_ref()?.said.iter();
            Some(said.map(|s| (s.lang, s.text.as_str())).collect::<Vec<_>>())
        };
        let by = |due: Option<&Due>| due.and_then(|d| d.by);
        let (first, current) = (self.first.due, self.current.due);
        by(first) != by(current) || words(first) != words(current)
    }

    /// Its group.
    pub fn group(&self) -> Group {
        Group::of(self.status)
    }
}
