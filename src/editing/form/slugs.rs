//! Keys for records that have none yet, made from their titles: shown in the form, and changeable until they are released.

use crate::editing::{FieldType, FormSchema};
use crate::records::{Key, Lang};
use serde_json::Value;
use std::collections::BTreeSet;

/// About how long a key gets.
const MAX_SLUG_LENGTH: usize = 40;

/// The keys of a stop's aspirations and announcements.
pub(super) fn entry_ids(stop: &Value) -> BTreeSet<String> {
    let list = |name| {
        stop.get(name)
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
    };
    list("aspirations")
        .chain(list("announcements"))
        .filter_map(|entry| record_id(entry).map(str::to_owned))
        .collect()
}

/// Gives a record and the rows in it keys where they have none; `taken` are those of its neighbours.
pub(super) fn assign_missing_ids(
    form: &FormSchema,
    record: &mut Value,
    main: Lang,
    taken: &mut BTreeSet<String>,
) {
    collect_ids(record, taken);
    assign_id(form, record, main, taken);
}

fn assign_id(form: &FormSchema, record: &mut Value, main: Lang, taken: &mut BTreeSet<String>) {
    if form.field("id").is_some() && record_id(record).is_none() {
        let words = ["title", "text", "publisher"]
            .into_iter()
            .find_map(|key| localized(record.get(key)?, main));
        let key = words
            .map(|words| unique_slug(&short_slug(&words), taken))
            .filter(|key| !key.is_empty());
        if let (Some(key), Value::Object(map)) = (key, &mut *record) {
            taken.insert(key.clone());
            form.set(map, "id", Value::from(key));
        }
    }
    // Nobody refers to the sources of a follow-up.
    for field in form
        .fields
        .iter()
        .filter(|_| form.record_type != "FollowUp")
    {
        if let (FieldType::NestedList(row), Some(Value::Array(rows))) =
            (&field.field_type, record.get_mut(&field.name))
        {
            for item in rows {
                assign_id(row, item, main, taken);
            }
        }
    }
}

/// The keys in a value.
fn collect_ids(value: &Value, taken: &mut BTreeSet<String>) {
    taken.extend(record_id(value).map(str::to_owned));
    match value {
        Value::Object(map) => map.values().for_each(|value| collect_ids(value, taken)),
        Value::Array(list) => list.iter().for_each(|value| collect_ids(value, taken)),
        _ => {}
    }
}

/// The key of a record.
pub(super) fn record_id(record: &Value) -> Option<&str> {
    record.get("id").and_then(Value::as_str)
}

/// A text in the main language, or in any.
pub(super) fn localized(text: &Value, main: Lang) -> Option<String> {
    let first = |text: &Value| {
        text.as_object()?
            .values()
            .find_map(|t| t.as_str().map(str::to_owned))
    };
    text.as_str()
        .or_else(|| text.get(main.code())?.as_str())
        .map(str::to_owned)
        .or_else(|| first(text))
}

/// A short key of the first words.
fn short_slug(words: &str) -> String {
    let mut key = String::new();
    for word in Key::suggest(words).split('-') {
        if !key.is_empty() && key.len() + word.len() >= MAX_SLUG_LENGTH {
            break;
        }
        let hyphen = if key.is_empty() { "" } else { "-" };
        key.extend([hyphen, word]);
    }
    key
}

/// The key, or with a number if it is taken.
fn unique_slug(key: &str, taken: &BTreeSet<String>) -> String {
    if key.is_empty() {
        return String::new();
    }
    let numbered = (2..).map(|n| format!("{key}-{n}"));
    std::iter::once(key.to_owned())
        .chain(numbered)
        .find(|key| !taken.contains(key))
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{short_slug, unique_slug};

    #[test]
    fn keys_are_short_and_their_own() {
        assert_eq!(
            short_slug("Studi banding bagi pelaku UMKM!"),
            "studi-banding-bagi-pelaku-umkm"
        );
        assert_eq!(
            short_slug("Mengusulkan anggaran studi banding lewat perubahan anggaran"),
            "mengusulkan-anggaran-studi-banding-lewat"
        );
        assert_eq!(short_slug("???"), "");
        assert_eq!(
            unique_slug("jalan", &["jalan".to_owned(), "jalan-2".to_owned()].into()),
            "jalan-3"
        );
    }
}
