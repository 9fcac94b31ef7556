//! A file's YAML as a tree of values, each with its place; strings are borrowed from the file where they can be.

use crate::diag::Span;
use std::borrow::Cow;

/// A value.
#[derive(Clone, Debug)]
pub(super) struct Node<'a> {
    pub(super) span: Span,
    pub(super) kind: Kind<'a>,
}

/// What a value is; that a scalar is a number or a day is decided by the field it is for.
#[derive(Clone, Debug)]
pub(super) enum Kind<'a> {
    /// Nothing, or `~`, or `null`.
    Null,
    Scalar(Scalar<'a>),
    List(Vec<Node<'a>>),
    Map(Vec<Entry<'a>>),
}

/// A scalar as it was written.
#[derive(Clone, Debug)]
pub(super) struct Scalar<'a> {
    pub(super) text: Cow<'a, str>,
    /// Written without quotes.
    pub(super) plain: bool,
    /// A comment that follows on the same line, and may be what was meant to be text.
    pub(super) cut: Option<Span>,
}

/// A key with its value.
#[derive(Clone, Debug)]
pub(super) struct Entry<'a> {
    pub(super) key: Cow<'a, str>,
    pub(super) key_span: Span,
    pub(super) value: Node<'a>,
}

impl<'a> Node<'a> {
    /// The text of a scalar.
    pub(super) fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(&scalar.text),
            _ => None,
        }
    }

    /// The entries of a map.
    pub(super) fn entries(&self) -> &[Entry<'a>] {
        match &self.kind {
            Kind::Map(entries) => entries,
            _ => &[],
        }
    }

    /// The value under `key`.
    pub(super) fn get(&self, key: &str) -> Option<&Node<'a>> {
        self.entries().iter().find(|e| e.key == key).map(|e| &e.value)
    }

    /// The word of the record format for what it is: the argument `kind` of messages.
    pub(super) fn kind_word(&self) -> &'static str {
        match self.kind {
            Kind::Null => "nothing",
            Kind::Scalar(_) => "text",
            Kind::List(_) => "list",
            Kind::Map(_) => "map",
        }
    }
}
