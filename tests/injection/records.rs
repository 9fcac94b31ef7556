//! Made-up records with every field of the format, into which words can be put: where a text, an address, a key may stand is
//! read off the JSON Schema, so that no field is forgotten.

use crate::common::Tree;
use jhur::records::schema::FileKind;
use serde_json::{Value, json};
use std::fmt::Write as _;

/// What takes words in the records below.
const HERE: &str = "@";

/// A place that takes words: the record type with the field, such as `Stop.venue`, and what may stand there (`text`, `line`, `url`, …).
pub struct Field<'f> {
    pub name: &'f str,
    pub format: &'f str,
}

/// What is put into a field; none leaves what stands there.
pub type Put<'p> = &'p mut dyn FnMut(&Field<'_>) -> Option<Value>;

/// The site's own file.
pub fn site(put: Put<'_>) -> (String, Vec<u8>) {
    let contact = json!({"email": HERE, "whatsapp": HERE, "page": "https://contoh.example/@"});
    let site = json!({
        "format": 1, "title": HERE, "base_url": "https://jhur.example/", "languages": ["id", "en"],
        "publisher": HERE, "contact": contact, "licence": HERE, "standing": "official",
        "public_names": [HERE],
    });
    file(FileKind::Site, "site.yaml", site, put)
}

/// The lists: one kecamatan, office and topic for each turn.
pub fn lists(turns: &[usize], put: &mut dyn FnMut(usize, &Field<'_>) -> Option<Value>) -> Tree {
    let mut all = Tree::new();
    let mut list = |kind, name: &str, one: &dyn Fn(usize) -> Value| {
        let filled = turns.iter().map(|turn| {
            let mut record = json!([one(*turn)]);
            fill(kind, &mut record, &mut |field| put(*turn, field));
            record[0].take()
        });
        all.insert(name.into(), written(&filled.collect()));
    };
    list(
        FileKind::Districts,
        "districts.yaml",
        &|turn| json!({"key": format!("kecamatan-{turn}"), "name": HERE, "villages": [{"key": "desa", "name": HERE}]}),
    );
    list(
        FileKind::Offices,
        "offices.yaml",
        &|turn| json!({"key": format!("dinas-{turn}"), "name": HERE, "short": HERE, "url": "https://contoh.example/@"}),
    );
    list(
        FileKind::Topics,
        "topics.yaml",
        &|turn| json!({"key": format!("topik-{turn}"), "name": HERE, "description": HERE}),
    );
    all
}

/// A stop with everything that can be said in one, its follow-ups, a page; and what was withdrawn, if `withdrawn`.
pub fn turn(turn: usize, withdrawn: bool, put: Put<'_>) -> Tree {
    let gone = withdrawn.then(|| json!({"date": "2022-06-01", "reason": HERE}));
    let number = turn + 1;
    let mut files = Tree::new();
    let mut add = |kind, name: String, record: Value| {
        files.extend([file(kind, &name, record, put)]);
    };
    add(
        FileKind::Stop,
        format!("stops/{number:03}.yaml"),
        stop(turn, number, gone.as_ref()),
    );
    let empty = json!({"number": 1000 + number, "district": format!("kecamatan-{turn}"), "date": "2022-03-01", "sources": [source("berita")], "withdrawn": gone});
    add(
        FileKind::Stop,
        format!("stops/{}.yaml", 1000 + number),
        lean(empty),
    );
    add(
        FileKind::FollowUps,
        format!("follow-ups/{number:03}.yaml"),
        follow_ups(number),
    );
    for end in ["md", "en.md"] {
        add(
            FileKind::FrontMatter,
            format!("pages/halaman-{turn}.{end}"),
            json!({"title": HERE, "summary": HERE, "order": number}),
        );
        add(
            FileKind::FrontMatter,
            format!("pages/lama-{turn}.{end}"),
            lean(json!({"title": HERE, "withdrawn": gone})),
        );
    }
    for (name, head) in files
        .iter_mut()
        .filter(|(name, _)| name.starts_with("pages/"))
    {
        let body = put(&Field {
            name: "Page.body",
            format: "text",
        });
        let body = body
            .as_ref()
            .and_then(|said| said.get("id").unwrap_or(said).as_str())
            .unwrap_or("Isi.");
        let head_text = String::from_utf8_lossy(head).into_owned();
        *head = format!("---\n{head_text}---\n\n{body}\n").into_bytes();
        assert!(name.ends_with(".md"));
    }
    files
}

fn stop(turn: usize, number: usize, gone: Option<&Value>) -> Value {
    let citing = json!([{"title": HERE, "publisher": HERE, "url": "https://contoh.example/@", "date": "2022-05-01"}]);
    let topics = json!([format!("topik-{turn}")]);
    let promise = |id: &str| json!({"id": id, "text": HERE, "due": {"said": HERE, "by": "2022-12"}, "budget": HERE, "conditions": [HERE], "refs": refs()});
    let mut dropped = promise("ditarik");
    if let Some(gone) = gone {
        dropped["withdrawn"] = gone.clone();
    }
    let response = json!({
        "office": format!("dinas-{turn}"), "official": {"name": HERE, "title": HERE}, "answer": ["promised", "referred"], "to": HERE,
        "text": HERE, "sources": ["berita"], "reported_by": HERE, "notes": [HERE],
        "commitments": [promise("janji"), promise("ganti"), dropped],
    });
    lean(json!({
        "number": number, "district": format!("kecamatan-{turn}"), "date": "2022-03-18", "venue": HERE, "summary": HERE,
        "notes": [HERE], "photos": [photo()], "sources": [source("berita")], "services": [HERE], "cited_by": citing,
        "corrections": [{"date": "2022-04-01", "text": HERE}],
        "aspirations": [
            {"id": "usul", "title": HERE, "topics": topics, "from": {"role": HERE, "village": "desa", "name": HERE, "consent": {"date": "2022-03-18", "form": HERE}},
             "text": HERE, "reported_by": HERE, "sources": ["berita"], "notes": [HERE], "cited_by": citing, "responses": [response]},
            {"id": "ditahan", "title": HERE, "topics": topics, "sources": ["berita"], "withheld": HERE},
            {"id": "lama", "title": HERE, "text": HERE, "sources": ["berita"], "withdrawn": gone},
        ],
        "announcements": [
            {"id": "umum", "title": HERE, "topics": topics, "sources": ["berita"], "reported_by": HERE, "notes": [HERE], "cited_by": citing,
             "responses": [{"office": format!("dinas-{turn}"), "answer": ["done"], "text": HERE}]},
            {"id": "batal", "title": HERE, "sources": ["berita"], "withdrawn": gone, "responses": [{"office": format!("dinas-{turn}"), "answer": ["done"], "text": HERE}]},
        ],
    }))
}

fn follow_ups(number: usize) -> Value {
    let about = |id: &str| format!("{number}/usul/{id}");
    let said = json!({"said": HERE, "by": "2023"});
    json!([
        {"about": about("janji"), "date": "2022-05-02", "status": "in-progress", "due": said, "text": HERE, "by": HERE, "refs": refs(), "disputed": HERE,
         "sources": [source_of_news()], "photos": [photo()], "notes": [HERE]},
        {"about": about("ganti"), "date": "2022-05-03", "status": "superseded", "text": HERE, "by": HERE, "replaced_by": about("janji"), "sources": [source_of_news()]},
        {"about": format!("{number}"), "date": "2022-05-04", "check": true, "text": HERE},
    ])
}

fn refs() -> Value {
    json!({"lapor": HERE, "sub_kegiatan": HERE, "rup": HERE, "sk": HERE})
}

fn photo() -> Value {
    json!({"file": "rekaan.png", "alt": HERE, "caption": HERE, "credit": HERE})
}

fn source(id: &str) -> Value {
    let mut source = source_of_news();
    source["id"] = id.into();
    source["date"] = "2022-03-18".into();
    source
}

fn source_of_news() -> Value {
    json!({"title": HERE, "publisher": HERE, "date": "2022-05-06", "url": "https://contoh.example/@", "archived": "https://contoh.example/@", "kind": "press", "notes": [HERE]})
}

/// Without what is not there.
fn lean(mut record: Value) -> Value {
    match &mut record {
        Value::Object(map) => {
            map.retain(|_, value| !value.is_null());
            map.values_mut()
                .for_each(|value| *value = lean(value.take()));
        }
        Value::Array(list) => list
            .iter_mut()
            .for_each(|value| *value = lean(value.take())),
        _ => {}
    }
    record
}

fn file(kind: FileKind, name: &str, mut record: Value, put: Put<'_>) -> (String, Vec<u8>) {
    fill(kind, &mut record, put);
    (name.to_owned(), written(&record))
}

/// As JSON, which is YAML; what is not ASCII by its number, so that nothing stands in the file as itself and all reaches the fields.
fn written(record: &Value) -> Vec<u8> {
    let text = serde_json::to_string_pretty(record).unwrap();
    let mut out = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        match u32::from(c) {
            0..0x7f => out.push(c),
            n @ 0..0x1_0000 => drop(write!(out, "\\u{n:04x}")),
            n => drop(write!(out, "\\U{n:08x}")),
        }
    }
    (out + "\n").into_bytes()
}

/// Puts words into every field of a record that takes some.
pub fn fill(kind: FileKind, record: &mut Value, put: Put<'_>) {
    let schema = kind.schema();
    let name = schema["title"].as_str().unwrap_or_default().to_owned();
    at(record, &schema, &schema["$defs"], &name, put);
}

/// `name` is the type that a schema describes, or the field.
fn at(value: &mut Value, schema: &Value, defs: &Value, name: &str, put: Put<'_>) {
    if let Some(reference) = schema["$ref"].as_str() {
        let called = reference.rsplit('/').next().unwrap_or_default();
        return match called {
            "Text" => leaf(value, "text", name, put),
            _ => at(
                value,
                &defs[called],
                defs,
                if value.is_object() { called } else { name },
                put,
            ),
        };
    }
    if let Some(choices) = schema["anyOf"].as_array() {
        let fits = |schema: &&Value| {
            let schema = schema["$ref"]
                .as_str()
                .map_or(*schema, |r| &defs[r.rsplit('/').next().unwrap_or_default()]);
            let is = |kind: &str| {
                schema["type"] == kind
                    || schema["type"]
                        .as_array()
                        .is_some_and(|t| t.contains(&kind.into()))
            };
            schema["anyOf"].is_array()
                || schema["oneOf"].is_array()
                || (value.is_object() && is("object"))
                || (value.is_array() && is("array"))
                || (value.is_string() && is("string"))
        };
        let choice = choices
            .iter()
            .find(fits)
            .unwrap_or_else(|| panic!("{name}: {value} has no place in {schema}"));
        return at(value, choice, defs, name, put);
    }
    match value {
        Value::Object(map) => {
            for (field, value) in map {
                at(
                    value,
                    &schema["properties"][field],
                    defs,
                    &format!("{name}.{field}"),
                    put,
                );
            }
        }
        Value::Array(list) => list
            .iter_mut()
            .for_each(|value| at(value, &schema["items"], defs, name, put)),
        Value::String(_) => {
            let format = schema["format"]
                .as_str()
                .unwrap_or(if schema["oneOf"].is_array() {
                    "word"
                } else {
                    ""
                });
            leaf(value, format, name, put);
        }
        _ => {}
    }
}

fn leaf(value: &mut Value, format: &str, name: &str, put: Put<'_>) {
    if let Some(words) = put(&Field { name, format }) {
        *value = words;
    }
}

/// Every field of the format in which words may stand, as the schema has them.
pub fn fields(formats: &[&str]) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (kind, fields) in jhur::records::schema::record_types() {
        for (field, schema) in fields {
            let text = schema.to_string();
            let is = formats
                .iter()
                .any(|f| text.contains(&format!("\"format\":\"{f}\"")))
                || (formats.contains(&"text") && text.contains("#/$defs/Text"));
            if is {
                found.push(format!("{kind}.{field}"));
            }
        }
    }
    found.sort();
    found.dedup();
    found
}
