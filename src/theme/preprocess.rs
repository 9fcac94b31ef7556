//! Words that are the same on every page are put into a template when it is read: `{{ t(key="skip") }}` becomes what it
//! says. Faults are still shown where they stand in the file.

use super::strings::ThemeMessages;
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

static STATIC_MESSAGE_CALL: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r#"\{\{ t\(key="([a-z0-9-]+)"\) \}\}"#).ok());

/// A template with words in it.
#[derive(Debug, Default)]
pub(super) struct PreprocessedTemplate {
    /// The template.
    pub(super) text: String,
    /// Where words stand in the text, and what stands there in the file.
    substitutions: Vec<[Range<usize>; 2]>,
}

impl PreprocessedTemplate {
    /// Puts the words of a language into a template as it stands in its file.
    pub(super) fn new(file: &str, strings: &ThemeMessages) -> Self {
        let mut worded = Self::default();
        let mut end = 0;
        for found in STATIC_MESSAGE_CALL
            .iter()
            .flat_map(|constant| constant.captures_iter(file))
        {
            let (Some(call), Some(key)) = (found.get(0), found.get(1)) else {
                continue;
            };
            // What is missing is a fault when it is asked for; what looks like a template stays a text.
            let Some(words) = strings
                .static_message(key.as_str())
                .filter(|words| !words.contains('{'))
            else {
                continue;
            };
            worded.text += &file[end..call.start()];
            let start = worded.text.len();
            worded.text += &String::from_utf8_lossy(&escape_like_tera(&words));
            worded
                .substitutions
                .push([start..worded.text.len(), call.range()]);
            end = call.end();
        }
        worded.text += &file[end..];
        worded
    }

    /// Where something of the text stands in the file.
    pub(super) fn file_range(&self, range: Range<usize>) -> Range<usize> {
        let place = |at: usize| match self
            .substitutions
            .iter()
            .rfind(|[text, _]| text.start <= at)
        {
            Some([text, file]) if at < text.end => file.start,
            Some([text, file]) => file.end + (at - text.end),
            None => at,
        };
        place(range.start)..place(range.end)
    }
}

/// As the template itself would escape it.
fn escape_like_tera(words: &str) -> Vec<u8> {
    let mut out = Vec::with_capacity(words.len());
    // A vector takes everything.
    let _ = tera::escape_html(words, &mut out);
    out
}
