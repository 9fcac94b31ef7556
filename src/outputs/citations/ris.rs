//! RIS, which `EndNote`, Mendeley and Zotero import: a report.

use super::item::CitationItem;
use std::fmt::Write as _;

/// The citation as one record; lines end as RIS wants them, with CRLF.
pub(super) fn ris_entry(citation: &CitationItem) -> String {
    let (year, month, day) = citation.as_of.year_month_day();
    let date = format!("{year}/{month:02}/{day:02}");
    let year = year.to_string();
    let reference = citation.reference.as_deref().unwrap_or_default();
    let fields = [
        ("TY", "RPRT"),
        ("ID", citation.key.as_str()),
        ("AU", &citation.author),
        ("TI", &citation.title),
        ("T2", &citation.site_title),
        ("PB", &citation.author),
        ("M1", reference),
        ("PY", &year),
        ("DA", &date),
        ("Y2", &date),
        ("LA", citation.lang.code()),
        ("UR", &citation.url),
        ("N1", citation.note.as_deref().unwrap_or_default()),
    ];
    let mut text = String::new();
    for (tag, value) in fields {
        // A page that is no record has no reference.
        if !value.is_empty() {
            let _ = write!(text, "{tag}  - {value}\r\n");
        }
    }
    text.push_str("ER  - \r\n");
    text
}
