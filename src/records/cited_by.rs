//! Citations of a record by others: articles and documents that rest on it.

use super::{Day, SingleLine, Spanned, Text, Url};
use schemars::JsonSchema;
use serde::Deserialize;

/// An article or document of others that cites a record.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "Citing")]
pub struct CitedBy {
    /// Its title.
    pub title: Option<Text>,
    /// Who published it.
    pub publisher: SingleLine,
    /// Its day; absent if undated.
    pub date: Option<Spanned<Day>>,
    /// Its address.
    pub url: Url,
}
