//! The tree over the published revision log, and the key with which its checkpoint is signed.

use super::Register;
use crate::records::{Day, LogEntry, Spanned, WitnessedLog};
use crate::transparency::{Checkpoint, MerkleTree, PublicKey, SignatureType, VerifierKey};
use std::sync::Arc;

impl<'r> Register<'r> {
    /// The tree over the log's entries up to the day; a leaf is a line without its end.
    pub fn log_tree(&self) -> MerkleTree {
        MerkleTree::of_entries(self.log_entries().map(LogEntry::to_line))
    }

    /// The sizes that the log had at the end of each day on which it grew, up to now.
    pub fn log_sizes(&self) -> Vec<u64> {
        let mut sizes = Vec::new();
        let mut last = None;
        for (n, entry) in (1..).zip(self.log_entries()) {
            if last == Some(entry.release) {
                sizes.pop();
            }
            sizes.push(n);
            last = Some(entry.release);
        }
        sizes
    }

    /// What the log says about itself, still unsigned. Returns `None` before the first release.
    pub fn checkpoint(&self) -> Option<Checkpoint> {
        let tree = self.log_tree();
        let head = tree.head(tree.size()).filter(|head| head.size > 0)?;
        Checkpoint::new(self.site().base_url.log_origin(), head)
    }

    /// What witnesses signed up to the day, the newest statement first.
    pub fn witnessed(&self) -> Vec<(Day, &'r WitnessedLog)> {
        let zone = self.site().time_zone;
        let dated =
            |w: &'r Arc<Spanned<WitnessedLog>>| (Day::from_timestamp(w.time, zone), &w.value);
        let all = self.records.witnessed.iter().map(dated);
        let mut known: Vec<_> = all.filter(|(day, _)| *day <= self.day()).collect();
        known.sort_by(|(a, x), (b, y)| b.cmp(a).then_with(|| x.name.cmp(&y.name)));
        known
    }

    /// The key that checks the checkpoint's signature. Returns `None` if site.yaml names none, or
    /// one that is no minisign key.
    pub fn log_key(&self) -> Option<VerifierKey> {
        let public = PublicKey::from_minisign(self.site().signing_key.as_ref()?.as_str())?;
        VerifierKey::new(
            self.site().base_url.log_origin(),
            SignatureType::Ed25519,
            public,
        )
    }
}
