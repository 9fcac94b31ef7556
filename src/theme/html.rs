//! Finished HTML: escaping, and relative links to the root of the site.

use crate::view::ROOT_PLACEHOLDER;

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
    use super::escape_html;

    #[test]
    fn xml() {
        assert_eq!(
            escape_html("a < b & \"c\"\u{0}\n"),
            "a &lt; b &amp; &quot;c&quot;"
        );
    }
}
