//! Follow-ups: what became of a commitment, an entry or a stop. They are a log: one adds to it, and
//! edits nothing in it.

use super::{Day, Deadline, Photo, RecordTexts, Reference, Refs, Source, Spanned, Status, Text};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use std::{borrow::Cow, fmt};

/// One piece of news.
#[derive(Clone, Debug, serde::Deserialize, serde::Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct FollowUp {
    /// The commitment it concerns; or an aspiration or a stop, for news that changes no status. A list where one
    /// report bears on several.
    pub about: ReferenceList,
    /// When it happened.
    pub date: Spanned<Day>,
    /// What became of the commitment; without it the entry is news.
    #[schemars(extend("words" = "status"))]
    pub status: Option<Spanned<Status>>,
    /// On this very matter, or on the same subject elsewhere; direct if absent.
    #[serde(default)]
    #[schemars(extend("rare" = true, "words" = "field"))]
    pub bearing: Bearing,
    /// Someone looked and found nothing new; `text` says where.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub check: bool,
    /// A new deadline; `text` gives the reason.
    pub due: Option<Spanned<Deadline>>,
    /// What happened.
    #[schemars(extend("multiline" = true, "prose" = true))]
    pub text: Text,
    /// Who decided, for superseded and dropped.
    #[schemars(extend("rare" = true))]
    pub by: Option<Text>,
    /// The commitment that took its place, for superseded.
    #[schemars(extend("rare" = true))]
    pub replaced_by: Option<Spanned<Reference>>,
    /// What counted as done is open again.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub reopens: bool,
    /// Its numbers in official systems.
    #[schemars(extend("rare" = true))]
    pub refs: Option<Box<Refs>>,
    /// Who contests this and why.
    #[schemars(extend("rare" = true, "multiline" = true, "prose" = true))]
    pub disputed: Option<Text>,
    /// On what it rests; at least one, except for a check.
    #[serde(default)]
    pub sources: Vec<Source>,
    /// Photographs.
    #[serde(default)]
    #[schemars(extend("rare" = true))]
    pub photos: Vec<Photo>,
    /// The editor's notes on what is doubtful or only partly known.
    #[serde(default)]
    #[schemars(extend("rare" = true, "multiline" = true, "prose" = true))]
    pub notes: Vec<Text>,
    /// Held back until this line is removed.
    #[serde(default)]
    #[schemars(extend("unpublished" = true))]
    pub draft: bool,
    /// Held back until this day.
    #[schemars(extend("rare" = true, "unpublished" = true))]
    pub publish_on: Option<Day>,
}

impl FollowUp {
    /// What it says in words, for rules that look at all texts; its sources and photographs say theirs. A new field with
    /// words belongs here too.
    pub fn texts(&self) -> RecordTexts<'_> {
        let mut texts = RecordTexts::default();
        texts.multilingual.push(&self.text);
        texts.multilingual.extend(&self.by);
        texts.multilingual.extend(&self.disputed);
        texts.multilingual.extend(&self.notes);
        if let Some(due) = &self.due {
            texts.multilingual.extend(&due.wording);
        }
        for (_, number) in Refs::numbers(self.refs.as_deref()) {
            texts.lines.push(number);
        }
        texts
    }
}

/// How closely news bears on what it is about.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Deserialize, serde::Serialize, JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Bearing {
    /// The same road, decree, village or group.
    #[default]
    Direct,
    /// The same subject, wider or elsewhere; never moves a status.
    Related,
}

/// What a follow-up is about: one reference or a list of them.
#[derive(Clone, Debug)]
pub struct ReferenceList(pub Vec<Spanned<Reference>>);

impl<'de> Deserialize<'de> for ReferenceList {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        // Read with its span first; only then is it known whether it was a list.
        struct OneOrMany(Vec<Spanned<Reference>>);
        struct OneOrManyVisitor;

        impl<'de> Visitor<'de> for OneOrManyVisitor {
            type Value = OneOrMany;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a reference or a list of references")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<OneOrMany, E> {
                let value = Reference::try_from(text.to_owned()).map_err(E::custom)?;
                Ok(OneOrMany(vec![Spanned {
                    value,
                    span: crate::diag::Span::default(),
                }]))
            }

            fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<OneOrMany, A::Error> {
                let mut list = Vec::new();
                while let Some(reference) = seq.next_element()? {
                    list.push(reference);
                }
                Ok(OneOrMany(list))
            }
        }

        impl<'de> Deserialize<'de> for OneOrMany {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_any(OneOrManyVisitor)
            }
        }

        let Spanned {
            value: OneOrMany(mut list),
            span,
        } = Spanned::<OneOrMany>::deserialize(deserializer)?;
        // A reference that is no list has no span of its own yet: it is that of the whole value.
        if let [only] = &mut list[..]
            && only.span == crate::diag::Span::default()
        {
            only.span = span;
        }
        Ok(Self(list))
    }
}

impl serde::Serialize for ReferenceList {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match &self.0[..] {
            [only] => only.serialize(serializer),
            list => list.serialize(serializer),
        }
    }
}

impl JsonSchema for ReferenceList {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        "About".into()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let one = generator.subschema_for::<Reference>();
        json_schema!({ "anyOf": [one, { "type": "array", "items": one, "minItems": 1 }] })
    }
}
