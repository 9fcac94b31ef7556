//! Values with the span in their file from which they were read, so that a diagnostic can point to
//! them.
//!
//! Serde knows no spans. [`Spanned`] therefore asks for a struct of a reserved name, as the `toml`
//! crate does; the deserializer of `source::yaml` knows the name and answers with file, byte range
//! and value.

use crate::diag::{FileId, Span};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use std::{borrow::Cow, fmt, marker::PhantomData, ops::Deref};

/// The reserved struct name by which a deserializer is asked for a span.
pub const STRUCT_NAME: &str = "$jhur::Spanned";
/// The fields it is asked for: file, first byte, byte after the last, the value itself.
pub const STRUCT_FIELDS: &[&str] = &["file", "start", "end", "value"];

/// A value and its span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it is written; for a record all of it.
    pub span: Span,
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: fmt::Display> fmt::Display for Spanned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Spanned<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct SpannedVisitor<T>(PhantomData<T>);

        impl<'de, T: Deserialize<'de>> Visitor<'de> for SpannedVisitor<T> {
            type Value = Spanned<T>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a value with its place")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Spanned<T>, A::Error> {
                // In the order of `STRUCT_FIELDS`: only `source::yaml` answers, and keeps to it.
                let mut number = |name: &str| -> Result<u32, A::Error> {
                    let key: Option<&str> = map.next_key()?;
                    debug_assert_eq!(key, Some(name));
                    map.next_value()
                };
                let (file, start, end) = (number("file")?, number("start")?, number("end")?);
                let _: Option<&str> = map.next_key()?;
                Ok(Spanned {
                    value: map.next_value()?,
                    span: Span {
                        file: FileId(file),
                        start,
                        end,
                    },
                })
            }
        }

        deserializer.deserialize_struct(STRUCT_NAME, STRUCT_FIELDS, SpannedVisitor(PhantomData))
    }
}

/// As the value alone: what is published says nothing of files.
impl<T: serde::Serialize> serde::Serialize for Spanned<T> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.value.serialize(serializer)
    }
}

impl<T: JsonSchema> JsonSchema for Spanned<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }

    fn _schemars_private_non_optional_json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::_schemars_private_non_optional_json_schema(generator)
    }

    fn _schemars_private_is_option() -> bool {
        T::_schemars_private_is_option()
    }
}
