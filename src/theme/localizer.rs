//! The theme's words and days in one language, for what is not a template.

use super::filters;
use super::strings::{Gap, Strings};
use crate::diag::Diagnostic;
use crate::records::{Day, Lang, PartialDate, collapse_whitespace};
use crate::view::{Fill, Wording};
use std::borrow::Cow;

/// Who speaks a language of the site.
#[derive(Clone, Copy)]
pub struct Voice<'t> {
    pub(super) lang: Lang,
    pub(super) words: &'t Strings,
}

impl Voice<'_> {
    /// The words under a key, with values for their gaps.
    ///
    /// # Errors
    /// If there are none.
    pub fn say(&self, key: &str, values: &[(&'static str, Gap<'_>)]) -> Result<String, Diagnostic> {
        self.words.say(self.lang, key, values)
    }

    /// What a page is called, in one line.
    ///
    /// # Errors
    /// If there are no such words.
    pub fn title(&self, wording: &Wording<'_>) -> Result<String, Diagnostic> {
        match wording {
            Wording::Said(phrase) => Ok(collapse_whitespace(phrase.text)),
            Wording::Theme(key, fills) => {
                let words: Vec<(&'static str, Cow<'_, str>)> = fills
                    .iter()
                    .filter_map(|(name, fill)| match fill {
                        Fill::Number(_) => None,
                        Fill::Name(text) => Some(Ok((*name, Cow::from(text.as_ref())))),
                        Fill::Wording(inner) => Some(self.title(inner).map(|text| (*name, text.into()))),
                    })
                    .collect::<Result<_, Diagnostic>>()?;
                let numbers = fills.iter().filter_map(|(name, fill)| match fill {
                    Fill::Number(n) => Some((*name, Gap::Number(*n))),
                    _ => None,
                });
                let gaps: Vec<_> = words.iter().map(|(name, text)| (*name, Gap::Text(text))).chain(numbers).collect();
                self.say(key, &gaps)
            }
        }
    }

    /// A day that stands in a view: `18 Maret 2022`. What is no day stays as it is.
    pub fn day(&self, text: &str) -> String {
        self.day_in(text, "plain")
    }

    /// The same in a style of the filter `day`.
    pub fn day_in(&self, text: &str, style: &str) -> String {
        Day::parse(text).map_or_else(|| text.to_owned(), |day| filters::written(day, style, self.lang))
    }

    /// A term that stands in a view, as exact as it was named.
    pub fn term(&self, text: &str) -> String {
        let term = PartialDate::try_from(text.to_owned());
        term.map_or_else(|_| text.to_owned(), |term| filters::term_written(term, self.lang))
    }
}
