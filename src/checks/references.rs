//! Rules about references from one record to another: what a follow-up is about, the same wish
//! again, what was corrected.
//!
//! References to what could not be read are accepted: that it could not has been reported already.

use super::context::{Context, Target};
use crate::diag::{Code, Diagnostic};
use crate::records::{EntryRef, Reference, Spanned, Stop};

/// J202 (a list without references), J308 to J310, J314
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for follow_up in &context.records.follow_ups {
        // Empty, the list would be about nothing, and the follow-up on no page.
        if follow_up.about.0.is_empty() {
            diagnostics.push(
                Diagnostic::new(Code::MissingKey, follow_up.span)
                    .arg("key", "about")
                    .arg("record", "FollowUp"),
            );
        }
        for about in &follow_up.about.0 {
            if context.is_unknown(about) {
                diagnostics.push(unknown_reference(context, Code::UnknownAbout, about));
            }
        }
    }
    for entry in &context.entries {
        if let Some(aspiration) = entry.aspiration() {
            for again in &aspiration.again {
                check_asked_again(context, entry, again, diagnostics);
            }
        }
    }
    for stop in &context.records.stops {
        check_corrections(context, stop, diagnostics);
    }
}

/// A reference that leads nowhere, with the nearest one of its kind that leads somewhere.
pub(super) fn unknown_reference(
    context: &Context<'_>,
    code: Code,
    reference: &Spanned<Reference>,
) -> Diagnostic {
    let wrong = reference.to_string();
    let depth = wrong.matches('/').count();
    let mut known = Vec::new();
    // A number of a stop is too short to tell which other one was meant.
    if depth > 0 {
        known.extend(context.known_references().map(|known| known.to_string()));
        known.retain(|known| known.matches('/').count() == depth);
    }
    Diagnostic::new(code, reference.span)
        .arg("found", &*wrong)
        .suggest(&wrong, known.iter().map(String::as_str))
}

/// `again` leads to an aspiration or announcement of an earlier stop.
fn check_asked_again(
    context: &Context<'_>,
    entry: &EntryRef<'_>,
    again: &Spanned<Reference>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let stop = entry.stop;
    let other = match context.resolve(again) {
        Some(Target::Entry(other)) => other,
        Some(Target::Commitment(commitment)) => {
            // Asked for again was not the promise but the wish that led to it.
            let entry = Reference::for_entry(again.stop, commitment.entry.id);
            return diagnostics.push(
                Diagnostic::new(Code::UnknownAgain, again.span)
                    .arg("found", again.to_string())
                    .arg("near", entry.to_string()),
            );
        }
        None if context.records.unreadable.may_contain(again) => return,
        Some(Target::Stop(_)) | None => {
            return diagnostics.push(unknown_reference(context, Code::UnknownAgain, again));
        }
    };
    let dates_are_read =
        context.is_fully_read(stop.date.span) && context.is_fully_read(other.date.span);
    if *other.number >= *stop.number || (dates_are_read && *other.date >= *stop.date) {
        diagnostics.push(
            Diagnostic::new(Code::AgainNotEarlier, again.span)
                .arg("found", again.to_string())
                .arg("own", stop.number.to_string())
                .arg("date", stop.date.to_string())
                .arg("other-date", other.date.to_string())
                .secondary("that-stop-here", other.date.span),
        );
    }
}

/// `corrections.record` names an aspiration or announcement of its own stop.
fn check_corrections(context: &Context<'_>, stop: &Stop, diagnostics: &mut Vec<Diagnostic>) {
    for key in stop.corrections.iter().filter_map(|c| c.record.as_ref()) {
        if context.is_unknown(&Reference::for_entry(*stop.number, key)) {
            diagnostics.push(
                Diagnostic::new(Code::UnknownCorrected, key.span)
                    .arg("found", key.as_str())
                    .suggest(key.as_str(), stop.entries().map(|e| e.id.as_str())),
            );
        }
    }
}
