//! `formerly`: a name under which something was published before leads to one record, and to one of the same kind.

use super::context::CheckContext;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Key, Reference, Spanned};
use std::collections::BTreeMap;

/// J326
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let wrong = |case: &'static str, found: &str, span| {
        Diagnostic::new(Code::InvalidFormerName, span)
            .arg("case", case)
            .arg("found", found)
    };
    for (old, depth) in written_former_names(book) {
        let found = usize::from(old.entry.is_some()) + usize::from(old.commitment.is_some());
        if found != depth {
            faults.push(wrong("kind", &old.to_string(), old.span));
        } else if book.is_current_name(old) {
            faults.push(wrong("taken", &old.to_string(), old.span));
        }
    }
    for key in book
        .records
        .pages
        .iter()
        .flat_map(|p| &p.front_matter.formerly)
    {
        if page_exists(book, key) {
            faults.push(wrong("taken", key.as_str(), key.span));
        }
    }
    let mut first: BTreeMap<String, (String, Span)> = BTreeMap::new();
    for moved in book
        .records
        .former_names()
        .into_iter()
        .filter(|m| m.is_explicit)
    {
        let (to, span) = first
            .entry(moved.former.clone())
            .or_insert_with(|| (moved.current.clone(), moved.span));
        if *to != moved.current {
            faults.push(wrong("twice", &moved.former, moved.span).secondary("first-here", *span));
        }
    }
}

/// Every `formerly` of stops, of what stands in them, and of commitments; with how deep its references have to be.
fn written_former_names<'r>(
    book: &CheckContext<'r>,
) -> impl Iterator<Item = (&'r Spanned<Reference>, usize)> {
    book.records.stops.iter().flat_map(|stop| {
        let aspirations = stop.aspirations.iter().map(|a| (&a.formerly, &a.responses));
        let entries = aspirations.chain(
            stop.announcements
                .iter()
                .map(|a| (&a.formerly, &a.responses)),
        );
        let below = entries.flat_map(|(formerly, responses)| {
            let commitments = responses
                .iter()
                .flat_map(|r| &r.commitments)
                .flat_map(|c| &c.formerly);
            formerly
                .iter()
                .map(|f| (f, 1))
                .chain(commitments.map(|f| (f, 2)))
        });
        stop.formerly.iter().map(|f| (f, 0)).chain(below)
    })
}

fn page_exists(book: &CheckContext<'_>, key: &Key) -> bool {
    book.records.pages.iter().any(|page| page.key.value == *key)
}
