//! Reads a site's own theme: the files below themes/NAME that take the place of those of the
//! default theme. For `pipeline` and `serve`; what is in the files is left to `theme`.

use crate::diag::{Code, Diagnostic, SourceFile};
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
    // Hidden files are those of editors and of macOS, not of the theme.
    let fonts = folder.join("assets/fonts");
    let visible = |e: &walkdir::DirEntry| {
        e.depth() == 0 || (!e.file_name().to_string_lossy().starts_with('.') && e.path() != fonts)
    };
    for entry in WalkDir::new(&folder)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(visible)
        .flatten()
    {
        let below = entry.path().strip_prefix(&folder).unwrap_or(entry.path());
        let path: Vec<_> = below
            .components()
            .map(|c| c.as_os_str().to_string_lossy().into_owned())
            .collect();
        let shown = format!("themes/{name}/{}", path.join("/"));
        if entry.file_type().is_symlink() {
            diagnostics.push(Diagnostic::without_span(Code::SymlinkedFile).arg("path", shown));
            continue;
        }
        if !entry.file_type().is_file() {
            continue;
        }
        match std::fs::read_to_string(entry.path()) {
            Ok(text) => files.push(SourceFile {
                path: path.join("/"),
                text,
            }),
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
