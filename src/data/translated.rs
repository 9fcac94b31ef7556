//! Translated of a record by language, as they stand in JSON: `{"id": "…", "en": "…"}`.

use crate::records::{Lang, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeMap, Serializer};
use std::borrow::Cow;

/// Translated in every language in which they are recorded, in the order of the record.
#[derive(Clone, Copy, Debug)]
pub struct Translated<'r> {
    /// The words.
    pub text: &'r Text,
    /// What words without a language are in.
    pub main_language: Lang,
}

impl Serialize for Translated<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.text.translations.len()))?;
        for said in &self.text.translations {
            map.serialize_entry(said.lang.unwrap_or(self.main_language).code(), &said.text)?;
        }
        map.end()
    }
}

impl JsonSchema for Translated<'_> {
    fn schema_name() -> Cow<'static, str> {
        "Translated".into()
    }

    fn inline_schema() -> bool {
        true
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let languages: serde_json::Map<_, _> = Lang::ALL
            .iter()
            .map(|l| (l.code().to_owned(), serde_json::json!({ "type": "string" })))
            .collect();
        json_schema!({ "type": "object", "properties": languages, "additionalProperties": false, "minProperties": 1, "format": "words" })
    }
}
