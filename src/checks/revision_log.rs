//! Rules about the revision log: entries are numbered, days and revisions only go on, every body is
//! what its entry says or was redacted by an entry; and what was published once is still there.

use super::body_strings::body_strings;
use super::context::Context;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{EntryContent, Reference, Revision, RevisionName, SITE_RECORD, Spanned};
use rayon::prelude::*;
use std::collections::{HashMap, HashSet};

/// J322 to J325, J327, J345
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    check_entries(context, diagnostics);
    check_bodies(context, diagnostics);
    check_vanished_records(context, diagnostics);
    check_vanished_keys(context, diagnostics);
    check_withheld(context, diagnostics);
}

/// The diagnostic of a revision at a line of the log or of the bodies.
fn about_revision(code: Code, span: Span, record: &str, revision: u32) -> Diagnostic {
    Diagnostic::new(code, span)
        .arg("record", record)
        .arg("revision", revision.to_string())
}

/// Lines that were taken out, put in or moved: their numbers, the revisions' and the days tell.
fn check_entries(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let log = &context.records.revision_log;
    let mut next_entry = 0;
    let mut revisions: HashMap<&str, u32> = HashMap::new();
    let mut redacted: HashSet<&RevisionName> = HashSet::new();
    for (n, line) in log.entries.iter().enumerate() {
        // Goes on from what the line says, right or wrong, so that one mistake is one message.
        if line.entry != next_entry {
            diagnostics.push(
                Diagnostic::new(Code::LogEntryMissing, line.span)
                    .arg("found", line.entry.to_string())
                    .arg("expected", next_entry.to_string()),
            );
        }
        next_entry = line.entry.saturating_add(1);
        let goes_back = n > 0 && log.days[n] < log.days[n - 1];
        let (is_out_of_order, record, revision) = match &line.content {
            EntryContent::Revision {
                record, revision, ..
            } => {
                let number = revisions.entry(record).or_default();
                let is_next = number.checked_add(1) == Some(*revision);
                *number = *revision;
                (!is_next, record.as_str(), *revision)
            }
            EntryContent::Redaction { redacts, .. } => {
                let is_known = (revisions.get(redacts.record.as_str()))
                    .is_some_and(|newest| (1..=*newest).contains(&redacts.revision));
                let is_new = redacted.insert(redacts);
                (
                    !is_known || !is_new,
                    redacts.record.as_str(),
                    redacts.revision,
                )
            }
            EntryContent::ClockCorrection { .. } => (false, "none", 0),
        };
        if is_out_of_order || goes_back {
            diagnostics.push(
                about_revision(Code::LogOutOfOrder, line.span, record, revision)
                    .arg("entry", n.to_string()),
            );
        }
    }
}

/// Every body is what its entry in the log says; a missing one was redacted by an entry, and a
/// redacted one is missing.
fn check_bodies(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let log = &context.records.revision_log;
    for line in &log.revisions {
        let (case, span) = match (&line.line, &line.redaction) {
            (Some(body), None) if body.digest == line.digest => continue,
            (None, Some(_)) => continue,
            (Some(body), None) => ("changed", body.span),
            (Some(body), Some(_)) => ("redacted", body.span),
            (None, None) => ("missing", line.span),
        };
        diagnostics.push(
            about_revision(Code::LogBodyChanged, span, &line.record, line.revision)
                .arg("case", case),
        );
    }
    // A body that no entry has is published nowhere; a release that was killed may have left it.
    let mut seen = HashSet::new();
    for line in &log.bodies {
        if !seen.insert((&line.record, line.revision)) {
            diagnostics.push(
                about_revision(Code::LogBodyChanged, line.span, &line.record, line.revision)
                    .arg("case", "twice"),
            );
        }
    }
}

/// What was released by the day, newest first: that is where a reader looks.
fn released_revisions<'r>(context: &Context<'r>) -> impl Iterator<Item = &'r Spanned<Revision>> {
    let day = context.day;
    let newest_first = context.records.revision_log.revisions.iter().rev();
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
    // The site itself is always there.
    if name == SITE_RECORD {
        return true;
    }
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
    let unknown_keys = |line: &'_ Spanned<Revision>| {
        let mut unknown = Vec::new();
        for (field, key) in line.line.iter().flat_map(|line| body_strings(&line.body)) {
            let Some((_, list, known)) = lists.iter().find(|(name, ..)| *name == field) else {
                continue;
            };
            // Where part of the list could not be read, the key may be in that part.
            if !known.contains(key) && !records.unreadable.incomplete_lists.contains(list) {
                unknown.push((*list, key.to_owned()));
            }
        }
        unknown
    };
    let lines: Vec<_> = released_revisions(context).collect();
    let unknown: Vec<_> = lines.par_iter().map(|line| unknown_keys(line)).collect();
    let mut seen = HashSet::new();
    for (line, unknown) in lines.into_iter().zip(unknown) {
        for (list, key) in unknown {
            // One message for each key is enough, at the newest line that names it.
            if seen.insert((list, key.clone())) {
                let span = line.line.as_ref().map_or(line.span, |body| body.span);
                diagnostics.push(
                    Diagnostic::new(Code::PublishedKeyRemoved, span)
                        .arg("list", list)
                        .arg("found", key)
                        .arg("record", line.record.as_str()),
                );
            }
        }
    }
}

/// What is withheld after its release is still in the log, where its revisions go on saying it: they
/// have to be redacted.
fn check_withheld(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let withheld = context.entries.iter().filter_map(|entry| {
        let reason = entry.aspiration()?.withheld.as_ref()?;
        Some((entry.reference().to_string(), reason.span))
    });
    let spans: HashMap<String, Span> = withheld.collect();
    if spans.is_empty() {
        return;
    }
    let aliases = context.records.alias_map();
    for revision in &context.records.revision_log.revisions {
        let current = aliases.get(&revision.record).unwrap_or(&revision.record);
        let (Some(span), Some(body)) = (spans.get(current), revision.body()) else {
            continue;
        };
        let aspiration = body.get("aspiration");
        if aspiration.is_some_and(|a| a.get("withheld").is_none()) {
            diagnostics.push(about_revision(
                Code::WithheldAfterRelease,
                *span,
                &revision.record,
                revision.revision,
            ));
        }
    }
}
