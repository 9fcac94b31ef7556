//! The fields of a body in the revision log, in reading order, and the difference between two
//! bodies of one record; for the history and revision pages, `jhur release` and the feeds.
//!
//! Which lists hold records and which hold keys follows from the record types. A body may be older
//! than they are: a field that no type has today is shown like any other.

use super::Lang;
use super::schema::FileKind;
use super::schema_model::{RecordField, RecordType, ValueType};
use serde_json::{Map, Value};
use similar::{ChangeTag, TextDiff};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Fields in reading order. It is not the order of the record types, which is that of schema, form
/// and workbook. A field that is not listed comes last.
#[rustfmt::skip]
const FIELD_ORDER: [&str; 56] = [
    "number", "number_basis", "district", "date", "until", "venue", "withdrawn", "role", "village",
    "name", "title", "summary", "reason", "withheld", "from", "official", "office", "answer", "to",
    "about", "status", "bearing", "check", "text", "body", "due", "said", "by", "budget",
    "conditions", "replaced_by", "reopens", "disputed", "setting", "reported_by", "topics", "again", "heard",
    "services", "responses", "commitments", "publisher", "url", "archived", "partial", "notes",
    "photos", "follow_ups", "sources", "corrections", "cited_by",
    "site", "theme_files", "offices", "topics", "districts",
];

/// The objects that a body wraps around the fields of its record.
const WRAPPER_FIELDS: [&str; 3] = ["stop", "aspiration", "announcement"];

/// What the record types say of the fields that a body may hold.
#[derive(Default)]
struct BodyFormat {
    /// Fields by their labels: `from.role` for the role below `from`, but `text` for that of a
    /// response, since the response is a section of its own.
    fields: HashMap<String, &'static RecordField>,
    /// Lists of keys, references or words: each is one field.
    token_lists: HashSet<&'static str>,
    /// Lists of records: each entry is a section.
    record_lists: HashSet<&'static str>,
}

static BODY_FORMAT: LazyLock<BodyFormat> = LazyLock::new(|| {
    // Only the log has such a field: in the records, follow-ups are in files of their own.
    let mut format = BodyFormat {
        record_lists: ["follow_ups"].into(),
        ..BodyFormat::default()
    };
    for kind in [FileKind::Stop, FileKind::FollowUps, FileKind::FrontMatter] {
        if let Some(record) = kind.value_type().record() {
            format.add_record(record, "");
        }
    }
    format
});

impl BodyFormat {
    fn add_record(&mut self, record: &'static RecordType, prefix: &str) {
        for field in &record.fields {
            // An `id` is what the entry is called, not something that it says.
            if field.name == "id" || field.has("unpublished") {
                continue;
            }
            let label = format!("{prefix}{}", field.name);
            match &field.value_type {
                ValueType::List(items) => match &**items {
                    ValueType::Record(entry) => {
                        // Aspirations and announcements are records of their own in the log.
                        if !field.has("page") {
                            self.record_lists.insert(&field.name);
                        }
                        self.add_record(entry, "");
                        continue;
                    }
                    ValueType::Text(_) => {}
                    _ => drop(self.token_lists.insert(&field.name)),
                },
                ValueType::ScalarOrList(_) => drop(self.token_lists.insert(&field.name)),
                ValueType::Record(below) => {
                    self.add_record(below, &format!("{label}."));
                    continue;
                }
                // Such a field has a label of its own, and so have the fields of its record.
                ValueType::ScalarOrRecord(_, below) => {
                    self.add_record(below, &format!("{label}."));
                }
                _ => {}
            }
            // Where records share a name (`title`), what the first of them says of it holds for
            // all.
            self.fields.entry(label).or_insert(field);
        }
    }
}

/// What the record types say of a field of a body, by its label (`from.role`). Returns `None` if no
/// record has it today.
pub fn body_field(label: &str) -> Option<&'static RecordField> {
    BODY_FORMAT.fields.get(label).copied()
}

