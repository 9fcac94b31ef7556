//! J605: a phrase that was redacted by law must not come back, neither in a text of the records nor
//! in a revision.

use super::context::Context;
use super::texts::collect_texts;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::RedactedPhrase;
use crate::records::revision_fields::is_reference_field;
use serde_json::Value;

/// J605
pub(super) fn check(context: &Context<'_>, diagnostics: &mut Vec<Diagnostic>) {
    let phrases = &context.records.redacted_phrases;
    // Mostly there are none, and no text need be gone through.
    if phrases.is_empty() {
        return;
    }
    for (text, span) in collect_texts(context.records).with_spans() {
        if let Some(phrase) = find_phrase(&[text], phrases) {
            diagnostics.push(redacted(phrase, span, "text"));
        }
    }
    for line in &context.records.revision_log.revisions {
        let Some(body) = &line.line else {
            continue;
        };
        let mut texts = Vec::new();
        collect_strings(&body.body, &mut texts);
        // One message a line: whoever redacts it will see the rest.
        if let Some(phrase) = find_phrase(&texts, phrases) {
            diagnostics.push(redacted(phrase, body.span, "log"));
        }
    }
}

fn redacted(phrase: &RedactedPhrase, span: Span, place: &str) -> Diagnostic {
    Diagnostic::new(Code::RedactedText, span)
        .arg("place", place)
        .arg("record", phrase.record.as_str())
        .arg("revision", phrase.revision.to_string())
}

/// The first redacted phrase in the first text that holds one.
fn find_phrase<'s>(texts: &[&str], phrases: &'s [RedactedPhrase]) -> Option<&'s RedactedPhrase> {
    texts
        .iter()
        .find_map(|text| phrases.iter().find(|phrase| phrase.matches(text)))
}

/// The redacted phrase that a revision's body holds. Returns `None` if it may be released.
pub fn find_redacted<'s>(
    body: &Value,
    phrases: &'s [RedactedPhrase],
) -> Option<&'s RedactedPhrase> {
    let mut texts = Vec::new();
    collect_strings(body, &mut texts);
    phrases
        .iter()
        .find(|phrase| texts.iter().any(|text| phrase.matches(text)))
}

/// Every text of a body; without keys, which are in addresses and stay.
fn collect_strings<'b>(body: &'b Value, texts: &mut Vec<&'b str>) {
    match body {
        Value::String(text) => texts.push(text),
        Value::Array(list) => {
            for value in list {
                collect_strings(value, texts);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                if !is_reference_field(key) || value.is_object() {
                    collect_strings(value, texts);
                }
            }
        }
        _ => {}
    }
}
