//! The revision log holds together: each line is tied to the one before, no body was changed, numbers and days only go on.

use super::book::Book;
use crate::diag::{Code, Diagnostic};
use crate::records::{Reference, Revision, Spanned, Stop};
use std::collections::HashMap;

/// J651 (with `source`) to J654
pub(super) fn check(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    let mut seal = String::new();
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut day = None;
    for line in &book.records.log {
        let revision: &Revision = &line.value;
        let fault = |code| {
            let fault = Diagnostic::new(code, line.span).with("record", revision.record.as_str());
            fault.with("revision", revision.revision.to_string())
        };
        if revision.prev != seal {
            faults.push(fault(Code::LogChainBroken));
        }
        if !revision.is_whole() {
            faults.push(fault(Code::LogBodyChanged));
        }
        let number = numbers.entry(&revision.record).or_default();
        if revision.revision != *number + 1 || day.is_some_and(|day| revision.release < day) {
            faults.push(fault(Code::LogOutOfOrder));
        }
        *number = revision.revision;
        day = Some(revision.release);
        seal = revision.seal();
    }
    if book.is_today {
        vanished(book, faults);
    }
}

/// What was published once is still there, and is not held back.
fn vanished(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    let newest: HashMap<&str, &Spanned<Revision>> = book.records.log.iter().map(|l| (l.record.as_str(), l)).collect();
    let lines = book.records.log.iter().filter(|line| std::ptr::eq(newest[line.record.as_str()], *line));
    for line in lines {
        let mut names = vec![line.record.clone()];
        names.extend(commitments(line).into_iter().map(|key| format!("{}/{key}", line.record)));
        for name in names.into_iter().filter(|name| !is_there(book, name)) {
            faults.push(Diagnostic::new(Code::RecordVanished, line.span).with("record", name));
        }
    }
}

/// The keys of a record's commitments, by its newest revision.
fn commitments(revision: &Revision) -> Vec<&str> {
    let entry = revision.body.as_ref().and_then(|b| b.get("aspiration").or_else(|| b.get("announcement")));
    let responses = entry.and_then(|e| e.get("responses")?.as_array()).into_iter().flatten();
    let all = responses.filter_map(|r| r.get("commitments")?.as_array()).flatten();
    all.filter_map(|c| c.get("id")?.as_str()).collect()
}

fn is_there(book: &Book<'_>, name: &str) -> bool {
    let records = book.records;
    let Ok(reference) = Reference::try_from(name.to_owned()) else {
        return records.pages.iter().any(|page| page.key.as_str() == name);
    };
    let published = |stop: &Stop| !stop.draft && stop.publish_on.is_none_or(|day| day <= book.day);
    records.lost.may_hold(&reference) || book.find(&reference).is_some_and(|found| published(found.stop()))
}
