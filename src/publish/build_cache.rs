//! What the files of a published site were made from, noted beside its folder: so the next build makes only what changed.
//! Whoever deletes the note loses nothing but time. A file is taken over only if the same program made it from the same
//! print, and nobody touched it since; what touches a file leaves its trace in the times that the system keeps.

use super::files::lock::sidecar_path;
use super::manifest;
use crate::records::{Fingerprint, sha256_hex};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::Path;

/// The end of the note's name.
const CACHE_SUFFIX: &str = "made";

/// A note.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct BuildCache {
    /// How the program that made the site lies on the disk, and its commit: to read the program itself would take as long as a small
    /// site does.
    program: (OutputStamp, String),
    /// The sha256 of the site's manifest: a taken-over file brings its hash from there.
    manifest_hash: String,
    /// By path: what it was made from, and how it lies on the disk.
    files: BTreeMap<String, (Fingerprint, OutputStamp)>,
}

/// Bytes, number on the disk, and when content and entry last changed, in nanoseconds since 1970 UTC.
type OutputStamp = [i64; 4];

impl BuildCache {
    /// A note to be filled by a program; none if it cannot be known which one it is.
    pub(super) fn for_program(program: Option<&Path>) -> Option<Self> {
        let trace = stamp_of(&fs::metadata(program?).ok()?);
        let program = (trace, env!("JHUR_COMMIT").to_owned());
        (trace != OutputStamp::default()).then(|| Self {
            program,
            ..Self::default()
        })
    }

    /// The note of a folder by the same program, of the manifest that is there; empty if there is none.
    pub(super) fn load(folder: &Path, by: Option<&Self>) -> Self {
        let read = |by: &Self| {
            let made: Self =
                postcard::from_bytes(&fs::read(sidecar_path(folder, CACHE_SUFFIX)).ok()?).ok()?;
            let manifest = sha256_hex(fs::read(folder.join(manifest::FILE_NAME)).ok()?);
            (made.program == by.program && made.manifest_hash == manifest).then_some(made)
        };
        by.and_then(read).unwrap_or_default()
    }

    /// Notes what a file is made from.
    pub(super) fn record(&mut self, path: &str, print: Fingerprint) {
        self.files
            .insert(path.to_owned(), (print, OutputStamp::default()));
    }

    /// Was a file in a folder made from this, and is it as it was left?
    pub(super) fn is_fresh(&self, folder: &Path, path: &str, print: Fingerprint) -> bool {
        let Some((made, trace)) = self.files.get(path) else {
            return false;
        };
        *made == print
            && fs::symlink_metadata(folder.join(path))
                .is_ok_and(|file| self::stamp_of(&file) == *trace)
    }

    /// Puts the note beside a folder with a manifest. That it cannot be written is no fault: the site stands.
    pub(super) fn save(mut self, folder: &Path, manifest: &[u8]) {
        let note = sidecar_path(folder, CACHE_SUFFIX);
        let written =
            fs::metadata(folder.join(manifest::FILE_NAME)).and_then(|file| file.modified());
        let Ok(written) = written else { return };
        self.manifest_hash = sha256_hex(manifest);
        let files = std::mem::take(&mut self.files).into_par_iter();
        let traced =
            files.filter_map(
                |(path, (print, _))| match fs::symlink_metadata(folder.join(&path)) {
                    // The manifest is written last: what is younger was touched by somebody else meanwhile.
                    Ok(file) if file.is_file() && file.modified().is_ok_and(|at| at <= written) => {
                        Some((path, (print, stamp_of(&file))))
                    }
                    _ => None,
                },
            );
        self.files = traced.collect();
        if let Ok(bytes) = postcard::to_stdvec(&self)
            && fs::write(&note, bytes).is_err()
        {
            let _ = fs::remove_file(&note);
        }
    }
}

#[cfg(unix)]
fn stamp_of(file: &Metadata) -> OutputStamp {
    use std::os::unix::fs::MetadataExt as _;
    let nanoseconds =
        |seconds: i64, rest: i64| seconds.saturating_mul(1_000_000_000).saturating_add(rest);
    let [content, entry] = [
        (file.mtime(), file.mtime_nsec()),
        (file.ctime(), file.ctime_nsec()),
    ];
    [
        file.len().cast_signed(),
        file.ino().cast_signed(),
        nanoseconds(content.0, content.1),
        nanoseconds(entry.0, entry.1),
    ]
}

/// Elsewhere the times can be set by whoever changes a file: nothing is taken over.
#[cfg(not(unix))]
fn stamp_of(_: &Metadata) -> Trace {
    Trace::default()
}
