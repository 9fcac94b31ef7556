//! Warnings: what an editor should look at although it is no error. Records that are not known by
//! the day, or are held back, are left out.

use super::context::{CommitmentRef, Context};
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{
    EntryRef, FollowUp, Progress, Reference, Setting, Source, Spanned, Stop, Text, Url,
};
use std::collections::{BTreeMap, HashMap};

/// After so many days an aspiration should have an answer.
const UNANSWERED_DAYS: i64 = 60;
/// The most characters of a title that lists still show well.
const LONG_TITLE_CHARS: usize = 90;
/// The most characters of a title: what is longer was pasted into the wrong place.
const MAX_TITLE_CHARS: usize = 300;

/// J551 to J557; J213 for titles
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let follow_ups: Vec<&Spanned<FollowUp>> = context
        .records
        .follow_ups
        .iter()
        .map(AsRef::as_ref)
        .filter(|f: &&Spanned<FollowUp>| context.is_published_follow_up(f))
        .collect();
    // The slowest family of rules, and its halves ask nothing of each other.
    let mut more = Vec::new();
    rayon::join(
        || check_stops_and_sources(context, &follow_ups, diagnostics),
        || {
            check_entries(context, &mut more);
            check_commitments(context, &follow_ups, &mut more);
        },
    );
    diagnostics.append(&mut more);
}

fn check_stops_and_sources(
    context: &Context<'_>,
    follow_ups: &[&Spanned<FollowUp>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    for stop in &context.records.stops {
        if context.is_published_stop(stop) && stop.withdrawn.is_none() {
            check_heard_count(context, stop, diagnostics);
            for source in &stop.sources {
                check_archived_copy(source, source.span, diagnostics);
            }
        }
    }
    for follow_up in follow_ups {
        for source in &follow_up.sources {
            check_archived_copy(source, follow_up.span, diagnostics);
        }
    }
    check_source_reuse(follow_ups, diagnostics);
}

/// A reader should know when the minutes count more aspirations than are recorded.
fn check_heard_count(context: &Context<'_>, stop: &Stop, diagnostics: &mut Vec<Diagnostic>) {
    let recorded = stop.aspirations.len();
    if let Some(heard) = stop.heard.filter(|heard| recorded < **heard as usize)
        && stop
            .aspirations
            .iter()
            .all(|a| context.is_fully_read(a.span))
    {
        diagnostics.push(
            Diagnostic::new(Code::AspirationsIncomplete, heard.span)
                .arg("recorded", recorded.to_string())
                .arg("heard", heard.to_string()),
        );
    }
}

/// Web pages vanish: a source has an archived copy, or is one. `span` is that of the record around
/// it, in which the address is found when the message is printed.
fn check_archived_copy(source: &Source, span: Span, diagnostics: &mut Vec<Diagnostic>) {
    if let Some(url) = &source.url
        && source.archived.is_none()
        && !url.as_str().contains("web.archive.org/")
    {
        diagnostics.push(Diagnostic::new(Code::NoArchivedCopy, span).arg("found", url.as_str()));
    }
}

/// One report in two follow-ups: probably one of them is about several commitments and should say
/// so in `about`.
fn check_source_reuse(follow_ups: &[&Spanned<FollowUp>], diagnostics: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for follow_up in follow_ups {
        let urls = follow_up.sources.iter().filter_map(|s| s.url.as_ref());
        for url in urls.map(Url::as_str) {
            let before = *first.entry(url).or_insert(follow_up.span);
            if before != follow_up.span {
                diagnostics.push(
                    Diagnostic::new(Code::SourceReused, follow_up.span)
                        .arg("found", url)
                        .secondary("first-here", before),
                );
            }
        }
    }
}

fn check_entries(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for entry in &context.entries {
        if !context.is_published_stop(entry.stop) || entry.is_withdrawn() {
            continue;
        }
        check_title_length(entry.title, diagnostics);
        check_answered(context, entry, diagnostics);
    }
}

/// A citizen waits for an answer: unless it is there and only withheld, or nobody but a reporter
/// was told.
fn check_answered(context: &Context<'_>, entry: &EntryRef<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let asked_on = *entry.stop.date;
    if entry.aspiration().is_some_and(|a| a.withheld.is_none())
        && entry.responses.is_empty()
        && entry.setting != Setting::Media
        && context.day.days_since(asked_on) >= UNANSWERED_DAYS
        && context.is_fully_read(entry.span)
    {
        // It may be answered in what could not be read.
        let mut sources = entry.stop.named_sources(entry.sources);
        let read = if sources.any(|source| source.partial) {
            "partly"
        } else {
            "whole"
        };
        diagnostics.push(
            Diagnostic::new(Code::UnansweredAspiration, entry.id.span)
                .arg("found", entry.id.as_str())
                .arg("read", read)
                .arg("date", asked_on.to_string()),
        );
    }
}

/// Titles fit into lists; one that is far too long is an error.
fn check_title_length(title: &Text, diagnostics: &mut Vec<Diagnostic>) {
    for translation in &title.translations {
        let count = translation.text.chars().count();
        if count > MAX_TITLE_CHARS {
            diagnostics.push(
                Diagnostic::new(Code::TextTooLong, translation.span)
                    .arg("limit", MAX_TITLE_CHARS.to_string()),
            );
        } else if count > LONG_TITLE_CHARS {
            diagnostics.push(
                Diagnostic::new(Code::LongTitle, translation.span)
                    .arg("count", count.to_string())
                    .arg("limit", LONG_TITLE_CHARS.to_string()),
            );
        }
    }
}

fn check_commitments(
    context: &Context<'_>,
    follow_ups: &[&Spanned<FollowUp>],
    diagnostics: &mut Vec<Diagnostic>,
) {
    // `Progress` takes follow-ups in the order of their days.
    let mut by_date = follow_ups.to_vec();
    by_date.sort_by_key(|follow_up| *follow_up.date);
    let mut about: HashMap<&Reference, Vec<&FollowUp>> = HashMap::new();
    for follow_up in by_date {
        for reference in &follow_up.about.0 {
            about.entry(&reference.value).or_default().push(follow_up);
        }
    }
    for commitment in context.commitments() {
        if context.is_published_stop(commitment.entry.stop)
            && !commitment.is_withdrawn()
            && context.is_fully_read(commitment.record.span)
        {
            let follow_ups = about.get(&commitment.reference());
            let follow_ups = follow_ups.into_iter().flatten().copied();
            check_commitment(context, commitment, follow_ups, diagnostics);
        }
    }
}

/// A commitment that has not ended has a deadline, and direct news that is not long ago.
fn check_commitment<'r>(
    context: &Context<'_>,
    commitment: CommitmentRef<'r>,
    follow_ups: impl Iterator<Item = &'r FollowUp>,
    diagnostics: &mut Vec<Diagnostic>,
) {
    let id = &commitment.record.id;
    let progress = Progress::of(commitment.record, *commitment.entry.stop.date, follow_ups);
    if progress.deadline.is_none() && !progress.status.group().is_closed() {
        diagnostics.push(Diagnostic::new(Code::NoDeadline, id.span).arg("found", id.as_str()));
    }
    if let Some(since) = progress.quiet_since(context.day) {
        let news = if progress.last_direct_news.is_some() {
            "some"
        } else {
            "none"
        };
        diagnostics.push(
            Diagnostic::new(Code::NoRecentFollowUp, id.span)
                .arg("news", news)
                .arg("date", since.to_string())
                .arg("about", commitment.reference().to_string())
                .arg("found", id.as_str()),
        );
    }
}
