//! Withdrawals: what was published and is no longer maintained as true. Its address stays and says
//! so.

use super::{Day, Spanned, Text};
use schemars::JsonSchema;
use serde::Deserialize;

/// Since when and why something no longer stands.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Withdrawn {
    /// Since when.
    pub date: Spanned<Day>,
    /// Why; it is published.
    #[schemars(extend("multiline" = true, "prose" = true))]
    pub reason: Text,
}