/// Whether the entries of a list in a body are records.
pub fn is_record_list(name: &str) -> bool {
    BODY_FORMAT.record_lists.contains(name)
}

/// Whether a field of a body holds references, or keys that have no name of their own to be called
/// by.
pub fn is_reference_field(name: &str) -> bool {
    body_field(name).is_some_and(|field| match &field.value_type {
        ValueType::Scalar(format) | ValueType::ScalarOrList(format) => format == "reference",
        ValueType::List(items) => match &**items {
            ValueType::Scalar(format) => format == "reference" || !field.has("named"),
            _ => false,
        },
        _ => false,
    })
}

/// One field of a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevisionField {
    /// Its path: `responses`, `1`, `commitments`, `usul-p-apbd`, `text`. An entry of a list is
    /// known by its `id`, a follow-up by its day, others by their place from 1.
    pub path: Vec<String>,
    /// The language, if it is named; otherwise the text is in the site's first language, or in
    /// none.
    pub lang: Option<Lang>,
    /// What it says; a list of names is joined by commas.
    pub text: String,
}

/// All fields of a body, in reading order.
pub fn body_fields(body: &Value) -> Vec<RevisionField> {
    let mut found = Vec::new();
    if let Value::Object(map) = body {
        for (name, value) in sorted_entries(map) {
            match (name.as_str(), value) {
                // Which kind of record it is never changes.
                ("kind", _) => {}
                ("page", Value::Object(versions)) => flatten_page(versions, &mut found),
                (wrapper, Value::Object(_)) if WRAPPER_FIELDS.contains(&wrapper) => {
                    flatten_value(value, Vec::new(), &mut found);
                }
                _ => flatten_value(value, vec![name.clone()], &mut found),
            }
        }
    }
    // A body has its stop and its entry in separate wrappers; the fields of both are read as one
    // list.
    found.sort_by_key(|field| field_rank(&field.path[0]));
    found
}

/// Flattens a Markdown page, which has a version in each language.
fn flatten_page(versions: &Map<String, Value>, found: &mut Vec<RevisionField>) {
    for lang in Lang::ALL {
        let Some(version) = versions.get(lang.code()) else {
            continue;
        };
        let start = found.len();
        flatten_value(version, Vec::new(), found);
        for field in &mut found[start..] {
            field.lang = Some(lang);
        }
    }
}

fn field_rank(name: &str) -> usize {
    let at = FIELD_ORDER.iter().position(|known| *known == name);
    at.unwrap_or(FIELD_ORDER.len())
}

fn sorted_entries(map: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut all: Vec<_> = map.iter().collect();
    all.sort_by_key(|(name, _)| field_rank(name));
    all
}

