//! What all rules share: every record under its reference, entries as one list, and which spans
//! could not be read.
//!
//! Built once by [`super::check_records`]; it judges nothing.

use crate::diag::{Diagnostic, FileId, Span};
use crate::records::{Commitment, Day, EntryRef, FollowUp, Key, Records, Reference, Spanned, Stop};
use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// A reference whose keys are borrowed from the records, so that looking one up copies nothing.
type RefKey<'r> = (u32, Option<&'r Key>, Option<&'r Key>);

fn ref_key(reference: &Reference) -> RefKey<'_> {
    (
        reference.stop,
        reference.entry.as_ref(),
        reference.commitment.as_ref(),
    )
}

/// The records with their indexes, and the day for which they are checked.
pub(super) struct Context<'r> {
    pub(super) records: &'r Records,
    /// The day for which the site is made.
    pub(super) day: Day,
    /// Whether that day is today, and not one that was chosen.
    pub(super) is_today: bool,
    /// Aspirations and announcements, in the order of the files.
    pub(super) entries: Vec<EntryRef<'r>>,
    /// What has a reference, in the order of the files; of several under one reference the first.
    targets: Vec<Target<'r>>,
    /// Indexes of `targets` by reference.
    target_index: HashMap<RefKey<'r>, usize>,
    /// References that records had before, with those they have now.
    former_names: HashMap<String, String>,
    /// What could not be read, by file.
    error_spans: BTreeMap<FileId, Vec<Span>>,
}

/// A commitment with the entry in which it was made.
#[derive(Clone, Copy)]
pub(super) struct CommitmentRef<'r> {
    pub(super) entry: EntryRef<'r>,
    pub(super) record: &'r Spanned<Commitment>,
}

/// What a reference leads to.
#[derive(Clone, Copy)]
pub(super) enum Target<'r> {
    Stop(&'r Stop),
    Entry(&'r Stop),
    Commitment(CommitmentRef<'r>),
}

impl<'r> Target<'r> {
    /// The stop in whose file it is written.
    pub(super) fn stop(self) -> &'r Stop {
        match self {
            Self::Stop(stop) | Self::Entry(stop) => stop,
            Self::Commitment(commitment) => commitment.entry.stop,
        }
    }
}

impl CommitmentRef<'_> {
    pub(super) fn reference(&self) -> Reference {
        Reference::for_commitment(*self.entry.stop.number, self.entry.id, &self.record.id)
    }

    /// Whether it was withdrawn, alone or with its entry or stop.
    pub(super) fn is_withdrawn(&self) -> bool {
        self.entry.is_withdrawn() || self.record.withdrawn.is_some()
    }
}

impl<'r> Context<'r> {
    /// `reading` are the diagnostics of reading the files.
    pub(super) fn new(
        records: &'r Records,
        reading: &[Diagnostic],
        day: Day,
        is_today: bool,
    ) -> Self {
        let mut error_spans: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
        // A warning leaves its value in place; only with an error something is lost to the records.
        for diagnostic in reading.iter().filter(|d| d.is_error()) {
            if let Some(span) = diagnostic.span {
                error_spans.entry(span.file).or_default().push(span);
            }
        }
        let mut context = Self {
            records,
            day,
            is_today,
            entries: records
                .stops
                .iter()
                .flat_map(|stop| stop.entries())
                .collect(),
            targets: Vec::new(),
            target_index: HashMap::new(),
            former_names: records.alias_map(),
            error_spans,
        };
        context.index_targets();
        context
    }

    fn index_targets(&mut self) {
        for stop in &self.records.stops {
            self.add_target((*stop.number, None, None), Target::Stop(stop));
        }
        // By index, since `add_target` borrows all of `self`.
        for n in 0..self.entries.len() {
            let entry = self.entries[n];
            let (stop, id) = (*entry.stop.number, Some(&entry.id.value));
            self.add_target((stop, id, None), Target::Entry(entry.stop));
            for record in entry.commitments() {
                let target = Target::Commitment(CommitmentRef { entry, record });
                self.add_target((stop, id, Some(&record.id.value)), target);
            }
        }
    }

