//! Every record that has a row, with the key that identifies the row. Export writes the keys,
//! import finds the records by them.

use super::ordinals::Ordinals;
use super::sheet_kind::SheetKind;
use crate::editing::json::list_at;
use crate::editing::paths::{is_follow_ups_file, is_stop_file};
use crate::editing::{RecordFile, RecordPath};
use serde_json::Value;

/// A record that has a row.
pub(super) struct KeyedRecord<'v> {
    pub(super) kind: SheetKind,
    /// The contents of the columns that identify it.
    pub(super) key: Vec<String>,
    /// The index of its file.
    pub(super) file: usize,
    /// Where it is in the file.
    pub(super) path: RecordPath,
    pub(super) value: &'v Value,
}

/// Every record that has a row, in the order of the files.
pub(super) fn keyed_records(files: &[RecordFile]) -> Vec<KeyedRecord<'_>> {
    let mut found = Vec::new();
    // Follow-ups about the same record on the same day count across all files.
    let mut ordinals = Ordinals::default();
    for (file, record_file) in files.iter().enumerate() {
        let root = &record_file.value;
        if is_follow_ups_file(&record_file.path) {
            for (n, value) in list_at(root, "").iter().enumerate() {
                let mut key = vec![key_text(value, "about"), key_text(value, "date")];
                key.push(ordinals.next_ordinal(&key).to_string());
                found.push(KeyedRecord {
                    kind: SheetKind::FollowUps,
                    key,
                    file,
                    path: RecordPath::default().entry("", n),
                    value,
                });
            }
        } else if is_stop_file(&record_file.path) {
            StopCollector {
                file,
                found: &mut found,
            }
            .add_stop(root);
        }
    }
    found
}

/// Collects the records of one stop's file.
struct StopCollector<'f, 'v> {
    file: usize,
    found: &'f mut Vec<KeyedRecord<'v>>,
}

impl<'v> StopCollector<'_, 'v> {
    fn add(&mut self, kind: SheetKind, key: Vec<String>, path: RecordPath, value: &'v Value) {
        self.found.push(KeyedRecord {
            kind,
            key,
            file: self.file,
            path,
            value,
        });
    }

    fn add_stop(&mut self, stop: &'v Value) {
        let root = RecordPath::default();
        let number = normalize_number(&key_text(stop, "number"));
        self.add(SheetKind::Stops, vec![number.clone()], root.clone(), stop);
        for (n, (path, source)) in child_records(stop, &root, SheetKind::Sources).enumerate() {
            let id = key_text(source, "id");
            // An id identifies a source for good, an ordinal only until a source before it is
            // removed.
            let ordinal = if id.is_empty() {
                (n + 1).to_string()
            } else {
                String::new()
            };
            let key = vec![number.clone(), id, ordinal];
            self.add(SheetKind::Sources, key, path, source);
        }
        for kind in [SheetKind::Aspirations, SheetKind::Announcements] {
            for (path, entry) in child_records(stop, &root, kind) {
                let key = vec![number.clone(), key_text(entry, "id")];
                self.add(kind, key.clone(), path.clone(), entry);
                self.add_responses(&key, &path, entry);
            }
        }
    }

    fn add_responses(&mut self, entry_key: &[String], entry_path: &RecordPath, entry: &'v Value) {
        let responses = child_records(entry, entry_path, SheetKind::Responses);
        for (n, (path, response)) in responses.enumerate() {
            let key = [entry_key, &[(n + 1).to_string()]].concat();
            self.add(SheetKind::Responses, key.clone(), path.clone(), response);
            for (path, commitment) in child_records(response, &path, SheetKind::Commitments) {
                let key = [&*key, &[key_text(commitment, "id")]].concat();
                self.add(SheetKind::Commitments, key, path, commitment);
            }
        }
    }
}

/// The records of a kind that another record holds, with their paths.
fn child_records<'v>(
    value: &'v Value,
    path: &RecordPath,
    kind: SheetKind,
) -> impl Iterator<Item = (RecordPath, &'v Value)> {
    let list = list_at(value, kind.list_key()).iter().enumerate();
    list.map(move |(n, value)| (path.entry(kind.list_key(), n), value))
}

/// The word under a key, or several with spaces between them.
fn key_text(record: &Value, key: &str) -> String {
    match record.get(key) {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Array(list)) => {
            let words: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            words.join(" ")
        }
        _ => String::new(),
    }
}

/// A number without leading zeros and spaces, so that `006` finds stop 6; other text as it is.
pub(super) fn normalize_number(text: &str) -> String {
    let text = text.trim();
    match text.parse::<u32>() {
        Ok(number) => number.to_string(),
        Err(_) => text.to_owned(),
    }
}
