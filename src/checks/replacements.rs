//! Commitments that took the place of others: they must be there, and no chain of them may come back to its start.

use super::context::{CheckContext, Target};
use super::references::unknown_reference;
use crate::diag::{Code, Diagnostic};
use crate::records::{Reference, Spanned};
use std::collections::BTreeMap;

/// J311, J312
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    for replacement in book
        .records
        .follow_ups
        .iter()
        .filter_map(|f| f.replaced_by.as_ref())
    {
        match book.resolve(replacement) {
            Some(Target::Commitment(_)) => {}
            None if book.records.unreadable.may_contain(replacement) => {}
            _ => faults.push(unknown_replacement(book, replacement)),
        }
    }
    check_replacement_cycles(book, faults);
}

/// Where a stop or an aspiration is named, its commitments are proposed.
fn unknown_replacement(book: &CheckContext<'_>, replacement: &Spanned<Reference>) -> Diagnostic {
    let fault = unknown_reference(book, Code::UnknownReplacement, replacement);
    if replacement.commitment.is_some() {
        return fault.arg("depth", "commitment");
    }
    fault
        .arg("depth", "other")
        .arg("commitments", suggest_commitments(book, replacement))
}

/// The commitments below a reference, as people would write them.
pub(super) fn suggest_commitments(book: &CheckContext<'_>, reference: &Reference) -> String {
    let mut below: Vec<Reference> = book
        .commitments()
        .map(|p| p.reference())
        .filter(|r| r.is_at_or_below(reference))
        .collect();
    below.sort();
    let names: Vec<String> = below.iter().take(5).map(ToString::to_string).collect();
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

fn check_replacement_cycles(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let mut next: BTreeMap<&Reference, &Spanned<Reference>> = BTreeMap::new();
    for entry in &book.records.follow_ups {
        if let Some(replacement) = &entry.replaced_by {
            next.extend(
                entry
                    .about
                    .0
                    .iter()
                    .map(|about| (&about.value, replacement)),
            );
        }
    }
    for (&start, &replacement) in &next {
        let mut path = vec![start];
        let mut at = &replacement.value;
        while at != start && !path.contains(&at) {
            path.push(at);
            let Some(further) = next.get(at) else { break };
            at = &further.value;
        }
        if at == start && path.iter().all(|reference| *reference >= start) {
            path.push(start);
            let cycle: Vec<String> = path.iter().map(ToString::to_string).collect();
            faults.push(
                Diagnostic::new(Code::ReplacementCycle, replacement.span)
                    .arg("cycle", cycle.join(" → ")),
            );
        }
    }
}
