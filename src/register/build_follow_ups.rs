//! Joins the follow-ups with what they are about, as the last step of building the register's lists
//! (`build`): resolves their references, current or former, and gives each its permanent name.

use super::build::{RegisterBuilder, sources_until};
use super::follow_up::follow_up_name;
use super::{CommitmentId, FollowUp, FollowUpId, Subject};
use crate::records::{self, Day, Reference, Source};
use rayon::prelude::*;
use std::collections::HashMap;

/// A follow-up with what follows from its record alone.
struct ResolvedFollowUp<'r> {
    record: &'r records::FollowUp,
    /// For each reference in `about` what it names, if that is published.
    about: Vec<Option<Subject>>,
    known_since: Day,
    sources: Vec<&'r Source>,
    replaced_by: Option<CommitmentId>,
}

impl<'r> RegisterBuilder<'r> {
    /// What a reference names, current or former; `None` if that is not published.
    pub(super) fn resolve(&self, reference: &Reference) -> Option<Subject> {
        self.resolve_current(reference)
            .or_else(|| self.resolve_current(current_name(&self.former_names, reference)?))
    }

    fn resolve_current(&self, reference: &Reference) -> Option<Subject> {
        let Some(entry) = &reference.entry else {
            return self.stops.get(&reference.stop).copied().map(Subject::Stop);
        };
        let entry = *self.entries.get(&(reference.stop, entry.as_str()))?;
        let Some(commitment) = &reference.commitment else {
            return Some(Subject::Entry(entry));
        };
        let commitment = self.commitments.get(&(entry, commitment.as_str()))?;
        Some(Subject::Commitment(*commitment))
    }

    pub(super) fn add_follow_ups(&mut self) {
        let records = self.register.records.follow_ups.iter();
        let mut records: Vec<&'r records::FollowUp> = records.map(|f| &f.value).collect();
        // A stable sort: the follow-ups of one day keep the order of the files.
        records.sort_by_key(|follow_up| follow_up.date.value);
        self.register.follow_ups.reserve(records.len());
        // What follows from a record alone is found on every core.
        let resolved = records.into_par_iter().map(|r| self.resolve_follow_up(r));
        let resolved: Vec<ResolvedFollowUp<'r>> = resolved.collect();
        // Taken, since `counts` borrows from it while the register changes; nothing is resolved
        // any more.
        let former_names = std::mem::take(&mut self.former_names);
        let mut counts: HashMap<(Day, &Reference), usize> = HashMap::with_capacity(resolved.len());
        for follow_up in resolved {
            let record = follow_up.record;
            let mut about = Vec::new();
            let mut ordinals = Vec::new();
            let mut first = None;
            for (reference, subject) in record.about.0.iter().zip(follow_up.about) {
                // What is not published is counted as well, so that names stay the same when it
                // is; and by its current name, so that they stay the same after a rename.
                let current = current_name(&former_names, reference).unwrap_or(reference);
                let count = counts.entry((record.date.value, current)).or_default();
                *count += 1;
                if let Some(subject) = subject {
                    first.get_or_insert((reference, *count));
                    about.push(subject);
                    ordinals.push(*count);
                }
            }
            // About nothing that is published.
            let Some((reference, ordinal)) = first else {
                continue;
            };
            let is_held_back = !self.register.drafts && record.is_held_back(self.register.day);
            if is_held_back || !self.is_known_by_day(follow_up.known_since) {
                continue;
            }
            let name = follow_up_name(record.date.value, ordinal);
            self.add_follow_up(FollowUp {
                record,
                reference: format!("{reference}/{name}"),
                known_since: follow_up.known_since,
                recorded: None,
                about,
                ordinals,
                sources: follow_up.sources,
                replaced_by: follow_up.replaced_by,
            });
        }
    }

    fn resolve_follow_up(&self, record: &'r records::FollowUp) -> ResolvedFollowUp<'r> {
        let replacement = record.replaced_by.as_ref();
        ResolvedFollowUp {
            record,
            replaced_by: match replacement.and_then(|new| self.resolve(new)) {
                Some(Subject::Commitment(new)) => Some(new),
                _ => None,
            },
            about: record.about.0.iter().map(|r| self.resolve(r)).collect(),
            known_since: record.known_since(),
            sources: sources_until(record.sources.iter(), self.register.day),
        }
    }

    fn add_follow_up(&mut self, follow_up: FollowUp<'r>) {
        let register = &mut self.register;
        let id = FollowUpId(register.follow_ups.len());
        for subject in &follow_up.about {
            match *subject {
                Subject::Stop(stop) => register.stops[stop.0].follow_ups.push(id),
                Subject::Entry(entry) => register.entries[entry.0].follow_ups.push(id),
                Subject::Commitment(commitment) => {
                    register.commitments[commitment.0].timeline.push(id);
                }
            }
        }
        register.follow_ups.push(follow_up);
    }
}

/// The reference that a record has now, of one that it had before.
fn current_name<'m>(
    former_names: &'m HashMap<String, Reference>,
    former: &Reference,
) -> Option<&'m Reference> {
    // Mostly nothing was renamed, and no reference need be written out to be looked up.
    if former_names.is_empty() {
        None
    } else {
        former_names.get(&former.to_string())
    }
}
