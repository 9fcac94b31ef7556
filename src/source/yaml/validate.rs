//! Validates a tree against the record format: reports every value of the wrong shape with its
//! span, and repairs the tree.
//!
//! A list item that lacks what it needs is dropped; anything else is taken out or put right, so
//! that the rules of `checks` can still judge the rest in the same run.

use super::deserialize::{parse_bool, parse_u32};
use super::node::{MapEntry, Node, NodeKind, Scalar};
use super::synonyms::resolve_synonym;
use crate::diag::{Code, Diagnostic, Span, closest_match};
use crate::records::schema::validate_format;
use crate::records::schema_model::{RecordType, ValueType};
use std::collections::HashSet;

/// Fits `node` into `value_type`. Returns `None` if nothing usable is left.
pub(crate) fn validate_and_repair<'a>(
    value_type: &ValueType,
    node: Node<'a>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<Node<'a>> {
    Validator { diagnostics }.validate_node(value_type, node)
}

struct Validator<'s> {
    diagnostics: &'s mut Vec<Diagnostic>,
}

impl Validator<'_> {
    fn report(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    fn validate_node<'a>(&mut self, value_type: &ValueType, node: Node<'a>) -> Option<Node<'a>> {
        // Fields that take a short and a long form are settled by the kind of the node.
        match (value_type, &node.kind) {
            (ValueType::Record(record), _)
            | (ValueType::ScalarOrRecord(_, record), NodeKind::Map(_)) => {
                self.validate_map(record, node)
            }
            (ValueType::Text(languages), NodeKind::Map(_)) => {
                self.validate_translations(languages, node)
            }
            (ValueType::Text(_), NodeKind::Scalar(_)) => self.validate_scalar("text", node),
            (
                ValueType::ScalarOrRecord(format, _) | ValueType::ScalarOrList(format),
                NodeKind::Scalar(_),
            )
            | (ValueType::Scalar(format), _) => self.validate_scalar(format, node),
            (ValueType::List(items), _) => self.validate_list(items, node),
            (ValueType::ScalarOrList(format), NodeKind::List(_)) => {
                self.validate_list(&ValueType::Scalar(format.clone()), node)
            }
            (ValueType::Boolean, _) => {
                self.check_value(parse_bool(&node).is_some(), Code::NotABoolean, node)
            }
            (ValueType::Integer, _) => self.validate_number(node),
            (ValueType::Enum(vocabulary), _) => self.validate_enum(&vocabulary.variants, node),
            (ValueType::Text(_) | ValueType::ScalarOrRecord(..), _) => {
                self.report_wrong_kind("text-or-map", &node)
            }
            (ValueType::ScalarOrList(_), _) => self.report_wrong_kind("text-or-list", &node),
        }
    }

    /// Reports a value of another kind than the format wants. Always returns `None`, for the
    /// callers' sake.
    fn report_wrong_kind<'a>(
        &mut self,
        expected: &'static str,
        node: &Node<'_>,
    ) -> Option<Node<'a>> {
        // A list whose dashes are other characters, or are followed by a no-break space, is a text
        // to YAML.
        let text = node.text().unwrap_or_default();
        match text.chars().next() {
            Some(dash @ ('–' | '—' | '•' | '·')) => {
                self.report_confusable(node.span, dash, "-");
            }
            _ if text.starts_with("-\u{A0}") => {
                self.report_confusable(node.span, "U+00A0", "space");
            }
            _ => self.report(
                Diagnostic::new(Code::WrongType, node.span)
                    .arg("expected", expected)
                    .arg("kind", node.kind_name()),
            ),
        }
        None
    }

    fn report_confusable(&mut self, span: Span, found: impl Into<String>, instead: &str) {
        self.report(
            Diagnostic::new(Code::ConfusableCharacter, span)
                .arg("found", found)
                .arg("instead", instead),
        );
    }

    fn check_value<'a>(&mut self, is_valid: bool, code: Code, node: Node<'a>) -> Option<Node<'a>> {
        if is_valid {
            return Some(node);
        }
        self.report(Diagnostic::new(code, node.span).arg("found", node.text().unwrap_or_default()));
        None
    }

    fn validate_number<'a>(&mut self, node: Node<'a>) -> Option<Node<'a>> {
        if parse_u32(&node).is_some() {
            return Some(node);
        }
        let text = node.text().unwrap_or_default();
        // More digits than a `u32` can be sure to hold.
        let why = if text.len() > 9 && text.bytes().all(|b| b.is_ascii_digit()) {
            "size"
        } else {
            "form"
        };
        self.report(
            Diagnostic::new(Code::NotANumber, node.span)
                .arg("found", text)
                .arg("why", why),
        );
        None
    }

    fn validate_enum<'a>(&mut self, variants: &[String], node: Node<'a>) -> Option<Node<'a>> {
        let Some(text) = node.text() else {
            return self.report_wrong_kind("text", &node);
        };
        let allowed: Vec<&str> = variants.iter().map(String::as_str).collect();
        if allowed.contains(&text) {
            return Some(node);
        }
        let diagnostic = Diagnostic::new(Code::NotInVocabulary, node.span)
            .arg("found", text)
            .arg("allowed", allowed.join(", "));
        self.report(match resolve_synonym(text, &allowed) {
            Some(value) => diagnostic.arg("near", value),
            None => diagnostic.suggest(text, allowed),
        });
        None
    }

    fn validate_scalar<'a>(&mut self, format: &str, node: Node<'a>) -> Option<Node<'a>> {
        let NodeKind::Scalar(scalar) = &node.kind else {
            if matches!(node.kind, NodeKind::Null) {
                self.report(Diagnostic::new(Code::EmptyText, node.span));
                return None;
            }
            return self.report_wrong_kind("text", &node);
        };
        let is_prose = matches!(format, "text" | "line");
        if is_prose && let Some(cut) = scalar.trailing_comment {
            self.report(Diagnostic::new(Code::TruncatedByComment, cut).arg("kept", &*scalar.text));
        }
        // A text wholly in curly quotes was meant to be quoted, but YAML knows only straight ones
        // and keeps the curly ones as letters. With more of them inside, it is speech that starts
        // and ends the sentence.
        let mut chars = scalar.text.chars();
        if is_prose
            && scalar.plain
            && let (Some(first @ ('“' | '„' | '‘')), Some('”' | '“' | '’')) =
                (chars.next(), chars.next_back())
            && !chars.as_str().contains(['“', '”', '„'])
        {
            self.report_confusable(node.span, first, "\"");
        }
        match validate_format(format, &scalar.text) {
            Ok(()) => Some(node),
            Err(diagnostic) => {
                self.report(diagnostic.with_span(node.span));
                None
            }
        }
    }

    fn validate_list<'a>(&mut self, item_type: &ValueType, node: Node<'a>) -> Option<Node<'a>> {
        let NodeKind::List(items) = node.kind else {
            return self.report_wrong_kind("list", &node);
        };
        let mut valid = Vec::with_capacity(items.len());
        for item in items {
            valid.extend(self.validate_node(item_type, item));
        }
        Some(Node {
            span: node.span,
            kind: NodeKind::List(valid),
        })
    }

    /// A text by language. What YAML takes for a map may be a sentence that lacks quotes.
    fn validate_translations<'a>(
        &mut self,
        languages: &RecordType,
        node: Node<'a>,
    ) -> Option<Node<'a>> {
        let entries = node.entries();
        if entries.iter().all(MapEntry::has_no_value) {
            self.report_braced_sentence(entries, node.span);
            return None;
        }
        if self.report_colon_sentence(entries, languages) {
            return None;
        }
        let text = self.validate_map(languages, node)?;
        // A text needs at least one language.
        (!text.entries().is_empty()).then_some(text)
    }

    fn validate_map<'a>(&mut self, record: &RecordType, node: Node<'a>) -> Option<Node<'a>> {
        let NodeKind::Map(entries) = node.kind else {
            return self.report_wrong_kind("map", &node);
        };
        // The keys as they were written, and those for which they were taken.
        let present: HashSet<String> = entries.iter().map(|e| e.key.to_string()).collect();
        let mut seen: HashSet<String> = HashSet::new();
        let mut valid: Vec<MapEntry<'a>> = Vec::with_capacity(entries.len());
        let mut is_lost = false;
        for mut entry in entries {
            if record.field(&entry.key).is_none() {
                // A mistyped key stands for one that the record does not have yet: of two, only one
                // can be the typo.
                let names = record.fields.iter().map(|field| field.name.as_str());
                let free = names.filter(|name| !present.contains(*name) && !seen.contains(*name));
                let Some(key) = self.report_unknown_key(&entry, record, free) else {
                    continue;
                };
                entry.key = key.into();
            }
            seen.insert(entry.key.to_string());
            let Some(field) = record.field(&entry.key) else {
                continue;
            };
            if entry.has_no_value() {
                // `until:` with nothing behind it is as good as no `until` at all.
                if field.required {
                    let span = Span {
                        end: entry.value.span.end,
                        ..entry.key_span
                    };
                    self.report(Diagnostic::new(Code::EmptyText, span).arg("key", &*entry.key));
                    is_lost = true;
                }
                continue;
            }
            let span = entry.value.span;
            match self.validate_node(&field.value_type, entry.value) {
                Some(value) => valid.push(MapEntry { value, ..entry }),
                // Without its day the whole record would be lost, and none of its other mistakes be
                // found.
                None if field.required && field.value_type == ValueType::Scalar("date".into()) => {
                    let value = placeholder_date(span);
                    valid.push(MapEntry { value, ..entry });
                }
                None => is_lost |= field.required,
            }
        }
        is_lost |= self.report_missing_keys(record, &seen, node.span);
        (!is_lost).then_some(Node {
            span: node.span,
            kind: NodeKind::Map(valid),
        })
    }

    /// Reports required keys that are not among `seen`. Returns whether there are any.
    fn report_missing_keys(
        &mut self,
        record: &RecordType,
        seen: &HashSet<String>,
        span: Span,
    ) -> bool {
        let before = self.diagnostics.len();
        for field in &record.fields {
            if field.required && !seen.contains(&field.name) {
                self.report(
                    Diagnostic::new(Code::MissingKey, span)
                        .arg("key", &field.name)
                        .arg("record", &record.name),
                );
            }
        }
        self.diagnostics.len() > before
    }

    /// A sentence in braces, which YAML takes for keys without values.
    fn report_braced_sentence(&mut self, entries: &[MapEntry<'_>], span: Span) {
        let words: Vec<&str> = entries.iter().map(|e| &*e.key).collect();
        let line = format!("\"{{{}}}\"", words.join(", "));
        self.report(
            Diagnostic::new(Code::UnquotedIndicator, span)
                .arg("found", "{")
                .arg("line", line),
        );
    }

    /// Reports a sentence with a colon, which YAML takes for a key with its value. Returns whether
    /// it is one.
    fn report_colon_sentence(&mut self, entries: &[MapEntry<'_>], languages: &RecordType) -> bool {
        let [entry] = entries else { return false };
        let Some(rest) = entry.value.text() else {
            return false;
        };
        let codes = languages.fields.iter().map(|field| field.name.as_str());
        if languages.field(&entry.key).is_some() || closest_match(&entry.key, codes).is_some() {
            return false;
        }
        let colon = Span {
            start: entry.key_span.end,
            end: entry.key_span.end + 1,
            ..entry.key_span
        };
        let line = format!("\"{}: {rest}\"", entry.key);
        self.report(Diagnostic::new(Code::ColonInText, colon).arg("line", line));
        true
    }

    /// Reports a key that the record does not have. Returns the key that was probably meant, if one
    /// is close.
    fn report_unknown_key<'k>(
        &mut self,
        entry: &MapEntry<'_>,
        record: &RecordType,
        free: impl Iterator<Item = &'k str>,
    ) -> Option<String> {
        if entry.key.contains('\u{A0}') {
            self.report_confusable(entry.key_span, "U+00A0", "space");
            return Some(entry.key.replace('\u{A0}', ""));
        }
        let meant = closest_match(&entry.key, free).map(str::to_owned);
        let allowed: Vec<&str> = record.fields.iter().map(|f| f.name.as_str()).collect();
        self.report(
            Diagnostic::new(Code::UnknownKey, entry.key_span)
                .arg("key", &*entry.key)
                .arg("record", &record.name)
                .arg("allowed", allowed.join(", "))
                .arg("near", meant.clone().unwrap_or_default()),
        );
        meant
    }
}

/// A day in place of one that cannot be read, so that the rest of its record is checked all the
/// same. It is before all others, and the rules pass over days for which reading has reported
/// something.
fn placeholder_date<'a>(span: Span) -> Node<'a> {
    Node {
        span,
        kind: NodeKind::Scalar(Scalar {
            text: "1945-01-01".into(),
            plain: true,
            trailing_comment: None,
        }),
    }
}
