//! Follow-ups, each with what it is about.

use super::{CommitmentId, EntryId, StopId};
use crate::records::FollowUp;

/// A follow-up known by the day.
#[derive(Debug)]
pub struct News<'r> {
    /// The record.
    pub record: &'r FollowUp,
    /// What it is about, of what is published; at least one.
    pub about: Vec<Subject>,
    /// The commitment that takes the place of those it is about, if it is published.
    pub replaced_by: Option<CommitmentId>,
    /// Its place among the follow-ups of one day, from 1: with the date its permanent name.
    pub nth: usize,
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
