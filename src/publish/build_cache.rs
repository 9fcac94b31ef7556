//! The build cache: of each published file, the fingerprint of what it was made from, so that the
//! next build makes only what changed (`Publication::reuse`).
//!
//! - Key: the file's path. Value: the fingerprint (a page's view and the theme, a feed's entries)
//!   and the stamp of the file on the disk. All of it in one file beside the output folder,
//!   `.public.jhur-made`; whoever deletes it loses nothing but time.
//! - Invalid as a whole if another program wrote it or the site's manifest is not the one it was
//!   written with; an entry, if the fingerprint is another or the file's size, inode, mtime or
//!   ctime changed: somebody touched it.
//! - Buys: a second build of 10,000 entries in 1.09 s instead of 4.13 s. `benches/run` measures it
//!   ("again"), and `cargo bench --bench stages -- publish` what publishing without changes costs.

use super::files::lock::sidecar_path;
use super::manifest;
use crate::records::{Fingerprint, sha256_hex};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::path::Path;

/// The end of the cache file's name.
const CACHE_SUFFIX: &str = "made";
/// The commit that the program was built from; empty outside of a repository.
const COMMIT: &str = env!("JHUR_COMMIT");

/// What the cache file holds.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct BuildCache {
    /// The stamp of the program's file, and its commit: to hash the program itself would take as
    /// long as a small site.
    program: (OutputStamp, String),
    /// The sha256 of the site's manifest, which has the hashes of reused files.
    manifest_hash: String,
    /// By path: the fingerprint of what the file was made from, and the stamp of the file.
    files: BTreeMap<String, (Fingerprint, OutputStamp)>,
}

/// Size in bytes, inode, mtime and ctime in nanoseconds since 1970 UTC. Nobody can change a file
/// and keep its ctime.
type OutputStamp = [i64; 4];

impl BuildCache {
    /// An empty cache of a program. Returns `None` if the program's file cannot be read: then
    /// nothing is cached.
    pub(super) fn for_program(program: Option<&Path>) -> Option<Self> {
        let stamp = stamp_of(&fs::metadata(program?).ok()?);
        let program = (stamp, COMMIT.to_owned());
        (stamp != OutputStamp::default()).then(|| Self {
            program,
            ..Self::default()
        })
    }

    /// The cache of an output folder, if the same program wrote it for the manifest that is there;
    /// else an empty one.
    pub(super) fn load(folder: &Path, by: Option<&Self>) -> Self {
        by.and_then(|by| by.load_own(folder)).unwrap_or_default()
    }

    /// Returns `None` if the cache cannot be read, or is not of this program and manifest.
    fn load_own(&self, folder: &Path) -> Option<Self> {
        let bytes = fs::read(sidecar_path(folder, CACHE_SUFFIX)).ok()?;
        // Another program may have written other fields, which then may be read as any values: the
        // program is compared before anything of it is used.
        let cache: Self = postcard::from_bytes(&bytes).ok()?;
        let manifest = fs::read(folder.join(manifest::FILE_NAME)).ok()?;
        (cache.program == self.program && cache.manifest_hash == sha256_hex(manifest))
            .then_some(cache)
    }

    /// Records what a file is made from; [`Self::save`] adds the stamp.
    pub(super) fn record(&mut self, path: &str, fingerprint: Fingerprint) {
        self.files
            .insert(path.to_owned(), (fingerprint, OutputStamp::default()));
    }

    /// Whether a file of the folder was made from the same and nobody touched it since.
    pub(super) fn is_fresh(&self, folder: &Path, path: &str, fingerprint: Fingerprint) -> bool {
        let Some((made_from, stamp)) = self.files.get(path) else {
            return false;
        };
        // Of a link its own stamp: what it points to is not ours.
        *made_from == fingerprint
            && fs::symlink_metadata(folder.join(path)).is_ok_and(|file| stamp_of(&file) == *stamp)
    }

    /// Writes the cache file beside the folder. If that fails, the next build is slow, and this one
    /// still a success.
    pub(super) fn save(mut self, folder: &Path, manifest: &[u8]) {
        let published =
            fs::metadata(folder.join(manifest::FILE_NAME)).and_then(|file| file.modified());
        let Ok(published) = published else { return };
        self.manifest_hash = sha256_hex(manifest);
        let files = std::mem::take(&mut self.files).into_par_iter();
        let stamped = files.filter_map(|(path, (fingerprint, _))| {
            match fs::symlink_metadata(folder.join(&path)) {
                // The manifest is written last: what is younger was touched by somebody else
                // meanwhile.
                Ok(file) if file.is_file() && file.modified().is_ok_and(|at| at <= published) => {
                    Some((path, (fingerprint, stamp_of(&file))))
                }
                _ => None,
            }
        });
        self.files = stamped.collect();
        let cache_file = sidecar_path(folder, CACHE_SUFFIX);
        if let Ok(bytes) = postcard::to_stdvec(&self)
            && fs::write(&cache_file, bytes).is_err()
        {
            let _ = fs::remove_file(&cache_file);
        }
    }
}

#[cfg(unix)]
fn stamp_of(file: &Metadata) -> OutputStamp {
    use std::os::unix::fs::MetadataExt as _;
    let [mtime, ctime] = [
        (file.mtime(), file.mtime_nsec()),
        (file.ctime(), file.ctime_nsec()),
    ]
    .map(|(seconds, rest)| seconds.saturating_mul(1_000_000_000).saturating_add(rest));
    [
        file.len().cast_signed(),
        file.ino().cast_signed(),
        mtime,
        ctime,
    ]
}

/// On other systems whoever changes a file can set its times: nothing is reused.
#[cfg(not(unix))]
fn stamp_of(_: &Metadata) -> OutputStamp {
    OutputStamp::default()
}
