//! Markdown to HTML. Records are written by many people, so that only text, emphasis, lists,
//! tables, quotations and links become HTML: nothing that runs, and nothing that is fetched.

use crate::plan::internal_links::is_external;
use crate::records::markdown_parser;
use crate::view::ROOT_PLACEHOLDER;
use pulldown_cmark::{
    Alignment, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html::push_html,
};
use std::collections::BTreeSet;

/// How a link starts that has [`ROOT_PLACEHOLDER`] in front, once it is escaped.
const ESCAPED_ROOT_LINK: &str = "<a href=\"%01";

/// Deeper nesting is flattened: no reader follows it, and it would only make pages large.
const MAX_NESTING: usize = 16;

/// Where links into the site lead.
pub(super) struct LinkContext<'a> {
    /// The path from the page to the root of its language, with the placeholder in front.
    pub(super) root: &'a str,
    /// Addresses that have no page as of the day.
    pub(super) unpublished_targets: &'a BTreeSet<String>,
}

/// HTML of a Markdown text. Links that start with `/` lead into the site and get its root in front;
/// headings start at level two; raw HTML is shown as text; pictures become their description. With
/// `inline`, paragraphs lose their tags.
pub(super) fn render_markdown(text: &str, links: &LinkContext<'_>, inline: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    push_html(
        &mut out,
        SafeEvents {
            events: markdown_parser(text),
            link_context: links,
            inline,
            depth: 0,
            dropped: Vec::new(),
        },
    );
    if inline {
        out.truncate(out.trim_end().len());
    }
    // The placeholder of the root was escaped as part of the link; no other link starts like this.
    if out.contains(ESCAPED_ROOT_LINK) {
        out.replace(ESCAPED_ROOT_LINK, &format!("<a href=\"{ROOT_PLACEHOLDER}"))
    } else {
        out
    }
}

/// The events that may become HTML.
struct SafeEvents<'a, I> {
    events: I,
    link_context: &'a LinkContext<'a>,
    inline: bool,
    depth: usize,
    /// For every open tag, whether it was left out, so that its end is left out too.
    dropped: Vec<bool>,
}

impl<'a, I: Iterator<Item = Event<'a>>> Iterator for SafeEvents<'a, I> {
    type Item = Event<'a>;

    fn next(&mut self) -> Option<Event<'a>> {
        loop {
            match self.events.next()? {
                Event::Start(tag) => {
                    let tag = self.sanitize_tag(tag);
                    self.dropped.push(tag.is_none());
                    if let Some(tag) = tag {
                        self.depth += 1;
                        return Some(Event::Start(tag));
                    }
                }
                Event::End(end) => {
                    if !self.dropped.pop().unwrap_or(true) {
                        self.depth -= 1;
                        return Some(Event::End(demote_heading_end(end)));
                    }
                    // Where a block ended, words must not run together.
                    if self.inline && !matches!(end, TagEnd::Image | TagEnd::Link) {
                        return Some(Event::Text(CowStr::Borrowed(" ")));
                    }
                }
                Event::Rule if self.inline => {}
                Event::Html(raw) | Event::InlineHtml(raw) => return Some(Event::Text(raw)),
                event => return Some(event),
            }
        }
    }
}

