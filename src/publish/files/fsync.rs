//! Renaming with retries, and waiting until files and folders are really on the disk.

use std::fs::{self, File};
use std::io::{ErrorKind, Result};
use std::path::Path;
use std::time::Duration;

/// Renames a file or folder. On Windows that fails for a moment while a spreadsheet or a virus
/// scanner has it open.
pub(crate) fn rename_with_retry(from: &Path, to: &Path) -> Result<()> {
    for pause in [50, 200].map(Duration::from_millis) {
        match fs::rename(from, to) {
            Err(error) if error.kind() == ErrorKind::PermissionDenied => {
                std::thread::sleep(pause);
            }
            done => return done,
        }
    }
    fs::rename(from, to)
}

/// Waits until the names in a folder are on the disk. Not every system can do that, and the files
/// are whole either way: no error.
pub(crate) fn fsync_dir(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Waits until everything below a folder is on the disk: with one call for the file system, since a
/// call for each file would take half as long again as a whole build of some thousand files.
#[cfg(target_os = "linux")]
pub(crate) fn fsync_tree(folder: &Path) -> Result<()> {
    Ok(rustix::fs::syncfs(File::open(folder)?)?)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn fsync_tree(folder: &Path) -> Result<()> {
    for entry in walkdir::WalkDir::new(folder) {
        let entry = entry?;
        // A file that cannot be opened to be written is none that was written just now.
        if entry.file_type().is_file()
            && let Ok(file) = File::options().append(true).open(entry.path())
        {
            file.sync_all()?;
        }
    }
    Ok(())
}
