//! The folders of one publication: the output folder, and beside it a lock, the staging folder, and
//! the old site while two renames are under way. Refuses folders that are not jhur's to replace.

use super::files::fsync::{fsync_dir, rename_with_retry};
use super::files::io_error::{path_diagnostic, read_error, write_error};
use super::files::lock::{Lock, sidecar_path};
use super::manifest::Manifest;
use crate::diag::{Code, Diagnostic};
use rayon::prelude::*;
use std::fs;
use std::io::ErrorKind;
use std::path::{Component, Path, PathBuf};

/// An output folder that this run alone may write, until it is dropped.
#[derive(Debug)]
pub(super) struct OutputDir {
    /// The output folder; it need not exist yet.
    pub(super) target: PathBuf,
    /// Where the new site is assembled.
    pub(super) staging: PathBuf,
    /// Where the old site is between two renames.
    backup: PathBuf,
    _lock: Lock,
}

impl OutputDir {
    /// Locks a folder for publishing the site of `root` and clears away what a killed run left
    /// beside it. Gives the folder's manifest too, empty if there is no site yet.
    ///
    /// # Errors
    /// If the folder is not ours, holds sources of the site, is locked by another run, or cannot be
    /// read.
    pub(super) fn acquire(out: &Path, root: &Path) -> Result<(Self, Manifest), Diagnostic> {
        let target = resolve_output_path(out)?;
        reject_dangerous_target(&target, out, root)?;
        let parent = target.parent().unwrap_or(Path::new("/")).to_owned();
        fs::create_dir_all(&parent).map_err(write_error(&parent))?;
        let lock = Lock::acquire(&target, out)?;
        let folder = Self {
            staging: sidecar_path(&target, "new"),
            backup: sidecar_path(&target, "old"),
            target,
            _lock: lock,
        };
        folder.recover()?;
        let manifest = folder.require_own_manifest(out)?;
        Ok((folder, manifest))
    }

    /// Cleans up after a killed run; if it died between two renames, the old site gets its place
    /// back.
    fn recover(&self) -> Result<(), Diagnostic> {
        remove_dir(&self.staging)?;
        if self.has_target()? {
            return remove_dir(&self.backup);
        }
        match rename_with_retry(&self.backup, &self.target) {
            Err(error) if error.kind() != ErrorKind::NotFound => {
                Err(write_error(&self.target)(error))
            }
            _ => Ok(()),
        }
    }

    /// The folder's manifest. A folder with anything in it must have one: nobody's files are ever
    /// replaced by a mistyped path.
    fn require_own_manifest(&self, out: &Path) -> Result<Manifest, Diagnostic> {
        if !self.has_target()? {
            return Ok(Manifest::default());
        }
        if !self.target.is_dir() {
            return Err(path_diagnostic(Code::PathObstructed, out));
        }
        let mut entries = fs::read_dir(&self.target).map_err(read_error(&self.target))?;
        if entries.next().is_none() {
            return Ok(Manifest::default());
        }
        Manifest::load(&self.target)?.ok_or_else(|| path_diagnostic(Code::NotOutputFolder, out))
    }

    /// Whether there is an old site.
    ///
    /// # Errors
    /// If the system cannot tell: then there may be one.
    pub(super) fn has_target(&self) -> Result<bool, Diagnostic> {
        self.target.try_exists().map_err(read_error(&self.target))
    }

    /// Puts the staging folder in the target's place; after a failure the old site is back.
    pub(super) fn swap_staging(&self) -> Result<(), Diagnostic> {
        if !exchange_dirs(&self.staging, &self.target) {
            self.swap_by_rename()?;
        }
        fsync_dir(self.target.parent().unwrap_or(&self.target));
        self.remove_temporary_dirs();
        Ok(())
    }

    /// Nothing stays beside the target: neither half a new site nor, after the swap, the old one.
    /// What cannot be removed here is no error of the published site; the next run tries again.
    fn remove_temporary_dirs(&self) {
        let _ = remove_dir(&self.staging);
        if self.target.exists() {
            let _ = remove_dir(&self.backup);
        }
    }

    /// In two steps, where the system cannot do it in one. A run that is killed between them leaves
    /// no site; the next brings it back.
    fn swap_by_rename(&self) -> Result<(), Diagnostic> {
        let had_one = self.has_target()?;
        if had_one {
            rename_with_retry(&self.target, &self.backup).map_err(write_error(&self.target))?;
        }
        rename_with_retry(&self.staging, &self.target).map_err(|error| {
            if had_one {
                let _ = rename_with_retry(&self.backup, &self.target);
            }
            write_error(&self.target)(error)
        })
    }
}

impl Drop for OutputDir {
    /// After an error too, nothing is left beside the folder.
    fn drop(&mut self) {
        self.remove_temporary_dirs();
    }
}

/// Exchanges two folders in one step. Returns `false` where the system cannot do that.
#[cfg(target_os = "linux")]
fn exchange_dirs(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange_dirs(_: &Path, _: &Path) -> bool {
    false
}

/// The folder's real path. A link is followed: a web server's folder may be one, and its target is
/// replaced, never the link. The last part need not exist yet.
fn resolve_output_path(out: &Path) -> Result<PathBuf, Diagnostic> {
    let out = std::path::absolute(out).map_err(read_error(out))?;
    match dunce::canonicalize(&out) {
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {}
        found => return found.map_err(read_error(&out)),
    }
    // As much as exists is resolved; in the rest, which does not exist, `..` means the part before
    // it.
    let mut existing = out.as_path();
    while let Some(parent) = existing.parent() {
        existing = parent;
        if let (Ok(real), Ok(rest)) = (dunce::canonicalize(existing), out.strip_prefix(existing)) {
            let mut resolved = real;
            for part in rest.components() {
                match part {
                    Component::ParentDir => {
                        resolved.pop();
                    }
                    part => resolved.push(part),
                }
            }
            return Ok(resolved);
        }
    }
    Ok(out)
}

/// Never the disk, never the site's own sources, never something that holds them.
fn reject_dangerous_target(target: &Path, out: &Path, root: &Path) -> Result<(), Diagnostic> {
    let root = dunce::canonicalize(root).map_err(read_error(root))?;
    let sources = ["content", "themes", ".git"];
    let inside = sources
        .iter()
        .any(|name| target.starts_with(root.join(name)));
    if target.parent().is_none() || root.starts_with(target) || inside {
        return Err(path_diagnostic(Code::NotOutputFolder, out));
    }
    Ok(())
}

/// Removes a folder, its entries in parallel: a large site has a hundred thousand files.
fn remove_dir(folder: &Path) -> Result<(), Diagnostic> {
    // Of a link in its place nothing but the link may go.
    if fs::symlink_metadata(folder).is_ok_and(|found| found.is_dir())
        && let Ok(entries) = fs::read_dir(folder)
    {
        let paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        paths.par_iter().for_each(|path| {
            // What this leaves is found below.
            let _ = fs::remove_dir_all(path);
        });
    }
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(write_error(folder)(error)),
        _ => Ok(()),
    }
}
