//! Markdown of records, as far as rules and plain text go: its links, its words, invisible
//! characters in entities.

use crate::diag::is_invisible;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The Markdown of prose fields: `CommonMark` with tables and struck-out text.
pub fn markdown_parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// The links in a Markdown text: the byte range of each, and its address.
pub fn markdown_links(text: &str) -> Vec<(Range<usize>, String)> {
    let mut links = Vec::new();
    for (event, range) in markdown_parser(text).into_offset_iter() {
        if let Event::Start(Tag::Link { dest_url, .. }) = event {
            links.push((range, dest_url.into_string()));
        }
    }
    links
}

/// The first invisible character that an entity such as `&#x202e;` puts into a Markdown text.
pub(super) fn first_invisible_entity(text: &str) -> Option<char> {
    // Without an entity the text has been looked through as it is, and nothing need be parsed.
    if !text.contains('&') {
        return None;
    }
    let hidden = |text: &str| text.chars().find(|c| is_invisible(*c));
    markdown_parser(text).find_map(|event| match event {
        Event::Text(text) => hidden(&text),
        Event::Start(
            Tag::Link {
                dest_url, title, ..
            }
            | Tag::Image {
                dest_url, title, ..
            },
        ) => hidden(&dest_url).or_else(|| hidden(&title)),
        _ => None,
    })
}

/// A text in one line with single spaces: titles and names may be written over several lines.
pub fn collapse_whitespace(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        push_word(&mut out, word, true);
    }
    out
}

/// The words of a Markdown text alone, in one line: for descriptions and the search index.
pub fn markdown_to_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // Whether a space comes before what follows: never within "ber**main**-main".
    let mut is_apart = false;
    for event in markdown_parser(text) {
        let part = match event {
            Event::Text(part) | Event::Code(part) | Event::Html(part) | Event::InlineHtml(part) => {
                part
            }
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => continue,
            // Lines, and the end of any block.
            Event::SoftBreak | Event::HardBreak | Event::End(_) => {
                is_apart = true;
                continue;
            }
            _ => continue,
        };
        if part.is_empty() {
            continue;
        }
        is_apart |= part.starts_with(char::is_whitespace);
        let line = part.trim();
        if is_collapsed_ascii(line) {
            push_word(&mut out, line, is_apart);
        } else {
            for word in line.split_whitespace() {
                push_word(&mut out, word, is_apart);
                is_apart = true;
            }
        }
        is_apart = part.ends_with(char::is_whitespace);
    }
    out
}

fn push_word(out: &mut String, word: &str, is_apart: bool) {
    if is_apart && !out.is_empty() {
        out.push(' ');
    }
    out.push_str(word);
}

/// Whether a text is plain ASCII with single spaces, as nearly all are: then it need not be split.
fn is_collapsed_ascii(text: &str) -> bool {
    // Without an early end the loop over the bytes is compiled to vector instructions.
    let bytes = text.bytes();
    let is_plain = bytes.fold(true, |all, byte| all & matches!(byte, b' '..=b'~'));
    is_plain && !text.is_empty() && !text.contains("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_with_its_range() {
        let found = markdown_links("Lihat [kunjungan 6](/6/) dan <https://a.example/>.");
        assert_eq!(
            found,
            [
                (6..24, "/6/".to_owned()),
                (29..49, "https://a.example/".to_owned())
            ]
        );
    }

    #[test]
    fn text_without_markdown() {
        assert_eq!(
            markdown_to_text("satu *dua*, [tiga](/6/).\n\nempat"),
            "satu dua, tiga. empat"
        );
        assert_eq!(
            markdown_to_text("ber**main**-main di ~~2~~*3*, `a`b\n- c\n- d"),
            "bermain-main di 23, ab c d"
        );
        assert_eq!(
            markdown_to_text("satu  dua\u{a0}\u{a0}tiga **  empat ** lima\tenam"),
            "satu dua tiga ** empat ** lima enam"
        );
        assert_eq!(
            markdown_to_text("<p>satu</p>\n\na <b>dua</b>"),
            "<p>satu</p> a <b>dua</b>"
        );
    }
}
