//! Files in: the only module that reads the content.
//!
//! [`load`] walks the folder, reads every file on every core and never stops at a fault. Which record may stand beside
//! which is not its business.

mod cache;
pub(crate) mod encoding;
mod geojson;
mod load;
mod media;
mod page;
mod released_texts;
mod revision_log;
mod theme;
mod walk;
pub mod yaml;

use crate::diag::{Code, Diagnostic, FileId, SourceFile, SourceMap, Span};
use crate::records::schema::FileKind;
use crate::records::{
    District, FORMAT_VERSION, FollowUp, Key, Office, Outlines, PageFile, Records, RedactedPhrase,
    Reference, Revision, Site, Spanned, Stop, Topic, format_mismatch,
};
use cache::CachedFile;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use walk::{ContentFile, ContentKind};

pub use cache::{ContentCache, Overrides};
pub use load::parse_standalone;
pub use media::read_photo;
pub use released_texts::ReleasedTexts;
pub use theme::read_theme;
pub use walk::is_editor_artifact;
pub use yaml::parse::parse_strict;

/// What was found in the content folder.
#[derive(Debug)]
pub struct LoadedContent {
    /// Everything that could be read.
    pub records: Records,
    /// The files' texts, for messages.
    pub files: SourceMap,
    /// What could not.
    pub diagnostics: Vec<Diagnostic>,
    /// The files whose bytes are not their text: UTF-16, or line ends of old Macs. They are read, but never written.
    pub reencoded_files: BTreeSet<FileId>,
}

impl LoadedContent {
    /// The files whose text could not be read: what is known of them is not what they say.
    pub fn unreadable_files(&self) -> BTreeSet<FileId> {
        let is_unread = |d: &&Diagnostic| {
            matches!(
                d.code,
                Code::NotUtf8 | Code::FileTooLarge | Code::FileUnreadable
            )
        };
        self.diagnostics
            .iter()
            .filter(is_unread)
            .filter_map(|d| Some(d.span?.file))
            .collect()
    }
}

/// One file's part of the records.
enum ParsedFile {
    Site(Option<Box<Site>>),
    Districts(Vec<District>, bool),
    Offices(Vec<Office>, bool),
    Topics(Vec<Topic>, bool),
    /// None or one.
    Stop(Arc<[Stop]>, Vec<Reference>, bool),
    FollowUps(Arc<[Spanned<FollowUp>]>),
    /// None or one.
    Page(Arc<[PageFile]>),
    Outlines(Outlines),
    RevisionLog(Arc<[Spanned<Revision>]>),
    Redactions(Vec<RedactedPhrase>),
}

/// Reads content/ below `root`.
///
/// # Errors
/// If there is no such folder.
pub fn load(root: &Path) -> Result<LoadedContent, Diagnostic> {
    ContentCache::default().load(root)
}

/// The same without the texts of the files, and what brings back those of which something is said.
///
/// # Errors
/// If there is no such folder.
pub fn load_discarding_texts(root: &Path) -> Result<(LoadedContent, ReleasedTexts), Diagnostic> {
    let mut memory = ContentCache::discarding_texts();
    let loaded = memory.load(root)?;
    Ok((loaded, ReleasedTexts::new(root, memory.fingerprints())))
}

fn decode_and_parse(
    place: ContentFile,
    id: FileId,
    bytes: Result<Vec<u8>, Diagnostic>,
) -> CachedFile {
    let is_reencoded = matches!(&bytes, Ok(bytes) if encoding::is_reencoded(bytes));
    let (text, mut faults) = load::decode_file(bytes, id);
    // What cannot be decoded at all is reported as such.
    let is_reencoded = is_reencoded && faults.is_empty();
    let part = parse_file(&place, text.as_deref(), id, &mut faults);
    let ContentFile {
        display_path: path,
        kind: holds,
        ..
    } = place;
    let text = text.unwrap_or_default();
    CachedFile {
        size_and_mtime: None,
        file: Arc::new(SourceFile { path, text }),
        fingerprint: None,
        is_reencoded,
        kind: holds,
        parsed: part,
        diagnostics: faults,
    }
}

