//! CSL-JSON, which citation processors read: a report by an institution.

use super::item::CitationItem;
use serde_json::{Value, json};

/// The citation as CSL, which expects it in a list.
pub(super) fn csl_item(citation: &CitationItem) -> Value {
    let (year, month, day) = citation.as_of.year_month_day();
    let date = json!({ "date-parts": [[year, month, day]] });
    let mut item = json!({
        "id": citation.key,
        "type": "report",
        "title": citation.title,
        "author": [{ "literal": citation.author }],
        "publisher": citation.author,
        "collection-title": citation.site_title,
        "issued": date,
        "accessed": date,
        "language": citation.lang.code(),
        "URL": citation.url,
    });
    if let Some(reference) = &citation.reference {
        item["number"] = reference.as_str().into();
    }
    if let Some(note) = &citation.note {
        item["note"] = note.as_str().into();
    }
    item
}
