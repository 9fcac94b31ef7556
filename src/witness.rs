//! What a witness sees of a site's log, held against what it saw the last time: a log that only
//! grows keeps its word, and one that was cut, changed or made anew does not.

use crate::diag::Diagnostic;
use crate::fetch::PublishedSite;
use crate::plan::{CHECKPOINT_PATH, LOG_KEY_PATH, LOG_PATH};
use crate::records::log_entry::first_missing_line;
use crate::records::{Day, EntryContent, LogEntry, SITE_RECORD};
use crate::transparency::{Checkpoint, MerkleTree, SignedNote, VerifierKey};

/// A site's log with what the site signed of it, as somebody fetched it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SeenLog {
    /// The lines of the log, each with its end; empty before the first release.
    pub(crate) log: String,
    /// The signed checkpoint; empty if the site does not sign.
    pub(crate) checkpoint: String,
    /// The key that checks its signature, as the site itself says.
    pub(crate) key: String,
    /// The day on which it was fetched (UTC); empty if never.
    pub(crate) day: String,
}

/// Why a log does not keep its word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BrokenPromise {
    /// From this line on, counted from 1, it is another than it was.
    Rewritten(usize),
    /// A line is none that jhur writes.
    Unreadable(usize),
    /// Its signed checkpoint is of another log, or signed by another key.
    CheckpointDiffers,
    /// It was signed and no longer is.
    NoLongerSigned,
    /// Its key is another, and the log does not say so.
    KeyChanged,
}

/// What a log that keeps its word has more than before.
#[derive(Debug, Default)]
pub(crate) struct Growth {
    /// The entries that were added.
    pub(crate) added: Vec<LogEntry>,
    /// How many of them are dated before the day of the last look, when they were not yet there.
    pub(crate) late_count: usize,
}

impl SeenLog {
    /// Fetches the log of a site on a day (UTC).
    ///
    /// # Errors
    /// If a file cannot be fetched.
    pub(crate) fn fetch(site: &PublishedSite, day: Day) -> Result<Self, Diagnostic> {
        let read = |path| -> Result<String, Diagnostic> {
            let bytes = site.read(path)?.unwrap_or_default();
            Ok(String::from_utf8_lossy(&bytes).into_owned())
        };
        Ok(Self {
            log: read(LOG_PATH)?,
            checkpoint: read(CHECKPOINT_PATH)?,
            key: read(LOG_KEY_PATH)?,
            day: day.to_string(),
        })
    }

    /// What was added since `before`; or how the promise was broken that a log only grows.
    pub(crate) fn growth_since(&self, before: &Self) -> Result<Growth, BrokenPromise> {
        let entries = self.entries()?;
        if let Some(line) = first_missing_line(&before.log, entries.iter()) {
            return Err(BrokenPromise::Rewritten(line));
        }
        let mut added = entries;
        added.drain(..before.log.lines().count());
        self.require_signed_as_before(before, &added)?;
        let is_late = |entry: &&LogEntry| entry.release.to_string() < before.day;
        let late_count = added.iter().filter(is_late).count();
        Ok(Growth { added, late_count })
    }

    /// The signed checkpoint, if it is of this log.
    pub(crate) fn signed_note(&self) -> Option<SignedNote> {
        let key = VerifierKey::parse(self.key.trim_end())?;
        let checkpoint = Checkpoint::open(self.checkpoint.as_bytes(), key.name(), &key).ok()?;
        let tree = MerkleTree::of_entries(self.log.lines());
        let is_of_log = tree.head(tree.size()).as_ref() == Some(checkpoint.head());
        is_of_log.then(|| SignedNote::parse(self.checkpoint.as_bytes()).ok())?
    }

    fn entries(&self) -> Result<Vec<LogEntry>, BrokenPromise> {
        let lines = self.log.lines().enumerate();
        let parse = |(n, line)| LogEntry::parse(line).ok_or(BrokenPromise::Unreadable(n + 1));
        lines.map(parse).collect()
    }

    fn require_signed_as_before(
        &self,
        before: &Self,
        added: &[LogEntry],
    ) -> Result<(), BrokenPromise> {
        if self.checkpoint.is_empty() {
            return if before.checkpoint.is_empty() {
                Ok(())
            } else {
                Err(BrokenPromise::NoLongerSigned)
            };
        }
        // The key is one of the settings, whose every revision is in the log.
        let is_site = |entry: &LogEntry| matches!(&entry.content, EntryContent::Revision { record, .. } if record == SITE_RECORD);
        if !before.key.is_empty() && before.key != self.key && !added.iter().any(is_site) {
            return Err(BrokenPromise::KeyChanged);
        }
        match self.signed_note() {
            Some(_) => Ok(()),
            None => Err(BrokenPromise::CheckpointDiffers),
        }
    }
}
