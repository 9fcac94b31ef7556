//! Which record a form is for: in which file it stands and where in it, or that it is to come.

use super::ROOT;
use crate::editing::Form;
use crate::records::schema::FileKind;
use crate::records::{Key, Reference};
use crate::{editing, source};
use form_urlencoded::Serializer;
use serde_json::{Map, Value};

/// Where an entry of a list stands that is to come, as in JSON Pointer.
const NEXT: &str = "-";

/// A record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Subject {
    pub(super) kind: FileKind,
    /// Its file: `content/stops/006-wuluhan.yaml`; none if what is typed decides.
    pub(super) file: Option<String>,
    /// Where it stands in it: `aspirations/2`; empty for the stop itself.
    pub(super) path: String,
}

impl Subject {
    /// A stop that is to come.
    pub(super) fn new_stop() -> Self {
        Self { kind: FileKind::Stop, file: None, path: String::new() }
    }

    /// A follow-up that is to come.
    pub(super) fn new_follow_up() -> Self {
        Self { kind: FileKind::FollowUps, file: None, path: NEXT.to_owned() }
    }

    /// A record of a file; none if no form is for such a place.
    pub(super) fn of(file: &str, path: &str) -> Option<Self> {
        let kind = match file.split('/').nth(1)? {
            "stops" => FileKind::Stop,
            "follow-ups" => FileKind::FollowUps,
            _ => return None,
        };
        let place = |step: &str| step == NEXT || (step.len() < 7 && step.parse::<usize>().is_ok());
        let is_one = match path.split('/').collect::<Vec<_>>()[..] {
            [""] => kind == FileKind::Stop,
            [step] => kind == FileKind::FollowUps && place(step),
            ["aspirations" | "announcements", step] => kind == FileKind::Stop && place(step),
            _ => false,
        };
        is_one.then(|| Self { kind, file: Some(file.to_owned()), path: path.to_owned() })
    }

    /// The stop, aspiration or announcement of a reference in the text of a stop's file; of a commitment what it belongs to.
    pub(super) fn find(reference: &Reference, file: &str, text: &str) -> Option<Self> {
        let root = editing::value(&source::parse_strict(text)?);
        let number = root.get("number").and_then(Value::as_str).filter(|n| **n == reference.stop.to_string());
        let Some(key) = reference.entry.as_ref().filter(|_| number.is_some()) else {
            return number.and_then(|_| Self::of(file, ""));
        };
        let is_it = |entry: &Value| entry.get("id").and_then(Value::as_str) == Some(key.as_str());
        ["aspirations", "announcements"].into_iter().find_map(|list| {
            let at = root.get(list)?.as_array()?.iter().position(is_it)?;
            Self::of(file, &format!("{list}/{at}"))
        })
    }

