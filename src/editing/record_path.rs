//! Where a record is in its file, for form, workbook and diagnostics: `aspirations/2/responses/0`
//! in the file of a stop, `3` in a file of follow-ups, empty for the stop itself. The same steps
//! make a JSON pointer; an index `-` is an entry to be added.

use serde_json::Value;
use std::fmt;

/// The index of an entry that is yet to be added to its list, as in JSON Pointer.
pub(super) const NEW_ENTRY: &str = "-";

/// The steps from a file's root to a record, with slashes between them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RecordPath(String);

impl RecordPath {
    /// Whether this is the file's root: the stop itself.
    pub(super) fn is_root(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the record is an entry that is yet to be added.
    pub(super) fn is_new_entry(&self) -> bool {
        self.split_last().1 == NEW_ENTRY
    }

    /// The path of an entry of the list under `key`; an empty key is the root's own list.
    pub(super) fn entry(&self, key: &str, index: impl fmt::Display) -> Self {
        let mut path = self.0.clone();
        for step in [key, &index.to_string()] {
            if !path.is_empty() && !step.is_empty() {
                path.push('/');
            }
            path.push_str(step);
        }
        Self(path)
    }

    /// The list that holds the record (empty for the root's own), and the record's index in it.
    pub(super) fn split_last(&self) -> (&str, &str) {
        self.0.rsplit_once('/').unwrap_or(("", &self.0))
    }

    /// The steps from the root.
    pub(super) fn steps(&self) -> impl Iterator<Item = &str> {
        self.0.split('/').filter(|step| !step.is_empty())
    }

    /// The steps from `ancestor` to this record. Returns `None` if the record is not in it; the
    /// root holds only itself here, because the entries of a stop have forms of their own.
    pub(super) fn steps_below(&self, ancestor: &Self) -> Option<&str> {
        if self == ancestor {
            return Some("");
        }
        self.0
            .strip_prefix(&ancestor.0)
            .filter(|_| !ancestor.is_root())?
            .strip_prefix('/')
    }

    /// The record in the content of its file.
    pub(super) fn get<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        root.pointer(&self.json_pointer())
    }

    /// The record in the content of its file, to be changed.
    pub(super) fn get_mut<'v>(&self, root: &'v mut Value) -> Option<&'v mut Value> {
        root.pointer_mut(&self.json_pointer())
    }

    fn json_pointer(&self) -> String {
        if self.is_root() {
            String::new()
        } else {
            format!("/{}", self.0)
        }
    }
}

impl From<&str> for RecordPath {
    fn from(path: &str) -> Self {
        Self(path.to_owned())
    }
}

impl fmt::Display for RecordPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
