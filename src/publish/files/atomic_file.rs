//! Atomic writes of single files, for the commands that create or edit records: each file is
//! written whole or not at all, by one run at a time, and never over what somebody else wrote
//! meanwhile.

use super::io_error::{path_diagnostic, read_error};
use super::lock::{Lock, busy_error, sidecar_path};
use super::{fsync, io_error};
use crate::diag::{Code, Diagnostic};
use std::fs::{self, File};
use std::io::{Error, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// The byte order mark, which Windows' editors put in front and readers pass over.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Creates a new file, with its folders.
///
/// # Errors
/// If there is one already, or it cannot be written.
pub fn create_file(path: &Path, bytes: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), Diagnostic> {
    LockedPath::acquire(path, path)?.create_new(bytes.as_ref())
}

/// As [`create_file`], for a secret: on Unix, nobody but its owner may read the file (mode 600), and
/// nobody else could at any moment.
///
/// # Errors
/// As with [`create_file`].
pub fn create_secret_file(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let mut locked = LockedPath::acquire(path, path)?;
    locked.is_secret = true;
    locked.create_new(text.as_bytes())
}

/// A file's text; empty if there is no file.
///
/// # Errors
/// If it cannot be read.
pub fn read_or_empty(path: &Path) -> Result<String, Diagnostic> {
    match fs::read(path) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(read_error(path)(error)),
    }
}

/// Replaces a file's whole text, or makes the file with its folders. A link is followed: its target is
/// replaced.
///
/// # Errors
/// If it cannot be written; the old text then stays.
pub fn replace_file(path: &Path, text: &str) -> Result<(), Diagnostic> {
    LockedPath::acquire_resolved(path)?.replace_with(text.as_bytes())
}

/// A change of one file: its whole new text.
#[derive(Clone, Debug)]
pub struct FileEdit {
    /// The file, which need not exist yet.
    pub path: PathBuf,
    /// The text that the change is based on; `None` if there was no such file.
    pub base_text: Option<String>,
    /// Its new text.
    pub new_text: String,
}

/// Changes several files, if each of them still is what was read before. Each is written in one
/// step, with its byte order mark if it has one.
///
/// # Errors
/// If another run has written meanwhile, in which case nothing is; or if one cannot be written:
/// those before it are, and the argument `done` says how many.
pub fn apply_edits(all: &[FileEdit]) -> Result<(), Diagnostic> {
    // All of them are locked and compared before the first is written.
    let locked = all
        .iter()
        .map(prepare_edit)
        .collect::<Result<Vec<_>, _>>()?;
    for (done, ((path, bytes), edit)) in locked.iter().zip(all).enumerate() {
        let written = if edit.base_text.is_some() {
            path.replace_with(bytes)
        } else {
            path.create_new(bytes)
        };
        written.map_err(|diagnostic| {
            if done > 0 {
                diagnostic.arg("done", done.to_string())
            } else {
                diagnostic
            }
        })?;
    }
    Ok(())
}

/// Locks the file of a change and encodes its new text, if nobody else has written there since it
/// was read.
fn prepare_edit(edit: &FileEdit) -> Result<(LockedPath<'_>, Vec<u8>), Diagnostic> {
    let path = &edit.path;
    let locked = LockedPath::acquire_resolved(path)?;
    let bytes = match &edit.base_text {
        Some(read) => {
            let now = fs::read(path).map_err(read_error(path))?;
            with_mark_of(&now, read, &edit.new_text).ok_or_else(|| busy_error(path))?
        }
        None if path.symlink_metadata().is_ok() => return Err(locked.exists_error()),
        None => edit.new_text.clone().into_bytes(),
    };
    Ok((locked, bytes))
}

/// The bytes of `text`, behind a byte order mark if the file has one. Returns `None` if the file's
/// bytes `now` do not say what was `read` of it: somebody else has written, or the file is not in
/// UTF-8.
fn with_mark_of(now: &[u8], read: &str, text: &str) -> Option<Vec<u8>> {
    // Readers pass over the mark, so that `read` is mostly without it.
    let mark = BYTE_ORDER_MARK.as_bytes();
    match now.strip_prefix(mark) {
        Some(rest) if rest == read.as_bytes() => Some([mark, text.as_bytes()].concat()),
        _ => (now == read.as_bytes()).then(|| text.as_bytes().to_vec()),
    }
}

