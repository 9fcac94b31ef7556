//! The revision log holds together: each line is tied to the one before, no body was changed, numbers and days only go on.

use super::context::CheckContext;
use crate::diag::{Code, Diagnostic};
use crate::records::{PageFile, Reference, Revision, Spanned, Stop};
use serde_json::Value;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// J322 to J325, J327
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let mut seal = String::new();
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut day = None;
    for line in &book.records.revision_log {
        let revision: &Revision = &line.value;
        let fault = |code| {
            let fault = Diagnostic::new(code, line.span).arg("record", revision.record.as_str());
            fault.arg("revision", revision.revision.to_string())
        };
        if revision.prev != seal {
            faults.push(fault(Code::LogChainBroken));
        }
        if !revision.is_intact() {
            faults.push(fault(Code::LogBodyChanged));
        }
        let number = numbers.entry(&revision.record).or_default();
        if number.checked_add(1) != Some(revision.revision)
            || day.is_some_and(|day| revision.release < day)
        {
            faults.push(fault(Code::LogOutOfOrder));
        }
        *number = revision.revision;
        day = Some(revision.release);
        seal.clone_from(&revision.seal);
    }
    check_vanished_records(book, faults);
    check_vanished_keys(book, faults);
}

/// What was released by the day, newest first: that is where a reader looks.
fn released_revisions<'r>(book: &CheckContext<'r>) -> impl Iterator<Item = &'r Spanned<Revision>> {
    let day = book.day;
    book.records
        .revision_log
        .iter()
        .map(AsRef::as_ref)
        .rev()
        .filter(move |line| line.release <= day)
}

/// What was published once is still there, or says that it was withdrawn or where it went; and is not held back.
fn check_vanished_records(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for line in released_revisions(book) {
        let mut names = vec![line.record.clone()];
        names.extend(
            line.commitment_keys()
                .map(|key| format!("{}/{key}", line.record)),
        );
        for name in names.into_iter().filter(|name| seen.insert(name.clone())) {
            if !is_still_published(book, &name) {
                faults.push(
                    Diagnostic::new(Code::PublishedRecordRemoved, line.span).arg("record", name),
                );
            }
        }
    }
}

fn is_still_published(book: &CheckContext<'_>, name: &str) -> bool {
    let records = book.records;
    let Ok(reference) = Reference::try_from(name.to_owned()) else {
        let has = |page: &Arc<PageFile>| {
            page.key.as_str() == name
                || page
                    .front_matter
                    .formerly
                    .iter()
                    .any(|old| old.as_str() == name)
        };
        return records.pages.iter().any(has);
    };
    let published = |stop: &Stop| !stop.draft && stop.publish_on.is_none_or(|day| day <= book.day);
    records.unreadable.may_contain(&reference)
        || book
            .resolve(&reference)
            .is_some_and(|found| published(found.stop()))
}

/// Pages of kecamatan, OPD and topics that a revision led to are still there: their keys stay in their lists.
fn check_vanished_keys(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let records = book.records;
    let lists: [(&str, &str, HashSet<&str>); 3] = [
        (
            "district",
            "districts",
            records.districts.iter().map(|d| d.key.as_str()).collect(),
        ),
        (
            "office",
            "offices",
            records.offices.iter().map(|o| o.key.as_str()).collect(),
        ),
        (
            "topics",
            "topics",
            records.topics.iter().map(|t| t.key.as_str()).collect(),
        ),
    ];
    let mut seen = HashSet::new();
    for line in released_revisions(book) {
        let mut found = Vec::new();
        line.body
            .iter()
            .for_each(|body| collect_keys(body, &mut found));
        for (field, key) in found {
            let Some((_, list, known)) = lists.iter().find(|(name, ..)| *name == field) else {
                continue;
            };
            if !known.contains(key)
                && !records.unreadable.incomplete_lists.contains(list)
                && seen.insert((*list, key))
            {
                let fault = Diagnostic::new(Code::PublishedKeyRemoved, line.span)
                    .arg("list", *list)
                    .arg("found", key);
                faults.push(fault.arg("record", line.record.as_str()));
            }
        }
    }
}

/// Every key of a list that a body names, with its field.
fn collect_keys<'b>(body: &'b Value, found: &mut Vec<(&'b str, &'b str)>) {
    match body {
        Value::Object(map) => {
            for (field, value) in map {
                match value {
                    Value::String(key) => found.push((field, key)),
                    Value::Array(list) => {
                        found.extend(
                            list.iter()
                                .filter_map(Value::as_str)
                                .map(|k| (field.as_str(), k)),
                        );
                    }
                    _ => {}
                }
                collect_keys(value, found);
            }
        }
        Value::Array(list) => list.iter().for_each(|value| collect_keys(value, found)),
        _ => {}
    }
}
