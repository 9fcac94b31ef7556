//! One hash for everything that a site is made from.

use crate::records::hexadecimal;
use sha2::{Digest, Sha256};
use std::path::Path;
use walkdir::WalkDir;

/// The sha256 of every file in content/ and themes/ below `root`: for each, in the order of paths, its path, a zero byte, and
/// the sha256 of its bytes. What cannot be read counts as empty; a build names it.
pub fn fingerprint(root: &Path) -> String {
    let mut whole = Sha256::new();
    for folder in ["content", "themes"] {
        let visible =
            |e: &walkdir::DirEntry| e.depth() == 0 || !super::walk::is_leftover(&e.file_name().to_string_lossy());
        let files = WalkDir::new(root.join(folder)).sort_by_file_name().into_iter().filter_entry(visible);
        for entry in files.filter_map(Result::ok).filter(|e| e.file_type().is_file()) {
            let below = entry.path().strip_prefix(root).unwrap_or(entry.path());
            let path = below.components().map(|c| c.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/");
            whole.update(path.as_bytes());
            whole.update([0]);
            whole.update(Sha256::digest(std::fs::read(entry.path()).unwrap_or_default()));
        }
    }
    hexadecimal(&whole.finalize())
}
