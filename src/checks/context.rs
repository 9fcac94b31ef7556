//! The records as the rules look at them: every record under its reference, aspirations and announcements alike, and
//! what reading has already complained about.
//!
//! It judges nothing.

use super::AsOf;
use crate::diag::{Diagnostic, FileId, Span};
use crate::records::{
    Aspiration, Commitment, Day, FollowUp, Key, Records, Reference, Response, Source, Spanned,
    Stop, Text,
};
use std::collections::{BTreeMap, HashMap};

/// A reference whose keys are those of the records: none need be copied to be looked up.
type RefKey<'r> = (u32, Option<&'r Key>, Option<&'r Key>);

fn ref_key(reference: &Reference) -> RefKey<'_> {
    (
        reference.stop,
        reference.entry.as_ref(),
        reference.commitment.as_ref(),
    )
}

/// Everything that the rules ask.
pub(super) struct CheckContext<'r> {
    pub(super) records: &'r Records,
    /// The day for which the site is made.
    pub(super) day: Day,
    /// Is that day today, and not one that was chosen?
    pub(super) is_today: bool,
    /// Aspirations and announcements, in the order of the files.
    pub(super) entries: Vec<EntryRef<'r>>,
    /// What has a name; of several under one name the first.
    targets: Vec<Target<'r>>,
    /// The place of each name in `named`.
    target_index: HashMap<RefKey<'r>, usize>,
    /// Names that records had before.
    former_names: HashMap<String, String>,
    error_spans: BTreeMap<FileId, Vec<Span>>,
}

/// An aspiration or an announcement.
pub(super) struct EntryRef<'r> {
    pub(super) stop: &'r Stop,
    /// The whole of it.
    pub(super) span: Span,
    pub(super) id: &'r Spanned<Key>,
    pub(super) title: &'r Text,
    pub(super) topics: &'r [Spanned<Key>],
    pub(super) sources: &'r [Spanned<Key>],
    pub(super) responses: &'r [Spanned<Response>],
    /// The record, if it is an aspiration.
    pub(super) aspiration: Option<&'r Aspiration>,
    /// Was it withdrawn, with its stop or alone?
    pub(super) is_withdrawn: bool,
}

/// A commitment with what it stands in.
#[derive(Clone, Copy)]
pub(super) struct CommitmentRef<'r> {
    pub(super) stop: &'r Stop,
    pub(super) entry: &'r Key,
    pub(super) record: &'r Spanned<Commitment>,
    /// Was it withdrawn, with what it stands in or alone?
    pub(super) is_withdrawn: bool,
}

/// What a reference leads to.
#[derive(Clone, Copy)]
pub(super) enum Target<'r> {
    Stop(&'r Stop),
    Entry(&'r Stop),
    Commitment(CommitmentRef<'r>),
}

impl<'r> Target<'r> {
    /// The stop in which it stands.
    pub(super) fn stop(self) -> &'r Stop {
        match self {
            Self::Stop(stop) | Self::Entry(stop) => stop,
            Self::Commitment(promise) => promise.stop,
        }
    }
}

impl CommitmentRef<'_> {
    /// Its reference.
    pub(super) fn reference(&self) -> Reference {
        Reference::for_commitment(*self.stop.number, self.entry, &self.record.id)
    }
}

impl<'r> CheckContext<'r> {
    /// `faults` are those of reading.
    pub(super) fn new(records: &'r Records, faults: &[Diagnostic], when: AsOf, day: Day) -> Self {
        let entries: Vec<EntryRef<'r>> = records
            .stops
            .iter()
            .flat_map(|stop| entry_refs(stop))
            .collect();
        let (mut named, mut names) = (Vec::new(), HashMap::new());
        let mut name_it = |name: RefKey<'r>, found: Target<'r>| {
            names.entry(name).or_insert_with(|| {
                named.push(found);
                named.len() - 1
            });
        };
        for stop in &records.stops {
            name_it((*stop.number, None, None), Target::Stop(stop));
        }
        for entry in &entries {
            let (stop, id) = (*entry.stop.number, &entry.id.value);
            name_it((stop, Some(id), None), Target::Entry(entry.stop));
            for record in entry.responses.iter().flat_map(|r| &r.commitments) {
                let is_withdrawn = entry.is_withdrawn || record.withdrawn.is_some();
                let promise = CommitmentRef {
                    stop: entry.stop,
                    entry: entry.id,
                    record,
                    is_withdrawn,
                };
                name_it(
                    (stop, Some(id), Some(&record.id.value)),
                    Target::Commitment(promise),
                );
            }
        }
        let moved = records.alias_map();
        let mut broken: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
        for span in faults
            .iter()
            .filter(|d| d.is_error())
            .filter_map(|d| d.span)
        {
            broken.entry(span.file).or_default().push(span);
        }
        Self {
            records,
            day,
            is_today: matches!(when, AsOf::Now(_)),
            entries,
            targets: named,
            target_index: names,
            former_names: moved,
            error_spans: broken,
        }
    }

