//! What a witness sees of a site's log, held against what it saw the last time: a log that only
//! grows keeps its word, and one that was cut, changed or made anew does not.

use crate::diag::Diagnostic;
use crate::fetch::PublishedSite;
use crate::plan::{CHECKPOINT_PATH, LOG_KEY_PATH, LOG_PATH, bodies_path};
use crate::records::log_entry::{first_missing_line, log_text};
use crate::records::{Day, EntryContent, LogEntry, RevisionBody, SITE_RECORD, sha256_hex};
use crate::transparency::{Checkpoint, MerkleTree, PublicKey, SignedNote, VerifierKey};

/// A site's log with what the site signed of it, as somebody fetched it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SeenLog {
    /// The lines of the log, each with its end; empty before the first release.
    pub(crate) log: String,
    /// The signed checkpoint; empty if the site does not sign.
    pub(crate) checkpoint: String,
    /// The key that checks its signature, as the site itself says.
    pub(crate) key: String,
    /// The day on which it was fetched (WIB); empty if never.
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
    /// Its key is another, and the newest revision of `site` in the log does not name it.
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
    /// Fetches the log of a site on a day (WIB).
    ///
    /// # Errors
    /// If a file cannot be fetched.
    pub(crate) fn fetch(site: &PublishedSite, day: Day) -> Result<Self, Diagnostic> {
        let read = |path| -> Result<String, Diagnostic> {
            let bytes = site.read(path)?.unwrap_or_default();
            // What is no text is no line either.
            Ok(String::from_utf8(bytes).unwrap_or_else(|_| "\u{FFFD}\n".to_owned()))
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
        self.require_signed_as_before(before)?;
        let is_late = |entry: &&LogEntry| entry.release.to_string() < before.day;
        let late_count = added.iter().filter(is_late).count();
        Ok(Growth { added, late_count })
    }

    /// The signed checkpoint, if it is of this log.
    pub(crate) fn signed_note(&self) -> Option<SignedNote> {
        let key = self.verifier_key()?;
        let checkpoint = Checkpoint::open(self.checkpoint.as_bytes(), key.name(), &key).ok()?;
        let tree = MerkleTree::of_entries(self.log.lines());
        let is_of_log = tree.head(tree.size()).as_ref() == Some(checkpoint.head());
        let note = SignedNote::parse(self.checkpoint.as_bytes()).ok()?;
        is_of_log.then(|| note.signed_only_by(&key))?
    }

    /// The site's key, if what the site says is one.
    pub(crate) fn verifier_key(&self) -> Option<VerifierKey> {
        VerifierKey::parse(self.key.trim_end())
    }

    /// Whether the key is the one that the newest revision of `site` in the log names.
    ///
    /// # Errors
    /// If the bodies cannot be fetched.
    pub(crate) fn names_its_key(&self, site: &PublishedSite) -> Result<bool, Diagnostic> {
        let newest = self.log.lines().rev().filter_map(LogEntry::parse);
        let newest = newest.filter_map(|entry| match entry.content {
            EntryContent::Revision { record, digest, .. } if record == SITE_RECORD => Some(digest),
            _ => None,
        });
        let Some((digest, key)) = newest.take(1).next().zip(self.verifier_key()) else {
            return Ok(false);
        };
        let bodies = site.read(&bodies_path(SITE_RECORD))?.unwrap_or_default();
        let bodies = String::from_utf8_lossy(&bodies);
        let line = bodies.lines().find(|line| sha256_hex(line) == digest);
        let body = line.and_then(RevisionBody::parse);
        let named = body.and_then(|line| {
            let named = line.body.pointer("/site/signing_key")?.as_str()?;
            PublicKey::from_minisign(named)
        });
        Ok(named.as_ref() == Some(key.public()))
    }

    /// Whether files that belong to it are missing or damaged: then nothing can be said with it.
    pub(crate) fn is_damaged(&self) -> bool {
        let has_any = !(self.checkpoint.is_empty() && self.key.is_empty() && self.day.is_empty());
        let is_unsigned = !self.checkpoint.is_empty() && self.signed_note().is_none();
        (self.log.is_empty() && has_any) || is_unsigned || self.entries().is_err()
    }

    fn entries(&self) -> Result<Vec<LogEntry>, BrokenPromise> {
        let lines = self.log.lines().enumerate();
        let parse = |(n, line)| LogEntry::parse(line).ok_or(BrokenPromise::Unreadable(n + 1));
        let entries: Vec<LogEntry> = lines.map(parse).collect::<Result<_, _>>()?;
        // To the last byte: `lines` passes over ends of lines as Windows has them.
        if log_text(entries.iter()) == self.log {
            Ok(entries)
        } else {
            Err(BrokenPromise::Unreadable(entries.len()))
        }
    }

    fn require_signed_as_before(&self, before: &Self) -> Result<(), BrokenPromise> {
        if self.checkpoint.is_empty() {
            return if before.checkpoint.is_empty() {
                Ok(())
            } else {
                Err(BrokenPromise::NoLongerSigned)
            };
        }
        match self.signed_note() {
            Some(_) => Ok(()),
            None => Err(BrokenPromise::CheckpointDiffers),
        }
    }
}