impl<'a, I> SafeEvents<'a, I> {
    /// The tag to write in place of a tag. Returns `None` if only its content is kept.
    fn sanitize_tag(&self, tag: Tag<'a>) -> Option<Tag<'a>> {
        match tag {
            _ if self.depth >= MAX_NESTING => None,
            Tag::Image { .. } | Tag::HtmlBlock => None,
            Tag::Paragraph
            | Tag::Heading { .. }
            | Tag::BlockQuote(_)
            | Tag::CodeBlock(_)
            | Tag::List(_)
            | Tag::Item
            | Tag::Table(_)
            | Tag::TableHead
            | Tag::TableRow
            | Tag::TableCell
                if self.inline =>
            {
                None
            }
            Tag::Link {
                link_type,
                dest_url,
                title,
                id,
            } => {
                let dest_url = self.rewrite_target(link_type, dest_url)?;
                Some(Tag::Link {
                    link_type: LinkType::Inline,
                    dest_url,
                    title,
                    id,
                })
            }
            Tag::Heading { level, .. } => Some(Tag::Heading {
                level: demote_heading(level),
                id: None,
                classes: Vec::new(),
                attrs: Vec::new(),
            }),
            // The word after a fence (```js) would become a class.
            Tag::CodeBlock(_) => Some(Tag::CodeBlock(CodeBlockKind::Indented)),
            // An alignment would be a `style` attribute, which the content security policy forbids.
            Tag::Table(columns) => Some(Tag::Table(vec![Alignment::None; columns.len()])),
            other => Some(other),
        }
    }

    /// The address to which a link leads in the page. Returns `None` if it may not lead there: then
    /// only the link's text is shown.
    fn rewrite_target(&self, kind: LinkType, target: CowStr<'a>) -> Option<CowStr<'a>> {
        if kind == LinkType::Email {
            return Some(CowStr::from(format!("mailto:{target}")));
        }
        if self.link_context.unpublished_targets.contains(&*target) {
            return None;
        }
        // Two slashes would be the address of another host.
        if let Some(address) = target.strip_prefix('/').filter(|a| !a.starts_with('/')) {
            return Some(CowStr::from(format!("{}{address}", self.link_context.root)));
        }
        (is_external(&target) || target.starts_with('#')).then_some(target)
    }
}

/// The page's own title is level one.
fn demote_heading(level: HeadingLevel) -> HeadingLevel {
    if level == HeadingLevel::H1 {
        HeadingLevel::H2
    } else {
        level
    }
}

fn demote_heading_end(end: TagEnd) -> TagEnd {
    match end {
        TagEnd::Heading(level) => TagEnd::Heading(demote_heading(level)),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn block(text: &str) -> String {
        let absent = BTreeSet::from(["/7/".to_owned()]);
        render_markdown(
            text,
            &LinkContext {
                root: "../en/",
                unpublished_targets: &absent,
            },
            false,
        )
    }

    #[test]
    fn links_into_the_site_and_out_of_it() {
        assert_eq!(block("[a](/6/)"), "<p><a href=\"../en/6/\">a</a></p>\n");
        assert_eq!(
            block("<https://a.id/?x=1&y=2>"),
            "<p><a href=\"https://a.id/?x=1&amp;y=2\">https://a.id/?x=1&amp;y=2</a></p>\n"
        );
        assert_eq!(block("[belum ada](/7/)"), "<p>belum ada</p>\n");
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.example/",
        ] {
            assert_eq!(block(&format!("[a]({bad})")), "<p>a</p>\n", "{bad}");
        }
    }

    #[test]
    fn nothing_runs_and_nothing_is_fetched() {
        assert_eq!(
            block("<script>alert(1)</script>"),
            "&lt;script&gt;alert(1)&lt;/script&gt;"
        );
        assert_eq!(block("a <b onclick=x>c"), "<p>a &lt;b onclick=x&gt;c</p>\n");
        assert_eq!(block("![kucing](https://a.id/k.png)"), "<p>kucing</p>\n");
    }

    #[test]
    fn headings_start_below_the_title() {
        assert_eq!(block("# Judul"), "<h2>Judul</h2>\n");
    }

    #[test]
    fn deep_nesting_stays_small() {
        let deep = "> ".repeat(5000) + "x";
        assert!(block(&deep).len() < 1000);
    }

    #[test]
    fn in_one_line() {
        let links = LinkContext {
            root: "./",
            unpublished_targets: &BTreeSet::new(),
        };
        assert_eq!(
            render_markdown("satu *dua*\n\ntiga", &links, true),
            "satu <em>dua</em> tiga"
        );
        assert_eq!(
            render_markdown("1. Usul\n\n# Judul\n\n> kutip\n\n---", &links, true),
            "Usul  Judul kutip"
        );
        assert_eq!(block("|a|\n|-:|\n|1|").matches("style").count(), 0);
    }
}
