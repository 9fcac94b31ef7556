//! Rules about days: nothing comes before what it follows from, and nothing after today.

use super::context::{Context, Target};
use crate::diag::{Code, Diagnostic};
use crate::records::{Day, Deadline, FollowUp, Spanned, Stop};

/// J401 to J405
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for stop in &context.records.stops {
        check_until_date(stop, diagnostics);
    }
    for commitment in context.commitments() {
        check_due_date(
            commitment.record.due.as_ref(),
            commitment.entry.stop,
            diagnostics,
        );
    }
    for follow_up in &context.records.follow_ups {
        check_source_dates(follow_up, diagnostics);
        // One that is about several stops follows from all of them, and so from the latest.
        let targets = follow_up.about.0.iter().filter_map(|r| context.resolve(r));
        let Some(latest) = targets.map(Target::stop).max_by_key(|stop| *stop.date) else {
            continue;
        };
        if context.is_fully_read(follow_up.date.span) {
            check_follow_up_date(follow_up, latest, diagnostics);
        }
        check_due_date(follow_up.due.as_ref(), latest, diagnostics);
    }
    // As of a chosen day, what is dated later is left out of the site and no mistake.
    if context.is_today {
        check_future_dates(context, diagnostics);
    }
}

/// A stop does not end before it begins.
fn check_until_date(stop: &Stop, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(until) = stop.until
        && *until < *stop.date
    {
        diagnostics.push(
            Diagnostic::new(Code::UntilBeforeDate, until.span)
                .arg("found", until.to_string())
                .arg("date", stop.date.to_string())
                .secondary("date-here", stop.date.span),
        );
    }
}

/// Nothing follows up before it was said.
fn check_follow_up_date(follow_up: &FollowUp, stop: &Stop, diagnostics: &mut Vec<Diagnostic>) {
    if *follow_up.date < *stop.date {
        let diagnostic = Diagnostic::new(Code::FollowUpBeforeStop, follow_up.date.span)
            .arg("found", follow_up.date.to_string());
        diagnostics.push(with_stop_date(diagnostic, stop));
    }
}

/// What was written before the event cannot report it; an undated source may have been written
/// later.
fn check_source_dates(follow_up: &FollowUp, diagnostics: &mut Vec<Diagnostic>) {
    let dates: Option<Vec<Spanned<Day>>> = follow_up.sources.iter().map(|s| s.date).collect();
    if let Some(dates) = dates
        && let Some(latest) = dates.iter().max_by_key(|date| date.value)
        && **latest < *follow_up.date
    {
        diagnostics.push(
            Diagnostic::new(Code::SourcesPredateEvent, follow_up.date.span)
                .arg("found", follow_up.date.to_string())
                .arg("latest", latest.to_string())
                .secondary("source-here", latest.span),
        );
    }
}

/// A deadline does not end before the promise was made.
fn check_due_date(due: Option<&Spanned<Deadline>>, stop: &Stop, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(due) = due
        && let Some(date) = due.date
        && date.last_day() < *stop.date
    {
        let diagnostic =
            Diagnostic::new(Code::DeadlineBeforeStop, due.span).arg("found", date.to_string());
        diagnostics.push(with_stop_date(diagnostic, stop));
    }
}

/// Adds the stop's number and day to a diagnostic, and where that day is written.
fn with_stop_date(diagnostic: Diagnostic, stop: &Stop) -> Diagnostic {
    diagnostic
        .arg("stop", stop.number.to_string())
        .arg("date", stop.date.to_string())
        .secondary("stop-here", stop.date.span)
}

/// Nothing is dated after today: that is a slip of the pen, or the record is to be held back.
fn check_future_dates(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let mut dates: Vec<Spanned<Day>> = Vec::new();
    for stop in &context.records.stops {
        // Any `publish_on`, even one that has passed: the editor has thought about when it may be
        // seen.
        if !stop.draft && stop.publish_on.is_none() {
            collect_dates(stop, &mut dates);
        }
    }
    for follow_up in &context.records.follow_ups {
        if !follow_up.draft && follow_up.publish_on.is_none() {
            dates.push(follow_up.date);
            dates.extend(follow_up.sources.iter().filter_map(|s| s.date));
        }
    }
    for page in &context.records.pages {
        dates.extend(page.front_matter.withdrawn.as_ref().map(|w| w.date));
    }
    for date in dates.into_iter().filter(|date| **date > context.day) {
        diagnostics.push(
            Diagnostic::new(Code::DateInFuture, date.span)
                .arg("found", date.to_string())
                .arg("today", context.day.to_string()),
        );
    }
}

/// Every day that a stop's file gives, deadlines apart.
fn collect_dates(stop: &Stop, dates: &mut Vec<Spanned<Day>>) {
    dates.push(stop.date);
    dates.extend(stop.until);
    dates.extend(stop.corrections.iter().map(|c| c.date));
    dates.extend(stop.sources.iter().filter_map(|s| s.date));
    dates.extend(stop.all_cited_by().filter_map(|c| c.date));
    let mut withdrawals = Vec::from_iter(&stop.withdrawn);
    for entry in stop.entries() {
        withdrawals.extend(entry.withdrawn);
        for commitment in entry.commitments() {
            withdrawals.extend(&commitment.withdrawn);
        }
        if let Some(aspiration) = entry.aspiration()
            && let Some(asker) = &aspiration.from
        {
            dates.extend(asker.consent.as_ref().map(|consent| consent.date));
        }
    }
    dates.extend(withdrawals.into_iter().map(|w| w.date));
}
