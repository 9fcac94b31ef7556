//! Photographs: the file is there, under exactly the name that the record writes, it is a picture of a size that can be
//! worked on, and it does not say where it was taken.

use super::context::CheckContext;
use crate::diag::{Code, Diagnostic};
use crate::records::{MAX_PHOTO_BYTES, MediaFile, Photo};
use unicode_normalization::UnicodeNormalization as _;

/// Kinds of picture that a photograph can be.
const PHOTO_EXTENSIONS: &[&str] = &["jpg", "jpeg", "png", "webp"];

/// The most pixels.
const MAX_PIXELS: u64 = 100_000_000;

/// J701, J702, J703, J704, J705
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let stops = book.records.stops.iter().flat_map(|s| &s.photos);
    for photo in stops.chain(book.records.follow_ups.iter().flat_map(|f| &f.photos)) {
        faults.extend(check_photo_file(book, photo));
    }
}

fn check_photo_file(book: &CheckContext<'_>, photo: &Photo) -> Option<Diagnostic> {
    let (media, name) = (&book.records.media, photo.file.as_str());
    let named = |why: &str| {
        let fault = Diagnostic::new(Code::PhotoFileName, photo.file.span).arg("found", name);
        fault.arg("why", why)
    };
    if name.contains(['\\', ':']) || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
        let last = name.rsplit(['/', '\\', ':']).next().unwrap_or_default();
        return Some(named("path").arg("near", last));
    }
    let written: String = name.nfc().collect();
    if written != name && media.contains_key(&written) {
        return Some(named("accent").arg("near", written));
    }
    if let Some(real) = media
        .keys()
        .find(|m| *m != name && m.to_lowercase() == name.to_lowercase())
        && !media.contains_key(name)
    {
        return Some(named("case").arg("near", real.as_str()));
    }
    let ending = name
        .rsplit_once('.')
        .map_or("", |(_, ending)| ending)
        .to_lowercase();
    if !PHOTO_EXTENSIONS.contains(&ending.as_str()) {
        return Some(named("ending").arg("near", PHOTO_EXTENSIONS.join(", ")));
    }
    if let Some(found) = media.get(name) {
        return check_photo_contents(found, photo);
    }
    let fault = Diagnostic::new(Code::PhotoMissing, photo.file.span).arg("found", name);
    Some(fault.suggest(name, media.keys().map(String::as_str)))
}

/// What the file itself says.
fn check_photo_contents(media: &MediaFile, photo: &Photo) -> Option<Diagnostic> {
    let fault = |code| Diagnostic::new(code, photo.file.span).arg("found", photo.file.as_str());
    let too_large = |why: &str, size: u64, limit: u64| {
        let millions = |n: u64| n.div_ceil(1_000_000).to_string();
        Some(
            fault(Code::PhotoTooLarge)
                .arg("why", why)
                .arg("size", millions(size))
                .arg("limit", millions(limit)),
        )
    };
    if media.bytes > MAX_PHOTO_BYTES {
        return too_large("bytes", media.bytes, MAX_PHOTO_BYTES);
    }
    let Some(picture) = media.image else {
        let why = if media.bytes == 0 { "empty" } else { "other" };
        return Some(fault(Code::PhotoUnreadable).arg("why", why));
    };
    let pixels = u64::from(picture.width) * u64::from(picture.height);
    if pixels > MAX_PIXELS {
        return too_large("pixels", pixels, MAX_PIXELS);
    }
    picture.has_gps.then(|| fault(Code::PhotoWithLocation))
}
