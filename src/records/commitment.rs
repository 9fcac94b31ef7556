//! Commitments: what was promised in a response, by when, on what condition. What became of it is
//! [`super::Progress`].

use super::{Deadline, Key, Reference, Spanned, Text, Withdrawn};
use schemars::JsonSchema;
use serde::Deserialize;

/// A commitment. What became of it is never written here: it follows from the follow-ups.
#[derive(Clone, Debug, Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Commitment {
    /// Its key; the address is /STOP/ASPIRATION/#KEY.
    pub id: Spanned<Key>,
    /// The promise, in one sentence.
    #[schemars(extend("multiline" = true, "prose" = true))]
    pub text: Text,
    /// The deadline; absent if none was given.
    pub due: Option<Spanned<Deadline>>,
    /// The budget on which it depends.
    pub budget: Option<Text>,
    /// The conditions on which it depends.
    #[serde(default)]
    #[schemars(extend("prose" = true))]
    pub conditions: Vec<Text>,
    /// It no longer stands: since when, and why. Its address stays and says so.
    #[schemars(extend("rare" = true))]
    pub withdrawn: Option<Withdrawn>,
    /// The references under which it was published before; they lead here.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub formerly: Vec<Spanned<Reference>>,
}
