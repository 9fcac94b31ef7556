//! A submitted form: the values that were typed, the secret and the hash that the form was issued
//! with, and what is to be done.

use crate::editing::{FormValues, normalize};
use std::collections::BTreeMap;

/// A submitted form.
#[derive(Debug, Default)]
pub(super) struct Submission {
    pub(super) values: FormValues,
    /// The secret of the form.
    pub(super) token: String,
    /// The hash of the file's text when the form was issued.
    pub(super) hash: String,
    /// Whether it is to be saved; otherwise it is only checked.
    pub(super) save: bool,
    /// The list for which one row more is requested; empty if for none.
    pub(super) add_row_to: String,
}

impl Submission {
    /// Reads the pairs of a form. Names with an underscore are no fields; several pairs of one name
    /// make one value.
    pub(super) fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut submission = Self::default();
        let mut typed: BTreeMap<String, String> = BTreeMap::new();
        for (name, text) in pairs {
            match &*name {
                "_token" => submission.token = text,
                "_hash" => submission.hash = text,
                "_save" => submission.save = true,
                "_more" => submission.add_row_to = text,
                _ if name.starts_with('_') => {}
                // A browser sends a pair for each checkbox that is ticked.
                _ => {
                    typed
                        .entry(name)
                        .and_modify(|words| words.extend([" ", &text]))
                        .or_insert(text);
                }
            }
        }
        submission.values = normalize(typed);
        submission
    }
}
