//! How a commitment stands against its deadline: computed from days, never written in a record, and
//! no part of its status. Every state names a date; none counts days.

use crate::records::{Day, Deadline, Progress, Status};

/// So many days before its last day a deadline counts as near.
pub const DUE_SOON_DAYS: i64 = 30;

/// How a commitment stands against one deadline on a day; exactly one is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DeadlineState {
    /// The last day has not passed.
    Ahead,
    /// It has passed, and no direct news dated after it says whether it was done.
    PassedUnknown,
    /// It has passed, and direct news dated after it says that it was not done.
    Late,
    /// Done by the last day.
    DoneInTime,
    /// Done after the last day.
    DoneLate,
    /// No date was named, or none can be read from what was said.
    NoDate,
    /// Superseded or dropped: nothing is due any more.
    Closed,
}

impl DeadlineState {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 7] = [
        Self::Ahead,
        Self::PassedUnknown,
        Self::Late,
        Self::DoneInTime,
        Self::DoneLate,
        Self::NoDate,
        Self::Closed,
    ];

    /// The key of its messages `deadline-KEY`, and its value in the tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::NoDate => "no-date",
            Self::Ahead => "ahead",
            Self::PassedUnknown => "passed-unknown",
            Self::Late => "late",
            Self::DoneInTime => "done-in-time",
            Self::DoneLate => "done-late",
            Self::Closed => "closed",
        }
    }

    /// Compares a commitment with the last day that keeps a deadline, as of `day`.
    fn of(last_day: Option<Day>, progress: &Progress<'_>, day: Day) -> Self {
        let Some(last_day) = last_day else {
            return Self::NoDate;
        };
        match progress.status.status() {
            Some(Status::Superseded | Status::Dropped) => Self::Closed,
            // The day on which it was done counts, not how long ago that was.
            Some(Status::DoneReported | Status::DoneVerified) => {
                if progress.done_since.is_some_and(|done| done > last_day) {
                    Self::DoneLate
                } else {
                    Self::DoneInTime
                }
            }
            // On the last day itself it is still due.
            _ if last_day >= day => Self::Ahead,
            _ if progress.last_unfinished.is_some_and(|news| news > last_day) => Self::Late,
            _ => Self::PassedUnknown,
        }
    }
}

/// A deadline, and how the commitment stands against it on the day.
#[derive(Clone, Copy, Debug)]
pub struct DeadlineStatus<'r> {
    /// As it was given; `None` if none was.
    pub due: Option<&'r Deadline>,
    /// How the commitment stands against it.
    pub state: DeadlineState,
    /// Whether its last day is at most [`DUE_SOON_DAYS`] days away.
    pub is_near: bool,
}

impl<'r> DeadlineStatus<'r> {
    /// A deadline, and how a commitment stands against it as of `day`.
    pub(super) fn new(due: Option<&'r Deadline>, progress: &Progress<'_>, day: Day) -> Self {
        let last_day = due.and_then(Deadline::last_day);
        let state = DeadlineState::of(last_day, progress, day);
        Self {
            due,
            state,
            is_near: state == DeadlineState::Ahead
                && last_day.is_some_and(|last| last.days_since(day) <= DUE_SOON_DAYS),
        }
    }

    /// The last day that still keeps it, if one can be read from it.
    pub fn last_day(&self) -> Option<Day> {
        self.due?.last_day()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::records::KnownStatus;

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    /// A commitment due on 31 December 2022, on a day.
    fn state(today: &str, known: impl FnOnce(&mut Progress<'_>)) -> DeadlineState {
        let mut progress = Progress {
            status: KnownStatus::NoDirectNews,
            status_index: None,
            deadline: None,
            made_on: day("2022-03-18"),
            last_direct_news: None,
            last_related_news: None,
            last_unfinished: None,
            last_check: None,
            done_since: None,
        };
        known(&mut progress);
        DeadlineState::of(Some(day("2022-12-31")), &progress, day(today))
    }

    #[test]
    fn silence_is_not_lateness() {
        for (today, expected) in [
            ("2022-12-30", DeadlineState::Ahead),
            ("2022-12-31", DeadlineState::Ahead),
            ("2023-01-01", DeadlineState::PassedUnknown),
            ("2026-01-01", DeadlineState::PassedUnknown),
        ] {
            assert_eq!(state(today, |_| {}), expected, "{today}");
        }
    }

    #[test]
    fn late_needs_news_after_the_last_day() {
        for (news, expected) in [
            ("2022-12-31", DeadlineState::PassedUnknown),
            ("2023-01-01", DeadlineState::Late),
        ] {
            let found = state("2024-01-01", |p| {
                p.status = KnownStatus::Given(Status::Stalled);
                p.last_unfinished = Some(day(news));
            });
            assert_eq!(found, expected, "{news}");
        }
    }

    #[test]
    fn the_day_on_which_it_was_done_counts() {
        for (done, expected) in [
            ("2022-12-30", DeadlineState::DoneInTime),
            ("2022-12-31", DeadlineState::DoneInTime),
            ("2023-01-01", DeadlineState::DoneLate),
        ] {
            let found = state("2024-01-01", |p| {
                p.status = KnownStatus::Given(Status::DoneReported);
                p.done_since = Some(day(done));
            });
            assert_eq!(found, expected, "{done}");
        }
        let dropped = |p: &mut Progress<'_>| p.status = KnownStatus::Given(Status::Dropped);
        assert_eq!(state("2024-01-01", dropped), DeadlineState::Closed);
    }
}
