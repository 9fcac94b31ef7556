//! The content cache: the parsed records of each file of content/, so that `serve` and the forms
//! read anew only what changed. A single build fills it once and keeps no texts, which halves its
//! memory.
//!
//! - Key: the file's number in the list of files, since spans name files by number. Value: text,
//!   records, diagnostics.
//! - Invalid as a whole if the list of files changed; an entry, if size or mtime differ and then
//!   the bytes too, or if [`ContentCache::invalidate`] was called for its path because a watcher
//!   saw it change.
//! - Buys: a reload costs what the changed file costs, and not what all do
//!   (`cargo bench --bench stages -- load`).

use super::parsed_file::{ParsedFile, merge_parsed, parse_file};
use super::walk::{self, ContentFile, ContentKind};
use super::{encoding, load, media, redactions, theme};
use crate::diag::{Code, Diagnostic, FileId, SourceFile, SourceMap, Span};
use crate::records::{MediaFile, Records};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};

/// Texts that stand in for those of files, by path: `content/stops/006-wuluhan.yaml`.
pub type Overrides = BTreeMap<String, String>;

/// What was found in the content folder.
#[derive(Debug)]
pub struct LoadedContent {
    /// Everything that could be read.
    pub records: Records,
    /// The files' texts, for messages.
    pub files: SourceMap,
    /// What could not be read, and what is wrong with the rest.
    pub diagnostics: Vec<Diagnostic>,
    /// The files whose bytes are not their text: UTF-16, or line ends of old Macs. They are read,
    /// but never written.
    pub reencoded_files: BTreeSet<FileId>,
}

impl LoadedContent {
    /// The files whose text could not be read: nothing in `files` is what they say.
    pub fn unreadable_files(&self) -> BTreeSet<FileId> {
        let mut unreadable = BTreeSet::new();
        for diagnostic in &self.diagnostics {
            if let (Code::NotUtf8 | Code::FileTooLarge | Code::FileUnreadable, Some(span)) =
                (diagnostic.code, diagnostic.span)
            {
                unreadable.insert(span.file);
            }
        }
        unreadable
    }
}

/// A file's size in bytes and its mtime since 1970 UTC.
type SizeAndMtime = (u64, Duration);

fn size_and_mtime(path: &Path) -> Option<SizeAndMtime> {
    let metadata = std::fs::metadata(path).ok()?;
    let modified = metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    Some((metadata.len(), modified))
}

/// What was parsed of each file, with its size and modification time.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "it holds the whole content")]
pub struct ContentCache {
    files: Vec<CachedFile>,
    media: media::MediaCache,
    discards_texts: bool,
}

/// One file that was read.
struct CachedFile {
    /// As it was when the file was read; `None` if the file has to be looked at again.
    size_and_mtime: Option<SizeAndMtime>,
    file: Arc<SourceFile>,
    /// Whether its bytes are not its text.
    is_reencoded: bool,
    kind: ContentKind,
    parsed: ParsedFile,
    diagnostics: Vec<Diagnostic>,
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

    fn matches_file(&self, file: &ContentFile) -> bool {
        self.file.path == file.display_path && self.kind == file.kind
    }

    /// Whether parsing `bytes` would give the same. A file that could not be read has an empty
    /// text, which says nothing of its bytes.
    fn is_fresh_for(&self, bytes: &[u8]) -> bool {
        self.file.text.as_bytes() == bytes
            && !self
                .diagnostics
                .iter()
                .any(|d| matches!(d.code, Code::FileUnreadable | Code::FileTooLarge))
    }
}

/// Reads again the texts in which errors have to be shown, after [`super::load_discarding_texts`].
/// A file that is gone or became shorter meanwhile stays without: the spans in it are no longer
/// true.
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
        if let Some(file) = files.get(id)
            && file.text.is_empty()
            && let Some(file) = ContentFile::from_display_path(root, &file.path)
            && let (Some(text), _) = load::decode_file(load::read_bytes(&file, id), id)
            && spans.iter().all(|span| text.get(span.range()).is_some())
        {
            files.restore_text(id, text);
        }
    }
}

impl ContentCache {
    /// A cache that keeps no texts; good for one load, since without the texts it cannot tell what
    /// has changed.
    pub(super) fn discarding_texts() -> Self {
        Self {
            discards_texts: true,
            ..Self::default()
        }
    }

    /// Makes the next load look at the files at or below `path` (relative to the folder that holds
    /// content/), whatever their size and modification time: the clocks of file systems are coarse,
    /// and an editor may save twice within a tick.
    pub fn invalidate(&mut self, path: &Path) {
        for cached in &mut self.files {
            if Path::new(&cached.file.path).starts_with(path) {
                cached.size_and_mtime = None;
            }
        }
        self.media.invalidate(path);
    }