fn parse_file(
    place: &ContentFile,
    text: Option<&str>,
    id: FileId,
    faults: &mut Vec<Diagnostic>,
) -> ParsedFile {
    let kind = match place.kind {
        ContentKind::RevisionLog => {
            return ParsedFile::RevisionLog(revision_log::parse_revisions(text, id, faults).into());
        }
        ContentKind::Redactions => {
            return ParsedFile::Redactions(revision_log::parse_redactions(text, id, faults));
        }
        ContentKind::Outlines => {
            return ParsedFile::Outlines(geojson::parse_outlines(text, id, faults));
        }
        ContentKind::Records(kind) => kind,
    };
    match kind {
        FileKind::Site => {
            let site = load::parse_record(FileKind::Site, text, id, faults)
                .0
                .map(Box::new);
            if let (None, Some(newer)) = (&site, text.and_then(|text| newer_format(text, id))) {
                *faults = vec![newer];
            }
            ParsedFile::Site(site)
        }
        FileKind::Districts => {
            let (list, whole) = load::parse_list(FileKind::Districts, text, id, faults);
            ParsedFile::Districts(list, whole)
        }
        FileKind::Offices => {
            let (list, whole) = load::parse_list(FileKind::Offices, text, id, faults);
            ParsedFile::Offices(list, whole)
        }
        FileKind::Topics => {
            let (list, whole) = load::parse_list(FileKind::Topics, text, id, faults);
            ParsedFile::Topics(list, whole)
        }
        FileKind::Stop => {
            let (stop, named) = load::parse_record::<Stop>(FileKind::Stop, text, id, faults);
            let (lost, nameless) = unreadable_references(stop.as_ref(), named, place);
            ParsedFile::Stop(stop.into_iter().collect(), lost, nameless)
        }
        FileKind::FollowUps => ParsedFile::FollowUps(
            load::parse_list(FileKind::FollowUps, text, id, faults)
                .0
                .into(),
        ),
        FileKind::FrontMatter => ParsedFile::Page(
            page::parse_page(place, text, id, faults)
                .into_iter()
                .collect(),
        ),
    }
}

/// A site.yaml that cannot be read may have a format that is still to come; then all else that is wrong with it only follows.
fn newer_format(text: &str, id: FileId) -> Option<Diagnostic> {
    let start = text
        .split_inclusive('\n')
        .take_while(|line| !line.starts_with("format:"))
        .map(str::len)
        .sum::<usize>();
    let number = text.get(start..)?.lines().next()?.strip_prefix("format:")?;
    let at = start + "format:".len() + (number.len() - number.trim_start().len());
    let value: u32 = number
        .trim()
        .parse()
        .ok()
        .filter(|number| *number > FORMAT_VERSION)?;
    format_mismatch(&Spanned {
        value,
        span: Span::new(id, at..at + number.trim().len()),
    })
}

fn merge_parsed(records: &mut Records, part: &ParsedFile) {
    let mut list = |name: &'static str, whole: bool| {
        if !whole {
            records.unreadable.incomplete_lists.insert(name);
        }
    };
    match part {
        ParsedFile::Site(site) => records.site = site.as_deref().cloned(),
        ParsedFile::Districts(found, whole) => {
            list("districts", *whole);
            records.districts.clone_from(found);
        }
        ParsedFile::Offices(found, whole) => {
            list("offices", *whole);
            records.offices.clone_from(found);
        }
        ParsedFile::Topics(found, whole) => {
            list("topics", *whole);
            records.topics.clone_from(found);
        }
        ParsedFile::Stop(stop, lost, nameless) => {
            records.stops.push_chunk(stop.clone());
            records.unreadable.references.extend_from_slice(lost);
            records.unreadable.has_unnumbered_stops |= nameless;
        }
        ParsedFile::FollowUps(found) => records.follow_ups.push_chunk(found.clone()),
        ParsedFile::Page(page) => records.pages.push_chunk(page.clone()),
        ParsedFile::Outlines(outlines) => records.outlines.clone_from(outlines),
        ParsedFile::RevisionLog(revisions) => records.revision_log.push_chunk(revisions.clone()),
        ParsedFile::Redactions(list) => records.redacted_phrases.clone_from(list),
    }
}

/// What the file names but the record does not hold, and whether a stop was lost with its number.
fn unreadable_references(
    stop: Option<&Stop>,
    named: load::NamedReferences,
    place: &ContentFile,
) -> (Vec<Reference>, bool) {
    let whole = |stop| Reference {
        stop,
        entry: None,
        commitment: None,
    };
    let Some(stop) = stop else {
        let number = named
            .references
            .first()
            .map(|r| r.stop)
            .or_else(|| place.stop_number());
        return (number.map(whole).into_iter().collect(), number.is_none());
    };
    let number = *stop.number;
    if named.has_nameless_entry {
        return (vec![whole(number)], false);
    }
    let mut kept = vec![whole(number)];
    let entries = stop.aspirations.iter().map(|a| (&*a.id, &a.responses));
    for (id, responses) in entries.chain(stop.announcements.iter().map(|a| (&*a.id, &a.responses)))
    {
        kept.push(Reference::for_entry(number, id));
        let ids = responses
            .iter()
            .flat_map(|r| &r.commitments)
            .map(|c| -> &Key { &c.id });
        kept.extend(ids.map(|c| Reference::for_commitment(number, id, c)));
    }
    (
        named
            .references
            .into_iter()
            .filter(|r| !kept.contains(r))
            .collect(),
        false,
    )
}
