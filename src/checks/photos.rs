//! Photographs: the file is there, under exactly the name that the record writes.
//!
//! What a picture holds (its size, where it was taken) is looked at when it is prepared for the site.

use super::book::Book;
use crate::diag::{Code, Diagnostic};
use crate::records::Photo;

/// Kinds of picture that browsers show and that a photograph can be.
const ENDINGS: &[&str] = &["jpg", "jpeg", "png", "webp", "avif"];

/// J701, J702
pub(super) fn check(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    let stops = book.records.stops.iter().flat_map(|s| &s.photos);
    for photo in stops.chain(book.records.follow_ups.iter().flat_map(|f| &f.photos)) {
        faults.extend(file(book, photo));
    }
}

fn file(book: &Book<'_>, photo: &Photo) -> Option<Diagnostic> {
    let (media, name) = (&book.records.media, photo.file.as_str());
    let named = |why: &str| {
        let fault = Diagnostic::new(Code::PhotoFileName, photo.file.span).with("found", name);
        fault.with("why", why)
    };
    if name.contains(['\\', ':']) || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
        let last = name.rsplit(['/', '\\', ':']).next().unwrap_or_default();
        return Some(named("path").with("near", last));
    }
    if let Some(real) = media.iter().find(|m| *m != name && m.to_lowercase() == name.to_lowercase())
        && !media.contains(name)
    {
        return Some(named("case").with("near", real.as_str()));
    }
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    if !ENDINGS.contains(&ending.as_str()) {
        return Some(named("ending").with("near", ENDINGS.join(", ")));
    }
    if media.contains(name) {
        return None;
    }
    let fault = Diagnostic::new(Code::PhotoMissing, photo.file.span).with("found", name);
    Some(fault.near(name, media.iter().map(String::as_str)))
}
