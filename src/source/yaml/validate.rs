//! Holds a tree against the schema of its kind of file: every fault of shape with its place, and a tree rid of them.
//!
//! Where a list's entry lacks something that it needs, the entry is lost; anything else is taken out or put right, so
//! that the rules can still judge the rest in the same run.

use super::deserialize::{parse_bool, parse_u32};
use super::node::{MapEntry, Node, NodeKind, Scalar};
use super::synonyms::resolve_synonym;
use crate::diag::{Code, Diagnostic, closest_match};
use crate::records::schema::validate_format;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// Fits `node` into `schema`. None where nothing usable is left.
pub(crate) fn validate_and_repair<'a>(
    schema: &Value,
    node: Node<'a>,
    faults: &mut Vec<Diagnostic>,
) -> Option<Node<'a>> {
    let no_definitions = Map::new();
    let definitions = schema
        .get("$defs")
        .and_then(Value::as_object)
        .unwrap_or(&no_definitions);
    let record = schema
        .get("title")
        .and_then(Value::as_str)
        .unwrap_or_default();
    Validator {
        definitions,
        diagnostics: faults,
    }
    .validate_node(schema, record, node)
}

struct Validator<'s> {
    definitions: &'s Map<String, Value>,
    diagnostics: &'s mut Vec<Diagnostic>,
}

/// The kinds of value that a schema takes.
fn accepts_type(schema: &Value, kind: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(only)) => only == kind,
        Some(Value::Array(several)) => several.iter().any(|t| t == kind),
        _ => (schema.get("enum").is_some() || schema.get("const").is_some()) && kind == "string",
    }
}

impl<'s> Validator<'s> {
    /// Follows `$ref`s; gives the schema with the name of its type.
    fn resolve_ref<'v>(&self, schema: &'v Value, record: &'v str) -> (&'v Value, &'v str)
    where
        's: 'v,
    {
        let name = schema
            .get("$ref")
            .and_then(Value::as_str)
            .and_then(|r| r.strip_prefix("#/$defs/"));
        match name.and_then(|name| Some((self.definitions.get(name)?, name))) {
            Some((found, name)) => self.resolve_ref(found, name),
            None => (
                schema,
                schema
                    .get("title")
                    .and_then(Value::as_str)
                    .unwrap_or(record),
            ),
        }
    }

