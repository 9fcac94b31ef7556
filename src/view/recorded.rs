//! When something was recorded, shown beside its own day where the two lie far apart; once for the
//! page where it is one day for all of its news.

use super::builder::ViewBuilder;
use super::follow_ups::FollowUpView;
use crate::records::Day;
use crate::register::{FollowUpId, LATE_ENTRY_DAYS};

/// The day on which all late entries among the follow-ups of a page were recorded, if they are
/// several and it is one day; they then no longer say it themselves.
pub(super) fn recorded_together(follow_ups: &mut [&mut FollowUpView<'_>]) -> Option<String> {
    let mut days = follow_ups.iter().filter_map(|f| f.recorded.clone());
    let first = days.next()?;
    let others: Vec<String> = days.collect();
    if others.is_empty() || others.iter().any(|day| *day != first) {
        return None;
    }
    for follow_up in follow_ups {
        follow_up.recorded = None;
    }
    Some(first)
}

impl ViewBuilder<'_> {
    /// The day on which a follow-up was recorded, if that was long after it was known.
    pub(super) fn follow_up_recorded(&self, id: FollowUpId) -> Option<String> {
        let follow_up = self.register.follow_up(id);
        let recorded = follow_up.recorded.filter(|_| follow_up.is_late_entry());
        recorded.map(|day| day.to_string())
    }

    /// The day of a record's first release, if that was long after its own day.
    pub(super) fn record_recorded(&self, reference: &str, own: Day) -> Option<String> {
        let recorded = self.register.first_released(reference);
        let recorded = recorded.filter(|day| day.days_since(own) > LATE_ENTRY_DAYS);
        recorded.map(|day| day.to_string())
    }
}
