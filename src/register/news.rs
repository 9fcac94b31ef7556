//! Follow-ups, each with what it is about.

use super::{CommitmentId, EntryId, StopId};
use crate::records::{Day, FollowUp};

/// A follow-up known by the day.
#[derive(Debug)]
pub struct News<'r> {
    /// The record.
    pub record: &'r FollowUp,
    /// Its permanent name: what it is about first, the day, and a number where one day has several about that:
    /// `6/studi-banding/usul-p-apbd/2022-10-03`.
    pub reference: String,
    /// Since when it is known: the later of its day and its earliest source's.
    pub known: Day,
    /// What it is about, of what is published; at least one.
    pub about: Vec<Subject>,
    /// The commitment that takes the place of those it is about, if it is published.
    pub replaced_by: Option<CommitmentId>,
    /// Its place among the follow-ups of one day, from 1: with the date its name on pages.
    pub nth: usize,
}

impl News<'_> {
    /// Its name on a page: the day, and a number where one day has several follow-ups.
    pub fn anchor(&self) -> String {
        if self.nth == 1 { self.record.date.to_string() } else { format!("{}-{}", self.record.date, self.nth) }
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
