//! The build cache: of each published file that is costly to make, the fingerprint of what it was
//! made from and the hash of its bytes, so that the next build makes only what changed
//! (`Publication::reuse`).
//!
//! - Key: the file's path. Value: the fingerprint (a page's view and the theme, a feed's entries)
//!   and the sha256 of the file's bytes. All of it in one file beside the output folder,
//!   `.public.jhur-made`; whoever deletes it loses nothing but time.
//! - Invalid as a whole if another program wrote it; an entry, if the fingerprint is another or the
//!   bytes on the disk are not those of the hash. Nothing that stands in the output folder, its
//!   manifest included, is believed: what was changed there before a build begins is made anew.
//! - Buys: a second build of 10,000 entries in 3.8 instead of 12.7 s of processor time; to hash
//!   what stands there is 0.5 s of it. `benches/run` measures it ("again"), and
//!   `cargo bench --bench stages -- publish` what publishing without changes costs.

use super::files::lock::sidecar_path;
use super::files::regular_file::read_regular_file;
use crate::records::{Fingerprint, sha256_hex};
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
    program: (ProgramStamp, String),
    /// By path: the fingerprint of what the file was made from, and the sha256 of its bytes.
    files: BTreeMap<String, (Fingerprint, String)>,
}

/// Size in bytes, inode, mtime and ctime in nanoseconds since 1970 UTC.
type ProgramStamp = [i64; 4];

impl BuildCache {
    /// An empty cache of a program. Returns `None` if the program's file cannot be read: then
    /// nothing is cached.
    pub(super) fn for_program(program: Option<&Path>) -> Option<Self> {
        let stamp = stamp_of(&fs::metadata(program?).ok()?);
        let program = (stamp, COMMIT.to_owned());
        (stamp != ProgramStamp::default()).then(|| Self {
            program,
            ..Self::default()
        })
    }

    /// The cache of an output folder, if the same program wrote it; else an empty one.
    pub(super) fn load(folder: &Path, by: Option<&Self>) -> Self {
        by.and_then(|by| by.load_own(folder)).unwrap_or_default()
    }

    /// Returns `None` if the cache cannot be read, or is not of this program.
    fn load_own(&self, folder: &Path) -> Option<Self> {
        let bytes = fs::read(sidecar_path(folder, CACHE_SUFFIX)).ok()?;
        // Another program may have written other fields, which then may be read as any values: the
        // program is compared before anything of it is used.
        let cache: Self = postcard::from_bytes(&bytes).ok()?;
        (cache.program == self.program).then_some(cache)
    }

    /// Records what a file is made from; [`Self::save`] adds the hash.
    pub(super) fn record(&mut self, path: &str, fingerprint: Fingerprint) {
        self.files
            .insert(path.to_owned(), (fingerprint, String::new()));
    }

    /// The sha256 of a file of the folder, if it was made from the same and still has the bytes
    /// that were made then.
    pub(super) fn fresh_hash(
        &self,
        folder: &Path,
        path: &str,
        fingerprint: Fingerprint,
    ) -> Option<&str> {
        let (made_from, hash) = self.files.get(path)?;
        let is_fresh = *made_from == fingerprint
            && read_regular_file(&folder.join(path)).is_some_and(|b| sha256_hex(b) == *hash);
        is_fresh.then_some(hash)
    }

    /// Writes the cache file beside the folder, with the hashes of the files that were published.
    /// If that fails, the next build is slow, and this one still a success.
    pub(super) fn save(mut self, folder: &Path, hashes: &BTreeMap<String, String>) {
        self.files.retain(|path, (_, hash)| {
            let published = hashes.get(path);
            hash.clone_from(published.unwrap_or(&String::new()));
            published.is_some()
        });
        let cache_file = sidecar_path(folder, CACHE_SUFFIX);
        if let Ok(bytes) = postcard::to_stdvec(&self)
            && fs::write(&cache_file, bytes).is_err()
        {
            let _ = fs::remove_file(&cache_file);
        }
    }
}

#[cfg(unix)]
fn stamp_of(file: &Metadata) -> ProgramStamp {
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

/// On other systems whoever changes a file can set its times, so that two programs might look
/// alike: nothing is reused.
#[cfg(not(unix))]
fn stamp_of(_: &Metadata) -> ProgramStamp {
    ProgramStamp::default()
}
