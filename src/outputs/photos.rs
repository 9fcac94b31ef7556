//! Photographs for the site: upright, smaller, and without anything that a camera or a program
//! wrote into them. The originals are never published.
//!
//! Each file carries, in a comment, the hash of its original; while that is the same, the old
//! site's file is reused.

use super::context::{OutputContext, provenance_tag};
use crate::diag::{Code, Diagnostic};
use crate::plan::{PhotoSize, Plan, PlannedPhoto};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{DynamicImage, ImageDecoder, ImageReader, RgbImage};
use rayon::prelude::*;
use std::io::Cursor;

/// The version of the recipe; another number makes all of them anew.
const RENDER_VERSION: &str = "jhur foto 1";
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
    let tag = provenance_tag(RENDER_VERSION, &original);
    let previous: Vec<Option<Vec<u8>>> = photo
        .sizes
        .iter()
        .map(|size| previous_if_fresh(size, &tag, output))
        .collect();
    let mut encoded = Vec::new();
    // Decoding is what takes time, so one missing size makes all of them, but old ones are kept:
    // another version of the encoder would make other bytes of the same picture.
    if previous.iter().any(Option::is_none) {
        encoded = encode_sizes(original, &photo.sizes, &tag).ok_or_else(|| {
            Diagnostic::new(Code::PhotoUnreadable, file.span)
                .arg("found", file.as_str())
                .arg("why", "other")
        })?;
    }
    let mut encoded = encoded.into_iter();
    for (size, previous) in photo.sizes.iter().zip(previous) {
        // Taken in any case, so that the two lists stay in step.
        let new = encoded.next();
        (output.write)(&size.path, &previous.or(new).unwrap_or_default())?;
    }
    Ok(())
}

/// The previous site's file, if its first segment after JPEG's two-byte marker is the tag.
fn previous_if_fresh(size: &PhotoSize, tag: &str, output: OutputContext<'_>) -> Option<Vec<u8>> {
    let bytes = (output.previous)(&size.path)?;
    bytes
        .get(2..)?
        .starts_with(&jpeg_comment(tag))
        .then_some(bytes)
}

/// A JPEG comment segment.
fn jpeg_comment(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len() + 2).unwrap_or(2).to_be_bytes();
    [&[0xFF, 0xFE], &length[..], text.as_bytes()].concat()
}

/// The sizes as JPEG, in the order given. Returns `None` if the original cannot be decoded.
fn encode_sizes(original: Vec<u8>, sizes: &[PhotoSize], tag: &str) -> Option<Vec<Vec<u8>>> {
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
        jpeg.splice(2..2, jpeg_comment(tag));
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
