//! What was read before, so that a file that says the same is not read again.

use super::{
    ContentKind, LoadedContent, ParsedFile, decode_and_parse, load, media, merge_parsed, walk,
};
use crate::diag::{Code, Diagnostic, FileId, SourceFile, SourceMap};
use crate::records::{Fingerprint, MediaFile, Records};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};
use walk::{ContentFile, FolderListing};

/// Texts by the paths of their files: `content/stops/006-wuluhan.yaml`.
pub type Overrides = BTreeMap<String, String>;

/// How long a file is and when it was written.
type SizeAndMtime = (u64, Duration);

fn size_and_mtime(path: &Path) -> Option<SizeAndMtime> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((
        metadata.len(),
        metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?,
    ))
}

/// What was read of each file. Another set of files is read anew: the numbers in all places are those of the list of files. A file is
/// the same if it is as long as it was and was not written since, or if its bytes are the same.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "it is the whole content")]
pub struct ContentCache {
    files: Vec<CachedFile>,
    media: media::MediaCache,
    discards_texts: bool,
}

/// One file that was read.
pub(super) struct CachedFile {
    /// When it was read; none if it has to be looked at again.
    pub(super) size_and_mtime: Option<SizeAndMtime>,
    pub(super) file: Arc<SourceFile>,
    /// What its text was, if that was let go.
    pub(super) fingerprint: Option<Fingerprint>,
    /// Whether its bytes are not its text.
    pub(super) is_reencoded: bool,
    pub(super) kind: ContentKind,
    pub(super) parsed: ParsedFile,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl CachedFile {
    fn without_text(self) -> Self {
        let print = Some(Fingerprint::of_bytes(&self.file.text));
        let file = Arc::new(SourceFile {
            path: self.file.path.clone(),
            text: String::new(),
        });
        Self {
            file,
            fingerprint: print,
            ..self
        }
    }

    fn matches_file(&self, place: &ContentFile) -> bool {
        self.file.path == place.display_path && self.kind == place.kind
    }

    /// Would the same be read again? So if the bytes are the text; what was read in another way is read anew.
    fn is_fresh_for(&self, bytes: &[u8]) -> bool {
        let unread =
            |fault: &Diagnostic| matches!(fault.code, Code::FileUnreadable | Code::FileTooLarge);
        self.file.text.as_bytes() == bytes && !self.diagnostics.iter().any(unread)
    }
}

impl ContentCache {
    /// One that keeps no texts; for a single time, since without them it cannot be seen what has changed.
    pub(super) fn discarding_texts() -> Self {
        Self {
            discards_texts: true,
            ..Self::default()
        }
    }

    /// What the texts were, by the numbers of their files, once all of them were let go.
    pub(super) fn fingerprints(&self) -> Vec<Fingerprint> {
        self.files
            .iter()
            .filter_map(|read| read.fingerprint)
            .collect()
    }

    /// Has a file looked at again even if it is as long as it was and seems not to have been written since: clocks of file
    /// systems are coarse. `path` is below the folder that holds content/.
    pub fn invalidate(&mut self, path: &Path) {
        let doubtful = |read: &&mut CachedFile| Path::new(&read.file.path).starts_with(path);
        self.files
            .iter_mut()
            .filter(doubtful)
            .for_each(|read| read.size_and_mtime = None);
        self.media.invalidate(path);
    }

    /// Reads content/ below `root`, of which only what has changed since the last time is read anew.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn load(&mut self, root: &Path) -> Result<LoadedContent, Diagnostic> {
        self.load_with_overrides(root, &Overrides::new())
    }

