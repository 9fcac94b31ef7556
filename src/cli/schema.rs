//! `jhur schema`: JSON Schemas by which an editor completes, explains and checks while one writes.

use super::args::Schema;
use super::terminal::Screen;
use super::{Ended, editor};
use crate::diag::Diagnostic;
use crate::diag::messages::Words;
use crate::publish;
use crate::records::schema::FileKind;
use serde_json::{Map, Value, json};
use std::path::Path;

pub(super) fn run(args: &Schema, root: &Path, screen: &Screen<'_>) -> Result<Ended, Diagnostic> {
    let dir = args.dir.clone().unwrap_or_else(|| root.join("schema"));
    for (name, text) in files(screen.words) {
        publish::replace_file(&dir.join(name), &text)?;
    }
    screen.tell("schema-done", &[("path", editor::shown(&dir)), ("count", FileKind::ALL.len().to_string())]);
    Ok(Ended::Clean)
}

/// Every schema with its file's name.
pub(super) fn files(words: &Words) -> Vec<(String, String)> {
    FileKind::ALL.map(|kind| (name(kind), text(kind, words))).to_vec()
}

/// The settings by which Visual Studio Code holds each file against its schema.
pub(super) fn settings() -> String {
    let schemas = FileKind::ALL
        .iter()
        .filter_map(|kind| Some((format!("./schema/{}", name(*kind)), kind.file_pattern()?.into())));
    let schemas: Map<String, Value> = schemas.collect();
    pretty(
        &json!({ "yaml.schemas": schemas, "yaml.validate": true, "files.encoding": "utf8", "[yaml]": { "editor.wordWrap": "on" } }),
    )
}

fn name(kind: FileKind) -> String {
    format!("{}.schema.json", kind.schema_name())
}

fn text(kind: FileKind, words: &Words) -> String {
    let mut schema = kind.schema_with_descriptions(words);
    if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
        for (name, definition) in definitions {
            values(definition, name, words);
        }
    }
    if let Value::Object(schema) = &mut schema {
        schema.insert("$id".into(), name(kind).into());
        schema.insert("title".into(), words.say(&format!("schema-{}", kind.schema_name()), &[]).into());
    }
    pretty(&schema)
}

/// Describes each word of a vocabulary; what is left of descriptions for programmers is taken out.
fn values(definition: &mut Value, name: &str, words: &Words) {
    let Value::Object(definition) = definition else { return };
    if words.try_say(name, &[]).is_none() {
        definition.remove("description");
    }
    if let Some(Value::Array(choices)) = definition.get_mut("oneOf") {
        for choice in choices.iter_mut().filter_map(Value::as_object_mut) {
            let word = choice.get("const").and_then(Value::as_str).unwrap_or_default();
            match words.try_say(&format!("{name}-{word}"), &[]) {
                Some(text) => choice.insert("description".into(), text.into()),
                None => choice.remove("description"),
            };
        }
    }
    if let Some(Value::Object(fields)) = definition.get_mut("properties") {
        fields.values_mut().filter_map(|f| f.get_mut("anyOf")).for_each(plain);
        fields.values_mut().filter_map(|f| f.get_mut("items")).for_each(plain);
    }
}

/// Takes descriptions out of the parts of a field that has one itself.
fn plain(part: &mut Value) {
    match part {
        Value::Array(list) => list.iter_mut().for_each(plain),
        Value::Object(map) => {
            map.remove("description");
            map.values_mut().for_each(plain);
        }
        _ => {}
    }
}

fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
