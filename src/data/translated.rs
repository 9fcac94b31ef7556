//! Texts in every language in which they are recorded, as a JSON object: `{"id": "…", "en": "…"}`.
//! Text columns of the rows have this type.

use crate::records::{Lang, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::json;
use std::borrow::Cow;

/// A text in every language in which it is recorded, in the order of the record.
#[derive(Clone, Copy, Debug)]
pub struct Translated<'r> {
    /// The text.
    pub text: &'r Text,
    /// The language of a text that names none.
    pub main_language: Lang,
}

impl Serialize for Translated<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.text.translations.len()))?;
        for translation in &self.text.translations {
            let lang = translation.lang.unwrap_or(self.main_language);
            map.serialize_entry(lang.code(), &translation.text)?;
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
            .map(|lang| (lang.code().to_owned(), json!({ "type": "string" })))
            .collect();
        // The format is no standard one: `schema_model` knows a translated text by it.
        json_schema!({
            "type": "object",
            "properties": languages,
            "additionalProperties": false,
            "minProperties": 1,
            "format": "words"
        })
    }
}
