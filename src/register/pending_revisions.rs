//! What a release adds to the revision log: a line for each record whose published state is no longer the newest one.

use super::Register;
use crate::records::Revision;

/// A record's new state beside the one that was released last.
#[derive(Clone, Debug)]
pub struct PendingRevision<'r> {
    /// The newest revision; none if the record is new.
    pub previous: Option<&'r Revision>,
    /// The revision to come.
    pub revision: Revision,
}

impl<'r> Register<'r> {
    /// The lines that a release on the register's day would add, in their order.
    pub fn pending_revisions(&self) -> Vec<PendingRevision<'r>> {
        let mut seal = self
            .released_revisions()
            .last()
            .map(|line| line.seal.clone())
            .unwrap_or_default();
        let mut changes = Vec::new();
        for (record, body) in self.record_bodies() {
            let old = self
                .history_of(&record)
                .map(|id| self.history(id).newest_revision());
            let number = old.map_or(0, |old| old.revision) + 1;
            let new = Revision::new(self.day(), record, number, seal.clone(), body);
            if old.is_none_or(|old| old.sha256 != new.sha256) {
                seal.clone_from(&new.seal);
                changes.push(PendingRevision {
                    previous: old,
                    revision: new,
                });
            }
        }
        changes
    }
}
