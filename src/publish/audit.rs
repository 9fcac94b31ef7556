//! Compares a published folder with its own manifest, and single files with what the records give;
//! `jhur verify` uses it.

use super::files::io_error::read_error;
use super::manifest::{self, Manifest};
use crate::diag::{Code, Diagnostic};
use crate::records::{Day, sha256_hex};
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// A folder into which jhur published a site.
#[derive(Debug)]
pub struct PublishedDir<'f> {
    dir: &'f Path,
    manifest: Manifest,
}

impl<'f> PublishedDir<'f> {
    /// Opens a folder.
    ///
    /// # Errors
    /// If jhur did not publish it, or its manifest cannot be read.
    pub fn open(folder: &'f Path) -> Result<Self, Diagnostic> {
        let none = || {
            path_diagnostic(Code::NotPublished, &folder.display().to_string()).arg("case", "folder")
        };
        Ok(Self {
            dir: folder,
            manifest: Manifest::load(folder)?.ok_or_else(none)?,
        })
    }

    /// The day as of which the site holds.
    pub fn as_of(&self) -> Option<Day> {
        Day::parse(&self.manifest.as_of)
    }

    /// The files that the manifest names.
    pub fn manifest_paths(&self) -> impl Iterator<Item = &str> {
        self.manifest.files.keys().map(String::as_str)
    }

    /// A file, if it still is what the manifest says.
    pub fn read_verified(&self, path: &str) -> Option<Vec<u8>> {
        self.manifest.read_verified(self.dir, path)
    }

    /// Every file that is missing, differs from the manifest, or is not in it.
    pub fn audit_files(&self) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (path, hash) in &self.manifest.files {
            match fs::read(self.dir.join(path)) {
                Err(_) => findings.push(path_diagnostic(Code::PublishedFileMissing, path)),
                Ok(bytes) if sha256_hex(&bytes) != *hash => {
                    findings.push(path_diagnostic(Code::PublishedFileChanged, path));
                }
                Ok(_) => {}
            }
        }
        let files = WalkDir::new(self.dir)
            .sort_by_file_name()
            .into_iter()
            .filter_map(Result::ok);
        for entry in files.filter(|entry| !entry.file_type().is_dir()) {
            let path = manifest::manifest_path(
                entry.path().strip_prefix(self.dir).unwrap_or(entry.path()),
            );
            let own = [manifest::FILE_NAME, manifest::SIGNATURE_NAME].contains(&path.as_str());
            // A site on GitHub Pages is a Git repository, which is no page.
            if !own && !self.manifest.files.contains_key(&path) && !path.starts_with(".git/") {
                findings.push(path_diagnostic(Code::FileNotInManifest, &path));
            }
        }
        findings
    }

    /// The difference between a file and its expected bytes, if any. A missing file is reported by
    /// [`Self::audit_files`].
    pub fn file_mismatch(&self, path: &str, expected: &[u8]) -> Option<Diagnostic> {
        content_mismatch(&fs::read(self.dir.join(path)).ok()?, expected, path)
    }
}

/// The bytes of a downloaded page.
///
/// # Errors
/// If it cannot be read.
pub fn read_page(file: &Path) -> Result<Vec<u8>, Diagnostic> {
    fs::read(file).map_err(read_error(file))
}

/// The first line in which a published file differs from its expected bytes. Returns `None` if they
/// are the same.
pub fn content_mismatch(found: &[u8], expected: &[u8], path: &str) -> Option<Diagnostic> {
    if found == expected {
        return None;
    }
    let line = |text: &[u8], n: usize| {
        let line = text.split(|b| *b == b'\n').nth(n).unwrap_or_default();
        String::from_utf8_lossy(line)
            .chars()
            .take(MAX_SHOWN_CHARS)
            .collect::<String>()
    };
    let lines = found
        .split(|b| *b == b'\n')
        .zip(expected.split(|b| *b == b'\n'));
    let at = lines
        .take_while(|(found, expected)| found == expected)
        .count();
    let diagnostic =
        path_diagnostic(Code::FileNotFromRecords, path).arg("line", (at + 1).to_string());
    Some(
        diagnostic
            .arg("found", line(found, at))
            .arg("expected", line(expected, at)),
    )
}

/// As many characters of a differing line are shown.
const MAX_SHOWN_CHARS: usize = 160;

fn path_diagnostic(code: Code, path: &str) -> Diagnostic {
    Diagnostic::without_span(code).arg("path", path)
}