    /// Loads content/ below `root`, parsing only what has changed since the last load.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn load(&mut self, root: &Path) -> Result<LoadedContent, Diagnostic> {
        self.load_with_overrides(root, &Overrides::new())
    }

    /// As [`ContentCache::load`], but as if some files had other texts: so that a form can check
    /// what it is about to save. A text for which there is no file counts as one more file,
    /// numbered after all others. Nothing of these texts is kept.
    ///
    /// # Errors
    /// As with [`ContentCache::load`].
    pub fn load_with_overrides(
        &mut self,
        root: &Path,
        texts: &Overrides,
    ) -> Result<LoadedContent, Diagnostic> {
        let (media, mut diagnostics) = self.read_changed(root)?;
        let mut overridden: BTreeMap<usize, CachedFile> = BTreeMap::new();
        let mut next_new = self.files.len();
        for (path, text) in texts {
            let Some(file) = ContentFile::from_display_path(root, path) else {
                diagnostics.push(Diagnostic::without_span(Code::UnexpectedFile).arg("path", path));
                continue;
            };
            let known = self
                .files
                .iter()
                .position(|cached| cached.file.path == *path);
            let number = known.unwrap_or(next_new);
            next_new = next_new.max(number + 1);
            // As large as a file may be, so that what is accepted here can be read back later.
            let bytes = load::check_size(text.len() as u64, file.kind, file_id(number))
                .map(|()| text.clone().into_bytes());
            overridden.insert(number, decode_and_parse(file, file_id(number), bytes));
        }
        // In the order of their numbers, since a file's number is its position in the source map.
        let mut files: Vec<&CachedFile> = Vec::with_capacity(next_new);
        for (number, cached) in self.files.iter().enumerate() {
            files.push(overridden.get(&number).unwrap_or(cached));
        }
        files.extend(overridden.range(self.files.len()..).map(|(_, file)| file));
        let mut records = Records {
            media,
            ..Records::default()
        };
        let mut reencoded_files = BTreeSet::new();
        let mut has_site = false;
        for (number, file) in files.iter().enumerate() {
            diagnostics.extend_from_slice(&file.diagnostics);
            merge_parsed(&mut records, &file.parsed);
            has_site |= matches!(file.parsed, ParsedFile::Site(_));
            if file.is_reencoded {
                reencoded_files.insert(file_id(number));
            }
        }
        records.revision_log.join();
        records.theme_hashes = theme::theme_hashes(root, records.site.as_ref());
        if !has_site {
            diagnostics
                .push(Diagnostic::without_span(Code::MissingFile).arg("path", "content/site.yaml"));
        }
        let mut files = SourceMap::new(files.iter().map(|cached| cached.file.clone()).collect());
        redactions::complete_redactions(root, &mut records, &mut files);
        Ok(LoadedContent {
            records,
            files,
            diagnostics,
            reencoded_files,
        })
    }

    /// Brings the cache up to date. Returns the files in media/ and what is wrong with the folder
    /// itself.
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
        let listing = walk::walk_content(&content);
        let old = std::mem::take(&mut self.files);
        // Spans name files by their number: in another list of files, each may have another number.
        let are_same_files = old.len() == listing.files.len()
            && old
                .iter()
                .zip(&listing.files)
                .all(|(old, file)| old.matches_file(file));
        let mut old: Vec<Option<CachedFile>> = if are_same_files {
            old.into_iter().map(Some).collect()
        } else {
            Vec::new()
        };
        old.resize_with(listing.files.len(), || None);
        let discards_texts = self.discards_texts;
        self.files = listing
            .files
            .into_par_iter()
            .zip(old)
            .enumerate()
            .map(|(number, (file, old))| {
                let read = read_file(file, file_id(number), old);
                // Within the parallel loop: all texts together are what must never be in memory at
                // once.
                if discards_texts {
                    read.without_text()
                } else {
                    read
                }
            })
            .collect();
        let media = self
            .media
            .refresh(&content.join("media"), listing.media_names);
        Ok((media, listing.diagnostics))
    }
}

fn file_id(number: usize) -> FileId {
    FileId(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Reads a file, unless it is as it was when `old` was read.
fn read_file(file: ContentFile, id: FileId, old: Option<CachedFile>) -> CachedFile {
    // Taken before the bytes: what is written in between then looks changed the next time, not
    // fresh.
    let now = size_and_mtime(&file.path);
    let bytes = match old {
        Some(old) if old.size_and_mtime.is_some() && old.size_and_mtime == now => return old,
        Some(old) => match load::read_bytes(&file, id) {
            Ok(bytes) if old.is_fresh_for(&bytes) => {
                return CachedFile {
                    size_and_mtime: now,
                    ..old
                };
            }
            bytes => bytes,
        },
        None => load::read_bytes(&file, id),
    };
    CachedFile {
        size_and_mtime: now,
        ..decode_and_parse(file, id, bytes)
    }
}

fn decode_and_parse(
    file: ContentFile,
    id: FileId,
    bytes: Result<Vec<u8>, Diagnostic>,
) -> CachedFile {
    let is_reencoded = matches!(&bytes, Ok(bytes) if encoding::is_reencoded(bytes));
    let (text, mut diagnostics) = load::decode_file(bytes, id);
    // What cannot be decoded at all is reported as such.
    let is_reencoded = is_reencoded && diagnostics.is_empty();
    let parsed = parse_file(&file, text.as_deref(), id, &mut diagnostics);
    CachedFile {
        size_and_mtime: None,
        is_reencoded,
        file: Arc::new(SourceFile {
            path: file.display_path,
            text: text.unwrap_or_default(),
        }),
        kind: file.kind,
        parsed,
        diagnostics,
    }
}
