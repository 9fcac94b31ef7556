//! Makes the revisions that a release adds to the log: one for each record whose published state
//! differs from its newest revision. `release` checks them, `cli::release` appends them.

use super::{History, Register};
use crate::records::Revision;

/// A record's new state, with the one that was released last.
#[derive(Clone, Debug)]
pub struct PendingRevision<'r> {
    /// The newest revision; `None` if the record is new.
    pub previous: Option<&'r Revision>,
    /// The revision to come.
    pub revision: Revision,
}

impl<'r> Register<'r> {
    /// The lines that a release on the register's day would add, in their order.
    pub fn pending_revisions(&self) -> Vec<PendingRevision<'r>> {
        let last = self.released_revisions().last();
        let mut seal = last.map(|line| line.seal.clone()).unwrap_or_default();
        let mut pending = Vec::new();
        for (record, body) in self.record_bodies() {
            let history = self.history_of(&record).map(|id| self.history(id));
            let previous = history.map(History::newest_revision);
            let number = previous.map_or(0, |previous| previous.revision) + 1;
            let revision = Revision::new(self.day(), record, number, seal.clone(), body);
            // A record that says what it said needs no new line, and the next is tied to the line
            // before.
            if previous.is_none_or(|previous| previous.sha256 != revision.sha256) {
                seal.clone_from(&revision.seal);
                pending.push(PendingRevision { previous, revision });
            }
        }
        pending
    }
}