/// Adds the fields of a value at a path, which is empty for the record itself.
fn flatten_value(value: &Value, path: Vec<String>, found: &mut Vec<RevisionField>) {
    let last = path.last().map_or("", String::as_str);
    let text = match value {
        Value::Object(map) if !path.is_empty() && is_language_map(map) => {
            for lang in Lang::ALL {
                if let Some(text) = map.get(lang.code()).and_then(Value::as_str) {
                    found.push(RevisionField {
                        path: path.clone(),
                        lang: Some(lang),
                        text: text.to_owned(),
                    });
                }
            }
            return;
        }
        Value::Object(map) => {
            for (name, value) in sorted_entries(map) {
                // What an entry of a list is known by is in the path.
                let is_own_name = (name == "id" && value.is_string())
                    || (name == "date" && is_follow_up_path(&path));
                if !is_own_name {
                    flatten_value(value, path_below(&path, name), found);
                }
            }
            return;
        }
        Value::Array(list)
            if BODY_FORMAT.token_lists.contains(last) && list.iter().all(Value::is_string) =>
        {
            let names: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            names.join(", ")
        }
        Value::Array(list) => {
            // Names count how often they came: several follow-ups may be of one day.
            let mut counts: HashMap<String, usize> = HashMap::new();
            for (n, entry) in list.iter().enumerate() {
                let name = entry_name(last, entry).map_or((n + 1).to_string(), str::to_owned);
                let count = counts.entry(name.clone()).or_default();
                *count += 1;
                let name = match *count {
                    1 => name,
                    count => format!("{name}-{count}"),
                };
                flatten_value(entry, path_below(&path, &name), found);
            }
            return;
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    found.push(RevisionField {
        path,
        lang: None,
        text,
    });
}

fn path_below(path: &[String], name: &str) -> Vec<String> {
    let mut below = path.to_vec();
    below.push(name.to_owned());
    below
}

/// What an entry of a list is known by: a follow-up by its day, others by their `id`, if they have
/// one.
fn entry_name<'v>(list: &str, entry: &'v Value) -> Option<&'v str> {
    // A text by language has an `id` too: Indonesian.
    let map = entry.as_object().filter(|map| !is_language_map(map))?;
    let name = if list == "follow_ups" { "date" } else { "id" };
    map.get(name)?.as_str()
}

/// Whether an object is a text by language.
fn is_language_map(map: &Map<String, Value>) -> bool {
    let is_code = |name: &String| Lang::ALL.iter().any(|lang| lang.code() == name);
    !map.is_empty()
        && map
            .iter()
            .all(|(name, value)| is_code(name) && value.is_string())
}

/// Whether a path is that of a follow-up, which is known by its day.
fn is_follow_up_path(path: &[String]) -> bool {
    path.len() == 2 && path[0] == "follow_ups"
}

/// Renames the records in old paths to their names in the new ones, which have the old names in
/// `formerly`.
fn apply_renames(old: &mut [RevisionField], new: &[RevisionField]) {
    for field in new {
        // The record's own former names are no part of any path.
        let [above @ .., current, name] = &field.path[..] else {
            continue;
        };
        if above.is_empty() || name != "formerly" {
            continue;
        }
        let former = field.text.split(", ");
        let former: Vec<&str> = former.filter_map(|name| name.rsplit('/').next()).collect();
        let at = above.len();
        for f in &mut *old {
            if f.path.len() > at && f.path[..at] == *above && former.contains(&&*f.path[at]) {
                f.path[at].clone_from(current);
            }
        }
    }
}

/// A field that differs between two bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// Its path, as in [`RevisionField::path`].
    pub path: Vec<String>,
    /// Its language, if it is named.
    pub lang: Option<Lang>,
    /// What it said; empty if it is new.
    pub before: String,
    /// What it says; empty if it is gone.
    pub after: String,
    /// Whether it belongs to a follow-up that was added.
    pub is_new_follow_up: bool,
}

/// The fields in which `new` differs from `old`, in the order of `new`; removed fields come last. A
/// record that was only renamed is compared with itself under its old name.
pub fn diff_bodies(old: &Value, new: &Value) -> Vec<FieldChange> {
    let (mut old, new) = (body_fields(old), body_fields(new));
    apply_renames(&mut old, &new);
    let before = texts_by_field(&old);
    let after = texts_by_field(&new);
    let follow_ups: HashSet<&[String]> = old.iter().filter_map(|f| f.path.get(..2)).collect();
    let removed = old.iter().filter(|f| !after.contains_key(&field_key(f)));
    let mut changes = Vec::new();
    for field in new.iter().chain(removed) {
        let key = field_key(field);
        let (old_text, new_text) = (before.get(&key), after.get(&key));
        if old_text == new_text {
            continue;
        }
        // One that was there before and now says something else is a correction.
        let is_new_follow_up = field.path[0] == "follow_ups"
            && field.path.get(..2).is_some_and(|p| !follow_ups.contains(p));
        changes.push(FieldChange {
            path: field.path.clone(),
            lang: field.lang,
            before: old_text.copied().unwrap_or_default().to_owned(),
            after: new_text.copied().unwrap_or_default().to_owned(),
            is_new_follow_up,
        });
    }
    changes
}

