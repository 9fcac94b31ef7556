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

use crate::diag::{Code, Diagnostic, File, FileId, Files, Span};
use crate::records::schema::FileKind;
use crate::records::{
    District, FORMAT_VERSION, FollowUp, Key, Office, Outlines, PageFile, Records, RedactedPhrase, Reference, Revision,
    Site, Spanned, Stop, Topic, format_mismatch,
};
use cache::Read;
use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;
use walk::{Holds, Place};

pub use cache::{Memory, Texts};
pub use load::plain;
pub use media::photo;
pub use released_texts::LetGo;
pub use theme::theme;
pub use walk::is_leftover;
pub use yaml::parse::whole;

/// What was found in the content folder.
#[derive(Debug)]
pub struct Loaded {
    /// Everything that could be read.
    pub records: Records,
    /// The files' texts, for messages.
    pub files: Files,
    /// What could not.
    pub faults: Vec<Diagnostic>,
}

impl Loaded {
    /// The files whose text could not be read: what is known of them is not what they say.
    pub fn unread(&self) -> BTreeSet<FileId> {
        let is_unread = |d: &&Diagnostic| matches!(d.code, Code::NotUtf8 | Code::FileTooLarge | Code::FileUnreadable);
        self.faults.iter().filter(is_unread).filter_map(|d| Some(d.span?.file)).collect()
    }
}

/// One file's part of the records.
enum Part {
    Site(Option<Box<Site>>),
    Districts(Vec<District>, bool),
    Offices(Vec<Office>, bool),
    Topics(Vec<Topic>, bool),
    /// None or one.
    Stop(Arc<[Stop]>, Vec<Reference>, bool),
    FollowUps(Arc<[Spanned<FollowUp>]>),
    /// None or one.
    Page(Arc<[PageFile]>),
    Map(Outlines),
    Log(Arc<[Spanned<Revision>]>),
    Struck(Vec<RedactedPhrase>),
}

/// Reads content/ below `root`.
///
/// # Errors
/// If there is no such folder.
pub fn load(root: &Path) -> Result<Loaded, Diagnostic> {
    Memory::default().load(root)
}

/// The same without the texts of the files, and what brings back those of which something is said.
///
/// # Errors
/// If there is no such folder.
pub fn load_without_texts(root: &Path) -> Result<(Loaded, LetGo), Diagnostic> {
    let mut memory = Memory::without_texts();
    let loaded = memory.load(root)?;
    Ok((loaded, LetGo::new(root, memory.prints())))
}

fn one(place: Place, id: FileId, bytes: Result<Vec<u8>, Diagnostic>) -> Read {
    let (text, mut faults) = load::text(bytes, id);
    let part = part(&place, text.as_deref(), id, &mut faults);
    let Place { shown: path, holds, .. } = place;
    let text = text.unwrap_or_default();
    Read { stamp: None, file: Arc::new(File { path, text }), print: None, holds, part, faults }
}

fn part(place: &Place, text: Option<&str>, id: FileId, faults: &mut Vec<Diagnostic>) -> Part {
    let kind = match place.holds {
        Holds::Log => return Part::Log(revision_log::read(text, id, faults).into()),
        Holds::Struck => return Part::Struck(revision_log::read_struck(text, id, faults)),
        Holds::Map => return Part::Map(geojson::read(text, id, faults)),
        Holds::Records(kind) => kind,
    };
    match kind {
        FileKind::Site => {
            let site = load::record(FileKind::Site, text, id, faults).0.map(Box::new);
            if let (None, Some(newer)) = (&site, text.and_then(|text| newer_format(text, id))) {
                *faults = vec![newer];
            }
            Part::Site(site)
        }
        FileKind::Districts => {
            let (list, whole) = load::list(FileKind::Districts, text, id, faults);
            Part::Districts(list, whole)
        }
        FileKind::Offices => {
            let (list, whole) = load::list(FileKind::Offices, text, id, faults);
            Part::Offices(list, whole)
        }
        FileKind::Topics => {
            let (list, whole) = load::list(FileKind::Topics, text, id, faults);
            Part::Topics(list, whole)
        }
        FileKind::Stop => {
            let (stop, named) = load::record::<Stop>(FileKind::Stop, text, id, faults);
            let (lost, nameless) = lost(stop.as_ref(), named, place);
            Part::Stop(stop.into_iter().collect(), lost, nameless)
        }
        FileKind::FollowUps => Part::FollowUps(load::list(FileKind::FollowUps, text, id, faults).0.into()),
        FileKind::FrontMatter => Part::Page(page::read(place, text, id, faults).into_iter().collect()),
    }
}

/// A site.yaml that cannot be read may have a format that is still to come; then all else that is wrong with it only follows.
fn newer_format(text: &str, id: FileId) -> Option<Diagnostic> {
    let start = text.split_inclusive('\n').take_while(|line| !line.starts_with("format:")).map(str::len).sum::<usize>();
    let number = text.get(start..)?.lines().next()?.strip_prefix("format:")?;
    let at = start + "format:".len() + (number.len() - number.trim_start().len());
    let value: u32 = number.trim().parse().ok().filter(|number| *number > FORMAT_VERSION)?;
    format_mismatch(&Spanned { value, span: Span::new(id, at..at + number.trim().len()) })
}

fn add(records: &mut Records, part: &Part) {
    let mut list = |name: &'static str, whole: bool| {
        if !whole {
            records.unreadable.incomplete_lists.insert(name);
        }
    };
    match part {
        Part::Site(site) => records.site = site.as_deref().cloned(),
        Part::Districts(found, whole) => {
            list("districts", *whole);
            records.districts.clone_from(found);
        }
        Part::Offices(found, whole) => {
            list("offices", *whole);
            records.offices.clone_from(found);
        }
        Part::Topics(found, whole) => {
            list("topics", *whole);
            records.topics.clone_from(found);
        }
        Part::Stop(stop, lost, nameless) => {
            records.stops.push_chunk(stop.clone());
            records.unreadable.references.extend_from_slice(lost);
            records.unreadable.has_unnumbered_stops |= nameless;
        }
        Part::FollowUps(found) => records.follow_ups.push_chunk(found.clone()),
        Part::Page(page) => records.pages.push_chunk(page.clone()),
        Part::Map(outlines) => records.outlines.clone_from(outlines),
        Part::Log(revisions) => records.revision_log.push_chunk(revisions.clone()),
        Part::Struck(list) => records.redacted_phrases.clone_from(list),
    }
}

/// What the file names but the record does not hold, and whether a stop was lost with its number.
fn lost(stop: Option<&Stop>, named: load::Named, place: &Place) -> (Vec<Reference>, bool) {
    let whole = |stop| Reference { stop, entry: None, commitment: None };
    let Some(stop) = stop else {
        let number = named.references.first().map(|r| r.stop).or_else(|| place.number());
        return (number.map(whole).into_iter().collect(), number.is_none());
    };
    let number = *stop.number;
    if named.nameless {
        return (vec![whole(number)], false);
    }
    let mut kept = vec![whole(number)];
    let entries = stop.aspirations.iter().map(|a| (&*a.id, &a.responses));
    for (id, responses) in entries.chain(stop.announcements.iter().map(|a| (&*a.id, &a.responses))) {
        kept.push(Reference::for_entry(number, id));
        let ids = responses.iter().flat_map(|r| &r.commitments).map(|c| -> &Key { &c.id });
        kept.extend(ids.map(|c| Reference::for_commitment(number, id, c)));
    }
    (named.references.into_iter().filter(|r| !kept.contains(r)).collect(), false)
}
