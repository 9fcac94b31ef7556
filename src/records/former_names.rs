//! Former names (aliases) as the records have them: those that are written (`formerly`) and those
//! that follow for the records below, each with the name it has now. What pages and plan show is
//! the register's list: only those that lead to something published and are not in use again.

use super::{EntryRef, Key, Records, Reference, Stop};
use crate::diag::Span;
use std::collections::HashMap;
use std::fmt::Display;

/// A name under which something was published before.
#[derive(Clone, Debug)]
pub struct FormerName {
    /// The name it had: `6/lama`, `tentang-lama`.
    pub former: String,
    /// The name it has now.
    pub current: String,
    /// Where that is written.
    pub span: Span,
    /// Whether it is written itself, and does not only follow from a former name of the record
    /// above it.
    pub is_explicit: bool,
}

impl FormerName {
    fn new(former: &impl Display, current: &impl Display, span: Span, is_explicit: bool) -> Self {
        Self {
            former: former.to_string(),
            current: current.to_string(),
            span,
            is_explicit,
        }
    }
}

impl Records {
    /// Every former name: those that are written first, then those that follow from them for all
    /// records below.
    pub fn former_names(&self) -> Vec<FormerName> {
        let mut names = Vec::new();
        for stop in self.stops.iter().filter(|stop| has_former_names(stop)) {
            collect_former_names(stop, &mut names);
        }
        for page in &self.pages {
            for key in &page.front_matter.formerly {
                names.push(FormerName::new(key, &page.key, key.span, true));
            }
        }
        // Versions of a page in several languages may say the same.
        names.sort_by_key(|name| !name.is_explicit);
        names
    }

    /// The current name of each former one; what is written counts before what follows from it.
    pub fn alias_map(&self) -> HashMap<String, String> {
        let mut map = HashMap::new();
        for name in self.former_names() {
            map.entry(name.former).or_insert(name.current);
        }
        map
    }
}

/// Whether a stop or anything in it had another name. Most never had, and are passed over at once.
fn has_former_names(stop: &Stop) -> bool {
    !stop.formerly.is_empty() || stop.entries().any(|entry| entry_has_former_names(&entry))
}

fn entry_has_former_names(entry: &EntryRef<'_>) -> bool {
    !entry.formerly.is_empty() || entry.commitments().any(|c| !c.formerly.is_empty())
}

/// Adds the former names of a stop and of all records below it. A record below one that was renamed
/// was renamed with it: `6/jalan` was `5/jalan` while 6 was 5.
fn collect_former_names(stop: &Stop, names: &mut Vec<FormerName>) {
    let number = *stop.number;
    for old in &stop.formerly {
        names.push(FormerName::new(&old.value, &number, old.span, true));
    }
    for record in stop.entries() {
        let entry = record.reference();
        let mut old_names: Vec<(Reference, Span, bool)> = Vec::new();
        for old in record.formerly {
            old_names.push((old.value.clone(), old.span, true));
        }
        for old in &stop.formerly {
            old_names.push((with_stop_number(&entry, old.stop), old.span, false));
            // Both may have been renamed, the entry first.
            for f in record.formerly.iter().filter(|f| f.stop == number) {
                old_names.push((with_stop_number(f, old.stop), f.span, false));
            }
        }
        for (old, span, is_explicit) in &old_names {
            names.push(FormerName::new(old, &entry, *span, *is_explicit));
        }
        for commitment in record.commitments() {
            let current = with_commitment(&entry, &commitment.id);
            // A name that it had here, or where this was before, it had under all of these names.
            let mut keys = vec![&commitment.id.value];
            for former in &commitment.formerly {
                let is_here = former.is_at_or_below(&entry)
                    || old_names.iter().any(|(old, ..)| former.is_at_or_below(old));
                if is_here {
                    keys.extend(&former.commitment);
                }
            }
            for key in keys {
                for (old, span, _) in &old_names {
                    let old = with_commitment(old, key);
                    names.push(FormerName::new(&old, &current, *span, false));
                }
            }
            // What moved here from another entry has names that follow from nothing.
            for old in &commitment.formerly {
                names.push(FormerName::new(&old.value, &current, old.span, true));
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
