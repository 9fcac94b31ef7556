//! Kecamatan, offices and topics, each with the stops, entries and commitments that belong to it
//! and their totals.

use super::{CommitmentId, EntryId, StopId, TopicId, Totals};
use crate::records;

/// A kecamatan.
#[derive(Debug)]
pub struct District<'r> {
    /// The record.
    pub record: &'r records::District,
    /// Its stops, by number.
    pub stops: Vec<StopId>,
    /// Its aspirations and announcements.
    pub entries: Vec<EntryId>,
    /// The commitments made there.
    pub commitments: Vec<CommitmentId>,
    /// Its totals.
    pub totals: Totals,
    /// How many aspirations came from each of its villages, in their order.
    pub aspirations_by_village: Vec<usize>,
}

impl<'r> District<'r> {
    pub(super) fn new(record: &'r records::District) -> Self {
        Self {
            record,
            stops: Vec::new(),
            entries: Vec::new(),
            commitments: Vec::new(),
            totals: Totals::default(),
            aspirations_by_village: vec![0; record.villages.len()],
        }
    }
}

/// An office.
#[derive(Debug)]
pub struct Office<'r> {
    /// The record.
    pub record: &'r records::Office,
    /// The entries to which it gave an answer.
    pub entries: Vec<EntryId>,
    /// The commitments it made.
    pub commitments: Vec<CommitmentId>,
    /// Its totals.
    pub totals: Totals,
}

impl<'r> Office<'r> {
    pub(super) fn new(record: &'r records::Office) -> Self {
        Self {
            record,
            entries: Vec::new(),
            commitments: Vec::new(),
            totals: Totals::default(),
        }
    }
}

/// A topic; what belongs to the topics below it belongs to it too.
#[derive(Debug)]
pub struct Topic<'r> {
    /// The record.
    pub record: &'r records::Topic,
    /// The wider topic.
    pub parent: Option<TopicId>,
    /// The narrower topics.
    pub children: Vec<TopicId>,
    /// Its aspirations and announcements.
    pub entries: Vec<EntryId>,
    /// The commitments made in them.
    pub commitments: Vec<CommitmentId>,
    /// Its totals.
    pub totals: Totals,
}

impl<'r> Topic<'r> {
    pub(super) fn new(record: &'r records::Topic, parent: Option<TopicId>) -> Self {
        Self {
            record,
            parent,
            children: Vec::new(),
            entries: Vec::new(),
            commitments: Vec::new(),
            totals: Totals::default(),
        }
    }
}
