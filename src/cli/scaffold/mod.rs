//! Templates of new files. Their comments come from `fields.ftl` and `commands.ftl`, so that there
//! is one template for both languages and one text for each field.
//!
//! A line `#: KEY` becomes the text under the key, as a comment at the same indentation; `$name$`
//! becomes a value.

use crate::diag::messages::Messages;

/// A stop with everything optional commented out.
pub(super) const STOP: &str = include_str!("stop.yaml");
/// One follow-up.
pub(super) const FOLLOW_UP: &str = include_str!("follow-up.yaml");
/// A new site's site.yaml.
pub(super) const SITE: &str = include_str!("site.yaml");
/// A filled-in stop, to look at.
pub(super) const EXAMPLE_STOP: &str = include_str!("example-stop.yaml");
/// A filled-in follow-up, to look at.
pub(super) const EXAMPLE_FOLLOW_UP: &str = include_str!("example-follow-up.yaml");
/// A page about the site.
pub(super) const ABOUT_PAGE: &str = include_str!("tentang.md");

/// For GitHub: check every change, publish the main branch.
pub(super) const GITHUB: &str = include_str!("github.yaml");
/// The same for GitLab.
pub(super) const GITLAB: &str = include_str!("gitlab.yaml");

/// The longest a line of a comment gets, where its words allow it.
const COMMENT_WIDTH: usize = 100;

/// Fills in a template. A line that is nothing but a value's name becomes the value's lines, or
/// none.
pub(super) fn fill_template(
    template: &str,
    values: &[(&str, String)],
    messages: &Messages,
) -> String {
    let put = |text: &str| {
        values.iter().fold(text.to_owned(), |t, (name, value)| {
            t.replace(&format!("${name}$"), value)
        })
    };
    let mut out = String::with_capacity(template.len() * 3);
    for line in template.lines() {
        let alone = values
            .iter()
            .find(|(name, _)| line.trim() == format!("${name}$"));
        let lines = alone.map_or_else(|| put(line), |(_, value)| value.clone());
        for line in lines
            .lines()
            .chain(lines.is_empty().then_some("").filter(|_| alone.is_none()))
        {
            match line.split_once("#: ") {
                Some((indent, key)) if indent.trim().is_empty() => {
                    push_comment(&put(&messages.message(key, &[])), indent, &mut out);
                }
                _ => out.extend([line, "\n"]),
            }
        }
    }
    out
}

/// Writes a text as comment lines.
fn push_comment(text: &str, indent: &str, out: &mut String) {
    for line in text
        .lines()
        .flat_map(|paragraph| wrap_text(paragraph, COMMENT_WIDTH.saturating_sub(indent.len() + 3)))
    {
        out.extend([indent, "## ", &line, "\n"]);
    }
}

/// Breaks a text into lines of at most `width` characters, between words.
pub(super) fn wrap_text(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
