//! Where something stands: files by number, ranges of bytes in them, lines and columns for people.
//!
//! Files are numbered in the order of their paths, so that the order of spans is the order in which a person would
//! read the folder. Who reads files from the disk is `source`'s business.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A file's number in [`Files`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileId(pub u32);

/// A range of bytes in one file; `end` is the first byte that no longer belongs to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// First byte after it.
    pub end: u32,
}

impl Span {
    /// A range in `file`. Offsets beyond 4 GiB cannot occur: files are refused long before (see `source`).
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        let small = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { file, start: small(range.start), end: small(range.end) }
    }

    /// The range as indices into the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Does `other` lie inside this range?
    pub fn holds(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

/// One file that was read.
#[derive(Debug, Default)]
pub struct File {
    /// The path below the site's folder, with `/` on every system: `content/stops/006-wuluhan.yaml`.
    pub path: String,
    /// Its text as UTF-8.
    pub text: String,
}

impl File {
    /// Line and column of a byte, both from 1; the column counts characters, as editors do.
    pub fn position(&self, byte: usize) -> (usize, usize) {
        let before = &self.text.as_bytes()[..byte.min(self.text.len())];
        let line_start = before.iter().rposition(|&b| b == b'\n').map_or(0, |i| i + 1);
        let line = before.iter().filter(|&&b| b == b'\n').count() + 1;
        let column = String::from_utf8_lossy(&before[line_start..]).chars().count() + 1;
        (line, column)
    }
}

/// All files that were read, by number.
#[derive(Debug, Default)]
pub struct Files {
    list: Vec<Arc<File>>,
    /// Rows of spreadsheets, with their numbers: the path of each is the name of a cell.
    rows: BTreeMap<FileId, usize>,
}

impl Files {
    /// Takes the files in the order of their numbers.
    pub fn new(list: Vec<Arc<File>>) -> Self {
        Self { list, rows: BTreeMap::new() }
    }

    /// The file of a number; a number that is not there gives an empty file, which no reader makes.
    pub fn get(&self, id: FileId) -> Option<&File> {
        self.list.get(id.0 as usize).map(|file| &**file)
    }

    /// Adds a file that is no record, such as a template, and gives its number.
    pub fn add(&mut self, file: File) -> FileId {
        self.list.push(Arc::new(file));
        FileId(u32::try_from(self.list.len() - 1).unwrap_or(u32::MAX))
    }

    /// Adds a row of a spreadsheet, whose path is the name of a cell in it, and gives its number.
    pub fn add_row(&mut self, cell: File, row: usize) -> FileId {
        let id = self.add(cell);
        self.rows.insert(id, row);
        id
    }

    /// The number of the row that stands in place of a file.
    pub fn row(&self, id: FileId) -> Option<usize> {
        self.rows.get(&id).copied()
    }

    /// Lets the texts of files go in which no fault can be found any more; their paths and numbers stay.
    pub fn let_go(&mut self, of: impl Fn(FileId) -> bool) {
        for (_, file) in (0..).zip(&mut self.list).filter(|(n, _)| of(FileId(*n))) {
            *file = Arc::new(File { path: file.path.clone(), text: String::new() });
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.list.len()
    }

    /// Are there none?
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
