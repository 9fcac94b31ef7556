//! Which record a form is for: in which file it stands and where in it, or that it is to come.

use super::routes::FORM_PREFIX;
use crate::editing::FormSchema;
use crate::records::schema::FileKind;
use crate::records::{Key, Reference};
use crate::{editing, source};
use form_urlencoded::Serializer;
use serde_json::{Map, Value};

/// Where an entry of a list stands that is to come, as in JSON Pointer.
const NEW_ENTRY: &str = "-";

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct EditTarget {
    pub(super) kind: FileKind,
    /// Its file: `content/stops/006-wuluhan.yaml`; none if what is typed decides.
    pub(super) file: Option<String>,
    /// Where it stands in it: `aspirations/2`; empty for the stop itself.
    pub(super) record_path: String,
}

impl EditTarget {
    /// A stop that is to come.
    pub(super) fn new_stop() -> Self {
        Self {
            kind: FileKind::Stop,
            file: None,
            record_path: String::new(),
        }
    }

    /// A follow-up that is to come.
    pub(super) fn new_follow_up() -> Self {
        Self {
            kind: FileKind::FollowUps,
            file: None,
            record_path: NEW_ENTRY.to_owned(),
        }
    }

    /// A record of a file; none if no form is for such a place.
    pub(super) fn parse(file: &str, path: &str) -> Option<Self> {
        let kind = match file.split('/').nth(1)? {
            "stops" => FileKind::Stop,
            "follow-ups" => FileKind::FollowUps,
            _ => return None,
        };
        let place =
            |step: &str| step == NEW_ENTRY || (step.len() < 7 && step.parse::<usize>().is_ok());
        let is_one = match path.split('/').collect::<Vec<_>>()[..] {
            [""] => kind == FileKind::Stop,
            [step] => kind == FileKind::FollowUps && place(step),
            ["aspirations" | "announcements", step] => kind == FileKind::Stop && place(step),
            _ => false,
        };
        is_one.then(|| Self {
            kind,
            file: Some(file.to_owned()),
            record_path: path.to_owned(),
        })
    }

    /// The stop, aspiration or announcement of a reference in the text of a stop's file; of a commitment what it belongs to.
    pub(super) fn find_by_reference(reference: &Reference, file: &str, text: &str) -> Option<Self> {
        let root = editing::to_json(&source::parse_strict(text)?);
        let number = root
            .get("number")
            .and_then(Value::as_str)
            .filter(|n| **n == reference.stop.to_string());
        let Some(key) = reference.entry.as_ref().filter(|_| number.is_some()) else {
            return number.and_then(|_| Self::parse(file, ""));
        };
        let is_it = |entry: &Value| entry.get("id").and_then(Value::as_str) == Some(key.as_str());
        ["aspirations", "announcements"]
            .into_iter()
            .find_map(|list| {
                let at = root.get(list)?.as_array()?.iter().position(is_it)?;
                Self::parse(file, &format!("{list}/{at}"))
            })
    }

