//! References from one record to another: what a follow-up is about, the same wish again, what was corrected.
//!
//! References to what could not be read are let pass.

use super::context::{CheckContext, Target};
use crate::diag::{Code, Diagnostic};
use crate::records::{Reference, Spanned, Stop};

/// J202 (a list without references), J308 to J310, J314
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    // An empty list would be about nothing and stand nowhere.
    for entry in book
        .records
        .follow_ups
        .iter()
        .filter(|f| f.about.0.is_empty())
    {
        faults.push(
            Diagnostic::new(Code::MissingKey, entry.span)
                .arg("key", "about")
                .arg("record", "FollowUp"),
        );
    }
    for reference in book.records.follow_ups.iter().flat_map(|f| &f.about.0) {
        if book.resolve(reference).is_none() && !book.records.unreadable.may_contain(reference) {
            faults.push(unknown_reference(book, Code::UnknownAbout, reference));
        }
    }
    for stop in &book.records.stops {
        stop.aspirations
            .iter()
            .flat_map(|a| &a.again)
            .for_each(|again| check_asked_again(book, stop, again, faults));
        check_corrections(book, stop, faults);
    }
}

/// A reference that leads nowhere, with the nearest one of its kind that leads somewhere.
pub(super) fn unknown_reference(
    book: &CheckContext<'_>,
    code: Code,
    reference: &Spanned<Reference>,
) -> Diagnostic {
    let wanted = reference.to_string();
    let depth = |text: &str| text.matches('/').count();
    let known: Vec<String> = book
        .known_references()
        .map(|known| known.to_string())
        .collect();
    let alike = known
        .iter()
        .map(String::as_str)
        .filter(|k| depth(k) > 0 && depth(k) == depth(&wanted));
    Diagnostic::new(code, reference.span)
        .arg("found", &*wanted)
        .suggest(&wanted, alike)
}

/// `again` leads to an aspiration or announcement of an earlier stop.
fn check_asked_again(
    book: &CheckContext<'_>,
    stop: &Stop,
    again: &Spanned<Reference>,
    faults: &mut Vec<Diagnostic>,
) {
    let other = match book.resolve(again) {
        Some(Target::Entry(other)) => other,
        Some(Target::Commitment(promise)) => {
            let entry = Reference::for_entry(again.stop, promise.entry).to_string();
            let fault =
                Diagnostic::new(Code::UnknownAgain, again.span).arg("found", again.to_string());
            return faults.push(fault.arg("near", entry));
        }
        None if book.records.unreadable.may_contain(again) => return,
        Some(Target::Stop(_)) | None => {
            return faults.push(unknown_reference(book, Code::UnknownAgain, again));
        }
    };
    let dated = book.is_fully_read(stop.date.span) && book.is_fully_read(other.date.span);
    if *other.number >= *stop.number || (dated && *other.date >= *stop.date) {
        let fault =
            Diagnostic::new(Code::AgainNotEarlier, again.span).arg("found", again.to_string());
        let fault = fault
            .arg("own", stop.number.to_string())
            .arg("date", stop.date.to_string());
        faults.push(
            fault
                .arg("other-date", other.date.to_string())
                .secondary("that-stop-here", other.date.span),
        );
    }
}

/// `corrections.record` names an aspiration or announcement of its own stop.
fn check_corrections(book: &CheckContext<'_>, stop: &Stop, faults: &mut Vec<Diagnostic>) {
    for key in stop.corrections.iter().filter_map(|c| c.record.as_ref()) {
        let reference = Reference::for_entry(*stop.number, key);
        if book.resolve(&reference).is_none() && !book.records.unreadable.may_contain(&reference) {
            let own = book
                .entries
                .iter()
                .filter(|e| std::ptr::eq(e.stop, stop))
                .map(|e| e.id.as_str());
            let fault =
                Diagnostic::new(Code::UnknownCorrected, key.span).arg("found", key.as_str());
            faults.push(fault.suggest(key.as_str(), own));
        }
    }
}
