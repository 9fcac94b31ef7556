//! What tests share: a site to run the program on, the program, its server, examples laid over a site, numbers by chance.

pub mod chance;
pub mod example;
pub mod program;
pub mod server;
pub mod site;

use base64::prelude::{BASE64_STANDARD, Engine as _};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::WalkDir;

/// The files of a folder, by their path with `/`.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// A path of this repository.
pub fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every file below a folder.
pub fn tree(folder: &Path) -> Tree {
    let mut files = Tree::new();
    for entry in WalkDir::new(folder).into_iter().map(Result::unwrap) {
        if entry.file_type().is_file() {
            let path = entry.path().strip_prefix(folder).unwrap();
            let path = path.to_string_lossy().replace('\\', "/");
            files.insert(path, fs::read(entry.path()).unwrap());
        }
    }
    files
}

/// The text of one of those files.
#[track_caller]
pub fn text<'t>(files: &'t Tree, path: &str) -> &'t str {
    let bytes = files.get(path);
    let bytes = bytes.unwrap_or_else(|| panic!("{path} is not there"));
    std::str::from_utf8(bytes).unwrap()
}

/// Writes one file below a folder.
pub fn write_file(folder: &Path, path: &str, bytes: impl AsRef<[u8]>) {
    let path = folder.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// Writes all files below a folder.
pub fn write_tree(folder: &Path, files: &Tree) {
    for (path, bytes) in files {
        write_file(folder, path, bytes);
    }
}

/// Whether this run writes expected texts anew (`UPDATE=1`), for the difference to be read, in place of comparing with them.
pub fn is_update() -> bool {
    std::env::var_os("UPDATE").is_some()
}

/// Compares a text with the file that holds what is expected.
#[track_caller]
pub fn expect_file(path: &Path, found: &str) {
    if is_update() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, found).unwrap();
    }
    let expected = fs::read_to_string(path).unwrap_or_default();
    assert_eq!(found, expected, "{}", path.display());
}

/// Where a relative link on a page leads, below the site's root; for pages as for links, what ends with `/` is a folder.
#[track_caller]
pub fn resolve_link(page: &str, href: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    for part in href.split('/') {
        match part {
            "." => {}
            ".." => assert!(parts.pop().is_some(), "{page}: {href} leaves the site"),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

/// The file of an address.
pub fn file_of(address: String) -> String {
    if address.is_empty() || address.ends_with('/') {
        address + "index.html"
    } else {
        address
    }
}

/// A citation as it can be downloaded from a citation page: of the record, or of the commitment `key`, by the end of
/// the file's name.
#[track_caller]
pub fn citation(files: &Tree, page: &str, key: &str, end: &str) -> String {
    let html = text(files, &format!("{page}kutip/index.html"));
    let start = if key.is_empty() {
        "<section>".to_owned()
    } else {
        format!("<section id=\"{key}\">")
    };
    let (_, section) = html
        .split_once(&start)
        .unwrap_or_else(|| panic!("{page}: no {start}"));
    let (section, _) = section.split_once("</section>").unwrap();
    let link =
        regex::Regex::new(r#"href="data:[^"]*?;base64,([^"]*)" download="[^"]*?\.([a-z.]+)""#)
            .unwrap();
    let found = link.captures_iter(section).find(|found| &found[2] == end);
    let found = found.unwrap_or_else(|| panic!("{page}: no {end}"));
    let bytes = BASE64_STANDARD.decode(&found[1]).unwrap();
    String::from_utf8(bytes).unwrap()
}
