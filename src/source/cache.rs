//! The content cache: the parsed records of each file of content/, so that `serve` and the forms read anew only what
//! changed. A single build fills it once and keeps no texts, which halves its memory.
//!
//! - Key: the file's place in the list of files, since spans name files by number. Value: text, records, diagnostics.
//! - Invalid as a whole if the list of files changed; an entry, if size or mtime differ and then the bytes too, or if
//!   [`ContentCache::invalidate`] was called for its path because a watcher saw it change.
//! - Buys: a reload costs what the changed file costs instead of `cargo bench --bench stages -- load`.

use super::{
    ContentKind, LoadedContent, ParsedFile, decode_and_parse, load, media, merge_parsed, walk,
};
use crate::diag::{Code, Diagnostic, FileId, SourceFile, SourceMap, Span};
use crate::records::{MediaFile, Records};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};
use walk::{ContentFile, FolderListing};

/// Texts by the paths of their files: `content/stops/006-wuluhan.yaml`.
pub type Overrides = BTreeMap<String, String>;

/// A file's size in bytes and its mtime since 1970 UTC.
type SizeAndMtime = (u64, Duration);

fn size_and_mtime(path: &Path) -> Option<SizeAndMtime> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((
        metadata.len(),
        metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?,
    ))
}

/// What was read of each file, in the order of the list of files.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "it is the whole content")]
pub struct ContentCache {
    files: Vec<CachedFile>,
    media: media::MediaCache,
    discards_texts: bool,
}

/// One file that was read.
pub(super) struct CachedFile {
    /// `None` if the file has to be read again.
    pub(super) size_and_mtime: Option<SizeAndMtime>,
    pub(super) file: Arc<SourceFile>,
    pub(super) kind: ContentKind,
    pub(super) parsed: ParsedFile,
    pub(super) diagnostics: Vec<Diagnostic>,
}

impl CachedFile {
    fn without_text(self) -> Self {
        let path = self.file.path.clone();
        Self {
            file: Arc::new(SourceFile {
                path,
                text: String::new(),
            }),
            ..self
        }
    }

    fn matches_file(&self, place: &ContentFile) -> bool {
        self.file.path == place.display_path && self.kind == place.kind
    }

    /// Whether the same would be read again: if the bytes are the text. A file that was decoded is read anew.
    fn is_fresh_for(&self, bytes: &[u8]) -> bool {
        let unread =
            |fault: &Diagnostic| matches!(fault.code, Code::FileUnreadable | Code::FileTooLarge);
        self.file.text.as_bytes() == bytes && !self.diagnostics.iter().any(unread)
    }
}

/// Reads the texts back in which errors have to be shown, after [`super::load_discarding_texts`]. A file that is gone or
/// became shorter meanwhile stays without: the places in it are no longer true.
pub fn restore_texts(root: &Path, diagnostics: &[Diagnostic], files: &mut SourceMap) {
    let mut spans: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
    for diagnostic in diagnostics.iter().filter(|d| d.is_error()) {
        let secondary = diagnostic.secondary.iter().map(|(_, span)| span);
        for span in diagnostic.span.iter().chain(secondary) {
            spans.entry(span.file).or_default().push(*span);
        }
    }
    for (id, spans) in spans {
        // Templates and the like have kept their texts.
        let file = files.get(id).filter(|file| file.text.is_empty());
        let place = file.and_then(|file| ContentFile::from_display_path(root, &file.path));
        let text = place.and_then(|place| load::decode_file(load::read_bytes(&place, id), id).0);
        let fits = |text: &String| spans.iter().all(|span| text.get(span.range()).is_some());
        if let Some(text) = text.filter(fits) {
            files.restore_text(id, text);
        }
    }
}

impl ContentCache {
    /// One that keeps no texts. It can be used once: without the texts, changes cannot be seen.
    pub(super) fn discarding_texts() -> Self {
        Self {
            discards_texts: true,
            ..Self::default()
        }
    }

    /// Has a file, or a folder's files, read again although size and mtime may be the same: clocks of file systems are
    /// coarse. `path` is below the folder that holds content/.
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

    /// As [`Self::load`], with other texts in place of some files: what would be saved can be checked before it is. A text
    /// without a file counts as one more file, numbered behind all others. Nothing of these texts is cached.
    ///
    /// # Errors
    /// As with [`Self::load`].
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
                    faults.push(Diagnostic::without_span(Code::UnexpectedFile).arg("path", path));
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
        for (
            _,
            CachedFile {
                parsed: part,
                diagnostics: found,
                ..
            },
        ) in &all
        {
            faults.extend_from_slice(found);
            merge_parsed(&mut records, part);
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
        })
    }

    /// Reads the changed files; gives the media and the diagnostics of the folder itself.
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
