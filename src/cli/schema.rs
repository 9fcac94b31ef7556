//! `jhur schema`: writes the JSON Schemas with which a text editor completes, explains and checks
//! records. `jhur init` writes the same ones, and the settings by which Visual Studio Code finds
//! them. They come from `records::schema`; here their words get descriptions.

use super::args::SchemaArgs;
use super::terminal::{Terminal, display_path};
use crate::diag::messages::Messages;
use crate::diag::{Diagnostic, ExitStatus};
use crate::publish;
use crate::records::schema::FileKind;
use serde_json::{Map, Value, json};
use std::path::Path;

pub(super) fn run(
    args: &SchemaArgs,
    root: &Path,
    terminal: &Terminal<'_>,
) -> Result<ExitStatus, Diagnostic> {
    let dir = args.dir.clone().unwrap_or_else(|| root.join("schema"));
    for (name, text) in schema_files(terminal.messages) {
        publish::replace_file(&dir.join(name), &text)?;
    }
    terminal.emessage(
        "schema-done",
        &[
            ("path", display_path(&dir)),
            ("count", FileKind::ALL.len().to_string()),
        ],
    );
    Ok(ExitStatus::Clean)
}

/// Every schema with its file's name.
pub(super) fn schema_files(messages: &Messages) -> Vec<(String, String)> {
    FileKind::ALL
        .map(|kind| (schema_file_name(kind), schema_text(kind, messages)))
        .to_vec()
}

/// The settings by which Visual Studio Code holds each file against its schema.
pub(super) fn vscode_settings() -> String {
    let mut schemas = Map::new();
    for kind in FileKind::ALL {
        if let Some(pattern) = kind.file_pattern() {
            schemas.insert(
                format!("./schema/{}", schema_file_name(kind)),
                pattern.into(),
            );
        }
    }
    pretty_json(&json!({
        "yaml.schemas": schemas,
        "yaml.validate": true,
        "files.encoding": "utf8",
        "[yaml]": { "editor.wordWrap": "on" },
    }))
}

fn schema_file_name(kind: FileKind) -> String {
    format!("{}.schema.json", kind.schema_name())
}

fn schema_text(kind: FileKind, messages: &Messages) -> String {
    let mut schema = kind.schema_with_descriptions(messages);
    if let Some(Value::Object(definitions)) = schema.get_mut("$defs") {
        for (name, definition) in definitions {
            describe_values(definition, name, messages);
        }
    }
    if let Value::Object(schema) = &mut schema {
        let title = messages.message(&format!("schema-{}", kind.schema_name()), &[]);
        schema.insert("$id".into(), schema_file_name(kind).into());
        schema.insert("title".into(), title.into());
    }
    pretty_json(&schema)
}

/// Describes each value of a vocabulary, and removes what is left of descriptions for programmers.
fn describe_values(definition: &mut Value, name: &str, messages: &Messages) {
    let Value::Object(definition) = definition else {
        return;
    };
    if messages.try_message(name, &[]).is_none() {
        definition.remove("description");
    }
    if let Some(Value::Array(choices)) = definition.get_mut("oneOf") {
        for choice in choices.iter_mut().filter_map(Value::as_object_mut) {
            let value = choice.get("const").and_then(Value::as_str);
            let key = format!("{name}-{}", value.unwrap_or_default());
            match messages.try_message(&key, &[]) {
                Some(text) => choice.insert("description".into(), text.into()),
                None => choice.remove("description"),
            };
        }
    }
    if let Some(Value::Object(fields)) = definition.get_mut("properties") {
        for field in fields.values_mut() {
            for part in ["anyOf", "items"] {
                if let Some(part) = field.get_mut(part) {
                    strip_descriptions(part);
                }
            }
        }
    }
}

/// Removes descriptions from the parts of a field, which has one itself.
fn strip_descriptions(part: &mut Value) {
    match part {
        Value::Array(list) => list.iter_mut().for_each(strip_descriptions),
        Value::Object(map) => {
            map.remove("description");
            map.values_mut().for_each(strip_descriptions);
        }
        _ => {}
    }
}

fn pretty_json(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default() + "\n"
}
