//! Whether a commitment is late: computed from days, never written in a record, and no part of its
//! status.

use crate::records::{Day, Status, StatusGroup};

/// So many days before its last day a deadline counts as near.
pub const DUE_SOON_DAYS: i64 = 30;

/// How a commitment stands against one deadline; days are whole days of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Timeliness {
    /// Done in time, or the deadline is more than [`DUE_SOON_DAYS`] days away.
    OnTime,
    /// So many days are left.
    DueSoon(i64),
    /// The deadline passed so many days ago.
    Overdue(i64),
    /// Done so many days after the deadline.
    DoneLate(i64),
    /// No day can be read from what was said, or nothing was said.
    NoDeadline,
    /// The same, but a condition or a budget comes first and nothing has begun.
    Waiting,
    /// Superseded or dropped: nothing is due any more.
    Closed,
}

impl Timeliness {
    /// The key of its message `time-KEY`, and its value in the tables.
    pub fn key(self) -> &'static str {
        match self {
            Self::OnTime => "on-time",
            Self::DueSoon(_) => "due-soon",
            Self::Overdue(_) => "overdue",
            Self::DoneLate(_) => "done-late",
            Self::NoDeadline => "no-deadline",
            Self::Waiting => "waiting",
            Self::Closed => "closed",
        }
    }

    /// Compares a commitment with a deadline on a day. `last_day` is the last that keeps it,
    /// `done_since` the day since when the commitment is done; `waits` says that a condition or a
    /// budget was named.
    pub(super) fn of(
        last_day: Option<Day>,
        status: Option<Status>,
        done_since: Option<Day>,
        waits: bool,
        day: Day,
    ) -> Self {
        let group = StatusGroup::of(status);
        let Some(last_day) = last_day else {
            return match group {
                StatusGroup::NotPursued => Self::Closed,
                // Once something has begun, the condition is met.
                StatusGroup::NotStarted if waits => Self::Waiting,
                _ => Self::NoDeadline,
            };
        };
        match group {
            StatusGroup::NotPursued => Self::Closed,
            // The day on which it was done counts, not how long ago that was.
            StatusGroup::Done => match done_since.unwrap_or(day).days_since(last_day) {
                late if late > 0 => Self::DoneLate(late),
                _ => Self::OnTime,
            },
            StatusGroup::NotStarted | StatusGroup::UnderWay => match last_day.days_since(day) {
                // On the last day itself it is still due, not late.
                left if left < 0 => Self::Overdue(-left),
                left if left <= DUE_SOON_DAYS => Self::DueSoon(left),
                _ => Self::OnTime,
            },
        }
    }

    /// The days it counts, if it counts any.
    pub fn days(self) -> Option<i64> {
        match self {
            Self::DueSoon(days) | Self::Overdue(days) | Self::DoneLate(days) => Some(days),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn against_a_deadline() {
        let day = |text: &str| Day::parse(text).unwrap();
        let due = Some(day("2022-12-31"));
        let at = |status, done: Option<&str>, today| {
            Timeliness::of(due, status, done.map(day), false, day(today))
        };
        assert_eq!(at(None, None, "2022-11-30"), Timeliness::OnTime);
        assert_eq!(at(None, None, "2022-12-01"), Timeliness::DueSoon(30));
        assert_eq!(at(None, None, "2022-12-31"), Timeliness::DueSoon(0));
        assert_eq!(
            at(Some(Status::InProgress), None, "2023-01-01"),
            Timeliness::Overdue(1)
        );
        assert_eq!(
            at(Some(Status::DoneReported), Some("2022-12-31"), "2024-01-01"),
            Timeliness::OnTime
        );
        assert_eq!(
            at(Some(Status::DoneVerified), Some("2023-01-10"), "2024-01-01"),
            Timeliness::DoneLate(10)
        );
        assert_eq!(
            at(Some(Status::Dropped), None, "2024-01-01"),
            Timeliness::Closed
        );
    }

    #[test]
    fn without_a_day() {
        let day = Day::parse("2022-12-31").unwrap();
        assert_eq!(
            Timeliness::of(None, None, None, true, day),
            Timeliness::Waiting
        );
        assert_eq!(
            Timeliness::of(None, Some(Status::InProgress), None, true, day),
            Timeliness::NoDeadline
        );
        assert_eq!(
            Timeliness::of(None, None, None, false, day),
            Timeliness::NoDeadline
        );
    }
}
