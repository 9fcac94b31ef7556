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
    let is_wanted =
        |photo: &&PlannedPhoto<'_>| photo.sizes.iter().any(|size| output.is_wanted(&size.path));
    let all: Vec<&PlannedPhoto<'_>> = plan.photos().filter(is_wanted).collect();
    let some = |some: &[&PlannedPhoto<'_>]| -> Vec<Diagnostic> {
        some.par_iter()
            .filter_map(|photo| write_photo(photo, output).err())
            .collect()
    };
    all.chunks(PHOTOS_AT_ONCE).flat_map(some).collect()
}

fn write_photo(photo: &PlannedPhoto<'_>, output: OutputContext<'_>) -> Result<(), Diagnostic> {
    let file = &photo.record.file;
    let original = (output.photo)(file.as_str())?;
    let mark = provenance_tag(RENDER_VERSION, &original);
    let old: Vec<Option<Vec<u8>>> = photo
        .sizes
        .iter()
        .map(|size| previous_if_fresh(size, &mark, output))
        .collect();
    let made = if old.iter().all(Option::is_some) {
        Vec::new()
    } else {
        encode_sizes(original, &photo.sizes, &mark).ok_or_else(|| {
            let fault =
                Diagnostic::new(Code::PhotoUnreadable, file.span).arg("found", file.as_str());
            fault.arg("why", "other")
        })?
    };
    let mut made = made.into_iter();
    for (size, old) in photo.sizes.iter().zip(old) {
        let new = made.next();
        (output.write)(&size.path, &old.or(new).unwrap_or_default())?;
    }
    Ok(())
}

fn previous_if_fresh(size: &PhotoSize, mark: &str, output: OutputContext<'_>) -> Option<Vec<u8>> {
    (output.previous)(&size.path).filter(|bytes| {
        bytes
            .get(2..)
            .is_some_and(|b| b.starts_with(&jpeg_comment(mark)))
    })
}

/// A JPEG comment segment.
fn jpeg_comment(text: &str) -> Vec<u8> {
    let length = u16::try_from(text.len() + 2).unwrap_or(2).to_be_bytes();
    [&[0xFF, 0xFE], &length[..], text.as_bytes()].concat()
}

/// The sizes as JPEG, in the order given. Returns `None` if the original cannot be decoded.
fn encode_sizes(original: Vec<u8>, sizes: &[PhotoSize], mark: &str) -> Option<Vec<Vec<u8>>> {
    let mut picture = decode_upright(original)?;
    let mut made = Vec::with_capacity(sizes.len());
    // From the largest down, each scaled from the one before: the original is far larger.
    for size in sizes.iter().rev() {
        if picture.dimensions() != (size.width, size.height) {
            picture = imageops::resize(&picture, size.width, size.height, FilterType::CatmullRom);
        }
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY)
            .encode_image(&picture)
            .ok()?;
        jpeg.splice(2..2, jpeg_comment(mark));
        made.push(jpeg);
    }
    made.reverse();
    Some(made)
}

/// The picture as it is seen, without transparency: what shows through is white.
fn decode_upright(original: Vec<u8>) -> Option<RgbImage> {
    let mut reader = ImageReader::new(Cursor::new(original))
        .with_guessed_format()
        .ok()?;
    let mut limits = image::Limits::default();
    limits.max_alloc = Some(MAX_DECODE_MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let orientation = decoder.orientation().ok()?;
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    picture.apply_orientation(orientation);
    if !picture.color().has_alpha() {
        return Some(picture.into_rgb8());
    }
    let seen = picture.into_rgba8();
    let mut white = RgbImage::new(seen.width(), seen.height());
    for (to, from) in white.pixels_mut().zip(seen.pixels()) {
        let alpha = u32::from(from[3]);
        for channel in 0..3 {
            let mixed = (u32::from(from[channel]) * alpha + 255 * (255 - alpha) + 127) / 255;
            to[channel] = u8::try_from(mixed).unwrap_or(255);
        }
    }
    Some(white)
}
