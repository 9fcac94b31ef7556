//! What the follow-ups make of a commitment: what is known of it, its deadline in force, its last
//! news.
//!
//! None of this is ever written in a record. The rules (`checks::warnings`) and the register both
//! compute it here.

use super::{Bearing, Commitment, Day, Deadline, FollowUp, KnownStatus, Status};

/// After so many days without direct news a commitment counts as quiet.
pub const QUIET_DAYS: i64 = 180;

/// A commitment as its follow-ups leave it.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'r> {
    /// What is known of it.
    pub status: KnownStatus,
    /// The place of the follow-up that gives the status, among those that were applied.
    pub status_index: Option<usize>,
    /// The deadline in force; `None` if there never was one.
    pub deadline: Option<&'r Deadline>,
    /// The day on which it was made.
    pub made_on: Day,
    /// The day of the last news about this very matter.
    pub last_direct_news: Option<Day>,
    /// The day of the last news of the same subject elsewhere.
    pub last_related_news: Option<Day>,
    /// The last day on which direct news said that it was not done.
    pub last_unfinished: Option<Day>,
    /// The day on which someone last looked and found nothing new.
    pub last_check: Option<Day>,
    /// Since when it is done, by whoever's word; `None` if it is not, or is open again.
    pub done_since: Option<Day>,
}

impl<'r> Progress<'r> {
    /// The progress of a commitment made on a day, after its follow-ups, given in the order of
    /// their dates.
    pub fn of(
        commitment: &'r Commitment,
        made_on: Day,
        follow_ups: impl IntoIterator<Item = &'r FollowUp>,
    ) -> Self {
        let mut progress = Self {
            status: KnownStatus::NoDirectNews,
            status_index: None,
            deadline: commitment.due.as_ref().map(|due| &due.value),
            made_on,
            last_direct_news: None,
            last_related_news: None,
            last_unfinished: None,
            last_check: None,
            done_since: None,
        };
        for (n, follow_up) in follow_ups.into_iter().enumerate() {
            progress.apply(n, follow_up);
        }
        progress
    }

    fn apply(&mut self, n: usize, follow_up: &'r FollowUp) {
        let day = follow_up.date.value;
        // Whoever looked and found nothing brings no news.
        if follow_up.check {
            self.last_check = Some(day);
            return;
        }
        // News of the same subject elsewhere moves nothing.
        if follow_up.bearing == Bearing::Related {
            self.last_related_news = Some(day);
            return;
        }
        self.last_direct_news = Some(day);
        let status = follow_up.status.map(|s| s.value);
        // Whoever gives more time says that it is not done.
        let moves_deadline = follow_up.due.is_some() && status.is_none();
        if moves_deadline || status.is_some_and(Status::is_unfinished) {
            self.last_unfinished = Some(day);
        }
        if let Some(due) = &follow_up.due {
            self.deadline = Some(&due.value);
        }
        if let Some(status) = status {
            // "Verified" after "reported" does not make it done any later.
            self.done_since = status.is_done().then(|| self.done_since.unwrap_or(day));
            self.status = KnownStatus::Given(status);
            self.status_index = Some(n);
        } else if self.status == KnownStatus::NoDirectNews {
            self.status = KnownStatus::WithoutStatus;
        }
    }

    /// Since when there has been no direct news, of the promise itself if there never was any;
    /// `None` if that is less than [`QUIET_DAYS`] before `day`, or nothing is expected of the
    /// office any more.
    pub fn quiet_since(&self, day: Day) -> Option<Day> {
        let since = self.last_direct_news.unwrap_or(self.made_on);
        let is_quiet = day.days_since(since) >= QUIET_DAYS;
        (is_quiet && !self.status.group().is_closed()).then_some(since)
    }
}
