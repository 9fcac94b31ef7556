//! Photographs.

use super::{Line, Spanned, Text};
use schemars::JsonSchema;
use serde::Deserialize;

/// A photograph from content/media.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Photo {
    /// The file's name in content/media.
    pub file: Spanned<Line>,
    /// What it shows, for whoever cannot see it.
    pub alt: Text,
    /// The line below it.
    pub caption: Option<Text>,
    /// Who took it.
    pub credit: Option<Text>,
}
