//! The publication of one site: files are written one by one, from any thread, into a staging
//! folder beside the output folder; at the end the two change places. Until then, and after any
//! failure, the old site is untouched.

use super::build_cache::BuildCache;
use super::files::fsync::fsync_tree;
use super::files::io_error::{path_diagnostic, read_error, write_error};
use super::files::regular_file::read_regular_file;
use super::manifest::{self, Manifest};
use super::output_dir::OutputDir;
use super::signature::Signer;
use crate::diag::{Code, Diagnostic};
use crate::records::{Day, Fingerprint, sha256_hex};
use crate::sync::lock;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;

/// A site being published.
#[derive(Debug)]
pub struct Publication {
    output_dir: OutputDir,
    /// The old site's manifest; empty if there is no old site.
    previous_manifest: Manifest,
    /// The build cache of the old site; empty if there is none to trust.
    previous_cache: BuildCache,
    written: Mutex<Written>,
}

/// What was written so far: names and hashes, never contents.
#[derive(Debug, Default)]
struct Written {
    /// Path and sha256 of every file.
    files: BTreeMap<String, String>,
    /// The paths of those that are in the staging folder.
    changed: BTreeSet<String>,
    /// `None` if the program's own file cannot be read, so that nobody could tell whose cache it
    /// is.
    build_cache: Option<BuildCache>,
}

/// What publishing came to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PublicationReport {
    /// Files written because they are new or differ.
    pub written: usize,
    /// Files that were the same already.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
}

impl Publication {
    /// Begins to publish the site of `root` into the folder `out`. With the file of the `program`,
    /// what the same program made before can be reused.
    ///
    /// # Errors
    /// If the folder is not ours, holds the site's sources, is being written by another run, or
    /// cannot be read.
    pub fn open(out: &Path, root: &Path, program: Option<&Path>) -> Result<Self, Diagnostic> {
        let (output_dir, previous_manifest) = OutputDir::acquire(out, root)?;
        let build_cache = BuildCache::for_program(program);
        let previous_cache = BuildCache::load(&output_dir.target, build_cache.as_ref());
        Ok(Self {
            output_dir,
            previous_manifest,
            previous_cache,
            written: Mutex::new(Written {
                build_cache,
                ..Written::default()
            }),
        })
    }

    /// Records that the file at `path` is made from what has this fingerprint. Returns `true` if
    /// the old site's file was made from the same and has the bytes that were made then: then it is
    /// published again, and must not be written.
    pub fn reuse(&self, path: &str, fingerprint: Fingerprint) -> bool {
        let target = &self.output_dir.target;
        // Outside of the lock: it reads the file.
        let hash = self.previous_cache.fresh_hash(target, path, fingerprint);
        let mut written = lock(&self.written);
        // Recorded either way: the next build may reuse what this one has to make.
        if let Some(cache) = &mut written.build_cache {
            cache.record(path, fingerprint);
        }
        // At an address that is taken, the caller's own write gets the error.
        hash.is_some_and(|hash| {
            let files = &mut written.files;
            files.insert(path.to_owned(), hash.to_owned()).is_none()
        })
    }

    /// Publishes one file; `path` is relative to the folder, with `/`. Equal to the old one byte
    /// for byte, it is not written.
    ///
    /// # Errors
    /// If it cannot be written, is there already, or would not lie inside the folder.
    pub fn write(&self, path: &str, bytes: &[u8]) -> Result<(), Diagnostic> {
        let below = Path::new(path);
        let is_inside = below
            .components()
            .all(|part| matches!(part, Component::Normal(_)))
            && !path.contains('\\')
            && !path.is_empty();
        let duplicate = || Diagnostic::without_span(Code::DuplicateAddress).arg("address", path);
        if !is_inside || is_own_file(path) {
            return Err(duplicate());
        }
        let hash = sha256_hex(bytes);
        // Writing happens outside of the lock: it is what takes time.
        let changed = !self.is_unchanged(path, bytes, &hash);
        if changed {
            self.stage_file(below, bytes)?;
        }
        let mut written = lock(&self.written);
        if written.files.insert(path.to_owned(), hash).is_some() {
            return Err(duplicate());
        }
        if changed {
            written.changed.insert(path.to_owned());
        }
        Ok(())
    }

    /// The day as of which the old site holds.
    pub fn previous_day(&self) -> Option<Day> {
        Day::parse(&self.previous_manifest.as_of)
    }

