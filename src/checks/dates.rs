//! Days in their order: nothing comes before what it follows from, and nothing after today.

use super::context::{CheckContext, Target};
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Day, Deadline, FollowUp, Source, Spanned, Stop};

/// J401 to J405
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    for stop in &book.records.stops {
        check_until_date(stop, faults);
    }
    for promise in book.commitments() {
        check_due_date(promise.record.due.as_ref(), promise.stop, faults);
    }
    for entry in &book.records.follow_ups {
        check_source_dates(entry, faults);
        let stops: Vec<&Stop> = entry
            .about
            .0
            .iter()
            .filter_map(|r| book.resolve(r))
            .map(Target::stop)
            .collect();
        let Some(latest) = stops.into_iter().max_by_key(|s| *s.date) else {
            continue;
        };
        if book.is_fully_read(entry.date.span) {
            check_follow_up_date(entry, latest, faults);
        }
        check_due_date(entry.due.as_ref(), latest, faults);
    }
    if book.is_today {
        check_future_dates(book, faults);
    }
}

fn check_until_date(stop: &Stop, faults: &mut Vec<Diagnostic>) {
    if let Some(until) = stop.until.filter(|until| **until < *stop.date) {
        let fault =
            Diagnostic::new(Code::UntilBeforeDate, until.span).arg("found", until.to_string());
        faults.push(
            fault
                .arg("date", stop.date.to_string())
                .secondary("date-here", stop.date.span),
        );
    }
}

fn check_follow_up_date(entry: &FollowUp, stop: &Stop, faults: &mut Vec<Diagnostic>) {
    if *entry.date < *stop.date {
        let fault = Diagnostic::new(Code::FollowUpBeforeStop, entry.date.span)
            .arg("found", entry.date.to_string());
        let fault = fault
            .arg("stop", stop.number.to_string())
            .arg("date", stop.date.to_string());
        faults.push(fault.secondary("stop-here", stop.date.span));
    }
}

/// What was written before the event cannot report it; an undated source may have been written later.
fn check_source_dates(entry: &FollowUp, faults: &mut Vec<Diagnostic>) {
    let days: Option<Vec<Spanned<Day>>> = entry.sources.iter().map(|s| s.date).collect();
    let latest = days.unwrap_or_default().into_iter().max_by_key(|d| d.value);
    if let Some(latest) = latest.filter(|latest| **latest < *entry.date) {
        let fault = Diagnostic::new(Code::SourcesPredateEvent, entry.date.span)
            .arg("found", entry.date.to_string());
        faults.push(
            fault
                .arg("latest", latest.to_string())
                .secondary("source-here", latest.span),
        );
    }
}

fn check_due_date(due: Option<&Spanned<Deadline>>, stop: &Stop, faults: &mut Vec<Diagnostic>) {
    let Some(due) = due else { return };
    if let Some(term) = due.date.filter(|term| term.last_day() < *stop.date) {
        let fault =
            Diagnostic::new(Code::DeadlineBeforeStop, due.span).arg("found", term.to_string());
        let fault = fault
            .arg("stop", stop.number.to_string())
            .arg("date", stop.date.to_string());
        faults.push(fault.secondary("stop-here", stop.date.span));
    }
}

/// Whatever is dated after today, unless it is held back.
fn check_future_dates(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let mut days: Vec<Spanned<Day>> = Vec::new();
    let held = |draft: bool, publish_on: Option<Day>| draft || publish_on.is_some();
    for stop in book
        .records
        .stops
        .iter()
        .filter(|s| !held(s.draft, s.publish_on))
    {
        days.push(stop.date);
        days.extend(
            stop.until
                .iter()
                .chain(stop.corrections.iter().map(|c| &c.date)),
        );
        days.extend(stop.sources.iter().filter_map(|s| s.date));
        days.extend(stop.all_cited_by().filter_map(|c| c.date));
        days.extend(stop.withdrawals().into_iter().map(|w| w.date));
        let from = stop.aspirations.iter().filter_map(|a| a.from.as_ref());
        days.extend(from.filter_map(|f| f.consent.as_ref()).map(|c| c.date));
    }
    for entry in book
        .records
        .follow_ups
        .iter()
        .filter(|f| !held(f.draft, f.publish_on))
    {
        days.push(entry.date);
        days.extend(entry.sources.iter().filter_map(|s: &Source| s.date));
    }
    days.extend(
        book.records
            .pages
            .iter()
            .filter_map(|p| p.front_matter.withdrawn.as_ref())
            .map(|w| w.date),
    );
    for day in days.into_iter().filter(|day| **day > book.day) {
        faults.push(in_the_future(day.value, day.span, book.day));
    }
}

fn in_the_future(day: Day, span: Span, today: Day) -> Diagnostic {
    Diagnostic::new(Code::DateInFuture, span)
        .arg("found", day.to_string())
        .arg("today", today.to_string())
}
