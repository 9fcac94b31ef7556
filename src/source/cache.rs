//! What was read before, so that a file that says the same is not read again.

use super::{Holds, Loaded, Part, add, load, media, one, walk};
use crate::diag::{Code, Diagnostic, File, FileId, Files};
use crate::records::{Fingerprint, MediaFile, Records};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, UNIX_EPOCH};
use walk::{Found, Place};

/// Texts by the paths of their files: `content/stops/006-wuluhan.yaml`.
pub type Texts = BTreeMap<String, String>;

/// How long a file is and when it was written.
type Stamp = (u64, Duration);

fn stamp(path: &Path) -> Option<Stamp> {
    let metadata = std::fs::metadata(path).ok()?;
    Some((metadata.len(), metadata.modified().ok()?.duration_since(UNIX_EPOCH).ok()?))
}

/// What was read of each file. Another set of files is read anew: the numbers in all places are those of the list of files. A file is
/// the same if it is as long as it was and was not written since, or if its bytes are the same.
#[derive(Default)]
#[expect(missing_debug_implementations, reason = "it is the whole content")]
pub struct Memory {
    read: Vec<Read>,
    media: media::Seen,
    lets_go: bool,
}

/// One file that was read.
pub(super) struct Read {
    /// When it was read; none if it has to be looked at again.
    pub(super) stamp: Option<Stamp>,
    pub(super) file: Arc<File>,
    /// What its text was, if that was let go.
    pub(super) print: Option<Fingerprint>,
    pub(super) holds: Holds,
    pub(super) part: Part,
    pub(super) faults: Vec<Diagnostic>,
}

impl Read {
    fn without_text(self) -> Self {
        let print = Some(Fingerprint::of_bytes(&self.file.text));
        let file = Arc::new(File { path: self.file.path.clone(), text: String::new() });
        Self { file, print, ..self }
    }

    fn is_at(&self, place: &Place) -> bool {
        self.file.path == place.shown && self.holds == place.holds
    }

    /// Would the same be read again? So if the bytes are the text; what was read in another way is read anew.
    fn says(&self, bytes: &[u8]) -> bool {
        let unread = |fault: &Diagnostic| matches!(fault.code, Code::FileUnreadable | Code::FileTooLarge);
        self.file.text.as_bytes() == bytes && !self.faults.iter().any(unread)
    }
}

impl Memory {
    /// One that keeps no texts; for a single time, since without them it cannot be seen what has changed.
    pub(super) fn without_texts() -> Self {
        Self { lets_go: true, ..Self::default() }
    }

    /// What the texts were, by the numbers of their files, once all of them were let go.
    pub(super) fn prints(&self) -> Vec<Fingerprint> {
        self.read.iter().filter_map(|read| read.print).collect()
    }

    /// Has a file looked at again even if it is as long as it was and seems not to have been written since: clocks of file
    /// systems are coarse. `path` is below the folder that holds content/.
    pub fn doubt(&mut self, path: &Path) {
        let doubtful = |read: &&mut Read| Path::new(&read.file.path).starts_with(path);
        self.read.iter_mut().filter(doubtful).for_each(|read| read.stamp = None);
        self.media.doubt(path);
    }

    /// Reads content/ below `root`, of which only what has changed since the last time is read anew.
    ///
    /// # Errors
    /// If there is no such folder.
    pub fn load(&mut self, root: &Path) -> Result<Loaded, Diagnostic> {
        self.load_as_if(root, &Texts::new())
    }

    /// As [`Memory::load`], as if some files said something else: what would be saved can be judged before it is. A text for which
    /// there is no file is one file more, with a number behind all others. Nothing of these texts is kept.
    ///
    /// # Errors
    /// As with [`Memory::load`].
    pub fn load_as_if(&mut self, root: &Path, texts: &Texts) -> Result<Loaded, Diagnostic> {
        let (media, mut faults) = self.read(root)?;
        let id = |n: usize| FileId(u32::try_from(n).unwrap_or(u32::MAX));
        let there = |path: &String| self.read.iter().position(|read| read.file.path == *path);
        let (mut instead, mut behind) = (BTreeMap::new(), self.read.len()..);
        for (path, text) in texts {
            match Place::of(root, path) {
                Some(place) => {
                    let Some(at) = there(path).or_else(|| behind.next()) else { break };
                    let bytes =
                        load::within(text.len() as u64, place.holds, id(at)).map(|()| text.clone().into_bytes());
                    instead.insert(at, one(place, id(at), bytes));
                }
                None => faults.push(Diagnostic::nowhere(Code::StrangeFile).with("path", path)),
            }
        }
        let own = self.read.iter().enumerate().filter(|(n, _)| !instead.contains_key(n));
        let mut all: Vec<(usize, &Read)> = own.chain(instead.iter().map(|(n, read)| (*n, read))).collect();
        all.sort_by_key(|(n, _)| *n);
        let mut records = Records { media, ..Records::default() };
        for (_, Read { part, faults: found, .. }) in &all {
            faults.extend_from_slice(found);
            add(&mut records, part);
        }
        if !all.iter().any(|(_, read)| matches!(read.part, Part::Site(_))) {
            faults.push(Diagnostic::nowhere(Code::MissingFile).with("path", "content/site.yaml"));
        }
        let files = Files::new(all.iter().map(|(_, read)| read.file.clone()).collect());
        Ok(Loaded { records, files, faults })
    }

    /// Reads what has changed; gives what there is of media and what is wrong with the folder.
    fn read(&mut self, root: &Path) -> Result<(BTreeMap<String, MediaFile>, Vec<Diagnostic>), Diagnostic> {
        let content = root.join("content");
        if !content.is_dir() {
            return Err(Diagnostic::nowhere(Code::NoSite).with("path", content.display().to_string()));
        }
        let Found { places, media, faults } = walk::walk(&content);
        let old = std::mem::take(&mut self.read);
        let is_same = old.len() == places.len() && old.iter().zip(&places).all(|(read, place)| read.is_at(place));
        let mut old: Vec<Option<Read>> = if is_same { old.into_iter().map(Some).collect() } else { Vec::new() };
        old.resize_with(places.len(), || None);
        let read = places.into_par_iter().zip(old).enumerate().map(|(n, (place, old))| {
            let id = FileId(u32::try_from(n).unwrap_or(u32::MAX));
            let now = stamp(&place.path);
            match old {
                Some(old) if old.stamp.is_some() && old.stamp == now => old,
                old => match (load::bytes(&place, id), old) {
                    (Ok(bytes), Some(old)) if old.says(&bytes) => Read { stamp: now, ..old },
                    (bytes, _) => {
                        let read = Read { stamp: now, ..one(place, id, bytes) };
                        if self.lets_go { read.without_text() } else { read }
                    }
                },
            }
        });
        self.read = read.collect();
        Ok((self.media.look(&content.join("media"), media), faults))
    }
}
