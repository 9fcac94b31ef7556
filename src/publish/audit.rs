//! Compares a published folder with its own manifest, and single files with what the records give;
//! `jhur verify` uses it.

use super::build_cache::BuildCache;
use super::files::io_error::{path_diagnostic, read_error};
use super::manifest::{self, Manifest};
use crate::diag::{Code, Diagnostic};
use crate::records::{Day, Fingerprint, sha256_hex};
use std::fs;
use std::path::Path;
use walkdir::WalkDir;

/// As many characters of a differing line are shown.
const MAX_SHOWN_CHARS: usize = 160;

/// A folder into which jhur published a site.
#[derive(Debug)]
pub struct PublishedDir<'f> {
    dir: &'f Path,
    manifest: Manifest,
    build_cache: BuildCache,
}

impl<'f> PublishedDir<'f> {
    /// Opens a folder.
    ///
    /// # Errors
    /// If jhur did not publish it, or its manifest cannot be read.
    pub fn open(folder: &'f Path) -> Result<Self, Diagnostic> {
        match Manifest::load(folder)? {
            Some(manifest) => Ok(Self {
                dir: folder,
                manifest,
                build_cache: BuildCache::default(),
            }),
            None => Err(path_diagnostic(Code::NotPublished, folder).arg("case", "folder")),
        }
    }

    /// The same with what a build by the `program` left beside the folder to be reused.
    #[must_use]
    pub fn with_build_cache(mut self, program: Option<&Path>) -> Self {
        let own = BuildCache::for_program(program);
        if let Ok(folder) = dunce::canonicalize(self.dir) {
            self.build_cache = BuildCache::load(&folder, own.as_ref());
        }
        self
    }

    /// Whether the file at `path` was made from what has this fingerprint, and has the bytes that
    /// were made then.
    pub fn is_fresh(&self, path: &str, fingerprint: Fingerprint) -> bool {
        let cache = &self.build_cache;
        cache.fresh_hash(self.dir, path, fingerprint).is_some()
    }

    /// The day as of which the site holds.
    pub fn as_of(&self) -> Option<Day> {
        Day::parse(&self.manifest.as_of)
    }

    /// The files that the manifest names.
    pub fn manifest_paths(&self) -> impl Iterator<Item = &str> {
        self.manifest.files.keys().map(String::as_str)
    }

    /// The sha256 that the manifest has of a file.
    pub fn manifest_hash(&self, path: &str) -> Option<&str> {
        self.manifest.files.get(path).map(String::as_str)
    }

    /// A file, if it still is what the manifest says.
    pub fn read_verified(&self, path: &str) -> Option<Vec<u8>> {
        self.manifest.read_verified(self.dir, path)
    }

    /// Every file that is missing, differs from the manifest, or is not in it.
    pub fn audit_files(&self) -> Vec<Diagnostic> {
        let mut findings = Vec::new();
        for (path, hash) in &self.manifest.files {
            let code = match fs::read(self.dir.join(path)) {
                Err(_) => Code::PublishedFileMissing,
                Ok(bytes) if sha256_hex(&bytes) != *hash => Code::PublishedFileChanged,
                Ok(_) => continue,
            };
            findings.push(path_diagnostic(code, Path::new(path)));
        }
        for entry in WalkDir::new(self.dir).sort_by_file_name() {
            let Ok(entry) = entry else { continue };
            if entry.file_type().is_dir() {
                continue;
            }
            let below = entry.path().strip_prefix(self.dir);
            let path = manifest::manifest_path(below.unwrap_or(entry.path()));
            // The manifest cannot have its own hash in it, nor its signature's.
            let own = [manifest::FILE_NAME, manifest::SIGNATURE_NAME].contains(&path.as_str());
            // A site on GitHub Pages is a Git repository, which is no page.
            if !own && !self.manifest.files.contains_key(&path) && !path.starts_with(".git/") {
                findings.push(path_diagnostic(Code::FileNotInManifest, Path::new(&path)));
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
    let lines = |text| <[u8]>::split(text, |byte| *byte == b'\n');
    // The first that differs, or the first that only one of them has.
    let same = lines(found).zip(lines(expected));
    let index = same
        .take_while(|(found, expected)| found == expected)
        .count();
    let show = |text| {
        let line = String::from_utf8_lossy(lines(text).nth(index).unwrap_or_default());
        line.chars().take(MAX_SHOWN_CHARS).collect::<String>()
    };
    Some(
        path_diagnostic(Code::FileNotFromRecords, Path::new(path))
            .arg("line", (index + 1).to_string())
            .arg("found", show(found))
            .arg("expected", show(expected)),
    )
}
