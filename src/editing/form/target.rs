//! Which record a form is for: one in a file, or one that is yet to be added. It knows the address
//! of its form and of its page, and finds the record again in a file that was changed meanwhile.

use super::routes::FORM_PREFIX;
use crate::editing::form_schema::form_schema;
use crate::editing::json::{first_reference, list_at, parse_json, record_id, str_at};
use crate::editing::paths::{is_follow_ups_file, is_stop_file};
use crate::editing::record_path::{NEW_ENTRY, RecordPath};
use crate::records::Reference;
use crate::records::schema::FileKind;
use form_urlencoded::Serializer;
use serde_json::Value;

/// A record that has a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EditTarget {
    /// What kind of file it is in.
    pub(super) kind: FileKind,
    /// The path of that file; `None` for a new record whose file follows from what is typed.
    pub(super) file: Option<String>,
    /// Where it is in the file.
    pub(super) record_path: RecordPath,
}

impl EditTarget {
    /// A new stop.
    pub(super) fn new_stop() -> Self {
        Self {
            kind: FileKind::Stop,
            file: None,
            record_path: RecordPath::default(),
        }
    }

    /// A new follow-up.
    pub(super) fn new_follow_up() -> Self {
        Self {
            kind: FileKind::FollowUps,
            file: None,
            record_path: RecordPath::from(NEW_ENTRY),
        }
    }

    /// A record in a file: the stop, one of its entries, or a follow-up. Returns `None` if no form
    /// is for that path.
    pub(super) fn parse(file: &str, path: &str) -> Option<Self> {
        // No list has a million entries; longer numbers come from nobody's form.
        let steps: Vec<&str> = path.split('/').collect();
        let (kind, index) = match steps[..] {
            [""] if is_stop_file(file) => (FileKind::Stop, None),
            ["aspirations" | "announcements", index] if is_stop_file(file) => {
                (FileKind::Stop, Some(index))
            }
            [index] if is_follow_ups_file(file) => (FileKind::FollowUps, Some(index)),
            _ => return None,
        };
        let is_index = index.is_none_or(|index| {
            index == NEW_ENTRY || (index.len() < 7 && index.parse::<usize>().is_ok())
        });
        is_index.then(|| Self {
            kind,
            file: Some(file.to_owned()),
            record_path: path.into(),
        })
    }

    /// The stop or entry of a reference in the text of a stop's file; for a commitment, the entry
    /// to which it belongs.
    pub(super) fn find_by_reference(reference: &Reference, file: &str, text: &str) -> Option<Self> {
        let root = parse_json(text)?;
        if str_at(&root, "number")? != reference.stop.to_string() {
            return None;
        }
        let Some(key) = &reference.entry else {
            return Self::parse(file, "");
        };
        for list in ["aspirations", "announcements"] {
            if let Some(at) = position_of_id(list_at(&root, list), key.as_str()) {
                return Self::parse(file, &format!("{list}/{at}"));
            }
        }
        None
    }

