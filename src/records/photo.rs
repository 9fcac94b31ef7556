//! Photographs of stops and follow-ups, and the files in content/media that they name.

use super::{SingleLine, Spanned, Text};
use schemars::JsonSchema;
use serde::Deserialize;

/// A photograph from content/media.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// The file's name in content/media.
    pub file: Spanned<SingleLine>,
    /// What it shows, for whoever cannot see it.
    #[schemars(extend("multiline" = true))]
    pub alt: Text,
    /// The line below it.
    pub caption: Option<Text>,
    /// Who took it.
    pub credit: Option<Text>,
}

/// The largest photograph, in bytes; what is larger is not looked into.
pub const MAX_PHOTO_BYTES: u64 = 40_000_000;

/// A file in content/media.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediaFile {
    /// Its size in bytes.
    pub bytes: u64,
    /// Its sha256: another picture under the same name is another photograph.
    pub sha256: String,
    /// The picture; `None` if it is none that can be read.
    pub image: Option<ImageInfo>,
}

/// The size of a picture, and whether it tells a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ImageInfo {
    /// Pixels from left to right, as it is seen.
    pub width: u32,
    /// Pixels from top to bottom, as it is seen.
    pub height: u32,
    /// Which of its metadata says where it was taken.
    pub location: Option<LocationStore>,
}

/// The kinds of metadata in which a photograph says where it was taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LocationStore {
    /// A camera's GPS data.
    Exif,
    /// Properties in XML: GPS data, names of places.
    Xmp,
    /// Names of places, as news agencies write them (IIM).
    Iptc,
}

impl LocationStore {
    /// As it is called.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exif => "EXIF",
            Self::Xmp => "XMP",
            Self::Iptc => "IPTC",
        }
    }
}
