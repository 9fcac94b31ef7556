//! Topics of aspirations and announcements, from topics.yaml.

use super::{Key, Spanned, Text};
use schemars::JsonSchema;
use serde::Deserialize;

/// A topic, perhaps below another (umkm > batik).
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its key; the address is /topik/KEY/.
    pub key: Spanned<Key>,
    /// Its name.
    pub name: Text,
    /// The key of the wider topic it belongs to.
    pub parent: Option<Spanned<Key>>,
    /// What it covers, in a sentence.
    pub description: Option<Text>,
}
