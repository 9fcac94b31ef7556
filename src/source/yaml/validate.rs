//! Holds a tree against the schema of its kind of file: every fault of shape with its place, and a tree rid of them.
//!
//! Where a list's entry lacks something that it needs, the entry is lost; anything else is taken out or put right, so
//! that the rules can still judge the rest in the same run.

use super::deserialize::{boolean, number};
use super::node::{Entry, Kind, Node, Scalar};
use super::synonyms::meant;
use crate::diag::{Code, Diagnostic, nearest};
use crate::records::schema::validate_format;
use serde_json::{Map, Value};
use std::collections::HashSet;

/// Fits `node` into `schema`. None where nothing usable is left.
pub(crate) fn fit<'a>(schema: &Value, node: Node<'a>, faults: &mut Vec<Diagnostic>) -> Option<Node<'a>> {
    let no_definitions = Map::new();
    let definitions = schema.get("$defs").and_then(Value::as_object).unwrap_or(&no_definitions);
    let record = schema.get("title").and_then(Value::as_str).unwrap_or_default();
    Shape { definitions, faults }.any(schema, record, node)
}

struct Shape<'s> {
    definitions: &'s Map<String, Value>,
    faults: &'s mut Vec<Diagnostic>,
}

/// The kinds of value that a schema takes.
fn takes(schema: &Value, kind: &str) -> bool {
    match schema.get("type") {
        Some(Value::String(only)) => only == kind,
        Some(Value::Array(several)) => several.iter().any(|t| t == kind),
        _ => (schema.get("enum").is_some() || schema.get("const").is_some()) && kind == "string",
    }
}

impl<'s> Shape<'s> {
    /// Follows `$ref`s; gives the schema with the name of its type.
    fn resolve<'v>(&self, schema: &'v Value, record: &'v str) -> (&'v Value, &'v str)
    where
        's: 'v,
    {
        let name = schema.get("$ref").and_then(Value::as_str).and_then(|r| r.strip_prefix("#/$defs/"));
        match name.and_then(|name| Some((self.definitions.get(name)?, name))) {
            Some((found, name)) => self.resolve(found, name),
            None => (schema, schema.get("title").and_then(Value::as_str).unwrap_or(record)),
        }
    }

