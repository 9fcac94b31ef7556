//! The revision log as the register knows it: the revisions of every record up to the day, and
//! whether the record says something else by now.

use super::{EntryId, HistoryId, Register, Stop, StopId, Subject, with_ids};
use crate::records::revision_fields::{FieldChange, diff_bodies};
use crate::records::{Day, Key, LogEntry, Reference, Revision, Withdrawn, log_entry};
use rayon::prelude::*;
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

/// A record in the revision log.
#[derive(Debug)]
pub struct History<'r> {
    /// Its name in the log: `6`, `6/studi-banding`, `tentang`.
    pub record: &'r str,
    /// Its revisions, oldest first; at least one.
    pub revisions: Vec<&'r Revision>,
    /// The newest revision under a name that the record had before.
    pub before_rename: Option<&'r Revision>,
    /// The numbers of those that changed more than adding news, or cannot be held against the one
    /// before.
    pub corrected_revisions: Vec<u32>,
    /// Whether the record says something else by now, which no release has yet.
    pub has_unreleased_change: bool,
}

impl<'r> History<'r> {
    /// The revision before another: under the same name, or under the one that the record had
    /// before.
    pub fn previous_revision(&self, revision: &Revision) -> Option<&'r Revision> {
        let mut revisions = self.revisions.iter();
        match revisions.position(|r| r.revision == revision.revision)? {
            0 => self.before_rename,
            at => Some(self.revisions[at - 1]),
        }
    }

    /// The fields in which a revision differs from the one before. Returns `None` if there is none
    /// before, or one of them was redacted.
    pub fn field_changes(&self, revision: &Revision) -> Option<Vec<FieldChange>> {
        let before = self.previous_revision(revision)?;
        Some(diff_bodies(before.body()?, revision.body()?))
    }

    /// Whether a revision changed more than adding follow-ups, or cannot be compared with the one
    /// before.
    fn is_correction(&self, revision: &Revision) -> bool {
        // The first corrects nothing.
        if self.previous_revision(revision).is_none() {
            return false;
        }
        match self.field_changes(revision) {
            Some(changes) => changes.iter().any(|change| !change.is_new_follow_up),
            // One of the two was redacted: what changed can no longer be seen, and may be anything.
            None => true,
        }
    }

    /// A revision by its number; the log has them all from 1.
    pub fn revision(&self, number: u32) -> &'r Revision {
        let found = self.revisions.iter().find(|r| r.revision == number);
        found.copied().unwrap_or_else(|| self.newest_revision())
    }

    /// The newest revision.
    pub fn newest_revision(&self) -> &'r Revision {
        self.revisions[self.revisions.len() - 1]
    }
}

/// What a record's name resolves to, current, former or withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resolved {
    /// A stop.
    Stop(StopId),
    /// An aspiration or announcement, or a commitment in it.
    Entry(EntryId),
    /// A page in Markdown.
    Page,
    /// It was withdrawn; its index in [`Register::withdrawals`].
    Withdrawn(usize),
    /// It has another name now; its index in [`Register::published_former_names`].
    FormerName(usize),
}

/// A record that was published and has been withdrawn.
#[derive(Debug)]
pub struct Withdrawal<'r> {
    /// Its name: `6/studi-banding`.
    pub record: String,
    /// `stop`, `aspiration`, `announcement` or `page`.
    pub kind: &'static str,
    /// Since when and why.
    pub withdrawn: &'r Withdrawn,
}

impl<'r> Register<'r> {
    /// Every record in the log up to the day, by name.
    pub fn histories(&self) -> impl ExactSizeIterator<Item = (HistoryId, &History<'r>)> {
        with_ids(&self.histories, HistoryId)
    }

