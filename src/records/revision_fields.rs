//! The fields of a body in the revision log, in reading order, and the difference between two bodies of one record; for the
//! history and revision pages, `jhur release` and the feeds.
//!
//! Which lists hold records and which hold keys follows from the record types. A body may be older than they are: a field that
//! no type has today is shown like any other.

use super::Lang;
use super::schema::FileKind;
use super::schema_model::{RecordField, RecordType, ValueType};
use serde_json::{Map, Value};
use similar::{ChangeTag, TextDiff};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Fields in reading order. It is not the order of the record types, which is that of schema, form and workbook. A field that is
/// not listed comes last.
#[rustfmt::skip]
const FIELD_ORDER: [&str; 50] = [
    "number", "number_basis", "district", "date", "until", "venue", "withdrawn", "role", "village", "name", "title",
    "summary", "reason", "withheld", "from", "official", "office", "answer", "to", "about", "status", "bearing", "check",
    "text", "body", "due", "said", "by", "budget", "conditions", "replaced_by", "disputed", "setting", "reported_by",
    "topics", "again", "heard", "services", "responses", "commitments", "publisher", "url", "archived", "partial", "notes",
    "photos", "follow_ups", "sources", "corrections", "cited_by",
];

/// The objects that a body wraps around the fields of its record.
const WRAPPER_FIELDS: [&str; 4] = ["stop", "aspiration", "announcement", "page"];

/// What the record types say of the fields that a body may hold.
#[derive(Default)]
struct BodyFormat {
    /// Fields by their labels: `from.role` for the role below `from`, but `text` for that of a response, since the response
    /// is a section of its own.
    fields: HashMap<String, &'static RecordField>,
    /// Lists of keys, references or words: each is one field.
    token_lists: HashSet<&'static str>,
    /// Lists of records: each entry is a section.
    record_lists: HashSet<&'static str>,
}

static BODY_FORMAT: LazyLock<BodyFormat> = LazyLock::new(|| {
    // The log's own word for what became of a record; no record has it as a field.
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
            // Where records share a name (`title`), what the first of them says of it holds for all.
            self.fields.entry(label).or_insert(field);
        }
    }
}

/// What the record types say of a field of a body, by its label (`from.role`). Returns `None` if no record has it today.
pub fn body_field(label: &str) -> Option<&'static RecordField> {
    BODY_FORMAT.fields.get(label).copied()
}

/// Whether the entries of a list in a body are records.
pub fn is_record_list(name: &str) -> bool {
    BODY_FORMAT.record_lists.contains(name)
}

/// Whether a field of a body holds references, or keys that have no name of their own to be called by.
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
    /// The way to it: `responses`, `1`, `commitments`, `usul-p-apbd`, `text`. An entry of a list is known by its `id`, a
    /// follow-up by its day, others by their place from 1.
    pub path: Vec<String>,
    /// The language, of words in one that is named; others are in the site's first language, or in none.
    pub lang: Option<Lang>,
    /// What it says; a list of names is joined by commas.
    pub text: String,
}

/// All fields of a body, in reading order.
pub fn body_fields(body: &Value) -> Vec<RevisionField> {
    let mut found = Vec::new();
    if let Value::Object(map) = body {
        for (name, value) in sorted_entries(map)
            .into_iter()
            .filter(|(name, _)| *name != "kind")
        {
            let wraps = WRAPPER_FIELDS.contains(&name.as_str()) && value.is_object();
            match value.as_object().filter(|_| name == "page") {
                Some(versions) => flatten_page(versions, &mut found),
                None => flatten_value(
                    value,
                    if wraps {
                        Vec::new()
                    } else {
                        vec![name.clone()]
                    },
                    &mut found,
                ),
            }
        }
    }
    // A body has its stop and its entry in separate wrappers; the fields of both are read as one list.
    found.sort_by_key(|field| field_rank(&field.path[0]));
    found
}

/// Flattens a Markdown page, which has a version in each language.
fn flatten_page(versions: &Map<String, Value>, found: &mut Vec<RevisionField>) {
    for lang in Lang::ALL {
        let start = found.len();
        versions
            .get(lang.code())
            .into_iter()
            .for_each(|version| flatten_value(version, Vec::new(), found));
        found[start..]
            .iter_mut()
            .for_each(|field| field.lang = Some(lang));
    }
}

fn field_rank(name: &str) -> usize {
    FIELD_ORDER
        .iter()
        .position(|known| *known == name)
        .unwrap_or(FIELD_ORDER.len())
}

fn sorted_entries(map: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut all: Vec<_> = map.iter().collect();
    all.sort_by_key(|(name, _)| field_rank(name));
    all
}

