//! The revision log as a whole: its entries, the bodies that are left, and the revisions that both
//! make.

use super::log_entry::{EntryContent, effective_days, log_text};
use super::revision::Redaction;
use super::{Day, LogEntry, Revision, RevisionBody, Spanned};
use std::collections::HashMap;
use std::sync::Arc;

/// What `log.jsonl` and `bodies.jsonl` hold.
#[derive(Debug, Default)]
pub struct RevisionLog {
    /// The entries, in their order.
    pub entries: Vec<Arc<Spanned<LogEntry>>>,
    /// The day as of which each entry counts.
    pub days: Vec<Day>,
    /// The bodies, in their order.
    pub bodies: Vec<Arc<Spanned<RevisionBody>>>,
    /// The revisions, in the order of their entries, each with the span of its entry.
    pub revisions: Vec<Spanned<Revision>>,
}

impl RevisionLog {
    /// The lines of the log, each with its end.
    pub fn to_text(&self) -> String {
        log_text(self.entries.iter().map(|entry| &entry.value))
    }

    /// The entry that would come next.
    pub fn next_entry(&self, release: Day, content: EntryContent) -> LogEntry {
        LogEntry {
            entry: self.entries.len(),
            release,
            content,
        }
    }

    /// Joins entries and bodies into revisions, by record and number.
    pub fn join(&mut self) {
        let mut bodies: HashMap<(&str, u32), &Arc<Spanned<RevisionBody>>> = HashMap::new();
        for line in &self.bodies {
            bodies.entry((&line.record, line.revision)).or_insert(line);
        }
        self.days = effective_days(&self.entries);
        let mut redactions: HashMap<(&str, u32), Redaction> = HashMap::new();
        for (entry, day) in self.entries.iter().zip(&self.days) {
            if let EntryContent::Redaction {
                redacts,
                basis,
                reason,
            } = &entry.content
            {
                let redaction = Redaction {
                    entry: entry.entry,
                    day: *day,
                    basis: basis.clone(),
                    reason: reason.clone(),
                };
                let name = (redacts.record.as_str(), redacts.revision);
                redactions.entry(name).or_insert(redaction);
            }
        }
        let mut revisions = Vec::new();
        for (entry, day) in self.entries.iter().zip(&self.days) {
            let EntryContent::Revision {
                record,
                revision,
                digest,
            } = &entry.content
            else {
                continue;
            };
            let name = (record.as_str(), *revision);
            let value = Revision {
                entry: entry.entry,
                release: *day,
                record: record.clone(),
                revision: *revision,
                digest: digest.clone(),
                line: bodies.get(&name).map(|line| Arc::clone(line)),
                redaction: redactions.get(&name).cloned(),
            };
            let span = entry.span;
            revisions.push(Spanned { value, span });
        }
        self.revisions = revisions;
    }
}
