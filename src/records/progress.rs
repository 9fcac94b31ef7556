//! What the follow-ups make of a commitment: its status, its deadline in force, its last news.
//!
//! None of this is ever written in a record. The rules (`checks::warnings`) and the register both
//! compute it here.

use super::{Bearing, Commitment, Day, Deadline, FollowUp, Status, StatusGroup};

/// After so many days without news a commitment counts as quiet.
pub const QUIET_DAYS: i64 = 180;

/// A commitment as its follow-ups leave it.
#[derive(Clone, Copy, Debug)]
pub struct Progress<'r> {
    /// The last dated status; `None` if no follow-up gives one.
    pub status: Option<Status>,
    /// The place of the follow-up that gives it, among those that were applied.
    pub status_index: Option<usize>,
    /// The deadline in force; `None` if there never was one.
    pub deadline: Option<&'r Deadline>,
    /// The day of the last news; of the promise itself if there is none.
    pub last_news: Day,
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
            status: None,
            status_index: None,
            deadline: commitment.due.as_ref().map(|due| &due.value),
            last_news: made_on,
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
        self.last_news = self.last_news.max(day);
        // News of the same subject elsewhere ends the silence, but moves nothing.
        if follow_up.bearing == Bearing::Related {
            return;
        }
        if let Some(due) = &follow_up.due {
            self.deadline = Some(&due.value);
        }
        if let Some(status) = follow_up.status.map(|s| s.value) {
            // "Verified" after "reported" does not make it done any later.
            self.done_since = status.is_done().then(|| self.done_since.unwrap_or(day));
            self.status = Some(status);
            self.status_index = Some(n);
        }
    }

    /// The days without news, if they are at least [`QUIET_DAYS`] and something is still expected
    /// of the office.
    pub fn quiet_days(&self, day: Day) -> Option<i64> {
        // Checks are no news: that nothing was found is what "quiet" says.
        let days = day.days_since(self.last_news);
        (days >= QUIET_DAYS && !StatusGroup::of(self.status).is_closed()).then_some(days)
    }
}
