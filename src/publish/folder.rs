//! The folders of one publication: the target, and beside it a lock, the staging folder and the way back.

use super::manifest::Manifest;
use super::reason::{reading, writing};
use crate::diag::{Code, Diagnostic};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// A target that this run alone may write.
#[derive(Debug)]
pub(super) struct Folder {
    /// Where the site stands or will stand.
    pub(super) target: PathBuf,
    /// Where the new site is put together.
    pub(super) staging: PathBuf,
    /// Where the old site waits while two renames are under way.
    old: PathBuf,
    lock_path: PathBuf,
    /// Held until the end; the system frees it even if the process is killed.
    _lock: File,
}

impl Folder {
    /// Takes a folder for publishing, after the site in `root`. What a killed run left beside it is cleared away.
    pub(super) fn take(out: &Path, root: &Path) -> Result<Self, Diagnostic> {
        let target = resolved(out)?;
        refuse_dangerous(&target, out, root)?;
        let parent = target.parent().unwrap_or(Path::new("/")).to_owned();
        fs::create_dir_all(&parent).map_err(writing(&parent))?;
        let name = target.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let beside = |end: &str| parent.join(format!(".{name}.jhur-{end}"));
        let lock_path = beside("lock");
        let lock = File::options().create(true).append(true).open(&lock_path).map_err(writing(&lock_path))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(fault(Code::BusyFolder, out)),
            Err(TryLockError::Error(refused)) => return Err(writing(&lock_path)(refused)),
        }
        let folder = Self { target, staging: beside("new"), old: beside("old"), lock_path, _lock: lock };
        folder.heal()?;
        folder.refuse_foreign(out)?;
        Ok(folder)
    }

    /// Puts right what a run left that was killed.
    fn heal(&self) -> Result<(), Diagnostic> {
        remove(&self.staging)?;
        if self.old.exists() && !self.target.exists() {
            return fs::rename(&self.old, &self.target).map_err(writing(&self.target));
        }
        remove(&self.old)
    }

    /// A folder with something in it must be one that jhur made.
    fn refuse_foreign(&self, out: &Path) -> Result<(), Diagnostic> {
        if !self.target.exists() {
            return Ok(());
        }
        if !self.target.is_dir() {
            return Err(fault(Code::FolderInTheWay, out));
        }
        let mut entries = fs::read_dir(&self.target).map_err(reading(&self.target))?;
        if entries.next().is_none() || Manifest::of(&self.target).is_some() {
            Ok(())
        } else {
            Err(fault(Code::NotOurFolder, out))
        }
    }

    /// Puts the staging folder in the target's place; after a failure the old site stands.
    pub(super) fn swap(&self) -> Result<(), Diagnostic> {
        if !self.target.exists() {
            return fs::rename(&self.staging, &self.target).map_err(writing(&self.target));
        }
        if exchange(&self.staging, &self.target) {
            // The old site is now where the new one was put together.
            return remove(&self.staging);
        }
        fs::rename(&self.target, &self.old).map_err(writing(&self.target))?;
        if let Err(refused) = fs::rename(&self.staging, &self.target) {
            let refused = writing(&self.target)(refused);
            fs::rename(&self.old, &self.target).map_err(writing(&self.target))?;
            return Err(refused);
        }
        remove(&self.old)
    }
}

impl Drop for Folder {
    /// Whatever happened, nothing is left beside the target.
    fn drop(&mut self) {
        let _ = remove(&self.staging);
        let _ = fs::remove_file(&self.lock_path);
    }
}

/// Two folders change places in one step, where the system can do that.
#[cfg(target_os = "linux")]
fn exchange(one: &Path, other: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(target_os = "linux"))]
fn exchange(_: &Path, _: &Path) -> bool {
    false
}

/// The folder's real path. A link is followed: a web server's folder may be one, and what it leads to is replaced, never
/// the link. The last part need not exist yet.
fn resolved(out: &Path) -> Result<PathBuf, Diagnostic> {
    let out = std::path::absolute(out).map_err(reading(out))?;
    if let Ok(real) = out.canonicalize() {
        return Ok(real);
    }
    // As much as exists is resolved; the rest is taken as it is written.
    let mut existing = out.as_path();
    while let Some(parent) = existing.parent() {
        existing = parent;
        if let (Ok(real), Ok(rest)) = (existing.canonicalize(), out.strip_prefix(existing)) {
            return Ok(real.join(rest));
        }
    }
    Ok(out)
}

/// Never the disk, never the site's own sources, never something that holds them.
fn refuse_dangerous(target: &Path, out: &Path, root: &Path) -> Result<(), Diagnostic> {
    let root = root.canonicalize().map_err(reading(root))?;
    let sources = ["content", "themes", ".git"].map(|name| root.join(name));
    let inside = sources.iter().any(|source| target.starts_with(source));
    if target.parent().is_none() || root.starts_with(target) || inside {
        return Err(fault(Code::NotOurFolder, out));
    }
    Ok(())
}

fn remove(folder: &Path) -> Result<(), Diagnostic> {
    match fs::remove_dir_all(folder) {
        Err(refused) if refused.kind() != std::io::ErrorKind::NotFound => Err(writing(folder)(refused)),
        _ => Ok(()),
    }
}

fn fault(code: Code, path: &Path) -> Diagnostic {
    Diagnostic::nowhere(code).with("path", path.display().to_string())
}
