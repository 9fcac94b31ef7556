//! Single files for the commands that make some: each is written whole or not at all, by one run at a time.

use super::io_error::reading;
use super::lock::{Lock, beside, busy};
use super::text_encoding::{MARK, recoded};
use super::{fsync, io_error};
use crate::diag::{Code, Diagnostic};
use std::fs::{self, File};
use std::io::{Error, ErrorKind, Write as _};
use std::path::{Path, PathBuf};

/// Makes a new file, with its folders.
///
/// # Errors
/// If there is one already, or it cannot be written.
pub fn create(path: &Path, bytes: &(impl AsRef<[u8]> + ?Sized)) -> Result<(), Diagnostic> {
    Place::take(path, path)?.create(bytes.as_ref())
}

/// What a file that was written here says; nothing if there is none.
///
/// # Errors
/// If it cannot be read.
pub fn kept(path: &Path) -> Result<String, Diagnostic> {
    match fs::read(path) {
        Ok(bytes) => Ok(String::from_utf8_lossy(&bytes).into_owned()),
        Err(refused) if refused.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(refused) => Err(reading(path)(refused)),
    }
}

/// Replaces a file's whole text. A link is followed: what it leads to is replaced.
///
/// # Errors
/// If it cannot be written; the old text then stands.
pub fn replace(path: &Path, text: &str) -> Result<(), Diagnostic> {
    Place::real(path)?.replace(text.as_bytes())
}

/// As [`replace`], if the file still is what was read before; as with [`change`], what need not change stays byte for byte.
///
/// # Errors
/// As with [`replace`], and if another run has written meanwhile.
pub fn replace_after(path: &Path, read: &str, text: &str) -> Result<(), Diagnostic> {
    change(&[Change { path: path.to_owned(), read: Some(read.to_owned()), text: text.to_owned() }])
}

/// What a file is to say.
#[derive(Clone, Debug)]
pub struct Change {
    /// Where it stands or will stand.
    pub path: PathBuf,
    /// What was read of it before; none if there was no such file.
    pub read: Option<String>,
    /// Its new text.
    pub text: String,
}

/// Changes several files, if each of them still is what was read before. Each is written in one step, in the way in which it was
/// written: with its byte order mark, in UTF-16, with the line ends that it had.
///
/// # Errors
/// If another run has written meanwhile, in which case nothing is; or if one cannot be written: those before it are, and the
/// argument `done` says how many.
pub fn change(all: &[Change]) -> Result<(), Diagnostic> {
    let places = all.iter().map(unchanged).collect::<Result<Vec<_>, _>>()?;
    for (done, ((place, bytes), change)) in places.iter().zip(all).enumerate() {
        let written = if change.read.is_some() { place.replace(bytes) } else { place.create(bytes) };
        written.map_err(|fault| if done > 0 { fault.with("done", done.to_string()) } else { fault })?;
    }
    Ok(())
}

/// Where a change is to be written, and its bytes, if nobody else has written there since it was read.
fn unchanged(change: &Change) -> Result<(Place<'_>, Vec<u8>), Diagnostic> {
    let Change { path, read, text } = change;
    let place = Place::real(path)?;
    let bytes = match read {
        Some(read) => recoded(&fs::read(path).map_err(reading(path))?, read, text).ok_or_else(|| busy(path))?,
        None if path.symlink_metadata().is_ok() => return Err(place.there()),
        None => text.clone().into_bytes(),
    };
    Ok((place, bytes))
}

/// Adds text at a file's end, in the file's own line endings, starting on a line of its own; makes the file if there is
/// none. What stood in it stays byte for byte.
///
/// # Errors
/// If it cannot be read or written; the old text then stands.
pub fn append(path: &Path, text: &str) -> Result<(), Diagnostic> {
    add(path, None, text)
}

/// As [`append`], if the file still is what was read before; empty if there was none.
///
/// # Errors
/// As with [`append`], and if another run has written meanwhile.
pub fn append_after(path: &Path, read: &str, text: &str) -> Result<(), Diagnostic> {
    add(path, Some(read), text)
}

/// Clears away what a killed run left beside a file; for a run that finds nothing to write.
pub fn tidy(path: &Path) {
    if ["lock", "new"].iter().any(|end| beside(path, end).exists()) {
        // Nothing else to do: what was taken is cleared away when it is let go.
        let _ = Place::take(path, path);
    }
}

