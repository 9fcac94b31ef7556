//! Rules about commitments that took the place of others: they exist, and no chain of them comes
//! back to its start.

use super::context::{Context, Target};
use super::cycles::report_cycles;
use super::references::unknown_reference;
use crate::diag::{Code, Diagnostic};
use crate::records::{Reference, Spanned};
use std::collections::BTreeMap;

/// J311, J312
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for follow_up in &context.records.follow_ups {
        let Some(replacement) = &follow_up.replaced_by else {
            continue;
        };
        match context.resolve(replacement) {
            Some(Target::Commitment(_)) => {}
            None if context.records.unreadable.may_contain(replacement) => {}
            _ => diagnostics.push(unknown_replacement(context, replacement)),
        }
    }
    check_cycles(context, diagnostics);
}

/// Where a stop or an aspiration is named, its commitments are proposed.
fn unknown_replacement(context: &Context<'_>, replacement: &Spanned<Reference>) -> Diagnostic {
    let diagnostic = unknown_reference(context, Code::UnknownReplacement, replacement);
    if replacement.commitment.is_some() {
        return diagnostic.arg("depth", "commitment");
    }
    diagnostic
        .arg("depth", "other")
        .arg("commitments", suggest_commitments(context, replacement))
}

/// The first five commitments at or below a reference, as people would write them, or the word
/// `none`.
pub(super) fn suggest_commitments(context: &Context<'_>, reference: &Reference) -> String {
    let mut below: Vec<Reference> = context.commitments().map(|c| c.reference()).collect();
    below.retain(|commitment| commitment.is_at_or_below(reference));
    below.sort();
    let names: Vec<String> = below.iter().take(5).map(ToString::to_string).collect();
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

/// A chain of replacements ends: one that comes back to its start would leave nobody committed to
/// anything.
fn check_cycles(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut next = BTreeMap::new();
    for follow_up in &context.records.follow_ups {
        if let Some(replacement) = &follow_up.replaced_by {
            for about in &follow_up.about.0 {
                next.insert(&about.value, (&replacement.value, replacement.span));
            }
        }
    }
    report_cycles(Code::ReplacementCycle, &next, diagnostics);
}
