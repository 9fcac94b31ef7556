//! What one content file holds: the parser for its kind, and the merge into the records of the
//! whole folder.
//!
//! [`super::content_cache`] keeps a [`ParsedFile`] for each file and merges them anew for each load.

use super::walk::{ContentFile, ContentKind};
use super::{geojson, load, page, redactions, revision_log, witnessed};
use crate::diag::{Diagnostic, FileId, Span};
use crate::records::schema::FileKind;
use crate::records::{
    District, FORMAT_VERSION, FollowUp, KeyFile, LogEntry, Office, Outlines, PageFile, Records,
    RedactedPhrase, RedactedPhrases, Reference, RevisionBody, Site, Spanned, Stop, Topic,
    WitnessedLog, format_mismatch,
};
use std::sync::Arc;

/// One file's part of the records. Lists say whether all their items could be read; a stop, which
/// of its references could not, and whether its number is lost too.
pub(super) enum ParsedFile {
    Site(Option<Box<Site>>),
    Districts((Vec<District>, bool)),
    Offices((Vec<Office>, bool)),
    Topics((Vec<Topic>, bool)),
    /// None or one.
    Stop(Option<Arc<Stop>>, Vec<Reference>, bool),
    FollowUps(Vec<Arc<Spanned<FollowUp>>>),
    /// None or one.
    Page(Option<Arc<PageFile>>),
    Outlines(Outlines),
    LogEntries(Vec<Arc<Spanned<LogEntry>>>),
    RevisionBodies(Vec<Arc<Spanned<RevisionBody>>>),
    Redactions(Vec<RedactedPhrase>),
    /// None or one.
    Witnessed(Option<Arc<Spanned<WitnessedLog>>>),
}

/// Parses a file's text, by its kind; `None` is a text that could not be read.
pub(super) fn parse_file(
    file: &ContentFile,
    text: Option<&str>,
    id: FileId,
    diagnostics: &mut Vec<Diagnostic>,
) -> ParsedFile {
    // JSON has readers of its own; everything else is YAML, with a schema for each kind.
    let kind = match file.kind {
        ContentKind::LogEntries => {
            let entries = revision_log::parse_entries(text, id, diagnostics);
            return ParsedFile::LogEntries(share_each(entries));
        }
        ContentKind::RevisionBodies => {
            let bodies = revision_log::parse_bodies(text, id, diagnostics);
            return ParsedFile::RevisionBodies(share_each(bodies));
        }
        ContentKind::Redactions => {
            return ParsedFile::Redactions(redactions::parse_redactions(text, id, diagnostics));
        }
        ContentKind::Witnessed => {
            let name = &file.stem;
            let statement = witnessed::parse_witnessed(name, text, id, diagnostics);
            return ParsedFile::Witnessed(statement.map(Arc::new));
        }
        ContentKind::Outlines => {
            return ParsedFile::Outlines(geojson::parse_outlines(text, id, diagnostics));
        }
        ContentKind::Records(kind) => kind,
    };
    match kind {
        FileKind::Site => {
            let site = load::parse_record(kind, text, id, diagnostics)
                .0
                .map(Box::new);
            if let (None, Some(newer)) = (&site, text.and_then(|text| newer_format(text, id))) {
                *diagnostics = vec![newer];
            }
            ParsedFile::Site(site)
        }
        FileKind::Districts => ParsedFile::Districts(load::parse_list(kind, text, id, diagnostics)),
        FileKind::Offices => ParsedFile::Offices(load::parse_list(kind, text, id, diagnostics)),
        FileKind::Topics => ParsedFile::Topics(load::parse_list(kind, text, id, diagnostics)),
        FileKind::Stop => {
            let (stop, named) = load::parse_record::<Stop>(kind, text, id, diagnostics);
            let (unreadable, is_unnumbered) = unreadable_references(stop.as_ref(), named, file);
            ParsedFile::Stop(stop.map(Arc::new), unreadable, is_unnumbered)
        }
        FileKind::FollowUps => {
            let (list, _) = load::parse_list(kind, text, id, diagnostics);
            ParsedFile::FollowUps(share_each(list))
        }
        FileKind::FrontMatter => {
            ParsedFile::Page(page::parse_page(file, text, id, diagnostics).map(Arc::new))
        }
    }
}

