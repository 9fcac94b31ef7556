//! What is worth a look and no fault. Only what is known by the day and not held back is looked at.

use super::context::{CheckContext, CommitmentRef};
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Bearing, Day, FollowUp, Reference, Source, Spanned, Status, Stop, Text, Url};
use std::collections::{BTreeMap, HashMap};

/// After so many days without news a commitment is worth a look.
const QUIET_DAYS: i64 = 180;
/// After so many days an aspiration should have an answer.
const UNANSWERED_DAYS: i64 = 60;
/// The most characters of a title that lists still show well.
const LONG_TITLE_CHARS: usize = 90;
/// The most characters of a title: what is longer was pasted into the wrong place.
const MAX_TITLE_CHARS: usize = 300;

/// J551 to J557; J213 for titles
pub(super) fn check(book: &CheckContext<'_>, warnings: &mut Vec<Diagnostic>) {
    let stops: Vec<&Stop> = book
        .records
        .stops
        .iter()
        .map(AsRef::as_ref)
        .filter(|s| book.is_published_stop(s) && s.withdrawn.is_none())
        .collect();
    let news: Vec<&Spanned<FollowUp>> = book
        .records
        .follow_ups
        .iter()
        .map(AsRef::as_ref)
        .filter(|f| book.is_published_follow_up(f))
        .collect();
    let mut more = Vec::new();
    let of_sources = || {
        for stop in &stops {
            check_heard_count(book, stop, warnings);
            stop.sources
                .iter()
                .for_each(|s| check_archived_copy(&s.value, s.span, warnings));
        }
        for entry in &news {
            entry
                .sources
                .iter()
                .for_each(|s| check_archived_copy(s, entry.span, warnings));
        }
        check_source_reuse(&news, warnings);
    };
    let of_answers = || {
        for entry in book
            .entries
            .iter()
            .filter(|e| book.is_published_stop(e.stop) && !e.is_withdrawn)
        {
            check_title_length(entry.title, &mut more);
        }
        check_unanswered(book, &mut more);
        check_commitments(book, &news, &mut more);
    };
    rayon::join(of_sources, of_answers);
    warnings.append(&mut more);
}

fn check_heard_count(book: &CheckContext<'_>, stop: &Stop, warnings: &mut Vec<Diagnostic>) {
    let recorded = stop.aspirations.len();
    if let Some(heard) = stop.heard.filter(|heard| recorded < **heard as usize)
        && stop.aspirations.iter().all(|a| book.is_fully_read(a.span))
    {
        let warning = Diagnostic::new(Code::AspirationsIncomplete, heard.span)
            .arg("recorded", recorded.to_string());
        warnings.push(warning.arg("heard", heard.to_string()));
    }
}

/// `span` is that of the record around it; the printer finds the address in it.
fn check_archived_copy(source: &Source, span: Span, warnings: &mut Vec<Diagnostic>) {
    let is_archive = |url: &Url| url.as_str().contains("web.archive.org/");
    if let Some(url) = source
        .url
        .as_ref()
        .filter(|url| source.archived.is_none() && !is_archive(url))
    {
        warnings.push(Diagnostic::new(Code::NoArchivedCopy, span).arg("found", url.as_str()));
    }
}

fn check_title_length(title: &Text, warnings: &mut Vec<Diagnostic>) {
    for said in &title.translations {
        let count = said.text.chars().count();
        if count > MAX_TITLE_CHARS {
            warnings.push(
                Diagnostic::new(Code::TextTooLong, said.span)
                    .arg("limit", MAX_TITLE_CHARS.to_string()),
            );
        } else if count > LONG_TITLE_CHARS {
            let warning =
                Diagnostic::new(Code::LongTitle, said.span).arg("count", count.to_string());
            warnings.push(warning.arg("limit", LONG_TITLE_CHARS.to_string()));
        }
    }
}

fn check_source_reuse(news: &[&Spanned<FollowUp>], warnings: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for entry in news {
        for url in entry
            .sources
            .iter()
            .filter_map(|s| s.url.as_ref())
            .map(Url::as_str)
        {
            let before = *first.entry(url).or_insert(entry.span);
            if before != entry.span {
                let warning = Diagnostic::new(Code::SourceReused, entry.span).arg("found", url);
                warnings.push(warning.secondary("first-here", before));
            }
        }
    }
}

fn check_unanswered(book: &CheckContext<'_>, warnings: &mut Vec<Diagnostic>) {
    for entry in book
        .entries
        .iter()
        .filter(|e| book.is_published_stop(e.stop) && !e.is_withdrawn && e.responses.is_empty())
    {
        let days = book.day.days_since(*entry.stop.date);
        let waiting = entry.aspiration.is_some_and(|a| a.withheld.is_none());
        if waiting && days >= UNANSWERED_DAYS && book.is_fully_read(entry.span) {
            let warning = Diagnostic::new(Code::UnansweredAspiration, entry.id.span)
                .arg("found", entry.id.as_str());
            warnings.push(warning.arg("days", days.to_string()));
        }
    }
}

/// What is known of one commitment.
struct CommitmentState {
    status: Option<Status>,
    has_due: bool,
    last_news: Day,
}

fn check_commitments(
    book: &CheckContext<'_>,
    news: &[&Spanned<FollowUp>],
    warnings: &mut Vec<Diagnostic>,
) {
    let mut order = news.to_vec();
    order.sort_by_cached_key(|entry| *entry.date);
    let mut about: HashMap<&Reference, Vec<&FollowUp>> = HashMap::new();
    for entry in order.into_iter().filter(|e| !e.check) {
        entry
            .about
            .0
            .iter()
            .for_each(|r| about.entry(&r.value).or_default().push(&entry.value));
    }
    for promise in book
        .commitments()
        .filter(|p| book.is_published_stop(p.stop) && !p.is_withdrawn)
    {
        let news = about
            .get(&promise.reference())
            .map_or(&[][..], Vec::as_slice);
        let state = commitment_state(promise, news);
        let ended = |s: Status| s.is_done() || matches!(s, Status::Superseded | Status::Dropped);
        if !state.status.is_some_and(ended) && book.is_fully_read(promise.record.span) {
            check_commitment(promise, &state, book.day, warnings);
        }
    }
}

fn commitment_state(promise: CommitmentRef<'_>, news: &[&FollowUp]) -> CommitmentState {
    let direct = || news.iter().filter(|e| e.bearing == Bearing::Direct);
    CommitmentState {
        status: direct()
            .filter_map(|e| e.status)
            .next_back()
            .map(|s| s.value),
        has_due: promise.record.due.is_some() || direct().any(|e| e.due.is_some()),
        last_news: news
            .iter()
            .map(|e| *e.date)
            .max()
            .unwrap_or(*promise.stop.date),
    }
}

fn check_commitment(
    promise: CommitmentRef<'_>,
    state: &CommitmentState,
    day: Day,
    warnings: &mut Vec<Diagnostic>,
) {
    let id = &promise.record.id;
    let mut warn = |warning: Diagnostic| warnings.push(warning.arg("found", id.as_str()));
    if !state.has_due {
        warn(Diagnostic::new(Code::NoDeadline, id.span));
    }
    let days = day.days_since(state.last_news);
    if days >= QUIET_DAYS {
        let warning =
            Diagnostic::new(Code::NoRecentFollowUp, id.span).arg("days", days.to_string());
        warn(
            warning
                .arg("last", state.last_news.to_string())
                .arg("about", promise.reference().to_string()),
        );
    }
}
