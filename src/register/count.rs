//! Counts the totals of the whole register and of each stop, kecamatan, office and topic: once,
//! since many pages show them.

use super::{CommitmentId, EntryId, Register, Totals};

impl Register<'_> {
    /// To be called once all commitments are evaluated.
    pub(super) fn count_totals(&mut self) {
        for n in 0..self.stops.len() {
            let entries: Vec<EntryId> = self.stops[n].entries().collect();
            let mut commitments: Vec<CommitmentId> = Vec::new();
            for id in &entries {
                commitments.extend(self.entry(*id).commitments());
            }
            self.stops[n].totals = self.count(&entries, &commitments);
        }
        for n in 0..self.districts.len() {
            let district = &self.districts[n];
            self.districts[n].totals = self.count(&district.entries, &district.commitments);
            self.count_by_village(n);
        }
        for n in 0..self.offices.len() {
            let office = &self.offices[n];
            // What is withheld is not counted here: it would show which office answered.
            self.offices[n].totals = self.count(&office.entries, &office.commitments);
        }
        for n in 0..self.topics.len() {
            let topic = &self.topics[n];
            self.topics[n].totals = self.count(&topic.entries, &topic.commitments);
        }
        // Not the sum of the kecamatan, offices or topics: an entry may belong to several of those.
        let entries: Vec<EntryId> = self.entries().map(|(id, _)| id).collect();
        let commitments: Vec<CommitmentId> = self.commitments().map(|(id, _)| id).collect();
        self.totals = self.count(&entries, &commitments);
    }

    fn count(&self, entries: &[EntryId], commitments: &[CommitmentId]) -> Totals {
        let mut totals = Totals::default();
        for id in entries {
            let entry = self.entry(*id);
            totals.count_entry(entry);
            totals.count_withheld_commitments(entry.withheld_commitments);
        }
        for id in commitments {
            totals.count_commitment(self.commitment(*id));
        }
        totals
    }

    fn count_by_village(&mut self, district: usize) {
        let district = &mut self.districts[district];
        for id in &district.entries {
            if let Some(village) = self.entries[id.0].village_index {
                district.aspirations_by_village[village] += 1;
            }
        }
    }
}