/// The identity of a field across two bodies.
type FieldKey<'f> = (&'f [String], Option<Lang>);

fn field_key(field: &RevisionField) -> FieldKey<'_> {
    (&field.path, field.lang)
}

fn texts_by_field(fields: &[RevisionField]) -> HashMap<FieldKey<'_>, &str> {
    let texts = fields.iter().map(|f| (field_key(f), f.text.as_str()));
    texts.collect()
}

impl FieldChange {
    /// The difference word by word.
    pub fn word_diff(&self) -> Vec<(DiffTag, String)> {
        let mut parts: Vec<(DiffTag, String)> = Vec::new();
        for change in TextDiff::from_words(&self.before, &self.after).iter_all_changes() {
            let tag = match change.tag() {
                ChangeTag::Equal => DiffTag::Equal,
                ChangeTag::Delete => DiffTag::Delete,
                ChangeTag::Insert => DiffTag::Insert,
            };
            // Words that went or came together are shown as one.
            match parts.last_mut() {
                Some((last, text)) if *last == tag => text.push_str(change.value()),
                _ => parts.push((tag, change.value().to_owned())),
            }
        }
        parts
    }
}

/// Whether words are in both texts or only in one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DiffTag {
    /// They are in both.
    Equal,
    /// They are only in the old one.
    Delete,
    /// They are only in the new one.
    Insert,
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn fields_in_reading_order() {
        let body = json!({
            "aspiration": { "id": "jalan", "responses": [{ "text": "Ya", "commitments": [{ "id": "tambal", "text": "Menambal" }] }],
                "title": { "id": "Jalan", "en": "Road" }, "topics": ["jalan", "desa"] },
            "follow_ups": [{ "date": "2022-10-03", "text": "a" }, { "date": "2022-10-03", "text": "b" }],
            "kind": "aspiration",
            "stop": { "number": 6, "date": "2022-03-18" },
        });
        let found: Vec<String> = body_fields(&body)
            .iter()
            .map(|f| format!("{}={}", f.path.join("."), f.text))
            .collect();
        assert_eq!(
            found,
            [
                "number=6",
                "date=2022-03-18",
                "title=Jalan",
                "title=Road",
                "topics=jalan, desa",
                "responses.1.text=Ya",
                "responses.1.commitments.tambal.text=Menambal",
                "follow_ups.2022-10-03.text=a",
                "follow_ups.2022-10-03-2.text=b",
            ]
        );
    }

    #[test]
    fn a_renamed_record_is_not_new() {
        let body = |id: &str, formerly: &[&str]| json!({ "aspiration": { "responses": [{ "commitments": [{ "id": id, "text": "Menambal", "formerly": formerly }] }] } });
        let found = diff_bodies(&body("lama", &[]), &body("baru", &["6/jalan/lama"]));
        assert_eq!(
            found.iter().map(|d| d.path.join(".")).collect::<Vec<_>>(),
            ["responses.1.commitments.baru.formerly"]
        );
    }

    #[test]
    fn removed_and_added_words() {
        let (old, new) = (
            json!({ "text": "jalan desa rusak" }),
            json!({ "text": "jalan dusun rusak", "check": true }),
        );
        let found = diff_bodies(&old, &new);
        assert_eq!(
            (found.len(), found[0].path.as_slice()),
            (2, &["check".to_owned()][..])
        );
        let words: Vec<String> = found[1]
            .word_diff()
            .into_iter()
            .map(|(word, text)| format!("{word:?}:{text}"))
            .collect();
        assert_eq!(
            words,
            [
                "Equal:jalan ",
                "Delete:desa",
                "Insert:dusun",
                "Equal: rusak"
            ]
        );
    }
}
