//! The theme's messages, page titles and dates in one language, for code that is no template: outputs, JSON-LD, titles.

use super::format;
use super::strings::{MessageArg, ThemeMessages};
use crate::diag::Diagnostic;
use crate::records::{Day, Lang, PartialDate, collapse_whitespace};
use crate::view::{Title, TitleArg};
use std::borrow::Cow;

/// The messages and dates of one language of the site.
#[derive(Clone, Copy)]
pub struct Localizer<'t> {
    pub(super) lang: Lang,
    pub(super) messages: &'t ThemeMessages,
}

impl Localizer<'_> {
    /// The message under a key, with its arguments.
    ///
    /// # Errors
    /// If there is none.
    pub fn message(
        &self,
        key: &str,
        values: &[(&'static str, MessageArg<'_>)],
    ) -> Result<String, Diagnostic> {
        self.messages.message(self.lang, key, values)
    }

    /// A page's title, in one line.
    ///
    /// # Errors
    /// If the theme lacks the message.
    pub fn title_text(&self, wording: &Title<'_>) -> Result<String, Diagnostic> {
        match wording {
            Title::Text(phrase) => Ok(collapse_whitespace(phrase.text)),
            Title::Message(key, fills) => {
                let words: Vec<(&'static str, Cow<'_, str>)> = fills
                    .iter()
                    .filter_map(|(name, fill)| match fill {
                        TitleArg::Number(_) => None,
                        TitleArg::Name(text) => Some(Ok((*name, Cow::from(text.as_ref())))),
                        TitleArg::Title(inner) => {
                            Some(self.title_text(inner).map(|text| (*name, text.into())))
                        }
                    })
                    .collect::<Result<_, Diagnostic>>()?;
                let numbers = fills.iter().filter_map(|(name, fill)| match fill {
                    TitleArg::Number(n) => Some((*name, MessageArg::Number(*n))),
                    _ => None,
                });
                let args: Vec<_> = words
                    .iter()
                    .map(|(name, text)| (*name, MessageArg::Text(text)))
                    .chain(numbers)
                    .collect();
                self.message(key, &args)
            }
        }
    }

    /// Formats a day of a view, `2022-03-18`, as `18 Maret 2022`. What is no day stays as it is.
    pub fn format_day(&self, text: &str) -> String {
        self.format_day_as(text, "plain")
    }

    /// The same in a style of the filter `day`.
    pub fn format_day_as(&self, text: &str, style: &str) -> String {
        Day::parse(text).map_or_else(
            || text.to_owned(),
            |day| format::format_day(day, style, self.lang),
        )
    }

    /// Formats a partial date of a view, such as `2022-Q4`. What is none stays as it is.
    pub fn format_partial_date(&self, text: &str) -> String {
        let term = PartialDate::try_from(text.to_owned());
        term.map_or_else(
            |_| text.to_owned(),
            |term| format::format_partial_date(term, self.lang),
        )
    }
}