    /// What a reference leads to, by the name it has or one that it had before.
    pub(super) fn resolve(&self, reference: &Reference) -> Option<Target<'r>> {
        let named = |reference: &Reference| {
            self.target_index
                .get(&ref_key(reference))
                .map(|place| self.targets[*place])
        };
        named(reference).or_else(|| {
            let now = self.former_names.get(&reference.to_string())?;
            named(&Reference::try_from(now.clone()).ok()?)
        })
    }

    /// Is a reference the name that something has now?
    pub(super) fn is_current_name(&self, reference: &Reference) -> bool {
        self.target_index.contains_key(&ref_key(reference))
    }

    /// Every reference that leads somewhere, in no order.
    pub(super) fn known_references(&self) -> impl Iterator<Item = Reference> {
        let reference = |(stop, entry, commitment): &RefKey<'_>| Reference {
            stop: *stop,
            entry: entry.cloned(),
            commitment: commitment.cloned(),
        };
        self.target_index.keys().map(reference)
    }

    /// Every commitment, in the order of the files.
    pub(super) fn commitments(&self) -> impl Iterator<Item = CommitmentRef<'r>> {
        self.targets.iter().filter_map(|n| {
            if let Target::Commitment(promise) = n {
                Some(*promise)
            } else {
                None
            }
        })
    }

    /// Could all of a record be read? If not, nothing can be said to be missing in it.
    pub(super) fn is_fully_read(&self, span: Span) -> bool {
        !self
            .error_spans
            .get(&span.file)
            .is_some_and(|list| list.iter().any(|broken| span.contains(*broken)))
    }

    /// May a source of this stop have been lost in reading? So if a fault stands in the file outside of everything
    /// that could be read.
    pub(super) fn sources_may_be_missing(&self, stop: &Stop) -> bool {
        let read = |fault: &Span| {
            stop.sources.iter().any(|s| s.span.contains(*fault))
                || stop.aspirations.iter().any(|a| a.span.contains(*fault))
                || stop.announcements.iter().any(|a| a.span.contains(*fault))
        };
        self.error_spans
            .get(&stop.number.span.file)
            .is_some_and(|list| list.iter().any(|fault| !read(fault)))
    }

    /// Is a stop known by the day, and not held back?
    pub(super) fn is_published_stop(&self, stop: &Stop) -> bool {
        let known = known_since(stop.date.value, stop.sources.iter().map(|s| &s.value)) <= self.day;
        known
            && self.is_fully_read(stop.date.span)
            && !stop.draft
            && stop.publish_on.is_none_or(|day| day <= self.day)
    }

    /// Is a follow-up known by the day, and not held back?
    pub(super) fn is_published_follow_up(&self, entry: &FollowUp) -> bool {
        let known = known_since(entry.date.value, &entry.sources) <= self.day;
        known
            && self.is_fully_read(entry.date.span)
            && !entry.draft
            && entry.publish_on.is_none_or(|day| day <= self.day)
    }
}

/// From when something counts: the later of its day and its earliest source's day.
fn known_since<'s>(own: Day, sources: impl IntoIterator<Item = &'s Source>) -> Day {
    let earliest = sources
        .into_iter()
        .filter_map(|s| s.date)
        .map(|d| d.value)
        .min();
    earliest.map_or(own, |day| day.max(own))
}

fn entry_refs(stop: &Stop) -> Vec<EntryRef<'_>> {
    let aspirations = stop.aspirations.iter().map(|a| EntryRef {
        stop,
        span: a.span,
        id: &a.id,
        title: &a.title,
        topics: &a.topics,
        sources: &a.sources,
        responses: &a.responses,
        aspiration: Some(a),
        is_withdrawn: stop.withdrawn.is_some() || a.withdrawn.is_some(),
    });
    let announcements = stop.announcements.iter().map(|a| EntryRef {
        stop,
        span: a.span,
        id: &a.id,
        title: &a.title,
        topics: &a.topics,
        sources: &a.sources,
        responses: &a.responses,
        aspiration: None,
        is_withdrawn: stop.withdrawn.is_some() || a.withdrawn.is_some(),
    });
    aspirations.chain(announcements).collect()
}
