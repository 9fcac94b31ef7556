//! Watches the files of the site, content/ and themes/, and reports their changes to the event
//! loop.

use super::event::ServerEvent;
use crate::diag::{Code, Diagnostic};
use crate::source::is_editor_artifact;
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// The folders that a site is made from.
const WATCHED_FOLDERS: [&str; 2] = ["content", "themes"];

/// A watcher; it stops when it is dropped.
pub(super) struct SiteWatcher {
    watcher: RecommendedWatcher,
    folders: [PathBuf; 2],
}

impl SiteWatcher {
    /// Starts to watch the site below `root`.
    ///
    /// # Errors
    /// If there is no content/ or it cannot be watched.
    pub(super) fn start(root: &Path, inbox: Sender<ServerEvent>) -> Result<Self, Diagnostic> {
        let absolute = dunce::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let folders = WATCHED_FOLDERS.map(|name| absolute.join(name));
        if !folders[0].is_dir() {
            let path = root.join("content").display().to_string();
            return Err(Diagnostic::without_span(Code::NoSite).arg("path", path));
        }
        let site = absolute.clone();
        let send_changes = move |event: notify::Result<notify::Event>| {
            let paths: Vec<PathBuf> = match event {
                Ok(event) if !event.need_rescan() => changed_paths(&event, &site),
                // The system lost events: everything may have changed.
                _ => WATCHED_FOLDERS.map(PathBuf::from).into(),
            };
            if !paths.is_empty() {
                let _ = inbox.send(ServerEvent::FilesChanged(paths));
            }
        };
        let cannot_watch = |error: notify::Error| {
            Diagnostic::without_span(Code::CannotRead)
                .arg("reason", error.to_string())
                .arg("path", absolute.join("content").display().to_string())
        };
        let mut watcher = notify::recommended_watcher(send_changes).map_err(cannot_watch)?;
        // The site's folder itself, too, to see either folder come or be replaced.
        watcher
            .watch(&absolute, RecursiveMode::NonRecursive)
            .map_err(cannot_watch)?;
        watcher
            .watch(&folders[0], RecursiveMode::Recursive)
            .map_err(cannot_watch)?;
        let mut watcher = Self { watcher, folders };
        watcher.rewatch();
        Ok(watcher)
    }

    /// Watches both folders anew, since one came, or was replaced by another of its name.
    pub(super) fn rewatch(&mut self) {
        for folder in &self.folders {
            let _ = self.watcher.unwatch(folder);
            if folder.is_dir() {
                // If it cannot be watched, the next change of the other is still seen.
                let _ = self.watcher.watch(folder, RecursiveMode::Recursive);
            }
        }
    }
}

/// Whether an event is a change. Reading is none; a file that is closed after writing is complete.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// Whether a path below the site's folder is one of the watched folders themselves.
pub(super) fn is_watched_folder(path: &Path) -> bool {
    WATCHED_FOLDERS
        .iter()
        .any(|folder| path == Path::new(folder))
}

/// The path below the site's folder. Returns `None` for what is in no watched folder, and for
/// temporary files of editors.
fn relevant_path(path: &Path, site: &Path) -> Option<PathBuf> {
    let path = path.strip_prefix(site).ok()?;
    let is_watched = WATCHED_FOLDERS
        .iter()
        .any(|folder| path.starts_with(folder));
    let is_temporary = path
        .components()
        .any(|part| is_editor_artifact(&part.as_os_str().to_string_lossy()));
    (is_watched && !is_temporary).then(|| path.to_owned())
}

/// The relevant paths of an event, below the site's folder; none if it is no change.
fn changed_paths(event: &notify::Event, site: &Path) -> Vec<PathBuf> {
    if !is_change(event.kind) {
        return Vec::new();
    }
    let paths = event.paths.iter();
    paths.filter_map(|path| relevant_path(path, site)).collect()
}
