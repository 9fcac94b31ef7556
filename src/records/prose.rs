//! What a record's Markdown holds, as far as rules go: its links.

use pulldown_cmark::{Event, Options, Parser, Tag};
use std::ops::Range;

/// The Markdown of prose fields: `CommonMark` with tables and struck-out text.
pub fn markdown(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH)
}

/// The links in a Markdown text: the bytes at which each stands, and where it leads.
pub fn links(text: &str) -> Vec<(Range<usize>, String)> {
    let link = |(event, range)| match event {
        Event::Start(Tag::Link { dest_url, .. }) => Some((range, dest_url.into_string())),
        _ => None,
    };
    markdown(text).into_offset_iter().filter_map(link).collect()
}

/// Words in one line: titles and names may be written over several.
pub fn one_line(text: &str) -> String {
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
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut is_apart = false;
    for event in markdown(text) {
        let words = match event {
            Event::Text(words) | Event::Code(words) => words,
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
        for word in words.split_whitespace() {
            // Text inside a paragraph is broken by marks as well; spaces before punctuation come from their ends.
            if is_apart && !out.is_empty() && !word.starts_with([',', '.', ';', ':', ')']) {
                out.push(' ');
            }
            out.push_str(word);
            is_apart = true;
        }
        is_apart = words.ends_with(char::is_whitespace);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_with_its_place() {
        let found = links("Lihat [perhentian 6](/6/) dan <https://a.example/>.");
        assert_eq!(found, [(6..25, "/6/".to_owned()), (30..50, "https://a.example/".to_owned())]);
    }

    #[test]
    fn words_alone() {
        assert_eq!(plain("satu *dua*, [tiga](/6/).\n\nempat"), "satu dua, tiga. empat");
    }
}
