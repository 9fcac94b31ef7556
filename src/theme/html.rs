//! Finished HTML: escaping, and relative links to the root of the site.

use crate::view::ROOT_PLACEHOLDER;
use std::collections::BTreeSet;

/// Before the name of an icon where it is defined, and after it.
const SYMBOL_START: &[u8] = b"<symbol id=\"i_";
const SYMBOL_END: &[u8] = b"</symbol>\n";
/// Before what bars are filled with, and after it.
const PATTERN_START: &[u8] = b"<pattern id=\"p_";
const PATTERN_END: &[u8] = b"</pattern>\n";

/// Puts the page's own path to the site's root (`../../`) in place of the placeholder byte: until
/// then a fragment is the same on every page and can be cached.
pub(super) fn substitute_root(html: &[u8], root_path: &str) -> Vec<u8> {
    // Room for a few hundred links; a longer page grows once.
    let mut out = Vec::with_capacity(html.len() + 8 * 1024);
    let mut copied = 0;
    for at in memchr::memmem::find_iter(html, ROOT_PLACEHOLDER) {
        out.extend_from_slice(&html[copied..at]);
        out.extend_from_slice(root_path.as_bytes());
        copied = at + ROOT_PLACEHOLDER.len();
    }
    out.extend_from_slice(&html[copied..]);
    out
}

/// Leaves out the icons (`<symbol id="i_NAME"`) that the page does not use by `#i_NAME`, and what the
/// style sheet fills bars with (`<pattern …`) if it has no bar.
pub(super) fn remove_unused_shapes(html: &[u8]) -> Vec<u8> {
    let used: BTreeSet<&[u8]> = memchr::memmem::find_iter(html, b"#i_")
        .map(|at| icon_name(&html[at + b"#i_".len()..]))
        .collect();
    let has_bar = memchr::memmem::find(html, b"class=\"bar\"").is_some();
    let mut out = Vec::with_capacity(html.len());
    let mut copied = 0;
    for (start, end) in [(SYMBOL_START, SYMBOL_END), (PATTERN_START, PATTERN_END)] {
        for at in memchr::memmem::find_iter(html, start) {
            let shape = &html[at..];
            let is_used = if start == SYMBOL_START {
                used.contains(icon_name(&shape[start.len()..]))
            } else {
                has_bar
            };
            let length = memchr::memmem::find(shape, end).map(|length| length + end.len());
            // Patterns come after the symbols: whoever mixes them keeps all.
            if let Some(length) = length.filter(|_| !is_used && at >= copied) {
                out.extend_from_slice(&html[copied..at]);
                copied = at + length;
            }
        }
    }
    out.extend_from_slice(&html[copied..]);
    out
}

/// The name at the start of a text.
fn icon_name(text: &[u8]) -> &[u8] {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let end = text.iter().position(|byte| !is_part(byte));
    &text[..end.unwrap_or(text.len())]
}

/// Escapes text for HTML and XML, in attribute values too; leaves out the characters that XML does
/// not allow.
pub fn escape_html(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\u{FFFE}' | '\u{FFFF}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escape_html, remove_unused_shapes};

    #[test]
    fn shapes_that_nothing_uses_go() {
        let html = "<symbol id=\"i_a\">1</symbol>\n<symbol id=\"i_a-b\">2</symbol>\n<pattern id=\"p_x\">3</pattern>\n#i_a-b\"";
        let kept = remove_unused_shapes(html.as_bytes());
        assert_eq!(kept, b"<symbol id=\"i_a-b\">2</symbol>\n#i_a-b\"");
    }

    #[test]
    fn xml() {
        assert_eq!(
            escape_html("a < b & \"c\"\u{0}\n"),
            "a &lt; b &amp; &quot;c&quot;"
        );
    }
}
