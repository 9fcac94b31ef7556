//! Which files change while the site is shown: those in content/ and themes/.

use super::desk::Event;
use crate::diag::{Code, Diagnostic};
use crate::source::is_leftover;
use notify::event::{AccessKind, AccessMode};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;

/// Who watches; dropped, it stops.
pub(super) struct Watch {
    watcher: RecommendedWatcher,
    folders: [PathBuf; 2],
}

impl Watch {
    /// Watches the site below `root`.
    pub(super) fn start(root: &Path, inbox: Sender<Event>) -> Result<Self, Diagnostic> {
        let absolute = root.canonicalize().unwrap_or_else(|_| root.to_owned());
        let folders = ["content", "themes"].map(|name| absolute.join(name));
        if !folders[0].is_dir() {
            let path = root.join("content").display().to_string();
            return Err(Diagnostic::nowhere(Code::NoSite).with("path", path));
        }
        let watched = folders.clone();
        let tell = move |event: notify::Result<notify::Event>| {
            // Where the system lost count, everything may have changed.
            let event = event.unwrap_or_else(|_| notify::Event::new(EventKind::Any).add_path(watched[0].clone()));
            if is_change(event.kind) && event.paths.iter().any(|path| concerns(path, &watched)) {
                let moved = event.paths.iter().any(|path| watched.contains(path));
                let _ = inbox.send(Event::Changed { moved });
            }
        };
        let refused = |fault: notify::Error| {
            let fault = Diagnostic::nowhere(Code::CannotRead).with("reason", fault.to_string());
            fault.with("path", absolute.join("content").display().to_string())
        };
        let mut watcher = notify::recommended_watcher(tell).map_err(refused)?;
        watcher.watch(&absolute, RecursiveMode::NonRecursive).map_err(refused)?;
        watcher.watch(&folders[0], RecursiveMode::Recursive).map_err(refused)?;
        let mut watch = Self { watcher, folders };
        watch.again();
        Ok(watch)
    }

    /// Watches both folders anew: one came, or went and came back.
    pub(super) fn again(&mut self) {
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

/// Is it in one of the folders, and not what editors leave behind?
fn concerns(path: &Path, folders: &[PathBuf]) -> bool {
    let below = folders.iter().find_map(|folder| path.strip_prefix(folder).ok());
    below.is_some_and(|below| !below.components().any(|part| is_leftover(&part.as_os_str().to_string_lossy())))
}
