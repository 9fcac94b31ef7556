//! YAML reading in four steps: `parse` a text to a tree with spans, `recover` from what cannot be
//! parsed, `deserialize` the tree to a record, and `validate` it where it does not fit.

pub(super) mod deserialize;
pub mod node;
pub(super) mod parse;
pub(super) mod recover;
mod synonyms;
pub(super) mod validate;
