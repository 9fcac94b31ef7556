//! Templates of the files that `init` and the `new` commands create. Their comments come from
//! `fields.ftl` and `commands.ftl`, so that there is one template for both languages and one text
//! for each field.
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
    let mut out = String::with_capacity(template.len() * 3);
    for line in template.lines() {
        let value = values
            .iter()
            .find(|(name, _)| line.trim() == format!("${name}$"));
        let lines = match value {
            Some((_, value)) => value.clone(),
            None => fill_values(line, values) + "\n",
        };
        for line in lines.lines() {
            push_line(line, values, messages, &mut out);
        }
    }
    out
}

/// A text with values in place of their names.
fn fill_values(text: &str, values: &[(&str, String)]) -> String {
    let mut text = text.to_owned();
    for (name, value) in values {
        text = text.replace(&format!("${name}$"), value);
    }
    text
}

/// Appends a line, or the comment lines that it stands for.
fn push_line(line: &str, values: &[(&str, String)], messages: &Messages, out: &mut String) {
    let Some((indent, key)) = line.split_once("#: ").filter(|(i, _)| i.trim().is_empty()) else {
        return out.extend([line, "\n"]);
    };
    let text = fill_values(&messages.message(key, &[]), values);
    for paragraph in text.lines() {
        // The mark and the blank behind it take three columns.
        for line in wrap_text(paragraph, COMMENT_WIDTH.saturating_sub(indent.len() + 3)) {
            out.extend([indent, "## ", &line, "\n"]);
        }
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
