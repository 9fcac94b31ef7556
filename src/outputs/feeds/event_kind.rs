//! What can be new, and the days on which it became known and was recorded.

use crate::records::Day;
use crate::register::{EntryId, FollowUpId, HistoryId, Register, StopId};

/// What is new: the record, without its texts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum EventKind {
    Stop(StopId),
    Entry(EntryId),
    FollowUp(FollowUpId),
    /// A stop's correction, by its place.
    Correction(StopId, usize),
    /// A revision that changed more than adding news.
    Revision(HistoryId, u32),
}

/// The day on which an event was recorded: that of the first release which has it.
pub(super) fn recorded_day(register: &Register<'_>, kind: EventKind) -> Option<Day> {
    match kind {
        EventKind::Stop(id) => register.first_released(&register.stop(id).number().to_string()),
        EventKind::Entry(id) => register.first_released(&register.entry_reference(id)),
        EventKind::FollowUp(id) => register.follow_up(id).recorded,
        EventKind::Correction(id, n) => {
            register.correction_recorded(id, register.stop(id).corrections[n])
        }
        EventKind::Revision(id, number) => Some(register.history(id).revision(number).release),
    }
}

/// The day since which an event is known.
pub(super) fn known_day(register: &Register<'_>, kind: EventKind) -> Day {
    match kind {
        EventKind::Stop(id) => register.stop(id).known_since,
        EventKind::Entry(id) => register.entry(id).known_since,
        EventKind::FollowUp(id) => register.follow_up(id).known_since,
        EventKind::Correction(id, n) => register.stop(id).corrections[n].date.value,
        EventKind::Revision(id, number) => register.history(id).revision(number).release,
    }
}
