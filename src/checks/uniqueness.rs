//! What may be there only once: numbers of stops, keys in one list, addresses of pages; and keys that the program
//! needs itself.

use super::context::CheckContext;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{self, Key, Spanned};
use std::collections::BTreeMap;

/// Addresses at the top of the site that belong to the program; a stop's number is its address too.
const RESERVED_ADDRESSES: &[&str] = &[
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
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    check_stop_numbers(book, faults);
    check_list_keys(book, faults);
    check_entry_keys(book, faults);
    check_page_addresses(book, faults);
}

/// Reports every value that was there before, beside the first.
fn report_duplicates<T: Ord + ToString>(
    code: Code,
    list: impl Iterator<Item = (T, Span)>,
    faults: &mut Vec<Diagnostic>,
) {
    let mut first: BTreeMap<T, Span> = BTreeMap::new();
    for (value, span) in list {
        match first.get(&value) {
            Some(before) => {
                let fault = Diagnostic::new(code, span).arg("found", value.to_string());
                faults.push(fault.secondary("first-here", *before));
            }
            None => {
                first.insert(value, span);
            }
        }
    }
}

fn check_unique_keys<'r>(
    list: impl Iterator<Item = &'r Spanned<Key>>,
    faults: &mut Vec<Diagnostic>,
) {
    report_duplicates(
        Code::DuplicateId,
        list.map(|key| (&key.value, key.span)),
        faults,
    );
}

fn check_stop_numbers(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    for number in book.records.stops.iter().map(|stop| stop.number) {
        // Nothing could refer to it, and no line of the log name it.
        if records::parse_stop_number(&number.to_string()).is_none() {
            let fault =
                Diagnostic::new(Code::NotANumber, number.span).arg("found", number.to_string());
            faults.push(fault.arg("why", "stop"));
        }
    }
    report_duplicates(
        Code::DuplicateStopNumber,
        book.records
            .stops
            .iter()
            .map(|s| (*s.number, s.number.span)),
        faults,
    );
}

fn check_list_keys(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let records = book.records;
    check_unique_keys(records.districts.iter().map(|d| &d.key), faults);
    records
        .districts
        .iter()
        .for_each(|d| check_unique_keys(d.villages.iter().map(|v| &v.key), faults));
    check_unique_keys(records.offices.iter().map(|o| &o.key), faults);
    check_unique_keys(records.topics.iter().map(|t| &t.key), faults);
}

fn check_entry_keys(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    for stop in &book.records.stops {
        check_unique_keys(stop.sources.iter().filter_map(|s| s.id.as_ref()), faults);
        check_unique_keys(
            stop.aspirations
                .iter()
                .map(|a| &a.id)
                .chain(stop.announcements.iter().map(|a| &a.id)),
            faults,
        );
    }
    for entry in &book.entries {
        check_unique_keys(
            entry
                .responses
                .iter()
                .flat_map(|r| &r.commitments)
                .map(|c| &c.id),
            faults,
        );
        if entry.id.is_reserved() {
            faults.push(
                Diagnostic::new(Code::ReservedKey, entry.id.span).arg("found", entry.id.as_str()),
            );
        }
    }
}

fn check_page_addresses(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let main = book
        .records
        .site
        .as_ref()
        .map(crate::records::Site::main_language);
    let mut first = BTreeMap::new();
    for page in &book.records.pages {
        let (key, span) = (page.key.as_str(), page.key.span);
        let mut fault = |fault: Diagnostic| faults.push(fault.arg("found", key));
        if RESERVED_ADDRESSES.contains(&key) || key.bytes().all(|b| b.is_ascii_digit()) {
            fault(Diagnostic::new(Code::DuplicateAddress, span).arg("by", "program"));
        } else if let Some(before) = first.insert((key, page.lang.or(main)), span) {
            fault(
                Diagnostic::new(Code::DuplicateAddress, span)
                    .arg("by", "page")
                    .secondary("first-here", before),
            );
        }
    }
}