/// A list whose items the cache and the records share.
fn share_each<T>(list: Vec<T>) -> Vec<Arc<T>> {
    // `collect` would build the pointers in the list's own memory and keep all of it.
    let mut shared = Vec::with_capacity(list.len());
    shared.extend(list.into_iter().map(Arc::new));
    shared
}

/// Reports the format of a site.yaml that could not be read, if this program does not know it yet:
/// everything else that seems wrong with the file would only follow from that.
fn newer_format(text: &str, id: FileId) -> Option<Diagnostic> {
    let start = text
        .split_inclusive('\n')
        .take_while(|line| !line.starts_with("format:"))
        .map(str::len)
        .sum::<usize>();
    let number = text.get(start..)?.lines().next()?.strip_prefix("format:")?;
    let at = start + "format:".len() + (number.len() - number.trim_start().len());
    let value: u32 = number.trim().parse().ok()?;
    if value <= FORMAT_VERSION {
        return None;
    }
    format_mismatch(&Spanned {
        value,
        span: Span::new(id, at..at + number.trim().len()),
    })
}

/// Adds a file to the records.
pub(super) fn merge_parsed(records: &mut Records, file: &ParsedFile) {
    let mut note_list = |name: &'static str, is_complete: bool| {
        if !is_complete {
            records.unreadable.incomplete_lists.insert(name);
        }
    };
    match file {
        // Of these files there is one each: the walk refuses a second.
        ParsedFile::Site(site) => records.site = site.as_deref().cloned(),
        ParsedFile::Districts((list, is_complete)) => {
            note_list("districts", *is_complete);
            records.districts.clone_from(list);
        }
        ParsedFile::Offices((list, is_complete)) => {
            note_list("offices", *is_complete);
            records.offices.clone_from(list);
        }
        ParsedFile::Topics((list, is_complete)) => {
            note_list("topics", *is_complete);
            records.topics.clone_from(list);
        }
        ParsedFile::Stop(stop, unreadable, is_unnumbered) => {
            records.stops.extend(stop.clone());
            records.unreadable.references.extend_from_slice(unreadable);
            records.unreadable.has_unnumbered_stops |= is_unnumbered;
        }
        ParsedFile::FollowUps(list) => records.follow_ups.extend_from_slice(list),
        ParsedFile::Page(page) => records.pages.extend(page.clone()),
        ParsedFile::Outlines(outlines) => records.outlines.clone_from(outlines),
        ParsedFile::LogEntries(entries) => records.revision_log.entries.clone_from(entries),
        ParsedFile::RevisionBodies(bodies) => records.revision_log.bodies.clone_from(bodies),
        ParsedFile::Witnessed(statement) => records.witnessed.extend(statement.clone()),
        // The key is not in content/: the whole load adds it.
        ParsedFile::Redactions(list) => {
            records.redacted_phrases = RedactedPhrases::new(list.clone(), KeyFile::Missing);
        }
    }
}

/// The references that a stop's file names but the record that was read from it does not hold; and
/// whether even the stop's number is unknown. No rule may then report that something else refers to
/// nothing.
fn unreadable_references(
    stop: Option<&Stop>,
    named: load::NamedReferences,
    file: &ContentFile,
) -> (Vec<Reference>, bool) {
    let whole_stop = |stop| Reference {
        stop,
        entry: None,
        commitment: None,
    };
    let mut unreadable = named.references;
    let Some(stop) = stop else {
        // One unreadable value of the stop hides all that is below it.
        let number = unreadable.first().map(|r| r.stop);
        let number = number.or_else(|| file.stop_number());
        return (
            number.map(whole_stop).into_iter().collect(),
            number.is_none(),
        );
    };
    let number = *stop.number;
    // Any reference into the stop might be that of the entry whose key is lost.
    if named.has_nameless_entry {
        return (vec![whole_stop(number)], false);
    }
    let mut readable = vec![whole_stop(number)];
    for entry in stop.entries() {
        readable.push(entry.reference());
        for commitment in entry.commitments() {
            readable.push(Reference::for_commitment(number, entry.id, &commitment.id));
        }
    }
    unreadable.retain(|reference| !readable.contains(reference));
    (unreadable, false)
}
