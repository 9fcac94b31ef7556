//! What several tests need.

pub mod laid;
pub mod program;
pub mod server;

use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;

/// Every file below a folder, by its path with `/`.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let files = WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|e| e.file_type().is_file());
    let entry = |e: walkdir::DirEntry| {
        let path = e
            .path()
            .strip_prefix(folder)
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        (path, std::fs::read(e.path()).unwrap())
    };
    files.map(entry).collect()
}
