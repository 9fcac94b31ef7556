//! New text for a record file whose content changed: comments, order, quotes and line endings of
//! everything else survive byte for byte. Forms and imports use it;
//! docs/decisions/yaml-rewriting.md says why it is no crate.

mod emit;
mod field_location;
mod formatting;
mod patch;

pub use field_location::FieldLocation;
pub use patch::rewrite_yaml;