    /// A record in the log.
    pub fn history(&self, id: HistoryId) -> &History<'r> {
        &self.histories[id.0]
    }

    /// The record of a name in the log.
    pub fn history_of(&self, record: &str) -> Option<HistoryId> {
        let histories = &self.histories;
        let at = histories.binary_search_by(|h| h.record.cmp(record));
        at.ok().map(HistoryId)
    }

    /// The records of a name in the log and of those that it had before.
    pub(super) fn histories_of(&self, record: &str) -> Vec<HistoryId> {
        let mut histories = Vec::from_iter(self.history_of(record));
        for (former, current) in self.published_former_names() {
            if current == record {
                histories.extend(self.history_of(former));
            }
        }
        histories
    }

    /// The name of the record in whose body follow-ups about a subject are released.
    pub(super) fn body_record(&self, subject: Subject) -> String {
        match subject {
            Subject::Stop(stop) => self.stop(stop).number().to_string(),
            Subject::Entry(entry) => self.entry_reference(entry),
            Subject::Commitment(id) => self.entry_reference(self.commitment(id).entry),
        }
    }

    /// What was withdrawn by the day.
    pub fn withdrawals(&self) -> &[Withdrawal<'r>] {
        &self.withdrawals
    }

    /// Names under which stops, aspirations, announcements, commitments and pages were published
    /// before, with those they have now; only what is published now.
    pub fn published_former_names(&self) -> &[(String, String)] {
        &self.former_names
    }

    /// What a name resolves to: `6`, `6/studi-banding`, `6/studi-banding/usul-p-apbd`, `tentang`.
    /// Returns `None` if it is held back, or not known by the day.
    pub fn resolve(&self, name: &str) -> Option<Resolved> {
        let current = self.current_or_withdrawn(name);
        if current.is_some() {
            return current;
        }
        let names = &self.former_names;
        match names.binary_search_by(|(former, _)| former.as_str().cmp(name)) {
            Ok(at) => Some(Resolved::FormerName(at)),
            Err(_) => self.find_withdrawn_entry(name),
        }
    }

    /// What has a name now, or was withdrawn under it.
    fn current_or_withdrawn(&self, name: &str) -> Option<Resolved> {
        self.resolve_current(name)
            .or_else(|| self.find_withdrawal(name))
    }

    fn find_withdrawal(&self, name: &str) -> Option<Resolved> {
        let mut withdrawals = self.withdrawals.iter();
        let at = withdrawals.position(|w| w.record == name)?;
        Some(Resolved::Withdrawn(at))
    }

    /// A commitment that was withdrawn with all of its aspiration or announcement.
    fn find_withdrawn_entry(&self, name: &str) -> Option<Resolved> {
        let (entry, _) = name.rsplit_once('/')?;
        // An entry itself (`6/studi-banding`) has a withdrawal of its own.
        if entry.contains('/') {
            self.find_withdrawal(entry)
        } else {
            None
        }
    }

    /// What has a name now.
    fn resolve_current(&self, name: &str) -> Option<Resolved> {
        let Ok(reference) = Reference::try_from(name.to_owned()) else {
            let is_page = self.pages().any(|page| page.key.as_str() == name);
            return is_page.then_some(Resolved::Page);
        };
        let stops = &self.stops;
        let at = stops.binary_search_by_key(&reference.stop, Stop::number);
        let id = StopId(at.ok()?);
        let Some(key) = &reference.entry else {
            return Some(Resolved::Stop(id));
        };
        let id = self.stop(id).entries().find(|e| self.entry(*e).id == key)?;
        let commitment = reference.commitment.as_ref();
        let is_there = commitment.is_none_or(|key| self.has_commitment(id, key));
        is_there.then_some(Resolved::Entry(id))
    }

    /// Whether an entry's page shows a commitment, withdrawn or not.
    fn has_commitment(&self, entry: EntryId, key: &Key) -> bool {
        let entry = self.entry(entry);
        let current = entry.commitments().map(|id| self.commitment(id).record);
        let mut all = current.chain(entry.withdrawn_commitments());
        all.any(|commitment| commitment.id.value == *key)
    }

    /// Revisions that changed more than adding news, newest first.
    pub fn corrected_revisions(&self) -> &[(HistoryId, u32)] {
        &self.corrected_revisions
    }

    /// How many records say what no release has yet, new ones among them; nothing is released while
    /// there is no log.
    pub fn unreleased_count(&self) -> usize {
        self.unreleased_count
    }

    /// The entries of the log up to the day.
    pub fn log_entries(&self) -> impl Iterator<Item = &'r LogEntry> {
        let (day, log) = (self.day, &self.records.revision_log);
        let entries = log.entries.iter().zip(&log.days);
        entries.filter_map(move |(entry, known)| (*known <= day).then_some(&entry.value))
    }

    /// The day up to which the site tells what was recorded: that of the last release, or before the
    /// first the newest of a stop or follow-up.
    pub fn recorded_until(&self) -> Day {
        let days = self.records.revision_log.days.iter().copied();
        let stops = self.stops.iter().map(|stop| stop.record.date.value);
        let follow_ups = self.follow_ups.iter().map(|f| f.record.date.value);
        let released = days.filter(|day| *day <= self.day).max();
        let recorded = released.or_else(|| stops.chain(follow_ups).max());
        recorded.unwrap_or(self.day)
    }

    /// An entry of the log by its number, from 0.
    pub fn log_entry(&self, number: usize) -> Option<&'r LogEntry> {
        let entry = self.records.revision_log.entries.get(number)?;
        Some(&entry.value)
    }

    /// The published log: its entries up to the day, a line each.
    pub fn published_log(&self) -> String {
        log_entry::log_text(self.log_entries())
    }

    /// The revisions that were released up to the day, in the order of the log.
    pub fn released_revisions(&self) -> impl DoubleEndedIterator<Item = &'r Revision> {
        let day = self.day;
        let lines = self
            .records
            .revision_log
            .revisions
            .iter()
            .map(|line| &line.value);
        lines.filter(move |line| line.release <= day)
    }

    /// Joins the log with the records, once those are complete.
    pub(super) fn build_histories(&mut self) {
        self.former_names = self.find_published_former_names();
        let mut by_name: BTreeMap<&'r str, Vec<&'r Revision>> = BTreeMap::new();
        for line in self.released_revisions() {
            by_name.entry(&line.record).or_default().push(line);
        }
        // While there is no log, nothing waits for a release.
        if by_name.is_empty() {
            return;
        }
        let bodies: HashMap<String, Value> = self.record_bodies().into_iter().collect();
        let is_new = |record: &&String| !by_name.contains_key(record.as_str());
        self.unreleased_count = bodies.keys().filter(is_new).count();
        let mut later: HashMap<&str, Vec<&Revision>> = HashMap::new();
        for line in &self.records.revision_log.revisions {
            if line.release > self.day {
                later.entry(&line.record).or_default().push(line);
            }
        }
        let before_rename = self.revisions_before_rename(&by_name);
        let make_history = |(record, revisions): (&'r str, Vec<&'r Revision>)| {
            // What is not published has no body. As of an earlier day a record may say what a later
            // release has.
            let released = revisions.last().into_iter();
            let mut released = released.chain(later.get(record).into_iter().flatten());
            let has_unreleased_change = bodies
                .get(record)
                .is_some_and(|body| !released.any(|r| r.body() == Some(body)));
            let mut history = History {
                record,
                revisions,
                before_rename: before_rename.get(record).copied(),
                corrected_revisions: Vec::new(),
                has_unreleased_change,
            };
            let revisions = history.revisions.iter();
            let corrected = revisions.filter(|r| history.is_correction(r));
            history.corrected_revisions = corrected.map(|r| r.revision).collect();
            history
        };
        // Every revision is held against the one before: after years, most of the work.
        let by_name: Vec<_> = by_name.into_iter().collect();
        let histories: Vec<History<'r>> = by_name.into_par_iter().map(make_history).collect();
        let changed = histories.iter().filter(|h| h.has_unreleased_change);
        self.unreleased_count += changed.count();
        self.histories = histories;
        self.corrected_revisions = self.sorted_corrections();
    }

    /// The former names of what is published that are not in use again. What is written
    /// comes before what only follows from it, and the first of several counts.
    fn find_published_former_names(&self) -> Vec<(String, String)> {
        let mut names: BTreeMap<String, String> = BTreeMap::new();
        for name in self.records.former_names() {
            let is_free = self.current_or_withdrawn(&name.former).is_none();
            if is_free && self.resolve(&name.current).is_some() {
                names.entry(name.former).or_insert(name.current);
            }
        }
        names.into_iter().collect()
    }

    /// For each record that was renamed the newest revision under a former name, of several the one
    /// released last.
    fn revisions_before_rename(
        &self,
        by_name: &BTreeMap<&str, Vec<&'r Revision>>,
    ) -> HashMap<String, &'r Revision> {
        let mut newest: HashMap<String, &Revision> = HashMap::new();
        for (former, current) in &self.former_names {
            // The log has nothing under that name: it began later.
            let Some(revision) = by_name.get(former.as_str()).and_then(|list| list.last()) else {
                continue;
            };
            let known = newest.entry(current.clone()).or_insert(revision);
            if revision.release >= known.release {
                *known = revision;
            }
        }
        newest
    }

    /// All corrected revisions, newest first; those of one day by name, and of one record the last
    /// first.
    fn sorted_corrections(&self) -> Vec<(HistoryId, u32)> {
        let mut corrections = Vec::new();
        for (id, history) in self.histories() {
            for &number in &history.corrected_revisions {
                let release = history.revision(number).release;
                corrections.push((Reverse(release), id, Reverse(number)));
            }
        }
        corrections.sort_unstable();
        let corrections = corrections.into_iter();
        corrections.map(|(_, id, number)| (id, number.0)).collect()
    }
}
