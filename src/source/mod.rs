//! Files in: the only module that reads the content.
//!
//! [`load`] walks the folder, reads every file on every core and never stops at a fault. Which record may stand beside
//! which is not its business.

mod de;
mod encoding;
mod log;
mod map;
mod meant;
mod media;
mod node;
mod page;
mod read;
mod shape;
mod syntax;
mod theme;
mod tree;
mod walk;

use crate::diag::{Code, Diagnostic, FileId, Files};
use crate::records::{Key, Outlines, Records, Reference, Revision, Spanned, Struck, schema::Kind};
use rayon::prelude::*;
use std::path::Path;
use walk::{Found, Holds, Place};

pub use media::photo;
pub use read::plain;
pub use theme::theme;

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

/// One file's part of the records.
enum Part {
    Site(Option<crate::records::Site>),
    Districts(Vec<crate::records::District>, bool),
    Offices(Vec<crate::records::Office>, bool),
    Topics(Vec<crate::records::Topic>, bool),
    Stop(Option<crate::records::Stop>, Vec<Reference>, bool),
    FollowUps(Vec<Spanned<crate::records::FollowUp>>),
    Page(Option<crate::records::Page>),
    Map(Outlines),
    Log(Vec<Spanned<Revision>>),
    Struck(Vec<Struck>),
}

/// Reads content/ below `root`.
///
/// # Errors
/// If there is no such folder, or it cannot be listed.
pub fn load(root: &Path) -> Result<Loaded, Diagnostic> {
    let content = root.join("content");
    if !content.is_dir() {
        return Err(Diagnostic::nowhere(Code::NoSite).with("path", content.display().to_string()));
    }
    let Found { places, media, mut faults } = walk::walk(&content);
    let read: Vec<(crate::diag::File, Part, Vec<Diagnostic>)> = places
        .into_par_iter()
        .enumerate()
        .map(|(n, place)| one(place, FileId(u32::try_from(n).unwrap_or(u32::MAX))))
        .collect();
    let media = media::look(&content.join("media"), media);
    let mut records = Records { media, ..Records::default() };
    let mut files = Vec::with_capacity(read.len());
    let mut found_site = false;
    for (file, part, found) in read {
        faults.extend(found);
        found_site |= matches!(part, Part::Site(_));
        files.push(file);
        add(&mut records, part);
    }
    if !found_site {
        faults.push(Diagnostic::nowhere(Code::MissingFile).with("path", "content/site.yaml"));
    }
    Ok(Loaded { records, files: Files::new(files), faults })
}

fn one(place: Place, id: FileId) -> (crate::diag::File, Part, Vec<Diagnostic>) {
    let (text, mut faults) = read::text(&place, id);
    let part = {
        let text = text.as_deref();
        let Holds::Records(kind) = place.holds else {
            let part = match place.holds {
                Holds::Log => Part::Log(log::read(text, id, &mut faults)),
                Holds::Struck => Part::Struck(log::read_struck(text, id, &mut faults)),
                _ => Part::Map(map::read(text, id, &mut faults)),
            };
            return (crate::diag::File { path: place.shown, text: text.unwrap_or_default().to_owned() }, part, faults);
        };
        match kind {
            Kind::Site => Part::Site(read::record(Kind::Site, text, id, &mut faults).0),
            Kind::Districts => {
                let (list, whole) = read::list(Kind::Districts, text, id, &mut faults);
                Part::Districts(list, whole)
            }
            Kind::Offices => {
                let (list, whole) = read::list(Kind::Offices, text, id, &mut faults);
                Part::Offices(list, whole)
            }
            Kind::Topics => {
                let (list, whole) = read::list(Kind::Topics, text, id, &mut faults);
                Part::Topics(list, whole)
            }
            Kind::Stop => {
                let (stop, named) = read::record::<crate::records::Stop>(Kind::Stop, text, id, &mut faults);
                let (lost, nameless) = lost(stop.as_ref(), named, &place);
                Part::Stop(stop, lost, nameless)
            }
            Kind::FollowUps => Part::FollowUps(read::list(Kind::FollowUps, text, id, &mut faults).0),
            Kind::FrontMatter => Part::Page(page::read(&place, text, id, &mut faults)),
        }
    };
    (crate::diag::File { path: place.shown, text: text.unwrap_or_default() }, part, faults)
}

fn add(records: &mut Records, part: Part) {
    let mut list = |name: &'static str, whole: bool| {
        if !whole {
            records.lost.lists.insert(name);
        }
    };
    match part {
        Part::Site(site) => records.site = site,
        Part::Districts(found, whole) => {
            list("districts", whole);
            records.districts = found;
        }
        Part::Offices(found, whole) => {
            list("offices", whole);
            records.offices = found;
        }
        Part::Topics(found, whole) => {
            list("topics", whole);
            records.topics = found;
        }
        Part::Stop(stop, lost, nameless) => {
            records.stops.extend(stop);
            records.lost.records.extend(lost);
            records.lost.nameless_stops |= nameless;
        }
        Part::FollowUps(found) => records.follow_ups.extend(found),
        Part::Page(page) => records.pages.extend(page),
        Part::Map(outlines) => records.outlines = outlines,
        Part::Log(revisions) => records.log = revisions,
        Part::Struck(list) => records.struck = list,
    }
}

/// What the file names but the record does not hold, and whether a stop was lost with its number.
fn lost(stop: Option<&crate::records::Stop>, named: read::Named, place: &Place) -> (Vec<Reference>, bool) {
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
        kept.push(Reference::entry(number, id));
        let ids = responses.iter().flat_map(|r| &r.commitments).map(|c| -> &Key { &c.id });
        kept.extend(ids.map(|c| Reference::commitment(number, id, c)));
    }
    (named.references.into_iter().filter(|r| !kept.contains(r)).collect(), false)
}