fn add(path: &Path, read: Option<&str>, text: &str) -> Result<(), Diagnostic> {
    let place = Place::real(path)?;
    let old = match fs::read_to_string(path) {
        Ok(old) => Some(old),
        Err(refused) if refused.kind() == ErrorKind::NotFound => None,
        Err(refused) => return Err(reading(path)(refused)),
    };
    let mut whole = old.clone().unwrap_or_default();
    if read.is_some_and(|read| is_other(&whole, read)) {
        return Err(busy(path));
    }
    if old.is_none() {
        return place.create(text.as_bytes());
    }
    let ending = if whole.contains("\r\n") { "\r\n" } else { "\n" };
    if !whole.is_empty() && !whole.ends_with('\n') {
        whole.push_str(ending);
    }
    whole.push_str(&text.replace('\n', ending));
    place.replace(whole.as_bytes())
}

/// Was a text changed since it was read? Readers pass over a byte order mark.
fn is_other(now: &str, read: &str) -> bool {
    now.strip_prefix(MARK).unwrap_or(now) != read
}

/// Makes a fault of what could not be written.
fn writing(path: &Path) -> impl FnOnce(Error) -> Diagnostic {
    move |refused| of_a_file(io_error::writing(path)(refused))
}

/// What stands is the old file, not the old site.
fn of_a_file(fault: Diagnostic) -> Diagnostic {
    fault.with("what", "file")
}

/// Where a file stands or will stand, for this run alone.
struct Place<'p> {
    /// What a person calls it.
    shown: &'p Path,
    path: PathBuf,
    /// Where the new text is put together.
    new: PathBuf,
    _lock: Lock,
}

impl<'p> Place<'p> {
    fn take(path: &Path, shown: &'p Path) -> Result<Self, Diagnostic> {
        let parent = path.parent().unwrap_or(path);
        fs::create_dir_all(parent).map_err(writing(parent))?;
        let lock = Lock::take(path, shown).map_err(of_a_file)?;
        Ok(Self { shown, path: path.to_owned(), new: beside(path, "new"), _lock: lock })
    }

    fn real(path: &'p Path) -> Result<Self, Diagnostic> {
        Self::take(&dunce::canonicalize(path).unwrap_or_else(|_| path.to_owned()), path)
    }

    fn there(&self) -> Diagnostic {
        Diagnostic::nowhere(Code::AlreadyThere).with("path", self.shown.display().to_string())
    }

    fn create(&self, bytes: &[u8]) -> Result<(), Diagnostic> {
        if self.path.symlink_metadata().is_ok() {
            return Err(self.there());
        }
        self.write(bytes).map_err(writing(self.shown))?;
        // A link, unlike a rename, never takes the place of a file that came meanwhile; not every disk has links.
        let made = fs::hard_link(&self.new, &self.path).or_else(|refused| {
            let came = refused.kind() == ErrorKind::AlreadyExists || self.path.symlink_metadata().is_ok();
            if came { Err(ErrorKind::AlreadyExists.into()) } else { fsync::rename(&self.new, &self.path) }
        });
        self.keep_name();
        made.map_err(|refused| {
            if refused.kind() == ErrorKind::AlreadyExists { self.there() } else { writing(self.shown)(refused) }
        })
    }

    fn replace(&self, bytes: &[u8]) -> Result<(), Diagnostic> {
        self.write(bytes).map_err(writing(self.shown))?;
        if let Ok(old) = fs::metadata(&self.path) {
            let _ = fs::set_permissions(&self.new, old.permissions());
        }
        fsync::rename(&self.new, &self.path).map_err(writing(self.shown))?;
        self.keep_name();
        Ok(())
    }

    /// Writes the new text beside the old and has it on the disk.
    fn write(&self, bytes: &[u8]) -> std::io::Result<()> {
        let mut file = File::create(&self.new)?;
        file.write_all(bytes)?;
        file.sync_all()
    }

    fn keep_name(&self) {
        fsync::keep_names(self.path.parent().unwrap_or(&self.path));
    }
}

impl Drop for Place<'_> {
    /// Whatever happened, here or in a run that was killed, nothing is left beside the file.
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.new);
    }
}
