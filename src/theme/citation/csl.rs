//! CSL-JSON, which citation processors read: a report by an institution.

use super::item::CitationItem;
use serde_json::{Value, json};

/// The citation as CSL, which expects it in a list.
pub(super) fn csl_item(citation: &CitationItem<'_>) -> Value {
    let mut item = json!({
        "id": citation.key,
        "type": "report",
        "title": citation.title,
        "author": [{ "literal": citation.author }],
        "publisher": citation.author,
        "collection-title": citation.site_title,
        "language": citation.lang.code(),
        "URL": citation.url,
        "number": citation.reference,
    });
    if let Some(day) = citation.day {
        let (year, month, day) = day.year_month_day();
        item["issued"] = json!({ "date-parts": [[year, month, day]] });
    }
    if let Some(note) = &citation.note {
        item["note"] = note.as_str().into();
    }
    item
}
