//! What is handed in with a form: what was typed, and what is to be done with it.

use crate::editing::{FormValues, normalize};
use std::collections::BTreeMap;

/// What is handed in.
#[derive(Debug, Default)]
pub(super) struct Submission {
    pub(super) values: FormValues,
    /// The secret of the form.
    pub(super) token: String,
    /// The hash of the file as it was when the form was opened.
    pub(super) hash: String,
    /// To be saved; otherwise only looked at.
    pub(super) save: bool,
    /// The list for which one row more is wanted; empty if for none.
    pub(super) add_row_to: String,
}

impl Submission {
    /// Sorts the pairs of a form. Names of fields start with no underscore; of several boxes of one name all words count.
    pub(super) fn from_pairs(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut handed = Self::default();
        let mut typed: BTreeMap<String, String> = BTreeMap::new();
        for (name, text) in pairs {
            match &*name {
                "_token" => handed.token = text,
                "_hash" => handed.hash = text,
                "_save" => handed.save = true,
                "_more" => handed.add_row_to = text,
                _ if name.starts_with('_') => {}
                _ => {
                    typed
                        .entry(name)
                        .and_modify(|words| words.extend([" ", &text]))
                        .or_insert(text);
                }
            }
        }
        handed.values = normalize(typed);
        handed
    }
}
