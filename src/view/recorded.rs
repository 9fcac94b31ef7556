//! When something was recorded, shown beside its own day where the two lie far apart.

use super::builder::ViewBuilder;
use crate::records::Day;
use crate::register::{FollowUpId, is_recorded_late};

impl ViewBuilder<'_> {
    /// The day on which a follow-up was recorded, if that was long after it happened.
    pub(super) fn follow_up_recorded(&self, id: FollowUpId) -> Option<String> {
        let follow_up = self.register.follow_up(id);
        let recorded = follow_up.recorded.filter(|_| follow_up.is_late_entry());
        recorded.map(|day| day.to_string())
    }

    /// The day of a record's first release, if that was long after its own day.
    pub(super) fn record_recorded(&self, reference: &str, own: Day) -> Option<String> {
        let recorded = self.register.first_released(reference);
        let recorded = recorded.filter(|day| is_recorded_late(*day, own));
        recorded.map(|day| day.to_string())
    }
}
