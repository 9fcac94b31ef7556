//! Rules about what may exist only once: numbers of stops, keys in one list, addresses of pages;
//! and keys that the program needs itself.

use super::context::Context;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Key, Site, Spanned, parse_stop_number};
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
    "site",
    "kunjungan",
    "kabar",
    "topik",
];

/// J206 for numbers of stops, J214, J301, J302, J316
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    check_stop_numbers(context, diagnostics);
    check_list_keys(context, diagnostics);
    check_entry_keys(context, diagnostics);
    check_page_addresses(context, diagnostics);
}

/// Reports every value that was there before, with the place of the first.
fn report_duplicates<T: Ord + ToString>(
    code: Code,
    values: impl Iterator<Item = (T, Span)>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let mut first: BTreeMap<T, Span> = BTreeMap::new();
    for (value, span) in values {
        if let Some(before) = first.get(&value) {
            diagnostics.push(
                Diagnostic::new(code, span)
                    .arg("found", value.to_string())
                    .secondary("first-here", *before),
            );
        } else {
            first.insert(value, span);
        }
    }
}

fn check_unique_keys<'r>(
    keys: impl Iterator<Item = &'r Spanned<Key>>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let keys = keys.map(|key| (&key.value, key.span));
    report_duplicates(Code::DuplicateId, keys, diagnostics);
}

/// A stop's number is its address, and the log of revisions knows it by its number.
fn check_stop_numbers(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut numbers = Vec::new();
    for stop in &context.records.stops {
        let number = stop.number;
        numbers.push((number.value, number.span));
        // Zero, or too large to be a reference: nothing could refer to it, and no line of the log
        // name it.
        if parse_stop_number(&number.to_string()).is_none() {
            diagnostics.push(
                Diagnostic::new(Code::NotANumber, number.span)
                    .arg("found", number.to_string())
                    .arg("why", "stop"),
            );
        }
    }
    report_duplicates(Code::DuplicateStopNumber, numbers.into_iter(), diagnostics);
}

/// A key names one thing in its list; that of a village one in its kecamatan.
fn check_list_keys(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let records = context.records;
    check_unique_keys(records.districts.iter().map(|d| &d.key), diagnostics);
    for district in &records.districts {
        check_unique_keys(district.villages.iter().map(|v| &v.key), diagnostics);
    }
    check_unique_keys(records.offices.iter().map(|o| &o.key), diagnostics);
    check_unique_keys(records.topics.iter().map(|t| &t.key), diagnostics);
}

/// The keys of a stop are addresses below it: of sources, of entries, and of commitments in one
/// entry.
fn check_entry_keys(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for stop in &context.records.stops {
        check_unique_keys(
            stop.sources.iter().filter_map(|s| s.id.as_ref()),
            diagnostics,
        );
        check_unique_keys(stop.entries().map(|entry| entry.id), diagnostics);
    }
    for entry in &context.entries {
        check_unique_keys(entry.commitments().map(|c| &c.id), diagnostics);
        if entry.id.is_reserved() {
            diagnostics.push(
                Diagnostic::new(Code::ReservedKey, entry.id.span).arg("found", entry.id.as_str()),
            );
        }
    }
}

/// A page's address is neither the program's, nor a stop's, nor another page's in the same
/// language.
fn check_page_addresses(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let main = context.records.site.as_ref().map(Site::main_language);
    let mut first = BTreeMap::new();
    for page in &context.records.pages {
        let (key, span) = (page.key.as_str(), page.key.span);
        let diagnostic = Diagnostic::new(Code::DuplicateAddress, span);
        if RESERVED_ADDRESSES.contains(&key) || key.bytes().all(|b| b.is_ascii_digit()) {
            diagnostics.push(diagnostic.arg("by", "program").arg("found", key));
        // A page that names no language is in the main one.
        } else if let Some(before) = first.insert((key, page.lang.or(main)), span) {
            diagnostics.push(
                diagnostic
                    .arg("by", "page")
                    .secondary("first-here", before)
                    .arg("found", key),
            );
        }
    }
}
