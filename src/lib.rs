//! temporary
pub mod diag;
pub mod records;
pub mod source;
