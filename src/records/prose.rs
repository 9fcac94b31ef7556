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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_link_with_its_place() {
        let found = links("Lihat [perhentian 6](/6/) dan <https://a.example/>.");
        assert_eq!(found, [(6..25, "/6/".to_owned()), (30..50, "https://a.example/".to_owned())]);
    }
}
