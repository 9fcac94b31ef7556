//! What is worth a look and no fault. Only what is known by the day and not held back is looked at.

use super::context::{Book, Promise};
use crate::diag::{Code, Diagnostic, Span};
use crate::records::{Bearing, Day, FollowUp, Reference, Source, Spanned, Status, Stop, Text, Url};
use std::collections::{BTreeMap, HashMap};

/// After so many days without news a commitment is worth a look.
const QUIET: i64 = 180;
/// After so many days an aspiration should have an answer.
const PATIENCE: i64 = 60;
/// The most characters of a title that lists still show well.
const LONG: usize = 90;
/// The most characters of a title: what is longer was pasted into the wrong place.
const LONGEST: usize = 300;

/// J551 to J557; J213 for titles
pub(super) fn check(book: &Book<'_>, warnings: &mut Vec<Diagnostic>) {
    let stops: Vec<&Stop> = book.records.stops.iter().filter(|s| book.shows_stop(s) && s.withdrawn.is_none()).collect();
    let news: Vec<&Spanned<FollowUp>> = book.records.follow_ups.iter().filter(|f| book.shows_follow_up(f)).collect();
    let mut more = Vec::new();
    let of_sources = || {
        for stop in &stops {
            fewer_than_heard(book, stop, warnings);
            stop.sources.iter().for_each(|s| no_archived_copy(&s.value, s.span, warnings));
        }
        for entry in &news {
            entry.sources.iter().for_each(|s| no_archived_copy(s, entry.span, warnings));
        }
        source_used_often(&news, warnings);
    };
    let of_answers = || {
        for entry in book.entries.iter().filter(|e| book.shows_stop(e.stop) && !e.is_withdrawn) {
            long_title(entry.title, &mut more);
        }
        unanswered(book, &mut more);
        commitments(book, &news, &mut more);
    };
    rayon::join(of_sources, of_answers);
    warnings.append(&mut more);
}

fn fewer_than_heard(book: &Book<'_>, stop: &Stop, warnings: &mut Vec<Diagnostic>) {
    let recorded = stop.aspirations.len();
    if let Some(heard) = stop.heard.filter(|heard| recorded < **heard as usize)
        && stop.aspirations.iter().all(|a| book.is_whole(a.span))
    {
        let warning = Diagnostic::new(Code::FewerThanHeard, heard.span).with("recorded", recorded.to_string());
        warnings.push(warning.with("heard", heard.to_string()));
    }
}

/// `span` is that of the record around it; the printer finds the address in it.
fn no_archived_copy(source: &Source, span: Span, warnings: &mut Vec<Diagnostic>) {
    let is_archive = |url: &Url| url.as_str().contains("web.archive.org/");
    if let Some(url) = source.url.as_ref().filter(|url| source.archived.is_none() && !is_archive(url)) {
        warnings.push(Diagnostic::new(Code::NoArchivedCopy, span).with("found", url.as_str()));
    }
}

fn long_title(title: &Text, warnings: &mut Vec<Diagnostic>) {
    for said in &title.said {
        let count = said.text.chars().count();
        if count > LONGEST {
            warnings.push(Diagnostic::new(Code::TextTooLong, said.span).with("limit", LONGEST.to_string()));
        } else if count > LONG {
            let warning = Diagnostic::new(Code::LongTitle, said.span).with("count", count.to_string());
            warnings.push(warning.with("limit", LONG.to_string()));
        }
    }
}

fn source_used_often(news: &[&Spanned<FollowUp>], warnings: &mut Vec<Diagnostic>) {
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for entry in news {
        for url in entry.sources.iter().filter_map(|s| s.url.as_ref()).map(Url::as_str) {
            let before = *first.entry(url).or_insert(entry.span);
            if before != entry.span {
                let warning = Diagnostic::new(Code::SourceUsedOften, entry.span).with("found", url);
                warnings.push(warning.related("first-here", before));
            }
        }
    }
}

fn unanswered(book: &Book<'_>, warnings: &mut Vec<Diagnostic>) {
    for entry in book.entries.iter().filter(|e| book.shows_stop(e.stop) && !e.is_withdrawn && e.responses.is_empty()) {
        let days = book.day.days_since(*entry.stop.date);
        let waiting = entry.aspiration.is_some_and(|a| a.withheld.is_none());
        if waiting && days >= PATIENCE && book.is_whole(entry.span) {
            let warning = Diagnostic::new(Code::Unanswered, entry.id.span).with("found", entry.id.as_str());
            warnings.push(warning.with("days", days.to_string()));
        }
    }
}

/// What is known of one commitment.
struct State {
    status: Option<Status>,
    has_due: bool,
    last: Day,
}

fn commitments(book: &Book<'_>, news: &[&Spanned<FollowUp>], warnings: &mut Vec<Diagnostic>) {
    let mut order = news.to_vec();
    order.sort_by_cached_key(|entry| *entry.date);
    let mut about: HashMap<&Reference, Vec<&FollowUp>> = HashMap::new();
    for entry in order.into_iter().filter(|e| !e.check) {
        entry.about.0.iter().for_each(|r| about.entry(&r.value).or_default().push(&entry.value));
    }
    for promise in book.promises().filter(|p| book.shows_stop(p.stop) && !p.is_withdrawn) {
        let news = about.get(&promise.reference()).map_or(&[][..], Vec::as_slice);
        let state = state(promise, news);
        let ended = |s: Status| s.is_done() || matches!(s, Status::Superseded | Status::Dropped);
        if !state.status.is_some_and(ended) && book.is_whole(promise.record.span) {
            judge(promise, &state, book.day, warnings);
        }
    }
}

fn state(promise: Promise<'_>, news: &[&FollowUp]) -> State {
    let direct = || news.iter().filter(|e| e.bearing == Bearing::Direct);
    State {
        status: direct().filter_map(|e| e.status).next_back().map(|s| s.value),
        has_due: promise.record.due.is_some() || direct().any(|e| e.due.is_some()),
        last: news.iter().map(|e| *e.date).max().unwrap_or(*promise.stop.date),
    }
}

fn judge(promise: Promise<'_>, state: &State, day: Day, warnings: &mut Vec<Diagnostic>) {
    let id = &promise.record.id;
    let mut warn = |warning: Diagnostic| warnings.push(warning.with("found", id.as_str()));
    if !state.has_due {
        warn(Diagnostic::new(Code::NoDeadline, id.span));
    }
    let days = day.days_since(state.last);
    if days >= QUIET {
        let warning = Diagnostic::new(Code::NoNews, id.span).with("days", days.to_string());
        warn(warning.with("last", state.last.to_string()).with("about", promise.reference().to_string()));
    }
}
