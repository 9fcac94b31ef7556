//! A Serde deserializer over the YAML tree, for the typed records.
//!
//! Its errors have no spans: where a record does not fit its type, [`super::validate`] compares the
//! tree with the record format and reports everything that is wrong.

use super::node::{MapEntry, Node, NodeKind, Scalar};
use crate::records::spanned;
use serde::de::{
    self, DeserializeSeed, Deserializer, IntoDeserializer, MapAccess, SeqAccess, Visitor,
    value::{StrDeserializer, U32Deserializer},
};
use std::fmt;

type Result<T> = std::result::Result<T, DeserializeError>;

/// The tree does not fit the type; the text is for developers.
#[derive(Debug)]
pub struct DeserializeError(pub(crate) String);

impl fmt::Display for DeserializeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for DeserializeError {}

impl de::Error for DeserializeError {
    fn custom<T: fmt::Display>(text: T) -> Self {
        Self(text.to_string())
    }
}

impl<'a> Node<'a> {
    fn expect_scalar<'de>(&'de self, wanted: &dyn de::Expected) -> Result<&'de Scalar<'a>> {
        match &self.kind {
            NodeKind::Scalar(scalar) => Ok(scalar),
            _ => Err(de::Error::invalid_type(
                de::Unexpected::Other(self.kind_name()),
                wanted,
            )),
        }
    }
}

/// A whole number as it is written in records: digits alone, unquoted, no leading zero.
pub(super) fn parse_u32(node: &Node<'_>) -> Option<u32> {
    match &node.kind {
        NodeKind::Scalar(s)
            if s.plain
                && (s.text == "0" || !s.text.starts_with('0'))
                && s.text.bytes().all(|b| b.is_ascii_digit()) =>
        {
            s.text.parse().ok()
        }
        _ => None,
    }
}

/// A boolean as it is written in records: `true` or `false`, unquoted.
pub(super) fn parse_bool(node: &Node<'_>) -> Option<bool> {
    match &node.kind {
        NodeKind::Scalar(s) if s.plain => s.text.parse().ok(),
        _ => None,
    }
}

impl<'de> Deserializer<'de> for &'de Node<'_> {
    type Error = DeserializeError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match &self.kind {
            NodeKind::Null => visitor.visit_unit(),
            NodeKind::Scalar(scalar) => visitor.visit_borrowed_str(&scalar.text),
            NodeKind::List(items) => visitor.visit_seq(ListItems(items.iter())),
            NodeKind::Map(entries) => visitor.visit_map(MapEntries {
                rest: entries.iter(),
                value: None,
            }),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let boolean = parse_bool(self);
        visitor.visit_bool(boolean.ok_or_else(|| DeserializeError("not a boolean".to_owned()))?)
    }

    fn deserialize_u32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let number = parse_u32(self);
        visitor.visit_u32(number.ok_or_else(|| DeserializeError("not a whole number".to_owned()))?)
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        let scalar = self.expect_scalar(&visitor)?;
        visitor.visit_borrowed_str(&scalar.text)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_identifier<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        self.deserialize_str(visitor)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        match self.kind {
            NodeKind::Null => visitor.visit_none(),
            _ => visitor.visit_some(self),
        }
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        // `Spanned<T>` asks for a struct of this name, since Serde has no other way to ask for
        // spans.
        if name == spanned::STRUCT_NAME {
            visitor.visit_map(SpannedFields {
                node: self,
                field: 0,
            })
        } else {
            self.deserialize_any(visitor)
        }
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value> {
        let text: StrDeserializer<'_, DeserializeError> = self
            .expect_scalar(&visitor)?
            .text
            .as_ref()
            .into_deserializer();
        visitor.visit_enum(text)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i8 i16 i32 i64 i128 u8 u16 u64 u128 f32 f64 char bytes byte_buf unit unit_struct seq tuple
        tuple_struct map
    }
}

struct ListItems<'de, 'a>(std::slice::Iter<'de, Node<'a>>);

impl<'de> SeqAccess<'de> for ListItems<'de, '_> {
    type Error = DeserializeError;

    fn next_element_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<Option<T::Value>> {
        self.0.next().map(|node| seed.deserialize(node)).transpose()
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.0.len())
    }
}

struct MapEntries<'de, 'a> {
    rest: std::slice::Iter<'de, MapEntry<'a>>,
    value: Option<&'de Node<'a>>,
}

impl<'de> MapAccess<'de> for MapEntries<'de, '_> {
    type Error = DeserializeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(entry) = self.rest.next() else {
            return Ok(None);
        };
        self.value = Some(&entry.value);
        let key: StrDeserializer<'_, DeserializeError> = entry.key.as_ref().into_deserializer();
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        match self.value.take() {
            Some(node) => seed.deserialize(node),
            None => Err(DeserializeError("a value before its key".to_owned())),
        }
    }
}

/// The fields that [`spanned::Spanned`] asks for: file, first byte, byte after the last, then the
/// value.
struct SpannedFields<'de, 'a> {
    node: &'de Node<'a>,
    field: usize,
}

impl<'de> MapAccess<'de> for SpannedFields<'de, '_> {
    type Error = DeserializeError;

    fn next_key_seed<K: DeserializeSeed<'de>>(&mut self, seed: K) -> Result<Option<K::Value>> {
        let Some(name) = spanned::STRUCT_FIELDS.get(self.field) else {
            return Ok(None);
        };
        seed.deserialize(de::value::BorrowedStrDeserializer::<DeserializeError>::new(
            name,
        ))
        .map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value> {
        let (span, field) = (self.node.span, self.field);
        self.field += 1;
        let number = |n: u32| -> U32Deserializer<DeserializeError> { n.into_deserializer() };
        match field {
            0 => seed.deserialize(number(span.file.0)),
            1 => seed.deserialize(number(span.start)),
            2 => seed.deserialize(number(span.end)),
            _ => seed.deserialize(self.node),
        }
    }
}
