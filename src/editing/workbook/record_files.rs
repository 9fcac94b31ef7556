//! The files of stops and follow-ups as they are, and every record in them that has a row, by the columns by which it is known.

use super::SheetKind;
use crate::diag::FileId;
use crate::editing;
use crate::source::{LoadedContent, parse_strict};
use serde_json::Value;

/// A file of stops or follow-ups.
#[derive(Clone, Debug)]
pub struct RecordFile {
    /// Its path, as it is shown.
    pub path: String,
    /// Its text; empty if there is no such file yet.
    pub text: String,
    /// What it says, or is to say.
    pub value: Value,
}

/// All files of stops and follow-ups.
///
/// # Errors
/// Those that could not be read, by the faults found in reading, and those whose YAML is not whole.
pub fn record_files(loaded: &LoadedContent) -> Result<Vec<RecordFile>, Vec<FileId>> {
    let (files, unread) = (&loaded.files, loaded.unreadable_files());
    let (mut found, mut broken) = (Vec::new(), Vec::new());
    for id in (0..u32::try_from(files.len()).unwrap_or(u32::MAX)).map(FileId) {
        let Some(file) = files
            .get(id)
            .filter(|f| is_stop_file(&f.path) || is_follow_ups_file(&f.path))
        else {
            continue;
        };
        match parse_strict(&file.text) {
            _ if unread.contains(&id) => broken.push(id),
            Some(root) => {
                found.push(RecordFile {
                    path: file.path.clone(),
                    text: file.text.clone(),
                    value: editing::to_json(&root),
                });
            }
            None if file.text.trim().is_empty() => {}
            None => broken.push(id),
        }
    }
    if broken.is_empty() {
        Ok(found)
    } else {
        Err(broken)
    }
}

fn is_stop_file(path: &str) -> bool {
    path.starts_with("content/stops/")
}

fn is_follow_ups_file(path: &str) -> bool {
    path.starts_with("content/follow-ups/")
}

/// A record that has a row.
pub(super) struct KeyedRecord<'v> {
    pub(super) kind: SheetKind,
    /// What stands in the columns by which it is known.
    pub(super) key: Vec<String>,
    /// The number of its file.
    pub(super) file: usize,
    /// Where it stands in the file: `/aspirations/2`.
    pub(super) pointer: String,
    pub(super) value: &'v Value,
}

/// Every record that has a row, in the order of the files.
pub(super) fn keyed_records(files: &[RecordFile]) -> Vec<KeyedRecord<'_>> {
    let mut found = Vec::new();
    for (file, original) in files.iter().enumerate() {
        match &original.value {
            Value::Array(list) if is_follow_ups_file(&original.path) => {
                for (n, value) in list.iter().enumerate() {
                    let key = vec![key_text(value.get("about")), key_text(value.get("date"))];
                    found.push(KeyedRecord {
                        kind: SheetKind::FollowUps,
                        key,
                        file,
                        pointer: format!("/{n}"),
                        value,
                    });
                }
            }
            value if is_stop_file(&original.path) => collect_stop(file, value, &mut found),
            _ => {}
        }
    }
    let mut turns = super::ordinals::Ordinals::default();
    for record in found.iter_mut().filter(|r| r.kind == SheetKind::FollowUps) {
        let turn = turns.next_ordinal(&record.key);
        record.key.push(turn.to_string());
    }
    found
}

fn collect_stop<'v>(file: usize, value: &'v Value, found: &mut Vec<KeyedRecord<'v>>) {
    let number = normalize_number(&key_text(value.get("number")));
    found.push(KeyedRecord {
        kind: SheetKind::Stops,
        key: vec![number.clone()],
        file,
        pointer: String::new(),
        value,
    });
    for (turn, (pointer, value)) in (1_usize..).zip(child_records(value, "", SheetKind::Sources)) {
        let id = key_text(value.get("id"));
        let turn = if id.is_empty() {
            turn.to_string()
        } else {
            String::new()
        };
        found.push(KeyedRecord {
            kind: SheetKind::Sources,
            key: vec![number.clone(), id, turn],
            file,
            pointer,
            value,
        });
    }
    for table in [SheetKind::Aspirations, SheetKind::Announcements] {
        for (pointer, value) in child_records(value, "", table) {
            let key = vec![number.clone(), key_text(value.get("id"))];
            found.push(KeyedRecord {
                kind: table,
                key: key.clone(),
                file,
                pointer: pointer.clone(),
                value,
            });
            collect_responses(file, &key, &pointer, value, found);
        }
    }
}

fn collect_responses<'v>(
    file: usize,
    key: &[String],
    pointer: &str,
    entry: &'v Value,
    found: &mut Vec<KeyedRecord<'v>>,
) {
    for (turn, (pointer, value)) in (1..).zip(child_records(entry, pointer, SheetKind::Responses)) {
        let key = [key, &[turn.to_string()]].concat();
        found.push(KeyedRecord {
            kind: SheetKind::Responses,
            key: key.clone(),
            file,
            pointer: pointer.clone(),
            value,
        });
        for (pointer, value) in child_records(value, &pointer, SheetKind::Commitments) {
            let key = [key.as_slice(), &[key_text(value.get("id"))]].concat();
            found.push(KeyedRecord {
                kind: SheetKind::Commitments,
                key,
                file,
                pointer,
                value,
            });
        }
    }
}

/// The records of a table that stand in another one.
fn child_records<'v>(
    value: &'v Value,
    pointer: &str,
    table: SheetKind,
) -> Vec<(String, &'v Value)> {
    let list = value
        .get(table.list_key())
        .and_then(Value::as_array)
        .into_iter()
        .flatten();
    list.enumerate()
        .map(|(n, value)| (format!("{pointer}/{}/{n}", table.list_key()), value))
        .collect()
}

/// A word, or several with spaces between them.
fn key_text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) => text.trim().to_owned(),
        Some(Value::Array(list)) => list
            .iter()
            .filter_map(Value::as_str)
            .collect::<Vec<_>>()
            .join(" "),
        _ => String::new(),
    }
}

/// A number as it is known: `6`, also where `006` was typed.
pub(super) fn normalize_number(text: &str) -> String {
    text.trim()
        .parse::<u32>()
        .map_or_else(|_| text.trim().to_owned(), |number| number.to_string())
}
