//! RIS, which `EndNote`, Mendeley and Zotero import: a report.

use super::item::CitationItem;
use crate::records::Day;
use std::fmt::Write as _;

/// The citation as one record; lines end as RIS wants them, with CRLF.
pub(super) fn ris_entry(citation: &CitationItem<'_>) -> String {
    let released = citation.day.map(Day::year_month_day);
    let year = released.map_or_else(String::new, |(year, ..)| year.to_string());
    let date = released.map_or_else(String::new, |(year, month, day)| {
        format!("{year}/{month:02}/{day:02}")
    });
    let fields = [
        ("TY", "RPRT"),
        ("ID", citation.key),
        ("AU", &citation.author),
        ("TI", &citation.title),
        ("T2", &citation.site_title),
        ("PB", &citation.author),
        ("M1", citation.reference),
        ("PY", &year),
        ("DA", &date),
        ("LA", citation.lang.code()),
        ("UR", citation.url),
        ("N1", citation.note.as_deref().unwrap_or_default()),
    ];
    let mut text = String::new();
    for (tag, value) in fields {
        // What was never released has no date.
        if !value.is_empty() {
            let _ = write!(text, "{tag}  - {value}\r\n");
        }
    }
    text.push_str("ER  - \r\n");
    text
}
