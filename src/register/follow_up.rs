//! Follow-ups as of a day, each with the stops, entries and commitments that it is about.

use super::{CommitmentId, EntryId, StopId};
use crate::records::{self, Day, Source};

/// What was recorded more days than these after it happened is told apart.
const LATE_ENTRY_DAYS: i64 = 30;

/// Whether something of a day was recorded long after it.
pub fn is_recorded_late(recorded: Day, own: Day) -> bool {
    recorded.days_since(own) > LATE_ENTRY_DAYS
}

/// A follow-up known by the day.
#[derive(Debug)]
pub struct FollowUp<'r> {
    /// The record.
    pub record: &'r records::FollowUp,
    /// Its permanent name: what it is about first, of what is published, and its name there:
    /// `6/studi-banding/usul-p-apbd/2022-10-03`.
    pub reference: String,
    /// Since when it is known: the later of its day and its earliest source's.
    pub known_since: Day,
    /// The day on which it first stood in a release; `None` if it was not released by the day.
    pub recorded: Option<Day>,
    /// What it is about, of what is published; at least one.
    pub about: Vec<Subject>,
    /// Its place among the follow-ups of its day about each of these, from 1.
    pub(super) ordinals: Vec<usize>,
    /// On what it rests, of what was out by the day.
    pub sources: Vec<&'r Source>,
    /// The commitment that takes the place of those it is about, if it is published.
    pub replaced_by: Option<CommitmentId>,
}

impl FollowUp<'_> {
    /// Whether it was recorded long after it happened.
    pub fn is_late_entry(&self) -> bool {
        let own = self.record.date.value;
        self.recorded.is_some_and(|day| is_recorded_late(day, own))
    }

    /// Its name among the follow-ups about `subject`: its day, and a number where one day has
    /// several.
    pub fn name_at(&self, subject: Subject) -> String {
        let at = self.about.iter().position(|s| *s == subject);
        let ordinal = self.ordinals.get(at.unwrap_or_default());
        follow_up_name(self.record.date.value, ordinal.copied().unwrap_or(1))
    }
}

/// `2022-10-03`, `2022-10-03-2`; `ordinal` is from 1.
pub(super) fn follow_up_name(day: Day, ordinal: usize) -> String {
    if ordinal == 1 {
        day.to_string()
    } else {
        format!("{day}-{ordinal}")
    }
}

/// What a follow-up is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A stop.
    Stop(StopId),
    /// An aspiration or announcement.
    Entry(EntryId),
    /// A commitment.
    Commitment(CommitmentId),
}
