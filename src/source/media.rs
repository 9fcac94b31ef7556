//! Reads the files in media/: hashes and dimensions for the checks, which `cache` keeps, and their
//! bytes for the outputs that make photographs for the site.

use super::photo_places::{has_iptc_location, has_xmp_location};
use crate::diag::{Code, Diagnostic};
use crate::records::{ImageInfo, LocationStore, MAX_PHOTO_BYTES, MediaFile, sha256_hex};
use exif::{Context, Exif, In, Tag};
use imagesize::ImageType;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::fs::Metadata;
use std::io::Cursor;
use std::path::{Path, PathBuf};
use std::time::{Duration, UNIX_EPOCH};
use unicode_normalization::UnicodeNormalization as _;

/// What is known of each file, with its modification time. Photographs are too large to be read
/// whenever a text changes.
#[derive(Default)]
pub(super) struct MediaCache(BTreeMap<String, (Option<Duration>, MediaFile)>);

impl MediaCache {
    /// Makes the next `refresh` read the files at or below `path`, which is relative to the folder
    /// that holds content/.
    pub(super) fn invalidate(&mut self, path: &Path) {
        let media = Path::new("content/media");
        self.0.retain(|name, _| !media.join(name).starts_with(path));
    }

    /// Brings the cache up to date with the files `names` in the folder `media`, reading those
    /// alone that have changed.
    pub(super) fn refresh(
        &mut self,
        media: &Path,
        names: Vec<String>,
    ) -> BTreeMap<String, MediaFile> {
        let files = names.into_par_iter().map(|name| {
            let file = self.read_unless_known(media, &name);
            (name, file)
        });
        self.0 = files.collect();
        self.0
            .iter()
            .map(|(name, (_, media))| (name.clone(), media.clone()))
            .collect()
    }

    fn read_unless_known(&self, media: &Path, name: &str) -> (Option<Duration>, MediaFile) {
        let path = media_path(media, name);
        let metadata = std::fs::metadata(&path);
        let bytes = metadata.as_ref().map_or(0, Metadata::len);
        let modified = metadata.and_then(|m| m.modified()).ok();
        let mtime = modified.and_then(|t| t.duration_since(UNIX_EPOCH).ok());
        // Without a modification time nothing tells whether it changed.
        if let Some(known @ (Some(_), file)) = self.0.get(name)
            && (known.0, file.bytes) == (mtime, bytes)
        {
            return known.clone();
        }
        let mut file = MediaFile {
            bytes,
            ..MediaFile::default()
        };
        // A file that is too large is reported by its size; it need not be read for that.
        if bytes <= MAX_PHOTO_BYTES {
            let contents = std::fs::read(&path).ok();
            file.sha256 = contents.as_ref().map(sha256_hex).unwrap_or_default();
            file.image = contents.as_deref().and_then(read_image_info);
        }
        (mtime, file)
    }
}

/// Reads a file of media/ below `root` as it is.
///
/// # Errors
/// If it cannot be read.
pub fn read_photo(root: &Path, name: &str) -> Result<Vec<u8>, Diagnostic> {
    std::fs::read(media_path(&root.join("content/media"), name)).map_err(|error| {
        Diagnostic::without_span(Code::CannotRead)
            .arg("reason", error.to_string())
            .arg("path", format!("content/media/{name}"))
    })
}

/// The path of a file in media/. Names are kept in NFC; macOS may have stored the file's name
/// decomposed (NFD).
fn media_path(media: &Path, name: &str) -> PathBuf {
    let path = media.join(name);
    if name.is_ascii() || path.exists() {
        path
    } else {
        media.join(name.nfd().collect::<String>())
    }
}

/// The size of an image as it is seen, and whether it says where it was taken. Returns `None` if it
/// is none of the formats that `image` was compiled with (JPEG, PNG, WebP) or if its head is
/// broken.
fn read_image_info(contents: &[u8]) -> Option<ImageInfo> {
    let kind = imagesize::image_type(contents).ok()?;
    if !matches!(kind, ImageType::Jpeg | ImageType::Png | ImageType::Webp) {
        return None;
    }
    let size = imagesize::blob_size(contents).ok()?;
    let (mut width, mut height) = (
        u32::try_from(size.width).ok()?,
        u32::try_from(size.height).ok()?,
    );
    if width == 0 || height == 0 {
        return None;
    }
    let mut location = None;
    if let Some(exif) = read_exif(contents) {
        // From 5 on the camera was held upright: rows and columns change places.
        if let Some(orientation) = exif.get_field(Tag::Orientation, In::PRIMARY)
            && matches!(orientation.value.get_uint(0), Some(5..=8))
        {
            (width, height) = (height, width);
        }
        location = has_location(&exif).then_some(LocationStore::Exif);
    }
    if location.is_none() && has_xmp_location(contents) {
        location = Some(LocationStore::Xmp);
    }
    if location.is_none() && has_iptc_location(contents) {
        location = Some(LocationStore::Iptc);
    }
    Some(ImageInfo {
        width,
        height,
        location,
    })
}

/// What the camera wrote, as far as it can be read.
fn read_exif(contents: &[u8]) -> Option<Exif> {
    let mut reader = exif::Reader::new();
    let read = reader
        .continue_on_error(true)
        .read_from_container(&mut Cursor::new(contents));
    read.or_else(|error| error.distill_partial_result(|_| ()))
        .ok()
}

/// Whether it says where the photograph was taken. A camera without reception writes the version of
/// its GPS data and nothing more.
fn has_location(exif: &Exif) -> bool {
    exif.fields()
        .any(|f| f.tag.context() == Context::Gps && f.tag != Tag::GPSVersionID)
}
