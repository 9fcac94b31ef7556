//! BibTeX: a technical report, since that is what reference managers make of a public body's own
//! page.

use super::item::CitationItem;
use crate::records::Lang;
use std::fmt::Write as _;

/// The citation as one `@techreport`.
pub(super) fn bibtex_entry(citation: &CitationItem<'_>) -> String {
    let lang = if citation.lang == Lang::En {
        "english"
    } else {
        "indonesian"
    };
    let mut text = format!("@techreport{{{},\n", citation.key);
    let mut field = |name: &str, value: &str| {
        let _ = writeln!(text, "  {name} = {{{value}}},");
    };
    // The second pair of braces keeps an office's name, and a title's capitals, as they are.
    field("author", &format!("{{{}}}", escape_tex(&citation.author)));
    field("title", &format!("{{{}}}", escape_tex(&citation.title)));
    field("institution", &escape_tex(&citation.author));
    field("series", &escape_tex(&citation.site_title));
    field("number", citation.reference);
    if let Some(released) = citation.day {
        let (year, month, day) = released.year_month_day();
        field("year", &year.to_string());
        field("month", &month.to_string());
        field("day", &day.to_string());
        field("date", &released.to_string());
    }
    field("url", citation.url);
    field("langid", lang);
    if let Some(note) = &citation.note {
        field("note", &escape_tex(note));
    }
    text.push_str("}\n");
    text
}

/// Text without what TeX would take for a command.
fn escape_tex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            // BibTeX counts braces, those behind a backslash too.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '\\' => out.push_str("\\textbackslash{}"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape_tex;

    #[test]
    fn tex_reads_it_as_text() {
        assert_eq!(
            escape_tex("100% UMKM & {batik #1"),
            "100\\% UMKM \\& \\textbraceleft{}batik \\#1"
        );
        assert_eq!(escape_tex("a\\b"), "a\\textbackslash{}b");
    }
}
