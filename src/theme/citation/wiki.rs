//! `{{cite web}}`, the template with which Wikipedia cites web pages.

use super::item::CitationItem;

/// The citation as a call of the template, in one line.
pub(super) fn cite_web_template(citation: &CitationItem<'_>) -> String {
    let day = citation
        .day
        .map_or_else(String::new, |day| format!(" |date={day}"));
    format!(
        "{{{{cite web |url={} |title={} |author={} |website={}{day} |language={}}}}}\n",
        citation.url,
        escape_wikitext(&citation.title),
        escape_wikitext(&citation.author),
        escape_wikitext(&citation.site_title),
        citation.lang.code(),
    )
}

/// Text that is no wiki markup.
fn escape_wikitext(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '|' => out.push_str("{{!}}"),
            '[' => out.push_str("&#91;"),
            ']' => out.push_str("&#93;"),
            '{' => out.push_str("&#123;"),
            '}' => out.push_str("&#125;"),
            '\'' => out.push_str("&#39;"),
            '~' => out.push_str("&#126;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            _ => out.push(c),
        }
    }
    out
}
