//! Reads a site's own theme: the files below themes/NAME that take the place of those of the
//! default theme. For `pipeline` and `serve`; what is in the files is left to `theme`.

use crate::diag::{Code, Diagnostic, SourceFile};
use crate::embedded::DEFAULT_THEME_FILES;
use crate::records::{DEFAULT_THEME, Site, sha256_hex};
use std::collections::BTreeMap;
use std::path::Path;
use walkdir::WalkDir;

/// Reads themes/`name` below `root`, sorted by path; paths are relative to that folder. Returns
/// `None` if there is no such folder. Its fonts (assets/fonts) are passed over, since fonts are the
/// program's own.
///
/// # Errors
/// Files that cannot be read as UTF-8 text.
pub fn read_theme(root: &Path, name: &str) -> Result<Option<Vec<SourceFile>>, Vec<Diagnostic>> {
    let folder = root.join("themes").join(name);
    if !folder.is_dir() {
        return Ok(None);
    }
    let (mut files, mut diagnostics) = (Vec::new(), Vec::new());
    for (entry, path) in theme_entries(&folder) {
        let shown = format!("themes/{name}/{path}");
        if entry.file_type().is_symlink() {
            diagnostics.push(Diagnostic::without_span(Code::SymlinkedFile).arg("path", shown));
            continue;
        }
        if !entry.file_type().is_file() {
            continue;
        }
        match std::fs::read_to_string(entry.path()) {
            Ok(text) => files.push(SourceFile { path, text }),
            Err(error) => diagnostics.push(
                Diagnostic::without_span(Code::CannotRead)
                    .arg("path", shown)
                    .arg("reason", error.to_string()),
            ),
        }
    }
    if diagnostics.is_empty() {
        Ok(Some(files))
    } else {
        Err(diagnostics)
    }
}

/// What is below a theme's folder, with its path there.
fn theme_entries(folder: &Path) -> Vec<(walkdir::DirEntry, String)> {
    // Hidden files are those of editors and of macOS, not of the theme.
    let fonts = folder.join("assets/fonts");
    let is_visible = |e: &walkdir::DirEntry| {
        e.depth() == 0 || (!e.file_name().to_string_lossy().starts_with('.') && e.path() != fonts)
    };
    let walk = WalkDir::new(folder).sort_by_file_name().into_iter();
    let mut entries = Vec::new();
    for entry in walk.filter_entry(is_visible).flatten() {
        let below = entry.path().strip_prefix(folder).unwrap_or(entry.path());
        let parts = below.components().map(|c| c.as_os_str().to_string_lossy());
        let path = parts.collect::<Vec<_>>().join("/");
        entries.push((entry, path));
    }
    entries
}

/// The sha256 of each file of the site's own theme that is not the default theme's, by its path.
pub(super) fn theme_hashes(root: &Path, site: Option<&Site>) -> BTreeMap<String, String> {
    let named = site.and_then(|site| site.theme.as_ref());
    let name = named.map_or(DEFAULT_THEME, |name| name.as_str());
    let mut hashes = BTreeMap::new();
    for (entry, path) in theme_entries(&root.join("themes").join(name)) {
        // What cannot be read is reported where the theme is read.
        let Ok(bytes) = std::fs::read(entry.path()) else {
            continue;
        };
        let default = DEFAULT_THEME_FILES.get_file(&path);
        if default.is_none_or(|file| file.contents() != bytes) {
            hashes.insert(path, sha256_hex(bytes));
        }
    }
    hashes
}