    /// A file of the old site, if it still is what the old manifest says. Whoever can write the
    /// output folder can change both: it may be compared with, never published again.
    pub fn previous_file(&self, path: &str) -> Option<Vec<u8>> {
        self.previous_manifest
            .read_verified(&self.output_dir.target, path)
    }

    /// The sha256 that the old manifest has of a file, whatever became of the file.
    pub fn previous_hash(&self, path: &str) -> Option<String> {
        self.previous_manifest.files.get(path).cloned()
    }

    /// Whether the old site has the same file. The manifest alone is not believed: somebody may have
    /// changed the file since.
    fn is_unchanged(&self, path: &str, bytes: &[u8], hash: &str) -> bool {
        let previous = self.previous_manifest.files.get(path);
        previous.is_some_and(|previous| previous == hash)
            && read_regular_file(&self.output_dir.target.join(path)).as_deref() == Some(bytes)
    }

    fn stage_file(&self, below: &Path, bytes: &[u8]) -> Result<(), Diagnostic> {
        let to = self.output_dir.staging.join(below);
        let written = with_parent_dir(&to, || fs::write(&to, bytes))?;
        written.map_err(write_error(&self.output_dir.target.join(below)))
    }

    /// Puts the new site, of the records as of a day, in the old one's place, signed if there is a
    /// signer. If nothing changed, nothing is touched.
    ///
    /// # Errors
    /// If it cannot be written, or a file that someone else put into the folder is in the way.
    pub fn finish(
        self,
        as_of: Day,
        signer: Option<&Signer>,
    ) -> Result<PublicationReport, Diagnostic> {
        let Written {
            files,
            changed,
            build_cache,
        } = std::mem::take(&mut *lock(&self.written));
        let previous = self.previous_manifest.files.keys();
        let report = PublicationReport {
            written: changed.len(),
            unchanged: files.len() - changed.len(),
            removed: previous.filter(|path| !files.contains_key(*path)).count(),
        };
        let manifest = Manifest::new(as_of.to_string(), files);
        let bytes = manifest.to_bytes();
        let target = &self.output_dir.target;
        let signature = target.join(manifest::SIGNATURE_NAME);
        let has_signature = fs::symlink_metadata(&signature).is_ok();
        let signature = read_regular_file(&signature).and_then(|text| String::from_utf8(text).ok());
        let is_signed = match (&signature, signer) {
            (Some(signature), Some(signer)) => signer.has_signed(&bytes, signature),
            _ => false,
        };
        // A signature contains its time: signing the same manifest again would make a change of its
        // own. Bytes are compared, for a manifest may say more than is read of it.
        let is_same = changed.is_empty()
            && read_regular_file(&target.join(manifest::FILE_NAME)).as_ref() == Some(&bytes);
        if !is_same || is_signed != signer.is_some() || is_signed != has_signature {
            self.fill_and_swap(&manifest, &bytes, &changed, signer)?;
        }
        if let Some(cache) = build_cache {
            cache.save(target, &manifest.files);
        }
        Ok(report)
    }

    /// Fills the staging folder up with what did not change, and puts it in the old site's place.
    fn fill_and_swap(
        &self,
        manifest: &Manifest,
        bytes: &[u8],
        changed: &BTreeSet<String>,
        signer: Option<&Signer>,
    ) -> Result<(), Diagnostic> {
        let staging = &self.output_dir.staging;
        fs::create_dir_all(staging).map_err(write_error(staging))?;
        let mut unchanged: Vec<&String> = manifest.files.keys().collect();
        unchanged.retain(|path| !changed.contains(*path));
        unchanged
            .par_iter()
            .try_for_each(|path| self.carry_over(Path::new(path)))?;
        // After the site's own files, so that a foreign one in the place of a page is noticed.
        self.carry_over_foreign(manifest)?;
        let to = staging.join(manifest::FILE_NAME);
        fs::write(&to, bytes).map_err(write_error(&to))?;
        if let Some(signature) = signer.and_then(|signer| signer.sign_bytes(bytes)) {
            let to = staging.join(manifest::SIGNATURE_NAME);
            fs::write(&to, signature).map_err(write_error(&to))?;
        }
        self.copy_permissions()?;
        // On the disk before the swap: after a power cut there is the old site or the new one,
        // never half of one.
        fsync_tree(staging).map_err(write_error(staging))?;
        self.output_dir.swap_staging()
    }

