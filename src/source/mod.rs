//! Reads the content folder: the only module that does.
//!
//! [`load()`] walks the folder, parses every file on every core and never stops at a diagnostic.
//! Whether the records are consistent is left to `checks`.

mod content_cache;
pub(crate) mod encoding;
mod geojson;
mod load;
mod media;
mod page;
mod parsed_file;
mod photo_places;
mod redactions;
mod revision_log;
mod theme;
mod walk;
mod witnessed;
pub mod yaml;

use crate::diag::Diagnostic;
use std::path::Path;

pub use content_cache::{ContentCache, LoadedContent, Overrides, restore_texts};
pub use load::parse_standalone;
pub use media::read_photo;
pub use theme::read_theme;
pub use walk::{is_editor_artifact, newest_modification};
pub use yaml::parse::parse_strict;

/// Reads content/ below `root`.
///
/// # Errors
/// If there is no such folder.
pub fn load(root: &Path) -> Result<LoadedContent, Diagnostic> {
    ContentCache::default().load(root)
}

/// The same without the texts of the files, which take as much memory as all else;
/// [`restore_texts`] brings back those that messages have to show.
///
/// # Errors
/// If there is no such folder.
pub fn load_discarding_texts(root: &Path) -> Result<LoadedContent, Diagnostic> {
    ContentCache::discarding_texts().load(root)
}
