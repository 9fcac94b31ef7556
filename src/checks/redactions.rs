//! J605: a phrase that was redacted by law must not come back, neither in a text of the records nor in a revision.

use super::context::CheckContext;
use super::texts;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::RedactedPhrase;
use crate::records::revision_fields::is_reference_field;
use serde_json::Value;

/// J605
pub(super) fn check(book: &CheckContext<'_>, faults: &mut Vec<Diagnostic>) {
    let list = &book.records.redacted_phrases;
    if list.is_empty() {
        return;
    }
    let mut judge = |text: &str, span: Span, place: &str| {
        if let Some(struck) = list.iter().find(|struck| struck.matches(text)) {
            let fault = Diagnostic::new(Code::RedactedText, span).arg("place", place.to_owned());
            let fault = fault
                .arg("record", struck.record.as_str())
                .arg("revision", struck.revision.to_string());
            faults.push(fault);
            return true;
        }
        false
    };
    let texts = texts::collect_texts(book.records);
    for said in texts
        .multilingual
        .iter()
        .flat_map(|text| &text.translations)
    {
        judge(&said.text, said.span, "text");
    }
    for (text, span) in texts.monolingual {
        judge(text, span, "text");
    }
    for line in &book.records.revision_log {
        let mut words = Vec::new();
        line.body
            .iter()
            .for_each(|body| collect_strings(body, &mut words));
        words.extend(line.redacted.as_deref());
        let _ = words.into_iter().any(|text| judge(text, line.span, "log"));
    }
}

/// The first redacted phrase that a body holds.
pub fn find_redacted<'s>(body: &Value, list: &'s [RedactedPhrase]) -> Option<&'s RedactedPhrase> {
    let mut words = Vec::new();
    collect_strings(body, &mut words);
    list.iter()
        .find(|struck| words.iter().any(|text| struck.matches(text)))
}

/// Every text of a body, without keys and references: these are in addresses and stay.
fn collect_strings<'b>(body: &'b Value, found: &mut Vec<&'b str>) {
    match body {
        Value::String(text) => found.push(text),
        Value::Array(list) => list.iter().for_each(|value| collect_strings(value, found)),
        Value::Object(map) => {
            let is_text =
                |(key, value): &(&String, &Value)| !is_reference_field(key) || value.is_object();
            map.iter()
                .filter(is_text)
                .for_each(|(_, value)| collect_strings(value, found));
        }
        _ => {}
    }
}