    fn validate_node<'a>(
        &mut self,
        schema: &'s Value,
        record: &'s str,
        node: Node<'a>,
    ) -> Option<Node<'a>> {
        let (schema, record) = self.resolve_ref(schema, record);
        let branches = ["anyOf", "oneOf"]
            .iter()
            .find_map(|k| schema.get(*k))
            .and_then(Value::as_array);
        let Some(branches) = branches else {
            return self.validate_single(schema, record, node);
        };
        if branches
            .iter()
            .all(|b| b.get("const").is_some() || b.get("enum").is_some())
        {
            return self.validate_word(&vocabulary_words(branches), node);
        }
        let resolved: Vec<_> = branches
            .iter()
            .map(|b| self.resolve_ref(b, record))
            .collect();
        let wanted: &[&str] = match node.kind {
            NodeKind::Null => &["null"],
            NodeKind::Scalar(_) => &["string", "integer", "boolean"],
            NodeKind::List(_) => &["array"],
            NodeKind::Map(_) => &["object"],
        };
        // A branch may itself be a choice (a text is a string or a map): then it takes what one of its own takes.
        let fits = |b: &Value| {
            let own = b.get("anyOf").and_then(Value::as_array);
            wanted.iter().any(|k| {
                accepts_type(b, k)
                    || own.is_some_and(|list| {
                        list.iter()
                            .any(|b| accepts_type(self.resolve_ref(b, record).0, k))
                    })
            }) || b.get("oneOf").is_some() && wanted.contains(&"string")
        };
        match resolved.iter().find(|(b, _)| fits(b)) {
            Some(&(branch, name))
                if branch.get("anyOf").is_some() || branch.get("oneOf").is_some() =>
            {
                self.validate_node(branch, name, node)
            }
            Some(&(branch, name)) => self.validate_single(branch, name, node),
            None => {
                let choice = resolved.iter().any(|(b, _)| b.get("anyOf").is_some());
                let kinds = |kind: &str| resolved.iter().any(|(b, _)| accepts_type(b, kind));
                let expected = match (kinds("array"), kinds("object") || choice) {
                    (true, _) => "text-or-list",
                    (false, true) if !kinds("string") && !choice => "map",
                    (false, true) => "text-or-map",
                    (false, false) => "text",
                };
                self.report_wrong_kind(expected, &node)
            }
        }
    }

    fn validate_single<'a>(
        &mut self,
        schema: &'s Value,
        record: &'s str,
        node: Node<'a>,
    ) -> Option<Node<'a>> {
        if accepts_type(schema, "object") {
            self.validate_map(schema, record, node)
        } else if accepts_type(schema, "array") {
            self.validate_list(schema, record, node)
        } else if accepts_type(schema, "boolean") {
            self.check_value(parse_bool(&node).is_some(), Code::NotABoolean, node)
        } else if accepts_type(schema, "integer") {
            self.validate_number(node)
        } else if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            self.validate_word(
                &words.iter().filter_map(Value::as_str).collect::<Vec<_>>(),
                node,
            )
        } else {
            self.validate_scalar(schema, node)
        }
    }

    fn report_wrong_kind<'a>(
        &mut self,
        expected: &'static str,
        node: &Node<'_>,
    ) -> Option<Node<'a>> {
        let text = node.text().unwrap_or_default();
        let dash = text
            .chars()
            .next()
            .filter(|c| matches!(c, '–' | '—' | '•' | '·'));
        let alike = |found: String, instead| {
            Diagnostic::new(Code::ConfusableCharacter, node.span)
                .arg("found", found)
                .arg("instead", instead)
        };
        self.diagnostics.push(match dash {
            Some(dash) => alike(dash.to_string(), "-"),
            None if text.starts_with("-\u{A0}") => alike("U+00A0".to_owned(), "space"),
            None => Diagnostic::new(Code::WrongType, node.span)
                .arg("expected", expected)
                .arg("kind", node.kind_name()),
        });
        None
    }

    fn check_value<'a>(&mut self, good: bool, code: Code, node: Node<'a>) -> Option<Node<'a>> {
        if good {
            return Some(node);
        }
        self.diagnostics
            .push(Diagnostic::new(code, node.span).arg("found", node.text().unwrap_or_default()));
        None
    }

    fn validate_number<'a>(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        if parse_u32(&node).is_some() {
            return Some(node);
        }
        let text = node.text().unwrap_or_default();
        let why = if text.len() > 9 && text.bytes().all(|b| b.is_ascii_digit()) {
            "size"
        } else {
            "form"
        };
        self.diagnostics.push(
            Diagnostic::new(Code::NotANumber, node.span)
                .arg("found", text)
                .arg("why", why),
        );
        None
    }

    fn validate_word<'a>(&mut self, words: &[&str], node: Node<'a>) -> Option<Node<'a>> {
        let Some(text) = node.text() else {
            return self.report_wrong_kind("text", &node);
        };
        if words.contains(&text) {
            return Some(node);
        }
        let fault = Diagnostic::new(Code::NotInVocabulary, node.span)
            .arg("found", text)
            .arg("allowed", words.join(", "));
        self.diagnostics.push(match resolve_synonym(text, words) {
            Some(word) => fault.arg("near", word),
            None => fault.suggest(text, words.iter().copied()),
        });
        None
    }

    fn validate_scalar<'a>(&mut self, schema: &Value, node: Node<'a>) -> Option<Node<'a>> {
        let NodeKind::Scalar(scalar) = &node.kind else {
            if matches!(node.kind, NodeKind::Null) {
                self.diagnostics
                    .push(Diagnostic::new(Code::EmptyText, node.span));
                return None;
            }
            return self.report_wrong_kind("text", &node);
        };
        let format = schema
            .get("format")
            .and_then(Value::as_str)
            .unwrap_or_default();
        let free = matches!(format, "text" | "line");
        if free && let Some(cut) = scalar.trailing_comment {
            self.diagnostics
                .push(Diagnostic::new(Code::TruncatedByComment, cut).arg("kept", &*scalar.text));
        }
        let mut chars = scalar.text.chars();
        if free
            && scalar.plain
            && let (Some(first @ ('“' | '„' | '‘')), Some('”' | '“' | '’')) =
                (chars.next(), chars.next_back())
            && !chars.as_str().contains(['“', '”', '„'])
        {
            self.diagnostics.push(
                Diagnostic::new(Code::ConfusableCharacter, node.span)
                    .arg("found", first)
                    .arg("instead", "\""),
            );
        }
        match validate_format(format, &scalar.text) {
            Ok(()) => Some(node),
            Err(fault) => {
                self.diagnostics.push(fault.with_span(node.span));
                None
            }
        }
    }

    fn validate_list<'a>(
        &mut self,
        schema: &'s Value,
        record: &'s str,
        node: Node<'a>,
    ) -> Option<Node<'a>> {
        let NodeKind::List(items) = node.kind else {
            return self.report_wrong_kind("list", &node);
        };
        let kind = NodeKind::List(match schema.get("prefixItems").and_then(Value::as_array) {
            Some(fixed) if fixed.len() != items.len() => {
                let count = fixed.len().to_string();
                self.diagnostics.push(
                    Diagnostic::new(Code::WrongType, node.span)
                        .arg("expected", "fixed")
                        .arg("kind", count),
                );
                return None;
            }
            Some(fixed) => items
                .into_iter()
                .zip(fixed)
                .map(|(n, s)| self.validate_node(s, record, n))
                .collect::<Option<_>>()?,
            None => {
                let inner = schema.get("items").unwrap_or(&Value::Null);
                items
                    .into_iter()
                    .filter_map(|n| self.validate_node(inner, record, n))
                    .collect()
            }
        });
        Some(Node {
            span: node.span,
            kind,
        })
    }

    fn validate_map<'a>(
        &mut self,
        schema: &'s Value,
        record: &'s str,
        node: Node<'a>,
    ) -> Option<Node<'a>> {
        let NodeKind::Map(entries) = node.kind else {
            return self.report_wrong_kind("map", &node);
        };
        let properties = schema.get("properties").and_then(Value::as_object)?;
        if record == "Text"
            && entries
                .iter()
                .all(|e| matches!(e.value.kind, NodeKind::Null))
        {
            self.report_braced_sentence(&entries, node.span);
            return None;
        }
        if record == "Text" && self.report_colon_sentence(&entries, properties) {
            return None;
        }
        let present: HashSet<String> = entries.iter().map(|e| e.key.to_string()).collect();
        let required: Vec<&str> = schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
            .filter_map(Value::as_str)
            .collect();
        let (mut kept, mut lost): (Vec<MapEntry<'a>>, bool) =
            (Vec::with_capacity(entries.len()), false);
        let mut seen: HashSet<String> = HashSet::new();
        for mut entry in entries {
            if !properties.contains_key(&*entry.key) {
                let free = properties
                    .keys()
                    .map(String::as_str)
                    .filter(|p| !present.contains(*p) && !seen.contains(*p));
                let meant = self.report_unknown_key(&entry, record, free, properties);
                let Some(meant) = meant else { continue };
                entry.key = meant.into();
            }
            seen.insert(entry.key.to_string());
            let Some(property) = properties.get(&*entry.key) else {
                continue;
            };
            let needed = required.contains(&&*entry.key);
            if !needed && matches!(entry.value.kind, NodeKind::Null) {
                continue;
            }
            if matches!(entry.value.kind, NodeKind::Null) {
                let span = crate::diag::Span {
                    end: entry.value.span.end,
                    ..entry.key_span
                };
                self.diagnostics
                    .push(Diagnostic::new(Code::EmptyText, span).arg("key", &*entry.key));
                lost = true;
                continue;
            }
            let span = entry.value.span;
            match self.validate_node(property, record, entry.value) {
                Some(value) => kept.push(MapEntry { value, ..entry }),
                None if needed && property.get("format").is_some_and(|f| f == "date") => {
                    kept.push(MapEntry {
                        value: placeholder_date(span),
                        ..entry
                    });
                }
                None => lost |= needed,
            }
        }
        for key in required.iter().filter(|r| !seen.contains(**r)) {
            self.diagnostics.push(
                Diagnostic::new(Code::MissingKey, node.span)
                    .arg("key", *key)
                    .arg("record", record),
            );
            lost = true;
        }
        let lost = lost || (kept.is_empty() && schema.get("minProperties").is_some());
        (!lost).then_some(Node {
            span: node.span,
            kind: NodeKind::Map(kept),
        })
    }

    /// A sentence in braces, which YAML takes for keys without values.
    fn report_braced_sentence(&mut self, entries: &[MapEntry<'_>], span: crate::diag::Span) {
        let words: Vec<&str> = entries.iter().map(|e| &*e.key).collect();
        let line = format!("\"{{{}}}\"", words.join(", "));
        self.diagnostics.push(
            Diagnostic::new(Code::UnquotedIndicator, span)
                .arg("found", "{")
                .arg("line", line),
        );
    }

    /// Is it a sentence with a colon, which YAML takes for a key with its value?
    fn report_colon_sentence(
        &mut self,
        entries: &[MapEntry<'_>],
        languages: &Map<String, Value>,
    ) -> bool {
        let [entry] = entries else { return false };
        let Some(words) = entry.value.text() else {
            return false;
        };
        let names: Vec<&str> = languages.keys().map(String::as_str).collect();
        if names.contains(&&*entry.key) || closest_match(&entry.key, names).is_some() {
            return false;
        }
        let colon = crate::diag::Span {
            start: entry.key_span.end,
            end: entry.key_span.end + 1,
            ..entry.key_span
        };
        let line = format!("\"{}: {words}\"", entry.key);
        self.diagnostics
            .push(Diagnostic::new(Code::ColonInText, colon).arg("line", line));
        true
    }

    /// Reports a key that the record does not have; gives the one that was meant, if one is near.
    fn report_unknown_key<'k>(
        &mut self,
        entry: &MapEntry<'_>,
        record: &str,
        free: impl Iterator<Item = &'k str>,
        properties: &Map<String, Value>,
    ) -> Option<String> {
        if entry.key.contains('\u{A0}') {
            let fault = Diagnostic::new(Code::ConfusableCharacter, entry.key_span)
                .arg("found", "U+00A0")
                .arg("instead", "space");
            self.diagnostics.push(fault);
            return Some(entry.key.replace('\u{A0}', ""));
        }
        let meant = closest_match(&entry.key, free).map(str::to_owned);
        let allowed: Vec<&str> = properties.keys().map(String::as_str).collect();
        self.diagnostics.push(
            Diagnostic::new(Code::UnknownKey, entry.key_span)
                .arg("key", &*entry.key)
                .arg("record", record)
                .arg("allowed", allowed.join(", "))
                .arg("near", meant.clone().unwrap_or_default()),
        );
        meant
    }
}

/// Stands in for a day that cannot be read, so that the rest of its record is judged all the same. It comes before all
/// others, and the rules let days pass at which reading found a fault.
fn placeholder_date<'a>(span: crate::diag::Span) -> Node<'a> {
    Node {
        span,
        kind: NodeKind::Scalar(Scalar {
            text: "1945-01-01".into(),
            plain: true,
            trailing_comment: None,
        }),
    }
}

/// The words of a vocabulary that is written as a list of choices.
fn vocabulary_words(branches: &[Value]) -> Vec<&str> {
    let words = |b| {
        let list = Value::get(b, "enum")
            .and_then(Value::as_array)
            .into_iter()
            .flatten();
        list.chain(Value::get(b, "const")).filter_map(Value::as_str)
    };
    branches.iter().flat_map(words).collect()
}
