//! Former names (aliases): the names under which records were published before (`formerly`), each with the name it has now.

use super::{EntryRef, Key, Records, Reference, Stop};
use crate::diag::Span;
use std::collections::HashMap;

/// A name under which something was published before.
#[derive(Clone, Debug)]
pub struct FormerName {
    /// The name it had: `6/lama`, `tentang-lama`.
    pub former: String,
    /// The name it has now.
    pub current: String,
    /// Where that is written.
    pub span: Span,
    /// Whether it is written itself, and does not only follow from a former name of the record above it.
    pub is_explicit: bool,
}

impl Records {
    /// Every former name: those that are written first, then those that follow from them for all records below.
    pub fn former_names(&self) -> Vec<FormerName> {
        let mut names = Vec::new();
        for stop in self.stops.iter().filter(|stop| has_former_names(stop)) {
            collect_former_names(stop, &mut names);
        }
        for page in &self.pages {
            names.extend(page.front_matter.formerly.iter().map(|key| FormerName {
                former: key.to_string(),
                current: page.key.to_string(),
                span: key.span,
                is_explicit: true,
            }));
        }
        // Versions of a page in several languages may say the same.
        names.sort_by_key(|name| !name.is_explicit);
        names
    }

    /// The current name of each former one; what is written counts before what follows from it.
    pub fn alias_map(&self) -> HashMap<String, String> {
        // Of one name the last stays.
        self.former_names()
            .into_iter()
            .rev()
            .map(|m| (m.former, m.current))
            .collect()
    }
}

/// Whether a stop or anything in it had another name. Most never had, and are passed over at once.
fn has_former_names(stop: &Stop) -> bool {
    let entry_has = |entry: EntryRef<'_>| {
        !entry.formerly.is_empty() || entry.commitments().any(|c| !c.formerly.is_empty())
    };
    !stop.formerly.is_empty() || stop.entries().any(entry_has)
}

fn collect_former_names(stop: &Stop, names: &mut Vec<FormerName>) {
    let now = Reference {
        stop: *stop.number,
        entry: None,
        commitment: None,
    };
    let mut add = |from: &Reference, to: &Reference, span, is_written| {
        names.push(FormerName {
            former: from.to_string(),
            current: to.to_string(),
            span,
            is_explicit: is_written,
        });
    };
    for old in &stop.formerly {
        add(old, &now, old.span, true);
    }
    for record in stop.entries() {
        let (entry, formerly) = (record.reference(), record.formerly);
        let mut old_names: Vec<(Reference, Span, bool)> = Vec::new();
        for old in formerly {
            old_names.push((old.value.clone(), old.span, true));
        }
        for old in &stop.formerly {
            old_names.push((with_stop_number(&entry, old.stop), old.span, false));
            let own = formerly.iter().filter(|f| f.stop == now.stop);
            old_names.extend(own.map(|f| (with_stop_number(f, old.stop), f.span, false)));
        }
        for (old, span, is_written) in &old_names {
            add(old, &entry, *span, *is_written);
        }
        for commitment in record.commitments() {
            let to = with_commitment(&entry, &commitment.id);
            // A name that it had here, or where this was before, it had under all of these names.
            let is_here = |f: &Reference| {
                f.is_at_or_below(&entry) || old_names.iter().any(|(old, ..)| f.is_at_or_below(old))
            };
            let own = commitment
                .formerly
                .iter()
                .filter(|f| is_here(f))
                .filter_map(|f| f.commitment.as_ref());
            for key in std::iter::once(&commitment.id.value).chain(own) {
                for (old, span, _) in &old_names {
                    add(&with_commitment(old, key), &to, *span, false);
                }
            }
            for old in &commitment.formerly {
                add(old, &to, old.span, true);
            }
        }
    }
}

fn with_stop_number(reference: &Reference, stop: u32) -> Reference {
    Reference {
        stop,
        ..reference.clone()
    }
}

fn with_commitment(entry: &Reference, commitment: &Key) -> Reference {
    Reference {
        commitment: Some(commitment.clone()),
        ..entry.clone()
    }
}
