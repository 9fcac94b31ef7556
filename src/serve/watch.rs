//! Which files change while the site is shown: those in content/ and themes/.

use super::event::ServerEvent;
use crate::diag::{Code, Diagnostic};
use crate::source::is_editor_artifact;
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// What a site is made from.
pub(super) const WATCHED_FOLDERS: [&str; 2] = ["content", "themes"];

/// Who watches; dropped, it stops.
pub(super) struct SiteWatcher {
    watcher: RecommendedWatcher,
    folders: [PathBuf; 2],
}

impl SiteWatcher {
    /// Watches the site below `root`.
    pub(super) fn start(root: &Path, inbox: Sender<ServerEvent>) -> Result<Self, Diagnostic> {
        let absolute = dunce::canonicalize(root).unwrap_or_else(|_| root.to_owned());
        let folders = WATCHED_FOLDERS.map(|name| absolute.join(name));
        if !folders[0].is_dir() {
            let path = root.join("content").display().to_string();
            return Err(Diagnostic::without_span(Code::NoSite).arg("path", path));
        }
        let below = absolute.clone();
        let tell = move |event: notify::Result<notify::Event>| {
            let paths: Vec<PathBuf> = match event {
                Ok(event) if !event.need_rescan() => {
                    let paths = event.paths.iter().filter(|_| is_change(event.kind));
                    paths
                        .filter_map(|path| relevant_path(path, &below))
                        .collect()
                }
                // The system lost count: everything may have changed.
                _ => WATCHED_FOLDERS.map(PathBuf::from).into(),
            };
            if !paths.is_empty() {
                let _ = inbox.send(ServerEvent::FilesChanged(paths));
            }
        };
        let refused = |fault: notify::Error| {
            let fault = Diagnostic::without_span(Code::CannotRead).arg("reason", fault.to_string());
            fault.arg("path", absolute.join("content").display().to_string())
        };
        let mut watcher = notify::recommended_watcher(tell).map_err(refused)?;
        watcher
            .watch(&absolute, RecursiveMode::NonRecursive)
            .map_err(refused)?;
        watcher
            .watch(&folders[0], RecursiveMode::Recursive)
            .map_err(refused)?;
        let mut watch = Self { watcher, folders };
        watch.rewatch();
        Ok(watch)
    }

    /// Watches both folders anew: one came, or went and came back.
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

/// Reading changes nothing; a file that is closed after writing is whole.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(access) if access != AccessKind::Close(AccessMode::Write))
}

/// The path below the site's folder, if it is in one of the folders and not what editors leave behind.
fn relevant_path(path: &Path, site: &Path) -> Option<PathBuf> {
    let below = path.strip_prefix(site).ok()?;
    let is_ours = WATCHED_FOLDERS
        .iter()
        .any(|folder| below.starts_with(folder));
    let is_left = below
        .components()
        .any(|part| is_editor_artifact(&part.as_os_str().to_string_lossy()));
    (is_ours && !is_left).then(|| below.to_owned())
}