    /// As [`Memory::load`], as if some files said something else: what would be saved can be judged before it is. A text for which
    /// there is no file is one file more, with a number behind all others. Nothing of these texts is kept.
    ///
    /// # Errors
    /// As with [`Memory::load`].
    pub fn load_with_overrides(
        &mut self,
        root: &Path,
        texts: &Overrides,
    ) -> Result<LoadedContent, Diagnostic> {
        let (media, mut faults) = self.read_changed(root)?;
        let id = |n: usize| FileId(u32::try_from(n).unwrap_or(u32::MAX));
        let there = |path: &String| self.files.iter().position(|read| read.file.path == *path);
        let (mut instead, mut behind) = (BTreeMap::new(), self.files.len()..);
        for (path, text) in texts {
            match ContentFile::from_display_path(root, path) {
                Some(place) => {
                    let Some(at) = there(path).or_else(|| behind.next()) else {
                        break;
                    };
                    let bytes = load::check_size(text.len() as u64, place.kind, id(at))
                        .map(|()| text.clone().into_bytes());
                    instead.insert(at, decode_and_parse(place, id(at), bytes));
                }
                None => {
                    faults.push(Diagnostic::without_span(Code::UnexpectedFile).arg("path", path))
                }
            }
        }
        let own = self
            .files
            .iter()
            .enumerate()
            .filter(|(n, _)| !instead.contains_key(n));
        let mut all: Vec<(usize, &CachedFile)> = own
            .chain(instead.iter().map(|(n, read)| (*n, read)))
            .collect();
        all.sort_by_key(|(n, _)| *n);
        let mut records = Records {
            media,
            ..Records::default()
        };
        let mut reencoded_files = BTreeSet::new();
        for (n, file) in &all {
            faults.extend_from_slice(&file.diagnostics);
            merge_parsed(&mut records, &file.parsed);
            if file.is_reencoded {
                reencoded_files.insert(id(*n));
            }
        }
        if !all
            .iter()
            .any(|(_, read)| matches!(read.parsed, ParsedFile::Site(_)))
        {
            faults
                .push(Diagnostic::without_span(Code::MissingFile).arg("path", "content/site.yaml"));
        }
        let files = SourceMap::new(all.iter().map(|(_, read)| read.file.clone()).collect());
        Ok(LoadedContent {
            records,
            files,
            diagnostics: faults,
            reencoded_files,
        })
    }

    /// Reads what has changed; gives what there is of media and what is wrong with the folder.
    fn read_changed(
        &mut self,
        root: &Path,
    ) -> Result<(BTreeMap<String, MediaFile>, Vec<Diagnostic>), Diagnostic> {
        let content = root.join("content");
        if !content.is_dir() {
            return Err(
                Diagnostic::without_span(Code::NoSite).arg("path", content.display().to_string())
            );
        }
        let FolderListing {
            files: places,
            media_names: media,
            diagnostics: faults,
        } = walk::walk_content(&content);
        let old = std::mem::take(&mut self.files);
        let is_same = old.len() == places.len()
            && old
                .iter()
                .zip(&places)
                .all(|(read, place)| read.matches_file(place));
        let mut old: Vec<Option<CachedFile>> = if is_same {
            old.into_iter().map(Some).collect()
        } else {
            Vec::new()
        };
        old.resize_with(places.len(), || None);
        let read = places
            .into_par_iter()
            .zip(old)
            .enumerate()
            .map(|(n, (place, old))| {
                let id = FileId(u32::try_from(n).unwrap_or(u32::MAX));
                let now = size_and_mtime(&place.path);
                match old {
                    Some(old) if old.size_and_mtime.is_some() && old.size_and_mtime == now => old,
                    old => match (load::read_bytes(&place, id), old) {
                        (Ok(bytes), Some(old)) if old.is_fresh_for(&bytes) => CachedFile {
                            size_and_mtime: now,
                            ..old
                        },
                        (bytes, _) => {
                            let read = CachedFile {
                                size_and_mtime: now,
                                ..decode_and_parse(place, id, bytes)
                            };
                            if self.discards_texts {
                                read.without_text()
                            } else {
                                read
                            }
                        }
                    },
                }
            });
        self.files = read.collect();
        Ok((self.media.refresh(&content.join("media"), media), faults))
    }
}
