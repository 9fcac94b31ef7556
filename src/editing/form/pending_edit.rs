//! The change to a record file that a form would make: shown with the form, and written when it is
//! saved.

use super::target::EditTarget;
use serde_json::Value;

/// A change that can be saved, or one that cannot: then its file is empty.
#[derive(Debug)]
pub(super) struct PendingEdit {
    /// The record, where it will be once the file is written.
    pub(super) target: EditTarget,
    /// The path of the file, below the site's folder.
    pub(super) file: String,
    /// The file's text before; `None` if the file is yet to be created.
    pub(super) base_text: Option<String>,
    /// Its text afterwards.
    pub(super) text: String,
    /// Its content afterwards.
    pub(super) root: Value,
    /// The record's content afterwards.
    pub(super) record: Value,
}

impl PendingEdit {
    /// A change that cannot be saved, for a form that only shows what was typed.
    pub(super) fn unsavable(target: EditTarget, record: Value) -> Self {
        Self {
            target,
            file: String::new(),
            base_text: None,
            text: String::new(),
            root: Value::Null,
            record,
        }
    }
}
