//! The texts of files: who only wants the records lets each go as soon as it is read, for they take as much room as all that is
//! known of them. What is wrong with one is shown from the disk.

use super::read;
use super::walk::Place;
use crate::diag::{Diagnostic, File, FileId, Files};
use crate::records::Print;
use std::path::{Path, PathBuf};

/// Texts that were let go.
#[derive(Debug)]
pub struct LetGo {
    root: PathBuf,
    /// What each file said, by number.
    prints: Vec<Print>,
}

impl LetGo {
    pub(super) fn new(root: &Path, prints: Vec<Print>) -> Self {
        Self { root: root.to_owned(), prints }
    }

    /// Puts the texts back of which something is said. A file that says something else by now stays without: its places are
    /// no longer true.
    pub fn recall(&self, said: &[Diagnostic], files: &mut Files) {
        let related = |d: &Diagnostic| d.related.iter().map(|(_, span)| span.file).collect::<Vec<_>>();
        let mut wanted: Vec<FileId> =
            said.iter().flat_map(|d| d.span.map(|span| span.file).into_iter().chain(related(d))).collect();
        wanted.sort_unstable();
        wanted.dedup();
        for id in wanted {
            let Some(print) = self.prints.get(id.0 as usize) else { continue };
            let place = files.get(id).and_then(|File { path, .. }| Place::of(&self.root, path));
            let text = place.and_then(|place| read::text(read::bytes(&place, id), id).0);
            if let Some(text) = text.filter(|text| Print::of(text) == *print) {
                files.put_back(id, text);
            }
        }
    }
}
