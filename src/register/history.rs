//! The revision log as the register knows it: the revisions of every record up to the day, and whether the record says
//! something else by now.

use super::{EntryId, HistoryId, Register, Stop, StopId};
use crate::records::revision_fields::{FieldChange, diff_bodies};
use crate::records::{Day, FormerName, Key, Reference, Revision, Withdrawn};
use std::collections::{BTreeMap, HashMap, HashSet};

/// A record in the revision log.
#[derive(Debug)]
pub struct History<'r> {
    /// Its name in the log: `6`, `6/studi-banding`, `tentang`.
    pub record: &'r str,
    /// Its revisions, oldest first; at least one.
    pub revisions: Vec<&'r Revision>,
    /// The newest revision under the name that the record had before.
    pub before_rename: Option<&'r Revision>,
    /// The numbers of those that changed more than adding news, or cannot be held against the one before.
    pub corrected_revisions: Vec<u32>,
    /// Does the record say something else by now, which no release has yet?
    pub has_unreleased_change: bool,
}

impl<'r> History<'r> {
    /// The revision before another: under the same name, or under the one that the record had before.
    pub fn previous_revision(&self, revision: &Revision) -> Option<&'r Revision> {
        let at = self
            .revisions
            .iter()
            .position(|r| r.revision == revision.revision)?;
        at.checked_sub(1)
            .map_or(self.before_rename, |at| self.revisions.get(at).copied())
    }

    /// What a revision says otherwise than the one before; none if there is none before, or one of them was struck out.
    pub fn field_changes(&self, revision: &Revision) -> Option<Vec<FieldChange>> {
        let before = self.previous_revision(revision)?;
        Some(diff_bodies(before.body.as_ref()?, revision.body.as_ref()?))
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

/// What a name leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Resolved {
    /// A stop.
    Stop(StopId),
    /// An aspiration or announcement, or a commitment in it.
    Entry(EntryId),
    /// A page in Markdown.
    Page,
    /// It was withdrawn; its place in [`Register::withdrawn`].
    Withdrawn(usize),
    /// It has another name; its place in [`Register::moved`].
    FormerName(usize),
}

/// What was published and no longer stands.
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
        self.histories
            .iter()
            .enumerate()
            .map(|(n, h)| (HistoryId(n), h))
    }

    /// A record in the log.
    pub fn history(&self, id: HistoryId) -> &History<'r> {
        &self.histories[id.0]
    }

    /// The record of a name in the log.
    pub fn history_of(&self, record: &str) -> Option<HistoryId> {
        self.histories
            .binary_search_by(|h| h.record.cmp(record))
            .ok()
            .map(HistoryId)
    }

    /// What was withdrawn by the day.
    pub fn withdrawals(&self) -> &[Withdrawal<'r>] {
        &self.withdrawals
    }

    /// Names under which stops, aspirations, announcements, commitments and pages were published before, with those they have
    /// now; only what is published now.
    pub fn former_names(&self) -> &[(String, String)] {
        &self.former_names
    }

    /// What a name leads to: `6`, `6/studi-banding`, `6/studi-banding/usul-p-apbd`, `tentang`; none if it is held back, or not
    /// known by the day.
    pub fn resolve(&self, name: &str) -> Option<Resolved> {
        let moved = || {
            self.former_names
                .binary_search_by(|(from, _)| from.as_str().cmp(name))
                .ok()
                .map(Resolved::FormerName)
        };
        self.current_or_withdrawn(name)
            .or_else(moved)
            .or_else(|| self.find_withdrawn_entry(name))
    }

    /// What stands under a name, or was withdrawn there.
    fn current_or_withdrawn(&self, name: &str) -> Option<Resolved> {
        self.resolve_current(name)
            .or_else(|| self.find_withdrawal(name))
    }

    fn find_withdrawal(&self, name: &str) -> Option<Resolved> {
        self.withdrawals
            .iter()
            .position(|w| w.record == name)
            .map(Resolved::Withdrawn)
    }

    /// A commitment that was withdrawn with all of its aspiration or announcement.
    fn find_withdrawn_entry(&self, name: &str) -> Option<Resolved> {
        let (entry, _) = name
            .rsplit_once('/')
            .filter(|(entry, _)| entry.contains('/'))?;
        self.find_withdrawal(entry)
    }

    /// What stands under a name.
    fn resolve_current(&self, name: &str) -> Option<Resolved> {
        let Ok(reference) = Reference::try_from(name.to_owned()) else {
            return self
                .pages()
                .any(|page| page.key.as_str() == name)
                .then_some(Resolved::Page);
        };
        let id = StopId(
            self.stops
                .binary_search_by_key(&reference.stop, Stop::number)
                .ok()?,
        );
        let Some(key) = &reference.entry else {
            return Some(Resolved::Stop(id));
        };
        let entry = self.stop(id).entries().find(|e| self.entry(*e).id == key)?;
        let has = |key: &Key| {
            let mut keys = self
                .entry(entry)
                .commitments()
                .map(|c| &self.commitment(c).record.id.value);
            keys.any(|k| k == key)
                || self
                    .entry(entry)
                    .withdrawn_commitments()
                    .any(|c| c.id.value == *key)
        };
        reference
            .commitment
            .as_ref()
            .is_none_or(has)
            .then_some(Resolved::Entry(entry))
    }

    /// Revisions that changed more than adding news, newest first.
    pub fn corrected_revisions(&self) -> &[(HistoryId, u32)] {
        &self.corrected_revisions
    }

    /// How many records say what no release has yet, new ones among them; nothing is released while there is no log.
    pub fn unreleased_count(&self) -> usize {
        self.unreleased_count
    }

    /// The lines of the log after the day.
    fn later_revisions(&self) -> impl Iterator<Item = &'r Revision> {
        let day = self.day;
        self.records
            .revision_log
            .iter()
            .map(|line| &line.value)
            .filter(move |line| line.release > day)
    }

    /// The lines of the log up to the day.
    pub fn released_revisions(&self) -> impl Iterator<Item = &'r Revision> {
        let day = self.day;
        self.records
            .revision_log
            .iter()
            .map(|line| &line.value)
            .filter(move |line| line.release <= day)
    }
}

