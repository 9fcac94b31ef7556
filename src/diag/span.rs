//! Locations in files: files by number, ranges of bytes in them, lines and columns for people.
//!
//! Files are numbered in the order of their paths, so that the order of spans is the order in which
//! a person would read the folder. `source` reads the files; this module only keeps their texts.

use std::collections::BTreeMap;
use std::sync::Arc;

/// A file's number in [`SourceMap`].
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
    /// A range in `file`. Offsets beyond 4 GiB cannot occur: `source` refuses such files.
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Self {
        Self {
            file,
            start: saturating_u32(range.start),
            end: saturating_u32(range.end),
        }
    }

    /// The range as indices into the file's text.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Whether `other` is inside this range.
    pub fn contains(self, other: Self) -> bool {
        self.file == other.file && self.start <= other.start && other.end <= self.end
    }
}

fn saturating_u32(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// One file that was read.
#[derive(Debug, Default)]
pub struct SourceFile {
    /// The path below the site's folder, with `/` on every system:
    /// `content/stops/006-wuluhan.yaml`.
    pub path: String,
    /// Its text as UTF-8.
    pub text: String,
}

impl SourceFile {
    /// Line and column of one byte, from 1; for many bytes, [`LineIndex`] is faster.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        LineIndex::new(&self.text).line_column(byte)
    }
}

/// The lines of a text, counted once, to look up lines and columns of many bytes.
#[derive(Debug)]
pub struct LineIndex<'a> {
    text: &'a [u8],
    /// The first byte of each line.
    line_starts: Vec<usize>,
    /// How many characters are before each chunk of [`CHUNK_BYTES`].
    char_counts: Vec<usize>,
}

/// After how many bytes the characters are counted again: a long line is not counted from its start
/// for each of its columns.
const CHUNK_BYTES: usize = 1024;

impl<'a> LineIndex<'a> {
    /// Counts the lines and characters of a text.
    pub fn new(text: &'a str) -> Self {
        let bytes = text.as_bytes();
        let mut line_starts = vec![0];
        for (at, byte) in bytes.iter().enumerate() {
            if *byte == b'\n' {
                line_starts.push(at + 1);
            }
        }
        let (mut char_counts, mut count) = (vec![0], 0);
        for chunk in bytes.chunks(CHUNK_BYTES) {
            count += count_chars(chunk);
            char_counts.push(count);
        }
        Self {
            text: bytes,
            line_starts,
            char_counts,
        }
    }

    /// Line and column of a byte, both from 1; the column counts characters, as editors do.
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let byte = byte.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= byte);
        let start = self.line_starts.get(line - 1).copied().unwrap_or_default();
        (line, self.chars_before(byte) - self.chars_before(start) + 1)
    }

    /// How many characters are before a byte.
    fn chars_before(&self, byte: usize) -> usize {
        let chunk = byte / CHUNK_BYTES;
        self.char_counts.get(chunk).copied().unwrap_or_default()
            + count_chars(&self.text[chunk * CHUNK_BYTES..byte])
    }
}

/// How many characters start in some bytes.
fn count_chars(bytes: &[u8]) -> usize {
    // In UTF-8, every byte but the first of a character is 0b10xx_xxxx.
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

/// All files that were read, by number.
#[derive(Debug, Default)]
pub struct SourceMap {
    files: Vec<Arc<SourceFile>>,
    /// Rows of spreadsheets, with their numbers: the path of each is the name of a cell.
    sheet_rows: BTreeMap<FileId, usize>,
}

impl SourceMap {
    /// Of files in the order of their numbers.
    pub fn new(files: Vec<Arc<SourceFile>>) -> Self {
        Self {
            files,
            sheet_rows: BTreeMap::new(),
        }
    }

    /// The file of a number.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize).map(AsRef::as_ref)
    }

    /// The file at a path, with its number.
    pub fn find(&self, path: &str) -> Option<(FileId, &SourceFile)> {
        self.iter().find(|(_, file)| file.path == path)
    }

    /// All files with their numbers, in the order of these.
    pub fn iter(&self) -> impl Iterator<Item = (FileId, &SourceFile)> {
        (0..).map(FileId).zip(self.files.iter().map(AsRef::as_ref))
    }

    /// Adds a file that is no record, such as a template, and gives its number.
    pub fn insert(&mut self, file: SourceFile) -> FileId {
        self.files.push(Arc::new(file));
        FileId(saturating_u32(self.files.len() - 1))
    }

    /// Adds a row of a spreadsheet, whose path is the name of a cell in it, and gives its number.
    pub fn insert_sheet_row(&mut self, cell: SourceFile, row: usize) -> FileId {
        let id = self.insert(cell);
        self.sheet_rows.insert(id, row);
        id
    }

    /// The row's number, if the file is a row of a spreadsheet.
    pub fn sheet_row(&self, id: FileId) -> Option<usize> {
        self.sheet_rows.get(&id).copied()
    }

    /// Gives a file its text again, which was discarded after parsing.
    pub fn restore_text(&mut self, id: FileId, text: String) {
        if let Some(file) = self.files.get_mut(id.0 as usize) {
            *file = Arc::new(SourceFile {
                path: file.path.clone(),
                text,
            });
        }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.files.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.files.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns() {
        let text = format!("satu\ndé {}x\n", "é".repeat(CHUNK_BYTES));
        let lines = LineIndex::new(&text);
        assert_eq!(
            [0, 3, 4, 5, 6, 8].map(|at| lines.line_column(at)),
            [(1, 1), (1, 4), (1, 5), (2, 1), (2, 2), (2, 3)]
        );
        assert_eq!(lines.line_column(text.len() - 2), (2, CHUNK_BYTES + 4));
        assert_eq!(lines.line_column(text.len() + 9), (3, 1));
    }
}
