//! Offices, from offices.yaml: OPD (regional agencies) and whoever else answers for the government,
//! such as the regent.

use super::{Key, Spanned, Text, Url};
use schemars::JsonSchema;
use serde::Deserialize;

/// An office. It outlives the officials who head it.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// Its key; the address is /opd/KEY/.
    pub key: Spanned<Key>,
    /// Its official name.
    pub name: Text,
    /// What people call it.
    pub short: Option<Text>,
    /// Its own site.
    pub url: Option<Url>,
}

impl Office {
    /// What people call it, or else its official name.
    pub fn display_name(&self) -> &Text {
        self.short.as_ref().unwrap_or(&self.name)
    }
}