    fn any<'a>(&mut self, schema: &'s Value, record: &'s str, node: Node<'a>) -> Option<Node<'a>> {
        let (schema, record) = self.resolve(schema, record);
        let branches = ["anyOf", "oneOf"].iter().find_map(|k| schema.get(*k)).and_then(Value::as_array);
        let Some(branches) = branches else { return self.one(schema, record, node) };
        if branches.iter().all(|b| b.get("const").is_some() || b.get("enum").is_some()) {
            return self.word(&vocabulary(branches), node);
        }
        let resolved: Vec<_> = branches.iter().map(|b| self.resolve(b, record)).collect();
        let wanted: &[&str] = match node.kind {
            Kind::Null => &["null"],
            Kind::Scalar(_) => &["string", "integer", "boolean"],
            Kind::List(_) => &["array"],
            Kind::Map(_) => &["object"],
        };
        // A branch may itself be a choice (a text is a string or a map): then it takes what one of its own takes.
        let fits = |b: &Value| {
            let own = b.get("anyOf").and_then(Value::as_array);
            wanted.iter().any(|k| {
                takes(b, k) || own.is_some_and(|list| list.iter().any(|b| takes(self.resolve(b, record).0, k)))
            }) || b.get("oneOf").is_some() && wanted.contains(&"string")
        };
        match resolved.iter().find(|(b, _)| fits(b)) {
            Some(&(branch, name)) if branch.get("anyOf").is_some() || branch.get("oneOf").is_some() => {
                self.any(branch, name, node)
            }
            Some(&(branch, name)) => self.one(branch, name, node),
            None => {
                let choice = resolved.iter().any(|(b, _)| b.get("anyOf").is_some());
                let kinds = |kind: &str| resolved.iter().any(|(b, _)| takes(b, kind));
                let expected = match (kinds("array"), kinds("object") || choice) {
                    (true, _) => "text-or-list",
                    (false, true) if !kinds("string") && !choice => "map",
                    (false, true) => "text-or-map",
                    (false, false) => "text",
                };
                self.wrong_kind(expected, &node)
            }
        }
    }

    fn one<'a>(&mut self, schema: &'s Value, record: &'s str, node: Node<'a>) -> Option<Node<'a>> {
        if takes(schema, "object") {
            self.map(schema, record, node)
        } else if takes(schema, "array") {
            self.list(schema, record, node)
        } else if takes(schema, "boolean") {
            self.check(boolean(&node).is_some(), Code::NotABoolean, node)
        } else if takes(schema, "integer") {
            self.number(node)
        } else if let Some(words) = schema.get("enum").and_then(Value::as_array) {
            self.word(&words.iter().filter_map(Value::as_str).collect::<Vec<_>>(), node)
        } else {
            self.scalar(schema, node)
        }
    }

    fn wrong_kind<'a>(&mut self, expected: &'static str, node: &Node<'_>) -> Option<Node<'a>> {
        let text = node.text().unwrap_or_default();
        let dash = text.chars().next().filter(|c| matches!(c, '–' | '—' | '•' | '·'));
        let alike = |found: String, instead| {
            Diagnostic::new(Code::LookAlike, node.span).with("found", found).with("instead", instead)
        };
        self.faults.push(match dash {
            Some(dash) => alike(dash.to_string(), "-"),
            None if text.starts_with("-\u{A0}") => alike("U+00A0".to_owned(), "space"),
            None => {
                Diagnostic::new(Code::WrongKind, node.span).with("expected", expected).with("kind", node.kind_word())
            }
        });
        None
    }

    fn check<'a>(&mut self, good: bool, code: Code, node: Node<'a>) -> Option<Node<'a>> {
        if good {
            return Some(node);
        }
        self.faults.push(Diagnostic::new(code, node.span).with("found", node.text().unwrap_or_default()));
        None
    }

    fn number<'a>(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        if number(&node).is_some() {
            return Some(node);
        }
        let text = node.text().unwrap_or_default();
        let why = if text.len() > 9 && text.bytes().all(|b| b.is_ascii_digit()) { "size" } else { "form" };
        self.faults.push(Diagnostic::new(Code::NotANumber, node.span).with("found", text).with("why", why));
        None
    }

    fn word<'a>(&mut self, words: &[&str], node: Node<'a>) -> Option<Node<'a>> {
        let Some(text) = node.text() else { return self.wrong_kind("text", &node) };
        if words.contains(&text) {
            return Some(node);
        }
        let fault =
            Diagnostic::new(Code::NotInVocabulary, node.span).with("found", text).with("allowed", words.join(", "));
        self.faults.push(match meant(text, words) {
            Some(word) => fault.with("near", word),
            None => fault.near(text, words.iter().copied()),
        });
        None
    }

    fn scalar<'a>(&mut self, schema: &Value, node: Node<'a>) -> Option<Node<'a>> {
        let Kind::Scalar(scalar) = &node.kind else {
            if matches!(node.kind, Kind::Null) {
                self.faults.push(Diagnostic::new(Code::EmptyText, node.span));
                return None;
            }
            return self.wrong_kind("text", &node);
        };
        let format = schema.get("format").and_then(Value::as_str).unwrap_or_default();
        let free = matches!(format, "text" | "line");
        if free && let Some(cut) = scalar.cut {
            self.faults.push(Diagnostic::new(Code::CutByHash, cut).with("kept", &*scalar.text));
        }
        let mut chars = scalar.text.chars();
        if free
            && scalar.plain
            && let (Some(first @ ('“' | '„' | '‘')), Some('”' | '“' | '’')) = (chars.next(), chars.next_back())
            && !chars.as_str().contains(['“', '”', '„'])
        {
            self.faults.push(Diagnostic::new(Code::LookAlike, node.span).with("found", first).with("instead", "\""));
        }
        match validate_format(format, &scalar.text) {
            Ok(()) => Some(node),
            Err(fault) => {
                self.faults.push(fault.at(node.span));
                None
            }
        }
    }

    fn list<'a>(&mut self, schema: &'s Value, record: &'s str, node: Node<'a>) -> Option<Node<'a>> {
        let Kind::List(items) = node.kind else { return self.wrong_kind("list", &node) };
        let kind = Kind::List(match schema.get("prefixItems").and_then(Value::as_array) {
            Some(fixed) if fixed.len() != items.len() => {
                let count = fixed.len().to_string();
                self.faults
                    .push(Diagnostic::new(Code::WrongKind, node.span).with("expected", "fixed").with("kind", count));
                return None;
            }
            Some(fixed) => items.into_iter().zip(fixed).map(|(n, s)| self.any(s, record, n)).collect::<Option<_>>()?,
            None => {
                let inner = schema.get("items").unwrap_or(&Value::Null);
                items.into_iter().filter_map(|n| self.any(inner, record, n)).collect()
            }
        });
        Some(Node { span: node.span, kind })
    }

    fn map<'a>(&mut self, schema: &'s Value, record: &'s str, node: Node<'a>) -> Option<Node<'a>> {
        let Kind::Map(entries) = node.kind else { return self.wrong_kind("map", &node) };
        let properties = schema.get("properties").and_then(Value::as_object)?;
        if record == "Text" && entries.iter().all(|e| matches!(e.value.kind, Kind::Null)) {
            self.braces(&entries, node.span);
            return None;
        }
        if record == "Text" && self.sentence(&entries, properties) {
            return None;
        }
        let present: HashSet<String> = entries.iter().map(|e| e.key.to_string()).collect();
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let (mut kept, mut lost): (Vec<Entry<'a>>, bool) = (Vec::with_capacity(entries.len()), false);
        let mut seen: HashSet<String> = HashSet::new();
        for mut entry in entries {
            if !properties.contains_key(&*entry.key) {
                let free =
                    properties.keys().map(String::as_str).filter(|p| !present.contains(*p) && !seen.contains(*p));
                let meant = self.unknown(&entry, record, free, properties);
                let Some(meant) = meant else { continue };
                entry.key = meant.into();
            }
            seen.insert(entry.key.to_string());
            let Some(property) = properties.get(&*entry.key) else { continue };
            let needed = required.contains(&&*entry.key);
            if !needed && matches!(entry.value.kind, Kind::Null) {
                continue;
            }
            if matches!(entry.value.kind, Kind::Null) {
                let span = crate::diag::Span { end: entry.value.span.end, ..entry.key_span };
                self.faults.push(Diagnostic::new(Code::EmptyText, span).with("key", &*entry.key));
                lost = true;
                continue;
            }
            let span = entry.value.span;
            match self.any(property, record, entry.value) {
                Some(value) => kept.push(Entry { value, ..entry }),
                None if needed && property.get("format").is_some_and(|f| f == "date") => {
                    kept.push(Entry { value: some_day(span), ..entry });
                }
                None => lost |= needed,
            }
        }
        for key in required.iter().filter(|r| !seen.contains(**r)) {
            self.faults.push(Diagnostic::new(Code::MissingKey, node.span).with("key", *key).with("record", record));
            lost = true;
        }
        let lost = lost || (kept.is_empty() && schema.get("minProperties").is_some());
        (!lost).then_some(Node { span: node.span, kind: Kind::Map(kept) })
    }

    /// A sentence in braces, which YAML takes for keys without values.
    fn braces(&mut self, entries: &[Entry<'_>], span: crate::diag::Span) {
        let words: Vec<&str> = entries.iter().map(|e| &*e.key).collect();
        let line = format!("\"{{{}}}\"", words.join(", "));
        self.faults.push(Diagnostic::new(Code::SpecialStart, span).with("found", "{").with("line", line));
    }

    /// Is it a sentence with a colon, which YAML takes for a key with its value?
    fn sentence(&mut self, entries: &[Entry<'_>], languages: &Map<String, Value>) -> bool {
        let [entry] = entries else { return false };
        let Some(words) = entry.value.text() else { return false };
        let names: Vec<&str> = languages.keys().map(String::as_str).collect();
        if names.contains(&&*entry.key) || nearest(&entry.key, names).is_some() {
            return false;
        }
        let colon = crate::diag::Span { start: entry.key_span.end, end: entry.key_span.end + 1, ..entry.key_span };
        let line = format!("\"{}: {words}\"", entry.key);
        self.faults.push(Diagnostic::new(Code::ColonInText, colon).with("line", line));
        true
    }

    /// Reports a key that the record does not have; gives the one that was meant, if one is near.
    fn unknown<'k>(
        &mut self,
        entry: &Entry<'_>,
        record: &str,
        free: impl Iterator<Item = &'k str>,
        properties: &Map<String, Value>,
    ) -> Option<String> {
        if entry.key.contains('\u{A0}') {
            let fault =
                Diagnostic::new(Code::LookAlike, entry.key_span).with("found", "U+00A0").with("instead", "space");
            self.faults.push(fault);
            return Some(entry.key.replace('\u{A0}', ""));
        }
        let meant = nearest(&entry.key, free).map(str::to_owned);
        let allowed: Vec<&str> = properties.keys().map(String::as_str).collect();
        self.faults.push(
            Diagnostic::new(Code::UnknownKey, entry.key_span)
                .with("key", &*entry.key)
                .with("record", record)
                .with("allowed", allowed.join(", "))
                .with("near", meant.clone().unwrap_or_default()),
        );
        meant
    }
}

/// Stands in for a day that cannot be read, so that the rest of its record is judged all the same. It comes before all
/// others, and the rules let days pass at which reading found a fault.
fn some_day<'a>(span: crate::diag::Span) -> Node<'a> {
    Node { span, kind: Kind::Scalar(Scalar { text: "1945-01-01".into(), plain: true, cut: None }) }
}

/// The words of a vocabulary that is written as a list of choices.
fn vocabulary(branches: &[Value]) -> Vec<&str> {
    let words = |b| {
        let list = Value::get(b, "enum").and_then(Value::as_array).into_iter().flatten();
        list.chain(Value::get(b, "const")).filter_map(Value::as_str)
    };
    branches.iter().flat_map(words).collect()
}
