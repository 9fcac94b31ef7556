//! Stops as of a day, each with its entries, follow-ups and totals.

use super::{DistrictId, EntryId, FollowUpId, Totals};
use crate::records;

/// A stop as of the day.
#[derive(Debug)]
pub struct Stop<'r> {
    /// The record.
    pub record: &'r records::Stop,
    /// Since when it is known.
    pub known_since: records::Day,
    /// The kecamatan.
    pub district: DistrictId,
    /// Its aspirations.
    pub aspirations: Vec<EntryId>,
    /// Its announcements.
    pub announcements: Vec<EntryId>,
    /// Follow-ups about the stop itself, oldest first.
    pub follow_ups: Vec<FollowUpId>,
    /// The sources that were out by the day.
    pub sources: Vec<&'r records::Source>,
    /// The corrections made by the day.
    pub corrections: Vec<&'r records::Correction>,
    /// Who cited it by the day.
    pub cited_by: Vec<&'r records::CitedBy>,
    /// Its totals.
    pub totals: Totals,
}

impl Stop<'_> {
    /// Its number.
    pub fn number(&self) -> u32 {
        self.record.number.value
    }

    /// Aspirations, then announcements.
    pub fn entries(&self) -> impl Iterator<Item = EntryId> {
        self.aspirations.iter().chain(&self.announcements).copied()
    }
}
