//! Single files for the commands that make some: each is written whole or not at all.

use super::reason::{reading, writing};
use crate::diag::{Code, Diagnostic};
use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

/// Makes a new file, with its folders.
///
/// # Errors
/// If there is one already, or it cannot be written.
pub fn create(path: &Path, text: &str) -> Result<(), Diagnostic> {
    make_parent(path)?;
    if path.symlink_metadata().is_ok() {
        return Err(there(path));
    }
    let temporary = write_beside(path, text)?;
    // A link, unlike a rename, never takes the place of a file that came meanwhile.
    let made = fs::hard_link(&temporary, path).or_else(|refused| {
        if refused.kind() == std::io::ErrorKind::AlreadyExists || path.exists() {
            Err(refused)
        } else {
            fs::copy(&temporary, path).map(|_| ())
        }
    });
    let _ = fs::remove_file(&temporary);
    made.map_err(
        |refused| {
            if refused.kind() == std::io::ErrorKind::AlreadyExists { there(path) } else { writing(path)(refused) }
        },
    )
}

/// Replaces a file's whole text. A link is followed: what it leads to is replaced.
///
/// # Errors
/// If it cannot be written; the old text then stands.
pub fn replace(path: &Path, text: &str) -> Result<(), Diagnostic> {
    let real = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    make_parent(&real)?;
    let temporary = write_beside(&real, text)?;
    if let Ok(old) = fs::metadata(&real) {
        let _ = fs::set_permissions(&temporary, old.permissions());
    }
    fs::rename(&temporary, &real).map_err(|refused| {
        let _ = fs::remove_file(&temporary);
        writing(path)(refused)
    })
}

/// Adds text at a file's end, in the file's own line endings, starting on a line of its own; makes the file if there is
/// none. What stood in it stays byte for byte.
///
/// # Errors
/// If it cannot be read or written; the old text then stands.
pub fn append(path: &Path, text: &str) -> Result<(), Diagnostic> {
    if path.symlink_metadata().is_err() {
        return create(path, text);
    }
    let mut whole = fs::read_to_string(path).map_err(reading(path))?;
    let ending = if whole.contains("\r\n") { "\r\n" } else { "\n" };
    if !whole.is_empty() && !whole.ends_with('\n') {
        whole.push_str(ending);
    }
    whole.push_str(&text.replace('\n', ending));
    replace(path, &whole)
}

/// Writes a temporary file in the same folder and has it on the disk.
fn write_beside(path: &Path, text: &str) -> Result<std::path::PathBuf, Diagnostic> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let temporary = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = File::create(&temporary).and_then(|mut file| {
        file.write_all(text.as_bytes())?;
        file.sync_all()
    });
    written.map_err(|refused| {
        let _ = fs::remove_file(&temporary);
        writing(path)(refused)
    })?;
    Ok(temporary)
}

fn make_parent(path: &Path) -> Result<(), Diagnostic> {
    let parent = path.parent().unwrap_or(path);
    fs::create_dir_all(parent).map_err(writing(parent))
}

fn there(path: &Path) -> Diagnostic {
    Diagnostic::nowhere(Code::AlreadyThere).with("path", path.display().to_string())
}
