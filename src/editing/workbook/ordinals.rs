//! Which of several: the turn of a response among those to an aspiration, of a follow-up among those of its day, of a source among
//! those of its stop.

use std::collections::BTreeMap;

/// How many there have been of each.
#[derive(Debug, Default)]
pub(super) struct Ordinals(BTreeMap<Vec<String>, usize>);

impl Ordinals {
    /// The turn of one more, from 1.
    pub(super) fn next_ordinal(&mut self, of: &[String]) -> usize {
        let turn = self.last_ordinal(of) + 1;
        self.mark_used(of, turn);
        turn
    }

    /// The highest turn there has been; 0 if none.
    pub(super) fn last_ordinal(&self, of: &[String]) -> usize {
        self.0.get(of).copied().unwrap_or_default()
    }

    /// There is one of this turn.
    pub(super) fn mark_used(&mut self, of: &[String], turn: usize) {
        let last = self.0.entry(of.to_vec()).or_default();
        *last = turn.max(*last);
    }
}
