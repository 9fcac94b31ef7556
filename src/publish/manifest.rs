//! `manifest.json`: every published file with its sha256; the format field identifies a folder as
//! one that jhur made.

use super::files::io_error::read_error;
use super::files::regular_file::read_regular_file;
use crate::diag::Diagnostic;
use crate::records::sha256_hex;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::ErrorKind;
use std::path::Path;

/// The manifest's name in the site's folder.
pub(super) const FILE_NAME: &str = "manifest.json";
/// The name of its signature.
pub(super) const SIGNATURE_NAME: &str = "manifest.json.minisig";

/// What a published folder says of itself.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Manifest {
    /// `jhur`, without a version: a new version that makes the same pages writes nothing.
    generator: String,
    /// The number of this file's own format: 1.
    format: u32,
    /// The day as of which the site holds: `2022-10-04`.
    #[serde(default)]
    pub(super) as_of: String,
    /// Path below the folder, with `/`, and sha256 in hexadecimal digits.
    pub(super) files: BTreeMap<String, String>,
}

impl Manifest {
    /// Whether any of its files is in a folder below the site's.
    pub(super) fn contains_folder(&self, folder: &str) -> bool {
        // Sorted: if any path starts so, the first one from there on does.
        let prefix = format!("{folder}/");
        let mut from = self.files.range(prefix.clone()..);
        from.next()
            .is_some_and(|(path, _)| path.starts_with(&prefix))
    }

    pub(super) fn new(as_of: String, files: BTreeMap<String, String>) -> Self {
        Self {
            generator: "jhur".into(),
            format: 1,
            as_of,
            files,
        }
    }

    /// Reads a folder's manifest. Returns `None` if it has none, or one that is not jhur's.
    ///
    /// # Errors
    /// If there is one that cannot be read.
    pub(super) fn load(folder: &Path) -> Result<Option<Self>, Diagnostic> {
        let path = folder.join(FILE_NAME);
        match std::fs::read(&path) {
            Ok(text) => Ok(serde_json::from_slice::<Self>(&text)
                .ok()
                .filter(|m| m.generator == "jhur")),
            Err(error)
                if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                Ok(None)
            }
            Err(error) => Err(read_error(&path)(error)),
        }
    }

    /// A file of a folder, if it still is what the manifest says.
    pub(super) fn read_verified(&self, folder: &Path, path: &str) -> Option<Vec<u8>> {
        let expected = self.files.get(path)?;
        read_regular_file(&folder.join(path)).filter(|bytes| sha256_hex(bytes) == *expected)
    }

    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

/// What a file below the folder is called in a manifest: its path with `/`.
pub(super) fn manifest_path(below: &Path) -> String {
    below
        .components()
        .map(|c| c.as_os_str().to_string_lossy())
        .collect::<Vec<_>>()
        .join("/")
}
