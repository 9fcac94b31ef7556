//! What a follow-up must bring: a source, someone other than the office, who decided, the word of reopening.

use super::context::{CheckContext, Target};
use super::replacements::suggest_commitments;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Bearing, FollowUp, Reference, SourceKind, Spanned, Status, Text};
use std::collections::{BTreeSet, HashMap};

/// Words by which a text says that what counted as done is open again. The help of J510 names the first of each
/// language.
const REOPENING_PHRASES: &[&str] = &[
    "dibuka lagi",
    "dibuka kembali",
    "dibuka ulang",
    "ternyata belum",
    "ternyata tidak",
    "rusak lagi",
    "rusak kembali",
    "reopened",
    "re-opened",
    "opened again",
    "turned out not",
];

/// J504 to J512
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    for entry in &book.records.follow_ups {
        if !reject_status_change(entry, faults) {
            if entry.check {
                continue;
            }
            check_about_commitments(book, entry, faults);
            if book.is_fully_read(entry.span) {
                check_evidence(entry, faults);
            }
        }
    }
    check_reopened(book, faults);
}

/// Related news and checks move nothing; true if this entry would have them do so.
fn reject_status_change(entry: &FollowUp, faults: &mut Vec<Diagnostic>) -> bool {
    let code = match (entry.check, entry.bearing) {
        (true, _) => Code::CheckWithStatus,
        (false, Bearing::Related) => Code::RelatedWithStatus,
        (false, Bearing::Direct) => return false,
    };
    let mut fault =
        |key: &str, span: Span| faults.push(Diagnostic::new(code, span).arg("key", key));
    entry
        .status
        .iter()
        .for_each(|status| fault("status", status.span));
    entry.due.iter().for_each(|due| fault("due", due.span));
    entry.status.is_some() || entry.due.is_some()
}

/// Only commitments have a status and a deadline.
fn check_about_commitments(
    book: &CheckContext<'_>,
    entry: &FollowUp,
    faults: &mut Vec<Diagnostic>,
) {
    let is_other = |r: &&Spanned<Reference>| {
        matches!(book.resolve(r), Some(Target::Stop(_) | Target::Entry(_)))
    };
    let Some(about) = entry.about.0.iter().find(is_other) else {
        return;
    };
    let mut fault = |code: Code| {
        let fault = Diagnostic::new(code, about.span).arg("found", about.to_string());
        faults.push(fault.arg("commitments", suggest_commitments(book, about)));
    };
    if entry.status.is_some() {
        fault(Code::StatusNotAboutCommitment);
    } else if entry.due.is_some() {
        fault(Code::DeadlineNotAboutCommitment);
    }
}

fn check_evidence(entry: &Spanned<FollowUp>, faults: &mut Vec<Diagnostic>) {
    let status = entry.status.map(|s| s.value);
    let place = entry.status.map_or(entry.date.span, |s| s.span);
    if entry.sources.is_empty() {
        faults.push(Diagnostic::new(
            Code::FollowUpWithoutSource,
            entry.date.span,
        ));
    } else if status == Some(Status::DoneVerified)
        && !entry
            .sources
            .iter()
            .any(|s| s.kind.is_some_and(|kind| kind != SourceKind::Office))
    {
        faults.push(Diagnostic::new(Code::VerifiedByOfficeOnly, place));
    }
    let superseded = status == Some(Status::Superseded);
    match &entry.replaced_by {
        None if superseded => {
            faults.push(
                Diagnostic::new(Code::SupersededWithoutReplacement, place)
                    .arg("lacks", "replacement"),
            );
        }
        Some(replacement) if !superseded => {
            let fault = Diagnostic::new(Code::SupersededWithoutReplacement, replacement.span);
            faults.push(fault.arg("lacks", "status"));
        }
        _ => {}
    }
    if entry.by.is_none() && (superseded || status == Some(Status::Dropped)) {
        let word = if superseded { "superseded" } else { "dropped" };
        faults.push(Diagnostic::new(Code::DecisionWithoutDecider, place).arg("status", word));
    }
}

/// What was done is done, until a text says that it is open again.
fn check_reopened(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let mut order: Vec<&Spanned<FollowUp>> =
        book.records.follow_ups.iter().map(AsRef::as_ref).collect();
    order.sort_by_cached_key(|entry| *entry.date);
    let mut last: HashMap<&Reference, (Spanned<Status>, &Spanned<FollowUp>)> = HashMap::new();
    let mut said: BTreeSet<Span> = BTreeSet::new();
    for entry in order
        .into_iter()
        .filter(|e| !e.check && e.bearing == Bearing::Direct && book.is_fully_read(e.date.span))
    {
        let Some(status) = entry.status else { continue };
        for about in &entry.about.0 {
            // A draft is judged, and moves nothing for those after it.
            let now = (status, entry);
            let before = if entry.draft {
                last.get(&about.value).copied()
            } else {
                last.insert(&about.value, now)
            };
            let Some((done, earlier)) =
                before.filter(|(before, _)| before.is_done() && !status.is_done())
            else {
                continue;
            };
            if !says_reopened(&entry.text) && said.insert(status.span) {
                let fault = Diagnostic::new(Code::UnexplainedReopening, status.span)
                    .arg("about", about.to_string());
                faults.push(
                    fault
                        .arg("date", earlier.date.to_string())
                        .secondary("done-here", done.span),
                );
            }
        }
    }
}

fn says_reopened(text: &Text) -> bool {
    text.translations.iter().any(|said| {
        let text = said
            .text
            .to_lowercase()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        REOPENING_PHRASES.iter().any(|word| text.contains(word))
    })
}