    /// The type of the record, as in `fields.ftl`.
    pub(super) fn record_type(&self) -> &'static str {
        match (self.kind, self.record_path.split_last().0) {
            (FileKind::FollowUps, _) => "FollowUp",
            (_, "aspirations") => "Aspiration",
            (_, "announcements") => "Announcement",
            _ => "Stop",
        }
    }

    /// Whether the record is yet to be added.
    pub(super) fn is_new(&self) -> bool {
        self.file.is_none() || self.record_path.is_new_entry()
    }

    /// The address of its form on the development server.
    pub(super) fn form_address(&self) -> String {
        match (&self.file, self.kind) {
            (Some(file), _) => {
                let query = Serializer::new(String::new())
                    .append_pair("di", file)
                    .append_pair("catatan", &self.record_path.to_string())
                    .finish();
                format!("/{FORM_PREFIX}ubah/?{query}")
            }
            (None, FileKind::FollowUps) => format!("/{FORM_PREFIX}kabar/"),
            (None, _) => format!("/{FORM_PREFIX}kunjungan/"),
        }
    }

    /// The record in the content of its file; null if it is new. Returns `None` if it should be
    /// there and is not.
    pub(super) fn current_record(&self, root: &Value) -> Option<Value> {
        if self.is_new() {
            Some(Value::Null)
        } else {
            self.record_path.get(root).cloned()
        }
    }

    /// The file's content with `new` as the record, and the target with the path that the record
    /// then has. Returns `None` if the file's content does not have the shape for it.
    pub(super) fn with_record(&self, root: &Value, new: Value) -> Option<(Value, Self)> {
        if self.record_path.is_root() {
            return Some((new, self.clone()));
        }
        let mut root = root.clone();
        let (list, index) = self.record_path.split_last();
        let siblings = self.siblings(&root);
        let at = match index.parse() {
            Ok(at) => at,
            // A form can be sent twice, and nobody reports the same twice: a new record that is
            // there already stays one.
            Err(_) => siblings
                .iter()
                .position(|item| *item == new)
                .unwrap_or(siblings.len()),
        };
        let target = self.at_index(at);
        if at < siblings.len() {
            *target.record_path.get_mut(&mut root)? = new;
        } else if !list.is_empty() {
            let stop = form_schema(FileKind::Stop, "Stop")?;
            stop.push(root.as_object_mut()?, list, new);
        } else if root.is_null() {
            root = Value::Array(vec![new]);
        } else {
            root.as_array_mut()?.push(new);
        }
        Some((root, target))
    }

    /// The same target at another index of its list.
    fn at_index(&self, index: impl std::fmt::Display) -> Self {
        let (list, _) = self.record_path.split_last();
        Self {
            record_path: RecordPath::default().entry(list, index),
            ..self.clone()
        }
    }

    /// The list that holds the record.
    fn siblings<'v>(&self, root: &'v Value) -> &'v [Value] {
        list_at(root, self.record_path.split_last().0)
    }

    /// Whether a new record is in its list already.
    pub(super) fn already_exists(&self, root: &Value, record: &Value) -> bool {
        self.is_new() && self.siblings(root).contains(record)
    }

    /// Finds the record again in a file that was changed after its form was issued.
    ///
    /// `before` is the content of the file when the form was issued, `now` its current content. An
    /// entry is identified by its id, else by its content, else by its index if nothing else in the
    /// list has changed; if `before` is not known any more, by the id that was submitted. If the
    /// record can no longer be identified, it is treated as new rather than overwrite whatever now
    /// is at its old index.
    pub(super) fn relocate(
        &self,
        before: Option<&Value>,
        now: &Value,
        submitted_id: Option<&String>,
    ) -> Self {
        if self.is_new() || self.record_path.is_root() {
            return self.clone();
        }
        let list = self.siblings(now);
        let found = match before {
            Some(before) => self.relocated_index(self.siblings(before), list),
            None => submitted_id.and_then(|id| position_of_id(list, id)),
        };
        match found {
            Some(index) => self.at_index(index),
            None => self.at_index(NEW_ENTRY),
        }
    }

    /// The index in `now` of the record that was in the list `before`.
    fn relocated_index(&self, before: &[Value], now: &[Value]) -> Option<usize> {
        let at: usize = self.record_path.split_last().1.parse().ok()?;
        let old = before.get(at)?;
        if let Some(id) = record_id(old) {
            return position_of_id(now, id);
        }
        let mut pairs = before.iter().zip(now).enumerate();
        let others_unchanged =
            before.len() == now.len() && pairs.all(|(n, (before, now))| n == at || before == now);
        now.iter()
            .position(|item| item == old)
            .or_else(|| others_unchanged.then_some(at))
    }

    /// The address of the page that shows the record, without language.
    pub(super) fn page_path(&self, root: &Value, record: &Value) -> Option<String> {
        match self.record_type() {
            "Stop" => Some(format!("{}/", str_at(record, "number")?)),
            "FollowUp" => {
                let about = first_reference(record)?.to_owned();
                let reference = Reference::try_from(about).ok()?;
                Some(match reference.entry {
                    Some(entry) => format!("{}/{entry}/", reference.stop),
                    None => format!("{}/", reference.stop),
                })
            }
            _ => Some(format!(
                "{}/{}/",
                str_at(root, "number")?,
                record_id(record)?
            )),
        }
    }
}

fn position_of_id(list: &[Value], id: &str) -> Option<usize> {
    list.iter().position(|entry| record_id(entry) == Some(id))
}
