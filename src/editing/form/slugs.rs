//! Keys for records that have none yet, made from their titles: shown in the form, and changeable until they are released.

use crate::editing::{Form, Shape};
use crate::records::{Key, Lang};
use serde_json::Value;
use std::collections::BTreeSet;

/// About how long a key gets.
const LONG: usize = 40;

/// The keys of a stop's aspirations and announcements.
pub(super) fn of_entries(stop: &Value) -> BTreeSet<String> {
    let list = |name| stop.get(name).and_then(Value::as_array).into_iter().flatten();
    list("aspirations").chain(list("announcements")).filter_map(|entry| id(entry).map(str::to_owned)).collect()
}

/// Gives a record and the rows in it keys where they have none; `taken` are those of its neighbours.
pub(super) fn fill(form: &Form, record: &mut Value, main: Lang, taken: &mut BTreeSet<String>) {
    gather(record, taken);
    give(form, record, main, taken);
}

fn give(form: &Form, record: &mut Value, main: Lang, taken: &mut BTreeSet<String>) {
    if form.field("id").is_some() && id(record).is_none() {
        let words = ["title", "text", "publisher"].into_iter().find_map(|key| said(record.get(key)?, main));
        let key = words.map(|words| unused(&proposal(&words), taken)).filter(|key| !key.is_empty());
        if let (Some(key), Value::Object(map)) = (key, &mut *record) {
            taken.insert(key.clone());
            form.put(map, "id", Value::from(key));
        }
    }
    // Nobody refers to the sources of a follow-up.
    for field in form.fields.iter().filter(|_| form.record != "FollowUp") {
        if let (Shape::Rows(row), Some(Value::Array(rows))) = (&field.shape, record.get_mut(&field.name)) {
            for item in rows {
                give(row, item, main, taken);
            }
        }
    }
}

/// The keys in a value.
fn gather(value: &Value, taken: &mut BTreeSet<String>) {
    taken.extend(id(value).map(str::to_owned));
    match value {
        Value::Object(map) => map.values().for_each(|value| gather(value, taken)),
        Value::Array(list) => list.iter().for_each(|value| gather(value, taken)),
        _ => {}
    }
}

/// The key of a record.
pub(super) fn id(record: &Value) -> Option<&str> {
    record.get("id").and_then(Value::as_str)
}

/// A text in the main language, or in any.
pub(super) fn said(text: &Value, main: Lang) -> Option<String> {
    let first = |text: &Value| text.as_object()?.values().find_map(|t| t.as_str().map(str::to_owned));
    text.as_str().or_else(|| text.get(main.code())?.as_str()).map(str::to_owned).or_else(|| first(text))
}

/// A short key of the first words.
fn proposal(words: &str) -> String {
    let mut key = String::new();
    for word in Key::suggest(words).split('-') {
        if !key.is_empty() && key.len() + word.len() >= LONG {
            break;
        }
        let hyphen = if key.is_empty() { "" } else { "-" };
        key.extend([hyphen, word]);
    }
    key
}

/// The key, or with a number if it is taken.
fn unused(key: &str, taken: &BTreeSet<String>) -> String {
    if key.is_empty() {
        return String::new();
    }
    let numbered = (2..).map(|n| format!("{key}-{n}"));
    std::iter::once(key.to_owned()).chain(numbered).find(|key| !taken.contains(key)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{proposal, unused};

    #[test]
    fn keys_are_short_and_their_own() {
        assert_eq!(proposal("Studi banding bagi pelaku UMKM!"), "studi-banding-bagi-pelaku-umkm");
        assert_eq!(
            proposal("Mengusulkan anggaran studi banding lewat perubahan anggaran"),
            "mengusulkan-anggaran-studi-banding-lewat"
        );
        assert_eq!(proposal("???"), "");
        assert_eq!(unused("jalan", &["jalan".to_owned(), "jalan-2".to_owned()].into()), "jalan-3");
    }
}