    /// The type of the record, as in `fields.ftl`.
    pub(super) fn record(&self) -> &'static str {
        match (self.kind, self.path.split('/').next()) {
            (FileKind::FollowUps, _) => "FollowUp",
            (_, Some("aspirations")) => "Aspiration",
            (_, Some("announcements")) => "Announcement",
            _ => "Stop",
        }
    }

    /// Its fields.
    pub(super) fn form(&self) -> Option<Form> {
        editing::with_rows(self.kind, self.record())
    }

    /// Is it to come?
    pub(super) fn is_new(&self) -> bool {
        self.file.is_none() || self.path.ends_with(NEXT)
    }

    /// Where its form is.
    pub(super) fn address(&self) -> String {
        match (&self.file, self.kind) {
            (Some(file), _) => {
                let query =
                    Serializer::new(String::new()).append_pair("di", file).append_pair("catatan", &self.path).finish();
                format!("/{ROOT}ubah/?{query}")
            }
            (None, FileKind::FollowUps) => format!("/{ROOT}tindak-lanjut/"),
            (None, _) => format!("/{ROOT}perhentian/"),
        }
    }

    /// The record as it stands in its file; nothing if it is to come. None if there is no such record.
    pub(super) fn old(&self, root: &Value) -> Option<Value> {
        match &*self.path {
            _ if self.is_new() => Some(Value::Null),
            "" => Some(root.clone()),
            path => root.pointer(&format!("/{path}")).cloned(),
        }
    }

    /// The file's content with the record in its place; with it, where that is.
    pub(super) fn put(&self, root: &Value, new: Value) -> Option<(Value, Self)> {
        let mut root = root.clone();
        if self.path.is_empty() {
            return Some((new, self.clone()));
        }
        let (list, last) = self.list();
        let items = match list {
            "" if root.is_null() => {
                root = Value::Array(Vec::new());
                root.as_array_mut()?
            }
            "" => root.as_array_mut()?,
            key => member(root.as_object_mut()?, key)?,
        };
        // A form can be sent twice; nobody reports the same twice.
        let same = || items.iter().position(|item| *item == new).unwrap_or(items.len());
        let at = last.parse().unwrap_or_else(|_| same());
        if at < items.len() {
            items[at] = new;
        } else {
            items.push(new);
        }
        let path = if list.is_empty() { at.to_string() } else { format!("{list}/{at}") };
        Some((root, Self { path, ..self.clone() }))
    }

    /// The list in which the record stands or will stand, with its place in it.
    fn list(&self) -> (&str, &str) {
        self.path.rsplit_once('/').unwrap_or(("", &self.path))
    }

    fn neighbours<'v>(&self, root: &'v Value) -> &'v [Value] {
        let (list, _) = self.list();
        let list = if list.is_empty() { Some(root) } else { root.get(list) };
        list.and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
    }

    /// Does a record that is to come stand there already?
    pub(super) fn stands_in(&self, root: &Value, record: &Value) -> bool {
        self.is_new() && self.neighbours(root).contains(record)
    }

    /// The record in a file that was changed meanwhile: an entry is known by its key, by what it says, or, if nothing else in its
    /// list has changed, by its place; if what the file said before is not known any more, by the key that was typed. What is known by
    /// nothing any more comes in anew, for it must not take another's place.
    pub(super) fn again(&self, before: Option<&Value>, now: &Value, typed: Option<&String>) -> Self {
        if self.is_new() || self.path.is_empty() {
            return self.clone();
        }
        let (list, place) = self.list();
        let (was, is) = (before.map(|before| self.neighbours(before)).unwrap_or_default(), self.neighbours(now));
        let named = |id: &str| is.iter().position(|item| item.get("id").and_then(Value::as_str) == Some(id));
        let alone = |at: &usize| {
            was.len() == is.len() && was.iter().zip(is).enumerate().all(|(n, (was, is))| n == *at || was == is)
        };
        let find = |old: Value| {
            if let Some(id) = old.get("id").and_then(Value::as_str) {
                return named(id);
            }
            is.iter().position(|item| *item == old).or_else(|| place.parse().ok().filter(alone))
        };
        let found = match before {
            Some(before) => self.old(before).and_then(find),
            None => typed.and_then(|id| named(id)),
        };
        let place = found.map_or_else(|| NEXT.to_owned(), |at| at.to_string());
        let path = if list.is_empty() { place } else { format!("{list}/{place}") };
        Self { path, ..self.clone() }
    }

    /// The address of the page on which the record is shown, without language.
    pub(super) fn page(&self, root: &Value, record: &Value) -> Option<String> {
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        match self.record() {
            "Stop" => Some(format!("{}/", text(record, "number")?)),
            "FollowUp" => {
                let about = record.get("about")?;
                let first = about.as_str().or_else(|| about.get(0)?.as_str())?;
                let reference = Reference::try_from(first.to_owned()).ok()?;
                let entry = reference.entry.map(|key: Key| format!("{key}/")).unwrap_or_default();
                Some(format!("{}/{entry}", reference.stop))
            }
            _ => Some(format!("{}/{}/", text(root, "number")?, text(record, "id")?)),
        }
    }
}

/// A list of a stop, made where the record format has it if there is none.
fn member<'m>(stop: &'m mut Map<String, Value>, key: &str) -> Option<&'m mut Vec<Value>> {
    if !stop.get(key).is_some_and(Value::is_array) {
        // Nothing is put nowhere, so it has to hold something until it has something to hold.
        editing::record(FileKind::Stop, "Stop")?.put(stop, key, Value::Array(vec![Value::Null]));
        stop.get_mut(key)?.as_array_mut()?.clear();
    }
    stop.get_mut(key)?.as_array_mut()
}
