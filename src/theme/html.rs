//! Finished HTML: escaping, and relative links to the root of the site.

use crate::view::ROOT_PLACEHOLDER;
use std::collections::BTreeSet;

/// Before the name of an icon where it is used.
const USE_PREFIX: &[u8] = b"#i_";
/// Before the name of an icon where it is defined.
const SYMBOL_PREFIX: &[u8] = b"<symbol id=\"i_";
const SYMBOL_END: &[u8] = b"</symbol>\n";

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

/// Leaves out the icons (`<symbol id="i_NAME"`) that the page does not use by `#i_NAME`.
pub(super) fn remove_unused_icons(html: &[u8]) -> Vec<u8> {
    let used: BTreeSet<&[u8]> = memchr::memmem::find_iter(html, USE_PREFIX)
        .map(|at| icon_name(&html[at + USE_PREFIX.len()..]))
        .collect();
    let mut out = Vec::with_capacity(html.len());
    let mut copied = 0;
    for at in memchr::memmem::find_iter(html, SYMBOL_PREFIX) {
        let symbol = &html[at..];
        let is_used = used.contains(icon_name(&symbol[SYMBOL_PREFIX.len()..]));
        let end = memchr::memmem::find(symbol, SYMBOL_END);
        if let Some(end) = end.filter(|_| !is_used) {
            out.extend_from_slice(&html[copied..at]);
            copied = at + end + SYMBOL_END.len();
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
    use super::{escape_html, remove_unused_icons};

    #[test]
    fn icons_that_nothing_uses_go() {
        let html = "<symbol id=\"i_a\">1</symbol>\n<symbol id=\"i_a-b\">2</symbol>\n#i_a-b\"";
        let kept = remove_unused_icons(html.as_bytes());
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
