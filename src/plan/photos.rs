//! Photographs: each file once, with the sizes and the paths in which it is published. `outputs`
//! scales and writes them, `view` refers to them.

use crate::records::{Photo, first_free_name};
use crate::register::Register;
use std::collections::{BTreeMap, BTreeSet};

/// The widths in pixels in which a photograph is published; none beyond its own width.
const PUBLISHED_WIDTHS: [u32; 4] = [320, 640, 960, 1280];

/// A photograph of the site.
#[derive(Clone, Debug)]
pub struct PlannedPhoto<'r> {
    /// One of the records that show it.
    pub record: &'r Photo,
    /// Its sizes, the largest last; at least one.
    pub sizes: Vec<PhotoSize>,
}

/// One size of a photograph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PhotoSize {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// The path below the site's root: `foto/balai-desa-640.jpg`.
    pub path: String,
}

/// The photographs that the register shows, by file.
pub(super) fn collect_photos<'r>(
    register: &'r Register<'r>,
) -> BTreeMap<&'r str, PlannedPhoto<'r>> {
    let stops = register.stops().flat_map(|(_, stop)| &stop.record.photos);
    let follow_ups = register.follow_ups();
    let follow_ups = follow_ups.flat_map(|(_, follow_up)| &follow_up.record.photos);
    let mut records: BTreeMap<&str, &Photo> = BTreeMap::new();
    for photo in stops.chain(follow_ups) {
        // Several records may show one file: the first gives the description.
        records.entry(photo.file.as_str()).or_insert(photo);
    }
    let mut used_names = BTreeSet::new();
    let mut planned = BTreeMap::new();
    for (file, record) in records {
        // Without the size of the original there is nothing to scale.
        let Some(image) = register.image_info(file) else {
            continue;
        };
        let name = unique_name(&file_slug(file), &mut used_names);
        let mut sizes = Vec::new();
        for width in published_widths(image.width) {
            sizes.push(PhotoSize {
                width,
                height: scaled_height(image.width, image.height, width),
                path: format!("foto/{name}-{width}.jpg"),
            });
        }
        planned.insert(file, PlannedPhoto { record, sizes });
    }
    planned
}

/// The widths for an image of a width, in pixels: the smaller standard ones, then the largest that
/// it allows.
fn published_widths(width: u32) -> Vec<u32> {
    // Never larger than the original: that would add bytes and no detail.
    let largest = width.min(PUBLISHED_WIDTHS[PUBLISHED_WIDTHS.len() - 1]);
    let mut widths = PUBLISHED_WIDTHS.to_vec();
    widths.retain(|width| *width < largest);
    widths.push(largest);
    widths
}

/// The height that keeps the proportions of an image at another width, rounded; at least one pixel.
fn scaled_height(image_width: u32, image_height: u32, width: u32) -> u32 {
    let (image_width, image_height) = (u64::from(image_width), u64::from(image_height));
    // Half the divisor is added to round to the nearest pixel.
    let height = (image_height * u64::from(width) + image_width / 2) / image_width.max(1);
    u32::try_from(height).unwrap_or(u32::MAX).max(1)
}

/// A file's name as a slug: `Balai Desa.JPG` is `balai-desa`; an extension other than JPEG's stays
/// in it.
fn file_slug(file: &str) -> String {
    let text = file.to_lowercase();
    let stem = match text.rsplit_once('.') {
        Some((stem, "jpg" | "jpeg")) => stem,
        _ => &text,
    };
    let words: Vec<&str> = stem
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    if words.is_empty() {
        "foto".into()
    } else {
        words.join("-")
    }
}

/// The name itself, or with the first number under which it is free.
fn unique_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let found = first_free_name(name, |name| !taken.contains(name));
    taken.insert(found.clone());
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let mut used = BTreeSet::new();
        assert_eq!(
            unique_name(&file_slug("Balai Desa.JPG"), &mut used),
            "balai-desa"
        );
        assert_eq!(
            unique_name(&file_slug("balai-desa.jpeg"), &mut used),
            "balai-desa-2"
        );
        assert_eq!(
            unique_name(&file_slug("2022/balai-desa.png"), &mut used),
            "2022-balai-desa-png"
        );
        assert_eq!(file_slug("日本.jpg"), "foto");
    }

    #[test]
    fn heights() {
        assert_eq!(scaled_height(4000, 3000, 640), 480);
        assert_eq!(scaled_height(4000, 1, 320), 1);
        assert_eq!(scaled_height(1000, 667, 320), 213);
    }
}
