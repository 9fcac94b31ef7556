//! A lock beside a folder or a file, so that one run at a time writes it; and the names of the
//! hidden files beside it.

use super::io_error::{path_diagnostic, write_error};
use crate::diag::{Code, Diagnostic};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

/// A lock file, locked until it is dropped; the system frees the lock even if the process is
/// killed.
#[derive(Debug)]
pub(crate) struct Lock {
    path: PathBuf,
    _file: File,
}

impl Lock {
    /// Locks `target`, a folder or a file that need not exist yet; `shown` is its path for messages.
    ///
    /// # Errors
    /// If another run holds the lock, or the lock file cannot be created.
    pub(crate) fn acquire(target: &Path, shown: &Path) -> Result<Self, Diagnostic> {
        let path = sidecar_path(target, "lock");
        loop {
            // Nothing is read, but Windows locks no file that was opened only to append.
            let file = File::options()
                .create(true)
                .read(true)
                .append(true)
                .open(&path)
                .map_err(write_error(&path))?;
            match file.try_lock() {
                // The run before has just ended and taken its file away: what is locked here is
                // nobody's.
                Ok(()) if is_unlinked(&file) => {}
                Ok(()) => return Ok(Self { path, _file: file }),
                Err(TryLockError::WouldBlock) => return Err(busy_error(shown)),
                Err(TryLockError::Error(error)) => return Err(write_error(&path)(error)),
            }
        }
    }
}

impl Drop for Lock {
    /// Deletes the file before the lock is freed, so that a run that waits for it finds it gone.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// The diagnostic of a path that another run writes, or has just written.
pub(super) fn busy_error(shown: &Path) -> Diagnostic {
    path_diagnostic(Code::PathInUse, shown)
}

/// The path of a hidden file of ours beside a folder or a file, `.public.jhur-lock`; always the
/// same, so that a later run finds what a killed one left.
pub(crate) fn sidecar_path(path: &Path, suffix: &str) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.jhur-{suffix}"))
}

/// Whether somebody deleted the file while it is open.
#[cfg(unix)]
fn is_unlinked(file: &File) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    file.metadata().is_ok_and(|m| m.nlink() == 0)
}

/// Elsewhere a file that is open keeps its name.
#[cfg(not(unix))]
fn is_unlinked(_: &File) -> bool {
    false
}
