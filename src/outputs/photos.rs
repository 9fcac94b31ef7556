//! Photographs for the site: upright, smaller, and without anything that a camera or a program
//! wrote into them. The originals are never published.
//! While an original and the sizes that are made of it are the same, the old site's files are
//! reused.

use super::context::OutputContext;
use crate::diag::{Code, Diagnostic};
use crate::plan::{PhotoSize, Plan, PlannedPhoto};
use crate::records::Fingerprint;
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageDecoder, ImageReader, RgbImage};
use rayon::prelude::*;
use std::io::Cursor;

/// JPEG quality.
const JPEG_QUALITY: u8 = 75;
/// The most memory that one picture may take.
const MAX_DECODE_MEMORY: u64 = 1 << 30;

/// How many pictures are in memory at a time.
const PHOTOS_AT_ONCE: usize = 4;

/// Makes every size of every photograph.
pub(super) fn write_photos(plan: &Plan<'_>, output: OutputContext<'_>) -> Vec<Diagnostic> {
    let mut photos: Vec<&PlannedPhoto<'_>> = plan.photos().collect();
    photos.retain(|photo| photo.sizes.iter().any(|size| output.is_wanted(&size.path)));
    let mut diagnostics = Vec::new();
    for photos in photos.chunks(PHOTOS_AT_ONCE) {
        diagnostics.par_extend(
            photos
                .par_iter()
                .filter_map(|photo| write_photo(photo, output).err()),
        );
    }
    diagnostics
}

/// Makes every size of a photograph, unless the previous site has all of them.
fn write_photo(photo: &PlannedPhoto<'_>, output: OutputContext<'_>) -> Result<(), Diagnostic> {
    let file = &photo.record.file;
    let original = (output.photo)(file.as_str())?;
    let source = Fingerprint::of_bytes(&original);
    let sizes = photo.sizes.iter();
    // Each size is scaled from the next larger one, so that all of them are part of what it is made
    // from.
    let all: Vec<(u32, u32)> = sizes
        .clone()
        .map(|size| (size.width, size.height))
        .collect();
    let is_reused: Vec<bool> = sizes
        .enumerate()
        .map(|(n, size)| (output.reuse)(&size.path, Fingerprint::of(&(source, &all, n))))
        .collect();
    // Decoding is what takes time: one missing size makes all of them.
    if is_reused.iter().all(|reused| *reused) {
        return Ok(());
    }
    let encoded = encode_sizes(original, &photo.sizes).ok_or_else(|| {
        Diagnostic::new(Code::PhotoUnreadable, file.span)
            .arg("found", file.as_str())
            .arg("why", "other")
    })?;
    for ((size, bytes), reused) in photo.sizes.iter().zip(encoded).zip(is_reused) {
        if !reused {
            (output.write)(&size.path, &bytes)?;
        }
    }
    Ok(())
}

/// The sizes as JPEG, in the order given. Returns `None` if the original cannot be decoded.
fn encode_sizes(original: Vec<u8>, sizes: &[PhotoSize]) -> Option<Vec<Vec<u8>>> {
    let mut picture = decode_upright(original)?;
    let mut encoded = Vec::with_capacity(sizes.len());
    // From the largest down, each scaled from the one before: the original is far larger.
    for size in sizes.iter().rev() {
        if picture.dimensions() != (size.width, size.height) {
            picture = imageops::resize(&picture, size.width, size.height, FilterType::CatmullRom);
        }
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY)
            .encode_image(&picture)
            .ok()?;
        encoded.push(jpeg);
    }
    encoded.reverse();
    Some(encoded)
}

/// The picture as it is seen, without transparency: what shows through is white.
fn decode_upright(original: Vec<u8>) -> Option<RgbImage> {
    let mut reader = ImageReader::new(Cursor::new(original))
        .with_guessed_format()
        .ok()?;
    // A small file can claim to be a picture of any size.
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MAX_DECODE_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    // Cameras save a picture as the sensor lies and note how to turn it.
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    if !picture.color().has_alpha() {
        return Some(picture.into_rgb8());
    }
    let picture = picture.into_rgba8();
    let mut opaque = RgbImage::new(picture.width(), picture.height());
    for (to, from) in opaque.pixels_mut().zip(picture.pixels()) {
        let alpha = u32::from(from[3]);
        for channel in 0..3 {
            // 127 rounds to the nearest.
            let mixed = (u32::from(from[channel]) * alpha + 255 * (255 - alpha) + 127) / 255;
            to[channel] = u8::try_from(mixed).unwrap_or(255);
        }
    }
    Some(opaque)
}
