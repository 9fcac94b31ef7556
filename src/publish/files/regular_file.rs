//! Files of the output folder, read without following a link: what it points to is not ours.

use std::fs;
use std::path::Path;

/// The bytes of a plain file. Returns `None` if it cannot be read or is something else: a link,
/// whose target may change after it was compared, or a pipe, which would be waited for without end.
pub(in crate::publish) fn read_regular_file(path: &Path) -> Option<Vec<u8>> {
    let is_regular = fs::symlink_metadata(path).is_ok_and(|file| file.is_file());
    is_regular.then(|| fs::read(path).ok()).flatten()
}
