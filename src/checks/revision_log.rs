//! Rules about the revision log: each line is tied to the one before, no body was changed, numbers
//! and days only go on; and what was published once is still there.

use super::body_strings::body_strings;
use super::context::Context;
use crate::diag::{Code, Diagnostic};
use crate::records::{Reference, Revision, Spanned};
use std::collections::{HashMap, HashSet};

/// J322 to J325, J327
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    check_chain(context, diagnostics);
    check_vanished_records(context, diagnostics);
    check_vanished_keys(context, diagnostics);
}

/// Protects the log against being rewritten: whoever changes a line changes the seals of all that
/// follow.
fn check_chain(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut seal = "";
    let mut numbers: HashMap<&str, u32> = HashMap::new();
    let mut day = None;
    for line in &context.records.revision_log {
        let revision: &Revision = line;
        let number = numbers.entry(&revision.record).or_default();
        let is_out_of_order = number.checked_add(1) != Some(revision.revision)
            || day.is_some_and(|day| revision.release < day);
        for (is_wrong, code) in [
            (revision.prev != seal, Code::LogChainBroken),
            (!revision.is_intact(), Code::LogBodyChanged),
            (is_out_of_order, Code::LogOutOfOrder),
        ] {
            if is_wrong {
                diagnostics.push(
                    Diagnostic::new(code, line.span)
                        .arg("record", revision.record.as_str())
                        .arg("revision", revision.revision.to_string()),
                );
            }
        }
        // Goes on from what the line says, right or wrong, so that one mistake is one message.
        *number = revision.revision;
        day = Some(revision.release);
        seal = &revision.seal;
    }
}

/// What was released by the day, newest first: that is where a reader looks.
fn released_revisions<'r>(context: &Context<'r>) -> impl Iterator<Item = &'r Spanned<Revision>> {
    let day = context.day;
    let newest_first = context.records.revision_log.iter().map(AsRef::as_ref).rev();
    newest_first.filter(move |line: &&Spanned<Revision>| line.release <= day)
}

/// What was published once is still there, or says that it was withdrawn or where it went; and is
/// not held back.
fn check_vanished_records(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut seen = HashSet::new();
    for line in released_revisions(context) {
        let mut names = vec![line.record.clone()];
        for key in line.commitment_keys() {
            names.push(format!("{}/{key}", line.record));
        }
        for name in names {
            if seen.insert(name.clone()) && !is_still_published(context, &name) {
                diagnostics.push(
                    Diagnostic::new(Code::PublishedRecordRemoved, line.span).arg("record", name),
                );
            }
        }
    }
}

/// `name` is a reference, or the key of a page.
fn is_still_published(context: &Context<'_>, name: &str) -> bool {
    let records = context.records;
    let Ok(reference) = Reference::try_from(name.to_owned()) else {
        return records.pages.iter().any(|page| {
            let mut former = page.front_matter.formerly.iter();
            page.key.as_str() == name || former.any(|old| old.as_str() == name)
        });
    };
    // Entries and commitments are held back only with their stop.
    records.unreadable.may_contain(&reference)
        || context
            .resolve(&reference)
            .is_some_and(|target| !target.stop().is_held_back(context.day))
}

/// Pages of kecamatan, OPD and topics to which a revision led are still there: their keys stay in
/// their lists.
fn check_vanished_keys(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let records = context.records;
    let districts = records.districts.iter().map(|d| d.key.as_str());
    let offices = records.offices.iter().map(|o| o.key.as_str());
    let topics = records.topics.iter().map(|t| t.key.as_str());
    // The field of a body, the list whose keys it holds, and those keys.
    let lists: [(&str, &str, HashSet<&str>); 3] = [
        ("district", "districts", districts.collect()),
        ("office", "offices", offices.collect()),
        ("topics", "topics", topics.collect()),
    ];
    let mut seen = HashSet::new();
    for line in released_revisions(context) {
        let strings = line.body.iter().flat_map(body_strings);
        for (field, key) in strings {
            let Some((_, list, known)) = lists.iter().find(|(name, ..)| *name == field) else {
                continue;
            };
            // Where part of the list could not be read, the key may be in that part. And one
            // message for each key is enough, at the newest line that names it.
            if !known.contains(key)
                && !records.unreadable.incomplete_lists.contains(list)
                && seen.insert((*list, key))
            {
                diagnostics.push(
                    Diagnostic::new(Code::PublishedKeyRemoved, line.span)
                        .arg("list", *list)
                        .arg("found", key)
                        .arg("record", line.record.as_str()),
                );
            }
        }
    }
}
