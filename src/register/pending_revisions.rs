//! Makes the revisions that a release adds to the log: one for each record whose published state
//! differs from its newest revision. `release` checks them, `cli::release` appends their lines.

use super::{History, Register};
use crate::records::Revision;
use serde_json::Value;

/// A record's new state, with the one that was released last.
#[derive(Clone, Debug)]
pub struct PendingRevision<'r> {
    /// The record.
    pub record: String,
    /// The number of the revision to come.
    pub revision: u32,
    /// What it will say.
    pub body: Value,
    /// The newest revision; `None` if the record is new.
    pub previous: Option<&'r Revision>,
}

impl<'r> Register<'r> {
    /// The revisions that a release on the register's day would add, in their order.
    pub fn pending_revisions(&self) -> Vec<PendingRevision<'r>> {
        let mut pending = Vec::new();
        // Before the first release all of it is new; after that mostly nothing is.
        if self.unreleased_count() == 0 && self.histories().len() > 0 {
            return pending;
        }
        for (record, body) in self.record_bodies() {
            let history = self.history_of(&record).map(|id| self.history(id));
            let previous = history.map(History::newest_revision);
            // A record that says what it said needs no new revision; one whose newest body was
            // redacted does.
            if previous.and_then(Revision::body) != Some(&body) {
                pending.push(PendingRevision {
                    revision: previous.map_or(0, |previous| previous.revision) + 1,
                    record,
                    body,
                    previous,
                });
            }
        }
        pending
    }
}
