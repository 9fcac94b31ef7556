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
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of a Markdown text alone, in one line: for descriptions and the search index.
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    for event in markdown(text) {
        match event {
            Event::Text(words) | Event::Code(words) => out.push_str(&words),
            Event::SoftBreak | Event::HardBreak | Event::End(_) if !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    // Text inside a paragraph is broken by marks as well; spaces before punctuation come from their ends.
    let joined = one_line(&out);
    [" ,", " .", " ;", " :", " )"].iter().fold(joined, |t, p| t.replace(p, &p[1..]))
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
