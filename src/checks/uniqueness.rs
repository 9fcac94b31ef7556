//! What may be there only once: numbers of stops, keys in one list, addresses of pages; and keys that the program
//! needs itself.

use super::context::Book;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{self, Key, Spanned};
use std::collections::BTreeMap;

/// Addresses at the top of the site that belong to the program; a stop's number is its address too.
const TAKEN: &[&str] = &[
    "404",
    "aksesibilitas",
    "aset",
    "assets",
    "cari",
    "data",
    "en",
    "foto",
    "id",
    "kecamatan",
    "komitmen",
    "koreksi",
    "media",
    "opd",
    "perhentian",
    "tindak-lanjut",
    "topik",
];

/// J206 for numbers of stops, J214, J301, J302, J316
pub(super) fn check(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    stop_numbers(book, faults);
    lists(book, faults);
    entries(book, faults);
    pages(book, faults);
}

/// Reports every value that was there before, beside the first.
fn unique<T: Ord + ToString>(code: Code, list: impl Iterator<Item = (T, Span)>, faults: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<T, Span> = BTreeMap::new();
    for (value, span) in list {
        match first.get(&value) {
            Some(before) => {
                let fault = Diagnostic::new(code, span).with("found", value.to_string());
                faults.push(fault.related("first-here", *before));
            }
            None => {
                first.insert(value, span);
            }
        }
    }
}

fn keys<'r>(list: impl Iterator<Item = &'r Spanned<Key>>, faults: &mut Vec<Diagnostic>) {
    unique(Code::KeyTwice, list.map(|key| (&key.value, key.span)), faults);
}

fn stop_numbers(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    for number in book.records.stops.iter().map(|stop| stop.number) {
        // Nothing could refer to it, and no line of the log name it.
        if records::number(&number.to_string()).is_none() {
            let fault = Diagnostic::new(Code::NotANumber, number.span).with("found", number.to_string());
            faults.push(fault.with("why", "stop"));
        }
    }
    unique(Code::StopNumberTwice, book.records.stops.iter().map(|s| (*s.number, s.number.span)), faults);
}

fn lists(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    let records = book.records;
    keys(records.districts.iter().map(|d| &d.key), faults);
    records.districts.iter().for_each(|d| keys(d.villages.iter().map(|v| &v.key), faults));
    keys(records.offices.iter().map(|o| &o.key), faults);
    keys(records.topics.iter().map(|t| &t.key), faults);
}

fn entries(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    for stop in &book.records.stops {
        keys(stop.sources.iter().filter_map(|s| s.id.as_ref()), faults);
        keys(stop.aspirations.iter().map(|a| &a.id).chain(stop.announcements.iter().map(|a| &a.id)), faults);
    }
    for entry in &book.entries {
        keys(entry.responses.iter().flat_map(|r| &r.commitments).map(|c| &c.id), faults);
        if entry.id.is_reserved() {
            faults.push(Diagnostic::new(Code::ReservedKey, entry.id.span).with("found", entry.id.as_str()));
        }
    }
}

fn pages(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    let main = book.records.site.as_ref().map(crate::records::Site::main);
    let mut first = BTreeMap::new();
    for page in &book.records.pages {
        let (key, span) = (page.key.as_str(), page.key.span);
        let mut fault = |fault: Diagnostic| faults.push(fault.with("found", key));
        if TAKEN.contains(&key) || key.bytes().all(|b| b.is_ascii_digit()) {
            fault(Diagnostic::new(Code::AddressTwice, span).with("by", "program"));
        } else if let Some(before) = first.insert((key, page.lang.or(main)), span) {
            fault(Diagnostic::new(Code::AddressTwice, span).with("by", "page").related("first-here", before));
        }
    }
}
