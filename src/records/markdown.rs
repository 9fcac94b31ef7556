//! Markdown of records, as far as rules and plain text go: its links, its words, invisible characters in entities.

use crate::diag::is_invisible;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// The Markdown of prose fields: `CommonMark` with tables and struck-out text.
pub fn markdown_parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// The links in a Markdown text: the byte range of each, and its address.
pub fn markdown_links(text: &str) -> Vec<(Range<usize>, String)> {
    let link = |(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some((range, dest_url.into_string())),
        _ => None,
    };
    markdown_parser(text)
        .into_offset_iter()
        .filter_map(link)
        .collect()
}

/// The first invisible character that an entity such as `&#x202e;` puts into a Markdown text.
pub(super) fn first_invisible_entity(text: &str) -> Option<char> {
    if !text.contains('&') {
        return None;
    }
    let hidden = |words: &str| words.chars().find(|c| is_invisible(*c));
    markdown_parser(text).find_map(|event| match event {
        Event::Text(words) => hidden(&words),
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
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The words of a Markdown text alone, in one line: for descriptions and the search index.
pub fn markdown_to_text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_apart = false;
    for event in markdown_parser(text) {
        let words = match event {
            Event::Text(words)
            | Event::Code(words)
            | Event::Html(words)
            | Event::InlineHtml(words) => words,
            Event::End(
                TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image,
            ) => {
                continue;
            }
            Event::SoftBreak | Event::HardBreak | Event::End(_) => {
                is_apart = true;
                continue;
            }
            _ => continue,
        };
        if words.is_empty() {
            continue;
        }
        is_apart |= words.starts_with(char::is_whitespace);
        let mut push = |word: &str| {
            if is_apart && !out.is_empty() {
                out.push(' ');
            }
            out.push_str(word);
            is_apart = true;
        };
        match words.trim() {
            line if is_collapsed_ascii(line) => push(line),
            _ => words.split_whitespace().for_each(push),
        }
        is_apart = words.ends_with(char::is_whitespace);
    }
    out
}

/// Whether a text is plain ASCII with single spaces, as nearly all are: then it need not be split.
fn is_collapsed_ascii(text: &str) -> bool {
    !text.is_empty()
        && text
            .bytes()
            .fold(true, |all, byte| all & matches!(byte, b' '..=b'~'))
        && !text.contains("  ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_with_its_place() {
        let found = markdown_links("Lihat [perhentian 6](/6/) dan <https://a.example/>.");
        assert_eq!(
            found,
            [
                (6..25, "/6/".to_owned()),
                (30..50, "https://a.example/".to_owned())
            ]
        );
    }

    #[test]
    fn words_alone() {
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
