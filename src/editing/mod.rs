//! Changes to files of records: a file's text and what it is to say become a text in which nothing else has moved. Comments,
//! order, quotes and line endings of all that stays are kept byte for byte.
//!
//! Nothing is read or written here, and nothing is judged: whoever changes a record looks afterwards at what the rules say.

pub mod form;
mod form_schema;
mod rewrite;
pub mod targets;
pub mod workbook;

pub use form_schema::{
    Enum, FieldType, FormField, FormSchema, FormValues, form_schema, form_schema_nested, normalize,
    sub_values,
};
pub use rewrite::{FieldLocation, rewrite_yaml};

use crate::source::yaml::node::{Node, NodeKind};
use serde_json::{Map, Value};

/// What a tree says, without places: scalars as they are typed (all of them strings), lists, maps in their order.
pub fn to_json(node: &Node<'_>) -> Value {
    match &node.kind {
        NodeKind::Null => Value::Null,
        NodeKind::Scalar(scalar) => Value::String(scalar.text.to_string()),
        NodeKind::List(items) => items.iter().map(to_json).collect(),
        NodeKind::Map(entries) => entries
            .iter()
            .map(|e| (e.key.to_string(), to_json(&e.value)))
            .collect::<Map<_, _>>()
            .into(),
    }
}