    /// The first record of a reference keeps it; `uniqueness` reports the others.
    fn add_target(&mut self, reference: RefKey<'r>, target: Target<'r>) {
        if let Entry::Vacant(vacant) = self.target_index.entry(reference) {
            vacant.insert(self.targets.len());
            self.targets.push(target);
        }
    }

    /// What a reference leads to, whether it is the current one or a former one.
    pub(super) fn resolve(&self, reference: &Reference) -> Option<Target<'r>> {
        // Whoever has a name now comes before whoever had it once.
        if let Some(target) = self.resolve_current(reference) {
            return Some(target);
        }
        let current = self.former_names.get(&reference.to_string())?;
        self.resolve_current(&Reference::try_from(current.clone()).ok()?)
    }

    fn resolve_current(&self, reference: &Reference) -> Option<Target<'r>> {
        let index = self.target_index.get(&ref_key(reference))?;
        Some(self.targets[*index])
    }

    /// Whether something has this reference now.
    pub(super) fn is_current_name(&self, reference: &Reference) -> bool {
        self.target_index.contains_key(&ref_key(reference))
    }

    /// Whether a reference leads nowhere, and not only because what it names could not be read.
    pub(super) fn is_unknown(&self, reference: &Reference) -> bool {
        self.resolve(reference).is_none() && !self.records.unreadable.may_contain(reference)
    }

    /// Every current reference, in no order.
    pub(super) fn known_references(&self) -> impl Iterator<Item = Reference> {
        let keys = self.target_index.keys();
        keys.map(|(stop, entry, commitment)| Reference {
            stop: *stop,
            entry: entry.cloned(),
            commitment: commitment.cloned(),
        })
    }

    /// Every commitment, in the order of the files.
    pub(super) fn commitments(&self) -> impl Iterator<Item = CommitmentRef<'r>> {
        self.targets.iter().filter_map(|target| match target {
            Target::Commitment(commitment) => Some(*commitment),
            Target::Stop(_) | Target::Entry(_) => None,
        })
    }

    /// Whether all of a record could be read. If not, nothing can be said to be missing in it.
    pub(super) fn is_fully_read(&self, span: Span) -> bool {
        !self.file_errors(span).any(|error| span.contains(*error))
    }

    /// Whether a source of this stop may have been lost in reading: so if an error lies outside of
    /// every source and entry that could be read.
    pub(super) fn sources_may_be_missing(&self, stop: &Stop) -> bool {
        self.file_errors(stop.number.span).any(|error| {
            !stop.sources.iter().any(|s| s.span.contains(*error))
                && !stop.entries().any(|entry| entry.span.contains(*error))
        })
    }

    /// Whether a follow-up may have been lost in reading: so if a file that is none of a stop has
    /// an error.
    pub(super) fn follow_ups_may_be_missing(&self) -> bool {
        let stops = self.records.stops.iter();
        let files: BTreeSet<FileId> = stops.map(|stop| stop.number.span.file).collect();
        !self.error_spans.keys().all(|file| files.contains(file))
    }

    /// The errors of reading in the file of a span.
    fn file_errors(&self, span: Span) -> impl Iterator<Item = &Span> {
        self.error_spans.get(&span.file).into_iter().flatten()
    }

    /// Whether a stop is known by the day, and not held back.
    pub(super) fn is_published_stop(&self, stop: &Stop) -> bool {
        stop.known_since() <= self.day
            && self.is_fully_read(stop.date.span)
            && !stop.is_held_back(self.day)
    }

    /// Whether a follow-up is known by the day, and not held back.
    pub(super) fn is_published_follow_up(&self, follow_up: &FollowUp) -> bool {
        follow_up.known_since() <= self.day
            && self.is_fully_read(follow_up.date.span)
            && !follow_up.is_held_back(self.day)
    }
}