fn flatten_value(value: &Value, path: Vec<String>, found: &mut Vec<RevisionField>) {
    let below = |name: &str| {
        path.iter()
            .cloned()
            .chain([name.to_owned()])
            .collect::<Vec<_>>()
    };
    let last = path.last().map_or("", String::as_str);
    match value {
        Value::Object(map) if !path.is_empty() && is_language_map(map) => {
            for lang in Lang::ALL {
                let text = map.get(lang.code()).and_then(Value::as_str);
                found.extend(text.map(|text| RevisionField {
                    path: path.clone(),
                    lang: Some(lang),
                    text: text.to_owned(),
                }));
            }
        }
        Value::Object(map) => {
            for (name, value) in sorted_entries(map) {
                let is_own_name = (name == "id" && value.is_string())
                    || (name == "date" && is_follow_up_path(&path));
                if !is_own_name {
                    flatten_value(value, below(name), found);
                }
            }
        }
        Value::Array(list)
            if BODY_FORMAT.token_lists.contains(last) && list.iter().all(Value::is_string) =>
        {
            let names: Vec<&str> = list.iter().filter_map(Value::as_str).collect();
            found.push(RevisionField {
                path,
                lang: None,
                text: names.join(", "),
            });
        }
        Value::Array(list) => {
            let mut turns: HashMap<String, usize> = HashMap::new();
            for (n, entry) in list.iter().enumerate() {
                let own = if last == "follow_ups" { "date" } else { "id" };
                // A text by language has an `id` too: Indonesian.
                let named = entry
                    .as_object()
                    .filter(|map| !is_language_map(map))
                    .and_then(|map| map.get(own)?.as_str());
                let name = named.map_or_else(|| (n + 1).to_string(), str::to_owned);
                let turn = turns
                    .entry(name.clone())
                    .and_modify(|turn| *turn += 1)
                    .or_insert(1);
                let name = if *turn == 1 {
                    name
                } else {
                    format!("{name}-{turn}")
                };
                flatten_value(entry, below(&name), found);
            }
        }
        Value::String(text) => found.push(RevisionField {
            path,
            lang: None,
            text: text.clone(),
        }),
        other => found.push(RevisionField {
            path,
            lang: None,
            text: other.to_string(),
        }),
    }
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

/// Renames the records in old paths to their names in the new ones, which have the old names in `formerly`.
fn apply_renames(old: &mut [RevisionField], new: &[RevisionField]) {
    for field in new
        .iter()
        .filter(|f| f.path.len() > 2 && f.path.last().is_some_and(|name| name == "formerly"))
    {
        let at = field.path.len() - 2;
        let before: Vec<&str> = field
            .text
            .split(", ")
            .filter_map(|name| name.rsplit('/').next())
            .collect();
        let same = |f: &&mut RevisionField| {
            f.path.len() > at
                && f.path[..at] == field.path[..at]
                && before.contains(&f.path[at].as_str())
        };
        old.iter_mut()
            .filter(same)
            .for_each(|f| f.path[at].clone_from(&field.path[at]));
    }
}

/// A field that differs between two bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldChange {
    /// The way to it.
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

/// The fields in which `new` differs from `old`, in the order of `new`; removed fields come last. A record that was only renamed
/// is compared with itself under its old name.
pub fn diff_bodies(old: &Value, new: &Value) -> Vec<FieldChange> {
    let (mut old, new) = (body_fields(old), body_fields(new));
    apply_renames(&mut old, &new);
    let key = |field: &RevisionField| (field.path.clone(), field.lang);
    let before: HashMap<_, &str> = old.iter().map(|f| (key(f), f.text.as_str())).collect();
    let reported: HashSet<&[String]> = old.iter().filter_map(|f| f.path.get(..2)).collect();
    let after: HashMap<_, &str> = new.iter().map(|f| (key(f), f.text.as_str())).collect();
    let all = new
        .iter()
        .chain(old.iter().filter(|f| !after.contains_key(&key(f))));
    let said = |texts: &HashMap<_, &str>, field: &RevisionField| {
        texts
            .get(&key(field))
            .copied()
            .unwrap_or_default()
            .to_owned()
    };
    all.filter(|f| before.get(&key(f)) != after.get(&key(f)))
        .map(|f| FieldChange {
            path: f.path.clone(),
            lang: f.lang,
            before: said(&before, f),
            after: said(&after, f),
            is_new_follow_up: f.path[0] == "follow_ups"
                && f.path.get(..2).is_some_and(|news| !reported.contains(news)),
        })
        .collect()
}

impl FieldChange {
    /// The difference word by word.
    pub fn word_diff(&self) -> Vec<(DiffTag, String)> {
        let mut words: Vec<(DiffTag, String)> = Vec::new();
        for part in TextDiff::from_words(&self.before, &self.after).iter_all_changes() {
            let word = match part.tag() {
                ChangeTag::Equal => DiffTag::Equal,
                ChangeTag::Delete => DiffTag::Delete,
                ChangeTag::Insert => DiffTag::Insert,
            };
            match words.last_mut() {
                Some((last, text)) if *last == word => text.push_str(part.value()),
                _ => words.push((word, part.value().to_owned())),
            }
        }
        words
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
    fn what_got_another_name_is_not_new() {
        let body = |id: &str, formerly: &[&str]| json!({ "aspiration": { "responses": [{ "commitments": [{ "id": id, "text": "Menambal", "formerly": formerly }] }] } });
        let found = diff_bodies(&body("lama", &[]), &body("baru", &["6/jalan/lama"]));
        assert_eq!(
            found.iter().map(|d| d.path.join(".")).collect::<Vec<_>>(),
            ["responses.1.commitments.baru.formerly"]
        );
    }

    #[test]
    fn words_that_went_and_came() {
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
