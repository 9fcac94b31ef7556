//! The texts of files: a build lets each go as soon as it is read, for they take as much room as all that is known of them. What is
//! wrong with one is shown from the disk.

use super::load;
use super::walk::ContentFile;
use crate::diag::{Diagnostic, FileId, SourceMap};
use crate::records::Fingerprint;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Texts that were let go.
#[derive(Debug)]
pub struct ReleasedTexts {
    root: PathBuf,
    /// What each file said, by number.
    fingerprints: Vec<Fingerprint>,
}

impl ReleasedTexts {
    pub(super) fn new(root: &Path, prints: Vec<Fingerprint>) -> Self {
        Self {
            root: root.to_owned(),
            fingerprints: prints,
        }
    }

    /// Puts the texts back in which there are errors. A file that says something else by now stays without: the places in it are
    /// no longer true.
    pub fn restore(&self, said: &[Diagnostic], files: &mut SourceMap) {
        let errors = said.iter().filter(|d| d.is_error());
        let spans = errors.flat_map(|d| {
            d.span
                .iter()
                .chain(d.secondary.iter().map(|(_, span)| span))
        });
        for id in spans.map(|span| span.file).collect::<BTreeSet<FileId>>() {
            let Some(print) = self.fingerprints.get(id.0 as usize) else {
                continue;
            };
            let place = files
                .get(id)
                .and_then(|file| ContentFile::from_display_path(&self.root, &file.path));
            let text =
                place.and_then(|place| load::decode_file(load::read_bytes(&place, id), id).0);
            if let Some(text) = text.filter(|text| Fingerprint::of_bytes(text) == *print) {
                files.restore_text(id, text);
            }
        }
    }
}
