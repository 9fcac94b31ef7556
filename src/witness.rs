//! What a witness sees of a site's log, held against what it saw the last time: a log that only
//! grows keeps its word, and one that was cut, changed or made anew does not.

use crate::diag::Diagnostic;
use crate::fetch::PublishedSite;
use crate::plan::{CHECKPOINT_PATH, LOG_KEY_PATH, LOG_PATH, bodies_path};
use crate::publish;
use crate::records::log_entry::{first_missing_line, log_text};
use crate::records::{Day, EntryContent, LogEntry, RevisionBody, SITE_RECORD, sha256_hex};
use crate::transparency::{Checkpoint, MerkleTree, PublicKey, SignedNote, VerifierKey};
use std::path::Path;

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
    /// It ends before this line, counted from 1, and is else as it was: perhaps an older copy.
    Shortened(usize),
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

    /// The files of what was seen, by their names in a folder, in the order in which they are written:
    /// the log comes after what belongs to it, and the day last, so that a run that was cut off has kept
    /// less than it saw, and goes on from there.
    pub(crate) fn files(&self) -> [(&'static str, &str); 4] {
        [
            ("vkey", &self.key),
            ("checkpoint", &self.checkpoint),
            ("log.jsonl", &self.log),
            ("day", &self.day),
        ]
    }

    /// Reads what was kept in a folder; nothing if there is none, or a first run was cut off before the
    /// day.
    ///
    /// # Errors
    /// If a file cannot be read.
    pub(crate) fn read(folder: &Path) -> Result<Self, Diagnostic> {
        let read = |name: &str| publish::read_or_empty(&folder.join(name));
        let day = read("day")?;
        if day.is_empty() {
            return Ok(Self::default());
        }
        Ok(Self {
            log: read("log.jsonl")?,
            checkpoint: read("checkpoint")?,
            key: read("vkey")?,
            day,
        })
    }

    /// Whether both were signed with one key: then what differs can be shown to anybody.
    pub(crate) fn is_signed_as(&self, other: &Self) -> bool {
        let are_signed = self.signed_note().is_some() && other.signed_note().is_some();
        are_signed && self.key == other.key
    }

    /// What was added since `before`; or how the promise was broken that a log only grows.
    pub(crate) fn growth_since(&self, before: &Self) -> Result<Growth, BrokenPromise> {
        let entries = self.entries()?;
        if let Some(line) = first_missing_line(&before.log, entries.iter()) {
            return Err(if before.log.starts_with(&self.log) {
                BrokenPromise::Shortened(line)
            } else {
                BrokenPromise::Rewritten(line)
            });
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
        let checkpoint = self.checkpoint_of_key()?;
        let tree = MerkleTree::of_entries(self.log.lines());
        let is_of_log = tree.head(tree.size()).as_ref() == Some(checkpoint.head());
        let note = SignedNote::parse(self.checkpoint.as_bytes()).ok()?;
        is_of_log.then(|| note.signed_only_by(&key))?
    }

    /// The checkpoint, if its signature is that of the key.
    fn checkpoint_of_key(&self) -> Option<Checkpoint> {
        let key = self.verifier_key()?;
        Checkpoint::open(self.checkpoint.as_bytes(), key.name(), &key).ok()
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

    /// Whether files that belong to it are missing or damaged: then nothing can be said with it. A run
    /// that was cut off has written some of them, the day never; a checkpoint of another size is from
    /// such a run.
    pub(crate) fn is_damaged(&self) -> bool {
        if self.day.is_empty() {
            return false;
        }
        let tree = MerkleTree::of_entries(self.log.lines());
        let is_forged = !self.checkpoint.is_empty()
            && self.checkpoint_of_key().is_none_or(|checkpoint| {
                let head = checkpoint.head();
                head.size <= tree.size() && tree.head(head.size).as_ref() != Some(head)
            });
        self.log.is_empty() || is_forged || self.entries().is_err()
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
