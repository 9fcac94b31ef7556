//! YAML: a text becomes a tree with places, the tree a record; what is wrong with either is named at its place.

pub(super) mod deserialize;
pub mod node;
pub(super) mod parse;
pub(super) mod recover;
mod synonyms;
pub(super) mod validate;
