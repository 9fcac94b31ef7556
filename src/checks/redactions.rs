//! What was struck out by law stays away: not in a text of the records, and not in another revision.

use super::context::Book;
use super::texts;
use crate::diag::{Code, Diagnostic, Span};
use crate::records::Struck;
use serde_json::Value;

/// J605
pub(super) fn check(book: &Book<'_>, faults: &mut Vec<Diagnostic>) {
    let list = &book.records.struck;
    if list.is_empty() {
        return;
    }
    let mut judge = |text: &str, span: Span, place: &str| {
        if let Some(struck) = list.iter().find(|struck| struck.is_in(text)) {
            let fault = Diagnostic::new(Code::StruckOut, span).with("place", place.to_owned());
            let fault = fault.with("record", struck.record.as_str()).with("revision", struck.revision.to_string());
            faults.push(fault);
            return true;
        }
        false
    };
    let texts = texts::all(book.records);
    for said in texts.texts.iter().flat_map(|text| &text.said) {
        judge(&said.text, said.span, "text");
    }
    for (text, span) in texts.lines {
        judge(text, span, "text");
    }
    for line in &book.records.log {
        let mut words = Vec::new();
        line.body.iter().for_each(|body| said(body, &mut words));
        words.extend(line.redacted.as_deref());
        let _ = words.into_iter().any(|text| judge(text, line.span, "log"));
    }
}

/// Does a body hold what was struck out?
pub fn holds<'s>(body: &Value, list: &'s [Struck]) -> Option<&'s Struck> {
    let mut words = Vec::new();
    said(body, &mut words);
    list.iter().find(|struck| words.iter().any(|text| struck.is_in(text)))
}

/// Every text of a body; keys apart, which are in addresses and stay.
fn said<'b>(body: &'b Value, found: &mut Vec<&'b str>) {
    match body {
        Value::String(text) => found.push(text),
        Value::Array(list) => list.iter().for_each(|value| said(value, found)),
        Value::Object(map) => {
            let is_text = |(key, value): &(&String, &Value)| !KEYS.contains(&key.as_str()) || value.is_object();
            map.iter().filter(is_text).for_each(|(_, value)| said(value, found));
        }
        _ => {}
    }
}

/// Fields that hold keys or references. (`id` is the key of an entry, and a language's text.)
const KEYS: [&str; 5] = ["about", "again", "formerly", "replaced_by", "sources"];