    /// The type of the record, as in `fields.ftl`.
    pub(super) fn record_type(&self) -> &'static str {
        match (self.kind, self.record_path.split('/').next()) {
            (FileKind::FollowUps, _) => "FollowUp",
            (_, Some("aspirations")) => "Aspiration",
            (_, Some("announcements")) => "Announcement",
            _ => "Stop",
        }
    }

    /// Its fields.
    pub(super) fn form_schema(&self) -> Option<FormSchema> {
        editing::form_schema_nested(self.kind, self.record_type())
    }

    /// Is it to come?
    pub(super) fn is_new(&self) -> bool {
        self.file.is_none() || self.record_path.ends_with(NEW_ENTRY)
    }

    /// Where its form is.
    pub(super) fn form_address(&self) -> String {
        match (&self.file, self.kind) {
            (Some(file), _) => {
                let query = Serializer::new(String::new())
                    .append_pair("di", file)
                    .append_pair("catatan", &self.record_path)
                    .finish();
                format!("/{FORM_PREFIX}ubah/?{query}")
            }
            (None, FileKind::FollowUps) => format!("/{FORM_PREFIX}tindak-lanjut/"),
            (None, _) => format!("/{FORM_PREFIX}perhentian/"),
        }
    }

    /// The record as it stands in its file; nothing if it is to come. None if there is no such record.
    pub(super) fn current_record(&self, root: &Value) -> Option<Value> {
        match &*self.record_path {
            _ if self.is_new() => Some(Value::Null),
            "" => Some(root.clone()),
            path => root.pointer(&format!("/{path}")).cloned(),
        }
    }

    /// The file's content with the record in its place; with it, where that is.
    pub(super) fn with_record(&self, root: &Value, new: Value) -> Option<(Value, Self)> {
        let mut root = root.clone();
        if self.record_path.is_empty() {
            return Some((new, self.clone()));
        }
        let (list, last) = self.split_path();
        let items = match list {
            "" if root.is_null() => {
                root = Value::Array(Vec::new());
                root.as_array_mut()?
            }
            "" => root.as_array_mut()?,
            key => get_or_insert_list(root.as_object_mut()?, key)?,
        };
        // A form can be sent twice; nobody reports the same twice.
        let same = || {
            items
                .iter()
                .position(|item| *item == new)
                .unwrap_or(items.len())
        };
        let at = last.parse().unwrap_or_else(|_| same());
        if at < items.len() {
            items[at] = new;
        } else {
            items.push(new);
        }
        let path = if list.is_empty() {
            at.to_string()
        } else {
            format!("{list}/{at}")
        };
        Some((
            root,
            Self {
                record_path: path,
                ..self.clone()
            },
        ))
    }

    /// The list in which the record stands or will stand, with its place in it.
    fn split_path(&self) -> (&str, &str) {
        self.record_path
            .rsplit_once('/')
            .unwrap_or(("", &self.record_path))
    }

    fn sibling_records<'v>(&self, root: &'v Value) -> &'v [Value] {
        let (list, _) = self.split_path();
        let list = if list.is_empty() {
            Some(root)
        } else {
            root.get(list)
        };
        list.and_then(Value::as_array)
            .map(Vec::as_slice)
            .unwrap_or_default()
    }

    /// Does a record that is to come stand there already?
    pub(super) fn already_exists(&self, root: &Value, record: &Value) -> bool {
        self.is_new() && self.sibling_records(root).contains(record)
    }

    /// The record in a file that was changed meanwhile: an entry is known by its key, by what it says, or, if nothing else in its
    /// list has changed, by its place; if what the file said before is not known any more, by the key that was typed. What is known by
    /// nothing any more comes in anew, for it must not take another's place.
    pub(super) fn relocate(
        &self,
        before: Option<&Value>,
        now: &Value,
        typed: Option<&String>,
    ) -> Self {
        if self.is_new() || self.record_path.is_empty() {
            return self.clone();
        }
        let (list, place) = self.split_path();
        let (was, is) = (
            before
                .map(|before| self.sibling_records(before))
                .unwrap_or_default(),
            self.sibling_records(now),
        );
        let named = |id: &str| {
            is.iter()
                .position(|item| item.get("id").and_then(Value::as_str) == Some(id))
        };
        let alone = |at: &usize| {
            was.len() == is.len()
                && was
                    .iter()
                    .zip(is)
                    .enumerate()
                    .all(|(n, (was, is))| n == *at || was == is)
        };
        let find = |old: Value| {
            if let Some(id) = old.get("id").and_then(Value::as_str) {
                return named(id);
            }
            is.iter()
                .position(|item| *item == old)
                .or_else(|| place.parse().ok().filter(alone))
        };
        let found = match before {
            Some(before) => self.current_record(before).and_then(find),
            None => typed.and_then(|id| named(id)),
        };
        let place = found.map_or_else(|| NEW_ENTRY.to_owned(), |at| at.to_string());
        let path = if list.is_empty() {
            place
        } else {
            format!("{list}/{place}")
        };
        Self {
            record_path: path,
            ..self.clone()
        }
    }

    /// The address of the page on which the record is shown, without language.
    pub(super) fn page_path(&self, root: &Value, record: &Value) -> Option<String> {
        let text =
            |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        match self.record_type() {
            "Stop" => Some(format!("{}/", text(record, "number")?)),
            "FollowUp" => {
                let about = record.get("about")?;
                let first = about.as_str().or_else(|| about.get(0)?.as_str())?;
                let reference = Reference::try_from(first.to_owned()).ok()?;
                let entry = reference
                    .entry
                    .map(|key: Key| format!("{key}/"))
                    .unwrap_or_default();
                Some(format!("{}/{entry}", reference.stop))
            }
            _ => Some(format!(
                "{}/{}/",
                text(root, "number")?,
                text(record, "id")?
            )),
        }
    }
}

/// A list of a stop, made where the record format has it if there is none.
fn get_or_insert_list<'m>(
    stop: &'m mut Map<String, Value>,
    key: &str,
) -> Option<&'m mut Vec<Value>> {
    if !stop.get(key).is_some_and(Value::is_array) {
        // Nothing is put nowhere, so it has to hold something until it has something to hold.
        editing::form_schema(FileKind::Stop, "Stop")?.set(
            stop,
            key,
            Value::Array(vec![Value::Null]),
        );
        stop.get_mut(key)?.as_array_mut()?.clear();
    }
    stop.get_mut(key)?.as_array_mut()
}
