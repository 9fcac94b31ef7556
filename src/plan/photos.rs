//! Photographs: each once, with its sizes and the addresses at which they are published.

use crate::records::{Photo, first_free_name};
use crate::register::Register;
use std::collections::{BTreeMap, BTreeSet};

/// The widths in which a photograph is published, unless it is smaller itself.
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
    let records: Vec<&Photo> = stops
        .chain(
            register
                .follow_ups()
                .flat_map(|(_, news)| &news.record.photos),
        )
        .collect();
    let found: BTreeMap<&str, &Photo> = records
        .into_iter()
        .rev()
        .map(|p| (p.file.as_str(), p))
        .collect();
    let mut taken = BTreeSet::new();
    let planned = found.into_iter().filter_map(|(file, record)| {
        let picture = register.image_info(file)?;
        let name = unique_name(&file_slug(file), &mut taken);
        let largest = picture
            .width
            .min(PUBLISHED_WIDTHS[PUBLISHED_WIDTHS.len() - 1]);
        let widths = PUBLISHED_WIDTHS
            .into_iter()
            .filter(|w| *w < largest)
            .chain([largest]);
        let size = |width| PhotoSize {
            width,
            height: scaled_height(picture.width, picture.height, width),
            path: format!("foto/{name}-{width}.jpg"),
        };
        Some((
            file,
            PlannedPhoto {
                record,
                sizes: widths.map(size).collect(),
            },
        ))
    });
    planned.collect()
}

/// The height that goes with a width, at least one.
fn scaled_height(of_width: u32, of_height: u32, width: u32) -> u32 {
    let exact = (u64::from(of_height) * u64::from(width) + u64::from(of_width) / 2)
        / u64::from(of_width.max(1));
    u32::try_from(exact).unwrap_or(u32::MAX).max(1)
}

/// A file's name as a key: `Balai Desa.JPG` is `balai-desa`; a kind other than JPEG stays in it.
fn file_slug(file: &str) -> String {
    let (stem, ending) = file.rsplit_once('.').unwrap_or((file, ""));
    let ending = Some(ending.to_lowercase())
        .filter(|e| !matches!(e.as_str(), "jpg" | "jpeg"))
        .unwrap_or_default();
    let text = format!("{stem} {ending}").to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
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
        let mut taken = BTreeSet::new();
        assert_eq!(
            unique_name(&file_slug("Balai Desa.JPG"), &mut taken),
            "balai-desa"
        );
        assert_eq!(
            unique_name(&file_slug("balai-desa.jpeg"), &mut taken),
            "balai-desa-2"
        );
        assert_eq!(
            unique_name(&file_slug("2022/balai-desa.png"), &mut taken),
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
