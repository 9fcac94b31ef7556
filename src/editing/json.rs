//! A record file's content as a JSON value, which form, workbook and rewrite compare and change:
//! every scalar is the string that was typed, maps keep their order. Here is how YAML becomes such
//! a value, and how a record's id and texts are read from it.

use crate::records::Lang;
use crate::source::parse_strict;
use crate::source::yaml::node::{Node, NodeKind};
use serde_json::{Map, Value};

/// The content of a YAML tree without its spans.
pub fn to_json(node: &Node<'_>) -> Value {
    match &node.kind {
        NodeKind::Null => Value::Null,
        NodeKind::Scalar(scalar) => Value::String(scalar.text.to_string()),
        NodeKind::List(items) => items.iter().map(to_json).collect(),
        NodeKind::Map(entries) => {
            let mut map = Map::new();
            for entry in entries {
                map.insert(entry.key.to_string(), to_json(&entry.value));
            }
            Value::Object(map)
        }
    }
}

/// The content of a YAML text. Returns `None` if its YAML has any error.
pub(super) fn parse_json(text: &str) -> Option<Value> {
    parse_strict(text).map(|tree| to_json(&tree))
}

/// The string under a key.
pub(super) fn str_at<'v>(record: &'v Value, key: &str) -> Option<&'v str> {
    record.get(key).and_then(Value::as_str)
}

/// The list under a key, or `record` itself under an empty one, as a file of follow-ups is a list;
/// empty if that is no list.
pub(super) fn list_at<'v>(record: &'v Value, key: &str) -> &'v [Value] {
    let list = if key.is_empty() {
        Some(record)
    } else {
        record.get(key)
    };
    list.and_then(Value::as_array)
        .map(Vec::as_slice)
        .unwrap_or_default()
}

/// The aspirations and announcements of a stop.
pub(super) fn entries(stop: &Value) -> impl Iterator<Item = &Value> {
    let aspirations = list_at(stop, "aspirations").iter();
    aspirations.chain(list_at(stop, "announcements"))
}

/// The id of a record, under which others refer to it.
pub(super) fn record_id(record: &Value) -> Option<&str> {
    str_at(record, "id")
}

/// What a follow-up is about; the first reference if it is about several records.
pub(super) fn first_reference(follow_up: &Value) -> Option<&str> {
    let about = follow_up.get("about")?;
    about.as_str().or_else(|| about.get(0)?.as_str())
}

/// The text under a key in the main language, or else in the first language that has one.
pub(super) fn localized(record: &Value, key: &str, main: Lang) -> Option<String> {
    let text = record.get(key)?;
    let text = match text.as_str().or_else(|| str_at(text, main.code())) {
        Some(text) => text,
        None => text.as_object()?.values().find_map(Value::as_str)?,
    };
    Some(text.to_owned())
}
