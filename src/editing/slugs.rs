//! Ids for records that have none yet, made from their titles. A form assigns them on its first
//! check and shows them, so that they can be changed until the record is released.

use super::form_schema::{FieldType, FormSchema};
use super::json::{entries, localized, record_id};
use crate::records::{Key, Lang, first_free_name};
use serde_json::Value;
use std::collections::BTreeSet;

/// About how long an id gets, in characters.
const MAX_SLUG_LENGTH: usize = 40;

/// Gives a record and the rows in it ids where they have none and need one; none that an aspiration
/// or announcement of `root`, the content of the record's file, has already.
pub(super) fn assign_missing_ids(form: &FormSchema, record: &mut Value, root: &Value, main: Lang) {
    let mut taken: BTreeSet<String> = entries(root)
        .filter_map(record_id)
        .map(str::to_owned)
        .collect();
    collect_ids(record, &mut taken);
    assign_id(form, record, main, &mut taken);
}

fn assign_id(form: &FormSchema, record: &mut Value, main: Lang, taken: &mut BTreeSet<String>) {
    if form.field("id").is_some() && record_id(record).is_none() {
        let words = ["title", "text", "publisher"]
            .into_iter()
            .find_map(|key| localized(record, key, main));
        let slug = short_slug(&words.unwrap_or_default());
        if let (false, Value::Object(map)) = (slug.is_empty(), &mut *record) {
            let id = first_free_name(&slug, |id| !taken.contains(id));
            taken.insert(id.clone());
            form.set(map, "id", Value::from(id));
        }
    }
    // Nothing refers to the sources of a follow-up.
    if form.record_type == "FollowUp" {
        return;
    }
    for field in &form.fields {
        if let (FieldType::NestedList(row), Some(Value::Array(rows))) =
            (&field.field_type, record.get_mut(&field.name))
        {
            for item in rows {
                assign_id(row, item, main, taken);
            }
        }
    }
}

/// Adds all ids in a value to `taken`.
fn collect_ids(value: &Value, taken: &mut BTreeSet<String>) {
    taken.extend(record_id(value).map(str::to_owned));
    match value {
        Value::Object(map) => map.values().for_each(|value| collect_ids(value, taken)),
        Value::Array(list) => list.iter().for_each(|value| collect_ids(value, taken)),
        _ => {}
    }
}

/// A short slug of the first words; empty if no letter or digit is in them.
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

#[cfg(test)]
mod tests {
    use super::short_slug;

    #[test]
    fn slugs_are_short() {
        assert_eq!(
            short_slug("Studi banding bagi pelaku UMKM!"),
            "studi-banding-bagi-pelaku-umkm"
        );
        assert_eq!(
            short_slug("Mengusulkan anggaran studi banding lewat perubahan anggaran"),
            "mengusulkan-anggaran-studi-banding-lewat"
        );
        assert_eq!(short_slug("???"), "");
    }
}