/// Adds text at a file's end, in the file's own line endings, starting on a line of its own; makes
/// the file if there is none. The old text stays byte for byte.
///
/// # Errors
/// If it cannot be read or written; the old text then stays.
pub fn append_text(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let locked = LockedPath::acquire_resolved(path)?;
    let old = match fs::read_to_string(path) {
        Ok(old) => Some(old),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(read_error(path)(error)),
    };
    let Some(mut whole) = old else {
        return locked.create_new(text.as_bytes());
    };
    // A file with both endings counts as one of Windows.
    let ending = if whole.contains("\r\n") { "\r\n" } else { "\n" };
    if !whole.is_empty() && !whole.ends_with('\n') {
        whole.push_str(ending);
    }
    whole.push_str(&text.replace('\n', ending));
    locked.replace_with(whole.as_bytes())
}

/// Removes what a killed run left beside a file; for a run that finds nothing to write.
pub fn remove_leftovers(path: &Path) {
    if ["lock", "new"]
        .iter()
        .any(|end| sidecar_path(path, end).exists())
    {
        // Dropping the lock removes both files.
        let _ = LockedPath::acquire(path, path);
    }
}

/// The diagnostic of a file that could not be written.
fn file_write_error(path: &Path) -> impl FnOnce(Error) -> Diagnostic {
    move |error| mark_as_file(io_error::write_error(path)(error))
}

/// Has the message speak of the old file that is left, not of the old site.
fn mark_as_file(diagnostic: Diagnostic) -> Diagnostic {
    diagnostic.arg("what", "file")
}

/// A file, existing or not, that this run alone may write; hidden files beside it are the lock and
/// the new text.
struct LockedPath<'p> {
    /// The path for messages, as the user wrote it.
    display_path: &'p Path,
    path: PathBuf,
    /// Where the new text is written before it is renamed.
    temporary: PathBuf,
    /// Whether nobody but its owner may read it.
    is_secret: bool,
    _lock: Lock,
}

impl<'p> LockedPath<'p> {
    fn acquire(path: &Path, shown: &'p Path) -> Result<Self, Diagnostic> {
        let parent = path.parent().unwrap_or(path);
        fs::create_dir_all(parent).map_err(file_write_error(parent))?;
        let lock = Lock::acquire(path, shown).map_err(mark_as_file)?;
        Ok(Self {
            display_path: shown,
            path: path.to_owned(),
            temporary: sidecar_path(path, "new"),
            is_secret: false,
            _lock: lock,
        })
    }

    /// Locks the file that a link points to: replacing the link would leave its target as it was.
    fn acquire_resolved(path: &'p Path) -> Result<Self, Diagnostic> {
        Self::acquire(
            &dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned()),
            path,
        )
    }

    fn exists_error(&self) -> Diagnostic {
        path_diagnostic(Code::FileExists, self.display_path)
    }

    /// Creates the file, never over one that is there.
    fn create_new(&self, bytes: &[u8]) -> Result<(), Diagnostic> {
        if self.path.symlink_metadata().is_ok() {
            return Err(self.exists_error());
        }
        self.write_temporary(bytes)
            .map_err(file_write_error(self.display_path))?;
        // A link, unlike a rename, never takes the place of a file that came meanwhile; not every
        // disk has links.
        let created = fs::hard_link(&self.temporary, &self.path).or_else(|error| {
            let is_taken =
                error.kind() == ErrorKind::AlreadyExists || self.path.symlink_metadata().is_ok();
            if is_taken {
                Err(ErrorKind::AlreadyExists.into())
            } else {
                fsync::rename_with_retry(&self.temporary, &self.path)
            }
        });
        self.fsync_parent();
        created.map_err(|error| {
            if error.kind() == ErrorKind::AlreadyExists {
                self.exists_error()
            } else {
                file_write_error(self.display_path)(error)
            }
        })
    }

    /// Puts the new text in the old one's place in one step.
    fn replace_with(&self, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.write_temporary(bytes)
            .map_err(file_write_error(self.display_path))?;
        // The rename would otherwise give the file the permissions of a new one.
        if let Ok(old) = fs::metadata(&self.path) {
            let _ = fs::set_permissions(&self.temporary, old.permissions());
        }
        fsync::rename_with_retry(&self.temporary, &self.path)
            .map_err(file_write_error(self.display_path))?;
        self.fsync_parent();
        Ok(())
    }

    /// Writes the new text beside the old one and waits until it is on the disk.
    fn write_temporary(&self, bytes: &[u8]) -> std::io::Result<()> {
        let mut file = self.open_temporary()?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn open_temporary(&self) -> std::io::Result<File> {
        if !self.is_secret {
            return File::create(&self.temporary);
        }
        // A file that a killed run has left keeps the permissions that it has.
        match fs::remove_file(&self.temporary) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = File::options();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(&self.temporary)
    }

    fn fsync_parent(&self) {
        fsync::fsync_dir(self.path.parent().unwrap_or(&self.path));
    }
}

impl Drop for LockedPath<'_> {
    /// Whatever happened, here or in a run that was killed, nothing is left beside the file.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.temporary);
    }
}