/// Joins the log with what was joined before.
pub(super) fn build_histories(register: &mut Register<'_>) {
    let mut moved: BTreeMap<String, String> = BTreeMap::new();
    for FormerName {
        former: from,
        current: to,
        ..
    } in register.records.former_names()
    {
        if register.resolve(&to).is_some() && register.current_or_withdrawn(&from).is_none() {
            moved.entry(from).or_insert(to);
        }
    }
    register.former_names = moved.into_iter().collect();
    let mut by_name: BTreeMap<&str, Vec<&Revision>> = BTreeMap::new();
    for line in register.released_revisions() {
        by_name.entry(&line.record).or_default().push(line);
    }
    if by_name.is_empty() {
        return;
    }
    let hashes = register.body_hashes();
    let new = hashes
        .keys()
        .filter(|name| !by_name.contains_key(name.as_str()))
        .count();
    let later: HashSet<(&str, &str)> = register
        .later_revisions()
        .map(|l| (l.record.as_str(), l.sha256.as_str()))
        .collect();
    let mut before: HashMap<&str, &Revision> = HashMap::new();
    for (from, to) in &register.former_names {
        let old = by_name
            .get(from.as_str())
            .and_then(|revisions| revisions.last().copied());
        let newest = before
            .get(to.as_str())
            .copied()
            .into_iter()
            .chain(old)
            .max_by_key(|r| r.release);
        before.extend(newest.map(|newest| (to.as_str(), newest)));
    }
    let mut histories = Vec::with_capacity(by_name.len());
    for (record, revisions) in &by_name {
        let newest = revisions.last().map_or("", |r| r.sha256.as_str());
        // As of an earlier day a record may say what a later release has.
        let is_released =
            |hash: &String| hash == newest || later.contains(&(*record, hash.as_str()));
        let is_changed = hashes.get(*record).is_some_and(|hash| !is_released(hash));
        let before = before.get(record).copied();
        let mut history = History {
            record,
            revisions: revisions.clone(),
            before_rename: before,
            corrected_revisions: Vec::new(),
            has_unreleased_change: is_changed,
        };
        let differ = |r: &&&Revision| {
            history.previous_revision(r).is_some()
                && history
                    .field_changes(r)
                    .is_none_or(|list| list.iter().any(|d| !d.is_new_follow_up))
        };
        history.corrected_revisions = history
            .revisions
            .iter()
            .filter(differ)
            .map(|r| r.revision)
            .collect();
        histories.push(history);
    }
    register.histories = histories;
    let mut revised: Vec<(Day, HistoryId, u32)> = Vec::new();
    for (id, history) in register.histories() {
        revised.extend(
            history
                .corrected_revisions
                .iter()
                .map(|number| (history.revision(*number).release, id, *number)),
        );
    }
    revised.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)).then(b.2.cmp(&a.2)));
    register.corrected_revisions = revised
        .into_iter()
        .map(|(_, id, number)| (id, number))
        .collect();
    register.unreleased_count = new
        + register
            .histories
            .iter()
            .filter(|h| h.has_unreleased_change)
            .count();
}
