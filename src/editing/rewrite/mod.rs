//! A file's text and what it is to say become a text in which nothing else has moved: comments, order, quotes and line
//! endings of all that stays are kept byte for byte.

mod emit;
mod field_location;
mod formatting;
mod patch;

pub use field_location::FieldLocation;
pub use patch::rewrite_yaml;
