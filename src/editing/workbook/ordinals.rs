//! Which of several: the ordinal of a response among those to an entry, of a follow-up among those
//! of its record and day, of a source among those of its stop. Where a row has no id, its ordinal
//! identifies it.

use std::collections::BTreeMap;

/// The highest ordinal so far, from 1, within each scope.
#[derive(Debug, Default)]
pub(super) struct Ordinals(BTreeMap<Vec<String>, usize>);

impl Ordinals {
    /// Counts one more and gives its ordinal.
    pub(super) fn next_ordinal(&mut self, scope: &[String]) -> usize {
        let ordinal = self.last_ordinal(scope) + 1;
        self.mark_used(scope, ordinal);
        ordinal
    }

    /// The highest ordinal so far; 0 if there is none.
    pub(super) fn last_ordinal(&self, scope: &[String]) -> usize {
        self.0.get(scope).copied().unwrap_or_default()
    }

    /// Counts one with this ordinal.
    pub(super) fn mark_used(&mut self, scope: &[String], ordinal: usize) {
        let last = self.0.entry(scope.to_vec()).or_default();
        *last = ordinal.max(*last);
    }
}
