//! The strings of a revision's body, for rules that look at what was released.

use serde_json::Value;

/// Every string of a body with the name of its field; those of a list have the list's.
pub(super) fn body_strings(body: &Value) -> Vec<(&str, &str)> {
    let mut strings = Vec::new();
    collect_strings("", body, &mut strings);
    strings
}

fn collect_strings<'b>(field: &'b str, value: &'b Value, strings: &mut Vec<(&'b str, &'b str)>) {
    match value {
        Value::String(text) => strings.push((field, text)),
        Value::Array(list) => {
            for value in list {
                collect_strings(field, value, strings);
            }
        }
        Value::Object(map) => {
            for (field, value) in map {
                collect_strings(field, value, strings);
            }
        }
        _ => {}
    }
}
