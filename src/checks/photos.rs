//! Rules about photographs: the file is there, under exactly the name that the record writes, it is
//! an image of a size that can be worked on, and it does not say where it was taken.

use super::context::Context;
use crate::diag::{Code, Diagnostic};
use crate::records::{MAX_PHOTO_BYTES, MediaFile, Photo};
use unicode_normalization::UnicodeNormalization as _;

/// The extensions of the image formats that are accepted.
const PHOTO_EXTENSIONS: &[&str] = &["jpg", "jpeg", "png", "webp"];

/// The most pixels.
const MAX_PIXELS: u64 = 100_000_000;

/// J701, J702, J703, J704, J705
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    for stop in &context.records.stops {
        for photo in &stop.photos {
            diagnostics.extend(check_photo(context, photo));
        }
    }
    for follow_up in &context.records.follow_ups {
        for photo in &follow_up.photos {
            diagnostics.extend(check_photo(context, photo));
        }
    }
}

/// What is wrong with a photograph first; the rest may follow from it.
fn check_photo(context: &Context<'_>, photo: &Photo) -> Option<Diagnostic> {
    let (media, name) = (&context.records.media, photo.file.as_str());
    if let Some((why, near)) = name_problem(context, name) {
        return Some(
            diagnostic(Code::PhotoFileName, photo)
                .arg("why", why)
                .arg("near", near),
        );
    }
    match media.get(name) {
        Some(file) => check_contents(file, photo),
        None => Some(
            diagnostic(Code::PhotoMissing, photo).suggest(name, media.keys().map(String::as_str)),
        ),
    }
}

fn diagnostic(code: Code, photo: &Photo) -> Diagnostic {
    Diagnostic::new(code, photo.file.span).arg("found", photo.file.as_str())
}

/// Why a name cannot be that of a photograph's file, and what was probably meant. The same name
/// must find the same file on every system: some take capitals and accents for different letters,
/// some do not.
fn name_problem(context: &Context<'_>, name: &str) -> Option<(&'static str, String)> {
    let media = &context.records.media;
    // A backslash separates folders on Windows alone, and a colon names a drive there.
    if name.contains(['\\', ':']) || name.split('/').any(|part| matches!(part, "" | "." | "..")) {
        let last = name.rsplit(['/', '\\', ':']).next().unwrap_or_default();
        return Some(("path", last.to_owned()));
    }
    // macOS writes an accent as a sign of its own, which looks the same.
    let composed: String = name.nfc().collect();
    if composed != name && media.contains_key(&composed) {
        return Some(("accent", composed));
    }
    // Windows and macOS would find the file all the same, and the published site would not.
    let lowercase = name.to_lowercase();
    if !media.contains_key(name)
        && let Some(real) = media.keys().find(|file| file.to_lowercase() == lowercase)
    {
        return Some(("case", real.clone()));
    }
    let extension = lowercase.rsplit_once('.').map_or("", |(_, end)| end);
    if !PHOTO_EXTENSIONS.contains(&extension) {
        return Some(("ending", PHOTO_EXTENSIONS.join(", ")));
    }
    None
}

/// Whether the file itself can be published.
fn check_contents(media: &MediaFile, photo: &Photo) -> Option<Diagnostic> {
    if media.bytes > MAX_PHOTO_BYTES {
        return Some(too_large("bytes", media.bytes, MAX_PHOTO_BYTES, photo));
    }
    let Some(image) = media.image else {
        let why = if media.bytes == 0 { "empty" } else { "other" };
        return Some(diagnostic(Code::PhotoUnreadable, photo).arg("why", why));
    };
    let pixels = u64::from(image.width) * u64::from(image.height);
    if pixels > MAX_PIXELS {
        return Some(too_large("pixels", pixels, MAX_PIXELS, photo));
    }
    // Where it was taken may be a private person's home.
    let store = image.location?;
    Some(diagnostic(Code::PhotoWithLocation, photo).arg("store", store.as_str()))
}

/// `size` and `limit` are in bytes or pixels; the message has them in millions, the size rounded
/// up.
fn too_large(why: &str, size: u64, limit: u64, photo: &Photo) -> Diagnostic {
    diagnostic(Code::PhotoTooLarge, photo)
        .arg("why", why)
        .arg("size", size.div_ceil(1_000_000).to_string())
        .arg("limit", limit.div_ceil(1_000_000).to_string())
}
