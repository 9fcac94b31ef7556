//! The change to a file that a form would make.

use super::target::EditTarget;
use serde_json::Value;

/// What a file would say.
#[derive(Debug)]
pub(super) struct PendingEdit {
    pub(super) target: EditTarget,
    pub(super) file: String,
    /// What it said before; nothing if it is to come.
    pub(super) base_text: String,
    pub(super) is_new_file: bool,
    pub(super) text: String,
    pub(super) root: Value,
    pub(super) record: Value,
}

impl PendingEdit {
    /// Nothing that could be saved.
    pub(super) fn unsavable(subject: EditTarget, record: Value) -> Self {
        let [file, base, text] = [String::new(), String::new(), String::new()];
        Self {
            target: subject,
            file,
            base_text: base,
            is_new_file: false,
            text,
            root: Value::Null,
            record,
        }
    }
}
