//! The tree of a YAML file: values with their spans. Strings are borrowed from the file where they
//! can be.

use crate::diag::Span;
use std::borrow::Cow;

/// A value.
#[derive(Clone, Debug)]
pub struct Node<'a> {
    /// Where it is in the file.
    pub span: Span,
    /// What it is.
    pub kind: NodeKind<'a>,
}

/// The kind of a value. Whether a scalar is a number or a day depends on the field it is for.
#[derive(Clone, Debug)]
pub enum NodeKind<'a> {
    /// Nothing, or `~`, or `null`.
    Null,
    /// A scalar.
    Scalar(Scalar<'a>),
    /// A list.
    List(Vec<Node<'a>>),
    /// A map, without duplicate keys.
    Map(Vec<MapEntry<'a>>),
}

/// A scalar as it was written.
#[derive(Clone, Debug)]
pub struct Scalar<'a> {
    /// Its text, unescaped.
    pub text: Cow<'a, str>,
    /// Whether it is written without quotes.
    pub plain: bool,
    /// A comment after it on the same line, which may be meant as text (`Pasal #3`).
    pub trailing_comment: Option<Span>,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct MapEntry<'a> {
    /// The key.
    pub key: Cow<'a, str>,
    /// Where the key is in the file.
    pub key_span: Span,
    /// Its value.
    pub value: Node<'a>,
}

impl MapEntry<'_> {
    /// Whether the key has no value, or a null.
    pub(super) fn has_no_value(&self) -> bool {
        matches!(self.value.kind, NodeKind::Null)
    }
}

impl<'a> Node<'a> {
    /// The text of a scalar.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            NodeKind::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The entries of a map.
    pub fn entries(&self) -> &[MapEntry<'a>] {
        match &self.kind {
            NodeKind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value under `key`.
    pub fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.entries()
            .iter()
            .find(|e| e.key == key)
            .map(|e| &e.value)
    }

    /// The argument `kind` of messages.
    pub(super) fn kind_name(&self) -> &'static str {
        match self.kind {
            NodeKind::Null => "nothing",
            NodeKind::Scalar(_) => "text",
            NodeKind::List(_) => "list",
            NodeKind::Map(_) => "map",
        }
    }
}
