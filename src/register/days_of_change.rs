//! The days on which the site says something else than on the day before.

use super::{DUE_SOON_DAYS, Register};
use crate::records::{Day, QUIET_DAYS};
use std::collections::BTreeSet;

impl Register<'_> {
    /// The days up to the register's own on which a release was made or a date fell: a deadline came
    /// near or passed, or half a year without news was over. On all days from one of them to the next
    /// the published site says the same, apart from its home page, which names the day.
    pub fn days_of_change(&self) -> BTreeSet<Day> {
        let mut days: BTreeSet<Day> = self.records.revision_log.days.iter().copied().collect();
        for commitment in &self.commitments {
            let follow_ups = commitment.timeline.iter();
            let follow_ups = follow_ups.map(|id| self.follow_ups[id.0].record);
            let first = [(commitment.made_on, commitment.record.due.as_ref())];
            let later = follow_ups.map(|record| (record.date.value, record.due.as_ref()));
            for (news, due) in first.into_iter().chain(later) {
                days.extend(news.plus_days(QUIET_DAYS));
                if let Some(last) = due.and_then(|due| due.last_day()) {
                    days.extend(last.plus_days(1));
                    days.extend(last.plus_days(-DUE_SOON_DAYS));
                }
            }
        }
        days.retain(|day| *day <= self.day);
        days
    }
}