    /// Links a file of the old site into the new one; copies it where the disk has no hard links.
    fn carry_over(&self, below: &Path) -> Result<(), Diagnostic> {
        let from = self.output_dir.target.join(below);
        let to = self.output_dir.staging.join(below);
        if with_parent_dir(&to, || fs::hard_link(&from, &to))?.is_err() {
            copy_file(&from, &to)?;
        }
        Ok(())
    }

    /// Files that the old manifest does not name are someone else's (a CNAME, a Git repository):
    /// they stay where they are, and a page that wants their place is refused.
    fn carry_over_foreign(&self, manifest: &Manifest) -> Result<(), Diagnostic> {
        if !self.output_dir.has_target()? {
            return Ok(());
        }
        // Level by level, and the folders of a level in parallel.
        let mut folders = vec![PathBuf::new()];
        while !folders.is_empty() {
            let below = folders
                .par_iter()
                .map(|folder| self.carry_over_foreign_in(folder, manifest))
                .collect::<Result<Vec<_>, _>>()?;
            folders = below.concat();
        }
        Ok(())
    }

    /// The same in one folder, whose path is below the target; gives the folders in it.
    fn carry_over_foreign_in(
        &self,
        folder: &Path,
        manifest: &Manifest,
    ) -> Result<Vec<PathBuf>, Diagnostic> {
        let target = &self.output_dir.target;
        let mut folders = Vec::new();
        for entry in fs::read_dir(target.join(folder)).map_err(read_error(target))? {
            let entry = entry.map_err(read_error(target))?;
            let below = folder.join(entry.file_name());
            let path = manifest::manifest_path(&below);
            let (from, to) = (entry.path(), self.output_dir.staging.join(&below));
            if entry.file_type().map_err(read_error(target))?.is_dir() {
                // An empty folder of someone else's stays too: without them a Git repository is
                // none.
                if manifest.files.contains_key(&path) {
                    return Err(path_diagnostic(Code::ForeignFile, &from));
                }
                if !self.previous_manifest.contains_folder(&path) {
                    fs::create_dir_all(&to).map_err(write_error(&to))?;
                }
                folders.push(below);
                continue;
            }
            if is_own_file(&path) || self.previous_manifest.files.contains_key(&path) {
                continue;
            }
            if manifest.files.contains_key(&path) || to.exists() || create_parent_dir(&to).is_err()
            {
                return Err(path_diagnostic(Code::ForeignFile, &from));
            }
            carry_over_entry(&entry, &to)?;
        }
        Ok(folders)
    }

    /// The new folder may be read by whoever could read the old one.
    fn copy_permissions(&self) -> Result<(), Diagnostic> {
        if let Ok(old) = fs::metadata(&self.output_dir.target) {
            fs::set_permissions(&self.output_dir.staging, old.permissions())
                .map_err(write_error(&self.output_dir.staging))?;
        }
        Ok(())
    }
}

/// Whether the path is that of a file that publishing itself writes.
fn is_own_file(path: &str) -> bool {
    path == manifest::FILE_NAME || path == manifest::SIGNATURE_NAME
}

/// Links or copies a foreign file; a symbolic link is made anew, for its target may be anywhere.
fn carry_over_entry(entry: &fs::DirEntry, to: &Path) -> Result<(), Diagnostic> {
    let from = entry.path();
    #[cfg(unix)]
    if entry.file_type().is_ok_and(|kind| kind.is_symlink()) {
        let target = fs::read_link(&from).map_err(read_error(&from))?;
        return std::os::unix::fs::symlink(target, to).map_err(write_error(to));
    }
    if fs::hard_link(&from, to).is_err() {
        copy_file(&from, to)?;
    }
    Ok(())
}

/// Copies a file that cannot be linked. A link that was made although the system says otherwise
/// would be copied onto itself.
fn copy_file(from: &Path, to: &Path) -> Result<(), Diagnostic> {
    let _ = fs::remove_file(to);
    fs::copy(from, to).map(|_| ()).map_err(write_error(from))
}

/// Runs `act` and, only if the file's folder is missing, creates that and runs it again: most files
/// share a folder.
fn with_parent_dir<T>(
    file: &Path,
    act: impl Fn() -> std::io::Result<T>,
) -> Result<std::io::Result<T>, Diagnostic> {
    match act() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            create_parent_dir(file)?;
            Ok(act())
        }
        done => Ok(done),
    }
}

fn create_parent_dir(file: &Path) -> Result<(), Diagnostic> {
    let parent = file.parent().unwrap_or(file);
    fs::create_dir_all(parent).map_err(write_error(parent))
}
